/** In which order many numbers stand, without a comparison of every pair: a bucket sort. */

/**
 * Indices of the numbers, the least first; equal ones in the order in which they are given, NaN last.
 *
 * Cost: linear for numbers that are spread out; never worse than sorting.
 */
export function orderOf(values: ArrayLike<number>): Uint32Array {
  const n = values.length;
  let least = Infinity, most = -Infinity;
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const buckets = Math.max(1, n >> 2), span = most - least;
  // The bucket after the last one is that of NaN.
  const bucketOf = (value: number) =>
    Number.isNaN(value) ? buckets : span > 0 ? Math.min(buckets - 1, Math.floor((value - least) / span * buckets)) : 0;
  const ends = new Uint32Array(buckets + 2);
  for (let i = 0; i < n; i++) ends[bucketOf(values[i]!) + 1]!++;
  for (let b = 0; b <= buckets; b++) ends[b + 1]! += ends[b]!;
  const order = new Uint32Array(n), next = ends.slice();
  for (let i = 0; i < n; i++) order[next[bucketOf(values[i]!)]!++] = i;
  const byValue = (a: number, b: number) => values[a]! - values[b]! || a - b;
  for (let b = 0; b < buckets; b++) {
    if (ends[b + 1]! - ends[b]! > 1) order.subarray(ends[b]!, ends[b + 1]!).sort(byValue);
  }
  return order;
}
