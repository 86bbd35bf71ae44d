/** One point in time from one text, in the shapes that exports have. Which of day and month comes first is left open. */

/** What a text was found to be. */
export const enum Shape {
  None,
  /** Year, month and day are known: `year`, `month`, `day`. */
  Date,
  /** Day and month in either order: `first`, `second`, and `year` (of which `yearDigits` were written). */
  Either,
  /** A number: epoch or spreadsheet time, to be decided over the column. */
  Number,
}

/**
 * Filled by `readTime`; one object for all calls, because a column has a million values.
 * `clockMs` is the time of day in milliseconds, `offsetMinutes` NaN where no zone is written.
 */
export const read = {
  year: 0,
  yearDigits: 0,
  month: 0,
  day: 0,
  first: 0,
  second: 0,
  clockMs: 0,
  offsetMinutes: NaN,
};

/**
 * Reads ISO 8601 in all usual shapes; dates with slashes, dots or dashes; month names in English, German, French,
 * Spanish and Dutch; 12-hour clocks; offsets and the common names of zones; and plain numbers.
 */
export function readTime(text: string): Shape {
  read.offsetMinutes = NaN;
  read.clockMs = 0;
  text = isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(text.length - 1)) ? text.trim() : text;
  const shape = readNumeric(text);
  if (shape === Shape.Date) return isDay(read.year, read.month, read.day) ? shape : Shape.None;
  if (shape !== Shape.None) return shape;
  return readNamed(text) && isDay(read.year, read.month, read.day) ? Shape.Date : Shape.None;
}

/** Milliseconds from 1970 to a day of the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayMs(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468) * 86_400_000;
}

const MONTH_DAYS = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > MONTH_DAYS[month]!) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

const ZERO = 0x30, DASH = 0x2d, DOT = 0x2e, SLASH = 0x2f, COLON = 0x3a, COMMA = 0x2c, PLUS = 0x2b;

function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - ZERO;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x202f || code === 0x09 || code === 0x0a || code === 0x0d;
}

/** Texts that begin with a digit: numbers, and dates whose month is a number. */
function readNumeric(text: string): Shape {
  const length = text.length;
  let i = 0, first = 0, digit: number;
  while ((digit = digitAt(text, i)) >= 0) first = first * 10 + digit, i++;
  const firstDigits = i;
  if (firstDigits === 0) return text.charCodeAt(0) === DASH && isNumber(text) ? Shape.Number : Shape.None;
  if (i === length) return Shape.Number;
  if (firstDigits === 8) return readCompact(text, first);
  const separator = text.charCodeAt(i);
  if (separator !== DASH && separator !== DOT && separator !== SLASH || firstDigits > 4 || firstDigits === 3) {
    return isNumber(text) ? Shape.Number : Shape.None;
  }
  let second = 0;
  let start = ++i;
  while ((digit = digitAt(text, i)) >= 0) second = second * 10 + digit, i++;
  if (i === start) return Shape.None;
  if (i === length || i - start > 2 || text.charCodeAt(i) !== separator) {
    return isNumber(text) ? Shape.Number : Shape.None;
  }
  let third = 0;
  start = ++i;
  while ((digit = digitAt(text, i)) >= 0) third = third * 10 + digit, i++;
  const thirdDigits = i - start;
  if (i < length && !readClock(text, i)) return Shape.None;
  if (firstDigits === 4) {
    if (thirdDigits < 1 || thirdDigits > 2) return Shape.None;
    read.year = first, read.month = second, read.day = third;
    return Shape.Date;
  }
  if (thirdDigits !== 4 && thirdDigits !== 2) return Shape.None;
  read.first = first, read.second = second, read.year = third, read.yearDigits = thirdDigits;
  return Shape.Either;
}

/** 20251231T140533Z */
function readCompact(text: string, date: number): Shape {
  if (text.charCodeAt(8) === DOT) return isNumber(text) ? Shape.Number : Shape.None;
  if (!readClock(text, 8)) return Shape.None;
  read.year = Math.floor(date / 10000), read.month = Math.floor(date / 100) % 100, read.day = date % 100;
  return Shape.Date;
}

function isNumber(text: string): boolean {
  return /^-?\d+([.,]\d+)?([eE]\+?\d+)?$/.test(text);
}

