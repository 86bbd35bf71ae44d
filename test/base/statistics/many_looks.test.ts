import { expect, test } from "vitest";
import { adjustForManyLooks } from "../../../src/base/statistics/many_looks.ts";

test("equal statsmodels 0.15.0: multipletests(p, method='fdr_bh')", () => {
  const p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.34, 0.569, 0.762, 0.94, 0.986];
  const mixed = [0.34, 0.001, 0.762, 0.042, 0.06, 0.986, 0.008, 0.205, 0.039, 0.94, 0.074, 0.569, 0.041];
  const expected = [0.013, 0.052, 0.1092, 0.1092, 0.1092, 0.13, 13 * 0.074 / 7, 13 * 0.205 / 8, 13 * 0.34 / 9];
  const adjusted = adjustForManyLooks(p);
  expected.forEach((value, i) => expect(adjusted[i]).toBeCloseTo(value, 12));
  const other = adjustForManyLooks(mixed);
  mixed.forEach((value, i) => expect(other[i]).toBe(adjusted[p.indexOf(value)]));
});

test("the example of the paper's readers: 25 values", () => {
  // statsmodels 0.15.0 of the p-values in McDonald, "Handbook of Biological Statistics", 2014, on diet and cancer.
  const p = [
    ...[0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275, 0.34, 0.341],
    ...[0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986],
  ];
  const adjusted = adjustForManyLooks(p);
  [0.025, 0.1, 0.21, 0.21, 0.21, 0.25, 0.26428571428571423, 0.49107142857142855].forEach((value, i) =>
    expect(adjusted[i]).toBeCloseTo(value, 12)
  );
  expect(adjusted[19]).toBeCloseTo(0.87, 12);
  expect(adjusted[24]).toBeCloseTo(0.986, 12);
});

test("questions that were not asked do not count", () => {
  const adjusted = adjustForManyLooks([NaN, 0.01, NaN, 0.02]);
  expect([...adjusted]).toEqual([NaN, 0.02, NaN, 0.02]);
});
