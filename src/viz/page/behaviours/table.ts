/** A table in the page: sorted by its heads, searched, paged, copied and saved. */
import type { TableData } from "../../tables/table_data.ts";
import { showTable } from "../live_table.ts";

/** The still table that the live one takes the place of: that of a figure which is a table, or "The numbers". */
export function place(root: Element): HTMLElement | null {
  return root.querySelector<HTMLElement>(":scope > .tb-frame > table, :scope > table, :scope > details > table");
}

export function show(stage: HTMLElement, data: TableData): void {
  showTable(stage, data);
}
