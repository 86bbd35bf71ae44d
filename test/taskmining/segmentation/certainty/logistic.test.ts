import { expect, test } from "vitest";
import { probability, smoothedLogit } from "../../../../src/taskmining/segmentation/certainty/logistic.ts";
import { fitLogistic } from "../../../support/tasks/fit_logistic.ts";
import { random } from "../../../support/random.ts";

test("the probability is the logistic function of the weighted sum", () => {
  expect(probability({ intercept: 0, weights: [] }, [])).toBe(0.5);
  // Odds of 3 to 1, by the intercept alone and by a feature.
  expect(probability({ intercept: Math.log(3), weights: [5] }, [0])).toBeCloseTo(0.75, 12);
  expect(probability({ intercept: -1, weights: [2, -1] }, [1, 1 - Math.log(3)])).toBeCloseTo(0.75, 12);
  const model = { intercept: 0.3, weights: [1.7] };
  expect(probability(model, [2]) + probability({ intercept: -0.3, weights: [-1.7] }, [2])).toBeCloseTo(1, 12);
  expect(probability(model, [1e4])).toBe(1);
  expect(probability(model, [-1e4])).toBe(0);
});

test("odds of counts are finite, symmetric, and even at half", () => {
  expect(smoothedLogit(3, 6)).toBe(0);
  expect(smoothedLogit(6, 6)).toBeCloseTo(Math.log(13), 12);
  expect(smoothedLogit(0, 6)).toBe(-smoothedLogit(6, 6));
  expect(smoothedLogit(0, 0)).toBe(0);
});

test("the fit without a penalty has the odds of each group, and residuals that sum to nothing", () => {
  const group = (features: number[], right: number, of: number) =>
    Array.from({ length: of }, (_, e) => ({ features, right: e < right ? 1 : 0, weight: 1 }));
  const examples = [...group([0], 30, 40), ...group([1], 10, 50)];
  const { intercept, weights } = fitLogistic(examples, 0);
  expect(intercept).toBeCloseTo(Math.log(3), 6);
  expect(intercept + weights[0]!).toBeCloseTo(Math.log(1 / 4), 6);
  const weighted = [{ features: [0], right: 0.75, weight: 40 }, { features: [1], right: 0.2, weight: 50 }];
  expect(fitLogistic(weighted, 0).weights[0]).toBeCloseTo(weights[0]!, 6);
});

test("the fit finds the weights that examples were drawn by; a penalty makes them smaller", () => {
  const numbers = random(7), truth = { intercept: -0.5, weights: [1.2, -0.8, 0] };
  const examples = Array.from({ length: 20_000 }, () => {
    const features = truth.weights.map(() => 4 * numbers.next() - 2);
    return { features, right: numbers.next() < probability(truth, features) ? 1 : 0, weight: 1 };
  });
  const fitted = fitLogistic(examples, 0), held = fitLogistic(examples, 5000);
  [fitted.intercept, ...fitted.weights].forEach((value, w) =>
    expect(Math.abs(value - [truth.intercept, ...truth.weights][w]!)).toBeLessThan(0.08)
  );
  expect(Math.abs(held.weights[0]!)).toBeLessThan(Math.abs(fitted.weights[0]!));
});
