/** Rows that are intervals: a start and an end in two columns. */
import type { RawLog } from "../../io/raw_log.ts";

/** The end, or the start where there is no end: then the event is known to have begun. */
export function endOrStart(end: number, start: number | undefined): number {
  return Number.isNaN(end) && start !== undefined ? start : end;
}

/**
 * Time and start of each of the rows. Where a row ends before it starts, or does not end, how long it lasted is unknown:
 * it has no start, and the report counts it. So no duration is negative, and none is 0 for want of an end.
 */
export function intervalsOf(
  raw: RawLog,
  rows: Int32Array,
  starts: Float64Array,
  ends: Float64Array,
): { readonly time: Float64Array; readonly start: Float64Array } {
  const time = new Float64Array(rows.length), start = new Float64Array(rows.length).fill(NaN);
  let backwards = 0, firstBackwards = -1, open = 0, firstOpen = -1;
  rows.forEach((row, i) => {
    const begun = starts[row]!, end = ends[row]!;
    time[i] = endOrStart(end, begun);
    if (begun <= end) start[i] = begun;
    else if (begun > end && backwards++ === 0) firstBackwards = row;
    else if (Number.isNaN(end) && open++ === 0) firstOpen = row;
  });
  const place = (row: number) => `${raw.name}, ${raw.lineOf ? `line ${raw.lineOf(row)}` : `row ${row + 1}`}`;
  const iso = (ms: number) => new Date(ms).toISOString();
  raw.report.add(
    "ends before it starts",
    () =>
      `${place(firstBackwards)}: the end ${iso(ends[firstBackwards]!)} is before the start ` +
      `${iso(starts[firstBackwards]!)}; the event is kept at its end, and how long it lasted is unknown`,
    backwards,
  );
  raw.report.add(
    "no end",
    () =>
      `${place(firstOpen)}: started ${
        iso(starts[firstOpen]!)
      } and has no end; the event is kept at its start, and how ` +
      `long it lasted is unknown`,
    open,
  );
  return { time, start };
}
