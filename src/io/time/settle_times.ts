/** The last step of reading times, the same for every format: what has a role in time becomes points in time. */
import { goOn } from "../../base/stop.ts";
import { type Column, columnNamed, type Table, type TextColumn, type TimeColumn } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import { asText } from "../../base/text_codes.ts";
import type { Mapping, PendingTimes, RawLog } from "../raw_log.ts";
import type { ReadingReport } from "../report/reading_report.ts";
import { type OddTimes, settleByOrder, settleIntervals } from "./clock_changes.ts";
import { place, shown, type Where } from "./time_problems.ts";
import { clockOf } from "./time_zone.ts";
import { neverInWords, readTimestamps, type TimestampOptions, twiceInWords } from "./timestamps.ts";

/**
 * The log with times where its roles need them: timestamp and start are read as `parseTimestamps` reads text and
 * numbers, times without a zone are taken in the zone given, and the order of a case's rows decides what an hour means
 * that occurs twice or never.
 *
 * @param roles as far as they are known; pending times of columns without a role are finished all the same.
 * @throws InputError if a column in the role of timestamp or start holds something else than times.
 */
export function settleTimes<R extends RawLog>(
  raw: R,
  roles: Partial<Mapping>,
  options: TimestampOptions,
  words: Pick<Where, "inMemory"> = {},
): R {
  const { name, lineOf, report, pending } = raw;
  const odd = new Map<string, OddTimes>();
  const finished = (column: Column): Column => {
    goOn();
    const role = column.name === roles.timestamp ? "timestamp" : column.name === roles.start ? "start" : undefined;
    const rest = pending?.get(column.name);
    if (role === undefined && rest === undefined) return column;
    const where: Where = { name, lineOf, ...words, ...(role ? { role } : {}) };
    const read = column.kind === "time"
      ? finishTimes(column, rest ?? {}, role !== undefined, options, where, report)
      : readAsTimes(column, options, where, report);
    odd.set(column.name, read.odd);
    return read.column;
  };
  const { pending: _, ...others } = raw;
  const settled = {
    ...others,
    events: mapColumns(raw.events, finished),
    ...(raw.traces ? { traces: { ...raw.traces, table: mapColumns(raw.traces.table, finished) } } : {}),
  } as unknown as R;
  chooseReadings(settled, roles, odd);
  return settled;
}

interface Read {
  readonly column: TimeColumn;
  /** By row of the column. */
  readonly odd: OddTimes;
}

const NONE: OddTimes = new Map();

/** A column of times: its local times become UTC, and what was no ISO 8601 is read as in any other file. */
export function finishTimes(
  column: TimeColumn,
  { local, unread, firstUnreadLine }: PendingTimes,
  hasRole: boolean,
  options: TimestampOptions,
  where: Where,
  report: ReadingReport,
): Read {
  const inZone = local === undefined ? { column, odd: NONE } : localToUtc(column, local, options, where, report);
  if (unread === undefined) return inZone;
  if (!hasRole) {
    reportUnread(unread, firstUnreadLine, where, report);
    return inZone;
  }
  const isKnown = !column.values.every(Number.isNaN);
  const read = readTimestamps(unread, options, where, report, isKnown);
  const values = inZone.column.values.slice();
  for (let row = 0; row < values.length; row++) if (unread.codes[row]! >= 0) values[row] = read.column.values[row]!;
  return { column: { ...inZone.column, values }, odd: new Map([...inZone.odd, ...read.odd]) };
}

function localToUtc(
  column: TimeColumn,
  local: NonNullable<PendingTimes["local"]>,
  { timeZone = "UTC" }: TimestampOptions,
  where: Where,
  report: ReadingReport,
): Read {
  if (timeZone === "UTC") return { column, odd: NONE };
  const { toUtc, isOdd, readings } = clockOf(timeZone);
  const values = column.values.slice();
  const odd = new Map<number, readonly number[]>();
  for (let row = 0; row < values.length; row++) {
    if (row % 8192 === 0) goOn();
    const time = values[row]!;
    if (Number.isNaN(time) || (local !== "all" && local[row] !== 1)) continue;
    values[row] = toUtc(time);
    if (!isOdd(time)) continue;
    odd.set(row, readings(time));
    const what = () => `${place(column, row, where)}: "${new Date(time).toISOString().slice(0, 19).replace("T", " ")}"`;
    if (odd.get(row)!.length === 2) report.add("time occurs twice", () => twiceInWords(what(), timeZone));
    else report.add("time never occurs", () => neverInWords(what(), timeZone));
  }
  return { column: { ...column, values }, odd };
}

function reportUnread(unread: TextColumn, firstLine: number | undefined, where: Where, report: ReadingReport): void {
  const first = unread.codes.findIndex((code) => code >= 0);
  report.add("unreadable time", () => {
    const line = firstLine ?? where.lineOf?.(first);
    return `${where.name}, ${line === undefined ? `row ${first + 1}` : `line ${line}`}, "${unread.name}": expected a ` +
      `time in ISO 8601, such as 2011-04-13T14:02:31.199+02:00, but found ${shown(unread, first)}`;
  }, unread.codes.reduce((count, code) => code >= 0 ? count + 1 : count, 0));
}

/** Text and numbers. A column without any value stays missing: nothing can be said of its format. */
function readAsTimes(
  column: Exclude<Column, TimeColumn>,
  options: TimestampOptions,
  where: Where,
  report: ReadingReport,
): Read {
  if (column.kind === "boolean") {
    const row = column.values.findIndex((value) => value >= 0);
    if (row >= 0) {
      throw new InputError(
        `${place(column, row, where)}: expected times but found ${column.values[row] === 1}. ` +
          `Name another column for the ${where.role ?? "timestamp"}.`,
      );
    }
  }
  return readTimestamps(asText(column), options, where, report);
}

/** What an odd hour means, by the order of the case's rows; then starts and ends so that no event ends too early. */
function chooseReadings(raw: RawLog, roles: Partial<Mapping>, odd: ReadonlyMap<string, OddTimes>): void {
  const valuesOf = (name: string | undefined) => {
    const column = name === undefined ? undefined : columnNamed(raw.events, name);
    return column?.kind === "time" ? { values: column.values, odd: odd.get(column.name) ?? NONE } : undefined;
  };
  const end = valuesOf(roles.timestamp), start = valuesOf(roles.start);
  if (!end?.odd.size && !start?.odd.size) return;
  const groupOf = casesOf(raw, roles.case);
  if (groupOf && end) settleByOrder(end.values, end.odd, groupOf);
  if (groupOf && start) settleByOrder(start.values, start.odd, groupOf);
  if (start && end) settleIntervals(start.values, start.odd, end.values, end.odd);
}

/** The case of each row, as a number. */
function casesOf(raw: RawLog, name: string | undefined): Int32Array | undefined {
  const column = name === undefined ? undefined : columnNamed(raw.events, name);
  return column ? asText(column).codes : raw.traces?.of;
}

function mapColumns(table: Table, change: (column: Column) => Column): Table {
  const columns = table.columns.map(change);
  return columns.every((column, i) => column === table.columns[i]) ? table : { ...table, columns };
}
