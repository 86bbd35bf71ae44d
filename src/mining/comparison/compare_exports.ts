/** What is different in this export from the last one, before anybody reads a number off it. */
import { type Column, columnNamed } from "../../base/column.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { caseDurations } from "../performance/throughput.ts";
import { median } from "../../base/statistics/summary.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { formatCount } from "../../base/format.ts";
import { firstNames } from "../../base/lists.ts";

/** One thing that differs. The share of what it concerns tells how much it weighs. */
export interface ExportChange {
  readonly topic: "volume" | "time range" | "activities" | "columns" | "values";
  /** A sentence. */
  readonly note: string;
  /** Something that is rarely meant: data may be missing, or recorded in another way. */
  readonly suspicious: boolean;
}

/** Figures of one export. */
export interface ExportFigures {
  readonly name: string;
  readonly cases: number;
  readonly events: number;
  readonly activities: number;
  /** First and last event, milliseconds UTC; NaN for a log without events. */
  readonly first: number;
  readonly last: number;
  /** Events for each day of that range. */
  readonly eventsPerDay: number;
  readonly eventsPerCase: number;
  /** Of the throughput times of all cases. */
  readonly medianSeconds: number;
}

export interface ExportComparison {
  readonly previous: ExportFigures;
  readonly current: ExportFigures;
  /** Cases that both hold, by their ids. */
  readonly sharedCases: number;
  /** By topic, in the order of the file and of names. */
  readonly changes: readonly ExportChange[];
}

export interface CompareExportsOptions {
  /** From which factor on a change of volume is told: 1.5 is half as much again, or a third less. @default 1.5 */
  readonly factor?: number;
  /** By how much the share of cases with an activity has to move to be told. @default 0.1 */
  readonly share?: number;
  /** Columns of more different values than this are not searched for unseen ones. @default 200 */
  readonly mostValues?: number;
}

/**
 * Compares an export with the last one: volume, time range, activities, columns, and values not seen before.
 *
 * It tells what an analyst should know before comparing results; it tests nothing statistically.
 *
 * @example
 * ```ts
 * import { compareExports, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * compareExports(log, log).changes.length; // 0
 * ```
 */
export function compareExports(
  previous: EventLog,
  current: EventLog,
  options: CompareExportsOptions = {},
): ExportComparison {
  requireEventLog(previous);
  requireEventLog(current);
  const before = figuresOf(previous), now = figuresOf(current);
  const known = new Set(previous.caseIds);
  let sharedCases = 0;
  for (const id of current.caseIds) if (known.has(id)) sharedCases++;
  return {
    previous: before,
    current: now,
    sharedCases,
    changes: [
      ...volumeChanges(before, now, options.factor ?? 1.5),
      ...rangeChanges(before, now, previous),
      ...activityChanges(previous, current, options.share ?? 0.1),
      ...columnChanges(previous, current, options.mostValues ?? 200),
    ],
  };
}

const DAY = 86_400_000;

function figuresOf(log: EventLog): ExportFigures {
  let first = Infinity, last = -Infinity;
  for (let i = 0; i < log.events; i++) {
    if (log.time[i]! < first) first = log.time[i]!;
    if (log.time[i]! > last) last = log.time[i]!;
  }
  return {
    name: log.name,
    cases: log.cases,
    events: log.events,
    activities: log.activities.length,
    first: log.events ? first : NaN,
    last: log.events ? last : NaN,
    eventsPerDay: log.events ? log.events / Math.max(1, (last - first) / DAY) : 0,
    eventsPerCase: log.cases ? log.events / log.cases : NaN,
    medianSeconds: median(caseDurations(log)),
  };
}

function* volumeChanges(before: ExportFigures, now: ExportFigures, factor: number): Generator<ExportChange> {
  for (
    const [key, words] of [
      ["cases", "cases"],
      ["eventsPerDay", "events a day"],
      ["eventsPerCase", "events a case"],
    ] as const
  ) {
    const ratio = now[key] / before[key];
    if (!(ratio >= factor || ratio <= 1 / factor)) continue;
    const note = `${numberWords(now[key])} ${words} where there were ${numberWords(before[key])}: ${
      timesWords(ratio)
    }.`;
    yield { topic: "volume", note, suspicious: key !== "cases" };
  }
}

function* rangeChanges(before: ExportFigures, now: ExportFigures, previous: EventLog): Generator<ExportChange> {
  const change = (note: string, suspicious: boolean): ExportChange => ({ topic: "time range", note, suspicious });
  if (now.last < before.last) {
    yield change(`It ends on ${day(now.last)}, before the last one, which ends on ${day(before.last)}.`, true);
  }
  // Weekends and holidays are silent, too: a gap has to be longer than any that the last export has within.
  const gap = Math.floor(now.first / DAY) - Math.floor(before.last / DAY);
  if (gap > longestStep(previous)) {
    yield change(
      `Nothing is known of ${gap - 1} days between the exports, from ${day(before.last)} to ${day(now.first)}.`,
      true,
    );
  }
  const lengths = [before, now].map(({ first, last }) => Math.max(1, Math.round((last - first) / DAY)));
  const ratio = lengths[1]! / lengths[0]!;
  if (ratio >= 1.5 || ratio <= 1 / 1.5) {
    yield change(`It covers ${lengths[1]} days where the last one covers ${lengths[0]}.`, false);
  }
}

/** Most days from one day with events to the next; 1 at least. */
function longestStep({ time }: EventLog): number {
  const days = new Set<number>();
  for (let i = 0; i < time.length; i++) days.add(Math.floor(time[i]! / DAY));
  const sorted = [...days].sort((a, b) => a - b);
  return sorted.reduce((longest, day, i) => i === 0 ? longest : Math.max(longest, day - sorted[i - 1]!), 1);
}

