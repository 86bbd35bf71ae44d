// @slow: reads whole public logs
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { type Column, columnNamed, type Table, valueAt } from "../../../src/base/column.ts";
import { readXesTable, type XesTable } from "../../../src/io/xes/xes.ts";
import { random } from "../../support/random.ts";
import { everything, randomXes, rowsOf, truthOf, type XesStyle } from "./xes_random.ts";

const PLAIN: XesStyle = { plain: true, prefix: "", newline: "\n", highest: 0x10ffff };
const ODD: XesStyle = { plain: false, prefix: "", newline: "\n", highest: 0x10ffff };
const encoder = new TextEncoder();

function read(text: string): Promise<XesTable> {
  return readXesTable(encoder.encode(text), { name: "test.xes" });
}

/** A log of one trace named "1" with these events. */
function readEvents(...events: string[]): Promise<XesTable> {
  const inner = events.map((event) => `<event>${event}</event>\n`).join("");
  return read(`<log>\n<trace>\n<string key="concept:name" value="1"/>\n${inner}</trace>\n</log>`);
}

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function column<K extends Column["kind"]>(table: Table, name: string, kind: K): Column & { kind: K } {
  const found = columnNamed(table, name);
  expect([name, found?.kind]).toEqual([name, kind]);
  return found as Column & { kind: K };
}

test("what is written plainly is read as it was meant", async () => {
  for (let seed = 0; seed < 150; seed++) {
    const { text, truth } = randomXes(random(seed), PLAIN);
    expect(truthOf(await read(text))).toEqual(truth);
  }
});

test("neither order, quotes, white space, comments, references nor prefixes change what is read", async () => {
  for (let seed = 0; seed < 300; seed++) {
    const source = random(seed);
    const style = { ...ODD, prefix: source.pick(["", "", "xes:"]), newline: source.pick(["\n", "\r\n"]) };
    const { text, truth } = randomXes(source, style);
    const log = await read(text);
    expect(truthOf(log)).toEqual(truth);
  }
});

test("chunks may end anywhere", async () => {
  for (let seed = 0; seed < 40; seed++) {
    const { text } = randomXes(random(1000 + seed), seed % 2 === 0 ? PLAIN : ODD);
    const oddities = '<event>some text<![CDATA[ ]] > <event/> ]]><money key="x" value="1">no</money></event></trace>';
    const bytes = encoder.encode(text.replace("</trace>", oddities));
    const whole = everything(await readXesTable(bytes, { name: "x" }));
    for (const size of [1, 2, 3, 7, 64]) {
      expect(everything(await readXesTable(inChunks(bytes, size), { name: "x" }))).toEqual(whole);
    }
  }
});

test("documents longer than the scanner's buffer are read the same in any chunks", async () => {
  let text = '<log>\n<trace>\n<string key="concept:name" value="1"/>\n';
  const long = "x".repeat(700_000);
  for (let i = 0; i < 20_000; i++) {
    text += `<event>\n<string key="concept:name" value="a${i % 7}"/>\n<int key="n" value="${i}"/>\n`;
    if (i === 9_000) text += `<string key="long" value="${long}"/>\n<!--${long}-->`;
    text += "</event>\n";
  }
  const bytes = encoder.encode(text + "</trace>\n</log>\n");
  const whole = await readXesTable(bytes, { name: "x" });
  expect(Array.from(column(whole.events, "n", "number").values)).toEqual(Array.from({ length: 20_000 }, (_, i) => i));
  expect(valueAt(column(whole.events, "long", "text"), 9_000)).toBe(long);
  const expected = everything(whole);
  for (const size of [5_003, 262_144, 262_145]) {
    expect(everything(await readXesTable(inChunks(bytes, size), { name: "x" }))).toEqual(expected);
  }
});

test("a file in UTF-16 or in a declared encoding is read as the text that it is", async () => {
  for (let seed = 0; seed < 6; seed++) {
    const { text, truth } = randomXes(random(2000 + seed), { ...ODD, highest: 0xff });
    const body = text.replace('<?xml version="1.0"?>', "");
    const units = Uint16Array.from(`\ufeff${text}`, (character) => character.charCodeAt(0));
    const little = new Uint8Array(units.length * 2), big = new Uint8Array(units.length * 2);
    units.forEach((unit, i) => {
      little.set([unit & 0xff, unit >> 8], i * 2);
      big.set([unit >> 8, unit & 0xff], i * 2);
    });
    const latin1 = Uint8Array.from(`<?xml version='1.0' encoding = 'ISO-8859-1' ?>${body}`, (c) => c.charCodeAt(0));
    const marked = encoder.encode(`\ufeff${text}`);
    for (const bytes of [little, little.subarray(2), big, big.subarray(2), latin1, marked, gzipSync(marked)]) {
      expect(truthOf(await readXesTable(bytes, { name: "x" }))).toEqual(truth);
      if (bytes[0] !== 0x1f) expect(truthOf(await readXesTable(inChunks(bytes, 1), { name: "x" }))).toEqual(truth);
    }
  }
});

