/** What a table brings to the page, as JSON. */
import type { FigureTable, RowsAre } from "../figure/figure_parts.ts";
import { columnsOf, type TableColumn } from "./columns.ts";
import type { Cell, TableUnit } from "./units.ts";

export interface TableData {
  readonly columns: readonly (readonly [name: string, head: string, unit: TableUnit, full: number | null])[];
  readonly rows: readonly (readonly Cell[])[];
  /** How many rows the whole table has. */
  readonly total: number;
  readonly pageRows: number;
  /** Names the table to those who cannot see it, and its file. */
  readonly title: string;
  /** What a reader selects with a row. */
  readonly rowsAre?: RowsAre;
}

/** Rows on a page, and in the still form, unless a caller chooses. */
export const usualRows = 20;

/** The first rows of a table, as many as weigh so many bytes; undefined if that is not even a page. */
export function tableData(table: FigureTable, title: string, bytes: number): TableData | undefined {
  const columns = columnsOf(table).map(({ name, head, unit, full }: TableColumn) => [name, head, unit, full] as const);
  const rows: Cell[][] = [];
  let left = bytes - weight(columns) - 2 * title.length - 200;
  for (const row of table.rows) {
    const cells = table.columns.map((_, i) => portable(row[i] ?? null));
    left -= weight(cells) + 1;
    if (left < 0) break;
    rows.push(cells);
  }
  const pageRows = table.pageRows ?? usualRows;
  if (rows.length < Math.min(pageRows, table.rows.length)) return undefined;
  const { rowsAre } = table;
  return {
    columns,
    rows,
    total: table.total ?? table.rows.length,
    pageRows,
    title,
    ...(rowsAre === undefined ? {} : { rowsAre }),
  };
}

/** JSON has no such numbers. */
function portable(value: Cell): Cell {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

/** A cell as it was before `tableData`. */
export function cellOf(value: Cell | undefined, unit: TableUnit): Cell {
  return unit !== "text" && (value === "NaN" || value === "Infinity" || value === "-Infinity")
    ? Number(value)
    : value ?? null;
}

/** Bytes as JSON in a script, where each `<` becomes six characters. */
function weight(value: unknown): number {
  const text = JSON.stringify(value);
  return new TextEncoder().encode(text).length + 5 * (text.split("<").length - 1);
}
