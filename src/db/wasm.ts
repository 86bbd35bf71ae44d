/** DuckDB compiled to WebAssembly: `@duckdb/duckdb-wasm`, in this process and thread. */
import { readFile } from "node:fs/promises";
import { columnFromArray, columnFromValues, tableFromColumns, tableFromIPC, tableToIPC, utf8 } from "@uwdata/flechette";
import { InputError } from "../base/errors.ts";
import { arrayOfArrow } from "./arrow_values.ts";
import type { Table } from "../base/column.ts";
import type { Database, QueryResult } from "./database.ts";
import { packagePath, requirePackage } from "./packages.ts";
import { distinctNames } from "../base/sql_text.ts";
import { stageTable } from "./staging.ts";

/**
 * Begins to compile DuckDB in the background, so that the first query need not wait for it.
 *
 * Compiling runs on V8's own threads. It never keeps the process alive, and a failure is told by `openWasm`.
 */
export function prewarmWasm(): void {
  compiled().catch(() => {});
}

function compiled(): Promise<WebAssembly.Module> {
  return module ??= Promise.resolve().then(() => readFile(packagePath(MODULE)))
    .then((bytes) => WebAssembly.compile(bytes));
}
let module: Promise<WebAssembly.Module> | undefined;

const MODULE = "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm";
const BINDINGS = "@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs";

/** The part of the package's blocking bindings that is used; its own types need a browser's and Emscripten's. */
interface Bindings {
  instantiate(): Promise<unknown>;
  open(config: { path: string }): void;
  connect(): { readonly _conn: number; close(): void };
  runQuery(connection: number, sql: string): Uint8Array;
  insertArrowFromIPCStream(
    connection: number,
    bytes: Uint8Array,
    options: { name: string; schema: string; create: boolean },
  ): void;
  readonly _runtime: object;
  instantiateWasm(imports: WebAssembly.Imports, done: (i: WebAssembly.Instance, m: WebAssembly.Module) => void): object;
}

interface Package {
  createDuckDB(bundles: unknown, logger: unknown, runtime: unknown): Promise<Bindings>;
  readonly VoidLogger: new () => unknown;
  readonly NODE_RUNTIME: unknown;
}

/** Opens an empty database in memory. Nothing is ever downloaded: an extension sought there would end the process. */
export async function openWasm(): Promise<Database & { readonly driver: "wasm" }> {
  const bindings = await instantiate(await compiled());
  bindings.open({ path: ":memory:" });
  const connection = bindings.connect();
  const run = (sql: string) => bindings.runQuery(connection._conn, sql);
  const insert = (name: string, columns: ArrowColumns) =>
    bindings.insertArrowFromIPCStream(connection._conn, tableToIPC(tableFromColumns(columns), {})!, {
      name,
      schema: "main",
      create: false,
    });
  run("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false");
  let loads = 0;
  return {
    driver: "wasm",
    // deno-lint-ignore require-await -- an error must be a rejection
    async query(sql: string): Promise<QueryResult> {
      try {
        return resultOf(run(sql));
      } catch (error) {
        throw new InputError(`DuckDB (wasm) could not run the query: ${saidOnce((error as Error).message)}`, {
          cause: error,
        });
      }
    },
    // deno-lint-ignore require-await
    async load(name: string, table: Table): Promise<void> {
      const staging = stageTable(name, table);
      const [raw, texts] = [`tracebook_raw_${++loads}`, `tracebook_texts_${loads}`];
      try {
        run(`CREATE TABLE ${raw} (${staging.columns.map((c) => `${c.name} ${c.type}`).join(", ")})`);
        for (const [from, to] of slices(table.rows, Math.ceil(CELLS / staging.columns.length))) {
          insert(raw, staging.columns.map((c) => [c.name, columnFromArray(c.values.subarray(from, to))]));
        }
        run(`CREATE TABLE ${texts} (i INTEGER, v VARCHAR)`);
        for (const [from, to] of slices(staging.texts.length, CELLS / 10)) {
          insert(texts, [
            ["i", columnFromArray(Int32Array.from({ length: to - from }, (_, i) => from + i))],
            ["v", columnFromValues(staging.texts.slice(from, to), utf8())],
          ]);
        }
        run(staging.create(raw, texts));
      } finally {
        run(`DROP TABLE IF EXISTS ${raw}; DROP TABLE IF EXISTS ${texts}`);
      }
    },
    close(): Promise<void> {
      connection.close();
      return Promise.resolve();
    },
  };
}

type ArrowColumns = [string, ReturnType<typeof columnFromArray>][];

/** Cells copied at a time: bounds the copy's memory to some 20 MB. */
const CELLS = 2_000_000;

function* slices(length: number, size: number): Iterable<[number, number]> {
  for (let at = 0; at < length; at += size) yield [at, Math.min(length, at + size)];
}

async function instantiate(module: WebAssembly.Module): Promise<Bindings> {
  const duckdb = requirePackage(BINDINGS) as Package;
  const bundle = { mainModule: packagePath(MODULE), mainWorker: "" };
  const bindings = await duckdb.createDuckDB({ mvp: bundle, eh: bundle }, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  // As the package does it, but with the module that is compiled already.
  bindings.instantiateWasm = (imports, done) => {
    const runtime = bindings._runtime as Record<string, unknown>;
    (globalThis as { DUCKDB_RUNTIME?: unknown }).DUCKDB_RUNTIME = Object.fromEntries(
      Object.getOwnPropertyNames(runtime).filter((name) => name !== "constructor").map((name) => [name, runtime[name]]),
    );
    WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
    return [];
  };
  await bindings.instantiate();
  return bindings;
}

function resultOf(bytes: Uint8Array): QueryResult {
  const table = tableFromIPC(bytes, { useBigInt: true, useDecimalInt: true });
  return {
    names: distinctNames(table.names),
    columns: table.children.map((column) => arrayOfArrow(column)),
    rows: table.numRows,
  };
}

/** DuckDB shows the line of a syntax error twice. */
function saidOnce(message: string): string {
  return message.replace(/(\n\nLINE \d+:[\s\S]*)\1\s*$/, "$1");
}
