/** The ways in which a task is done, each against the dominant one. */
import type { TaskSegmentation } from "../../taskmining/segmentation.ts";
import { quantile } from "../../models/statistics.ts";

/** A way to do a task: the actions in their order, and how often it was taken. */
export interface TaskWay {
  readonly actions: readonly string[];
  readonly instances: number;
  /** Median seconds from first to last interaction; NaN where unknown. */
  readonly medianSeconds: number;
}

/** What a step of a way is: as in the dominant way, in this way only, or left out in this way. */
export type StepKind = "same" | "added" | "skipped";

export interface Step {
  readonly kind: StepKind;
  readonly action: string;
  /** Step of the dominant way, from 0; of an added one that which it stands before. */
  readonly at: number;
}

/** Ways of one task, most instances first, then the shorter, then by their actions. Stray interactions are passed over. */
export function waysOf({ log, offsets, events, stray, task }: TaskSegmentation, kind: number): TaskWay[] {
  const ways = new Map<string, { actions: string[]; seconds: number[] }>();
  for (let k = 0; k < task.length; k++) {
    if (task[k] !== kind) continue;
    const own = events.subarray(offsets[k]!, offsets[k + 1]!);
    const codes = Array.from(own.filter((i) => stray[i] === 0), (i) => log.action[i]!);
    if (codes.length === 0) continue;
    const key = codes.join(" ");
    let over = -Infinity;
    for (const i of own) over = Math.max(over, log.end && !Number.isNaN(log.end[i]!) ? log.end[i]! : log.time[i]!);
    let way = ways.get(key);
    if (!way) ways.set(key, way = { actions: codes.map((code) => log.actions[code]!), seconds: [] });
    way.seconds.push((over - log.time[own[0]!]!) / 1000);
  }
  return [...ways.values()].map(({ actions, seconds }) => ({
    actions,
    instances: seconds.length,
    medianSeconds: quantile(Float64Array.from(seconds).sort(), 0.5),
  })).sort(byInstances);
}

export function byInstances(a: TaskWay, b: TaskWay): number {
  return b.instances - a.instances || a.actions.length - b.actions.length ||
    compare(a.actions.join("\n"), b.actions.join("\n"));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Ways that are compared with each other, where no way is more frequent than all others. */
const COMPARED = 60;

/**
 * Index of the dominant way: the most frequent one; of several equally frequent ones the one with the fewest steps added
 * and skipped by all instances of the ways compared.
 *
 * @param ways sorted by `byInstances`.
 */
export function dominantWay(ways: readonly TaskWay[]): number {
  const rivals = ways.filter(({ instances }) => instances === ways[0]?.instances).slice(0, COMPARED);
  if (rivals.length <= 1) return 0;
  const others = ways.slice(0, COMPARED);
  const costs = rivals.map((way) =>
    others.reduce((sum, other) => sum + other.instances * deviationsOf(stepsAgainst(way.actions, other.actions)), 0)
  );
  return costs.indexOf(Math.min(...costs));
}

export function deviationsOf(steps: readonly Step[]): number {
  return steps.reduce((sum, { kind }) => sum + (kind === "same" ? 0 : 1), 0);
}

/**
 * A way against the dominant one with the fewest steps added and skipped: a longest common subsequence (Wagner and
 * Fischer, "The string-to-string correction problem", JACM 21(1), 1974). Skipped steps stand before added ones.
 */
export function stepsAgainst(dominant: readonly string[], way: readonly string[]): Step[] {
  const n = dominant.length, m = way.length, width = m + 1;
  const common = new Uint32Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      common[i * width + j] = dominant[i] === way[j]
        ? common[(i + 1) * width + j + 1]! + 1
        : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const steps: Step[] = [];
  for (let i = 0, j = 0; i < n || j < m;) {
    if (i < n && j < m && dominant[i] === way[j]) {
      steps.push({ kind: "same", action: dominant[i]!, at: i++ });
      j++;
    } else if (j >= m || (i < n && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      steps.push({ kind: "skipped", action: dominant[i]!, at: i++ });
    } else steps.push({ kind: "added", action: way[j++]!, at: i });
  }
  return steps;
}
