/** Events from a CSV that has been read as text: which column is what, and columns of their types. */
import { typedColumns, type TypingOptions } from "../bytes/typed_columns.ts";
import { joinClocks } from "../mapping/join_clocks.ts";
import { findMapping, type FoundMapping } from "../mapping/mapping.ts";
import { wideEvents } from "../mapping/wide.ts";
import type { Mapping, RawLog } from "../raw_log.ts";
import { settleTimes } from "../time/settle_times.ts";
import type { CsvTable } from "./csv.ts";

export interface CsvEventsOptions extends TypingOptions {
  /** Which column is what, as far as it is known. @default inferred */
  readonly mapping?: Partial<Mapping>;
  /** A row is a case: the columns that are milestones, or true for all that hold times. @default a row is an event */
  readonly wide?: boolean | readonly string[];
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
  if (options.wide) return wideEvents({ name, events: table, report, lineOf }, { ...options, wide: options.wide });
  const { hint, ...found } = findMapping(table, options.mapping, name);
  if (hint !== undefined) report.add("wide table", `${name}: ${hint}`);
  const given: Partial<Mapping> = found.mapping ?? options.mapping ?? {};
  const joined = joinClocks({ name, events: table, report, lineOf }, given, options);
  const known = joined.mapping;
  const raw = settleTimes(joined.raw, known, options);
  const asRead = new Set([known.case, known.activity, known.resource, known.lifecycle]);
  const others = raw.events.columns.filter((column) => column.kind === "text" && !asRead.has(column.name));
  const typed = typedColumns(others, options, { name, lineOf }, report);
  const columns = raw.events.columns.map((column) => typed[others.indexOf(column)] ?? column);
  const whole = found.mapping ? known as Mapping : undefined;
  return {
    ...raw,
    events: { rows: table.rows, columns },
    ...found,
    ...(whole ? { mapping: whole, roles: whole } : {}),
  };
}
