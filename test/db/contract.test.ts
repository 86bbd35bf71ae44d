import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Column, Table } from "../../src/base/column.ts";
import { valueAt } from "../../src/base/column.ts";
import type { Database } from "../../src/db/database.ts";
import { openDriver } from "../../src/db/open.ts";
import { InputError } from "../../src/base/errors.ts";

const text = (name: string, values: (string | null)[]): Column => {
  const dictionary = [...new Set(values.filter((v) => v !== null))];
  return {
    kind: "text",
    name,
    dictionary,
    codes: Int32Array.from(values, (v) => v === null ? -1 : dictionary.indexOf(v)),
  };
};
const number = (name: string, values: number[], integer = false): Column => ({
  kind: "number",
  name,
  integer,
  values: Float64Array.from(values),
});
const time = (name: string, values: number[]): Column => ({ kind: "time", name, values: Float64Array.from(values) });
const boolean = (name: string, values: number[]): Column => ({
  kind: "boolean",
  name,
  values: Int8Array.from(values),
});
const table = (...columns: Column[]): Table => {
  const first = columns[0]!;
  return { rows: first.kind === "text" ? first.codes.length : first.values.length, columns };
};

describe.each(["wasm", "native"] as const)("the %s driver", (driver) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDriver(driver);
  }, 60_000);
  afterAll(() => database.close());

  /** The only row of a query. */
  const row = async (sql: string) => (await database.query(sql)).columns.map((column) => column[0]);

  test("says who it is", () => expect(database.driver).toBe(driver));

  test("gives every type as a plain value", async () => {
    const cases: [sql: string, expected: unknown][] = [
      ["TRUE", true],
      ["1::TINYINT", 1],
      ["-7::BIGINT", -7],
      ["9007199254740992::BIGINT", 9007199254740992],
      ["9007199254740993::BIGINT", 9007199254740993n],
      ["-9007199254740993::BIGINT", -9007199254740993n],
      ["18446744073709551615::UBIGINT", 18446744073709551615n],
      ["42::HUGEINT", 42],
      ["-170141183460469231731687303715884105::HUGEINT", -170141183460469231731687303715884105n],
      ["42::UHUGEINT", 42],
      ["(SELECT sum(x) FROM range(4) t(x))", 6],
      ["0.1::DOUBLE", 0.1],
      ["1.5::FLOAT", 1.5],
      ["12.34::DECIMAL(9,2)", 12.34],
      ["-1234567890123.45::DECIMAL(18,2)", -1234567890123.45],
      ["0.05::DECIMAL(38,10)", 0.05],
      ["7::DECIMAL(4,0)", 7],
      ["'Größe ✓ 漢字 🚲'", "Größe ✓ 漢字 🚲"],
      ["''", ""],
      ["'b'::ENUM('a', 'b')", "b"],
      ["'123e4567-e89b-12d3-a456-426614174000'::UUID", "123e4567-e89b-12d3-a456-426614174000"],
      ["'\\x00\\xFF'::BLOB", Uint8Array.of(0, 255)],
      ["DATE '2024-02-29'", new Date("2024-02-29T00:00:00Z")],
      ["DATE '1899-12-31'", new Date("1899-12-31T00:00:00Z")],
      ["TIMESTAMP '2024-02-29 12:34:56.789'", new Date("2024-02-29T12:34:56.789Z")],
      ["TIMESTAMP '2024-02-29 12:34:56.789999'", new Date("2024-02-29T12:34:56.789Z")],
      ["TIMESTAMP '1969-12-31 23:59:59.9995'", new Date("1969-12-31T23:59:59.999Z")],
      ["TIMESTAMPTZ '2024-02-29 12:00:00+02:00'", new Date("2024-02-29T10:00:00Z")],
      ["TIMESTAMP_S '2024-02-29 12:34:56'", new Date("2024-02-29T12:34:56Z")],
      ["TIMESTAMP_MS '2024-02-29 12:34:56.789'", new Date("2024-02-29T12:34:56.789Z")],
      ["TIMESTAMP_NS '2024-02-29 12:34:56.789012345'", new Date("2024-02-29T12:34:56.789Z")],
      ["TIME '09:30:00'", "09:30:00"],
      ["TIME '23:59:59.25'", "23:59:59.25"],
      ["INTERVAL '90 minutes'", 5400],
      ["INTERVAL '14 months 1 day 1 second 500 milliseconds'", 31557600 + 2 * 2592000 + 86400 + 1.5],
      ["INTERVAL '-1 month'", -2592000],
      ["TIMESTAMP '2024-03-02' - TIMESTAMP '2024-02-29 12:00:00'", 1.5 * 86400],
      ["[1, NULL, 3]", [1, null, 3]],
      ["['a', 'b']", ["a", "b"]],
      ["[]::INTEGER[]", []],
      ["[[1], [2, 3]]", [[1], [2, 3]]],
      ["[1::BIGINT, 9007199254740993]", [1, 9007199254740993n]],
      ["[TIMESTAMP '2024-01-01']", [new Date("2024-01-01T00:00:00Z")]],
      ["[1, 2]::INTEGER[2]", [1, 2]],
      ["{'a': 1, 'b': {'c': 'x', 'd': DATE '2024-01-01'}}", { a: 1, b: { c: "x", d: new Date("2024-01-01") } }],
      ["{'a': NULL::INTEGER}", { a: null }],
      ["MAP {'x': 1, 'y': 2}", { x: 1, y: 2 }],
      ["MAP {DATE '2024-01-01': 1.5}", { "2024-01-01T00:00:00.000Z": 1.5 }],
      ["union_value(n := 3)", 3],
      ["NULL", null],
      ["NULL::TIMESTAMP", null],
      ["NULL::INTEGER[]", null],
      ["'NaN'::DOUBLE", NaN],
      ["'Infinity'::DOUBLE", Infinity],
    ];
    for (const [sql, expected] of cases) {
      expect.soft((await row(`SELECT ${sql} AS v`))[0], sql).toStrictEqual(expected);
    }
  });

  test("counts the seconds of an interval as DuckDB's epoch does", async () => {
    for (const interval of ["1 month", "11 months", "12 months", "30 months", "-13 months", "5 days", "-3 hours"]) {
      const [ours, theirs] = await row(`SELECT INTERVAL '${interval}', epoch(INTERVAL '${interval}')`);
      expect(ours, interval).toBe(theirs);
    }
  });

  test("loads what it is given and gives it back, value by value and in order", async () => {
    const n = 5000;
    const given = table(
      text("activity", Array.from({ length: n }, (_, i) => i % 7 === 3 ? null : `step ${i % 11}`)),
      text("id", Array.from({ length: n }, (_, i) => `id ${(i * 7919) % n}`)),
      number("amount", Array.from({ length: n }, (_, i) => i % 5 === 0 ? NaN : i / 3)),
      number("count", Array.from({ length: n }, (_, i) => i % 6 === 0 ? NaN : i - 2500), true),
      time("at", Array.from({ length: n }, (_, i) => i % 8 === 0 ? NaN : -1e9 + i * 86_400_000)),
      boolean("flag", Array.from({ length: n }, (_, i) => (i % 3) - 1)),
    );
    await database.load("given", given);
    const result = await database.query("SELECT * FROM given");
    expect(result.rows).toBe(n);
    expect(result.names).toEqual(given.columns.map((column) => column.name));
    for (const [c, column] of given.columns.entries()) {
      expect(result.columns[c]).toStrictEqual(Array.from({ length: n }, (_, i) => valueAt(column, i)));
    }
    expect(await database.query("SELECT column_type FROM (DESCRIBE given)").then((r) => r.columns[0])).toEqual(
      ["VARCHAR", "VARCHAR", "DOUBLE", "BIGINT", "TIMESTAMP", "BOOLEAN"],
    );
  });

  test("keeps the order of many rows", async () => {
    const n = 600_000;
    await database.load("many", table(number("i", Array.from({ length: n }, (_, i) => i), true)));
    expect(await row("SELECT count(*), count(*) FILTER (i <> rowid) FROM many")).toEqual([n, 0]);
    await database.query("DROP TABLE many");
  }, 30_000);

  test("keeps microseconds", async () => {
    await database.load("micro", table(time("at", [1_700_000_000_000.123, 0.001, -0.001])));
    const { columns } = await database.query('SELECT epoch_us("at") FROM micro');
    expect(columns[0]).toEqual([1_700_000_000_000_123, 1, -1]);
  });

  test("takes any name and any text", async () => {
    const names = ['say "hi"', "Größe ✓", "select", "a'b", "a;b--", " ", "x".repeat(300), "<script>", "new\nline"];
    const values = ['"', "'", "\\", "\n", "\0", "🚲", "", "NA", "NULL", "null", "x".repeat(70_000)];
    await database.load("odd ' \" name", table(...names.map((name) => text(name, values))));
    const result = await database.query(`SELECT * FROM "odd ' "" name"`);
    expect(result.names).toEqual(names);
    for (const column of result.columns) expect(column).toEqual(values);
  });

  test("tells columns apart whose names differ in case only, or not at all", async () => {
    await database.load("twins", table(number("id", [1]), number("ID", [2]), number("id", [3]), number("id_1", [4])));
    expect((await database.query("SELECT * FROM twins")).names).toEqual(["id", "ID_1", "id_2", "id_1_1"]);
    expect((await database.query("SELECT 1 AS a, 2 AS a, 3 AS A")).names).toEqual(["a", "a_1", "A_2"]);
  });

  test("loads columns of which every value is missing", async () => {
    await database.load(
      "missing",
      table(text("t", [null, null]), number("n", [NaN, NaN]), number("i", [NaN, NaN], true), time("at", [NaN, NaN])),
    );
    expect((await database.query("SELECT * FROM missing")).columns).toEqual(new Array(4).fill([null, null]));
  });

  test("loads a table of no rows", async () => {
    await database.load("empty", table(text("t", []), number("n", []), time("at", []), boolean("b", [])));
    expect(await database.query("SELECT * FROM empty")).toEqual({
      names: ["t", "n", "at", "b"],
      columns: [[], [], [], []],
      rows: 0,
    });
  });

  test("loads numbers as they are", async () => {
    const values = [0, -0, 1e300, -1e-300, 2 ** 53, Infinity, -Infinity, Math.PI];
    await database.load("numbers", table(number("n", values)));
    expect((await database.query("SELECT * FROM numbers")).columns[0]).toEqual(values);
    await database.load("large", table(number("n", [2 ** 62, 1e19], true)));
    expect((await database.query("SELECT n::DOUBLE FROM large")).columns[0]).toEqual([2 ** 62, 1e19]);
  });

  test("replaces a table of the same name", async () => {
    await database.load("twice", table(number("a", [1])));
    await database.load("twice", table(text("b", ["x", "y"])));
    expect(await database.query("SELECT * FROM twice")).toEqual({ names: ["b"], columns: [["x", "y"]], rows: 2 });
  });

  test("leaves nothing behind but the tables loaded", async () => {
    const before = await row("SELECT count(*) FROM duckdb_tables()");
    await database.load("one more", table(text("b", ["x", "y"])));
    expect(await row("SELECT count(*) FROM duckdb_tables()")).toEqual([Number(before[0]) + 1]);
  });

  test("loads a thousand columns", async () => {
    await database.load("wide", table(...Array.from({ length: 1000 }, (_, i) => text(`c${i}`, [`v${i}`, null]))));
    const result = await database.query("SELECT * FROM wide");
    expect([result.rows, result.columns.length, result.columns[999]]).toEqual([2, 1000, ["v999", null]]);
  }, 30_000);

  test("runs several statements and gives the result of the last", async () => {
    expect(await row("CREATE TEMP TABLE s AS SELECT 1 AS x; INSERT INTO s VALUES (2); SELECT sum(x) FROM s")).toEqual([
      3,
    ]);
  });

  test("turns an error of DuckDB into an InputError that names the driver", async () => {
    const failing = ["SELECT nope", "SELEC 1", "SELECT * FROM nowhere", "SELECT 'x'::INTEGER", "SELECT error('mine')"];
    for (const sql of failing) {
      await expect(database.query(sql), sql).rejects.toThrow(InputError);
      await expect(database.query(sql), sql).rejects.toThrow(`DuckDB (${driver}) could not run the query: `);
    }
    await expect(database.query("SELECT nope")).rejects.toThrow("nope");
    expect(await row("SELECT 1")).toEqual([1]);
  });

  test("never looks for an extension on the network", async () => {
    expect(
      await row("SELECT current_setting('autoinstall_known_extensions'), current_setting('autoload_known_extensions')"),
    ).toEqual([false, false]);
    await expect(database.query("SELECT ST_Point(1, 2)")).rejects.toThrow(InputError);
  });

  test("counts in UTC, whatever the zone of the machine", async () => {
    expect(await row("SELECT TIMESTAMPTZ '2024-07-01 00:00:00+00'::VARCHAR")).toEqual(["2024-07-01 00:00:00+00"]);
  });
});
