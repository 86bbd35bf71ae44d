/**
 * Changes that are steps of one.
 *
 * Cases that run while a process changes show some of both ways: between the old and the new lies a stretch that is a
 * mixture of the two, and a search for changes finds one at each end of it. Such a stretch is no longer than cases run.
 */
import { standardErrors } from "../../base/statistics/distributions.ts";
import type { ChangePoint } from "./change_points.ts";
import type { Series } from "./series.ts";

/** A change with the rows over which it came about; `from` and `to` are equal where it came at once. */
export interface Transition extends ChangePoint {
  readonly from: number;
  readonly to: number;
}

/**
 * Joins changes that are steps of one.
 *
 * @param longest how many rows a change may take to show.
 * @param among the likeliest change between two rows: it stands for those that are joined.
 */
export function joinSteps(
  series: Series,
  changes: readonly ChangePoint[],
  longest: number,
  among: (from: number, to: number) => ChangePoint | undefined,
): Transition[] {
  const groups: ChangePoint[][] = [];
  changes.forEach((change, j) => {
    const group = groups.at(-1);
    const before = groups.at(-2)?.at(-1)?.at ?? 0, after = changes[j + 1]?.at ?? series.length;
    const step = group !== undefined && change.at - group.at(-1)!.at <= longest &&
      isMixture(series, [before, group[0]!.at, group.at(-1)!.at, change.at, after]);
    if (step) group.push(change);
    else groups.push([change]);
  });
  return groups.map((group, g) => {
    const from = group[0]!.at, to = group.at(-1)!.at;
    if (group.length === 1) return { ...group[0]!, from, to };
    const whole = among(groups[g - 1]?.at(-1)?.at ?? 0, groups[g + 1]?.[0]?.at ?? series.length);
    const inside = whole && whole.at >= from && whole.at <= to;
    const at = inside ? whole.at : group[Math.floor(group.length / 2)]!.at;
    return { at, p: Math.min(...group.map(({ p }) => p)), from, to };
  });
}

/** Whether no feature of the middle lies surely outside what it is on both sides. */
function isMixture(
  series: Series,
  [from, begin, middle, end, to]: readonly [number, number, number, number, number],
): boolean {
  const before = meansOf(series, from, begin), between = meansOf(series, middle, end), after = meansOf(series, end, to);
  const asked = series.features;
  const limit = standardErrors(1 - 0.01 / asked);
  for (let f = 0; f < asked; f++) {
    const low = Math.min(before.mean[f]!, after.mean[f]!), high = Math.max(before.mean[f]!, after.mean[f]!);
    const beyond = Math.max(between.mean[f]! - high, low - between.mean[f]!);
    if (beyond <= 0) continue;
    const nearest = between.mean[f]! > high === before.mean[f]! > after.mean[f]! ? before : after;
    // Few rows can be all alike by chance: what varies on a side would vary in a mixture, too.
    const variance = Math.max(varianceOf(between, f), varianceOf(nearest, f));
    if (beyond > limit * Math.sqrt(variance * (1 / between.rows + 1 / nearest.rows))) return false;
  }
  return true;
}

interface Means {
  readonly rows: number;
  readonly mean: Float64Array;
  readonly square: Float64Array;
}

function varianceOf({ rows, mean, square }: Means, f: number): number {
  return Math.max(1 / rows, square[f]! - mean[f]! * mean[f]!);
}

function meansOf({ features, offsets, feature, value }: Series, from: number, to: number): Means {
  const mean = new Float64Array(features), square = new Float64Array(features);
  const rows = to - from;
  for (let i = offsets[from]!; i < offsets[to]!; i++) {
    mean[feature[i]!]! += value[i]! / rows;
    square[feature[i]!]! += value[i]! * value[i]! / rows;
  }
  return { rows, mean, square };
}
