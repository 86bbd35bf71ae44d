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

export function groupInstances(
  { action, actions: S }: ActionCodes,
  { offsets, events, stray }: Instances,
  maxTasks: number,
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
  const variants = new Map<string, { set: Int32Array; weight: number; index: number }>();
  const variantOf = sets.map((set) => {
    const key = set.join();
    let variant = variants.get(key);
    if (!variant) variants.set(key, variant = { set, weight: 0, index: variants.size });
    variant.weight++;
    return variant;
  });
  const frequent = [...variants.values()].sort((a, b) => b.weight - a.weight || a.index - b.index)
    .slice(0, KINDS.variants);
  let groups = frequent.map(({ set, weight }) => {
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
  let members = groups.map((_, g) => [g]);
  const near = groups.map((a) => groups.map((b) => likeness(a, b)));
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
    const a = groups[x]!, b = groups[y]!;
    groups[x] = { profile: a.profile.map((v, t) => v + b.profile[t]!), weight: a.weight + b.weight };
    members[x] = [...members[x]!, ...members[y]!];
    groups = groups.filter((_, g) => g !== y);
    members = members.filter((_, g) => g !== y);
    near.splice(y, 1);
    for (const row of near) row.splice(y, 1);
    for (let g = 0; g < groups.length; g++) near[x]![g] = near[g]![x] = likeness(groups[x]!, groups[g]!);
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
