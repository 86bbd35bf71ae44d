/** Logs from rows in memory: for small examples, for tests, and for data that is fetched rather than read. */
import type { Mapping } from "../io/raw_log.ts";
import { ReadingReport } from "../io/report/reading_report.ts";
import { buildEventLog } from "./events/build.ts";
import type { EventLog } from "./events/event_log.ts";
import type { InteractionLog } from "./interactions/interaction_log.ts";
import type { LifecycleMode } from "./events/lifecycle.ts";
import { openLogDatabase } from "./events/log_database.ts";
import { interactionsFromTable, type InteractionTableOptions } from "./interactions/read_interactions.ts";
import { tableOfRows } from "./table_of_rows.ts";

export interface FromRowsOptions {
  /** Which property is what. @default { case: "case", activity: "activity", timestamp: "time" }, and `start` and `resource` where rows have them */
  readonly mapping?: Mapping;
  readonly lifecycle?: LifecycleMode;
  /** Shown in titles and captions. @default "rows" */
  readonly name?: string;
  /** Lets `log.sql` read and write other files, as with `readLog`. @default false */
  readonly allowFiles?: boolean;
}

/**
 * Builds an event log from plain objects, one an event. Times are dates; numbers, truth values and text are attributes.
 *
 * @throws InputError if a property holds values of several kinds.
 * @example
 * ```ts
 * import { logFromRows } from "tracebook";
 * const log = logFromRows([
 *   { case: "1", activity: "receive", time: new Date("2026-01-05T09:00Z") },
 *   { case: "1", activity: "answer", time: new Date("2026-01-05T11:00Z") },
 * ]);
 * log.cases; // 1
 * ```
 */
export function logFromRows(rows: readonly object[], options: FromRowsOptions = {}): EventLog {
  const { name = "rows", lifecycle, allowFiles = false } = options;
  const has = (property: string) => rows.some((row) => property in row);
  const mapping = options.mapping ?? {
    case: "case",
    activity: "activity",
    timestamp: "time",
    ...(has("start") ? { start: "start" } : {}),
    ...(has("resource") ? { resource: "resource" } : {}),
  };
  const events = tableOfRows(rows, Object.values(mapping));
  const raw = { name, events, report: new ReadingReport() };
  return buildEventLog(
    raw,
    { mapping, ...(lifecycle ? { lifecycle } : {}) },
    openLogDatabase({ events }, { allowFiles }),
  );
}

export interface InteractionsFromRowsOptions extends Omit<InteractionTableOptions, "bytes"> {
  /** Shown in titles and captions. @default "rows" */
  readonly name?: string;
}

/**
 * Builds an interaction log from plain objects, one an interaction. Times are dates, or text as in a file; which
 * property is what is inferred from their names and values as `readInteractions` does, unless `mapping` says it.
 * Nothing is masked unless `privacy` asks for it.
 *
 * @throws InputError if a property holds values of several kinds, no property tells the time, or none what was done or
 * where.
 * @example
 * ```ts
 * import { interactionsFromRows, segmentTasks } from "tracebook";
 * const log = interactionsFromRows([
 *   { time: new Date("2026-01-05T09:00Z"), user: "Ada", app: "Mail", action: "click", element: "Reply" },
 *   { time: new Date("2026-01-05T09:01Z"), user: "Ada", app: "Mail", action: "click", element: "Send" },
 * ]);
 * segmentTasks(log).count;
 * ```
 */
export function interactionsFromRows(
  rows: readonly object[],
  options: InteractionsFromRowsOptions = {},
): InteractionLog {
  const mapping = options.mapping ?? (rows.length === 0 ? { timestamp: "time", action: "action" } : {});
  const table = tableOfRows(rows, rows.length === 0 ? Object.values(mapping) : []);
  return interactionsFromTable(table, { name: "rows", ...options, mapping });
}
