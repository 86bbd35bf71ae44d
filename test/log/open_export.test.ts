import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as tracebook from "../../src/io/mod.ts";
import { readLog } from "../../src/log/events/read_log.ts";
import { readInteractions } from "../../src/log/interactions/read_interactions.ts";
import { openExport } from "../../src/log/open_export.ts";
import { readAnyLog } from "../../src/log/read_any_log.ts";
import { tb } from "../support/tb.ts";

let folder: string;
beforeAll(async () => folder = await mkdtemp(join(tmpdir(), "tracebook-open-")));
afterAll(() => rm(folder, { recursive: true }));

const events = "case,activity,time\n1,a,2025-01-01T08:00:00Z\n1,b,2025-01-01T09:00:00Z\n";
const xes = `<?xml version="1.0"?><log><trace><string key="concept:name" value="1"/>${
  ["a", "b"].map((name) =>
    `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="2025-01-01T08:00:00Z"/></event>`
  ).join("")
}</trace></log>`;
const recording = "timestamp,user,application,window,element,action\n2025-01-01T08:00:00Z,Ada,Mail,Inbox,Reply,click\n";
const buckets = JSON.stringify({
  buckets: {
    "aw-watcher-window_host": {
      type: "currentwindow",
      hostname: "host",
      events: [{ timestamp: "2025-01-01T08:00:00Z", duration: 5, data: { app: "Mail", title: "Inbox" } }],
    },
  },
});

async function file(name: string, contents: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, contents);
  return path;
}

test.each([
  ["events.csv", events, "events", "csv", 2],
  ["events.csv.gz", gzipSync(events), "events", "csv.gz", 2],
  ["log.xes", xes, "events", "xes", 2],
  ["log.xes.gz", gzipSync(xes), "events", "xes.gz", 2],
  ["misnamed.csv", gzipSync(xes), "events", "xes.gz", 2],
  ["recording.csv", recording, "interactions", "csv", 1],
  ["watched.json", buckets, "interactions", "json", 1],
  ["watched.json.gz", gzipSync(buckets), "interactions", "json.gz", 1],
])("%s is opened as what it holds", async (name, contents, kind, format, rows) => {
  const opened = await openExport(await file(name, contents));
  const size = typeof contents === "string" ? new TextEncoder().encode(contents).length : contents.length;
  expect(opened).toMatchObject({ name, kind, format, size });
  expect(opened.kind === "events" ? opened.events.rows : opened.table.rows).toBe(rows);
});

test("a mapping that cannot be inferred is told as a problem, beside the roles that were found", async () => {
  const path = await file("half.csv", "order,booked at,amount\n1,2025-01-01,5\n1,2025-01-02,6\n");
  const opened = await openExport(path, { as: "events" });
  expect(opened.mapping).toBeUndefined();
  expect(opened.roles).toEqual({ case: "order", timestamp: "booked at" });
  await expect(readLog(path)).rejects.toThrow(opened.problem!.message);
});

test.each<[string, string | Uint8Array, (path: string) => Promise<unknown>]>([
  ["once.csv", events, readLog],
  ["once.csv.gz", gzipSync(events), readLog],
  ["once.xes.gz", gzipSync(xes), readLog],
  ["once.csv", events, readAnyLog],
  ["recorded.csv", recording, readAnyLog],
  ["once.json", buckets, readAnyLog],
  ["recorded.csv", recording, readInteractions],
  ["once.json.gz", gzipSync(buckets), readInteractions],
])("%s is opened once and closed again", async (name, contents, read) => {
  const path = await file(name, contents);
  const closed = new Set<string>();
  const { open } = Deno;
  const spied = vi.spyOn(Deno, "open").mockImplementation(async (...given) => {
    const opened = await open(...given);
    const close = opened.close.bind(opened);
    opened.close = () => {
      closed.add(String(given[0]));
      close();
    };
    return opened;
  });
  try {
    await read(path);
    expect(spied.mock.calls.map(([opened]) => opened)).toEqual([path]);
    expect([...closed]).toEqual([path]);
  } finally {
    spied.mockRestore();
  }
});

test("a file that is refused by its first bytes is closed, too", async () => {
  const path = await file("paper.pdf", "%PDF-1.7");
  let closed = 0;
  const { open } = Deno;
  const spied = vi.spyOn(Deno, "open").mockImplementation(async (...given) => {
    const opened = await open(...given);
    const close = opened.close.bind(opened);
    opened.close = () => (closed++, close());
    return opened;
  });
  try {
    await expect(readLog(path)).rejects.toThrow("found a PDF document");
    expect(closed).toBe(1);
  } finally {
    spied.mockRestore();
  }
});

test("what holds the other kind of log is refused with what was expected", async () => {
  await expect(readInteractions(await file("log.xes", xes))).rejects.toThrow(
    "expected interactions as CSV or as an export of ActivityWatch (JSON) but found xes",
  );
  await expect(readLog(await file("watched.json", buckets))).rejects.toThrow(
    "expected an event log as CSV, XES, Parquet or a DuckDB file but found json",
  );
});

test("tb map writes down what opening found", async () => {
  const path = await file("mapped.csv", events);
  expect((await tb("map", path)).json()).toMatchObject({
    kind: "events",
    mapping: { case: "case", activity: "activity", timestamp: "time" },
  });
});

test.each(["readCsv", "readXes", "readParquet", "readDuckDb"] as const)("%s says what it is called now", (name) => {
  const call = tracebook[name] as (path: string) => unknown;
  expect(() => call("orders")).toThrow(/write readLog/);
  expect(() => call("orders")).toThrow(`${name}Table`);
  expect(tracebook).toHaveProperty(`${name}Table`);
});
