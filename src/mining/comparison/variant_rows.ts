/** Variants of two groups: which share of cases goes each way. */
import { byCodeUnit } from "../../base/text_codes.ts";
import { traceVariants } from "../trace_variants.ts";
import { compareShares, type Counted, type ShareComparison, type Totals } from "./share_rows.ts";
import type { Side, Sides } from "./sides.ts";

/** A row of `variants`. */
export interface ComparedVariantRow extends ShareComparison {
  readonly activities: readonly string[];
}

export interface ComparedVariants {
  readonly rows: ComparedVariantRow[];
  /** Variants of each group. */
  readonly countA: number;
  readonly countB: number;
  /** Variants of fewer than `leastCases` cases in both groups together, which have no row, and their cases. */
  readonly rare: { readonly variants: number; readonly casesA: number; readonly casesB: number };
}

export function compareVariants({ a, b, activities }: Sides, totals: Totals): ComparedVariants {
  const found = new Map<string, { sequence: Int32Array; casesA: number; casesB: number }>();
  const add = ({ log, codes }: Side, of: "casesA" | "casesB"): number => {
    const { sequences, counts } = traceVariants(log);
    sequences.forEach((own, v) => {
      const sequence = own.map((code) => codes[code]!);
      const key = sequence.join();
      const known = found.get(key) ?? { sequence, casesA: 0, casesB: 0 };
      found.set(key, known);
      known[of] += counts[v]!;
    });
    return sequences.length;
  };
  const countA = add(a, "casesA"), countB = add(b, "casesB");
  const rare = { variants: 0, casesA: 0, casesB: 0 };
  const counted: Counted<{ activities: string[] }>[] = [];
  for (const [, { sequence, casesA, casesB }] of [...found].sort(([x], [y]) => byCodeUnit(x, y))) {
    if (casesA + casesB < totals.leastCases) {
      rare.variants++;
      rare.casesA += casesA;
      rare.casesB += casesB;
    } else counted.push({ activities: Array.from(sequence, (code) => activities[code]!), casesA, casesB });
  }
  return { rows: compareShares(counted, totals), countA, countB, rare };
}
