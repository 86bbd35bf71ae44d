import { type Column, type Value, valueAt } from "../../../base/column.ts";
import { byCodeUnit } from "../../../base/text_codes.ts";
import { InputError } from "../../../base/errors.ts";
import { isBounds, plain, requireAttribute, type ValueBounds, valueMatcher } from "./value_matcher.ts";
import type { EventLog } from "../event_log.ts";
import { selectCases } from "../select.ts";
import { ignoresMissing, listOf, type MatchOptions, quoted, suggestion } from "../../filter/options.ts";
import { formatExactDate } from "../../../base/format.ts";
import { requireEventLog } from "../../require_log.ts";

/**
 * Keeps the cases whose attribute has one of the values (`null`: has none), or lies within bounds; or drops them. That
 * no case lies within bounds, or that all have a value where `null` asks for those without, is an answer: no error.
 *
 * A case's attribute is its first known value within the case; `region` also finds `case:region`, and the other way
 * round.
 *
 * @throws InputError if the log has no such attribute, a value is of another kind than the attribute's, or no case has a value.
 * @example
 * ```ts
 * import { filterCaseAttribute, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * filterCaseAttribute(log, "region", ["North", "South"]).filters; // ["region is North or South"]
 * ```
 */
export function filterCaseAttribute(
  log: EventLog,
  name: string,
  wanted: Value | readonly Value[] | ValueBounds,
  options: MatchOptions = {},
): EventLog {
  requireEventLog(log);
  const { drop = false } = options;
  const column = requireAttribute(log, name, log.caseAttribute(name));
  const { matches, words } = valueMatcher(name, column, wanted);
  if (!isBounds(wanted) && !ignoresMissing(options)) checkValues(log, name, column, listOf(wanted));
  const keep = new Uint8Array(log.cases);
  for (let c = 0; c < log.cases; c++) keep[c] = matches(c) !== drop ? 1 : 0;
  return selectCases(log, keep, `${name} is ${drop ? "not " : ""}${words}`);
}

/** Throws unless each value is one that a case has, at any of its events. */
function checkValues(log: EventLog, name: string, column: Column, wanted: readonly Value[]): void {
  const ofCases = valuesOf(column, log.cases);
  const others = wanted.filter((value) => value !== null && !ofCases.has(plain(value)));
  if (others.length === 0) return;
  const later = log.attribute(name) ??
    log.attribute(name.startsWith("case:") ? name.slice(5) : `case:${name}`);
  const ofEvents = later ? valuesOf(later, log.events) : ofCases;
  const unknown = others.find((value) => !ofEvents.has(plain(value)));
  if (unknown === undefined) return;
  throw new InputError(
    `Expected a value of ${quoted(name)} that a case of ${log.name} has but found ${shown(unknown!)}. ` +
      nearestValues(unknown!, [...ofCases.values()]),
  );
}

function valuesOf(column: Column, rows: number): Map<unknown, Value> {
  const found = new Map<unknown, Value>();
  for (let row = 0; row < rows; row++) {
    const value = valueAt(column, row);
    if (value !== null) found.set(plain(value), value);
  }
  return found;
}

/** "Did you mean …?" by spelling for text, by size for numbers and dates. */
function nearestValues(value: Value, values: readonly Value[]): string {
  if (typeof value === "string") return suggestion(value, (values as string[]).toSorted(byCodeUnit));
  const distance = (other: Value) => Math.abs(Number(plain(other)) - Number(plain(value)));
  const near = values.toSorted((a, b) => distance(a) - distance(b) || Number(plain(a)) - Number(plain(b))).slice(0, 3);
  return near.length === 0
    ? "There is none to choose from."
    : `The nearest ${near.length > 1 ? "are" : "is"} ${near.map(shown).join(", ")}.`;
}

function shown(value: Value): string {
  return typeof value === "string"
    ? quoted(value)
    : value instanceof Date
    ? formatExactDate(value.getTime())
    : `${value}`;
}
