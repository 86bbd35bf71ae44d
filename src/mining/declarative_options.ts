/** What the miners and checks of rules share in reading what they are given. */
import { InputError } from "../base/errors.ts";
import { nearestNames } from "../base/nearest_names.ts";
import { namesAndCount } from "../base/lists.ts";
import type { EventLog } from "../log/events/event_log.ts";
import type { TraceCounts } from "../models/trace_variants.ts";
import { variantsOf } from "./variants.ts";

/** @throws InputError if it is no number from 0 to 1. */
export function shareOf(name: string, share: number): number {
  if (typeof share === "number" && share >= 0 && share <= 1) return share;
  throw new InputError(`Expected ${name} to be a share from 0 to 1 but found ${share}.`);
}

/**
 * The variants of a log, or those given.
 *
 * @throws InputError if there is no case.
 */
export function casesOf(log: EventLog | TraceCounts): TraceCounts {
  const traces = variantsOf(log);
  if (traces.sequences.length > 0) return traces;
  throw new InputError(emptyLogWords(log));
}

export function emptyLogWords(log: EventLog | TraceCounts): string {
  const filters = "filters" in log ? log.filters : [];
  return `Expected a log with at least one case but found none${"name" in log ? ` in ${log.name}` : ""}.` +
    (filters.length > 0 ? `\nIts filters leave nothing: ${filters.join("; ")}.` : "");
}

/** Codes of the activities that occur, ascending: a filtered log still knows the names of those it has lost. */
export function occurringActivities({ activities, sequences }: TraceCounts): number[] {
  const occurs = new Uint8Array(activities.length);
  for (const sequence of sequences) for (let i = 0; i < sequence.length; i++) occurs[sequence[i]!] = 1;
  return activities.map((_, a) => a).filter((a) => occurs[a]);
}

/**
 * Activities of a model that the log does not have, in the model's order.
 *
 * @throws InputError if log and model have no activity in common, which is no deviation but a mistake.
 */
export function missingInLog(what: string, model: readonly string[], log: readonly string[]): string[] {
  const known = new Set(log);
  const missing = model.filter((name) => !known.has(name));
  if (missing.length < model.length || model.length === 0) return missing;
  const some = (names: readonly string[]) => namesAndCount(names.map((name) => `"${name}"`), 3);
  const near = nearestNames(model[0]!, log)[0];
  throw new InputError(
    `The ${what} and the log have no activity in common.\n` +
      `The ${what} speaks of ${some(model)}; the log has ${log.length === 0 ? "none" : some(log)}.` +
      (near === undefined ? "" : ` Is "${model[0]}" the log's "${near}"?`) +
      `\nGive the ${what} of this process, or read the log with the column that holds its activities.`,
  );
}

/** What a reader of figures must know about names that the log lacks. */
export function missingWords(what: string, missing: readonly string[], log: readonly string[]): string[] {
  return missing.map((name) => {
    const near = nearestNames(name, log)[0];
    return `The ${what} speaks of "${name}", which does not occur in the log` +
      (near === undefined ? "." : `; the log has "${near}".`);
  });
}
