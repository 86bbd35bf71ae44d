/** When each case began and ended. */
import type { EventLog } from "./event_log.ts";

export interface CaseSpans {
  /** The first start (where known) or time of each case: milliseconds UTC, aligned with `caseIds`. */
  readonly begun: Float64Array;
  /** The last time of each case: milliseconds UTC. */
  readonly ended: Float64Array;
}

export function caseSpans({ offsets, time, start, cases }: EventLog): CaseSpans {
  const begun = new Float64Array(cases), ended = new Float64Array(cases);
  for (let c = 0; c < cases; c++) {
    const end = offsets[c + 1]!;
    let first = time[offsets[c]!]!, last = time[end - 1]!;
    if (start) {
      for (let i = offsets[c]!; i < end; i++) {
        if (start[i]! < first) first = start[i]!;
        if (time[i]! < first) first = time[i]!;
        if (time[i]! > last) last = time[i]!;
      }
    }
    begun[c] = first;
    ended[c] = last;
  }
  return { begun, ended };
}
