import { createServer } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { readModel } from "../../../src/models/files/model_files.ts";
import { readAnyLog } from "../../../src/log/read_any_log.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { bytesOf } from "../csv/csv_cases.ts";

async function fileOf(name: string, contents: string | Uint8Array): Promise<string> {
  const path = `${await Deno.makeTempDir()}/${name}`;
  await Deno.writeFile(path, typeof contents === "string" ? bytesOf(contents) : contents);
  return path;
}
const binary = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const xml = (text: string) => `<?xml version="1.0"?>\n${text}`;
const html = (body: string) => `<!DOCTYPE html>\n<html><head><title>x</title></head><body>${body}</body></html>`;

/** What a file is called, and what is to be done with it. */
const kinds: readonly [name: string, contents: string | Uint8Array, called: RegExp, advice: RegExp][] = [
  ["log.pdf", "%PDF-1.7\n", /PDF document/, /Export the log as CSV/],
  ["log.png", binary("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), /picture \(PNG\)/, /Export the log/],
  ["photo.csv", binary("\xff\xd8\xff\xe0\0\x10JFIF"), /picture \(JPEG\)/, /Export the log/],
  ["notes.rtf", "{\\rtf1\\ansi Orders}", /text document \(RTF\)/, /Export the log/],
  ["book.docx", binary("PK\x03\x04\x14\0word/"), /office program/, /Export the log/],
  ["data.avro", binary("Obj\x01\x04\x14avro.codec"), /Avro file/, /Parquet or CSV/],
  ["data.orc", binary("ORC\x0a\x03"), /ORC file/, /Parquet or CSV/],
  ["data.feather", binary("ARROW1\0\0\xff\xff"), /Arrow or Feather/, /Parquet or CSV/],
  ["frame.pkl", binary("\x80\x04\x95\x10\0"), /pickle of Python/, /to_csv/],
  ["log.rds", gzipSync(binary("X\n\0\0\0\x03")), /file of R/, /write\.csv/],
  ["all.tar", binary("a.csv" + "\0".repeat(252) + "ustar\x0000" + "\0".repeat(200)), /tar archive/, /Unpack it/],
  ["orders.sqlite", binary("SQLite format 3\0"), /SQLite database/, /sqlite3 -header -csv/],
  [
    "log.xes.gz",
    "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n",
    /Git LFS pointer/,
    /git lfs pull/,
  ],
  ["log.csv", "/annex/objects/SHA256E-s9--0.csv\n", /git-annex pointer/, /git annex get/],
  ["sheet.xls", "<html><body><table><tr><td>case</td></tr></table></body></html>", /HTML table named \.xls/, /as CSV/],
  ["log.csv", html('<form><input name="p" type="password"></form>'), /login page/, /Log in/],
  ["log.csv", html("Service unavailable"), /web page/, /error page/],
  ["net.pnml", xml("<pnml><net/></pnml>"), /Petri net/, /--model/],
  ["net.xml", xml("<pnml><net/></pnml>"), /a model and no log/, /--model/],
  ["tree.ptml", xml("<ptml/>"), /process tree/, /--model/],
  ["p.bpmn", xml('<bpmn:definitions xmlns:bpmn="x"/>'), /BPMN/, /--model/],
  ["old.mxml", xml("<WorkflowLog><Process/></WorkflowLog>"), /MXML/, /ProM or PM4Py/],
  ["o.xml", xml("<log><object-types/><events/></log>"), /object-centric log \(OCEL\)/, /Flatten/],
  ["o.xmlocel", xml('<log><global scope="object"/></log>'), /object-centric log \(OCEL\)/, /Flatten/],
  ["o.jsonocel", '{"ocel:global-log": {}}', /object-centric log \(OCEL\)/, /Flatten/],
  ["o.json", '{"objectTypes": [], "events": []}', /object-centric log \(OCEL\)/, /Flatten/],
  ["rows.jsonl", '{"case": "1"}\n{"case": "2"}\n', /JSON, one a line/, /logFromRows/],
  ["rows.log", '{"case": "1", "t": 17}\r\n{"case": "2"}\r\n', /JSON, one a line/, /logFromRows/],
  ["rows.json", '[{"case": "1", "activity": "a"}]', /list of rows/, /logFromRows/],
  ["py.ipynb", '{"cells": [{"cell_type": "code"}], "nbformat": 4}', /notebook/, /tb run/],
  ["net.json", '{"places": [], "transitions": []}', /model or rules as JSON/, /--model/],
  ["e.json", '{"error": "Unauthorized"}', /answer of a server/, /Fetch the file again/],
  ["none.xes", xml("<log></log>"), /the log has no events/, /expected at least one/],
  ["hull.xes", xml("<log><trace/><trace/></log>"), /the log has no events/, /traces \(2\)/],
  ["none.csv", "case,activity,time\n", /rows below the header/, /file ends there/],
  ["zero.csv", "", /file is empty/, /log/],
];

test.each(kinds)("%s that holds %j is called by name, with what to do", async (name, contents, called, advice) => {
  const path = await fileOf(name, contents);
  for (const read of [readLog, readAnyLog]) {
    const error = await read(path).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toMatch(called);
    expect(error.message).toMatch(advice);
  }
});

test.each([
  ["orcid.csv", "ORCID,activity,time\n1,a,2024-01-01\n"],
  ["rda.csv", "RDA no,activity,time\n1,a,2024-01-01\n"],
  ["zip.csv", "7z,activity,time\n1,a,2024-01-01\n"],
])("%s, whose header only begins like a signature, is a CSV", async (name, contents) => {
  const mapping = { case: contents.split(",")[0]!, activity: "activity", timestamp: "time" };
  expect((await readLog(await fileOf(name, contents), { mapping })).cases).toBe(1);
});

test("what is no path of one file is told apart: an address, a pattern, standard input, a home folder", async () => {
  await expect(readLog("https://example.com/a/log.csv?x=1")).rejects.toThrow(/an address\. .*curl -L -o log\.csv/);
  await expect(readLog("file:///data/a%20b.csv")).rejects.toThrow(/Its path is \/data\/a b\.csv/);
  const folder = (await fileOf("orders-1.csv", "x")).replace("/orders-1.csv", "");
  await expect(readLog(`${folder}/orders-*.csv`)).rejects.toThrow(/a pattern\. It fits orders-1\.csv\..*--each/);
  await expect(readLog("-")).rejects.toThrow("/dev/stdin");
  await expect(readLog("~/orders.csv")).rejects.toThrow(/only in a shell/);
  await expect(readLog(folder)).rejects.toThrow(/found a directory/);
});

test("a socket is called one", async () => {
  const path = `${await Deno.makeTempDir()}/s.csv`;
  const server = createServer().listen(path);
  await new Promise((done) => server.once("listening", done));
  try {
    await expect(readLog(path)).rejects.toThrow(/found a socket/);
  } finally {
    server.close();
  }
});

test("a log given as a model says so", async () => {
  const log = xml("<log><trace/></log>");
  for (const name of ["m.pnml", "m.xml", "m.bpmn"]) {
    await expect(readModel(await fileOf(name, log))).rejects.toThrow(/expected a model but found a log.*tb discover/);
  }
  await expect(readModel("orders.xes")).rejects.toThrow(/ending of a log: discover a model/);
});
