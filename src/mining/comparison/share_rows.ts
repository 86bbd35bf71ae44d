/** Shares of cases in two groups: how they differ, how sure that is, and in what order it is told. */
import { independenceTest } from "../../base/statistics/independence.ts";
import { adjustForManyLooks } from "../../base/statistics/many_looks.ts";
import { shareDifference } from "../../base/statistics/proportions.ts";

/** What every row of a comparison of shares holds. */
export interface ShareComparison {
  readonly casesA: number;
  readonly casesB: number;
  /** Shares of the cases of each group, 0 to 1. */
  readonly a: number;
  readonly b: number;
  /** `a` less `b`, with Newcombe's interval. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** By the test of independence; NaN where all cases have it, or too few for any answer. */
  readonly p: number;
  /** Corrected for all rows of this table (Benjamini-Hochberg). */
  readonly pAdjusted: number;
  /** The only group in which it occurs, else null. */
  readonly only: "a" | "b" | null;
}

/** A thing that cases have or have not, and in how many of each group they have it. */
export type Counted<T> = T & { readonly casesA: number; readonly casesB: number };

export interface Totals {
  readonly a: number;
  readonly b: number;
  readonly leastCases: number;
  readonly confidence: number;
}

/** Compares the shares of all things counted, the surest and largest differences first. */
export function compareShares<T extends object>(
  counted: readonly Counted<T>[],
  totals: Totals,
): (T & ShareComparison)[] {
  // What all cases have, or hardly any, cannot differ: it is no look, and must not cost the others their sureness.
  const p = counted.map(({ casesA, casesB }) =>
    Math.min(totals.a, totals.b, casesA + casesB) < totals.leastCases ||
      casesA + casesB === totals.a + totals.b
      ? NaN
      : independenceTest(casesA, totals.a - casesA, casesB, totals.b - casesB)
  );
  const adjusted = adjustForManyLooks(p);
  const rows = counted.map((one, i) => {
    const first = { count: one.casesA, total: totals.a }, second = { count: one.casesB, total: totals.b };
    const { value, low, high } = shareDifference(first, second, totals.confidence);
    return {
      ...one,
      a: first.count / first.total,
      b: second.count / second.total,
      difference: value,
      low,
      high,
      p: p[i]!,
      pAdjusted: adjusted[i]!,
      only: one.casesB === 0 ? "a" as const : one.casesA === 0 ? "b" as const : null,
    };
  });
  return bySureness(rows, totals.confidence);
}

interface Sortable {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly pAdjusted: number;
}

/** First what is sure, by how large it is at least; then the rest by p. Equal rows keep their order. */
export function bySureness<R extends Sortable>(rows: readonly R[], confidence: number): R[] {
  const sure = (row: R) => row.pAdjusted <= 1 - confidence;
  const atLeast = ({ low, high }: R) => Math.max(0, low, -high);
  const known = (p: number) => Number.isNaN(p) ? 2 : p;
  return rows.map((row, i) => ({ row, i })).sort((x, y) =>
    Number(sure(y.row)) - Number(sure(x.row)) ||
    (sure(x.row) ? atLeast(y.row) - atLeast(x.row) : known(x.row.p) - known(y.row.p)) ||
    Math.abs(y.row.difference) - Math.abs(x.row.difference) || x.i - y.i
  ).map(({ row }) => row);
}
