/** What the reader of a format returns: columns in the order of the file, not yet grouped into cases. */
import type { Table, TextColumn } from "../base/column.ts";
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

/** What is still to be done to a column of times before its values are points in time. */
export interface PendingTimes {
  /** Rows whose time says no zone and stands as if it were UTC: all, or those marked with 1. */
  readonly local?: "all" | Int8Array;
  /** What stands in the file where it is not ISO 8601; the time of such a row is missing so far. */
  readonly unread?: TextColumn;
  /** Line of the first unread text. @default that on which its row begins */
  readonly firstUnreadLine?: number;
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
  /** Event columns of times that `settleTimes` has to finish, by name. Readers for users return none. */
  readonly pending?: ReadonlyMap<string, PendingTimes>;
  /** XES classifiers: name → attribute keys. */
  readonly classifiers?: ReadonlyMap<string, readonly string[]>;
}
