/** The events of a CSV, as reading an event log has them on the way. */
import { type CsvTableOptions, readCsvTable } from "../../src/io/csv/csv.ts";
import { csvEvents, type CsvEventsOptions } from "../../src/io/csv/csv_events.ts";

export async function readCsvEvents(source: string | Uint8Array, options: CsvTableOptions & CsvEventsOptions = {}) {
  const text = await readCsvTable(source, options);
  return { ...csvEvents(text, options), delimiter: text.delimiter, encoding: text.encoding };
}
