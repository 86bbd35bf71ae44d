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
  const before = new Map<string, number>(), after = new Map<string, number>();
  let cases = 0;
  const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  spans.forEach((span, c) => {
    if (!span) return;
    cases++;
    const name = (i: number) => log.activities[log.activity[i]!]!;
    count(before, span.first > log.offsets[c]! ? name(span.first - 1) : CASE_BEGINS);
    count(after, span.last + 1 < log.offsets[c + 1]! ? name(span.last + 1) : CASE_ENDS);
  });
  const rows = (place: AroundRow["place"], counts: Map<string, number>) =>
    [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .map(([activity, n]): AroundRow => ({ path, place, activity, cases: n, share: n / cases }));
  return [...rows("before", before), ...rows("after", after)];
}
