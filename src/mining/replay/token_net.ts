/** The part of a Petri net that decides which silent steps lead to an activity, or to the end. */
import type { NetArrays, NetOrder } from "../../models/nets/net_arrays.ts";

/** What a search wants to fire: a transition with the label of an event, or the end, which takes the final marking. */
export interface TokenGoal {
  /** The number of transitions in the net stands for the end. */
  readonly transition: number;
  readonly places: Int32Array;
  readonly weights: Int32Array;
  /** Tokens that it gives less those that it takes. */
  readonly gain: number;
}

/**
 * Silent transitions and the places they touch, as a net of its own, in the order of names: so nothing that is found in
 * it depends on the order in which a file lists them. All numbers are local; `transitions` and `places` say what they
 * are in the whole net.
 */
export interface TokenNet {
  /** Silent transitions, then the goals, which have label 0 and give nothing. */
  readonly arrays: NetArrays;
  readonly silent: number;
  readonly transitions: Int32Array;
  /** Those that are read come first: only they decide what is enabled. */
  readonly places: Int32Array;
  readonly reads: number;
  /** What each goal gives to places that are read: places and tokens in pairs. */
  readonly gives: readonly (readonly number[])[];
}

/** The goals of each label: those that leave fewer tokens first, then in the order of names. */
export function labelGoals(net: NetArrays, order: NetOrder): TokenGoal[][] {
  const goals: TokenGoal[][] = net.labels.map(() => []);
  for (const t of order.transitions) {
    if (net.label[t]! < 0) continue;
    const places = net.inPlaces.subarray(net.inOffsets[t], net.inOffsets[t + 1]);
    const weights = net.inWeights.subarray(net.inOffsets[t], net.inOffsets[t + 1]);
    const gain = sum(net.outWeights.subarray(net.outOffsets[t], net.outOffsets[t + 1])) - sum(weights);
    goals[net.label[t]!]!.push({ transition: t, places, weights, gain });
  }
  return goals.map((some) => some.sort((a, b) => a.gain - b.gain));
}

export function endGoal(net: NetArrays): TokenGoal {
  const places = Int32Array.from(net.final.keys()).filter((p) => net.final[p]! > 0);
  const weights = places.map((p) => net.final[p]!);
  return { transition: net.transitions, places, weights, gain: -sum(weights) };
}

/** What decides whether goals of one label can be enabled. */
export function goalNet(net: NetArrays, order: NetOrder, goals: readonly TokenGoal[]): TokenNet {
  return partOf(net, order, silentTowards(net, order, goals), goals);
}

/** What decides how near silent steps can come to the final marking. */
export function finalNet(net: NetArrays, order: NetOrder): TokenNet {
  return partOf(net, order, order.transitions.filter((t) => net.label[t] === -1), []);
}

function partOf(net: NetArrays, order: NetOrder, silent: Int32Array, goals: readonly TokenGoal[]): TokenNet {
  const { places, local, reads } = placesOf(net, order, silent, goals);
  const transitions = new Int32Array(silent.length + goals.length);
  transitions.set(silent);
  goals.forEach(({ transition }, g) => transitions[silent.length + g] = transition);
  const [inOffsets, inPlaces, inWeights] = arcsOf(
    silent,
    goals.length,
    net.inOffsets,
    net.inPlaces,
    net.inWeights,
    local,
  );
  const [outOffsets, outPlaces, outWeights] = arcsOf(
    silent,
    goals.length,
    net.outOffsets,
    net.outPlaces,
    net.outWeights,
    local,
  );
  const inputs = goals.reduce((sum, { places }) => sum + places.length, inPlaces.length);
  const taken = new Int32Array(inputs), weights = new Int32Array(inputs);
  taken.set(inPlaces);
  weights.set(inWeights);
  let at = inPlaces.length;
  goals.forEach((goal, g) => {
    for (let i = 0; i < goal.places.length; i++) {
      taken[at] = local[goal.places[i]!]!;
      weights[at++] = goal.weights[i]!;
    }
    inOffsets[silent.length + g + 1] = at;
  });
  const label = new Int32Array(transitions.length).fill(-1, 0, silent.length);
  return {
    arrays: {
      places: places.length,
      transitions: transitions.length,
      inOffsets,
      inPlaces: taken,
      inWeights: weights,
      outOffsets,
      outPlaces,
      outWeights,
      label,
      labels: goals.length === 0 ? [] : [""],
      initial: new Int32Array(places.length),
      final: places.map((p) => net.final[p]!),
    },
    silent: silent.length,
    transitions,
    places,
    reads,
    gives: goals.map(({ transition }) => givenTo(net, transition, local, places, reads)),
  };
}

