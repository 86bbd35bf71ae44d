/** Times of two groups: of cases, of steps, of activities. */
import { adjustForManyLooks } from "../../base/statistics/many_looks.ts";
import { compareRanks, medianDifference } from "../../base/statistics/ranks.ts";
import { median } from "../../base/statistics/summary.ts";
import { caseSeconds } from "../performance/case_seconds.ts";
import type { PairedStep } from "./edge_rows.ts";
import { bySureness } from "./share_rows.ts";
import type { Side, Sides } from "./sides.ts";

/** What a time is of: a case (`throughput`, `waiting`, `handle` as in `throughputTimes`), a step, or an activity. */
export type ComparedTime = "throughput" | "waiting" | "handle" | "step" | "service";

/** A row of `times`, in seconds. One value a case: the mean where a step or an activity comes more than once in it. */
export interface ComparedTimeRow {
  readonly measure: ComparedTime;
  /** The step's first activity, or the activity served; null for times of cases. */
  readonly from: string | null;
  readonly to: string | null;
  /** Cases with a known time. */
  readonly casesA: number;
  readonly casesB: number;
  /** Medians. */
  readonly a: number;
  readonly b: number;
  /** `a` less `b`, with the interval of Bonett & Price. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /**
   * Cliff's delta: the probability that a case of `a` takes longer than one of `b`, less the probability that it takes
   * less long; −1 to 1, with the interval of Brunner & Munzel.
   */
  readonly delta: number;
  readonly deltaLow: number;
  readonly deltaHigh: number;
  /** By Mann and Whitney's test; NaN where a group has fewer than 5 times. */
  readonly p: number;
  /** Corrected for all rows of this table (Benjamini-Hochberg). */
  readonly pAdjusted: number;
}

/** Of fewer values the test's approximation does not hold. */
export const LEAST_TIMES = 5;

interface Sample {
  readonly measure: ComparedTime;
  readonly from: string | null;
  readonly to: string | null;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

export function compareTimes(sides: Sides, steps: readonly PairedStep[], confidence: number): ComparedTimeRow[] {
  const { a, b } = sides;
  if (a.log.source.untimed || b.log.source.untimed) return [];
  const samples: Sample[] = (a.log.start && b.log.start ? ["throughput", "waiting", "handle"] as const : [
    "throughput",
  ] as const)
    .map((measure) => ({
      measure,
      from: null,
      to: null,
      first: known(caseSeconds(a.timed, measure)),
      second: known(caseSeconds(b.timed, measure)),
    }));
  for (const { from, to, a, b } of steps) {
    if (a && b) samples.push({ measure: "step", from, to, first: known(a.seconds), second: known(b.seconds) });
  }
  const service = { a: serviceOf(a, sides.activities.length), b: serviceOf(b, sides.activities.length) };
  sides.activities.forEach((activity, code) => {
    const [first, second] = [service.a[code]!, service.b[code]!];
    if (first.length > 0 && second.length > 0) {
      samples.push({ measure: "service", from: activity, to: null, first, second });
    }
  });
  return bySureness(
    judged(samples.filter(({ first, second }) => first.length + second.length > 0), confidence),
    confidence,
  );
}

function judged(samples: readonly Sample[], confidence: number): ComparedTimeRow[] {
  const ranks = samples.map(({ first, second }) => compareRanks(first, second, confidence));
  const p = samples.map(({ first, second }, i) =>
    Math.min(first.length, second.length) < LEAST_TIMES ? NaN : ranks[i]!.p
  );
  const adjusted = adjustForManyLooks(p);
  return samples.map(({ measure, from, to, first, second }, i) => {
    const { value, low, high } = medianDifference(first, second, confidence);
    const { larger } = ranks[i]!;
    return {
      measure,
      from,
      to,
      casesA: first.length,
      casesB: second.length,
      a: median(first),
      b: median(second),
      difference: value,
      low,
      high,
      delta: 2 * larger.value - 1,
      deltaLow: 2 * larger.low - 1,
      deltaHigh: 2 * larger.high - 1,
      p: p[i]!,
      pAdjusted: adjusted[i]!,
    };
  });
}

/** A negative time is a wrong one, and no figure. */
function known(seconds: Float64Array): Float64Array {
  return seconds.filter((value) => value >= 0);
}

/** Seconds from start to completion of each activity: the mean of each case that has it, by the codes of both groups. */
function serviceOf({ log, codes }: Side, activities: number): Float64Array[] {
  const values: number[][] = Array.from({ length: activities }, () => []);
  const { start, time, activity, offsets } = log;
  if (start) {
    for (let c = 0; c < log.cases; c++) {
      const sums = new Map<number, { seconds: number; count: number }>();
      for (let i = offsets[c]!, end = offsets[c + 1]!; i < end; i++) {
        const seconds = (time[i]! - start[i]!) / 1000;
        if (!(seconds >= 0)) continue;
        const code = codes[activity[i]!]!;
        const sum = sums.get(code);
        if (sum) {
          sum.seconds += seconds;
          sum.count++;
        } else sums.set(code, { seconds, count: 1 });
      }
      for (const [code, { seconds, count }] of sums) values[code]!.push(seconds / count);
    }
  }
  return values.map((seconds) => Float64Array.from(seconds));
}
