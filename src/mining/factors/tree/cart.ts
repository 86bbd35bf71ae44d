/**
 * A classification tree for a yes-or-no outcome.
 *
 * Breiman, Friedman, Olshen & Stone, "Classification and Regression Trees", 1984, chapters 2 and 4: the split that lowers
 * the Gini impurity most, over all columns and all cuts; no pruning, since depth and leaves are bounded beforehand.
 */

/** A column whose values are in order; `bins[i]` is the rank of row i's value, 0 up to, not including, `count`. */
export interface TreeColumn {
  readonly bins: Uint8Array;
  readonly count: number;
}

export interface TreeLimits {
  /** Most splits from the root to a leaf. */
  readonly depth: number;
  /** Fewest rows in a leaf. */
  readonly leastRows: number;
}

export interface CartNode {
  readonly rows: number;
  readonly positives: number;
  /** Rows whose bin of the column is at most `upTo` go to `low`, all others to `high`; a leaf has none of these. */
  readonly split?: { readonly column: number; readonly upTo: number };
  readonly low?: CartNode;
  readonly high?: CartNode;
}

/** What a split must gain, so that rounding is not taken for a gain. */
const LEAST_GAIN = 1e-12;

/** Grows a tree over `rows`. Of equally good splits the first column's lowest cut is taken. */
export function growTree(
  columns: readonly TreeColumn[],
  positive: Uint8Array,
  rows: Int32Array,
  limits: TreeLimits,
): CartNode {
  let positives = 0;
  for (const row of rows) positives += positive[row]!;
  const leaf = { rows: rows.length, positives };
  if (limits.depth === 0 || positives === 0 || positives === rows.length) return leaf;
  const split = bestSplit(columns, positive, rows, positives, limits.leastRows);
  if (!split) return leaf;
  const { bins } = columns[split.column]!;
  const below = { ...limits, depth: limits.depth - 1 };
  const low = rows.filter((row) => bins[row]! <= split.upTo), high = rows.filter((row) => bins[row]! > split.upTo);
  return {
    ...leaf,
    split,
    low: growTree(columns, positive, low, below),
    high: growTree(columns, positive, high, below),
  };
}

/** The leaf that a row falls into. */
export function leafOf(root: CartNode, columns: readonly TreeColumn[], row: number): CartNode {
  let node = root;
  while (node.split) node = columns[node.split.column]!.bins[row]! <= node.split.upTo ? node.low! : node.high!;
  return node;
}

function bestSplit(
  columns: readonly TreeColumn[],
  positive: Uint8Array,
  rows: Int32Array,
  positives: number,
  leastRows: number,
): CartNode["split"] {
  const all = new Int32Array(256), hits = new Int32Array(256);
  const before = purity(rows.length, positives);
  let best = before + LEAST_GAIN * rows.length, split: CartNode["split"];
  for (let c = 0; c < columns.length; c++) {
    const { bins, count } = columns[c]!;
    all.fill(0, 0, count);
    hits.fill(0, 0, count);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!, bin = bins[row]!;
      all[bin]!++;
      hits[bin]! += positive[row]!;
    }
    let n = 0, k = 0;
    for (let upTo = 0; upTo + 1 < count; upTo++) {
      n += all[upTo]!;
      k += hits[upTo]!;
      if (all[upTo] === 0 || n < leastRows || rows.length - n < leastRows) continue;
      const value = purity(n, k) + purity(rows.length - n, positives - k);
      if (value <= best) continue;
      best = value;
      split = { column: c, upTo };
    }
  }
  return split;
}

/** Rows times one less the Gini impurity, over two, but for a constant: the larger in sum, the better the split. */
function purity(rows: number, positives: number): number {
  return rows === 0 ? 0 : (positives * positives + (rows - positives) ** 2) / rows;
}
