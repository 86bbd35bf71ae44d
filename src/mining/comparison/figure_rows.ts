/** The figures that a comparison begins with. */
import { adjustForManyLooks } from "../../base/statistics/many_looks.ts";
import { meanDifference } from "../../base/statistics/mean_difference.ts";
import { quantileDifference } from "../../base/statistics/quantile_difference.ts";
import { compareRanks, medianDifference } from "../../base/statistics/ranks.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { caseDurations } from "../performance/case_seconds.ts";
import type { Sides } from "./sides.ts";
import { LEAST_TIMES } from "./time_rows.ts";

export type ComparedFigure =
  | "cases"
  | "runningCases"
  | "events"
  | "variants"
  | "eventsPerCase"
  | "throughputMedianSeconds"
  | "throughputP90Seconds";

/** A row of `figures`. Counts are no estimates: how large a group is has no interval. */
export interface ComparedFigureRow {
  readonly figure: ComparedFigure;
  readonly a: number;
  readonly b: number;
  /** `a` less `b`. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Mean of events: Welch's test. Median: Mann and Whitney's. 90th percentile: by its standard error. */
  readonly p: number;
  /** Corrected for the figures that have a p. */
  readonly pAdjusted: number;
}

export interface FigureCounts {
  readonly running: readonly [number, number] | undefined;
  readonly variants: readonly [number, number];
}

export function compareFigures({ a, b }: Sides, counts: FigureCounts, confidence: number): ComparedFigureRow[] {
  const rows = [
    count("cases", a.log.cases, b.log.cases),
    ...(counts.running ? [count("runningCases", ...counts.running)] : []),
    count("events", a.log.events, b.log.events),
    count("variants", ...counts.variants),
    {
      ...estimate("eventsPerCase", meanOf(a.log), meanOf(b.log)),
      ...meanDifference(sizesOf(a.log), sizesOf(b.log), confidence),
    },
    ...timeFigures(a.timed, b.timed, confidence),
  ];
  const adjusted = adjustForManyLooks(rows.map(({ p }) => p));
  return rows.map(({ figure, a, b, difference, low, high, p }, i) => ({
    figure,
    a,
    b,
    difference,
    low,
    high,
    p,
    pAdjusted: adjusted[i]!,
  }));
}

type Unadjusted = Omit<ComparedFigureRow, "pAdjusted">;

function timeFigures(a: EventLog, b: EventLog, confidence: number): Unadjusted[] {
  if (a.source.untimed || b.source.untimed) return [];
  const first = knownDurations(a), second = knownDurations(b);
  const tail = quantileDifference(first, second, 0.9, confidence);
  const quantileOf = (values: Float64Array, share: number) => quantileDifference(values, [0], share, confidence).value;
  return [
    {
      ...estimate("throughputMedianSeconds", quantileOf(first, 0.5), quantileOf(second, 0.5)),
      ...ends(medianDifference(first, second, confidence)),
      p: Math.min(first.length, second.length) < LEAST_TIMES ? NaN : compareRanks(first, second, confidence).p,
    },
    {
      ...estimate("throughputP90Seconds", quantileOf(first, 0.9), quantileOf(second, 0.9)),
      ...ends(tail),
      p: tail.p,
    },
  ];
}

function knownDurations(log: EventLog): Float64Array {
  return caseDurations(log).filter((seconds) => seconds >= 0);
}

function count(figure: ComparedFigure, a: number, b: number): Unadjusted {
  return { ...estimate(figure, a, b), low: NaN, high: NaN, p: NaN };
}

function estimate(figure: ComparedFigure, a: number, b: number) {
  return { figure, a, b, difference: a - b };
}

function ends({ low, high }: { readonly low: number; readonly high: number }) {
  return { low, high };
}

function meanOf({ events, cases }: EventLog): number {
  return events / cases;
}

function sizesOf({ offsets, cases }: EventLog): Float64Array {
  const sizes = new Float64Array(cases);
  for (let c = 0; c < cases; c++) sizes[c] = offsets[c + 1]! - offsets[c]!;
  return sizes;
}
