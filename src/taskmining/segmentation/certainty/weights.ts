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
    intercept: -6.183,
    weights: [
      0.535, // sameInSamples
      -0.288, // beginsInSamples
      0.321, // sameInRivals
      0.206, // beginsInRivals
      1.329, // overlapInRivals
      0.451, // rarest
      -3.191, // oddSteps
      0.766, // tied
      -0.516, // lengthOff
      -1.839, // natsBelowUsual
      -1.878, // strayEdge
      2.357, // logBeginsInSamples
      -14.821, // logStrayEdge
      -2.333, // logLengthOff
    ],
  },
  begin: {
    intercept: -6.265,
    weights: [
      -0.310, // sameInSamples
      0.698, // beginsInSamples
      0.018, // sameInRivals
      0.589, // beginsInRivals
      2.668, // overlapInRivals
      -0.204, // rarest
      -1.976, // oddSteps
      1.348, // tied
      -0.385, // lengthOff
      -0.464, // natsBelowUsual
      -1.155, // strayEdge
      1.673, // logBeginsInSamples
      -2.877, // logStrayEdge
      -0.876, // logLengthOff
    ],
  },
  kind: {
    intercept: -4.408,
    weights: [
      8.847, // within
      -0.062, // nearest
      -3.689, // parted
      1.193, // share
    ],
  },
};
