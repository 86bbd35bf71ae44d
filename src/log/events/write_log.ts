/** Writes an event log to a file: the rows it was made of, with all their attributes. */
import { type Table, takeRows } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import type { ReadingReport } from "../../io/report/reading_report.ts";
import { writeCsv } from "../../io/csv/write_csv.ts";
import { writeXes } from "../../io/xes/write_xes.ts";
import type { EventLog } from "./event_log.ts";
import { requireEventLog } from "../require_log.ts";

export interface WriteLogOptions {
  /**
   * CSV: what becomes of text that a spreadsheet might run as a formula. `mark` puts an apostrophe before it, which
   * `readLog` takes away again; `keep` writes it as it is. @default "mark"
   */
  readonly formulas?: "mark" | "keep";
}

/**
 * Writes a log as CSV (`.csv`, `.csv.gz`) or XES (`.xes`, `.xes.gz`), by the extension of the path.
 *
 * Events stand in the order of the log; one that was paired of a start and a complete row is written as these two rows,
 * so that the file reads back as the same log. A filtered log writes what the filters left.
 *
 * @returns what a format could not hold as it was; undefined where it holds everything.
 * @throws InputError for any other extension, and if the file cannot be written: a full disk, a missing or read-only
 * folder, the file that the log was read from. What was there before is then as it was.
 * @example
 * ```ts
 * import { filterCaseSize, readLog, writeLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * await writeLog(filterCaseSize(log, { min: 3 }), await Deno.makeTempFile({ suffix: ".xes.gz" }));
 * ```
 */
export async function writeLog(
  log: EventLog,
  path: string,
  options: WriteLogOptions = {},
): Promise<ReadingReport | undefined> {
  requireEventLog(log);
  const { source } = log;
  const rows = rowsOf(log);
  if (/\.xes(\.gz)?$/i.test(path)) {
    const { events, traces, mapping } = source;
    return await writeXes(path, { events, mapping, rows, ...(traces ? { traces } : {}) });
  }
  if (/\.csv(\.gz)?$/i.test(path)) {
    await writeCsv(tableOf(log, rows), path, options);
    return undefined;
  }
  throw new InputError(`${path}: expected a name that ends with .csv, .csv.gz, .xes or .xes.gz.`);
}

/**
 * Rows of the source in the order of the log, the start of an interval before its completion, and before both what else
 * belongs to the event.
 */
function rowsOf({ rows, startRows, source: { partOf } }: EventLog): Int32Array {
  if (!startRows && !partOf) return rows;
  const parts = new Map<number, number[]>();
  partOf?.forEach((whole, row) => {
    if (whole >= 0) parts.set(whole, [...(parts.get(whole) ?? []), row]);
  });
  const all: number[] = [];
  rows.forEach((row, i) => {
    all.push(...(parts.get(row) ?? []));
    if (startRows && startRows[i]! >= 0) all.push(startRows[i]!);
    all.push(row);
  });
  return Int32Array.from(all);
}

function tableOf({ source }: EventLog, rows: Int32Array): Table {
  const { events, traces } = source;
  const own = events.columns.map((column) => takeRows(column, rows));
  const shared = traces?.table.columns.map((column) => takeRows(column, rows.map((row) => traces.of[row]!))) ?? [];
  return { rows: rows.length, columns: [...shared, ...own] };
}
