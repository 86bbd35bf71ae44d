/** What tells whether the instances of a kind are of one kind. */
import type { ActionCodes } from "../model/streams.ts";
import type { Found } from "./instance_features.ts";

/** Names of the features, in their order. */
export const KIND_FEATURES = ["within", "nearest", "parted", "share"] as const;

/** Instances of a kind that are looked at, spread over all of them. */
const LOOKED_AT = 1000;
/** Actions of a kind that are looked at: the most frequent ones. */
const ACTIONS = 64;

/** Rows of `KIND_FEATURES`, one for each kind. */
export function kindFeatures(codes: ActionCodes, found: Found, kinds: number): Float64Array[] {
  const members = Array.from({ length: kinds }, (): number[] => []);
  found.task.forEach((t, k) => members[t]!.push(k));
  const sets = members.map((own) => spread(own).map((k) => setOf(codes, found, k)));
  const profiles = sets.map((own) => profileOf(own, codes.actions));
  return members.map((own, t) => {
    const likenesses = profiles.flatMap((other, u) => u === t ? [] : [cosine(profiles[t]!, other)]);
    return Float64Array.of(
      withinOf(sets[t]!, profiles[t]!),
      Math.max(0, ...likenesses),
      partedOf(sets[t]!, profiles[t]!),
      own.length / found.task.length,
    );
  });
}

function spread(members: readonly number[]): number[] {
  const step = Math.max(1, members.length / LOOKED_AT);
  return Array.from({ length: Math.min(members.length, LOOKED_AT) }, (_, m) => members[Math.floor(m * step)]!);
}

/** The actions of an instance, strays left out. */
function setOf({ action }: ActionCodes, { offsets, events, stray }: Found, k: number): Set<number> {
  const set = new Set<number>();
  for (let e = offsets[k]!; e < offsets[k + 1]!; e++) if (!stray[events[e]!]) set.add(action[events[e]!]!);
  return set;
}

/** Share of the instances that have each action. */
function profileOf(sets: readonly Set<number>[], actions: number): Float64Array {
  const profile = new Float64Array(actions);
  for (const set of sets) for (const t of set) profile[t]! += 1 / sets.length;
  return profile;
}

/** Mean likeness (cosine) of the instances to their kind. */
function withinOf(sets: readonly Set<number>[], profile: Float64Array): number {
  const norm = Math.sqrt(profile.reduce((sum, p) => sum + p * p, 0));
  let sum = 0;
  for (const set of sets) {
    let shared = 0;
    for (const t of set) shared += profile[t]!;
    sum += set.size === 0 ? 0 : shared / norm / Math.sqrt(set.size);
  }
  return sets.length === 0 ? 0 : sum / sets.length;
}

/**
 * How far one action parts the kind in two: how much the other actions differ between instances with it and without it,
 * as a share of what they could differ by, weighted by how even the halves are; of the action that parts it most.
 */
function partedOf(sets: readonly Set<number>[], profile: Float64Array): number {
  const looked = [...profile.keys()].filter((t) => profile[t]! > 0).sort((a, b) => profile[b]! - profile[a]! || a - b)
    .slice(0, ACTIONS);
  const place = new Map(looked.map((t, p) => [t, p])), n = looked.length;
  const both = new Float64Array(n * n);
  for (const set of sets) {
    const own = [...set].flatMap((t) => place.get(t) ?? []);
    for (const a of own) for (const b of own) both[a * n + b]! += 1 / sets.length;
  }
  let most = 0;
  for (let a = 0; a < n; a++) {
    const p = both[a * n + a]!;
    if (p < 0.02 || p > 0.98) continue;
    let differ = 0, all = 0;
    for (let b = 0; b < n; b++) {
      if (a === b) continue;
      const q = both[b * n + b]!, withA = both[a * n + b]! / p, without = (q - both[a * n + b]!) / (1 - p);
      differ += Math.abs(withA - without);
      all += Math.max(withA, without);
    }
    if (all > 0) most = Math.max(most, 4 * p * (1 - p) * differ / all);
  }
  return most;
}

function cosine(a: Float64Array, b: Float64Array): number {
  let shared = 0, one = 0, other = 0;
  for (let t = 0; t < a.length; t++) {
    shared += a[t]! * b[t]!;
    one += a[t]! * a[t]!;
    other += b[t]! * b[t]!;
  }
  return one === 0 || other === 0 ? 0 : shared / Math.sqrt(one * other);
}
