/**
 * State machines within a net: sets of places between which every step moves exactly one token.
 *
 * Desel & Esparza, "Free Choice Petri Nets", 1995, section 5.1 (S-components), here without strong connectedness.
 */
import type { NetArrays } from "../../models/nets/net_arrays.ts";

/** Choices tried for one place before it is given up. */
const MOST_TRIES = 5_000;

/**
 * State machines that hold one token in the initial and one in the final marking, and together cover all places that
 * are found to lie in one. Each is a set of places, ascending.
 */
export function stateMachines(net: NetArrays): Int32Array[] {
  const around = arcsAround(net);
  const covered = new Uint8Array(net.places);
  const found: Int32Array[] = [];
  for (let seed = 0; seed < net.places; seed++) {
    if (covered[seed]) continue;
    const places = grown(net, around, seed, covered);
    if (!places) continue;
    const tokens = (marking: Int32Array) => places.reduce((sum, p) => sum + marking[p]!, 0);
    if (tokens(net.initial) !== 1 || tokens(net.final) !== 1) continue;
    for (const p of places) covered[p] = 1;
    found.push(places);
  }
  return found;
}

/** Transitions around each place; where an arc has a weight above 1, the place can be in no state machine. */
function arcsAround(net: NetArrays) {
  const producers = Array.from({ length: net.places }, (): number[] => []);
  const consumers = Array.from({ length: net.places }, (): number[] => []);
  const heavy = new Uint8Array(net.places);
  for (let t = 0; t < net.transitions; t++) {
    for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) {
      consumers[net.inPlaces[i]!]!.push(t);
      if (net.inWeights[i]! > 1) heavy[net.inPlaces[i]!] = 1;
    }
    for (let i = net.outOffsets[t]!; i < net.outOffsets[t + 1]!; i++) {
      producers[net.outPlaces[i]!]!.push(t);
      if (net.outWeights[i]! > 1) heavy[net.outPlaces[i]!] = 1;
    }
  }
  return { producers, consumers, heavy };
}

/**
 * Grows a place to a state machine: each transition that takes from it must give to it, and the other way round.
 * Obligations are met last come, first served, which follows one branch of a concurrent block to its end before a
 * choice is made in another; places not yet covered go first; a contradiction takes the last choice back.
 */
function grown(
  net: NetArrays,
  { producers, consumers, heavy }: ReturnType<typeof arcsAround>,
  seed: number,
  covered: Uint8Array,
): Int32Array | undefined {
  const ins = new Int32Array(net.transitions), outs = new Int32Array(net.transitions);
  const inside = new Uint8Array(net.places);
  const chosen: number[] = [];
  let tries = 0;
  const add = (place: number): boolean => {
    inside[place] = 1;
    chosen.push(place);
    let fits = heavy[place] === 0;
    for (const t of consumers[place]!) if (++ins[t]! > 1) fits = false;
    for (const t of producers[place]!) if (++outs[t]! > 1) fits = false;
    return fits;
  };
  const undo = (length: number) => {
    while (chosen.length > length) {
      const place = chosen.pop()!;
      inside[place] = 0;
      for (const t of consumers[place]!) ins[t]!--;
      for (const t of producers[place]!) outs[t]!--;
    }
  };
  /** Choices that stand: the places left to try for the transition at hand, and how many had been chosen before. */
  const choices: { left: number[]; before: number }[] = [{ left: [seed], before: 0 }];
  for (;;) {
    let choice = choices.at(-1)!;
    while (choice.left.length === 0) {
      undo(choice.before);
      choices.pop();
      if (choices.length === 0) return undefined;
      choice = choices.at(-1)!;
    }
    if (++tries > MOST_TRIES) return undefined;
    undo(choice.before);
    if (!add(choice.left.shift()!)) continue;
    const next = obligation();
    if (next === undefined) return Int32Array.from(chosen).sort();
    choices.push({ left: next, before: chosen.length });
  }

  /** Places that would meet the last open obligation; undefined if there is none. */
  function obligation(): number[] | undefined {
    for (let c = chosen.length - 1; c >= 0; c--) {
      const place = chosen[c]!;
      for (const t of consumers[place]!) {
        if (outs[t] === 0) return inOrder(net.outPlaces.subarray(net.outOffsets[t]!, net.outOffsets[t + 1]!));
      }
      for (const t of producers[place]!) {
        if (ins[t] === 0) return inOrder(net.inPlaces.subarray(net.inOffsets[t]!, net.inOffsets[t + 1]!));
      }
    }
    return undefined;
  }

  function inOrder(places: Int32Array): number[] {
    const free = [...places].filter((p) => !inside[p]);
    return [...free.filter((p) => !covered[p]), ...free.filter((p) => covered[p])];
  }
}
