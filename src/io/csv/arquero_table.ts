/** Arquero tables, and lists of objects, as the columns that files are written from. */
import { ColumnTable, from } from "arquero";
import type { Column, Table } from "../../base/column.ts";

/** Filtered and in order. Lists become text whose items are joined by commas; kinds that differ become text. */
export function arqueroTable(given: ColumnTable | readonly object[]): Table {
  const table = given instanceof ColumnTable ? given : from([...given]);
  const rows = table.indices();
  const columns = table.columnNames().map((name) => {
    const column = table.column(name)!;
    return columnOf(name, Array.from(rows, (row) => column.at(row) as unknown));
  });
  return { rows: rows.length, columns };
}

function columnOf(name: string, values: readonly unknown[]): Column {
  const kinds = new Set(values.filter((value) => value !== null && value !== undefined).map(kindOf));
  const kind = kinds.size === 1 ? [...kinds][0] : "text";
  switch (kind) {
    case "number": {
      const numbers = Float64Array.from(
        values,
        (value) => value === null || value === undefined ? NaN : value as number,
      );
      return { kind, name, values: numbers, integer: numbers.every((n) => Number.isNaN(n) || Number.isInteger(n)) };
    }
    case "time":
      return {
        kind,
        name,
        values: Float64Array.from(values, (value) => value instanceof Date ? value.getTime() : NaN),
      };
    case "boolean":
      return { kind, name, values: Int8Array.from(values, (value) => value === true ? 1 : value === false ? 0 : -1) };
    default:
      return textColumn(name, values);
  }
}

function kindOf(value: unknown): string {
  return value instanceof Date ? "time" : typeof value;
}

function textColumn(name: string, values: readonly unknown[]): Column {
  const code = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    if (value === null || value === undefined) return -1;
    const text = textOf(value);
    if (!code.has(text)) code.set(text, code.size);
    return code.get(text)!;
  });
  return { kind: "text", name, codes, dictionary: [...code.keys()] };
}

function textOf(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  if (Array.isArray(value)) return value.map((item) => item === null ? "" : textOf(item)).join(", ");
  if (ArrayBuffer.isView(value) && Symbol.iterator in value) {
    return [...value as unknown as Iterable<unknown>].join(", ");
  }
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) {
    return String(value);
  }
  return JSON.stringify(value, (_, inner) => typeof inner === "bigint" ? String(inner) : inner);
}
