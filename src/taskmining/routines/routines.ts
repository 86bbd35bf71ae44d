/**
 * Routines: sequences of actions that recur within task instances. After Bosco, Augusto, Dumas, La Rosa, Fortino,
 * "Discovering automatable routines from user interaction logs", BPM Forum 2019, and Leno, Augusto, Dumas, La Rosa,
 * Maggi, Polyvyanyy, "Identifying candidate routines for Robotic Process Automation from unsegmented UI logs", ICPM
 * 2020, section III-C: closed frequent patterns, the best taken, its occurrences taken out, the rest mined again.
 */
import { OptionError } from "../../base/errors.ts";
import { orNull, type ShownPeople, timesOfEnough } from "../people.ts";
import { byCodeUnit } from "../../base/text_codes.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { median } from "../../base/statistics/summary.ts";
import { type TypedTable, typedTable } from "../../base/typed_table.ts";
import { cleanSteps } from "../cleaning/clean_steps.ts";
import { type InstanceSteps, spanSeconds, stepsOf, type TaskWork } from "../instances/steps.ts";
import { type RoutineRank, takeRoutines } from "./routines_take.ts";

export type { TaskWork } from "../instances/steps.ts";
export type { RoutineRank } from "./routines_take.ts";

export interface RoutineOptions extends ShownPeople {
  /** Least share of the instances of a kind of task that hold a routine; never fewer than two. @default 0.02 */
  readonly minSupport?: number;
  /** Fewest actions of a routine. @default 3 */
  readonly minLength?: number;
  /**
   * Which pattern is taken first: `cohesion` (length less the median of outliers inside its occurrences), `coverage`
   * (length × support), `support` or `length`; ties go to coverage, then length, then the names of the actions.
   * @default "cohesion"
   */
  readonly rank?: RoutineRank;
  /**
   * Leaves out what a recorder adds to what people did, such as clicks into fields and copies nobody pasted, as
   * `cleanInteractions` does; `notes` counts it. The instances are those of the recording either way: cleaning changes
   * of which steps a routine is made, not what makes a task.
   * @default true
   */
  readonly clean?: boolean;
}

export interface RoutineOccurrence {
  readonly instance: number;
  /** Its interactions, in order: one for each action of the routine. */
  readonly events: Int32Array;
}

export interface Routine {
  /** Kind of task in whose instances it recurs; null where the log does not tell kinds. */
  readonly task: string | null;
  /** Normalised actions, in order, as in `log.actions`. */
  readonly actions: readonly string[];
  /** The same in words. */
  readonly labels: readonly string[];
  /** Instances that hold it, and their share of all instances of the kind. */
  readonly instances: number;
  readonly support: number;
  /** Disjoint from those of all other routines. */
  readonly occurrences: readonly RoutineOccurrence[];
  /** Share of its interactions in those of all instances. Shares of routines add up, for no interaction is in two. */
  readonly coverage: number;
  /** Actions less the median of other steps inside an occurrence: at most the number of actions. */
  readonly cohesion: number;
  /** People with at least one occurrence; 1 where the log knows no users. */
  readonly people: number;
  /** From the first to the last interaction of an occurrence; as `totalSeconds` NaN if of fewer people than are shown. */
  readonly medianSeconds: number;
  readonly totalSeconds: number;
}

/** A row of `Routines.table`. */
export interface RoutineRow {
  readonly task: string | null;
  /** In words, joined by " → ". */
  readonly actions: string;
  readonly length: number;
  readonly instances: number;
  readonly support: number;
  readonly occurrences: number;
  readonly coverage: number;
  readonly cohesion: number;
  readonly people: number;
  /** Null in rows of too few people, as `totalSeconds`. */
  readonly medianSeconds: number | null;
  readonly totalSeconds: number | null;
}

export interface Routines {
  /** The log of `actions` and `occurrences`: the cleaned one, unless `clean` is false. */
  readonly log: InteractionLog;
  /** Greatest coverage first, then by task and actions. */
  readonly routines: readonly Routine[];
  /** Share of the interactions of all instances that belong to a routine. */
  readonly coverage: number;
  /**
   * A row each: `task`, `actions` (in words, joined by " → "), `length`, `instances`, `support`, `occurrences`, `coverage`,
   * `cohesion`, `people`, `medianSeconds`, `totalSeconds` (null in rows of fewer than `k` people).
   */
  readonly table: TypedTable<RoutineRow>;
  /** What an instance is, and what the search could not do. */
  readonly notes: readonly string[];
}

