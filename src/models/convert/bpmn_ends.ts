/** Several end events of a BPMN process and the one place in which a workflow net ends. */
import type { PetriNet } from "../petri_net.ts";
import { endSets } from "./end_sets.ts";
import type { NetBuilder } from "./net_builder.ts";

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
  const all = endSets(net, places);
  const isContained = all?.some((set) =>
    all.some((other) => other !== set && set.every((place) => other.includes(place)))
  );
  return isContained || all?.length === 0 ? undefined : all;
}
