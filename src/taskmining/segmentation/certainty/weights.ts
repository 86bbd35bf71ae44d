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
    intercept: -5.884,
    weights: [
      0.530, // sameInSamples
      -0.260, // beginsInSamples
      0.402, // sameInRivals
      0.226, // beginsInRivals
      0.005, // overlapInRivals
      0.650, // rarest
      -2.292, // oddSteps
      0.791, // tied
      -0.386, // lengthOff
      -2.178, // natsBelowUsual
      -1.778, // strayEdge
      2.630, // logBeginsInSamples
      -11.543, // logStrayEdge
      -2.720, // logLengthOff
    ],
  },
  begin: {
    intercept: -6.573,
    weights: [
      -0.270, // sameInSamples
      0.741, // beginsInSamples
      0.011, // sameInRivals
      0.537, // beginsInRivals
      1.995, // overlapInRivals
      -0.110, // rarest
      -1.710, // oddSteps
      1.096, // tied
      -0.308, // lengthOff
      -0.628, // natsBelowUsual
      -1.243, // strayEdge
      2.139, // logBeginsInSamples
      -4.183, // logStrayEdge
      -1.538, // logLengthOff
    ],
  },
  kind: {
    intercept: -3.635,
    weights: [
      7.869, // within
      0.129, // nearest
      -3.797, // parted
      1.313, // share
    ],
  },
};
