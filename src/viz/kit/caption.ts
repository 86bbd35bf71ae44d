/** Words that captions share. */
import type { EventLog } from "../../log/events/event_log.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { unmaskedNote } from "../../log/interactions/unmasked.ts";
import { countOf } from "../../base/format.ts";

/** The log, its size, and what it was filtered by: `orders.csv: 1,434 cases, 8,577 events. Filtered by: …` */
export function logCaption(log: Pick<EventLog, "name" | "cases" | "events" | "filters">): string {
  return `${log.name}: ${countOf(log.cases, "case")}, ${countOf(log.events, "event")}. ${filterCaption(log.filters)}`;
}

/** The same of an interaction log. */
export function interactionCaption(
  log: Pick<InteractionLog, "name" | "interactions" | "users" | "filters"> & Partial<Pick<InteractionLog, "source">>,
): string {
  const { source } = log, unmasked = source && unmaskedNote({ source });
  const users = log.users.length === 0 ? "" : ` of ${countOf(log.users.length, "user")}`;
  return `${log.name}: ${countOf(log.interactions, "interaction")}${users}. ${filterCaption(log.filters)}` +
    (unmasked === undefined ? "" : ` ${unmasked}`);
}

/** What a log was filtered by, oldest first. */
export function filterCaption(filters: readonly string[]): string {
  return filters.length === 0 ? "No filter." : `Filtered by: ${filters.join("; ")}.`;
}
