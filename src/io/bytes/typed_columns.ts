/** From text to numbers, truth values and times, for columns in which every value is one. */
import type { BooleanColumn, Column, NumberColumn, TextColumn } from "../../base/column.ts";
import { bytesOf, distinctValues, valueOf } from "./byte_column.ts";
import type { ReadingReport } from "../report/reading_report.ts";
import { parseIfTimestamps, type TimestampOptions, type Where } from "../time/timestamps.ts";

/**
 * The column typed: numbers if every value is a plain number, truth values if every value is true or false, times if
 * every value is a timestamp with something beside digits; else the column itself.
 *
 * Numbers that arithmetic would change stay text: those with leading zeros, a plus sign or more than 15 digits.
 */
export function typedColumn(
  column: TextColumn,
  options: TimestampOptions,
  where: Where,
  report: ReadingReport,
): Column {
  if (distinctValues(column) === 0) return column;
  return asNumbers(column) ?? asBooleans(column) ?? parseIfTimestamps(column, options, where, report) ?? column;
}

function asNumbers(column: TextColumn): NumberColumn | undefined {
  const numbers = bytesOf(column) ? numbersOfBytes(column) : numbersOfTexts(column);
  if (!numbers) return undefined;
  const { name, codes } = column;
  const values = new Float64Array(codes.length);
  for (let row = 0; row < values.length; row++) values[row] = codes[row]! < 0 ? NaN : numbers[codes[row]!]!;
  return { kind: "number", name, values, integer: numbers.every(Number.isInteger) };
}

function numbersOfTexts({ dictionary }: TextColumn): Float64Array | undefined {
  const numbers = new Float64Array(dictionary.length);
  for (let code = 0; code < dictionary.length; code++) {
    const value = plainNumber(dictionary[code]!);
    if (Number.isNaN(value)) return undefined;
    numbers[code] = value;
  }
  return numbers;
}

/**
 * As `numbersOfTexts`. Up to 15 digits and as many behind the point, the quotient of two whole numbers is the number
 * nearest to the text, as parsing it would give; all others are parsed.
 */
function numbersOfBytes(column: TextColumn): Float64Array | undefined {
  const source = bytesOf(column)!;
  const bytes = source.bytes(), ends = source.ends();
  const numbers = new Float64Array(ends.length);
  for (let code = 0, start = 0; code < ends.length; start = ends[code++]!) {
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
    if (i < end) value = plainNumber(valueOf(column, code));
    else if (scale > 0) value /= scale;
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
