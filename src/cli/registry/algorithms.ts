/** The algorithms that `discover` knows, in the order of its help. */
import type { EventLog } from "../../log/events/event_log.ts";
import { discoverAlpha } from "../../mining/discovery/alpha/alpha.ts";
import { discoverAlphaPlus } from "../../mining/discovery/alpha/alpha_plus.ts";
import { type DeclareOptions, discoverDeclare } from "../../mining/discovery/declare.ts";
import { discoverFootprints } from "../../mining/discovery/footprints.ts";
import { discoverHeuristics } from "../../mining/discovery/heuristics.ts";
import { heuristicsToNet } from "../../models/heuristics_net.ts";
import { discoverInductive } from "../../mining/discovery/inductive/inductive.ts";
import { discoverInductiveFromDfg } from "../../mining/discovery/inductive/inductive_dfg.ts";
import { discoverLogSkeleton } from "../../mining/discovery/log_skeleton.ts";
import { discoverPrefixTree } from "../../mining/discovery/prefix_tree.ts";
import { discoverSplit } from "../../mining/discovery/split_miner/split_miner.ts";
import { discoverTemporalProfile } from "../../mining/discovery/temporal_profile.ts";
import { discoverTransitionSystem } from "../../mining/discovery/transition_system.ts";
import { directlyFollows } from "../../mining/directly_follows.ts";
import type { Bpmn } from "../../models/bpmn.ts";
import type { PetriNet } from "../../models/petri_net.ts";
import type { ProcessTree } from "../../models/process_tree.ts";
import { type Arguments, choice, type FieldsOf, fieldsOf, numeric, type Options, share, whole } from "../options.ts";
import type { Entry } from "./entry.ts";

/** A model that can be written as a file of its own kind, or one of rules and states, which is written as JSON. */
export type Discovered =
  | { readonly tree: ProcessTree }
  | { readonly net: PetriNet }
  | { readonly bpmn: Bpmn }
  | { readonly rules: { toString(): string } };

export interface Algorithm extends Entry {
  /** @param given the options as they were typed. */
  discover(log: EventLog, given: Arguments): Discovered;
}

const IM = 'Leemans, Fahland & van der Aalst, "Discovering Block-Structured Process Models from Event Logs';

