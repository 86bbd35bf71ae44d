/** Columns of numbers as people write them: one convention a column, decided over all its values or left open. */
import type { NumberColumn, TextColumn } from "../../base/column.ts";
import { distinctValues, valueOf } from "../bytes/byte_column.ts";
import type { ReadingReport } from "../report/reading_report.ts";
import type { Where } from "../time/time_problems.ts";
import { type DecimalMark, hasLostDigits, readNumber, type WrittenNumber } from "./number_text.ts";

export interface NumberOptions {
  /** The decimal mark of numbers such as 1,234 and 1.234, where neither column nor file tells it. @default text stays */
  decimal?: DecimalMark;
}

/** Takes what was found, and of how many rows. */
export type Tell = (found: string, rows: number) => void;

/** A column whose values are all numbers, in one convention or another. */
export interface WrittenColumn {
  readonly column: TextColumn;
  /** By code. */
  readonly numbers: readonly WrittenNumber[];
  /** The decimal marks with which every value is a number. */
  readonly marks: readonly DecimalMark[];
  /** The column alone does not tell the decimal mark, and it matters. */
  readonly open: boolean;
}

/** Enough values to tell a column of names from one of numbers. */
const LOOKED_AT = 8;

/** What a column of written numbers is; undefined if a value is no number. */
export function writtenColumn(column: TextColumn): WrittenColumn | undefined {
  const distinct = distinctValues(column);
  if (distinct === 0) return undefined;
  for (let code = 0; code < Math.min(distinct, LOOKED_AT); code++) {
    if (!readNumber(valueOf(column, code))) return undefined;
  }
  const numbers: WrittenNumber[] = [];
  for (const text of column.dictionary) {
    const number = readNumber(text);
    if (!number) return undefined;
    numbers.push(number);
  }
  const marks = (["point", "comma"] as const).filter((mark) => numbers.every((n) => !Number.isNaN(n[mark])));
  const matters = numbers.some(({ point, comma }) => point !== comma);
  return { column, numbers, marks, open: marks.length === 2 && matters };
}

/** The decimal mark that a column shows for certain; undefined where it shows none. */
export function markShown({ numbers, marks }: WrittenColumn): DecimalMark | undefined {
  const [mark] = marks;
  if (mark === undefined || marks.length > 1) return undefined;
  return numbers.some(({ parts }) => parts[mark].fraction || parts[mark].thousands !== "") ? mark : undefined;
}

/**
 * The numbers of a column; undefined, and told why, where it has to stay text.
 *
 * @param mark The decimal mark that the file or the options tell, where the column leaves it open.
 * @param isGuess the mark is only the usual one.
 */
export function numbersOf(
  written: WrittenColumn,
  mark: DecimalMark | undefined,
  where: Where,
  tell: Tell,
  isGuess = false,
): NumberColumn | undefined {
  const { column, numbers, marks, open } = written;
  const reason = whyText(written, mark);
  const example = (code: number) => `${placeOf(column, code, where)}: ${JSON.stringify(column.dictionary[code])}`;
  if (reason) {
    const rows = rowsOf(column, (code) => reason.codes.includes(code));
    tell(`${example(reason.codes[0]!)} ${reason.why}; the column is kept as text`, rows);
    return undefined;
  }
  const chosen = open ? mark! : marks[0]!;
  const byCode = Float64Array.from(numbers, (number) => number[chosen]);
  const odd = numbers.map(({ point, comma }, code) =>
    !PLAIN.test(column.dictionary[code]!) || (open && point !== comma)
  );
  const first = odd.indexOf(true);
  const guess = ". Nothing in the file tells it; give --decimal comma if the point stands between thousands";
  tell(
    `${example(first)} is read as ${byCode[first]}: ${inWords(written, chosen, open)}${isGuess ? guess : ""}`,
    rowsOf(column, (code) => odd[code]!),
  );
  const values = Float64Array.from(column.codes, (code) => code < 0 ? NaN : byCode[code]!);
  return { kind: "number", name: column.name, values, integer: byCode.every(Number.isInteger) };
}

/** Tells of numbers that a spreadsheet wrote without their last digits. */
export function reportLostDigits(column: TextColumn, where: Where, report: ReadingReport): void {
  const lost = column.dictionary.map(hasLostDigits);
  const first = lost.indexOf(true);
  if (first < 0) return;
  report.add(
    "digits lost",
    () =>
      `${placeOf(column, first, where)}: ${JSON.stringify(column.dictionary[first])} is in scientific notation, as ` +
      `spreadsheets write long numbers, and its last digits are lost. Export the column as text if these are ids`,
    rowsOf(
      column,
      (code) => lost[code]!,
    ),
  );
}

