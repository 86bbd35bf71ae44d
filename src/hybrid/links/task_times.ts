/** When each task instance was at work, and how near a moment of the event log is to what was done in it. */
import { countBelow } from "../../base/sorted.ts";
import type { TaskSegmentation } from "../../taskmining/mod.ts";

export interface TaskTimes {
  /** Code of the user; people without a name have code 0 of one. */
  readonly user: Int32Array;
  readonly users: readonly string[];
  /** First and last moment, milliseconds. */
  readonly begin: Float64Array;
  readonly end: Float64Array;
  /** Times of the interactions of all instances, as `offsets` of the segmentation divides them. */
  readonly moments: Float64Array;
  readonly offsets: Int32Array;
  /** First and last moment of the recording. */
  readonly span: readonly [number, number];
}

/** @param ahead milliseconds by which the clock of the event log is ahead: all times are as it shows them. */
export function taskTimes({ log, offsets, events, count }: TaskSegmentation, ahead = 0): TaskTimes {
  const named = log.users.length > 0;
  const user = new Int32Array(count), begin = new Float64Array(count), end = new Float64Array(count);
  const moments = Float64Array.from(events, (i) => log.time[i]! + ahead);
  for (let k = 0; k < count; k++) {
    user[k] = named ? log.user[events[offsets[k]!]!]! : 0;
    begin[k] = moments[offsets[k]!]!;
    end[k] = moments[offsets[k + 1]! - 1]!;
    for (let e = offsets[k]!; log.end && e < offsets[k + 1]!; e++) {
      const until = log.end[events[e]!]! + ahead;
      if (until > end[k]!) end[k] = until;
    }
  }
  const span = begin.reduce<[number, number]>(
    ([from, to], ms, k) => [Math.min(from, ms), Math.max(to, end[k]!)],
    [Infinity, -Infinity],
  );
  return { user, users: named ? log.users : [""], begin, end, moments, offsets, span };
}

/** Milliseconds from a moment to the nearest interaction of the instance. */
export function gapTo({ moments, offsets }: TaskTimes, k: number, time: number): number {
  const next = countBelow(moments, time, offsets[k]!, offsets[k + 1]!);
  const after = next < offsets[k + 1]! ? moments[next]! - time : Infinity;
  const before = next > offsets[k]! ? time - moments[next - 1]! : Infinity;
  return Math.min(after, before);
}

/** How near an event is to the work, from the same second to another time altogether. */
export const TIME_LEVELS = [
  "within 2 s",
  "within 15 s",
  "within a minute",
  "within 5 minutes or during the work",
  "within an hour",
  "within a day",
  "while the case ran",
  "when the case did not run",
] as const;
export const MINUTE_AWAY = 2, DURING = 3, HOUR_AWAY = 4, DAY_AWAY = 5, CASE_RAN = 6, ELSEWHEN = 7;

const SECOND = 1000, MINUTE = 60_000, HOUR = 3_600_000, DAY = 86_400_000;

/** Level of a moment for an instance; what is further than a day away is told by the case's span. */
export function timeLevel(times: TaskTimes, k: number, time: number): number {
  const gap = gapTo(times, k, time);
  if (gap <= 2 * SECOND) return 0;
  if (gap <= 15 * SECOND) return 1;
  if (gap <= MINUTE) return 2;
  if (gap <= 5 * MINUTE || times.begin[k]! <= time && time <= times.end[k]!) return DURING;
  if (gap <= HOUR) return HOUR_AWAY;
  return gap <= DAY ? DAY_AWAY : CASE_RAN;
}
