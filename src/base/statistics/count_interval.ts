/**
 * How sure a count is.
 *
 * Garwood, "Fiducial Limits for the Poisson Distribution", Biometrika 28, 1936; widened by the dispersion of counts as in
 * McCullagh & Nelder, "Generalized Linear Models", 2nd ed. 1989, section 6.2.3.
 */
import { OptionError } from "../errors.ts";
import { chiSquareQuantile, CONFIDENCE, standardErrors } from "./distributions.ts";
import type { Estimate } from "./proportions.ts";

/**
 * A count with the interval of the mean that it may come from, as a Poisson count.
 *
 * @param dispersion how many times as large as the mean the variance of such counts is; 1 for those of chance alone.
 * @example
 * ```ts
 * import { countInterval } from "tracebook";
 * countInterval(10); // { value: 10, low: 4.795, high: 18.39 }
 * ```
 * @throws OptionError if the count is negative, or the dispersion below 1.
 */
export function countInterval(count: number, dispersion = 1, confidence: number = CONFIDENCE): Estimate {
  if (!(count >= 0)) throw new OptionError(`Expected a count of 0 or more but found ${count}`);
  if (!(dispersion >= 1)) throw new OptionError(`Expected a dispersion of 1 or more but found ${dispersion}`);
  standardErrors(confidence);
  const tail = (1 - confidence) / 2, n = count / dispersion;
  return {
    value: count,
    low: count === 0 ? 0 : dispersion * chiSquareQuantile(tail, 2 * n) / 2,
    high: dispersion * chiSquareQuantile(1 - tail, 2 * n + 2) / 2,
  };
}

/** How many times as large as their mean the variance of some counts is; 1 where they vary no more than by chance. */
export function dispersionOf(counts: ArrayLike<number>): number {
  const n = counts.length;
  if (n < 2) return 1;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += counts[i]!;
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (counts[i]! - mean) ** 2;
  return mean > 0 ? Math.max(1, squares / (n - 1) / mean) : 1;
}
