/** A table as text to take away: CSV for a file, tab separated for the clipboard. Figures are exact in both. */
import { csvField } from "../../io/csv/csv_field.ts";
import { withFormulaMark } from "../../io/csv/formula_marks.ts";
import { type Cell, exactCell, type TableUnit } from "../tables/units.ts";

export interface TableTextColumn {
  readonly name: string;
  readonly unit: TableUnit;
}

/** As `writeCsv` writes it: what a spreadsheet would run as a formula stands behind an apostrophe. */
export function tableCsv(columns: readonly TableTextColumn[], rows: readonly (readonly Cell[])[]): string {
  return linesOf(columns, rows, (text) => csvField(text), ",");
}

/** What spreadsheets take from the clipboard; tabs and line breaks within a cell become spaces. */
export function tableTabs(columns: readonly TableTextColumn[], rows: readonly (readonly Cell[])[]): string {
  return linesOf(columns, rows, (text) => text.replace(/[\t\r\n]+/g, " "), "\t");
}

function linesOf(
  columns: readonly TableTextColumn[],
  rows: readonly (readonly Cell[])[],
  field: (text: string) => string,
  delimiter: string,
): string {
  const cell = (value: Cell | undefined, unit: TableUnit) =>
    field(typeof value === "string" ? withFormulaMark(value) : exactCell(value, unit));
  return [
    columns.map(({ name }) => cell(name, "text")),
    ...rows.map((row) => columns.map(({ unit }, i) => cell(row[i], unit))),
  ].map((line) => line.length === 1 && line[0] === "" ? '""\n' : line.join(delimiter) + "\n").join("");
}