function* activityChanges(previous: EventLog, current: EventLog, least: number): Generator<ExportChange> {
  const before = casesWith(previous), now = casesWith(current);
  const change = (note: string, suspicious: boolean): ExportChange => ({ topic: "activities", note, suspicious });
  for (const [activity, cases] of now) {
    if (!before.has(activity)) yield change(`"${activity}" is new, in ${share(cases, current)} of the cases.`, false);
  }
  for (const [activity, cases] of before) {
    if (!now.has(activity)) {
      yield change(`"${activity}" is gone; it was in ${share(cases, previous)} of the cases.`, true);
    }
  }
  for (const [activity, cases] of now) {
    const old = before.get(activity);
    if (old === undefined || Math.abs(cases / current.cases - old / previous.cases) < least) continue;
    yield change(
      `"${activity}" is in ${share(cases, current)} of the cases where it was in ${share(old, previous)}.`,
      false,
    );
  }
}

/** Number of cases with each activity, in the order of names. */
function casesWith(log: EventLog): Map<string, number> {
  const counts = new Float64Array(log.activities.length);
  const seen = new Int32Array(log.activities.length).fill(-1);
  for (let c = 0; c < log.cases; c++) {
    for (let i = log.offsets[c]!; i < log.offsets[c + 1]!; i++) {
      const a = log.activity[i]!;
      if (seen[a] === c) continue;
      seen[a] = c;
      counts[a]!++;
    }
  }
  return new Map([...log.activities.entries()].flatMap(([a, name]) => counts[a]! > 0 ? [[name, counts[a]!]] : []));
}

function* columnChanges(previous: EventLog, current: EventLog, mostValues: number): Generator<ExportChange> {
  const before = columnsOf(previous), now = columnsOf(current);
  const change = (note: string, suspicious: boolean): ExportChange => ({ topic: "columns", note, suspicious });
  for (const name of now.keys()) if (!before.has(name)) yield change(`Column "${name}" is new.`, false);
  for (const [name, old] of before) {
    const column = now.get(name);
    if (!column) {
      yield change(`Column "${name}" is gone.`, true);
      continue;
    }
    if (column.kind !== old.kind) {
      yield change(`Column "${name}" holds ${KINDS[column.kind]} where it held ${KINDS[old.kind]}.`, true);
    }
    const [wasMissing, isMissing] = [missingShare(old), missingShare(column)];
    if (Math.abs(isMissing - wasMissing) >= 0.1) {
      yield change(
        `Column "${name}" is empty in ${percent(isMissing)} of the events where it was in ${percent(wasMissing)}.`,
        isMissing > wasMissing,
      );
    }
    if (column.kind === "text" && old.kind === "text") yield* unseenValues(name, old, column, mostValues);
  }
}

function* unseenValues(
  name: string,
  old: Column & { kind: "text" },
  column: Column & { kind: "text" },
  mostValues: number,
): Generator<ExportChange> {
  const known = countValues(old);
  if (known.size > mostValues) return;
  const unseen = [...countValues(column)].filter(([value]) => !known.has(value))
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  if (unseen.length === 0) return;
  const shown = firstNames(unseen.map(([value, count]) => `${JSON.stringify(value)} (${formatCount(count)})`), 5);
  const words = unseen.length === 1 ? "a value" : `${unseen.length} values`;
  yield {
    topic: "values",
    note: `Column "${name}" has ${words} not seen before (events): ${shown}.`,
    suspicious: false,
  };
}

function countValues({ codes, dictionary }: Column & { kind: "text" }): Map<string, number> {
  const counts = new Float64Array(dictionary.length);
  for (const code of codes) if (code >= 0) counts[code]!++;
  return new Map([...counts.entries()].flatMap(([code, n]) => n > 0 ? [[dictionary[code]!, n]] : []));
}

/** All columns but those of the case, the activity and the times, which are compared otherwise; the resource by its role. */
function columnsOf(log: EventLog): Map<string, Column> {
  const columns = new Map<string, Column>();
  const { resource } = log.source.mapping;
  const mapped = resource === undefined ? undefined : columnNamed(log.source.events, resource);
  if (mapped) columns.set(mapped.name, log.attribute(mapped.name)!);
  for (const name of log.attributes) columns.set(name, log.attribute(name)!);
  return columns;
}

function missingShare(column: Column): number {
  const n = column.kind === "text" ? column.codes.length : column.values.length;
  let missing = 0;
  for (let i = 0; i < n; i++) {
    const value = column.kind === "text" ? column.codes[i]! : column.values[i]!;
    if (Number.isNaN(value) || (value < 0 && (column.kind === "text" || column.kind === "boolean"))) missing++;
  }
  return n === 0 ? 0 : missing / n;
}

const KINDS: Record<Column["kind"], string> = {
  text: "text",
  number: "numbers",
  time: "times",
  boolean: "truth values",
};

function day(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function numberWords(value: number): string {
  return formatCount(value, value < 100 ? 1 : 0);
}

function timesWords(ratio: number): string {
  return ratio >= 1 ? `${ratio.toFixed(1)} times as many` : `${percent(1 - ratio)} fewer`;
}

function share(cases: number, log: EventLog): string {
  return percent(cases / log.cases);
}

/** Never 0 % or 100 % where it is not. */
function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return "under 1 %";
  if (whole === 100 && share < 1) return "over 99 %";
  return `${whole} %`;
}
