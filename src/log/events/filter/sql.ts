import { InputError } from "../../../base/errors.ts";
import type { EventLog } from "../event_log.ts";
import { MATCHES_VIEW } from "../log_views.ts";
import { selectCases, selectEvents } from "../select.ts";
import { requireEventLog } from "../../require_log.ts";

export interface SqlFilterOptions {
  /** `cases`: cases with at least one event that fulfils the condition. `events`: those events. @default "cases" */
  readonly level?: "cases" | "events";
}

/**
 * Keeps what fulfils an SQL condition over the rows of `events`, as `log.sql` describes them.
 *
 * @throws InputError if DuckDB cannot evaluate the condition.
 * @example
 * ```ts
 * import { filterSql, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const nights = await filterSql(log, "hour(timestamp) >= 22");
 * const slow = await filterSql(log, "case_id IN (SELECT case_id FROM cases WHERE duration_seconds > 86400)");
 * ```
 */
export async function filterSql(log: EventLog, condition: string, options: SqlFilterOptions = {}): Promise<EventLog> {
  requireEventLog(log);
  const { level = "cases" } = options;
  if (typeof condition !== "string" || condition.trim() === "") {
    throw new InputError("Expected a condition such as resource = 'Anna' but found nothing.");
  }
  // The line break ends a comment in the condition.
  const sql = `SELECT tracebook_event FROM ${MATCHES_VIEW} WHERE (${condition}\n)`;
  const { columns: [events] } = await log.source.database.query(log, sql);
  const keep = new Uint8Array(log.events);
  for (const event of events as number[]) keep[event] = 1;
  if (level === "events") return selectEvents(log, keep, `event fulfils ${condition.trim()}`);
  const keepCase = new Uint8Array(log.cases);
  for (let c = 0; c < log.cases; c++) {
    for (let i = log.offsets[c]!; i < log.offsets[c + 1]! && !keepCase[c]; i++) keepCase[c] = keep[i]!;
  }
  return selectCases(log, keepCase, `an event fulfils ${condition.trim()}`);
}
