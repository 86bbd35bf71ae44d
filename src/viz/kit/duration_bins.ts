/** Bins for durations, whose tails are long: equal bins with an overflow, or bins that grow. */

const MINUTE = 60, HOUR = 3600, DAY = 86400, WEEK = 7 * DAY, MONTH = 30 * DAY, YEAR = 365 * DAY;

/** Widths that a person reads as round, in seconds. */
const STEPS = [
  ...[0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 5].map((n) => n * DAY),
  ...[1, 2].map((n) => n * WEEK),
  ...[1, 2, 3, 6].map((n) => n * MONTH),
  ...[1, 2, 5, 10].map((n) => n * YEAR),
];

/** Durations that a person reads as round, each about twice the one before, in seconds. */
export const DURATION_LADDER = [
  ...[0, 1, 2, 5, 10, 30],
  ...[1, 2, 5, 10, 30].map((n) => n * MINUTE),
  ...[1, 2, 4, 8].map((n) => n * HOUR),
  ...[1, 2, 4].map((n) => n * DAY),
  ...[1, 2].map((n) => n * WEEK),
  ...[1, 2, 3, 6].map((n) => n * MONTH),
  ...[1, 2, 5, 10, 20, 50, 100].map((n) => n * YEAR),
];

export interface DurationBins {
  /** Seconds: bin i holds what is at least `edges[i]` and below `edges[i + 1]`. */
  readonly edges: readonly number[];
  /** A last bin, after the edges, holds all from the last edge on. */
  readonly overflow: boolean;
  /** Bins are of unequal width. */
  readonly growing: boolean;
}

export type DurationScale = "auto" | "linear" | "growing";

/**
 * Bins over the durations given.
 *
 * `linear`: about `count` bins of one round width; where the longest twentieth of the durations would squeeze the rest,
 * the bins end and an overflow bin holds what is longer. `growing`: round edges, each about twice the one before.
 * `auto` grows where equal bins would put more than half of the durations in the first of them.
 */
export function durationBins(sorted: Float64Array, count: number, scale: DurationScale = "auto"): DurationBins {
  const n = sorted.length;
  const longest = n ? sorted[n - 1]! : 0;
  if (n === 0 || longest <= 0) return { edges: [0, 1], overflow: false, growing: false };
  if (scale === "growing") return growingBins(sorted);
  const p95 = sorted[Math.floor(0.95 * (n - 1))]!;
  const overflow = p95 > 0 && longest > 2 * p95;
  const end = overflow ? p95 : longest;
  const step = roundStep(end / count);
  const bins = overflow ? Math.max(1, Math.ceil(end / step)) : Math.floor(end / step) + 1;
  if (scale === "auto" && (p95 <= 0 || sorted[n >> 1]! < step) && longest > 10 * step) return growingBins(sorted);
  const edges = Array.from({ length: bins + 1 }, (_, i) => i * step);
  return { edges, overflow: overflow && longest >= edges.at(-1)!, growing: false };
}

/** The least round width that is not below the one given, in seconds. */
export function roundStep(seconds: number): number {
  return STEPS.find((step) => step >= seconds) ?? STEPS.at(-1)! * Math.ceil(seconds / STEPS.at(-1)!);
}

function growingBins(sorted: Float64Array): DurationBins {
  const longest = sorted.at(-1)!;
  const positive = sorted.find((seconds) => seconds > 0) ?? longest;
  let first = DURATION_LADDER.findIndex((edge) => edge > positive) - 1;
  if (first < 1) first = positive >= DURATION_LADDER.at(-1)! ? DURATION_LADDER.length - 2 : 1;
  let last = DURATION_LADDER.findIndex((edge) => edge > longest);
  if (last < 0) last = DURATION_LADDER.length - 1;
  const edges = [0, ...DURATION_LADDER.slice(first, last + 1)];
  return { edges, overflow: longest >= edges.at(-1)!, growing: true };
}

/** How many of the durations fall into each bin, the overflow last. */
export function countInBins(values: Iterable<number>, { edges, overflow }: DurationBins): Float64Array {
  const bins = edges.length - 1;
  const counts = new Float64Array(bins + (overflow ? 1 : 0));
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    let low = 0, high = bins;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (edges[middle + 1]! <= value) low = middle + 1;
      else high = middle;
    }
    counts[Math.min(low, counts.length - 1)]!++;
  }
  return counts;
}

/** Where a duration lies, in bins from the left: 1.5 is the middle of the second bin. */
export function binPosition(seconds: number, { edges, overflow }: DurationBins): number {
  const bins = edges.length - 1;
  if (seconds >= edges[bins]!) return overflow ? bins + 0.5 : bins;
  let i = 0;
  while (edges[i + 1]! <= seconds) i++;
  return i + (seconds - edges[i]!) / (edges[i + 1]! - edges[i]!);
}
