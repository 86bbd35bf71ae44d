/** How often interactions are stray, and instances put aside: the evidence of it, and logarithms of probabilities. */
import { logGamma, twoWaysEvidence } from "../evidence.ts";
import type { Parse } from "../parse.ts";
import { INTERRUPTIONS, STRAYS } from "../priors.ts";
import type { Streams } from "../streams.ts";

export interface StrayRates {
  readonly evidence: number;
  /** Logarithm of the probability that a run of strays begins with each action, and that one goes on with it. */
  readonly stray: Float64Array;
  readonly more: Float64Array;
  /** Logarithms of the probabilities that the same stray action comes again in a run, and that another one does. */
  readonly same: number;
  readonly other: number;
  /** Logarithm of the probability that an interaction is not stray, after one that is not and after one that is. */
  readonly proper: number;
  readonly over: number;
  /** Nats that are put right once an instance begins: after an interaction that is not stray, and after strays. */
  readonly noneBetween: number;
  readonly someBetween: number;
}

/**
 * Strays are any action of the log, those more that were stray before. They come in runs, and a run often stays with one
 * action: a chat, a page of news.
 *
 * @param leastShare share of strays that is expected at least.
 */
export function strayRates(
  { action, actions, offsets }: Streams,
  { stray, owner }: Parse,
  leastShare: number,
): StrayRates {
  const interactions = action.length, seen = new Float64Array(actions), strays = new Float64Array(actions);
  let runs = 0, steps = 0, between = 0, none = 0, goesOn = 0, ends = 0, same = 0, other = 0, drawn = 0;
  for (let s = 0; s + 1 < offsets.length; s++) {
    let before = -1, last = -1;
    for (let i = offsets[s]!; i < offsets[s + 1]!; i++) {
      const t = action[i]!;
      seen[t]!++;
      if (before >= 0) {
        if (stray[i]) goesOn++;
        else ends++;
      }
      if (!stray[i]) {
        // Whether a run was within an instance or between two is known at its end.
        const begins = owner[i]! > last;
        if (before >= 0) begins ? between++ : runs++;
        else begins ? none++ : steps++;
        last = Math.max(last, owner[i]!);
        before = -1;
        continue;
      }
      if (before === t) same++;
      else {
        if (before >= 0) other++;
        strays[t]!++;
        drawn++;
      }
      before = t;
    }
  }
  const { steps: usual, actions: many, everyAction } = STRAYS;
  let evidence = logGamma(runs + 1) + logGamma(steps + usual) - logGamma(runs + steps + usual + 1) + Math.log(usual);
  evidence += jeffreys(between, none) + jeffreys(goesOn, ends) + jeffreys(same, other);
  const all = between + none + 1, mostly = (between + 0.5) / all;
  evidence += logGamma(many) - logGamma(drawn + many) + STRAYS.free * (runs + between * (1 - mostly ** STRAYS.mostly));
  const share = Math.max(leastShare, (runs + 1) / (runs + steps + usual + 1)), rate = Math.log(share);
  const inside = Math.log(1 - share);
  const on = Math.log((goesOn + 0.5) / (goesOn + ends + 1));
  const first = new Float64Array(actions), more = new Float64Array(actions);
  for (let t = 0; t < actions; t++) {
    const prior = many * (seen[t]! + everyAction) / (interactions + everyAction * actions);
    if (strays[t]! > 0) evidence += logGamma(strays[t]! + prior) - logGamma(prior);
    const which = Math.log((strays[t]! + prior) / (drawn + many));
    first[t] = rate + which + STRAYS.free;
    more[t] = on + which;
  }
  return {
    evidence,
    stray: first,
    more,
    same: Math.log((same + 0.5) / (same + other + 1)) + on,
    other: Math.log((other + 0.5) / (same + other + 1)),
    proper: inside,
    noneBetween: Math.log((none + 0.5) / all) - inside,
    someBetween: Math.log(mostly) - rate - STRAYS.free * mostly ** STRAYS.mostly,
    over: Math.log((ends + 0.5) / (goesOn + ends + 1)),
  };
}

/** Evidence of two outcomes of which nothing is known before: Jeffreys' prior. */
const jeffreys = (one: number, other: number) => twoWaysEvidence(one, other, 0.5, 0.5);

export interface InterruptionRates {
  readonly evidence: number;
  /** Logarithms of the probabilities that an instance is put aside at a step, and that it goes on. */
  readonly aside: number;
  readonly stay: number;
}

/** @param turns steps at which an instance could be put aside. */
export function interruptionRates(turns: number, interruptions: number): InterruptionRates {
  const { steps, price } = INTERRUPTIONS;
  return {
    evidence: logGamma(interruptions + 1) + logGamma(turns - interruptions + steps) - logGamma(turns + steps + 1) +
      Math.log(steps) - price * interruptions,
    aside: Math.log((interruptions + 1) / (turns + steps + 1)) - price,
    stay: Math.log((turns - interruptions + steps) / (turns + steps + 1)),
  };
}
