import { expect, test } from "vitest";
import type { Column, Table, TextColumn } from "../../../src/base/column.ts";
import { readCsvTable } from "../../../src/io/csv/csv.ts";
import { readCsvEvents } from "../../support/csv_events.ts";
import { csvText } from "../../../src/io/csv/csv_text.ts";
import { writeCsv } from "../../../src/io/csv/write_csv.ts";
import { bytesOf, randomOf, rowsOf } from "./csv_cases.ts";

const NASTY = [
  ",",
  ";",
  '"',
  '""',
  "'",
  "\n",
  "\r",
  "\r\n",
  "\t",
  "|",
  " ",
  "a",
  "NA",
  "null",
  "0",
  "01",
  "é",
  "日本",
  "😀",
  "\ufeff",
  "<script>alert(1)</script>",
  "=1+1",
  "\u0000",
  "\\",
  "\u2028",
  "$&",
  "sep=",
];

function randomTable(seed: number): Table {
  const random = randomOf(seed);
  const rows = 1 + random(30), width = 1 + random(5);
  const columns = Array.from({ length: width }, (_, c): TextColumn => {
    const codes = new Int32Array(rows), dictionary: string[] = [];
    for (let row = 0; row < rows; row++) {
      if (random(5) === 0) {
        codes[row] = -1;
        continue;
      }
      const text = Array.from({ length: 1 + random(4) }, () => NASTY[random(NASTY.length)]).join("");
      const known = dictionary.indexOf(text);
      codes[row] = known >= 0 ? known : dictionary.push(text) - 1;
    }
    return { kind: "text", name: `${c}: "x", ;\n${NASTY[random(9)]}.`, codes, dictionary };
  });
  return { rows, columns };
}

test("a table of any text comes back as it was, whatever the delimiter", async () => {
  for (let seed = 1; seed <= 300; seed++) {
    const table = randomTable(seed);
    const delimiter = [",", ";", "\t", "|"][seed % 4]!;
    const { table: back } = await readCsvTable(bytesOf(csvText(table, { delimiter })), {
      delimiter,
      encoding: "utf-8",
    });
    expect(back.columns.map((column) => column.name)).toEqual(table.columns.map((column) => column.name));
    expect(rowsOf(back)).toEqual(rowsOf(table));
    expect(back).toEqual(table);
  }
});

test("numbers, truth values and times come back as they were, to the microsecond", async () => {
  const time = Date.UTC(2025, 11, 31, 23, 59, 59, 999);
  const columns: Column[] = [
    { kind: "text", name: "case", codes: Int32Array.of(0, 0, 1), dictionary: ["1", "2"] },
    { kind: "text", name: "activity", codes: Int32Array.of(0, 1, 0), dictionary: ["a", "b"] },
    { kind: "time", name: "timestamp", values: Float64Array.of(time, time + 0.123, time + 0.999) },
    { kind: "number", name: "cost", values: Float64Array.of(0.1, NaN, -1e-7), integer: false },
    { kind: "number", name: "count", values: Float64Array.of(3, NaN, -12), integer: true },
    { kind: "boolean", name: "paid", values: Int8Array.of(1, 0, -1) },
  ];
  for (const file of ["table.csv", "table.csv.gz"]) {
    const path = `${await Deno.makeTempDir()}/${file}`;
    await writeCsv({ rows: 3, columns }, path);
    const back = await readCsvEvents(path);
    expect(back.events.columns).toEqual(columns);
  }
});

test("cells that a spreadsheet would run are marked only on request", () => {
  const column: TextColumn = { kind: "text", name: "x", codes: Int32Array.of(0, 1), dictionary: ["=1+1", "plain"] };
  const table = { rows: 2, columns: [column] };
  expect(csvText(table)).toBe("x\n=1+1\nplain\n");
  expect(csvText(table, { escapeFormulas: true })).toBe("x\n'=1+1\nplain\n");
});
