/** What decides the order of events of one case whose times are equal. */
import { type Column, columnNamed, type TextColumn } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import { byCodeUnit } from "../../base/text_codes.ts";
import type { RawLog } from "../../io/raw_log.ts";

export interface Ties {
  /** A number for each row given: where times are equal, the smaller one comes first. Absent: the order of the file. */
  readonly key?: Float64Array;
  /** What decides, in words, for the finding. */
  readonly words: string;
}

/**
 * Equal times are put in order by the column of the order, where there is one; else by the file, which is read from its
 * end where it runs newest first.
 *
 * @param rows Rows of the log that become events, ascending.
 * @param caseOf Case of each of them, none negative.
 * @param time Milliseconds of each of them, none NaN.
 * @param cases One more than the largest number of a case.
 * @throws InputError if there is no such column.
 */
export function tiesOf(
  raw: RawLog,
  order: string | undefined,
  rows: Int32Array,
  caseOf: Int32Array,
  time: Float64Array,
  cases: number,
): Ties {
  if (order !== undefined) {
    const column = columnNamed(raw.events, order);
    if (!column) {
      throw new InputError(
        `${raw.name}: expected a column ${JSON.stringify(order)} for the order of events but found ` +
          `${raw.events.columns.map(({ name }) => JSON.stringify(name)).join(", ")}.`,
      );
    }
    const values = orderValues(column);
    return { key: Float64Array.from(rows, (row) => values[row]!), words: `column ${JSON.stringify(order)} decides` };
  }
  if (runsNewestFirst(caseOf, time, cases)) {
    const key = Float64Array.from(rows, (_, i) => -i);
    return { key, words: "the file runs newest first, so they stand in the reverse order of its rows" };
  }
  return { words: "they keep the order of the file" };
}

/** Numbers to sort by: those of the column, or the rank of its texts; missing values come last. */
function orderValues(column: Column): Float64Array {
  if (column.kind === "text") return textOrder(column);
  if (column.kind === "boolean") return Float64Array.from(column.values, (value) => value < 0 ? Infinity : value);
  return column.values.map((value) => Number.isNaN(value) ? Infinity : value);
}

function textOrder({ codes, dictionary }: TextColumn): Float64Array {
  const numbers = dictionary.map((text) => text.trim() === "" ? NaN : Number(text.trim().replace(",", ".")));
  const isNumeric = numbers.every((number) => !Number.isNaN(number));
  const ranked = [...dictionary.keys()].sort((a, b) => byCodeUnit(dictionary[a]!, dictionary[b]!));
  const value = isNumeric ? numbers : ranked.reduce((ranks: number[], code, rank) => (ranks[code] = rank, ranks), []);
  return Float64Array.from(codes, (code) => code < 0 ? Infinity : value[code]!);
}

/** Nearly every step from a row of a case to its next one leads back in time. */
const SHARE_BACKWARDS = 0.95;

function runsNewestFirst(caseOf: Int32Array, time: Float64Array, cases: number): boolean {
  const last = new Float64Array(cases).fill(NaN);
  // With more steps forward than this, the steps back cannot be enough: a file that runs forward is soon told.
  const most = time.length * (1 - SHARE_BACKWARDS) / SHARE_BACKWARDS;
  let back = 0, forth = 0;
  for (let i = 0; i < time.length && forth <= most; i++) {
    const c = caseOf[i]!;
    if (time[i]! < last[c]!) back++;
    else if (time[i]! > last[c]!) forth++;
    last[c] = time[i]!;
  }
  return back > 0 && back >= SHARE_BACKWARDS * (back + forth);
}
