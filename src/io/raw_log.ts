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
  /** Column of the time of day, where `timestamp` holds the day alone: 08:30:15, 083015, or a part of a day as 0.354. */
  readonly clock?: string;
  /** The same for `start`. */
  readonly startClock?: string;
  /** Column that says what happened to the activity: start, complete, schedule, suspend … in five languages. */
  readonly lifecycle?: string;
  /** Column that tells apart work on the same activity that overlaps, so that its start and completion are paired. */
  readonly instance?: string;
  /** Column that puts events of one case in order where their times are equal. */
  readonly order?: string;
  /** To be given only: the time of completion, where `timestamp` is the time of the start or is not given. */
  readonly end?: string;
}

/** Columns that a log shows under names of its own, so that they are no attributes beside. */
export function ownColumns(mapping: Mapping): Set<string> {
  const { case: caseColumn, activity, timestamp, start, resource } = mapping;
  return new Set([caseColumn, activity, timestamp, start, resource].filter((column) => column !== undefined));
}

/** A mapping as it was given, with `end` as what it stands for: then `timestamp` is the completion. */
export function withoutEnd<M extends Partial<Mapping>>(given: M): M {
  const { end, timestamp, start, ...others } = given;
  if (end === undefined) return given;
  const begin = start ?? (timestamp === end ? undefined : timestamp);
  return { ...others, timestamp: end, ...(begin === undefined ? {} : { start: begin }) } as M;
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
  /** No event has a time: their column holds none, and their order is that of the file. */
  readonly untimed?: true;
  /** XES classifiers: name → attribute keys. */
  readonly classifiers?: ReadonlyMap<string, readonly string[]>;
}
