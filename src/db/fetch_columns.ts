/**
 * Columns out of native DuckDB: a table, a view or a file that it reads, as typed arrays.
 *
 * DuckDB itself turns text into codes, times into milliseconds and NULL into NaN or -1, so that each chunk is copied as
 * it lies in memory, and each distinct text crosses once.
 */
import type { DuckDBVector } from "@duckdb/node-api";
import type { Column, Table, TextColumn } from "../base/column.ts";
import type { NativeDatabase } from "./native.ts";
import { quoteName } from "../base/sql_text.ts";

export interface FetchedTable extends Table {
  /** Columns of times that say no zone: their local times stand as if they were UTC. */
  readonly withoutZone: readonly string[];
  /** Columns with numbers that no double holds exactly. */
  readonly rounded: readonly RoundedColumn[];
}

export interface RoundedColumn {
  readonly name: string;
  /** How many rows are concerned, and what stands in the first of them. */
  readonly rows: number;
  readonly example: string;
  /** They were rounded before the file was written: whole numbers beyond 2^53 in a column of doubles. */
  readonly inFile: boolean;
}

/**
 * Fetches all rows, in their order.
 *
 * TIMESTAMP and DATE become times. Numbers become numbers, but a column
 * with whole numbers beyond 2^53 becomes text, because a number would change them. All else becomes text.
 *
 * @param relation What stands after FROM.
 * @param exact Columns of numbers that are to be text, digit for digit.
 */
