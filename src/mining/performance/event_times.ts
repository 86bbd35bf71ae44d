/**
 * How long each event waited, and how long it was worked on.
 *
 * Dumas, La Rosa, Mendling, Reijers, "Fundamentals of Business Process Management", 2nd ed. 2018, section 7.1: the time
 * of a task is waiting time, from when it could begin until it begins, plus processing (service) time; both together are
 * its sojourn time.
 *
 * When a task could begin stands in few logs. It is taken as the last completion in its case at or before its start, of
 * an activity that is not done side by side with its own: Lashkevich, Milani, Chapela-Campa, Suvorau & Dumas, "Why am I
 * waiting? Data-driven analysis of waiting times in business processes", CAiSE 2023.
 */
import { InputError, OptionError } from "../../base/errors.ts";
import { countOf, formatShare } from "../../base/format.ts";
import { type Calendar, secondsOf } from "../../log/calendar/calendars_by.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { suggestion } from "../../log/filter/options.ts";
import { parallelActivities } from "./parallel_activities.ts";

export interface WaitOptions {
  /** What counts as time. Without one all time that passes does. */
  calendar?: Calendar;
  /**
   * What the time before an event without a start is taken for: `waiting` (it took no time itself) or `service` (it was
   * worked on from the completion before it). Without it that time is not told apart.
   */
  assume?: "waiting" | "service";
  /**
   * An attribute of events that says when each could begin. Without it, the last completion before its start, of an
   * activity that is not done side by side with its own.
   */
  enabled?: string;
}

/** What is known of the times of a log, and what was assumed. */
export interface TimeBasis {
  readonly events: number;
  /** Events whose start is in the log. */
  readonly starts: number;
  /** What the time before the others is taken for; null: waiting and work are not told apart. */
  readonly assumed: "waiting" | "service" | null;
  /** The calendar in words; null where all time counts. */
  readonly calendar: string | null;
  /** All of it in a sentence or two. */
  readonly sentence: string;
}

/** Seconds of each event, aligned with the log's `time`; NaN where unknown. */
export interface EventTimes {
  /** The event that was waited for; −1 where none was. */
  readonly from: Int32Array;
  readonly waiting: Float64Array;
  readonly service: Float64Array;
  /** From when the event could begin to its end: known also where waiting and service are not told apart. */
  readonly sojourn: Float64Array;
  readonly basis: TimeBasis;
}

/**
 * Waiting, service and sojourn of each event.
 *
 * The first event of a case has an unknown wait: nothing tells when the case came in. An event that begins while the
 * first ones are still at work has waited since the case began.
 *
 * @throws InputError if the log lacks a column that the options name.
 */
export function eventTimes(log: EventLog, options: WaitOptions = {}): EventTimes {
  const { offsets, time, cases, events } = log;
  const seconds = secondsOf(log, options.calendar);
  const begin = assumedStarts(log, options.assume);
  const given = options.enabled === undefined ? undefined : enabledTimes(log, options.enabled);
  const from = new Int32Array(events).fill(-1);
  const waiting = new Float64Array(events).fill(NaN), service = new Float64Array(events).fill(NaN);
  const sojourn = new Float64Array(events).fill(NaN);
  const find = enablingEvent(log);
  for (let c = 0; c < cases; c++) {
    const low = offsets[c]!, high = offsets[c + 1]!;
    let first = Infinity;
    for (let i = low; i < high; i++) first = Math.min(first, known(begin[i]!, time[i]!));
    for (let i = low; i < high; i++) {
      const begun = begin[i]!, end = time[i]!;
      const at = known(begun, end);
      const cause = find(low, i, at);
      from[i] = cause;
      const ready = given ? given[i]! : cause >= 0 ? time[cause]! : at > first ? first : NaN;
      // A time at which it could begin that lies after its start says nothing.
      if (begun === begun) {
        service[i] = seconds(i, begun, end);
        waiting[i] = ready <= begun ? seconds(i, ready, begun) : NaN;
      }
      sojourn[i] = ready <= at ? seconds(i, ready, end) : NaN;
    }
  }
  return { from, waiting, service, sojourn, basis: timeBasis(log, options) };
}