const PLAIN = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** Why the values are no numbers of one kind, and the codes that show it. */
function whyText(written: WrittenColumn, mark: DecimalMark | undefined) {
  const { column, numbers, marks, open } = written;
  const codesWith = (test: (number: WrittenNumber, code: number) => boolean) =>
    numbers.flatMap((number, code) => test(number, code) ? [code] : []);
  const value = (code: number) => JSON.stringify(column.dictionary[code]);
  if (marks.length === 0) {
    const codes = codesWith(({ point }) => Number.isNaN(point));
    const other = numbers.findIndex(({ comma }) => Number.isNaN(comma));
    return { why: `has a decimal comma or thousands by point, but ${value(other)} the other way round`, codes };
  }
  const units = [...new Set(numbers.map(({ unit }) => unit))].filter((unit) => unit !== "");
  const isShare = units.includes("%");
  if (units.length > 1 || (isShare && numbers.some(({ unit }) => unit === ""))) {
    const [unit] = units;
    const other = numbers.findIndex((number) => number.unit !== unit);
    return { why: `and ${value(other)} are of different units`, codes: codesWith((number) => number.unit === unit) };
  }
  if (open && mark === undefined) {
    const codes = codesWith(({ point, comma }) => point !== comma);
    const { point, comma } = numbers[codes[0]!]!;
    return {
      why: `may be ${point} or ${comma}, and nothing in the file tells which. ` +
        `Give --decimal comma or --decimal point (decimal: "comma" in a notebook)`,
      codes,
    };
  }
  if (looksLikeIds(written)) {
    const codes = codesWith(({ parts }) => parts[marks[0]!].thousands !== "");
    return { why: "may be a number, but all values have equally many digits, as ids have", codes };
  }
  const isLabel = numbers.every(({ minus, parts, unit }) =>
    minus !== "" && unit === "" && !parts[marks[0]!].fraction && parts[marks[0]!].thousands === ""
  );
  return isLabel ? { why: "may be a number below zero or a label", codes: codesWith(() => true) } : undefined;
}

/** Groups of three digits, no fraction, no unit, equally many digits everywhere: 12.345.678 and 555 123 456. */
function looksLikeIds({ numbers, marks, open }: WrittenColumn): boolean {
  const parts = numbers.map((number) => number.parts[marks[0]!]);
  if (open || parts.some(({ fraction }) => fraction) || numbers.some(({ unit }) => unit !== "")) return false;
  const isGrouped = parts.some(({ thousands }) => thousands !== "" && thousands !== ",");
  return isGrouped && numbers.every(({ digits }) => digits === numbers[0]!.digits);
}

const THOUSANDS: Readonly<Record<string, string>> = {
  ".": "point",
  ",": "comma",
  "'": "apostrophe",
  "’": "apostrophe",
};

function inWords({ numbers }: WrittenColumn, mark: DecimalMark, open: boolean): string {
  const parts = numbers.map((number) => number.parts[mark]);
  const groups = [
    ...new Set(parts.flatMap(({ thousands }) => thousands === "" ? [] : [THOUSANDS[thousands] ?? "space"])),
  ];
  const [unit] = numbers.map((n) => n.unit).filter(Boolean);
  const minus = new Set(numbers.map((n) => n.minus));
  return [
    ...(open || parts.some(({ fraction }) => fraction) ? [`decimal ${mark}`] : []),
    ...(groups.length > 0 ? [`thousands by ${groups.join(" or ")}`] : []),
    ...(unit === "%" ? ["percent, so that 12 % is 12"] : unit ? [`${unit} left out`] : []),
    ...(minus.has("behind") ? ["a minus behind the number"] : []),
    ...(minus.has("parentheses") ? ["numbers below zero in parentheses"] : []),
  ].join(", ") || "a number";
}

function placeOf(column: TextColumn, code: number, where: Where): string {
  const row = Math.max(0, column.codes.indexOf(code));
  return `${where.name}, ${where.lineOf ? `line ${where.lineOf(row)}` : `row ${row + 1}`}, column "${column.name}"`;
}

function rowsOf({ codes }: TextColumn, counts: (code: number) => boolean): number {
  return codes.reduce((rows, code) => code >= 0 && counts(code) ? rows + 1 : rows, 0);
}
