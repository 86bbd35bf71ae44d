/**
 * Where a series changes, by binary segmentation with a permutation test.
 *
 * Segmentation: Scott & Knott, Biometrics 30, 1974; Vostrikova, Soviet Mathematics Doklady 24, 1981. Test: if nothing
 * changed, all orders of the rows are equally likely, so that the share of shuffled orders which look at least as uneven
 * is an exact p-value (Fisher, "The Design of Experiments", 1935; for change points Antoch & Hušková, Statistics &
 * Probability Letters 53, 2001). The two figures of a scan are put on one scale by their mean and deviation over all
 * orders, the true one included, which keeps the test exact. Where neighbours resemble each other not all orders are
 * equally likely. Then the true one is measured by what varies in the long run (`long_run.ts`), which makes it nearly so,
 * and where it is known how many neighbours are alike, so many are shuffled together (Carlstein, "The use of subseries
 * values for estimating the variance of a general statistic from a stationary sequence", Annals of Statistics 14, 1986).
 */
import { randomStream, shuffle } from "../../base/random.ts";
import { planScan, scan } from "./change_scan.ts";
import { longRunFactors } from "./long_run.ts";
import { type Blocks, blocksOf, type Series } from "./series.ts";

export interface ChangePoint {
  /** The first row after the change. */
  readonly at: number;
  /** How likely rows that do not change look as uneven; at least 1 / (shuffles + 1). */
  readonly p: number;
}

export interface ChangePointOptions {
  /** A change is taken up to this p-value. It bounds the share of series without a change that give an alarm. */
  level: number;
  /** Rows that must lie on each side of a change. */
  least: number;
  shuffles: number;
  seed: number;
  /** Rows that only make sense together, such as the days of a week; 1 for none. */
  together?: number;
  /** Neighbouring rows that are shuffled together, since they resemble each other; 1 for none. */
  alike?: number;
}

/** Longer series are added up in blocks, so that there are no more of them than this. */
const BLOCKS = 500;
const ROUNDS = 8;
/** However many neighbours are alike, so many blocks of them are shuffled: fewer could not tell a change. */
const LEAST_BLOCKS = 20;

/** The changes of a series, in order. */
export function changePoints(series: Series, options: ChangePointOptions): ChangePoint[] {
  // Most spans are asked for again while the changes settle.
  const known = new Map<string, ChangePoint | undefined>();
  const likeliest = (from: number, to: number) => {
    const key = `${from} ${to}`;
    if (!known.has(key)) known.set(key, likeliestChange(series, from, to, options));
    return known.get(key);
  };
  const found: ChangePoint[] = [];
  const split = (from: number, to: number) => {
    const change = likeliest(from, to);
    if (!change || change.p > options.level) return;
    found.push(change);
    split(from, change.at);
    split(change.at, to);
  };
  split(0, series.length);
  found.sort((a, b) => a.at - b.at);
  return settle(found, series.length, options.level, likeliest);
}

/**
 * Looks at each change again between its neighbours: the first ones were placed while later ones blurred them, and what
 * was cut off by a misplaced change may have been taken for another.
 */
function settle(
  found: ChangePoint[],
  length: number,
  level: number,
  likeliest: (from: number, to: number) => ChangePoint | undefined,
): ChangePoint[] {
  let current = found;
  for (let round = 0; round < ROUNDS; round++) {
    const next: ChangePoint[] = [];
    for (let j = 0; j < current.length; j++) {
      const from = next.at(-1)?.at ?? 0, to = current[j + 1]?.at ?? length;
      const change = likeliest(from, to);
      if (change && change.p <= level) next.push(change);
    }
    const same = next.length === current.length && next.every(({ at }, j) => at === current[j]!.at);
    current = next;
    if (same) break;
  }
  return current;
}

/** The likeliest change between two rows, and how unlikely it is by chance; undefined where there is no room for one. */
export function likeliestChange(
  series: Series,
  from: number,
  to: number,
  { level, least, shuffles, seed, together = 1, alike = 1 }: ChangePointOptions,
): ChangePoint | undefined {
  const rows = to - from;
  if (rows < 2 * least || rows < 2 * together) return undefined;
  const finest = Math.ceil(rows / BLOCKS / together) * together;
  const size = Math.max(finest, Math.min(alike, Math.floor(rows / LEAST_BLOCKS)));
  const fine = planScan(blocksOf(series, from, to, finest), least);
  const plan = size === finest ? fine : planScan(blocksOf(series, from, to, size), least);
  const order = inOrder(plan.blocks.length);
  const factors = factorsOf(plan.blocks, fine.blocks);
  const observed = scan(plan, order, plan.weights.map((weight, f) => weight / factors[f]!));
  if (observed.sumAt === 0) return undefined;

  const random = randomStream(seed, from, to);
  const sums = [observed.sum], largests = [observed.largest];
  const enough = Math.ceil(level * (shuffles + 1)) + 10;
  for (let s = 0, asUneven = 0; s < shuffles && asUneven < enough; s++) {
    shuffle(random, order);
    const { sum, largest } = scan(plan, order);
    sums.push(sum);
    largests.push(largest);
    if (sum >= observed.sum && largest >= observed.largest) asUneven++;
  }
  const bySum = standardised(sums), byLargest = standardised(largests);
  const joint = bySum.map((value, s) => Math.max(value, byLargest[s]!));
  const p = joint.filter((value) => value >= joint[0]!).length / joint.length;
  const fromSum = bySum[0]! >= byLargest[0]!;
  if (size === finest || p > level) return { at: from + (fromSum ? observed.sumAt : observed.largestAt) * size, p };
  const { sumAt, largestAt } = scan(fine, inOrder(fine.blocks.length), fine.weights.map((w, f) => w / factors[f]!));
  return { at: from + (fromSum ? sumAt : largestAt) * finest, p };
}

/** How much more varies in the long run than what is shuffled, as the blocks that are shuffled or finer ones show it. */
function factorsOf(shuffled: Blocks, fine: Blocks): Float64Array {
  const factors = longRunFactors(shuffled);
  if (shuffled === fine) return factors;
  const finer = longRunFactors(fine);
  const varies = variances(shuffled), variesFine = variances(fine);
  return factors.map((factor, f) =>
    varies[f]! > 0 ? Math.max(factor, finer[f]! * variesFine[f]! / varies[f]!) : factor
  );
}

/** The variance of each feature's sums in blocks, for one row. */
function variances({ features, feature, value, totals, length, size }: Blocks): Float64Array {
  const squares = new Float64Array(features);
  for (let i = 0; i < value.length; i++) squares[feature[i]!]! += value[i]! ** 2;
  return squares.map((sum, f) => (sum / length - (totals[f]! / length) ** 2) / size);
}

function inOrder(length: number): Int32Array {
  return Int32Array.from({ length }, (_, i) => i);
}

function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length);
  return values.map((x) => deviation > 0 ? (x - mean) / deviation : 0);
}
