/**
 * How much more the mean of neighbouring rows varies than that of independent ones.
 *
 * Cases that begin together are often of a kind: the same batch, the same customer, the same Monday. A shuffle takes that
 * apart, so that what varies by itself would look like a change. So each feature is measured against its long-run
 * variance, which counts the covariance of neighbours (Newey & West, "A simple, positive semi-definite, heteroskedasticity
 * and autocorrelation consistent covariance matrix", Econometrica 55, 1987).
 */
import type { Blocks } from "./series.ts";

/** Resemblance over more than this part of a series is no resemblance of neighbours but a change. */
const LONGEST = 1 / 10;

/**
 * For each feature the long-run variance over the variance of a single block, at least 1.
 *
 * What two blocks have in common however far they are apart is a change or a trend, which is what is looked for: the
 * covariance of distant blocks is taken off that of near ones, and all is measured by the whole variance. Lags count up to the first whose correlation is within the
 * noise.
 */
export function longRunFactors({ length: n, features, offsets, feature, value, totals }: Blocks): Float64Array {
  const longest = Math.floor(n * LONGEST);
  const factors = new Float64Array(features).fill(1);
  if (longest < 2) return factors;
  const dense = new Float64Array(features);
  const products = new Float64Array((longest + 1) * features);
  for (let a = 0; a < n; a++) {
    for (let i = offsets[a]!; i < offsets[a + 1]!; i++) dense[feature[i]!] = value[i]!;
    for (let lag = 0; lag <= longest && a + lag < n; lag++) {
      for (let i = offsets[a + lag]!; i < offsets[a + lag + 1]!; i++) {
        const f = feature[i]!;
        products[lag * features + f]! += dense[f]! * value[i]!;
      }
    }
    for (let i = offsets[a]!; i < offsets[a + 1]!; i++) dense[feature[i]!] = 0;
  }
  const band = 2 / Math.sqrt(n);
  const middle = Math.ceil(longest / 2);
  for (let f = 0; f < features; f++) {
    const mean = totals[f]! / n;
    const covariance = (lag: number) => products[lag * features + f]! / (n - lag) - mean * mean;
    let lasting = 0;
    for (let lag = middle; lag <= longest; lag++) lasting += covariance(lag) / (longest - middle + 1);
    lasting = Math.max(0, lasting);
    const variance = covariance(0);
    if (!(variance > lasting)) continue;
    for (let lag = 1; lag <= longest; lag++) {
      const correlation = (covariance(lag) - lasting) / variance;
      if (correlation < band) break;
      factors[f]! += 2 * correlation;
    }
  }
  return factors;
}