test("windows-1252 has characters where ISO-8859-1 has none", async () => {
  const bytes = Uint8Array.from(
    '<?xml version="1.0" encoding="windows-1252"?><log><trace><string key="concept:name" value="\x80 \x9c"/></trace></log>',
    (c) => c.charCodeAt(0),
  );
  expect(rowsOf((await readXesTable(bytes)).traces.table)).toEqual([{ "case:concept:name": "€ œ" }]);
});

test("a UTF-8 file that declares UTF-16 is read as UTF-8, and that is said", async () => {
  const log = await read(
    '<?xml version="1.0" encoding="utf-16"?><log><trace><string key="concept:name" value="é"/></trace></log>',
  );
  expect(rowsOf(log.traces.table)).toEqual([{ "case:concept:name": "é" }]);
  expect(log.report.findings.find(({ rule }) => rule === "encoding")?.example)
    .toBe('test.xes: declares "utf-16" but its bytes are not; read as UTF-8');
});

test("white space in a value is a space each, and a reference to it is itself", async () => {
  const log = await readEvents('<string key="a" value="1\n2\r\n3\t4&#10;5&#13;6&#x9;7"/>');
  expect(rowsOf(log.events)).toEqual([{ a: "1 2 3 4\n5\r6\t7" }]);
});

test("elements give the types of columns, and the standard those of its own keys", async () => {
  const log = await readEvents(
    '<string key="concept:name" value="a"/><int key="org:resource" value="007"/><string key="time:timestamp" value="2020-01-01T00:00:00Z"/>' +
      '<int key="i" value="3"/><float key="f" value="3"/><boolean key="b" value="TRUE"/><id key="id" value="u-1"/><date key="d" value="2020-01-02T00:00:00+01:00"/>',
    '<int key="concept:name" value="5"/><float key="f" value="INF"/><boolean key="b" value="0"/><float key="i" value="2"/>',
  );
  expect(rowsOf(log.events)).toEqual([
    {
      "concept:name": "a",
      "org:resource": "007",
      "time:timestamp": new Date("2020-01-01T00:00:00Z"),
      i: 3,
      f: 3,
      b: true,
      id: "u-1",
      d: new Date("2020-01-01T23:00:00Z"),
    },
    { "concept:name": "5", f: Infinity, b: false, i: 2 },
  ]);
  expect(column(log.events, "f", "number").integer).toBe(false);
  expect(column(log.events, "i", "number").integer).toBe(false);
  expect(log.report.findings).toEqual([]);
});

test("whole numbers make a column of whole numbers", async () => {
  const log = await readEvents('<int key="i" value="-3"/>', '<int key="i" value="+4"/>', '<int key="i" value="2.0"/>');
  expect(Array.from(column(log.events, "i", "number").values)).toEqual([-3, 4, 2]);
  expect(column(log.events, "i", "number").integer).toBe(true);
});

test("a key of two types is text, and the report says where", async () => {
  const log = await readEvents(
    '<int key="a" value="1"/><date key="d" value="2020-01-01T00:00:00Z"/><boolean key="b" value="true"/><float key="f" value="1.5"/>',
    '<string key="a" value="x"/><string key="d" value="soon"/><int key="b" value="7"/><float key="f" value="one"/>',
    '<int key="a" value="01"/><date key="d" value="2020-01-01"/><boolean key="b" value="false"/><float key="f" value="2.50"/>',
  );
  expect(rowsOf(log.events)).toEqual([
    { a: "1", d: "2020-01-01T00:00:00.000Z", b: "true", f: "1.5" },
    { a: "x", d: "soon", b: "7", f: "one" },
    { a: "01", d: "2020-01-01", b: "false", f: "2.50" },
  ]);
  expect(log.report.findings).toEqual([{
    rule: "mixed types",
    count: 4,
    example: 'test.xes, line 5: "a" is a string here and of another type before; column "a" is text',
  }]);
});

test("a whole number that no double holds stays exact, as text", async () => {
  const log = await readEvents('<int key="a" value="5"/>', '<int key="a" value="12345678901234567890"/>');
  expect(rowsOf(log.events)).toEqual([{ a: "5" }, { a: "12345678901234567890" }]);
  expect(log.report.findings[0]!.example)
    .toBe(
      'test.xes, line 5: "a" has the value "12345678901234567890", which is too large for a number; column "a" is text',
    );
});

