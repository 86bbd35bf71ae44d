/** In which order the events of a case begin, and which of them have ended by then. */
import type { EventLog } from "../log/events/event_log.ts";

/** Begin of each event of a log: its start where known, else its time. */
export function beginTimes({ start, time }: EventLog): Float64Array {
  return start === undefined ? time : start.map((begin, i) => begin <= time[i]! ? begin : time[i]!);
}

/**
 * Events of a case, as indices into the log's arrays.
 *
 * A later event is one that begins no earlier than the other ends; of events that happen at one moment the log's order
 * decides.
 */
export interface SpanOrder {
  /** In the order in which they begin; ties: by end, then in the log's order. */
  readonly begun: ArrayLike<number>;
  /** In the order in which they end; ties: as in `begun`. */
  readonly ended: ArrayLike<number>;
}

/** Hands `each` the events of every case. The arrays are used again for the next case. */
export function eachCase(
  log: EventLog,
  begin: Float64Array,
  each: (c: number, order: SpanOrder, length: number) => void,
): void {
  const { offsets, time, start } = log;
  for (let c = 0; c < log.cases; c++) {
    const length = offsets[c + 1]! - offsets[c]!;
    const begun = Array.from({ length }, (_, k) => offsets[c]! + k);
    if (start === undefined) {
      each(c, { begun, ended: begun }, length);
      continue;
    }
    begun.sort((a, b) => begin[a]! - begin[b]! || time[a]! - time[b]! || a - b);
    const ended = begun.map((event, rank) => ({ event, rank }))
      .sort((a, b) => time[a.event]! - time[b.event]! || a.rank - b.rank).map(({ event }) => event);
    each(c, { begun, ended }, length);
  }
}
