import type { EventLog } from "../event_log.ts";
import { selectCases } from "../select.ts";
import { requireEventLog } from "../../require_log.ts";

/** One case, as a predicate sees it. */
export interface CaseView {
  readonly id: string;
  /** Place among the log's cases. */
  readonly index: number;
  /** Its events are `begin` up to, not including, `end`, in the log's columns. */
  readonly begin: number;
  readonly end: number;
  /** Names of its activities, in order; put together when first asked for. */
  readonly activities: readonly string[];
}

/**
 * Keeps the cases for which a predicate holds.
 *
 * @param description What the predicate asks for, in words.
 * @example
 * ```ts
 * import { filterCases, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const repeated = filterCases(log, (c) => new Set(c.activities).size < c.activities.length, "an activity is repeated");
 * ```
 */
export function filterCases(
  log: EventLog,
  predicate: (one: CaseView) => boolean,
  description = "custom condition",
): EventLog {
  requireEventLog(log);
  const keep = new Uint8Array(log.cases);
  for (let c = 0; c < log.cases; c++) keep[c] = predicate(viewOf(log, c)) ? 1 : 0;
  return selectCases(log, keep, description);
}

function viewOf(log: EventLog, index: number): CaseView {
  const begin = log.offsets[index]!, end = log.offsets[index + 1]!;
  let activities: string[] | undefined;
  return {
    id: log.caseIds[index]!,
    index,
    begin,
    end,
    get activities() {
      return activities ??= Array.from(log.activity.subarray(begin, end), (code) => log.activities[code]!);
    },
  };
}
