/** Values of events put into groups, and what they sum up to. */
import { medianInPlace, select } from "../../base/quickselect.ts";

/** Statistics of each group; NaN for a group without known values. */
export interface GroupedValues {
  /** Known values. */
  readonly count: Int32Array;
  readonly total: Float64Array;
  readonly mean: Float64Array;
  readonly median: Float64Array;
  readonly p90: Float64Array;
}

/** Known values, group after group: those of group g from `offsets[g]` to `offsets[g + 1]`. */
export interface Sorted {
  readonly offsets: Int32Array;
  readonly values: Float64Array;
}

/** @param codes group of each value, −1 for none. Values that are NaN are left out. */
export function valuesByGroup(codes: ArrayLike<number>, groups: number, values: Float64Array): Sorted {
  const offsets = new Int32Array(groups + 1);
  for (let i = 0; i < values.length; i++) if (codes[i]! >= 0 && values[i] === values[i]) offsets[codes[i]! + 1]!++;
  for (let g = 0; g < groups; g++) offsets[g + 1]! += offsets[g]!;
  const next = offsets.slice(), sorted = new Float64Array(offsets[groups]!);
  for (let i = 0; i < values.length; i++) {
    if (codes[i]! >= 0 && values[i] === values[i]) sorted[next[codes[i]!]!++] = values[i]!;
  }
  return { offsets, values: sorted };
}

export function groupedValues(codes: ArrayLike<number>, groups: number, values: Float64Array): GroupedValues {
  const { offsets, values: sorted } = valuesByGroup(codes, groups, values);
  const count = new Int32Array(groups);
  const [total, mean, median, p90] = [0, 1, 2, 3].map(() => new Float64Array(groups).fill(NaN)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let g = 0; g < groups; g++) {
    const own = sorted.subarray(offsets[g]!, offsets[g + 1]!);
    count[g] = own.length;
    total[g] = own.reduce((sum, value) => sum + value, 0);
    if (own.length === 0) continue;
    mean[g] = total[g]! / own.length;
    median[g] = medianInPlace(own);
    p90[g] = quantileInPlace(own, 0.9);
  }
  return { count, total, mean, median, p90 };
}

/** As `quantile` of sorted values (type 7). Rearranges the values, which hold no NaN. */
export function quantileInPlace(values: Float64Array, p: number): number {
  if (values.length === 0) return NaN;
  const at = p * (values.length - 1), below = Math.floor(at);
  const lower = select(values, below);
  if (at === below) return lower;
  let upper = Infinity;
  for (let i = below + 1; i < values.length; i++) if (values[i]! < upper) upper = values[i]!;
  return lower + (at - below) * (upper - lower);
}
