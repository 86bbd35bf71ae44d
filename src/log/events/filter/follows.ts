import { InputError } from "../../../base/errors.ts";
import { formatExactDuration, formatRange } from "../../../base/format.ts";
import type { EventLog } from "../event_log.ts";
import { selectCases } from "../select.ts";
import { activityCode, checkBounds, type MatchOptions } from "../../filter/options.ts";
import { requireEventLog, requireTimes } from "../../require_log.ts";
import type { ActivityPair } from "./directly_follows.ts";

export interface FollowsOptions extends MatchOptions {
  /** The second activity has to be the very next event. @default false: any later one */
  readonly directly?: boolean;
  /** Least time from the end of the first to the begin of the second. @default none */
  readonly minSeconds?: number;
  /** Greatest time, included. @default none */
  readonly maxSeconds?: number;
}

/** Bounds of a time, both included; one of them at least. */
export interface StepTimeBounds extends MatchOptions {
  readonly minSeconds?: number;
  readonly maxSeconds?: number;
}

/**
 * Keeps the cases in which the second activity follows the first: directly or at any time later, within bounds of time
 * if such are given; or drops them. That no case does is an answer: the log is empty.
 *
 * Time runs from each event of the first activity, from its end, to the begin of the next event of the second one (to
 * its time where no start is known; 0 where it began before the first ended). One such pair in a case is enough.
 *
 * @throws InputError if the log has no such activity, bounds are no numbers in order, or times are asked of a log that has none.
 * @example
 * ```ts
 * import { filterFollows, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const [a, b] = log.activities as [string, string];
 * filterFollows(log, [a, b], { maxSeconds: 5 * 86400 }).filters;
 * ```
 */
export function filterFollows(log: EventLog, pair: ActivityPair, options: FollowsOptions = {}): EventLog {
  const { directly = false, minSeconds, maxSeconds } = options;
  const words = `${directly ? "directly" : "any time"} after`;
  const bounded = minSeconds !== undefined || maxSeconds !== undefined;
  const time = bounded ? ` in ${formatRange(minSeconds, maxSeconds, formatExactDuration)}` : "";
  return follows(log, pair, { ...options, directly }, bounded, ([from, to]) => `${to} ${words} ${from}${time}`);
}

/**
 * Keeps the cases whose step from one activity directly to another took a time within bounds, at least once; or drops
 * them. The time is that of the edge in the map: from the end of the first to the begin of the second.
 *
 * @throws InputError if the log has no such activity or no times, or bounds are missing or no numbers in order.
 * @example
 * ```ts
 * import { filterStepTime, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const [a, b] = log.activities as [string, string];
 * filterStepTime(log, [a, b], { minSeconds: 86400 });
 * ```
 */
export function filterStepTime(log: EventLog, pair: ActivityPair, options: StepTimeBounds): EventLog {
  const { minSeconds, maxSeconds } = options;
  const time = formatRange(minSeconds, maxSeconds, formatExactDuration);
  return follows(log, pair, { ...options, directly: true }, true, ([from, to]) => `step ${from} → ${to} takes ${time}`);
}

function follows(
  log: EventLog,
  pair: ActivityPair,
  options: FollowsOptions & { readonly directly: boolean },
  bounded: boolean,
  words: (pair: ActivityPair) => string,
): EventLog {
  requireEventLog(log);
  const { directly, minSeconds, maxSeconds, drop = false } = options;
  if (!Array.isArray(pair) || pair.length !== 2) {
    throw new InputError(`Expected a pair of activities but found ${JSON.stringify(pair)}.`);
  }
  if (bounded) {
    requireTimes(log, "a filter by the time between events");
    checkBounds(["minSeconds", "maxSeconds"], minSeconds, maxSeconds);
  }
  const [from, to] = pair.map((name) => activityCode(log, name, options)) as [number, number];
  const fits = (seconds: number) => seconds >= (minSeconds ?? -Infinity) && seconds <= (maxSeconds ?? Infinity);
  const { offsets, activity, time, start } = log;
  const keep = new Uint8Array(log.cases);
  for (let c = 0; c < log.cases; c++) {
    // From the end, so that the next event of the second activity is known at each of the first.
    let next = -1, found = false;
    for (let i = offsets[c + 1]! - 1; i >= offsets[c]! && !found; i--) {
      if (activity[i] === from && next >= 0 && (!directly || next === i + 1)) {
        const begun = start && !Number.isNaN(start[next]!) ? start[next]! : time[next]!;
        found = !bounded || fits(Math.max(0, begun - time[i]!) / 1000);
      }
      if (activity[i] === to) next = i;
    }
    keep[c] = found !== drop ? 1 : 0;
  }
  return selectCases(log, keep, `${drop ? "not " : ""}${words(pair)}`);
}
