/** Cells of sheets: the column tells where somebody worked, the row on which record. */

/** A cell or a range, as in `B7`, `$B$7`, `A2:C9`, `B:B`. */
export const CELL = /^(\$?[A-Z]{1,3}(\$?\d{1,7})?)(:\$?[A-Z]{1,3}(\$?\d{1,7})?)?$/;

/** The letters of a cell or range: `A` of `$A$2`, `A:C` of `A2:C9`, `B` of `B2:B9`. */
export function columnsOfCell(cell: string): string {
  return [...new Set(cell.split(":").map((end) => end.replace(/[^A-Z]/g, "")))].join(":");
}

/** The numbers of a cell or range: `2` of `A2`, `2:9` of `A2:C9`; undefined for whole columns. */
export function rowsOfCell(cell: string): string | undefined {
  return [...new Set(cell.split(":").map((end) => end.replace(/\D/g, "")))].filter(Boolean).join(":") || undefined;
}
