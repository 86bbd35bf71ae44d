/**
 * How far the rows before each point of a series differ from those after it.
 *
 * For every feature the cumulative sum of deviations from the mean is scaled to unit variance (Page, "Continuous
 * inspection schemes", Biometrika 41, 1954; Csörgő & Horváth, "Limit Theorems in Change-Point Analysis", 1997, section
 * 2.1). Two figures join the features: the sum of their squares, which sees a change of many at once, and the largest,
 * which sees a change of one among many.
 */
import type { Blocks } from "./series.ts";

/** The largest differences of a series in one order of its blocks. Places are numbers of blocks before the change. */
export interface Scan {
  readonly sum: number;
  readonly sumAt: number;
  readonly largest: number;
  readonly largestAt: number;
}

/** What a scan needs of a series, once for all orders. */
export interface ScanPlan {
  readonly blocks: Blocks;
  readonly rows: number;
  /** One over the variance of each feature; 0 for those that are left out. */
  readonly weights: Float64Array;
  /** Features that are looked at one by one. */
  readonly singles: Int32Array;
  /** Rows that must lie on each side of a change. */
  readonly least: number;
  readonly cumulated: Float64Array;
}

/** A feature of fewer rows than this says nothing that a chance could not say. */
const LEAST_ROWS_OF_FEATURE = 5;
/** How many features are looked at one by one: those that vary most. */
const SINGLE_FEATURES = 200;
/** At how many places they are. */
const SINGLE_PLACES = 200;

export function planScan(blocks: Blocks, least: number): ScanPlan {
  const rows = blocks.rows.reduce((a, b) => a + b, 0);
  const variance = new Float64Array(blocks.features);
  const weights = new Float64Array(blocks.features);
  for (let f = 0; f < blocks.features; f++) {
    const mean = blocks.totals[f]! / rows;
    variance[f] = blocks.squares[f]! / rows - mean * mean;
    if (blocks.squares[f]! >= LEAST_ROWS_OF_FEATURE && variance[f]! > 1e-9) weights[f] = 1 / variance[f]!;
  }
  const singles = Int32Array.from(
    Array.from(weights, (_, f) => f).filter((f) => weights[f]! > 0)
      .sort((f, g) => variance[g]! - variance[f]! || f - g).slice(0, SINGLE_FEATURES),
  );
  return { blocks, rows, weights, singles, least, cumulated: new Float64Array(blocks.features) };
}

/** Looks through the blocks in the given order, with the weights of the plan unless others are given. */
export function scan(plan: ScanPlan, order: Int32Array, weights: Float64Array = plan.weights): Scan {
  const { blocks, rows, singles, least, cumulated } = plan;
  const { totals, offsets, feature, value } = blocks;
  const every = Math.max(1, Math.floor(blocks.length / SINGLE_PLACES));
  cumulated.fill(0);
  let squares = 0, products = 0, constant = 0;
  for (let f = 0; f < totals.length; f++) constant += weights[f]! * totals[f]! * totals[f]!;
  let sum = -1, sumAt = 0, largest = -1, largestAt = 0, before = 0;
  for (let k = 1; k < blocks.length; k++) {
    const block = order[k - 1]!;
    for (let i = offsets[block]!; i < offsets[block + 1]!; i++) {
      const f = feature[i]!, x = value[i]!;
      squares += weights[f]! * x * (2 * cumulated[f]! + x);
      products += weights[f]! * x * totals[f]!;
      cumulated[f]! += x;
    }
    before += blocks.rows[block]!;
    if (before < least || rows - before < least) continue;
    const part = before / rows;
    const scale = rows / (before * (rows - before));
    const all = (squares - 2 * part * products + part * part * constant) * scale;
    if (all > sum) (sum = all, sumAt = k);
    if (k % every !== 0) continue;
    for (const f of singles) {
      const difference = cumulated[f]! - part * totals[f]!;
      const one = difference * difference * weights[f]! * scale;
      if (one > largest) (largest = one, largestAt = k);
    }
  }
  return { sum, sumAt, largest, largestAt };
}
