/** Counts of a log: the figures that any report of it begins with. */
import { type TypedTable, typedTable } from "../base/typed_table.ts";
import type { EventLog } from "../log/events/event_log.ts";
import { traceVariants } from "./variants.ts";
import { requireEventLog } from "../log/require_log.ts";

export interface LogStatistics {
  readonly cases: number;
  readonly events: number;
  readonly activities: number;
  readonly variants: number;
  /** Absent where the log names no resources. */
  readonly resources?: number;
  /** Times of the earliest start or event, and of the latest event; null for a log without events or times. */
  readonly firstEvent: Date | null;
  readonly lastEvent: Date | null;
  /** Events a case. */
  readonly meanEvents: number;
  readonly minEvents: number;
  readonly maxEvents: number;
}

/**
 * Counts cases, events, activities, variants, resources, and tells the span of time.
 *
 * @example
 * ```ts
 * import { describeLog, readLog } from "tracebook";
 * describeLog(await readLog("data/order-to-cash.csv")).variants;
 * ```
 */
export function describeLog(log: EventLog): LogStatistics {
  requireEventLog(log);
  const { cases, events, offsets } = log;
  let first = Infinity, last = -Infinity, least = cases ? Infinity : 0, most = 0;
  for (let i = 0; i < events; i++) {
    if (log.time[i]! < first) first = log.time[i]!;
    if (log.time[i]! > last) last = log.time[i]!;
    if (log.start && log.start[i]! < first) first = log.start[i]!;
  }
  for (let c = 0; c < cases; c++) {
    const size = offsets[c + 1]! - offsets[c]!;
    if (size < least) least = size;
    if (size > most) most = size;
  }
  return {
    cases,
    events,
    activities: log.activities.length,
    variants: traceVariants(log).sequences.length,
    ...(log.resource ? { resources: new Set(log.resource.filter((code) => code >= 0)).size } : {}),
    firstEvent: first <= last ? new Date(first) : null,
    lastEvent: first <= last ? new Date(last) : null,
    meanEvents: cases ? events / cases : NaN,
    minEvents: least,
    maxEvents: most,
  };
}

/** A row of `activityStatistics`. */
export interface ActivityRow {
  readonly activity: string;
  readonly events: number;
  readonly cases: number;
  /** Of the cases. */
  readonly share: number;
  /** Cases that begin with it, and that end with it. */
  readonly starts: number;
  readonly ends: number;
}

/** A row of `startActivities` and `endActivities`. */
export interface CaseEdgeRow {
  readonly activity: string;
  readonly cases: number;
  readonly share: number;
}

/**
 * Activities of a log: `activity`, `events`, `cases`, `share` (of the cases), `starts`, `ends` (cases that begin and
 * end with it); most events first, then by name.
 */
export function activityStatistics(log: EventLog): TypedTable<ActivityRow> {
  requireEventLog(log);
  const { events, cases, starts, ends } = countActivities(log);
  const order = ranked(events);
  return typedTable<ActivityRow>({
    activity: order.map((a) => log.activities[a]!),
    events: order.map((a) => events[a]!),
    cases: order.map((a) => cases[a]!),
    share: order.map((a) => cases[a]! / log.cases),
    starts: order.map((a) => starts[a]!),
    ends: order.map((a) => ends[a]!),
  });
}

/** Activities that cases start with: `activity`, `cases`, `share`; most cases first, then by name. */
export function startActivities(log: EventLog): TypedTable<CaseEdgeRow> {
  requireEventLog(log);
  return edgeOfCase(log, (c) => log.offsets[c]!);
}

/** Activities that cases end with: `activity`, `cases`, `share`; most cases first, then by name. */
export function endActivities(log: EventLog): TypedTable<CaseEdgeRow> {
  requireEventLog(log);
  return edgeOfCase(log, (c) => log.offsets[c + 1]! - 1);
}

function edgeOfCase(log: EventLog, eventOf: (c: number) => number): TypedTable<CaseEdgeRow> {
  const count = new Float64Array(log.activities.length);
  for (let c = 0; c < log.cases; c++) count[log.activity[eventOf(c)]!]!++;
  const order = ranked(count).filter((a) => count[a]! > 0);
  return typedTable<CaseEdgeRow>({
    activity: order.map((a) => log.activities[a]!),
    cases: order.map((a) => count[a]!),
    share: order.map((a) => count[a]! / log.cases),
  });
}

/** Events and cases of each activity, and the cases that start and end with it, by activity code. */
export function countActivities(log: EventLog): {
  events: Float64Array;
  cases: Float64Array;
  starts: Float64Array;
  ends: Float64Array;
} {
  const { offsets, activity, activities } = log;
  const n = activities.length;
  const events = new Float64Array(n), cases = new Float64Array(n);
  const starts = new Float64Array(n), ends = new Float64Array(n);
  const seenIn = new Int32Array(n).fill(-1);
  for (let c = 0; c < log.cases; c++) {
    const begin = offsets[c]!, end = offsets[c + 1]!;
    starts[activity[begin]!]!++;
    ends[activity[end - 1]!]!++;
    for (let i = begin; i < end; i++) {
      const a = activity[i]!;
      events[a]!++;
      if (seenIn[a] !== c) {
        seenIn[a] = c;
        cases[a]!++;
      }
    }
  }
  return { events, cases, starts, ends };
}

/** Codes by count descending; equal ones in the order of their names, as codes are. */
function ranked(count: Float64Array): number[] {
  return Array.from(count, (_, a) => a).sort((a, b) => count[b]! - count[a]! || a - b);
}
