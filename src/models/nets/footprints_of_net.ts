/** Which activities of a Petri net may directly follow which, from the markings it can reach. */
import { InputError } from "../../base/errors.ts";
import type { FootprintsParts } from "../footprints.ts";
import { type NetArrays, netArrays } from "./net_arrays.ts";
import type { PetriNet } from "../petri_net.ts";
import { exploreStates } from "./state_space.ts";
import { requireMarkings } from "./require_model.ts";

export interface NetFootprintOptions {
  /** Markings of a net that are looked at before giving up. @default 100_000 */
  readonly maxStates?: number;
}

/** @throws InputError without markings, without a run that ends, of an unbounded net, or with more markings than `maxStates`. */
export function netFollows(net: PetriNet, { maxStates = 100_000 }: NetFootprintOptions): FootprintsParts {
  requireMarkings(net);
  const arrays = netArrays(net);
  const graph = explore(net, arrays, maxStates);
  const useful = leadingTo(graph, graph.final);
  if (graph.final < 0 || !useful[0]) {
    throw new InputError(
      `Expected the net "${net.name}" to have a run from its initial to its final marking but found none among its ` +
        `${graph.size} markings.\nCheck the final marking, and whether the net is sound.`,
    );
  }
  const words = Math.ceil(arrays.labels.length / 32);
  const { next, endsSilently } = visibleNext(graph, useful, words);
  const { labels } = arrays;
  const namesAt = (marking: number) =>
    labels.filter((_, label) => next[marking * words + (label >> 5)]! & (1 << (label & 31)));
  const activities = new Set<string>(), ends = new Set<string>();
  const follows = new Uint32Array(labels.length * words);
  for (let e = 0; e < graph.from.length; e++) {
    const label = graph.label[e]!, to = graph.to[e]!;
    if (label < 0 || !useful[graph.from[e]!] || !useful[to]) continue;
    activities.add(labels[label]!);
    if (endsSilently[to]) ends.add(labels[label]!);
    for (let w = 0; w < words; w++) follows[label * words + w]! |= next[to * words + w]!;
  }
  return {
    activities: [...activities],
    starts: namesAt(0),
    ends,
    follows: labels.flatMap((from, a) =>
      labels.filter((_, b) => follows[a * words + (b >> 5)]! & (1 << (b & 31))).map((to) => [from, to] as const)
    ),
  };
}

/** Markings by number, the initial one first, and the steps between them. */
interface MarkingGraph {
  readonly size: number;
  /** -1 where it was not met. */
  readonly final: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Code of the label, -1 for silent steps. */
  readonly label: readonly number[];
}

function explore(net: PetriNet, arrays: NetArrays, maxStates: number): MarkingGraph {
  const { markings, successors, end } = exploreStates(arrays, arrays.initial, maxStates);
  if (end !== "complete") {
    throw new InputError(
      end === "unbounded"
        ? `Expected the net "${net.name}" to be bounded but found a place that gathers ever more tokens.`
        : `Expected the net "${net.name}" to have at most ${maxStates} markings but found more.\n` +
          `Raise maxStates, or take the footprints of its process tree, which need no markings.`,
    );
  }
  const from: number[] = [], to: number[] = [], label: number[] = [];
  successors.forEach((steps, marking) => {
    for (let i = 0; i < steps.length; i += 2) {
      from.push(marking);
      label.push(arrays.label[steps[i]!]!);
      to.push(steps[i + 1]!);
    }
  });
  const final = markings.findIndex((marking) => marking.every((tokens, place) => tokens === arrays.final[place]));
  return { size: markings.length, final, from, to, label };
}

/** For each marking 1 if the final one can be reached from it. */
function leadingTo({ size, from, to }: MarkingGraph, final: number): Uint8Array {
  const leads = new Uint8Array(size);
  if (final < 0) return leads;
  const into = stepsInto(size, to);
  leads[final] = 1;
  const open = [final];
  for (let marking = open.pop(); marking !== undefined; marking = open.pop()) {
    for (const step of into(marking)) {
      if (leads[from[step]!]) continue;
      leads[from[step]!] = 1;
      open.push(from[step]!);
    }
  }
  return leads;
}

/** For each marking, as bits, the labels that come next after any silent steps, and whether these alone can end the run. */
function visibleNext(
  { size, final, from, to, label }: MarkingGraph,
  useful: Uint8Array,
  words: number,
): { next: Uint32Array; endsSilently: Uint8Array } {
  const next = new Uint32Array(size * words), endsSilently = new Uint8Array(size);
  endsSilently[final] = 1;
  const into = stepsInto(size, to);
  for (let e = 0; e < from.length; e++) {
    if (label[e]! >= 0 && useful[to[e]!]) next[from[e]! * words + (label[e]! >> 5)]! |= 1 << (label[e]! & 31);
  }
  const waiting = new Uint8Array(size).fill(1);
  const open = Array.from({ length: size }, (_, marking) => marking);
  for (let marking = open.pop(); marking !== undefined; marking = open.pop()) {
    waiting[marking] = 0;
    for (const step of into(marking)) {
      if (label[step]! >= 0 || !useful[marking]) continue;
      const before = from[step]!;
      let grew = endsSilently[marking]! > endsSilently[before]!;
      endsSilently[before]! |= endsSilently[marking]!;
      for (let w = 0; w < words; w++) {
        const own = next[before * words + w]!, all = (own | next[marking * words + w]!) >>> 0;
        next[before * words + w] = all;
        grew ||= all !== own;
      }
      if (grew && !waiting[before]) {
        waiting[before] = 1;
        open.push(before);
      }
    }
  }
  return { next, endsSilently };
}

function stepsInto(size: number, to: readonly number[]): (marking: number) => Int32Array {
  const offsets = new Int32Array(size + 1);
  for (const marking of to) offsets[marking + 1]!++;
  for (let marking = 0; marking < size; marking++) offsets[marking + 1]! += offsets[marking]!;
  const filled = offsets.slice(0, size), steps = new Int32Array(to.length);
  to.forEach((marking, step) => steps[filled[marking]!++] = step);
  return (marking) => steps.subarray(offsets[marking]!, offsets[marking + 1]!);
}
