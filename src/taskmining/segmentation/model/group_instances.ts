/**
 * Kinds of task: groups of instances that do much the same. Instances with the same actions are one way of working, which
 * weighs as many as they are. The two groups that are most alike are joined, again and again, until no two share half of
 * what they do (average linkage; Sokal & Michener 1958).
 */
import { goOn } from "../../../base/stop.ts";
import { KINDS } from "./priors.ts";
import type { ActionCodes } from "./streams.ts";

export interface Instances {
  readonly offsets: Int32Array;
  readonly events: Int32Array;
  readonly stray: Uint8Array;
}

/** Pairs of instances that are of one kind, and of different kinds. */
export interface KindLinks {
  readonly same: readonly (readonly [number, number])[];
  readonly different: readonly (readonly [number, number])[];
}

export function groupInstances(
  { action, actions: S }: ActionCodes,
  { offsets, events, stray }: Instances,
  maxTasks: number,
  { same, different }: KindLinks = { same: [], different: [] },
): { task: Int32Array; groups: number } {
  const count = offsets.length - 1;
  if (count === 0) return { task: new Int32Array(0), groups: 0 };
  const mark = new Int32Array(S).fill(-1);
  const sets: Int32Array[] = [];
  for (let c = 0; c < count; c++) {
    const set: number[] = [];
    for (let e = offsets[c]!; e < offsets[c + 1]!; e++) {
      const i = events[e]!, t = action[i]!;
      if (stray[i] || mark[t] === c) continue;
      mark[t] = c;
      set.push(t);
    }
    sets.push(Int32Array.from(set).sort());
  }
  const linked = oddlyLinked(sets, { same, different });
  const variants = new Map<string, { set: Int32Array; weight: number; index: number }>();
  const variantOf = sets.map((set, c) => {
    const key = linked.has(c) ? `${set.join()} ${c}` : set.join();
    let variant = variants.get(key);
    if (!variant) variants.set(key, variant = { set, weight: 0, index: variants.size });
    variant.weight++;
    return variant;
  });
  const told = new Set([...same, ...different].flat().map((c) => variantOf[c]!));
  const frequent = [...variants.values()].sort((a, b) =>
    Number(told.has(b)) - Number(told.has(a)) || b.weight - a.weight || a.index - b.index
  ).slice(0, Math.max(KINDS.variants, told.size));
  const groups = frequent.map(({ set, weight }) => {
    const profile = new Float64Array(S);
    for (const t of set) profile[t] = weight;
    return { profile, weight };
  });
  const likeness = (a: typeof groups[number], b: typeof groups[number]) => {
    let shared = 0, one = 0, other = 0;
    for (let t = 0; t < S; t++) {
      const p = a.profile[t]! / a.weight, q = b.profile[t]! / b.weight;
      shared += p * q;
      one += p * p;
      other += q * q;
    }
    return one === 0 || other === 0 ? (one === other ? 1 : 0) : shared / Math.sqrt(one * other);
  };
  const members = groups.map((_, g) => [g]);
  const near = groups.map((a) => groups.map((b) => likeness(a, b)));
  const join = (x: number, y: number) => {
    const a = groups[x]!, b = groups[y]!;
    groups[x] = { profile: a.profile.map((v, t) => v + b.profile[t]!), weight: a.weight + b.weight };
    members[x] = [...members[x]!, ...members[y]!];
    const isApart = near[x]!.map((one, g) => one === APART || near[y]![g] === APART);
    groups.splice(y, 1);
    members.splice(y, 1);
    for (const row of [...near, isApart]) row.splice(y, 1);
    near.splice(y, 1);
    for (let g = 0; g < groups.length; g++) {
      near[x]![g] = near[g]![x] = isApart[g] ? APART : likeness(groups[x]!, groups[g]!);
    }
  };
  const indexOf = new Map(frequent.map((variant, m) => [variant, m]));
  const groupWith = (c: number) => members.findIndex((own) => own.includes(indexOf.get(variantOf[c]!)!));
  for (const [a, b] of same) {
    const [x, y] = [groupWith(a), groupWith(b)].sort((p, q) => p - q) as [number, number];
    if (x !== y) join(x, y);
  }
  for (const [a, b] of different) {
    const x = groupWith(a), y = groupWith(b);
    if (x !== y) near[x]![y] = near[y]![x] = APART;
  }
  for (;;) {
    goOn();
    let best = -1, x = -1, y = -1;
    for (let a = 0; a < groups.length; a++) {
      for (let b = a + 1; b < groups.length; b++) {
        if (near[a]![b]! > best) {
          best = near[a]![b]!;
          x = a;
          y = b;
        }
      }
    }
    if (x < 0) break;
    if (best < KINDS.same && groups.length <= maxTasks) {
      const odd = oddOne(groups.map(({ weight }) => weight), near, count);
      if (!odd) break;
      [x, y] = odd;
    }
    join(x, y);
  }
  const order = groups.map((_, g) => g).sort((a, b) => groups[b]!.weight - groups[a]!.weight || a - b);
  const groupOf = new Int32Array(frequent.length);
  order.forEach((g, rank) => members[g]!.forEach((m) => groupOf[m] = rank));
  const place = new Map(frequent.map((variant, m) => [variant, groupOf[m]!]));
  for (const variant of variants.values()) {
    if (place.has(variant)) continue;
    const profile = new Float64Array(S);
    for (const t of variant.set) profile[t] = 1;
    const own = { profile, weight: 1 };
    let best = 0;
    order.forEach((g, rank) => {
      if (likeness(own, groups[g]!) > likeness(own, groups[order[best]!]!)) best = rank;
    });
    place.set(variant, best);
  }
  return { task: Int32Array.from(variantOf, (variant) => place.get(variant)!), groups: groups.length };
}

/**
 * What is told of an instance is told of all that do the same. Only where that contradicts itself, because two that do the
 * same are of different kinds, the instances stand for themselves: those are given here.
 */
function oddlyLinked(sets: readonly Int32Array[], { same, different }: KindLinks): ReadonlySet<number> {
  const into = new Map<string, string>(), keyOf = (c: number) => sets[c]!.join();
  const rootOf = (key: string): string => into.has(key) ? rootOf(into.get(key)!) : key;
  for (const [a, b] of same) {
    const x = rootOf(keyOf(a)), y = rootOf(keyOf(b));
    if (x !== y) into.set(x, y);
  }
  const isOdd = different.some(([a, b]) => rootOf(keyOf(a)) === rootOf(keyOf(b)));
  return new Set(isOdd ? [...same, ...different].flat() : []);
}

/** In place of a likeness: two groups that are told to be of different kinds. */
const APART = -1;

/**
 * A group of hardly any instances and the one that it is nearest to, if it is like any: such groups are what is left of
 * interrupted instances.
 */
function oddOne(weights: readonly number[], near: readonly number[][], count: number): [number, number] | undefined {
  const few = Math.max(1, count / KINDS.fewOneIn);
  for (let g = 0; g < weights.length; g++) {
    if (weights[g]! > few || weights.length < 2) continue;
    let best = g === 0 ? 1 : 0;
    for (let h = 0; h < weights.length; h++) if (h !== g && near[g]![h]! > near[g]![best]!) best = h;
    if (near[g]![best]! >= KINDS.somewhat) return [Math.min(g, best), Math.max(g, best)];
  }
  return undefined;
}
