/** Columns of times from columns of text: the format is decided over the whole column, or refused. */
import { goOn } from "../../base/stop.ts";
import type { TextColumn, TimeColumn } from "../../base/column.ts";
import { bytesOf, distinctValues, valueOf } from "../bytes/byte_column.ts";
import type { InputError } from "../../base/errors.ts";
import type { OddTimes } from "./clock_changes.ts";
import { isoTime, isoTimeHasZone } from "./iso_time.ts";
import type { ReadingReport } from "../report/reading_report.ts";
import {
  isNothing,
  notInOneOrder,
  orderUnknown,
  place,
  shown,
  whatSpreadsheetLost,
  type Where,
} from "./time_problems.ts";
import { type NumberTimes, timesOfNumbers } from "./time_numbers.ts";
import { dayMs, fullYear, isDay, read, readTime, Shape } from "./time_text.ts";
import { clockOf } from "./time_zone.ts";

export type { Where } from "./time_problems.ts";

export type DateOrder = "dmy" | "mdy" | "ymd";

export interface TimestampOptions {
  /** Zone of times that name none: IANA name, UTC or an offset. @default "UTC" */
  timeZone?: string;
  /** Order of day, month and year in dates like 03/04/2025. @default decided over the whole column, or refused */
  dateOrder?: DateOrder;
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
  return readTimestamps(column, options, where, report).column;
}

/**
 * As `parseTimestamps`, with what the times of rows can mean that a change of clocks makes doubtful.
 *
 * @param isSure the column holds times elsewhere: it is no error if none of these values is one.
 */
