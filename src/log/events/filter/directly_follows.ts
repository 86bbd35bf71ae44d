import { InputError } from "../../../base/errors.ts";
import type { EventLog } from "../event_log.ts";
import { selectCases } from "../select.ts";
import { activityCode, type MatchOptions } from "../../filter/options.ts";
import { anyOf } from "../../../base/lists.ts";
import { requireEventLog } from "../../require_log.ts";

export type ActivityPair = readonly [from: string, to: string];

/**
 * Keeps the cases in which the second activity of a pair comes right after the first at least once; of several pairs,
 * any. With `drop`, keeps the cases in which none does. That no case has a pair is an answer: the log is empty.
 *
 * @throws InputError if the log has no such activity.
 * @example
 * ```ts
 * import { filterDirectlyFollows, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const [a, b] = log.activities as [string, string];
 * filterDirectlyFollows(log, [a, b], { drop: true });
 * ```
 */
export function filterDirectlyFollows(
  log: EventLog,
  pairs: ActivityPair | readonly ActivityPair[],
  options: MatchOptions = {},
): EventLog {
  requireEventLog(log);
  const { drop = false } = options;
  const list = (typeof pairs[0] === "string" ? [pairs] : pairs) as readonly ActivityPair[];
  const n = log.activities.length;
  const wanted = new Set<number>();
  const begins = new Uint8Array(n);
  for (const pair of list) {
    if (!Array.isArray(pair) || pair.length !== 2) {
      throw new InputError(`Expected pairs of two activities but found ${JSON.stringify(pair)}.`);
    }
    const [from, to] = pair.map((name) => activityCode(log, name, options)) as [number, number];
    if (from >= 0 && to >= 0) {
      wanted.add(from * n + to);
      begins[from] = 1;
    }
  }
  const { offsets, activity } = log;
  const keep = new Uint8Array(log.cases);
  for (let c = 0; c < log.cases; c++) {
    let found = false;
    for (let i = offsets[c]! + 1; i < offsets[c + 1]! && !found; i++) {
      found = begins[activity[i - 1]!] === 1 && wanted.has(activity[i - 1]! * n + activity[i]!);
    }
    keep[c] = found !== drop ? 1 : 0;
  }
  const words = anyOf(list.map(([from, to]) => `${from} → ${to}`));
  return selectCases(log, keep, `${drop ? "no " : ""}directly-follows ${words}`);
}
