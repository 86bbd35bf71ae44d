/**
 * The k-th smallest of some numbers without sorting all of them.
 *
 * Hoare, "Algorithm 65: Find", CACM 4(7), 1961, with the median of three as pivot.
 */

/**
 * Finds the number that stands at index `k` after sorting. Rearranges `values`: smaller numbers go before it, larger ones
 * after it.
 */
export function select(values: Float64Array, k: number): number {
  let low = 0, high = values.length - 1;
  while (low < high) {
    const pivot = medianOfThree(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let i = low, j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const swap = values[i]!;
        values[i++] = values[j]!;
        values[j--] = swap;
      }
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k]!;
}

/** The median (mean of the two middle ones where the count is even); NaN for none. Rearranges `values`, which hold no NaN. */
export function medianInPlace(values: Float64Array): number {
  const n = values.length;
  if (n === 0) return NaN;
  const upper = select(values, n >> 1);
  if (n % 2 === 1) return upper;
  let lower = -Infinity;
  for (let i = 0; i < n >> 1; i++) if (values[i]! > lower) lower = values[i]!;
  return (lower + upper) / 2;
}

function medianOfThree(a: number, b: number, c: number): number {
  return a < b ? (b < c ? b : a < c ? c : a) : (a < c ? a : b < c ? c : b);
}