test("an unreadable time is missing, and counted with its line", async () => {
  const log = await readEvents(
    '<date key="time:timestamp" value="2020-01-01T00:00:00Z"/>',
    '<date key="time:timestamp" value="yesterday"/>',
    '<date key="time:timestamp" value="2020-02-30T00:00:00Z"/>',
  );
  expect(rowsOf(log.events).map((row) => Object.keys(row).length)).toEqual([1, 0, 0]);
  expect(log.report.findings).toEqual([{
    rule: "unreadable time",
    count: 2,
    example:
      'test.xes, line 5, "time:timestamp": expected a time in ISO 8601, such as 2011-04-13T14:02:31.199+02:00, ' +
      'but found "yesterday"',
  }]);
});

test("times without a zone are read as UTC, and counted", async () => {
  const log = await readEvents(
    '<date key="d" value="2020-01-01T00:00:00"/>',
    "<date value='2020-01-01' key='d'/>",
    '<date key="d" value="2020-01-01T00:00:00-01:00"/>',
  );
  expect(Array.from(column(log.events, "d", "time").values)).toEqual([1577836800000, 1577836800000, 1577840400000]);
  expect(log.report.findings).toEqual([{
    rule: "time zone assumed",
    count: 2,
    example: 'test.xes, line 4: "2020-01-01T00:00:00" has no zone; read as UTC',
  }]);
});

test("of a key that stands twice in an event the last one counts, and it is said", async () => {
  const log = await readEvents('<string key="a" value="1"/><string key="a" value="2"/>', '<string key="a" value="3"/>');
  expect(rowsOf(log.events)).toEqual([{ a: "2" }, { a: "3" }]);
  expect(log.report.findings).toEqual([
    { rule: "attribute repeated", count: 1, example: 'test.xes, line 4: "a" stands here again; the last one counts' },
  ]);
});

test("nested attributes, lists and containers are columns with their path", async () => {
  const log = await readEvents(
    '<string key="a" value="1"><int key="b" value="2"><string key="c" value="3"/></int></string>' +
      '<list key="l"><values><string key="x" value="p"/><string key="x" value="q"><int key="y" value="9"/></string></values></list>' +
      '<container key="k"><string key="x" value="r"/></container>',
    '<list key="l"><string key="x" value="s"/></list><string key="a/b" value="flat"/>',
  );
  expect(rowsOf(log.events)).toEqual([
    { a: "1", "a/b": "2", "a/b/c": "3", "l/0": "p", "l/1": "q", "l/1/y": 9, "k/x": "r" },
    { "l/0": "s", "a/b": "flat" },
  ]);
  expect(log.report.findings.map(({ rule, count }) => [rule, count])).toEqual([["list spread", 2], ["mixed types", 1]]);
});

test("extensions, globals and classifiers are kept, and give no event a value", async () => {
  const log = await read(`<log xes.version="1.0">
    <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
    <global scope="trace"><string key="concept:name" value="?"/></global>
    <global scope="event"><string key="concept:name" value="UNKNOWN"/><int key="n" value="0"/></global>
    <classifier name="Activity" keys="concept:name lifecycle:transition"/>
    <classifier name="Quoted" scope="event" keys="'resource country' n"/>
    <classifier name="Found" keys="resource country n"/>
    <string key="source" value="test"><string key="inner" value="x"/></string>
    <trace><string key="concept:name" value="1"/><event><string key="resource country" value="x"/></event></trace></log>`);
  expect(rowsOf(log.events)).toEqual([{ "resource country": "x" }]);
  expect(log.extensions).toEqual([{
    name: "Concept",
    prefix: "concept",
    uri: "http://www.xes-standard.org/concept.xesext",
  }]);
  expect(log.globals).toEqual([
    { scope: "trace", type: "string", key: "concept:name", value: "?" },
    { scope: "event", type: "string", key: "concept:name", value: "UNKNOWN" },
    { scope: "event", type: "int", key: "n", value: "0" },
  ]);
  expect([...log.classifiers]).toEqual([
    ["Activity", ["concept:name", "lifecycle:transition"]],
    ["Quoted", ["resource country", "n"]],
    ["Found", ["resource country", "n"]],
  ]);
  expect(log.report.findings).toEqual([
    { rule: "note", count: 1, example: "test.xes: attributes of the log itself are left out: 1" },
  ]);
});

test("traces without a name get their number, and one that is not taken", async () => {
  const log = await read(
    '<log>\n<trace><event/></trace>\n<trace><string key="concept:name" value="3"/><event/></trace>\n' +
      '<trace><string key="concept:name" value=""/><event/></trace></log>',
  );
  expect(rowsOf(log.traces.table)).toEqual([
    { "case:concept:name": "1" },
    { "case:concept:name": "3" },
    { "case:concept:name": "trace 3" },
  ]);
  expect(log.report.findings).toEqual([
    { rule: "missing case", count: 2, example: 'test.xes, line 2: a trace without concept:name is called "1"' },
  ]);
});

