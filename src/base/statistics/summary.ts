/**
 * Statistics of samples, for durations above all.
 *
 * Conventions: NaN is an unknown value and left out; the standard deviation is that of a population; quantiles
 * interpolate linearly between the two nearest ranks (Hyndman & Fan 1996, type 7: what NumPy and R do by default).
 * Of no values everything but the count is NaN.
 */
import { OptionError } from "../errors.ts";
import { medianInPlace } from "../quickselect.ts";

export interface Summary {
  readonly count: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  readonly min: number;
  readonly max: number;
  /** Population standard deviation. */
  readonly sd: number;
  /** Coefficient of variation, `sd / mean`; NaN where the mean is 0. */
  readonly cv: number;
  readonly q1: number;
  readonly q3: number;
}

/**
 * All statistics of a sample at once, in the unit of its values.
 *
 * @example
 * ```ts
 * import { summarise } from "tracebook";
 * summarise(Float64Array.of(60, 70, 80)).median; // 70
 * ```
 */
export function summarise(values: ArrayLike<number>): Summary {
  const sorted = knownValues(values).sort();
  const average = mean(sorted);
  const sd = standardDeviation(sorted);
  return {
    count: sorted.length,
    mean: average,
    median: quantile(sorted, 0.5),
    p90: quantile(sorted, 0.9),
    min: quantile(sorted, 0),
    max: quantile(sorted, 1),
    sd,
    cv: sd / average,
    q1: quantile(sorted, 0.25),
    q3: quantile(sorted, 0.75),
  };
}

/** Arithmetic mean; values that are NaN are left out, and of none it is NaN. */
export function mean(values: ArrayLike<number>): number {
  let sum = 0, count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return count === 0 ? NaN : sum / count;
}

/** Standard deviation of a population (divided by n). Takes two passes, so that a large mean costs no precision. */
export function standardDeviation(values: ArrayLike<number>): number {
  const average = mean(values);
  let sum = 0, count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    sum += (value - average) ** 2;
    count++;
  }
  return count === 0 ? NaN : Math.sqrt(sum / count);
}

/** The median; takes time linear in the number of values, and leaves them in their order. */
export function median(values: ArrayLike<number>): number {
  return medianInPlace(knownValues(values));
}

/**
 * The value below which a share `p` of the sample lies.
 *
 * @param sorted ascending, without NaN.
 * @throws OptionError if `p` lies outside 0 to 1.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new OptionError(`Expected a share from 0 to 1 but found ${p}`);
  if (sorted.length === 0) return NaN;
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const lower = sorted[below]!;
  const part = at - below;
  return part === 0 ? lower : lower + part * (sorted[below + 1]! - lower);
}

function knownValues(values: ArrayLike<number>): Float64Array {
  const known = new Float64Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) known[n++] = values[i]!;
  return known.subarray(0, n);
}
