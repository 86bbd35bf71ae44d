/** Small Petri nets at random, and what they do by brute force over their markings: what algorithms are held against. */
import { netArrays } from "../../src/models/nets/net_arrays.ts";
import { PetriNet } from "../../src/models/petri_net.ts";
import { random } from "./random.ts";

/**
 * Words of at most `length` activities that lead from the initial to the final marking, as texts `a b c`, sorted: to be
 * compared with `languageOf` of a tree.
 *
 * @throws RangeError if silent steps alone reach more than `most` markings, as in an unbounded net.
 */
export function netLanguage(net: PetriNet, length = 8, most = 20_000): string[] {
  const { initial, final, labels, ...steps } = netArrays(net);
  const end = final.join(), known = new Map<string, Set<string>>();

  const words = (markings: ReadonlyMap<string, Int32Array>, left: number): Set<string> => {
    const key = `${left}:${[...markings.keys()].sort().join(";")}`, before = known.get(key);
    if (before !== undefined) return before;
    const found = new Set<string>(markings.has(end) ? [""] : []);
    for (let label = 0; left > 0 && label < labels.length; label++) {
      const after = closure([...markings.values()].flatMap((marking) => fire(marking, label)));
      if (after.size === 0) continue;
      for (const rest of words(after, left - 1)) found.add(rest === "" ? labels[label]! : `${labels[label]!} ${rest}`);
    }
    known.set(key, found);
    return found;
  };

  const closure = (markings: readonly Int32Array[]): Map<string, Int32Array> => {
    const reached = new Map(markings.map((marking) => [marking.join(), marking]));
    for (const marking of reached.values()) {
      for (const next of fire(marking, -1)) reached.set(next.join(), next);
      if (reached.size > most) throw new RangeError(`${net}: too many markings for brute force.`);
    }
    return reached;
  };

  const fire = (marking: Int32Array, label: number): Int32Array[] => {
    const found: Int32Array[] = [];
    for (let t = 0; t < steps.transitions; t++) {
      if (steps.label[t] !== label) continue;
      const next = marking.slice();
      for (let i = steps.inOffsets[t]!; i < steps.inOffsets[t + 1]!; i++) {
        next[steps.inPlaces[i]!]! -= steps.inWeights[i]!;
      }
      if (next.some((tokens) => tokens < 0)) continue;
      for (let i = steps.outOffsets[t]!; i < steps.outOffsets[t + 1]!; i++) {
        next[steps.outPlaces[i]!]! += steps.outWeights[i]!;
      }
      found.push(next);
    }
    return found;
  };

  return [...words(closure([initial]), length)].sort();
}

/**
 * Soundness by definition: from every reachable marking the final one can be reached, nothing reachable has more tokens
 * than that, and every transition fires somewhere. Nets with more than `most` markings count as unbounded.
 */
export function isSoundByBruteForce(net: PetriNet, most = 3000): boolean {
  const arcs = (id: string, side: "source" | "target", other: "source" | "target") =>
    net.arcs.filter((arc) => arc[side] === id).map((arc) => [arc[other], arc.weight] as const);
  const steps = net.transitions.map(({ id }) => ({
    id,
    takes: arcs(id, "target", "source"),
    gives: arcs(id, "source", "target"),
  }));
  const text = (marking: ReadonlyMap<string, number>) =>
    [...marking].filter(([, n]) => n > 0).map(([id, n]) => `${id}:${n}`).sort().join();
  const known = new Map([[text(net.initial), net.initial]]), next = new Map<string, string[]>();
  const fired = new Set<string>();
  for (const [key, marking] of known) {
    next.set(key, []);
    for (const { id, takes, gives } of steps) {
      if (takes.some(([place, weight]) => (marking.get(place) ?? 0) < weight)) continue;
      const after = new Map(marking);
      for (const [place, weight] of takes) after.set(place, after.get(place)! - weight);
      for (const [place, weight] of gives) after.set(place, (after.get(place) ?? 0) + weight);
      fired.add(id);
      next.get(key)!.push(text(after));
      if (!known.has(text(after))) known.set(text(after), after);
    }
    if (known.size > most) return false;
  }
  const end = text(net.final), ends = new Set([end]);
  for (let size = 0; size < ends.size;) {
    size = ends.size;
    for (const [key, targets] of next) if (targets.some((target) => ends.has(target))) ends.add(key);
  }
  const covers = (marking: ReadonlyMap<string, number>) =>
    [...net.final].every(([place, tokens]) => (marking.get(place) ?? 0) >= tokens);
  return [...known].every(([key, marking]) => ends.has(key) && (key === end || !covers(marking))) &&
    fired.size === steps.length;
}

/** A net at random from `source` to `sink`: seldom sound, not always a workflow net. Labels `a` to `d`, some silent. */
export function randomNet(seed: number): PetriNet {
  const { below, next, pick } = random(seed);
  const inner = Array.from({ length: 1 + below(4) }, (_, i) => `p${i + 1}`);
  const transitions = Array.from({ length: 2 + below(5) }, (_, i) => ({
    id: `t${i + 1}`,
    label: next() < 0.5 ? undefined : pick(["a", "b", "c", "d"]),
  }));
  const some = (first: readonly string[]) => new Set([pick(first), ...next() < 0.35 ? [pick(first)] : []]);
  return new PetriNet({
    places: ["source", ...inner, "sink"].map((id) => ({ id, name: id })),
    transitions,
    arcs: transitions.flatMap(({ id }) => [
      ...[...some(["source", ...inner])].map((place) => ({ source: place, target: id })),
      ...[...some([...inner, "sink"])].map((place) => ({ source: id, target: place })),
    ]),
    initial: new Map([["source", 1]]),
    final: new Map([["sink", 1]]),
  });
}

/** The net with one arc moved to another place, or taken away: nearly sound. */
export function brokenNet(net: PetriNet, seed: number): PetriNet {
  const { below, pick, next } = random(seed);
  const places = new Set(net.places.map(({ id }) => id)), broken = below(net.arcs.length);
  const arcs = net.arcs.flatMap((arc, i) => {
    if (i !== broken) return [arc];
    if (next() < 0.3) return [];
    const other = pick([...places]);
    const moved = places.has(arc.source) ? { ...arc, source: other } : { ...arc, target: other };
    return net.arcs.some(({ source, target }) => source === moved.source && target === moved.target) ? [] : [moved];
  });
  const { name, transitions, initial, final } = net;
  return new PetriNet({ name, places: net.places, transitions, arcs, initial, final });
}
