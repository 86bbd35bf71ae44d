/** How many days it takes to develop the automation of a task. */
import { OptionError } from "../../../base/errors.ts";
import { countOf } from "../../../base/format.ts";

/** What development effort grows with. */
export interface EffortCounts {
  /** Different actions that a machine has to do. */
  readonly steps: number;
  readonly applications: number;
  /** Different actions in which a person decides, or of which it is not known: each needs a place to ask. */
  readonly decisions: number;
  /** Different actions that come up in few instances, but in two or more: each has to be found and handed over. */
  readonly exceptions: number;
}

/** Days of development: `setup` once, and so many for each of what is counted. */
export interface EffortRates {
  /** @default 3 */
  readonly setup: number;
  /** @default 0.25 */
  readonly perStep: number;
  /** @default 2 */
  readonly perApplication: number;
  /** @default 1 */
  readonly perDecision: number;
  /** @default 0.5 */
  readonly perException: number;
}

/** Rates in place of some of the usual ones, or a formula. */
export type EffortOption = Partial<EffortRates> | ((counts: EffortCounts) => number);

/**
 * Rules of thumb, not measurements: two weeks for a task of 20 steps in two applications without decisions. Whoever has
 * figures of their own gives them.
 */
const USUAL: EffortRates = { setup: 3, perStep: 0.25, perApplication: 2, perDecision: 1, perException: 0.5 };

/**
 * setup + steps × perStep + applications × perApplication + decisions × perDecision + exceptions × perException, in days.
 *
 * @throws OptionError if a rate is negative or unknown, or a formula gives no number.
 */
export function effortDays(counts: EffortCounts, effort: EffortOption = {}): number {
  if (typeof effort === "function") {
    const days = effort(counts);
    if (!(days >= 0)) throw new OptionError(`Expected effort to give days of 0 or more but found ${days}`);
    return days;
  }
  for (const [name, rate] of Object.entries(effort)) {
    if (!Object.hasOwn(USUAL, name)) {
      throw new OptionError(`Expected effort to have ${Object.keys(USUAL).join(", ")} but found "${name}"`);
    }
    if (!(rate >= 0)) throw new OptionError(`Expected effort.${name} to be 0 days or more but found ${rate}`);
  }
  const { setup, perStep, perApplication, perDecision, perException } = { ...USUAL, ...effort };
  const { steps, applications, decisions, exceptions } = counts;
  return setup + steps * perStep + applications * perApplication + decisions * perDecision + exceptions * perException;
}

/** The formula with its numbers, for a reader. */
export function effortInWords(
  { steps, applications, decisions, exceptions }: EffortCounts,
  effort: EffortOption = {},
): string {
  if (typeof effort === "function") return "by a formula of the user";
  const { setup, perStep, perApplication, perDecision, perException } = { ...USUAL, ...effort };
  return `${setup} + ${countOf(steps, "step")} × ${perStep} + ${
    countOf(applications, "application")
  } × ${perApplication} + ` +
    `${countOf(decisions, "decision")} × ${perDecision} + ${
      countOf(exceptions, "kind of exception", "kinds of exception")
    } × ${perException} days`;
}
