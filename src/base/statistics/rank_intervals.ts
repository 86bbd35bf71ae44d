/**
 * Which ranks some sums may truly have, by the bootstrap.
 *
 * Ranks: Mogstad, Romano, Shaikh & Wilhelm, "Inference for Ranks with Applications to Mobility across Neighbourhoods and
 * Academic Achievement across Countries", Review of Economic Studies 91(1), 2024, section 3: an item ranks below those
 * that are larger beyond doubt, and above those that are smaller beyond doubt; doubt is the largest studentised
 * difference to any other item that the bootstrap shows. Percentiles of bootstrapped ranks would be too narrow where
 * items are close.
 *
 * Bootstrap: clusters with independent Poisson weights, Chamandy, Muralidharan, Najmi & Naidu, "Estimating Uncertainty
 * for Massive Data Streams", 2012.
 */
import { quantile } from "./summary.ts";
import { CONFIDENCE, standardErrors } from "./distributions.ts";
import { poissonOfMean1, randomStream } from "../random.ts";

export interface RankIntervals {
  /** Best and worst rank that each item may have, 1 for the largest sum. */
  readonly rankLow: Int32Array;
  readonly rankHigh: Int32Array;
  /** Ends of the interval of each sum. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface ClusterSums {
  /** What each cluster adds to each item that is compared: cluster after cluster, a value for each of these. */
  readonly sums: Float64Array;
  /** The items that are compared by the bootstrap: the largest, at most `MOST_COMPARED`. */
  readonly compared: readonly number[];
  /** Standard errors of all items, for the others: at least as large as they are. */
  readonly errors: Float64Array;
  /** How many cases each cluster holds. */
  readonly sizes: ArrayLike<number>;
}

const REPLICATES = 500;
/** So many items are compared by the bootstrap; the smaller ones by a bound on their differences. */
export const MOST_COMPARED = 200;
/** With fewer clusters the bootstrap knows nothing. */
const LEAST_CLUSTERS = 10;

/**
 * Intervals of sums of what is never negative, and of their ranks, each with the given confidence by itself.
 *
 * @param estimates the sums of all items.
 */
export function rankIntervals(
  clusters: ClusterSums,
  estimates: Float64Array,
  { confidence = CONFIDENCE, seed = 1 }: { confidence?: number; seed?: number } = {},
): RankIntervals {
  const items = estimates.length, { compared, sizes } = clusters;
  const rankLow = new Int32Array(items).fill(1), rankHigh = new Int32Array(items).fill(items);
  const low = new Float64Array(items).fill(NaN), high = new Float64Array(items).fill(NaN);
  if (sizes.length < LEAST_CLUSTERS || items === 0) return { rankLow, rankHigh, low, high };
  const replicates = deviations(clusters, seed);
  const errors = clusters.errors.slice();
  compared.forEach((s, k) => errors[s] = deviation(replicates.subarray(k * REPLICATES, (k + 1) * REPLICATES)));
  const z = standardErrors(confidence), bound = standardErrors(1 - (1 - confidence) / items);
  for (let s = 0; s < items; s++) {
    // On the scale of logarithms: sums of durations lean to the right, and an interval has no business below 0.
    const factor = estimates[s]! > 0 ? Math.exp(z * errors[s]! / estimates[s]!) : 1;
    low[s] = estimates[s]! / factor;
    high[s] = estimates[s]! * factor;
  }
  const isCompared = new Uint8Array(items);
  for (const s of compared) isCompared[s] = 1;
  const count = (s: number, t: number, doubt: number) => {
    const difference = estimates[s]! - estimates[t]!;
    if (difference < -doubt) rankLow[s]!++;
    else if (difference > doubt) rankHigh[s]!--;
  };
  compared.forEach((_, k) => countCompared(k, compared, replicates, estimates, confidence, count));
  if (compared.length === items) return { rankLow, rankHigh, low, high };
  // Against any other, the errors of both may add up. Items beyond the largest are told apart from these alone.
  for (let s = 0; s < items; s++) {
    for (const t of compared) {
      if (isCompared[s]) continue;
      const doubt = bound * (errors[s]! + errors[t]!);
      count(s, t, doubt);
      count(t, s, doubt);
    }
  }
  return { rankLow, rankHigh, low, high };
}

/** Tells `count` of each other item how large a difference to it is no more than chance. */
function countCompared(
  own: number,
  compared: readonly number[],
  replicates: Float64Array,
  estimates: Float64Array,
  confidence: number,
  count: (s: number, t: number, doubt: number) => void,
): void {
  const s = compared[own]!;
  const largest = new Float64Array(REPLICATES), difference = new Float64Array(REPLICATES);
  const errors = new Float64Array(compared.length);
  for (let k = 0; k < compared.length; k++) {
    const t = compared[k]!;
    for (let b = 0; b < REPLICATES; b++) {
      difference[b] = replicates[own * REPLICATES + b]! - replicates[k * REPLICATES + b]!;
    }
    const error = errors[k] = deviation(difference);
    // Rounding leaves traces where two sums move together exactly.
    if (t === s || !(error > 1e-12 * Math.abs(estimates[s]! - estimates[t]!))) continue;
    for (let b = 0; b < REPLICATES; b++) {
      const studentised = Math.abs(difference[b]!) / error;
      if (studentised > largest[b]!) largest[b] = studentised;
    }
  }
  const doubt = quantile(largest.sort(), confidence);
  compared.forEach((t, k) => {
    if (t !== s) count(s, t, doubt * errors[k]!);
  });
}

function deviation(differences: Float64Array): number {
  let sum = 0;
  for (let b = 0; b < differences.length; b++) sum += differences[b]! * differences[b]!;
  return Math.sqrt(sum / differences.length);
}

/** How far the sums of each replicate are from those of the clusters: item after item, a value for each replicate. */
function deviations({ sums, compared: { length: items }, sizes }: ClusterSums, seed: number): Float64Array {
  const random = randomStream(seed, "rank intervals");
  const clusters = sizes.length;
  let cases = 0;
  const whole = new Float64Array(items), replicate = new Float64Array(items);
  for (let g = 0; g < clusters; g++) {
    cases += sizes[g]!;
    for (let s = 0; s < items; s++) whole[s]! += sums[g * items + s]!;
  }
  const found = new Float64Array(items * REPLICATES);
  for (let b = 0; b < REPLICATES; b++) {
    replicate.fill(0);
    let drawn = 0;
    for (let g = 0; g < clusters; g++) {
      const weight = poissonOfMean1(random);
      if (weight === 0) continue;
      drawn += weight * sizes[g]!;
      for (let s = 0, at = g * items; s < items; s++) replicate[s] = replicate[s]! + weight * sums[at + s]!;
    }
    // As many cases as there are: how many came is not what is asked.
    const scale = drawn > 0 ? cases / drawn : 0;
    for (let s = 0; s < items; s++) found[s * REPLICATES + b] = replicate[s]! * scale - whole[s]!;
  }
  return found;
}
