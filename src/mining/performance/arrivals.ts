/**
 * How often cases arrive, how many are open at once, and how much working time there is to a case.
 *
 * Cycle time in the sense of lean production: the time in which anybody is at work, divided by the cases made in it.
 */
import { formatCount, formatWorkTime } from "../../base/format.ts";
import { inWords } from "../../base/inspect.ts";
import { summarise } from "../../base/statistics/summary.ts";
import { type Calendar, caseCalendar } from "../../log/calendar/calendars_by.ts";
import { caseSpans } from "../../log/events/case_spans.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";

export interface CaseArrivals {
  readonly cases: number;
  /** Seconds from the begin of a case to that of the next one; NaN for fewer than two cases. */
  readonly meanSecondsBetween: number;
  readonly medianSecondsBetween: number;
  /** For each case, aligned with `caseIds`: the cases that are open at some moment of it, itself among them. */
  readonly overlap: Int32Array;
  readonly meanOverlap: number;
  readonly maxOverlap: number;
  /** Seconds in which somebody is at work on any case; NaN where no start is known. */
  readonly busySeconds: number;
  /** `busySeconds` a case. */
  readonly cycleSeconds: number;
  readonly sentence: string;
}

/**
 * When cases arrive, and which of them are open at once. A case is open from its first start or event to its last one.
 *
 * With a `calendar` times between arrivals and at work are working time.
 *
 * @example
 * ```ts
 * import { caseArrivals, readLog } from "tracebook";
 * caseArrivals(await readLog("data/order-to-cash.csv")).meanSecondsBetween / 3600;
 * ```
 */
export function caseArrivals(log: EventLog, options: { readonly calendar?: Calendar } = {}): CaseArrivals {
  requireEventLog(log);
  requireTimes(log, "when cases arrive");
  const calendar = caseCalendar(options.calendar);
  const between = (from: number, to: number) => calendar ? calendar.workingSeconds(from, to) : (to - from) / 1000;
  const { begun, ended } = caseSpans(log);
  const arrivals = begun.slice().sort(), ends = ended.slice().sort();
  const gaps = summarise(arrivals.subarray(1).map((time, k) => between(arrivals[k]!, time)));
  const overlap = Int32Array.from(begun, (from, c) => upTo(arrivals, ended[c]!, true) - upTo(ends, from, false));
  const meanOverlap = overlap.reduce((sum, n) => sum + n, 0) / log.cases;
  const maxOverlap = overlap.reduce((most, n) => Math.max(most, n), 0);
  const busySeconds = busy(log, between);
  const duration = (seconds: number) => formatWorkTime(seconds, calendar !== undefined);
  const sentence = log.cases < 2
    ? `There ${log.cases === 0 ? "is no case" : "is one case"}, so that nothing is known of arrivals.`
    : `A case arrives every ${duration(gaps.mean)} in the mean (median ${duration(gaps.median)}); ` +
      `in its time ${formatCount(meanOverlap, 1)} cases are open in the mean, at most ${formatCount(maxOverlap)}.`;
  return inWords({
    cases: log.cases,
    meanSecondsBetween: gaps.mean,
    medianSecondsBetween: gaps.median,
    overlap,
    meanOverlap,
    maxOverlap,
    busySeconds,
    cycleSeconds: busySeconds / log.cases,
    sentence,
    toString: () => sentence,
  });
}

/** How many of the ascending values are below the limit, or at it. */
function upTo(values: Float64Array, limit: number, inclusive: boolean): number {
  let low = 0, high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inclusive ? values[middle]! <= limit : values[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function busy({ start, time, events }: EventLog, between: (from: number, to: number) => number): number {
  if (!start) return NaN;
  const known = new Uint32Array(events).map((_, i) => i).filter((i) => start[i] === start[i])
    .sort((a, b) => start[a]! - start[b]!);
  if (known.length === 0) return NaN;
  let seconds = 0, reach = -Infinity;
  for (const i of known) {
    const from = Math.max(start[i]!, reach);
    if (time[i]! > from) seconds += between(from, time[i]!);
    reach = Math.max(reach, time[i]!);
  }
  return seconds;
}
