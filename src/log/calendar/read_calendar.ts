/** Calendars and holidays from files. */
import { basename } from "node:path";
import { InputError, TracebookError } from "../../base/errors.ts";
import { readTextFile } from "../../io/files/read_text_file.ts";
import { readIcs } from "../../io/ics/ics.ts";
import { checkJsonDepth } from "../../io/json_depth.ts";
import { type Calendar, CalendarsBy } from "./calendars_by.ts";
import { type Closing, parseClosing } from "./closings.ts";
import { type CalendarOptions, WorkingCalendar } from "./working_calendar.ts";

const MOST_BYTES = 32 << 20;

/**
 * Reads holidays from a file: iCalendar (`.ics`), or a list with one a line, as `2026-12-25 Christmas`, `12-25` (every
 * year) or `2026-12-24/2026-12-31`; what stands behind the date is its name, and lines that begin with `#` are left out.
 *
 * Of an iCalendar file all events but cancelled ones are closed times: whole days and times of day, once or recurring,
 * less excepted dates. Recurring ones are laid out up to 2050.
 *
 * @throws InputError if the file is missing or holds something else, with the line.
 * @example
 * ```ts
 * import { readHolidays, workingCalendar } from "tracebook";
 * const calendarOf = async (path: string) =>
 *   workingCalendar({ hours: "Mo-Fr 09:00-17:00", timeZone: "Europe/Berlin", holidays: await readHolidays(path) });
 * ```
 */
export async function readHolidays(path: string): Promise<Closing[]> {
  const name = basename(path);
  const text = await textOf(path, "holidays");
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return readIcs(text, name);
  if (/\.ics$/i.test(path)) throw new InputError(`${name}: expected BEGIN:VCALENDAR on its first line but found none.`);
  const closings: Closing[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === "" || line.trim().startsWith("#")) return;
    const [, date, title] = /^\s*"?([\d:TZ.\-/]+(?: to [\d:TZ.\-]+)?)"?\s*[,;\t ]?\s*(.*?)\s*$/.exec(line) ?? [];
    try {
      const named = title === undefined || title === "" ? {} : { name: title };
      closings.push(...parseClosing(date ?? line).map((one) => ({ ...one, ...named })));
    } catch (error) {
      throw inFile(error, `${name}, line ${i + 1}`);
    }
  });
  if (closings.length === 0) throw new InputError(`${name}: expected holidays, one a line, but found none.`);
  return closings;
}

/**
 * Reads a calendar from a JSON file: `{ "hours": "Mo-Fr 09:00-17:00", "timeZone": "Europe/Berlin", "holidays": […] }`, or
 * one for each value of a column: `{ "by": "resource", "otherwise": {…}, "calendars": { "Ann": {…} } }`. That is what
 * `JSON.stringify` writes of a calendar, and `tb calendars -o FILE` of the calendars it finds.
 *
 * @throws InputError if the file is missing or holds something else.
 * @example
 * ```ts
 * import { readCalendar, readLog, throughputTimes } from "tracebook";
 * const times = async (path: string) =>
 *   throughputTimes(await readLog("data/order-to-cash.csv"), { calendar: await readCalendar(path) });
 * ```
 */
export async function readCalendar(path: string): Promise<Calendar> {
  const name = basename(path);
  const text = await textOf(path, "a calendar");
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) {
    throw new InputError(
      `${name}: expected the hours of a calendar but found an iCalendar file, which holds holidays: read it with ` +
        `readHolidays (--holidays), and give the hours beside it.`,
    );
  }
  checkJsonDepth(text, name);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${name}: expected a calendar as JSON but could not read it: ${(error as Error).message}.`);
  }
  try {
    return calendarOf(content);
  } catch (error) {
    throw inFile(error, name);
  }
}

function calendarOf(content: unknown): Calendar {
  if (!isRecord(content) || !("by" in content)) return one(content);
  const { by, otherwise, calendars = {} } = content;
  if (typeof by !== "string" || !isRecord(calendars)) throw misread(content);
  const each = Object.entries(calendars).map(([value, calendar]) => [value, one(calendar)] as const);
  return new CalendarsBy({ by, otherwise: one(otherwise), calendars: new Map(each) });
}

function one(content: unknown): WorkingCalendar {
  if (!isRecord(content) || typeof content["hours"] !== "string") throw misread(content);
  for (const key of Object.keys(content)) if (!["hours", "timeZone", "holidays"].includes(key)) throw misread(content);
  const { holidays, timeZone } = content;
  const isList = Array.isArray(holidays) && holidays.every((day) => typeof day === "string");
  if ((holidays !== undefined && !isList) || (timeZone !== undefined && typeof timeZone !== "string")) {
    throw misread(content);
  }
  return new WorkingCalendar(content as unknown as CalendarOptions);
}

function misread(content: unknown): InputError {
  return new InputError(
    `Expected { "hours": "Mo-Fr 09:00-17:00", "timeZone": "Europe/Berlin", "holidays": ["2026-12-25"] } but found ` +
      `${(JSON.stringify(content) ?? "nothing").slice(0, 120)}.`,
  );
}

async function textOf(path: string, what: string): Promise<string> {
  try {
    return await readTextFile(path, MOST_BYTES, `a file of ${what}`);
  } catch (error) {
    if (error instanceof TracebookError) throw error;
    throw new InputError(`${path}: expected a file of ${what} but could not open it: ${(error as Error).message}.`);
  }
}

function inFile(error: unknown, place: string): unknown {
  return error instanceof TracebookError
    ? new InputError(`${place}: ${error.message.replace(/^Expected/, "expected")}`)
    : error;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
