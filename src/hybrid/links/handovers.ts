/**
 * Work that one person begins and another finishes: what was done first often names no case, since the case did not exist
 * yet. It belongs to the case of the task that it was handed over to, or taken over from.
 *
 * The model is that of links (fellegi_sunter.ts): two instances of different people are compared by how near they are in
 * time, by what they share and by their kinds. What chance gives is counted with instances moved in time. Work of one
 * person is not compared: everybody's tasks follow upon each other.
 */
import { countBelow } from "../../base/sorted.ts";
import type { ChosenLink } from "./chosen_link.ts";
import { competingProbabilities, priorOdds } from "./competition.ts";
import type { EventIdentifiers } from "./event_identifiers.ts";
import { slipsOf } from "./identifier_forms.ts";
import { ANOTHER, type Sides } from "./pairs.ts";
import { type SharedValues, sharedValues } from "./shared_values.ts";
import { type NamedCases, NONE } from "./task_identifiers.ts";
import { timeLevel } from "./task_times.ts";
import type { TaskSegmentation } from "../../taskmining/mod.ts";

const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
const MOVES = [43 * MINUTE, -43 * MINUTE, DAY, -DAY];
/** Tasks that share a value are compared within this time; others where one follows this soon. */
const AROUND = DAY, SOON = 5 * MINUTE;
/** A value of more instances within `AROUND` tells nothing; one of so many tells much. */
const MOST_HOLDERS = 10, FEW_HOLDERS = 2;
/** Of a large recording, so many instances have decoys. */
const DECOY_INSTANCES = 8000;

const SHARED = ["nothing", "a value of some tasks", "a value of few tasks", "several such", "a number one slip away"];
const SOME = 1, FEW = 2, SEVERAL = 3, SLIP = 4;

/** As if so many pairs had been seen. */
const PRIOR_PAIRS = 8, KIND_PAIRS = 3;
const PRIOR_M = table([0.27, 0.2, 0.2, 0.12, 0.06, 0.08, 0.04, 0.03], [0.3, 0.1, 0.3, 0.2, 0.1]);
const PRIOR_U = table([0.05, 0.15, 0.1, 0.15, 0.2, 0.1, 0.05, 0.2], [0.6, 0.2, 0.1, 0.02, 0.08]);
const ROUNDS = 25;
/** How much less likely it is that an instance was handed over to each further one than to the first. */
const FURTHER = 1e-4;

interface Handover {
  /** The instance whose case is not known. */
  readonly instance: number;
  /** The instance that it may have been handed over to: the two compete as instances and events do. */
  readonly event: number;
  readonly id: typeof NONE;
  readonly level: number;
  readonly shared: number;
}

/** The links, with those of instances that were handed over to a linked one, or taken over from it. */
export function withHandovers(
  segmentation: TaskSegmentation,
  sides: Sides,
  named: readonly NamedCases[],
  identifiers: EventIdentifiers,
  links: readonly ChosenLink[],
): readonly ChosenLink[] {
  if (!sides.hasTimes || sides.times.users.length < 2) return links;
  const linksOf = Map.groupBy(links, ({ instance }) => instance);
  const sure = new Map(
    [...linksOf].map(([k, own]) => [k, own.filter(({ probability }) => probability >= 0.5)] as const)
      .filter(([, own]) => own.length > 0),
  );
  const open = Array.from(sides.kind.keys()).filter((k) => !sure.has(k));
  if (sure.size === 0 || open.length === 0) return links;
  const near = nearFinder(sides, named, identifiers, sure, sharedValues(segmentation, sides.times));
  const pairs = open.flatMap((k) => near(k, 0));
  if (pairs.length === 0) return links;
  const every = Math.max(1, Math.floor(open.length / DECOY_INSTANCES));
  const sampled = open.filter((_, i) => i % every === 0);
  const decoys = MOVES.flatMap((move) => sampled.flatMap((k) => near(k, move)));
  const probability = learn(sides, pairs, decoys, every);
  const handed = Map.groupBy(
    pairs.map((pair, i) => ({ ...pair, probability: probability[i]! })),
    (pair) => pair.instance,
  );
  const added = [...handed].flatMap(([k, own]) => joined(sides, own, linksOf.get(k) ?? [], sure));
  return [...links.filter(({ instance }) => !handed.has(instance)), ...added];
}

type Sure = ReadonlyMap<number, readonly ChosenLink[]>;

