/**
 * Whether a short series rises or falls, beyond what chance would do, and by how much.
 *
 * Mann, "Nonparametric tests against trend", Econometrica 13(3), 1945, and Kendall, "Rank Correlation Methods", 4th ed.
 * 1970 (the test); Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 63(324), 1968 (slope and
 * its interval). Nothing is assumed about the shape of the values or of the trend.
 */
import { normalTails, standardErrors } from "./distributions.ts";
import { median } from "./summary.ts";

export interface Trend {
  /** Median of the slopes between any two values, a step: how much the series rises from one value to the next. */
  readonly slope: number;
  /** 95 % interval of the slope; NaN below ten values, where the approximation does not hold. */
  readonly low: number;
  readonly high: number;
  /** How often chance alone would give a series that rises or falls as clearly, both counted: Mann–Kendall, two-sided. */
  readonly p: number;
}

/** Below that no series of different values is clear enough: of 24 orders of four values two rise or fall throughout. */
export const LEAST_FOR_TREND = 5;

/** The trend of values in the order of time; undefined for fewer than `LEAST_FOR_TREND`. */
export function trendOf(values: readonly number[]): Trend | undefined {
  const n = values.length;
  if (n < LEAST_FOR_TREND) return undefined;
  const slopes: number[] = [];
  for (let j = 1; j < n; j++) for (let i = 0; i < j; i++) slopes.push((values[j]! - values[i]!) / (j - i));
  slopes.sort((a, b) => a - b);
  const spread = Math.sqrt(variance(values));
  const score = scoreOf(values);
  const p = n <= MOST_EXACT ? exact(values, Math.abs(score)) : spread === 0 ? 1 : approximate(Math.abs(score), spread);
  const reach = standardErrors(0.95) * spread;
  // Sen 1968, as by Gilbert, "Statistical Methods for Environmental Pollution Monitoring", 1987, section 16.5.1.
  const at = (rank: number) => slopes[Math.min(slopes.length - 1, Math.max(0, Math.round(rank)))]!;
  const known = n >= LEAST_FOR_INTERVAL;
  return {
    slope: median(slopes),
    low: known ? at((slopes.length - reach) / 2 - 1) : NaN,
    high: known ? at((slopes.length + reach) / 2) : NaN,
    p,
  };
}

const MOST_EXACT = 8, LEAST_FOR_INTERVAL = 10;

/** Pairs that rise less pairs that fall. */
function scoreOf(values: readonly number[]): number {
  let score = 0;
  for (let j = 1; j < values.length; j++) for (let i = 0; i < j; i++) score += Math.sign(values[j]! - values[i]!);
  return score;
}

/** Of the score where order is chance, less for values that are equal. */
function variance(values: readonly number[]): number {
  const part = (n: number) => n * (n - 1) * (2 * n + 5);
  const ties = [...Map.groupBy(values, (value) => value).values()].map((equal) => equal.length);
  return (part(values.length) - ties.reduce((sum, n) => sum + part(n), 0)) / 18;
}

function approximate(score: number, spread: number): number {
  return score === 0 ? 1 : Math.min(1, normalTails((score - 1) / spread));
}

/** Share of all orders of the values with a score as far from 0. */
function exact(values: readonly number[], score: number): number {
  let all = 0, asFar = 0;
  const order = [...values];
  const place = (from: number, sum: number) => {
    if (from === order.length) {
      all++;
      if (Math.abs(sum) >= score) asFar++;
      return;
    }
    for (let i = from; i < order.length; i++) {
      [order[from], order[i]] = [order[i]!, order[from]!];
      let own = 0;
      for (let k = 0; k < from; k++) own += Math.sign(order[from]! - order[k]!);
      place(from + 1, sum + own);
      [order[from], order[i]] = [order[i]!, order[from]!];
    }
  };
  place(0, 0);
  return asFar / all;
}
