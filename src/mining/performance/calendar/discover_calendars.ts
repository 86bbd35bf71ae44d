/** Working calendars found in a log: in which hours things happen, for all or for each person or team. */
import { InputError, OptionError } from "../../../base/errors.ts";
import { countOf, formatCount, formatShare } from "../../../base/format.ts";
import { inWords } from "../../../base/inspect.ts";
import { tableOfRows, type TypedTable } from "../../../base/typed_table.ts";
import { clockOf } from "../../../io/time/time_zone.ts";
import { type Calendar, calendarsBy, codesOf } from "../../../log/calendar/calendars_by.ts";
import { DAY_MINUTES, formatHours, WEEKDAYS, type WeeklySpan } from "../../../log/calendar/hours.ts";
import { type WorkingCalendar, workingCalendar } from "../../../log/calendar/working_calendar.ts";
import type { EventLog } from "../../../log/events/event_log.ts";
import { requireEventLog, requireTimes } from "../../../log/require_log.ts";
import { type Grid, grids, localPoints } from "./activity_grid.ts";
import { type Cell, quietDays, workingCells } from "./working_cells.ts";

export interface DiscoverCalendarsOptions {
  /** A calendar for each `resource`, or each value of another attribute. Without it one for all. */
  by?: string;
  /** Zone in which people work, e.g. Europe/Berlin. @default "UTC" */
  timeZone?: string;
  /** Length of the parts of a day that are told apart: 15, 30 or 60. @default 60 */
  minutes?: 15 | 30 | 60;
}

/** A calendar that was found. */
export interface FoundCalendarRow {
  /** Null: that of all. */
  readonly group: string | null;
  readonly hours: string;
  readonly weekSeconds: number;
  /** Starts and completions that it rests on. */
  readonly points: number;
  /** Share of these in its hours. */
  readonly support: number;
  /** On how many of its dates something happens in a working part of the day, in the mean: 0 to 1. */
  readonly confidence: number;
  /** Share of the parts of a week of which its events tell beyond doubt (99.9 %) whether they are worked in. */
  readonly sure: number;
  /** False: too little is known of the group, so that it has the calendar of all. */
  readonly own: boolean;
}

/** A part of the week, of all groups together. */
export interface CalendarCellRow {
  readonly weekday: string;
  /** Minutes after midnight at which it begins. */
  readonly minute: number;
  readonly dates: number;
  readonly activeDates: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly working: boolean;
  readonly sure: boolean;
}

export interface DiscoveredCalendars {
  /** What every duration takes as `calendar`. */
  readonly calendar: Calendar;
  /** That of all groups together. */
  readonly all: WorkingCalendar;
  readonly groups: TypedTable<FoundCalendarRow>;
  readonly cells: TypedTable<CalendarCellRow>;
  /** Days without any event where many were to be expected: holidays of the calendars, as `2026-12-25`. */
  readonly holidays: readonly string[];
  /** The log has days but no times of day: working days are found, hours are not. */
  readonly daysAlone: boolean;
  readonly sentence: string;
}

/** A calendar of one's own needs so many points: about one for each hour of a working week. */
const LEAST_POINTS = 40;

/**
 * Infers working hours from the starts and completions of a log, by weekday and hour, in the time zone given.
 *
 * An hour is worked in if something happens in it on at least a quarter as many of its dates as in the usual hour, and
 * at least a tenth as much: overtime and noise are left out. Where the dates of an hour leave that in doubt, the same
 * hour of the other working days decides, and where they do too, the calendar of all. Whole days without events in a busy time are holidays. A group with fewer
 * than 40 starts and completions has the calendar of all. What happens in no hour of a calendar is in `support`.
 *
 * @throws InputError if the log has no times or events, or not the column `by`.
 * @throws OptionError if `minutes` is none of 15, 30 and 60.
 * @example
 * ```ts
 * import { discoverCalendars, readLog, throughputTimes } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const { calendar, sentence } = discoverCalendars(log, { by: "resource" });
 * throughputTimes(log, { calendar }).print();
 * ```
 */
