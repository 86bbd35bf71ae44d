/** One opportunity: a task, or a part of it, with every figure and where it comes from. */
import type { EffortCounts } from "./effort.ts";
import type { Evidence, Factors } from "./factors.ts";
import type { Savings } from "./money.ts";
import type { Range } from "./ranges.ts";
import type { StepWork } from "./task_facts.ts";

export interface Opportunity extends Factors, Savings {
  readonly task: string | null;
  /** Null for the whole task; for a part of it its first and last step. */
  readonly routine: string | null;
  /** 1 where the log knows no users. */
  readonly people: number;
  /** From 1, by `value.base`. */
  readonly rank: number;
  /** Share of the draws in which it has its rank, and in which it is among the first three. */
  readonly holdsRank: number;
  readonly firstThree: number;
  /** Hours that a machine would do; the product of the factors. */
  readonly hoursPerYear: Range;
  readonly effortDays: number;
  readonly effort: EffortCounts;
  readonly effortInWords: string;
  readonly evidence: Evidence;
  /** Where each factor comes from. */
  readonly sources: Readonly<Record<keyof Factors, string>>;
  /** Its steps that enough people do, with verdict, time, and the share that a machine does right; see `StepWork`. */
  readonly steps: readonly StepWork[];
  /** Mean seconds of an instance in all other steps: those of few people, and those that few instances have. */
  readonly otherSeconds: number;
  /** The part of them that a machine would do; as `automatableShare` before hand-overs. */
  readonly otherMachineSeconds: number;
  /** Instances that it is about, by their numbers in the work, from 0. */
  readonly instances: Int32Array;
  readonly weighedBy: "seconds" | "steps";
}
