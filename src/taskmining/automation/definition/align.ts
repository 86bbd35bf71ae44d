/** Where a way of doing a task goes along with the main way, and where it departs from it. */

export interface Difference {
  /** Steps `from` up to, not including, `to` of the main way are left out; none where both are equal. */
  readonly from: number;
  readonly to: number;
  /** Positions in the other sequence that stand in their place, one after the other. */
  readonly instead: readonly number[];
}

export interface Alignment {
  /** For each step of the main way its position in the other sequence, -1 where it is left out. */
  readonly matched: Int32Array;
  readonly differences: readonly Difference[];
}

/**
 * A longest common subsequence of both (Wagner and Fischer, "The string-to-string correction problem", JACM 21(1), 1974),
 * so that as few steps as can be are left out and added. Of several the one that leaves steps out as late as possible, so that the same
 * departure is told in the same place.
 */
export function alignTo(main: ArrayLike<number>, other: ArrayLike<number>): Alignment {
  const m = main.length, n = other.length, width = n + 1;
  // common[i * width + j]: longest common subsequence of what is left from i and j on.
  const common = new Uint16Array((m + 1) * width);
  for (let i = m - 1; i >= 0; i--) {
    for (let j = n - 1; j >= 0; j--) {
      common[i * width + j] = main[i] === other[j]
        ? common[(i + 1) * width + j + 1]! + 1
        : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const matched = new Int32Array(m).fill(-1);
  const differences: { from: number; to: number; instead: number[] }[] = [];
  let i = 0, j = 0, open: { from: number; to: number; instead: number[] } | undefined;
  const departs = () => {
    if (!open) differences.push(open = { from: i, to: i, instead: [] });
    return open;
  };
  while (i < m || j < n) {
    if (i < m && j < n && main[i] === other[j]) {
      matched[i++] = j++;
      open = undefined;
    } else if (i < m && (j === n || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      departs().to = ++i;
    } else departs().instead.push(j++);
  }
  return { matched, differences };
}
