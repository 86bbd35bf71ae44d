/** Kinds of task: their figures, what tells them from each other, and their names. */
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { median } from "../../base/statistics/summary.ts";
import { timesOfEnough } from "../people.ts";
import { isCompletion } from "./completion_words.ts";
import type { Instances } from "./model/group_instances.ts";
import type { TaskType } from "./segmentation.ts";
import { nameKinds } from "./task_names.ts";

/**
 * Kinds of task with telling labels: actions that most instances of the kind have and few of others (their share here
 * less their largest share elsewhere), the most telling first. `task` holds the kind of each instance.
 */
export function nameTasks(
  log: InteractionLog,
  { offsets, events, stray }: Instances,
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
    if (to > from && log.hasTimes) seconds[k]!.push((endOf(log, events, from, to) - log.time[events[from]!]!) / 1000);
    for (let e = to - 1; e >= from; e--) {
      const a = log.action[events[e]!]!;
      if (stray[events[e]!] || mark[a] === c) continue;
      mark[a] = c;
      share[k]![a]!++;
    }
  }
  for (let k = 0; k < kinds; k++) {
    for (let a = 0; a < A; a++) share[k]![a]! /= size[k]!;
  }
  const people = peopleOfKinds(log, { offsets, events, stray }, task, kinds), timeOf = timesOfEnough(log, {});
  const medoid = medoids(log, { offsets, events, stray }, task, share);
  const telling = share.map((own, k) =>
    own.map((value, a) => value - Math.max(0, ...share.map((other, j) => j === k ? 0 : other[a]!)))
  );
  const names = nameKinds(log, { offsets, events, stray, task, kinds });
  return share.map((own, k) => {
    const candidates = [...own.keys()].filter((a) => own[a]! > 0);
    const score = new Map(candidates.map((a) => [a, telling[k]![a]! + 0.2 * own[a]! + wordiness(log.actions[a]!)]));
    candidates.sort((a, b) => score.get(b)! - score.get(a)! || a - b);
    const labels = candidates.slice(0, 5).map((a) => log.actionLabels[a]!);
    return {
      name: names[k]![0]!.name,
      suggestions: names[k]!,
      description: `${labels.length > 0 ? labels.join("; ") : "no step that tells it"}${
        candidates.length > labels.length ? "; …" : ""
      }`,
      instances: size[k]!,
      medoid: medoid[k]!,
      medianSeconds: timeOf(people[k]!.size, median(seconds[k]!)),
      labels,
    };
  });
}

function peopleOfKinds(log: InteractionLog, { offsets, events }: Instances, task: Int32Array, kinds: number) {
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

function endOf(log: InteractionLog, events: Int32Array, from: number, to: number): number {
  let last = log.time[events[to - 1]!]!;
  if (log.end) { for (let e = from; e < to; e++) last = Math.max(last, log.end[events[e]!] || 0); }
  return last;
}

/** Of each kind, the instance whose set of actions is nearest to the shares of the kind; the first of equal ones. */
function medoids(
  log: InteractionLog,
  { offsets, events, stray }: Instances,
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
