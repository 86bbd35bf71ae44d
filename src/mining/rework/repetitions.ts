/** The repeated events of a log, and the steps that led back to them. */
import type { EventLog } from "../../log/events/event_log.ts";

/**
 * For each event the previous event of its activity in the case, -1 for the first.
 */
export function previousOfActivity({ offsets, activity, activities, cases, events }: EventLog): Int32Array {
  const previous = new Int32Array(events).fill(-1);
  const last = new Int32Array(activities.length).fill(-1);
  for (let c = 0; c < cases; c++) {
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      const a = activity[i]!;
      // What was seen in an earlier case lies before this one.
      if (last[a]! >= offsets[c]!) previous[i] = last[a]!;
      last[a] = i;
    }
  }
  return previous;
}
