import { OptionError } from "../../../base/errors.ts";
import { anyOf } from "../../../base/lists.ts";
import type { EventLog } from "../event_log.ts";
import { selectCases } from "../select.ts";
import { activityFlags, listOf, type MatchOptions } from "../../filter/options.ts";
import { requireEventLog } from "../../require_log.ts";

export interface ReworkFilterOptions extends MatchOptions {
  /** Only repetitions of these activities count. @default those of any */
  readonly activities?: string | readonly string[];
  /** So often at least the activity has to occur in the case. @default 2 */
  readonly least?: number;
}

/**
 * Keeps the cases in which an activity is repeated, or drops them. That none is repeated is an answer: the log is empty.
 *
 * @throws InputError if the log has no such activity.
 * @throws OptionError if `least` is no whole number from 2.
 * @example
 * ```ts
 * import { filterRework, readLog } from "tracebook";
 * filterRework(await readLog("data/order-to-cash.csv")).filters; // ["an activity occurs at least 2 times"]
 * ```
 */
export function filterRework(log: EventLog, options: ReworkFilterOptions = {}): EventLog {
  requireEventLog(log);
  const { activities, least = 2, drop = false } = options;
  if (!Number.isInteger(least) || least < 2) {
    throw new OptionError(`Expected least to be a whole number from 2 but found ${least}.`);
  }
  const n = log.activities.length;
  const counts = activities === undefined ? new Uint8Array(n).fill(1) : activityFlags(log, activities, options);
  const { offsets, activity } = log;
  const seen = new Int32Array(n), seenIn = new Int32Array(n).fill(-1);
  const keep = new Uint8Array(log.cases);
  for (let c = 0; c < log.cases; c++) {
    let found = false;
    for (let i = offsets[c]!; i < offsets[c + 1]! && !found; i++) {
      const a = activity[i]!;
      if (seenIn[a] !== c) {
        seenIn[a] = c;
        seen[a] = 0;
      }
      found = ++seen[a]! >= least && counts[a] === 1;
    }
    keep[c] = found !== drop ? 1 : 0;
  }
  const what = activities === undefined ? "an activity" : anyOf(listOf(activities));
  return selectCases(log, keep, `${drop ? "not: " : ""}${what} occurs at least ${least} times`);
}
