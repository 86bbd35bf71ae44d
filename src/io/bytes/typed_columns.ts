/** From text to numbers, truth values and times, for columns in which every value is one. */
import { goOn } from "../../base/stop.ts";
import type { BooleanColumn, Column, NumberColumn, TextColumn } from "../../base/column.ts";
import { bytesOf, distinctValues, valueOf } from "./byte_column.ts";
import { type DecimalMark, hasLostDigits, isRounded } from "../numbers/number_text.ts";
import {
  markShown,
  type NumberOptions,
  numbersOf,
  reportLostDigits,
  type WrittenColumn,
  writtenColumn,
} from "../numbers/written_numbers.ts";
import type { ReadingReport } from "../report/reading_report.ts";
import { place } from "../time/time_problems.ts";
import { parseIfTimestamps, type TimestampOptions, type Where } from "../time/timestamps.ts";

export interface TypingOptions extends TimestampOptions, NumberOptions {}

/**
 * The column typed: numbers if every value is a number, truth values if every value is true or false, times if every
 * value is a timestamp with something beside digits; else the column itself.
 *
 * Numbers may be written as 1.234,50 or (1,234.50) or 99 EUR: what the column does not tell, the options do. Numbers
 * that arithmetic would change stay text: those with leading zeros, a plus sign or more than 15 digits.
 */
export function typedColumn(
  column: TextColumn,
  options: TypingOptions,
  where: Where,
  report: ReadingReport,
): Column {
  return typedColumns([column], options, where, report)[0]!;
}

/** As `typedColumn`, for the columns of a file: what one leaves open about its numbers, the others tell. */
export function typedColumns(
  columns: readonly Column[],
  options: TypingOptions,
  where: Where,
  report: ReadingReport,
): Column[] {
  const written = new Map<Column, WrittenColumn>();
  const typed = columns.map((column) => {
    goOn();
    if (column.kind !== "text" || distinctValues(column) === 0) return column;
    const plain = asNumbers(column, where, report) ?? asBooleans(column) ??
      parseIfTimestamps(column, options, where, report);
    if (plain) return plain;
    const found = writtenColumn(column);
    if (found) written.set(column, found);
    return column;
  });
  const plain = columns.filter((column, i): column is TextColumn => typed[i]!.kind === "number" && column !== typed[i]);
  const open = plain.filter((column) => !(typed[columns.indexOf(column)] as NumberColumn).integer && isOpen(column));
  const isDoubtful = open.length > 0 || [...written.values()].some((column) => column.open);
  const mark = options.decimal ?? (isDoubtful ? markOf(written.values(), plain, open, typed, columns) : undefined);
  for (const column of open) {
    const found = writtenColumn(column);
    if (found) written.set(column, found);
  }
  const told: string[] = [];
  let rows = 0;
  const tell = (found: string, of: number) => (told.push(found), rows += of);
  const settled = typed.map((column, i) => {
    const found = written.get(columns[i]!);
    if (!found) return column;
    // 1.234 alone is a plain number, whatever it may be elsewhere.
    const isGuess = column.kind === "number" && mark === undefined;
    const numbers = numbersOf(found, isGuess ? "point" : mark, where, tell, isGuess);
    if (numbers) reportLostDigits(found.column, where, report);
    return numbers ?? column;
  });
  // A rule has one example, which must name every column that was taken for something.
  const { name } = where;
  report.add(
    "number format",
    () => told.map((found, i) => i === 0 ? found : found.slice(name.length + 2)).join("; "),
    rows,
  );
  return settled;
}

/** The decimal mark of a file, if its columns show one and the same. */
function markOf(
  written: Iterable<WrittenColumn>,
  plain: readonly TextColumn[],
  open: readonly TextColumn[],
  typed: readonly Column[],
  columns: readonly Column[],
): DecimalMark | undefined {
  const shown = new Set([...written].map(markShown).filter((mark) => mark !== undefined));
  const hasPoint = plain.some((column) =>
    !open.includes(column) && !(typed[columns.indexOf(column)] as NumberColumn).integer
  );
  if (hasPoint) shown.add("point");
  return shown.size === 1 ? [...shown][0] : undefined;
}

/** Whether the points of plain numbers may stand between thousands: 1.234 and 12, but not 0.5 and not 1234. */
function isOpen(column: TextColumn): boolean {
  const distinct = distinctValues(column);
  for (let code = 0; code < distinct; code++) {
    if (!/^-?(0|[1-9]\d{0,2}(\.\d{3})?)$/.test(valueOf(column, code))) return false;
  }
  return true;
}

