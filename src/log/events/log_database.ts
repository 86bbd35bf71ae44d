/** DuckDB over one source of events. */
import type { Table } from "../../base/column.ts";
import { type DriverOptions, estimatedBytes } from "../../db/open.ts";
import { lazyViews } from "../lazy_views.ts";
import type { LogDatabase } from "./log_contents.ts";
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
export function openLogDatabase({ events, traces }: DatabaseSource, options: DriverOptions = {}): LogDatabase {
  const bytes = Math.max(options.bytes ?? 0, estimatedBytes(events));
  return lazyViews({
    async fill(database) {
      await database.load(ROWS_TABLE, rowsTable(events, traces?.of));
      if (traces) await database.load(TRACES_TABLE, tracesTable(traces.table));
    },
    prefix: LOG_TABLE,
    table: logColumns,
    statements: viewsOf,
  }, { ...options, bytes });
}
