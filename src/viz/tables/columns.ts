/** The columns of a table as all forms of it show them. */
import type { FigureTable } from "../figure/figure_parts.ts";
import { columnInWords } from "../kit/plain_words.ts";
import { type Cell, isSeconds, type TableUnit, unitOf } from "./units.ts";

export interface TableColumn {
  /** As code and files call it. */
  readonly name: string;
  /** As its head says it. */
  readonly head: string;
  readonly unit: TableUnit;
  /** The figure whose bar fills a cell; null where cells have no bars. */
  readonly full: number | null;
}

/** Names, units and bars of a table's columns. Its rows are looked at for what names do not tell. */
export function columnsOf(table: FigureTable): TableColumn[] {
  return table.columns.map((name, i) => {
    const values = table.rows.map((row) => row[i] ?? null);
    const unit = table.units?.[name] ?? unitOf(name, values, table.columns);
    const barred = table.bars?.includes(name) ?? false;
    return {
      name,
      head: table.heads === "names" ? name : headOf(name, unit),
      unit,
      full: barred ? fullOf(values, unit) : null,
    };
  });
}

/** Columns that get bars unless a caller chooses: shares, and counts of what a process has many of. */
export function barredColumns(columns: readonly TableColumn[]): string[] {
  return columns.filter(({ name, unit }) =>
    (unit === "share" && !/^(?:low|high|lower|upper)$|Low$|High$/.test(name)) ||
    (unit === "count" && COUNTED.test(name))
  ).map(({ name }) => name);
}

const COUNTED = /^(?:cases|events|instances|count|counts|times|visits|switches|repetitions|occurrences|frequency)$/i;

/** The words of `columnInWords`; where cells say the unit, the head does not. */
function headOf(name: string, unit: TableUnit): string {
  const words = columnInWords(name);
  if (unit !== "duration" || !isSeconds(name)) return words;
  const bare = words.replace(/[\s,_]*seconds$/i, "");
  return bare === "" ? "duration" : bare;
}

/** Shares fill at 1, other figures at their greatest. */
function fullOf(values: readonly Cell[], unit: TableUnit): number | null {
  if (unit === "share") return 1;
  let most = 0;
  for (const value of values) if (typeof value === "number" && value > most && value < Infinity) most = value;
  return most > 0 ? most : null;
}

/** How far a cell's bar goes, 0 to 1; undefined where there is none. */
export function barOf(value: Cell | undefined, full: number | null): number | undefined {
  if (full === null || typeof value !== "number" || !(value > 0)) return undefined;
  return Math.min(1, value / full);
}
