/**
 * Fewer silent steps, the same behaviour.
 *
 * Murata, "Petri Nets: Properties, Analysis and Applications", Proceedings of the IEEE 77 (1989), "Simple reduction rules
 * for analysis": fusion of series places and transitions, of parallel places and transitions, and elimination of
 * self-loops, each only where the transition that goes is silent; in the general form of Berthelot, "Transformations and
 * Decompositions of Nets" (1987), as post- and pre-agglomeration.
 */
import { PetriNet, type Transition } from "../petri_net.ts";
import { requireKind } from "../given_model.ts";

/**
 * A net with the same language and no more silent transitions, places and arcs than before; sound if and only if the
 * net is. What stays keeps its id, and places of the initial and final marking always stay.
 *
 * Cost: about linear in the arcs for each round of fusions, of which there are seldom more than five.
 *
 * @example
 * ```ts
 * import { parseProcessTree, reduceSilent, treeToNet } from "tracebook";
 * const net = treeToNet(parseProcessTree("+( 'a', 'b' )"));
 * reduceSilent(net).transitions.length <= net.transitions.length; // true
 * ```
 */
export function reduceSilent(net: PetriNet): PetriNet {
  requireKind("Petri net", net, "asNet(model) makes a net of a model of any kind.");
  return reduced(net, ({ label }) => label === undefined);
}

/** The same fusions for all transitions, silent or not: nothing stays of the language, but sound nets stay sound and others not. */
export function reduceTransitions(net: PetriNet): PetriNet {
  return reduced(net, () => true);
}

function reduced(net: PetriNet, mayGo: (transition: Transition) => boolean): PetriNet {
  const draft = draftOf(net, mayGo);
  for (let changed = true; changed;) {
    changed = false;
    for (const t of draft.transitions.values()) {
      if (t.mayGo && (fusesForward(draft, t) || fusesBackward(draft, t) || isIdle(draft, t))) changed = true;
    }
    if (dropTwins(draft)) changed = true;
  }
  return new PetriNet({
    name: net.name,
    places: net.places.filter(({ id }) => draft.places.has(id)),
    transitions: net.transitions.filter(({ id }) => draft.transitions.has(id)),
    arcs: [...draft.transitions.values()].flatMap(({ id, inputs, outputs }) => [
      ...[...inputs].map(([place, weight]) => ({ source: place, target: id, weight })),
      ...[...outputs].map(([place, weight]) => ({ source: id, target: place, weight })),
    ]),
    initial: net.initial,
    final: net.final,
  });
}

/** Weights by id of the neighbour. */
interface Node {
  readonly id: string;
  readonly inputs: Map<string, number>;
  readonly outputs: Map<string, number>;
}

interface PlaceNode extends Node {
  readonly initial: boolean;
  readonly final: boolean;
}

interface TransitionNode extends Node {
  readonly mayGo: boolean;
}

interface Draft {
  readonly places: Map<string, PlaceNode>;
  readonly transitions: Map<string, TransitionNode>;
}

function draftOf(net: PetriNet, mayGo: (transition: Transition) => boolean): Draft {
  const node = (id: string): Node => ({ id, inputs: new Map(), outputs: new Map() });
  const places = new Map(
    net.places.map(({ id }) => [id, { ...node(id), initial: net.initial.has(id), final: net.final.has(id) }]),
  );
  const transitions = new Map(
    net.transitions.map((transition) => [transition.id, { ...node(transition.id), mayGo: mayGo(transition) }]),
  );
  const nodes = new Map<string, Node>([...places, ...transitions]);
  for (const { source, target, weight } of net.arcs) {
    const { outputs } = nodes.get(source)!, { inputs } = nodes.get(target)!;
    outputs.set(target, (outputs.get(target) ?? 0) + weight);
    inputs.set(source, (inputs.get(source) ?? 0) + weight);
  }
  return { places, transitions };
}

/**
 * Where only this silent step takes from a place, and nothing else is needed for it, whoever fills the place may as well
 * do what the step does: to move the step forward in time changes no word, and every marking still leads on.
 */
function fusesForward(draft: Draft, t: TransitionNode): boolean {
  const { places, transitions } = draft, place = onlyPlace(places, t.inputs);
  if (place === undefined || place.outputs.size !== 1 || place.inputs.size === 0 || t.outputs.size === 0) return false;
  if (place.inputs.has(t.id) || !isOrdinary(place.inputs) || !isOrdinary(t.outputs)) return false;
  if (place.inputs.size * t.outputs.size > place.inputs.size + 1 + t.outputs.size) return false;
  const producers = [...place.inputs.keys()].map((id) => transitions.get(id)!);
  if (producers.some(({ outputs }) => [...t.outputs.keys()].some((to) => outputs.has(to)))) return false;
  for (const producer of producers) {
    producer.outputs.delete(place.id);
    for (const to of t.outputs.keys()) connect(producer, places.get(to)!);
  }
  remove(draft, place, t);
  return true;
}

