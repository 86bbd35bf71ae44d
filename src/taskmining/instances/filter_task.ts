import { ignoresMissing, listOf, type MatchOptions } from "../../log/filter/options.ts";
import { anyOf } from "../../base/lists.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { indicesKept, selectInteractions } from "../../log/interactions/select_interactions.ts";
import { foundTasks } from "./found_tasks.ts";
import { spanSeconds } from "./steps.ts";
import { median } from "../../base/statistics/summary.ts";
import { timesOfEnough } from "../people.ts";
import { partOf } from "../segmentation/part_of.ts";
import type { TaskSegmentation, TaskType } from "../segmentation/segmentation.ts";
import { kindNamed } from "../measures/task_variants_log.ts";
import { requireInteractionLog } from "../../log/require_log.ts";

/**
 * Keeps the instances of one kind of task, or of several, or drops them. Gives a segmentation whose `log` holds only the
 * interactions of the instances that are left. If a log is given, its tasks are those that `segmentTasks` finds.
 *
 * Gaps are then measured between the interactions that are left. For the times of a task among others, use
 * `handleTimes` with `by: "task"`.
 *
 * @throws InputError if there is no such kind.
 * @example
 * ```ts
 * import { applications, filterTask, readInteractions, segmentTasks } from "tracebook";
 * const segmentation = segmentTasks(await readInteractions("data/order-desk.csv"));
 * const one = filterTask(segmentation, segmentation.tasks[0]!.name);
 * applications(one.log);
 * ```
 */
export function filterTask(
  source: TaskSegmentation | InteractionLog,
  tasks: string | readonly string[],
  options: MatchOptions = {},
): TaskSegmentation {
  requireInteractionLog(source, "tasks");
  const { drop = false } = options;
  const whole = "owner" in source ? source : foundTasks(source);
  const names = listOf(tasks);
  const kinds = whole.tasks.map(({ name }) => name);
  const wanted = new Set(
    names.map((name) => ignoresMissing(options) ? kinds.indexOf(name) : kindNamed(whole.log, kinds, name)),
  );
  const keepKind = kinds.map((_, kind) => wanted.has(kind) !== drop);
  const keepInstance = Array.from(whole.task, (kind) => keepKind[kind]!);
  return keepInstances(whole, keepInstance, keepKind, `task is ${drop ? "not " : ""}${anyOf(names)}`);
}

/** Those instances and kinds of a segmentation, with their interactions. Figures of a kind are those of what is left. */
export function keepInstances(
  whole: TaskSegmentation,
  keepInstance: readonly boolean[],
  keepKind: readonly boolean[],
  filter: string,
): TaskSegmentation {
  const keep = Uint8Array.from(whole.owner, (k) => k >= 0 && keepInstance[k]! ? 1 : 0);
  const log = selectInteractions(whole.log, keep, filter);
  const instances = [...keepInstance.keys()].filter((k) => keepInstance[k]);
  const kinds = [...keepKind.keys()].filter((kind) => keepKind[kind]);
  return partOf(
    whole,
    { log, from: indicesKept(keep), instances, kinds },
    (kind, numberOf) => taskLeft(whole, kind, instances, numberOf),
  );
}

/** All instances of the kind are left, or some: then its figures are those of these. */
function taskLeft(
  whole: TaskSegmentation,
  kind: number,
  instances: readonly number[],
  numberOf: ReadonlyMap<number, number>,
): TaskType {
  const task = whole.tasks[kind]!, own = instances.filter((k) => whole.task[k] === kind);
  if (own.length === task.instances) return { ...task, medoid: numberOf.get(task.medoid)! };
  const { log, offsets, events } = whole;
  const people = new Set(own.map((k) => log.user[events[offsets[k]!]!]!)).size;
  const seconds = own.map((k) => spanSeconds(log, events.subarray(offsets[k]!, offsets[k + 1]!)));
  return {
    ...task,
    instances: own.length,
    medoid: numberOf.get(task.medoid) ?? numberOf.get(own[0]!)!,
    medianSeconds: timesOfEnough(log, {})(people, median(seconds)),
  };
}
