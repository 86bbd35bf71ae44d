/** Names and figures of kinds of task. */
import type { InteractionLog } from "../log/interaction_log.ts";
import { timesOfEnough } from "./people.ts";
import type { TaskType } from "./segmentation.ts";
import { isCompletion } from "./segment_tasks/completion_words.ts";

export interface InstancesOfTypes {
  readonly offsets: Int32Array;
  readonly events: Int32Array;
  readonly stray: Uint8Array;
}

/**
 * Kinds of task with telling labels: actions that most instances of the kind have and few of others (their share here
 * less their largest share elsewhere), the most telling first. `task` holds the kind of each instance.
 */
export function nameTasks(
  log: InteractionLog,
  { offsets, events, stray }: InstancesOfTypes,
  task: Int32Array,
  kinds: number,
): TaskType[] {
  const A = log.actions.length;
  const share = Array.from({ length: kinds }, () => new Float64Array(A));
  const size = new Float64Array(kinds), mark = new Int32Array(A).fill(-1);
  const seconds: number[][] = Array.from({ length: kinds }, () => []);
  for (let c = 0; c < task.length; c++) {
    const k = task[c]!, from = offsets[c]!, to = offsets[c + 1]!;
    size[k]!++;
    if (to > from) seconds[k]!.push((endOf(log, events, from, to) - log.time[events[from]!]!) / 1000);
    for (let e = from; e < to; e++) {
      const a = log.action[events[e]!]!;
      if (stray[events[e]!] || mark[a] === c) continue;
      mark[a] = c;
      share[k]![a]!++;
    }
  }
  for (let k = 0; k < kinds; k++) for (let a = 0; a < A; a++) share[k]![a]! /= size[k]!;
  const people = peopleOfKinds(log, { offsets, events, stray }, task, kinds), timeOf = timesOfEnough(log, {});
  const medoid = medoids(log, { offsets, events, stray }, task, share);
  const used = new Set<string>();
  return share.map((own, k) => {
    const telling = (a: number) => own[a]! - Math.max(0, ...share.map((other, j) => j === k ? 0 : other[a]!));
    const candidates = [...own.keys()].filter((a) => own[a]! > 0);
    const score = new Map(candidates.map((a) => [a, telling(a) + 0.2 * own[a]! + wordiness(log.actions[a]!)]));
    candidates.sort((a, b) => score.get(b)! - score.get(a)! || a - b);
    const labels = [...new Set(candidates.slice(0, 12).map((a) => labelOf(log.actions[a]!)))].slice(0, 5);
    let name = labels.slice(0, 2).join(", ") || `Task ${k + 1}`;
    for (let more = 3; used.has(name) && more <= labels.length; more++) name = labels.slice(0, more).join(", ");
    for (let n = 2, plain = name; used.has(name); n++) name = `${plain} (${n})`;
    used.add(name);
    const sorted = seconds[k]!.sort((a, b) => a - b), half = sorted.length >> 1;
    const medianSeconds = sorted.length === 0
      ? 0
      : sorted.length % 2 === 1
      ? sorted[half]!
      : (sorted[half - 1]! + sorted[half]!) / 2;
    return {
      name,
      instances: size[k]!,
      medoid: medoid[k]!,
      medianSeconds: timeOf(people[k]!.size, medianSeconds),
      labels,
    };
  });
}

function peopleOfKinds(log: InteractionLog, { offsets, events }: InstancesOfTypes, task: Int32Array, kinds: number) {
  const people = Array.from({ length: kinds }, () => new Set<number>());
  for (let c = 0; c < task.length; c++) {
    if (offsets[c + 1]! > offsets[c]!) people[task[c]!]!.add(log.user[events[offsets[c]!]!]!);
  }
  return people;
}

/** A label that names an element tells a person more than a bare action, and one that completes says what it was for. */
function wordiness(action: string): number {
  return (action.split(" @ ")[0]!.includes(" ") ? 0.15 : 0) + (isCompletion(action) ? 0.1 : 0);
}

/** `paste Customer @ ERP / New order` is "paste Customer" in "New order". */
function labelOf(action: string): string {
  const [what, where] = action.split(" @ ") as [string, string | undefined];
  const parts = where?.split(" / ") ?? [];
  const place = parts[parts.length - 1];
  const short = what.length > 40 ? `${what.slice(0, 39)}…` : what;
  if (!place) return short;
  const last = place.length > 30 ? place.split("/").filter(Boolean).at(-1) ?? place : place;
  return `${short} (${last.length > 30 ? `${last.slice(0, 29)}…` : last})`;
}

function endOf(log: InteractionLog, events: Int32Array, from: number, to: number): number {
  let last = log.time[events[to - 1]!]!;
  if (log.end) { for (let e = from; e < to; e++) last = Math.max(last, log.end[events[e]!] || 0); }
  return last;
}

/** Of each kind, the instance whose set of actions is nearest to the shares of the kind; the first of equal ones. */
function medoids(
  log: InteractionLog,
  { offsets, events, stray }: InstancesOfTypes,
  task: Int32Array,
  share: readonly Float64Array[],
): number[] {
  const best = share.map(() => -Infinity), which = share.map(() => -1);
  const mark = new Int32Array(log.actions.length).fill(-1);
  for (let c = 0; c < task.length; c++) {
    const k = task[c]!;
    let nearness = 0;
    for (let e = offsets[c]!; e < offsets[c + 1]!; e++) {
      const a = log.action[events[e]!]!;
      if (stray[events[e]!] || mark[a] === c) continue;
      mark[a] = c;
      nearness += share[k]![a]! - 0.5;
    }
    if (nearness > best[k]! + 1e-12) {
      best[k] = nearness;
      which[k] = c;
    }
  }
  return which;
}