export async function fetchColumns(
  database: NativeDatabase,
  relation: string,
  exact: readonly string[] = [],
): Promise<FetchedTable> {
  const described = await database.query(`DESCRIBE SELECT * FROM ${relation}`);
  const names = described.columns[0] as string[];
  const types = (described.columns[1] as string[]).map((type, i) => exact.includes(names[i]!) ? "VARCHAR" : type);
  await database.query(
    `CREATE OR REPLACE TEMP TABLE fetched AS SELECT ${
      names.map((name, i) => `${typed(quoteName(name), types[i]!)} AS c${i}`).join(", ")
    } FROM ${relation}`,
  );
  try {
    const sketches = await sketched(database, names, types);
    const rows = (await database.query("SELECT count(*) FROM fetched")).columns[0]![0] as number;
    const plain = await fetchPlain(database, sketches.filter(({ kind }) => kind !== "text"), rows);
    const columns: Column[] = [];
    for (const sketch of sketches) {
      columns.push(sketch.kind === "text" ? await fetchText(database, sketch, rows) : plain.shift()!);
    }
    return {
      rows,
      columns,
      rounded: await roundedColumns(database, names, types),
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
}

const WHOLE = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$|^DECIMAL\(\d+,0\)$/;
const NUMBERS = /^(FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/;
const TIMES = /^(DATE|TIMESTAMP(_S|_MS|_NS)?|TIMESTAMP WITH TIME ZONE)$/;

/** Text as VARCHAR, times as milliseconds; numbers and truth values as they are. */
function typed(column: string, type: string): string {
  if (WHOLE.test(type) || NUMBERS.test(type) || type === "BOOLEAN") return column;
  if (!TIMES.test(type)) return `${column}::VARCHAR`;
  return `CASE WHEN isfinite(${column}) THEN epoch_us(${column}::TIMESTAMP) / 1000.0 END`;
}

async function sketched(
  database: NativeDatabase,
  names: readonly string[],
  types: readonly string[],
): Promise<Sketch[]> {
  const whole = types.map((type, i) => WHOLE.test(type) ? i : -1).filter((i) => i >= 0);
  const large = new Set<number>();
  if (whole.length > 0) {
    const tests = whole.map((i) => {
      const below = types[i]!.startsWith("U") ? "" : ` OR min(c${i}) < -${EXACT}`;
      return `coalesce(max(c${i}) > ${EXACT}${below}, FALSE)`;
    });
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
    return { name, kind, integer: WHOLE.test(type), column: `c${i}` };
  });
}

/** Whole numbers up to here are doubles. */
const EXACT = "9007199254740992";

async function roundedColumns(
  database: NativeDatabase,
  names: readonly string[],
  types: readonly string[],
): Promise<RoundedColumn[]> {
  const rounded: RoundedColumn[] = [];
  for (const [i, type] of types.entries()) {
    const [, digits, scale] = /^DECIMAL\((\d+),(\d+)\)$/.exec(type) ?? [];
    const c = `c${i}`, inFile = type === "DOUBLE" || type === "FLOAT";
    // Fifteen digits survive the way to a double and back.
    if (!inFile && (scale === undefined || scale === "0" || Number(digits) <= 15)) continue;
    const is = inFile
      ? `isfinite(${c}) AND abs(${c}) > ${EXACT} AND abs(${c}) < 1e39`
      : `try_cast(${c}::DOUBLE AS ${type}) IS DISTINCT FROM ${c}`;
    const all = inFile ? `bool_and(NOT isfinite(${c}) OR ${c} = trunc(${c}))` : "TRUE";
    const { columns } = await database.query(
      `SELECT count(*) FILTER (${is}), arg_min(${c}::VARCHAR, rowid) FILTER (${is}), ${all} FROM fetched ` +
        `WHERE ${c} IS NOT NULL`,
    );
    const [rows, example, isWhole] = columns.map((values) => values[0]) as [number, string, boolean];
    if (rows > 0 && isWhole) rounded.push({ name: names[i]!, rows, example, inFile });
  }
  return rounded;
}

type Values = Int32Array | Float64Array | Int8Array;

/** Rows of a query, chunk by chunk; each column's memory as the binding holds it. */
async function eachChunk(database: NativeDatabase, sql: string, visit: (vectors: Values[]) => void): Promise<void> {
  await database.stoppable(async (connection) => {
    const result = await connection.stream(sql);
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      const vectors: Values[] = [];
      for (let c = 0; c < chunk.columnCount; c++) {
        vectors.push((chunk.getColumnVector(c) as DuckDBVector & { readonly items: Values }).items);
      }
      visit(vectors);
    }
  });
}

/** Numbers, times and truth values: NULL becomes NaN or -1 before it leaves DuckDB. */
async function fetchPlain(database: NativeDatabase, sketches: readonly Sketch[], rows: number): Promise<Column[]> {
  if (sketches.length === 0) return [];
  const arrays = sketches.map(({ kind }) => kind === "boolean" ? new Int8Array(rows) : new Float64Array(rows));
  const selected = sketches.map(({ kind, column }) =>
    kind === "boolean" ? `coalesce(${column}::TINYINT, -1::TINYINT)` : `coalesce(${column}::DOUBLE, 'NaN'::DOUBLE)`
  );
  let at = 0;
  await eachChunk(database, `SELECT ${selected.join(", ")} FROM fetched`, (vectors) => {
    for (let c = 0; c < arrays.length; c++) arrays[c]!.set(vectors[c]!, at);
    at += vectors[0]!.length;
  });
  return sketches.map(({ name, kind, integer }, c): Column => {
    if (kind === "boolean") return { kind, name, values: arrays[c] as Int8Array };
    const values = arrays[c] as Float64Array;
    return kind === "time" ? { kind, name, values } : { kind: "number", name, integer, values };
  });
}

/** Text as codes, in the order of first occurrence. */
async function fetchText(database: NativeDatabase, { name, column }: Sketch, rows: number): Promise<TextColumn> {
  const text = `${column}::VARCHAR`;
  const codes = new Int32Array(rows).fill(-1);
  const counted = await database.query(`SELECT count(${column}), approx_count_distinct(${column}) FROM fetched`);
  const [known, distinct] = counted.columns.map((values) => values[0] as number) as [number, number];
  if (known === 0) return { kind: "text", name, codes, dictionary: [] };
  if (distinct > known * 0.8 && await isUnique(database, text, known)) {
    const { columns } = await database.query(
      `SELECT rowid, ${text} FROM fetched WHERE ${column} IS NOT NULL ORDER BY rowid`,
    );
    (columns[0] as number[]).forEach((row, code) => codes[row] = code);
    return { kind: "text", name, codes, dictionary: columns[1] as string[] };
  }
  await database.query(
    "CREATE OR REPLACE TEMP TABLE fetched_texts AS SELECT v, row_number() OVER (ORDER BY first) - 1 AS code FROM " +
      `(SELECT ${text} AS v, min(rowid) AS first FROM fetched WHERE ${column} IS NOT NULL GROUP BY ALL)`,
  );
  const sql = `SELECT f.rowid::INTEGER, t.code::INTEGER FROM fetched f JOIN fetched_texts t ON ${text} = t.v`;
  await eachChunk(database, sql, ([row, code]) => {
    for (let i = 0; i < row!.length; i++) codes[row![i]!] = code![i]!;
  });
  const { columns } = await database.query("SELECT v FROM fetched_texts ORDER BY code");
  await database.query("DROP TABLE fetched_texts");
  return { kind: "text", name, codes, dictionary: columns[0] as string[] };
}

async function isUnique(database: NativeDatabase, text: string, known: number): Promise<boolean> {
  const { columns } = await database.query(`SELECT count(DISTINCT ${text}) FROM fetched`);
  return columns[0]![0] === known;
}
