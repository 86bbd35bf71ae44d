/**
 * Weights of the logistic regressions that turn features into probabilities.
 *
 * Source: fitted by `bench/tasks/certainty/fit.ts` to what segmentation finds in the random desks of seeds 1 to 100, whose
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
    intercept: -6.509,
    weights: [
      0.454, // sameInSamples
      -0.202, // beginsInSamples
      0.392, // sameInRivals
      0.100, // beginsInRivals
      0.974, // overlapInRivals
      0.684, // rarest
      -3.858, // oddSteps
      0.837, // tied
      -0.593, // lengthOff
      -2.007, // natsBelowUsual
      -1.773, // strayEdge
      2.715, // logBeginsInSamples
      -11.003, // logStrayEdge
      -3.145, // logLengthOff
    ],
  },
  begin: {
    intercept: -11.107,
    weights: [
      -0.166, // sameInSamples
      0.443, // beginsInSamples
      -0.026, // sameInRivals
      0.552, // beginsInRivals
      2.362, // overlapInRivals
      -0.132, // rarest
      -2.334, // oddSteps
      1.537, // tied
      -0.302, // lengthOff
      -0.605, // natsBelowUsual
      -0.753, // strayEdge
      4.135, // logBeginsInSamples
      -6.823, // logStrayEdge
      -2.166, // logLengthOff
    ],
  },
  kind: {
    intercept: -2.354,
    weights: [
      6.407, // within
      0.348, // nearest
      -3.655, // parted
      1.476, // share
    ],
  },
};
