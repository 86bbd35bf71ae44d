/** Colours of a model's activities: those that they have in the figures of a log, where one is given. */
import type { EventLog } from "../../log/events/event_log.ts";
import type { PetriNet } from "../../models/petri_net.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { activityColours, colours, neutral } from "../kit/palette.ts";

/** Without a log by name, so that models of the same activities look alike. */
export function coloursOf(names: Iterable<string>, log: EventLog | undefined): (name: string) => string {
  const assigned = log ? activityColours(log) : colours([...new Set(names)].sort());
  return (name) => assigned.get(name) ?? neutral;
}

/**
 * Without a log by how many events of the traces carry them, then by name: the order that figures of the log use.
 * Activities that only the model has come last.
 */
export function coloursOfTraces(
  { activities, sequences, counts }: TraceCounts,
  net: PetriNet,
  log: EventLog | undefined,
): (name: string) => string {
  const events = new Float64Array(activities.length);
  sequences.forEach((sequence, v) => sequence.forEach((a) => events[a]! += counts[v]!));
  const seen = activities.map((_, a) => a).sort((a, b) => events[b]! - events[a]! || a - b).map((a) => activities[a]!);
  const own = [...new Set(net.transitions.flatMap(({ label }) => label ?? []))].sort();
  const assigned = colours([...(log ? activityColours(log).keys() : seen), ...own]);
  return (name) => assigned.get(name) ?? neutral;
}
