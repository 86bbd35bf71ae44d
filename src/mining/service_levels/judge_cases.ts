/** Whether each case keeps a rule. */
import { OptionError } from "../../base/errors.ts";
import { caseSpans } from "../../log/events/case_spans.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { activityFlags } from "../../log/filter/options.ts";
import { FINISHED } from "../outcomes/case_states.ts";
import { type CountRule, type RulePoint, ruleText, type TimeRule, UNIT_SECONDS } from "./service_rule.ts";

/** Working time; `workingCalendar` makes one. */
export interface ServiceCalendar {
  /** Working seconds between two times in milliseconds UTC. */
  workingSeconds(from: number, to: number): number;
  /** Working seconds of a week, and its spans by weekday: they tell how long a working day is. */
  readonly weekSeconds?: number;
  readonly hours?: readonly { readonly day: number }[];
}

/** - `outside`: the rule does not ask anything of the case, which lacks the event from which time runs. */
export const OUTSIDE = 0, KEPT = 1, BROKEN = 2, OPEN = 3;

export interface Verdicts {
  /** `OUTSIDE`, `KEPT`, `BROKEN` or `OPEN`, for each case. */
  readonly verdict: Uint8Array;
  /** 1 where the case ended without the event that the rule asks for. */
  readonly never: Uint8Array;
  /** 1 where the time was up by the end of the log, whatever came of it: a share of these is not biased to the fast. */
  readonly due: Uint8Array;
  /** When the clock began, in milliseconds; NaN outside. */
  readonly begun: Float64Array;
  /** What it took, in seconds of the clock; NaN where the event has not come. */
  readonly seconds: Float64Array;
}

/** @throws OptionError if working time is asked for without a calendar, or its days are of unknown length. */
export function limitSeconds(
  rule: TimeRule,
  calendar: ServiceCalendar | undefined,
  workingDaySeconds?: number,
): number {
  if (!rule.working) return rule.amount * UNIT_SECONDS[rule.unit];
  if (calendar === undefined || typeof calendar.workingSeconds !== "function") {
    throw new OptionError(
      `The rule "${ruleText(rule)}" counts working time: expected a calendar that says which time that is, such as ` +
        `calendar: workingCalendar({ hours: "Mo-Fr 09:00-17:00" }), but found ${
          calendar === undefined ? "none" : "one without workingSeconds"
        }.`,
    );
  }
  if (rule.unit === "week" && calendar.weekSeconds !== undefined) return rule.amount * calendar.weekSeconds;
  if (rule.unit !== "day" && rule.unit !== "week") return rule.amount * UNIT_SECONDS[rule.unit];
  const { weekSeconds, hours } = calendar;
  const days = new Set(hours?.map(({ day }) => day)).size;
  const day = workingDaySeconds ?? (weekSeconds !== undefined && days > 0 ? weekSeconds / days : NaN);
  if (day > 0) return rule.amount * day * (rule.unit === "week" ? days || 5 : 1);
  throw new OptionError(
    `The rule "${ruleText(rule)}" counts working days, and the calendar does not say how long one is: ` +
      `give workingDaySeconds, such as 8 * 3600.`,
  );
}

export function judgeTime(
  log: EventLog,
  rule: TimeRule,
  limit: number,
  calendar: ServiceCalendar | undefined,
  states: Uint8Array,
  until: number,
): Verdicts {
  const verdicts = nothing(log.cases);
  const { offsets, activity, time } = log;
  const { begun, ended } = caseSpans(log);
  const opens = flagsOf(log, rule.from), closes = flagsOf(log, rule.to);
  const elapsed = rule.working
    ? (from: number, to: number) => calendar!.workingSeconds(from, to)
    : (from: number, to: number) => (to - from) / 1000;
  for (let c = 0; c < log.cases; c++) {
    const end = offsets[c + 1]!;
    let at = offsets[c]!, since = begun[c]!;
    if (opens) {
      while (at < end && !opens[activity[at]!]) at++;
      if (at === end) continue;
      since = time[at]!;
      at++;
    } else if (rule.from === "end") continue;
    let came = NaN;
    if (closes) {
      while (at < end && !closes[activity[at]!]) at++;
      if (at < end) came = time[at]!;
    } else if (rule.to === "start") came = begun[c]!;
    else if (states[c] === FINISHED) came = ended[c]!;

    verdicts.begun[c] = since;
    verdicts.due[c] = elapsed(since, until) >= limit ? 1 : 0;
    if (!Number.isNaN(came)) {
      // Events are in the order of their ends or begins; what came first began no earlier than it was waited for.
      verdicts.seconds[c] = elapsed(since, Math.max(since, came));
      verdicts.verdict[c] = verdicts.seconds[c]! <= limit ? KEPT : BROKEN;
    } else if (states[c] === FINISHED) {
      verdicts.verdict[c] = BROKEN;
      verdicts.never[c] = 1;
    } else verdicts.verdict[c] = elapsed(since, until) > limit ? BROKEN : OPEN;
  }
  return verdicts;
}

export function judgeCount(log: EventLog, rule: CountRule, states: Uint8Array | undefined): Verdicts {
  const verdicts = nothing(log.cases);
  const { offsets, activity, time } = log;
  const { begun, ended } = caseSpans(log);
  const counted = activityFlags(log, rule.activities), opens = rule.after && flagsOf(log, rule.after);
  for (let c = 0; c < log.cases; c++) {
    const end = offsets[c + 1]!;
    let at = offsets[c]!, since = begun[c]!;
    if (rule.after === "end") {
      at = end;
      since = ended[c]!;
    } else if (opens) {
      while (at < end && !opens[activity[at]!]) at++;
      if (at === end) continue;
      since = time[at]!;
      at++;
    }
    let n = 0;
    for (; at < end; at++) n += counted[activity[at]!]!;
    const ends = states === undefined || states[c] === FINISHED;
    verdicts.begun[c] = since;
    verdicts.due[c] = ends ? 1 : 0;
    verdicts.verdict[c] = n > rule.most ? BROKEN : ends ? KEPT : OPEN;
  }
  return verdicts;
}

function flagsOf(log: EventLog, point: RulePoint): Uint8Array | undefined {
  return typeof point === "string" ? undefined : activityFlags(log, point.activities);
}

function nothing(cases: number): Verdicts {
  return {
    verdict: new Uint8Array(cases),
    never: new Uint8Array(cases),
    due: new Uint8Array(cases),
    begun: new Float64Array(cases).fill(NaN),
    seconds: new Float64Array(cases).fill(NaN),
  };
}
