/** A net made ready for replaying: arrays, and what has been found out about its tokens so far. */
import { InputError, OptionError } from "../../base/errors.ts";
import { codesIn, type NetArrays, netArrays, orderOfIds } from "../../models/nets/net_arrays.ts";
import type { PetriNet } from "../../models/petri_net.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { refuseRenamed } from "../../base/renamed_options.ts";
import { requireMarkings, unknownActivities } from "../../models/nets/require_model.ts";
import { TokenLanguage } from "./token_language.ts";
import { type TokenSteps, tokenSteps } from "./token_steps.ts";

export interface TokenGame {
  readonly net: PetriNet;
  readonly arrays: NetArrays;
  readonly steps: TokenSteps;
  readonly language: TokenLanguage;
}

/** Markings that one search looks at. */
const MAX_STATES = 10_000;
/** Markings kept beside each other for one beginning of a trace. */
const MAX_WIDTH = 1_000;

/**
 * @throws InputError if the net has no initial or no final marking.
 * @throws OptionError if `maxStates` is no whole number from 1.
 */
export function tokenGame(net: PetriNet, options: { readonly maxStates?: number } = {}): TokenGame {
  refuseRenamed(options, { budget: "maxStates" });
  const { maxStates = MAX_STATES } = options;
  if (!(Number.isInteger(maxStates) && maxStates > 0)) {
    throw new OptionError(`Expected maxStates to be a whole number from 1 but found ${maxStates}.`);
  }
  requireMarkings(net);
  const arrays = netArrays(net), steps = tokenSteps(arrays, maxStates, orderOfIds(net));
  return { net, arrays, steps, language: new TokenLanguage(arrays, steps, Math.min(maxStates, MAX_WIDTH)) };
}

/** The label of each activity of the log, -1 where the net has none; and the activities that it lacks. */
export interface TraceLabels {
  readonly labelOf: Int32Array;
  readonly unknown: readonly string[];
}

/** @throws InputError if there are no cases, or log and net have no activity in common. */
export function traceLabels({ net, arrays }: TokenGame, { activities, sequences }: TraceCounts): TraceLabels {
  if (sequences.length === 0) {
    throw new InputError(`Expected cases to compare with the net "${net.name}" but the log has none.\nFilter less.`);
  }
  const used = new Uint8Array(activities.length);
  for (const sequence of sequences) for (const code of sequence) used[code] = 1;
  return {
    labelOf: codesIn(arrays.labels, activities),
    unknown: unknownActivities(net, activities.filter((_, code) => used[code])),
  };
}

/** Variants in the order of their sequences, so that those with a common beginning stand together. */
export function inOrder(sequences: readonly Int32Array[]): number[] {
  return sequences.map((_, v) => v).sort((v, w) => {
    const a = sequences[v]!, b = sequences[w]!;
    const shared = sharedLength(a, b);
    return shared < Math.min(a.length, b.length) ? a[shared]! - b[shared]! : a.length - b.length;
  });
}

export function sharedLength(a: Int32Array, b: Int32Array): number {
  const n = Math.min(a.length, b.length);
  let i = 0;
  while (i < n && a[i] === b[i]) i++;
  return i;
}
