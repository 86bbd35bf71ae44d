import { anyOf } from "../../../base/lists.ts";
import { activityFlags, listOf, type MatchOptions } from "../../filter/options.ts";
import { requireEventLog } from "../../require_log.ts";
import type { EventLog } from "../event_log.ts";
import { selectCases } from "../select.ts";

/**
 * Keeps the cases in which one of the activities named occurs, with all their events; or drops them, which keeps the
 * cases without any. That none is left is an answer: the log is empty.
 *
 * @throws InputError if the log has no such activity.
 * @example
 * ```ts
 * import { filterCasesWith, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * filterCasesWith(log, log.activities[0]!, { drop: true }).filters; // ["case without …"]
 * ```
 */
export function filterCasesWith(
  log: EventLog,
  activities: string | readonly string[],
  options: MatchOptions = {},
): EventLog {
  requireEventLog(log);
  const { drop = false } = options;
  const wanted = activityFlags(log, activities, options);
  return selectCases(
    log,
    casesWithAny(log, log.activity, wanted, drop),
    `case ${drop ? "without" : "with"} ${anyOf(listOf(activities))}`,
  );
}

/** For each case 1 if one of its events has a code that is flagged; or, dropped, if none has. */
export function casesWithAny(
  { offsets, cases }: Pick<EventLog, "offsets" | "cases">,
  codes: Int32Array,
  flags: Uint8Array,
  drop: boolean,
): Uint8Array {
  const keep = new Uint8Array(cases);
  for (let c = 0; c < cases; c++) {
    let found = false;
    for (let i = offsets[c]!; i < offsets[c + 1]! && !found; i++) found = flags[codes[i]!] === 1;
    keep[c] = found !== drop ? 1 : 0;
  }
  return keep;
}
