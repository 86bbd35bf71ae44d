/** Columns of times from columns of text: the format is decided over the whole column, or refused. */
import type { TextColumn, TimeColumn } from "../../base/column.ts";
import { bytesOf, distinctValues, valueOf } from "../bytes/byte_column.ts";
import { InputError } from "../../base/errors.ts";
import { isoTime, isoTimeHasZone } from "./iso_time.ts";
import type { ReadingReport } from "../report/reading_report.ts";
import { dayMs, fullYear, isDay, read, readTime, Shape } from "./time_text.ts";
import { zoneRule } from "./time_zone.ts";

export type DateOrder = "dmy" | "mdy" | "ymd";

export interface TimestampOptions {
  /** Zone of times that name none: IANA name, UTC or an offset. @default "UTC" */
  timeZone?: string;
  /** Order of day, month and year in dates like 03/04/2025. @default decided over the whole column, or refused */
  dateOrder?: DateOrder;
}

/** Where a column stands, for errors and findings. */
export interface Where {
  /** File name. */
  readonly name: string;
  readonly lineOf?: ((row: number) => number) | undefined;
}

/**
 * Reads a column of timestamps, in milliseconds UTC with microseconds as fractions.
 *
 * Understood are ISO 8601, dates with slashes, dots or dashes, month names in five languages, 12-hour clocks, offsets
 * and common zone names, epoch seconds, milliseconds, microseconds and nanoseconds, and spreadsheet serial numbers.
 * Numbers are decided over the whole column, and so is whether the day or the month comes first. Values that cannot
 * be read, such as 31 February, are missing and counted as `unreadable time`.
 *
 * Cost: one parse for each distinct value.
 *
 * @throws InputError if day and month cannot be told apart, if some dates are day-first and others month-first, or if
 * no value is a time.
 */
export function parseTimestamps(
  column: TextColumn,
  options: TimestampOptions,
  where: Where,
  report: ReadingReport,
): TimeColumn {
  const found = tryTimestamps(column, options);
  const problem = orderProblem(column, found, where);
  if (problem) throw problem;
  const counts = countRows(column, found);
  if (counts.readable === 0 && counts.unreadable > 0) {
    throw new InputError(
      `${place(column, counts.firstUnreadable, where)}: expected times such as 2025-12-31 14:05:00 but found ` +
        `${shown(column, counts.firstUnreadable)}, and nothing in the column is a time. ` +
        `Is it the right column? Give --timestamp COLUMN.`,
    );
  }
  reportTimes(column, found, counts, options, where, report);
  return { kind: "time", name: column.name, values: found.take(column.codes) };
}

/**
 * As `parseTimestamps`, but undefined where any value is no time (nothing is then reported), and with a finding
 * instead of an error where day and month cannot be told apart.
 */
export function parseIfTimestamps(
  column: TextColumn,
  options: TimestampOptions,
  where: Where,
  report: ReadingReport,
): TimeColumn | undefined {
  const distinct = distinctValues(column);
  if (distinct === 0) return undefined;
  for (let code = 0; code < Math.min(distinct, 8); code++) {
    const shape = readTime(valueOf(column, code));
    if (shape === Shape.None || shape === Shape.Number) return undefined;
  }
  const found = tryTimestamps(column, options);
  if (found.numbers.length > 0) return undefined;
  const problem = orderProblem(column, found, where);
  if (problem) {
    report.add("date order", `${problem.message} The column is kept as text.`);
    return undefined;
  }
  const counts = countRows(column, found);
  if (counts.unreadable > 0) return undefined;
  reportTimes(column, found, counts, options, where, report);
  return { kind: "time", name: column.name, values: found.take(column.codes) };
}

/** Whether texts look like times, for guessing which column is what: the share of the first distinct values that do. */
export function shareOfTimes(values: readonly string[], sample = 50): number {
  const looked = Math.min(values.length, sample);
  let times = 0;
  for (let i = 0; i < looked; i++) {
    const shape = readTime(values[i]!);
    if (shape === Shape.Date || shape === Shape.Either) times++;
  }
  return looked === 0 ? 0 : times / looked;
}

