import { expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { readCsvTable } from "../../../src/io/csv/csv.ts";
import { bytesOf, messageOf, randomOf, rowsOf } from "./csv_cases.ts";

const read = (text: string) => readCsvTable(bytesOf(text), { name: "notes.csv" });

/** Rows of three texts of the pieces given; the first row has none of the odd ones. */
function randomRows(seed: number, pieces: readonly string[]): string[][] {
  const random = randomOf(seed);
  const text = () => Array.from({ length: 1 + random(4) }, () => pieces[random(pieces.length)]!).join(" ") + "x";
  return [["a", "b", "c"], ...Array.from({ length: 30 }, () => [text(), text(), text()])];
}

test("quotes escaped by backslashes are read as quotes, whatever stands around them", async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const rows = randomRows(seed, ["plain", '"', '"said"', ", ", ";", "größer", "two\nlines", "it's"]);
    const cell = (text: string) => `"${text.replaceAll('"', '\\"')}"`;
    const { table, report } = await read("p,q,r\n" + rows.map((row) => row.map(cell).join(",") + "\r\n").join(""));
    expect(rowsOf(table)).toEqual(rows);
    // RFC 4180 would read some of these rows otherwise: the report counts them.
    expect(report.count("quote repaired")).toBeGreaterThan(0);
    expect(report.count("row left out")).toBe(0);
  }
});

test("a row with escaped quotes is counted once", async () => {
  const { report, table } = await read('id,note,n\n1,"say \\"hi\\", then go",2\n2,b,3\n3,"\\", x",4\n');
  expect(rowsOf(table)).toEqual([["1", 'say "hi", then go', "2"], ["2", "b", "3"], ["3", '", x', "4"]]);
  expect(report.findings).toMatchObject([{ rule: "quote repaired", count: 2 }]);
});

test("quotes that are not doubled are part of the text where every field is quoted", async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const rows = randomRows(seed, ["plain", '<a class="big">', 'say "hi"now', "1, 2", "größer", "two\nlines"]);
    const text = "p,q,r\n" + rows.map((row) => row.map((cell) => `"${cell}"`).join(",") + "\n").join("");
    const { table, lineOf } = await read(text);
    expect(rowsOf(table)).toEqual(rows);
    const last = text.slice(0, text.lastIndexOf(`"${rows.at(-1)!.join('","')}"`));
    expect(lineOf(rows.length - 1)).toBe(last.split("\n").length);
  }
});

test("in a file that quotes only some fields they are too, where the row stands in one line and has its columns", async () => {
  const { table, report } = await read('id,note,n\n1,fine,2\n2,"the "big" order",3\n3,"5" wide, 3" high",4\n');
  expect(rowsOf(table)).toEqual([["1", "fine", "2"], ["2", 'the "big" order', "3"], ["3", '5" wide, 3" high', "4"]]);
  expect(report.findings).toEqual([{
    rule: "quote repaired",
    count: 2,
    example:
      "notes.csv, line 3: quotes within the text are not doubled; they are read as part of it, for so the row has " +
      "its columns.",
  }]);
});

test("where the columns do not tell, the error names line and field", async () => {
  const unclear = 'id,note,n\n"1","a","2"\n"2","say "hi", "ho" now","3"\n';
  expect(await messageOf(() => read(unclear))).toMatch(/^InputError: notes\.csv, line 3, field 2: .*found "h"/);
  await expect(read('id,"no"te\n1,a\n')).rejects.toThrow(InputError);
  await expect(read('id,note\n1,a\n2,"never closed\n3,b\n4,"c"\n')).rejects.toThrow(/line 5|line 3/);
});

test("a backslash before a closing quote is a backslash where RFC 4180 gives the row its columns", async () => {
  const { table, report } = await read('id,folder\n1,"C:\\new\\"\n2,"D:\\"\n');
  expect(rowsOf(table)).toEqual([["1", "C:\\new\\"], ["2", "D:\\"]]);
  expect(report.findings).toEqual([]);
});
