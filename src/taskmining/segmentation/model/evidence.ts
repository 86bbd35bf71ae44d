/**
 * The evidence of counts: how probable they are before anything is known of the probabilities behind them, which are
 * integrated out (Dirichlet-multinomial; Heckerman, Geiger & Chickering, Machine Learning 1995). A model with more
 * freedom pays for it without a further penalty.
 */

import { CHOICES } from "./priors.ts";

const ALPHA = CHOICES.outcome, RARE = CHOICES.rare;

/** Natural logarithm of the gamma function (Lanczos; Numerical Recipes, section 6.1), relative error under 2e-10. */
export function logGamma(x: number): number {
  const coefficients = [
    76.18009172947146,
    -86.50532032941677,
    24.01409824083091,
    -1.231739572450155,
    0.1208650973866179e-2,
    -0.5395239384953e-5,
  ];
  const t = x + 5.5 - (x + 0.5) * Math.log(x + 5.5);
  let sum = 1.000000000190015, y = x;
  for (const c of coefficients) sum += c / ++y;
  return -t + Math.log(2.5066282746310005 * sum / x);
}

/** Logarithm of the gamma function at whole numbers plus `offset`, from a table that grows. */
function logGammaFrom(offset: number): (n: number) => number {
  let table = new Float64Array(0);
  return (n) => {
    if (n >= table.length) {
      if (n > 1 << 20) return logGamma(n + offset);
      const more = new Float64Array(Math.max(1024, 2 * n));
      for (let i = 0; i < more.length; i++) more[i] = logGamma(i + offset);
      table = more;
    }
    return table[n]!;
  };
}

const atAlpha = logGammaFrom(ALPHA), LOG_GAMMA_ALPHA = logGamma(ALPHA);

/** What one outcome with this count adds. */
export function outcomeEvidence(count: number): number {
  return atAlpha(count) - LOG_GAMMA_ALPHA;
}

const atOne = logGammaFrom(1), atRare = logGammaFrom(RARE), atBoth = logGammaFrom(1 + RARE);

/** Evidence of `first` events of the usual sort and `second` of the rare one. */
export function rareEvidence(first: number, second: number): number {
  return atOne(first) + atRare(second) - atBoth(first + second) - NONE;
}

const NONE = logGamma(1) + logGamma(RARE) - logGamma(1 + RARE);

/** Evidence of two outcomes, each taken to have been seen `a` and `b` times before. */
export function twoWaysEvidence(one: number, other: number, a: number, b: number): number {
  return logGamma(one + a) + logGamma(other + b) - logGamma(one + other + a + b) -
    (logGamma(a) + logGamma(b) - logGamma(a + b));
}

/** What a choice among `outcomes` that was made `total` times takes away. */
export function totalEvidence(total: number, outcomes: number): number {
  if (total === 0) return 0;
  let table = totals.get(outcomes);
  if (!table) totals.set(outcomes, table = logGammaFrom(ALPHA * outcomes));
  return table(0) - table(total);
}

/** A table for each number of outcomes that is met: there are few. */
const totals = new Map<number, (n: number) => number>();

/** Evidence of the counts of one choice among `outcomes`. */
export function choiceEvidence(counts: Iterable<number>, outcomes: number): number {
  let sum = 0, total = 0;
  for (const count of counts) {
    if (count === 0) continue;
    sum += outcomeEvidence(count);
    total += count;
  }
  return sum + totalEvidence(total, outcomes);
}
