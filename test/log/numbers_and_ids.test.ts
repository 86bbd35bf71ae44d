/** Numbers and ids on their way from a file to a log: as they are, or told. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { columnNamed, valueAt } from "../../src/base/column.ts";
import { literal } from "../../src/base/sql_text.ts";
import { type NativeDatabase, openNative } from "../../src/db/native.ts";
import type { EventLog } from "../../src/log/events/event_log.ts";
import { readLog } from "../../src/log/events/read_log.ts";

let folder: string, database: NativeDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tracebook-"));
  database = await openNative();
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

function finding(log: EventLog, rule: string) {
  return log.source.findings.find((one) => one.rule === rule);
}

function cells(log: EventLog, name: string) {
  const column = columnNamed(log.source.events, name)!;
  return [column.kind, ...Array.from({ length: log.source.events.rows }, (_, row) => valueAt(column, row))];
}

const LINES = [
  "Vorgang;Aktivität;Zeit;Betrag;Stück;Konto",
  "1;a;01.02.2024 08:00;1.159,82;1.250;0815",
  "1;b;13.02.2024 08:00;99,00;7;4711",
];

test("amounts with decimal commas are numbers, for needs and for SQL", async () => {
  const log = await readLog(await file("de.csv", LINES.join("\n")), { needs: { Betrag: "number", Konto: "text" } });
  expect(cells(log, "Betrag")).toEqual(["number", 1159.82, 99]);
  expect(cells(log, "Stück")).toEqual(["number", 1250, 7]);
  expect(cells(log, "Konto")).toEqual(["text", "0815", "4711"]);
  const { max } = (await log.sql('SELECT max("Betrag") AS max FROM events')).objects()[0] as { max: number };
  expect(max).toBe(1159.82);
});

test("columns with a role are ids and names, whatever they look like", async () => {
  const text = "case;activity;timestamp;resource\n1.000;1,5;2024-01-01;2.000,5\n1.000;2,5;2024-01-02;2.000,5\n";
  const log = await readLog(await file("roles.csv", text));
  expect([log.caseIds, log.activities, log.resources]).toEqual([["1.000"], ["1,5", "2,5"], ["2.000,5"]]);
  expect(finding(log, "number format")).toBeUndefined();
});

test("case ids that lost their digits or their zeros are told", async () => {
  const ids = ["8.00000E+17", "8.00000E+17", "8.00001E+17", "1", "01", "001", "1.0", " 1 ", "2", "12"];
  const rows = ids.map((id, i) => `${id},a,2024-01-0${i % 9 + 1}`);
  const log = await readLog(await file("ids.csv", ["case,activity,timestamp", ...rows].join("\n")));
  expect(finding(log, "digits lost")).toMatchObject({
    count: 2,
    example: expect.stringMatching(/2 case ids are in scientific notation, such as "8\.00000E\+17"/),
  });
  expect(finding(log, "similar case ids")).toEqual({
    rule: "similar case ids",
    count: 4,
    example: 'ids.csv: "1", "01", "001", "1.0" and " 1 " differ only in zeros and spaces, which spreadsheets drop; ' +
      "they are kept as 5 cases",
  });
});

test("long numbers of DuckDB are exact as ids, and exact or told as numbers", async () => {
  const path = join(folder, "long.duckdb");
  await database.query(`ATTACH ${literal(path)} AS long`);
  await database.query(
    "CREATE TABLE long.log AS SELECT * FROM (VALUES " +
      "(12345678901234567.25::DECIMAL(38,2), 'a', TIMESTAMP '2024-01-01', 12345678901234567.25::DECIMAL(38,2), " +
      "170141183460469231731687303715884105727::HUGEINT, 340282366920938463463374607431768211455::UHUGEINT, " +
      "18446744073709551615::UBIGINT, 9007199254740993::DECIMAL(18,0), 1.25::DECIMAL(38,2), 1e20::DOUBLE), " +
      "(12345678901234567.5::DECIMAL(38,2), 'b', TIMESTAMP '2024-01-02', 1.5::DECIMAL(38,2), " +
      "-170141183460469231731687303715884105727::HUGEINT, 1::UHUGEINT, 1::UBIGINT, -5::DECIMAL(18,0), NULL, 3)" +
      ') t(case_id, activity, "timestamp", amount, huge, uhuge, ubig, whole, small, float)',
  );
  await database.query("DETACH long");
  const log = await readLog(path);
  expect(log.caseIds).toEqual(["12345678901234567.25", "12345678901234567.50"]);
  expect(cells(log, "huge")).toEqual([
    "text",
    "170141183460469231731687303715884105727",
    "-170141183460469231731687303715884105727",
  ]);
  expect(cells(log, "uhuge")).toEqual(["text", "340282366920938463463374607431768211455", "1"]);
  expect(cells(log, "ubig")).toEqual(["text", "18446744073709551615", "1"]);
  expect(cells(log, "whole")).toEqual(["text", "9007199254740993", "-5"]);
  expect(cells(log, "small")).toEqual(["number", 1.25, null]);
  expect(cells(log, "amount")).toEqual(["number", 12345678901234568, 1.5]);
  expect(finding(log, "number rounded")).toEqual({
    rule: "number rounded",
    count: 2,
    example: 'long.duckdb, column "amount": 12345678901234567.25 has more digits than a number holds and is read as ' +
      "12345678901234568",
  });
});

test("long numbers of XES are exact or told", async () => {
  const event = (values: string) =>
    `<event><string key="concept:name" value="a"/><date key="time:timestamp" value="2024-01-01T00:00:00Z"/>${values}</event>`;
  const log = await readLog(
    await file(
      "long.xes",
      `<log><trace><string key="concept:name" value="1"/>` +
        event('<int key="doc" value="5"/><float key="rate" value="0.5"/>') +
        event('<int key="doc" value="9007199254740993"/><float key="rate" value="33.333333333333333333"/>') +
        "</trace></log>",
    ),
  );
  expect(cells(log, "doc")).toEqual(["text", "5", "9007199254740993"]);
  expect(cells(log, "rate")).toEqual(["number", 0.5, 33.333333333333336]);
  expect(finding(log, "number rounded")?.example).toMatch(/"rate" has the value "33\.333333333333333333"/);
});
