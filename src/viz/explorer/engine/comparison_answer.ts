/** How two selections differ: the statistics of `compareLogs`, as rows for a page. */
import type { EventLog } from "../../../log/events/event_log.ts";
import type { ComparedActivityRow, ComparedEndRow } from "../../../mining/comparison/activity_rows.ts";
import { comparisonRows } from "../../../mining/comparison/comparison_rows.ts";
import type { ComparedEdgeRow } from "../../../mining/comparison/edge_rows.ts";
import type { ComparedFigureRow } from "../../../mining/comparison/figure_rows.ts";
import type { ComparedTimeRow } from "../../../mining/comparison/time_rows.ts";
import { sideNames } from "../../../mining/explore/compare_selections.ts";

export interface ComparisonAnswer {
  readonly casesA: number;
  readonly casesB: number;
  /** Whether B is all cases that are not in A. */
  readonly rest: boolean;
  /** Null where a side has no case. */
  readonly rows: {
    readonly figures: readonly ComparedFigureRow[];
    readonly starts: readonly ComparedEndRow[];
    readonly ends: readonly ComparedEndRow[];
    readonly activities: readonly ComparedActivityRow[];
    readonly edges: readonly ComparedEdgeRow[];
    readonly times: readonly ComparedTimeRow[];
  } | null;
  readonly notes: readonly string[];
}

export function comparisonAnswer(a: EventLog, b: EventLog, rest: boolean): ComparisonAnswer {
  const sizes = { casesA: a.cases, casesB: b.cases, rest };
  if (a.cases === 0 || b.cases === 0) return { ...sizes, rows: null, notes: [] };
  const { rows: { variants: _, ...rows }, notes } = comparisonRows(a, b, { names: sideNames });
  return { ...sizes, rows, notes: notes.filter((note) => !note.startsWith("Not in the table of variants")) };
}
