/** How likely outputs that are shuffled would agree as often: a permutation test without drawing permutations. */
import { countsOf } from "./counts.ts";

/**
 * The natural logarithm of an upper bound on the probability that at least `right` of the values would agree if the
 * outputs were put in another order at random.
 *
 * The number of agreements has a mean that the frequencies tell; its tail is close to that of a Poisson law, or less. Where
 * few values are frequent, that is much too careful; then a union bound over which rows agree is closer. The smaller of
 * the two counts.
 */
export function logChance(outputs: readonly string[], given: readonly (string | undefined)[], right: number): number {
  const n = outputs.length;
  if (right <= 0 || n === 0) return 0;
  const of = countsOf(outputs), by = countsOf(given);
  let mean = 0;
  for (const [value, count] of by) mean += count * (of.get(value) ?? 0) / n;
  return Math.min(0, poissonTail(mean, right), agreementBound(of, by, n, right));
}

/** Chernoff's bound of a Poisson law's upper tail. */
function poissonTail(mean: number, right: number): number {
  return right <= mean ? 0 : right - mean + right * Math.log(mean / right);
}

/**
 * The probability that a given set of rows agrees, summed over all sets of that size: at most the number of sets times
 * the likeliest one, from which the rows that agree least often by chance are left out.
 */
function agreementBound(of: ReadonlyMap<string, number>, by: ReadonlyMap<string, number>, n: number, right: number) {
  const factors: number[] = [];
  for (const [value, count] of by) {
    const outputs = of.get(value) ?? 0;
    for (let k = 0; k < Math.min(count, outputs); k++) factors.push(outputs - k);
  }
  if (factors.length < right) return 0;
  factors.sort((a, b) => b - a);
  let log = logChoose(n, right);
  for (let k = 0; k < right; k++) log += Math.log(factors[k]!) - Math.log(n - k);
  return log;
}

function logChoose(n: number, k: number): number {
  let log = 0;
  for (let i = 1; i <= Math.min(k, n - k); i++) log += Math.log((n - i + 1) / i);
  return log;
}
