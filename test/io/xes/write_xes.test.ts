// @slow: reads and writes whole public logs
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Column, NumberColumn } from "../../../src/base/column.ts";
import { InputError } from "../../../src/base/errors.ts";
import { readXesTable, type XesTable } from "../../../src/io/xes/xes.ts";
import { writeXes, xesBytes, type XesContent } from "../../../src/io/xes/write_xes.ts";
import { random } from "../../support/random.ts";
import { randomXes, rowsOf, truthOf } from "./xes_random.ts";

const LOGS = "../shared/logs/process/";
const FILES = [
  "running-example.xes",
  "reviewing.xes.gz",
  "interval_event_log.xes.gz",
  "bpic2013-incidents.xes.gz",
  "road-traffic-fines.xes.gz",
];

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "write-xes-"));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function text(content: XesContent): string {
  const decoder = new TextDecoder();
  return [...xesBytes(content)].map((bytes) => decoder.decode(bytes, { stream: true })).join("");
}

function textColumn(name: string, ...values: (string | null)[]): Column {
  const dictionary = [...new Set(values.filter((value) => value !== null))];
  return {
    kind: "text",
    name,
    dictionary,
    codes: Int32Array.from(values, (v) => v === null ? -1 : dictionary.indexOf(v)),
  };
}

function timeColumn(name: string, ...values: number[]): Column {
  return { kind: "time", name, values: Float64Array.from(values) };
}

function tableOf(...columns: Column[]) {
  const first = columns[0]!;
  return { rows: first.kind === "text" ? first.codes.length : first.values.length, columns };
}

/** Compares value by value, but names only the column that differs: a million values are not to be printed. */
function expectSame(copy: XesTable, log: XesTable): void {
  const of = (log: XesTable) => [...log.events.columns, ...log.traces.table.columns];
  const heads = (log: XesTable) => of(log).map((c) => [c.name, c.kind, c.kind === "number" && c.integer]);
  expect(heads(copy)).toEqual(heads(log));
  const same = (a: ArrayLike<unknown>, b: ArrayLike<unknown>) => {
    let equal = a.length === b.length;
    for (let i = 0; equal && i < a.length; i++) equal = Object.is(a[i], b[i]);
    return equal;
  };
  const originals = of(log);
  const differing = of(copy).filter((column, i) => {
    const original = originals[i]!;
    return column.kind === "text" && original.kind === "text"
      ? !same(column.codes, original.codes) || !same(column.dictionary, original.dictionary)
      : !same((column as NumberColumn).values, (original as NumberColumn).values);
  });
  expect(differing.map((column) => column.name)).toEqual([]);
  expect(same(copy.traces.of, log.traces.of)).toBe(true);
  expect([copy.extensions, copy.globals, [...copy.classifiers]]).toEqual([log.extensions, log.globals, [
    ...log.classifiers,
  ]]);
}

for (const file of FILES) {
  test.skipIf(!process.env.CI && !existsSync(LOGS + file))(`${file} is read, written and read the same`, async () => {
    await inFolder(async (folder) => {
      const log = await readXesTable(LOGS + file, { name: "log" });
      const path = join(folder, "copy.xes.gz");
      expect((await writeXes(path, log)).findings).toEqual([]);
      expectSame(await readXesTable(path, { name: "log" }), log);
    });
  }, 120_000);
}

test("random logs are written and read the same", async () => {
  for (let seed = 0; seed < 300; seed++) {
    const source = random(seed);
    const document = randomXes(source, { plain: false, prefix: "", newline: "\n", highest: 0x10ffff });
    const log = await readXesTable(new TextEncoder().encode(document.text));
    const copy = await readXesTable(new TextEncoder().encode(text(log)));
    expect(truthOf(copy)).toEqual(document.truth);
    const kinds = (columns: readonly Column[]) =>
      columns.map((c) => [c.name, c.kind, c.kind === "number" && c.integer]).sort();
    expect(kinds(copy.events.columns)).toEqual(kinds(log.events.columns));
    expect(kinds(copy.traces.table.columns)).toEqual(kinds(log.traces.table.columns));
    // What is written of the copy is what it was read from.
    expect(text(await readXesTable(new TextEncoder().encode(text(copy))))).toEqual(text(copy));
  }
});

