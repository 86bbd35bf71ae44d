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
    intercept: -6.012,
    weights: [
      0.513, // sameInSamples
      -0.313, // beginsInSamples
      0.447, // sameInRivals
      0.184, // beginsInRivals
      0.375, // overlapInRivals
      0.435, // rarest
      -3.117, // oddSteps
      0.844, // tied
      -0.577, // lengthOff
      -1.788, // natsBelowUsual
      -1.828, // strayEdge
      2.560, // logBeginsInSamples
      -20.152, // logStrayEdge
      -2.067, // logLengthOff
    ],
  },
  begin: {
    intercept: -4.786,
    weights: [
      -0.252, // sameInSamples
      0.470, // beginsInSamples
      0.225, // sameInRivals
      0.355, // beginsInRivals
      1.583, // overlapInRivals
      -0.278, // rarest
      -2.468, // oddSteps
      0.796, // tied
      -0.365, // lengthOff
      -0.122, // natsBelowUsual
      -0.775, // strayEdge
      1.671, // logBeginsInSamples
      -12.568, // logStrayEdge
      -1.018, // logLengthOff
    ],
  },
  kind: {
    intercept: -5.017,
    weights: [
      9.461, // within
      0.096, // nearest
      -3.566, // parted
      1.157, // share
    ],
  },
};
