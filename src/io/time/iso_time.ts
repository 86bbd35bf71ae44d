/**
 * ISO 8601 points in time, read from the bytes of a file: no string and no Date is made, since a log has a million of
 * them.
 *
 * Read are the extended forms that logs hold (XML Schema `dateTime`, RFC 3339, SQL): `2011-04-13`,
 * `2011-04-13T14:02`, `2011-04-13 14:02:31`, a fraction of any length after `.` or `,`, and a zone `Z`, `UTC`, `+02`,
 * `+0200` or `+02:00`, directly after the time or after one space.
 */

const HYPHEN = 0x2d, COLON = 0x3a, PLUS = 0x2b, SPACE = 0x20, DOT = 0x2e, COMMA = 0x2c;
const DAY = 86_400_000, HOUR = 3_600_000, MINUTE = 60_000;
const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/**
 * Milliseconds since 1970-01-01 UTC (microseconds are kept as fractions) of the text in `bytes[from]` up to, not
 * including, `bytes[to]`; NaN if that is not a point in time that exists. Without a zone the text is read as UTC:
 * {@link isoTimeHasZone} tells.
 */
export function isoTime(bytes: Uint8Array, from: number, to: number): number {
  if (to - from < 10) return NaN;
  const year = twoDigits(bytes, from) * 100 + twoDigits(bytes, from + 2);
  const month = twoDigits(bytes, from + 5), day = twoDigits(bytes, from + 8);
  if (!(year >= 0) || bytes[from + 4] !== HYPHEN || bytes[from + 7] !== HYPHEN) return NaN;
  if (!(month >= 1 && month <= 12) || !(day >= 1 && day <= daysOfMonth(year, month))) return NaN;
  const date = daysSinceEpoch(year, month, day) * DAY;
  let at = from + 10;
  if (at === to) return date;

  const separator = bytes[at]! | 0x20; // 'T' as 't'; a space stays a space
  if ((separator !== 0x74 && separator !== SPACE) || to - at < 6 || bytes[at + 3] !== COLON) return NaN;
  const hour = twoDigits(bytes, at + 1), minute = twoDigits(bytes, at + 4);
  if (!(hour <= 24) || !(minute <= 59)) return NaN;
  let time = hour * HOUR + minute * MINUTE;
  at += 6;
  if (at < to && bytes[at] === COLON) {
    if (to - at < 3) return NaN;
    const second = twoDigits(bytes, at + 1);
    if (!(second <= 59)) return NaN;
    time += second * 1000;
    at += 3;
    if (at < to && (bytes[at] === DOT || bytes[at] === COMMA)) {
      const first = ++at;
      let fraction = 0, digits = 0;
      for (; at < to; at++) {
        const digit = bytes[at]! - 0x30;
        if (digit < 0 || digit > 9) break;
        if (digits < 9) {
          fraction = fraction * 10 + digit;
          digits++;
        }
      }
      if (at === first) return NaN;
      // Divided, not multiplied by 0.1: whole milliseconds stay whole.
      time += fraction * 1000 / TEN_TO[digits]!;
    }
  }
  if (time > DAY) return NaN; // 24:00:00 is the end of a day; nothing is later
  return date + time - zoneOffset(bytes, at, to);
}

/**
 * Whether the text that {@link isoTime} has read says its zone. A date alone does not.
 */
export function isoTimeHasZone(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = to - 1; at >= from + 16; at--) {
    const byte = bytes[at]!;
    if (byte === PLUS || byte === HYPHEN || (byte | 0x20) === 0x7a || (byte | 0x20) === 0x63) return true;
  }
  return false;
}

const TEN_TO = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 0x30, ones = bytes[at + 1]! - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysSinceEpoch(year: number, month: number, day: number): number {
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const inYear = DAYS_BEFORE_MONTH[month]! + (month > 2 && isLeap(year) ? 1 : 0) + day - 1;
  return year * 365 + leapDays + inYear - 719_527;
}

/** Milliseconds that local time is ahead of UTC: 0 where the text ends here, NaN where this is no zone. */
function zoneOffset(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  if (at < to && bytes[at] === SPACE) {
    at++;
    if (at === to) return NaN;
  }
  const length = to - at;
  if (length === 0) return 0;
  if (length === 1) return (bytes[at]! | 0x20) === 0x7a ? 0 : NaN;
  const sign = bytes[at]!;
  if (sign !== PLUS && sign !== HYPHEN) return isUtc(bytes, at, to) ? 0 : NaN;
  const hours = length === 3 || length === 5 || length === 6 ? twoDigits(bytes, at + 1) : NaN;
  const minutes = length === 3 ? 0 : length === 5 ? twoDigits(bytes, at + 3) : twoDigits(bytes, at + 4);
  if (!(hours <= 23) || !(minutes <= 59) || (length === 6 && bytes[at + 3] !== COLON)) return NaN;
  const offset = hours * HOUR + minutes * MINUTE;
  return sign === PLUS ? offset : -offset;
}

function isUtc(bytes: Uint8Array, from: number, to: number): boolean {
  return to - from === 3 && (bytes[from]! | 0x20) === 0x75 && (bytes[from + 1]! | 0x20) === 0x74 &&
    (bytes[from + 2]! | 0x20) === 0x63;
}
