import { expect, test } from "vitest";
import { rocArea } from "../../../src/base/statistics/roc.ts";
import { random } from "../../support/random.ts";

/**
 * i = np.arange(200); y and s as below
 * roc_auc_score(y, s), scikit-learn 1.9.1; DeLong's variance by its definition in NumPy, pair by pair
 */
const outcome = Array.from({ length: 200 }, (_, i) => {
  const [x0, x1, x2, x3] = [i * 37 % 23, i * 91 % 17, i * 53 % 2, i * 29 % 11];
  return (x0 > 13 && x2 === 1) || (x1 < 4 && x3 > 6) || i * 7919 % 19 === 0;
});

test("area and variance are those of scikit-learn and of DeLong's definition", () => {
  const scores = outcome.map((is, i) => (i * 31 % 47) / 7 + (is ? 2 : 0));
  const { value, variance } = rocArea(scores, outcome);
  expect(value).toBeCloseTo(0.6562970687058277, 12);
  expect(variance).toBeCloseTo(0.0016820626654401169, 12);
});

test("the area is the share of pairs in the right order, ties counting half", () => {
  const { below, next } = random(3);
  for (let round = 0; round < 50; round++) {
    const scores = Array.from({ length: 2 + below(30) }, () => below(5));
    const is = scores.map((_, i) => i === 0 || (i > 1 && next() < 0.4));
    let right = 0, pairs = 0;
    scores.forEach((s, i) =>
      scores.forEach((t, j) => {
        if (!is[i] || is[j]) return;
        pairs++;
        right += s > t ? 1 : s === t ? 0.5 : 0;
      })
    );
    expect(rocArea(scores, is).value).toBeCloseTo(right / pairs, 12);
  }
});

test("one kind alone has no area; one member of a kind has no variance", () => {
  expect(rocArea([1, 2], [true, true])).toEqual({ value: NaN, variance: NaN });
  expect(rocArea([3, 1, 2], [true, false, false])).toEqual({ value: 1, variance: NaN });
});
