/**
 * Token replay: what fires where tokens are missing, and what is left over.
 *
 * Rozinat & van der Aalst, "Conformance checking of processes based on monitoring real behavior", Information Systems
 * 33(1), 2008, section 4; Berti & van der Aalst, "Reviving Token-based Replay", ATAED 2019, for silent steps.
 */
import { formatCount } from "../../base/format.ts";
import { goOn } from "../../base/stop.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { variantsOf } from "../variants.ts";
import { requireEventLog } from "../../log/require_log.ts";
import type { TokenReplay, VariantReplay } from "./token_replay.ts";
import { ReplayFigures } from "./replay_figures.ts";
import { replayedVariants } from "./replayed_variants.ts";
import { type TokenGame, tokenGame, type TraceLabels, traceLabels } from "./token_game.ts";
import { asNet, type ConvertibleModel } from "../../models/convert/model_as.ts";

export type { PlaceReplay, TokenCounts, TokenReplay, TransitionReplay, VariantReplay } from "./token_replay.ts";

export interface ReplayOptions {
  /**
   * An event whose activity the model has not: `count` it as firing a step beside the model, whose one input is missing
   * and whose one output remains; or `ignore` it, as if it were not in the log.
   * @default "count"
   */
  unknownActivities?: "count" | "ignore";
  /** Markings that one search for silent steps looks at. @default 10_000 */
  maxStates?: number;
}

/**
 * Replays each variant of a log on a net, once. Process trees, BPMN and heuristics nets are replayed as the nets that
 * `asNet` makes of them.
 *
 * Where an event's activity is not enabled, silent steps fire before it: those after which it misses the fewest tokens,
 * which are added; of these the shortest sequence; then the one that leaves the fewest tokens, then the fewest on top of
 * another in one place, then the one whose transitions come first by their ids. The final marking is reached likewise;
 * where no tokens had been missing before and it cannot be reached, silent steps bring together as many tokens as they
 * can, so that the fewest are missing and then the fewest remain. So figures do not depend on the order in which a file
 * lists places, transitions and arcs.
 *
 * If all that leaves a trace unfitting, other silent steps and other transitions of the same label are tried, so that a
 * trace of the model's language always fits: searches are exact up to `maxStates`, and notes say where one ended there.
 *
 * Cost: one pass over the distinct beginnings of variants; what an activity does to the tokens is searched for once for
 * all markings that agree on the places that matter to it.
 *
 * @throws InputError if the net lacks a marking, the log has no cases, or they have no activity in common.
 * @throws OptionError if `maxStates` is no whole number from 1.
 * @example
 * ```ts
 * import { discoverInductive, readLog, replayTokens } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const { logFitness, fittingShare } = replayTokens(log, discoverInductive(log, { noise: 0.2 }));
 * ```
 */
export function replayTokens(
  log: EventLog | TraceCounts,
  model: ConvertibleModel,
  options: ReplayOptions = {},
): TokenReplay {
  requireEventLog(log, "sequences");
  return replayGame(tokenGame(asNet(model), options), variantsOf(log), options);
}

/** The same, for a net that has been made ready. */
export function replayGame(game: TokenGame, traces: TraceCounts, options: ReplayOptions = {}): TokenReplay {
  const labels = traceLabels(game, traces);
  const ignored = options.unknownActivities === "ignore";
  const figures = new ReplayFigures(game);
  const variants = new Array<VariantReplay>(traces.sequences.length);
  let unfinished = 0, farther = 0;
  for (const replayed of replayedVariants(game, traces.sequences, labels, ignored)) {
    goOn();
    const cases = traces.counts[replayed.variant]!;
    if (!replayed.exact) unfinished += cases;
    else if (!replayed.nearest) farther += cases;
    variants[replayed.variant] = figures.add(replayed, cases, ignored);
  }
  return {
    net: game.net,
    traces,
    variants,
    ...figures.sums(traces, variants),
    notes: notesOf(labels, ignored, unfinished, farther),
  };
}

function notesOf({ unknown }: TraceLabels, ignored: boolean, unfinished: number, farther: number): string[] {
  const notes: string[] = [];
  if (unknown.length > 0) {
    const names = unknown.map((name) => `"${name}"`).join(", ");
    notes.push(
      `The model does not have ${names}: ${
        ignored ? "their events are ignored." : "each such event counts as one missing and one remaining token."
      }`,
    );
  }
  if (unfinished > 0) {
    notes.push(
      `For ${formatCount(unfinished)} cases that do not fit, the search for silent steps ended at maxStates: ` +
        `they may fit after all, fitness is at least this. A larger maxStates would tell.`,
    );
  }
  if (farther > 0) {
    notes.push(
      `For ${formatCount(farther)} cases that do not fit, the search for silent steps ended at maxStates: ` +
        `fewer tokens may be missing or remain. A larger maxStates would tell.`,
    );
  }
  return notes;
}
