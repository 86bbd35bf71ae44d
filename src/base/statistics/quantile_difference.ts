/**
 * The difference of a quantile between two samples, with an interval.
 *
 * Standard error from the distance of two order statistics around the quantile, as Price & Bonett, "Estimating the
 * variance of the sample median", Journal of Statistical Computation and Simulation 68, 2001, do for the median.
 */
import { CONFIDENCE, normalTails, standardErrors } from "./distributions.ts";
import type { Estimate } from "./proportions.ts";
import { quantile } from "./summary.ts";

/** Beyond the quantile there must be so many values, or nothing is said of how sure it is. */
const LEAST_BEYOND = 5;

/**
 * By how much the quantile `share` (0 to 1) of the first sample is larger than that of the second.
 *
 * NaN is an unknown value and left out. The ends and p are NaN where a sample has fewer than 5 values to a side of its
 * quantile.
 */
export function quantileDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  share: number,
  confidence: number = CONFIDENCE,
): Estimate & { readonly p: number } {
  const z = standardErrors(confidence);
  const a = sortedKnown(first), b = sortedKnown(second);
  const value = quantile(a, share) - quantile(b, share);
  const error = Math.hypot(quantileError(a, share), quantileError(b, share));
  const p = error > 0 ? normalTails(value / error) : Number.isNaN(error) ? NaN : value === 0 ? 1 : 0;
  return { value, low: value - z * error, high: value + z * error, p };
}

function quantileError(sorted: Float64Array, share: number): number {
  const n = sorted.length;
  if (n * Math.min(share, 1 - share) < LEAST_BEYOND) return NaN;
  // Two standard deviations of the number of values below the quantile to each side.
  const reach = 2 * Math.sqrt(n * share * (1 - share));
  const low = Math.max(0, Math.floor(n * share - reach)), high = Math.min(n - 1, Math.ceil(n * share + reach) - 1);
  const spans = (high + 1 - low) / Math.sqrt(n * share * (1 - share));
  return (sorted[high]! - sorted[low]!) / spans;
}

function sortedKnown(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).filter((value) => !Number.isNaN(value)).sort();
}
