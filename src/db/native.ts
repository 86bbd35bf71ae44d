/** DuckDB as a native library: `@duckdb/node-api`. */
import type { DuckDBConnection, DuckDBDataChunk, DuckDBType, DuckDBVector } from "@duckdb/node-api";
import { InputError } from "../base/errors.ts";
import { beginner } from "../base/stop.ts";
import type { Table } from "../base/column.ts";
import type { Database, QueryResult } from "./database.ts";
import { arrayOfVector } from "./native_values.ts";
import { requirePackage } from "./packages.ts";
import { distinctNames } from "../base/sql_text.ts";
import { type RawColumn, type RawType, stageTable } from "./staging.ts";

export type NativeModule = typeof import("@duckdb/node-api");

/** Native DuckDB, with its connection for the readers of DuckDB's own file formats. */
export interface NativeDatabase extends Database {
  readonly driver: "native";
  readonly connection: DuckDBConnection;
  /** Does some work of the connection, and ends it when the cell is stopped that began it. */
  stoppable<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
}

/** Loads the native binding; throws where the platform has none. */
export function loadNative(): NativeModule {
  return native ??= requirePackage("@duckdb/node-api") as NativeModule;
}
let native: NativeModule | undefined;

/** Opens an empty database in memory. Nothing is ever downloaded, and times are in UTC whatever the machine's zone. */
export async function openNative(module: NativeModule = loadNative()): Promise<NativeDatabase> {
  const instance = await module.DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  let loads = 0;
  return {
    driver: "native",
    connection,
    stoppable: (work) => stoppable(connection, work),
    query: (sql) => stoppable(connection, () => queryNative(connection, sql)),
    async load(name: string, table: Table): Promise<void> {
      const staging = stageTable(name, table);
      const [raw, texts] = [`raw_${++loads}`, `texts_${loads}`];
      try {
        await stoppable(connection, async () => {
          await appendColumns(module, connection, raw, staging.columns, table.rows);
          if (staging.texts.length) await appendTexts(module, connection, texts, staging.texts);
          await connection.run(staging.create(`temp.${raw}`, `temp.${texts}`));
        });
      } finally {
        await connection.run(`DROP TABLE IF EXISTS temp.${raw}; DROP TABLE IF EXISTS temp.${texts}`);
      }
    },
    close(): Promise<void> {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
}

async function stoppable<T>(
  connection: DuckDBConnection,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const begunBy = beginner();
  begunBy.goOn();
  const release = begunBy.onStop(() => connection.interrupt());
  try {
    return await work(connection);
  } catch (error) {
    // It failed because it was interrupted.
    begunBy.goOn();
    throw error;
  } finally {
    release();
  }
}

async function queryNative(connection: DuckDBConnection, sql: string): Promise<QueryResult> {
  try {
    const result = await connection.run(sql);
    const types = result.columnTypes();
    const columns: unknown[][] = types.map(() => []);
    let rows = 0;
    for (const chunk of await result.fetchAllChunks()) {
      for (let c = 0; c < types.length; c++) arrayOfVector(chunk.getColumnVector(c), types[c]!, columns[c]!);
      rows += chunk.rowCount;
    }
    return { names: distinctNames(result.columnNames()), columns, rows };
  } catch (error) {
    throw new InputError(`DuckDB (native) could not run the query: ${(error as Error).message}`, { cause: error });
  }
}

/** A vector's memory, as the binding's numeric vectors hold it. */
type NumericVector = DuckDBVector & { readonly items: Int32Array | Float64Array | Int8Array };

async function appendColumns(
  module: NativeModule,
  connection: DuckDBConnection,
  name: string,
  columns: readonly RawColumn[],
  rows: number,
): Promise<void> {
  await connection.run(`CREATE TEMP TABLE ${name} (${columns.map((c) => `${c.name} ${c.type}`).join(", ")})`);
  const types: Record<RawType, DuckDBType> = {
    INTEGER: module.INTEGER,
    DOUBLE: module.DOUBLE,
    TINYINT: module.TINYINT,
  };
  await appendChunks(module, connection, name, columns.map((c) => types[c.type]), rows, (chunk, at, count) => {
    for (let c = 0; c < columns.length; c++) {
      const vector = chunk.getColumnVector(c) as NumericVector;
      vector.items.set(columns[c]!.values.subarray(at, at + count));
      vector.flush();
    }
  });
}

async function appendTexts(
  module: NativeModule,
  connection: DuckDBConnection,
  name: string,
  texts: readonly string[],
): Promise<void> {
  await connection.run(`CREATE TEMP TABLE ${name} (i INTEGER, v VARCHAR)`);
  await appendChunks(
    module,
    connection,
    name,
    [module.INTEGER, module.VARCHAR],
    texts.length,
    (chunk, at, count) => {
      const [numbers, values] = [chunk.getColumnVector(0) as NumericVector, chunk.getColumnVector(1)];
      for (let i = 0; i < count; i++) {
        numbers.items[i] = at + i;
        values.setItem(i, texts[at + i]!);
      }
      numbers.flush();
      values.flush();
    },
  );
}

const CHUNK_ROWS = 2048;

async function appendChunks(
  module: NativeModule,
  connection: DuckDBConnection,
  name: string,
  types: readonly DuckDBType[],
  rows: number,
  fill: (chunk: DuckDBDataChunk, at: number, count: number) => void,
): Promise<void> {
  const appender = await connection.createAppender(name, "main", "temp");
  for (let at = 0; at < rows; at += CHUNK_ROWS) {
    const count = Math.min(CHUNK_ROWS, rows - at);
    const chunk = module.DuckDBDataChunk.create(types, count);
    fill(chunk, at, count);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
