/** What happens directly before a path, and directly after it. */
import type { EventLog } from "../../log/events/event_log.ts";
import type { PathSpan } from "../../log/events/pattern/compile_pattern.ts";

/** Stands for an activity where the path begins, or ends, the case. */
export const CASE_BEGINS = "(case begins)", CASE_ENDS = "(no event)";

export interface AroundRow {
  readonly path: string;
  readonly place: "before" | "after";
  /** `(case begins)` and `(no event)` where the path begins the case, or is the last that is known of it. */
  readonly activity: string;
  readonly cases: number;
  /** Of the cases that take the path. */
  readonly share: number;
}

export const AROUND_COLUMNS = ["path", "place", "activity", "cases", "share"] as const;

/** Rows for one path, most cases first; `spans` has one for each case that takes it. */
export function aroundPath(log: EventLog, path: string, spans: readonly (PathSpan | undefined)[]): AroundRow[] {
  const n = log.activities.length;
  // The last place counts those without an activity there.
  const before = new Int32Array(n + 1), after = new Int32Array(n + 1);
  let cases = 0;
  for (let c = 0; c < log.cases; c++) {
    const span = spans[c];
    if (!span) continue;
    cases++;
    before[span.first > log.offsets[c]! ? log.activity[span.first - 1]! : n]!++;
    after[span.last + 1 < log.offsets[c + 1]! ? log.activity[span.last + 1]! : n]!++;
  }
  const rows = (place: AroundRow["place"], counts: Int32Array, none: string) =>
    Array.from(
      counts,
      (count, a) => ({ path, place, activity: log.activities[a] ?? none, cases: count, share: count / cases }),
    )
      .filter((row) => row.cases > 0)
      .sort((a, b) => b.cases - a.cases || (a.activity < b.activity ? -1 : 1));
  return [...rows("before", before, CASE_BEGINS), ...rows("after", after, CASE_ENDS)];
}
