/**
 * Throughput, waiting and service times of cases.
 *
 * Dumas, La Rosa, Mendling, Reijers, "Fundamentals of Business Process Management", 2nd ed. 2018, section 7.1.1:
 * cycle time is processing time plus waiting time.
 */
import { OptionError } from "../../base/errors.ts";
import { type Calendar, caseCalendar, secondsOf } from "../../log/calendar/calendars_by.ts";
import { caseSpans } from "../../log/events/case_spans.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { assumedStarts, type WaitOptions } from "./event_times.ts";

export interface CaseTimeOptions {
  /** What counts as time. Without one all time that passes does. */
  calendar?: Calendar;
  /** What the time before events without a start is taken for. Without it, waiting and service are unknown there. */
  assume?: "waiting" | "service";
}

/**
 * - `throughput`: from the first start (or event) of a case to its last event; `sojourn` of a case is the same.
 * - `service`: the time worked on the case, parallel work added up; NaN where the log has no starts. `handle` is the
 *   same, as task mining calls it.
 * - `waiting`: throughput less the time in which anybody worked on it; NaN where the log has no starts.
 */
export type TimeMeasure = "throughput" | "sojourn" | "service" | "handle" | "waiting";

const MEASURES: readonly string[] = ["throughput", "sojourn", "service", "handle", "waiting"];

/** Seconds from the first start (or time) to the last time of each case, aligned with `caseIds`. */
export function caseDurations(log: EventLog, options: { readonly calendar?: Calendar } = {}): Float64Array {
  requireEventLog(log);
  const { begun, ended } = caseSpans(log);
  const calendar = caseCalendar(options.calendar);
  if (calendar) return ended.map((end, c) => calendar.workingSeconds(begun[c]!, end));
  return ended.map((end, c) => (end - begun[c]!) / 1000);
}

/**
 * Seconds of one measure for each case, aligned with `caseIds`.
 *
 * @throws OptionError if there is no such measure.
 */
export function caseSeconds(log: EventLog, measure: TimeMeasure, options: CaseTimeOptions = {}): Float64Array {
  requireEventLog(log);
  if (!MEASURES.includes(measure)) {
    throw new OptionError(`Expected measure to be ${MEASURES.join(", ")} but found ${JSON.stringify(measure)}.`);
  }
  if (measure === "throughput" || measure === "sojourn") return caseDurations(log, options);
  if (!log.start && options.assume === undefined) return new Float64Array(log.cases).fill(NaN);
  const start = assumedStarts(log, options.assume);
  return measure === "waiting" ? waitingSeconds(log, start, options) : serviceSeconds(log, start, options);
}

function serviceSeconds(log: EventLog, start: Float64Array, { calendar }: WaitOptions): Float64Array {
  const { offsets, time, cases } = log;
  const worked = secondsOf(log, calendar);
  const seconds = new Float64Array(cases).fill(NaN);
  for (let c = 0; c < cases; c++) {
    let sum = 0, known = false;
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      if (Number.isNaN(start[i]!)) continue;
      sum += worked(i, start[i]!, time[i]!);
      known = true;
    }
    if (known) seconds[c] = sum;
  }
  return seconds;
}

function waitingSeconds(log: EventLog, start: Float64Array, options: CaseTimeOptions): Float64Array {
  const { offsets, time, cases } = log;
  const calendar = caseCalendar(options.calendar);
  const between = (from: number, to: number) => calendar ? calendar.workingSeconds(from, to) : (to - from) / 1000;
  const seconds = caseDurations(log, options);
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
      if (time[i]! > begin) covered += between(begin, time[i]!);
      reach = Math.max(reach, time[i]!);
    }
    // Sums of fractions may leave a trace below zero.
    seconds[c] = Math.max(0, seconds[c]! - covered);
  }
  return seconds;
}
