/**
 * A round of steps repeats in the same way, wherever it is taken to begin. Therefore other beginnings are tried: at each
 * state that most instances come through, before or after the present beginning; and one or two steps before or after it,
 * because a first or a last step may be left out at times. Boundaries move all together, or in groups that share the
 * action before or after them.
 */
import type { Chains } from "./chains/chains.ts";
import { evaluator } from "./first_cuts.ts";
import { type Parse, renumbered, stepsOf } from "./parse.ts";
import { BEGINNINGS } from "./priors.ts";
import type { Streams } from "./streams.ts";

/** The parses that the most promising other beginnings lead to, best first by a simple model. */
export function otherBeginnings(streams: Streams, parse: Parse, chains: Chains): Parse[] {
  const state = statesOf(streams, parse, chains);
  // Roles for actions, as far as they are known: strays have none.
  const roles = Int32Array.from(state, (role, i) => role < 0 ? streams.action[i]! : role);
  const evaluate = evaluator({ ...streams, action: roles, actions: chains.states });
  const now = beginsOf(parse), least = evaluate((i) => now[i] === 1);
  const found: { cuts: Int32Array; evidence: number }[] = [];
  const consider = (boundaries: Int32Array, cuts: Int32Array) => {
    for (const from of boundaries) now[from] = 0;
    for (const to of cuts) now[to] = 1;
    const evidence = evaluate((i) => now[i] === 1);
    for (const to of cuts) now[to] = 0;
    for (const from of boundaries) now[from] = 1;
    if (evidence > least - BEGINNINGS.slack) found.push({ cuts: pairsOf(boundaries, cuts), evidence });
  };
  const all = boundariesOf(streams, parse), { action } = streams;
  const byBegin = mostFrequent(Map.groupBy(all, (first) => action[first]!));
  const byEnd = mostFrequent(Map.groupBy(all, (first) => action[first - 1]!));
  for (const later of [true, false]) {
    for (
      const boundaries of [
        all,
        ...byBegin.slice(0, BEGINNINGS.groupsForSteps),
        ...byEnd.slice(0, BEGINNINGS.groupsForSteps),
      ]
    ) {
      for (const by of BEGINNINGS.steps) consider(boundaries, stepsFrom(parse, boundaries, later ? by : -by));
    }
    for (
      const boundaries of [
        all,
        ...byBegin.slice(0, BEGINNINGS.groupsForStates),
        ...byEnd.slice(0, BEGINNINGS.groupsForStates),
      ]
    ) {
      for (const cuts of movesOf(parse, state, chains.states, boundaries, later)) consider(boundaries, cuts);
    }
  }
  found.sort((a, b) => b.evidence - a.evidence);
  return found.slice(0, BEGINNINGS.promising).map(({ cuts }) => moved(parse, cuts));
}

function beginsOf({ owner }: Parse): Uint8Array {
  const begins = new Uint8Array(owner.length);
  let latest = -1;
  for (let i = 0; i < owner.length; i++) {
    if (owner[i]! <= latest) continue;
    latest = owner[i]!;
    begins[i] = 1;
  }
  return begins;
}

/** Where instances begin right after a step of another. */
function boundariesOf({ offsets }: Streams, { owner }: Parse): Int32Array {
  const found: number[] = [];
  for (let s = 0; s + 1 < offsets.length; s++) {
    for (let i = offsets[s]! + 1; i < offsets[s + 1]!; i++) {
      if (owner[i]! > owner[i - 1]! && owner[i - 1]! >= 0) found.push(i);
    }
  }
  return Int32Array.from(found);
}

/** Groups that are large enough to be moved by themselves; the largest first. */
function mostFrequent(groups: Map<number, number[]>): Int32Array[] {
  let all = 0;
  for (const places of groups.values()) all += places.length;
  return [...groups].filter(([, places]) =>
    places.length >= Math.max(BEGINNINGS.fewest, all / BEGINNINGS.oneIn) && places.length < all
  )
    .sort((a, b) => b[1].length - a[1].length || a[0] - b[0]).map(([, places]) => Int32Array.from(places));
}

/**
 * New places of the boundaries, for each state that half of the instances have: at its first occurrence after them
 * (`later`) or its last before. A boundary stays where the state is missing.
 */
function* movesOf(
  { owner, stray }: Parse,
  state: Int32Array,
  states: number,
  boundaries: Int32Array,
  later: boolean,
): Generator<Int32Array> {
  const places = new Map<number, Int32Array>();
  const hits = new Int32Array(states), mark = new Int32Array(states).fill(-1);
  for (let b = 0; b < boundaries.length; b++) {
    const from = boundaries[b]!, whose = later ? owner[from]! : owner[from - 1]!;
    for (let i = later ? from : from - 1; i >= 0 && i < owner.length && owner[i] === whose; i += later ? 1 : -1) {
      if (stray[i] || i === from) continue;
      const s = state[i]!;
      if (mark[s] === b) continue;
      mark[s] = b;
      hits[s]!++;
      let cuts = places.get(s);
      if (!cuts) places.set(s, cuts = boundaries.slice());
      cuts[b] = i;
    }
  }
  for (const [s, cuts] of [...places].sort((a, b) => a[0] - b[0])) {
    if (hits[s]! * BEGINNINGS.stateOneIn >= boundaries.length) yield cuts;
  }
}

/** Boundaries some steps later, or sooner if `by` is negative, as far as the instance goes on. */
function stepsFrom({ owner, stray }: Parse, boundaries: Int32Array, by: number): Int32Array {
  return Int32Array.from(boundaries, (from) => {
    const whose = by > 0 ? owner[from]! : owner[from - 1]!;
    let left = Math.abs(by), i = from;
    while (left > 0) {
      const next = by > 0 ? i + 1 : i - 1;
      if (next < 0 || next >= owner.length || owner[next]! !== whose) break;
      i = next;
      if (!stray[by > 0 ? i - 1 : i]) left--;
    }
    return i;
  });
}

const pairsOf = (from: Int32Array, to: Int32Array): Int32Array =>
  Int32Array.from({ length: from.length * 2 }, (_, p) => p % 2 === 0 ? from[p >> 1]! : to[p >> 1]!);

/** Boundaries at the even places moved to where the odd ones say. */
function moved(parse: Parse, cuts: Int32Array): Parse {
  const owner = parse.owner.slice();
  for (let p = 0; p < cuts.length; p += 2) {
    const from = cuts[p]!, to = cuts[p + 1]!;
    const mine = parse.owner[from]!, before = parse.owner[from - 1]!;
    for (let i = from; i < to; i++) owner[i] = before;
    for (let i = to; i < from; i++) owner[i] = mine;
  }
  return renumbered({ ...parse, owner });
}

/** State after each step, -1 for strays. */
function statesOf({ action, actions: S }: Streams, parse: Parse, { first, next }: Chains): Int32Array {
  const state = new Int32Array(action.length).fill(-1);
  const { offsets, steps } = stepsOf(parse);
  for (let c = 0; c < parse.kind.length; c++) {
    let s = -1;
    for (let e = offsets[c]!; e < offsets[c + 1]!; e++) {
      const i = steps[e]!, t = action[i]!;
      state[i] = s = s < 0 ? first[parse.kind[c]! * S + t]! : next[s * S + t]!;
    }
  }
  return state;
}