/** The start of each event where it is known or assumed, else NaN. */
export function assumedStarts(log: EventLog, assume: WaitOptions["assume"]): Float64Array {
  if (assume !== undefined && assume !== "waiting" && assume !== "service") {
    throw new OptionError(
      `Expected assume to be waiting or service, for what the time before an event without a start is taken, but found ` +
        `${JSON.stringify(assume)}.`,
    );
  }
  const { offsets, time, start, cases, events } = log;
  if (assume === undefined) return start ?? new Float64Array(events).fill(NaN);
  const begin = Float64Array.from(time);
  for (let c = 0; c < cases; c++) {
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      if (start && start[i] === start[i]) begin[i] = start[i]!;
      else if (assume === "service" && i > offsets[c]!) begin[i] = Math.min(time[i]!, time[i - 1]!);
    }
  }
  return begin;
}

/** What is known of the times of the log, in words too. */
export function timeBasis(log: EventLog, { calendar, assume }: WaitOptions): TimeBasis {
  const { start, events } = log;
  let starts = 0;
  if (start) { for (let i = 0; i < events; i++) if (start[i] === start[i]) starts++; }
  const assumed = starts < events ? assume ?? null : null;
  return {
    events,
    starts,
    assumed,
    calendar: calendar === undefined ? null : String(calendar),
    sentence: [
      knownSentence(events, starts, assumed),
      ...(calendar === undefined ? [] : [`Only working time counts (${calendar}).`]),
    ].join(" "),
  };
}

function knownSentence(events: number, starts: number, assumed: TimeBasis["assumed"]): string {
  if (events > 0 && starts === events) {
    return "Start and completion of every event are in the log, so that waiting and work are told apart.";
  }
  const which = starts === 0
    ? "The log has completions only"
    : `${formatShare((events - starts) / events)} of ${countOf(events, "event")} have a completion only`;
  if (assumed === null) return `${which}: the time before them is waiting or work, not told apart.`;
  return `${which}: the time before them is taken for ${assumed === "waiting" ? "waiting" : "work"}, as assumed.`;
}

function known(begun: number, end: number): number {
  return begun === begun ? begun : end;
}

/**
 * The last event of the case that had ended by a time and is not done side by side with event `i`, among those before it
 * in the log's order: what ends at or before the start of an event stands before it, whatever the log is ordered by.
 */
function enablingEvent(log: EventLog): (low: number, i: number, at: number) => number {
  const { activity, activities: { length: n }, time, start } = log;
  if (!start) return (low, i) => i > low ? i - 1 : -1;
  const ascending = isAscending(log);
  const parallel = parallelActivities(log, ascending);
  const fits = (j: number, i: number) => parallel === undefined || !parallel.has(activity[j]! * n + activity[i]!);
  if (!ascending) {
    return (low, i, at) => {
      let last = -1;
      for (let j = low; j < i; j++) if (time[j]! <= at && fits(j, i) && !(time[j]! < time[last]!)) last = j;
      return last;
    };
  }
  return (low, i, at) => {
    let below = i - 1;
    // Mostly it is the event before.
    if (i > low && time[i - 1]! > at) {
      let above = i - 1;
      below = low - 1;
      while (above - below > 1) {
        const middle = (below + above) >> 1;
        if (time[middle]! <= at) below = middle;
        else above = middle;
      }
    }
    while (below >= low && !fits(below, i)) below--;
    return below < low ? -1 : below;
  };
}

function isAscending({ time, offsets, cases }: EventLog): boolean {
  for (let c = 0; c < cases; c++) {
    for (let i = offsets[c]! + 1; i < offsets[c + 1]!; i++) if (time[i]! < time[i - 1]!) return false;
  }
  return true;
}

function enabledTimes(log: EventLog, name: string): Float64Array {
  const column = log.attribute(name);
  if (!column) {
    throw new InputError(
      `${log.name}: expected a column that says when each event could begin but found no "${name}". ` +
        suggestion(name, log.attributes),
    );
  }
  if (column.kind !== "time") {
    throw new InputError(
      `${log.name}: expected times in "${name}", when each event could begin, but found a column of ${column.kind}.`,
    );
  }
  return Float64Array.from(column.values);
}
