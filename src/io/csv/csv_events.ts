/** Events from a CSV that has been read as text: which column is what, and columns of their types. */
import { typedColumns, type TypingOptions } from "../bytes/typed_columns.ts";
import { findMapping, type FoundMapping } from "../mapping/mapping.ts";
import type { Mapping, RawLog } from "../raw_log.ts";
import { settleTimes } from "../time/settle_times.ts";
import type { CsvTable } from "./csv.ts";

export interface CsvEventsOptions extends TypingOptions {
  /** Which column is what, as far as it is known. @default inferred */
  readonly mapping?: Partial<Mapping>;
}

/**
 * The events of a CSV, a row an event.
 *
 * The timestamp (and the start, if there is one) become times; case, activity and resource stay text; other columns
 * become numbers, truth values or times where every value is one.
 *
 * @throws InputError as `parseTimestamps` does.
 */
export function csvEvents(
  { name, table, report, lineOf }: CsvTable,
  options: CsvEventsOptions = {},
): RawLog & FoundMapping {
  const found = findMapping(table, options.mapping, name);
  const known: Partial<Mapping> = found.mapping ?? options.mapping ?? {};
  const raw = settleTimes({ name, events: table, report, lineOf }, known, options);
  const asRead = new Set([known.case, known.activity, known.resource]);
  const others = raw.events.columns.filter((column) => column.kind === "text" && !asRead.has(column.name));
  const typed = typedColumns(others, options, { name, lineOf }, report);
  const columns = raw.events.columns.map((column) => typed[others.indexOf(column)] ?? column);
  return { ...raw, events: { rows: table.rows, columns }, ...found };
}
