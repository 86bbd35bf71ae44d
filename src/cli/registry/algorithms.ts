/** The algorithms that `discover` knows, in the order of its help. */
import type { EventLog } from "../../log/events/event_log.ts";
import { discoverAlpha } from "../../mining/discovery/alpha/alpha.ts";
import { discoverAlphaPlus } from "../../mining/discovery/alpha/alpha_plus.ts";
import { discoverDeclare } from "../../mining/discovery/declare.ts";
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
import type { Arguments, Options } from "../command.ts";
import { given, oneOf } from "../log_options.ts";
import type { Named } from "./entry.ts";

export const algorithmOptions = {
  noise: { type: "string", value: "X", help: "im, imf, imd: share of behaviour taken for noise (imf 0.2, others 0)" },
  dependency: { type: "string", value: "X", help: "heuristics: least dependency of an edge (default 0.5)" },
  eta: { type: "string", value: "X", help: "split: share of edges filtered by frequency (default 0.4)" },
  epsilon: { type: "string", value: "X", help: "split: imbalance up to which activities are concurrent (default 0.1)" },
  support: { type: "string", value: "X", help: "declare: least support of a rule" },
  confidence: { type: "string", value: "X", help: "declare: least confidence of a rule" },
  view: { type: "string", value: "sequence|set|multiset", help: "transition-system: what of the past makes a state" },
  window: { type: "string", value: "N", help: "transition-system: how many events of the past count" },
} as const satisfies Options;

type AlgorithmOption = keyof typeof algorithmOptions;

/** A model that can be written as a file of its own kind, or one of rules and states, which is written as JSON. */
export type Discovered =
  | { readonly tree: ProcessTree }
  | { readonly net: PetriNet }
  | { readonly bpmn: Bpmn }
  | { readonly rules: { toString(): string } };

export interface Algorithm extends Named {
  readonly options: readonly AlgorithmOption[];
  discover(log: EventLog, args: Arguments): Discovered;
}

export const algorithms: readonly Algorithm[] = [
  {
    names: ["inductive", "im"],
    summary: "process tree by the inductive miner",
    options: ["noise"],
    discover: (log, args) => ({ tree: discoverInductive(log, share(args, "noise")) }),
  },
  {
    names: ["imf"],
    summary: "the same, infrequent behaviour left out",
    options: ["noise"],
    discover: (log, args) => ({ tree: discoverInductive(log, { noise: 0.2, ...share(args, "noise") }) }),
  },
  {
    names: ["imd"],
    summary: "the same, of the directly-follows graph alone",
    options: ["noise"],
    discover: (log, args) => ({ tree: discoverInductiveFromDfg(directlyFollows(log), share(args, "noise")) }),
  },
  {
    names: ["alpha"],
    summary: "Petri net by the alpha algorithm",
    options: [],
    discover: (log) => ({ net: discoverAlpha(log) }),
  },
  {
    names: ["alpha+", "alphaplus", "alpha-plus"],
    summary: "the same, with loops of one and two activities",
    options: [],
    discover: (log) => ({ net: discoverAlphaPlus(log) }),
  },
  {
    names: ["heuristics"],
    summary: "Petri net of the heuristics miner's net",
    options: ["dependency"],
    discover: (log, args) => ({ net: heuristicsToNet(discoverHeuristics(log, number(args, "dependency"))) }),
  },
  {
    names: ["split"],
    summary: "BPMN by Split Miner",
    options: ["eta", "epsilon"],
    discover: (log, args) => ({ bpmn: discoverSplit(log, { ...share(args, "eta"), ...share(args, "epsilon") }) }),
  },
  {
    names: ["declare"],
    summary: "Declare rules",
    options: ["support", "confidence"],
    discover: (log, args) => ({
      rules: discoverDeclare(log, {
        ...given("minSupport", share(args, "support").support),
        ...given("minConfidence", share(args, "confidence").confidence),
      }),
    }),
  },
  {
    names: ["skeleton", "log-skeleton"],
    summary: "log skeleton",
    options: ["noise"],
    discover: (log, args) => ({ rules: discoverLogSkeleton(log, share(args, "noise")) }),
  },
  {
    names: ["temporal", "temporal-profile"],
    summary: "temporal profile: mean and deviation of the time between activities",
    options: [],
    discover: (log) => ({ rules: discoverTemporalProfile(log) }),
  },
  {
    names: ["footprints"],
    summary: "footprints: how each two activities relate",
    options: [],
    discover: (log) => ({ rules: discoverFootprints(log) }),
  },
  {
    names: ["prefix-tree"],
    summary: "prefix tree",
    options: [],
    discover: (log) => ({ rules: discoverPrefixTree(log) }),
  },
  {
    names: ["transition-system"],
    summary: "transition system",
    options: ["view", "window"],
    discover: (log, args) => ({
      rules: discoverTransitionSystem(log, {
        ...given("view", oneOf("view", args.text("view"), ["sequence", "set", "multiset"])),
        ...given("window", args.number("window", (n) => Number.isInteger(n) && n > 0, "a whole number from 1")),
      }),
    }),
  },
];

function share<K extends AlgorithmOption>(args: Arguments, option: K): { [key in K]?: number } {
  return given(option, args.number(option, (x) => x >= 0 && x <= 1, "a number from 0 to 1"));
}

function number<K extends AlgorithmOption>(args: Arguments, option: K): { [key in K]?: number } {
  return given(option, args.number(option));
}
