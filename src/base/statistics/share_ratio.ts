/**
 * The ratio of two shares, with an interval that holds for small counts and for shares of nothing and all.
 *
 * Donner & Zou, "Closed-form confidence intervals for functions of the normal mean and standard deviation", Statistical
 * Methods in Medical Research 21, 2012 (MOVER-R), over Wilson's intervals of the two shares.
 */
import { CONFIDENCE } from "./distributions.ts";
import { type Estimate, shareInterval } from "./proportions.ts";

/**
 * How many times as large the share of `a` is as that of `b`. NaN where neither was seen, or one has no total; where
 * nothing was seen of `b` the interval has no upper end.
 */
export function ratioOfShares(
  a: { readonly count: number; readonly total: number },
  b: { readonly count: number; readonly total: number },
  confidence: number = CONFIDENCE,
): Estimate {
  const p = shareInterval(a.count, a.total, confidence), q = shareInterval(b.count, b.total, confidence);
  const value = p.value / q.value;
  if (Number.isNaN(value)) return { value: NaN, low: NaN, high: NaN };
  if (b.count === 0) return { value, low: p.low / q.high, high: Infinity };
  const product = p.value * q.value;
  const root = (top: number, bottom: number) => Math.sqrt(Math.max(0, product * product - top * bottom));
  const parts = (end: number, share: number) => end * (2 * share - end);
  const [lowTop, lowBottom] = [parts(p.low, p.value), parts(q.high, q.value)];
  const [highTop, highBottom] = [parts(p.high, p.value), parts(q.low, q.value)];
  return {
    value,
    // (product − root) / bottom, in the form that no bottom of 0 upsets.
    low: a.count === 0 ? 0 : lowTop / (product + root(lowTop, lowBottom)),
    high: highBottom > 0 ? (product + root(highTop, highBottom)) / highBottom : Infinity,
  };
}
