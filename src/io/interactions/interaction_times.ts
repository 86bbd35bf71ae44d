/** When interactions happened: beginnings, and ends where rows are intervals. */
import { columnNamed, type Table, type TextColumn, type TimeColumn } from "../../db/column.ts";
import { InputError } from "../input_error.ts";
import { parseTimestamps, type TimestampOptions } from "../timestamps.ts";
import type { ReadingReport } from "../reading_report.ts";
import type { InteractionMapping } from "./raw_interactions.ts";
import { asText } from "../../db/text_codes.ts";

export interface TimedTable {
  /** File name. */
  readonly name: string;
  readonly table: Table;
  readonly mapping: InteractionMapping;
  readonly report: ReadingReport;
  readonly lineOf?: ((row: number) => number) | undefined;
}

/**
 * The canonical times of a table. The end is that of a column of times, else the beginning and a column of durations
 * in seconds.
 *
 * @throws InputError if times are ambiguous, or none can be read.
 */
export function readInteractionTimes(
  source: TimedTable,
  options: TimestampOptions = {},
): { ts: TimeColumn; tsEnd?: TimeColumn } {
  const { table, mapping, name } = source;
  const ts = { ...timesOf(source, mapping.timestamp, options), name: "ts" };
  if (table.rows > 0 && ts.values.every(Number.isNaN)) {
    throw new InputError(`${name}: expected times in column "${mapping.timestamp}" but none of its rows has one.`);
  }
  if (mapping.end !== undefined) return { ts, tsEnd: { ...timesOf(source, mapping.end, options), name: "tsEnd" } };
  if (mapping.duration === undefined) return { ts };
  const seconds = durationsOf(asText(columnNamed(table, mapping.duration)!), source);
  return { ts, tsEnd: { kind: "time", name: "tsEnd", values: ts.values.map((ms, row) => ms + seconds[row]! * 1000) } };
}

function timesOf({ table, report, ...where }: TimedTable, name: string, options: TimestampOptions): TimeColumn {
  const column = columnNamed(table, name)!;
  return column.kind === "time" ? column : parseTimestamps(asText(column), options, where, report);
}

/** Seconds, with a point or a comma; NaN and counted where a value is none. */
function durationsOf(column: TextColumn, { name, lineOf, report }: TimedTable): Float64Array {
  const seconds = column.dictionary.map((value) => {
    const number = /^\s*\d+(?:[.,]\d+)?(?:e[+-]?\d+)?\s*$/i.test(value) ? Number(value.replace(",", ".")) : NaN;
    return Number.isFinite(number) ? number : NaN;
  });
  return Float64Array.from(column.codes, (code, row) => {
    if (code >= 0 && Number.isNaN(seconds[code]!)) {
      report.add(
        "impossible time",
        () =>
          `${name}, ${lineOf ? `line ${lineOf(row)}` : `row ${row + 1}`}, column "${column.name}": expected seconds ` +
          `but found ${JSON.stringify(column.dictionary[code])}; the end is left out`,
      );
    }
    return code < 0 ? NaN : seconds[code]!;
  });
}
