/** What conformance checking needs of a model, said before anything is computed. */
import { InputError } from "../../base/errors.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import { namesAndCount } from "../../base/lists.ts";
import type { PetriNet } from "../petri_net.ts";

/** @throws InputError if the net has no initial or no final marking. */
export function requireMarkings(net: PetriNet): void {
  const missing = (["initial", "final"] as const).filter((which) => net[which].size === 0);
  if (missing.length === 0) return;
  throw new InputError(
    `The net "${net.name}" has no ${missing.join(" and no ")} marking, so that nothing says where a case ` +
      `${missing.map((which) => which === "initial" ? "begins" : "ends").join(" or ")}.\n` +
      `Give it one: in its file, or read the file with guessMarkings: true, or write new PetriNet({ ...net, ${
        missing.map((which) => `${which}: new Map([["place", 1]])`).join(", ")
      } }).`,
  );
}

/**
 * Activities of the log that the model does not have, in the log's order: each of their events is a deviation.
 *
 * @throws InputError if log and model have no activity in common, which is no deviation but a mistake.
 */
export function unknownActivities(net: PetriNet, activities: readonly string[]): string[] {
  const labels = [...new Set(net.transitions.flatMap(({ label }) => label === undefined ? [] : [label]))].sort();
  const known = new Set(labels);
  const unknown = activities.filter((activity) => !known.has(activity));
  if (activities.length === 0 || unknown.length < activities.length) return unknown;
  const some = (names: readonly string[]) => namesAndCount(names.map((name) => `"${name}"`), 3);
  const near = labels.length === 0 ? [] : nearestNames(activities[0]!, labels);
  throw new InputError(
    `The model "${net.name}" and the log have no activity in common.\n` +
      `The model has ${labels.length === 0 ? "only silent steps" : some(labels)}; the log has ${some(activities)}.` +
      (near.length > 0 ? ` Is "${activities[0]}" the model's "${near[0]}"?` : "") +
      `\nGive the model of this process, or read the log with the column that holds the model's activities.`,
  );
}
