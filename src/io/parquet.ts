/** Parquet files and tables of `.duckdb` files, read by the native DuckDB. */
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { fetchColumns, type FetchedTable } from "../db/fetch_columns.ts";
import { type NativeDatabase, openNative } from "../db/native.ts";
import { chooseDriver } from "../db/open.ts";
import { literal, quoteName } from "../base/sql_text.ts";
import { InputError } from "../base/errors.ts";
import { StoppedError } from "../base/stop.ts";
import { didYouMean, nearestNames } from "../base/nearest_names.ts";
import { noteInput } from "./files/input_files.ts";
import { MAX_CELLS } from "./limits.ts";
import type { PendingTimes, RawLog } from "./raw_log.ts";
import { ReadingReport } from "./report/reading_report.ts";
import { settleTimes } from "./time/settle_times.ts";
import { clockOf } from "./time/time_zone.ts";

export interface ParquetOptions {
  /** Zone of times that do not say theirs, an IANA name. @default "UTC" */
  readonly timeZone?: string;
}

/** How rows are read whose times are pending. */
interface RowsOptions {
  /** Columns of numbers that are to be text, digit for digit. */
  readonly exact?: readonly string[];
}

/** Rows with times that are pending. */
export interface TableRows extends RawLog {
  /** Columns with numbers that were rounded on reading. */
  readonly rounded: readonly string[];
}

export interface DuckDbOptions extends ParquetOptions {
  /** Table or view to read, with its schema where that is not `main`: `sales.events`. Needed where there are several. */
  readonly table?: string;
  /** Lets a view of the file read other files. @default false */
  readonly allowFiles?: boolean;
}

/**
 * Reads the columns of a Parquet file.
 *
 * @throws InputError if the file is not there or is no Parquet file, or the native DuckDB does not serve.
 */
export async function readParquetTable(path: string, options: ParquetOptions = {}): Promise<RawLog> {
  return settleTimes(await parquetRows(path, options), {}, options);
}

/** As `readParquetTable`; the times of the log are pending. */
export function parquetRows(path: string, options: ParquetOptions & RowsOptions = {}): Promise<TableRows> {
  return withFile(path, async (database, name) => {
    const relation = `read_parquet(${literal(globEscaped(path))})`;
    return rawLog(name, await fetched(database, name, "a Parquet file", relation, options), options);
  });
}

/**
 * Reads the columns of a table in a `.duckdb` file; the file is opened for reading only.
 *
 * @throws InputError if the file is not there, is no DuckDB file, or the table to read is not clear.
 */
export async function readDuckDbTable(path: string, options: DuckDbOptions = {}): Promise<RawLog> {
  return settleTimes(await duckDbRows(path, options), {}, options);
}

/** As `readDuckDbTable`; the times of the log are pending. */
export function duckDbRows(path: string, options: DuckDbOptions & RowsOptions = {}): Promise<TableRows> {
  return withFile(path, async (database, name) => {
    await explained(name, "a DuckDB file", () => database.query(`ATTACH ${literal(path)} AS file (READ_ONLY)`));
    const table = await tableToRead(database, name, options.table);
    if (!options.allowFiles) await database.query("SET enable_external_access = false; SET lock_configuration = true");
    const relation = `file.${quoteName(table.schema)}.${quoteName(table.name)}`;
    return rawLog(name, await fetched(database, name, "a DuckDB file", relation, options), options);
  });
}

async function withFile(
  path: string,
  read: (database: NativeDatabase, name: string) => Promise<TableRows>,
): Promise<TableRows> {
  const name = basename(path);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new InputError(`Expected a file but found ${found ? "a folder" : "nothing"} at ${path}.`);
  chooseDriver({ needs: "native" });
  await noteInput(path);
  const database = await openNative();
  try {
    return await read(database, name);
  } finally {
    await database.close();
  }
}

