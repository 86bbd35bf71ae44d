/** From rows as a reader hands them on to the event log that miners read. */
import { goOn } from "../../base/stop.ts";
import { type Column, columnNamed, takeRows, type TextColumn, type TimeColumn } from "../../base/column.ts";
import { reportCases, reportSimilarActivities } from "../../io/report/findings.ts";
import { InputError, OptionError } from "../../base/errors.ts";
import type { Mapping, RawLog } from "../../io/raw_log.ts";
import { arrangeCases } from "./arrange.ts";
import { type EventOrder, reportArrangement } from "./arrange_findings.ts";
import { EventLog } from "./event_log.ts";
import { endOrStart, intervalsOf } from "./intervals.ts";
import type { LifecycleMode, PairedRows } from "./lifecycle.ts";
import { pairRows } from "./pair_rows.ts";
import { tiesOf } from "./ties.ts";
import type { EventLogColumns, LogDatabase } from "./log_contents.ts";
import { asText, distinctCodes, sortedCodes } from "../../base/text_codes.ts";

export interface BuildOptions {
  readonly mapping: Mapping;
  /** What becomes of starts and completions in rows of their own. @default "pair" */
  readonly lifecycle?: LifecycleMode;
  /** By what events of a case are ordered where they have starts. @default "completion" */
  readonly orderBy?: EventOrder;
}

/**
 * Builds an event log: leaves out rows without case, activity or time (and counts them in the report), pairs starts
 * with completions, and arranges what is left by case and time.
 *
 * @throws OptionError if an option has none of its values.
 */
export function buildEventLog(raw: RawLog, options: BuildOptions, database: LogDatabase): EventLog {
  const { mapping, lifecycle = "pair", orderBy = "completion" } = options;
  checkChoice("lifecycle", lifecycle, ["pair", "all", "complete"]);
  checkChoice("orderBy", orderBy, ["completion", "start"]);
  const { report } = raw;
  const cases = asText(requiredColumn(raw, mapping.case));
  const activities = asText(requiredColumn(raw, mapping.activity));
  const time = timeColumn(raw, mapping.timestamp);
  const started = mapping.start === undefined ? undefined : timeColumn(raw, mapping.start);
  const resources = mapping.resource === undefined ? undefined : asText(requiredColumn(raw, mapping.resource));

  goOn();
  const usable = usableRows(raw, mapping, cases, activities, time, started);
  if (usable.length === 0 && raw.events.rows > 0) throw nothingLeft(raw, mapping);
  const caseOf = pick(cases.codes, usable);
  const activityOf = pick(activities.codes, usable);
  const intervals = started && intervalsOf(raw, usable, started.values, time.values);
  const timeOf = intervals?.time ?? pickTimes(time.values, usable);
  goOn();
  const ties = tiesOf(raw, mapping.order, usable, caseOf, timeOf, cases.dictionary.length);

  const paired = started ? undefined : pairRows(raw, mapping, lifecycle, {
    caseCode: caseOf,
    activity: activityOf,
    // Rows without times are paired in the order of the file.
    time: raw.untimed ? Float64Array.from(timeOf, (_, i) => i) : timeOf,
    ...(ties.key ? { ties: ties.key } : {}),
  }, usable);
  goOn();
  const kept = paired?.rows ?? identity(usable.length);

  const { codes: caseCode, names: caseNames } = distinctCodes(pick(caseOf, kept), cases.dictionary);
  const { codes: activityCode, names } = sortedCodes(pick(activityOf, kept), activities.dictionary);
  const eventTime = pickTimes(timeOf, kept);
  const start = intervals ? pickTimes(intervals.start, kept) : startsOfPairs(paired, timeOf);
  const begin = start?.map((ms, i) => ms <= eventTime[i]! ? ms : eventTime[i]!);
  const tieKey = ties.key && pickTimes(ties.key, kept);
  const keys = !begin ? [eventTime] : orderBy === "start" ? [begin, eventTime] : [eventTime, begin];
  goOn();
  reportCases({ caseCode, caseNames, time: eventTime, sortedBy: keys[0]!, rows: pick(usable, kept), raw });
  reportSimilarActivities(names, raw);
  goOn();
  const arrangement = arrangeCases(caseCode, keys[0]!, caseNames, [...keys.slice(1), ...(tieKey ? [tieKey] : [])]);
  reportArrangement({
    name: raw.name,
    report,
    arrangement,
    orderBy,
    activity: activityCode,
    activities: names,
    time: eventTime,
    ...(begin ? { begin } : {}),
    ...(tieKey ? { ties: tieKey } : {}),
    tieWords: ties.words,
  });
  const { offsets, caseIds, order } = arrangement;
  const rows = pick(usable, pick(kept, order));

  const columns: EventLogColumns = {
    offsets,
    caseIds,
    activity: pick(activityCode, order),
    activities: names,
    time: pickTimes(eventTime, order),
    rows,
    ...(start ? { start: pickTimes(start, order) } : {}),
    ...(start && paired ? { startRows: pickRows(usable, pick(paired.startRows, order)) } : {}),
    ...resourcesOf(resources, rows),
  };
  return new EventLog(columns, {
    name: raw.name,
    events: raw.events,
    ...(raw.traces ? { traces: raw.traces } : {}),
    ...(raw.untimed ? { untimed: raw.untimed } : {}),
    mapping,
    ...(begin ? { orderBy } : {}),
    ...(paired?.partOf ? { partOf: partsOfRows(raw.events.rows, usable, paired.partOf) } : {}),
    findings: report.findings,
    database,
  });
}

function checkChoice(option: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return;
  throw new OptionError(`Expected ${option} to be one of ${choices.join(", ")} but found ${JSON.stringify(value)}.`);
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
      : !raw.untimed && Number.isNaN(endOrStart(time.values[row]!, start?.values[row]))
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

/** Milliseconds of the start of each event, NaN where there is none; undefined where no event has one. */
function startsOfPairs(paired: PairedRows | undefined, timeOf: Float64Array): Float64Array | undefined {
  if (!paired || paired.startRows.every((index) => index < 0)) return undefined;
  return Float64Array.from(paired.startRows, (index) => index < 0 ? NaN : timeOf[index]!);
}

/** From indices into the usable rows to rows of the source. */
function partsOfRows(rows: number, usable: Int32Array, partOf: Int32Array): Int32Array {
  const parts = new Int32Array(rows).fill(-1);
  partOf.forEach((whole, i) => {
    if (whole >= 0) parts[usable[i]!] = usable[whole]!;
  });
  return parts;
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

/** As `pick`, where -1 stays -1. */
function pickRows(values: Int32Array, at: Int32Array): Int32Array {
  return at.map((index) => index < 0 ? -1 : values[index]!);
}

function pickTimes(values: Float64Array, at: Int32Array): Float64Array {
  const picked = new Float64Array(at.length);
  for (let i = 0; i < at.length; i++) picked[i] = values[at[i]!]!;
  return picked;
}
