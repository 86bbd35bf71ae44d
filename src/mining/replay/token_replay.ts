/** What a token replay says. */
import type { PetriNet } from "../../models/petri_net.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";

/** Tokens of one case: put by the environment and by transitions, taken, added because they were missing, left over. */
export interface TokenCounts {
  readonly produced: number;
  readonly consumed: number;
  readonly missing: number;
  readonly remaining: number;
}

/** The replay of one variant; tokens are those of one case. */
export interface VariantReplay extends TokenCounts {
  /** ½ (1 − missing / consumed) + ½ (1 − remaining / produced), 0 to 1. */
  readonly fitness: number;
  /** Nothing is missing and nothing remains: the model allows this variant. */
  readonly fits: boolean;
  /** Indices of the net's transitions in the order they fired, silent ones too. */
  readonly run: Int32Array;
  /** Events, by index in the trace, that the model did not allow where they stand. */
  readonly deviations: Int32Array;
}

/** Tokens of a place over all cases, and the cases in which some were missing or remained. */
export interface PlaceReplay extends TokenCounts {
  readonly casesMissing: number;
  readonly casesRemaining: number;
}

/** How often a transition fired over all cases, and how often only because missing tokens were added. */
export interface TransitionReplay {
  readonly fired: number;
  readonly forced: number;
}

/** How a log fits a model, by replaying tokens. Sums are over cases. */
export interface TokenReplay extends TokenCounts {
  readonly net: PetriNet;
  readonly traces: TraceCounts;
  /** Of each variant. */
  readonly variants: readonly VariantReplay[];
  /** ½ (1 − missing / consumed) + ½ (1 − remaining / produced) over all cases, 0 to 1. */
  readonly logFitness: number;
  /** Mean fitness over cases. */
  readonly averageTraceFitness: number;
  /** Share of cases that fit, 0 to 1. */
  readonly fittingShare: number;
  /** Of each place of the net. */
  readonly places: readonly PlaceReplay[];
  /** Of each transition of the net. */
  readonly transitions: readonly TransitionReplay[];
  /** What a reader must know: activities that the model does not have, searches that ended at `maxStates`. */
  readonly notes: readonly string[];
}
