/** What a case can be looked at for: each a question that is answered by yes or no. */
import type { EventLog } from "../../log/events/event_log.ts";
import type { Bits } from "./bits.ts";

/** Where a factor is from. */
export type FactorKind = "attribute" | "start" | "event attribute" | "activity" | "repeated activity" | "step" | "size";

/** Whether a factor is known when a case starts, or shows only on its way. */
export type FactorKnown = "start" | "way";

export interface Candidate {
  readonly kind: FactorKind;
  readonly known: FactorKnown;
  readonly column: string;
  readonly value: string;
  /** Cases that have it. */
  readonly bits: Bits;
  readonly cases: number;
}

/** A number of each case, which a tree can cut anywhere. NaN is unknown. */
export interface NumberOfCases {
  readonly known: FactorKnown;
  readonly column: string;
  readonly values: Float64Array;
  /** Writes a bound. */
  readonly write: (value: number) => string;
}

/** Everything that a log can be searched for. */
export interface Candidates {
  readonly factors: Candidate[];
  readonly numbers: NumberOfCases[];
  /** Columns that were not looked at, and why. */
  readonly left: { readonly column: string; readonly why: string }[];
}

export interface Search {
  readonly log: EventLog;
  /** As many cases must have a factor, and as many must not. */
  readonly leastCases: number;
  readonly timeZone: string;
}

/** Whether enough cases have it, and enough have not. */
export function isTold(cases: number, { log, leastCases }: Search): boolean {
  return cases >= leastCases && log.cases - cases >= leastCases;
}
