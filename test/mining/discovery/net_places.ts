import { type NetArrays, netArrays } from "../../../src/models/nets/net_arrays.ts";
import type { PetriNet } from "../../../src/models/petri_net.ts";

/** Each place as `a b → c`, with names in order: what a place is, whatever its id. */
export function placesOf(net: PetriNet): string[] {
  const label = new Map(net.transitions.map(({ id, label }) => [id, label ?? "τ"]));
  return net.places.map(({ id }) => {
    const inputs = net.arcs.filter(({ target }) => target === id).map(({ source }) => label.get(source)!).sort();
    const outputs = net.arcs.filter(({ source }) => source === id).map(({ target }) => label.get(target)!).sort();
    return `${inputs.join(" ")} → ${outputs.join(" ")}`;
  }).sort();
}

/** Enabled transitions and the markings they lead to. */
export function steps(net: NetArrays, marking: Int32Array): [number, Int32Array][] {
  const found: [number, Int32Array][] = [];
  for (let t = 0; t < net.transitions; t++) {
    const next = marking.slice();
    let enabled = true;
    for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) {
      next[net.inPlaces[i]!]! -= net.inWeights[i]!;
      if (next[net.inPlaces[i]!]! < 0) enabled = false;
    }
    if (!enabled) continue;
    for (let i = net.outOffsets[t]!; i < net.outOffsets[t + 1]!; i++) next[net.outPlaces[i]!]! += net.outWeights[i]!;
    found.push([t, next]);
  }
  return found;
}

/** What is wrong with a net as a sound and safe one, from all its states; `undefined` if nothing is. */
export function unsound(net: PetriNet, budget = 200_000): string | undefined {
  const arrays = netArrays(net);
  const number = new Map([[arrays.initial.join(), 0]]);
  const states = [arrays.initial], before: number[][] = [[]];
  const fired = new Set<number>();
  const final = arrays.final.join();
  for (let s = 0; s < states.length; s++) {
    if (states.length > budget) throw new Error("too many states");
    const next = steps(arrays, states[s]!);
    const key = states[s]!.join();
    if (next.length === 0 && key !== final) return `stuck at ${key}`;
    if (states[s]!.some((tokens) => tokens > 1)) return `not safe at ${key}`;
    if (key !== final && states[s]!.every((tokens, p) => tokens >= arrays.final[p]!)) return `left behind at ${key}`;
    for (const [t, marking] of next) {
      fired.add(t);
      const name = marking.join();
      if (!number.has(name)) {
        number.set(name, states.push(marking) - 1);
        before.push([]);
      }
      before[number.get(name)!]!.push(s);
    }
  }
  const dead = net.transitions.find((_, t) => !fired.has(t));
  if (dead) return `never happens: ${dead.label ?? dead.id}`;
  const done = new Set([number.get(final) ?? -1]);
  if (done.has(-1)) return "never ends";
  for (const s of done) for (const earlier of before[s]!) done.add(earlier);
  return done.size < states.length ? "cannot always end" : undefined;
}
