/**
 * Fits a logistic regression by Newton's method, with a penalty on the squares of the weights of standardised features
 * (ridge; le Cessie & van Houwelingen, Applied Statistics 1992).
 */
import type { Logistic } from "../../../src/taskmining/segmentation/certainty/logistic.ts";
import { probability } from "../../../src/taskmining/segmentation/certainty/logistic.ts";

export interface Example {
  readonly features: ArrayLike<number>;
  /** 0 to 1. */
  readonly right: number;
  readonly weight: number;
}

/** @param ridge penalty, as examples' weight. */
export function fitLogistic(examples: readonly Example[], ridge: number): Logistic {
  const width = examples[0]!.features.length, { means, spreads } = standards(examples, width);
  const rows = examples.map(({ features }) => means.map((mean, f) => (features[f]! - mean) / spreads[f]!));
  let solution = new Array<number>(width + 1).fill(0);
  for (let round = 0; round < 60; round++) {
    const model = { intercept: solution[width]!, weights: solution.slice(0, width) };
    const gradient = new Array<number>(width + 1).fill(0);
    const curve = Array.from({ length: width + 1 }, () => new Array<number>(width + 1).fill(0));
    rows.forEach((row, e) => {
      const { right, weight } = examples[e]!, said = probability(model, row), x = [...row, 1];
      const bend = weight * Math.max(1e-9, said * (1 - said));
      for (let a = 0; a <= width; a++) {
        gradient[a]! += weight * (right - said) * x[a]!;
        for (let b = 0; b <= width; b++) curve[a]![b]! += bend * x[a]! * x[b]!;
      }
    });
    for (let f = 0; f < width; f++) {
      gradient[f]! -= ridge * solution[f]!;
      curve[f]![f]! += ridge;
    }
    const step = solve(curve, gradient);
    const length = Math.max(...step.map(Math.abs)), damp = Math.min(1, 2 / length);
    solution = solution.map((value, a) => value + damp * step[a]!);
    if (length < 1e-7) break;
  }
  const weights = solution.slice(0, width).map((value, f) => value / spreads[f]!);
  return { intercept: solution[width]! - weights.reduce((sum, w, f) => sum + w * means[f]!, 0), weights };
}

/** Mean and standard deviation of each feature; 1 for one that is always the same. */
function standards(examples: readonly Example[], width: number) {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const over = (of: (example: Example) => number) => examples.reduce((sum, e) => sum + e.weight * of(e), 0) / total;
  const means = Array.from({ length: width }, (_, f) => over(({ features }) => features[f]!));
  const spreads = means.map((mean, f) => Math.sqrt(over(({ features }) => (features[f]! - mean) ** 2)) || 1);
  return { means, spreads };
}

/** Solves a system of linear equations (Gauss, with the largest pivot). */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, r) => [...row, right[r]!]), n = rows.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = rows[r]![c]! / rows[c]![c]!;
      if (factor !== 0) { for (let k = c; k <= n; k++) rows[r]![k]! -= factor * rows[c]![k]!; }
    }
  }
  return rows.map((row, r) => row[n]! / row[r]!);
}
