/** What filters share in reading their options. */
import { InputError, OptionError } from "../../base/errors.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import type { EventLog } from "../events/event_log.ts";

export interface MatchOptions {
  /** Leave out what matches instead of what does not. @default false */
  readonly drop?: boolean;
  /**
   * What becomes of a value that nothing in the log has: an error that names the nearest, because it may be mistyped;
   * or it matches nothing, as a fixed list of values may on an export that lacks some. @default "error"
   */
  readonly missing?: "error" | "ignore";
}

/**
 * For each activity code 1 if it is one of those named.
 *
 * @throws InputError if the log has no activity of a name given.
 */
export function activityFlags(
  log: EventLog,
  names: string | readonly string[],
  options: MatchOptions = {},
): Uint8Array {
  const flags = new Uint8Array(log.activities.length);
  for (const name of listOf(names)) {
    const code = activityCode(log, name, options);
    if (code >= 0) flags[code] = 1;
  }
  return flags;
}

/** The code of an activity; -1 for one that the log has not, if that is to be ignored. */
export function activityCode(log: EventLog, name: string, options: MatchOptions = {}): number {
  const code = log.activities.indexOf(name);
  if (code >= 0 || ignoresMissing(options)) return code;
  throw new InputError(
    `Expected an activity of ${log.name} but found ${quoted(name)}. ${suggestion(name, log.activities)}`,
  );
}

/** @throws OptionError if `missing` is neither of its values. */
export function ignoresMissing({ missing = "error" }: MatchOptions): boolean {
  if (missing === "error" || missing === "ignore") return missing === "ignore";
  throw new OptionError(`Expected missing to be error or ignore but found ${quoted(String(missing))}.`);
}

/** "Did you mean …?", or what there is. */
export function suggestion(name: string, names: readonly string[]): string {
  if (names.length === 0) return "There is none to choose from.";
  const near = nearestNames(String(name), names);
  if (near.length > 0) return `Did you mean ${near.map(quoted).join(", ")}?`;
  const shown = names.slice(0, 5).map(quoted).join(", ");
  return names.length > 5
    ? `There are ${names.length}: ${shown}, …`
    : `There ${names.length > 1 ? "are" : "is"} ${shown}.`;
}

export function listOf<T>(values: T | readonly T[]): readonly T[] {
  return Array.isArray(values) ? values : [values as T];
}

/**
 * Checks that both bounds are numbers and in order; at least one must be given.
 *
 * @throws InputError otherwise.
 */
export function checkBounds(names: readonly [string, string], min: number | undefined, max: number | undefined): void {
  const [minName, maxName] = names;
  if (min === undefined && max === undefined) {
    throw new InputError(`Expected ${minName}, ${maxName} or both but found neither.`);
  }
  for (const [name, value] of [[minName, min], [maxName, max]] as const) {
    if (value !== undefined && (typeof value !== "number" || Number.isNaN(value))) {
      throw new InputError(`Expected ${name} to be a number but found ${quoted(String(value))}.`);
    }
  }
  if (min !== undefined && max !== undefined && min > max) {
    throw new InputError(`Expected ${minName} to be at most ${maxName} but found ${min} and ${max}.`);
  }
}

export function quoted(text: string): string {
  return `"${text}"`;
}
