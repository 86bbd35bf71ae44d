/** Of each kind of task what an estimate rests on: its steps with their time, and of each instance which way it took. */
import { shareInterval } from "../../../base/statistics/proportions.ts";
import type { InstanceSteps } from "../../instances/steps.ts";
import type { TaskInstances } from "../../instances/task_instances.ts";
import { type FoundPrograms, stepsWithFigures, type TaskStep } from "../programs/find_programs.ts";
import { type Range, rangeOf } from "./ranges.ts";

/** A step of a task, or all its rare steps together, with the time that goes into it. */
export interface StepWork extends TaskStep {
  readonly application: string | null;
  /** Mean over all instances of the time that goes into the step, since the step before; see `TaskFacts.weighedBy`. */
  readonly seconds: number;
  /** The share of times in which a machine does it right. */
  readonly right: Range;
}

export interface TaskFacts {
  readonly task: string | null;
  /** Instances, by their numbers. */
  readonly instances: Int32Array;
  readonly steps: readonly StepWork[];
  /** What `seconds` are: where the log tells no times, or none pass, each step counts 1. */
  readonly weighedBy: "seconds" | "steps";
  /** Of each instance and each step: seconds, 0 where the step is missing; instance after instance. */
  readonly seconds: Float64Array;
  /** Of each instance and each step: its place in the instance, -1 where it is missing. */
  readonly places: Int32Array;
  /** Of each instance: its active seconds, those of rare and stray steps included. */
  readonly total: Float64Array;
  /** Of each instance: the places of steps whose action few instances have. */
  readonly rare: readonly (readonly number[])[];
  /** Different rare actions that two instances or more have. */
  readonly rareActions: number;
}

/**
 * @param timed the instances with their active times, those of `steps`.
 */
export function taskFacts(steps: InstanceSteps, timed: TaskInstances, found: FoundPrograms): TaskFacts[] {
  const seconds = secondsOfEvents(timed);
  const active = timed.log.hasTimes ? timed.activeSeconds : new Float64Array(steps.count);
  const byTask: number[][] = steps.tasks.map(() => []);
  for (let k = 0; k < steps.count; k++) byTask[steps.task[k]!]!.push(k);
  const stepsOfTask = Map.groupBy(stepsWithFigures(found), ({ task }) => task);
  return byTask.map((instances, kind) => {
    const task = steps.tasks[kind]!, passes = instances.some((k) => active[k]! > 0);
    const time = passes ? { seconds, active } : undefined;
    return factsOf(steps, time, Int32Array.from(instances), stepsOfTask.get(task) ?? [], task);
  });
}

function factsOf(
  { log, offsets, events }: InstanceSteps,
  time: { readonly seconds: Float64Array; readonly active: Float64Array } | undefined,
  instances: Int32Array,
  known: readonly TaskStep[],
  task: string | null,
): TaskFacts {
  const width = known.length, n = instances.length;
  const indexOf = new Map(known.map(({ action, occurrence }, s) => [`${occurrence} ${action}`, s]));
  const common = new Set(known.map(({ action }) => action));
  const seconds = new Float64Array(n * width), places = new Int32Array(n * width).fill(-1);
  const total = Float64Array.from(instances, (k) => time ? time.active[k]! : offsets[k + 1]! - offsets[k]!);
  const rare: number[][] = [];
  const apps: (string | null)[] = known.map(() => null),
    looks = new Uint8Array(width),
    rareIn = new Map<string, number>();
  instances.forEach((instance, k) => {
    const times = new Map<number, number>(), own: number[] = [], seen = new Set<string>();
    for (let e = offsets[instance]!; e < offsets[instance + 1]!; e++) {
      const event = events[e]!, code = log.action[event]!, action = log.actions[code]!;
      const occurrence = (times.get(code) ?? 0) + 1;
      times.set(code, occurrence);
      const s = indexOf.get(`${occurrence} ${action}`);
      if (s !== undefined) {
        seconds[k * width + s] = time ? time.seconds[event]! : 1;
        places[k * width + s] = e - offsets[instance]!;
        apps[s] ??= log.apps[log.app[event]!] ?? null;
        looks[s] = LOOKING.has(log.actionClassAt(event)) ? 1 : 0;
      } else if (!common.has(action)) {
        own.push(e - offsets[instance]!);
        seen.add(action);
      }
    }
    for (const action of seen) rareIn.set(action, (rareIn.get(action) ?? 0) + 1);
    rare.push(own);
  });
  if (time) lookForDecisions(known, looks, { seconds, places });
  return {
    task,
    instances,
    steps: known.map((step, s): StepWork => {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += seconds[k * width + s]!;
      return { ...step, application: apps[s]!, seconds: sum / n, right: rightOf(step) };
    }),
    weighedBy: time ? "seconds" : "steps",
    seconds,
    places,
    total,
    rare,
    rareActions: [...rareIn.values()].filter((count) => count >= 2).length,
  };
}

