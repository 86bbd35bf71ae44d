/** Workflow nets put together step by step, and named in an order that a reader can follow. */
import { PetriNet, type Transition } from "../petri_net.ts";

interface Step {
  readonly label: string | undefined;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** Places are numbers until the net is built. */
export class NetBuilder {
  #places = 0;
  readonly #steps: Step[] = [];

  place(): number {
    return this.#places++;
  }

  transition(label: string | undefined, inputs: readonly number[], outputs: readonly number[]): void {
    this.#steps.push({ label, inputs, outputs });
  }

  /** One token in `source` at first, one in `sink` at last. */
  build(source: number, sink: number, name?: string): PetriNet {
    const id = (place: number) => place === source ? "source" : place === sink ? "sink" : `p${place}`;
    return new PetriNet({
      ...(name === undefined ? {} : { name }),
      places: Array.from({ length: this.#places }, (_, place) => ({ id: id(place), name: id(place) })),
      transitions: this.#steps.map(({ label }, t) => ({ id: `t${t}`, label })),
      arcs: this.#steps.flatMap(({ inputs, outputs }, t) => [
        ...inputs.map((place) => ({ source: id(place), target: `t${t}` })),
        ...outputs.map((place) => ({ source: `t${t}`, target: id(place) })),
      ]),
      initial: new Map([["source", 1]]),
      final: new Map([["sink", 1]]),
    });
  }
}

/**
 * The same net, its places called `p1`, `p2`, … and its transitions `t1`, `t2`, … in breadth-first order from the
 * places of the initial marking; `source` and `sink` keep their names.
 */
export function numbered(net: PetriNet): PetriNet {
  const next = new Map<string, string[]>();
  for (const { source, target } of net.arcs) next.set(source, [...next.get(source) ?? [], target]);
  const order = new Set(net.initial.keys());
  for (const id of order) for (const target of next.get(id) ?? []) order.add(target);
  for (const { id } of [...net.places, ...net.transitions]) order.add(id);
  const rank = new Map([...order].map((id, i) => [id, i]));
  const byRank = (a: { id: string }, b: { id: string }) => rank.get(a.id)! - rank.get(b.id)!;
  const places = [...net.places].sort(byRank), transitions = [...net.transitions].sort(byRank);
  const renamed = new Map<string, string>();
  let count = 0;
  for (const { id } of places) renamed.set(id, id === "source" || id === "sink" ? id : `p${++count}`);
  transitions.forEach(({ id }, i) => renamed.set(id, `t${i + 1}`));
  const to = (id: string) => renamed.get(id)!;
  return new PetriNet({
    name: net.name,
    places: places.map(({ id }) => ({ id: to(id), name: to(id) })),
    transitions: transitions.map(({ id, label }): Transition => ({ id: to(id), label })),
    arcs: [...net.arcs]
      .sort((a, b) => rank.get(a.source)! - rank.get(b.source)! || rank.get(a.target)! - rank.get(b.target)!)
      .map(({ source, target, weight }) => ({ source: to(source), target: to(target), weight })),
    initial: new Map([...net.initial].map(([id, tokens]) => [to(id), tokens])),
    final: new Map([...net.final].map(([id, tokens]) => [to(id), tokens])),
  });
}
