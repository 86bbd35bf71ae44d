/**
 * How well a tree tells cases apart that it has not seen.
 *
 * Repeated stratified cross-validation. Area under the curve: the mean of the parts' areas and its interval from their
 * variances, LeDell, Petersen & van der Laan, "Computationally efficient confidence intervals for cross-validated area
 * under the ROC curve estimates", Electronic Journal of Statistics 9, 2015. Brier, "Verification of forecasts expressed
 * in terms of probability", Monthly Weather Review 78, 1950.
 */
import { standardErrors } from "../../../base/statistics/distributions.ts";
import { rocArea } from "../../../base/statistics/roc.ts";
import { randomStream, shuffle } from "../../../base/random.ts";
import { type CartNode, growTree, leafOf, type TreeColumn, type TreeLimits } from "./cart.ts";

/** Figures over cases that the tree has not seen. NaN where there were too few cases to judge. */
export interface HeldOut {
  /**
   * Area under the receiver operating characteristic: the probability that the tree gives a case of the group a higher
   * share than another case.
   */
  readonly auc: number;
  readonly low: number;
  readonly high: number;
  /** What telling nothing apart would reach: 0.5. */
  readonly baseline: number;
  /** Mean squared error of the shares that the tree gives, and of always giving the share of all cases. */
  readonly brier: number;
  readonly baselineBrier: number;
  /** Mean negative logarithm of the share given to what was the case, and the same of always giving one share. */
  readonly logLoss: number;
  readonly baselineLogLoss: number;
  /** The interval of `auc` lies above the baseline. */
  readonly better: boolean;
  readonly parts: number;
  readonly repeats: number;
  /** Cases that it was judged on. */
  readonly cases: number;
}

/** Of each kind there must be so many in a part. */
const LEAST_OF_A_KIND = 4;
const PARTS = 5;

export function judgeTree(
  columns: readonly TreeColumn[],
  positive: Uint8Array,
  limits: TreeLimits,
  { seed, confidence, repeats }: { seed: number; confidence: number; repeats: number },
): HeldOut {
  const n = positive.length;
  const hits = indices(positive, 1), others = indices(positive, 0);
  if (Math.min(hits.length, others.length) < PARTS * LEAST_OF_A_KIND || columns.length === 0) {
    return { ...UNKNOWN, parts: PARTS, repeats, cases: n };
  }
  let auc = 0, variance = 0;
  const loss = { brier: 0, baselineBrier: 0, logLoss: 0, baselineLogLoss: 0 };
  for (let repeat = 0; repeat < repeats; repeat++) {
    const random = randomStream(seed, "held out", repeat);
    const part = new Uint8Array(n);
    for (const kind of [hits, others]) shuffle(random, kind.slice()).forEach((row, i) => part[row] = i % PARTS);
    for (let held = 0; held < PARTS; held++) {
      const known = Int32Array.from(part.keys()).filter((row) => part[row] !== held);
      const unseen = Int32Array.from(part.keys()).filter((row) => part[row] === held);
      const tree = growTree(columns, positive, known, limits);
      const shares = unseenShares(tree, columns, unseen);
      const area = rocArea(shares, unseen.map((row) => positive[row]!));
      auc += area.value;
      variance += area.variance;
      addLosses(loss, shares, unseen, positive, tree.positives / tree.rows);
    }
  }
  const areas = PARTS * repeats;
  // Repeats share their cases: they steady the estimate, but are not counted as if they made it surer.
  const half = standardErrors(confidence) * Math.sqrt(variance / areas / PARTS);
  const value = auc / areas, low = Math.max(0, value - half);
  return {
    auc: value,
    low,
    high: Math.min(1, value + half),
    baseline: 0.5,
    brier: loss.brier / n / repeats,
    baselineBrier: loss.baselineBrier / n / repeats,
    logLoss: loss.logLoss / n / repeats,
    baselineLogLoss: loss.baselineLogLoss / n / repeats,
    better: low > 0.5,
    parts: PARTS,
    repeats,
    cases: n,
  };
}

const UNKNOWN = {
  auc: NaN,
  low: NaN,
  high: NaN,
  baseline: 0.5,
  brier: NaN,
  baselineBrier: NaN,
  logLoss: NaN,
  baselineLogLoss: NaN,
  better: false,
};

/**
 * The shares of the leaves that rows fall into, drawn to the share of all rows as if two more rows of each leaf had it:
 * a leaf in which all were alike does not claim to be sure (Cestnik, "Estimating probabilities", ECAI 1990).
 */
function unseenShares(tree: CartNode, columns: readonly TreeColumn[], rows: Int32Array): Float64Array {
  const base = tree.positives / tree.rows;
  return Float64Array.from(rows, (row) => {
    const leaf = leafOf(tree, columns, row);
    return (leaf.positives + 2 * base) / (leaf.rows + 2);
  });
}

function addLosses(
  loss: { brier: number; baselineBrier: number; logLoss: number; baselineLogLoss: number },
  shares: Float64Array,
  rows: Int32Array,
  positive: Uint8Array,
  base: number,
): void {
  rows.forEach((row, i) => {
    const is = positive[row]!, share = shares[i]!;
    loss.brier += (share - is) ** 2;
    loss.baselineBrier += (base - is) ** 2;
    loss.logLoss -= Math.log(is ? share : 1 - share);
    loss.baselineLogLoss -= Math.log(is ? base : 1 - base);
  });
}

function indices(marks: Uint8Array, wanted: number): Int32Array {
  return Int32Array.from(marks.keys()).filter((i) => marks[i] === wanted);
}
