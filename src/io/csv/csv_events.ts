/** Events from a CSV that has been read as text: which column is what, and columns of their types. */
import { typedColumn } from "../bytes/typed_columns.ts";
import { findMapping, type FoundMapping } from "../mapping/mapping.ts";
import type { Mapping, RawLog } from "../raw_log.ts";
import { parseTimestamps, type TimestampOptions } from "../time/timestamps.ts";
import type { CsvTable } from "./csv.ts";

export interface CsvEventsOptions extends TimestampOptions {
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
  const texts = new Set([known.case, known.activity, known.resource]);
  const times = new Set([known.timestamp, known.start]);
  const where = { name, lineOf };
  const columns = table.columns.map((column) => {
    if (times.has(column.name)) return parseTimestamps(column, options, where, report);
    return texts.has(column.name) ? column : typedColumn(column, options, where, report);
  });
  return { name, events: { rows: table.rows, columns }, report, lineOf, ...found };
}
