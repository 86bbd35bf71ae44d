/** How two selections differ: the statistics of `compareLogs`, as rows for a page. */
import type { EventLog } from "../../../log/events/event_log.ts";
import { type ComparisonRows, comparisonRows } from "../../../mining/comparison/comparison_rows.ts";
import { sideNames } from "../../../mining/explore/compare_selections.ts";

export interface ComparisonAnswer {
  readonly casesA: number;
  readonly casesB: number;
  /** Whether B is all cases that are not in A. */
  readonly rest: boolean;
  /** Null where a side has no case. */
  readonly rows: Omit<ComparisonRows["rows"], "variants"> | null;
  readonly notes: readonly string[];
}

export function comparisonAnswer(a: EventLog, b: EventLog, rest: boolean): ComparisonAnswer {
  const sizes = { casesA: a.cases, casesB: b.cases, rest };
  if (a.cases === 0 || b.cases === 0) return { ...sizes, rows: null, notes: [] };
  const { rows: { variants: _, ...rows }, notes } = comparisonRows(a, b, { names: sideNames });
  return { ...sizes, rows, notes: notes.filter((note) => !note.startsWith("Not in the table of variants")) };
}
