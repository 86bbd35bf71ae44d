/** Steps of a kind of task: the same action, done for the same time, in each of its instances. */
import type { InstanceSteps } from "../../../instances/steps.ts";

/** One step; instances in the order of `AlignedSteps.instances`. */
export interface AlignedStep {
  /** Code of the action in `log.actions`. */
  readonly action: number;
  /** How often it was done in the instance up to here, from 1. */
  readonly occurrence: number;
  /** The interaction of each instance, -1 where the step is missing. */
  readonly events: Int32Array;
  /** Place of that interaction in its instance, from 0; -1 where the step is missing. */
  readonly places: Int32Array;
  /** Instances that have it. */
  readonly count: number;
}

export interface AlignedSteps {
  readonly task: string | null;
  /** Instances of the task, by their numbers in the log, by user and time. */
  readonly instances: Int32Array;
  /** In the usual order. */
  readonly steps: readonly AlignedStep[];
}

/** The steps that at least that share of a task's instances have, for each task. */
export function alignedSteps(work: InstanceSteps, leastShare: number): AlignedSteps[] {
  const byTask: number[][] = work.tasks.map(() => []);
  for (let k = 0; k < work.count; k++) byTask[work.task[k]!]!.push(k);
  return byTask.map((instances, task) => ({
    task: work.tasks[task]!,
    instances: Int32Array.from(instances),
    steps: stepsOfTask(work, instances, Math.max(1, leastShare * instances.length)),
  }));
}

function stepsOfTask(
  { log, offsets, events }: InstanceSteps,
  instances: readonly number[],
  least: number,
): AlignedStep[] {
  const known = new Map<string, { -readonly [K in keyof AlignedStep]: AlignedStep[K] }>();
  instances.forEach((instance, k) => {
    const times = new Map<number, number>();
    for (let e = offsets[instance]!; e < offsets[instance + 1]!; e++) {
      const event = events[e]!, action = log.action[event]!;
      const occurrence = (times.get(action) ?? 0) + 1;
      times.set(action, occurrence);
      const key = `${action} ${occurrence}`;
      let step = known.get(key);
      if (!step) {
        const none = () => new Int32Array(instances.length).fill(-1);
        known.set(key, step = { action, occurrence, events: none(), places: none(), count: 0 });
      }
      step.events[k] = event;
      step.places[k] = e - offsets[instance]!;
      step.count++;
    }
  });
  const mean = ({ places, count }: AlignedStep) => places.reduce((sum, place) => sum + Math.max(0, place), 0) / count;
  return [...known.values()].filter(({ count }) => count >= least)
    .map((step) => ({ step, at: mean(step) }))
    .sort((a, b) => a.at - b.at || a.step.action - b.step.action || a.step.occurrence - b.step.occurrence)
    .map(({ step }) => step);
}
