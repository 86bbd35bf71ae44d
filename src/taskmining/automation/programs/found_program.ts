/** Steps of tasks with what they are to a machine, and the programs found for them. */
import type { VerifiedProgram } from "./by_example.ts";
import type { ProgramKind } from "./kinds.ts";

/**
 * What a step is to a machine: `fixed` (nothing is entered, the element is always the same, its row advances or follows),
 * `constant` (the same is always entered), `program` (what is entered follows from what was seen before in the instance),
 * `decision` (what is entered, or in which row, follows from nothing that was recorded), `unknown` (too few values are
 * known to say).
 */
export type StepVerdict = "fixed" | "program" | "constant" | "decision" | "unknown";

/** A step of a kind of task. */
export interface TaskStep {
  readonly task: string | null;
  /** The action in words; `(2nd)` and so on where it is done again in an instance. */
  readonly target: string;
  readonly action: string;
  readonly occurrence: number;
  /** Instances of the task, and how many of them have the step. */
  readonly instances: number;
  readonly withStep: number;
  readonly verdict: StepVerdict;
  /** Why, where it is `decision` or `unknown`. */
  readonly why: string | null;
  /** For `program` and `constant`, and for `fixed` where the row is told by one. */
  readonly found: FoundProgram | null;
}

/** A program for a step's value, or for its row. */
export interface FoundProgram extends VerifiedProgram {
  readonly task: string | null;
  readonly target: string;
  /** What the program's inputs are, in their order. */
  readonly sources: readonly string[];
  readonly words: string;
  readonly kind: ProgramKind;
  /** Instance of each counter-example, by its number in the segmentation, from 1. */
  readonly counterInstances: readonly number[];
  /** People who do the step. */
  readonly people: number;
  /** Whether they are too few for figures and examples: the figures are NaN, and the lists empty. */
  readonly suppressed: boolean;
}
