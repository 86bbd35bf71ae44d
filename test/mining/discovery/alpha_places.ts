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
