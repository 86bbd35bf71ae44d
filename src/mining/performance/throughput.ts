/** Throughput, waiting and service times by group of cases, as a table. */
import type { EventLog } from "../../log/events/event_log.ts";
import { summarise } from "../../base/statistics/summary.ts";
import { type ColumnUnits, TypedTable, typedTable } from "../../base/typed_table.ts";
import { groupCases } from "../group_cases.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";
import { caseSeconds, type CaseTimeOptions, type TimeMeasure } from "./case_seconds.ts";

export { caseDurations, caseSeconds } from "./case_seconds.ts";
export type { CaseTimeOptions, TimeMeasure } from "./case_seconds.ts";

export interface TimesOptions extends CaseTimeOptions {
  /** Case attribute whose values make the groups; without it all cases are one group. */
  by?: string;
  /** What is measured. @default "throughput" */
  measure?: TimeMeasure;
}

/** A row of `throughputTimes`: times in seconds; NaN where no case has one. */
export interface TimesRow {
  /** Null: cases that have no value. */
  readonly group: string | null;
  readonly cases: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  readonly min: number;
  readonly max: number;
  readonly sd: number;
  readonly cv: number;
}

/**
 * Times by group of cases, in seconds.
 *
 * Columns: `group`, `cases`, `mean`, `median`, `p90`, `min`, `max`, `sd`, `cv`; largest group first, then by name.
 *
 * With a `calendar` only working time counts; a calendar for each resource measures work by the calendar of who did it,
 * and whole cases by its `otherwise`.
 *
 * @throws InputError if the log has no attribute named `by`.
 * @throws OptionError if there is no such measure, or the calendar is none.
 * @example
 * ```ts
 * import { readLog, throughputTimes, workingCalendar } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * throughputTimes(log, { by: "region" }).print();
 * throughputTimes(log, { calendar: workingCalendar({ hours: "Mo-Fr 09:00-17:00" }) }).print();
 * ```
 */
export function throughputTimes(log: EventLog, options: TimesOptions = {}): TypedTable<TimesRow> {
  requireEventLog(log);
  requireTimes(log, "how long cases take");
  const seconds = caseSeconds(log, options.measure ?? "throughput", options);
  const groups = groupCases(log, options.by);
  const rows = groups.map(({ group, cases }) => ({ group, cases, ...summarise(cases.map((c) => seconds[c]!)) }));
  const table = typedTable<TimesRow>({
    group: rows.map((row) => row.group),
    cases: rows.map((row) => row.cases.length),
    mean: rows.map((row) => row.mean),
    median: rows.map((row) => row.median),
    p90: rows.map((row) => row.p90),
    min: rows.map((row) => row.min),
    max: rows.map((row) => row.max),
    sd: rows.map((row) => row.sd),
    cv: rows.map((row) => row.cv),
  });
  return TypedTable.withUnits(table, UNITS);
}

const UNITS: ColumnUnits = {
  mean: "duration",
  median: "duration",
  p90: "duration",
  min: "duration",
  max: "duration",
  sd: "duration",
  cv: "number",
};
