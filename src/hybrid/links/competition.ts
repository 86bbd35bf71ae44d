/** Pairs compete: an event that one instance explains needs no other, unless an identifier says so. */
import type { Pair } from "./pairs.ts";
import { EXACT, REFORMATTED, RULE } from "./task_identifiers.ts";

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
  pairs: readonly Pair[],
  odds: Float64Array,
  furtherCase: number,
): Float64Array<ArrayBuffer> {
  const instances = new Competition(furtherCase),
    events = new Competition(FURTHER_INSTANCE * furtherCase / FURTHER_CASE);
  pairs.forEach(({ instance, event }, i) => {
    instances.add(instance, odds[i]!);
    events.add(event, odds[i]!);
  });
  return Float64Array.from(pairs, (pair, i) => {
    const o = odds[i]!, alone = o / (1 + o);
    if (isIdentified(pair)) return alone;
    return Math.min(alone, instances.probability(pair.instance, o), events.probability(pair.event, o));
  });
}

/** How many further cases instances have whose cases no identifier tells, for each that has one. */
export function furtherCases(pairs: readonly Pair[], probability: Float64Array): number {
  const expected = new Map<number, number>();
  pairs.forEach((pair, i) => {
    if (!isIdentified(pair)) expected.set(pair.instance, (expected.get(pair.instance) ?? 0) + probability[i]!);
  });
  let further = FURTHER_CASE * SEEN, all = SEEN;
  for (const n of expected.values()) {
    further += Math.max(0, n - 1);
    all += Math.min(1, n);
  }
  return further / all;
}

/**
 * The prior odds of a pair, from how many instances have a case at all: among those in which no identifier tells it, and
 * that have an event near.
 */
export function priorOdds(pairs: readonly Pair[], odds: Float64Array, furtherCase: number): number {
  const identified = new Set<number>(), count = new Map<number, number>();
  const instances = new Competition(furtherCase);
  for (const pair of pairs) if (isIdentified(pair)) identified.add(pair.instance);
  pairs.forEach(({ instance }, i) => {
    if (identified.has(instance)) return;
    instances.add(instance, odds[i]!);
    count.set(instance, (count.get(instance) ?? 0) + 1);
  });
  let linked = 0.5, all = 2, candidates = 2;
  for (const [instance, n] of count) {
    linked += instances.any(instance);
    all++;
    candidates += n;
  }
  const share = linked / all;
  return share / (1 - share) / (candidates / all);
}

/** The case's own identifier stands in the instance. */
export function isIdentified({ id }: Pair): boolean {
  return id === RULE || id === EXACT || id === REFORMATTED;
}

/** Sums over sets of pairs: 1 + (Π (1 + r·o) − 1) / r. */
class Competition {
  readonly #logProduct = new Map<number, number>();

  constructor(readonly further: number) {}

  add(group: number, odds: number): void {
    this.#logProduct.set(group, (this.#logProduct.get(group) ?? 0) + Math.log1p(this.further * odds));
  }

  /** That any pair of the group belongs together. */
  any(group: number): number {
    const some = Math.expm1(this.#logProduct.get(group)!) / this.further;
    return some === Infinity ? 1 : some / (1 + some);
  }

  probability(group: number, odds: number): number {
    const others = Math.max(0, this.#logProduct.get(group)! - Math.log1p(this.further * odds));
    const withPair = odds * Math.exp(others);
    const none = 1 + Math.expm1(others) / this.further;
    return Math.min(1, withPair / (withPair + none));
  }
}