/**
 * The routines of each kind of task: sequences of actions that recur within its instances. If a log is given,
 * `segmentTasks` finds the instances; a segmentation, or instances that a column names (`taskInstances`), bring theirs.
 *
 * Within a kind, the best closed frequent pattern is taken with all its occurrences (tightest ones, from left to right,
 * other steps between their actions allowed); what stands before and after an occurrence is mined again, until no
 * pattern is frequent. Steps that the segmentation takes for strays count as any other: what recurs is no stray, and what
 * does not recur is in no routine.
 *
 * Cost: each search is bounded, the same on every machine; where the bound cuts it short, `notes` says so.
 *
 * @example
 * ```ts
 * import { discoverRoutines, readInteractions } from "tracebook";
 * const found = discoverRoutines(await readInteractions("data/order-desk.csv"));
 * found.routines[0]?.actions;
 * ```
 * @throws OptionError if an option is out of range.
 */
export function discoverRoutines(work: TaskWork, options: RoutineOptions = {}): Routines {
  const { minSupport = 0.02, minLength = 3, rank = "cohesion", clean = true } = options;
  if (!(minSupport >= 0 && minSupport <= 1)) {
    throw new OptionError(`Expected minSupport to be a share from 0 to 1 but found ${minSupport}`);
  }
  if (!Number.isInteger(minLength) || minLength < 1) {
    throw new OptionError(`Expected minLength to be a whole number from 1 but found ${minLength}`);
  }
  const all = stepsOf(work, { strays: true });
  const steps = clean ? cleanSteps(all) : all;
  const notes = [...steps.notes], sure = steps.sure();
  if (sure !== undefined) notes.unshift(sure);
  const timeOf = timesOfEnough(steps.log, options);
  const routines = steps.tasks.flatMap((task, kind) => {
    const instances = Int32Array.from({ length: steps.count }, (_, k) => k).filter((k) => steps.task[k] === kind);
    const { taken, cut } = takeRoutines(steps, instances, { minSupport, minLength, rank });
    if (cut) notes.push(cut);
    return taken.map(({ items, occurrences, cohesion }) => {
      const held = new Set(occurrences.map(({ instance }) => instance));
      return {
        task,
        actions: Array.from(items, (item) => steps.log.actions[item]!),
        labels: Array.from(items, (item) => steps.log.actionLabels[item]!),
        instances: held.size,
        support: held.size / instances.length,
        occurrences,
        coverage: occurrences.length * items.length / steps.owned,
        cohesion,
        ...measures(steps, occurrences, timeOf),
      };
    });
  });
  routines.sort((a, b) =>
    b.coverage - a.coverage || byCodeUnit(a.task ?? "", b.task ?? "") ||
    byCodeUnit(a.actions.join("\n"), b.actions.join("\n"))
  );
  if (routines.length === 0 && steps.count < 2) notes.push("A routine recurs: one instance alone has none.");
  return {
    log: steps.log,
    routines,
    coverage: routines.reduce((sum, { coverage }) => sum + coverage, 0),
    table: tableOf(routines),
    notes: [...new Set(notes)],
  };
}

function measures(
  { log }: InstanceSteps,
  occurrences: readonly RoutineOccurrence[],
  timeOf: ReturnType<typeof timesOfEnough>,
) {
  const people = new Set(occurrences.map(({ events }) => log.user[events[0]!]!)).size;
  const seconds = Float64Array.from(occurrences, ({ events }) => spanSeconds(log, events));
  return {
    people,
    medianSeconds: timeOf(people, median(seconds)),
    totalSeconds: timeOf(people, seconds.reduce((sum, own) => sum + own, 0)),
  };
}

function tableOf(routines: readonly Routine[]): TypedTable<RoutineRow> {
  return typedTable<RoutineRow>({
    task: routines.map(({ task }) => task),
    actions: routines.map(({ labels }) => labels.join(" → ")),
    length: routines.map(({ actions }) => actions.length),
    instances: routines.map(({ instances }) => instances),
    support: routines.map(({ support }) => support),
    occurrences: routines.map(({ occurrences }) => occurrences.length),
    coverage: routines.map(({ coverage }) => coverage),
    cohesion: routines.map(({ cohesion }) => cohesion),
    people: routines.map(({ people }) => people),
    medianSeconds: routines.map(({ medianSeconds }) => orNull(medianSeconds)),
    totalSeconds: routines.map(({ totalSeconds }) => orNull(totalSeconds)),
  });
}
