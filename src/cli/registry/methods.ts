/** The methods that `conform` knows, in the order of its help. */
import { readFile } from "node:fs/promises";
import type { ColumnTable } from "arquero";
import { InputError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { alignmentCases } from "../../mining/alignments/align_tables.ts";
import { type AlignOptions, alignTraces } from "../../mining/alignments/align_traces.ts";
import { checkDeclare } from "../../mining/rules/declare.ts";
import { evaluateModel } from "../../mining/quality/evaluate.ts";
import { checkFootprints, compareFootprints } from "../../mining/rules/footprints.ts";
import { checkLogSkeleton } from "../../mining/rules/log_skeleton.ts";
import { precisionByAlignments, precisionByReplay } from "../../mining/quality/precision.ts";
import { replayTokens } from "../../mining/replay/replay.ts";
import { replayCases } from "../../mining/replay/replay_tables.ts";
import { checkTemporalProfile } from "../../mining/rules/temporal_profile.ts";
import { footprintsOf } from "../../models/footprints_of_model.ts";
import { discoverFootprints } from "../../mining/discovery/footprints.ts";
import { declareFromJson } from "../../models/declare.ts";
import { modelAs } from "../../models/convert/model_as.ts";
import { readModel } from "../../models/files/model_files.ts";
import { footprintsFromJson } from "../../models/footprints.ts";
import { logSkeletonFromJson } from "../../models/log_skeleton.ts";
import type { PetriNet } from "../../models/petri_net.ts";
import { temporalProfileFromJson } from "../../models/temporal_profile.ts";
import type { Arguments, Options } from "../command.ts";
import { given, oneOf } from "../log_options.ts";
import type { Named } from "./entry.ts";
import { note } from "../output.ts";

export const methodOptions = {
  by: {
    type: "string",
    value: "replay|alignments",
    help: "precision, evaluate: what follows the model (default replay)",
  },
  budget: { type: "string", value: "STATES", help: "alignments: states that one variant's search may look at" },
  workers: { type: "string", value: "N", help: "alignments: threads for large logs" },
  zeta: { type: "string", value: "X", help: "temporal: deviations from the mean that are still usual (default 3)" },
} as const satisfies Options;

export interface Outcome {
  readonly figures: Readonly<Record<string, number | boolean | string | null>>;
  /** What a reader must know. */
  readonly notes: readonly string[];
  /** One row for each case. */
  readonly cases?: ColumnTable;
  /** More, for people. */
  readonly text?: string;
}

export interface Method extends Named {
  readonly options: readonly (keyof typeof methodOptions)[];
  check(log: EventLog, model: string, args: Arguments): Promise<Outcome>;
}

export const methods: readonly Method[] = [
  {
    names: ["replay", "token-replay"],
    summary: "token replay, silent steps included",
    options: [],
    async check(log, model, args) {
      const replay = replayTokens(log, await netOf(model, args));
      const { logFitness, averageTraceFitness, fittingShare, produced, consumed, missing, remaining, notes } = replay;
      return {
        figures: { logFitness, averageTraceFitness, fittingShare, produced, consumed, missing, remaining },
        notes,
        cases: replayCases(log, replay),
      };
    },
  },
  {
    names: ["alignments", "alignment", "align"],
    summary: "optimal alignments",
    options: ["budget", "workers"],
    async check(log, model, args) {
      const found = await alignTraces(log, await netOf(model, args), alignOptions(args));
      const { logFitness, averageTraceFitness, fittingShare, totalCost, optimal, notes } = found;
      return {
        figures: { logFitness, averageTraceFitness, fittingShare, totalCost, optimal },
        notes,
        cases: alignmentCases(log, found),
      };
    },
  },
  {
    names: ["precision"],
    summary: "precision by escaping edges",
    options: ["by", "budget", "workers"],
    async check(log, model, args) {
      const net = await netOf(model, args);
      const found = followed(args) === "replay"
        ? precisionByReplay(log, net)
        : precisionByAlignments(log, net, await alignTraces(log, net, alignOptions(args)));
      return { figures: { precision: found.precision }, notes: found.notes };
    },
  },
  {
    names: ["evaluate", "quality"],
    summary: "fitness, precision, F1, generalisation and simplicity",
    options: ["by", "budget", "workers"],
    async check(log, model, args) {
      const { notes, ...figures } = await evaluateModel(log, await netOf(model, args), { by: followed(args) });
      return { figures, notes };
    },
  },
  {
    names: ["declare"],
    summary: "which Declare rules are broken",
    options: [],
    async check(log, model) {
      const check = checkDeclare(log, declareFromJson(await jsonOf(model)));
      const { logFitness, fittingShare, fulfilmentShare, notes } = check;
      return { figures: { logFitness, fittingShare, fulfilmentShare }, notes, cases: check.perCase };
    },
  },
  {
    names: ["skeleton", "log-skeleton"],
    summary: "which relations of a log skeleton are broken",
    options: [],
    async check(log, model) {
      const check = checkLogSkeleton(log, logSkeletonFromJson(await jsonOf(model)));
      const { logFitness, fittingShare, notes } = check;
      return { figures: { logFitness, fittingShare }, notes, cases: check.perCase };
    },
  },
  {
    names: ["temporal", "temporal-profile"],
    summary: "which times between activities are unusual",
    options: ["zeta"],
    async check(log, model, args) {
      const zeta = given("zeta", args.number("zeta", (x) => x > 0, "a number above 0"));
      const check = checkTemporalProfile(log, temporalProfileFromJson(await jsonOf(model)), zeta);
      const { logFitness, fittingShare, pairs, deviatingPairs, unknownPairs } = check;
      return {
        figures: { logFitness, fittingShare, pairs, deviatingPairs, unknownPairs },
        notes: [],
        cases: check.perCase,
      };
    },
  },
  {
    names: ["footprints"],
    summary: "which steps the footprints of a model forbid",
    options: [],
    async check(log, model, args) {
      const footprints = model.endsWith(".json")
        ? footprintsFromJson(await jsonOf(model))
        : footprintsOf(await netOf(model, args));
      const check = checkFootprints(log, footprints);
      const comparison = compareFootprints(discoverFootprints(log), footprints);
      return {
        figures: {
          logFitness: check.logFitness,
          fittingShare: check.fittingShare,
          footprintFitness: comparison.fitness,
          footprintPrecision: comparison.precision,
          conformance: comparison.conformance,
        },
        notes: [],
        cases: check.perCase,
        text: comparison.toString(),
      };
    },
  },
];

/** @throws InputError if the file holds no model, or one that is no net and cannot become one. */
async function netOf(path: string, args: Arguments): Promise<PetriNet> {
  return modelAs(await readModel(path, { onNote: note, guessMarkings: args.flag("guess-markings") }), "net");
}

async function jsonOf(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new InputError(`${path}: expected a file that can be read but found: ${(error as Error).message}.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `${path}: expected JSON as \`tb discover … --out FILE.json\` writes it but found: ${(error as Error).message}.`,
    );
  }
}

function followed(args: Arguments): "replay" | "alignments" {
  return oneOf("by", args.text("by"), ["replay", "alignments"]) ?? "replay";
}

function alignOptions(args: Arguments): AlignOptions {
  const whole = (n: number) => Number.isInteger(n) && n > 0;
  return {
    ...given("budgetStates", args.number("budget", whole, "a whole number from 1")),
    ...given("workers", args.number("workers", whole, "a whole number from 1")),
  };
}
