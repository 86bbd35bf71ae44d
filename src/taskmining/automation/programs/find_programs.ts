/** Which steps of tasks a machine could do: fixed ones, ones whose value follows from earlier values, and decisions. */
import { OptionError } from "../../../base/errors.ts";
import { type TypedTable, typedTable } from "../../../base/typed_table.ts";
import { stepsOf, type TaskWork } from "../../instances/steps.ts";
import { orNull, type ShownPeople } from "../../people.ts";
import { type ByExampleOptions, ownInputs, type VerifiedProgram, verifiedProgram } from "./by_example.ts";
import { programInWords } from "./in_words.ts";
import { kindOf, type ProgramKind } from "./kinds.ts";
import { masksOf } from "./masks.ts";
import type { Program } from "./program.ts";
import { shownPrograms } from "./shown_programs.ts";
import type { FoundProgram, TaskStep } from "./found_program.ts";
import { type AlignedStep, type AlignedSteps, alignedSteps } from "./steps/aligned_steps.ts";
import { sourcesOf } from "./steps/step_sources.ts";
import { type StepValues, stepValues } from "./steps/step_values.ts";

export type { FoundProgram, StepVerdict, TaskStep } from "./found_program.ts";

export interface FindProgramsOptions extends ByExampleOptions, ShownPeople {
  /** Steps that fewer of a task's instances have are left out. @default 0.1 */
  readonly leastShare?: number;
}

/** A row of `findPrograms`. */
export interface ProgramRow {
  readonly task: string | null;
  readonly target: string;
  /** Names of what it reads, with `; ` between. */
  readonly sources: string;
  readonly words: string;
  readonly kind: ProgramKind;
  readonly people: number;
  /** null, as the next two: fewer people do the step than figures are shown of. */
  readonly support: number | null;
  readonly heldOutRight: number | null;
  readonly heldOutTotal: number | null;
}

export type FoundPrograms = TypedTable<ProgramRow> & {
  readonly programs: readonly FoundProgram[];
  /** All steps of all tasks, in their usual order, with their verdicts. */
  readonly steps: readonly TaskStep[];
  readonly notes: readonly string[];
};

/**
 * For each step of each kind of task: whether its value follows from what was seen earlier in the same instance, by which
 * program, and how often that is right on instances that were held back.
 *
 * Steps are aligned by action and occurrence. A value may follow from values, the clipboard, titles and addresses of earlier
 * steps; a row also from that of the instance before. The setting is that of Leno, Augusto, Dumas, La Rosa, Maggi &
 * Polyvyanyy, "Discovering data transfer routines from user interaction logs", Information Systems 2021; for the programs
 * see `programByExample`. On masked values, which stand for what they hide only as wholes, nothing is claimed that holds
 * only of the mask.
 *
 * Of steps that fewer than `k` people do there are programs, without figures and without values of instances.
 *
 * @example
 * ```ts
 * import { findPrograms, readInteractions, segmentTasks } from "tracebook";
 * findPrograms(segmentTasks(await readInteractions("data/order-desk.csv")));
 * ```
 * @throws OptionError if an option is out of range.
 */
export function findPrograms(source: TaskWork, options: FindProgramsOptions = {}): FoundPrograms {
  const { leastShare = 0.1 } = options;
  if (!(leastShare >= 0 && leastShare <= 1)) {
    throw new OptionError(`Expected leastShare to be a share from 0 to 1 but found ${leastShare}`);
  }
  const work = stepsOf(source), { log } = work;
  const steps = alignedSteps(work, leastShare).flatMap((aligned) => {
    const masks = masksOf(log), values = stepValues(log, masks);
    const nameOf = ({ action, occurrence }: AlignedStep) =>
      log.actionLabels[action]! + (occurrence === 1 ? "" : ` (${ordinal(occurrence)})`);
    const show = (found: FoundProgram) => JSON.parse(masks.show(JSON.stringify(found))) as FoundProgram;
    return aligned.steps.map((step): TaskStep => {
      const doers = new Set(Array.from(step.events).filter((event) => event >= 0).map((event) => log.user[event]!));
      const about = { aligned, step, values, options, nameOf, target: nameOf(step), people: doers.size };
      const sources = values.enters(step.events.find((one) => one >= 0)!)
        ? sourcesOf(work, aligned, step, values, nameOf)
        : [];
      const verdict = verdictOf(about, sources);
      return {
        task: aligned.task,
        target: about.target,
        action: log.actions[step.action]!,
        occurrence: step.occurrence,
        instances: aligned.instances.length,
        withStep: step.count,
        ...verdict,
        found: verdict.found && show(verdict.found),
      };
    });
  });
  const shown = shownPrograms(log, steps, options);
  const programs = shown.steps.flatMap(({ found }) => found ?? []);
  const result = Object.assign(tableOf(programs), {
    ...{ programs, steps: shown.steps, notes: [...work.notes, ...shown.notes] },
  });
  allSteps.set(result, steps);
  return result;
}

const allSteps = new WeakMap<FoundPrograms, readonly TaskStep[]>();

