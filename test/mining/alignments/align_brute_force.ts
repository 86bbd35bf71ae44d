/** What alignments are held against: random nets and traces, Dijkstra without any idea, and a replay of the moves. */
import { expect } from "vitest";
import { type Alignments, movesOf } from "../../../src/mining/alignments/alignment.ts";
import { type NetArrays, netArrays } from "../../../src/models/nets/net_arrays.ts";
import { PetriNet } from "../../../src/models/petri_net.ts";
import type { TraceCounts } from "../../../src/models/trace_variants.ts";
import { type Random, random } from "../../support/random.ts";

export function countsOf(...traces: (readonly string[])[]): TraceCounts {
  const activities = [...new Set(traces.flat())].sort();
  return {
    activities,
    sequences: traces.map((trace) => Int32Array.from(trace, (name) => activities.indexOf(name))),
    counts: Float64Array.from(traces, (_, i) => 1 + i % 3),
  };
}

export function randomTrace({ below, pick }: Random, length: number, names: readonly string[]): string[] {
  return Array.from({ length: below(length + 1) }, () => pick(names));
}

/**
 * Any small net: weights, self-loops, duplicate labels, places with several tokens, transitions without inputs; its
 * final marking is one that a random walk came to.
 */
export function randomNet(seed: number): PetriNet {
  const { below, next, pick } = random(seed);
  const places = Array.from({ length: 2 + below(5) }, (_, i) => ({ id: `p${i}`, name: `p${i}` }));
  const labels = ["a", "b", "c", "d", undefined, undefined];
  const transitions = Array.from({ length: 2 + below(6) }, (_, i) => ({ id: `t${i}`, label: pick(labels) }));
  const weight = () => next() < 0.85 ? 1 : 2;
  const arcs = transitions.flatMap(({ id }) => {
    const ins = places.filter(() => next() < 1.4 / places.length),
      outs = places.filter(() => next() < 1.3 / places.length);
    if (ins.length === 0 && next() < 0.9) ins.push(pick(places));
    return [
      ...ins.map((p) => ({ source: p.id, target: id, weight: weight() })),
      ...outs.map((p) => ({ source: id, target: p.id, weight: weight() })),
    ];
  });
  const initial = new Map([["p0", 1 + below(2)], ["p1", below(2)]]);
  const net = new PetriNet({ name: `random ${seed}`, places, transitions, arcs, initial });
  const arrays = netArrays(net);
  let marking = arrays.initial;
  for (let steps = 2 + below(8); steps > 0; steps--) {
    const enabled = transitions.map((_, t) => t).filter((t) => fired(arrays, marking, t));
    if (enabled.length === 0) break;
    marking = fired(arrays, marking, pick(enabled))!;
  }
  const final = new Map(places.map(({ id }, p) => [id, marking[p]!]));
  return new PetriNet({ name: net.name, places, transitions, arcs, initial, final });
}

/** The marking after a transition; undefined if it is not enabled. */
export function fired(net: NetArrays, marking: Int32Array, t: number): Int32Array | undefined {
  const next = marking.slice();
  for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) next[net.inPlaces[i]!]! -= net.inWeights[i]!;
  if (next.some((n) => n < 0)) return undefined;
  for (let i = net.outOffsets[t]!; i < net.outOffsets[t + 1]!; i++) next[net.outPlaces[i]!]! += net.outWeights[i]!;
  return next;
}

/** The least cost; undefined if that is not known after so many states, Infinity if there is no alignment. */
export function bruteForceCost(net: PetriNet, trace: readonly string[], most = 30_000): number | undefined {
  const arrays = netArrays(net);
  const final = [...arrays.final].join();
  const best = new Map<string, number>();
  let layer: { marking: Int32Array; position: number }[] = [{ marking: arrays.initial, position: 0 }];
  for (let cost = 0; layer.length > 0; cost++) {
    const dearer: typeof layer = [];
    while (layer.length > 0) {
      const { marking, position } = layer.pop()!;
      const key = `${marking.join()}|${position}`;
      if ((best.get(key) ?? Infinity) <= cost) continue;
      best.set(key, cost);
      if (best.size > most) return undefined;
      if (position === trace.length && marking.join() === final) return cost;
      if (position < trace.length) dearer.push({ marking, position: position + 1 });
      for (let t = 0; t < arrays.transitions; t++) {
        const next = fired(arrays, marking, t);
        if (!next) continue;
        const label = arrays.label[t] === -1 ? undefined : arrays.labels[arrays.label[t]!]!;
        (label === undefined ? layer : dearer).push({ marking: next, position });
        if (label !== undefined && label === trace[position]) layer.push({ marking: next, position: position + 1 });
      }
    }
    layer = dearer;
  }
  return Infinity;
}

/** The events are those of the trace, the steps a run from the initial to the final marking, the cost is theirs. */
export function expectReplayable(alignments: Alignments): void {
  const { net, traces, variants } = alignments;
  const arrays = netArrays(net);
  variants.forEach(({ cost, lowerBound, optimal, fitness }, v) => {
    const moves = movesOf(alignments, v), sequence = traces.sequences[v]!;
    expect(moves.filter(({ event }) => event >= 0).map(({ event }) => event)).toEqual([...sequence.keys()]);
    let marking = arrays.initial;
    for (const { kind, activity, transition } of moves) {
      if (transition < 0) continue;
      if (kind === "sync") expect(net.transitions[transition]!.label).toBe(activity);
      const next = fired(arrays, marking, transition);
      expect(next).toBeDefined();
      marking = next!;
    }
    expect(marking).toEqual(arrays.final);
    expect(moves.filter(({ kind }) => kind === "log" || kind === "model")).toHaveLength(cost);
    expect(lowerBound).toBeLessThanOrEqual(cost);
    expect(optimal).toBe(lowerBound === cost);
    expect(fitness).toBeLessThanOrEqual(1);
    expect(fitness).toBeGreaterThanOrEqual(0);
  });
}
