import { InputError, OptionError } from "../../../base/errors.ts";
import type { EventLog } from "../event_log.ts";
import { selectCases } from "../select.ts";
import { activityCode, type MatchOptions } from "../../filter/options.ts";
import { requireEventLog } from "../../require_log.ts";
import type { ActivityPair } from "./directly_follows.ts";

export interface FourEyesOptions extends MatchOptions {
  /**
   * `different`: both activities were done, and nobody did both: four eyes saw the case. `same`: somebody did both.
   * @default "same"
   */
  readonly people?: "same" | "different";
}

/**
 * Keeps the cases in which the same person did two activities, or different people did; or drops them.
 *
 * Where it is unknown who did one of the events, nobody can say that different people did: such a case is kept by
 * neither, unless the known ones show the same person.
 *
 * @throws InputError if the log has no such activity, or names no resources.
 * @throws OptionError if `people` is neither of its values.
 * @example
 * ```ts
 * import { filterFourEyes, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const [a, b] = log.activities as [string, string];
 * filterFourEyes(log, [a, b], { people: "different" }).filters;
 * ```
 */
export function filterFourEyes(log: EventLog, pair: ActivityPair, options: FourEyesOptions = {}): EventLog {
  requireEventLog(log);
  const { people = "same", drop = false } = options;
  if (people !== "same" && people !== "different") {
    throw new OptionError(`Expected people to be same or different but found ${JSON.stringify(people)}.`);
  }
  if (!Array.isArray(pair) || pair.length !== 2) {
    throw new InputError(`Expected a pair of activities but found ${JSON.stringify(pair)}.`);
  }
  const { offsets, activity, resource } = log;
  if (!resource) {
    throw new InputError(
      `${log.name}: who did an activity is unknown, because the log names no resources. ` +
        `Name their column with mapping: { resource: "…" }.`,
    );
  }
  const [first, second] = pair.map((name) => activityCode(log, name, options)) as [number, number];
  const keep = new Uint8Array(log.cases);
  for (let c = 0; c < log.cases; c++) {
    const didFirst = new Set<number>(), didSecond = new Set<number>();
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      if (activity[i] === first) didFirst.add(resource[i]!);
      if (activity[i] === second) didSecond.add(resource[i]!);
    }
    const same = [...didFirst].some((person) => person >= 0 && didSecond.has(person));
    const known = didFirst.size > 0 && didSecond.size > 0 && !didFirst.has(-1) && !didSecond.has(-1);
    keep[c] = (people === "same" ? same : known && !same) !== drop ? 1 : 0;
  }
  const words = people === "same" ? "the same person did" : "different people did";
  return selectCases(log, keep, `${drop ? "not: " : ""}${words} ${pair[0]} and ${pair[1]}`);
}
