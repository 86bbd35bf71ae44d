import { gzipSync } from "node:zlib";
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { readCsvTable } from "../../../src/io/csv/csv.ts";
import { readCsvEvents } from "../../support/csv_events.ts";
import { bytesOf, messageOf, randomOf, rowsOf } from "./csv_cases.ts";

const read = (text: string, options = {}) => readCsvTable(bytesOf(text), options);

test("fields are cut as RFC 4180 says", async () => {
  const { table } = await read('a,b,c\n1,"x, y","say ""hi"""\n2,"two\nlines",\n"3", "spaced" ,""\n');
  expect(rowsOf(table)).toEqual([["1", "x, y", 'say "hi"'], ["2", "two\nlines", null], ["3", "spaced", null]]);
});

test("a quote inside a bare field is text", async () => {
  const { table } = await read('a,b\n5" pipe,x"y"\n');
  expect(rowsOf(table)).toEqual([['5" pipe', 'x"y"']]);
});

test.each([["LF", "\n"], ["CRLF", "\r\n"], ["CR", "\r"]])("lines end with %s, the last one may not", async (_, end) => {
  for (const last of [end, ""]) {
    const { table, lineOf } = await read(["a,b", "1,2", "", '3,"4', '5"', "6,"].join(end) + last);
    expect(rowsOf(table)).toEqual([["1", "2"], ["3", `4${end}5`], ["6", null]]);
    expect([0, 1, 2].map(lineOf)).toEqual([2, 4, 6]);
  }
});

test.each([",", ";", "\t", "|"])(
  "the delimiter %j is found over quoted fields that hold the others",
  async (delimiter) => {
    const quoted = '"a, b; c| d\t e"';
    const lines = [["case", "activity", "time"], ["1", quoted, "x"], ["2", quoted, "y"]];
    const { table, delimiter: found } = await read(lines.map((line) => line.join(delimiter)).join("\n"));
    expect(found).toBe(delimiter);
    expect(rowsOf(table)[1]).toEqual(["2", "a, b; c| d\t e", "y"]);
  },
);

test("decimal commas do not make a file comma-separated", async () => {
  const { delimiter } = await read("id;price;share\n1;1,50;0,5\n2;2,75;0,25\n");
  expect(delimiter).toBe(";");
});

test("a first line sep=… names the delimiter and is no row", async () => {
  const { table, delimiter, lineOf } = await read("sep=|\r\na|b\r\n1,2|3\r\n");
  expect([delimiter, rowsOf(table), lineOf(0)]).toEqual(["|", [["1,2", "3"]], 3]);
});

test("only empty fields are missing; NA, null and None are text", async () => {
  const { table } = await read('case,b\nNA,null\nNone,""\n" ",NaN\n');
  expect(rowsOf(table)).toEqual([["NA", "null"], ["None", null], [" ", "NaN"]]);
});

const umlauts = "case,activity\n1,Prüfung\n2,größer €\n";
function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}
const windows1252 = Uint8Array.from(umlauts, (c) => c === "€" ? 0x80 : c.charCodeAt(0));

test.each([
  ["utf-8", "UTF-8", bytesOf(umlauts)],
  ["utf-8", "UTF-8 with a byte order mark", bytesOf("\ufeff" + umlauts)],
  ["utf-16le", "UTF-16LE with a mark", utf16("\ufeff" + umlauts, true)],
  ["utf-16be", "UTF-16BE with a mark", utf16("\ufeff" + umlauts, false)],
  ["utf-16le", "UTF-16LE without", utf16(umlauts, true)],
  ["utf-16be", "UTF-16BE without", utf16(umlauts, false)],
  ["windows-1252", "windows-1252", windows1252],
  ["utf-8", "gzipped UTF-8", new Uint8Array(gzipSync(bytesOf(umlauts)))],
])("reads %s: %s", async (encoding, _, bytes) => {
  const result = await readCsvTable(bytes);
  expect(result.encoding).toBe(encoding);
  expect(result.table.columns.map((column) => column.name)).toEqual(["case", "activity"]);
  expect(rowsOf(result.table)).toEqual([["1", "Prüfung"], ["2", "größer €"]]);
});

test("an encoding that is given is used", async () => {
  const bytes = Uint8Array.of(...bytesOf("a,b\n"), 0xa4, 0x2c, 0x31);
  expect(rowsOf((await readCsvTable(bytes, { encoding: "iso-8859-15" })).table)).toEqual([["€", "1"]]);
  const japanese = Uint8Array.of(...bytesOf("a,b\n"), 0x83, 0x7c, 0x2c, 0x31);
  expect(rowsOf((await readCsvTable(japanese, { encoding: "shift_jis" })).table)).toEqual([["ポ", "1"]]);
});

