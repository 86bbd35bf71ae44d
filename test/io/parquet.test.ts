import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Column, columnNamed, valueAt } from "../../src/base/column.ts";
import { type NativeDatabase, openNative } from "../../src/db/native.ts";
import { literal } from "../../src/base/sql_text.ts";
import { InputError } from "../../src/base/errors.ts";
import { readDuckDbTable, readParquetTable } from "../../src/io/parquet.ts";
import type { RawLog } from "../../src/io/raw_log.ts";

let folder: string;
let database: NativeDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tracebook-"));
  database = await openNative();
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function parquet(name: string, query: string): Promise<string> {
  const path = join(folder, name);
  await database.query(`COPY (${query}) TO ${literal(path)} (FORMAT parquet, ROW_GROUP_SIZE 2048)`);
  return path;
}

const values = (column: Column) =>
  Array.from(
    { length: column.kind === "text" ? column.codes.length : column.values.length },
    (_, i) => valueAt(column, i),
  );

/** Name, kind and values of every column. */
const contents = ({ events }: RawLog) => events.columns.map((column) => [column.name, column.kind, values(column)]);

describe("readParquetTable", () => {
  test("reads every type, NULL as missing", async () => {
    const expressions: [sql: string, kind: Column["kind"], expected: unknown][] = [
      ["'Größe ✓ \"quoted\" 🚲'", "text", 'Größe ✓ "quoted" 🚲'],
      ["''", "text", ""],
      ["'NA'", "text", "NA"],
      ["-3::TINYINT", "number", -3],
      ["40000::USMALLINT", "number", 40000],
      ["9007199254740992::BIGINT", "number", 9007199254740992],
      ["9007199254740993::BIGINT", "text", "9007199254740993"],
      ["18446744073709551615::UBIGINT", "text", "18446744073709551615"],
      ["1.5::FLOAT", "number", 1.5],
      ["0.1::DOUBLE", "number", 0.1],
      ["12.34::DECIMAL(9,2)", "number", 12.34],
      ["'NaN'::DOUBLE", "number", null],
      ["TRUE", "boolean", true],
      ["DATE '2024-02-29'", "time", new Date("2024-02-29T00:00:00Z")],
      ["TIMESTAMP '2024-02-29 12:34:56.789'", "time", new Date("2024-02-29T12:34:56.789Z")],
      ["TIMESTAMP_NS '2024-02-29 12:34:56.789'", "time", new Date("2024-02-29T12:34:56.789Z")],
      ["TIMESTAMP_MS '1969-02-28 12:34:56.789'", "time", new Date("1969-02-28T12:34:56.789Z")],
      ["TIMESTAMPTZ '2024-02-29 12:34:56.789+02:00'", "time", new Date("2024-02-29T10:34:56.789Z")],
      ["TIME '12:30:00'", "text", "12:30:00"],
      ["[1, 2]", "text", "[1, 2]"],
      ["{'a': 'x'}", "text", "{'a': x}"],
      ["'123e4567-e89b-12d3-a456-426614174000'::UUID", "text", "123e4567-e89b-12d3-a456-426614174000"],
      ["'b'::ENUM('a', 'b')", "text", "b"],
      ["NULL::VARCHAR", "text", null],
      ["NULL::DOUBLE", "number", null],
      ["NULL::TIMESTAMP", "time", null],
      ["NULL::BOOLEAN", "boolean", null],
    ];
    const selected = expressions.map(([sql], i) => `CASE WHEN i = 1 THEN ${sql} END AS "column ${i}"`);
    const path = await parquet("types.parquet", `SELECT ${selected.join(", ")} FROM range(3) t(i) ORDER BY i`);
    const log = await readParquetTable(path);
    expect(log.name).toBe("types.parquet");
    expect(log.events.rows).toBe(3);
    expect(contents(log)).toEqual(expressions.map(([, kind, value], i) => [`column ${i}`, kind, [null, value, null]]));
  });

  test("keeps the order of rows and of first occurrence, over many row groups", async () => {
    const n = 50_000;
    const path = await parquet(
      "order.parquet",
      `SELECT i, 'text ' || (i * 7919 % 9973) AS t, CASE WHEN i % 3 > 0 THEN 'few ' || i % 7 END AS few, CASE WHEN i % 11 > 0 THEN 'id ' || i END AS id FROM range(${n}) r(i) ORDER BY i`,
    );
    const { events } = await readParquetTable(path);
    expect(values(columnNamed(events, "i")!)).toEqual(Array.from({ length: n }, (_, i) => i));
    const text = columnNamed(events, "t")!;
    const expected = Array.from({ length: n }, (_, i) => `text ${i * 7919 % 9973}`);
    expect(values(text)).toEqual(expected);
    expect(text.kind === "text" && text.dictionary).toEqual([...new Set(expected)]);
    expect(values(columnNamed(events, "id")!)).toEqual(
      Array.from({ length: n }, (_, i) => i % 11 > 0 ? `id ${i}` : null),
    );
    expect(values(columnNamed(events, "few")!)).toEqual(
      Array.from({ length: n }, (_, i) => i % 3 > 0 ? `few ${i % 7}` : null),
    );
  });

  test("keeps microseconds", async () => {
    const { events } = await readParquetTable(
      await parquet("micro.parquet", "SELECT TIMESTAMPTZ '2024-01-01 00:00:00.000123+00' AS t"),
    );
    expect((events.columns[0] as { values: Float64Array }).values[0]).toBe(Date.UTC(2024, 0, 1) + 0.123);
  });

  test("says which zone it assumed, or takes the one given", async () => {
    const path = await parquet(
      "zone.parquet",
      "SELECT TIMESTAMP '2024-07-01 12:00:00' AS t, TIMESTAMPTZ '2024-07-01 12:00:00+00' AS z",
    );
    const utc = await readParquetTable(path);
    expect(utc.report.findings).toEqual(
      [{
        rule: "time zone assumed",
        count: 1,
        example: 'zone.parquet, column "t": times say no zone and are read as UTC',
      }],
    );
    const noon = new Date("2024-07-01T12:00:00Z"), inBerlin = new Date("2024-07-01T10:00:00Z");
    expect(contents(utc)).toEqual([["t", "time", [noon]], ["z", "time", [noon]]]);
    expect(contents(await readParquetTable(path, { timeZone: "Europe/Berlin" }))).toEqual([["t", "time", [inBerlin]], [
      "z",
      "time",
      [noon],
    ]]);
    await expect(readParquetTable(path, { timeZone: "Europe/Nowhere" })).rejects.toThrow(InputError);
  });

  test("reads a file of no rows", async () => {
    const { events } = await readParquetTable(
      await parquet("none.parquet", "SELECT 'a' AS a, 1 AS b, TRUE AS c WHERE FALSE"),
    );
    expect([events.rows, events.columns.map(({ kind }) => kind)]).toEqual([0, ["text", "number", "boolean"]]);
  });

  test("takes a path as it is", async () => {
    const path = await parquet("it's [1] *.parquet", "SELECT 5 AS five");
    expect(contents(await readParquetTable(path))).toEqual([["five", "number", [5]]]);
  });

  test("refuses what is no Parquet file", async () => {
    const good = await readFile(await parquet("good.parquet", "SELECT i, 'x' || i AS t FROM range(10000) r(i)"));
    const broken: [string, Uint8Array | string][] = [
      ["half.parquet", good.subarray(0, good.length >> 1)],
      ["empty.parquet", ""],
      ["text.parquet", "case,activity\n1,a\n"],
      ["magic.parquet", "PAR1PAR1"],
      ["holes.parquet", Uint8Array.from(good, (byte, i) => i > 8 && i < good.length - 1500 ? 0xff : byte)],
    ];
    for (const [name, bytes] of broken) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      await expect(readParquetTable(path), name).rejects.toThrow(InputError);
      await expect(readParquetTable(path), name).rejects.toThrow(name);
    }
    await expect(readParquetTable(join(folder, "missing.parquet"))).rejects.toThrow("found nothing");
    await expect(readParquetTable(folder)).rejects.toThrow("found a folder");
  });
});

