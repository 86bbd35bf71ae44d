/** Counts of a log, as tables. */
import { type TypedTable, typedTable } from "../base/typed_table.ts";
import type { EventLog } from "../log/events/event_log.ts";
import { requireEventLog } from "../log/require_log.ts";
import { activityColumns, type ActivityRow, mostFirst } from "./activity_counts.ts";

export { countActivities } from "./activity_counts.ts";
export type { ActivityRow } from "./activity_counts.ts";
export { describeLog } from "./describe_log.ts";
export type { LogStatistics } from "./describe_log.ts";

/** A row of `startActivities` and `endActivities`. */
export interface CaseEdgeRow {
  readonly activity: string;
  readonly cases: number;
  readonly share: number;
}

/**
 * Activities of a log: `activity`, `events`, `cases`, `share` (of the cases), `starts`, `ends` (cases that begin and
 * end with it); most events first, then by name.
 */
export function activityStatistics(log: EventLog): TypedTable<ActivityRow> {
  requireEventLog(log);
  return typedTable<ActivityRow>(activityColumns(log));
}

/** Activities that cases start with: `activity`, `cases`, `share`; most cases first, then by name. */
export function startActivities(log: EventLog): TypedTable<CaseEdgeRow> {
  requireEventLog(log);
  return edgeOfCase(log, (c) => log.offsets[c]!);
}

/** Activities that cases end with: `activity`, `cases`, `share`; most cases first, then by name. */
export function endActivities(log: EventLog): TypedTable<CaseEdgeRow> {
  requireEventLog(log);
  return edgeOfCase(log, (c) => log.offsets[c + 1]! - 1);
}

function edgeOfCase(log: EventLog, eventOf: (c: number) => number): TypedTable<CaseEdgeRow> {
  const count = new Float64Array(log.activities.length);
  for (let c = 0; c < log.cases; c++) count[log.activity[eventOf(c)]!]!++;
  const order = mostFirst(count).filter((a) => count[a]! > 0);
  return typedTable<CaseEdgeRow>({
    activity: order.map((a) => log.activities[a]!),
    cases: order.map((a) => count[a]!),
    share: order.map((a) => count[a]! / log.cases),
  });
}
