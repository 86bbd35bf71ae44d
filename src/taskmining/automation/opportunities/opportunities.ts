/**
 * Which work to automate first.
 *
 * Automation potential as frequency × time × automatable share × adherence × (1 − exceptions), each with its range. The
 * automatable share is the routine automatability index (RAI: deterministic steps / steps) of Leno, Augusto, Dumas,
 * La Rosa, Maggi & Polyvyanyy, "Discovering data transfer routines from user interaction logs", Information Systems 2021,
 * with each step weighted by its time and, where a program does it, by the held-back values that the program gets right.
 */
import { OptionError } from "../../../base/errors.ts";
import { countOf } from "../../../base/format.ts";
import { inWords } from "../../../base/inspect.ts";
import type { TypedTable } from "../../../base/typed_table.ts";
import { stepsOf, type TaskWork } from "../../instances/steps.ts";
import { type TaskInstances, taskInstances } from "../../instances/task_instances.ts";
import { NO_TIMES_NOTE } from "../../no_times.ts";
import { secondsAbove0 } from "../../options.ts";
import { hiddenGroups, leastShown, type ShownPeople } from "../../people.ts";
import { findPrograms, type FoundPrograms } from "../programs/find_programs.ts";
import { type Candidate, routineCandidate, taskCandidate } from "./candidates.ts";
import { effortDays, effortInWords, type EffortOption } from "./effort.ts";
import { type Days, evidenceOf, factorsOf, hoursOf, sourcesOf } from "./factors.ts";
import { type CostOptions, type Costs, costsOf, savingsOf } from "./money.ts";
import { type OpportunityRow, opportunityTable } from "./opportunity_rows.ts";
import { rankingOf } from "./ranking.ts";
import { shownSteps } from "./shown_steps.ts";
import { opportunitySentence } from "./sentence.ts";
import { taskFacts } from "./task_facts.ts";

import type { Opportunity } from "./opportunity.ts";

export type { Opportunity } from "./opportunity.ts";
export type { OpportunityRow } from "./opportunity_rows.ts";

export interface OpportunityOptions extends CostOptions, ShownPeople {
  /** Days a year on which such work is done: the recording's days stand for them. @default 250 */
  readonly workingDaysPerYear?: number;
  /** A longer gap is idle time. @default 180 */
  readonly idleSeconds?: number;
  /** Steps that fewer of a task's instances have are exceptions. @default 0.1 */
  readonly leastShare?: number;
  /** Share of the steps of the main way that an instance that follows it has, in their order. @default 0.8 */
  readonly leastFollowed?: number;
  /** Seconds that it takes a person to come back to a task, each time that a machine has to ask for a decision. @default 30 */
  readonly handoverSeconds?: number;
  /** Rates of development effort, in days, or a formula. @default 3 + 0.25 a step + 2 an application + 1 a decision + 0.5 a kind of exception */
  readonly effort?: EffortOption;
  /** What `findPrograms` found in the same work, if it has been run already. */
  readonly programs?: FoundPrograms;
  /** Draws that tell how stable the ranks are. @default 400 */
  readonly draws?: number;
  /** @default 1 */
  readonly seed?: number;
}

export interface AutomationOpportunities {
  /** By rank. */
  readonly opportunities: readonly Opportunity[];
  /** A row each, with the ends of all ranges: `instancesPerYear`, `instancesPerYearLow`, `instancesPerYearHigh`, …. */
  readonly table: TypedTable<OpportunityRow>;
  /** What was counted with. */
  readonly costs: Costs;
  readonly workingDaysPerYear: number;
  readonly handoverSeconds: number;
  readonly days: number;
  readonly sentence: string;
  readonly notes: readonly string[];
}

