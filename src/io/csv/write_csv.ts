/** Writing CSV: RFC 4180 in UTF-8, so that reading it gives the same table back. */
import type { ColumnTable } from "arquero";
import type { Table } from "../../base/column.ts";
import { writeWholeFile } from "../files/write_whole_file.ts";
import { arqueroTable } from "./arquero_table.ts";
import { csvParts } from "./csv_text.ts";

export interface WriteCsvOptions {
  /** @default "," */
  delimiter?: string;
  /**
   * `mark`: text that a spreadsheet might run as a formula (it begins with one of = + - @, a tab or a line break, and is
   * no negative number) is written behind an apostrophe, which spreadsheets take for text. `keep`: it is written as it
   * is. @default "mark"
   */
  formulas?: "mark" | "keep";
}

/**
 * Writes a table as CSV; gzipped if the path ends in `.gz`. Results are Arquero tables: their rows are written as
 * filtered and sorted, with all digits; lists in a cell are joined by commas.
 *
 * Lines end with LF. Times are ISO 8601 in UTC, with milliseconds, or microseconds where there are any. Missing values
 * are empty fields. Fields are quoted where they must be.
 *
 * Formulas are made harmless: `=1+1` becomes `'=1+1`, and a text that looks like that already gets one apostrophe more.
 * `readLog` and `readInteractions` take the mark away again, so that the log is the one that was written; other programs
 * see it unless `formulas: "keep"` leaves it out.
 *
 * @param table A result or another Arquero table, a list of objects, or what `readCsvTable` and its like give.
 * @throws InputError if the file cannot be written; see `writeWholeFile`.
 */
export async function writeCsv(
  table: Table | ColumnTable | readonly object[],
  path: string,
  options: WriteCsvOptions = {},
): Promise<void> {
  const { delimiter, formulas = "mark" } = options;
  const parts = csvParts(isColumns(table) ? table : arqueroTable(table), {
    ...(delimiter === undefined ? {} : { delimiter }),
    escapeFormulas: formulas === "mark",
  });
  await writeWholeFile(path, parts, { gzip: /\.gz$/i.test(path) });
}

/** Tables of Arquero have a method `columns`. */
function isColumns(table: Table | ColumnTable | readonly object[]): table is Table {
  return "columns" in table && Array.isArray(table.columns);
}
