/** Throughput times: how long cases take from their first event to their last. */
import type { EventLog } from "../log/event_log.ts";

/** Seconds from the first start (or time) to the last time of each case, aligned with `caseIds`. */
export function caseDurations(log: EventLog): Float64Array {
  const { offsets, time, start } = log;
  const seconds = new Float64Array(log.cases);
  for (let c = 0; c < seconds.length; c++) {
    const end = offsets[c + 1]!;
    let begun = time[offsets[c]!]!;
    if (start) { for (let i = offsets[c]!; i < end; i++) if (start[i]! < begun) begun = start[i]!; }
    seconds[c] = (time[end - 1]! - begun) / 1000;
  }
  return seconds;
}