export function discoverCalendars(log: EventLog, options: DiscoverCalendarsOptions = {}): DiscoveredCalendars {
  requireEventLog(log);
  requireTimes(log, "when people work");
  const { by, timeZone = "UTC", minutes = 60 } = options;
  if (minutes !== 15 && minutes !== 30 && minutes !== 60) {
    throw new OptionError(`Expected minutes to be 15, 30 or 60 but found ${minutes}.`);
  }
  clockOf(timeZone);
  if (log.events === 0) throw new InputError(`${log.name}: expected events to tell working hours by but found none.`);
  const points = localPoints(log, timeZone, minutes);
  const daysAlone = points.timesOfDay <= 2 && log.events >= LEAST_POINTS;
  const whole = grids(points, undefined, 1)[0]!;
  const quiet = quietDays(whole);
  const holidays = [...quiet].sort((a, b) => a - b).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
  const find = (grid: Grid, others?: readonly Cell[]) => {
    const cells = workingCells(grid, quiet, daysAlone, others);
    return { grid, cells, spans: spansOf(cells, minutes) };
  };
  const all = find(whole);
  // A log with less than a few days in it leaves every hour in doubt.
  if (all.spans.length === 0) {
    throw new InputError(`${log.name}: expected hours in which things happen but found none.`);
  }
  const made = (spans: readonly WeeklySpan[]) => workingCalendar({ hours: spans, timeZone, holidays });
  const calendarOfAll = made(all.spans);
  const groups = by === undefined ? undefined : codesOf(log, by);
  const found = groups
    ? grids(points, groups.codes, groups.names.length).map((grid, g) => ({
      ...find(grid, all.cells),
      group: groups.names[g]!,
    }))
      .filter(({ grid }) => grid.points > 0)
    : [];
  const isOwn = ({ grid, spans }: { grid: Grid; spans: readonly WeeklySpan[] }) =>
    grid.points >= LEAST_POINTS && spans.length > 0;
  const calendar = by === undefined ? calendarOfAll : calendarsBy({
    by,
    calendars: new Map(found.filter(isOwn).map(({ group, spans }) => [group, made(spans)])),
    otherwise: calendarOfAll,
  });
  const rows = [
    rowOf(null, all.grid, all.cells, all.spans, true),
    ...found.map((one) =>
      isOwn(one)
        ? rowOf(one.group, one.grid, one.cells, one.spans, true)
        : rowOf(one.group, one.grid, one.cells, all.spans, false)
    ).sort((a, b) => b.points - a.points || (a.group! < b.group! ? -1 : 1)),
  ];
  const sentence = sentenceOf(rows, by, timeZone, holidays.length, daysAlone);
  const table = tableOfRows<FoundCalendarRow>(rows, [
    "group",
    "hours",
    "weekSeconds",
    "points",
    "support",
    "confidence",
    "sure",
    "own",
  ]);
  return inWords({
    calendar,
    all: calendarOfAll,
    groups: table,
    cells: cellTable(all.cells, minutes),
    holidays,
    daysAlone,
    sentence,
    toString: () => `${sentence}\n${table}`,
  });
}

/** Neighbouring working cells are one span. */
function spansOf(cells: readonly Cell[], minutes: number): WeeklySpan[] {
  const parts = DAY_MINUTES / minutes, spans: WeeklySpan[] = [];
  for (let day = 0; day < 7; day++) {
    for (let part = 0; part < parts; part++) {
      if (!cells[day * parts + part]!.working) continue;
      const from = part;
      while (part + 1 < parts && cells[day * parts + part + 1]!.working) part++;
      spans.push({ day, from: from * minutes, to: (part + 1) * minutes });
    }
  }
  return spans;
}

function rowOf(
  group: string | null,
  grid: Grid,
  cells: readonly Cell[],
  spans: readonly WeeklySpan[],
  own: boolean,
): FoundCalendarRow {
  const minutes = DAY_MINUTES / grid.parts;
  const isIn = (cell: number) => {
    const day = Math.floor(cell / grid.parts), at = (cell % grid.parts) * minutes;
    return spans.some((span) => span.day === day && span.from <= at && at < span.to);
  };
  const inside = cells.map((_, cell) => cell).filter(isIn);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const active = inside.filter((cell) => cells[cell]!.dates > 0);
  return {
    group,
    hours: formatHours(spans),
    weekSeconds: inside.length * minutes * 60,
    points: grid.points,
    support: sum(inside.map((cell) => grid.count[cell]!)) / grid.points,
    confidence: active.length === 0 ? NaN : sum(active.map((cell) => cells[cell]!.share)) / active.length,
    sure: cells.filter((cell) => cell.sure).length / cells.length,
    own,
  };
}

function cellTable(cells: readonly Cell[], minutes: number): TypedTable<CalendarCellRow> {
  const parts = DAY_MINUTES / minutes;
  const rows = cells.map(({ dates, active, share, low, high, working, sure }, cell): CalendarCellRow => ({
    weekday: WEEKDAYS[Math.floor(cell / parts)]!,
    minute: (cell % parts) * minutes,
    dates,
    activeDates: active,
    share,
    low,
    high,
    working,
    sure,
  }));
  return tableOfRows(rows, Object.keys(rows[0]!));
}

function sentenceOf(
  [all, ...groups]: readonly FoundCalendarRow[],
  by: string | undefined,
  timeZone: string,
  holidays: number,
  daysAlone: boolean,
): string {
  const { hours, support, points, sure } = all!;
  const text = [
    `Things happen ${hours} (${timeZone}): ${formatShare(support)} of ${
      countOf(points, "start and completion", "starts and completions")
    } ` +
    `lie in these hours, and of ${formatShare(sure)} of the week it is beyond doubt whether they are worked in.`,
  ];
  if (daysAlone) text.push("The log has days without times of day, so that only working days are found.");
  if (by !== undefined) {
    const own = groups.filter((row) => row.own);
    const other = own.filter((row) => row.hours !== hours).length;
    text.push(
      `${formatCount(own.length)} of ${
        countOf(groups.length, "value")
      } of ${by} have enough events for a calendar of ` +
        `their own, and ${formatCount(other)} of these differ from that of all.`,
    );
  }
  if (holidays > 0) {
    text.push(`On ${countOf(holidays, "day")} nothing happens where much was to be expected: taken for holidays.`);
  }
  return text.join(" ");
}
