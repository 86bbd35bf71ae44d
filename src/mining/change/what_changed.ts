/** What is different after a change, with the figures before and after it. */
import { compareRanks } from "../../base/statistics/ranks.ts";
import { independenceTest } from "../../base/statistics/independence.ts";
import { adjustForManyLooks } from "../../base/statistics/many_looks.ts";
import { median } from "../../base/statistics/summary.ts";
import type { ArrivalSeries } from "./arrival_series.ts";
import type { FlowSeries, Relation } from "./flow_series.ts";
import type { TimeSeries } from "./time_series.ts";

/** A figure before and after a change. */
export interface ChangedFigure {
  /** The relation that is meant; null where it is all cases. */
  readonly relation: Relation | null;
  /** Share of cases, median seconds, or cases a day. */
  readonly before: number;
  readonly after: number;
  /** How large the change is, 0 to 1: the difference of shares, or how much more often a later time is longer. */
  readonly effect: number;
  /** Corrected for all relations that were looked at. */
  readonly pAdjusted: number;
}

/** Rows before and after a change, transitions left out. */
export interface Sides {
  readonly before: readonly [from: number, to: number];
  readonly after: readonly [from: number, to: number];
}

/** What surely differs: a figure that a chance explains is no change. */
const LEVEL = 0.05;

export function changedFlow({ series, relations }: FlowSeries, { before, after }: Sides): ChangedFigure[] {
  const counts = [before, after].map(([from, to]) => {
    const count = new Float64Array(relations.length);
    for (let i = series.offsets[from]!; i < series.offsets[to]!; i++) count[series.feature[i]!]!++;
    return { count, rows: to - from };
  });
  const [old, now] = counts as [typeof counts[0], typeof counts[0]];
  return surest(relations.map((relation, r) => {
    const a = old.count[r]!, b = now.count[r]!;
    const p = a + b === 0 ? NaN : independenceTest(a, old.rows - a, b, now.rows - b);
    const shares = { before: a / old.rows, after: b / now.rows };
    const effect = Math.abs(shares.after - shares.before);
    return { relation, ...shares, effect, p, rank: effect };
  }));
}

export function changedTimes({ series, relations, seconds }: TimeSeries, { before, after }: Sides): ChangedFigure[] {
  const sides = [before, after].map(([from, to]) => {
    const own = relations.map((): number[] => []);
    for (let row = from; row < to; row++) own[series.feature[row]!]!.push(seconds[row]!);
    return own;
  });
  return surest(relations.map((relation, r) => {
    const old = sides[0]![r]!, now = sides[1]![r]!;
    const { larger, p } = compareRanks(now, old);
    const effect = Math.abs(2 * larger.value - 1);
    // A passage that hardly anybody takes matters less than one that all take.
    return { relation, before: median(old), after: median(now), effect, p, rank: effect * (old.length + now.length) };
  }));
}

export function changedArrivals(arrivals: ArrivalSeries, { before, after }: Sides): ChangedFigure[] {
  const side = ([from, to]: readonly [number, number]) => arrivals.arrivals.subarray(from, to);
  const score = ([from, to]: readonly [number, number]) => arrivals.series.value.subarray(from, to);
  const aDay = (counts: Float64Array) =>
    counts.reduce((a, b) => a + b, 0) / counts.length * 86_400 / arrivals.periodSeconds;
  const { larger, p } = compareRanks(score(after), score(before));
  const figures = { before: aDay(side(before)), after: aDay(side(after)) };
  const effect = Math.abs(2 * larger.value - 1);
  return surest([{ relation: null, ...figures, effect, p, rank: effect }]);
}

type Looked = Omit<ChangedFigure, "pAdjusted"> & { readonly p: number; readonly rank: number };

function surest(figures: readonly Looked[]): ChangedFigure[] {
  const adjusted = adjustForManyLooks(figures.map(({ p }) => p));
  return figures.map((figure, i) => ({ figure, pAdjusted: adjusted[i]! })).filter(({ pAdjusted }) => pAdjusted < LEVEL)
    .sort((a, b) => b.figure.rank - a.figure.rank)
    .map(({ figure: { p: _, rank: __, ...figure }, pAdjusted }) => ({ ...figure, pAdjusted }));
}
