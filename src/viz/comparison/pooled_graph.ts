/** Both groups as one directly-follows graph, whose numbers are cases. */
import type { LogComparison } from "../../mining/comparison/compare_logs.ts";
import type { ComparedActivityRow } from "../../mining/comparison/activity_rows.ts";
import type { ShareComparison } from "../../mining/comparison/share_rows.ts";
import { byCodeUnit } from "../../base/text_codes.ts";
import type { Dfg } from "../../models/dfg.ts";

/** A step with its comparison; the start has the number of activities as its code, the end one more. */
export interface PooledStep extends ShareComparison {
  readonly from: number;
  readonly to: number;
}

/** The graph, and its steps in the order in which `flowEdges` tells them. */
export function pooledGraph(comparison: LogComparison): {
  graph: Dfg;
  steps: PooledStep[];
  activities: readonly ComparedActivityRow[];
} {
  const activities = comparison.activities.rows().toSorted((a, b) => byCodeUnit(a.activity, b.activity));
  const code = new Map(activities.map(({ activity }, i) => [activity, i]));
  const n = activities.length;
  const both = ({ casesA, casesB }: ShareComparison) => casesA + casesB;
  const edges = comparison.edges.rows()
    .map((row): PooledStep => ({ ...row, from: code.get(row.from)!, to: code.get(row.to)! }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const starts = comparison.starts.rows().map((row): PooledStep => ({ ...row, from: n, to: code.get(row.activity)! }))
    .sort((a, b) => a.to - b.to);
  const ends = comparison.ends.rows().map((row): PooledStep => ({ ...row, from: code.get(row.activity)!, to: n + 1 }))
    .sort((a, b) => a.from - b.from);
  const counts = (rows: readonly PooledStep[], of: "from" | "to") => {
    const found = new Float64Array(n);
    for (const row of rows) found[row[of]] = both(row);
    return found;
  };
  const cases = comparison.figures.rows().find(({ figure }) => figure === "cases")!;
  const unknown = new Float64Array(n).fill(NaN);
  const found = Float64Array.from(activities, both);
  return {
    activities,
    steps: [...edges, ...starts, ...ends],
    graph: {
      activities: activities.map(({ activity }) => activity),
      events: found,
      cases: found,
      starts: counts(starts, "to"),
      ends: counts(ends, "from"),
      meanServiceSeconds: unknown,
      medianServiceSeconds: unknown,
      edges: edges.map((row) => ({
        from: row.from,
        to: row.to,
        count: both(row),
        cases: both(row),
        meanSeconds: NaN,
        medianSeconds: NaN,
        totalSeconds: NaN,
        minSeconds: NaN,
        maxSeconds: NaN,
      })),
      totalCases: cases.a + cases.b,
    },
  };
}
