/** What an interaction log is made of: the shape that the class and its database share. */
import type { Table } from "../../base/column.ts";
import type { InteractionMapping } from "../../io/interactions/canonical_columns.ts";
import type { PrivacyRecord } from "../../privacy/privacy_options.ts";
import type { Finding } from "../../io/report/reading_report.ts";
import type { ClassOfApplication } from "./application_classes.ts";
import type { Queries } from "../sql.ts";

/** Where an interaction log came from. */
export interface InteractionSource {
  /** File name, for titles and captions. */
  readonly name: string;
  /** Every row read, in file order, with the columns of the file. */
  readonly interactions: Table;
  /** The same rows in canonical columns (`CANONICAL_COLUMNS`), those that the log has. */
  readonly canonical: Table;
  readonly mapping: InteractionMapping;
  readonly findings: readonly Finding[];
  /** What was done for privacy's sake while reading; absent where the log was made in another way. */
  readonly privacy?: PrivacyRecord;
  /** The class of an application, as the reader was told. */
  readonly classOf: ClassOfApplication;
  /** DuckDB over this source; opened by the first query. */
  readonly database: InteractionDatabase;
}

export interface InteractionColumns {
  /** When it happened or began: milliseconds UTC, ascending for each user; ties keep file order. */
  readonly time: Float64Array;
  /** Interval data: when it ended, milliseconds UTC, never before `time`; NaN where unknown. */
  readonly end?: Float64Array;
  /** Code of each interaction's user in `users`, -1 where unknown: those come last. */
  readonly user: Int32Array;
  /** Users, sorted by code unit as all dictionaries here, so that codes compare as names do. Each occurs in the log. */
  readonly users: readonly string[];
  /** Code of the application in `apps`, -1 where unknown. */
  readonly app: Int32Array;
  readonly apps: readonly string[];
  /** Code of the normalised action in `actions`: the action type and its context, without its data. */
  readonly action: Int32Array;
  readonly actions: readonly string[];
  /** Each of `actions` in words for a person, no two alike. @default the actions */
  readonly actionLabels?: readonly string[];
  /** Index of the kind of action in `ACTION_CLASSES`. */
  readonly actionClass: Uint8Array;
  /**
   * Interactions of session s are `sessions[s]` up to, not including, `sessions[s + 1]`. A session is one user's work
   * without a pause of more than `sessionGapSeconds` between the end of one interaction and the beginning of the next.
   */
  readonly sessions: Int32Array;
  readonly sessionGapSeconds: number;
  /** Row of `source.interactions` of each interaction. */
  readonly rows: Int32Array;
}

/** Columns with where they came from; an `InteractionLog` is one. */
export interface InteractionContents extends InteractionColumns {
  readonly source: InteractionSource;
  /** Number of interactions. */
  readonly interactions: number;
}

/** DuckDB over interactions, opened by the first query. `interactions` are those of the log that a query is about. */
export type InteractionDatabase = Queries<InteractionContents>;
