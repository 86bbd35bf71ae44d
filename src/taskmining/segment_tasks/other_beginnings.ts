/**
 * A round of steps repeats in the same way wherever one says that it begins. So other beginnings are tried: at each state
 * that most instances come through, sooner or later than now, for all instances or for those that begin alike; and one or
 * two steps sooner or later, for those that follow the same end or have the same beginning. The latter are steps that are
 * sometimes left out.
 */
import type { Chains } from "./chains.ts";
import { evaluator } from "./first_cuts.ts";
import { type Parse, renumbered, stepsOf } from "./parse.ts";
import type { Streams } from "./streams.ts";

/** How many of them are worth a full look. */
const PROMISING = 8;
/** How many beginnings instances are told apart by, for many steps and for few. */
const GROUPS = 3, EDGES = 10;

/** The parses that the most promising other beginnings lead to, best first by a simple model. */
export function otherBeginnings(streams: Streams, parse: Parse, chains: Chains): Parse[] {
  const state = statesOf(streams, parse, chains);
  const { offsets, steps } = stepsOf(parse), count = parse.kind.length;
  const begin = Int32Array.from(parse.kind, (_, c) => offsets[c] === offsets[c + 1] ? -1 : state[steps[offsets[c]!]!]!);
  const often = new Map<number, number>();
  for (const s of begin) if (s >= 0) often.set(s, (often.get(s) ?? 0) + 1);
  const groups = [...often].filter(([, n]) => n * 20 >= count).sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, GROUPS).map(([s]) => s);

  const evaluate = evaluator(streams);
  const now = beginsOf(parse), least = evaluate((i) => now[i] === 1);
  const found: { cuts: Int32Array; evidence: number }[] = [];
  const consider = (boundaries: Int32Array, cuts: Int32Array) => {
    for (const from of boundaries) now[from] = 0;
    for (const to of cuts) now[to] = 1;
    const evidence = evaluate((i) => now[i] === 1);
    for (const to of cuts) now[to] = 0;
    for (const from of boundaries) now[from] = 1;
    if (evidence > least - SLACK) found.push({ cuts: pairsOf(boundaries, cuts), evidence });
  };
  for (const group of groups.length > 1 ? [undefined, ...groups] : [undefined]) {
    const boundaries = boundariesOf(streams, parse, (first) => group === undefined || state[first] === group);
    if (boundaries.length === 0) continue;
    for (const later of [true, false]) {
      for (const cuts of movesOf(parse, state, chains.states, boundaries, later)) consider(boundaries, cuts);
    }
  }
  const all = boundariesOf(streams, parse, () => true), { action } = streams;
  for (const later of [true, false]) {
    const edge = (first: number) => action[later ? first : first - 1]!;
    for (const [, boundaries] of mostFrequent(Map.groupBy(all, edge), EDGES)) {
      for (const by of [1, 2]) consider(Int32Array.from(boundaries), stepsFrom(parse, boundaries, later ? by : -by));
    }
  }
  found.sort((a, b) => b.evidence - a.evidence);
  return found.slice(0, PROMISING).map(({ cuts }) => moved(parse, cuts));
}

/** The simple model knows neither strays nor roles: what it finds this many nats worse may be better. */
const SLACK = 60;

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

/** Where instances of a group begin right after another that is over, or at least right after one of its steps. */
function boundariesOf({ offsets }: Streams, { owner }: Parse, isOf: (first: number) => boolean): Int32Array {
  const found: number[] = [];
  for (let s = 0; s + 1 < offsets.length; s++) {
    for (let i = offsets[s]! + 1; i < offsets[s + 1]!; i++) {
      if (owner[i]! > owner[i - 1]! && owner[i - 1]! >= 0 && isOf(i)) found.push(i);
    }
  }
  return Int32Array.from(found);
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
  for (const [s, cuts] of [...places].sort((a, b) => a[0] - b[0])) if (hits[s]! * 2 >= boundaries.length) yield cuts;
}

function mostFrequent(groups: Map<number, number[]>, most: number): [number, number[]][] {
  return [...groups].filter(([, places]) => places.length >= 3)
    .sort((a, b) => b[1].length - a[1].length || a[0] - b[0]).slice(0, most);
}

/** Boundaries some steps later, or sooner if `by` is negative, as far as the instance goes on. */
function stepsFrom({ owner, stray }: Parse, boundaries: readonly number[], by: number): Int32Array {
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
