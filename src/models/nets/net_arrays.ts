/** A Petri net as arrays of numbers, for what reads it millions of times. */
import type { Marking, PetriNet } from "../petri_net.ts";

export interface NetArrays {
  readonly places: number;
  readonly transitions: number;
  /** What transition `t` takes: `inPlaces` and `inWeights` from `inOffsets[t]` up to `inOffsets[t + 1]`. */
  readonly inOffsets: Int32Array;
  readonly inPlaces: Int32Array;
  readonly inWeights: Int32Array;
  /** What it gives, likewise. */
  readonly outOffsets: Int32Array;
  readonly outPlaces: Int32Array;
  readonly outWeights: Int32Array;
  /** Of each transition a code of `labels`; -1 for silent ones. */
  readonly label: Int32Array;
  /** Distinct labels in order of code units. */
  readonly labels: readonly string[];
  /** Tokens of each place. */
  readonly initial: Int32Array;
  readonly final: Int32Array;
}

/** Places and transitions keep the order they have in the net; two arcs of the same direction add up. */
export function netArrays(net: PetriNet): NetArrays {
  const place = new Map(net.places.map(({ id }, i) => [id, i]));
  const transition = new Map(net.transitions.map(({ id }, i) => [id, i]));
  const inputs = net.transitions.map(() => new Map<number, number>());
  const outputs = net.transitions.map(() => new Map<number, number>());
  for (const { source, target, weight } of net.arcs) {
    const taken = place.get(source);
    const [side, at] = taken === undefined
      ? [outputs[transition.get(source)!]!, place.get(target)!]
      : [inputs[transition.get(target)!]!, taken];
    side.set(at, (side.get(at) ?? 0) + weight);
  }
  const labels = [...new Set(net.transitions.flatMap(({ label }) => label === undefined ? [] : [label]))].sort();
  const code = new Map(labels.map((label, i) => [label, i]));
  const tokens = (marking: Marking) => Int32Array.from(net.places, ({ id }) => marking.get(id) ?? 0);
  const [inOffsets, inPlaces, inWeights] = rows(inputs);
  const [outOffsets, outPlaces, outWeights] = rows(outputs);
  return {
    places: net.places.length,
    transitions: net.transitions.length,
    inOffsets,
    inPlaces,
    inWeights,
    outOffsets,
    outPlaces,
    outWeights,
    label: Int32Array.from(net.transitions, ({ label }) => label === undefined ? -1 : code.get(label)!),
    labels,
    initial: tokens(net.initial),
    final: tokens(net.final),
  };
}

/** Places and transitions of a net, by number, in an order that does not depend on how the net lists them. */
export interface NetOrder {
  readonly places: Int32Array;
  readonly transitions: Int32Array;
}

/** In the order of the ids, by code units. */
export function orderOfIds({ places, transitions }: PetriNet): NetOrder {
  const sorted = (nodes: readonly { readonly id: string }[]) =>
    Int32Array.from(nodes.keys()).sort((a, b) => nodes[a]!.id < nodes[b]!.id ? -1 : 1);
  return { places: sorted(places), transitions: sorted(transitions) };
}

/** In the order in which the net lists them. */
export function orderAsListed({ places, transitions }: NetArrays): NetOrder {
  return {
    places: Int32Array.from({ length: places }, (_, p) => p),
    transitions: Int32Array.from({ length: transitions }, (_, t) => t),
  };
}

/** For each code of `labels` the code of the same name in `activities`, -1 where there is none. */
export function codesIn(activities: readonly string[], labels: readonly string[]): Int32Array {
  const code = new Map(activities.map((name, i) => [name, i]));
  return Int32Array.from(labels, (label) => code.get(label) ?? -1);
}

function rows(sides: readonly Map<number, number>[]): [Int32Array, Int32Array, Int32Array] {
  const offsets = new Int32Array(sides.length + 1);
  sides.forEach((side, t) => offsets[t + 1] = offsets[t]! + side.size);
  const entries = sides.flatMap((side) => [...side].sort(([a], [b]) => a - b));
  return [offsets, Int32Array.from(entries, ([place]) => place), Int32Array.from(entries, ([, weight]) => weight)];
}