export function readTimestamps(
  column: TextColumn,
  options: TimestampOptions,
  where: Where,
  report: ReadingReport,
  isSure = false,
): { readonly column: TimeColumn; readonly odd: OddTimes } {
  const found = tryTimestamps(column, options);
  const problem = orderProblem(column, found, where);
  if (problem) throw problem;
  const counts = countRows(column, found);
  if (counts.readable === 0 && counts.unreadable > 0 && !isSure) throw isNothing(column, counts.firstUnreadable, where);
  reportTimes(column, found, counts, options, where, report);
  return { column: { kind: "time", name: column.name, values: found.take(column.codes) }, odd: oddRows(column, found) };
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
const ZONELESS = 1, DAY_FIRST = 2, MONTH_FIRST = 4, EITHER = 8, BOTH_WAYS = 16, TWICE = 32, NEVER = 64;

interface Found {
  /** Milliseconds UTC by code; NaN where unreadable. */
  readonly times: Float64Array;
  readonly bits: Uint8Array;
  /** Codes of plain numbers, and what they were taken for. */
  readonly numbers: readonly number[];
  readonly numberTimes: NumberTimes | undefined;
  /** What values can mean that occur twice or never, by code. */
  readonly odd: ReadonlyMap<number, readonly number[]>;
  readonly order: DateOrder | "refused" | "contradictory" | undefined;
  /** All dates with day and month in either order are written with dots. */
  readonly dotted: boolean;
  take(codes: Int32Array): Float64Array;
}

function tryTimestamps(column: TextColumn, options: TimestampOptions): Found {
  const { toUtc, isOdd, readings } = clockOf(options.timeZone ?? "UTC");
  const source = bytesOf(column);
  const bytes = source?.bytes(), ends = source?.ends();
  const distinct = distinctValues(column);
  const times = new Float64Array(distinct).fill(NaN);
  const bits = new Uint8Array(distinct);
  const numbers: number[] = [], either: number[] = [], parts: number[] = [];
  const odd = new Map<number, readonly number[]>();
  const setLocal = (code: number, local: number) => {
    times[code] = toUtc(local);
    bits[code]! |= ZONELESS;
    if (!isOdd(local)) return;
    odd.set(code, readings(local));
    bits[code]! |= odd.get(code)!.length === 2 ? TWICE : NEVER;
  };
  for (let code = 0; code < distinct; code++) {
    if (code % 8192 === 0) goOn();
    if (bytes && ends) {
      const start = code === 0 ? 0 : ends[code - 1]!, end = ends[code]!;
      const time = isoTime(bytes, start, end);
      if (time === time) {
        if (isoTimeHasZone(bytes, start, end)) times[code] = time;
        else setLocal(code, time);
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
    if (shape === Shape.Date) {
      const local = dayMs(read.year, read.month, read.day) + clockMs;
      if (offsetMinutes === offsetMinutes) times[code] = local - offsetMinutes * 60_000;
      else setLocal(code, local);
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
    if (offset === offset) times[either[k]!] = local - offset * 60_000;
    else if (local === local) setLocal(either[k]!, local);
  }
  const numberTimes = timesOfNumbers(numbers.map((code) => column.dictionary[code]!));
  numbers.forEach((code, k) => {
    if (numberTimes?.local) setLocal(code, numberTimes.times[k]!);
    else if (numberTimes) times[code] = numberTimes.times[k]!;
  });
  const take = (codes: Int32Array) => {
    const values = new Float64Array(codes.length);
    for (let row = 0; row < codes.length; row++) values[row] = codes[row]! < 0 ? NaN : times[codes[row]!]!;
    return values;
  };
  return { times, bits, numbers, numberTimes, odd, order, dotted, take };
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

/** Rows of a kind: how many, and the first. */
interface RowCounts {
  readable: number;
  unreadable: number;
  firstUnreadable: number;
  zoneless: number;
  firstZoneless: number;
  bothWays: number;
  firstBothWays: number;
  twice: number;
  firstTwice: number;
  never: number;
  firstNever: number;
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
    twice: 0,
    firstTwice: -1,
    never: 0,
    firstNever: -1,
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
    const bit = bits[code]!;
    if ((bit & ZONELESS) && counts.zoneless++ === 0) counts.firstZoneless = row;
    if ((bit & BOTH_WAYS) && counts.bothWays++ === 0) counts.firstBothWays = row;
    if (bit < TWICE) continue;
    if ((bit & TWICE) && counts.twice++ === 0) counts.firstTwice = row;
    if ((bit & NEVER) && counts.never++ === 0) counts.firstNever = row;
  }
  return counts;
}

function oddRows({ codes }: TextColumn, { odd }: Found): OddTimes {
  const rows = new Map<number, readonly number[]>();
  if (odd.size === 0) return rows;
  for (let row = 0; row < codes.length; row++) {
    const readings = odd.get(codes[row]!);
    if (readings) rows.set(row, readings);
  }
  return rows;
}

/** Whether a text can be read as a point in time, whichever of day and month comes first. */
export function isTime(text: string): boolean {
  const shape = readTime(text);
  return shape === Shape.Date || shape === Shape.Either;
}

/** The error of a column in which day and month cannot be told apart. */
function orderProblem(column: TextColumn, { order, bits }: Found, where: Where): InputError | undefined {
  if (order === "refused") return orderUnknown(column, rowWith(column, bits, BOTH_WAYS), where);
  if (order !== "contradictory") return undefined;
  return notInOneOrder(column, rowWith(column, bits, DAY_FIRST), rowWith(column, bits, MONTH_FIRST), where);
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
  report.add("unreadable time", () => {
    const why = whatSpreadsheetLost(valueOf(column, column.codes[counts.firstUnreadable]!));
    return `${at(counts.firstUnreadable)} is no time${why ? ` (${why})` : ""}; it is missing.`;
  }, counts.unreadable);
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
  const zone = options.timeZone ?? "UTC";
  report.add("time occurs twice", () => twiceInWords(at(counts.firstTwice), zone), counts.twice);
  report.add("time never occurs", () => neverInWords(at(counts.firstNever), zone), counts.never);
  const { numberTimes } = found;
  if (!numberTimes) return;
  report.add("note", `${where.name}, column "${column.name}": numbers are read as ${numberTimes.unit}.`);
  reportBlur(column, found.numbers, numberTimes, where, report);
}

export function twiceInWords(what: string, zone: string): string {
  return `${what} occurs twice in ${zone}, where clocks go back; it is read as the earlier time, or as the later one ` +
    `where only that fits the order of the file.`;
}

export function neverInWords(what: string, zone: string): string {
  return `${what} never occurs in ${zone}, where clocks go forward; it is read as if they had not yet, or as a time ` +
    `that fits the order of the file where that one does not.`;
}

/** Numbers in scientific notation whose dropped digits are a second or more. */
function reportBlur(
  column: TextColumn,
  numbers: readonly number[],
  { blur }: NumberTimes,
  where: Where,
  report: ReadingReport,
): void {
  const blurOf = new Map(numbers.map((code, k) => [code, blur(k)]));
  if (![...blurOf.values()].some((ms) => ms >= 1000)) return;
  column.codes.forEach((code, row) => {
    const ms = blurOf.get(code) ?? 0;
    if (!(ms >= 1000)) return;
    report.add(
      "digits lost",
      () =>
        `${place(column, row, where)}: ${shown(column, row)} is in scientific notation, as spreadsheets write long ` +
        `numbers, and says the time only to ${(ms / 1000).toLocaleString("en")} seconds. Export the column as text.`,
    );
  });
}