/** What a distinct value was: bits. */
const ZONELESS = 1, DAY_FIRST = 2, MONTH_FIRST = 4, EITHER = 8, BOTH_WAYS = 16;

interface Found {
  /** Milliseconds UTC by code; NaN where unreadable. */
  readonly times: Float64Array;
  readonly bits: Uint8Array;
  /** Codes of plain numbers, and what they were taken for. */
  readonly numbers: readonly number[];
  readonly numberUnit: string | undefined;
  readonly order: DateOrder | "refused" | "contradictory" | undefined;
  /** All dates with day and month in either order are written with dots. */
  readonly dotted: boolean;
  take(codes: Int32Array): Float64Array;
}

function tryTimestamps(column: TextColumn, options: TimestampOptions): Found {
  const toUtc = zoneRule(options.timeZone ?? "UTC");
  const source = bytesOf(column);
  const bytes = source?.bytes(), ends = source?.ends();
  const distinct = distinctValues(column);
  const times = new Float64Array(distinct).fill(NaN);
  const bits = new Uint8Array(distinct);
  const numbers: number[] = [], either: number[] = [], parts: number[] = [];
  for (let code = 0; code < distinct; code++) {
    if (bytes && ends) {
      const start = code === 0 ? 0 : ends[code - 1]!, end = ends[code]!;
      const time = isoTime(bytes, start, end);
      if (time === time) {
        const hasZone = isoTimeHasZone(bytes, start, end);
        times[code] = hasZone ? time : toUtc(time);
        if (!hasZone) bits[code] = ZONELESS;
        continue;
      }
    }
    const shape = readTime(column.dictionary[code]!);
    if (shape === Shape.None) continue;
    if (shape === Shape.Number) {
      numbers.push(code);
      continue;
    }
    const { offsetMinutes, clockMs } = read;
    if (offsetMinutes !== offsetMinutes) bits[code] = ZONELESS;
    if (shape === Shape.Date) {
      const local = dayMs(read.year, read.month, read.day) + clockMs;
      times[code] = offsetMinutes === offsetMinutes ? local - offsetMinutes * 60_000 : toUtc(local);
      continue;
    }
    const year = read.yearDigits === 2 ? fullYear(read.year) : read.year;
    const dayFirst = isDay(year, read.second, read.first), monthFirst = isDay(year, read.first, read.second);
    bits[code]! |= EITHER | (dayFirst && !monthFirst ? DAY_FIRST : 0) | (monthFirst && !dayFirst ? MONTH_FIRST : 0) |
      (dayFirst && monthFirst && read.first !== read.second ? BOTH_WAYS : 0);
    either.push(code);
    parts.push(read.first, read.second, read.yearDigits === 2 ? -1 - read.year : read.year, clockMs, offsetMinutes);
  }
  const dotted = either.every((code) => /^\s*\d+\./.test(column.dictionary[code]!));
  const order = options.dateOrder ?? orderOf(either, bits, dotted);
  for (let k = 0; k < either.length; k++) {
    const clockMs = parts[5 * k + 3]!, offset = parts[5 * k + 4]!;
    const local = localDay(order, parts[5 * k]!, parts[5 * k + 1]!, parts[5 * k + 2]!) + clockMs;
    times[either[k]!] = offset === offset ? local - offset * 60_000 : toUtc(local);
  }
  const numberUnit = decideNumbers(column, numbers, times, bits, toUtc);
  const take = (codes: Int32Array) => {
    const values = new Float64Array(codes.length);
    for (let row = 0; row < codes.length; row++) values[row] = codes[row]! < 0 ? NaN : times[codes[row]!]!;
    return values;
  };
  return { times, bits, numbers, numberUnit, order, dotted, take };
}

