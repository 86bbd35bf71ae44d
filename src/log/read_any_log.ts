/** Reads a log of either kind, and finds out which it is. */
import type { Mapping } from "../io/raw_log.ts";
import type { EventLog } from "./events/event_log.ts";
import { eventLogOf, type ReadLogOptions } from "./events/read_log.ts";
import type { InteractionLog } from "./interactions/interaction_log.ts";
import { interactionsOfTable } from "./interactions/read_interactions.ts";
import { resolveMapping } from "./mapping_option.ts";
import { openExport } from "./open_export.ts";
import { requirePath } from "./require_log.ts";

/**
 * Reads an event log or an interaction log. A CSV holds interactions if its columns say where people worked and what
 * they did, but not in which case; a JSON does if it is ActivityWatch's; other formats hold events.
 *
 * @throws InputError as `readLog` and `readInteractions`.
 */
export async function readAnyLog(path: string, options: ReadLogOptions = {}): Promise<EventLog | InteractionLog> {
  requirePath(path, "events");
  const resolved = await resolveMapping<Mapping, ReadLogOptions>(options, "events");
  const opened = await openExport(path, resolved);
  if (opened.kind === "events") return eventLogOf(opened, resolved);
  const { mapping: _, ...others } = resolved;
  return interactionsOfTable(opened, { bytes: opened.size, ...others });
}
