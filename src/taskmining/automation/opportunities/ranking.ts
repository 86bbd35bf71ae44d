/**
 * The order of opportunities, and how often it is the same when the recording is drawn again.
 *
 * Bootstrap with independent Poisson weights: Chamandy, Muralidharan, Najmi & Naidu, "Estimating Uncertainty for Massive
 * Data Streams", 2012.
 */
import { poissonOfMean1, randomStream } from "../../../base/random.ts";
import type { Candidate } from "./candidates.ts";

export interface Ranking {
  /** From 1. */
  readonly rank: Int32Array;
  /** Share of the draws in which it has its rank. */
  readonly holdsRank: Float64Array;
  /** Share of the draws in which it is among the first three. */
  readonly firstThree: Float64Array;
}

/** An opportunity as ranking sees it. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly dispersion: number;
  /** The value by which it is ranked; NaN where it is not known. */
  readonly value: number;
  /** Instances a year for each instance recorded. */
  readonly perInstance: number;
  readonly valueOf: (hours: number) => number;
}

/** Of those of equal value the first comes first. */
export function rankingOf(
  items: readonly Ranked[],
  { draws, seed }: { readonly draws: number; readonly seed: number },
): Ranking {
  const rank = ranksOf(items.map(({ value }) => value));
  const holds = new Float64Array(items.length), first = new Float64Array(items.length);
  const random = randomStream(seed, "automation opportunities");
  // They stand in order, so the last has the largest number.
  const instances = Math.max(0, ...items.map(({ candidate }) => (candidate.facts.instances.at(-1) ?? -1) + 1));
  const weights = new Uint8Array(instances);
  for (let d = 0; d < draws; d++) {
    for (let k = 0; k < instances; k++) weights[k] = poissonOfMean1(random);
    const drawn = ranksOf(items.map((item) => drawnValue(item, weights)));
    drawn.forEach((own, i) => {
      if (own === rank[i]) holds[i]! += 1 / draws;
      if (own <= 3) first[i]! += 1 / draws;
    });
  }
  const whole = (share: number) => Math.round(share * draws) / draws;
  return { rank, holdsRank: holds.map(whole), firstThree: first.map(whole) };
}

function ranksOf(values: readonly number[]): Int32Array {
  const places = values.map((_, i) => i).sort((a, b) => below(values[a]!, values[b]!));
  const ranks = new Int32Array(values.length);
  places.forEach((item, place) => ranks[item] = place + 1);
  return ranks;
}

/** Larger first, unknown last. */
function below(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return b - a;
}

function drawnValue({ candidate, dispersion, value, perInstance, valueOf }: Ranked, weights: Uint8Array): number {
  if (Number.isNaN(value)) return NaN;
  const { facts, members, active, automatable, follows, excepted } = candidate;
  let n = 0, seconds = 0, machine = 0, following = 0, exceptions = 0;
  for (let m = 0; m < members.length; m++) {
    const weight = weights[facts.instances[members[m]!]!]!;
    if (weight === 0) continue;
    n += weight;
    seconds += weight * active[m]!;
    machine += weight * automatable.base[m]!;
    following += weight * follows[m]!;
    exceptions += weight * excepted[m]!;
  }
  if (n === 0 || machine <= 0 || following === 0) return valueOf(0);
  // Counts vary more than by chance where days differ.
  const count = Math.max(0, members.length + Math.sqrt(dispersion) * (n - members.length));
  const hours = count * perInstance * (seconds / n) / 3600 * (machine / seconds) * (following / n) *
    (1 - exceptions / following);
  return valueOf(hours);
}