/** Dates with dots are day-first wherever they are written; others by the values that fit one order only. */
function orderOf(either: readonly number[], bits: Uint8Array, dotted: boolean): Found["order"] {
  if (either.length === 0) return undefined;
  let all = 0;
  for (const code of either) all |= bits[code]!;
  if ((all & DAY_FIRST) && (all & MONTH_FIRST)) return "contradictory";
  if (all & DAY_FIRST) return "dmy";
  if (all & MONTH_FIRST) return "mdy";
  return dotted || !(all & BOTH_WAYS) ? "dmy" : "refused";
}

/** NaN where there is no such day. A third number below zero is a year of two digits, `-1 - year`. */
function localDay(order: Found["order"], first: number, second: number, third: number): number {
  const year = third < 0 ? fullYear(-1 - third) : third;
  if (order === "dmy") return isDay(year, second, first) ? dayMs(year, second, first) : NaN;
  if (order === "mdy") return isDay(year, first, second) ? dayMs(year, first, second) : NaN;
  if (order !== "ymd" || third >= 0) return NaN;
  const day = -1 - third;
  return isDay(fullYear(first), second, day) ? dayMs(fullYear(first), second, day) : NaN;
}

/** Gives plain numbers their times by what all of them can be; the name of that unit. */
function decideNumbers(
  column: TextColumn,
  codes: readonly number[],
  times: Float64Array,
  bits: Uint8Array,
  toUtc: (localMs: number) => number,
): string | undefined {
  if (codes.length === 0) return undefined;
  const { dictionary } = column;
  const compact = new Float64Array(codes.length);
  if (codes.every((code, k) => !Number.isNaN(compact[k] = compactMs(dictionary[code]!)))) {
    codes.forEach((code, k) => (times[code] = toUtc(compact[k]!), bits[code]! |= ZONELESS));
    return "dates written without separators";
  }
  const values = Float64Array.from(codes, (code) => Number(dictionary[code]!));
  const middle = Math.abs(values.slice().sort()[values.length >> 1]!);
  if (middle >= 20_000 && middle < 80_000) {
    // Day 25,569 of spreadsheets that count from 1899-12-30 is 1970-01-01; they know nothing finer than milliseconds.
    codes.forEach((code, k) => {
      times[code] = toUtc(Math.round((values[k]! - 25_569) * 86_400_000));
      bits[code]! |= ZONELESS;
    });
    return "spreadsheet serial numbers";
  }
  const unit = middle < 1e8
    ? undefined
    : middle < 1e11
    ? "seconds"
    : middle < 1e14
    ? "milliseconds"
    : middle < 1e17
    ? "microseconds"
    : "nanoseconds";
  if (!unit) return undefined;
  codes.forEach((code, k) => {
    const value = values[k]!;
    times[code] = unit === "seconds"
      ? Math.round(value * 1e6) / 1e3
      : unit === "milliseconds"
      ? value
      : unit === "microseconds"
      ? value / 1e3
      : Math.trunc(value / 1e3) / 1e3;
  });
  return `epoch ${unit}`;
}

/** 20251231, 202512311405, 20251231140533 */
function compactMs(text: string): number {
  const match = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/.exec(text);
  if (!match) return NaN;
  const [year, month, day, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  if (!isDay(year!, month!, day!) || hours > 23 || minutes > 59 || seconds > 59) return NaN;
  return dayMs(year!, month!, day!) + hours * 3_600_000 + minutes * 60_000 + seconds * 1000;
}

interface RowCounts {
  readable: number;
  unreadable: number;
  firstUnreadable: number;
  zoneless: number;
  firstZoneless: number;
  bothWays: number;
  firstBothWays: number;
}

function countRows({ codes }: TextColumn, { times, bits }: Found): RowCounts {
  const counts: RowCounts = {
    readable: 0,
    unreadable: 0,
    firstUnreadable: -1,
    zoneless: 0,
    firstZoneless: -1,
    bothWays: 0,
    firstBothWays: -1,
  };
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < 0) continue;
    const time = times[code]!;
    if (time !== time) {
      if (counts.unreadable++ === 0) counts.firstUnreadable = row;
      continue;
    }
    counts.readable++;
    if ((bits[code]! & ZONELESS) && counts.zoneless++ === 0) counts.firstZoneless = row;
    if ((bits[code]! & BOTH_WAYS) && counts.bothWays++ === 0) counts.firstBothWays = row;
  }
  return counts;
}

