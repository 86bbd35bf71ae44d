/** The numbers of a figure, for its menu: table and menu are code of their own, and meet at the figure's element. */
import type { TableData } from "../../tables/table_data.ts";
import type { Cell } from "../../tables/units.ts";

declare global {
  /** What figures leave in the page for each other, by name. */
  var __tracebook: Record<string, unknown> | undefined;
}

function held(): WeakMap<Element, unknown> {
  return ((globalThis.__tracebook ??= {}).tables ??= new WeakMap()) as WeakMap<Element, unknown>;
}

export function holdTable(root: Element, data: unknown): void {
  held().set(root, data);
}

/** Undefined where the page does not have them. */
export function tableOf(root: Element): TableData | undefined {
  return held().get(root) as TableData | undefined;
}

/** Asks a stage that is a table which rows it shows. */
export const rowsEvent = "tracebook-rows";

export interface RowsAsked {
  /** As found and sorted, from the page shown on. */
  rows?: readonly (readonly Cell[])[];
  /** Rows on a page. */
  count?: number;
}
