/** How much the way of doing a task, and the time it takes, differ from one execution to the next, and between groups. */
import { OptionError } from "../../base/errors.ts";
import { asText, byCodeUnit } from "../../base/text_codes.ts";
import { textAt } from "../../io/interactions/text_columns.ts";
import { summarise } from "../../base/statistics/summary.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import { textAttribute } from "../options.ts";
import { type Hidden, hiddenGroups, leastShown, type ShownPeople, suppressionNote } from "../people.ts";
import { actionsOf, type InstanceSteps, spanSeconds, stepsOf, type TaskWork } from "../instances/steps.ts";
import { levenshtein } from "../segmentation/score_segments.ts";
import { variabilityOf } from "./variability.ts";

export interface SequenceVariabilityOptions extends ShownPeople {
  /**
   * What makes the groups within a kind of task: `team`, `user`, any column, or several of them. An instance has the
   * value of its first interaction that has one.
   * @default none: a row each kind of task
   */
  readonly by?: string | readonly string[];
  /** Most instances of a group whose sequences are compared pair by pair; of more, evenly spaced ones. @default 300 */
  readonly sample?: number;
}

export interface SequenceVariabilityAbout {
  /** Groups of which a sample was compared. */
  readonly sampledGroups: number;
  readonly sample: number;
  readonly notes: readonly string[];
}

export interface VariabilityFigures {
  readonly people: number;
  readonly instances: number;
  readonly variants: number;
  readonly variantsPerInstance: number;
  readonly entropyBits: number;
  readonly sequenceVariability: number;
  readonly medianSeconds: number;
  readonly cvSeconds: number;
  readonly iqrToMedianSeconds: number;
  readonly p90ToP50Seconds: number;
}

/** A row of `sequenceVariability`: a kind of task or a group within it. Figures are null where `suppressed`. */
export type SequenceVariabilityRow =
  & { readonly task: string | null }
  & (VariabilityFigures & { readonly suppressed: false } | Hidden<VariabilityFigures> & { readonly suppressed: true });

/**
 * Variability of sequence and of time of each kind of task, and of groups within it; a row each, kinds from the most
 * frequent, groups by name, unknown ones last.
 *
 * Columns: `task`; each column of `by`; `people`; `instances`; `variants` (different sequences); `variantsPerInstance`
 * (from 1 / instances, all alike, to 1, all different); `entropyBits` (of the variants' shares); `sequenceVariability`
 * (1 less the mean pairwise normalised Levenshtein similarity: 0 where all are alike, NaN of one instance);
 * `medianSeconds` and `cvSeconds`, `iqrToMedianSeconds`, `p90ToP50Seconds` (first to last interaction; for active time
 * see `handleTimes`); `suppressed`. Figures of groups of fewer than `k` people are null, as in `handleTimes`.
 *
 * @example
 * ```ts
 * import { readInteractions, segmentTasks, sequenceVariability } from "tracebook";
 * sequenceVariability(segmentTasks(await readInteractions("data/order-desk.csv")), { by: "team" });
 * ```
 * @throws InputError if the log has no such column; OptionError if `sample` is under 2.
 */
export function sequenceVariability(
  work: TaskWork,
  options: SequenceVariabilityOptions = {},
): TypedTable<SequenceVariabilityRow> & { readonly about: SequenceVariabilityAbout } {
  const { sample = 300 } = options;
  if (!(sample >= 2)) throw new OptionError(`Expected sample to be a number from 2 but found ${sample}`);
  const by = options.by === undefined ? [] : typeof options.by === "string" ? [options.by] : [...options.by];
  const steps = stepsOf(work);
  const others = by.filter((name) => name !== "task");
  const groups = groupSteps(steps, others);
  const { hidden, note } = suppressedSteps(steps, groups, options);
  const rows = groups.map(({ task, values, members }, i): SequenceVariabilityRow => ({
    task,
    ...Object.fromEntries(others.map((name, c) => [name, values[c]])),
    ...(hidden[i] === 1
      ? { ...NOTHING, suppressed: true }
      : { ...variabilityOfMembers(steps, members, sample), suppressed: false }),
  }));
  const result = tableOfRows<SequenceVariabilityRow>(rows, ["task", ...others, ...FIGURES, "suppressed"]);
  const sampledGroups = groups.filter(({ members }) => members.length > sample).length;
  const notes = [...steps.notes];
  if (sampledGroups > 0) {
    notes.push(`Of ${sampledGroups} larger groups, ${sample} evenly spaced instances each were compared.`);
  }
  if (note) notes.push(note);
  return Object.assign(result, { about: { sampledGroups, sample, notes } });
}

