/** The part of a Petri net that decides whether silent steps can enable an activity. */
import type { NetArrays } from "../../models/nets/net_arrays.ts";

/** What a search wants to fire: transitions of one label, or the end, which takes the final marking. */
export interface TokenGoal {
  readonly transition: number;
  readonly places: Int32Array;
  readonly weights: Int32Array;
}

/**
 * Silent transitions that can bring tokens to the goals or take tokens away from that, directly or through others, and
 * the places they touch. All numbers are local: `transitions` and `places` say what they are in the net.
 */
export interface TokenNet {
  /** Silent ones, then the goals. */
  readonly transitions: Int32Array;
  readonly silent: number;
  /** Those that are read come first: only they decide what is enabled. */
  readonly places: Int32Array;
  readonly reads: number;
  readonly inputs: readonly Int32Array[];
  readonly inputWeights: readonly Int32Array[];
  /** Of the silent transitions. */
  readonly outputs: readonly Int32Array[];
  readonly outputWeights: readonly Int32Array[];
  /** Silent transitions that put tokens in a place. */
  readonly producers: readonly Int32Array[];
  /** Transitions that take tokens from a place. */
  readonly consumers: readonly Int32Array[];
}

/** The goals of each label. */
export function labelGoals(net: NetArrays): TokenGoal[][] {
  const goals: TokenGoal[][] = net.labels.map(() => []);
  for (let t = 0; t < net.transitions; t++) {
    if (net.label[t]! >= 0) {
      goals[net.label[t]!]!.push({ transition: t, places: inputPlaces(net, t), weights: inputWeights(net, t) });
    }
  }
  return goals;
}

/** To take the final marking out of the net; the transition is `net.transitions`. */
export function endGoal(net: NetArrays): TokenGoal {
  const places = Int32Array.from(net.final.keys()).filter((p) => net.final[p]! > 0);
  return { transition: net.transitions, places, weights: places.map((p) => net.final[p]!) };
}

export function tokenNet(net: NetArrays, goals: readonly TokenGoal[]): TokenNet {
  const silent = relevantSilent(net, goals);
  const local = new Int32Array(net.places).fill(-1);
  const places: number[] = [];
  const add = (some: Int32Array) => {
    for (const p of some) if (local[p] === -1) local[p] = places.push(p) - 1;
  };
  for (const { places } of goals) add(places);
  for (const t of silent) add(inputPlaces(net, t));
  const reads = places.length;
  for (const t of silent) add(outputPlaces(net, t));
  const inputs = [...silent.map((t) => inputPlaces(net, t)), ...goals.map(({ places }) => places)]
    .map((some) => some.map((p) => local[p]!));
  const outputs = silent.map((t) => outputPlaces(net, t).map((p) => local[p]!));
  return {
    transitions: Int32Array.from([...silent, ...goals.map(({ transition }) => transition)]),
    silent: silent.length,
    places: Int32Array.from(places),
    reads,
    inputs,
    inputWeights: [...silent.map((t) => inputWeights(net, t)), ...goals.map(({ weights }) => weights)],
    outputs,
    outputWeights: silent.map((t) => net.outWeights.slice(net.outOffsets[t]!, net.outOffsets[t + 1]!)),
    producers: inverted(outputs, places.length),
    consumers: inverted(inputs, places.length),
  };
}

export function inputPlaces(net: NetArrays, t: number): Int32Array {
  return net.inPlaces.slice(net.inOffsets[t]!, net.inOffsets[t + 1]!);
}

export function inputWeights(net: NetArrays, t: number): Int32Array {
  return net.inWeights.slice(net.inOffsets[t]!, net.inOffsets[t + 1]!);
}

export function outputPlaces(net: NetArrays, t: number): Int32Array {
  return net.outPlaces.slice(net.outOffsets[t]!, net.outOffsets[t + 1]!);
}

/** In the order of the net. */
function relevantSilent(net: NetArrays, goals: readonly TokenGoal[]): number[] {
  const touching: number[][] = Array.from({ length: net.places }, () => []);
  for (let t = 0; t < net.transitions; t++) {
    if (net.label[t] !== -1) continue;
    for (const p of inputPlaces(net, t)) touching[p]!.push(t);
    for (const p of outputPlaces(net, t)) touching[p]!.push(t);
  }
  const seen = new Set<number>(), found = new Set<number>();
  const open = goals.flatMap(({ places }) => [...places]);
  for (let p = open.pop(); p !== undefined; p = open.pop()) {
    if (seen.has(p)) continue;
    seen.add(p);
    for (const t of touching[p]!) {
      if (found.has(t)) continue;
      found.add(t);
      open.push(...inputPlaces(net, t));
    }
  }
  return [...found].sort((a, b) => a - b);
}

function inverted(rows: readonly Int32Array[], size: number): Int32Array[] {
  const lists: number[][] = Array.from({ length: size }, () => []);
  rows.forEach((row, i) => row.forEach((value) => lists[value]!.push(i)));
  return lists.map((list) => Int32Array.from(list));
}
