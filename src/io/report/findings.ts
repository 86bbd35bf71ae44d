/** Findings that need the cases of a log: duplicates, impossible times, order, single events, similar case ids. */
import { goOn } from "../../base/stop.ts";
import type { Column } from "../../base/column.ts";
import type { RawLog } from "../raw_log.ts";
import { reportDamagedIds } from "./id_findings.ts";

/** Events that will make up the log, in the order of the file. */
export interface CaseRows {
  /** Code of each event's case in `caseNames`. */
  readonly caseCode: Int32Array;
  readonly caseNames: readonly string[];
  /** Milliseconds UTC of each event. */
  readonly time: Float64Array;
  /** What events are sorted by. @default time */
  readonly sortedBy?: Float64Array;
  /** Row of `raw.events` of each event. */
  readonly rows: Int32Array;
  readonly raw: RawLog;
}

/**
 * Adds to the report: exact duplicates, impossible times, events out of order, cases with one event, case ids
 * that a spreadsheet damaged, similar case ids.
 *
 * Nothing is left out or changed by it. Cost: linear in the cells.
 */
export function reportCases(events: CaseRows): void {
  if (!events.raw.untimed) {
    // Without times, the same activity again is no copy of the first.
    reportDuplicates(events);
    reportImpossibleTimes(events);
    reportOrder(events);
  }
  reportSingleEvents(events);
  reportDamagedIds(events.caseNames, events.raw.name, events.raw.report);
  reportSimilarIds(events);
}

function place({ raw }: CaseRows, row: number): string {
  return `${raw.name}, ${rowName(raw, row)}`;
}

function rowName(raw: RawLog, row: number): string {
  return raw.lineOf ? `line ${raw.lineOf(row)}` : `row ${row + 1}`;
}

