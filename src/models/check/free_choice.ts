/**
 * Free-choice nets, in which what may happen next never depends on what else is going on.
 *
 * Desel & Esparza, "Free Choice Petri Nets", 1995 (what others call extended free choice).
 */
import { inWords } from "../../base/inspect.ts";
import type { PetriNet } from "../petri_net.ts";
import { placeName, transitionName } from "../nets/net_words.ts";
import { requireKind } from "../given_model.ts";

export interface FreeChoiceCheck {
  readonly isFreeChoice: boolean;
  /** Pairs of transitions that share a place but not all their places; of each place the first pair. */
  readonly conflicts: readonly FreeChoiceConflict[];
  /** In words. */
  toString(): string;
}

export interface FreeChoiceConflict {
  readonly place: string;
  readonly transitions: readonly [string, string];
  readonly message: string;
}

/**
 * Whether any two transitions that take from a common place take from the same places.
 *
 * @example
 * ```ts
 * import { checkFreeChoice, parseProcessTree, treeToNet } from "tracebook";
 * checkFreeChoice(treeToNet(parseProcessTree("X( 'a', +( 'b', 'c' ) )"))).isFreeChoice; // true
 * ```
 */
export function checkFreeChoice(net: PetriNet): FreeChoiceCheck {
  requireKind("Petri net", net, "asNet(model) makes a net of a model of any kind.");
  const consumers = new Map<string, string[]>(net.places.map(({ id }) => [id, []]));
  const inputs = new Map<string, Map<string, number>>(net.transitions.map(({ id }) => [id, new Map()]));
  for (const { source, target, weight } of net.arcs) {
    const taken = inputs.get(target);
    if (taken === undefined) continue;
    if (!taken.has(source)) consumers.get(source)!.push(target);
    taken.set(source, (taken.get(source) ?? 0) + weight);
  }
  const key = new Map([...inputs].map(([id, taken]) => [id, JSON.stringify([...taken].sort())]));
  const conflicts = [...consumers].flatMap(([place, [first, ...others]]): FreeChoiceConflict[] => {
    const other = others.find((id) => key.get(id) !== key.get(first!));
    if (other === undefined) return [];
    const names = [first!, other].map((id) => transitionName(net, id)).join(" and ");
    const message = `${names} share ${placeName(net, place)} but do not need the same places.`;
    return [{ place, transitions: [first!, other], message }];
  });
  const isFreeChoice = conflicts.length === 0;
  return inWords({
    isFreeChoice,
    conflicts,
    toString: () =>
      isFreeChoice
        ? `"${net.name}" is a free-choice net.`
        : `"${net.name}" is no free-choice net: ${conflicts.map(({ message }) => message).join(" ")}`,
  });
}

/** Whether any two transitions that take from a common place take from the same places. */
export function isFreeChoice(net: PetriNet): boolean {
  return checkFreeChoice(net).isFreeChoice;
}
