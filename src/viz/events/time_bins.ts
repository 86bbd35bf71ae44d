/** Bins of round times: hours, days, weeks, months. */
import { utcMonth, utcYear } from "d3";
import { countOf, formatDate, formatDuration } from "../../base/format.ts";

const SECOND = 1000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, DAY = 24 * HOUR, WEEK = 7 * DAY;

const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 4, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 3].map((n) => n * DAY),
  ...[1, 2].map((n) => n * WEEK),
];
const LONG_STEPS = [
  ...[1, 2, 3, 6].map((n) => utcMonth.every(n)!),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((n) => utcYear.every(n)!),
];
/** A Monday. */
const MONDAY = 4 * DAY;

/** Edges of bins over a span of time, both ends within: the smallest bins that are not more than `most`. */
export function timeBins(from: number, to: number, most: number): number[] {
  for (const step of STEPS) {
    if ((to - from) / step > most) continue;
    // Weeks begin on a Monday, days and what is shorter at midnight.
    const origin = step % WEEK === 0 ? MONDAY : step > DAY ? Math.floor(from / DAY) * DAY : 0;
    const first = origin + Math.floor((from - origin) / step) * step;
    const bins = Math.floor((to - first) / step) + 1;
    if (bins <= most) return Array.from({ length: bins + 1 }, (_, b) => first + b * step);
  }
  for (const interval of LONG_STEPS) {
    const first = interval.floor(new Date(from)), last = interval.floor(new Date(to));
    const edges = [...interval.range(first, last), last];
    if (edges.length <= most) return [...edges, interval.offset(last, 1)].map((edge) => edge.getTime());
  }
  return [from, to + 1];
}

/** A bin by what it spans: `2026-01-05 to 2026-01-11`, `2026-01-05`, `2026-01`, `2026-01-05 08:00 to 09:00`. */
export function binInWords(from: number, to: number): string {
  if (from % DAY !== 0 || to % DAY !== 0) {
    const exact = from % 60_000 !== 0 || to % 60_000 !== 0 ? "second" : "minute";
    const [a, b] = [formatDate(from, exact), formatDate(to, exact)];
    return `${a} to ${a.slice(0, 10) === b.slice(0, 10) ? b.slice(11) : b}`;
  }
  const [a, b] = [formatDate(from, "day"), formatDate(to - DAY, "day")];
  if (a === b) return a;
  const month = a.endsWith("-01") && utcMonth.offset(new Date(from), 1).getTime() === to;
  return month ? a.slice(0, 7) : `${a} to ${b}`;
}

/** How long a bin is: `2 d`, `3 months`. Months and years are not all of one length. */
export function binWidth([from, to]: readonly number[]): string {
  const months = utcMonth.count(new Date(from!), new Date(to!));
  const whole = months > 0 && utcMonth.floor(new Date(from!)).getTime() === from &&
    utcMonth.floor(new Date(to!)).getTime() === to;
  if (!whole) return formatDuration((to! - from!) / 1000);
  return months % 12 === 0 ? countOf(months / 12, "year") : countOf(months, "month");
}

/** In which bin each of the ascending times falls, by walking over both; times before the first edge are in bin 0. */
export function countByBin(
  edges: readonly number[],
  times: Float64Array,
  each: (bin: number, index: number) => void,
): void {
  const last = edges.length - 2;
  let low = 0;
  for (let i = 0; i < times.length; i++) {
    const time = times[i]!;
    // Ends of passages are nearly in order: a few steps in either direction.
    while (low < last && time >= edges[low + 1]!) low++;
    while (low > 0 && time < edges[low]!) low--;
    each(low, i);
  }
}
