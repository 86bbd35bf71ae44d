/** The steps of a group: in how many cases each is, and how long it takes in each of them. */
import type { Side } from "./sides.ts";

export interface Step {
  /** `from * activities + to`, in the codes that both groups share. */
  readonly key: number;
  readonly cases: number;
  /** Seconds in each case that has it: the mean of its passes, since those of one case are no independent witnesses. */
  readonly seconds: Float64Array;
}

/** The time of a step runs as that of an edge of the directly-follows graph. */
export function stepsOf({ log, codes }: Side, activities: number): Map<number, Step> {
  const { offsets, activity, time, start } = log;
  const keys: number[] = [];
  const edge = new Int32Array(activity.length);
  const table = activities ** 2 <= 4_000_000 ? new Int32Array(activities ** 2).fill(-1) : undefined;
  const known = new Map<number, number>();
  const cases: number[] = [], last: number[] = [];
  for (let c = 0; c < log.cases; c++) {
    for (let i = offsets[c]! + 1, end = offsets[c + 1]!; i < end; i++) {
      const key = codes[activity[i - 1]!]! * activities + codes[activity[i]!]!;
      let e = table ? table[key]! : known.get(key) ?? -1;
      if (e < 0) {
        e = keys.push(key) - 1;
        cases.push(0);
        last.push(-1);
        if (table) table[key] = e;
        else known.set(key, e);
      }
      edge[i] = e;
      if (last[e] !== c) {
        last[e] = c;
        cases[e]!++;
      }
    }
  }
  const next = new Int32Array(keys.length);
  for (let e = 1; e < keys.length; e++) next[e] = next[e - 1]! + cases[e - 1]!;
  const begins = next.slice();
  const seconds = new Float64Array(cases.reduce((sum, n) => sum + n, 0));
  const passes = new Int32Array(seconds.length);
  last.fill(-1);
  for (let c = 0; c < log.cases; c++) {
    for (let i = offsets[c]! + 1, end = offsets[c + 1]!; i < end; i++) {
      const e = edge[i]!;
      if (last[e] !== c) {
        last[e] = c;
        next[e]!++;
      }
      const begun = start === undefined || start[i] !== start[i] ? time[i]! : start[i]!;
      const wait = (begun - time[i - 1]!) / 1000;
      seconds[next[e]! - 1]! += wait <= 0 ? 0 : wait;
      passes[next[e]! - 1]!++;
    }
  }
  for (let s = 0; s < seconds.length; s++) seconds[s]! /= passes[s]!;
  return new Map(keys.map((key, e) => [
    key,
    { key, cases: cases[e]!, seconds: seconds.subarray(begins[e]!, begins[e]! + cases[e]!) },
  ]));
}
