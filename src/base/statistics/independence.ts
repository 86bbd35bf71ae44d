/**
 * Whether two yes-or-no questions go together: tests of a table of two rows and two columns.
 *
 * Fisher, "Statistical Methods for Research Workers", 5th ed. 1934, section 21.02: the exact test, two-sided by adding
 * up all tables that are no more likely. Pearson's chi-square without correction where every expected count is 5 or more
 * (Cochran, "Some methods for strengthening the common χ² tests", Biometrics 10, 1954).
 */
import { chiSquareTail } from "./distributions.ts";

/** What counts as no more likely although rounding makes it a little more so. */
const ROUNDING = 1e-7;

/**
 * The probability of a table at least as uneven as this one if row and column had nothing to do with each other.
 *
 * @param a yes and yes.
 * @param b yes and no.
 * @param c no and yes.
 * @param d no and no.
 */
export function independenceTest(a: number, b: number, c: number, d: number): number {
  const total = a + b + c + d;
  const row = a + b, column = a + c;
  if (row === 0 || row === total || column === 0 || column === total) return 1;
  const least = Math.min(row, total - row) * Math.min(column, total - column) / total;
  if (least < 5) return fisherExact(a, b, c, d);
  const product = row * (total - row) * column * (total - column);
  return chiSquareTail(total * (a * d - b * c) ** 2 / product, 1);
}

/** Fisher's exact test, two-sided. Its cost grows with the smaller of the first row and the first column. */
export function fisherExact(a: number, b: number, c: number, d: number): number {
  const row = a + b, column = a + c, total = row + c + d;
  const low = Math.max(0, row + column - total), high = Math.min(row, column);
  // Relative to this table, so that no logarithm of a factorial is needed.
  const relative = new Float64Array(high - low + 1);
  relative[a - low] = 1;
  for (let k = a; k < high; k++) {
    relative[k + 1 - low] = relative[k - low]! * (row - k) * (column - k) / ((k + 1) * (total - row - column + k + 1));
  }
  for (let k = a; k > low; k--) {
    relative[k - 1 - low] = relative[k - low]! * k * (total - row - column + k) / ((row - k + 1) * (column - k + 1));
  }
  let all = 0, rare = 0;
  for (const weight of relative) {
    all += weight;
    if (weight <= 1 + ROUNDING) rare += weight;
  }
  // What is immensely more likely than this table overflows, and then this table is immensely rare.
  return all === Infinity ? 0 : Math.min(1, rare / all);
}
