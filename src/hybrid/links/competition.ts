/** Pairs compete: an event that one instance explains needs no other, unless an identifier says so. */
import type { Pair } from "./pairs.ts";
import { EXACT, REFORMATTED, RULE } from "./task_identifiers.ts";

/** What competes: instances for events, or for one another. */
type Competing = Pick<Pair, "instance" | "event" | "id">;

/** How much less likely each further instance of an event is than the first. */
const FURTHER_INSTANCE = 0.003;
/** The same of cases of an instance, before it is learnt: as if so many instances had been seen. */
export const FURTHER_CASE = 0.03;
const SEEN = 10;

/**
 * The probability of each pair beside the others. Most instances are of one case, and most events of one instance: with
 * odds o and each further one r times as likely as the first, a set of pairs has weight Π o · r^(n − 1). Pairs that have
 * the case's own identifier stand by themselves, and count against the others.
 */
export function competingProbabilities(
  pairs: readonly Competing[],
  odds: Float64Array,
  furtherCase: number,
): Float64Array {
  const instances = new Competition(furtherCase, most(pairs, "instance"));
  const events = new Competition(FURTHER_INSTANCE * furtherCase / FURTHER_CASE, most(pairs, "event"));
  for (let i = 0; i < pairs.length; i++) {
    instances.add(pairs[i]!.instance, odds[i]!);
    events.add(pairs[i]!.event, odds[i]!);
  }
  const probability = new Float64Array(pairs.length);
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i]!, o = odds[i]!, alone = o / (1 + o);
    probability[i] = isIdentified(pair)
      ? alone
      : Math.min(alone, instances.probability(pair.instance, o), events.probability(pair.event, o));
  }
  return probability;
}

function most(pairs: readonly Competing[], field: "instance" | "event"): number {
  let most = -1;
  for (const pair of pairs) if (pair[field] > most) most = pair[field];
  return most + 1;
}

/** How many further cases instances have whose cases no identifier tells, for each that has one. */
export function furtherCases(pairs: readonly Competing[], probability: Float64Array): number {
  const expected = new Float64Array(most(pairs, "instance"));
  for (let i = 0; i < pairs.length; i++) if (!isIdentified(pairs[i]!)) expected[pairs[i]!.instance]! += probability[i]!;
  let further = FURTHER_CASE * SEEN, all = SEEN;
  for (const n of expected) {
    further += Math.max(0, n - 1);
    all += Math.min(1, n);
  }
  return further / all;
}

/**
 * The prior odds of a pair, from how many instances have a case at all: among those in which no identifier tells it, and
 * that have an event near.
 */
export function priorOdds(pairs: readonly Competing[], odds: Float64Array, furtherCase: number): number {
  const size = most(pairs, "instance"), identified = new Uint8Array(size), count = new Int32Array(size);
  const instances = new Competition(furtherCase, size);
  for (const pair of pairs) if (isIdentified(pair)) identified[pair.instance] = 1;
  for (let i = 0; i < pairs.length; i++) {
    const { instance } = pairs[i]!;
    if (identified[instance]) continue;
    instances.add(instance, odds[i]!);
    count[instance]!++;
  }
  let linked = 0.5, all = 2, candidates = 2;
  for (let instance = 0; instance < size; instance++) {
    if (count[instance] === 0) continue;
    linked += instances.any(instance);
    all++;
    candidates += count[instance]!;
  }
  const share = linked / all;
  return share / (1 - share) / (candidates / all);
}

/** The case's own identifier stands in the instance. */
export function isIdentified({ id }: Pick<Pair, "id">): boolean {
  return id === RULE || id === EXACT || id === REFORMATTED;
}

/** Sums over sets of pairs: 1 + (Π (1 + r·o) − 1) / r. */
class Competition {
  readonly #logProduct: Float64Array;

  constructor(readonly further: number, groups: number) {
    this.#logProduct = new Float64Array(groups);
  }

  add(group: number, odds: number): void {
    this.#logProduct[group]! += Math.log1p(this.further * odds);
  }

  /** That any pair of the group belongs together. */
  any(group: number): number {
    const some = Math.expm1(this.#logProduct[group]!) / this.further;
    return some === Infinity ? 1 : some / (1 + some);
  }

  probability(group: number, odds: number): number {
    const others = Math.max(0, this.#logProduct[group]! - Math.log1p(this.further * odds));
    const withPair = odds * Math.exp(others);
    const none = 1 + Math.expm1(others) / this.further;
    return Math.min(1, withPair / (withPair + none));
  }
}
