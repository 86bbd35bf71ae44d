/** Rows that are intervals become two events each: one that starts, and one that completes. */
import { type Column, columnNamed, takeRows } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import type { Mapping, RawLog } from "../../io/raw_log.ts";

const TRANSITION = "lifecycle:transition";

/**
 * Each row with a start and an end as two rows, with the transition `start` or `complete` beside; a row that has only
 * one of both stays one row. Both have the time in the column of the end, and the column of the start is left out.
 *
 * @throws InputError if no column of the start is mapped.
 */
export function splitIntervals(raw: RawLog, mapping: Mapping): { readonly raw: RawLog; readonly mapping: Mapping } {
  const { start, startClock: _, ...others } = mapping;
  const begin = start === undefined ? undefined : columnNamed(raw.events, start);
  const end = columnNamed(raw.events, mapping.timestamp);
  if (begin?.kind !== "time" || end?.kind !== "time") {
    throw new InputError(
      `${raw.name}: expected columns of the start and of the end, to make two events of each row, but found ` +
        `${start === undefined ? "no start" : "no times in them"}. Name them: --start COLUMN --end COLUMN.`,
    );
  }
  const rows: number[] = [], isEnd: number[] = [];
  for (let row = 0; row < raw.events.rows; row++) {
    const hasStart = !Number.isNaN(begin.values[row]!);
    if (hasStart) rows.push(row), isEnd.push(0);
    if (!hasStart || !Number.isNaN(end.values[row]!)) rows.push(row), isEnd.push(1);
  }
  const of = Int32Array.from(rows);
  const time = Float64Array.from(of, (row, i) => (isEnd[i] ? end : begin).values[row]!);
  const columns = raw.events.columns.flatMap((column): Column[] => {
    if (column === begin || column.name === TRANSITION) return [];
    return [column === end ? { ...end, values: time } : takeRows(column, of)];
  });
  columns.push({ kind: "text", name: TRANSITION, codes: Int32Array.from(isEnd), dictionary: ["start", "complete"] });
  const { lineOf, traces } = raw;
  return {
    raw: {
      ...raw,
      events: { rows: of.length, columns },
      ...(traces ? { traces: { ...traces, of: of.map((row) => traces.of[row]!) } } : {}),
      ...(lineOf ? { lineOf: (row: number) => lineOf(of[row]!) } : {}),
    },
    mapping: { ...others, lifecycle: TRANSITION },
  };
}
