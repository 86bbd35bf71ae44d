/** In which end events a process can come to an end together. */
import { netArrays } from "../nets/net_arrays.ts";
import { exploreStates } from "../nets/state_space.ts";
import type { PetriNet } from "../petri_net.ts";

const MOST_STATES = 20_000;

/**
 * Sets of these places that hold the last tokens of a net, each a token, in the order of the places; `undefined` where a
 * run gets stuck elsewhere, where a place gets two tokens, and where there are more markings than are worth the time.
 */
export function endSets(net: PetriNet, places: readonly number[]): number[][] | undefined {
  const arrays = netArrays(net), { markings, successors, end } = exploreStates(arrays, arrays.initial, MOST_STATES);
  if (end !== "complete") return undefined;
  const sets = new Map<string, number[]>();
  for (const [state, marking] of markings.entries()) {
    if (successors[state]!.length > 0) continue;
    const reached = places.filter((place) => marking[place]! > 0);
    const total = marking.reduce((sum, tokens) => sum + tokens, 0);
    // Stuck before the end, or twice in the same end event.
    if (reached.length !== total) return undefined;
    sets.set(reached.join(), reached);
  }
  return [...sets.values()];
}
