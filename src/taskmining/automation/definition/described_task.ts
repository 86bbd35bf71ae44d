/** What the document of a task and its automation both stand on: the main way, step by step, with its programs. */
import { OptionError } from "../../../base/errors.ts";
import { filterTask } from "../../instances/filter_task.ts";
import { type InstanceSteps, stepsOf } from "../../instances/steps.ts";
import { instancesOf } from "../../measures/task_variants_log.ts";
import type { ShownPeople } from "../../people.ts";
import { requireSegmentation } from "../../segmentation/require_segmentation.ts";
import type { TaskSegmentation, TaskType } from "../../segmentation/segmentation.ts";
import { findPrograms, type FoundPrograms, type TaskStep } from "../programs/find_programs.ts";
import { type MainStep, type MainWay, mainWayOf } from "./main_way.ts";

export interface TaskWayOptions {
  /**
   * Which way of doing the task is the main one: its number among all ways, the most frequent first.
   * @default 1
   */
  readonly way?: number;
}

export interface DescribedTask {
  readonly segmentation: TaskSegmentation;
  readonly task: TaskType;
  readonly work: InstanceSteps;
  readonly instances: Int32Array;
  readonly main: MainWay;
  readonly programs: FoundPrograms;
  /** What the programs tell of each step of the main way. */
  readonly told: readonly (TaskStep | undefined)[];
}

/** @throws InputError if there is no such task, and the error names those that are. */
export function describedTask(
  segmentation: TaskSegmentation,
  name: string,
  { way = 1, k = 5, individuals = false }: TaskWayOptions & ShownPeople,
): DescribedTask {
  requireSegmentation(segmentation);
  if (!Number.isInteger(way) || way < 1) {
    throw new OptionError(`Expected way to be a whole number from 1 but found ${way}`);
  }
  const work = stepsOf(segmentation), instances = instancesOf(work, name);
  const main = mainWayOf(work, instances, way);
  const programs = findPrograms(filterTask(segmentation, name), { k, individuals });
  const byStep = new Map(programs.steps.map((step) => [`${step.occurrence} ${step.action}`, step]));
  const { actions } = work.log;
  const toldOf = ({ action, occurrence }: MainStep) => byStep.get(`${occurrence} ${actions[action]!}`);
  return {
    segmentation,
    task: segmentation.tasks.find((one) => one.name === name)!,
    work,
    instances,
    main,
    programs,
    told: main.steps.map(toldOf),
  };
}
