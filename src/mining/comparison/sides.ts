/** The two logs of a comparison, under the same names. */
import { byCodeUnit } from "../../base/text_codes.ts";
import type { EventLog } from "../../log/events/event_log.ts";

export interface Side {
  readonly name: string;
  readonly log: EventLog;
  /** The cases whose times are compared as a whole: those that are finished. */
  readonly timed: EventLog;
  /** For each activity code of the log, that of the names that both share. */
  readonly codes: Int32Array;
}

export interface Sides {
  readonly a: Side;
  readonly b: Side;
  /** Activities of either, sorted. */
  readonly activities: readonly string[];
}

export function sidesOf(
  a: EventLog,
  b: EventLog,
  names: readonly [string, string],
  timed: readonly [EventLog, EventLog],
): Sides {
  const activities = [...new Set([...a.activities, ...b.activities])].sort(byCodeUnit);
  const code = new Map(activities.map((name, i) => [name, i]));
  const side = (log: EventLog, name: string, timed: EventLog): Side => ({
    name,
    log,
    timed,
    codes: Int32Array.from(log.activities, (activity) => code.get(activity)!),
  });
  return { a: side(a, names[0], timed[0]), b: side(b, names[1], timed[1]), activities };
}
