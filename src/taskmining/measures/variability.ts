/** How much durations differ from one execution to the next. */
import { summarise, type Summary } from "../../base/statistics/summary.ts";

export interface Variability {
  /** Coefficient of variation: population standard deviation / mean. */
  readonly cv: number;
  /** Interquartile range / median: outliers do not count. */
  readonly iqrToMedian: number;
  /** 90th percentile / median: how much longer than usual the slowest tenth takes. */
  readonly p90ToP50: number;
}

/**
 * Three ratios without a unit, NaN where they would divide by 0 or of no values. Quantiles interpolate linearly, as in
 * `quantile`.
 *
 * @example
 * ```ts
 * import { variability } from "tracebook";
 * variability([60, 70, 80]).iqrToMedian; // 10 / 70
 * ```
 */
export function variability(values: ArrayLike<number>): Variability {
  return variabilityOf(summarise(values));
}

export function variabilityOf({ cv, q1, q3, median, p90 }: Summary): Variability {
  return { cv: finite(cv), iqrToMedian: finite((q3 - q1) / median), p90ToP50: finite(p90 / median) };
}

function finite(ratio: number): number {
  return Number.isFinite(ratio) ? ratio : NaN;
}
