/** Several end events of a BPMN process and the one place in which a workflow net ends. */
import { netArrays } from "../nets/net_arrays.ts";
import type { PetriNet } from "../petri_net.ts";
import { exploreStates } from "../nets/state_space.ts";
import type { NetBuilder } from "./net_builder.ts";

const MOST_STATES = 20_000;

/**
 * The net with a sink behind the places of the end events, given by their ids.
 *
 * A BPMN process is over when no token moves any more (OMG formal/2011-01-03, "Execution semantics"), in one end event or in
 * several. In which ones together is read off the markings; where those sets do not contain each other, and each end is
 * reached once, a silent step waits for all ends of a set. Elsewhere, and where there are more markings than are worth
 * the time, each end leads to the sink by itself: a process that ends there twice is then not sound, and the soundness
 * check says so.
 */
export function joinEnds(net: NetBuilder, name: string, source: number, ends: ReadonlyMap<string, number>): PetriNet {
  const sink = net.place();
  const places = [...ends.values()];
  const sets = places.length > 1 ? endsTogether(net.build(source, sink), places) : undefined;
  for (const set of sets ?? places.map((place) => [place])) net.transition(undefined, set, [sink]);
  return net.build(source, sink, name);
}

/** Sets of end places in which cases end, if they can be told apart before all is over. */
function endsTogether(net: PetriNet, places: readonly number[]): number[][] | undefined {
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
  const all = [...sets.values()];
  const contained = all.some((set) =>
    all.some((other) => other !== set && set.every((place) => other.includes(place)))
  );
  return contained || sets.size === 0 ? undefined : all;
}
