/** Cases in the order in which they begin, and how many begin while one runs. */
import type { EventLog } from "../../log/events/event_log.ts";
import { caseSpans } from "../../log/events/case_spans.ts";

export interface CaseOrder {
  /** Numbers of cases of the log, by the time of their first event; ties in the order of the log. */
  readonly cases: Int32Array;
  /** Milliseconds, aligned with `cases`. */
  readonly begun: Float64Array;
  readonly ended: Float64Array;
  /** How many cases begin while nine of ten cases run: about as long a change takes to show in all cases. */
  readonly underWay: number;
}

export function caseOrder(log: EventLog): CaseOrder {
  const spans = caseSpans(log);
  const cases = Int32Array.from({ length: log.cases }, (_, c) => c)
    .sort((a, b) => spans.begun[a]! - spans.begun[b]! || a - b);
  const begun = Float64Array.from(cases, (c) => spans.begun[c]!);
  const ended = Float64Array.from(cases, (c) => spans.ended[c]!);
  const meanwhile = Int32Array.from(begun, (_, i) => firstAfter(begun, ended[i]!) - i - 1).sort();
  return { cases, begun, ended, underWay: meanwhile.length ? meanwhile[Math.floor(0.9 * meanwhile.length)]! : 0 };
}

/**
 * How many of the first cases can be compared: the last ones, of which more than a share still run, are not all there is
 * to see of them, and look short for that reason.
 */
export function casesSeenWhole(cases: Int32Array, runs: (c: number) => boolean, share: number): number {
  let running = 0, whole = cases.length;
  for (let i = cases.length - 1; i >= 0; i--) {
    if (runs(cases[i]!)) running++;
    if (running > share * (cases.length - i)) whole = i;
  }
  return whole;
}

/** The first place of ascending times whose time is later than `time`. */
export function firstAfter(times: Float64Array, time: number): number {
  return firstPlace(times, (one) => one > time);
}

/** The first place of ascending times whose time is no earlier than `time`. */
export function firstFrom(times: Float64Array, time: number): number {
  return firstPlace(times, (one) => one >= time);
}

function firstPlace(times: Float64Array, isReached: (time: number) => boolean): number {
  let low = 0, high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(times[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
