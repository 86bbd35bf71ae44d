/** Directly-follows steps of two groups: in which share of cases they are, and how long they take. */
import { median } from "../../base/statistics/summary.ts";
import { compareShares, type ShareComparison, type Totals } from "./share_rows.ts";
import type { Sides } from "./sides.ts";
import { type Step, stepsOf } from "./step_times.ts";

/** A row of `edges`: cases in which `to` comes right after `from`. */
export interface ComparedEdgeRow extends ShareComparison {
  readonly from: string;
  readonly to: string;
  /** Of the cases that have it; NaN where none has, or no times are known. `times` tells how sure the difference is. */
  readonly medianSecondsA: number;
  readonly medianSecondsB: number;
}

/** A step of either group with its times in both. */
export interface PairedStep {
  readonly from: string;
  readonly to: string;
  readonly a: Step | undefined;
  readonly b: Step | undefined;
}

export function pairedSteps({ a, b, activities }: Sides): PairedStep[] {
  const n = activities.length;
  const first = stepsOf(a, n), second = stepsOf(b, n);
  return [...new Set([...first.keys(), ...second.keys()])].sort((x, y) => x - y).map((key) => ({
    from: activities[Math.floor(key / n)]!,
    to: activities[key % n]!,
    a: first.get(key),
    b: second.get(key),
  }));
}

export function compareEdges(steps: readonly PairedStep[], totals: Totals): ComparedEdgeRow[] {
  return compareShares(
    steps.map(({ from, to, a, b }) => ({
      from,
      to,
      casesA: a?.cases ?? 0,
      casesB: b?.cases ?? 0,
      medianSecondsA: median(a?.seconds ?? []),
      medianSecondsB: median(b?.seconds ?? []),
    })),
    totals,
  );
}