function givenTo(net: NetArrays, t: number, local: Int32Array, places: Int32Array, reads: number): number[] {
  const given: number[] = [];
  if (t === net.transitions) return given;
  for (let i = net.outOffsets[t]!; i < net.outOffsets[t + 1]!; i++) {
    const place = local[net.outPlaces[i]!]!;
    if (place < reads && places[place] === net.outPlaces[i]) given.push(place, net.outWeights[i]!);
  }
  return given;
}

/** Those that are read, then those that are only written to; and the local number of each, plus what is none. */
function placesOf(net: NetArrays, order: NetOrder, silent: Int32Array, goals: readonly TokenGoal[]) {
  const role = new Uint8Array(net.places);
  for (const t of silent) {
    for (let i = net.outOffsets[t]!; i < net.outOffsets[t + 1]!; i++) role[net.outPlaces[i]!] = 1;
  }
  for (const t of silent) for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) role[net.inPlaces[i]!] = 2;
  for (const { places } of goals) for (const p of places) role[p] = 2;
  if (goals.length === 0) { for (let p = 0; p < net.places; p++) if (net.final[p]! > 0) role[p] = 2; }
  const places: number[] = [], local = new Int32Array(net.places);
  for (const p of order.places) if (role[p] === 2) local[p] = places.push(p) - 1;
  const reads = places.length;
  for (const p of order.places) if (role[p] === 1) local[p] = places.push(p) - 1;
  return { places: Int32Array.from(places), local, reads };
}

/** One side of some transitions, with room for the offsets of `more` that have none. */
function arcsOf(
  some: Int32Array,
  more: number,
  offsets: Int32Array,
  places: Int32Array,
  weights: Int32Array,
  local: Int32Array,
): [Int32Array, Int32Array, Int32Array] {
  let size = 0;
  for (const t of some) size += offsets[t + 1]! - offsets[t]!;
  const ends = new Int32Array(some.length + more + 1), own = new Int32Array(size), tokens = new Int32Array(size);
  let at = 0;
  for (let k = 0; k < some.length; k++) {
    for (let i = offsets[some[k]!]!; i < offsets[some[k]! + 1]!; i++) {
      own[at] = local[places[i]!]!;
      tokens[at++] = weights[i]!;
    }
    ends[k + 1] = at;
  }
  return [ends.fill(at, some.length + 1), own, tokens];
}

/** Silent transitions that can bring tokens to the goals or take tokens away from that, directly or through others. */
function silentTowards(net: NetArrays, order: NetOrder, goals: readonly TokenGoal[]): Int32Array {
  const touching = silentAround(net);
  const seen = new Uint8Array(net.places), found = new Uint8Array(net.transitions);
  const open = goals.flatMap(({ places }) => [...places]);
  for (let p = open.pop(); p !== undefined; p = open.pop()) {
    if (seen[p]) continue;
    seen[p] = 1;
    for (const t of touching[p]!) {
      if (found[t]) continue;
      found[t] = 1;
      for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) open.push(net.inPlaces[i]!);
    }
  }
  return order.transitions.filter((t) => found[t] === 1);
}

const AROUND = new WeakMap<NetArrays, readonly (readonly number[])[]>();

/** By place, the silent transitions that take from it or give to it. */
function silentAround(net: NetArrays): readonly (readonly number[])[] {
  const known = AROUND.get(net);
  if (known) return known;
  const touching = Array.from({ length: net.places }, (): number[] => []);
  for (let t = 0; t < net.transitions; t++) {
    if (net.label[t] !== -1) continue;
    for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) touching[net.inPlaces[i]!]!.push(t);
    for (let i = net.outOffsets[t]!; i < net.outOffsets[t + 1]!; i++) touching[net.outPlaces[i]!]!.push(t);
  }
  AROUND.set(net, touching);
  return touching;
}

function sum(values: Int32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
