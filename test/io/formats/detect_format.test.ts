import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readCsvTable } from "../../../src/io/csv/csv.ts";
import { detectFormat } from "../../../src/io/formats/detect_format.ts";
import { detectKind } from "../../../src/io/interactions/detect_kind.ts";
import { bytesOf, messageOf } from "../csv/csv_cases.ts";

async function fileOf(name: string, contents: string | Uint8Array): Promise<string> {
  const path = `${await Deno.makeTempDir()}/${name}`;
  await Deno.writeFile(path, typeof contents === "string" ? bytesOf(contents) : contents);
  return path;
}

const xes = '<?xml version="1.0"?>\n<log xes.version="1.0"><trace/></log>';

test.each([
  ["a.csv", "case,activity\n", "csv"],
  ["a.txt", "case;activity\n", "csv"],
  ["a", "\ufeffcase|activity\n", "csv"],
  ["brackets.csv", "[case],activity\n", "csv"],
  ["tags.csv", "<b>case</b>,activity\n", "csv"],
  ["a.xes", xes, "xes"],
  ["misnamed.csv", xes, "xes"],
  ["a.xml", "<!-- a log --><log>", "xes"],
  ["a.json", '{"buckets": {}}', "json"],
  ["a.jsonocel", '{"ocel:events": {}}', "json"],
  ["a.xmlocel", "<log><object-types/></log>", "xmlocel"],
  ["a.csv.gz", gzipSync("case,activity\n"), "csv.gz"],
  ["a.xes.gz", gzipSync(xes), "xes.gz"],
  ["misnamed.xes", gzipSync(xes), "xes.gz"],
  ["a.json.gz", gzipSync("{}"), "json.gz"],
  ["a.parquet", "PAR1\x15\x04", "parquet"],
  ["a.duckdb", "\0\0\0\0\0\0\0\0DUCK\x40", "duckdb"],
  ["a.sqlite", "SQLite format 3\0", "sqlite"],
])("%s", async (name, contents, format) => {
  expect(await detectFormat(await fileOf(name, contents))).toBe(format);
});

test.each([
  ["a.xlsx", "PK\x03\x04\x14\0", "expected a log but found a spreadsheet. Export its sheet as CSV (UTF-8)."],
  ["a.zip", "PK\x03\x04\x14\0", "expected a log but found a zip archive. Unpack it and name the file inside."],
  ["a.csv", "", "expected a log but the file is empty."],
  ["a.csv.gz", gzipSync(""), "expected a log but the gzipped file is empty."],
  ["a.pdf", "%PDF-1.7", "expected a log but found a PDF document."],
  [
    "a.csv",
    "<!DOCTYPE html><html>",
    "expected a log but found a web page. Was it saved from a login or an error page?",
  ],
  ["a.pnml", '<?xml version="1.0"?><pnml>', "expected a log (XES has the root element <log>) but found XML of <pnml>."],
])("%s holding %j is refused in words", async (name, contents, message) => {
  expect(await messageOf(async () => detectFormat(await fileOf(name, contents)))).toBe(
    `InputError: ${name}: ${message}`,
  );
});

test("a missing file is an error that names files nearly so called", async () => {
  const path = await fileOf("orders_2025.csv", "a,b\n");
  const wanted = path.replace("orders_2025", "order-2025");
  expect(await messageOf(() => detectFormat(wanted))).toBe(
    `InputError: ${wanted}: expected a file but there is none of that name in "${
      path.replace("/orders_2025.csv", "")
    }". ` +
      "Near it: orders_2025.csv.",
  );
});

test("a directory is an error that names files in it", async () => {
  const folder = (await fileOf("orders.csv", "a,b\n")).replace("/orders.csv", "");
  expect(await messageOf(() => detectFormat(folder))).toBe(
    `InputError: ${folder}: expected a file but found a directory. Name a file in it, such as orders.csv.`,
  );
});

test.each([
  ["case,activity,timestamp,resource", "events"],
  ["Case ID;Activity;Start Timestamp;Complete Timestamp;Application", "events"],
  ["incident,status,url,changed at", "events"],
  ["timestamp,user,application,window,url,element,action,value", "interactions"],
  ["time,user,app,event type", "interactions"],
  ["Zeit;Benutzer;Anwendung;Fenstertitel;Aktion", "interactions"],
])("columns %s make a log of %s", async (header, kind) => {
  const { table } = await readCsvTable(bytesOf(`${header}\n${header.replace(/[^,;]+/g, "1")}\n`));
  expect(detectKind(table.columns)).toBe(kind);
});

const logs = "../shared/logs";
test.skipIf(!existsSync(logs) && !Deno.env.get("CI"))("real logs are what they are", async () => {
  const kind = async (name: string) => detectKind((await readCsvTable(`${logs}/${name}`)).table.columns);
  for (const name of ["process/receipt.csv", "process/running-example.csv"]) expect(await kind(name)).toBe("events");
  for (const name of ["cpn1", "cpn4-noise10", "cpn5", "cpn6", "student-record-raw", "student-record-truth"]) {
    expect(await kind(`interaction/${name}.csv`)).toBe("interactions");
  }
  expect(await detectFormat(`${logs}/process/road-traffic-fines.xes.gz`)).toBe("xes.gz");
  expect(await detectFormat(`${logs}/process/receipt.parquet`)).toBe("parquet");
});