/** The time of day, and the zone, from `at` to the end of the text; false if something else stands there. */
function readClock(text: string, at: number): boolean {
  const length = text.length;
  let i = at;
  const mark = text.charCodeAt(i);
  // 2025-12-31-05:00 is a day with a zone (XML Schema), 2025-12-31-14.05.33 a time (DB2).
  if (mark === DASH && length - at === 6 && text.charCodeAt(at + 3) === COLON) return readZone(text, at);
  if (mark === 0x54 || mark === 0x74 || mark === DASH || mark === COLON) i++;
  else {
    while (isSpace(text.charCodeAt(i)) || text.charCodeAt(i) === COMMA) i++;
    if (i === at) return readZone(text, i);
    if (digitAt(text, i) < 0) i = afterConnector(text, i);
  }
  const clockStart = i;
  let hours = 0, digit: number;
  while ((digit = digitAt(text, i)) >= 0) hours = hours * 10 + digit, i++;
  const hourDigits = i - clockStart;
  if (hourDigits === 0) return mark !== DASH && mark !== COLON && readZone(text, i);
  let minutes = 0, seconds = 0, fraction = 0;
  if (hourDigits === 4 || hourDigits === 6) {
    if (hourDigits === 6) seconds = hours % 100, hours = Math.floor(hours / 100);
    minutes = hours % 100, hours = Math.floor(hours / 100);
  } else if (hourDigits > 2) return false;
  else if (isClockSeparator(text.charCodeAt(i)) && digitAt(text, i + 1) >= 0 && digitAt(text, i + 2) >= 0) {
    minutes = digitAt(text, i + 1) * 10 + digitAt(text, i + 2);
    i += 3;
    const separator = text.charCodeAt(i);
    if ((separator === COLON || separator === DOT) && digitAt(text, i + 1) >= 0 && digitAt(text, i + 2) >= 0) {
      seconds = digitAt(text, i + 1) * 10 + digitAt(text, i + 2);
      i += 3;
    }
  } else if (!/^\s*([ap]\.?m|h|uhr)/i.test(text.slice(i))) return false;
  const point = text.charCodeAt(i);
  if ((point === DOT || point === COMMA || point === COLON) && digitAt(text, i + 1) >= 0) {
    let digits = 0;
    for (i++; (digit = digitAt(text, i)) >= 0; i++) if (digits < 9) fraction = fraction * 10 + digit, digits++;
    // Divided, not multiplied by 0.1: whole milliseconds stay whole.
    fraction = fraction * 1000 / 10 ** digits;
  }
  if (i < length) {
    const tail = text.charCodeAt(i) | 0x20;
    if (isSpace(text.charCodeAt(i)) || tail === 0x61 || tail === 0x70 || tail === 0x68 || tail === 0x75) {
      const half = /^\s*(?:([ap])\.?\s?m\.?|h|uhr)(?![a-z])/i.exec(text.slice(i));
      if (half) {
        i += half[0].length;
        if (half[1]) {
          if (hours < 1 || hours > 12) return false;
          hours = hours % 12 + (half[1].toLowerCase() === "p" ? 12 : 0);
        }
      }
    }
  }
  // 24:00 is the end of the day, and a minute may have a leap second.
  if (hours > 24 || minutes > 59 || seconds > 60 || (hours === 24 && (minutes > 0 || seconds > 0 || fraction > 0))) {
    return false;
  }
  read.clockMs = hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + fraction;
  return i === length || readZone(text, i);
}

function isClockSeparator(code: number): boolean {
  return code === COLON || code === DOT || code === 0x68 || code === 0x48;
}

/** Words between date and time: "at", "à", "um", "a las", "om". */
function afterConnector(text: string, at: number): number {
  const word = /^(at|à|um|a las|a|om|-)\s+/i.exec(text.slice(at));
  return word ? at + word[0].length : at;
}

const ZONES: Record<string, number> = {
  z: 0,
  utc: 0,
  gmt: 0,
  ut: 0,
  wet: 0,
  west: 60,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

/** Z, +01:00, +0100, +01, UTC, CET, GMT+1, each with a name in brackets or parentheses behind it. */
function readZone(text: string, at: number): boolean {
  let i = at;
  while (isSpace(text.charCodeAt(i))) i++;
  if (i === text.length) return true;
  const sign = text.charCodeAt(i);
  if (sign === 0x5a && i + 1 === text.length) {
    read.offsetMinutes = 0;
    return true;
  }
  if (sign !== PLUS && sign !== DASH && sign !== 0x2212) return readZoneName(text.slice(i));
  const direction = sign === PLUS ? 1 : -1;
  const h1 = digitAt(text, i + 1), h2 = digitAt(text, i + 2);
  if (h1 < 0) return false;
  let minutes = 0;
  let hours = h1;
  i += 2;
  if (h2 >= 0) hours = h1 * 10 + h2, i++;
  if (text.charCodeAt(i) === COLON) i++;
  if (digitAt(text, i) >= 0 && digitAt(text, i + 1) >= 0) {
    minutes = digitAt(text, i) * 10 + digitAt(text, i + 1);
    i += 2;
  }
  if (text.charCodeAt(i) === COLON && digitAt(text, i + 1) === 0 && digitAt(text, i + 2) === 0) i += 3;
  if (hours > 18 || minutes > 59) return false;
  read.offsetMinutes = direction * (hours * 60 + minutes);
  return i === text.length || /^\s*(\[[^\]]*\]|\([^)]*\))$/.test(text.slice(i));
}

