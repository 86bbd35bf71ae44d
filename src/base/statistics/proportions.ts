/**
 * Shares, their differences and their ratios, with intervals.
 *
 * Share: Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927.
 * Difference: Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
 * Medicine 17, 1998, method 10. Ratio: Katz, Baptista, Azen & Pike, "Obtaining confidence intervals for the risk ratio
 * in cohort studies", Biometrics 34, 1978.
 */
import { CONFIDENCE, standardErrors } from "./distributions.ts";

/** An estimate with the ends of its interval; NaN where there is nothing to estimate from. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The share of `total` that `count` is, 0 to 1, with Wilson's interval.
 *
 * @example
 * ```ts
 * import { shareInterval } from "tracebook";
 * shareInterval(3, 10); // { value: 0.3, low: 0.108, high: 0.603 }
 * ```
 */
export function shareInterval(count: number, total: number, confidence: number = CONFIDENCE): Estimate {
  const z = standardErrors(confidence);
  if (total === 0) return { value: NaN, low: NaN, high: NaN };
  const value = count / total;
  const spread = z * z / total;
  const centre = (value + spread / 2) / (1 + spread);
  const half = z * Math.sqrt(value * (1 - value) / total + spread / (4 * total)) / (1 + spread);
  return {
    value,
    low: count === 0 ? 0 : Math.max(0, centre - half),
    high: count === total ? 1 : Math.min(1, centre + half),
  };
}

/** How much larger the share of `a` is than that of `b`, −1 to 1. */
export function shareDifference(
  a: { readonly count: number; readonly total: number },
  b: { readonly count: number; readonly total: number },
  confidence: number = CONFIDENCE,
): Estimate {
  const first = shareInterval(a.count, a.total, confidence);
  const second = shareInterval(b.count, b.total, confidence);
  const value = first.value - second.value;
  return {
    value,
    low: value - Math.hypot(first.value - first.low, second.high - second.value),
    high: value + Math.hypot(first.high - first.value, second.value - second.low),
  };
}

/**
 * How many times as large the share of `a` is as that of `b`.
 *
 * Where a count is 0 the interval is that of the counts with a half added to each (Haldane), and open to the side on
 * which nothing was seen.
 */
export function shareRatio(
  a: { readonly count: number; readonly total: number },
  b: { readonly count: number; readonly total: number },
  confidence: number = CONFIDENCE,
): Estimate {
  const z = standardErrors(confidence);
  if (a.total === 0 || b.total === 0 || (a.count === 0 && b.count === 0)) return { value: NaN, low: NaN, high: NaN };
  const value = (a.count / a.total) / (b.count / b.total);
  const add = a.count === 0 || b.count === 0 ? 0.5 : 0;
  const [n, m] = [a.count + add, b.count + add];
  const [total, others] = [a.total + 2 * add, b.total + 2 * add];
  const centre = Math.log(n / total) - Math.log(m / others);
  const half = z * Math.sqrt(Math.max(0, 1 / n - 1 / total + 1 / m - 1 / others));
  return {
    value,
    low: a.count === 0 ? 0 : Math.exp(centre - half),
    high: b.count === 0 ? Infinity : Math.exp(centre + half),
  };
}
