/** A table as the text of a CSV: RFC 4180. Needs neither files nor Arquero, so that a page can write one. */
import type { Column, Table } from "../../base/column.ts";
import { csvField } from "./csv_field.ts";
import { withFormulaMark } from "./formula_marks.ts";

export interface CsvTextOptions {
  /** @default "," */
  delimiter?: string;
  /** Marks what a spreadsheet would run as a formula, as `writeCsv` does. @default false */
  escapeFormulas?: boolean;
}

/** A table as CSV text. For tables that fit into one string, and for programs: formulas stay as they are. */
export function csvText(table: Table, options: CsvTextOptions = {}): string {
  return [...csvParts(table, options)].join("");
}

const PART_CHARACTERS = 1 << 20;

/** The same text in parts, for tables that do not fit into one string. */
export function* csvParts(table: Table, options: CsvTextOptions): Generator<string> {
  const { delimiter = ",", escapeFormulas = false } = options;
  const escape = (text: string) => csvField(escapeFormulas ? withFormulaMark(text) : text, delimiter);
  const alone = table.columns.length === 1;
  const cells = table.columns.map((column) => cellsOf(column, escape));
  let part = table.columns.map((column) => escape(column.name)).join(delimiter) + "\n";
  for (let row = 0; row < table.rows; row++) {
    for (let c = 0; c < cells.length; c++) {
      if (c > 0) part += delimiter;
      part += cells[c]!(row);
    }
    // A blank line is no row; an empty quoted field is.
    part += alone && /(^|\n)$/.test(part.slice(-1)) ? '""\n' : "\n";
    if (part.length < PART_CHARACTERS) continue;
    yield part;
    part = "";
  }
  yield part;
}

/** Gives the text of a cell by its row; text is escaped once for each distinct value. */
function cellsOf(column: Column, escape: (text: string) => string): (row: number) => string {
  switch (column.kind) {
    case "text": {
      const texts = column.dictionary.map(escape);
      return (row) => column.codes[row]! < 0 ? "" : texts[column.codes[row]!]!;
    }
    case "number":
      return (row) => Number.isNaN(column.values[row]!) ? "" : String(column.values[row]!);
    case "time":
      return (row) => Number.isNaN(column.values[row]!) ? "" : isoTime(column.values[row]!);
    case "boolean":
      return (row) => column.values[row]! < 0 ? "" : column.values[row] === 1 ? "true" : "false";
  }
}

/** ISO 8601 in UTC with milliseconds, or microseconds where there are any. */
function isoTime(ms: number): string {
  const whole = Math.floor(ms);
  const micros = Math.round((ms - whole) * 1000);
  if (micros === 1000) return new Date(whole + 1).toISOString();
  const text = new Date(whole).toISOString();
  return micros === 0 ? text : `${text.slice(0, -1)}${String(micros).padStart(3, "0")}Z`;
}
