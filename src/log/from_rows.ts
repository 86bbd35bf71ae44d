/** Logs from rows in memory: for small examples, for tests, and for data that is fetched rather than read. */
import type { Column, Table } from "../base/column.ts";
import { InputError } from "../base/errors.ts";
import type { Mapping } from "../io/raw_log.ts";
import { ReadingReport } from "../io/report/reading_report.ts";
import { buildEventLog } from "./events/build.ts";
import type { EventLog } from "./events/event_log.ts";
import type { InteractionLog } from "./interactions/interaction_log.ts";
import type { LifecycleMode } from "./events/lifecycle.ts";
import { openLogDatabase } from "./events/log_database.ts";
import { interactionsFromTable, type InteractionTableOptions } from "./interactions/read_interactions.ts";

export interface FromRowsOptions {
  /** Which property is what. @default { case: "case", activity: "activity", timestamp: "time" }, and `start` and `resource` where rows have them */
  readonly mapping?: Mapping;
  readonly lifecycle?: LifecycleMode;
  /** Shown in titles and captions. @default "rows" */
  readonly name?: string;
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
  const { name = "rows", lifecycle } = options;
  const has = (property: string) => rows.some((row) => property in row);
  const mapping = options.mapping ?? {
    case: "case",
    activity: "activity",
    timestamp: "time",
    ...(has("start") ? { start: "start" } : {}),
    ...(has("resource") ? { resource: "resource" } : {}),
  };
  const events = tableOf(rows as readonly Readonly<Record<string, unknown>>[], Object.values(mapping));
  const raw = { name, events, report: new ReadingReport() };
  return buildEventLog(raw, { mapping, ...(lifecycle ? { lifecycle } : {}) }, openLogDatabase({ events }));
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
  const table = tableOf(
    rows as readonly Readonly<Record<string, unknown>>[],
    rows.length === 0 ? Object.values(mapping) : [],
  );
  return interactionsFromTable(table, { name: "rows", ...options, mapping });
}

function tableOf(rows: readonly Readonly<Record<string, unknown>>[], wanted: readonly string[]): Table {
  const names = [...new Set([...wanted, ...rows.flatMap((row) => Object.keys(row))])];
  return { rows: rows.length, columns: names.map((name) => columnOf(name, rows.map((row) => row[name] ?? null))) };
}

function columnOf(name: string, values: readonly unknown[]): Column {
  const kinds = new Set(values.filter((value) => value !== null).map((v) => v instanceof Date ? "date" : typeof v));
  if (kinds.size > 1) {
    throw new InputError(`Property "${name}": expected values of one kind but found ${[...kinds].join(" and ")}.`);
  }
  switch ([...kinds][0]) {
    case "date":
      return { kind: "time", name, values: Float64Array.from(values, (v) => v === null ? NaN : (v as Date).getTime()) };
    case "number": {
      const numbers = Float64Array.from(values, (value) => value === null ? NaN : value as number);
      return {
        kind: "number",
        name,
        values: numbers,
        integer: numbers.every((n) => Number.isNaN(n) || Number.isInteger(n)),
      };
    }
    case "boolean":
      return { kind: "boolean", name, values: Int8Array.from(values, (value) => value === null ? -1 : value ? 1 : 0) };
    default:
      return textColumn(name, values);
  }
}

function textColumn(name: string, values: readonly unknown[]): Column {
  const code = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    if (value === null) return -1;
    const text = String(value);
    if (!code.has(text)) code.set(text, code.size);
    return code.get(text)!;
  });
  return { kind: "text", name, codes, dictionary: [...code.keys()] };
}
