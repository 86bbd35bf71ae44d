/**
 * Weights of the logistic regressions that turn features into probabilities.
 *
 * Source: fitted by `bench/tasks/certainty/fit.ts` to what segmentation finds in the random desks of seeds 1 to 60, whose
 * truth is known; docs/segmentation.md says how well they hold on other desks. They are measurements: never changed by
 * hand, fitted anew when the model, its priors or the features change.
 */
import type { Logistic } from "./logistic.ts";

export interface Weights {
  /** Over `INSTANCE_FEATURES`: an instance is found exactly; it begins where one begins. */
  readonly instance: Logistic;
  readonly begin: Logistic;
  /** Over `KIND_FEATURES`: two instances of a kind are of one kind. */
  readonly kind: Logistic;
}

export const WEIGHTS: Weights = {
  instance: {
    intercept: -5.618,
    weights: [
      0.486, // sameInSamples
      -0.141, // beginsInSamples
      0.472, // sameInRivals
      0.036, // beginsInRivals
      1.511, // overlapInRivals
      0.531, // rarest
      -2.887, // oddSteps
      0.888, // tied
      -1.035, // lengthOff
      -2.248, // natsBelowUsual
      -1.554, // strayEdge
      2.058, // logBeginsInSamples
      -12.140, // logStrayEdge
      -3.757, // logLengthOff
    ],
  },
  begin: {
    intercept: -8.597,
    weights: [
      -0.090, // sameInSamples
      0.414, // beginsInSamples
      -0.065, // sameInRivals
      0.566, // beginsInRivals
      2.689, // overlapInRivals
      -0.032, // rarest
      -1.673, // oddSteps
      1.595, // tied
      -0.614, // lengthOff
      -0.171, // natsBelowUsual
      -0.590, // strayEdge
      2.827, // logBeginsInSamples
      -1.423, // logStrayEdge
      -2.512, // logLengthOff
    ],
  },
  kind: {
    intercept: -3.407,
    weights: [
      7.377, // within
      0.938, // nearest
      -2.696, // parted
      1.005, // share
    ],
  },
};
