/**
 * The difference of two means.
 *
 * Welch, "The generalization of 'Student's' problem when several different population variances are involved",
 * Biometrika 34, 1947.
 */
import { CONFIDENCE, studentErrors, studentTails } from "./distributions.ts";
import type { Estimate } from "./proportions.ts";
import { mean } from "./summary.ts";

/**
 * By how much the mean of the first sample is larger than that of the second, with Welch's interval and test.
 *
 * NaN is an unknown value and left out. Of fewer than two values nothing is said of how sure it is.
 */
export function meanDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  confidence: number = CONFIDENCE,
): Estimate & { readonly p: number } {
  const a = partOf(first), b = partOf(second);
  const value = a.mean - b.mean;
  const variance = a.variance + b.variance;
  if (variance === 0) return { value, low: value, high: value, p: value === 0 ? 1 : 0 };
  const degrees = variance ** 2 / (a.variance ** 2 / (a.count - 1) + b.variance ** 2 / (b.count - 1));
  const error = Math.sqrt(variance), half = studentErrors(confidence, degrees) * error;
  return { value, low: value - half, high: value + half, p: studentTails(value / error, degrees) };
}

/** Mean, and the variance of the mean. */
function partOf(values: ArrayLike<number>): { mean: number; variance: number; count: number } {
  const average = mean(values);
  let squares = 0, count = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) continue;
    squares += (values[i]! - average) ** 2;
    count++;
  }
  return { mean: average, variance: count > 1 ? squares / (count - 1) / count : NaN, count };
}
