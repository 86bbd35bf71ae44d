import { expect, test } from "vitest";
import { fisherExact, independenceTest } from "../../../src/base/statistics/independence.ts";

// SciPy 1.17.1: fisher_exact, chi2_contingency(correction=False).
test("equal SciPy", () => {
  expect(fisherExact(15, 35, 9, 51)).toBeCloseTo(0.06714261597851037, 12);
  expect(fisherExact(3, 1, 0, 6)).toBeCloseTo(0.03333333333333333, 12);
  expect(independenceTest(15, 35, 9, 51)).toBeCloseTo(0.05787057834371033, 12);
  expect(independenceTest(3, 1, 0, 6)).toBeCloseTo(0.03333333333333333, 12);
});

test("does not depend on which question comes first", () => {
  expect(fisherExact(2, 7, 8, 2)).toBeCloseTo(fisherExact(2, 8, 7, 2), 12);
  expect(fisherExact(2, 7, 8, 2)).toBeCloseTo(fisherExact(7, 2, 2, 8), 12);
});

test("a row or a column of nothing says nothing", () => {
  expect(independenceTest(0, 0, 5, 7)).toBe(1);
  expect(independenceTest(5, 0, 7, 0)).toBe(1);
});

test("a large and very uneven table is very unlikely, not NaN", () => {
  expect(fisherExact(4, 0, 0, 500_000)).toBeGreaterThan(0);
  expect(fisherExact(4, 0, 0, 500_000)).toBeLessThan(1e-20);
  expect(fisherExact(2000, 0, 0, 3000)).toBeLessThan(1e-300);
});