/** The steps with all figures, for estimates that are suppressed themselves. */
export function stepsWithFigures(found: FoundPrograms): readonly TaskStep[] {
  return allSteps.get(found) ?? found.steps;
}

interface About {
  readonly aligned: AlignedSteps;
  readonly step: AlignedStep;
  readonly values: StepValues;
  readonly options: FindProgramsOptions;
  readonly nameOf: (step: AlignedStep) => string;
  readonly target: string;
  readonly people: number;
}

type Verdict = Pick<TaskStep, "verdict" | "why" | "found">;
type Column = { readonly name: string; readonly values: readonly (string | undefined)[] };

/** Fewer known values tell nothing of whether a person decides. */
const LEAST_VALUES = 10;

function verdictOf(about: About, sources: readonly Column[]): Verdict {
  const { step, values } = about;
  const row = verdictOfRow(about);
  if (row.verdict !== "fixed") return row;
  if (!values.enters(step.events.find((one) => one >= 0)!)) return row;
  const outputs = Array.from(step.events, (event) => (event < 0 ? undefined : values.entered(event)) ?? "");
  const found = search(about, outputs, sources) ?? counter(about, outputs);
  if (found) return { verdict: found.kind === "constant" ? "constant" : "program", why: null, found };
  const known = outputs.filter((output) => output !== "").length;
  if (known < LEAST_VALUES) {
    return { verdict: "unknown", why: `Only ${known} of its values are known.`, found: null };
  }
  return { verdict: "decision", why: "What is entered follows from nothing that was recorded before.", found: null };
}

/** Whether the row is always the same, advances, or is that of an earlier step. */
function verdictOfRow(about: About): Verdict {
  const { aligned, step, values, nameOf } = about;
  const rows = Array.from(step.events, (event) => (event < 0 ? undefined : values.row(event)) ?? "");
  const fixed: Verdict = { verdict: "fixed", why: null, found: null };
  const distinct = new Set(rows.filter((row) => row !== ""));
  if (distinct.size < 2) return fixed;
  const earlier = aligned.steps.filter((other) => other !== step).map((other): Column => ({
    name: `row of ${nameOf(other)}`,
    values: Array.from(other.events, (event, k) => {
      const isBefore = event >= 0 && step.events[k]! >= 0 && other.places[k]! < step.places[k]!;
      return isBefore ? values.row(event) : undefined;
    }),
  })).filter((column) => column.values.some((value) => value !== undefined));
  const found = search(about, rows, earlier.slice(0, 12)) ?? counter(about, rows);
  if (found) return { ...fixed, found: { ...found, target: `row of ${found.target}` } };
  if (rows.filter((row) => row !== "").length < LEAST_VALUES) {
    return { verdict: "unknown", why: "Its row varies, in too few instances to say how.", found: null };
  }
  return { verdict: "decision", why: "Which row is taken follows from nothing that was recorded before.", found: null };
}

function search(about: About, outputs: readonly string[], columns: readonly Column[]): FoundProgram | undefined {
  const inputs = columns.map((column) => column.values);
  const found = verifiedProgram({ rows: outputs.length, inputs, outputs }, about.options);
  return found && described(about, found, columns);
}

/** A number that grows by the same from one instance to the next. */
function counter(about: About, outputs: readonly string[]): FoundProgram | undefined {
  let last: string | undefined;
  const before = outputs.map((output) => {
    const value = last;
    if (output !== "") last = output;
    return value;
  });
  const column = { name: `the same in the instance before`, values: before };
  const found = verifiedProgram({ rows: outputs.length, inputs: [before], outputs }, about.options);
  const advances = found?.program.op === "number" && found.program.plus !== undefined;
  return advances ? { ...described(about, found, [column]), kind: "sequence" } : undefined;
}

function described(about: About, found: VerifiedProgram, columns: readonly Column[]): FoundProgram {
  const { program, sources } = ownInputs(found.program);
  const names = sources.map((index) => columns[index]!.name);
  return {
    ...found,
    program,
    task: about.aligned.task,
    target: about.target,
    sources: names,
    words: programInWords(program as Program, names.map((name) => `“${name}”`)),
    kind: kindOf(program),
    people: about.people,
    suppressed: false,
    counterInstances: found.counterExamples.map(({ row }) => about.aligned.instances[row]! + 1),
  };
}

function tableOf(programs: readonly FoundProgram[]): TypedTable<ProgramRow> {
  const of = <K extends keyof FoundProgram>(name: K) => programs.map((one) => one[name]);
  return typedTable<ProgramRow>({
    task: of("task"),
    target: of("target"),
    sources: programs.map(({ sources }) => sources.join("; ")),
    words: of("words"),
    kind: of("kind"),
    people: of("people"),
    support: of("support").map(orNull),
    heldOutRight: of("heldOutRight").map(orNull),
    heldOutTotal: of("heldOutTotal").map(orNull),
  });
}

function ordinal(n: number): string {
  const tail = n % 100 >= 11 && n % 100 <= 13 ? "th" : ["th", "st", "nd", "rd"][n % 10] ?? "th";
  return `${n}${tail}`;
}
