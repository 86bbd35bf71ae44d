import { expect, test } from "vitest";
import { OptionError } from "../../../src/base/errors.ts";
import { type CsvTableOptions, readCsvTable } from "../../../src/io/csv/csv.ts";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { bytesOf, randomOf, rowsOf } from "./csv_cases.ts";

const read = (text: string, options: CsvTableOptions = {}) =>
  readCsvTable(bytesOf(text), { name: "r.csv", ...options });
const TABLE = (d: string) =>
  [["Order", "Step", "Date", "Qty"], ["A1", "enter", "2024-01-31 08:00", "1"], ["A1", "send", "2024-02-01 09:30", "2"]]
    .map((row) => row.join(d)).join("\n") + "\n";

test.each([
  ["a title padded with delimiters", (d: string) => `Orders by day${d.repeat(3)}\n`, 1],
  ["a title alone, a blank line", () => "Orders by day\n\n", 1],
  ["a title with a comma in it, and who asked", (d: string) => `Orders, by day, all\nUser:${d}Ada\n\n\n`, 2],
  ["comments", () => "# exported by ERP 7\n# on 2024-02-02, at 10:00\n# end\n", 3],
  ["a quoted title of two lines", (d: string) => `"Orders\nby day"${d.repeat(3)}\n`, 1],
])("%s above the header is found and told, whatever the delimiter", async (_, above, filled) => {
  for (const d of [",", ";", "\t", "|"]) {
    const top = above(d);
    const { table, report, delimiter, lineOf } = await read(top + TABLE(d));
    expect(delimiter).toBe(d);
    expect(table.columns.map(({ name }) => name)).toEqual(["Order", "Step", "Date", "Qty"]);
    expect(table.rows).toBe(2);
    const header = top.split("\n").length;
    expect(lineOf(0)).toBe(header + 1);
    const [finding, ...others] = report.findings;
    expect(finding).toMatchObject({ rule: "line above header", count: filled });
    expect(finding!.example).toMatch(new RegExp(`^r\\.csv, line 1: ".*which is taken to be line ${header}\\.$`, "s"));
    expect(others).toEqual([]);
  }
});

test.each([
  ["columns without names at the end", "case;activity;time;;;;;;\n1;a;2024-01-01;;;;;;\n1;b;2024-01-02;x;;;;;\n"],
  ["one name, one column", "title\nfirst\nsecond\n"],
  ["a header of years", "region,2023,2024\nnorth,1,2\nsouth,3,4\n"],
  ["text only", "a,b\nx,y\nz,w\n"],
  ["rows longer than the header", "case,activity,time\n1,a,2024-01-01,x,y,z,w,v\n2,b,2024-01-01,x,y,z,w,v\n"],
])("a header in the first line stays the header: %s", async (_, text) => {
  const reading = await read(text).catch((error: Error) => error.message);
  if (typeof reading === "string") expect(reading).toContain("as in the header");
  else expect(reading.report.count("line above header")).toBe(0);
});

test("a header is never passed over in files of random shape", async () => {
  for (let seed = 1; seed <= 150; seed++) {
    const random = randomOf(seed);
    const columns = 2 + random(9), delimiter = ",;\t|"[random(4)]!;
    const cell = (): string => ["", "", "plain text", "2024-01-05", "17.5", "n/a", "Order"][random(7)] ?? "";
    const header = Array.from({ length: columns }, (_, c) => `name ${c}`);
    const rows = Array.from({ length: 1 + random(12) }, () => header.map(cell));
    for (const row of rows) if (row.join("") === "") row[0] = "x";
    const text = [header, ...rows].map((row) => row.join(delimiter)).join("\n") + "\n";
    const { table } = await read(text, { delimiter });
    expect(table.columns.map(({ name }) => name)).toEqual(header);
    expect(rowsOf(table)).toEqual(rows.map((row) => row.map((text) => text === "" ? null : text)));
  }
});

test("the line of the header can be given, also where the table would not be found", async () => {
  const text = "Week;Month;Year;Note\n1;2;2024;-\n" + TABLE(";");
  expect((await read(text)).table.rows).toBe(4);
  const { table, lineOf, report } = await read(text, { headerLine: 3 });
  expect([table.columns[0]!.name, table.rows, lineOf(0), report.findings]).toEqual(["Order", 2, 4, []]);
  const long = "x".repeat(200_000) + "\n" + TABLE("|");
  expect((await read(long, { headerLine: 2 })).table.columns[1]!.name).toBe("Step");
  expect((await read("sep=;\r\nReport\r\n" + TABLE(";"), { headerLine: 3 })).lineOf(0)).toBe(4);
  for (const headerLine of [0, 1.5, 9]) await expect(read(TABLE(","), { headerLine })).rejects.toThrow(OptionError);
});

test("of a recording, a title shows only its shape", async () => {
  const text = "Recording of Ada\n\ntimestamp,user,app,action\n2026-01-05T08:00:00Z,u1,ERP,click\n";
  const log = await readInteractions(bytesOf(text), { name: "rec.csv" });
  expect(log.interactions).toBe(1);
  expect(log.source.findings.find(({ rule }) => rule === "line above header")!.example).toContain('"Xxxxxxxxx xx Xxx"');
});
