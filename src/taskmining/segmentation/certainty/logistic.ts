/** Logistic regression: a probability from features (Cox, J. R. Stat. Soc. B 1958). */

export interface Logistic {
  readonly intercept: number;
  /** One for each feature. */
  readonly weights: readonly number[];
}

/** `1 / (1 + exp(-(intercept + weights · features)))`. */
export function probability({ intercept, weights }: Logistic, features: ArrayLike<number>): number {
  let sum = intercept;
  for (let f = 0; f < weights.length; f++) sum += weights[f]! * features[f]!;
  return 1 / (1 + Math.exp(-sum));
}

/** Logarithm of the odds of `times` in `of`, half an event added to each side, so that it is finite. */
export function smoothedLogit(times: number, of: number): number {
  return Math.log((times + 0.5) / (of - times + 0.5));
}
