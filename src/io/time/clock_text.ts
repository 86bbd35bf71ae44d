/** Times of day that stand in a column of their own: 08:30:15, 083015, 83015, 8:30 AM, PT8H30M, 0.354 of a day. */

/** How times of day are written: as clocks show them, as digits without separators, or as a part of a day. */
export type ClockKind = "text" | "digits" | "fraction";

/** How all of these are written as times of day; undefined where they are none. */
export function clockKindOf(values: readonly string[]): ClockKind | undefined {
  if (values.length === 0) return undefined;
  const shown = values.filter((value) => shownClock(value) !== undefined).length;
  if (shown >= 0.9 * values.length) return "text";
  if (values.every((value) => /^\d{1,8}(\.0+)?$/.test(value.trim()))) return unitOf(values) && "digits";
  const numbers = values.map((value) => Number(value.trim().replace(",", ".")));
  return numbers.every((number) => number >= 0 && number < 1) ? "fraction" : undefined;
}

/**
 * A function that writes each value of a column as hours, minutes and seconds, such as 08:30:15; undefined where a value
 * is no time of day. What digits mean is decided over all values of the column: 83015 is 08:30:15, 830 is 08:30.
 */
export function clockWriter(values: readonly string[]): (value: string) => string | undefined {
  const kind = clockKindOf(values.filter((value) => value.trim() !== ""));
  if (kind === "fraction") return (value) => ofDay(Number(value.trim().replace(",", ".")) * DAY);
  if (kind !== "digits") return shownClock;
  const unit = unitOf(values)!;
  return (value) => {
    const number = Number(value.trim());
    if (value.trim() === "" || !unit.fits(number)) return shownClock(value);
    return unit.write(number);
  };
}

const DAY = 86_400_000;

interface Unit {
  fits(number: number): boolean;
  write(number: number): string;
}

/** Hours, minutes and seconds in a row, as SAP writes them; the zero in front may be lost. */
const SECONDS_LAST: Unit = {
  fits: (n) => n % 100 < 60 && Math.floor(n / 100) % 100 < 60 && n <= 240_000,
  write: (n) => written(Math.floor(n / 10_000), Math.floor(n / 100) % 100, n % 100),
};
const MINUTES_LAST: Unit = {
  fits: (n) => n % 100 < 60 && n <= 2400,
  write: (n) => written(Math.floor(n / 100), n % 100, 0),
};
const SECONDS_OF_DAY: Unit = { fits: (n) => n <= 86_400, write: (n) => ofDay(n * 1000) };
const MILLISECONDS_OF_DAY: Unit = { fits: (n) => n <= DAY, write: ofDay };

function unitOf(values: readonly string[]): Unit | undefined {
  const known = values.map((value) => value.trim()).filter((value) => value !== "");
  const numbers = known.map(Number);
  const isShort = known.every((value) => value.replace(/\.0+$/, "").length <= 4);
  const units = isShort && numbers.some((n) => n > 0)
    ? [MINUTES_LAST, SECONDS_LAST, SECONDS_OF_DAY]
    : [SECONDS_LAST, SECONDS_OF_DAY, MILLISECONDS_OF_DAY];
  return units.find((unit) => numbers.every((n) => unit.fits(n)));
}

function ofDay(ms: number): string {
  // Spreadsheets and seconds with parts know nothing finer than milliseconds.
  const whole = Math.round(ms);
  const text = written(Math.floor(whole / 3_600_000), Math.floor(whole / 60_000) % 60, Math.floor(whole / 1000) % 60);
  return whole % 1000 === 0 ? text : `${text}.${String(whole % 1000).padStart(3, "0")}`;
}

function written(...parts: number[]): string {
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** The day that spreadsheets and databases put before a time of day that has none. */
const NO_DAY =
  /^(?:(?:1899-12-3[01]|1900-01-0[01]|1970-01-01|0001-01-01)[T ]+|(?:3[01][./]12[./]1899|12\/3[01]\/1899|0?1[./]0?1[./](?:1900|1970)|1\/0\/1900)\s+)/;

/** 08:30:15 as such, 8h30, 8:30 PM, PT8H30M15S, and each with a day that stands for none; undefined for all else. */
function shownClock(value: string): string | undefined {
  let text = value.trim().replace(NO_DAY, "");
  const period = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?$/i.exec(text);
  if (period && text.length > 2) {
    const [hours = 0, minutes = 0, seconds = 0] = period.slice(1, 4).map((part) => Number(part ?? 0));
    text = written(hours, minutes, seconds) + (period[4] ? `.${period[4]}` : "");
  }
  text = text.replace(/^(\d{1,2})\s*[hH](\d{2})$/, "$1:$2").replace(/^(\d{1,2})\.(\d{2})\.(\d{2})$/, "$1:$2:$3");
  return CLOCK.test(text) ? text : undefined;
}

const CLOCK =
  /^([01]?\d|2[0-4]):[0-5]\d(:[0-5]\d([.,]\d+)?)?(\s?[ap]\.?\s?m\.?|\s?uhr|\s?h)?(\s?(z|utc|[+-]\d{2}:?\d{2}))?$/i;
