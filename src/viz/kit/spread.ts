/** Box plots by the rule of Tukey, "Exploratory Data Analysis", 1977. */
import { quantile } from "../../base/statistics/summary.ts";

export interface Box {
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  /** The least and the greatest value within 1.5 interquartile ranges of the box. */
  readonly low: number;
  readonly high: number;
}

/** @param sorted ascending, at least one value. */
export function boxOf(sorted: Float64Array): Box {
  const q1 = quantile(sorted, 0.25), q3 = quantile(sorted, 0.75);
  const reach = 1.5 * (q3 - q1);
  const low = sorted.find((value) => value >= q1 - reach)!;
  let i = sorted.length - 1;
  while (sorted[i]! > q3 + reach) i--;
  return { q1, median: quantile(sorted, 0.5), q3, low, high: sorted[i]! };
}

/**
 * Offsets from -0.5 to 0.5 that spread points evenly and are the same every time: multiples of the golden ratio, modulo
 * 1 (a Kronecker sequence).
 */
export function jitter(i: number): number {
  return (i * 0.6180339887498949) % 1 - 0.5;
}

/** Every so-manieth of the values, ends included, so that no more than `most` are left. */
export function thinned(sorted: Float64Array, most: number): Float64Array {
  const n = sorted.length;
  if (n <= most) return sorted;
  return Float64Array.from({ length: most }, (_, i) => sorted[Math.round(i * (n - 1) / (most - 1))]!);
}
