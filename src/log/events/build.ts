/** From rows as a reader hands them on to the event log that miners read. */
import { type Column, columnNamed, takeRows, type TextColumn, type TimeColumn } from "../../base/column.ts";
import { reportCases } from "../../io/report/findings.ts";
import { InputError } from "../../base/errors.ts";
import type { Mapping, RawLog } from "../../io/raw_log.ts";
import { arrangeCases } from "./arrange.ts";
import { EventLog } from "./event_log.ts";
import { type LifecycleMode, pairLifecycle } from "./lifecycle.ts";
import type { EventLogColumns, LogDatabase } from "./log_contents.ts";
import { asText, distinctCodes, sortedCodes } from "../../base/text_codes.ts";

export interface BuildOptions {
  readonly mapping: Mapping;
  /** What becomes of standard start and complete events. @default "pair" */
  readonly lifecycle?: LifecycleMode;
}

/**
 * Builds an event log: leaves out rows without case, activity or time (and counts them in the report), pairs starts
 * with completions, and arranges what is left by case and time.
 */
export function buildEventLog(raw: RawLog, options: BuildOptions, database: LogDatabase): EventLog {
  const { mapping, lifecycle = "pair" } = options;
  const { report } = raw;
  const cases = asText(requiredColumn(raw, mapping.case));
  const activities = asText(requiredColumn(raw, mapping.activity));
  const time = timeColumn(raw, mapping.timestamp);
  const start = mapping.start === undefined ? undefined : timeColumn(raw, mapping.start);
  const resources = mapping.resource === undefined ? undefined : asText(requiredColumn(raw, mapping.resource));

  const usable = usableRows(raw, mapping, cases, activities, time, start);
  if (usable.length === 0 && raw.events.rows > 0) throw nothingLeft(raw, mapping);
  const caseOf = pick(cases.codes, usable);
  const activityOf = pick(activities.codes, usable);
  const timeOf = pickTimes(time.values, usable);
  if (start) { for (let i = 0; i < timeOf.length; i++) timeOf[i] = known(timeOf[i]!, start.values[usable[i]!]); }

  const transition = columnNamed(raw.events, "lifecycle:transition");
  const paired = transition?.kind === "text" && start === undefined
    ? pairLifecycle({
      caseCode: caseOf,
      activity: activityOf,
      transition: takeRows(transition, usable) as TextColumn,
      ...instanceOf(raw, usable),
      time: timeOf,
      mode: lifecycle,
      report,
      ...(raw.lineOf ? { lineOf: (index: number) => raw.lineOf!(usable[index]!) } : {}),
    })
    : undefined;
  const kept = paired?.rows ?? identity(usable.length);

  const { codes: caseCode, names: caseNames } = distinctCodes(pick(caseOf, kept), cases.dictionary);
  const { codes: activityCode, names } = sortedCodes(pick(activityOf, kept), activities.dictionary);
  const eventTime = pickTimes(timeOf, kept);
  reportCases({ caseCode, caseNames, time: eventTime, rows: pick(usable, kept), raw });
  const { offsets, caseIds, order } = arrangeCases(caseCode, eventTime, caseNames);
  const rows = pick(usable, pick(kept, order));

  const columns: EventLogColumns = {
    offsets,
    caseIds,
    activity: pick(activityCode, order),
    activities: names,
    time: pickTimes(eventTime, order),
    rows,
    ...startsOf(start, paired, usable, timeOf, order, rows),
    ...resourcesOf(resources, rows),
  };
  return new EventLog(columns, {
    name: raw.name,
    events: raw.events,
    ...(raw.traces ? { traces: raw.traces } : {}),
    mapping,
    findings: report.findings,
    database,
  });
}

/** A column of the events, or one of the traces spread over their events. */
function requiredColumn(raw: RawLog, name: string): Column {
  const own = columnNamed(raw.events, name);
  if (own) return own;
  const shared = raw.traces && columnNamed(raw.traces.table, name);
  if (shared) return takeRows(shared, raw.traces!.of);
  const names = [...raw.events.columns, ...(raw.traces?.table.columns ?? [])].map((column) => `"${column.name}"`);
  throw new InputError(`${raw.name}: expected a column named "${name}" but found ${names.join(", ")}.`);
}

