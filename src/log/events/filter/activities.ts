import type { EventLog } from "../event_log.ts";
import { selectEvents } from "../select.ts";
import { activityFlags, listOf, type MatchOptions } from "../../filter/options.ts";
import { anyOf } from "../../../base/lists.ts";
import { requireEventLog } from "../../require_log.ts";

/**
 * Keeps the events of the activities named, or drops them. Cases left without events are left out.
 *
 * @throws InputError if the log has no such activity.
 * @example
 * ```ts
 * import { filterActivities, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * filterActivities(log, log.activities.slice(0, 2)).filters; // ["activity is … or …"]
 * ```
 */
export function filterActivities(
  log: EventLog,
  activities: string | readonly string[],
  options: MatchOptions = {},
): EventLog {
  requireEventLog(log);
  const { drop = false } = options;
  const wanted = activityFlags(log, activities, options);
  const keep = Uint8Array.from(log.activity, (code) => wanted[code]! ^ (drop ? 1 : 0));
  return selectEvents(log, keep, `activity is ${drop ? "not " : ""}${anyOf(listOf(activities))}`);
}
