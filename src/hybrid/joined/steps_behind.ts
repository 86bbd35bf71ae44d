/** What a task behind an activity consists of: the steps of its main way. */
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import { mainWayOf } from "../../taskmining/automation/definition/main_way.ts";
import { stepsOf } from "../../taskmining/instances/steps.ts";
import { actionWords } from "../../taskmining/segmentation/action_words.ts";
import type { TaskLinks } from "../links/task_links.ts";
import { workBehind } from "./tasks_behind.ts";
import { type WorkOptions, workPieces } from "./work_pieces.ts";

/** A row: a step of the main way of the tasks of one kind behind one activity. */
export interface StepBehindRow {
  /** null: no event recorded these tasks. */
  readonly activity: string | null;
  readonly task: string;
  /** From 1, in the order of the main way. */
  readonly step: number;
  /** What is done, as in the labels of actions. */
  readonly what: string;
  readonly application: string | null;
  /** Tasks with the step, and their share of those behind the activity. */
  readonly instances: number;
  readonly share: number;
  /** The step is one of several that are done again and again in a task. */
  readonly repeats: boolean;
}

/**
 * The steps of the tasks that `tasksBehind` names, a row each: those of the way that most instances take. What is done
 * several times in a row counts once. Steps are counted and not timed, so they tell of no person.
 *
 * @example
 * ```ts
 * import { linkTasks, readInteractions, readLog, segmentTasks, stepsBehind } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const desk = await readInteractions("data/order-desk.csv");
 * stepsBehind(linkTasks(segmentTasks(desk, { instance: "segment" }), log));
 * ```
 */
export function stepsBehind(links: TaskLinks, options: WorkOptions = {}): TypedTable<StepBehindRow> {
  const { log, segmentation } = links, steps = stepsOf(segmentation);
  const rows = workBehind(links, workPieces(links, options)).flatMap(({ activity, task, work }) => {
    const instances = Int32Array.from(new Set(work.map(({ instance }) => instance)))
      .filter((k) => steps.offsets[k]! < steps.offsets[k + 1]!);
    if (instances.length === 0) return [];
    const main = mainWayOf(steps, instances);
    return main.steps.map((step, s): StepBehindRow => ({
      activity: activity < 0 ? null : log.activities[activity]!,
      task: segmentation.tasks[task]!.name,
      step: s + 1,
      what: segmentation.log.actionLabels[step.action]!,
      application: actionWords(segmentation.log, step.action).app ?? null,
      instances: step.instances.length,
      share: step.instances.length / instances.length,
      repeats: main.loops.some(({ from, to }) => from <= s && s <= to),
    }));
  });
  return tableOfRows(rows, ["activity", "task", "step", "what", "application", "instances", "share", "repeats"]);
}
