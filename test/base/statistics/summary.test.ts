import { OptionError } from "../../../src/base/errors.ts";
import { expect, test } from "vitest";
import { mean, median, quantile, standardDeviation, summarise } from "../../../src/base/statistics/summary.ts";

test("quantiles interpolate linearly, as the definition of type 7 says", () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
  expect(quantile([10, 20], 0.9)).toBeCloseTo(19, 12);
  expect(quantile([7], 0.9)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
  expect(() => quantile([1], 1.5)).toThrow(OptionError);
});

test("the standard deviation is that of a population", () => {
  expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBe(2);
  expect(standardDeviation([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBeCloseTo(Math.sqrt(2 / 3), 9);
});

test("the median by selection equals the median by sorting, whatever the order and the ties", () => {
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (let round = 0; round < 400; round++) {
    const values = Float64Array.from({ length: 1 + Math.floor(random() * 40) }, () => Math.floor(random() * 12) - 4);
    const before = values.slice();
    expect(median(values)).toBe(quantile(values.slice().sort(), 0.5));
    expect(values).toEqual(before);
  }
});

test("unknown values are left out, and nothing of nothing is known", () => {
  expect(mean([1, NaN, 3])).toBe(2);
  expect(median([NaN, 4, 1])).toBe(2.5);
  const { count, mean: average, cv } = summarise(Float64Array.of(NaN));
  expect([count, average, cv]).toEqual([0, NaN, NaN]);
});

test("a summary agrees with its parts", () => {
  const values = [3, 1, 2, 10];
  expect(summarise(values)).toEqual({
    count: 4,
    mean: 4,
    median: 2.5,
    p90: quantile([1, 2, 3, 10], 0.9),
    min: 1,
    max: 10,
    sd: standardDeviation(values),
    cv: standardDeviation(values) / 4,
    q1: 1.75,
    q3: 4.75,
  });
});