test("rows that lie across the chunks of a long file are whole, plain and gzipped", async () => {
  const random = randomOf(3);
  const pieces = ["plain", 'a "quoted" one', "with\r\nbreaks", "ünïcödé", "日本語 😀", "x".repeat(300)];
  const rows = Array.from({ length: 90_000 }, (_, row) => [`${row}`, pieces[random(6)]!, pieces[random(6)]!]);
  const quoted = (field: string) => /["\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
  const text = "a,b,c\r\n" + rows.map((row) => row.map(quoted).join(",") + "\r\n").join("");
  const bytes = bytesOf(text);
  expect(bytes.length).toBeGreaterThan(2 * (1 << 22));
  for (const source of [bytes, new Uint8Array(gzipSync(bytes))]) {
    const { table, lineOf } = await readCsvTable(source);
    expect(table.rows).toBe(rows.length);
    rows.forEach((row, r) => {
      const found = table.columns.map((column) => column.dictionary[column.codes[r]!]);
      if (found.join("\0") !== row.join("\0")) throw new Error(`row ${r}: ${found} instead of ${row}`);
    });
    expect(lineOf(43_210)).toBe(text.slice(0, text.indexOf("\r\n43210,")).split("\r\n").length + 1);
  }
});

test("columns are typed where every value allows it, and the mapped ones stay text", async () => {
  const log = await readCsvEvents(bytesOf(
    "case,activity,timestamp,user,cost,plz,flag,due,long\n" +
      "1,10,2025-12-31 10:00,7,1.5,01234,true,2026-01-02,12345678901234567890\n" +
      "2,20,2025-12-31T10:00:00+01:00,8,,99999,FALSE,,1\n",
  ));
  expect(log.events.columns.map((column) => column.kind)).toEqual(
    ["text", "text", "time", "text", "number", "text", "boolean", "time", "text"],
  );
  expect(rowsOf(log.events)[1]).toEqual(["2", "20", "2025-12-31T09:00:00.000Z", "8", null, "99999", false, null, "1"]);
  expect(log.mapping).toEqual({ case: "case", activity: "activity", timestamp: "timestamp", resource: "user" });
});

test("two columns of one name, and columns without a name, get names of their own", async () => {
  const { table, report } = await read(",x,x,x (2),x\n1,2,3,4,5\n");
  expect(table.columns.map((column) => column.name)).toEqual(["column 1", "x", "x (3)", "x (2)", "x (4)"]);
  expect(report.count("column renamed")).toBe(3);
});

test("the order of dates is decided over the whole column", async () => {
  const file = (day: string) => `case,activity,time\n1,a,03/04/2025 10:00\n1,b,${day} 11:00\n`;
  const dayFirst = await readCsvEvents(bytesOf(file("25/04/2025")));
  const monthFirst = await readCsvEvents(bytesOf(file("04/25/2025")));
  expect(rowsOf(dayFirst.events)[0]![2]).toBe("2025-04-03T10:00:00.000Z");
  expect(rowsOf(monthFirst.events)[0]![2]).toBe("2025-03-04T10:00:00.000Z");
  const given = await readCsvEvents(bytesOf(file("05/04/2025")), { dateOrder: "mdy" });
  expect(rowsOf(given.events)[1]![2]).toBe("2025-05-04T11:00:00.000Z");
  expect(await messageOf(() => readCsvEvents(bytesOf(file("05/04/2025")), { name: "orders.csv" }))).toBe(
    'InputError: orders.csv, line 2, column "time": expected dates whose order of day and month can be told but found ' +
      '"03/04/2025 10:00", and no date in the column has a day above 12. Give --date-order dmy if the day comes first, ' +
      "--date-order mdy if the month does.",
  );
});

const logs = "../shared/logs";
test.skipIf(!existsSync(logs) && !Deno.env.get("CI"))("the textbook log is read as it is", async () => {
  const log = await readCsvEvents(`${logs}/process/running-example.csv`);
  expect([log.events.rows, log.delimiter, log.encoding, log.lineOf!(41)]).toEqual([42, ",", "utf-8", 43]);
  expect(rowsOf(log.events)[0]).toEqual(
    [0, "register request", "Pete", "2010-12-30T13:32:00.000Z", "register request", "Pete", 50, "3", "Fluxicon Nitro"],
  );
});

/** Text in which `#` and the two hex digits behind it stand for a byte. */
function withBytes(text: string): Uint8Array {
  return new Uint8Array(
    text.split(/(#[0-9A-F]{2})/).flatMap((part) =>
      /^#[0-9A-F]{2}$/.test(part) ? [parseInt(part.slice(1), 16)] : [...bytesOf(part)]
    ),
  );
}

test("stray bytes in UTF-8 are read one by one as windows-1252: no two names become one", async () => {
  const lines = ["Kunde,Weg", "Bär,über Köln", "J#FCrgen,zu Fuß", "J#F6rgen,zu Fuß", "#80uro,Gr#FC#DFe", "Jürgen,x#C3"];
  const { table, report, encoding } = await readCsvTable(withBytes(lines.join("\n") + "\n"), { name: "post.csv" });
  expect(rowsOf(table)).toEqual([
    ["Bär", "über Köln"],
    ["Jürgen", "zu Fuß"],
    ["Jörgen", "zu Fuß"],
    ["€uro", "Grüße"],
    ["Jürgen", "xÃ"],
  ]);
  // Written in two ways, it is one name: a dictionary holds no text twice.
  expect(table.columns[0]!.dictionary).toEqual(["Bär", "Jürgen", "Jörgen", "€uro"]);
  expect(encoding).toBe("utf-8");
  expect(report.findings).toEqual([{
    rule: "encoding",
    count: 6,
    example: 'post.csv, line 3: bytes that are no UTF-8 are read one by one as windows-1252, as in "Jürgen".',
  }]);
});

test("all 128 bytes beyond ASCII, each a name of its own, stay 128 names", async () => {
  const hex = Array.from({ length: 128 }, (_, i) => (i + 128).toString(16).toUpperCase());
  const valid = Array.from({ length: 400 }, (_, i) => `ü${i},prüfen`);
  const { table } = await readCsvTable(
    withBytes(["a,b", ...valid, ...hex.map((h) => `#${h},prüfen`)].join("\n") + "\n"),
  );
  expect(new Set(table.columns[0]!.dictionary).size).toBe(400 + 128);
});

test("names of columns are decoded as cells are, and a shape is all that shows of what may be private", async () => {
  const bytes = withBytes("a,M#FCnze\nBär,M#F6ller 12\nfür,größer\n");
  const { table, report } = await readCsvTable(bytes, { shapes: true });
  expect(table.columns.map(({ name }) => name)).toEqual(["a", "Münze"]);
  expect(report.findings[0]!.example).toContain('"Xxxxx"');
});
