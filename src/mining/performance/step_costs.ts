/** What steps cost: the time of their passages beyond what is usual, case by case or block by block. */
import { quantile } from "../../base/statistics/summary.ts";
import { valuesByGroup } from "./grouped_values.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { randomStream } from "../../base/random.ts";
import { type ClusterSums, MOST_COMPARED } from "../../base/statistics/rank_intervals.ts";

/** Cases are put into so many blocks at random, if there are more: blocks of cases vary as cases do. */
const MOST_BLOCKS = 1000;

/** Passages of steps: one for each event that has one. */
export interface Passages {
  /** The item of each event, −1 for none: a step, or a step in a group. */
  readonly item: Int32Array;
  readonly items: number;
  /** The step of each item; all items of a step have the same usual time. */
  readonly stepOf: Int32Array;
  readonly steps: number;
  /** Seconds of the passage of each event; NaN where unknown. */
  readonly seconds: Float64Array;
}

export interface StepCosts {
  /** What is usual for each step, in seconds. */
  readonly usual: Float64Array;
  readonly count: Int32Array;
  readonly cases: Int32Array;
  readonly total: Float64Array;
  readonly excess: Float64Array;
  /** What each block of cases adds to the excess of each item. */
  readonly blocks: ClusterSums;
}

/** @param usualShare the share of passages of a step that take the usual time or less. */
export function stepCosts(log: EventLog, passages: Passages, usualShare: number): StepCosts {
  const { item, items, stepOf, seconds } = passages;
  const { usual, influence } = usualTimes(passages, usualShare);
  const count = new Int32Array(items), cases = new Int32Array(items), above = new Int32Array(items);
  const total = new Float64Array(items), excess = new Float64Array(items);
  /** What the case at hand adds to each item, and the squares of what cases add. */
  const inCase = new Float64Array(items), squares = new Float64Array(items);
  const last = new Int32Array(items).fill(-1);
  for (let c = 0; c < log.cases; c++) {
    for (let i = log.offsets[c]!; i < log.offsets[c + 1]!; i++) {
      const s = item[i]!, value = seconds[i]!;
      if (s < 0 || value !== value) continue;
      const over = value - usual[stepOf[s]!]!;
      count[s]!++;
      total[s]! += value;
      if (last[s] !== c) {
        last[s] = c;
        cases[s]!++;
        inCase[s] = 0;
      }
      if (over <= 0) continue;
      excess[s]! += over;
      above[s]!++;
      squares[s]! += (2 * inCase[s]! + over) * over;
      inCase[s]! += over;
    }
  }
  const compared = Array.from(excess, (_, s) => s).sort((a, b) => excess[b]! - excess[a]! || a - b)
    .slice(0, MOST_COMPARED);
  const { sums, sizes } = blockSums(log, passages, { usual, influence, above, compared, usualShare });
  return { usual, count, cases, total, excess, blocks: { sums, compared, errors: squares.map(Math.sqrt), sizes } };
}

interface Costs {
  readonly usual: Float64Array;
  readonly influence: Float64Array;
  readonly above: Int32Array;
  readonly compared: readonly number[];
  readonly usualShare: number;
}

/** What each block of cases adds to the excess of the items that are compared. */
function blockSums(
  log: EventLog,
  { item, items, stepOf, steps, seconds }: Passages,
  { usual, influence, above, compared, usualShare }: Costs,
): { sums: Float64Array; sizes: Int32Array } {
  const { blockOf, sizes } = blocksOf(log.cases);
  const width = compared.length, place = new Int32Array(items).fill(-1);
  compared.forEach((s, k) => place[s] = k);
  const stepPlace = new Int32Array(steps).fill(-1), shifting: number[] = [];
  for (const s of compared) {
    if (stepPlace[stepOf[s]!]! < 0) stepPlace[stepOf[s]!] = shifting.push(stepOf[s]!) - 1;
  }
  const sums = new Float64Array(sizes.length * width), shifts = new Float64Array(sizes.length * shifting.length);
  for (let c = 0; c < log.cases; c++) {
    const block = blockOf(c);
    for (let i = log.offsets[c]!; i < log.offsets[c + 1]!; i++) {
      const s = item[i]!, value = seconds[i]!;
      if (s < 0 || value !== value) continue;
      const step = stepOf[s]!, at = stepPlace[step]!, over = value - usual[step]!;
      if (at < 0) continue;
      shifts[block * shifting.length + at]! += (usualShare - (over <= 0 ? 1 : 0)) * influence[step]!;
      if (over > 0 && place[s]! >= 0) sums[block * width + place[s]!]! += over;
    }
  }
  // The usual time is an estimate too: where it moves up, every passage above it costs less.
  for (let block = 0; block < sizes.length; block++) {
    compared.forEach((s, k) => {
      sums[block * width + k]! -= above[s]! * shifts[block * shifting.length + stepPlace[stepOf[s]!]!]!;
    });
  }
  return { sums, sizes };
}

/**
 * The usual time of each step, and how much one more passage below it moves it: 1 / (n f), with the density f at the
 * usual time from the quantiles around it, at the distance of Bofinger, "Estimation of a density function using order
 * statistics", Australian Journal of Statistics 17, 1975. Where many passages take exactly the usual time it is 0.
 */
function usualTimes(
  { item, stepOf, steps, seconds }: Passages,
  share: number,
): { usual: Float64Array; influence: Float64Array } {
  const step = Int32Array.from(item, (s) => s < 0 ? -1 : stepOf[s]!);
  const { offsets, values } = valuesByGroup(step, steps, seconds);
  const usual = new Float64Array(steps).fill(NaN), influence = new Float64Array(steps);
  for (let s = 0; s < steps; s++) {
    const own = values.subarray(offsets[s]!, offsets[s + 1]!).sort();
    usual[s] = quantile(own, share);
    const reach = Math.min(share, 1 - share, 0.65 * own.length ** -0.2);
    if (own.length < 2 || reach === 0) continue;
    const width = quantile(own, share + reach) - quantile(own, share - reach);
    influence[s] = width / (2 * reach) / own.length;
  }
  return { usual, influence };
}

function blocksOf(cases: number): { blockOf: (c: number) => number; sizes: Int32Array } {
  if (cases <= MOST_BLOCKS) return { blockOf: (c) => c, sizes: new Int32Array(cases).fill(1) };
  const random = randomStream(1, "blocks of cases");
  const block = new Uint16Array(cases), sizes = new Int32Array(MOST_BLOCKS);
  for (let c = 0; c < cases; c++) sizes[block[c] = Math.floor(random() * MOST_BLOCKS)]!++;
  return { blockOf: (c) => block[c]!, sizes };
}
