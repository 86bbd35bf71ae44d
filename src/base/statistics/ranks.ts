/**
 * Two samples compared by rank, which extreme values cannot upset.
 *
 * Test: Mann & Whitney, "On a test of whether one of two random variables is stochastically larger than the other",
 * Annals of Mathematical Statistics 18, 1947, by the normal approximation with correction for ties. Effect and interval:
 * Brunner & Munzel, "The nonparametric Behrens-Fisher problem", Biometrical Journal 42, 2000, on the logit scale.
 * Difference of medians: Bonett & Price, "Statistical inference for a linear function of medians", Psychological
 * Methods 7, 2002.
 */
import { CONFIDENCE, normalTails, standardErrors } from "./distributions.ts";
import { type Estimate, shareInterval } from "./proportions.ts";
import { quantile } from "./summary.ts";

export interface RankComparison {
  /**
   * The probability that a value of the first sample is larger than one of the second, ties counting half, with its
   * interval. 0.5: no difference.
   */
  readonly larger: Estimate;
  /** Two-sided. NaN where a sample is empty. */
  readonly p: number;
}

/** Compares two samples by rank. NaN is an unknown value and left out. */
export function compareRanks(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  confidence: number = CONFIDENCE,
): RankComparison {
  standardErrors(confidence);
  const a = sortedKnown(first), b = sortedKnown(second);
  const n = a.length, m = b.length;
  if (n === 0 || m === 0) return { larger: { value: NaN, low: NaN, high: NaN }, p: NaN };
  const { below, placements, ties } = placementsOf(a, b);
  const value = below / (n * m);
  const total = n + m;
  const variance = n * m / 12 * (total + 1 - (total > 1 ? ties / (total * (total - 1)) : 0));
  const p = variance > 0 ? normalTails((below - n * m / 2) / Math.sqrt(variance)) : 1;
  return { larger: { value, ...interval(value, placements.a, placements.b, n, m, confidence) }, p };
}

/** By how much the median of the first sample is larger than that of the second. */
export function medianDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  confidence: number = CONFIDENCE,
): Estimate {
  const z = standardErrors(confidence);
  const a = sortedKnown(first), b = sortedKnown(second);
  const value = quantile(a, 0.5) - quantile(b, 0.5);
  const half = z * Math.hypot(medianError(a), medianError(b));
  return { value, low: value - half, high: value + half };
}

/** Standard error of a median, from the distance of two order statistics around it (Price & Bonett 2001). */
function medianError(sorted: Float64Array): number {
  const n = sorted.length;
  if (n < 2) return NaN;
  const rank = Math.max(1, Math.round((n + 1) / 2 - Math.sqrt(n)));
  // The exact confidence of the interval between the two order statistics says how many standard errors it spans.
  let outside = 0, term = Math.pow(0.5, n);
  if (term > 0) {
    for (let i = 0; i < rank; i++) {
      outside += term;
      term *= (n - i) / (i + 1);
    }
  }
  const spans = term > 0 && outside > 0 ? standardErrors(1 - Math.min(0.999999, 2 * outside)) : 2;
  return (sorted[n - rank]! - sorted[rank - 1]!) / (2 * spans);
}

function interval(
  value: number,
  a: number,
  b: number,
  n: number,
  m: number,
  confidence: number,
): { low: number; high: number } {
  if (n < 2 || m < 2) return { low: NaN, high: NaN };
  const error = Math.sqrt(a / n + b / m);
  // Where nothing varies, as where all of one sample are larger, it is what so many of the smaller sample would tell.
  if (!(error > 0) || value <= 0 || value >= 1) {
    const least = Math.min(n, m);
    const { low, high } = shareInterval(value * least, least, confidence);
    return { low, high };
  }
  const logit = Math.log(value / (1 - value));
  const half = standardErrors(confidence) * error / (value * (1 - value));
  return { low: expit(logit - half), high: expit(logit + half) };
}

function expit(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** How many pairs have the first value larger, ties counting half; and how this varies over each sample. */
function placementsOf(a: Float64Array, b: Float64Array) {
  const inA = placementsIn(a, b), inB = placementsIn(b, a);
  let ties = 0;
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const value = j >= b.length || (i < a.length && a[i]! <= b[j]!) ? a[i]! : b[j]!;
    let count = 0;
    while (i < a.length && a[i] === value) (i++, count++);
    while (j < b.length && b[j] === value) (j++, count++);
    ties += count ** 3 - count;
  }
  return { below: inA.sum, placements: { a: inA.variance, b: inB.variance }, ties };
}

/** Of each value, the share of the others below it, ties counting half: the sum over pairs and the sample variance. */
export function placementsIn(values: Float64Array, others: Float64Array): { sum: number; variance: number } {
  const shares = new Float64Array(values.length);
  let below = 0, upTo = 0, sum = 0;
  for (let i = 0; i < values.length; i++) {
    while (below < others.length && others[below]! < values[i]!) below++;
    while (upTo < others.length && others[upTo]! <= values[i]!) upTo++;
    const placement = (below + upTo) / 2;
    sum += placement;
    shares[i] = placement / others.length;
  }
  const average = sum / others.length / values.length;
  let squares = 0;
  for (const share of shares) squares += (share - average) ** 2;
  return { sum, variance: values.length > 1 ? squares / (values.length - 1) : 0 };
}

function sortedKnown(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).filter((value) => !Number.isNaN(value)).sort();
}
