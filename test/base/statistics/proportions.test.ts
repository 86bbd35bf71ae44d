import { expect, test } from "vitest";
import { OptionError } from "../../../src/base/errors.ts";
import { shareDifference, shareInterval, shareRatio } from "../../../src/base/statistics/proportions.ts";
import { randomStream } from "../../../src/base/random.ts";

// statsmodels 0.15.0: proportion_confint(count, nobs, method="wilson").
test.each([
  [0, 10, 0, 0.27753279986288926],
  [3, 10, 0.10779126740630104, 0.6032218525388546],
  [10, 10, 0.7224672001371106, 1],
  [340, 1000, 0.31130188230514194, 0.36992268041023574],
  [1, 561470, 3.1439719625271514e-7, 1.0089397939629051e-5],
])("Wilson's interval of %d of %d", (count, total, low, high) => {
  const interval = shareInterval(count, total);
  expect(interval.value).toBe(count / total);
  expect(interval.low).toBeCloseTo(low, 12);
  expect(interval.high).toBeCloseTo(high, 12);
});

// statsmodels 0.15.0: confint_proportions_2indep(…, compare="diff", method="newcomb").
test.each([
  [15, 50, 9, 60, -0.00564916848419228, 0.30385625253450343],
  [0, 20, 5, 25, -0.3913095036954034, -0.004117448685351827],
  [30, 30, 20, 25, 0.04095928891677511, 0.3913095036954034],
  [340, 1000, 300, 1000, -0.0008874214637379016, 0.0807031834752754],
])("Newcombe's interval of the difference of %d of %d and %d of %d", (a, n, b, m, low, high) => {
  const interval = shareDifference({ count: a, total: n }, { count: b, total: m });
  expect(interval.low).toBeCloseTo(low, 10);
  expect(interval.high).toBeCloseTo(high, 10);
});

// statsmodels 0.15.0: confint_proportions_2indep(…, compare="ratio", method="log").
test.each([
  [15, 50, 9, 60, 0.9578074003183861, 4.1762049433637225],
  [30, 40, 20, 25, 0.7189820411058534, 1.2224314374364205],
  [340, 1000, 300, 1000, 0.997025648381587, 1.288276230936895],
])("Katz's interval of the ratio of %d of %d and %d of %d", (a, n, b, m, low, high) => {
  const interval = shareRatio({ count: a, total: n }, { count: b, total: m });
  expect(interval.low).toBeCloseTo(low, 10);
  expect(interval.high).toBeCloseTo(high, 10);
});

test("a ratio to nothing is open to that side", () => {
  expect(shareRatio({ count: 5, total: 10 }, { count: 0, total: 10 })).toMatchObject({
    value: Infinity,
    high: Infinity,
  });
  expect(shareRatio({ count: 5, total: 10 }, { count: 0, total: 10 }).low).toBeGreaterThan(0.5);
  expect(shareRatio({ count: 0, total: 10 }, { count: 5, total: 10 })).toMatchObject({ value: 0, low: 0 });
  expect(shareRatio({ count: 0, total: 0 }, { count: 5, total: 10 }).value).toBeNaN();
});

test("nothing has no share", () => {
  expect(shareInterval(0, 0)).toEqual({ value: NaN, low: NaN, high: NaN });
});

test("a confidence of 95 is refused", () => {
  expect(() => shareInterval(1, 2, 95)).toThrow(OptionError);
});

test("the intervals cover the truth as often as they say", () => {
  const random = randomStream(7, "coverage of shares");
  const draw = (n: number, share: number) => Array.from({ length: n }, () => random() < share).filter(Boolean).length;
  const runs = 4000;
  const covered = { share: 0, difference: 0, ratio: 0 };
  for (let run = 0; run < runs; run++) {
    const a = { count: draw(60, 0.3), total: 60 }, b = { count: draw(80, 0.2), total: 80 };
    const within = ({ low, high }: { low: number; high: number }, truth: number) => low <= truth && truth <= high;
    if (within(shareInterval(a.count, a.total), 0.3)) covered.share++;
    if (within(shareDifference(a, b), 0.1)) covered.difference++;
    if (within(shareRatio(a, b), 1.5)) covered.ratio++;
  }
  // Discrete counts make coverage wander by about two points around the nominal 95 %; four standard errors are 1.4.
  for (const count of Object.values(covered)) {
    expect(count / runs).toBeGreaterThan(0.925);
    expect(count / runs).toBeLessThan(0.975);
  }
});
