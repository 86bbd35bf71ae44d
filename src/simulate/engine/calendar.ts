/** Working time: weekends, public holidays by region, and the hours of a person. Times are whole seconds, UTC. */
import { InputError } from "../../base/errors.ts";

export const MINUTE = 60;
export const HOUR = 3600;
export const DAY = 86400;

/** Hours of a working day, as seconds after midnight, ascending. */
export type Hours = readonly (readonly [from: number, to: number])[];

/** 08:00 to 12:00 and 12:30 to 17:00. */
export const FULL_TIME: Hours = [[8 * HOUR, 12 * HOUR], [12.5 * HOUR, 17 * HOUR]];
/** 08:00 to 12:30. */
export const MORNINGS: Hours = [[8 * HOUR, 12.5 * HOUR]];
/** 12:00 to 17:00. */
export const AFTERNOONS: Hours = [[12 * HOUR, 17 * HOUR]];

/** Which days are public holidays, as days after 1970-01-01. */
export type Holidays = (day: number) => boolean;

/** Public holidays of a region: fixed ones as "MM-DD", movable ones as days after Easter Sunday. */
export function holidays(fixed: readonly string[], afterEaster: readonly number[]): Holidays {
  const years = new Map<number, Set<number>>();
  return (day) => {
    const year = new Date(day * DAY * 1000).getUTCFullYear();
    let days = years.get(year);
    if (!days) {
      const easter = easterSunday(year);
      days = new Set([
        ...fixed.map((monthDay) => Date.parse(`${year}-${monthDay}T00:00:00Z`) / 1000 / DAY),
        ...afterEaster.map((offset) => easter + offset),
      ]);
      years.set(year, days);
    }
    return days.has(day);
  };
}

/** Easter Sunday in the Gregorian calendar (Meeus, "Astronomical Algorithms", 1991), as days after 1970-01-01. */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1) / 1000 / DAY;
}

/** Monday to Friday, and no public holiday. */
export function isWorkday(day: number, isHoliday: Holidays): boolean {
  const weekday = (day + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

/** The first moment at or after `time` that lies in working time. */
export function nextWorkingTime(time: number, hours: Hours, isHoliday: Holidays): number {
  for (let day = Math.floor(time / DAY);; day++) {
    if (!isWorkday(day, isHoliday)) continue;
    for (const [from, to] of hours) {
      if (time < day * DAY + to) return Math.max(time, day * DAY + from);
    }
  }
}

/** "2025-01-06T08:00:00Z" for a time in whole seconds. */
export function isoSeconds(time: number): string {
  return new Date(time * 1000).toISOString().slice(0, 19) + "Z";
}

/**
 * Whole seconds since 1970 of a day, "2025-01-06".
 *
 * @throws InputError if it is none.
 */
export function secondsOf(day: string): number {
  const seconds = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) / 1000 : NaN;
  if (Number.isNaN(seconds)) throw new InputError(`Expected a day like 2025-01-06 but found "${day}".`);
  return seconds;
}
