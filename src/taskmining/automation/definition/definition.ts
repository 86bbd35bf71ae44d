/** What a process definition document says of a task. Plain data: texts are for people, numbers for machines. */
import type { StepVerdict } from "../programs/find_programs.ts";

/** A step of the main way. */
export interface DefinedStep {
  /** From 1. */
  readonly number: number;
  /** What is done, in words: `Paste into Customer in ERP`. */
  readonly label: string;
  readonly application: string | null;
  /** Window, page or sheet. */
  readonly place: string | null;
  /** Field, button or column. */
  readonly element: string | null;
  /** Instances of the task that do it, of all. */
  readonly share: number;
  /** `fixed`, `constant`, `program`, `decision` or `unknown`, as `findPrograms` tells. */
  readonly verdict: StepVerdict;
  /** Why, where it is a decision or not known. */
  readonly why: string | null;
  /** Number of its rule in `rules`, from 1. */
  readonly rule: number | null;
  /** The shape of the value that is seen or entered, never the value itself: `X99999`. */
  readonly example: string | null;
}

/** Steps of the main way that are repeated, such as the lines of an order. */
export interface DefinedLoop {
  /** Numbers of the first and the last step. */
  readonly from: number;
  readonly to: number;
  /** Of all instances: those that pass more than once. */
  readonly share: number;
  readonly mostPasses: number;
}

/** Where instances depart from the main way: some of its steps are left out, and others done in their place. */
export interface DefinedDeparture {
  /** Numbers of the first and the last step left out; null where none is. */
  readonly leftOut: readonly [number, number] | null;
  /** Number of the step of the main way before it, 0 where it comes first. */
  readonly after: number;
  /** What is done in their place. */
  readonly instead: readonly string[];
  readonly instances: number;
  readonly share: number;
  readonly people: number;
}

/** A way of doing the task. What is done several times in a row counts once. */
export interface DefinedVariant {
  /** From 1, the most frequent first. */
  readonly number: number;
  readonly isMain: boolean;
  readonly instances: number;
  readonly share: number;
  readonly people: number;
  /** From the first to the last interaction; null where it is not known or would tell of few people. */
  readonly medianSeconds: number | null;
  /** How it differs from the main way. */
  readonly words: string;
}

/** A rule by which the value of a step follows from what was seen before. */
export interface DefinedRule {
  readonly number: number;
  /** Step of the main way that it is for; null for one that only other ways have. */
  readonly step: number | null;
  readonly target: string;
  readonly words: string;
  readonly sources: readonly string[];
  /** Held-back values that it gets right, of those that were tried; null where too few people do the step. */
  readonly heldOutRight: number | null;
  readonly heldOutTotal: number | null;
  readonly heldOutShare: number | null;
}

/** Something that the task reads or enters. */
export interface DefinedData {
  readonly name: string;
  readonly application: string | null;
  readonly place: string | null;
  /** Steps of the main way that read or enter it. */
  readonly steps: readonly number[];
  readonly example: string | null;
  /** Of data in: `read` on a screen, or `decision` of the person. Of data out: what its value follows from. */
  readonly origin: string;
}

/** How often the task was done. */
export interface DefinedVolume {
  readonly instances: number;
  readonly people: number | null;
  /** Days on which it was done; null where no times are known, as are the next three. */
  readonly days: number | null;
  readonly perDay: number | null;
  /** First and last day, `2025-02-03`. */
  readonly first: string | null;
  readonly last: string | null;
}

/** Seconds of an instance. Idle time stands apart: it is no part of active time. */
export interface DefinedTimes {
  readonly medianActiveSeconds: number;
  readonly p90ActiveSeconds: number;
  readonly medianHandleSeconds: number;
  /** Shares of the handle time: nothing was done, or another task. */
  readonly idleShare: number;
  readonly interruptedShare: number;
  readonly totalActiveSeconds: number;
  /** A longer gap between two interactions is idle time. */
  readonly idleSeconds: number;
}

/** The process definition of a task. `definitionMarkdown`, `definitionHtml` and `definitionBpmn` write it down. */
export interface TaskDefinition {
  readonly task: string;
  /** The recording it was made from. */
  readonly log: string;
  /** What the task is and how it goes, in two sentences with figures. */
  readonly sentence: string;
  readonly purpose: string;
  readonly trigger: string;
  readonly result: string;
  readonly applications: readonly { readonly name: string; readonly steps: number }[];
  readonly steps: readonly DefinedStep[];
  readonly loops: readonly DefinedLoop[];
  readonly variants: readonly DefinedVariant[];
  /** Ways that `variants` does not list, and the instances that take them. */
  readonly otherVariants: { readonly ways: number; readonly instances: number };
  readonly exceptions: readonly DefinedDeparture[];
  /** Departures that are rarer than those in `exceptions`. */
  readonly otherExceptions: { readonly departures: number; readonly instances: number };
  readonly rules: readonly DefinedRule[];
  readonly dataIn: readonly DefinedData[];
  readonly dataOut: readonly DefinedData[];
  readonly volume: DefinedVolume;
  /** Null where no times were recorded, or so few people do the task that times would tell of them. */
  readonly times: DefinedTimes | null;
  /** Why `times` is null. */
  readonly timesMissing: string | null;
  /** What the recording does not tell, and somebody has to answer. */
  readonly questions: readonly string[];
  /** What all this rests on. */
  readonly notes: readonly string[];
}
