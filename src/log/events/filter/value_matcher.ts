/** Whether a value of a column is one of those wanted, or lies within bounds. */
import { type Column, type TextColumn, type Value, valueAt } from "../../../base/column.ts";
import { InputError } from "../../../base/errors.ts";
import { formatExactDate, formatRange } from "../../../base/format.ts";
import { anyOf } from "../../../base/lists.ts";
import { checkBounds, listOf, quoted, suggestion } from "../../filter/options.ts";
import type { EventLog } from "../event_log.ts";

/** Bounds, both included, of a number or a time (a Date). */
export interface ValueBounds {
  readonly min?: number | Date;
  readonly max?: number | Date;
}

export interface Matcher {
  /** Of a row of the column. */
  readonly matches: (row: number) => boolean;
  readonly words: string;
}

/** @throws InputError if what is wanted is of another kind than the column's values. */
export function valueMatcher(name: string, column: Column, wanted: Value | readonly Value[] | ValueBounds): Matcher {
  return isBounds(wanted)
    ? boundsMatcher(name, column, wanted)
    : valuesMatcher(name, column, listOf(wanted as Value | readonly Value[]));
}

export function isBounds(wanted: unknown): wanted is ValueBounds {
  return typeof wanted === "object" && wanted !== null && !Array.isArray(wanted) && !(wanted instanceof Date);
}

const KINDS = { text: "text", number: "numbers", time: "dates", boolean: "true or false" } as const;

/** A value that a set finds again. */
export function plain(value: Value): string | number | boolean | null {
  return value instanceof Date ? value.getTime() : value;
}

function valuesMatcher(name: string, column: Column, values: readonly Value[]): Matcher {
  const kinds = { text: "string", number: "number", boolean: "boolean", time: "number" } as const;
  for (const value of values) {
    const isDate = value instanceof Date;
    if (value === null || (typeof plain(value) === kinds[column.kind] && isDate === (column.kind === "time"))) continue;
    throw new InputError(
      `Attribute ${quoted(name)} holds ${KINDS[column.kind]}: expected such values but found ${writtenAs(value)}.`,
    );
  }
  const wanted = new Set(values.map(plain));
  return {
    matches: column.kind === "text" ? codeMatcher(column, wanted) : (row) => wanted.has(plain(valueAt(column, row))),
    words: anyOf(
      values.map((value) =>
        value === null ? "missing" : value instanceof Date ? formatExactDate(value.getTime()) : String(value)
      ),
    ),
  };
}

/** Texts are compared once each, then codes alone. */
function codeMatcher({ codes, dictionary }: TextColumn, wanted: ReadonlySet<unknown>): Matcher["matches"] {
  const flags = Uint8Array.from(dictionary, (text) => wanted.has(text) ? 1 : 0);
  const missing = wanted.has(null);
  return (row) => codes[row]! < 0 ? missing : flags[codes[row]!] === 1;
}

function boundsMatcher(name: string, column: Column, bounds: ValueBounds): Matcher {
  if (column.kind !== "number" && column.kind !== "time") {
    throw new InputError(
      `Attribute ${quoted(name)} holds ${KINDS[column.kind]}: expected values such as ["a", "b"] but found bounds ${
        writtenAs(bounds)
      }.`,
    );
  }
  for (const bound of [bounds.min, bounds.max]) {
    if (bound === undefined || (bound instanceof Date) === (column.kind === "time")) continue;
    throw new InputError(
      `Attribute ${quoted(name)} holds ${KINDS[column.kind]}: expected such bounds but found ${writtenAs(bound)}.`,
    );
  }
  const number = (bound: number | Date | undefined) => bound instanceof Date ? bound.getTime() : bound;
  const min = number(bounds.min), max = number(bounds.max);
  checkBounds(["min", "max"], min, max);
  const { values } = column;
  return {
    matches: (row) => values[row]! >= (min ?? -Infinity) && values[row]! <= (max ?? Infinity),
    words: formatRange(min, max, column.kind === "time" ? formatExactDate : String),
  };
}

function writtenAs(value: unknown): string {
  return typeof value === "string" ? quoted(value) : JSON.stringify(value);
}

/** @throws InputError if the log has no attribute of this name, which `column` is then. */
export function requireAttribute(log: EventLog, name: string, column: Column | undefined): Column {
  if (column) return column;
  throw new InputError(
    `Expected an attribute of ${log.name} but found ${quoted(name)}. ${suggestion(name, log.attributes)}`,
  );
}
