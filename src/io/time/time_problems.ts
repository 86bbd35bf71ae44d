/** What is said of texts that are no times, or whose day and month cannot be told apart. */
import type { TextColumn } from "../../base/column.ts";
import { valueOf } from "../bytes/byte_column.ts";
import { InputError } from "../../base/errors.ts";

/** Where a column stands, for errors and findings. */
export interface Where {
  /** File name. */
  readonly name: string;
  readonly lineOf?: ((row: number) => number) | undefined;
  /** The role that the column has. @default "timestamp" */
  readonly role?: "timestamp" | "start";
  /** The rows came from a program: errors name options of functions, not of the command line. */
  readonly inMemory?: boolean;
}

/** The error of a column without any time. */
export function isNothing(column: TextColumn, row: number, where: Where): InputError {
  const { role = "timestamp", inMemory } = where;
  const start = `${place(column, row, where)}: expected times such as 2025-12-31 14:05:00 but found ` +
    `${shown(column, row)}`;
  const why = whyUnreadable(valueOf(column, column.codes[row]!));
  if (why) return new InputError(`${start}: ${why}.`);
  const name = inMemory ? `mapping: { ${role}: "PROPERTY", … }` : `--${role} COLUMN`;
  const word = inMemory ? "property" : "column";
  return new InputError(
    `${start}, and nothing in the ${word} is a time. Is it the right ${word}? Give ${name}.`,
  );
}

/** Why a text that looks like a part of a time is none, and what to do; undefined for any other text. */
function whyUnreadable(text: string): string | undefined {
  const clock = /^\s*\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*([ap]\.?m\.?)?\s*$/i.test(text);
  return whatSpreadsheetLost(text) ??
    (clock ? "a clock time without a day. Name a column that has the day, or one that has both" : undefined);
}

/** What a spreadsheet has taken from a time before it wrote this text, and what to do. */
export function whatSpreadsheetLost(text: string): string | undefined {
  const minutes = /^\s*(\d{1,2}):\d{2}([.,]\d)?\s*$/.exec(text);
  if (minutes && (minutes[2] !== undefined || Number(minutes[1]) > 24)) {
    return "minutes and seconds only: Excel dropped the date (format mm:ss.0). Give the column a format with the date, " +
      "such as yyyy-mm-dd hh:mm:ss, and export it again";
  }
  if (!/^\s*#{2,}\s*$/.test(text)) return undefined;
  return "what a spreadsheet shows where a column is too narrow. Widen the column, and export it again";
}

/** The error of a column in which no date tells whether the day or the month comes first. */
export function orderUnknown(column: TextColumn, row: number, where: Where): InputError {
  return new InputError(
    `${place(column, row, where)}: expected dates whose order of day and month can be told but found ` +
      `${shown(column, row)}, and no date in the column has a day above 12. ` +
      `Give ${orderOption("dmy", where)} if the day comes first, ${orderOption("mdy", where)} if the month does.`,
  );
}

/** The error of a column with some dates that are day-first, and some that are month-first. */
export function notInOneOrder(column: TextColumn, dayFirst: number, monthFirst: number, where: Where): InputError {
  const isMonthLater = dayFirst < monthFirst;
  const [earlier, later] = isMonthLater ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  const line = where.lineOf ? `line ${where.lineOf(earlier)}` : `row ${earlier + 1}`;
  return new InputError(
    `${place(column, later, where)}: expected a ${isMonthLater ? "day" : "month"}-first date like ` +
      `${column.dictionary[column.codes[earlier]!]!} (as in ${line}) but found ${shown(column, later)}. ` +
      `Give ${orderOption(isMonthLater ? "mdy" : "dmy", where)} if the file is ` +
      `${isMonthLater ? "month" : "day"}-first.`,
  );
}

function orderOption(order: "dmy" | "mdy", { inMemory }: Where): string {
  return inMemory ? `dateOrder: "${order}"` : `--date-order ${order}`;
}

export function place(column: { readonly name: string }, row: number, where: Where): string {
  const line = where.lineOf ? `line ${where.lineOf(row)}` : `row ${row + 1}`;
  return `${where.name}, ${line}, column "${column.name}"`;
}

/** The value of a row in quotes, cut where it is long. */
export function shown(column: TextColumn, row: number): string {
  const text = valueOf(column, column.codes[row]!);
  return JSON.stringify(text.length > 60 ? text.slice(0, 60) + "…" : text);
}
