/** Reads a log of either kind, and finds out which it is. */
import { csvLog, readCsvTable } from "../io/csv.ts";
import { detectFormat, detectKind } from "../io/detect.ts";
import type { EventLog } from "./event_log.ts";
import type { InteractionLog } from "./interaction_log.ts";
import { interactionsOfCsv } from "./read_interactions.ts";
import { eventLogOf, readLog, type ReadLogOptions } from "./read_log.ts";

/**
 * Reads an event log or an interaction log. A CSV holds interactions if its columns say where people worked and what
 * they did, but not in which case; other formats hold events.
 *
 * @throws InputError as `readLog` and `readInteractions`.
 */
export async function readAnyLog(path: string, options: ReadLogOptions = {}): Promise<EventLog | InteractionLog> {
  const format = await detectFormat(path);
  if (format !== "csv" && format !== "csv.gz") return readLog(path, options);
  const text = await readCsvTable(path, options);
  const isEvents = options.mapping !== undefined || detectKind(text.table.columns) === "events";
  return isEvents ? eventLogOf(csvLog(text, options), path, options) : interactionsOfCsv(text, options);
}
