/** What an event log is made of: the shape that the class, its database and its filters share. */
import type { Table } from "../../base/column.ts";
import type { Mapping } from "../../io/raw_log.ts";
import type { Finding } from "../../io/report/reading_report.ts";
import type { Queries } from "../sql.ts";

/** Where a log came from: shared by all logs filtered from it. */
export interface LogSource {
  /** File name, for titles and captions. */
  readonly name: string;
  /** Every row read, in file order, with all its attributes. */
  readonly events: Table;
  /** XES: attributes of each trace (`case:…`), and the trace of each row. */
  readonly traces?: { readonly table: Table; readonly of: Int32Array };
  readonly mapping: Mapping;
  /** By what events of a case are ordered, where any has a start. @default "completion" */
  readonly orderBy?: "completion" | "start";
  /** Rows that belong to the event of another row, as a suspension belongs to an instance: that row, else -1. */
  readonly partOf?: Int32Array;
  /** No event has a time: events stand in the order of the file, cases in that of their first events. */
  readonly untimed?: true;
  readonly findings: readonly Finding[];
  /** DuckDB over this source; opened by the first query. */
  readonly database: LogDatabase;
}

export interface EventLogColumns {
  /** Events of case c are `offsets[c]` up to, not including, `offsets[c + 1]`. */
  readonly offsets: Int32Array;
  /** One id a case. Cases stand in the order of their first event's time, then of their id. */
  readonly caseIds: readonly string[];
  /** Code of each event's activity in `activities`. */
  readonly activity: Int32Array;
  /** Activity names, sorted by code unit, so that codes compare as names do. Each occurs in the log. */
  readonly activities: readonly string[];
  /**
   * When the event happened or was completed: milliseconds UTC. Ascending within a case, unless events are ordered by
   * start; what decides ties is in the findings.
   */
  readonly time: Float64Array;
  /** When the work began, where known: milliseconds UTC, NaN where unknown. */
  readonly start?: Float64Array;
  /** Code of each event's resource in `resources`, -1 where unknown. */
  readonly resource?: Int32Array;
  readonly resources?: readonly string[];
  /** Row of `source.events` that each event was made of. */
  readonly rows: Int32Array;
  /** Where start and complete rows were paired: the row of the start, -1 where there was none. */
  readonly startRows?: Int32Array;
}

/** Columns with where they came from; an `EventLog` is one. */
export interface LogContents extends EventLogColumns {
  readonly source: LogSource;
  /** Number of cases. */
  readonly cases: number;
  /** Number of events. */
  readonly events: number;
}

/**
 * DuckDB over one source of events, opened by the first query. `events` and `cases` are those of the log that a query is
 * about; `source` is every row that was read.
 */
export type LogDatabase = Queries<LogContents>;
