import { expect, test } from "vitest";
import { type CartNode, growTree, leafOf } from "../../../src/mining/factors/tree/cart.ts";
import { judgeTree } from "../../../src/mining/factors/tree/held_out.ts";
import { randomStream } from "../../../src/base/random.ts";
import { rocArea } from "../../../src/base/statistics/roc.ts";

/**
 * i = np.arange(200); x0 = i*37 % 23; x1 = i*91 % 17; x2 = i*53 % 2; x3 = i*29 % 11
 * y = (x0 > 13) & (x2 == 1) | (x1 < 4) & (x3 > 6) | (i*7919 % 19 == 0)
 * DecisionTreeClassifier(max_depth=3, min_samples_leaf=least, random_state=0).fit(X, y), scikit-learn 1.9.1
 */
const rows = Array.from({ length: 200 }, (_, i) => [i * 37 % 23, i * 91 % 17, i * 53 % 2, i * 29 % 11] as const);
const outcome = Uint8Array.from(
  rows,
  ([x0, x1, x2, x3], i) => Number((x0 > 13 && x2 === 1) || (x1 < 4 && x3 > 6) || i * 7919 % 19 === 0),
);
const columns = [23, 17, 2, 11].map((count, k) => ({ bins: Uint8Array.from(rows, (row) => row[k]!), count }));
const all = Int32Array.from(rows.keys());

/** Column and threshold as scikit-learn prints them, rows, positives; or "leaf". */
function written(node: CartNode): unknown[] {
  const here = node.split ? [node.split.column, node.split.upTo + 0.5] : ["leaf"];
  const line = [...here, node.rows, node.positives];
  return node.split ? [line, ...written(node.low!), ...written(node.high!)] : [line];
}

test("splits, rows and positives are those of scikit-learn", () => {
  expect(written(growTree(columns, outcome, all, { depth: 3, leastRows: 5 }))).toEqual([
    [0, 13.5, 200, 63],
    [1, 3.5, 122, 19],
    [3, 6.5, 29, 13],
    ["leaf", 17, 1],
    ["leaf", 12, 12],
    [0, 11.5, 93, 6],
    ["leaf", 80, 4],
    ["leaf", 13, 2],
    [2, 0.5, 78, 44],
    [1, 2.5, 38, 4],
    ["leaf", 7, 4],
    ["leaf", 31, 0],
    ["leaf", 40, 40],
  ]);
  expect(written(growTree(columns, outcome, all, { depth: 3, leastRows: 15 }))).toEqual([
    [0, 13.5, 200, 63],
    [1, 3.5, 122, 19],
    ["leaf", 29, 13],
    [1, 7.5, 93, 6],
    ["leaf", 30, 3],
    ["leaf", 63, 3],
    [2, 0.5, 78, 44],
    [1, 6.5, 38, 4],
    ["leaf", 16, 4],
    ["leaf", 22, 0],
    ["leaf", 40, 40],
  ]);
});

test("area under the curve and Brier score of its leaves are those of scikit-learn", () => {
  const figures = [[5, 0.9632719267755763, 0.04073884938590821], [
    15,
    0.9337851929092806,
    0.07864778325123152,
  ]] as const;
  for (const [leastRows, auc, brier] of figures) {
    const tree = growTree(columns, outcome, all, { depth: 3, leastRows });
    const shares = Float64Array.from(all, (row) => {
      const leaf = leafOf(tree, columns, row);
      return leaf.positives / leaf.rows;
    });
    expect(rocArea(shares, outcome).value).toBeCloseTo(auc, 12);
    expect(shares.reduce((sum, share, row) => sum + (share - outcome[row]!) ** 2, 0) / 200).toBeCloseTo(brier, 12);
  }
});

test("unseen cases: a tree that knows the rule is better than the baseline by every figure", () => {
  const found = judgeTree(columns, outcome, { depth: 3, leastRows: 5 }, { seed: 1, confidence: 0.95, repeats: 3 });
  expect(found.better).toBe(true);
  expect(found.auc).toBeGreaterThan(0.8);
  expect(found.brier).toBeLessThan(found.baselineBrier);
  expect(found.logLoss).toBeLessThan(found.baselineLogLoss);
  // Of always giving the share 63 / 200, or nearly, since the share is that of the cases seen.
  expect(found.baselineBrier).toBeCloseTo(0.315 * 0.685, 3);
});

test("unseen cases: where nothing is to be known, a tree is seldom called better, and its area is that of chance", () => {
  let better = 0, sum = 0;
  const seeds = 100;
  for (let seed = 1; seed <= seeds; seed++) {
    const random = randomStream(seed, "nothing to know");
    const noise = Uint8Array.from(all, () => random() < 0.3 ? 1 : 0);
    const found = judgeTree(columns, noise, { depth: 3, leastRows: 10 }, { seed, confidence: 0.95, repeats: 3 });
    if (found.better) better++;
    sum += found.auc;
  }
  // One-sided 2.5 %, with room for three standard errors of 100 draws.
  expect(better).toBeLessThanOrEqual(7);
  expect(Math.abs(sum / seeds - 0.5)).toBeLessThan(0.02);
});

test("too few of a kind: not judged", () => {
  const rare = Uint8Array.from(all, (row) => row < 8 ? 1 : 0);
  const found = judgeTree(columns, rare, { depth: 3, leastRows: 5 }, { seed: 1, confidence: 0.95, repeats: 1 });
  expect(found).toMatchObject({ auc: NaN, better: false });
});
