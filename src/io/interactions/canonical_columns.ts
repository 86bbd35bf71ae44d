/** What readers of interactions fill: the canonical columns, and which column of a file is what. */
import type { Table } from "../../base/column.ts";
import type { ReadingReport } from "../report/reading_report.ts";

/** Names of the canonical columns, whatever recorded them. */
export const CANONICAL_COLUMNS = [
  "ts",
  "tsEnd",
  "user",
  "host",
  "app",
  "windowTitle",
  "url",
  "domain",
  "eventType",
  "actionClass",
  "elementId",
  "elementName",
  "elementLabel",
  "elementType",
  "elementPath",
  "container1",
  "container2",
  "rowKey",
  "valueOld",
  "valueNew",
  "clipboard",
  "sourceFormat",
] as const;

export type CanonicalColumn = typeof CANONICAL_COLUMNS[number];

/**
 * Which column of the file is what.
 *
 * `case` and `segment` name the task instance of a row, which is what segmentation has to find out. So they are kept as
 * attributes, and a measure that uses them says so in its result.
 */
export interface InteractionMapping {
  /** When it happened. Absent where a table tells the order of its rows only. */
  readonly timestamp?: string;
  /** The clock time, where `timestamp` holds the day only. */
  readonly clock?: string;
  /** When the interval ended that began at `timestamp`: a point in time, or … */
  readonly end?: string;
  /** … how long it lasted: in seconds, in the unit that the column's name says (`duration_ms`), or as 0:00:05. */
  readonly duration?: string;
  readonly user?: string;
  readonly team?: string;
  readonly host?: string;
  readonly app?: string;
  /** What was done: the recorder's event type. */
  readonly action?: string;
  /** Workbook, window or document. */
  readonly window?: string;
  readonly url?: string;
  /** Sheet, tab, form or screen within the window. */
  readonly container?: string;
  /** Name of the field, button or column. */
  readonly element?: string;
  readonly elementId?: string;
  readonly elementLabel?: string;
  readonly elementType?: string;
  /** Row of a sheet or list. */
  readonly row?: string;
  readonly value?: string;
  readonly oldValue?: string;
  readonly clipboard?: string;
  /** The kind of task that was worked on. */
  readonly task?: string;
  readonly case?: string;
  readonly segment?: string;
}

export type InteractionRole = keyof InteractionMapping;

/** What the canonical columns of a format are made from. */
export interface CanonicalParts {
  readonly table: Table;
  readonly mapping: InteractionMapping;
  /** Milliseconds UTC of each row, NaN where missing. */
  readonly time: Float64Array;
  readonly report: ReadingReport;
  /** File and line of a row, in words. */
  readonly placeOf: (row: number) => string;
}
