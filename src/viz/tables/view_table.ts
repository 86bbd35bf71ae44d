/** A table as a figure: sorted, searched, paged, copied and saved in the page. */
import type { ColumnTable } from "arquero";
import { OptionError } from "../../base/errors.ts";
import { countOf, formatCount } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import { TypedTable } from "../../base/typed_table.ts";
import { type Figure, figure, type FigureTable } from "../figure/figure.ts";
import { outputBytes } from "../figure/figure_html.ts";
import { wholeNumber } from "../kit/options.ts";
import { barredColumns, columnsOf } from "./columns.ts";
import { type FirstRows, firstRows } from "./rows_of.ts";
import { tableData, usualRows } from "./table_data.ts";
import { tablePicture } from "./table_picture.ts";
import { type TableUnit, tableUnits, writeCell } from "./units.ts";

export interface TableViewOptions {
  /** @default none */
  readonly title?: string | undefined;
  /** What the table says, under which settings. @default none */
  readonly caption?: string | undefined;
  /**
   * Units of columns whose names do not tell them. Names that end in `Seconds` are durations, `share` is one (and then
   * `low` and `high` are its bounds), dates are dates, whole numbers counts.
   */
  readonly units?: Readonly<Record<string, TableUnit>> | undefined;
  /** Columns whose cells have bars; `false` for none. @default shares, and counts of cases, events and the like */
  readonly bars?: readonly string[] | false | undefined;
  /** Rows on a page, and in the still form. @default 20 */
  readonly rows?: number | undefined;
}

/**
 * Shows a table that a person can work with in the page: a click on a head sorts by it, another one the other way;
 * rows are searched, turned page by page, copied and saved as CSV. Durations, shares and dates are written in words; the
 * exact figure shows where the pointer rests.
 *
 * An output carries as many rows as weigh 300 KB; where there are more, its caption says how many of how many, and
 * `writeCsv` writes them all. A table that is a cell's last expression shows itself in this way, with the names of its
 * columns as code calls them.
 *
 * @param table An Arquero table, such as every result has, or a list of objects.
 * @throws InputError if `table` is neither.
 * @throws OptionError if `units` or `bars` name a column that is not there, or a unit that does not exist.
 *
 * @example
 * ```ts
 * import { activityStatistics, readLog, viewTable } from "tracebook";
 * viewTable(activityStatistics(await readLog("data/order-to-cash.csv")), { title: "Activities" });
 * ```
 */
export function viewTable(table: ColumnTable | readonly object[], options: TableViewOptions = {}): Figure {
  return tableFigure(table, options, "words");
}

/** As `viewTable`; `heads` says whether columns are called in words or as in code. */
export function tableFigure(
  table: ColumnTable | readonly object[],
  options: TableViewOptions,
  heads: "words" | "names",
): Figure {
  const pageRows = wholeNumber("rows", options.rows ?? usualRows, 1, 1000);
  const first = firstRows(table, mostRows);
  const { title = "", caption = "" } = options;
  const shown = fitting(
    {
      columns: first.columns,
      rows: first.rows,
      units: { ...first.units, ...TypedTable.unitsOf(table), ...checkedUnits(options.units ?? {}, first) },
      heads,
      total: first.total,
      pageRows,
    },
    title,
    options.bars,
    first,
  );
  const numbers = shown.table;
  const text = textOf(numbers);
  return figure({
    kind: "table",
    behaviour: "table",
    title,
    caption: [caption, ...shown.notes].filter((words) => words !== "").join(" "),
    svg: tablePicture(numbers, pageRows),
    alt: `${title === "" ? "Table" : title}: ${countOf(first.total, "row")}, columns ${numbers.columns.join(", ")}.`,
    table: numbers,
    text,
  });
}

/** More are never in one output, however short they are. */
const mostRows = 20_000;
const mostColumns = 60;
const mostTextRows = 30;

/** As many rows and columns as an output holds, and what is said of the others. */
function fitting(
  table: FigureTable,
  title: string,
  bars: TableViewOptions["bars"],
  { columns, total }: FirstRows,
): { table: FigureTable; notes: string[] } {
  const notes: string[] = [];
  let shown = table;
  if (columns.length > mostColumns) {
    shown = { ...shown, columns: columns.slice(0, mostColumns) };
    notes.push(`The first ${mostColumns} of ${formatCount(columns.length)} columns are shown.`);
  }
  const wanted = bars === false ? [] : bars ?? barredColumns(columnsOf(shown));
  const missing = wanted.find((name) => !columns.includes(name));
  if (missing !== undefined) throw noColumn("bars", missing, columns);
  shown = { ...shown, bars: wanted };
  // Half of an output is kept for the still form.
  const held = tableData(shown, title, outputBytes / 2)?.rows.length ?? Math.min(table.pageRows!, table.rows.length);
  if (held < total) {
    notes.push(
      `The first ${formatCount(held)} of ${formatCount(total)} rows are in this page; ` +
        `await writeCsv(table, "table.csv") writes all of them.`,
    );
    shown = { ...shown, rows: shown.rows.slice(0, held) };
  }
  return { table: shown, notes };
}

function checkedUnits(units: Readonly<Record<string, TableUnit>>, { columns }: FirstRows) {
  for (const [name, unit] of Object.entries(units)) {
    if (!columns.includes(name)) throw noColumn("units", name, columns);
    if (!tableUnits.includes(unit)) {
      throw new OptionError(
        `Expected the unit of ${JSON.stringify(name)} to be one of ${tableUnits.join(", ")} but found ${
          JSON.stringify(unit)
        }.`,
      );
    }
  }
  return units;
}

function noColumn(option: string, name: string, columns: readonly string[]): OptionError {
  return new OptionError(
    `Expected ${option} to name columns of the table (${columns.slice(0, 30).join(", ")}) but found ${
      JSON.stringify(name)
    }.`,
  );
}

/** The first rows as aligned text. */
function textOf(table: FigureTable): string {
  const columns = columnsOf(table);
  const rows = table.rows.slice(0, mostTextRows);
  const left = table.total! - rows.length;
  const lines = [
    columns.map(({ head }) => head),
    ...rows.map((row) => columns.map(({ unit }, i) => writeCell(row[i], unit))),
  ];
  return textTable(lines, { left: columns.flatMap(({ unit }, i) => unit === "text" ? [i] : []) }) +
    (left > 0 ? `\n… and ${formatCount(left)} more rows` : "");
}
