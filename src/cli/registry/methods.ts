/** The methods that `conform` knows, in the order of its help. */
import type { ColumnTable } from "arquero";
import type { EventLog } from "../../log/events/event_log.ts";
import { alignmentCases } from "../../mining/alignments/align_tables.ts";
import { type AlignOptions, alignTraces } from "../../mining/alignments/align_traces.ts";
import { checkDeclare } from "../../mining/rules/declare.ts";
import { evaluateModel } from "../../mining/quality/evaluate.ts";
import { checkFootprints, compareFootprints } from "../../mining/rules/footprints.ts";
import { checkLogSkeleton } from "../../mining/rules/log_skeleton.ts";
import { precisionByAlignments, precisionByReplay } from "../../mining/quality/precision.ts";
import { type ReplayOptions, replayTokens } from "../../mining/replay/replay.ts";
import { replayCases } from "../../mining/replay/replay_tables.ts";
import { checkTemporalProfile } from "../../mining/rules/temporal_profile.ts";
import { footprintsOf } from "../../models/footprints_of_model.ts";
import { discoverFootprints } from "../../mining/discovery/footprints.ts";
import { declareFromJson } from "../../models/declare.ts";
import { footprintsFromJson } from "../../models/footprints.ts";
import { logSkeletonFromJson } from "../../models/log_skeleton.ts";
import { temporalProfileFromJson } from "../../models/temporal_profile.ts";
import { type Arguments, choice, type FieldsOf, fieldsOf, type Options, positive, whole } from "../options.ts";
import type { Entry } from "./entry.ts";
import type { ModelFile } from "./model_file.ts";

export interface Outcome {
  readonly figures: Readonly<Record<string, number | boolean | string | null>>;
  /** What a reader must know. */
  readonly notes: readonly string[];
  /** One row for each case. */
  readonly cases?: ColumnTable;
  /** More, for people. */
  readonly text?: string;
}

export interface Method extends Entry {
  /** @param given the options as they were typed. */
  check(log: EventLog, model: ModelFile, given: Arguments): Promise<Outcome>;
}

const searchOptions = {
  "max-states": whole({
    help: "states that one search looks at (default 10000 in a replay, 500000 for an alignment)",
    field: "maxStates" satisfies keyof AlignOptions & keyof ReplayOptions,
    was: "budget",
  }),
} as const satisfies Options;

const alignmentOptions = {
  ...searchOptions,
  workers: whole({ help: "threads for large logs" }),
} as const satisfies Options;

const qualityOptions = {
  by: choice(["replay", "alignments"], { help: "what follows the model (default replay)" }),
  ...alignmentOptions,
} as const satisfies Options;

