/**
 * Heuristics nets: which activities depend on which, and which of these dependencies belong together.
 *
 * Weijters, van der Aalst & de Medeiros, "Process mining with the HeuristicsMiner algorithm", BETA working paper 166,
 * TU Eindhoven 2006. Bindings as in causal nets: van der Aalst, Adriansyah & van Dongen, "Causal nets: a modeling language
 * tailored towards process discovery", CONCUR 2011.
 */
import { inspectSymbol } from "../base/inspect.ts";
import { type Arc, PetriNet, type Place, type Transition } from "./petri_net.ts";
import { requireKind } from "./given_model.ts";

export interface HeuristicsEdge {
  /** Indices into `activities`. */
  readonly from: number;
  readonly to: number;
  /** How often `from` is directly followed by `to`, over all cases. */
  readonly count: number;
  /** a ⇒ b, above -1 and below 1; for loops of one activity a ⇒ a, from 0 to below 1. */
  readonly dependency: number;
  /**
   * Why the net has it: its dependency, a loop of two activities, or the wish to connect all. `undefined` if the net
   * does not have it.
   */
  readonly kept: "dependency" | "loopOfTwo" | "connection" | undefined;
}

/** Activities that together follow an activity, or precede it, by their indices in ascending order. */
export type Binding = readonly number[];

export interface HeuristicsNetParts {
  readonly activities: readonly string[];
  readonly events: Float64Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly measured: readonly HeuristicsEdge[];
  readonly inputs: readonly (readonly Binding[])[];
  readonly outputs: readonly (readonly Binding[])[];
}

/** A heuristics net. Immutable. */
export class HeuristicsNet {
  /** Activities that occur, in order of code units; those too rare for the thresholds have no edges. */
  readonly activities: readonly string[];
  /** Events of each activity. */
  readonly events: Float64Array;
  /** Cases that start, and that end, with each activity. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** The net's edges, sorted by `from`, then `to`. */
  readonly edges: readonly HeuristicsEdge[];
  /** All edges whose dependency was measured, also those that the net does not have. */
  readonly measured: readonly HeuristicsEdge[];
  /** For each activity, sets of predecessors: before it happens, all activities of one of these sets have happened. */
  readonly inputs: readonly (readonly Binding[])[];
  /** For each activity, sets of successors: after it happened, all activities of one of these sets happen. */
  readonly outputs: readonly (readonly Binding[])[];

  constructor({ activities, events, starts, ends, measured, inputs, outputs }: HeuristicsNetParts) {
    this.activities = [...activities];
    this.events = events;
    this.starts = starts;
    this.ends = ends;
    this.measured = [...measured];
    this.edges = measured.filter(({ kept }) => kept !== undefined);
    this.inputs = [...inputs];
    this.outputs = [...outputs];
  }

  toString(): string {
    const loops = this.edges.filter(({ from, to }) => from === to).length;
    const together = [...this.inputs, ...this.outputs].flat().filter((binding) => binding.length > 1).length;
    return `Heuristics net: ${this.activities.length} activities, ${this.edges.length} dependencies ` +
      `(${loops} loops of one), ${together} concurrent bindings`;
  }

  [inspectSymbol](): string {
    return this.toString();
  }
}

/**
 * The Petri net of a heuristics net: a place for each dependency, silent steps that choose among bindings.
 *
 * Activities that some case starts or ends with are joined to the source or the sink. The net says what the heuristics
 * net says, which need not be sound: what one activity promises another may never collect, and an activity that no case
 * starts with and that depends on nothing never happens. Activities without any edge are left out, unless there are
 * cases of them alone.
 *
 * @example
 * ```ts
 * import { discoverHeuristics, heuristicsToNet, readLog } from "tracebook";
 * heuristicsToNet(discoverHeuristics(await readLog("data/order-to-cash.csv"))); // Petri net "heuristics": …
 * ```
 */
export function heuristicsToNet(net: HeuristicsNet): PetriNet {
  requireKind("heuristics net", net, "asNet(model) makes a net of a model of any kind.");
  const { activities, starts, ends, inputs, outputs } = net;
  const places: Place[] = [];
  const present = activities.map((_, a) =>
    inputs[a]!.length + outputs[a]!.length > 0 || (starts[a]! > 0 && ends[a]! > 0)
  );
  const transitions: Transition[] = activities.flatMap((label, a) => present[a] ? [{ id: `t${a + 1}`, label }] : []);
  const arcs: Omit<Arc, "weight">[] = [];
  const place = (name: string) => {
    const id = `p${places.length + 1}`;
    places.push({ id, name });
    return id;
  };
  const silent = (from: readonly string[], to: readonly string[]) => {
    const id = `s${transitions.length + 1}`;
    transitions.push({ id, label: undefined });
    for (const source of from) arcs.push({ source, target: id });
    for (const target of to) arcs.push({ source: id, target });
  };
  const source = place("source"), sink = place("sink");

  // Where the token for `to` waits once `from` has happened. One place for all where each of them alone is enough.
  const waiting = new Map<number, string>();
  const n = activities.length;
  activities.forEach((activity, a) => {
    if (!present[a]) return;
    const ways = inputs[a]!, begins = starts[a]! > 0;
    const alone = ways.every((binding) => binding.length === 1);
    const only = ways.length + (begins ? 1 : 0) === 1;
    if (alone) {
      const before = only && begins ? source : place(`before ${activity}`);
      arcs.push({ source: before, target: `t${a + 1}` });
      for (const [from] of ways) waiting.set(from! * n + a, before);
      if (begins && !only) silent([source], [before]);
      return;
    }
    for (const from of new Set(ways.flat())) waiting.set(from * n + a, place(`${activities[from]} → ${activity}`));
    const taken = (binding: Binding) => binding.map((from) => waiting.get(from * n + a)!);
    if (only) {
      for (const from of taken(ways[0]!)) arcs.push({ source: from, target: `t${a + 1}` });
      return;
    }
    const before = place(`before ${activity}`);
    arcs.push({ source: before, target: `t${a + 1}` });
    for (const binding of ways) silent(taken(binding), [before]);
    if (begins) silent([source], [before]);
  });
  activities.forEach((activity, a) => {
    if (!present[a]) return;
    const ways: string[][] = outputs[a]!.map((binding) => binding.map((to) => waiting.get(a * n + to)!));
    if (ends[a]! > 0) ways.push([sink]);
    if (ways.length === 1) {
      for (const target of ways[0]!) arcs.push({ source: `t${a + 1}`, target });
      return;
    }
    const after = place(`after ${activity}`);
    arcs.push({ source: `t${a + 1}`, target: after });
    for (const way of ways) silent([after], way);
  });
  return new PetriNet({
    name: "heuristics",
    places,
    transitions,
    arcs,
    initial: new Map([[source, 1]]),
    final: new Map([[sink, 1]]),
  });
}