function asNumbers(column: TextColumn, where: Where, report: ReadingReport): NumberColumn | undefined {
  const long: number[] = [];
  const numbers = bytesOf(column) ? numbersOfBytes(column, long) : numbersOfTexts(column, long);
  if (!numbers) return undefined;
  const { name, codes } = column;
  const values = new Float64Array(codes.length);
  for (let row = 0; row < values.length; row++) values[row] = codes[row]! < 0 ? NaN : numbers[codes[row]!]!;
  if (long.length > 0) reportLong(column, long, where, report);
  return { kind: "number", name, values, integer: numbers.every(Number.isInteger) };
}

/** Tells of long numbers that are not exact: because no double holds them, or because a spreadsheet shortened them. */
function reportLong(column: TextColumn, long: readonly number[], where: Where, report: ReadingReport): void {
  const rounded = new Set(long.filter((code) => isRounded(valueOf(column, code))));
  const hasLost = long.some((code) => hasLostDigits(valueOf(column, code)));
  if (hasLost) reportLostDigits(column, where, report);
  if (rounded.size === 0) return;
  const [first] = rounded;
  const row = column.codes.indexOf(first!);
  report.add(
    "number rounded",
    () =>
      `${place(column, row, where)}: ${
        JSON.stringify(valueOf(column, first!))
      } has more digits than a number holds and ` +
      `is read as ${Number(valueOf(column, first!))}`,
    column.codes.reduce((rows, code) => rounded.has(code) ? rows + 1 : rows, 0),
  );
}

/** @param long filled with the codes of texts that may be inexact. */
function numbersOfTexts({ dictionary }: TextColumn, long: number[]): Float64Array | undefined {
  const numbers = new Float64Array(dictionary.length);
  for (let code = 0; code < dictionary.length; code++) {
    const value = plainNumber(dictionary[code]!);
    if (Number.isNaN(value)) return undefined;
    if (isLong(dictionary[code]!)) long.push(code);
    numbers[code] = value;
  }
  return numbers;
}

/** Too long to be exact for certain, or with an exponent. */
function isLong(text: string): boolean {
  return text.length > 15 || /e/i.test(text);
}

/**
 * As `numbersOfTexts`. Up to 15 digits and as many behind the point, the quotient of two whole numbers is the number
 * nearest to the text, as parsing it would give; all others are parsed.
 */
function numbersOfBytes(column: TextColumn, long: number[]): Float64Array | undefined {
  const source = bytesOf(column)!;
  const bytes = source.bytes(), ends = source.ends();
  const numbers = new Float64Array(ends.length);
  for (let code = 0, start = 0; code < ends.length; start = ends[code++]!) {
    if (code % 65536 === 0) goOn();
    const end = ends[code]!;
    let value = 0, scale = 0, i = start;
    if (end - start <= 15 && bytes[start]! > ZERO) {
      for (; i < end; i++) {
        const digit = bytes[i]! - ZERO;
        if (digit >= 0 && digit <= 9) value = value * 10 + digit, scale *= 10;
        else if (bytes[i] === DOT && scale === 0 && i + 1 < end) scale = 1;
        else break;
      }
    }
    if (i < end) {
      const text = valueOf(column, code);
      value = plainNumber(text);
      if (isLong(text)) long.push(code);
    } else if (scale > 0) value /= scale;
    if (Number.isNaN(value)) return undefined;
    numbers[code] = value;
  }
  return numbers;
}

const ZERO = 0x30, DOT = 0x2e;

/** Exponents need a point or a minus, so that the id 12E5 stays what it is. */
const PLAIN_NUMBER = /^-?(0|[1-9]\d*)(\.\d+([eE][+-]?\d+)?|[eE]-\d+)?$/;

/** NaN if the text is no plain number. One with more than 15 digits before the point is an id, and may be inexact. */
function plainNumber(text: string): number {
  if (!PLAIN_NUMBER.test(text)) return NaN;
  const point = text.indexOf(".");
  const value = Number(text);
  return (point < 0 ? text.length : point) <= 15 && Number.isFinite(value) ? value : NaN;
}

function asBooleans(column: TextColumn): BooleanColumn | undefined {
  if (distinctValues(column) > 6) return undefined;
  const { name, codes, dictionary } = column;
  const truths: number[] = [];
  for (const text of dictionary) {
    const lower = text.toLowerCase();
    if (lower !== "true" && lower !== "false") return undefined;
    truths.push(lower === "true" ? 1 : 0);
  }
  return { kind: "boolean", name, values: Int8Array.from(codes, (code) => code < 0 ? -1 : truths[code]!) };
}