const LOOKING: ReadonlySet<string> = new Set(["scroll", "window"]);

/** Who looks at the screen right before deciding looks in order to decide: that time goes to the decision. */
function lookForDecisions(
  known: readonly TaskStep[],
  looks: Uint8Array,
  { seconds, places }: { readonly seconds: Float64Array; readonly places: Int32Array },
): void {
  const width = known.length;
  if (!looks.includes(1)) return;
  for (let from = 0; from < places.length; from += width) {
    const done = known.map((_, s) => s).filter((s) => places[from + s]! >= 0)
      .sort((a, b) => places[from + a]! - places[from + b]!);
    for (let i = done.length - 2; i >= 0; i--) {
      const own = done[i]!, next = done[i + 1]!;
      if (looks[own] === 0 || known[own]!.verdict !== "fixed") continue;
      // From the last to the first: what one look gave to a decision, the look before it follows.
      const decides = done.slice(i + 1).find((s) => looks[s] === 0) ?? next;
      if (known[decides]!.verdict !== "decision") continue;
      seconds[from + decides]! += seconds[from + own]!;
      seconds[from + own] = 0;
    }
  }
}

/**
 * Of a program the share of held-back values that it gets right; of a step at which nothing is entered 1, as it was in all
 * its instances; of a decision 0; of what is not known 0, and 1 at most.
 */
function rightOf({ verdict, found, withStep }: TaskStep): Range {
  if (verdict === "decision") return { low: 0, base: 0, high: 0 };
  if (verdict === "unknown") return { low: 0, base: 0, high: 1 };
  return rangeOf(
    found ? shareInterval(found.heldOutRight, found.heldOutTotal) : shareInterval(withStep, withStep),
  );
}

/**
 * Seconds that go into each interaction: the gap before it in its instance if it is no longer than the idle threshold, and
 * its own duration. Those of an instance add up to its active time.
 */
function secondsOfEvents({ log, count, offsets, events, idleSeconds, activeSeconds }: TaskInstances): Float64Array {
  const seconds = new Float64Array(log.interactions);
  if (!log.hasTimes) return seconds;
  const { time, end } = log;
  for (let k = 0; k < count; k++) {
    let until = NaN, sum = 0;
    for (let e = offsets[k]!; e < offsets[k + 1]!; e++) {
      const event = events[e]!, from = time[event]!;
      const to = end && !Number.isNaN(end[event]!) ? end[event]! : from;
      const gap = (from - until) / 1000;
      const own = (gap > 0 && gap <= idleSeconds ? gap : 0) +
        Math.max(0, to - (Number.isNaN(until) ? from : Math.max(from, until))) / 1000;
      seconds[event] = own;
      sum += own;
      until = Number.isNaN(until) ? to : Math.max(until, to);
    }
    // Time of other instances in between, and of locked screens, is no active time.
    const scale = sum > 0 ? activeSeconds[k]! / sum : 0;
    for (let e = offsets[k]!; e < offsets[k + 1]!; e++) seconds[events[e]!]! *= scale;
  }
  return seconds;
}
