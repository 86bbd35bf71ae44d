/** Calendars of people, teams or other groups. */
import { InputError, OptionError } from "../../base/errors.ts";
import { inWords } from "../../base/inspect.ts";
import { countOf } from "../../base/format.ts";
import { asText } from "../../base/text_codes.ts";
import type { EventLog } from "../events/event_log.ts";
import { suggestion } from "../filter/options.ts";
import type { WorkingCalendar } from "./working_calendar.ts";

/** What every duration takes: one calendar for all, or one for each resource or group. */
export type Calendar = WorkingCalendar | CalendarsBy;

export interface CalendarsByOptions {
  /** `resource`, or an attribute of events or cases, such as a team or a country. */
  readonly by: string;
  /** The calendar of each value of it. */
  readonly calendars: Readonly<Record<string, WorkingCalendar>> | ReadonlyMap<string, WorkingCalendar>;
  /** For values without a calendar of their own, and for whole cases. */
  readonly otherwise: WorkingCalendar;
}

/** One calendar for each value of a column, and one for all others. Made by `calendarsBy`. */
export class CalendarsBy {
  readonly by: string;
  readonly calendars: ReadonlyMap<string, WorkingCalendar>;
  readonly otherwise: WorkingCalendar;

  constructor({ by, calendars, otherwise }: CalendarsByOptions) {
    this.by = by;
    this.calendars = calendars instanceof Map ? calendars : new Map(Object.entries(calendars));
    this.otherwise = otherwise;
    inWords(this);
  }

  /** `a calendar for each of 12 values of resource; all others Mo-Fr 09:00-17:00, UTC`. */
  toString(): string {
    return `a calendar for each of ${
      countOf(this.calendars.size, "value")
    } of ${this.by}; all others ${this.otherwise}`;
  }

  toJSON(): object {
    return {
      by: this.by,
      otherwise: this.otherwise.toJSON(),
      calendars: Object.fromEntries([...this.calendars].map(([name, one]) => [name, one.toJSON()])),
    };
  }
}

/**
 * A calendar for each resource, or each value of another column. What happens in an event is measured by the calendar
 * of its own value; a wait by that of the event that is waited for; a whole case by `otherwise`.
 *
 * @throws OptionError if a calendar is none.
 * @example
 * ```ts
 * import { calendarsBy, workingCalendar } from "tracebook";
 * calendarsBy({
 *   by: "country",
 *   calendars: { IN: workingCalendar({ hours: "Mo-Sa 10:00-18:00", timeZone: "Asia/Kolkata" }) },
 *   otherwise: workingCalendar({ hours: "Mo-Fr 09:00-17:00", timeZone: "Europe/Berlin" }),
 * });
 * ```
 */
export function calendarsBy(options: CalendarsByOptions): CalendarsBy {
  const made = new CalendarsBy(options);
  for (const calendar of [made.otherwise, ...made.calendars.values()]) {
    if (!isWorkingCalendar(calendar)) {
      throw new OptionError(
        `Expected each calendar of calendarsBy to be one of workingCalendar, and one as "otherwise", but found ` +
          `${JSON.stringify(calendar)}.`,
      );
    }
  }
  return made;
}

/** Working or elapsed seconds between two times of one event of the log. */
export type SecondsOf = (event: number, from: number, to: number) => number;

/** The calendar that holds for whole cases; undefined where all time counts. */
export function caseCalendar(calendar: Calendar | undefined): WorkingCalendar | undefined {
  checkCalendar(calendar);
  return calendar === undefined || isWorkingCalendar(calendar) ? calendar : calendar.otherwise;
}

/**
 * How long it is between two times for an event of a log; without a calendar, the time that passes.
 *
 * @throws InputError if the log lacks the column that tells calendars apart.
 * @throws OptionError if `calendar` is none.
 */
export function secondsOf(log: EventLog, calendar: Calendar | undefined): SecondsOf {
  checkCalendar(calendar);
  if (calendar === undefined) return (_, from, to) => (to - from) / 1000;
  if (isWorkingCalendar(calendar)) return (_, from, to) => calendar.workingSeconds(from, to);
  const { codes, names } = codesOf(log, calendar.by);
  const each = names.map((name) => calendar.calendars.get(name) ?? calendar.otherwise);
  return (event, from, to) => (each[codes[event]!] ?? calendar.otherwise).workingSeconds(from, to);
}

/**
 * The value of a column of each event, as codes; −1 where it has none.
 *
 * @param by `resource` is the log's column of resources.
 * @throws InputError if the log has no such column.
 */
export function codesOf(log: EventLog, by: string): { codes: ArrayLike<number>; names: readonly string[] } {
  if (by === "resource" && log.resource && log.resources) return { codes: log.resource, names: log.resources };
  const column = log.attribute(by) ?? log.attribute(by.startsWith("case:") ? by.slice(5) : `case:${by}`);
  if (!column) {
    throw new InputError(
      by === "resource"
        ? `${log.name}: expected a log that says who did what but found no resources. ` +
          `Name their column when you read the log: mapping: { resource: "…" }.`
        : `${log.name}: expected a column to tell groups by but found no "${by}". ${suggestion(by, log.attributes)}`,
    );
  }
  const { codes, dictionary } = asText(column);
  return { codes, names: dictionary };
}

function checkCalendar(calendar: unknown): void {
  if (calendar === undefined || isWorkingCalendar(calendar)) return;
  if (typeof calendar === "object" && calendar !== null && "otherwise" in calendar) return;
  throw new OptionError(
    `Expected calendar to be one of workingCalendar or calendarsBy but found ${JSON.stringify(calendar)}. ` +
      `workingCalendar({ hours: "Mo-Fr 09:00-17:00", timeZone: "Europe/Berlin" }) makes one.`,
  );
}

/** By what it has, not by its class: a notebook may have loaded an edited class anew. */
function isWorkingCalendar(value: unknown): value is WorkingCalendar {
  return typeof value === "object" && value !== null && "workingSeconds" in value;
}
