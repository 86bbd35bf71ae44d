/**
 * Throughput, handle and waiting times of cases.
 *
 * Dumas, La Rosa, Mendling, Reijers, "Fundamentals of Business Process Management", 2nd ed. 2018, section 7.1.1:
 * cycle time is processing time plus waiting time.
 */
import { caseSpans } from "../../log/events/case_spans.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { summarise } from "../../base/statistics/summary.ts";
import { type TypedTable, typedTable } from "../../base/typed_table.ts";
import { groupCases } from "../group_cases.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";

export interface TimesOptions {
  /** Case attribute whose values make the groups; without it all cases are one group. */
  by?: string;
  /** What is measured. @default "throughput" */
  measure?: TimeMeasure;
}

/**
 * - `throughput`: from the first start (or event) of a case to its last event.
 * - `handle`: the time worked on the case, parallel work added up; NaN where the log has no starts.
 * - `waiting`: throughput less the time in which anybody worked on it; NaN where the log has no starts.
 */
export type TimeMeasure = "throughput" | "handle" | "waiting";

/** Seconds from the first start (or time) to the last time of each case, aligned with `caseIds`. */
export function caseDurations(log: EventLog): Float64Array {
  requireEventLog(log);
  const { begun, ended } = caseSpans(log);
  return ended.map((end, c) => (end - begun[c]!) / 1000);
}

/** Seconds of one measure for each case, aligned with `caseIds`. */
export function caseSeconds(log: EventLog, measure: TimeMeasure): Float64Array {
  requireEventLog(log);
  if (measure === "throughput") return caseDurations(log);
  const { start } = log;
  if (!start) return new Float64Array(log.cases).fill(NaN);
  return measure === "handle" ? handleSeconds(log, start) : waitingSeconds(log, start);
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
 * @throws InputError if the log has no attribute named `by`.
 * @example
 * ```ts
 * import { readLog, throughputTimes } from "tracebook";
 * throughputTimes(await readLog("data/order-to-cash.csv"), { by: "region" }).print();
 * ```
 */
export function throughputTimes(log: EventLog, options: TimesOptions = {}): TypedTable<TimesRow> {
  requireEventLog(log);
  requireTimes(log, "how long cases take");
  const seconds = caseSeconds(log, options.measure ?? "throughput");
  const groups = groupCases(log, options.by);
  const rows = groups.map(({ group, cases }) => ({ group, cases, ...summarise(cases.map((c) => seconds[c]!)) }));
  return typedTable<TimesRow>({
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
}

function handleSeconds({ offsets, time, cases }: EventLog, start: Float64Array): Float64Array {
  const seconds = new Float64Array(cases).fill(NaN);
  for (let c = 0; c < cases; c++) {
    let sum = 0, known = false;
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      if (Number.isNaN(start[i]!)) continue;
      sum += time[i]! - start[i]!;
      known = true;
    }
    if (known) seconds[c] = sum / 1000;
  }
  return seconds;
}

function waitingSeconds(log: EventLog, start: Float64Array): Float64Array {
  const { offsets, time, cases } = log;
  const seconds = caseDurations(log);
  for (let c = 0; c < cases; c++) {
    const worked: number[] = [];
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) if (!Number.isNaN(start[i]!)) worked.push(i);
    if (worked.length === 0) {
      seconds[c] = NaN;
      continue;
    }
    worked.sort((a, b) => start[a]! - start[b]!);
    let covered = 0, reach = -Infinity;
    for (const i of worked) {
      const begin = Math.max(start[i]!, reach);
      if (time[i]! > begin) covered += time[i]! - begin;
      reach = Math.max(reach, time[i]!);
    }
    seconds[c]! -= covered / 1000;
  }
  return seconds;
}
