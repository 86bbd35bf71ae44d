/** What the reader of a format returns: columns in the order of the file, not yet grouped into cases. */
import type { Table } from "../base/column.ts";
import type { ReadingReport } from "./report/reading_report.ts";

/** Which column is what. */
export interface Mapping {
  readonly case: string;
  readonly activity: string;
  readonly timestamp: string;
  /** Column of the start time, where each row is an interval. */
  readonly start?: string;
  readonly resource?: string;
}

/** A row an event. */
export interface RawLog {
  /** File name without folders, for titles and errors. */
  readonly name: string;
  readonly events: Table;
  /** XES: the attributes of each trace (named `case:…`), and the trace of each event row. */
  readonly traces?: { readonly table: Table; readonly of: Int32Array };
  readonly report: ReadingReport;
  /** Line of the file on which a row begins, 1-based; absent where the format has no lines. */
  readonly lineOf?: (row: number) => number;
  /** XES classifiers: name → attribute keys. */
  readonly classifiers?: ReadonlyMap<string, readonly string[]>;
}