/** Rows that equal an earlier one in every column, and belong to the same trace where the file has traces. */
function reportDuplicates(events: CaseRows): void {
  const { raw, rows } = events;
  const { columns } = raw.events;
  if (columns.some((column) => column.kind === "text" && column.dictionary.length === raw.events.rows)) return;
  const traceOf = raw.traces?.of;
  const hashes = new Int32Array(rows.length);
  if (traceOf) { for (let i = 0; i < rows.length; i++) hashes[i] = traceOf[rows[i]!]!; }
  for (const column of columns) mixIn(hashes, column, rows);

  const equal = columns.map(equality);
  let size = 64;
  while (size < rows.length * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  let count = 0, first = -1, repeated = -1;
  for (let i = 0; i < rows.length; i++) {
    if (i % 65536 === 0) goOn();
    const hash = hashes[i]!;
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    for (; slots[slot]! >= 0; slot = (slot + 1) & (size - 1)) {
      const other = slots[slot]!;
      if (hashes[other] !== hash) continue;
      const a = rows[other]!, b = rows[i]!;
      if (traceOf && traceOf[a] !== traceOf[b]) continue;
      if (!equal.every((same) => same(a, b))) continue;
      if (count++ === 0) first = a, repeated = b;
      break;
    }
    if (slots[slot]! < 0) slots[slot] = i;
  }
  raw.report.add(
    "exact duplicate",
    () => `${place(events, repeated)} equals ${rowName(raw, first)} in every column; both are kept`,
    count,
  );
}

function mixIn(hashes: Int32Array, column: Column, rows: Int32Array): void {
  goOn();
  const n = rows.length;
  if (column.kind === "text" || column.kind === "boolean") {
    const codes = column.kind === "text" ? column.codes : column.values;
    for (let i = 0; i < n; i++) hashes[i] = mixed(hashes[i]!, codes[rows[i]!]!);
    return;
  }
  const { values } = column;
  const halves = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  for (let i = 0; i < n; i++) hashes[i] = mixed(mixed(hashes[i]!, halves[2 * rows[i]!]!), halves[2 * rows[i]! + 1]!);
}

function mixed(hash: number, value: number): number {
  const h = Math.imul(hash ^ value, 0x9e3779b1);
  return h ^ (h >>> 15);
}

function equality(column: Column): (a: number, b: number) => boolean {
  if (column.kind === "text") return (a, b) => column.codes[a] === column.codes[b];
  return (a, b) => Object.is(column.values[a], column.values[b]);
}

/** Nothing that mines events was recorded before; 1900-01-01 and 1970-01-01 stand for "no time" in many systems. */
const EARLIEST = Date.UTC(1971, 0, 1);
/** 9999-12-31 and its like stand for "not yet". The bound is fixed, so that a log reads the same on every day. */
const LATEST = Date.UTC(2100, 0, 1);

function reportImpossibleTimes(events: CaseRows): void {
  const { time, rows, raw } = events;
  let count = 0, first = -1;
  for (let i = 0; i < time.length; i++) {
    if (time[i]! >= EARLIEST && time[i]! < LATEST) continue;
    if (count++ === 0) first = i;
  }
  raw.report.add(
    "impossible time",
    () => `${place(events, rows[first]!)}: ${isoTime(time[first]!)} is before 1971 or after 2099; the event is kept`,
    count,
  );
}

function isoTime(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? String(ms) : date.toISOString();
}

function reportOrder(events: CaseRows): void {
  const { caseCode, caseNames, rows, raw } = events;
  const time = events.sortedBy ?? events.time;
  const latest = new Float64Array(caseNames.length).fill(-Infinity);
  let count = 0, first = -1, before = 0;
  for (let i = 0; i < time.length; i++) {
    const c = caseCode[i]!;
    if (time[i]! >= latest[c]!) latest[c] = time[i]!;
    else if (count++ === 0) first = i, before = latest[c]!;
  }
  raw.report.add("event out of order", () => {
    const id = JSON.stringify(caseNames[caseCode[first]!]);
    return `${place(events, rows[first]!)}: ${isoTime(time[first]!)} follows ${
      isoTime(before)
    } of the same case ${id}; ` +
      `events are sorted by time`;
  }, count);
}

function reportSingleEvents({ caseCode, caseNames, rows, raw }: CaseRows): void {
  const sizes = new Int32Array(caseNames.length);
  for (let i = 0; i < caseCode.length; i++) sizes[caseCode[i]!]!++;
  let count = 0;
  for (let c = 0; c < sizes.length; c++) if (sizes[c] === 1) count++;
  raw.report.add("case with one event", () => {
    const i = caseCode.findIndex((c) => sizes[c] === 1);
    return `${raw.name}, ${rowName(raw, rows[i]!)}: case ${JSON.stringify(caseNames[caseCode[i]!])} has one event`;
  }, count);
}

/** Ids that are the same but for upper and lower case, spaces, or how a character is composed. */
function reportSimilarIds({ caseNames, raw }: CaseRows): void {
  const { count, example: [a, b] } = similarNames(caseNames);
  raw.report.add(
    "similar case ids",
    () => `${raw.name}: ${a} and ${b} differ only in case or spaces; they are kept as two cases`,
    count,
  );
}

/** Activities that are the same but for upper and lower case, spaces, or how a character is composed. */
export function reportSimilarActivities(activities: readonly string[], raw: RawLog): void {
  const { count, example: [a, b] } = similarNames(activities);
  raw.report.add(
    "similar activities",
    () =>
      `${raw.name}: ${a} and ${b} differ only in case, spaces or how a letter is composed; ` +
      `they are kept as two activities`,
    count,
  );
}

/** How many names are like an earlier one, and the first such pair, quoted so that it can be told apart. */
function similarNames(names: readonly string[]): { count: number; example: [string, string] } {
  const first = new Map<string, number>();
  let count = 0, example: [number, number] = [0, 0];
  for (let c = 0; c < names.length; c++) {
    const plain = simplified(names[c]!);
    const known = first.get(plain);
    if (known === undefined) first.set(plain, c);
    else if (count++ === 0) example = [known, c];
  }
  const [a, b] = example.map((c) => names[c] ?? "") as [string, string];
  return { count, example: [quotedApart(a, b), quotedApart(b, a)] };
}

/** A name in quotes; characters that look like those of the other name are written by their number. */
function quotedApart(name: string, other: string): string {
  if (name === other || name.normalize("NFC") !== other.normalize("NFC")) {
    return JSON.stringify(name).replace(/[^\S ]|\p{Cf}/gu, escaped);
  }
  return JSON.stringify(name).replace(/\p{M}|[^\x20-\x7e]/gu, escaped);
}

function escaped(character: string): string {
  return `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`;
}

function simplified(id: string): string {
  let large = false;
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    if (code <= 0x20 || code >= 0x7f) {
      return id.normalize("NFKC").replace(/\p{Cf}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
    }
    large ||= code >= 0x41 && code <= 0x5a;
  }
  return large ? id.toLowerCase() : id;
}
