import { expect, test } from "vitest";
import {
  cumulativeIncidence,
  logRankTest,
  survivalCurve,
  survivalQuantile,
} from "../../../src/base/statistics/survival.ts";

// Remission of leukaemia, 6-MP against placebo: Freireich et al. 1963, the example of every textbook.
const treated = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
const relapsed = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];

test("Kaplan-Meier equals lifelines 0.30.3", () => {
  const curve = survivalCurve(treated, relapsed);
  const at = (time: number) => curve.find((step) => step.time === time)!;
  for (
    const [time, open, low, high] of [
      [6, 0.857143, 0.619718, 0.951552],
      [7, 0.806723, 0.563147, 0.922809],
      [10, 0.752941, 0.503200, 0.889362],
      [16, 0.627451, 0.367511, 0.804912],
      [23, 0.448179, 0.188052, 0.680143],
      [35, 0.448179, 0.188052, 0.680143],
    ] as const
  ) {
    expect(at(time).open).toBeCloseTo(open, 6);
    expect(at(time).low).toBeCloseTo(low, 6);
    expect(at(time).high).toBeCloseTo(high, 6);
  }
  expect(at(6)).toMatchObject({ atRisk: 21, ended: 3, censored: 1 });
  expect(survivalQuantile(curve)).toBe(23);
});

test("without anybody still open it is the share of longer times", () => {
  const curve = survivalCurve(placebo, placebo.map(() => true));
  for (const { time, open } of curve) expect(open).toBeCloseTo(placebo.filter((t) => t > time).length / 21, 12);
  expect(survivalQuantile(curve)).toBe(8);
});

test("where nothing ever ended all stay open, and no median is known", () => {
  const curve = survivalCurve([3, 5], [0, 0]);
  expect(curve.map(({ open, low, high }) => [open, low, high])).toEqual([[1, 1, 1], [1, 1, 1]]);
  expect(survivalQuantile(curve)).toBeNaN();
  expect(survivalCurve([], [])).toEqual([]);
});

test("Aalen-Johansen equals lifelines 0.30.3, and all ways and the open ones make 1", () => {
  const ways = [1, 2, 1, 0, 2, 0, 1, 0, 0, 1, 2, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0];
  const steps = cumulativeIncidence(treated, ways);
  const at = (time: number) => steps.find((step) => step.time === time)!;
  expect(at(6).shares[0]).toBeCloseTo(0.095238, 6);
  expect(at(10).shares[0]).toBeCloseTo(0.149020, 6);
  expect(at(13).shares[0]).toBeCloseTo(0.211765, 6);
  expect(at(22).shares[0]).toBeCloseTo(0.301401, 6);
  for (const { shares, open } of steps) expect(shares.reduce((a, b) => a + b, open)).toBeCloseTo(1, 12);
});

test("the log-rank test equals lifelines 0.30.3, with two groups and with three", () => {
  const times = [...treated, ...placebo];
  const ended = [...relapsed, ...placebo.map(() => 1)];
  const two = logRankTest(times, ended, times.map((_, i) => i < 21 ? 0 : 1));
  expect(two.chiSquare).toBeCloseTo(16.792940989216547, 9);
  expect(two.p).toBeCloseTo(4.168809109334511e-5, 12);
  const three = logRankTest(times, ended, times.map((_, i) => i < 11 ? 0 : i < 21 ? 1 : 2));
  expect(three).toMatchObject({ degreesOfFreedom: 2 });
  expect(three.chiSquare).toBeCloseTo(24.352756764501006, 9);
  expect(three.p).toBeCloseTo(5.1506976715989414e-6, 12);
});

test("a single group, and groups without anybody, have nothing to compare", () => {
  expect(logRankTest([1, 2], [1, 1], [0, 0])).toMatchObject({ degreesOfFreedom: 0, p: NaN });
  expect(logRankTest([1, 2, 3, 4], [1, 1, 1, 1], [0, 2, 0, 2])).toMatchObject({ degreesOfFreedom: 1 });
});
