/**
 * Models judged by one log: fitness, precision, generalisation and simplicity.
 *
 * Buijs, van Dongen & van der Aalst, "Quality Dimensions in Process Discovery", IJCIS 23(1), 2014.
 */
import { InputError } from "../../base/errors.ts";
import { type TypedTable, typedTable } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { asNet, type ConvertibleModel } from "../../models/convert/model_as.ts";
import type { PetriNet } from "../../models/petri_net.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { variantsOf } from "../variants.ts";
import { type AlignOptions, alignTraces } from "../alignments/align_traces.ts";
import { generalisation } from "./generalisation.ts";
import { alignmentPrecision, replayPrecision } from "./precision.ts";
import { replayGame, type ReplayOptions } from "../replay/replay.ts";
import { simplicity } from "./simplicity.ts";
import { type TokenGame, tokenGame } from "../replay/token_game.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { foundInModelsPlace, givenKind } from "../../models/given_model.ts";

export interface EvaluateOptions {
  /**
   * What fitness, precision and generalisation are measured by: `replay` of tokens, fast; or optimal `alignments`, which
   * count what a case would have to change, and judge precision by all cases, not only as far as they fit.
   * @default "replay"
   */
  by?: "replay" | "alignments";
  /** Options of the replay. */
  replay?: ReplayOptions;
  /** Options of the alignments. */
  align?: AlignOptions;
}

/** Shares, 0 to 1, but for `notes`. */
export interface Evaluation {
  /** `logFitness` of the replay or of the alignments. */
  readonly fitness: number;
  /** Share of cases that fit. */
  readonly fittingShare: number;
  /** `precisionByReplay` or `precisionByAlignments`. */
  readonly precision: number;
  /** 2 · fitness · precision / (fitness + precision). */
  readonly f1: number;
  readonly generalisation: number;
  readonly simplicity: number;
  readonly notes: readonly string[];
}

/**
 * Figures of one model for one log, sharing the work.
 *
 * Trees, BPMN and heuristics nets are judged as Petri nets, those that `asNet` makes of them.
 *
 * @throws InputError if the model cannot become a net, the net lacks a marking, the log has no cases, or they have no
 * activity in common.
 * @example
 * ```ts
 * import { discoverInductive, evaluateModel, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const { fitness, precision } = await evaluateModel(log, discoverInductive(log, { noise: 0.2 }));
 * ```
 */
export async function evaluateModel(
  log: EventLog | TraceCounts,
  model: ConvertibleModel,
  options: EvaluateOptions = {},
): Promise<Evaluation> {
  requireEventLog(log, "sequences");
  const net = asNet(model), game = tokenGame(net, options.replay), traces = variantsOf(log);
  const { logFitness: fitness, fittingShare, precision, fired, notes } = options.by === "alignments"
    ? await aligned(game, traces, options)
    : replayed(game, traces, options);
  return {
    fitness,
    fittingShare,
    precision,
    f1: fitness + precision === 0 ? 0 : 2 * fitness * precision / (fitness + precision),
    generalisation: generalisation({ transitions: fired }),
    simplicity: simplicity(net),
    notes: [...new Set(notes)],
  };
}

/** A row of `compareModels`: the measures of `evaluateModel`, and the size of the model's Petri net. */
export interface ModelRow extends Evaluation {
  readonly model: string;
  readonly places: number;
  readonly transitions: number;
  /** Silent transitions. */
  readonly silent: number;
  readonly arcs: number;
}

/**
 * Models beside each other, in the order they are given: how well each fits the log, and at what price.
 *
 * Columns: `model` (its name), `fitness`, `fittingShare`, `precision`, `f1`, `generalisation`, `simplicity` (0 to 1, as in
 * `evaluateModel`), `places`, `transitions`, `silent`, `arcs` of its Petri net, `notes` (string[]).
 *
 * @throws InputError as `evaluateModel`, naming the model.
 * @example
 * ```ts
 * import { compareModels, discoverInductive, discoverSplit, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const table = await compareModels(log, {
 *   "inductive": discoverInductive(log),
 *   "inductive, noise 0.2": discoverInductive(log, { noise: 0.2 }),
 *   "split": discoverSplit(log),
 * });
 * table.print();
 * ```
 */
export async function compareModels(
  log: EventLog | TraceCounts,
  models: Readonly<Record<string, ConvertibleModel>>,
  options: EvaluateOptions = {},
): Promise<TypedTable<ModelRow>> {
  requireEventLog(log, "sequences");
  if (givenKind(models) || typeof models !== "object" || models === null || Array.isArray(models) || "then" in models) {
    throw new InputError(
      `Expected models by their names but found ${foundInModelsPlace(models)}.\n` +
        "Write compareModels(log, { mine: model, other: anotherModel }), or evaluateModel(log, model) for a single one.",
    );
  }
  const traces = variantsOf(log), names = Object.keys(models);
  const nets: PetriNet[] = [], rows: Evaluation[] = [];
  for (const name of names) {
    try {
      const net = asNet(models[name]!);
      nets.push(net);
      rows.push(await evaluateModel(traces, net, options));
    } catch (error) {
      if (error instanceof InputError) throw new InputError(`The model "${name}": ${error.message}`, { cause: error });
      throw error;
    }
  }
  const of = <K extends keyof Evaluation>(key: K) => rows.map((row) => row[key]);
  return typedTable<ModelRow>({
    model: names,
    fitness: of("fitness"),
    fittingShare: of("fittingShare"),
    precision: of("precision"),
    f1: of("f1"),
    generalisation: of("generalisation"),
    simplicity: of("simplicity"),
    places: nets.map(({ places }) => places.length),
    transitions: nets.map(({ transitions }) => transitions.length),
    silent: nets.map(({ transitions }) => transitions.filter(({ label }) => label === undefined).length),
    arcs: nets.map(({ arcs }) => arcs.length),
    notes: of("notes"),
  });
}

function replayed(game: TokenGame, traces: TraceCounts, options: EvaluateOptions) {
  const replay = replayGame(game, traces, options.replay);
  const { precision, notes } = replayPrecision(game, traces);
  return { ...replay, precision, fired: replay.transitions, notes: [...replay.notes, ...notes] };
}

async function aligned(game: TokenGame, traces: TraceCounts, options: EvaluateOptions) {
  const alignments = await alignTraces(traces, game.net, options.align);
  const { precision, notes } = alignmentPrecision(game, alignments);
  const fired = game.net.transitions.map(() => ({ fired: 0 }));
  alignments.variants.forEach(({ moves }, v) => {
    for (let i = 1; i < moves.length; i += 2) if (moves[i]! >= 0) fired[moves[i]!]!.fired += traces.counts[v]!;
  });
  return { ...alignments, precision, fired, notes: [...alignments.notes, ...notes] };
}
