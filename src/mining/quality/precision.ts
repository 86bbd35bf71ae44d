/** Precision by escaping edges. */
import { OptionError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { variantsOf } from "../variants.ts";
import type { Alignments } from "../alignments/alignment.ts";
import { type Precision, precisionOf, prefixStates } from "./precision_edges.ts";
import { type TokenGame, tokenGame, traceLabels } from "../replay/token_game.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { asNet, type ConvertibleModel } from "../../models/convert/model_as.ts";
import { requireKind } from "../../models/given_model.ts";

export interface PrecisionOptions {
  /**
   * Whether what the model allows after the last event of a case counts. Both papers count it; without it, ending is
   * taken for as good a choice as going on.
   * @default false after replay, true after alignments
   */
  ends?: boolean;
  /** Markings that one search for silent steps looks at. @default 10_000 */
  maxStates?: number;
}

/**
 * Precision of a net for the beginnings of cases that it can replay: of the activities that it allows after each, the
 * share that some case has done there, weighted by cases.
 *
 * What is allowed after a beginning is what can follow it in any run of the net, after any silent steps. Beginnings that
 * the net cannot replay are left out, and notes say how much that is: for logs that fit badly,
 * `precisionByAlignments` says more. Muñoz-Gama & Carmona, "A Fresh Look at Precision in Process Conformance",
 * BPM 2010, section 4 (ETC), with beginnings that other cases continue; `ends` for the sum as published.
 *
 * @throws InputError if the net lacks a marking, the log has no cases, or they have no activity in common.
 * @throws OptionError if `maxStates` is no whole number from 1.
 * @example
 * ```ts
 * import { discoverInductive, precisionByReplay, readLog, treeToNet } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const { precision } = precisionByReplay(log, treeToNet(discoverInductive(log, { noise: 0.2 })));
 * ```
 */
export function precisionByReplay(
  log: EventLog | TraceCounts,
  model: ConvertibleModel,
  options: PrecisionOptions = {},
): Precision {
  requireEventLog(log, "sequences");
  return replayPrecision(tokenGame(asNet(model), options), variantsOf(log), options);
}

/** The same, for a net that has been made ready. */
export function replayPrecision(game: TokenGame, traces: TraceCounts, options: PrecisionOptions = {}): Precision {
  const { labelOf } = traceLabels(game, traces);
  const sequences = traces.sequences.map((sequence) => sequence.map((activity) => labelOf[activity]!));
  const { states, unfit, complete } = prefixStates(game, sequences, traces.counts, options.ends ?? false);
  const { labels } = game.arrays;
  const precision = precisionOf(states, labels, complete ? [] : [UNFINISHED]);
  if (unfit === 0) return precision;
  const all = unfit + states.reduce((sum, { cases }) => sum + cases, 0);
  return {
    ...precision,
    notes: [
      ...precision.notes,
      `${(100 * unfit / all).toFixed(1)} % of the beginnings of cases do not count: they had left the model before.`,
    ],
  };
}

/**
 * Precision of a net for a log whose cases have been aligned to it: as `precisionByReplay`, for the runs of the model
 * that the alignments found, so that cases that do not fit count too.
 *
 * A state is the sequence of visible steps that a run has taken, weighted by the cases aligned to runs through it; what
 * is allowed there is what can follow it in any run of the net. Adriansyah, Munoz-Gama, Carmona, van Dongen & van der
 * Aalst, "Measuring precision of modeled behavior", Information Systems and e-Business Management 13, 2015, section 4:
 * one optimal alignment a variant ("1-align"), ordered states.
 *
 * @throws OptionError if `maxStates` is no whole number from 1, or the alignments are of another log.
 * @example
 * ```ts
 * import { alignTraces, discoverInductive, precisionByAlignments, readLog, treeToNet } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const net = treeToNet(discoverInductive(log, { noise: 0.2 }));
 * const { precision } = precisionByAlignments(log, net, await alignTraces(log, net));
 * ```
 */
export function precisionByAlignments(
  log: EventLog | TraceCounts,
  model: ConvertibleModel,
  alignments: Alignments,
  options: PrecisionOptions = {},
): Precision {
  requireEventLog(log, "sequences");
  requireKind("set of alignments", alignments);
  const net = asNet(model);
  const cases = (counts: TraceCounts["counts"]) => counts.reduce((sum, count) => sum + count, 0);
  const found = cases(alignments.traces.counts), wanted = "sequences" in log ? cases(log.counts) : log.cases;
  if (found !== wanted || alignments.net !== net) {
    throw new OptionError(
      `Expected alignments of this log and the net "${net.name}" but found some of ${found} cases` +
        ` (the log has ${wanted}) with "${alignments.net.name}".\nAlign the same log and net first.`,
    );
  }
  return alignmentPrecision(tokenGame(net, options), alignments, options);
}

/** The same, for a net that has been made ready. */
export function alignmentPrecision(game: TokenGame, alignments: Alignments, options: PrecisionOptions = {}): Precision {
  const { label, labels } = game.arrays;
  const runs = alignments.variants.map(({ moves }) =>
    Int32Array.from(moves.filter((_, i) => i % 2 === 1 && moves[i]! >= 0), (t) => label[t]!)
      .filter((code) => code >= 0)
  );
  const { states, complete } = prefixStates(game, runs, alignments.traces.counts, options.ends ?? true);
  return precisionOf(states, labels, [
    ...(complete ? [] : [UNFINISHED]),
    ...(alignments.optimal ? [] : ["Some alignments are not optimal: other runs of the model may be nearer."]),
  ]);
}

const UNFINISHED =
  `A search for silent steps ended at maxStates: the model may allow more. A larger maxStates would tell.`;
