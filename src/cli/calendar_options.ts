/** Options of the commands that measure time: what counts as time, and what is taken for waiting. */
import { stat } from "node:fs/promises";
import { InputError, OptionError } from "../base/errors.ts";
import { type Calendar, CalendarsBy } from "../log/calendar/calendars_by.ts";
import { type Closing, parseClosing } from "../log/calendar/closings.ts";
import { parseHours } from "../log/calendar/hours.ts";
import { readCalendar, readHolidays } from "../log/calendar/read_calendar.ts";
import { WorkingCalendar } from "../log/calendar/working_calendar.ts";
import { type Arguments, choice, type Options } from "./options.ts";

export const calendarOptions = {
  calendar: {
    type: "string",
    value: "HOURS|FILE",
    help:
      'count working time only: hours such as "Mo-Fr 09:00-17:00" in the zone of --time-zone, or a calendar in JSON',
  },
  holidays: {
    type: "string",
    value: "FILE|DAYS",
    help: "days without work: iCalendar, a list with one a line, or days such as 2026-12-25,12-26 (beside --calendar)",
  },
} as const satisfies Options;

export const assumeOption = {
  assume: choice(["waiting", "service"], {
    help: "what the time before events without a start is taken for (default: not told apart)",
  }),
} as const satisfies Options;

/** The calendar that was given. @throws InputError if it can be read neither as hours nor as a file. */
export async function calendarOf(args: Arguments): Promise<{ calendar?: Calendar }> {
  const given = args.text("calendar"), days = args.text("holidays");
  if (given === undefined) {
    if (days === undefined) return {};
    throw new InputError('--holidays needs --calendar, such as --calendar "Mo-Fr 09:00-17:00" or --calendar 24/7.');
  }
  const holidays = days === undefined ? [] : await holidaysOf(days);
  if (await isFile(given)) return { calendar: withHolidays(await readCalendar(given), holidays) };
  try {
    parseHours(given);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    throw new InputError(`--calendar: there is no file "${given}", and it is no hours: ${error.message}`);
  }
  return { calendar: new WorkingCalendar({ hours: given, timeZone: args.text("time-zone") ?? "UTC", holidays }) };
}

async function holidaysOf(text: string): Promise<Closing[]> {
  if (await isFile(text)) return readHolidays(text);
  try {
    return text.split(/[,;]/).filter((day) => day.trim() !== "").flatMap(parseClosing);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    throw new InputError(`--holidays: there is no file "${text}", and it is no list of days: ${error.message}`);
  }
}

function withHolidays(calendar: Calendar, holidays: readonly Closing[]): Calendar {
  if (holidays.length === 0) return calendar;
  if (calendar instanceof WorkingCalendar) {
    return new WorkingCalendar({ ...calendar, holidays: [...calendar.holidays, ...holidays] });
  }
  const add = (one: WorkingCalendar) => withHolidays(one, holidays) as WorkingCalendar;
  return new CalendarsBy({
    by: calendar.by,
    otherwise: add(calendar.otherwise),
    calendars: new Map([...calendar.calendars].map(([name, one]) => [name, add(one)])),
  });
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isFile(), () => false);
}
