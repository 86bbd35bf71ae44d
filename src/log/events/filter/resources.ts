import { InputError } from "../../../base/errors.ts";
import { anyOf } from "../../../base/lists.ts";
import { ignoresMissing, listOf, type MatchOptions, quoted, suggestion } from "../../filter/options.ts";
import { requireEventLog } from "../../require_log.ts";
import type { EventLog } from "../event_log.ts";
import { selectCases } from "../select.ts";
import { casesWithAny } from "./cases_with.ts";

/**
 * Keeps the cases in which one of the people or systems named did something, with all their events; or drops them.
 *
 * @throws InputError if the log names no resources, or not this one.
 * @example
 * ```ts
 * import { filterResources, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * filterResources(log, log.resources![0]!).cases;
 * ```
 */
export function filterResources(
  log: EventLog,
  resources: string | readonly string[],
  options: MatchOptions = {},
): EventLog {
  requireEventLog(log);
  const { resource, resources: known } = log;
  if (!resource || !known) {
    throw new InputError(
      `${log.name}: who did an activity is unknown, because the log names no resources. ` +
        `Name their column with mapping: { resource: "…" }.`,
    );
  }
  const { drop = false } = options;
  const ignored = ignoresMissing(options);
  const flags = new Uint8Array(known.length);
  for (const name of listOf(resources)) {
    const code = known.indexOf(name);
    if (code >= 0) flags[code] = 1;
    else if (!ignored) {
      throw new InputError(
        `Expected a resource of ${log.name} but found ${quoted(name)}. ${suggestion(name, known)}`,
      );
    }
  }
  const words = `${drop ? "nothing" : "something"} done by ${anyOf(listOf(resources))}`;
  return selectCases(log, casesWithAny(log, resource, flags, drop), words);
}
