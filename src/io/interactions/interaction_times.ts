/** When interactions happened: beginnings, and ends where the rows are intervals. */
import { type Column, columnNamed, type Table, type TimeColumn } from "../../db/column.ts";
import { InputError } from "../input_error.ts";
import type { ReadingReport } from "../reading_report.ts";
import type { InteractionMapping } from "./raw_interactions.ts";
import { asText } from "./text_columns.ts";

export interface InteractionTimeOptions {
  readonly timeZone?: string;
}

interface Parts {
  readonly table: Table;
  readonly mapping: InteractionMapping;
  readonly report: ReadingReport;
  readonly placeOf: (row: number) => string;
  readonly name: string;
}

export function readInteractionTimes(
  parts: Parts,
  _options: InteractionTimeOptions = {},
): { ts: TimeColumn; tsEnd?: TimeColumn } {
  const { table, mapping, report, placeOf, name } = parts;
  const ts: TimeColumn = { kind: "time", name: "ts", values: timesOf(columnNamed(table, mapping.timestamp)!, parts) };
  let readable = 0;
  for (let row = 0; row < table.rows; row++) {
    if (!Number.isNaN(ts.values[row]!)) readable++;
    else report.add("missing time", () => `${placeOf(row)} has no time in "${mapping.timestamp}" and is left out`);
  }
  if (readable === 0 && table.rows > 0) {
    throw new InputError(`${name}: expected times in column "${mapping.timestamp}" but none of its rows has one.`);
  }
  return { ts };
}

function timesOf(column: Column, _parts: Parts): Float64Array {
  if (column.kind === "time" || column.kind === "number") return column.values;
  const text = asText(column);
  const times = text.dictionary.map((value) => Date.parse(value));
  return Float64Array.from(text.codes, (code) => code < 0 ? NaN : times[code]!);
}
