/** Task instances without what a recorder adds: they are found in the recording as it is, and cleaned afterwards. */
import { formatCount } from "../../base/format.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { type CleaningReport, cleanInteractions } from "./clean_interactions.ts";
import type { InstanceSteps } from "../instances/steps.ts";

type CleanLog = InteractionLog & { readonly cleaning: CleaningReport };

const CLEAN = new WeakMap<InteractionLog, CleanLog>();

/**
 * The steps that `cleanInteractions` keeps, in the log that it makes. Instances stay, with their numbers. The notes say
 * what was left out.
 */
export function cleanSteps(steps: InstanceSteps): InstanceSteps {
  const { log, count } = steps;
  const clean = CLEAN.get(log) ?? cleanInteractions(log);
  CLEAN.set(log, clean);
  const { before, after, findings } = clean.cleaning;
  if (after === before) return steps;
  const owner = new Map<number, number>();
  for (let k = 0; k < count; k++) {
    for (let e = steps.offsets[k]!; e < steps.offsets[k + 1]!; e++) owner.set(log.rows[steps.events[e]!]!, k);
  }
  const members = Array.from({ length: count }, (): number[] => []);
  clean.rows.forEach((row, i) => {
    const k = owner.get(row);
    if (k !== undefined) members[k]!.push(i);
  });
  const offsets = new Int32Array(count + 1);
  members.forEach((own, k) => offsets[k + 1] = offsets[k]! + own.length);
  const rules = findings.map((finding) => `${finding.rule} ${finding.count}`).join(", ");
  return {
    ...steps,
    log: clean,
    offsets,
    events: Int32Array.from(members.flat()),
    owned: steps.owned - (steps.events.length - offsets[count]!),
    notes: [
      ...steps.notes,
      `${formatCount(before - after)} of ${
        formatCount(before)
      } interactions, which others imply, are left out (${rules}).`,
    ],
  };
}
