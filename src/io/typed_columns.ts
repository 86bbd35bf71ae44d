/** From text to numbers, truth values and times, for columns in which every value is one. */
import type { BooleanColumn, Column, NumberColumn, TextColumn } from "../db/column.ts";
import type { ReadingReport } from "./reading_report.ts";
import { parseIfTimestamps, type TimestampOptions, type Where } from "./timestamps.ts";

/**
 * The column typed: numbers if every value is a plain number, truth values if every value is true or false, times if
 * every value is a timestamp with something beside digits; else the column itself.
 *
 * Text stays what arithmetic would destroy: numbers with leading zeros or a plus sign, and those of more than 15 digits.
 */
export function typedColumn(
  column: TextColumn,
  options: TimestampOptions,
  where: Where,
  report: ReadingReport,
): Column {
  if (column.dictionary.length === 0) return column;
  return asNumbers(column) ?? asBooleans(column) ?? parseIfTimestamps(column, options, where, report) ?? column;
}

/** Exponents need a point or a minus, so that the id 12E5 stays what it is. */
const PLAIN_NUMBER = /^-?(0|[1-9]\d*)(\.\d+([eE][+-]?\d+)?|[eE]-\d+)?$/;

function asNumbers({ name, codes, dictionary }: TextColumn): NumberColumn | undefined {
  const numbers = new Float64Array(dictionary.length);
  let integer = true;
  for (let code = 0; code < dictionary.length; code++) {
    const value = plainNumber(dictionary[code]!);
    if (Number.isNaN(value)) return undefined;
    if (integer && !Number.isInteger(value)) integer = false;
    numbers[code] = value;
  }
  const values = new Float64Array(codes.length);
  for (let row = 0; row < values.length; row++) values[row] = codes[row]! < 0 ? NaN : numbers[codes[row]!]!;
  return { kind: "number", name, values, integer };
}

/** NaN if the text is no plain number. One with more than 15 digits before the point is an id, and may be inexact. */
function plainNumber(text: string): number {
  const length = text.length;
  const first = text.charCodeAt(0) - 0x30;
  if (first > 0 && first <= 9 && length <= 15) {
    let value = first, i = 1;
    for (let digit; i < length && (digit = text.charCodeAt(i) - 0x30) >= 0 && digit <= 9; i++) {
      value = value * 10 + digit;
    }
    if (i === length) return value;
  }
  if (!PLAIN_NUMBER.test(text)) return NaN;
  const point = text.indexOf(".");
  const value = Number(text);
  return (point < 0 ? length : point) <= 15 && Number.isFinite(value) ? value : NaN;
}

function asBooleans({ name, codes, dictionary }: TextColumn): BooleanColumn | undefined {
  if (dictionary.length > 6) return undefined;
  const truths: number[] = [];
  for (const text of dictionary) {
    const lower = text.toLowerCase();
    if (lower !== "true" && lower !== "false") return undefined;
    truths.push(lower === "true" ? 1 : 0);
  }
  return { kind: "boolean", name, values: Int8Array.from(codes, (code) => code < 0 ? -1 : truths[code]!) };
}