/**
 * What it would save to automate each kind of task, what it would cost, and which to do first.
 *
 * `hoursPerYear` is the product of
 * - `instancesPerYear`: instances / days with interactions × `workingDaysPerYear`, with the interval of a count,
 * - `activeSeconds` / 3600: the mean of the instances, with Student's interval,
 * - `automatableShare`: the share of active time in steps that a machine does, by the verdicts of `findPrograms`. A step
 *   at which nothing is entered counts fully, a program as often as it gets held-back values right, a decision not at all;
 *   an unknown step counts 0, and 1 at most. `handoverSeconds` are taken off for each run of steps in which a person has
 *   to be asked,
 * - `adherence`: the share of instances that do at least `leastFollowed` of the steps of the main way in their order; the
 *   main way are the steps that half of the instances have,
 * - 1 − `exceptionShare`: of those that follow, the share without a step whose action less than `leastShare` have.
 *
 * Factors are taken as independent: the ends of the product are combined as Zou & Donner (2008) do, on the scale of
 * logarithms. The time of a step is the time before it, since the step before in its instance; that of scrolling and
 * switching windows right before a decision is time of the decision.
 *
 * A part of a task has a row of its own where automating it alone pays, and is worth more than the whole: its longest stretch of
 * steps that need no person. Its hours are part of those of its task, and do not add to them.
 *
 * Development effort, savings and payback are computed as `effort` and the costs say; without `hourlyRate` savings are
 * hours, and payback is when hours saved outweigh hours of development (eight a day). The rank is that of `value`: savings
 * over `years` less the cost of building. `holdsRank` and `firstThree` say in how many of `draws` recordings, made of this
 * one's instances by the bootstrap, it has its rank; the programs found stay the same in them.
 *
 * Kinds of task of fewer than `k` people are left out, with as many others as keep them secret; steps of fewer people are
 * put together in `otherSeconds`.
 *
 * Limits: whether a whole step is needed is not judged. Looking something up for a decision made in another task, or
 * outside the recording, counts as automatable here.
 *
 * @example
 * ```ts
 * import { automationOpportunities, readInteractions, segmentTasks } from "tracebook";
 * const segmentation = segmentTasks(await readInteractions("data/order-desk.csv"));
 * automationOpportunities(segmentation, { hourlyRate: 45, dayRate: 700 }).sentence;
 * ```
 * @throws OptionError if an option is out of range.
 */
export function automationOpportunities(work: TaskWork, options: OpportunityOptions = {}): AutomationOpportunities {
  const { draws = 400, seed = 1, leastFollowed = 0.8, workingDaysPerYear = 250, leastShare = 0.1 } = options;
  const { handoverSeconds = 30 } = options;
  checked(draws, leastFollowed, workingDaysPerYear, handoverSeconds);
  const costs = costsOf(options), steps = stepsOf(work), { log } = steps;
  const idleSeconds = secondsAbove0("idleSeconds", options.idleSeconds ?? 180);
  const timed = timedInstances(work, idleSeconds);
  const programs = options.programs ?? findPrograms(work, { leastShare });
  const days = daysOf(steps.count, timed, workingDaysPerYear);
  const all = taskFacts(steps, timed, programs);
  const people = all.map(({ instances }) => [...new Set(Array.from(instances, (k) => timed.user[k]!))]);
  const hidden = hiddenGroups(
    log,
    all.map(({ task, instances }, i) => ({ values: [task], people: people[i]!, size: instances.length })),
    options,
  );
  const shown = all.flatMap((facts, i) => {
    if (hidden[i] === 1 || facts.instances.length === 0) return [];
    const task = taskCandidate(facts, { leastFollowed, handoverSeconds }), own = people[i]!.length;
    const whole = estimate(task, own), routine = routineCandidate(facts, task.way);
    const part = routine && routine.members.length > 0 ? estimate(routine, peopleOf(routine)) : undefined;
    // A part of few people stays within its task.
    const standsOut = part && part.value.base > Math.max(0, whole.value.base) &&
      part.people >= leastShown(log, options);
    return standsOut ? [whole, part] : [whole];
  });
  const ranking = rankingOf(
    shown.map(({ candidate, evidence, value, effortDays: effort }) => ({
      candidate,
      dispersion: evidence.dispersion,
      value: value.base,
      perInstance: workingDaysPerYear / days.days,
      valueOf: (hours) => savingsOf({ low: hours, base: hours, high: hours }, effort, costs).value.base,
    })),
    { draws, seed },
  );
  const opportunities = shown.map(({ candidate: _, ...one }, i): Opportunity => ({
    ...one,
    rank: ranking.rank[i]!,
    holdsRank: ranking.holdsRank[i]!,
    firstThree: ranking.firstThree[i]!,
  })).sort((a, b) => a.rank - b.rank);
  const left = hidden.reduce((sum, one) => sum + one, 0);
  const unknown = shown.filter(({ routine }) => routine === null)
    .reduce((sum, { steps }) => sum + steps.filter(({ verdict }) => verdict === "unknown").length, 0);
  const about = { unknown, costs, workingDaysPerYear, days: days.days, draws, hasTimes: log.hasTimes, left };
  const sentence = opportunitySentence(opportunities, about);
  const notes = notesOf(
    [...steps.notes, ...[steps.sure()].filter((words) => words !== undefined)],
    about,
    log,
    options,
  );
  const table = opportunityTable(opportunities);
  return inWords({
    opportunities,
    table,
    costs,
    workingDaysPerYear,
    handoverSeconds,
    days: days.days,
    sentence,
    notes,
    toString: () => [sentence, ...notes, String(table)].join("\n"),
  });

  function estimate(candidate: Candidate, people: number) {
    const evidence = evidenceOf(candidate, days);
    const factors = factorsOf(candidate, evidence, days, log.hasTimes);
    const hoursPerYear = hoursOf(factors), { facts } = candidate;
    const developing = effortDays(candidate.counts, options.effort);
    return {
      candidate,
      task: facts.task,
      routine: candidate.routine,
      people,
      ...factors,
      hoursPerYear,
      effortDays: developing,
      effort: candidate.counts,
      effortInWords: effortInWords(candidate.counts, options.effort),
      ...savingsOf(hoursPerYear, developing, costs),
      evidence,
      sources: sourcesOf(candidate, evidence, days, handoverSeconds),
      ...shownSteps(candidate, timed.user, leastShown(log, options)),
      instances: candidate.members.map((k) => facts.instances[k]!),
      weighedBy: facts.weighedBy,
    };
  }

  function peopleOf({ facts, members }: Candidate): number {
    return new Set(Array.from(members, (k) => timed.user[facts.instances[k]!]!)).size;
  }
}