/** Linked instances of other people that share something with one, or begin when it ends. */
function nearFinder(
  { times }: Sides,
  named: readonly NamedCases[],
  identifiers: EventIdentifiers,
  sure: Sure,
  values: SharedValues,
) {
  const { begin, end, user } = times;
  const ordered = [...sure.keys()].sort((a, b) => begin[a]! - begin[b]! || a - b);
  const begins = Float64Array.from(ordered, (k) => begin[k]!);
  const workOn = new Map<number, number[]>();
  for (const [k, links] of sure) for (const { case: c } of links) workOn.set(c, [...workOn.get(c) ?? [], k]);
  return (k: number, move: number): Handover[] => {
    const from = begin[k]! - move, to = end[k]! - move;
    const rare = new Map<number, number>(), found = new Map<number, number>();
    const add = (j: number, shared: number) => found.set(j, Math.max(found.get(j) ?? 0, shared));
    for (const value of values.of[k]!) {
      const holders = values.holders(value, from - AROUND, to + AROUND).filter((j) => j !== k);
      if (holders.length > MOST_HOLDERS) continue;
      for (const j of holders) {
        if (holders.length > FEW_HOLDERS) add(j, SOME);
        else {
          rare.set(j, (rare.get(j) ?? 0) + 1);
          add(j, rare.get(j)! > 1 ? SEVERAL : FEW);
        }
      }
    }
    // A number that is the id of a case has no slip in it.
    for (const number of named[k]!.hasOwn ? [] : named[k]!.numbers) {
      for (const slip of slipsOf(number)) {
        for (const j of workOn.get(identifiers.core.get(slip) ?? -1) ?? []) {
          if (from - AROUND <= begin[j]! && begin[j]! < to + AROUND) add(j, SLIP);
        }
      }
    }
    for (let n = countBelow(begins, from); n < ordered.length && begins[n]! <= to + SOON; n++) add(ordered[n]!, 0);
    return [...found].flatMap(([j, shared]): Handover[] => {
      if (j === k || user[j] === user[k] || !sure.has(j)) return [];
      const level = gapLevel(begin[j]! - to, from - end[j]!) * SHARED.length + shared;
      return [{ instance: k, event: j, id: NONE, level, shared }];
    });
  };
}

/** Level of the time between two pieces of work; negative milliseconds: they overlap. */
function gapLevel(after: number, before: number): number {
  if (after >= 0) {
    return after <= MINUTE ? 0 : after <= 5 * MINUTE ? 1 : after <= HOUR / 2 ? 2 : after <= 4 * HOUR ? 3 : 4;
  }
  if (before < 0) return 5;
  return before <= 5 * MINUTE ? 6 : 7;
}

function learn(sides: Sides, pairs: readonly Handover[], decoys: readonly Handover[], every: number): Float64Array {
  const { kind, kinds } = sides;
  const u = shares(decoys, () => 1, PRIOR_U);
  const anyKind = new Float64Array(kinds).fill(0.5);
  for (const { event } of decoys) anyKind[kind[event]!]!++;
  const total = anyKind.reduce((sum, n) => sum + n, 0);
  let m = PRIOR_M, odds = 0.05;
  let next: Float64Array = Float64Array.from({ length: kinds * kinds }, (_, i) => anyKind[i % kinds]! / total);
  const oddsOf = ({ instance, event, level }: Handover) =>
    Math.min(
      1e9,
      odds * m[level]! / u[level]! * next[kind[instance]! * kinds + kind[event]!]! * total / anyKind[kind[event]!]!,
    );
  let probability: Float64Array = new Float64Array(pairs.length);
  for (let round = 0; round < ROUNDS; round++) {
    const all = Float64Array.from(pairs, oddsOf);
    probability = competingProbabilities(pairs, all, FURTHER);
    m = shares(pairs, (i) => probability[i]!, PRIOR_M);
    next = nextKinds(sides, pairs, probability, anyKind.map((n) => n / total));
    odds = priorOdds(pairs, all, FURTHER);
  }
  const byChance = competingProbabilities(decoys, Float64Array.from(decoys, oddsOf), FURTHER);
  return beyondChance(pairs, probability, decoys, byChance, every);
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

/** Less what instances at other times give, for each level of what is shared. */
function beyondChance(
  pairs: readonly Handover[],
  probability: Float64Array,
  decoys: readonly Handover[],
  byChance: Float64Array,
  every: number,
): Float64Array {
  const found = new Float64Array(SHARED.length), chance = new Float64Array(SHARED.length);
  pairs.forEach(({ shared }, i) => found[shared]! += probability[i]!);
  decoys.forEach(({ shared }, i) => chance[shared]! += byChance[i]!);
  // Of few pairs, the instances at other times may have missed what chance gives.
  const factor = found.map((n, shared) =>
    Math.max(0, 1 - (chance[shared]! + 1) * every / MOVES.length / Math.max(1, n))
  );
  return probability.map((p, i) => p * factor[pairs[i]!.shared]!);
}

/** The links of one instance, where it may belong to what it was handed over to or to a case by itself. */
function joined(
  sides: Sides,
  handovers: readonly (Handover & { probability: number })[],
  own: readonly ChosenLink[],
  sure: Sure,
): ChosenLink[] {
  const links = new Map(own.map((link) => [link.case, link]));
  const passed = Map.groupBy(
    handovers.flatMap((one) =>
      sure.get(one.event)!.map((link) => ({ ...one, link, p: one.probability * link.probability }))
    ),
    ({ link }) => link.case,
  );
  for (const [c, ways] of passed) {
    const p = Math.min(1, ways.reduce((sum, way) => sum + way.p, 0)), before = links.get(c);
    const probability = 1 - (1 - (before?.probability ?? 0)) * (1 - p);
    if (before && before.probability >= p) {
      links.set(c, { ...before, probability });
      continue;
    }
    const { instance, event: j, shared, link } = ways.reduce((best, way) => way.p > best.p ? way : best);
    const time = link.event < 0 ? link.time : timeLevel(sides.times, instance, sides.log.time[link.event]!);
    const { activity, event } = link;
    links.set(c, {
      ...{ instance, case: c, event, activity, id: NONE, person: ANOTHER, time, probability, identified: false },
      handedTo: { instance: j, shared },
    });
  }
  return [...links.values()];
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
