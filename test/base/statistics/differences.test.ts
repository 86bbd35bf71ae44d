import { expect, test } from "vitest";
import { normal, randomStream } from "../../../src/base/random.ts";
import { meanDifference } from "../../../src/base/statistics/mean_difference.ts";
import { quantileDifference } from "../../../src/base/statistics/quantile_difference.ts";
import { compareRanks } from "../../../src/base/statistics/ranks.ts";
import { ratioOfShares } from "../../../src/base/statistics/share_ratio.ts";

test("the difference of means is that of SciPy", () => {
  // a = (np.arange(30)*17 % 29)**1.3; b = (np.arange(45)*13 % 31)**1.25
  // r = scipy.stats.ttest_ind(a, b, equal_var=False); r.pvalue, r.confidence_interval(0.95); SciPy 1.17.1
  const a = Array.from({ length: 30 }, (_, i) => (i * 17 % 29) ** 1.3);
  const b = Array.from({ length: 45 }, (_, i) => (i * 13 % 31) ** 1.25);
  const found = meanDifference([...a, NaN], b);
  expect(found.value).toBeCloseTo(1.779065941555963, 9);
  expect(found.low).toBeCloseTo(-9.174476494598588, 6);
  expect(found.high).toBeCloseTo(12.732608377710514, 6);
  expect(found.p).toBeCloseTo(0.7462291148307739, 8);
});

test("means of equal values differ surely or not at all; one value says nothing of how sure", () => {
  expect(meanDifference([2, 2], [2, 2, 2])).toEqual({ value: 0, low: 0, high: 0, p: 1 });
  expect(meanDifference([2], [1, 2])).toMatchObject({ value: 0.5, low: NaN, high: NaN, p: NaN });
});

/** The probability of each count, 0 to n. */
function binomial(n: number, p: number): number[] {
  const chances = [(1 - p) ** n];
  for (let k = 1; k <= n; k++) chances.push(chances[k - 1]! * (n - k + 1) / k * p / (1 - p));
  return chances;
}

test("the interval of a ratio of shares covers the truth as often as it says, summed over all counts", () => {
  const worlds = [[20, 0.9, 80, 0.3], [10, 0.95, 100, 0.1], [50, 0.5, 50, 0.5], [30, 0.1, 300, 0.02], [
    30,
    0.3,
    30,
    0.02,
  ]];
  for (const [n, p, m, q] of worlds as [number, number, number, number][]) {
    const first = binomial(n, p), second = binomial(m, q);
    let covered = 0;
    first.forEach((x, i) =>
      second.forEach((y, j) => {
        if (x * y < 1e-12) return;
        const { value, low, high } = ratioOfShares({ count: i, total: n }, { count: j, total: m });
        if (Number.isNaN(value) || (low <= p / q && p / q <= high)) covered += x * y;
      })
    );
    expect(covered).toBeGreaterThan(0.935);
    expect(covered).toBeLessThan(0.985);
  }
});

test("a share of all or of nothing has an interval, too", () => {
  const all = ratioOfShares({ count: 32, total: 32 }, { count: 60, total: 130 });
  expect(all.low).toBeLessThan(all.value * 0.95);
  expect(ratioOfShares({ count: 0, total: 10 }, { count: 5, total: 10 })).toMatchObject({ value: 0, low: 0 });
  expect(ratioOfShares({ count: 5, total: 10 }, { count: 0, total: 10 })).toMatchObject({
    value: Infinity,
    high: Infinity,
  });
  expect(ratioOfShares({ count: 0, total: 10 }, { count: 0, total: 10 }).value).toBeNaN();
});

test("the interval of a difference of 90th percentiles covers the truth as often as it says", () => {
  const random = randomStream(1, "percentiles");
  let covered = 0, alarms = 0;
  const rounds = 600;
  for (let round = 0; round < rounds; round++) {
    const draw = (n: number) => Float64Array.from({ length: n }, () => Math.exp(normal(random)));
    const { low, high, p } = quantileDifference(draw(120), draw(200), 0.9);
    if (low <= 0 && 0 <= high) covered++;
    if (p < 0.05) alarms++;
  }
  expect(covered / rounds).toBeGreaterThan(0.93);
  expect(covered / rounds).toBeLessThan(0.99);
  expect(alarms / rounds).toBeLessThan(0.07);
});

test("too few values beyond a quantile: the difference, without an interval", () => {
  const few = Float64Array.from({ length: 30 }, (_, i) => i);
  expect(quantileDifference(few, [0], 0.9)).toMatchObject({ low: NaN, high: NaN, p: NaN });
});

test("samples that do not overlap have an interval near the end, not one of everything", () => {
  const low = Float64Array.from({ length: 150 }, (_, i) => i), high = low.map((value) => value + 1000);
  const { larger, p } = compareRanks(low, high);
  expect(larger).toMatchObject({ value: 0, low: 0 });
  // Wilson's upper end of 0 of 150.
  expect(larger.high).toBeCloseTo(1.959963984540054 ** 2 / (150 + 1.959963984540054 ** 2), 9);
  expect(p).toBeLessThan(1e-10);
});
