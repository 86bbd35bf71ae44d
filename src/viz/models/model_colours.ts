/** Colours of a model's activities: those that they have in the figures of a log, where one is given. */
import type { EventLog } from "../../log/event_log.ts";
import { activityColours, colours, neutral } from "../palette.ts";

/** Without a log by name, so that models of the same activities look alike. */
export function coloursOf(names: Iterable<string>, log: EventLog | undefined): (name: string) => string {
  const assigned = log ? activityColours(log) : colours([...new Set(names)].sort());
  return (name) => assigned.get(name) ?? neutral;
}
