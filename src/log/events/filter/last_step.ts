import { anyOf } from "../../../base/lists.ts";
import { formatExactDate } from "../../../base/format.ts";
import type { EventLog } from "../event_log.ts";
import { selectCases } from "../select.ts";
import { activityFlags, listOf, type MatchOptions } from "../../filter/options.ts";
import { requireEventLog, requireTimes } from "../../require_log.ts";
import { boundsOf, type Moment } from "./time_frame.ts";

export interface LastStepOptions extends MatchOptions {
  /** The moment at which the state of cases is asked for: what happened later is not known yet. @default the end of the log */
  readonly at?: Moment;
}

/**
 * Keeps the cases whose last known step at a moment is one of the activities: those that stood there then. Cases that
 * begin later are left out, also with `drop`, which keeps those that stood elsewhere.
 *
 * All events of a case are kept. That no case stood there is an answer: the log is empty.
 *
 * @throws InputError if the log has no such activity, or the moment cannot be read.
 * @example
 * ```ts
 * import { filterLastStep, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * filterLastStep(log, log.activities[0]!, { at: "2026-02-01" }).filters;
 * ```
 */
export function filterLastStep(
  log: EventLog,
  activities: string | readonly string[],
  options: LastStepOptions = {},
): EventLog {
  requireEventLog(log);
  const { at, drop = false } = options;
  if (at !== undefined) requireTimes(log, "a filter by the last step at a moment");
  const until = at === undefined ? Infinity : boundsOf({ from: at })[0];
  const wanted = activityFlags(log, activities, options);
  const { offsets, activity, time } = log;
  const keep = new Uint8Array(log.cases);
  for (let c = 0; c < log.cases; c++) {
    let last = -1;
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      if (at === undefined || time[i]! <= until) last = i;
    }
    if (last >= 0) keep[c] = wanted[activity[last]!]! ^ (drop ? 1 : 0);
  }
  const moment = at === undefined ? "" : ` at ${formatExactDate(until)}`;
  return selectCases(log, keep, `last known step${moment} is ${drop ? "not " : ""}${anyOf(listOf(activities))}`);
}
