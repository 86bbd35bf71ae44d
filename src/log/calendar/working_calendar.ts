/** Working time: the hours of a week in a time zone, less holidays. */
import { OptionError } from "../../base/errors.ts";
import { inWords } from "../../base/inspect.ts";
import { clockOf } from "../../io/time/time_zone.ts";
import { type Closing, formatClosing, parseClosing } from "./closings.ts";
import { checkedSpans, formatHours, parseHours, type WeeklySpan, weekMinutes } from "./hours.ts";
import { OpenTimes, toUtc } from "./open_times.ts";

export interface CalendarOptions {
  /**
   * Hours of a week, as `Mo-Fr 09:00-12:00,13:00-17:00; Sa 09:00-12:00`, `Su-Th 22:00-06:00` or `24/7`, in English or
   * German days; or as spans of weekdays.
   */
  readonly hours: string | readonly WeeklySpan[];
  /** Zone of the hours and of days, e.g. Europe/Berlin. @default "UTC" */
  readonly timeZone?: string;
  /**
   * Days without work: `2026-12-25`, `12-25` (every year), `2026-12-24/2026-12-31`, hours as
   * `2026-12-24T12:00/2026-12-24T17:00`; or what `readHolidays` gives.
   */
  readonly holidays?: readonly (string | Closing)[];
}

const WEEK = 7 * 86_400_000;
/** Before and after these years weeks repeat without holidays or changes of clocks. */
const FIRST = 1900, LAST = 2110;

/**
 * Which times are working time. Made by `workingCalendar`.
 *
 * Any interval is measured in constant time, by sums over the open times of the years in question.
 */
export class WorkingCalendar {
  readonly hours: readonly WeeklySpan[];
  readonly timeZone: string;
  readonly holidays: readonly Closing[];
  /** Working seconds of a week without holidays. */
  readonly weekSeconds: number;
  #open: OpenTimes | undefined;

  constructor({ hours, timeZone = "UTC", holidays = [] }: CalendarOptions) {
    this.hours = typeof hours === "string" ? parseHours(hours) : checkedSpans(hours);
    clockOf(timeZone);
    this.timeZone = timeZone;
    this.holidays = holidays.flatMap((one) => typeof one === "string" ? parseClosing(one) : [one]);
    this.weekSeconds = weekMinutes(this.hours) * 60;
    inWords(this);
  }

  /**
   * Working seconds between two times (milliseconds UTC, or dates); NaN where one is unknown or the second is earlier.
   */
  workingSeconds(from: number | Date, to: number | Date): number {
    const begin = Number(from), end = Number(to);
    if (!(end >= begin)) return NaN;
    let open = this.#open;
    if (open === undefined || begin < open.low || end >= open.high) open = this.#cover(begin, end);
    return (this.#until(open, end) - this.#until(open, begin)) / 1000;
  }

  /** Whether a time (milliseconds UTC, or a date) is working time. */
  isOpen(time: number | Date): boolean {
    const at = Number(time);
    return this.workingSeconds(at, at + 1) > 0;
  }

  /** The first time, in milliseconds UTC, by which so many working seconds have passed: a deadline. */
  after(from: number | Date, seconds: number): number {
    const begin = Number(from);
    if (!(seconds >= 0) || Number.isNaN(begin)) return NaN;
    if (seconds === 0) return begin;
    for (let weeks = 2 * seconds / this.weekSeconds + 2; weeks < 1e5; weeks *= 2) {
      const open = this.#cover(begin, begin + weeks * WEEK);
      if (begin < open.low || begin >= open.high) break;
      const reached = open.reach(open.until(begin) + seconds * 1000);
      if (reached !== undefined) return reached;
    }
    return NaN;
  }

  /** `Mo-Fr 09:00-17:00, Europe/Berlin, less holidays`. */
  toString(): string {
    return `${formatHours(this.hours)}, ${this.timeZone}${this.holidays.length === 0 ? "" : ", less holidays"}`;
  }

  /** What `workingCalendar` and calendar files take. */
  toJSON(): { hours: string; timeZone: string; holidays: string[] } {
    return {
      hours: formatHours(this.hours),
      timeZone: this.timeZone,
      holidays: this.holidays.map(formatClosing),
    };
  }

  /** Milliseconds; only differences mean something. */
  #until(open: OpenTimes, time: number): number {
    if (time >= open.low && time < open.high) return open.until(time);
    const weeks = time < open.low ? -Math.ceil((open.low - time) / WEEK) : Math.floor((time - open.high) / WEEK) + 1;
    return open.until(time - weeks * WEEK) + weeks * this.weekSeconds * 1000;
  }

  #cover(from: number, to: number): OpenTimes {
    const known = this.#open;
    const year = (time: number) => Math.min(LAST, Math.max(FIRST, new Date(time).getUTCFullYear() || FIRST));
    let first = year(from) - 1, last = year(Math.min(to, 8.64e15)) + 1;
    if (known) {
      first = Math.min(first, year(known.low));
      last = Math.max(last, year(known.high - 1));
      if (Date.UTC(first, 0, 1) >= known.low && Date.UTC(last + 1, 0, 1) <= known.high) return known;
    }
    const clock = clockOf(this.timeZone);
    const closings = this.holidays.map(({ from, to, local }) =>
      local ? { from: toUtc(clock, from), to: toUtc(clock, to) } : { from, to }
    ).sort((a, b) => a.from - b.from || a.to - b.to);
    return this.#open = new OpenTimes(this.hours, clock, mergedSpans(closings), first, last);
  }
}

/**
 * Working hours in a time zone, less holidays. Every duration of the library takes one as `calendar`.
 *
 * Days have 23 or 25 hours where clocks change: hours are local times, and open while the clock shows them. Where clocks
 * go back over the begin or end of hours, the first of the two times counts. Hours past midnight belong to the day on
 * which they begin; a holiday closes its own day from midnight to midnight. Beyond 1900 and 2110 weeks repeat.
 *
 * @throws OptionError if hours or holidays cannot be understood, or no working time is left in a week.
 * @throws InputError if there is no such time zone.
 * @example
 * ```ts
 * import { workingCalendar } from "tracebook";
 * const office = workingCalendar({ hours: "Mo-Fr 09:00-17:00", timeZone: "Europe/Berlin", holidays: ["12-25", "12-26"] });
 * office.workingSeconds(new Date("2026-01-02T16:00+01:00"), new Date("2026-01-05T10:00+01:00")) / 3600; // 2
 * ```
 */
export function workingCalendar(options: CalendarOptions): WorkingCalendar {
  if (typeof options !== "object" || options === null || options.hours === undefined) {
    throw new OptionError(
      `Expected { hours: "Mo-Fr 09:00-17:00", timeZone: "Europe/Berlin" } but found ${JSON.stringify(options)}.`,
    );
  }
  return new WorkingCalendar(options);
}

function mergedSpans(spans: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of spans) {
    const last = merged[merged.length - 1];
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}
