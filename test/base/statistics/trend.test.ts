import { expect, test } from "vitest";
import { normal, randomStream } from "../../../src/base/random.ts";
import { trendOf } from "../../../src/base/statistics/trend.ts";

/** Two-sided: twice the upper tails of Kendall, "Rank Correlation Methods", 4th ed. 1970, appendix table 1. */
test.each([
  [[1, 2, 3, 4, 5], 2 * 0.0083],
  [[1, 2, 3, 5, 4], 2 * 0.042],
  [[2, 1, 3, 5, 4], 2 * 0.117],
  [[1, 2, 3, 4, 6, 5], 2 * 0.0083],
  [[2, 1, 4, 3, 6, 5, 8, 7], 2 * 0.0071],
  [[5, 4, 3, 2, 1], 2 * 0.0083],
])("the order %j is by chance as seldom as Kendall's table says", (values, p) => {
  // The table has rounded values, which are doubled here.
  expect(Math.abs(trendOf(values)!.p - p)).toBeLessThan(0.0011);
});

test("ten values and more come near the table", () => {
  // S = 21 of n = 10: 0.036 on each side.
  const values = [3, 1, 6, 2, 4, 9, 5, 7, 8, 10];
  let score = 0;
  for (let j = 1; j < 10; j++) for (let i = 0; i < j; i++) score += Math.sign(values[j]! - values[i]!);
  expect(score).toBe(29);
  // S = 29: 0.0046 on each side.
  expect(trendOf(values)!.p).toBeCloseTo(2 * 0.0046, 2);
});

test("four values are too few, equal ones are no trend", () => {
  expect(trendOf([1, 2, 3, 4])).toBeUndefined();
  expect(trendOf([7, 7, 7, 7, 7])).toMatchObject({ slope: 0, p: 1 });
  expect(trendOf(new Array(12).fill(7))).toMatchObject({ slope: 0, p: 1 });
});

test("the slope is that of most pairs, whatever one value does", () => {
  expect(trendOf([10, 12, 14, 16, 18, 20, 22])!.slope).toBe(2);
  expect(trendOf([10, 12, 14, 900, 18, 20, 22])!.slope).toBe(2);
  expect(trendOf([22, 20, 18, 16, 14])!.slope).toBe(-2);
});

test.each([6, 14])("of %i values without a trend one series in twenty at most seems to have one", (n) => {
  const random = randomStream(11, n);
  const series = 1500;
  let found = 0;
  for (let s = 0; s < series; s++) {
    if (trendOf(Array.from({ length: n }, () => normal(random)))!.p < 0.05) found++;
  }
  expect(found / series).toBeLessThan(0.065);
  expect(found / series).toBeGreaterThan(0.005);
});

test("the interval holds the true slope nineteen times in twenty", () => {
  const random = randomStream(12);
  const series = 1000;
  let held = 0;
  for (let s = 0; s < series; s++) {
    const { low, high } = trendOf(Array.from({ length: 15 }, (_, i) => 0.3 * i + normal(random)))!;
    if (low <= 0.3 && 0.3 <= high) held++;
  }
  expect(held / series).toBeGreaterThan(0.93);
  expect(held / series).toBeLessThan(0.99);
});
