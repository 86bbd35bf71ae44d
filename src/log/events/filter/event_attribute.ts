import { type Value, valueAt } from "../../../base/column.ts";
import { InputError } from "../../../base/errors.ts";
import { requireEventLog } from "../../require_log.ts";
import { ignoresMissing, listOf, type MatchOptions, quoted } from "../../filter/options.ts";
import type { EventLog } from "../event_log.ts";
import { selectCases } from "../select.ts";
import { isBounds, plain, requireAttribute, type ValueBounds, valueMatcher } from "./value_matcher.ts";

/**
 * Keeps the cases with an event whose attribute has one of the values (`null`: has none), or lies within bounds; or drops
 * them. That no case has one within bounds is an answer: no error.
 *
 * @throws InputError if the log has no such attribute, a value is of another kind than the attribute's, or no event has a value.
 * @example
 * ```ts
 * import { filterEventAttribute, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * filterEventAttribute(log, "region", "North").filters; // ["an event's region is North"]
 * ```
 */
export function filterEventAttribute(
  log: EventLog,
  name: string,
  wanted: Value | readonly Value[] | ValueBounds,
  options: MatchOptions = {},
): EventLog {
  requireEventLog(log);
  const { drop = false } = options;
  const column = requireAttribute(log, name, log.attribute(name));
  const { matches, words } = valueMatcher(name, column, wanted);
  const unknown = isBounds(wanted) || ignoresMissing(options) ? new Set() : new Set(listOf(wanted).map(plain));
  unknown.delete(null);
  const { offsets } = log;
  const keep = new Uint8Array(log.cases);
  for (let c = 0; c < log.cases; c++) {
    let found = false;
    for (let i = offsets[c]!; i < offsets[c + 1]! && (!found || unknown.size > 0); i++) {
      if (!matches(i)) continue;
      found = true;
      if (unknown.size > 0) unknown.delete(plain(valueAt(column, i)));
    }
    keep[c] = found !== drop ? 1 : 0;
  }
  if (unknown.size > 0) {
    throw new InputError(
      `Expected a value of ${quoted(name)} that an event of ${log.name} has but found ${
        quoted(String([...unknown][0]))
      }.`,
    );
  }
  return selectCases(log, keep, `${drop ? "no event's" : "an event's"} ${name} is ${words}`);
}