function timeColumn(raw: RawLog, name: string): TimeColumn {
  const column = requiredColumn(raw, name);
  if (column.kind === "time") return column;
  if (isEmpty(column)) return { kind: "time", name, values: new Float64Array(raw.events.rows).fill(NaN) };
  throw new InputError(
    `${raw.name}, column "${name}": expected timestamps but found ${column.kind} values. ` +
      `Name another column with --timestamp, or state the order of day and month with --date-order.`,
  );
}

function isEmpty(column: Column): boolean {
  return column.kind === "text" && column.codes.every((code) => code < 0);
}

/** Where a row has a start but no time, the start stands for both: the event is known to have begun. */
function known(time: number, start: number | undefined): number {
  return Number.isNaN(time) && start !== undefined ? start : time;
}

function usableRows(
  raw: RawLog,
  mapping: Mapping,
  cases: TextColumn,
  activities: TextColumn,
  time: TimeColumn,
  start: TimeColumn | undefined,
): Int32Array {
  const rows = new Int32Array(raw.events.rows);
  let n = 0;
  for (let row = 0; row < rows.length; row++) {
    const lacks = cases.codes[row]! < 0
      ? "case"
      : activities.codes[row]! < 0
      ? "activity"
      : Number.isNaN(known(time.values[row]!, start?.values[row]))
      ? "timestamp"
      : undefined;
    if (lacks === undefined) {
      rows[n++] = row;
      continue;
    }
    const where = () => `${place(raw, row)}, column "${mapping[lacks]}": no ${lacks === "timestamp" ? "time" : lacks}`;
    raw.report.add(lacks === "timestamp" ? "missing time" : `missing ${lacks}`, where);
    raw.report.add("row left out", () => `${where()}, so the row is left out`);
  }
  return rows.slice(0, n);
}

/** The error of a file whose rows all lack what makes an event. */
function nothingLeft({ name, events, report }: RawLog, mapping: Mapping): InputError {
  const lacks = (["case", "activity", "timestamp"] as const).flatMap((role) => {
    const count = report.count(role === "timestamp" ? "missing time" : `missing ${role}`);
    return count === 0 ? [] : [`${count.toLocaleString("en")} without ${role} (column "${mapping[role]}")`];
  });
  const unreadable = report.findings.find(({ rule }) => rule === "unreadable time");
  return new InputError(
    `${name}: expected events but none of the ${events.rows.toLocaleString("en")} rows can be one: ` +
      `${lacks.join(", ")}.${unreadable ? ` ${unreadable.example}` : ""} ` +
      `Name other columns in the mapping (--case, --activity, --timestamp).`,
  );
}

function place(raw: RawLog, row: number): string {
  return raw.lineOf ? `${raw.name}, line ${raw.lineOf(row)}` : `${raw.name}, row ${row + 1}`;
}

function instanceOf(raw: RawLog, rows: Int32Array): { instance: Column } | Record<never, never> {
  const column = columnNamed(raw.events, "concept:instance");
  return column ? { instance: takeRows(column, rows) } : {};
}

function startsOf(
  start: TimeColumn | undefined,
  paired: { startRows: Int32Array } | undefined,
  usable: Int32Array,
  timeOf: Float64Array,
  order: Int32Array,
  rows: Int32Array,
): Pick<EventLogColumns, "start" | "startRows"> {
  if (start) return { start: pickTimes(start.values, rows) };
  if (!paired || paired.startRows.every((index) => index < 0)) return {};
  const begun = pick(paired.startRows, order);
  return {
    start: Float64Array.from(begun, (index) => index < 0 ? NaN : timeOf[index]!),
    startRows: begun.map((index) => index < 0 ? -1 : usable[index]!),
  };
}

function resourcesOf(
  column: TextColumn | undefined,
  rows: Int32Array,
): Pick<EventLogColumns, "resource" | "resources"> {
  if (!column) return {};
  const { codes, names } = sortedCodes(pick(column.codes, rows), column.dictionary);
  return { resource: codes, resources: names };
}

function identity(n: number): Int32Array {
  const indices = new Int32Array(n);
  for (let i = 0; i < n; i++) indices[i] = i;
  return indices;
}

function pick(values: Int32Array, at: Int32Array): Int32Array {
  const picked = new Int32Array(at.length);
  for (let i = 0; i < at.length; i++) picked[i] = values[at[i]!]!;
  return picked;
}

function pickTimes(values: Float64Array, at: Int32Array): Float64Array {
  const picked = new Float64Array(at.length);
  for (let i = 0; i < at.length; i++) picked[i] = values[at[i]!]!;
  return picked;
}
