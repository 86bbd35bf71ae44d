/** How many cases begin in each period, apart from what day of the week or hour of the day it is. */
import { rankScores } from "./rank_scores.ts";
import { type Series, SeriesBuilder } from "./series.ts";

export interface ArrivalSeries {
  readonly series: Series;
  /** When each period begins, in milliseconds. */
  readonly begins: Float64Array;
  readonly arrivals: Float64Array;
  readonly periodSeconds: number;
  /** Periods after which the same kind of period comes again: 7 days, 24 hours, or 1. */
  readonly cycle: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How often a cycle must have been seen before periods are compared within it. */
const LEAST_CYCLES = 10;
/** Into how many periods a span is cut that is shorter than ten days. */
const SLICES = 100;

/**
 * A row for each period, with the rank of its arrivals among the periods at the same place of the cycle. The first and
 * the last period, which the log may cover in part, are left out.
 *
 * @param begun times at which cases begin, in milliseconds, ascending.
 */
export function arrivalSeries(begun: Float64Array): ArrivalSeries {
  const first = begun[0] ?? 0, last = begun.at(-1) ?? 0;
  const span = last - first;
  const [period, cycle] = span >= LEAST_CYCLES * 7 * DAY
    ? [DAY, 7]
    : span >= LEAST_CYCLES * DAY
    ? [HOUR, 24]
    : [Math.max(1, span / SLICES), 1];
  const origin = cycle === 1 ? first : (Math.floor(first / period) + 1) * period;
  const length = Math.max(0, Math.floor((last - origin) / period));
  const arrivals = new Float64Array(length);
  for (const time of begun) {
    const at = Math.floor((time - origin) / period);
    if (at >= 0 && at < length) arrivals[at]!++;
  }
  const score = new Float64Array(length);
  for (let place = 0; place < cycle; place++) {
    const own = Int32Array.from({ length: Math.ceil((length - place) / cycle) }, (_, k) => place + k * cycle);
    const scores = rankScores(Float64Array.from(own, (at) => arrivals[at]!));
    own.forEach((at, k) => score[at] = scores[k]!);
  }
  const rows = new SeriesBuilder(length, length);
  for (const value of score) {
    rows.add(0, value);
    rows.endRow();
  }
  return {
    series: rows.build(1),
    begins: Float64Array.from({ length }, (_, at) => origin + at * period),
    arrivals,
    periodSeconds: period / 1000,
    cycle,
  };
}
