/** What the instances of a parse do after what: the counts that chains are made of. */
import type { Parse, ParsedSteps } from "../parse.ts";
import { STEPS } from "../priors.ts";
import { roundsCost } from "../round_cost.ts";
import type { Streams } from "../streams.ts";
import { BEFORE_BEGIN, stateAfter, type States } from "./states.ts";

export interface StepCounts {
  /** How often an action followed a state: rows of `actions + 1`, whose last column is the end of the instance. */
  readonly follows: Float64Array;
  /** How often an action followed two steps after an action of a chain, as rows like those of `follows`. */
  readonly followsNext: Float64Array;
  /** How often an instance of a chain began with an action: `begins[kind * actions + action]`. */
  readonly begins: Float64Array;
  /**
   * As `follows` without the end: steps to an action that the instance had done before, and to one it had not. Rows of
   * steps after one to an action not done before, then rows of steps after one that was.
   */
  readonly again: Float64Array;
  readonly anew: Float64Array;
  /** As `follows` without the end: steps that begin another round within an instance, and nats for these rounds. */
  readonly rounds: Float64Array;
  readonly roundCost: Float64Array;
  /** Nats for instances of few steps. */
  readonly short: number;
}

export function countSteps(
  streams: Streams,
  parse: Parse,
  { offsets, steps }: ParsedSteps,
  states: States,
): StepCounts {
  const { kinds, actions, actionOf } = states, count = actionOf.length, width = actions + 1;
  const follows = new Float64Array(count * width), followsNext = new Float64Array(kinds * actions * width);
  const begins = new Float64Array(kinds * actions);
  const again = new Float64Array(2 * count * actions), anew = new Float64Array(2 * count * actions);
  /** The latest step that did each action, in any instance. */
  const did = new Int32Array(actions).fill(-1);
  const cutOff = instancesCutOff(streams, parse);
  const rounds = new Float64Array(count * actions), roundCost = new Float64Array(count * actions);
  const repeatedIn = new Int32Array(actions).fill(-1), begun: number[] = [];
  let short = 0;
  for (let instance = 0; instance < parse.kind.length; instance++) {
    const kind = parse.kind[instance]!, from = offsets[instance]!, to = offsets[instance + 1]!;
    short += STEPS.shortInstance[to - from] ?? 0;
    let state = BEFORE_BEGIN, before = BEFORE_BEGIN, round = from, repeating = 0, distinct = 0, repeated = 0;
    begun.length = 0;
    for (let e = from; e < to; e++) {
      const action = streams.action[steps[e]!]!, next = stateAfter(states, state, kind, action);
      if (state === BEFORE_BEGIN) begins[kind * actions + action]! += cutOff[instance]! & NO_BEGIN ? 0 : 1;
      else {
        follows[state * width + action]!++;
        if (before >= 0) followsNext[before * width + action]!++;
        const isAgain = did[action]! >= from;
        (isAgain ? again : anew)[(repeating * count + state) * actions + action]!++;
        repeating = isAgain ? 1 : 0;
        if (did[action]! >= round) {
          if (actionOf[state] !== action) begun.push(state * actions + action);
          round = e;
        }
        if (isAgain && actionOf[state] !== action && repeatedIn[action] !== instance) {
          repeatedIn[action] = instance;
          repeated++;
        }
      }
      if (did[action]! < from) distinct++;
      did[action] = e;
      before = state === BEFORE_BEGIN ? BEFORE_BEGIN : kind * actions + actionOf[state]!;
      state = next;
    }
    if (state >= 0 && !(cutOff[instance]! & NO_END)) follows[state * width + actions]!++;
    if (before >= 0) followsNext[before * width + actions]!++;
    const cost = roundsCost(begun.length, repeated, distinct) / begun.length;
    for (const edge of begun) {
      rounds[edge]!++;
      roundCost[edge]! += cost;
    }
  }
  return { follows, followsNext, begins, again, anew, rounds, roundCost, short };
}

const NO_BEGIN = 1, NO_END = 2;

/** Of each instance whether the sample does not hold its beginning (`NO_BEGIN`), its end (`NO_END`), or either. */
function instancesCutOff({ offsets, cutOff }: Streams, { owner, kind, stray }: Parse): Uint8Array {
  const found = new Uint8Array(kind.length);
  if (!cutOff) return found;
  for (let s = 0; s + 1 < offsets.length; s++) {
    let from = offsets[s]!, to = offsets[s + 1]! - 1;
    while (from < to && (stray[from] || owner[from]! < 0)) from++;
    while (from < to && (stray[to] || owner[to]! < 0)) to--;
    if (cutOff[s]! & NO_BEGIN && owner[from]! >= 0) found[owner[from]!]! |= NO_BEGIN;
    if (cutOff[s]! & NO_END && owner[to]! >= 0) found[owner[to]!]! |= NO_END;
  }
  return found;
}
