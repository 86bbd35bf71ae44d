import { formatExactDuration, formatRange } from "../../../base/format.ts";
import { type Calendar, caseCalendar } from "../../calendar/calendars_by.ts";
import { caseSpans } from "../case_spans.ts";
import type { EventLog } from "../event_log.ts";
import { selectCases } from "../select.ts";
import { checkBounds } from "../../filter/options.ts";
import { requireEventLog, requireTimes } from "../../require_log.ts";

export interface ThroughputBounds {
  readonly minSeconds?: number;
  readonly maxSeconds?: number;
  /** Keep the cases outside the bounds instead. @default false */
  readonly drop?: boolean;
  /** What counts as time. Without one all time that passes does. */
  readonly calendar?: Calendar;
}

/**
 * Keeps the cases whose throughput time, from the first start or event to the last event, lies within the bounds, both
 * included; with a `calendar`, the working time of it. With `drop`, keeps the others.
 *
 * @throws InputError if no bound is given, or they are no numbers in order.
 * @example
 * ```ts
 * import { filterThroughput, readLog } from "tracebook";
 * filterThroughput(await readLog("data/order-to-cash.csv"), { minSeconds: 3 * 86400 }).filters; // ["throughput time ≥ 3 d"]
 * ```
 */
export function filterThroughput(
  log: EventLog,
  { minSeconds, maxSeconds, calendar, drop = false }: ThroughputBounds,
): EventLog {
  requireEventLog(log);
  requireTimes(log, "a filter by throughput time");
  checkBounds(["minSeconds", "maxSeconds"], minSeconds, maxSeconds);
  const { begun, ended } = caseSpans(log);
  const hours = caseCalendar(calendar);
  const keep = new Uint8Array(log.cases);
  for (let c = 0; c < log.cases; c++) {
    const seconds = hours ? hours.workingSeconds(begun[c]!, ended[c]!) : (ended[c]! - begun[c]!) / 1000;
    const within = seconds >= (minSeconds ?? -Infinity) && seconds <= (maxSeconds ?? Infinity);
    keep[c] = within !== drop ? 1 : 0;
  }
  const of = hours ? ` of working time (${hours})` : "";
  const range = formatRange(minSeconds, maxSeconds, formatExactDuration);
  return selectCases(log, keep, `throughput time ${drop ? "not " : ""}${range}${of}`);
}
