/**
 * Events of an iCalendar file (RFC 5545), as spans of time.
 *
 * ical.js reads the file and lays out recurrences: rules, added and excepted dates, changed occurrences. Times in a named
 * zone are taken by the IANA database; by the file's own VTIMEZONE where the name is not one of IANA's, as Outlook
 * writes them.
 */
import ICAL from "ical.js";
import { InputError } from "../../base/errors.ts";
import { clockOf } from "../time/time_zone.ts";

/** One occurrence of an event. */
export interface IcsSpan {
  /** Milliseconds UTC; of local times (whole days, times without a zone) as if they were UTC. */
  readonly from: number;
  /** The moment at which it is over. */
  readonly to: number;
  readonly local: boolean;
  readonly name: string;
}

/** Recurring events are laid out up to the end of this year: rules without an end have no last occurrence. */
export const LAST_RECURRENCE = 2050;
/** Of one event: a daily one from 2000 on has 18,600. */
const MOST_OCCURRENCES = 20_000;

/**
 * Reads all events but cancelled ones, in the order of their begin.
 *
 * @param name the file, for messages.
 * @throws InputError if the text is no iCalendar file, holds no event, or an event has no readable begin.
 */
export function readIcs(text: string, name: string): IcsSpan[] {
  const calendar = parsed(text, name);
  const events = calendar.getAllSubcomponents("vevent");
  if (events.length === 0) throw new InputError(`${name}: expected events (VEVENT) but found none.`);
  const changed = Map.groupBy(
    events.filter((event) => event.hasProperty("recurrence-id")),
    (event) => String(event.getFirstPropertyValue("uid")),
  );
  const spans: IcsSpan[] = [];
  for (const component of events) {
    if (component.hasProperty("recurrence-id") && hasMaster(component, events)) continue;
    const event = new ICAL.Event(component, {
      exceptions: changed.get(String(component.getFirstPropertyValue("uid"))) ?? [],
    });
    try {
      spans.push(...spansOf(event, name));
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw unreadable(name, titleOf(event), (error as Error).message);
    }
  }
  return spans.sort((a, b) => a.from - b.from || a.to - b.to);
}

function parsed(text: string, name: string): ICAL.Component {
  let parts: unknown;
  try {
    parts = ICAL.parse(text.replace(/\r?\n/g, "\r\n"));
  } catch (error) {
    throw new InputError(
      `${name}: expected an iCalendar file (BEGIN:VCALENDAR …) but could not read it: ${(error as Error).message}.`,
    );
  }
  // A file may hold several calendars one after the other.
  const all = (Array.isArray((parts as unknown[])[0]) ? parts : [parts]) as never[];
  const calendars = all.map((part) => new ICAL.Component(part)).filter((one) => one.name === "vcalendar");
  const [first, ...others] = calendars;
  if (!first) throw new InputError(`${name}: expected an iCalendar file (BEGIN:VCALENDAR …) but found none in it.`);
  for (const other of others) for (const part of other.getAllSubcomponents()) first.addSubcomponent(part);
  return first;
}

function hasMaster(changed: ICAL.Component, events: readonly ICAL.Component[]): boolean {
  const uid = String(changed.getFirstPropertyValue("uid"));
  return events.some((one) => !one.hasProperty("recurrence-id") && String(one.getFirstPropertyValue("uid")) === uid);
}

function spansOf(event: ICAL.Event, name: string): IcsSpan[] {
  const start = event.component.getFirstPropertyValue("dtstart");
  if (!(start instanceof ICAL.Time)) throw unreadable(name, titleOf(event), "it has no DTSTART");
  if (cancelled(event)) return [];
  if (!event.isRecurring()) return [spanOf(event, event.startDate, event.endDate)];
  const rules = event.component.getAllProperties("rrule").map((rule) => String(rule.getFirstValue()).toUpperCase());
  if (rules.some((rule) => /FREQ=(SECOND|MINUTE|HOUR)LY/.test(rule))) throw recursTooOften(event, name);
  const leapDay = isLeapDay(event.startDate) && rules.some((rule) => /FREQ=YEARLY/.test(rule) && !/;BY/.test(rule));
  const spans: IcsSpan[] = [];
  const occurrences = event.iterator();
  for (let at = occurrences.next(); at && at.year <= LAST_RECURRENCE; at = occurrences.next()) {
    // RFC 5545, 3.3.10: days that a year does not have are left out; ical.js takes the first of March for a leap day.
    if (leapDay && !isLeapDay(at)) continue;
    const { item, startDate, endDate } = event.getOccurrenceDetails(at);
    if (!cancelled(item)) spans.push(spanOf(item, startDate, endDate));
    if (spans.length > MOST_OCCURRENCES) throw recursTooOften(event, name);
  }
  return spans;
}

function isLeapDay({ month, day }: ICAL.Time): boolean {
  return month === 2 && day === 29;
}

function recursTooOften(event: ICAL.Event, name: string): InputError {
  return new InputError(
    `${name}: expected holidays but found "${titleOf(event)}", which recurs every hour or oftener, or more than ` +
      `${MOST_OCCURRENCES} times up to ${LAST_RECURRENCE}. Leave it out of the file.`,
  );
}

function spanOf(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time): IcsSpan {
  const from = momentOf(start, event), to = momentOf(end, event);
  // RFC 5545, 3.6.1: a day without an end lasts that day, a time without one no time at all.
  const least = start.isDate ? 86_400_000 : 0;
  return { from: from.ms, to: Math.max(to.ms, from.ms + least), local: from.local, name: titleOf(event) };
}

function momentOf(time: ICAL.Time, event: ICAL.Event): { ms: number; local: boolean } {
  const asUtc = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  if (time.isDate) return { ms: asUtc, local: true };
  if (time.zone === ICAL.Timezone.utcTimezone) return { ms: asUtc, local: false };
  const named = event.component.getFirstProperty("dtstart")!.getParameter("tzid") as string | undefined;
  if (named === undefined) return { ms: asUtc, local: true };
  try {
    return { ms: clockOf(named).toUtc(asUtc), local: false };
  } catch {
    const own = event.component.parent?.getAllSubcomponents("vtimezone")
      .find((zone) => zone.getFirstPropertyValue("tzid") === named);
    if (!own) throw new Error(`its zone "${named}" is neither one of IANA's nor described by a VTIMEZONE`);
    const offset = new ICAL.Timezone(own).utcOffset(time);
    return { ms: asUtc - offset * 1000, local: false };
  }
}

function cancelled(event: ICAL.Event): boolean {
  return String(event.component.getFirstPropertyValue("status") ?? "").toUpperCase() === "CANCELLED";
}

function titleOf(event: ICAL.Event): string {
  return String(event.summary ?? event.uid ?? "an event without a name");
}

function unreadable(name: string, title: string, why: string): InputError {
  return new InputError(`${name}: expected events with readable times but could not read "${title}": ${why}.`);
}
