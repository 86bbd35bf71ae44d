/**
 * The model of a task: a Markov chain with a beginning and an end whose states are the last action, split by what came
 * before wherever that tells more of what follows (as in variable-length Markov chains: Rissanen, IEEE Trans. Inf.
 * Theory 1983; Bühlmann & Wyner, Annals of Statistics 1999). A button without a label thus becomes as many states as it
 * has roles. Stray interactions leave the state as it is.
 */
import { choiceEvidence, rareEvidence } from "../evidence.ts";
import { type Parse, stepsOf } from "../parse.ts";
import { CHOICES, STEPS } from "../priors.ts";
import { boundaryEvidence, pauseEvidence } from "../signals.ts";
import type { Streams } from "../streams.ts";
import { type ValueRates, valueRates } from "../value_evidence.ts";
import { beginEvidence } from "./beginnings.ts";
import { countSteps, type StepCounts } from "./count_steps.ts";
import { recurrenceNats, roundNats, stepProbabilities } from "./probabilities.ts";
import { interruptionRates, type StrayRates, strayRates } from "./rates.ts";
import { splitStates } from "./split_states.ts";
import { BEFORE_BEGIN, plainStates, stateAfter, type States } from "./states.ts";

export interface Chains {
  /** Number of chains. */
  readonly kinds: number;
  readonly actions: number;
  /** Number of states of all chains. The first `kinds * actions` are kind × action; split ones follow. */
  readonly states: number;
  /** Of each state. */
  readonly kindOf: Int32Array;
  readonly actionOf: Int32Array;
  /** State after action t in state s: `next[s * actions + t]`. */
  readonly next: Int32Array;
  /** Logarithm of the probability of action t in state s; the last column is the end. */
  readonly step: Float64Array;
  /** Logarithm of the probability that an instance is of chain k and begins with t: `start[k * actions + t]`. */
  readonly start: Float64Array;
  /** State after that beginning. */
  readonly first: Int32Array;
  readonly strays: StrayRates;
  /**
   * Nats for a step to an action that was done before in the same instance, and to a new one: rows as in \`step\`, after a
   * step to an action not done before, then after one that was.
   */
  readonly again: Float64Array;
  readonly anew: Float64Array;
  /** Nats for a step that begins another round of what its instance has done, for each state and action. */
  readonly round: Float64Array;
  /** Nats for beginning an instance after no pause, a long one, a very long one. */
  readonly pause: Float64Array;
  readonly values: ValueRates;
  /** Logarithms of the probabilities that an instance is put aside at a step, and that it is not. */
  readonly aside: number;
  readonly stay: number;
}

export interface Fit {
  readonly chains: Chains;
  /** Logarithm of the evidence of the parse, in nats: the larger, the better. */
  readonly evidence: number;
}

export interface FitOptions {
  readonly kinds: number;
  /** Whether states are split by what came before. */
  readonly split: boolean;
  /** Least share of stray interactions that the next parse is to expect. @default 0 */
  readonly strayShare?: number;
}

/** Counts what the instances of a parse do, and tells how well the model explains it. */
export function fitChains(streams: Streams, parse: Parse, { kinds, split, strayShare = 0 }: FitOptions): Fit {
  const steps = stepsOf(parse), states = plainStates(kinds, streams.actions);
  const splits = split ? splitStates(streams, parse.kind, steps, states) : 0;
  const counts = countSteps(streams, parse, steps, states);
  const strays = strayRates(streams, parse, strayShare);
  const pauses = pauseEvidence(streams, parse), values = valueRates(streams, parse);
  const interruptions = interruptionRates(steps.steps.length - parse.kind.length, parse.interruptions);
  const evidence = sumOf([
    splits,
    ...stepTerms(counts, streams.actions + 1),
    beginEvidence(streams, parse, steps, counts.begins) - sumOf(counts.roundCost) - counts.short,
    strays.evidence,
    ...recurrenceTerms(counts),
    pauses.evidence,
    values.evidence,
    boundaryEvidence(streams, parse, steps),
    interruptions.evidence,
  ]);
  // Most parses that are tried need their evidence only.
  let made: Chains | undefined;
  return {
    evidence,
    get chains() {
      return made ??= {
        ...chainsOf(states, counts, parse.kind.length),
        strays,
        pause: pauses.ratio,
        values,
        aside: interruptions.aside,
        stay: interruptions.stay,
      };
    },
  };
}

/** Terms are summed in one order, so that the same parse has the same evidence to the last bit. */
function sumOf(terms: Iterable<number>): number {
  let sum = 0;
  for (const term of terms) sum += term;
  return sum;
}

/** Evidence of what follows each state. */
function stepTerms({ follows }: StepCounts, width: number): number[] {
  const terms: number[] = [];
  for (let row = 0; row < follows.length; row += width) {
    terms.push(choiceEvidence(follows.subarray(row, row + width), width));
  }
  return terms;
}

/** Evidence of how often each step repeats an action. */
function recurrenceTerms({ again, anew }: StepCounts): number[] {
  const terms: number[] = [];
  for (let edge = 0; edge < again.length; edge++) {
    if (again[edge]! + anew[edge]! > 0) terms.push(againEvidence(again[edge]!, anew[edge]!));
  }
  return terms;
}

/** Evidence of `again` repeated and `anew` first actions along one edge. */
export function againEvidence(again: number, anew: number): number {
  return STEPS.repeatedAction * rareEvidence(anew, again);
}

/** States, where they lead, and the probabilities of steps and beginnings. */
function chainsOf(states: States, counts: StepCounts, instances: number) {
  const { kinds, actions, kindOf, actionOf } = states;
  const next = new Int32Array(kindOf.length * actions), first = new Int32Array(kinds * actions);
  for (let state = 0; state < kindOf.length; state++) {
    for (let t = 0; t < actions; t++) next[state * actions + t] = stateAfter(states, state, kindOf[state]!, t);
  }
  for (let entry = 0; entry < first.length; entry++) {
    first[entry] = stateAfter(states, BEFORE_BEGIN, Math.floor(entry / actions), entry % actions);
  }
  const begun = instances + CHOICES.outcome * first.length;
  return {
    kinds,
    actions,
    states: kindOf.length,
    kindOf: Int32Array.from(kindOf),
    actionOf: Int32Array.from(actionOf),
    next,
    first,
    step: stepProbabilities(states, counts),
    start: counts.begins.map((count) => Math.log((count + CHOICES.outcome) / begun)),
    ...recurrenceNats(counts),
    round: roundNats(states, counts),
  };
}
