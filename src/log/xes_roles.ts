/** Which keys of an XES file are what, and what is done where it has no times. */
import type { Column } from "../base/column.ts";
import { InputError } from "../base/errors.ts";
import { firstNames } from "../base/lists.ts";
import { nearestNames } from "../base/nearest_names.ts";
import type { Mapping, RawLog } from "../io/raw_log.ts";
import { shareOfTimes } from "../io/time/timestamps.ts";
import { classifierIn, withClassifier } from "../io/xes/classifiers.ts";

/** The log with the columns that its mapping needs, and the mapping. */
export interface XesRoles {
  readonly raw: RawLog;
  readonly mapping: Mapping;
}

const TIME = "time:timestamp";

/**
 * The keys of the standard extensions, unless others are given. The activity may be a classifier of the file,
 * `classifier:NAME`. Where no event has a time, all have an unknown one: the order of the file is that of events.
 *
 * @throws InputError if a key that is given is not there, naming the nearest; or the classifier is not declared.
 */
export function xesRoles(raw: RawLog, given: Partial<Mapping> = {}): XesRoles {
  const classifier = classifierIn(given.activity);
  const classified = classifier === undefined ? raw : withClassifier(raw, classifier);
  checkGiven(classified, given);
  const named = (name: string) => classified.events.columns.find((column) => column.name === name);
  const start = named("start_timestamp");
  const mapping = {
    case: "case:concept:name",
    activity: "concept:name",
    timestamp: TIME,
    // Not of the standard, but what PM4Py and others write for events that are intervals.
    ...(start && holdsTimes(start) ? { start: "start_timestamp" } : {}),
    ...(named("org:resource") ? { resource: "org:resource" } : {}),
    ...given,
  };
  return isUntimed(classified, mapping) ? { raw: withoutTimes(classified), mapping } : { raw: classified, mapping };
}

/** No key is called as the standard calls the time, and none holds times that may be meant. */
function isUntimed({ events, traces }: RawLog, { timestamp }: Mapping): boolean {
  const columns = [...events.columns, ...(traces?.table.columns ?? [])];
  return timestamp === TIME && events.rows > 0 && !columns.some(({ name }) => name === TIME) &&
    !events.columns.some(holdsTimes);
}

function holdsTimes(column: Column): boolean {
  return column.kind === "time" || (column.kind === "text" && shareOfTimes(column.dictionary) > 0.5);
}

function withoutTimes(raw: RawLog): RawLog {
  const { events, report, name } = raw;
  report.add(
    "no times",
    `${name}: no event has a time. The order of the file is taken for that of the events; how long anything takes is ` +
      `not known`,
    events.rows,
  );
  const times: Column = { kind: "time", name: TIME, values: new Float64Array(events.rows).fill(NaN) };
  return { ...raw, events: { ...events, columns: [...events.columns, times] }, untimed: true };
}

function checkGiven({ name, events, traces }: RawLog, given: Partial<Mapping>): void {
  const names = [...events.columns, ...(traces?.table.columns ?? [])].map((column) => column.name);
  for (const [role, key] of Object.entries(given)) {
    if (key === undefined || names.includes(key)) continue;
    const near = nearestNames(key, names);
    throw new InputError(
      `${name}: expected a key "${key}" for the ${role} but found ${
        firstNames(names.map((one) => JSON.stringify(one)), 20)
      }.` + (near.length > 0 ? ` Did you mean ${near.map((one) => JSON.stringify(one)).join(" or ")}?` : ""),
    );
  }
}
