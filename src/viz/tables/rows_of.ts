/** The first rows of an Arquero table, or of a list of objects, as cells. */
import { ColumnTable } from "arquero";
import { InputError } from "../../base/errors.ts";
import type { Cell, TableUnit } from "./units.ts";

export interface FirstRows {
  readonly columns: string[];
  readonly rows: Cell[][];
  /** How many rows there are in all. */
  readonly total: number;
  /** Units that the values tell: those of dates and of whole numbers. */
  readonly units: Record<string, TableUnit>;
}

/** Filtered and in order; no row but the first `most` is read. */
export function firstRows(table: unknown, most: number): FirstRows {
  const { names, objects, total } = objectsOf(table, most);
  const units: Record<string, TableUnit> = {};
  const columns = names.map((name) => {
    const values = objects.map((row) => row[name]);
    const known = values.filter((value) => value !== null && value !== undefined);
    const dates = known.length > 0 && known.every((value) => value instanceof Date);
    if (dates) units[name] = known.every((date) => !((date as Date).getTime() % DAY)) ? "day" : "date";
    if (known.some((value) => typeof value === "bigint")) units[name] = "count";
    return values.map((value) => dates && value instanceof Date ? value.getTime() : cellOf(value));
  });
  return { columns: names, rows: objects.map((_, r) => columns.map((column) => column[r]!)), total, units };
}

const DAY = 86_400_000;

type Objects = readonly Readonly<Record<string, unknown>>[];

function objectsOf(table: unknown, most: number): { names: string[]; objects: Objects; total: number } {
  if (table instanceof ColumnTable) {
    return { names: table.columnNames(), objects: table.objects({ limit: most }) as Objects, total: table.numRows() };
  }
  if (Array.isArray(table) && table.every((row) => typeof row === "object" && row !== null && !Array.isArray(row))) {
    const names = [...new Set((table as Objects).flatMap((row) => Object.keys(row)))];
    return { names, objects: table.slice(0, most), total: table.length };
  }
  const found = table instanceof Promise
    ? "a promise. Write await before what gives the table"
    : table === null || typeof table !== "object"
    ? String(table)
    : Array.isArray(table)
    ? "a list of other values"
    : `a ${(table as object).constructor?.name || "value"}; give one of its tables`;
  throw new InputError(`Expected an Arquero table or a list of objects but found ${found}.`);
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return value;
  if (typeof value === "bigint") {
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  }
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.map((item) => cellOf(item) ?? "").join(", ");
  if (ArrayBuffer.isView(value) && Symbol.iterator in value) {
    return [...value as unknown as Iterable<unknown>].join(", ");
  }
  if (typeof value !== "object") return String(value);
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value);
  return JSON.stringify(value, (_, inner) => typeof inner === "bigint" ? String(inner) : inner);
}
