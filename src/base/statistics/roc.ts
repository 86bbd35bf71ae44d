/**
 * How well a score tells two kinds apart: the area under the receiver operating characteristic.
 *
 * Variance: DeLong, DeLong & Clarke-Pearson, "Comparing the areas under two or more correlated receiver operating
 * characteristic curves", Biometrics 44, 1988.
 */
import { placementsIn } from "./ranks.ts";

export interface RocArea {
  /**
   * The probability that a score of the first kind is higher than one of the second, ties counting half: 0.5 is chance,
   * 1 tells all apart. NaN where a kind is missing.
   */
  readonly value: number;
  /** Of the estimate; NaN where a kind has fewer than two members. */
  readonly variance: number;
}

/** The area for scores of each and whether it is of the first kind. Both in the same order. */
export function rocArea(scores: ArrayLike<number>, positive: ArrayLike<boolean | number>): RocArea {
  const hits: number[] = [], others: number[] = [];
  for (let i = 0; i < scores.length; i++) (positive[i] ? hits : others).push(scores[i]!);
  if (hits.length === 0 || others.length === 0) return { value: NaN, variance: NaN };
  const a = Float64Array.from(hits).sort(), b = Float64Array.from(others).sort();
  const first = placementsIn(a, b), second = placementsIn(b, a);
  const few = a.length < 2 || b.length < 2;
  return {
    value: first.sum / (a.length * b.length),
    variance: few ? NaN : first.variance / a.length + second.variance / b.length,
  };
}
