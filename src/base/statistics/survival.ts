/**
 * How long until something happens, when for some it has not happened yet.
 *
 * Kaplan & Meier, "Nonparametric estimation from incomplete observations", JASA 53, 1958; variance by Greenwood, interval
 * on the scale of log(−log) (Kalbfleisch & Prentice, "The Statistical Analysis of Failure Time Data", 1980, section 1.3).
 * Competing ends: Aalen & Johansen, Scandinavian Journal of Statistics 5, 1978. Groups compared: Mantel, "Evaluation of
 * survival data", Cancer Chemotherapy Reports 50, 1966 (the log-rank test).
 */
import { chiSquareTail, CONFIDENCE, standardErrors } from "./distributions.ts";

/** A step of a survival curve: what holds from this time on. */
export interface SurvivalStep {
  readonly time: number;
  /** Those for whom nothing had happened just before, and who were still watched. */
  readonly atRisk: number;
  readonly ended: number;
  /** Those watched for no longer than this, for whom nothing had happened. */
  readonly censored: number;
  /** The share for whom nothing has happened by this time, 0 to 1. */
  readonly open: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The Kaplan-Meier curve.
 *
 * @param times how long each was watched, 0 or more.
 * @param ended whether it happened then; else it had not happened by then. At equal times what happened comes first.
 */
export function survivalCurve(
  times: ArrayLike<number>,
  ended: ArrayLike<boolean | number>,
  confidence: number = CONFIDENCE,
): SurvivalStep[] {
  const z = standardErrors(confidence);
  const steps: SurvivalStep[] = [];
  let open = 1, sum = 0;
  for (const { time, atRisk, events, censored } of momentsOf(times, ended)) {
    const happened = events.reduce((a, b) => a + b, 0);
    open *= 1 - happened / atRisk;
    sum += happened / (atRisk * (atRisk - happened));
    steps.push({ time, atRisk, ended: happened, censored, open, ...logLogInterval(open, sum, z) });
  }
  return steps;
}

/** The first time at which no more than half are open; NaN where more than half still are at the end. */
export function survivalQuantile(curve: readonly SurvivalStep[], share = 0.5): number {
  return curve.find(({ open }) => open <= 1 - share + 1e-12)?.time ?? NaN;
}

/**
 * The share for whom nothing has happened by a time, by Kaplan-Meier, without the whole curve.
 *
 * @param ended times at which it happened, ascending.
 * @param watched times up to which nothing had happened when last seen, ascending.
 */
export function openShareAt(ended: ArrayLike<number>, watched: ArrayLike<number>, time: number): number {
  let open = 1;
  for (let i = 0, j = 0; i < ended.length && ended[i]! <= time;) {
    const moment = ended[i]!;
    while (j < watched.length && watched[j]! < moment) j++;
    const atRisk = ended.length - i + watched.length - j;
    let happened = 0;
    while (i < ended.length && ended[i] === moment) (i++, happened++);
    open *= 1 - happened / atRisk;
  }
  return open;
}

export interface IncidenceStep {
  readonly time: number;
  /** The share that has ended in each way by this time; with those that are open they make 1. */
  readonly shares: readonly number[];
  readonly open: number;
}

/**
 * The Aalen-Johansen estimate: the share that has ended in each of several ways by each time.
 *
 * @param ways 0: not ended when last seen; 1, 2, …: ended in that way.
 */
export function cumulativeIncidence(times: ArrayLike<number>, ways: ArrayLike<number>): IncidenceStep[] {
  const shares: number[] = [];
  const steps: IncidenceStep[] = [];
  let open = 1;
  for (const { time, atRisk, events } of momentsOf(times, ways)) {
    events.forEach((count, way) => shares[way] = (shares[way] ?? 0) + open * count / atRisk);
    open *= 1 - events.reduce((a, b) => a + b, 0) / atRisk;
    steps.push({ time, shares: [...shares], open });
  }
  const kinds = shares.length;
  return steps.map((step) => ({ ...step, shares: Array.from({ length: kinds }, (_, k) => step.shares[k] ?? 0) }));
}

export interface LogRank {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** NaN where fewer than two groups had anything at risk. */
  readonly p: number;
  /** For each group: what happened, and what would have if the groups were alike. */
  readonly groups: readonly { readonly observed: number; readonly expected: number }[];
}

/** The log-rank test: whether it takes equally long in all groups. `group`: 0, 1, 2, … for each. */
export function logRankTest(
  times: ArrayLike<number>,
  ended: ArrayLike<boolean | number>,
  group: ArrayLike<number>,
): LogRank {
  const groups = 1 + Math.max(-1, ...new Set(Array.from(group)));
  const atRisk = new Float64Array(groups), observed = new Float64Array(groups), expected = new Float64Array(groups);
  const variance = Array.from({ length: groups }, () => new Float64Array(groups));
  const order = Array.from(times, (_, i) => i).sort((i, j) => times[i]! - times[j]!);
  for (const i of order) atRisk[group[i]!]!++;
  for (let i = 0; i < order.length;) {
    const time = times[order[i]!]!;
    const left = new Float64Array(groups), happened = new Float64Array(groups);
    for (; i < order.length && times[order[i]!] === time; i++) {
      left[group[order[i]!]!]!++;
      if (ended[order[i]!]) happened[group[order[i]!]!]!++;
    }
    const n = atRisk.reduce((a, b) => a + b, 0), d = happened.reduce((a, b) => a + b, 0);
    if (d > 0) {
      const spread = n > 1 ? d * (n - d) / (n - 1) : 0;
      for (let g = 0; g < groups; g++) {
        observed[g]! += happened[g]!;
        expected[g]! += d * atRisk[g]! / n;
        for (let h = 0; h < groups; h++) {
          variance[g]![h]! += spread * (atRisk[g]! / n) * ((g === h ? 1 : 0) - atRisk[h]! / n);
        }
      }
    }
    for (let g = 0; g < groups; g++) atRisk[g]! -= left[g]!;
  }
  // Groups in which nothing could happen say nothing, and would make the matrix singular.
  const asked = Array.from({ length: groups }, (_, g) => g).filter((g) => expected[g]! > 0);
  const degreesOfFreedom = asked.length - 1;
  const results = Array.from(observed, (count, g) => ({ observed: count, expected: expected[g]! }));
  if (degreesOfFreedom < 1) return { chiSquare: NaN, degreesOfFreedom: 0, p: NaN, groups: results };
  const kept = asked.slice(0, -1);
  const difference = kept.map((g) => observed[g]! - expected[g]!);
  const solved = solve(kept.map((g) => kept.map((h) => variance[g]![h]!)), difference);
  const chiSquare = solved ? difference.reduce((sum, x, k) => sum + x * solved[k]!, 0) : 0;
  return { chiSquare, degreesOfFreedom, p: chiSquareTail(chiSquare, degreesOfFreedom), groups: results };
}

interface Moment {
  readonly time: number;
  readonly atRisk: number;
  /** What happened, by way less 1. */
  readonly events: number[];
  readonly censored: number;
}

function* momentsOf(times: ArrayLike<number>, ways: ArrayLike<boolean | number>): Generator<Moment> {
  const order = Array.from(times, (_, i) => i).sort((i, j) => times[i]! - times[j]!);
  for (let i = 0; i < order.length;) {
    const atRisk = order.length - i;
    const time = times[order[i]!]!;
    const events: number[] = [];
    let censored = 0;
    for (; i < order.length && times[order[i]!] === time; i++) {
      const way = Number(ways[order[i]!]);
      if (way === 0) censored++;
      else {
        while (events.length < way) events.push(0);
        events[way - 1]!++;
      }
    }
    yield { time, atRisk, events, censored };
  }
}

function logLogInterval(open: number, sum: number, z: number): { low: number; high: number } {
  if (open >= 1) return { low: 1, high: 1 };
  if (open <= 0) return { low: 0, high: 0 };
  const half = z * Math.sqrt(sum) / Math.log(open);
  return { low: open ** Math.exp(-half), high: open ** Math.exp(half) };
}

/** Gauss elimination; undefined where the matrix is singular. */
function solve(matrix: number[][], right: readonly number[]): number[] | undefined {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    const pivot = rows.slice(k).reduce(
      (best, row, i) => Math.abs(row[k]!) > Math.abs(rows[best]![k]!) ? k + i : best,
      k,
    );
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    if (Math.abs(rows[k]![k]!) < 1e-12) return undefined;
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j <= n; j++) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let k = n - 1; k >= 0; k--) {
    x[k] = (rows[k]![n]! - x.slice(k + 1).reduce((sum, value, j) => sum + rows[k]![k + 1 + j]! * value, 0)) /
      rows[k]![k]!;
  }
  return x;
}