/**
 * Where only this silent step fills a place, whoever takes from the place may as well take what the step takes: to put
 * the step off changes no word. It must decide nothing by itself: either one of its places serves it alone, or whoever
 * takes from the place needs nothing else.
 */
function fusesBackward(draft: Draft, t: TransitionNode): boolean {
  const { places, transitions } = draft, place = onlyPlace(places, t.outputs);
  if (place === undefined || place.inputs.size !== 1 || place.outputs.size === 0 || t.inputs.size === 0) return false;
  if (place.outputs.has(t.id) || !isOrdinary(place.outputs) || !isOrdinary(t.inputs)) return false;
  if (place.outputs.size * t.inputs.size > place.outputs.size + 1 + t.inputs.size) return false;
  const consumers = [...place.outputs.keys()].map((id) => transitions.get(id)!);
  const inputs = [...t.inputs.keys()].map((id) => places.get(id)!);
  const free = inputs.some(({ final, outputs }) => outputs.size === 1 && !final) ||
    consumers.every((consumer) => consumer.inputs.size === 1);
  if (!free || consumers.some((consumer) => inputs.some(({ id }) => consumer.inputs.has(id)))) return false;
  for (const consumer of consumers) {
    consumer.inputs.delete(place.id);
    for (const from of inputs) connect(from, consumer);
  }
  remove(draft, place, t);
  return true;
}

/** A silent step that gives back what it took. */
function isIdle(draft: Draft, t: TransitionNode): boolean {
  const [id] = t.inputs.keys();
  if (id === undefined || t.inputs.size !== 1 || t.outputs.size !== 1 || t.inputs.get(id) !== 1) return false;
  const place = draft.places.get(id)!;
  // Were it the only one to take from a place that never gets a token, its death would be forgotten with it.
  if (t.outputs.get(id) !== 1 || (place.outputs.size === 1 && !place.final)) return false;
  remove(draft, undefined, t);
  return true;
}

/** Of silent steps, and of unmarked places, with the same neighbours one is enough. */
function dropTwins(draft: Draft): boolean {
  const { places, transitions } = draft, seen = new Set<string>();
  const isTwin = (kind: string, { inputs, outputs }: Node) => {
    const side = (weights: Map<string, number>) => [...weights].sort(([a], [b]) => a < b ? -1 : 1);
    const key = JSON.stringify([kind, side(inputs), side(outputs)]);
    return seen.size === seen.add(key).size;
  };
  let dropped = false;
  for (const t of transitions.values()) {
    if (t.mayGo && isTwin("transition", t)) {
      remove(draft, undefined, t);
      dropped = true;
    }
  }
  for (const place of places.values()) {
    if (!place.initial && !place.final && place.inputs.size + place.outputs.size > 0 && isTwin("place", place)) {
      remove(draft, place);
      dropped = true;
    }
  }
  return dropped;
}

/** The place on that side, if it is one alone and no marking speaks of it. */
function onlyPlace(places: Draft["places"], side: ReadonlyMap<string, number>): PlaceNode | undefined {
  const [id] = side.keys();
  const place = side.size === 1 && isOrdinary(side) ? places.get(id!)! : undefined;
  return place?.initial || place?.final ? undefined : place;
}

function isOrdinary(weights: ReadonlyMap<string, number>): boolean {
  return [...weights.values()].every((weight) => weight === 1);
}

function connect(from: Node, to: Node): void {
  from.outputs.set(to.id, 1);
  to.inputs.set(from.id, 1);
}

function remove({ places, transitions }: Draft, place: PlaceNode | undefined, t?: TransitionNode): void {
  if (place !== undefined) {
    for (const id of place.inputs.keys()) transitions.get(id)!.outputs.delete(place.id);
    for (const id of place.outputs.keys()) transitions.get(id)!.inputs.delete(place.id);
    places.delete(place.id);
  }
  if (t !== undefined) {
    for (const id of t.inputs.keys()) places.get(id)!.outputs.delete(t.id);
    for (const id of t.outputs.keys()) places.get(id)!.inputs.delete(t.id);
    transitions.delete(t.id);
  }
}