test("traces of one name are one case, with the first value of each attribute", async () => {
  const log = await read(`<log>
<trace><string key="concept:name" value="A"/><int key="x" value="1"/><event><string key="concept:name" value="a"/></event></trace>
<trace><string key="concept:name" value="B"/></trace>
<trace><int key="x" value="2"/><int key="y" value="3"/><event><string key="concept:name" value="b"/></event><string key="concept:name" value="A"/></trace>
</log>`);
  expect(truthOf(log)).toEqual({
    traces: [{ "case:concept:name": "A", "case:x": 1, "case:y": 3 }, { "case:concept:name": "B" }],
    events: [{ trace: 0, values: { "concept:name": "a" } }, { trace: 0, values: { "concept:name": "b" } }],
  });
  expect(log.report.findings).toEqual([
    {
      rule: "case merged",
      count: 1,
      example: 'test.xes, line 4: the trace "A" has the name of the one on line 2; their events are one case',
    },
    { rule: "case without events", count: 1, example: 'test.xes, line 3: the trace "B" has no events' },
  ]);
});

test("an event outside of all traces has no case", async () => {
  const log = await read('<log><event><string key="concept:name" value="a"/></event><trace><event/></trace></log>');
  expect(Array.from(log.traces.of)).toEqual([-1, 0]);
});

test("what XES does not have is left out and counted", async () => {
  const log = await readEvents(
    '<foo><event><string key="a" value="1"/></event></foo>text<string key="b" value="2"/><![CDATA[<string key="c" value="3"/>]]>' +
      '<string value="4"/><string key="d"/>',
  );
  expect(rowsOf(log.events)).toEqual([{ b: "2" }]);
  expect(log.report.findings).toEqual([
    {
      rule: "element left out",
      count: 5,
      example: "test.xes, line 4: found the element <foo>, which XES does not have",
    },
  ]);
});

test("bytes that are no UTF-8 are said where they stand", async () => {
  const text =
    '<log>\n<trace>\n<string key="concept:name" value="1"/>\n<event>\n<string key="a" value="caf#"/></event></trace></log>';
  const bytes = encoder.encode(text).map((byte) => byte === 0x23 ? 0xe9 : byte);
  const log = await readXesTable(bytes, { name: "test.xes" });
  expect(rowsOf(log.events)).toEqual([{ a: "caf\ufffd" }]);
  expect(log.report.findings[0]).toMatchObject({ rule: "encoding", count: 1 });
  expect(log.report.findings[0]!.example).toMatch(
    /^test\.xes, line 4, "a": bytes that are no UTF-8 are read as \ufffd in "caf\ufffd"/,
  );
});

test("bytes that are no UTF-8 do not make one name of two", async () => {
  const event = (name: string) => `<event><string key="a" value="${name}"/></event>`;
  const text = `<log><trace>${["caf#", "caf~", "caf#", "caf\u00e9"].map(event).join("")}</trace></log>`;
  const bytes = encoder.encode(text).map((byte) => byte === 0x23 ? 0xe9 : byte === 0x7e ? 0xe8 : byte);
  const log = await readXesTable(bytes, { name: "test.xes" });
  expect(rowsOf(log.events)).toEqual(["café", "cafè", "café", "café"].map((a) => ({ a })));
  expect(log.report.findings.find(({ rule }) => rule === "encoding")).toMatchObject({ count: 2 });
});

test("rows know the line on which they begin", async () => {
  const log = await read(
    '<log>\n<trace>\n<event>\n<string key="a"\nvalue="x\ny"/>\n</event>\n<!--\n\n--><event\n/>\n\n<event></event></trace></log>',
  );
  expect([0, 1, 2].map((row) => log.lineOf(row))).toEqual([3, 10, 13]);
});

test("a column that comes late or seldom is missing everywhere else", async () => {
  const events = Array.from(
    { length: 3000 },
    (_, i) =>
      `<int key="n" value="${i}"/>` +
      (i === 2500 ? '<string key="late" value="x"/><date key="d" value="2020-01-01T00:00:00Z"/>' : "") +
      (i % 100 === 99 ? `<float key="seldom" value="${i}.5"/><boolean key="b" value="${i % 200 === 99}"/>` : ""),
  );
  const rows = rowsOf((await readEvents(...events)).events);
  rows.forEach((row, i) => {
    expect(row).toEqual({
      n: i,
      ...(i === 2500 ? { late: "x", d: new Date("2020-01-01T00:00:00Z") } : {}),
      ...(i % 100 === 99 ? { seldom: i + 0.5, b: i % 200 === 99 } : {}),
    });
  });
});
