/**
 * What an alignment is: a trace and a run of the model beside each other, move by move.
 *
 * Adriansyah, "Aligning Observed and Modeled Behavior", PhD thesis, TU Eindhoven 2014, chapter 4.
 */
import type { PetriNet } from "../../models/petri_net.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { requireKind } from "../../models/given_model.ts";

/** `sync`: both move; `log`: the event has no place in the model; `model`: a step is missing in the log; `silent`. */
export type MoveKind = "sync" | "log" | "model" | "silent";

export interface Move {
  readonly kind: MoveKind;
  /** `undefined` for silent moves. */
  readonly activity: string | undefined;
  /** Index of the event in its trace; -1 for moves of the model alone. */
  readonly event: number;
  /** Index of the net's transition; -1 for moves of the log alone. */
  readonly transition: number;
}

/** The alignment of one variant. */
export interface VariantAlignment {
  /** `log` and `model` moves: what an alignment costs where each of them costs 1. */
  readonly cost: number;
  /** No alignment costs less than this. Equal to `cost` where `optimal`. */
  readonly lowerBound: number;
  readonly optimal: boolean;
  /** 1 − cost / (events + least cost of a run of the model). */
  readonly fitness: number;
  /** Event and transition of each move, -1 where the other side moves alone: pairs, one after the other. */
  readonly moves: Int32Array;
}

/** How a log fits a model, by alignments. */
export interface Alignments {
  readonly net: PetriNet;
  readonly traces: TraceCounts;
  /** Of each variant. */
  readonly variants: readonly VariantAlignment[];
  /** Visible steps of the shortest run of the model. */
  readonly shortestRun: number;
  /** 1 − sum of costs / sum of worst costs, over cases. */
  readonly logFitness: number;
  /** Mean fitness over cases. */
  readonly averageTraceFitness: number;
  /** Share of cases that fit, 0 to 1. */
  readonly fittingShare: number;
  /** Sum of costs over cases. */
  readonly totalCost: number;
  /** All are optimal. If not, the figures are bounds: fitness is at least this. */
  readonly optimal: boolean;
  /** What a reader must know: activities that the model does not have, alignments that are not optimal. */
  readonly notes: readonly string[];
}

/** The moves of one variant's alignment, spelled out. */
export function movesOf(alignments: Alignments, variant: number): Move[] {
  requireKind("set of alignments", alignments);
  const { net, traces, variants } = alignments;
  const { moves } = variants[variant]!, sequence = traces.sequences[variant]!;
  return Array.from({ length: moves.length / 2 }, (_, i) => {
    const event = moves[2 * i]!, transition = moves[2 * i + 1]!;
    if (event >= 0) {
      return {
        kind: transition < 0 ? "log" : "sync",
        activity: traces.activities[sequence[event]!]!,
        event,
        transition,
      };
    }
    const activity = net.transitions[transition]!.label;
    return { kind: activity === undefined ? "silent" : "model", activity, event, transition };
  });
}
