/** The probability that one instance went on with what another began, learnt without labels as that of links is. */
import { competingProbabilities } from "./competition.ts";
import { type Handover, SHARED_LEVELS } from "./handover_pairs.ts";
import type { Sides } from "./pairs.ts";

/** As if so many pairs had been seen. */
const PRIOR_PAIRS = 8, KIND_PAIRS = 3;
/** By time, within a minute to a day after, overlapping, 5 minutes before and earlier; and by what is shared. */
const PRIOR_M = table([0.27, 0.2, 0.2, 0.12, 0.06, 0.08, 0.04, 0.03], [0.3, 0.1, 0.3, 0.2, 0.1]);
const PRIOR_U = table([0.05, 0.15, 0.1, 0.15, 0.2, 0.1, 0.05, 0.2], [0.6, 0.2, 0.1, 0.02, 0.08]);
const ROUNDS = 25;
/** How much less likely it is that an instance was handed over to each further one than to the first. */
const FURTHER = 1e-4;

/** Decoys are of every so-manieth instance, at so many other times. */
export interface DecoySize {
  readonly every: number;
  readonly sets: number;
}

/** @param decoys pairs with instances at other times. */
export function handoverProbabilities(
  sides: Sides,
  pairs: readonly Handover[],
  decoys: readonly Handover[],
  { every, sets }: DecoySize,
): Float64Array {
  const { kind, kinds } = sides;
  const u = shares(decoys, () => 1, PRIOR_U);
  const anyKind = new Float64Array(kinds).fill(0.5);
  for (const { event } of decoys) anyKind[kind[event]!]!++;
  const total = anyKind.reduce((sum, n) => sum + n, 0);
  let m = PRIOR_M, odds: Float64Array = new Float64Array(kinds).fill(0.05);
  let next: Float64Array = Float64Array.from({ length: kinds * kinds }, (_, i) => anyKind[i % kinds]! / total);
  const oddsOf = ({ instance, event, level }: Handover) =>
    Math.min(
      1e9,
      odds[kind[instance]!]! * m[level]! / u[level]! * next[kind[instance]! * kinds + kind[event]!]! * total /
        anyKind[kind[event]!]!,
    );
  let probability: Float64Array = new Float64Array(pairs.length);
  for (let round = 0; round < ROUNDS; round++) {
    const all = Float64Array.from(pairs, oddsOf);
    probability = competingProbabilities(pairs, all, FURTHER);
    m = shares(pairs, (i) => probability[i]!, PRIOR_M);
    next = nextKinds(sides, pairs, probability, anyKind.map((n) => n / total));
    odds = oddsOfKinds(sides, pairs, probability);
  }
  const byChance = competingProbabilities(decoys, Float64Array.from(decoys, oddsOf), FURTHER);
  return beyondChance(pairs, probability, decoys, byChance, every / sets, 1 / sets);
}

/** The prior odds of a pair, of each kind of task: some are often handed over, others never are. */
function oddsOfKinds({ kind, kinds }: Sides, pairs: readonly Handover[], p: Float64Array): Float64Array {
  const expected = new Map<number, number>();
  const instances = new Float64Array(kinds), handed = new Float64Array(kinds), candidates = new Float64Array(kinds);
  pairs.forEach(({ instance }, i) => {
    expected.set(instance, (expected.get(instance) ?? 0) + p[i]!);
    candidates[kind[instance]!]!++;
  });
  let any = 0.5;
  for (const [instance, n] of expected) {
    instances[kind[instance]!]!++;
    handed[kind[instance]!]! += Math.min(1, n);
    any += Math.min(1, n);
  }
  const usual = any / (expected.size + 2);
  return instances.map((n, k) => {
    const share = (handed[k]! + KIND_PAIRS * usual) / (n + KIND_PAIRS);
    return share / (1 - share) * (n + 1) / (candidates[k]! + 1);
  });
}

/** How often a task of each kind is handed over to one of each kind. */
function nextKinds({ kind, kinds }: Sides, pairs: readonly Handover[], p: Float64Array, anyKind: Float64Array) {
  const next = Float64Array.from({ length: kinds * kinds }, (_, i) => KIND_PAIRS * anyKind[i % kinds]!);
  pairs.forEach(({ instance, event }, i) => next[kind[instance]! * kinds + kind[event]!]! += p[i]!);
  for (let k = 0; k < kinds; k++) {
    const own = next.subarray(k * kinds, (k + 1) * kinds), sum = own.reduce((all, n) => all + n, 0);
    for (let i = 0; i < kinds; i++) own[i]! /= sum;
  }
  return next;
}

/** Less what instances at other times give beyond the errors that the probabilities own to, for each level shared. */
function beyondChance(
  pairs: readonly Handover[],
  probability: Float64Array,
  decoys: readonly Handover[],
  byChance: Float64Array,
  weight: number,
  unseen: number,
): Float64Array {
  const likely = new Float64Array(SHARED_LEVELS), owned = new Float64Array(SHARED_LEVELS);
  // Of few pairs, the instances at other times may have missed what chance gives.
  const chance = new Float64Array(SHARED_LEVELS).fill(unseen);
  pairs.forEach(({ shared }, i) => {
    if (probability[i]! < 0.5) return;
    likely[shared]!++;
    owned[shared]! += 1 - probability[i]!;
  });
  decoys.forEach(({ shared }, i) => byChance[i]! >= 0.5 && (chance[shared]! += weight));
  return probability.map((p, i) => {
    const { shared } = pairs[i]!;
    return p * (1 - Math.min(1, Math.max(0, chance[shared]! - owned[shared]!) / Math.max(1, likely[shared]!)));
  });
}

function shares(pairs: readonly Handover[], weight: (i: number) => number, prior: Float64Array): Float64Array {
  const all = prior.map((p) => p * PRIOR_PAIRS);
  pairs.forEach(({ level }, i) => all[level]! += weight(i));
  const total = all.reduce((sum, n) => sum + n, 0);
  return all.map((n) => n / total);
}

function table(gaps: readonly number[], shared: readonly number[]): Float64Array {
  return Float64Array.from(gaps.flatMap((gap) => shared.map((share) => gap * share)));
}