export const methods: readonly Method[] = [
  method({
    name: "replay",
    aliases: ["token-replay"],
    summary: "token replay, silent steps included",
    reads: "event log, net",
    gives: "fitness",
    functions: ["replayTokens", "replayCases"],
    paper:
      'Rozinat & van der Aalst, "Conformance checking of processes based on monitoring real behavior", Information ' +
      'Systems 33(1), 2008; Berti & van der Aalst, "Reviving Token-based Replay", ATAED 2019',
    options: searchOptions,
    async check(log, model, options) {
      const replay = replayTokens(log, await model.net(), options);
      const { logFitness, averageTraceFitness, fittingShare, produced, consumed, missing, remaining, notes } = replay;
      return {
        figures: { logFitness, averageTraceFitness, fittingShare, produced, consumed, missing, remaining },
        notes,
        cases: replayCases(log, replay),
      };
    },
  }),
  method({
    name: "alignments",
    aliases: ["alignment", "align"],
    summary: "optimal alignments",
    reads: "event log, net",
    gives: "fitness and cost",
    functions: ["alignTraces", "alignmentCases"],
    paper: 'Adriansyah, "Aligning Observed and Modeled Behavior", PhD thesis, TU Eindhoven 2014',
    options: alignmentOptions,
    async check(log, model, options) {
      const found = await alignTraces(log, await model.net(), options);
      const { logFitness, averageTraceFitness, fittingShare, totalCost, optimal, notes } = found;
      return {
        figures: { logFitness, averageTraceFitness, fittingShare, totalCost, optimal },
        notes,
        cases: alignmentCases(log, found),
      };
    },
  }),
  method({
    name: "precision",
    summary: "precision by escaping edges",
    reads: "event log, net",
    gives: "precision",
    functions: ["precisionByReplay", "precisionByAlignments"],
    paper: 'Muñoz-Gama & Carmona, "A Fresh Look at Precision in Process Conformance", BPM 2010; Adriansyah et al., ' +
      '"Measuring precision of modeled behavior", ISeB 13, 2015',
    options: qualityOptions,
    async check(log, model, { by = "replay", ...align }) {
      const { maxStates } = align, replay = maxStates === undefined ? {} : { maxStates };
      const net = await model.net();
      const found = by === "replay"
        ? precisionByReplay(log, net, replay)
        : precisionByAlignments(log, net, await alignTraces(log, net, align));
      return { figures: { precision: found.precision }, notes: found.notes };
    },
  }),
  method({
    name: "evaluate",
    aliases: ["quality"],
    summary: "fitness, precision, F1, generalisation and simplicity",
    reads: "event log, net",
    gives: "the quality of a model",
    functions: ["evaluateModel", "compareModels", "generalisation", "simplicity"],
    paper: 'Buijs, van Dongen & van der Aalst, "Quality Dimensions in Process Discovery", IJCIS 23(1), 2014',
    options: qualityOptions,
    async check(log, model, { by = "replay", ...align }) {
      const { maxStates } = align, replay = by === "alignments" || maxStates === undefined ? {} : { maxStates };
      const { notes, ...figures } = await evaluateModel(log, await model.net(), { by, replay, align });
      return { figures, notes };
    },
  }),
  method({
    name: "declare",
    summary: "which Declare rules are broken",
    reads: "event log, rules",
    gives: "share of rules and cases without a breach",
    functions: ["checkDeclare"],
    paper:
      'Burattini, Maggi & Sperduti, "Conformance checking based on multi-perspective declarative process models", ' +
      "Expert Systems with Applications 65, 2016",
    options: {},
    async check(log, model) {
      const check = checkDeclare(log, declareFromJson(await model.json()));
      const { logFitness, fittingShare, fulfilmentShare, notes } = check;
      return { figures: { logFitness, fittingShare, fulfilmentShare }, notes, cases: check.perCase };
    },
  }),
  method({
    name: "skeleton",
    aliases: ["log-skeleton"],
    summary: "which relations of a log skeleton are broken",
    reads: "event log, rules",
    gives: "share of relations and cases without a breach",
    functions: ["checkLogSkeleton"],
    paper: 'Verbeek & de Carvalho, "Log skeletons: a classification approach to process discovery", 2018',
    options: {},
    async check(log, model) {
      const check = checkLogSkeleton(log, logSkeletonFromJson(await model.json()));
      const { logFitness, fittingShare, notes } = check;
      return { figures: { logFitness, fittingShare }, notes, cases: check.perCase };
    },
  }),
  method({
    name: "temporal",
    aliases: ["temporal-profile"],
    summary: "which times between activities are unusual",
    reads: "event log, rules",
    gives: "share of usual times, pairs that deviate",
    functions: ["checkTemporalProfile"],
    paper: 'Stertz, Mangler & Rinderle-Ma, "Temporal conformance checking at runtime based on time-infused process ' +
      'models", 2020',
    options: { zeta: positive({ help: "deviations from the mean that are still usual (default 3)" }) },
    async check(log, model, options) {
      const check = checkTemporalProfile(log, temporalProfileFromJson(await model.json()), options);
      const { logFitness, fittingShare, pairs, deviatingPairs, unknownPairs } = check;
      return {
        figures: { logFitness, fittingShare, pairs, deviatingPairs, unknownPairs },
        notes: [],
        cases: check.perCase,
      };
    },
  }),
  method({
    name: "footprints",
    summary: "which steps the footprints of a model forbid",
    reads: "event log, net or footprints",
    gives: "fitness, and how two footprints agree",
    functions: ["checkFootprints", "compareFootprints", "footprintsOf"],
    paper: 'van der Aalst, "Process Mining: Data Science in Action", 2nd ed. 2016',
    options: {},
    async check(log, model) {
      const footprints = model.path.endsWith(".json")
        ? footprintsFromJson(await model.json())
        : footprintsOf(await model.net());
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
  }),
];

/** An entry whose check gets its own options, under the library's names. */
function method<const O extends Options>(
  { check, ...entry }:
    & Omit<Entry, "options">
    & { readonly options: O; check(log: EventLog, model: ModelFile, options: FieldsOf<O>): Promise<Outcome> },
): Method {
  return { ...entry, check: (log, model, given) => check(log, model, fieldsOf(entry.options, given)) };
}
