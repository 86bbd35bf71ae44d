/** The ways in which a task is done: its variants, the dominant one, and where the others depart from it. */
import { orNull, type ShownPeople, timesOfEnough } from "../people.ts";
import { byCodeUnit } from "../../base/text_codes.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { median } from "../../base/statistics/summary.ts";
import { type TypedTable, typedTable } from "../../base/typed_table.ts";
import { actionsOf, type InstanceSteps, spanSeconds, stepsOf, type TaskWork } from "../instances/steps.ts";
import { levenshtein } from "../segmentation/score_segments.ts";
import { type Departure, departures } from "./task_variants_departures.ts";
import { instancesOf } from "./task_variants_log.ts";

export type { Departure } from "./task_variants_departures.ts";

export interface TaskVariant {
  /** Codes in `log.actions`, in order. */
  readonly actions: Int32Array;
  /** Readable labels of the same. */
  readonly labels: readonly string[];
  readonly instances: number;
  readonly share: number;
  /** From the first to the last interaction; NaN where fewer people took it than are shown. */
  readonly medianSeconds: number;
  /** 1 where the log knows no users. */
  readonly people: number;
  /** Where it leaves the dominant way; empty for the dominant way itself. */
  readonly departures: readonly Departure[];
}

/** A departure from the dominant way, over all instances. */
export interface TaskException extends Departure {
  readonly label: string;
  /** Label of the step of the dominant way after which it happens; null: before its first. */
  readonly afterLabel: string | null;
  readonly instances: number;
  readonly share: number;
  readonly people: number;
  /**
   * Median of the instances that depart so less the median of the dominant way; NaN where either are fewer people than
   * are shown.
   */
  readonly extraSeconds: number;
}

/** A row of `TaskVariants.table`. */
export interface TaskVariantRow {
  readonly variant: number;
  readonly actions: string;
  readonly length: number;
  readonly instances: number;
  readonly share: number;
  readonly people: number;
  /** Null where it is not shown. */
  readonly medianSeconds: number | null;
  readonly dominant: boolean;
}

/** A row of `TaskVariants.exceptionTable`. */
export interface TaskExceptionRow {
  readonly kind: TaskException["kind"];
  readonly action: string;
  readonly after: string | null;
  readonly instances: number;
  readonly share: number;
  readonly people: number;
  /** Null where it is not shown. */
  readonly extraSeconds: number | null;
}

export interface TaskVariants {
  readonly task: string | null;
  readonly log: InteractionLog;
  readonly instances: number;
  /** Most frequent first, then by actions. */
  readonly variants: readonly TaskVariant[];
  /** Index of the dominant way in `variants`. */
  readonly dominant: number;
  /** Most frequent first. */
  readonly exceptions: readonly TaskException[];
  /** Variants a row each: `variant` (from 1), `actions`, `length`, `instances`, `share`, `people`, `medianSeconds` (null where it is not shown), `dominant`. */
  readonly table: TypedTable<TaskVariantRow>;
  /** Exceptions a row each: `kind`, `action`, `after`, `instances`, `share`, `people`, `extraSeconds` (null where it is not shown). */
  readonly exceptionTable: TypedTable<TaskExceptionRow>;
  readonly notes: readonly string[];
}

/**
 * The variants of one kind of task, and its exceptions from the dominant way.
 *
 * The dominant way is the variant of most instances; of several, the one nearest to the others (least sum of edit
 * distances), then the first by actions. An exception skips one of its steps, inserts one, or takes a step of it in
 * another order. Steps taken for stray ones by the segmentation count in no variant.
 *
 * @param task name of the kind; by default the most frequent one.
 * @param shown how many people's times are shown. Counts of ways and exceptions are those of all.
 * @example
 * ```ts
 * import { readInteractions, segmentTasks, taskVariants } from "tracebook";
 * const found = taskVariants(segmentTasks(await readInteractions("data/order-desk.csv")));
 * found.variants[found.dominant]?.labels;
 * ```
 * @throws InputError if there is no such kind.
 */