/** Whether a text can be read as a point in time, whichever of day and month comes first. */
export function isTime(text: string): boolean {
  const shape = readTime(text);
  return shape === Shape.Date || shape === Shape.Either;
}

/** The error of a column in which day and month cannot be told apart. */
function orderProblem(column: TextColumn, found: Found, where: Where): InputError | undefined {
  if (found.order === "refused") {
    const row = rowWith(column, found.bits, BOTH_WAYS);
    return new InputError(
      `${place(column, row, where)}: expected dates whose order of day and month can be told but found ` +
        `${shown(column, row)}, and no date in the column has a day above 12. ` +
        `Give --date-order dmy if the day comes first, --date-order mdy if the month does.`,
    );
  }
  if (found.order !== "contradictory") return undefined;
  const dayFirst = rowWith(column, found.bits, DAY_FIRST), monthFirst = rowWith(column, found.bits, MONTH_FIRST);
  const isMonthLater = dayFirst < monthFirst;
  const [earlier, later] = isMonthLater ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  const line = where.lineOf ? `line ${where.lineOf(earlier)}` : `row ${earlier + 1}`;
  return new InputError(
    `${place(column, later, where)}: expected a ${isMonthLater ? "day" : "month"}-first date like ` +
      `${column.dictionary[column.codes[earlier]!]!} (as in ${line}) but found ${shown(column, later)}. ` +
      `Give --date-order ${isMonthLater ? "mdy" : "dmy"} if the file is ${isMonthLater ? "month" : "day"}-first.`,
  );
}

function rowWith({ codes }: TextColumn, bits: Uint8Array, bit: number): number {
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0 && (bits[codes[row]!]! & bit)) return row;
  return -1;
}

function reportTimes(
  column: TextColumn,
  found: Found,
  counts: RowCounts,
  options: TimestampOptions,
  where: Where,
  report: ReadingReport,
): void {
  const at = (row: number) => `${place(column, row, where)}: ${shown(column, row)}`;
  report.add("unreadable time", () => `${at(counts.firstUnreadable)} is no time; it is missing.`, counts.unreadable);
  report.add(
    "time zone assumed",
    () => `${at(counts.firstZoneless)} names no time zone; ${options.timeZone ?? "UTC"} is assumed.`,
    counts.zoneless,
  );
  const reason = options.dateOrder
    ? "as given"
    : found.order === "mdy"
    ? "as only that fits all dates of the column"
    : found.dotted
    ? "as dates with dots are"
    : "as only that fits all dates of the column";
  const words = { dmy: "day-first", mdy: "month-first", ymd: "year-first" };
  report.add(
    "date order",
    () => `${at(counts.firstBothWays)} is read ${words[found.order as DateOrder]}, ${reason}.`,
    counts.bothWays,
  );
  if (found.numberUnit) {
    report.add("note", `${where.name}, column "${column.name}": numbers are read as ${found.numberUnit}.`);
  }
}

function place(column: TextColumn, row: number, where: Where): string {
  const line = where.lineOf ? `line ${where.lineOf(row)}` : `row ${row + 1}`;
  return `${where.name}, ${line}, column "${column.name}"`;
}

function shown(column: TextColumn, row: number): string {
  const text = valueOf(column, column.codes[row]!);
  return JSON.stringify(text.length > 60 ? text.slice(0, 60) + "…" : text);
}
