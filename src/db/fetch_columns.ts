/**
 * Columns out of native DuckDB: a table, a view or a file that it reads, as typed arrays.
 *
 * DuckDB itself turns text into codes, times into milliseconds and NULL into NaN or -1, so that each chunk is copied as
 * it lies in memory; each distinct text crosses once.
 */
import type { DuckDBVector } from "@duckdb/node-api";
import type { Column, Table } from "./column.ts";
import type { NativeDatabase } from "./native.ts";
import { literal, quoteName } from "./sql_text.ts";

export interface FetchedTable extends Table {
  /** Columns of points in time that did not say their zone. */
  readonly withoutZone: readonly string[];
}

/**
 * Fetches all rows, in their order.
 *
 * VARCHAR and whatever has no counterpart become text, TIMESTAMP and DATE times (without a zone read in `timeZone`),
 * numbers numbers, whole ones beyond 2^53 text, because a number would change them.
 *
 * @param relation What stands after FROM.
 */
export async function fetchColumns(
  database: NativeDatabase,
  relation: string,
  timeZone = "UTC",
): Promise<FetchedTable> {
  const described = await database.query(`DESCRIBE SELECT * FROM ${relation}`);
  const names = described.columns[0] as string[], types = described.columns[1] as string[];
  await database.query(
    `CREATE OR REPLACE TEMP TABLE fetched AS SELECT ${
      names.map((name, i) => `${typed(quoteName(name), types[i]!, timeZone)} AS c${i}`).join(", ")
    } FROM ${relation}`,
  );
  try {
    const sketches = await sketched(database, names, types);
    for (const sketch of sketches) if (sketch.kind === "text") await encode(database, sketch);
    const { arrays, rows } = await copied(database, sketches);
    return {
      rows,
      columns: sketches.map((sketch, i) => columnOf(sketch, arrays[i]!)),
      withoutZone: names.filter((_, i) => TIMES.test(types[i]!) && !types[i]!.includes("WITH TIME ZONE")),
    };
  } finally {
    await database.query("DROP TABLE IF EXISTS fetched");
  }
}

interface Sketch {
  readonly name: string;
  readonly kind: Column["kind"];
  readonly integer: boolean;
  /** Column of the table `fetched`. */
  readonly column: string;
  dictionary: string[];
}

const WHOLE = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$|^DECIMAL\(\d+,0\)$/;
const NUMBERS = /^(FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/;
const TIMES = /^(DATE|TIMESTAMP(_S|_MS|_NS)?|TIMESTAMP WITH TIME ZONE)$/;

/** Text as VARCHAR, times as milliseconds; numbers and truth values as they are. */
function typed(column: string, type: string, timeZone: string): string {
  if (WHOLE.test(type) || type === "BOOLEAN") return column;
  if (NUMBERS.test(type)) return `${column}::DOUBLE`;
  if (!TIMES.test(type)) return `${column}::VARCHAR`;
  const instant = type.includes("WITH TIME ZONE") || timeZone === "UTC"
    ? `${column}::TIMESTAMP`
    : `timezone(${literal(timeZone)}, ${column}::TIMESTAMP)`;
  return `CASE WHEN isfinite(${column}) THEN epoch_us(${instant}) / 1000.0 END`;
}

async function sketched(
  database: NativeDatabase,
  names: readonly string[],
  types: readonly string[],
): Promise<Sketch[]> {
  const whole = types.map((type, i) => WHOLE.test(type) ? i : -1).filter((i) => i >= 0);
  const large = new Set<number>();
  if (whole.length > 0) {
    const tests = whole.map((i) => `coalesce(max(abs(c${i}::HUGEINT)) > 9007199254740992, FALSE)`);
    const { columns } = await database.query(`SELECT ${tests.join(", ")} FROM fetched`);
    whole.forEach((i, k) => columns[k]![0] && large.add(i));
  }
  return names.map((name, i) => {
    const type = types[i]!;
    const kind = large.has(i)
      ? "text"
      : TIMES.test(type)
      ? "time"
      : WHOLE.test(type) || NUMBERS.test(type)
      ? "number"
      : type === "BOOLEAN"
      ? "boolean"
      : "text";
    return { name, kind, integer: WHOLE.test(type), column: `c${i}`, dictionary: [] };
  });
}

/** Makes an ENUM of a column's texts, in the order in which they first occur. */
async function encode(database: NativeDatabase, sketch: Sketch): Promise<void> {
  const { column } = sketch;
  const distinct = `SELECT v FROM (SELECT ${column}::VARCHAR AS v, min(rowid) AS first FROM fetched ` +
    `WHERE ${column} IS NOT NULL GROUP BY ALL) ORDER BY first`;
  const { columns } = await database.query(distinct);
  sketch.dictionary = columns[0] as string[];
  if (sketch.dictionary.length === 0) return;
  await database.query(`CREATE OR REPLACE TEMP TYPE type_${column} AS ENUM (${distinct})`);
}

/** How a value leaves DuckDB: never NULL, and as wide as its array. */
function raw({ kind, column, dictionary }: Sketch): string {
  switch (kind) {
    case "text":
      if (dictionary.length === 0) return "-1::INTEGER";
      return `coalesce(enum_code(${column}::VARCHAR::type_${column})::INTEGER, -1)`;
    case "boolean":
      return `coalesce(${column}::TINYINT, -1::TINYINT)`;
    case "number":
    case "time":
      return `coalesce(${column}::DOUBLE, 'NaN'::DOUBLE)`;
  }
}

type Values = Int32Array | Float64Array | Int8Array;

async function copied(
  database: NativeDatabase,
  sketches: readonly Sketch[],
): Promise<{ arrays: Values[]; rows: number }> {
  const counted = await database.query("SELECT count(*) FROM fetched");
  const rows = counted.columns[0]![0] as number;
  const arrays = sketches.map(({ kind }): Values =>
    kind === "text" ? new Int32Array(rows) : kind === "boolean" ? new Int8Array(rows) : new Float64Array(rows)
  );
  const result = await database.connection.stream(`SELECT ${sketches.map(raw).join(", ")} FROM fetched`);
  let at = 0;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (let c = 0; c < arrays.length; c++) {
      arrays[c]!.set((chunk.getColumnVector(c) as DuckDBVector & { readonly items: Values }).items, at);
    }
    at += chunk.rowCount;
  }
  return { arrays, rows };
}

function columnOf({ name, kind, integer, dictionary }: Sketch, values: Values): Column {
  switch (kind) {
    case "text":
      return { kind, name, codes: values as Int32Array, dictionary };
    case "boolean":
      return { kind, name, values: values as Int8Array };
    case "number":
      return { kind, name, integer, values: values as Float64Array };
    case "time":
      return { kind, name, values: values as Float64Array };
  }
}
