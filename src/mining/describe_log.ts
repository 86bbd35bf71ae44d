/** Counts of a log: the figures that any report of it begins with. */
import type { EventLog } from "../log/events/event_log.ts";
import { requireEventLog } from "../log/require_log.ts";
import { traceVariants } from "./trace_variants.ts";

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