function readZoneName(text: string): boolean {
  const match = /^([A-Za-z]{1,4})(?=$|[\s+\-[(])\s*([+-]\d{1,2}(?::?\d\d)?)?\s*(\[[^\]]*\]|\([^)]*\))?$/.exec(text);
  if (!match) return false;
  const base = ZONES[match[1]!.toLowerCase()];
  if (base === undefined) return false;
  if (match[2]) {
    if (base !== 0 || !readZone(match[2], 0)) return false;
  } else read.offsetMinutes = base;
  return true;
}

/** 31-Dec-2025 · 31. März 2025 · December 31, 2025 · 2025-Dec-31 · Wed Dec 31 14:05:00 CET 2025 · 31/Dec/2025:14:05:33 */
function readNamed(text: string): boolean {
  if (text.length > 80) return false;
  const plain = text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const word = "([a-z]{3,10})";
  let match: RegExpExecArray | null;
  if (
    (match = new RegExp(
      `^${WEEKDAY}(\\d{1,2})(?:\\.|er|st|nd|rd|th)?[\\s\\-/]*(?:de\\s+|of\\s+)?${word}\\.?[\\s\\-/,]*(?:de(?:l)?\\s+)?(\\d{4}|\\d\\d)(?!\\d)`,
    ).exec(plain))
  ) {
    return setNamed(match[3]!, match[2]!, match[1]!) && readRest(plain, match[0].length);
  }
  if (
    (match = new RegExp(`^${WEEKDAY}${word}\\.?[\\s\\-/]*(\\d{1,2})(?:st|nd|rd|th)?[\\s\\-/,]+(\\d{4})(?!\\d)`).exec(
      plain,
    ))
  ) {
    return setNamed(match[3]!, match[1]!, match[2]!) && readRest(plain, match[0].length);
  }
  if ((match = new RegExp(`^(\\d{4})[\\s\\-/]*${word}\\.?[\\s\\-/]*(\\d{1,2})(?!\\d)`).exec(plain))) {
    return setNamed(match[1]!, match[2]!, match[3]!) && readRest(plain, match[0].length);
  }
  if (
    (match = new RegExp(
      `^${WEEKDAY}${word}\\s+(\\d{1,2})\\s+(\\d{1,2}:\\d\\d:\\d\\d)\\s+(?:([a-z]{1,4}|[+-]\\d{4})\\s+)?(\\d{4})$`,
    ).exec(plain))
  ) {
    return setNamed(match[5]!, match[1]!, match[2]!) && readRest(` ${match[3]!} ${match[4] ?? ""}`, 0);
  }
  return false;
}

const WEEKDAY =
  "(?:(?:le |el |(?:sun|mon|tue|wed|thu|fri|sat|sonn|mont|dien|mitt|donn|frei|sams|dim|lun|mar|mer|jeu|ven|" +
  "sam|dom|mie|jue|vie|sab|zon|maa|din|woe|don|vri|zat|so|mo|di|mi|do|fr|sa|zo|ma|wo|vr|za)[a-z]*\\.?,?\\s+))?";

function readRest(text: string, at: number): boolean {
  return at === text.length || readClock(text.toUpperCase().replaceAll("À", "A"), at);
}

function setNamed(year: string, month: string, day: string): boolean {
  const number = MONTHS.get(month);
  if (number === undefined) return false;
  read.year = year.length === 2 ? fullYear(Number(year)) : Number(year);
  read.month = number;
  read.day = Number(day);
  return true;
}

/** Two-digit years: 70 to 99 are 1970 to 1999, 00 to 69 are 2000 to 2069 (POSIX). */
export function fullYear(year: number): number {
  return year >= 70 ? 1900 + year : 2000 + year;
}

/** Names in English, German, French, Spanish, Dutch, without accents. */
const MONTHS = new Map<string, number>(
  [
    "jan january januar janner janvier janv enero ene januari",
    "feb february februar fevrier fevr fev febrero februari",
    "mar march marz maerz mrz mars marzo maart mrt",
    "apr april avril avr abril abr",
    "may mai mayo mei",
    "jun june juni juin junio",
    "jul july juli juillet juil julio",
    "aug august aout aou agosto ago augustus",
    "sep sept september septembre septiembre setiembre set",
    "oct october oktober okt octobre octubre",
    "nov november novembre noviembre",
    "dec december dezember dez decembre diciembre dic",
  ].flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
);
