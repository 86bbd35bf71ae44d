/** A table as a cell's last expression shows its rows, and not how Arquero keeps them: imported for that. */
import { ColumnTable } from "arquero";
import { displaySymbol } from "./display.ts";
import { numbersTable } from "./figure_html.ts";
import type { FigureTable } from "./figure_parts.ts";
import { formatCount, formatDate, formatDuration } from "../../base/format.ts";
import { markupText } from "../kit/markup.ts";
import { textTable } from "../../base/text_table.ts";

/** What is more is for `filter`, `orderby` and `slice`. */
const mostRows = 30;

Object.defineProperty(ColumnTable.prototype, displaySymbol, {
  configurable: true,
  value(this: ColumnTable) {
    const shown = rowsOf(this);
    const left = this.numRows() - Math.min(this.numRows(), mostRows);
    const lines = [
      shown.columns,
      ...shown.rows.slice(0, mostRows).map((row) => row.map((value, i) => written(value, shown.columns[i]!))),
    ];
    const texts = shown.columns.map((_, i) => i).filter((i) => shown.rows.some((row) => typeof row[i] === "string"));
    return {
      "text/html": markupText(numbersTable(shown, mostRows, written)),
      "text/plain": textTable(lines, { left: texts }) + (left > 0 ? `\n… and ${formatCount(left)} more rows` : ""),
    };
  },
});

/** Filtered and in order. Rows that are not shown are there to be counted, no more. */
function rowsOf(table: ColumnTable): FigureTable {
  const columns = table.columnNames();
  const rows = (table.objects({ limit: mostRows }) as Record<string, unknown>[])
    .map((row) => columns.map((name) => cellOf(row[name])));
  return { columns, rows: [...rows, ...new Array(Math.max(0, table.numRows() - rows.length)).fill([])] };
}

function cellOf(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toLocaleString("en");
  }
  if (typeof value === "number") return value;
  if (value instanceof Date) return formatDate(value.getTime());
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** Numbers of seconds are written as durations: `1 d 5 h`. */
function written(value: string | number | null, column: string): string {
  if (typeof value !== "number") return value ?? "";
  return /(?:^|[\W_])seconds$|[a-z]Seconds$/.test(column) ? formatDuration(value) : formatCount(value, 3);
}
