/** How often interactions are stray, and instances put aside: the evidence of it, and logarithms of probabilities. */
import { logGamma } from "../evidence.ts";
import type { Parse } from "../parse.ts";
import { INTERRUPTIONS, STRAYS } from "../priors.ts";
import type { Streams } from "../streams.ts";

export interface StrayRates {
  readonly evidence: number;
  /** Logarithm of the probability that an interaction is a stray one of each action. */
  readonly stray: Float64Array;
  /** Logarithm of the probability that it is not stray. */
  readonly proper: number;
}

/**
 * Strays are any action of the log, those more that were stray before.
 *
 * @param leastShare share of strays that is expected at least.
 */
export function strayRates({ action, actions }: Streams, { stray }: Parse, leastShare: number): StrayRates {
  const interactions = action.length, seen = new Float64Array(actions), strays = new Float64Array(actions);
  let all = 0;
  for (let i = 0; i < interactions; i++) {
    seen[action[i]!]!++;
    if (!stray[i]) continue;
    strays[action[i]!]!++;
    all++;
  }
  let evidence = logGamma(all + 1) + logGamma(interactions - all + STRAYS.steps) -
    logGamma(interactions + STRAYS.steps + 1) + Math.log(STRAYS.steps);
  evidence += logGamma(STRAYS.actions) - logGamma(all + STRAYS.actions);
  const log = new Float64Array(actions);
  const share = Math.max(leastShare, (all + 1) / (interactions + STRAYS.steps + 1)), rate = Math.log(share);
  for (let t = 0; t < actions; t++) {
    const prior = STRAYS.actions * (seen[t]! + STRAYS.everyAction) / (interactions + STRAYS.everyAction * actions);
    if (strays[t]! > 0) evidence += logGamma(strays[t]! + prior) - logGamma(prior);
    log[t] = rate + Math.log((strays[t]! + prior) / (all + STRAYS.actions));
  }
  return { evidence, stray: log, proper: Math.log(1 - share) };
}

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
