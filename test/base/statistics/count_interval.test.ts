import { expect, test } from "vitest";
import { countInterval, dispersionOf } from "../../../src/base/statistics/count_interval.ts";
import { OptionError } from "../../../src/base/errors.ts";

// scipy.stats.chi2.ppf([.025, .975], [2 * n, 2 * n + 2]) / 2, as in the tables of Garwood (1936).
test.each([[0, 0, 3.688879], [1, 0.025318, 5.571643], [10, 4.795389, 18.390356], [100, 81.363993, 121.626794]])(
  "the interval of %d is %d to %d",
  (count, low, high) => {
    const found = countInterval(count);
    expect(found.value).toBe(count);
    expect(found.low).toBeCloseTo(low, 5);
    expect(found.high).toBeCloseTo(high, 5);
  },
);

test("dispersion widens it: 40 of dispersion 4 are as sure as 10", () => {
  expect(countInterval(40, 4).low).toBeCloseTo(4 * 4.795389, 4);
  expect(countInterval(40, 4).high).toBeCloseTo(4 * 18.390356, 4);
});

test("dispersion is the sample variance over the mean, 1 at least", () => {
  expect(dispersionOf([2, 4, 4, 4, 5, 5, 7, 9])).toBe(1);
  expect(dispersionOf([0, 20, 0, 20])).toBeCloseTo(400 / 3 / 10, 12);
  expect(dispersionOf([])).toBe(1);
  expect(dispersionOf([0, 0])).toBe(1);
});

test("what is no count is refused", () => {
  for (const wrong of [() => countInterval(-1), () => countInterval(NaN), () => countInterval(1, 0.5)]) {
    expect(wrong).toThrow(OptionError);
  }
});