/** The instances of the work with active times by a threshold. */
function timedInstances(work: TaskWork, idleSeconds: number): TaskInstances {
  if (!("names" in work)) return taskInstances(work, { idleSeconds });
  if (work.idleSeconds === idleSeconds) return work;
  if (work.segmentation) return taskInstances(work.segmentation, { idleSeconds });
  return taskInstances(work.log, {
    instance: work.instanceColumn!,
    ...(work.taskColumn === undefined ? {} : { task: work.taskColumn }),
    idleSeconds,
  });
}

function checked(draws: number, leastFollowed: number, workingDaysPerYear: number, handoverSeconds: number): void {
  if (!(handoverSeconds >= 0 && Number.isFinite(handoverSeconds))) {
    throw new OptionError(`Expected handoverSeconds to be 0 seconds or more but found ${handoverSeconds}`);
  }
  if (!(Number.isInteger(draws) && draws >= 1 && draws <= 100_000)) {
    throw new OptionError(`Expected draws to be a whole number from 1 to 100,000 but found ${draws}`);
  }
  if (!(leastFollowed > 0 && leastFollowed <= 1)) {
    throw new OptionError(`Expected leastFollowed to be a share above 0, at most 1, but found ${leastFollowed}`);
  }
  if (!(workingDaysPerYear > 0 && workingDaysPerYear <= 366)) {
    throw new OptionError(`Expected workingDaysPerYear to be above 0, at most 366, but found ${workingDaysPerYear}`);
  }
}

function daysOf(count: number, timed: TaskInstances, perYear: number): Days {
  const { log, offsets, events } = timed;
  if (!log.hasTimes) return { dayOf: new Int32Array(count), days: 0, perYear };
  const dayNumber = (ms: number) => Math.floor(ms / 86_400_000);
  const days = [...new Set(Array.from(log.time, dayNumber))].filter((day) => !Number.isNaN(day)).sort((a, b) => a - b);
  const indexOf = new Map(days.map((day, index) => [day, index]));
  return {
    dayOf: Int32Array.from({ length: count }, (_, k) => indexOf.get(dayNumber(log.time[events[offsets[k]!]!]!))!),
    days: days.length,
    perYear,
  };
}

function notesOf(
  notes: readonly string[],
  { left, unknown, hasTimes, days }: {
    readonly left: number;
    readonly unknown: number;
    readonly hasTimes: boolean;
    readonly days: number;
  },
  log: Parameters<typeof leastShown>[0],
  options: OpportunityOptions,
): string[] {
  return [
    ...new Set([
      ...notes,
      ...(hasTimes ? [] : [NO_TIMES_NOTE]),
      ...(hasTimes && days < 10
        ? [`The recording has ${days === 1 ? "one day" : `${days} days`}: what a year holds is a rough guess.`]
        : []),
      ...(unknown > 0
        ? [
          `Of ${
            countOf(unknown, "step")
          } too few values are known to say whether a machine could do it: it counts as ` +
          "one that it cannot, and at the high end as one that it can.",
        ]
        : []),
      ...(left > 0
        ? [
          `${left === 1 ? "One kind of task is" : `${left} kinds of task are`} left out: fewer than ${
            leastShown(log, options)
          } people do it, or its figures would tell those of such a kind.`,
        ]
        : []),
    ]),
  ];
}
