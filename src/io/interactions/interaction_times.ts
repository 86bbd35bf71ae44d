/** When interactions happened: beginnings, and ends where rows are intervals. */
import { columnNamed, type Table, type TextColumn, type TimeColumn } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import { settleByOrder } from "../time/clock_changes.ts";
import { readTimestamps, type TimestampOptions } from "../time/timestamps.ts";
import type { ReadingReport } from "../report/reading_report.ts";
import type { InteractionMapping } from "./canonical_columns.ts";
import { asText } from "../../base/text_codes.ts";
import { combineText } from "./text_columns.ts";

export interface TimedTable {
  /** File name. */
  readonly name: string;
  readonly table: Table;
  readonly mapping: InteractionMapping;
  readonly report: ReadingReport;
  readonly lineOf?: ((row: number) => number) | undefined;
}

/**
 * The canonical times of a table. The end is that of a column of times, else the beginning and a column of
 * durations. A table without times gets the numbers of its rows, as seconds: `InteractionLog.hasTimes` tells that they
 * are none.
 *
 * @throws InputError if times are ambiguous, or none can be read.
 */
export function readInteractionTimes(
  source: TimedTable,
  options: TimestampOptions = {},
): { ts: TimeColumn; tsEnd?: TimeColumn } {
  const { table, mapping, name, report } = source;
  if (mapping.timestamp === undefined) {
    report.add(
      "no times",
      `${name}: no times; the order of the rows is used, and handle times are not told`,
      table.rows,
    );
    return {
      ts: { kind: "time", name: "ts", values: Float64Array.from({ length: table.rows }, (_, row) => row * 1000) },
    };
  }
  const ts = { ...beginningsOf(source, options), name: "ts" };
  if (table.rows > 0 && ts.values.every(Number.isNaN)) {
    throw new InputError(`${name}: expected times in column "${mapping.timestamp}" but none of its rows has one.`);
  }
  if (mapping.end !== undefined) return { ts, tsEnd: { ...timesOf(source, mapping.end, options), name: "tsEnd" } };
  if (mapping.duration === undefined) return { ts };
  const seconds = durationsOf(asText(columnNamed(table, mapping.duration)!), source);
  return { ts, tsEnd: { kind: "time", name: "tsEnd", values: ts.values.map((ms, row) => ms + seconds[row]! * 1000) } };
}

/** Times in one column, or days in one and clock times in another. */
function beginningsOf(source: TimedTable, options: TimestampOptions): TimeColumn {
  const { table, mapping: { timestamp, clock }, report, name } = source;
  const day = columnNamed(table, timestamp!)!;
  if (clock === undefined || day.kind === "time") return timesOf(source, timestamp!, options);
  report.add("note", () => `${name}: times are made of the columns "${timestamp}" and "${clock}".`);
  const parts = [asText(day), asText(columnNamed(table, clock)!)];
  const both = combineText(
    parts,
    timestamp!,
    table.rows,
    (date, time) => date && time && `${date.trim()} ${time.trim()}`,
  );
  return readInOrder(both, source, options);
}

function timesOf(source: TimedTable, name: string, options: TimestampOptions): TimeColumn {
  const column = columnNamed(source.table, name)!;
  return column.kind === "time" ? column : readInOrder(asText(column), source, options);
}

/** The order of a user's rows decides what an hour means that occurs twice or never. */
function readInOrder(text: TextColumn, source: TimedTable, options: TimestampOptions): TimeColumn {
  const { table, mapping, report } = source;
  const { column, odd } = readTimestamps(text, options, source, report);
  const user = mapping.user === undefined ? undefined : columnNamed(table, mapping.user);
  if (odd.size > 0) settleByOrder(column.values, odd, user ? asText(user).codes : new Int32Array(table.rows));
  return column;
}

/** Seconds, with a point or a comma, or as 0:00:05; NaN and counted where a value is none. */
function durationsOf(column: TextColumn, { name, lineOf, report }: TimedTable): Float64Array {
  const unit = unitOf(column.name);
  if (unit.seconds !== 1) {
    report.add("note", () => `${name}, column "${column.name}": numbers are read as ${unit.name}, as its name says.`);
  }
  const seconds = column.dictionary.map((value) => {
    const clock = /^\s*(\d+):(\d{2}):(\d{2}(?:[.,]\d+)?)\s*$/.exec(value);
    if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]!.replace(",", "."));
    const number = /^\s*\d+(?:[.,]\d+)?(?:e[+-]?\d+)?\s*$/i.test(value) ? Number(value.replace(",", ".")) : NaN;
    return Number.isFinite(number) ? number * unit.seconds : NaN;
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

/** In which unit a column of durations is, where its name says it: `duration_ms`, `Dauer (min)`. */
function unitOf(name: string): { readonly name: string; readonly seconds: number } {
  const words = name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase().split(/[^\p{L}]+/u);
  const says = (pattern: RegExp) => words.some((word) => pattern.test(word));
  if (says(/^(ms|msecs?|millis|milli(seconds?|sekunden?|secondes?|segundos?|seconden))$/)) {
    return { name: "milliseconds", seconds: 0.001 };
  }
  if (says(/^(min|mins|minutes?|minuten?|minutos?|minuut)$/)) return { name: "minutes", seconds: 60 };
  if (says(/^(h|hours?|stunden?|heures?|horas?|uren)$/)) return { name: "hours", seconds: 3600 };
  return { name: "seconds", seconds: 1 };
}
