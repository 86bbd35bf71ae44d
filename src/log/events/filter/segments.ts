import { OptionError } from "../../../base/errors.ts";
import { anyOf } from "../../../base/lists.ts";
import type { EventLog } from "../event_log.ts";
import { selectEvents } from "../select.ts";
import { activityFlags, listOf, type MatchOptions } from "../../filter/options.ts";
import { requireEventLog } from "../../require_log.ts";

type Names = string | readonly string[];

export interface CasePartOptions extends Pick<MatchOptions, "missing"> {
  /** Which of several events of the activities is meant. @default "first" */
  readonly occurrence?: "first" | "last";
  /** Leaves the event itself out. @default false */
  readonly without?: boolean;
}

export interface CaseSegmentOptions extends Pick<MatchOptions, "missing"> {
  /** The first segment of each case, or all of them, one after another. @default "first" */
  readonly which?: "first" | "all";
}

/**
 * Keeps of each case the part up to an activity: to its first event, or to its last. Cases that do not have it are left
 * out.
 *
 * @throws InputError if the log has no such activity.
 * @example
 * ```ts
 * import { filterPrefix, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * filterPrefix(log, log.activities[1]!).filters;
 * ```
 */
export function filterPrefix(log: EventLog, activities: Names, options: CasePartOptions = {}): EventLog {
  return part(log, activities, options, "up to", (at, begin) => [begin, at - (options.without ? 1 : 0)]);
}

/**
 * Keeps of each case the part from an activity on: from its first event, or from its last. Cases that do not have it are
 * left out.
 *
 * @throws InputError if the log has no such activity.
 * @example
 * ```ts
 * import { filterSuffix, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * filterSuffix(log, log.activities[1]!, { occurrence: "last" }).filters;
 * ```
 */
export function filterSuffix(log: EventLog, activities: Names, options: CasePartOptions = {}): EventLog {
  return part(log, activities, options, "from", (at, _, last) => [at + (options.without ? 1 : 0), last]);
}

/**
 * Keeps of each case the segments that run from an activity to another: from its first event to the next event of the
 * other, both included, and so on after that. Cases without a segment are left out.
 *
 * @throws InputError if the log has no such activity.
 * @example
 * ```ts
 * import { filterSegments, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * filterSegments(log, log.activities[0]!, log.activities[1]!, { which: "all" });
 * ```
 */
export function filterSegments(log: EventLog, from: Names, to: Names, options: CaseSegmentOptions = {}): EventLog {
  requireEventLog(log);
  const which = oneOf("which", options.which ?? "first", ["first", "all"]);
  const opens = activityFlags(log, from, options), closes = activityFlags(log, to, options);
  const { offsets, activity } = log;
  const keep = new Uint8Array(log.events);
  for (let c = 0; c < log.cases; c++) {
    let begun = -1;
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      if (begun < 0) {
        if (opens[activity[i]!]) begun = i;
        continue;
      }
      if (!closes[activity[i]!]) continue;
      keep.fill(1, begun, i + 1);
      begun = -1;
      if (which === "first") break;
    }
  }
  const words = which === "first" ? "first segment" : "segments";
  return selectEvents(log, keep, `${words} from ${anyOf(listOf(from))} to ${anyOf(listOf(to))}`);
}

function part(
  log: EventLog,
  activities: Names,
  options: CasePartOptions,
  words: string,
  partOf: (at: number, begin: number, last: number) => [from: number, to: number],
): EventLog {
  requireEventLog(log);
  const occurrence = oneOf("occurrence", options.occurrence ?? "first", ["first", "last"]);
  const wanted = activityFlags(log, activities, options);
  const { offsets, activity } = log;
  const keep = new Uint8Array(log.events);
  for (let c = 0; c < log.cases; c++) {
    let at = -1;
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      if (!wanted[activity[i]!]) continue;
      at = i;
      if (occurrence === "first") break;
    }
    if (at < 0) continue;
    const [from, to] = partOf(at, offsets[c]!, offsets[c + 1]! - 1);
    if (to >= from) keep.fill(1, from, to + 1);
  }
  const without = options.without ? `${words === "from" ? "after" : "before"}` : words;
  return selectEvents(log, keep, `part of the case ${without} the ${occurrence} ${anyOf(listOf(activities))}`);
}

function oneOf<const T extends string>(name: string, value: T, values: readonly T[]): T {
  if (values.includes(value)) return value;
  throw new OptionError(`Expected ${name} to be ${values.join(" or ")} but found ${JSON.stringify(value)}.`);
}
