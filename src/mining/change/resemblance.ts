/**
 * For how long rows of a series resemble those before them.
 *
 * Cases that begin together are often of a kind: the same batch, the same customer, the same Monday. A shuffle of single
 * rows would take that for a change. Blocks as long as the resemblance lasts are shuffled instead (Künsch, "The jackknife
 * and the bootstrap for general stationary observations", Annals of Statistics 17, 1989).
 */
import type { ScanPlan } from "./change_scan.ts";

/** Blocks that remain must be this many, or there is nothing left to shuffle. */
const LEAST_BLOCKS = 20;

/**
 * The number of blocks after which the resemblance to the blocks before is no longer seen; 1 where there is none.
 *
 * What two blocks have in common however far they are apart is no resemblance of neighbours but a change or a trend. So
 * the covariance of distant blocks is taken off that of near ones.
 */
export function resemblanceLength({ blocks, weights }: ScanPlan): number {
  const n = blocks.length;
  const longest = Math.floor(n / LEAST_BLOCKS);
  if (longest < 2) return 1;
  const { offsets, feature, value, totals } = blocks;
  const { features } = blocks;

  // The mean of a block is not taken off each value, which would make zeros of a sparse row others than zero: products
  // of blocks with the mean are the same for all lags but for the ends.
  const mean = totals.map((total) => total / n);
  const meanSquare = mean.reduce((sum, x, f) => sum + weights[f]! * x * x, 0);
  const withMean = new Float64Array(n);
  for (let block = 0; block < n; block++) {
    for (let i = offsets[block]!; i < offsets[block + 1]!; i++) {
      withMean[block]! += weights[feature[i]!]! * value[i]! * mean[feature[i]!]!;
    }
  }
  const dense = new Float64Array(features);
  const covariance = new Float64Array(longest + 1);
  for (let a = 0; a < n; a++) {
    for (let i = offsets[a]!; i < offsets[a + 1]!; i++) dense[feature[i]!] = weights[feature[i]!]! * value[i]!;
    for (let lag = 0; lag <= longest && a + lag < n; lag++) {
      const b = a + lag;
      let product = meanSquare - withMean[a]! - withMean[b]!;
      for (let i = offsets[b]!; i < offsets[b + 1]!; i++) product += dense[feature[i]!]! * value[i]!;
      covariance[lag]! += product / (n - lag);
    }
    for (let i = offsets[a]!; i < offsets[a + 1]!; i++) dense[feature[i]!] = 0;
  }
  const distant = covariance.subarray(Math.ceil(longest / 2));
  const lasting = Math.max(0, distant.reduce((a, b) => a + b, 0) / distant.length);
  const variance = covariance[0]! - lasting;
  if (!(variance > 0)) return 1;
  const band = 2 / Math.sqrt(n);
  for (let lag = 1; lag <= longest; lag++) if ((covariance[lag]! - lasting) / variance < band) return lag;
  return longest;
}