function fetched(
  database: NativeDatabase,
  name: string,
  format: string,
  relation: string,
  { exact }: RowsOptions,
): Promise<FetchedTable> {
  return explained(name, format, async () => {
    const { rows: columns } = await database.query(`DESCRIBE SELECT * FROM ${relation}`);
    const most = Math.floor(MAX_CELLS / Math.max(columns, 1));
    const counted = await database.query(`SELECT count(*) FROM (SELECT 1 FROM ${relation} LIMIT ${most + 1})`);
    if (Number(counted.columns[0]![0]) > most) {
      throw new InputError(
        `${name}: expected at most ${MAX_CELLS.toLocaleString("en")} cells, which is ${
          most.toLocaleString("en")
        } rows of ${columns} columns, but found more rows. Write what you need into a smaller file.`,
      );
    }
    return await fetchColumns(database, relation, exact);
  });
}

/** An error of DuckDB, told as one of the file. */
async function explained<T>(name: string, format: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof StoppedError || cause instanceof InputError && cause.cause === undefined) throw cause;
    if (/file system operations are disabled/.test((cause as Error).message)) {
      throw new InputError(
        `${name}: expected a table of the file but found a view that reads other files. ` +
          "Give allowFiles: true if it shall, and you trust the file.",
        { cause },
      );
    }
    const reason = ((cause as Error).cause as Error | undefined)?.message ?? (cause as Error).message;
    throw new InputError(
      `${name}: expected ${format} but found one that DuckDB cannot read: ${reason.split("\n")[0]} ` +
        "Is the file complete, and of that format?",
      { cause },
    );
  }
}

/** A path taken literally, where DuckDB would read `*`, `?` and `[` as a pattern. */
function globEscaped(path: string): string {
  return path.replace(/[*?[]/g, "[$&]");
}

interface TableName {
  readonly schema: string;
  readonly name: string;
}

async function tableToRead(database: NativeDatabase, file: string, wanted: string | undefined): Promise<TableName> {
  const { columns: [schemas, names] } = await database.query(
    "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = 'file' AND NOT internal UNION ALL " +
      "SELECT schema_name, view_name FROM duckdb_views() WHERE database_name = 'file' AND NOT internal ORDER BY ALL",
  );
  const tables = (names as string[]).map((name, i) => ({ schema: (schemas as string[])[i]!, name }));
  const written = ({ schema, name }: TableName) => schema === "main" ? name : `${schema}.${name}`;
  const listed = tables.map(written).join(", ");
  if (wanted === undefined) {
    if (tables.length === 1) return tables[0]!;
    throw new InputError(
      tables.length === 0
        ? `${file}: expected a table but found none.`
        : `${file}: expected one table but found ${tables.length}: ${listed}. Name the one to read.`,
    );
  }
  const found = tables.find((table) => written(table) === wanted) ??
    tables.find((table) => `${table.schema}.${table.name}` === wanted);
  if (found) return found;
  const near = nearestNames(wanted, tables.map(written));
  throw new InputError(
    `${file}: expected a table named "${wanted}" but found ${listed || "none"}.` +
      didYouMean(near),
  );
}

function rawLog(name: string, table: FetchedTable, { timeZone = "UTC" }: ParquetOptions): TableRows {
  const report = new ReadingReport();
  clockOf(timeZone);
  if (table.withoutZone.length > 0) {
    report.add(
      "time zone assumed",
      `${name}, column "${table.withoutZone[0]}": times say no zone and are read as ${timeZone}`,
      table.withoutZone.length,
    );
  }
  for (const { name: column, rows, example, inFile } of table.rounded) {
    const why = inFile
      ? "is a whole number beyond 9,007,199,254,740,992 that the file holds as a double, so that its last digits are not exact"
      : `has more digits than a number holds and is read as ${Number(example)}`;
    report.add("number rounded", `${name}, column "${column}": ${example} ${why}`, rows);
  }
  const rounded = table.rounded.filter(({ inFile }) => !inFile).map((column) => column.name);
  const pending = new Map(table.withoutZone.map((column): [string, PendingTimes] => [column, { local: "all" }]));
  return { name, events: { rows: table.rows, columns: table.columns }, report, pending, rounded };
}
