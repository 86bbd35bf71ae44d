/** Rows of a table as a reader wants them: searched and sorted. */
import type { Cell, TableUnit } from "../tables/units.ts";
import { writeCell } from "../tables/units.ts";

export interface Sorting {
  readonly column: number;
  readonly direction: "ascending" | "descending";
}

/** The next sorting when a head is pressed: upwards, and again for the other way. */
export function sortedBy(column: number, now: Sorting | undefined): Sorting {
  return { column, direction: now?.column === column && now.direction === "ascending" ? "descending" : "ascending" };
}

/** Numbers by value, texts as people order them, cells without a value last either way; equal rows keep their order. */
export function sortRows(
  rows: readonly (readonly Cell[])[],
  { column, direction }: Sorting,
): (readonly Cell[])[] {
  const sign = direction === "ascending" ? 1 : -1;
  return [...rows].sort((a, b) => compare(a[column] ?? null, b[column] ?? null, sign));
}

// One language for all readers, so that all see the same order.
const words = new Intl.Collator("en", { numeric: true });

function compare(a: Cell, b: Cell, sign: number): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rankOf(a) === 2 || rankOf(b) === 2 ? rank : sign * rank;
  if (rankOf(a) === 2) return 0;
  return sign * (typeof a === "number" ? a === b ? 0 : a < (b as number) ? -1 : 1 : words.compare(a!, b as string));
}

function rankOf(value: Cell): number {
  return value === null || value === "" || Number.isNaN(value) ? 2 : typeof value === "number" ? 0 : 1;
}

/** The rows that hold every word sought, in whatever cell: as it is written, or in all digits. */
export function rowSearch(
  rows: readonly (readonly Cell[])[],
  units: readonly TableUnit[],
): (sought: string) => (readonly Cell[])[] {
  let texts: string[] | undefined;
  return (sought) => {
    const parts = sought.toLowerCase().split(/\s+/).filter((part) => part !== "");
    if (parts.length === 0) return [...rows];
    texts ??= rows.map((row) =>
      units.map((unit, i) => {
        const value = row[i] ?? null;
        const written = writeCell(value, unit);
        return typeof value === "number" ? `${written}\n${value}` : written;
      }).join("\n").toLowerCase()
    );
    return rows.filter((_, r) => parts.every((part) => texts![r]!.includes(part)));
  };
}
