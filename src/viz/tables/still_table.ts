/** The first rows of a table as plain HTML, whose inline styles outlive the sanitiser of an untrusted notebook. */
import type { FigureTable } from "../figure/figure_parts.ts";
import { formatCount } from "../../base/format.ts";
import { light } from "../kit/theme.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { barOf, columnsOf, type TableColumn } from "./columns.ts";
import { type Cell, exactBehind, isFigure, writeCell } from "./units.ts";

/** Longer texts are cut in the still form. */
const mostCharacters = 5000;

/** The first rows, with the exact figure behind each cell that does not write all of it. */
export function stillTable(table: FigureTable, most: number): Markup {
  const columns = columnsOf(table);
  const shown = table.rows.slice(0, most);
  const total = table.total ?? table.rows.length;
  return markup(
    "table",
    { style: "border-spacing:12px 2px;font-size:90%;text-align:left" },
    ...(total > shown.length
      ? [markup(
        "caption",
        { style: "text-align:left" },
        `The first ${formatCount(shown.length)} of ${formatCount(total)} rows.`,
      )]
      : []),
    markup(
      "thead",
      {},
      markup(
        "tr",
        {},
        ...columns.map((column) =>
          markup(
            "th",
            { scope: "col", style: align(column), title: column.head === column.name ? undefined : column.name },
            column.head,
          )
        ),
      ),
    ),
    markup(
      "tbody",
      {},
      ...shown.map((row) => markup("tr", {}, ...columns.map((column, i) => stillCell(row[i] ?? null, column)))),
    ),
  );
}

function stillCell(value: Cell, column: TableColumn): Markup {
  const written = writeCell(value, column.unit);
  const text = written.length > mostCharacters ? written.slice(0, mostCharacters) + "…" : written;
  const bar = barOf(value, column.full);
  return markup(
    "td",
    { style: align(column), title: exactBehind(value, column.unit) },
    text,
    ...(bar === undefined ? [] : [markup("div", {
      style: `height:3px;min-width:1px;width:${Math.round(bar * 100)}%;background-color:${light.much}`,
    })]),
  );
}

/** Said of text as well: JupyterLab aligns tables to the right. */
function align({ unit, full }: TableColumn): string {
  return isFigure(unit)
    ? `text-align:right;white-space:nowrap${full === null ? "" : ";min-width:70px"}`
    : "text-align:left";
}
