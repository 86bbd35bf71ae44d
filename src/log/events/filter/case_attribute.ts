import { type Column, type Value, valueAt } from "../../../base/column.ts";
import { InputError } from "../../../base/errors.ts";
import type { EventLog } from "../event_log.ts";
import { selectCases } from "../select.ts";
import { checkBounds, type DropOption, listOf, quoted, suggestion } from "../../filter/options.ts";
import { anyOf } from "../../../base/lists.ts";
import { formatExactDate, formatRange } from "../../../base/format.ts";
import { requireEventLog } from "../../require_log.ts";

/** Bounds, both included, of a number or a time (a Date). */
export interface ValueBounds {
  readonly min?: number | Date;
  readonly max?: number | Date;
}

/**
 * Keeps the cases whose attribute has one of the values (`null`: has none), or lies within bounds; or drops them.
 *
 * A case's attribute is its first known value within the case; `region` also finds `case:region`, and the other way
 * round.
 *
 * @throws InputError if the log has no such attribute, or a value is of another kind than the attribute's.
 * @example
 * ```ts
 * import { filterCaseAttribute, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * filterCaseAttribute(log, "region", ["north", "south"]).filters; // ["region is north or south"]
 * ```
 */
export function filterCaseAttribute(
  log: EventLog,
  name: string,
  wanted: Value | readonly Value[] | ValueBounds,
  options: DropOption = {},
): EventLog {
  requireEventLog(log);
  const { drop = false } = options;
  const column = log.caseAttribute(name);
  if (!column) {
    throw new InputError(
      `Expected an attribute of ${log.name} but found ${quoted(name)}. ${suggestion(name, log.attributes)}`,
    );
  }
  const { matches, words } = isBounds(wanted)
    ? boundsMatcher(name, column, wanted)
    : valuesMatcher(name, column, listOf(wanted as Value | readonly Value[]));
  const keep = new Uint8Array(log.cases);
  for (let c = 0; c < log.cases; c++) keep[c] = matches(c) !== drop ? 1 : 0;
  return selectCases(log, keep, `${name} is ${drop ? "not " : ""}${words}`);
}

interface Matcher {
  readonly matches: (c: number) => boolean;
  readonly words: string;
}

function isBounds(wanted: unknown): wanted is ValueBounds {
  return typeof wanted === "object" && wanted !== null && !Array.isArray(wanted) && !(wanted instanceof Date);
}

const KINDS = { text: "text", number: "numbers", time: "dates", boolean: "true or false" } as const;

function valuesMatcher(name: string, column: Column, values: readonly Value[]): Matcher {
  const plain = (value: Value) => value instanceof Date ? value.getTime() : value;
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
    matches: (c) => wanted.has(plain(valueAt(column, c))),
    words: anyOf(
      values.map((value) =>
        value === null ? "missing" : value instanceof Date ? formatExactDate(value.getTime()) : String(value)
      ),
    ),
  };
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
    matches: (c) => values[c]! >= (min ?? -Infinity) && values[c]! <= (max ?? Infinity),
    words: formatRange(min, max, column.kind === "time" ? formatExactDate : String),
  };
}

function writtenAs(value: unknown): string {
  return typeof value === "string" ? quoted(value) : JSON.stringify(value);
}
