/** Petri nets for tests: written out in short, random ones from a seed, and their behaviour by brute force. */
import { PetriNet } from "../../src/models/petri_net.ts";
import { random } from "./random.ts";

/**
 * A net from lines `p q > label > r s`: input places, the transition, output places; `tau` is silent. It starts with a
 * token in `i` and ends with one in `o`.
 */
export function netOf(...lines: string[]): PetriNet {
  const rows = lines.map((line) => line.split(">").map((part) => part.trim().split(/\s+/).filter((id) => id !== "")));
  const places = [...new Set(["i", ...rows.flatMap(([from, , to]) => [...from!, ...to!]), "o"])];
  return new PetriNet({
    places: places.map((id) => ({ id, name: id })),
    transitions: rows.map(([, label], t) => ({
      id: `t${t}`,
      label: label![0] === "tau" ? undefined : label!.join(" "),
    })),
    arcs: rows.flatMap(([from, , to], t) => [
      ...from!.map((source) => ({ source, target: `t${t}` })),
      ...to!.map((target) => ({ source: `t${t}`, target })),
    ]),
    initial: new Map([["i", 1]]),
    final: new Map([["o", 1]]),
  });
}

/** Any net: not safe, not sound, with silent steps, repeated labels, weights, and loops from a place to itself. */
export function randomTokenNet(seed: number): PetriNet {
  const { below, next } = random(seed);
  const places = 2 + below(5), transitions = 2 + below(7);
  const lines = Array.from({ length: transitions }, () => {
    const some = () =>
      Array.from(
        { length: next() < 0.3 ? 2 : 1 },
        () => ["i", "o", "p", "q", "r", "s"].slice(0, places)[below(places)],
      );
    return `${some().join(" ")} > ${next() < 0.5 ? "tau" : ["a", "b"][below(2)]} > ${some().join(" ")}`;
  });
  return netOf(...lines);
}

export type Tokens = readonly number[];

export interface Firing {
  readonly takes: Tokens;
  readonly gives: Tokens;
  readonly label: string | undefined;
}

export function firings(net: PetriNet): Firing[] {
  return net.transitions.map(({ id, label }) => {
    const sum = (fits: (arc: PetriNet["arcs"][number], place: string) => boolean) =>
      net.places.map((place) =>
        net.arcs.filter((arc) => fits(arc, place.id)).reduce((tokens, { weight }) => tokens + weight, 0)
      );
    return {
      label,
      takes: sum((arc, place) => arc.source === place && arc.target === id),
      gives: sum((arc, place) => arc.source === id && arc.target === place),
    };
  });
}

export function fired(marking: Tokens, { takes, gives }: Firing): Tokens | undefined {
  const left = marking.map((tokens, p) => tokens - takes[p]!);
  return left.some((tokens) => tokens < 0) ? undefined : left.map((tokens, p) => tokens + gives[p]!);
}

/** Markings reachable by silent steps, and by how many; undefined if there are more than `most`. */
export function silentClosure(
  net: PetriNet,
  from: readonly Tokens[],
  most = 300,
): Map<string, { marking: Tokens; steps: number }> | undefined {
  const silent = firings(net).filter(({ label }) => label === undefined);
  const found = new Map(from.map((marking) => [marking.join(), { marking, steps: 0 }]));
  for (const { marking, steps } of found.values()) {
    for (const firing of silent) {
      const next = fired(marking, firing);
      if (next && !found.has(next.join())) found.set(next.join(), { marking: next, steps: steps + 1 });
    }
    if (found.size > most) return undefined;
  }
  return found;
}

export function tokensOf(net: PetriNet, which: "initial" | "final"): Tokens {
  return net.places.map(({ id }) => net[which].get(id) ?? 0);
}

/** Markings after the word, silent steps after it included; undefined if there are too many. */
export function markingsAfter(net: PetriNet, word: readonly string[]): Tokens[] | undefined {
  const visible = firings(net);
  let markings = silentClosure(net, [tokensOf(net, "initial")]);
  for (const activity of word) {
    if (!markings) return undefined;
    const next = new Map<string, Tokens>();
    for (const { marking } of markings.values()) {
      for (const firing of visible) {
        const after = firing.label === activity ? fired(marking, firing) : undefined;
        if (after) next.set(after.join(), after);
      }
    }
    markings = silentClosure(net, [...next.values()]);
  }
  return markings && [...markings.values()].map(({ marking }) => marking);
}
