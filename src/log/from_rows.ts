/** Logs from rows in memory: for small examples, for tests, and for data that is fetched rather than read. */
import { InputError } from "../base/errors.ts";
import { didYouMean, nearestNames } from "../base/nearest_names.ts";
import { joinClocks } from "../io/mapping/join_clocks.ts";
import { findMapping } from "../io/mapping/mapping.ts";
import { type Mapping, withoutEnd } from "../io/raw_log.ts";
import { ReadingReport } from "../io/report/reading_report.ts";
import { settleTimes } from "../io/time/settle_times.ts";
import type { TimestampOptions } from "../io/time/timestamps.ts";
import type { EventOrder } from "./events/arrange_findings.ts";
import { buildEventLog } from "./events/build.ts";
import type { EventLog } from "./events/event_log.ts";
import type { InteractionLog } from "./interactions/interaction_log.ts";
import type { LifecycleMode } from "./events/lifecycle.ts";
import { openLogDatabase } from "./events/log_database.ts";
import { interactionsFromTable, type InteractionTableOptions } from "./interactions/read_interactions.ts";
import { tableOfRows } from "./table_of_rows.ts";
import { requireRows } from "./require_log.ts";

export interface FromRowsOptions extends TimestampOptions {
  /**
   * Which property is what. @default `case`, `activity`, `time`, `start` and `resource` where rows have them; case,
   * activity, time, clock, lifecycle, instance and order are inferred from names and values as `readLog` does
   */
  readonly mapping?: Partial<Mapping>;
  readonly lifecycle?: LifecycleMode;
  /** By what events of a case are ordered where they have starts. @default "completion" */
  readonly orderBy?: EventOrder;
  /** Shown in titles and captions. @default "rows" */
  readonly name?: string;
  /** Lets `log.sql` read and write other files, as with `readLog`. @default false */
  readonly allowFiles?: boolean;
}

/**
 * Builds an event log from plain objects, one an event. Times are dates, objects of Temporal, or text and numbers as
 * in a file; numbers, truth values and text are attributes.
 *
 * @throws InputError if a property holds values of several kinds, no property serves as case, activity or time, or no
 * row can be used.
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
  requireRows(rows, "events");
  const { name = "rows", lifecycle, orderBy, allowFiles = false } = options;
  const read = rows.length === 0 ? noRows(options) : mappedRows(rows, name, options);
  const joined = joinClocks({ name, events: read.events, report: new ReadingReport() }, read.mapping, options);
  const raw = settleTimes(joined.raw, joined.mapping, options, { inMemory: true });
  const choices = { ...(lifecycle ? { lifecycle } : {}), ...(orderBy ? { orderBy } : {}) };
  const database = openLogDatabase({ events: raw.events }, { allowFiles });
  return buildEventLog(raw, { mapping: joined.mapping, ...choices }, database);
}

function noRows({ mapping: given = {} }: FromRowsOptions) {
  const mapping: Mapping = withoutEnd({ case: "case", activity: "activity", timestamp: "time", ...given });
  return { events: tableOfRows([], Object.values(mapping)), mapping };
}

function mappedRows(rows: readonly object[], name: string, { mapping: given = {} }: FromRowsOptions) {
  const events = tableOfRows(rows);
  const names = events.columns.map((column) => column.name);
  for (const [role, property] of Object.entries(given)) {
    if (property !== undefined && !names.includes(property)) throw noProperty(name, role, property, names);
  }
  // A mapping that is given leaves start and resource out on purpose.
  const isNeeded = (role: string) => role === "case" || role === "activity" || role === "timestamp";
  const usual = Object.entries(USUAL).filter(([role, property]) =>
    !(role in given) && names.includes(property) && (isNeeded(role) || Object.keys(given).length === 0)
  );
  const known: Partial<Mapping> = withoutEnd({ ...Object.fromEntries(usual), ...given });
  const { mapping, roles = {} } = findMapping(events, known, name);
  if (mapping) {
    const isInferred = (role: string) => Object.keys(given).length === 0 && INFERRED.includes(role);
    const kept = Object.entries(mapping).filter(([role]) => isNeeded(role) || role in known || isInferred(role));
    return { events, mapping: Object.fromEntries(kept) as unknown as Mapping };
  }
  const [role, property] = Object.entries(USUAL).find(([one]) => roles[one as keyof Mapping] === undefined)!;
  throw noProperty(name, role, property, names);
}

/** Roles that decide what the times of rows mean, so that leaving them out would be wrong in silence. */
const INFERRED: readonly string[] = ["clock", "lifecycle", "instance", "order"] satisfies (keyof Mapping)[];

const USUAL: Mapping = { case: "case", activity: "activity", timestamp: "time", start: "start", resource: "resource" };

function noProperty(name: string, role: string, property: string, names: readonly string[]): InputError {
  const near = nearestNames(property, names);
  const hint = didYouMean(near);
  return new InputError(
    `${name}: expected a property "${property}" for the ${role} but found ` +
      `${names.map((one) => `"${one}"`).join(", ") || "none"}.${hint} Give mapping: { ${role}: "PROPERTY", … }.`,
  );
}

export interface InteractionsFromRowsOptions extends Omit<InteractionTableOptions, "bytes"> {
  /** Shown in titles and captions. @default "rows" */
  readonly name?: string;
}

/**
 * Builds an interaction log from plain objects, one an interaction. Times are dates, objects of
 * Temporal, or text and numbers as in a file; which property is what is inferred from their names and values as `readInteractions` does, unless `mapping` says it.
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
  requireRows(rows, "interactions");
  const mapping = options.mapping ?? (rows.length === 0 ? { timestamp: "time", action: "action" } : {});
  const table = tableOfRows(rows, rows.length === 0 ? Object.values(mapping) : []);
  return interactionsFromTable(table, { name: "rows", ...options, mapping });
}