export const algorithms: readonly Algorithm[] = [
  algorithm({
    name: "inductive",
    aliases: ["im"],
    summary: "process tree by the inductive miner",
    gives: "process tree",
    functions: ["discoverInductive"],
    paper: `${IM}: A Constructive Approach", Petri Nets 2013`,
    options: { noise: share({ help: "share of behaviour taken for noise (default 0)" }) },
    discover: (log, options) => ({ tree: discoverInductive(log, options) }),
  }),
  algorithm({
    name: "imf",
    summary: "process tree by the inductive miner, infrequent behaviour left out",
    gives: "process tree",
    functions: ["discoverInductive"],
    paper: `${IM} Containing Infrequent Behaviour", BPM Workshops 2013`,
    options: { noise: share({ help: "share of behaviour taken for noise (default 0.2)" }) },
    discover: (log, options) => ({ tree: discoverInductive(log, { noise: 0.2, ...options }) }),
  }),
  algorithm({
    name: "imd",
    summary: "process tree by the inductive miner, from the directly-follows graph alone",
    gives: "process tree",
    functions: ["discoverInductiveFromDfg"],
    paper: 'Leemans, Fahland & van der Aalst, "Scalable process discovery and conformance checking", SoSyM 17(2), 2018',
    options: { noise: share({ help: "share of behaviour taken for noise (default 0)" }) },
    discover: (log, options) => ({ tree: discoverInductiveFromDfg(directlyFollows(log), options) }),
  }),
  algorithm({
    name: "alpha",
    summary: "Petri net by the alpha algorithm",
    gives: "Petri net",
    functions: ["discoverAlpha"],
    paper: 'van der Aalst, Weijters & Maruster, "Workflow mining", IEEE TKDE 16(9), 2004',
    options: {},
    discover: (log) => ({ net: discoverAlpha(log) }),
  }),
  algorithm({
    name: "alpha+",
    aliases: ["alphaplus", "alpha-plus"],
    summary: "Petri net by the alpha+ algorithm, which also finds loops of one and two activities",
    gives: "Petri net",
    functions: ["discoverAlphaPlus"],
    paper: 'de Medeiros et al., "Process mining: extending the α-algorithm to mine short loops", BETA 113, 2004',
    options: {},
    discover: (log) => ({ net: discoverAlphaPlus(log) }),
  }),
  algorithm({
    name: "heuristics",
    summary: "Petri net by the heuristics miner",
    gives: "Petri net",
    functions: ["discoverHeuristics", "heuristicsToNet"],
    paper: 'Weijters & Ribeiro, "Flexible heuristics miner (FHM)", CIDM 2011',
    options: { dependency: share({ help: "least dependency of an edge (default 0.5)" }) },
    discover: (log, options) => ({ net: heuristicsToNet(discoverHeuristics(log, options)) }),
  }),
  algorithm({
    name: "split",
    summary: "BPMN by Split Miner",
    gives: "BPMN",
    functions: ["discoverSplit"],
    paper: 'Augusto et al., "Split miner", Knowledge and Information Systems 59, 2019',
    options: {
      eta: share({ help: "share of edges filtered by frequency (default 0.4)" }),
      epsilon: share({ help: "imbalance up to which activities are concurrent (default 0.1)" }),
    },
    discover: (log, options) => ({ bpmn: discoverSplit(log, options) }),
  }),
  algorithm({
    name: "declare",
    summary: "Declare rules that most cases keep",
    gives: "rules",
    functions: ["discoverDeclare"],
    paper:
      'Maggi, Bose & van der Aalst, "Efficient discovery of understandable declarative process models from event ' +
      'logs", CAiSE 2012',
    options: {
      support: share({
        help: "least share of the cases that activate a rule (default 0.8)",
        field: "minSupport" satisfies keyof DeclareOptions,
      }),
      confidence: share({
        help: "least share of the activating cases that keep a rule (default 0.8)",
        field: "minConfidence" satisfies keyof DeclareOptions,
      }),
    },
    discover: (log, options) => ({ rules: discoverDeclare(log, options) }),
  }),
  algorithm({
    name: "skeleton",
    aliases: ["log-skeleton"],
    summary: "log skeleton: which activities come before, after or with which, and how often",
    gives: "rules",
    functions: ["discoverLogSkeleton"],
    paper: 'Verbeek & de Carvalho, "Log skeletons: a classification approach to process discovery", 2018',
    options: {
      noise: numeric({ fits: (n) => n >= 0 && n < 1, expected: "a number from 0 to, not including, 1" }, "X", {
        help: "share of cases or events that may contradict a relation (default 0)",
      }),
    },
    discover: (log, options) => ({ rules: discoverLogSkeleton(log, options) }),
  }),
  algorithm({
    name: "temporal",
    aliases: ["temporal-profile"],
    summary: "temporal profile: mean and deviation of the time between activities",
    gives: "rules",
    functions: ["discoverTemporalProfile"],
    paper: 'Stertz, Mangler & Rinderle-Ma, "Temporal conformance checking at runtime based on time-infused process ' +
      'models", 2020',
    options: {},
    discover: (log) => ({ rules: discoverTemporalProfile(log) }),
  }),
  algorithm({
    name: "footprints",
    summary: "footprints: how each two activities relate",
    gives: "rules",
    functions: ["discoverFootprints"],
    paper: 'van der Aalst, "Process Mining: Data Science in Action", 2nd ed. 2016',
    options: {},
    discover: (log) => ({ rules: discoverFootprints(log) }),
  }),
  algorithm({
    name: "prefix-tree",
    summary: "prefix tree: all paths, common beginnings once",
    gives: "states",
    functions: ["discoverPrefixTree"],
    paper: 'Fredkin, "Trie memory", CACM 3(9), 1960',
    options: {},
    discover: (log) => ({ rules: discoverPrefixTree(log) }),
  }),
  algorithm({
    name: "transition-system",
    summary: "transition system: states that the last events make, and what leads from one to the next",
    gives: "states",
    functions: ["discoverTransitionSystem"],
    paper: 'van der Aalst et al., "Process mining: a two-step approach to balance between underfitting and ' +
      'overfitting", SoSyM 9(1), 2010',
    options: {
      view: choice(["sequence", "set", "multiset"], { help: "what of the past makes a state (default sequence)" }),
      window: whole({ help: "how many events of the past count (default 2)" }),
    },
    discover: (log, options) => ({ rules: discoverTransitionSystem(log, options) }),
  }),
];

/** An entry whose miner gets its own options, under the library's names. */
function algorithm<const O extends Options>(
  { discover, ...entry }:
    & Omit<Entry, "options" | "reads">
    & { readonly options: O; discover(log: EventLog, options: FieldsOf<O>): Discovered },
): Algorithm {
  return { ...entry, reads: "event log", discover: (log, given) => discover(log, fieldsOf(entry.options, given)) };
}
