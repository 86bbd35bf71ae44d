/** How often activities occur, and in how many cases, in plain columns, so that a page needs no table. */
import type { EventLog } from "../log/events/event_log.ts";

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

/** The columns of `activityStatistics`. */
export function activityColumns(
  log: EventLog,
): { readonly [Name in keyof ActivityRow]: readonly ActivityRow[Name][] } {
  const { events, cases, starts, ends } = countActivities(log);
  const order = mostFirst(events);
  return {
    activity: order.map((a) => log.activities[a]!),
    events: order.map((a) => events[a]!),
    cases: order.map((a) => cases[a]!),
    share: order.map((a) => cases[a]! / log.cases),
    starts: order.map((a) => starts[a]!),
    ends: order.map((a) => ends[a]!),
  };
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
export function mostFirst(count: Float64Array): number[] {
  return Array.from(count, (_, a) => a).sort((a, b) => count[b]! - count[a]! || a - b);
}
