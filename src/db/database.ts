/** One interface over DuckDB; `wasm.ts` and `native.ts` serve it and pass the same contract tests. */
import type { Table } from "../base/column.ts";

export type DriverName = "wasm" | "native";

/** Rows of a query as columns of plain JavaScript values (number, string, boolean, Date, bigint beyond 2^53, null). */
export interface QueryResult {
  readonly names: readonly string[];
  readonly columns: readonly (readonly unknown[])[];
  readonly rows: number;
}

export interface Database {
  readonly driver: DriverName;
  /** Runs one or several statements; the result is that of the last one. */
  query(sql: string): Promise<QueryResult>;
  /** Creates (or replaces) a table from columns. Types: text VARCHAR, number BIGINT or DOUBLE, time TIMESTAMP, boolean BOOLEAN. */
  load(name: string, table: Table): Promise<void>;
  close(): Promise<void>;
}