/** 1 less the mean pairwise similarity 1 − d / max(length) of weighted sequences; NaN for fewer than two. */
export function pairwiseDissimilarity(sequences: readonly Int32Array[], weights: ArrayLike<number>): number {
  let sum = 0, pairs = 0;
  for (let a = 0; a < sequences.length; a++) {
    pairs += weights[a]! * (weights[a]! - 1) / 2;
    for (let b = a + 1; b < sequences.length; b++) {
      const longer = Math.max(sequences[a]!.length, sequences[b]!.length);
      const weight = weights[a]! * weights[b]!;
      pairs += weight;
      if (longer > 0) sum += weight * levenshtein(sequences[a]!, sequences[b]!) / longer;
    }
  }
  return pairs === 0 ? NaN : sum / pairs;
}

export interface StepsGroup {
  readonly task: string | null;
  readonly kind: number;
  readonly values: readonly (string | null)[];
  readonly members: readonly number[];
}

/** Instances by kind and by attributes. */
export function groupSteps(steps: InstanceSteps, by: readonly string[]): StepsGroup[] {
  const { log, count, offsets, events } = steps;
  const columns = by.map((name) => asText(textAttribute(log, name)));
  const groups = new Map<string, { kind: number; values: (string | null)[]; members: number[] }>();
  for (let k = 0; k < count; k++) {
    const own = events.subarray(offsets[k]!, offsets[k + 1]!);
    const values = columns.map((column) => {
      const first = own.find((event) => column.codes[event]! >= 0);
      return first === undefined ? null : textAt(column, first)!;
    });
    const key = JSON.stringify([steps.task[k], values]);
    const known = groups.get(key);
    if (known) known.members.push(k);
    else groups.set(key, { kind: steps.task[k]!, values, members: [k] });
  }
  const inOrder = (a: readonly (string | null)[], b: readonly (string | null)[]) => {
    const i = a.findIndex((value, at) => value !== b[at]);
    if (i < 0) return 0;
    return a[i] === null ? 1 : b[i] === null ? -1 : byCodeUnit(a[i]!, b[i]!);
  };
  return [...groups.values()].sort((a, b) => a.kind - b.kind || inOrder(a.values, b.values))
    .map((group) => ({ task: steps.tasks[group.kind]!, ...group }));
}

/** Groups whose figures must not be shown, and the note that says so. */
export function suppressedSteps(steps: InstanceSteps, groups: readonly StepsGroup[], shown: ShownPeople) {
  const { log, offsets, events } = steps;
  const hidden = hiddenGroups(
    log,
    groups.map(({ task, values, members }) => ({
      values: [task, ...values],
      people: members.map((k) => log.user[events[offsets[k]!]!] ?? -1),
      size: members.length,
    })),
    shown,
  );
  return { hidden, note: suppressionNote(hidden, leastShown(log, shown)) };
}

const FIGURES: readonly (keyof VariabilityFigures)[] = [
  "people",
  "instances",
  "variants",
  "variantsPerInstance",
  "entropyBits",
  "sequenceVariability",
  "medianSeconds",
  "cvSeconds",
  "iqrToMedianSeconds",
  "p90ToP50Seconds",
];

const NOTHING = Object.fromEntries(FIGURES.map((name) => [name, null])) as Hidden<VariabilityFigures>;

function variabilityOfMembers(steps: InstanceSteps, members: readonly number[], sample: number): VariabilityFigures {
  const { log, offsets, events } = steps;
  const all = distinct(steps, members);
  const compared = members.length <= sample
    ? all
    : distinct(steps, Array.from({ length: sample }, (_, i) => members[Math.floor(i * members.length / sample)]!));
  const seconds = summarise(
    Float64Array.from(members, (k) => spanSeconds(log, events.subarray(offsets[k]!, offsets[k + 1]!))),
  );
  const { cv, iqrToMedian, p90ToP50 } = variabilityOf(seconds);
  return {
    people: new Set(members.map((k) => log.user[events[offsets[k]!]!] ?? -1)).size,
    instances: members.length,
    variants: all.sequences.length,
    variantsPerInstance: all.sequences.length / members.length,
    entropyBits: entropyBits(all.weights),
    sequenceVariability: pairwiseDissimilarity(compared.sequences, compared.weights),
    medianSeconds: seconds.median,
    cvSeconds: cv,
    iqrToMedianSeconds: iqrToMedian,
    p90ToP50Seconds: p90ToP50,
  };
}

function distinct(steps: InstanceSteps, members: readonly number[]) {
  const found = new Map<string, { actions: Int32Array; weight: number }>();
  for (const k of members) {
    const actions = actionsOf(steps, k);
    const key = actions.join();
    const known = found.get(key);
    if (known) known.weight++;
    else found.set(key, { actions, weight: 1 });
  }
  const groups = [...found.values()];
  return { sequences: groups.map(({ actions }) => actions), weights: groups.map(({ weight }) => weight) };
}

/** Shannon entropy of the shares that some counts have. */
function entropyBits(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count) => sum - count / total * Math.log2(count / total), 0) || 0;
}