test("a small log is written as one would write it", () => {
  const events = tableOf(
    textColumn("concept:name", "a", "b & c"),
    timeColumn("time:timestamp", Date.UTC(2020, 0, 2), Date.UTC(2020, 0, 2) + 0.001),
    { kind: "number", name: "n", integer: true, values: Float64Array.of(1, NaN) },
    { kind: "number", name: "n/share", integer: false, values: Float64Array.of(0.5, 2) },
    { kind: "boolean", name: "ok", values: Int8Array.of(-1, 0) },
  );
  const traces = {
    table: tableOf(textColumn("case:concept:name", "1"), textColumn("case:org:region", '"N"')),
    of: Int32Array.of(0, 0),
  };
  const classifiers = new Map([["Both", ["concept:name", "a key"]]]);
  const globals = [{ scope: "event", type: "string", key: "concept:name", value: "?" }] as const;
  expect(text({ events, traces, classifiers, globals })).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">
	<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
	<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
	<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
	<global scope="event">
		<string key="concept:name" value="?"/>
	</global>
	<classifier name="Both" keys="concept:name 'a key'"/>
	<trace>
		<string key="concept:name" value="1"/>
		<string key="org:region" value="&quot;N&quot;"/>
		<event>
			<string key="concept:name" value="a"/>
			<date key="time:timestamp" value="2020-01-02T00:00:00.000+00:00"/>
			<int key="n" value="1">
				<float key="share" value="0.5"/>
			</int>
		</event>
		<event>
			<string key="concept:name" value="b &amp; c"/>
			<date key="time:timestamp" value="2020-01-02T00:00:00.000001+00:00"/>
			<float key="n/share" value="2"/>
			<boolean key="ok" value="false"/>
		</event>
	</trace>
</log>
`);
});

test("a child of a child whose parent is missing keeps its path", async () => {
  const events = tableOf(
    textColumn("a", "1", null, null),
    textColumn("a/b", null, "2", "2"),
    textColumn("a/b/c", "3", "3", null),
  );
  const traces = { table: tableOf(textColumn("case:concept:name", "1")), of: Int32Array.of(0, 0, 0) };
  const copy = await readXesTable(new TextEncoder().encode(text({ events, traces })));
  expect(rowsOf(copy.events)).toEqual([{ a: "1", "a/b/c": "3" }, { "a/b": "2", "a/b/c": "3" }, { "a/b": "2" }]);
});

test("numbers and times of any size are read back as the same", async () => {
  const numbers = [
    0,
    -0,
    0.1,
    1 / 3,
    5e-324,
    -1.7976931348623157e308,
    1e21,
    1e22,
    123456789012345680,
    Infinity,
    -Infinity,
  ];
  const start = Date.UTC(2023, 4, 6, 7, 8, 9, 10);
  const times = [-62167219200000, 253402300799999, -1, 0, 0.5, start + 0.001, start + 0.999, start + 0.123456];
  const source = random(5);
  for (let i = 0; i < 500; i++) {
    numbers.push((source.next() - 0.5) * 10 ** source.below(40));
    times.push(Math.floor(source.next() * 4e12 - 1e12) + source.below(1000) / 1000);
  }
  while (times.length < numbers.length) times.push(0);
  const events = tableOf(
    { kind: "number", name: "n", integer: false, values: Float64Array.from(numbers) },
    timeColumn("t", ...times.slice(0, numbers.length)),
  );
  const traces = { table: tableOf(textColumn("case:concept:name", "1")), of: new Int32Array(events.rows) };
  const [n, t] = (await readXesTable(new TextEncoder().encode(text({ events, traces })))).events.columns;
  expect(Array.from((n as { values: Float64Array }).values)).toEqual(numbers);
  const read = (t as { values: Float64Array }).values;
  times.slice(0, numbers.length).forEach((time, i) => expect(Math.abs(read[i]! - time)).toBeLessThan(0.0003));
  expect(Array.from(read.subarray(0, 7))).toEqual(times.slice(0, 7));
});

test("what XML cannot hold is replaced, what no year holds left out, and both are counted", async () => {
  await inFolder(async (folder) => {
    const events = tableOf(
      textColumn("a", "x\u0000y", "\ud800z", "fine 😀 \u007f"),
      timeColumn("t", NaN, 253402300800000, -62167219200001),
    );
    const path = join(folder, "log.xes");
    const report = await writeXes(path, {
      events,
      traces: { table: tableOf(textColumn("case:concept:name", "1")), of: new Int32Array(3) },
    });
    expect(rowsOf((await readXesTable(path)).events)).toEqual([{ a: "x\ufffdy" }, { a: "\ufffdz" }, {
      a: "fine 😀 \u007f",
    }]);
    expect(report.findings).toEqual([
      { rule: "encoding", count: 2, example: '"x\\u0000y": XML cannot hold U+0000; U+FFFD is written for it' },
      {
        rule: "impossible time",
        count: 2,
        example: 'column "t": 253402300800000 ms from 1970 is outside of the years 0 to 9999; left out',
      },
    ]);
  });
});

test("a mapping gives columns the names of the standard, and makes traces of cases", async () => {
  const events = tableOf(
    textColumn("Vorgang", "7", "8", "7", null),
    textColumn("concept:name", "old", null, null, null),
    textColumn("Schritt", "a", "b", "c", "d"),
    timeColumn("Ende", 1000, 2000, 3000, 4000),
    textColumn("case:region", null, "S", "N", "W"),
  );
  const mapping = { case: "Vorgang", activity: "Schritt", timestamp: "Ende" };
  const copy = await readXesTable(new TextEncoder().encode(text({ events, mapping })));
  expect(truthOf(copy)).toEqual({
    traces: [
      { "case:concept:name": "7", "case:region": "N" },
      { "case:concept:name": "8", "case:region": "S" },
    ],
    events: [
      { trace: 0, values: { "concept:name (2)": "old", "concept:name": "a", "time:timestamp": new Date(1000) } },
      { trace: 0, values: { "concept:name": "c", "time:timestamp": new Date(3000) } },
      { trace: 1, values: { "concept:name": "b", "time:timestamp": new Date(2000) } },
      { trace: -1, values: { "concept:name": "d", "time:timestamp": new Date(4000) } },
    ],
  });
});

test("only the rows asked for are written, in their order, and only their traces", async () => {
  const events = tableOf(textColumn("concept:name", "a", "b", "c", "d"));
  const traces = { table: tableOf(textColumn("case:concept:name", "1", "2", "3")), of: Int32Array.of(0, 0, 1, 2) };
  const copy = await readXesTable(new TextEncoder().encode(text({ events, traces, rows: Int32Array.of(3, 1, 0) })));
  expect(truthOf(copy)).toEqual({
    traces: [{ "case:concept:name": "1" }, { "case:concept:name": "3" }],
    events: [
      { trace: 0, values: { "concept:name": "b" } },
      { trace: 0, values: { "concept:name": "a" } },
      { trace: 1, values: { "concept:name": "d" } },
    ],
  });
});

test("files ending in .gz are packed, streams are written to, and equal logs give equal bytes", async () => {
  await inFolder(async (folder) => {
    const content = { events: tableOf(textColumn("case:concept:name", "1"), textColumn("concept:name", "a")) };
    const expected = text(content);
    await writeXes(join(folder, "a.xes"), content);
    await writeXes(join(folder, "a.xes.gz"), content);
    expect(await readFile(join(folder, "a.xes"), "utf8")).toBe(expected);
    expect(gunzipSync(await readFile(join(folder, "a.xes.gz"))).toString()).toBe(expected);
    let streamed = "";
    const decoder = new TextDecoder();
    await writeXes(new WritableStream({ write: (chunk) => void (streamed += decoder.decode(chunk)) }), content);
    expect(streamed).toBe(expected);
  });
});

test("where a file cannot be written that is said, and files that are there stay", async () => {
  await inFolder(async (folder) => {
    const content = { events: tableOf(textColumn("case:concept:name", "1")) };
    await expect(writeXes(join(folder, "none", "a.xes"), content)).rejects.toThrow(InputError);
    await expect(writeXes(folder, content)).rejects.toThrow(/expected a file that can be written but found/);
    const path = join(folder, "a.xes");
    await writeFile(path, "mine");
    await expect(writeXes(path, { events: tableOf(textColumn("a", "1")) })).rejects.toThrow(
      'expected a column "case:concept:name" that says which events are a case',
    );
    expect(await readFile(path, "utf8")).toBe("mine");
  });
});