export function taskVariants(work: TaskWork, task?: string, shown: ShownPeople = {}): TaskVariants {
  const steps = stepsOf(work);
  const { log } = steps;
  const name = task ?? steps.tasks[0] ?? null;
  const instances = steps.count === 0 && task === undefined ? new Int32Array(0) : instancesOf(steps, name);
  const timeOf = timesOfEnough(log, shown), groups = groupBySequence(steps, instances);
  const dominant = dominantOf(groups);
  const labels = log.actionLabels;
  const variants = groups.map((group, v) => ({
    actions: group.actions,
    labels: Array.from(group.actions, (action) => labels[action]!),
    instances: group.members.length,
    share: group.members.length / instances.length,
    ...figuresOf(steps, group.members, timeOf),
    departures: v === dominant ? [] : departures(groups[dominant]!.actions, group.actions),
  }));
  const exceptions = exceptionsOf(steps, groups, variants, dominant, timeOf);
  return {
    task: name,
    log,
    instances: instances.length,
    variants,
    dominant,
    exceptions,
    table: typedTable<TaskVariantRow>({
      variant: variants.map((_, v) => v + 1),
      actions: variants.map((variant) => variant.labels.join(" → ")),
      length: variants.map(({ actions }) => actions.length),
      instances: variants.map((variant) => variant.instances),
      share: variants.map(({ share }) => share),
      people: variants.map(({ people }) => people),
      medianSeconds: variants.map((variant) => orNull(variant.medianSeconds)),
      dominant: variants.map((_, v) => v === dominant),
    }),
    exceptionTable: typedTable<TaskExceptionRow>({
      kind: exceptions.map(({ kind }) => kind),
      action: exceptions.map(({ label }) => label),
      after: exceptions.map(({ afterLabel }) => afterLabel),
      instances: exceptions.map((exception) => exception.instances),
      share: exceptions.map(({ share }) => share),
      people: exceptions.map(({ people }) => people),
      extraSeconds: exceptions.map(({ extraSeconds }) => orNull(extraSeconds)),
    }),
    notes: [...[steps.sure(instances)].filter((words) => words !== undefined), ...steps.notes],
  };
}

interface SequenceGroup {
  readonly actions: Int32Array;
  readonly members: number[];
}

function groupBySequence(steps: InstanceSteps, instances: Int32Array): SequenceGroup[] {
  const groups = new Map<string, SequenceGroup>();
  for (const k of instances) {
    const actions = actionsOf(steps, k);
    const key = actions.join();
    const known = groups.get(key);
    if (known) known.members.push(k);
    else groups.set(key, { actions, members: [k] });
  }
  return [...groups.values()].sort((a, b) => b.members.length - a.members.length || inOrder(a.actions, b.actions));
}

function inOrder(a: Int32Array, b: Int32Array): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/** Distances are measured to the most frequent variants only: more would change little and cost much. */
const NEAREST_OF = 100;

function dominantOf(groups: readonly SequenceGroup[]): number {
  const most = groups.filter(({ members }) => members.length === groups[0]!.members.length).slice(0, NEAREST_OF);
  if (most.length < 2) return 0;
  const others = groups.slice(0, NEAREST_OF);
  const sums = most.map(({ actions }) =>
    others.reduce((sum, other) => sum + other.members.length * levenshtein(actions, other.actions), 0)
  );
  return sums.indexOf(Math.min(...sums));
}

type TimeOf = ReturnType<typeof timesOfEnough>;

function figuresOf({ log, offsets, events }: InstanceSteps, members: readonly number[], timeOf: TimeOf) {
  const own = (k: number) => events.subarray(offsets[k]!, offsets[k + 1]!);
  const people = new Set(members.map((k) => log.user[events[offsets[k]!]!] ?? -1)).size;
  return { people, medianSeconds: timeOf(people, median(Float64Array.from(members, (k) => spanSeconds(log, own(k))))) };
}

function exceptionsOf(
  steps: InstanceSteps,
  groups: readonly SequenceGroup[],
  variants: readonly TaskVariant[],
  dominant: number,
  timeOf: TimeOf,
): TaskException[] {
  const labels = steps.log.actionLabels;
  const usual = variants[dominant];
  const found = new Map<string, { departure: Departure; members: number[] }>();
  variants.forEach((variant, v) => {
    const keys = new Set<string>();
    for (const departure of variant.departures) {
      const key = `${departure.kind} ${departure.action} ${departure.after}`;
      if (keys.has(key)) continue;
      keys.add(key);
      const known = found.get(key);
      if (known) known.members.push(...groups[v]!.members);
      else found.set(key, { departure, members: [...groups[v]!.members] });
    }
  });
  const total = groups.reduce((sum, { members }) => sum + members.length, 0);
  const exceptions = [...found.values()].map(({ departure, members }) => {
    const { people, medianSeconds } = figuresOf(steps, members, timeOf);
    return {
      ...departure,
      label: labels[departure.action]!,
      afterLabel: departure.after < 0 ? null : labels[usual!.actions[departure.after]!]!,
      instances: members.length,
      share: members.length / total,
      people,
      extraSeconds: medianSeconds - usual!.medianSeconds,
    };
  });
  return exceptions.sort((a, b) =>
    b.instances - a.instances || a.after - b.after || byCodeUnit(a.kind, b.kind) || a.action - b.action
  );
}
