/**
 * States of a chain split by what came before, wherever that tells more of what follows (variable-length Markov chains:
 * Rissanen, IEEE Trans. Inf. Theory 1983; Bühlmann & Wyner, Annals of Statistics 1999).
 */
import { outcomeEvidence, totalEvidence } from "../evidence.ts";
import type { ParsedSteps } from "../parse.ts";
import { SPLITS } from "../priors.ts";
import type { Streams } from "../streams.ts";
import { arrivalOf, BEFORE_BEGIN, type States } from "./states.ts";

const AHEAD = SPLITS.distances.length;

/**
 * Splits states until no split raises the evidence, and adds them to `states`. Gives the evidence of there being so
 * many splits: negative, for each has its price.
 *
 * @param kind chain of each instance.
 */
export function splitStates({ action }: Streams, kind: Int32Array, steps: ParsedSteps, states: States): number {
  const { actions, kinds, kindOf, actionOf, splits } = states;
  const width = actions + 1;
  const arrivals: Arrivals = { arrival: [], plain: [], visits: [], followers: new Int32Array(64 * AHEAD * width) };
  let evidence = 0;
  // After the first round only states that were split, or that follow one, can be worth another split.
  let open = new Uint8Array(kinds * actions).fill(1);
  for (let round = 0; round < SPLITS.rounds; round++) {
    countArrivals(arrivals, action, kind, steps, states, open);
    const reopened = new Uint8Array(kinds * actions);
    let changed = false;
    for (const [plain, ways] of Map.groupBy(arrivals.arrival.keys(), (way) => arrivals.plain[way]!)) {
      if (ways.length < 2) continue;
      const price = Math.log(ways.length) + SPLITS.price;
      const best = bestSplit(ways, arrivals, width, price);
      if (best === undefined) continue;
      const ownKind = Math.floor(plain / actions);
      splits.set(arrivals.arrival[best]!, kindOf.length);
      kindOf.push(ownKind);
      actionOf.push(plain % actions);
      evidence -= price;
      changed = true;
      reopened[plain] = 1;
      const next = best * AHEAD * width;
      for (let u = 0; u < actions; u++) if (arrivals.followers[next + u]! > 0) reopened[ownKind * actions + u] = 1;
    }
    if (!changed) break;
    open = reopened;
  }
  return evidence;
}

/** The ways to states that are not split yet, in the order in which they are met. */
interface Arrivals {
  readonly arrival: number[];
  /** The state that each leads to. */
  readonly plain: number[];
  /** How often each was taken. */
  readonly visits: number[];
  /** How often each was followed by an action, or by the end, after each of `SPLITS.distances`: a row for each distance. */
  followers: Int32Array;
}

/** Counts the arrivals at states that are open, into `arrivals`. */
function countArrivals(
  arrivals: Arrivals,
  action: Int32Array,
  kind: Int32Array,
  { offsets, steps }: ParsedSteps,
  states: States,
  open: Uint8Array,
): void {
  const { actions, kinds, kindOf, splits } = states, width = actions + 1, room = AHEAD * width;
  /** Place in `arrivals` by state and action; rows after those of the states are for first actions, one for each kind. */
  const place = new Int32Array((kindOf.length + kinds) * actions).fill(-1);
  const { arrival, plain, visits } = arrivals;
  arrival.length = plain.length = visits.length = 0;
  arrivals.followers.fill(0);
  for (let instance = 0; instance < kind.length; instance++) {
    const own = kind[instance]!, to = offsets[instance + 1]!;
    let state = BEFORE_BEGIN;
    for (let e = offsets[instance]!; e < to; e++) {
      const t = action[steps[e]!]!, target = own * actions + t;
      const split = splits.size === 0 ? undefined : splits.get(arrivalOf(states, state, own, t));
      if (split !== undefined || open[target] === 0) {
        state = split ?? target;
        continue;
      }
      const row = state === BEFORE_BEGIN ? kindOf.length + own : state;
      let way = place[row * actions + t]!;
      if (way < 0) {
        way = place[row * actions + t] = arrival.push(arrivalOf(states, state, own, t)) - 1;
        plain.push(target);
        visits.push(0);
        if (arrival.length * room > arrivals.followers.length) arrivals.followers = doubled(arrivals.followers);
      }
      for (let d = 0; d < AHEAD; d++) {
        const then = e + SPLITS.distances[d]!, u = then < to ? action[steps[then]!]! : actions;
        arrivals.followers[way * room + d * width + u]!++;
      }
      visits[way]!++;
      state = target;
    }
  }
}

function doubled(array: Int32Array): Int32Array {
  const more = new Int32Array(array.length * 2);
  more.set(array);
  return more;
}

/** The way to a state that is best told from the other ways to it, if that is worth its price. */
function bestSplit(
  ways: readonly number[],
  { visits, followers }: Arrivals,
  width: number,
  price: number,
): number | undefined {
  const room = AHEAD * width, all = new Int32Array(width), outcomes: number[] = [];
  const total = ways.reduce((sum, way) => sum + visits[way]!, 0);
  let best: number = SPLITS.leastGain, which: number | undefined;
  if (!ways.some((way) => visits[way]! >= SPLITS.fewestVisits && visits[way]! < total)) return undefined;
  for (let d = 0; d < AHEAD; d++) {
    all.fill(0);
    for (const way of ways) {
      const from = way * room + d * width;
      for (let u = 0; u < width; u++) all[u]! += followers[from + u]!;
    }
    outcomes.length = 0;
    let together = totalEvidence(total, width);
    for (let u = 0; u < width; u++) {
      if (all[u] === 0) continue;
      outcomes.push(u);
      together += outcomeEvidence(all[u]!);
    }
    if (outcomes.length < 2) continue;
    for (const way of ways) {
      const own = visits[way]!, from = way * room + d * width;
      if (own < SPLITS.fewestVisits || own === total) continue;
      // To tell of later steps takes a split for each step between.
      let gain = totalEvidence(own, width) + totalEvidence(total - own, width) - together - price * (d + 1);
      for (const u of outcomes) {
        const count = followers[from + u]!;
        gain += outcomeEvidence(count) + outcomeEvidence(all[u]! - count);
      }
      if (gain <= best) continue;
      best = gain;
      which = way;
    }
  }
  return which;
}
