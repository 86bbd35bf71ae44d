/** Columns from plain objects. */
import type { Column, Table } from "../base/column.ts";
import { InputError } from "../base/errors.ts";

/**
 * A table with a column for each property of the rows.
 *
 * @param wanted properties that get a column even where no row has them.
 * @throws InputError if a property holds values of several kinds.
 */
export function tableOfRows(given: readonly object[], wanted: readonly string[] = []): Table {
  const rows = given as readonly Readonly<Record<string, unknown>>[];
  const names = [...new Set([...wanted, ...rows.flatMap((row) => Object.keys(row))])];
  return { rows: rows.length, columns: names.map((name) => columnOf(name, rows.map((row) => row[name] ?? null))) };
}

function columnOf(name: string, values: readonly unknown[]): Column {
  const kinds = new Set(values.filter((value) => value !== null).map((v) => isMoment(v) ? "date" : typeof v));
  if (kinds.size > 1) {
    throw new InputError(`Property "${name}": expected values of one kind but found ${[...kinds].join(" and ")}.`);
  }
  switch ([...kinds][0]) {
    case "date":
      return { kind: "time", name, values: Float64Array.from(values, (v) => isMoment(v) ? msOf(v) : NaN) };
    case "number": {
      const numbers = Float64Array.from(values, (value) => value === null ? NaN : value as number);
      return {
        kind: "number",
        name,
        values: numbers,
        integer: numbers.every((n) => Number.isNaN(n) || Number.isInteger(n)),
      };
    }
    case "boolean":
      return { kind: "boolean", name, values: Int8Array.from(values, (value) => value === null ? -1 : value ? 1 : 0) };
    default:
      return textColumn(name, values);
  }
}

type Moment = Date | Temporal.Instant | Temporal.ZonedDateTime;

/** What is a point in time by itself; days and times without a zone become text, which says as much. */
function isMoment(value: unknown): value is Moment {
  if (value instanceof Date) return true;
  if (typeof Temporal === "undefined") return false;
  return value instanceof Temporal.Instant || value instanceof Temporal.ZonedDateTime;
}

/** With microseconds as fractions. */
function msOf(moment: Moment): number {
  return moment instanceof Date ? moment.getTime() : Number(moment.epochNanoseconds / 1000n) / 1000;
}

function textColumn(name: string, values: readonly unknown[]): Column {
  const code = new Map<string, number>();
  const codes = Int32Array.from(values, (value) => {
    if (value === null) return -1;
    const text = String(value);
    if (!code.has(text)) code.set(text, code.size);
    return code.get(text)!;
  });
  return { kind: "text", name, codes, dictionary: [...code.keys()] };
}
