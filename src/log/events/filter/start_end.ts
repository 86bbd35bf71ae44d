import type { EventLog } from "../event_log.ts";
import { selectCases } from "../select.ts";
import { activityFlags, listOf, type MatchOptions } from "../../filter/options.ts";
import { anyOf } from "../../../base/lists.ts";
import { requireEventLog } from "../../require_log.ts";

/**
 * Keeps the cases whose first event is one of the activities named, or drops them. That no case does is an answer: the log is empty.
 *
 * @throws InputError if the log has no such activity.
 */
export function filterStart(
  log: EventLog,
  activities: string | readonly string[],
  options: MatchOptions = {},
): EventLog {
  requireEventLog(log);
  return filterAt(log, activities, options, "starts with", (c) => log.offsets[c]!);
}

/**
 * Keeps the cases whose last event is one of the activities named, or drops them. That no case does is an answer: the log is empty.
 *
 * @throws InputError if the log has no such activity.
 */
export function filterEnd(log: EventLog, activities: string | readonly string[], options: MatchOptions = {}): EventLog {
  requireEventLog(log);
  return filterAt(log, activities, options, "ends with", (c) => log.offsets[c + 1]! - 1);
}

function filterAt(
  log: EventLog,
  activities: string | readonly string[],
  options: MatchOptions,
  words: string,
  eventOf: (c: number) => number,
): EventLog {
  const { drop = false } = options;
  const wanted = activityFlags(log, activities, options);
  const keep = new Uint8Array(log.cases);
  for (let c = 0; c < log.cases; c++) keep[c] = wanted[log.activity[eventOf(c)]!]! ^ (drop ? 1 : 0);
  return selectCases(log, keep, `case ${words} ${drop ? "anything but " : ""}${anyOf(listOf(activities))}`);
}
