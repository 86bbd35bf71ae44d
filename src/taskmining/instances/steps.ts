/** Task instances as sequences of steps, whether a segmentation found them or a column names them. */
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { sureNote } from "../segmentation/sure_note.ts";
import type { TaskSegmentation } from "../segmentation/segmentation.ts";
import { unmaskedNote } from "../../log/interactions/unmasked.ts";
import { type TaskInstances, taskInstances } from "./task_instances.ts";
import { requireInteractionLog } from "../../log/require_log.ts";

/**
 * Where task instances come from: a segmentation, instances that a column names (`taskInstances`), or a log, in which
 * `segmentTasks` then finds them, once for each log.
 */
export type TaskWork = TaskSegmentation | TaskInstances | InteractionLog;

/** One entry for each instance; the steps are its interactions, mostly without those taken for stray ones. */
export interface InstanceSteps {
  readonly log: InteractionLog;
  readonly count: number;
  /** Steps of instance k are `events[offsets[k]]` up to, not including, `events[offsets[k + 1]]`, in order. */
  readonly offsets: Int32Array;
  readonly events: Int32Array;
  /** Interactions that belong to an instance, stray ones included. */
  readonly owned: number;
  /** Index of each instance's kind in `tasks`. */
  readonly task: Int32Array;
  /** Names of the kinds; null stands for a kind that the log does not tell. */
  readonly tasks: readonly (string | null)[];
  /** What an instance is, in words. */
  readonly notes: readonly string[];
  /** Says how many of some instances are likely right; of all, if none are named. Undefined where it is not known. */
  readonly sure: (of?: ArrayLike<number>) => string | undefined;
}

/** @param strays whether the interactions that a segmentation takes for stray ones count as steps. */
export function stepsOf(work: TaskWork, { strays = false } = {}): InstanceSteps {
  requireInteractionLog(work, "tasks", "names");
  const steps = ownStepsOf(work, strays), unmasked = unmaskedNote(steps.log);
  return unmasked === undefined ? steps : { ...steps, notes: [...steps.notes, unmasked] };
}

function ownStepsOf(work: TaskWork, strays: boolean): InstanceSteps {
  if ("tasks" in work) return stepsOfSegmentation(work, strays);
  if ("names" in work) {
    return work.segmentation ? stepsOfSegmentation(work.segmentation, strays) : stepsOfInstances(work);
  }
  const { note, segmentation } = taskInstances(work);
  const steps = stepsOfSegmentation(segmentation!, strays);
  return { ...steps, notes: [note, ...steps.notes] };
}

/** Actions of one instance's steps. */
export function actionsOf({ log, offsets, events }: InstanceSteps, instance: number): Int32Array {
  return events.subarray(offsets[instance]!, offsets[instance + 1]!).map((event) => log.action[event]!);
}

/** Seconds from the beginning of the first of some interactions to the last end. */
export function spanSeconds({ time, end, hasTimes }: InteractionLog, events: Int32Array): number {
  if (events.length === 0 || !hasTimes) return NaN;
  let until = -Infinity;
  for (const i of events) until = Math.max(until, end && !Number.isNaN(end[i]!) ? end[i]! : time[i]!);
  return (until - time[events[0]!]!) / 1000;
}

function stepsOfSegmentation(work: TaskSegmentation, strays: boolean): InstanceSteps {
  const { log, count, stray, task, tasks, notes } = work;
  const offsets = new Int32Array(count + 1);
  const events = new Int32Array(work.events.length);
  let n = 0;
  for (let k = 0; k < count; k++) {
    for (let e = work.offsets[k]!; e < work.offsets[k + 1]!; e++) {
      if (strays || stray[work.events[e]!] === 0) events[n++] = work.events[e]!;
    }
    offsets[k + 1] = n;
  }
  return {
    log,
    count,
    offsets,
    events: events.subarray(0, n),
    owned: work.events.length,
    task,
    tasks: tasks.map(({ name }) => name),
    notes,
    sure: (of) => sureNote(work, of),
  };
}

function stepsOfInstances(work: TaskInstances): InstanceSteps {
  const { log, count, offsets, events, note, taskColumn } = work;
  const names = taskColumn === undefined ? Array.from({ length: count }, () => null) : work.attribute("task");
  const sizes = new Map<string | null, number>();
  for (const name of names) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  const tasks = [...sizes.keys()].sort((a, b) =>
    sizes.get(b)! - sizes.get(a)! || (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)
  );
  const indexOf = new Map(tasks.map((name, index) => [name, index]));
  return {
    log,
    count,
    offsets,
    events,
    owned: events.length,
    task: Int32Array.from(names, (name) => indexOf.get(name)!),
    tasks,
    notes: [note + (taskColumn === undefined ? "" : ` Kinds of task are the values of "${taskColumn}".`)],
    sure: () => undefined,
  };
}
