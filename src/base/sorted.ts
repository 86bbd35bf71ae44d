/** Counting in sorted numbers by halving. */

/** How many of ascending numbers are below `value`; of those from place `from` up to `to`, the place of the next one. */
export function countBelow(sorted: ArrayLike<number>, value: number, from = 0, to = sorted.length): number {
  let low = from, high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of ascending numbers are at most `value`. */
export function countUpTo(sorted: ArrayLike<number>, value: number): number {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
