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
    intercept: -6.235,
    weights: [
      0.524, // sameInSamples
      -0.287, // beginsInSamples
      0.387, // sameInRivals
      0.278, // beginsInRivals
      0.561, // overlapInRivals
      0.466, // rarest
      -2.902, // oddSteps
      0.953, // tied
      -0.552, // lengthOff
      -1.848, // natsBelowUsual
      -1.918, // strayEdge
      2.516, // logBeginsInSamples
      -14.939, // logStrayEdge
      -2.053, // logLengthOff
    ],
  },
  begin: {
    intercept: -6.370,
    weights: [
      -0.311, // sameInSamples
      0.721, // beginsInSamples
      0.024, // sameInRivals
      0.576, // beginsInRivals
      2.637, // overlapInRivals
      -0.203, // rarest
      -1.995, // oddSteps
      1.349, // tied
      -0.382, // lengthOff
      -0.450, // natsBelowUsual
      -1.147, // strayEdge
      1.709, // logBeginsInSamples
      -2.852, // logStrayEdge
      -0.906, // logLengthOff
    ],
  },
  kind: {
    intercept: -4.450,
    weights: [
      8.883, // within
      -0.063, // nearest
      -3.679, // parted
      1.198, // share
    ],
  },
};
