/** How messages speak of nodes and markings. */
import { firstNames } from "../../base/lists.ts";
import type { Marking, PetriNet } from "../petri_net.ts";

export function placeName(net: PetriNet, id: string): string {
  const name = net.places.find((place) => place.id === id)?.name;
  return name === undefined || name === "" || name === id ? `place "${id}"` : `place "${name}" (${id})`;
}

export function transitionName(net: PetriNet, id: string): string {
  const label = net.transitions.find((transition) => transition.id === id)?.label;
  return label === undefined ? `the silent transition ${id}` : `transition "${label}" (${id})`;
}

/** `p1, 2 × p2`; `no tokens`. */
export function markingText(marking: Marking): string {
  if (marking.size === 0) return "no tokens";
  return [...marking].map(([id, tokens]) => tokens === 1 ? id : `${tokens} × ${id}`).join(", ");
}

/** The first ten names, and how many more there are. */
export function listed(names: readonly string[]): string {
  return firstNames(names, 10);
}
