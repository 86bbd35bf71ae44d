/** DuckDB over one source of events, opened and filled by the first query. */
import type { Table } from "../../base/column.ts";
import type { Database, QueryResult } from "../../db/database.ts";
import { lazyDatabase } from "../../db/lazy_database.ts";
import { type DriverOptions, estimatedBytes } from "../../db/open.ts";
import type { LogContents, LogDatabase } from "./log_contents.ts";
import { LOG_TABLE, logColumns, ROWS_TABLE, rowsTable, TRACES_TABLE, tracesTable, viewsOf } from "./log_views.ts";

/** What a database is laid over. */
export interface DatabaseSource {
  readonly events: Table;
  readonly traces?: { readonly table: Table; readonly of: Int32Array };
}

/**
 * The database of a source. Rows are loaded once; each log adds its events' row numbers and the columns that mining
 * reads, and these are dropped when the log is no longer in use.
 *
 * @throws InputError from `driver` and `query` if the driver asked for is unknown or does not load.
 */
export function openLogDatabase(source: DatabaseSource, options: DriverOptions = {}): LogDatabase {
  const bytes = Math.max(options.bytes ?? 0, estimatedBytes(source.events));
  const lazy = lazyDatabase({ ...options, bytes }, (database) => fill(database, source));

  let tables = new WeakMap<LogContents, string>();
  const unused: string[] = [];
  const registry = new FinalizationRegistry<string>((name) => unused.push(name));
  let count = 0;
  /** The log that the views show; empty when they may have been changed. */
  let shown: string | undefined;

  async function show(database: Database, log: LogContents): Promise<void> {
    for (const name of unused.splice(0)) await database.query(`DROP TABLE IF EXISTS ${name}`);
    let name = tables.get(log);
    if (name === undefined) {
      name = `${LOG_TABLE}${++count}`;
      await database.load(name, logColumns(log));
      tables.set(log, name);
      registry.register(log, name);
    }
    if (shown === name) return;
    shown = undefined;
    await database.query(viewsOf(log, name));
    shown = name;
  }

  async function run(database: Database, log: LogContents, sql: string): Promise<QueryResult> {
    await show(database, log);
    if (CHANGES_VIEWS.test(sql)) shown = undefined;
    return database.query(sql);
  }

  return {
    get driver() {
      return lazy.driver;
    },
    query: (log, sql) => lazy.run((database) => run(database, log, sql)),
    async close() {
      await lazy.close();
      shown = undefined;
      tables = new WeakMap();
    },
  };
}

const CHANGES_VIEWS = /\b(create|drop|alter|use|attach|detach|begin|rollback)\b/i;

async function fill(database: Database, { events, traces }: DatabaseSource): Promise<void> {
  await database.load(ROWS_TABLE, rowsTable(events, traces?.of));
  if (traces) await database.load(TRACES_TABLE, tracesTable(traces.table));
}
