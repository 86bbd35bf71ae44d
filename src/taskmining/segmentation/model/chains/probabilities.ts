/** Logarithms of the probabilities of a chain's steps, from counts. */
import { CHOICES, STEPS } from "../priors.ts";
import type { StepCounts } from "./count_steps.ts";
import type { States } from "./states.ts";

/**
 * Of each state and the action that follows, or the end: rows of `actions + 1`.
 *
 * A split state is smoothed towards its action, and an action towards what follows one step later, because a step may
 * have been left out.
 */
export function stepProbabilities({ kinds, actions, kindOf, actionOf }: States, counts: StepCounts): Float64Array {
  const width = actions + 1, plain = kinds * actions, { follows } = counts;
  const ofAction = actionProbabilities({ kindOf, actionOf, actions }, counts, plain);
  const step = new Float64Array(kindOf.length * width);
  for (let state = 0; state < kindOf.length; state++) {
    const row = state * width, smooth = (kindOf[state]! * actions + actionOf[state]!) * width;
    let total = 0;
    for (let t = 0; t < width; t++) total += follows[row + t]!;
    for (let t = 0; t < width; t++) {
      step[row + t] = Math.log(
        state < plain && total === 0
          ? ofAction[smooth + t]!
          : (follows[row + t]! + ofAction[smooth + t]!) / (total + 1),
      );
    }
  }
  return step;
}

/** What follows each action of a chain, all of its states together. */
function actionProbabilities(
  { kindOf, actionOf, actions }: Pick<States, "kindOf" | "actionOf" | "actions">,
  { follows, followsNext }: StepCounts,
  plain: number,
): Float64Array {
  const width = actions + 1, pooled = new Float64Array(plain * width), mean = new Float64Array(width);
  for (let state = 0; state < kindOf.length; state++) {
    const row = (kindOf[state]! * actions + actionOf[state]!) * width;
    for (let t = 0; t < width; t++) pooled[row + t]! += follows[state * width + t]!;
  }
  for (let row = 0; row < pooled.length; row += width) {
    let total = 0;
    for (let t = 0; t < width; t++) {
      mean[t] = pooled[row + t]! + STEPS.leftOut * followsNext[row + t]! + CHOICES.outcome;
      total += mean[t]!;
    }
    for (let t = 0; t < width; t++) pooled[row + t] = mean[t]! / total;
  }
  return pooled;
}

/** Nats of a step because its action was done before in the instance (`again`), or because it was not (`anew`). */
export function recurrenceNats(counts: StepCounts): { readonly again: Float64Array; readonly anew: Float64Array } {
  const { repeatedAction } = STEPS, { rare } = CHOICES;
  const again = new Float64Array(counts.again.length), half = again.length / 2;
  const anew = new Float64Array(counts.anew.length);
  for (let edge = 0; edge < again.length; edge++) {
    const repeated = counts.again[edge]!, first = counts.anew[edge]!;
    if (repeated + first === 0) {
      if (edge < half) again[edge] = repeatedAction * Math.log(rare / (1 + rare));
      continue;
    }
    again[edge] = repeatedAction * Math.log((repeated + rare) / (repeated + first + 1 + rare));
    anew[edge] = repeatedAction * Math.log((first + 1) / (repeated + first + 1 + rare));
  }
  return { again, anew };
}

/** Nats of a step that begins another round of what its instance has done. */
export function roundNats({ actions, actionOf }: States, { rounds, roundCost }: StepCounts): Float64Array {
  return rounds.map((count, edge) =>
    count > 0 ? -roundCost[edge]! / count : actionOf[Math.floor(edge / actions)] === edge % actions ? 0 : -STEPS.round
  );
}
