/** Reads a log of either kind, and finds out which it is. */
import { csvLog, readCsvTable } from "../io/csv/csv.ts";
import { detectFormat, detectKind } from "../io/formats/detect_format.ts";
import { isActivityWatchJson } from "../io/interactions/activity_watch_buckets.ts";
import { readJson } from "../io/json.ts";
import type { Mapping } from "../io/raw_log.ts";
import type { EventLog } from "./events/event_log.ts";
import type { InteractionLog } from "./interactions/interaction_log.ts";
import { resolveMapping } from "./mapping_option.ts";
import { interactionsOfCsv, interactionsOfJson } from "./interactions/read_interactions.ts";
import { eventLogOf, readLog, type ReadLogOptions } from "./events/read_log.ts";

/**
 * Reads an event log or an interaction log. A CSV holds interactions if its columns say where people worked and what
 * they did, but not in which case; a JSON does if it is ActivityWatch's; other formats hold events.
 *
 * @throws InputError as `readLog` and `readInteractions`.
 */
export async function readAnyLog(path: string, options: ReadLogOptions = {}): Promise<EventLog | InteractionLog> {
  const format = await detectFormat(path);
  if (format === "json" || format === "json.gz") {
    const document = await readJson(path);
    if (document && isActivityWatchJson(document.json)) {
      const { mapping: _, ...others } = await resolveMapping<Mapping, ReadLogOptions>(options, "events");
      return interactionsOfJson(document, others);
    }
  }
  if (format !== "csv" && format !== "csv.gz") return readLog(path, options);
  const resolved = await resolveMapping<Mapping, ReadLogOptions>(options, "events");
  // Whether what people did stands in it is not known before it is read.
  const text = await readCsvTable(path, { ...resolved, shapes: true });
  const isEvents = resolved.mapping !== undefined || detectKind(text.table.columns) === "events";
  if (isEvents) return eventLogOf(csvLog(text, resolved), path, resolved);
  const { mapping: _, ...others } = resolved;
  return interactionsOfCsv(text, others);
}
