import type { Pair } from "./pairs.ts";

/** Links of less probability are forgotten. */
export const LEAST_PROBABILITY = 0.02;

/** A pair that may belong together, as far as it is told. */
export interface ChosenLink extends Pair {
  readonly probability: number;
  /** The event's number in the log; -1 where the task belongs to the case and no event of it was recorded then. */
  readonly event: number;
  /** The case's own identifier stands in the instance. */
  readonly identified: boolean;
  /** The linked instance of another person that it was handed over to or taken over from, and what they share. */
  readonly handedTo?: { readonly instance: number; readonly shared: number };
}