describe("readDuckDbTable", () => {
  async function file(name: string, ...statements: string[]): Promise<string> {
    const path = join(folder, name);
    await database.query(
      `ATTACH ${literal(path)} AS made; USE made; ${statements.join("; ")}; USE memory; DETACH made`,
    );
    return path;
  }

  test("reads the only table", async () => {
    const path = await file(
      "one.duckdb",
      "CREATE TABLE events AS SELECT 'a' AS activity, TIMESTAMPTZ '2024-01-01 00:00:00+00' AS t",
    );
    expect(contents(await readDuckDbTable(path))).toEqual([["activity", "text", ["a"]], ["t", "time", [
      new Date("2024-01-01T00:00:00Z"),
    ]]]);
  });

  test("lists the tables where there are several, and reads the one named", async () => {
    const path = await file(
      "several.duckdb",
      "CREATE TABLE events AS SELECT 1 AS x",
      "CREATE SCHEMA sales",
      'CREATE TABLE sales."order items" AS SELECT 2 AS x',
      "CREATE VIEW latest AS SELECT x + 2 AS x FROM events",
    );
    await expect(readDuckDbTable(path)).rejects.toThrow("found 3: events, latest, sales.order items");
    await expect(readDuckDbTable(path, { table: "event" })).rejects.toThrow('Did you mean "events"');
    for (const [table, x] of [["events", 1], ["sales.order items", 2], ["main.events", 1]] as const) {
      expect(contents(await readDuckDbTable(path, { table }))).toEqual([["x", "number", [x]]]);
    }
  });

  test("refuses what is no DuckDB file", async () => {
    const path = join(folder, "text.duckdb");
    await writeFile(path, "case,activity\n".repeat(5000));
    await expect(readDuckDbTable(path)).rejects.toThrow(InputError);
    await expect(readDuckDbTable(join(folder, "absent.duckdb"))).rejects.toThrow("found nothing");
    expect(existsSync(join(folder, "absent.duckdb"))).toBe(false);
    await expect(readDuckDbTable(await file("no_table.duckdb", "SELECT 1"))).rejects.toThrow("expected a table");
  });
});

const receipt = "../shared/logs/process/receipt.parquet";
const isThere = existsSync(receipt) || process.env["CI"] !== undefined;
test.skipIf(!isThere)("the receipt log has the counts of the reference", async () => {
  const { events } = await readParquetTable(receipt);
  const caseColumn = columnNamed(events, "case:concept:name"), activity = columnNamed(events, "concept:name");
  expect(events.rows).toBe(8577);
  expect(caseColumn?.kind === "text" && caseColumn.dictionary.length).toBe(1434);
  expect(activity?.kind === "text" && activity.dictionary.length).toBe(27);
});
