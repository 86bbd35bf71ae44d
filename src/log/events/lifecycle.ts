/**
 * Start and complete rows of the lifecycle extension (IEEE 1849, `lifecycle:transition`) become intervals.
 */
import type { Column, TextColumn } from "../../base/column.ts";
import { transitionNamed } from "../../io/mapping/lifecycle_words.ts";
import { codesOf, OpenStarts } from "./open_starts.ts";
import type { ReadingReport } from "../../io/report/reading_report.ts";

/**
 * What is made of the lifecycle.
 * - `pair`: a start and the complete that ends it are one event with a start time; other rows are events of their own.
 * - `all`: every row is an event.
 * - `complete`: only rows that complete are events.
 */
export type LifecycleMode = "pair" | "all" | "complete";

/** Rows in file order: every array has one entry a row. */
export interface LifecycleRows {
  /** Code of each row's case, -1 where unknown. */
  readonly caseCode: Int32Array;
  /** Code of each row's activity, -1 where unknown. */
  readonly activity: Int32Array;
  /** `lifecycle:transition`, or a column that holds the same in other words. */
  readonly transition: TextColumn;
  /** `concept:instance`: tells apart work on the same activity that overlaps. */
  readonly instance?: Column;
  /** Milliseconds, NaN where unknown. */
  readonly time: Float64Array;
  /** What decides between equal times, smaller numbers first. @default the order of the file */
  readonly ties?: Float64Array;
  readonly mode: LifecycleMode;
  readonly report: ReadingReport;
  /** Line of the file on which a row begins, for examples. */
  readonly lineOf?: (row: number) => number;
}

/** Events, in file order of the row that they are made of. */
export interface PairedRows {
  /** Row kept for each event: of an interval, the row of its complete. */
  readonly rows: Int32Array;
  /** Row of the start of each event, -1 where there is none. */
  readonly startRows: Int32Array;
  /** Of the mode `pair`, in a log that has starts: what became of the rows. */
  readonly counts?: PairingCounts;
  /** Rows that are part of the event of another row: that row, -1 for all others. Absent where there are none. */
  readonly partOf?: Int32Array;
}

/** Every row is one of these; all but `starts` paired and `parts` are events. */
export interface PairingCounts {
  /** Events made of a start and the completion that ends it: two rows each. */
  readonly pairs: number;
  /** Starts that nothing ended. */
  readonly openStarts: number;
  /** Completions that nothing started. */
  readonly bareCompletes: number;
  /** Rows of other transitions that are events of their own. */
  readonly others: number;
  /** Rows of other transitions that belong to an activity instance, and so to its event. */
  readonly parts: number;
}

/**
 * Says which rows are events, and which of them begin with an earlier row.
 *
 * A complete ends the oldest start (by time, then file order) of its case and activity that is still open. Where both
 * rows have a `concept:instance`, it must be the same. A start without a complete and a complete without a start stay
 * events of their own, and the report counts them. Rows without case, activity or time are not paired.
 * A log without any start is left as it is. Rows of other transitions than start and complete are events of their own,
 * unless instances name one start and one complete at most: then those of an instance are part of its event.
 *
 * Cost: linear in the rows, besides sorting cases whose rows are not in the order of time.
 */
export function pairLifecycle(log: LifecycleRows): PairedRows {
  if (log.mode === "all") return allRows(log.time.length);
  const kind = kindOfRows(log.transition);
  if (log.mode === "complete") return completeRows(log, kind);
  if (!kind.includes(START)) return allRows(kind.length);

  const startOf = new Int32Array(kind.length).fill(-1);
  const paired = new Uint8Array(kind.length);
  const pool = new OpenStarts(log);
  for (const rows of rowsOfCases(log)) {
    pool.clear();
    for (const row of rows) {
      if (kind[row] === START) pool.open(row);
      else if (kind[row] === COMPLETE) {
        const start = pool.close(row);
        if (start < 0) continue;
        startOf[row] = start;
        paired[start] = 1;
      }
    }
  }
  reportLoose(log, kind, startOf, paired);
  const partOf = partsOfInstances(log, kind, paired);
  const isEvent = (row: number) => paired[row] === 0 && !(partOf && partOf[row]! >= 0);
  const rows = new Int32Array(kind.length).map((_, row) => row).filter(isEvent);
  const startRows = rows.map((row) => startOf[row]!);
  return {
    rows,
    startRows,
    counts: countRows(kind, rows, startRows, partOf),
    ...(partOf ? { partOf } : {}),
  };
}

function countRows(
  kind: Uint8Array,
  rows: Int32Array,
  startRows: Int32Array,
  partOf: Int32Array | undefined,
): PairingCounts {
  let pairs = 0, openStarts = 0, bareCompletes = 0, others = 0, parts = 0;
  rows.forEach((row, i) => {
    if (startRows[i]! >= 0) pairs++;
    else if (kind[row] === START) openStarts++;
    else if (kind[row] === COMPLETE) bareCompletes++;
    else others++;
  });
  partOf?.forEach((whole) => parts += whole >= 0 ? 1 : 0);
  return { pairs, openStarts, bareCompletes, others, parts };
}

/**
 * For each row of another transition, the row of the event of its instance: its complete, or its start where nothing
 * ended it. Undefined where instances are no names of single activities, because two starts or two completes share one.
 */
function partsOfInstances(log: LifecycleRows, kind: Uint8Array, paired: Uint8Array): Int32Array | undefined {
  if (!log.instance || !kind.includes(OTHER)) return undefined;
  const { codes, count } = codesOf(log.instance);
  const start = new Int32Array(count).fill(-1), complete = new Int32Array(count).fill(-1);
  for (let row = 0; row < kind.length; row++) {
    const instance = codes[row]!;
    if (instance < 0 || kind[row] === OTHER) continue;
    const seen = kind[row] === START ? start : complete;
    if (seen[instance]! >= 0) return undefined;
    seen[instance] = row;
  }
  const partOf = new Int32Array(kind.length).fill(-1);
  let found = false;
  for (let row = 0; row < kind.length; row++) {
    const instance = codes[row]!;
    if (instance < 0 || kind[row] !== OTHER) continue;
    const whole = complete[instance]! >= 0 ? complete[instance]! : start[instance]!;
    if (whole < 0 || paired[whole] === 1) continue;
    if (log.caseCode[whole] !== log.caseCode[row] || log.activity[whole] !== log.activity[row]) continue;
    partOf[row] = whole;
    found = true;
  }
  return found ? partOf : undefined;
}

const OTHER = 0, START = 1, COMPLETE = 2;

function allRows(count: number): PairedRows {
  return { rows: new Int32Array(count).map((_, row) => row), startRows: new Int32Array(count).fill(-1) };
}

function kindOfRows(transition: TextColumn): Uint8Array {
  const kindOfCode = transition.dictionary.map((text) => {
    const named = transitionNamed(text);
    return named === "start" ? START : named === "complete" ? COMPLETE : OTHER;
  });
  const kind = new Uint8Array(transition.codes.length);
  for (let row = 0; row < kind.length; row++) kind[row] = kindOfCode[transition.codes[row]!] ?? OTHER;
  return kind;
}

function completeRows({ transition, report, lineOf }: LifecycleRows, kind: Uint8Array): PairedRows {
  const rows = new Int32Array(kind.length).map((_, row) => row).filter((row) => kind[row] === COMPLETE);
  const left = kind.findIndex((k) => k !== COMPLETE);
  report.add("row left out", () => {
    const value = transition.dictionary[transition.codes[left]!];
    const { name } = transition;
    const found = value === undefined ? `has no ${name}` : `has ${name} "${value}"`;
    return `${place(left, lineOf)} ${found}; only completed events were asked for`;
  }, kind.length - rows.length);
  return { rows, startRows: new Int32Array(rows.length).fill(-1) };
}

/** The rows of each case by time, ties as `ties` says, else in file order; without the rows that cannot be paired. */
function* rowsOfCases({ caseCode, activity, time, ties }: LifecycleRows): Generator<Int32Array> {
  const cases = caseCode.reduce((most, code) => Math.max(most, code), -1) + 1;
  const fits = (row: number) => caseCode[row]! >= 0 && activity[row]! >= 0 && !Number.isNaN(time[row]!);
  const ends = new Int32Array(cases + 1);
  for (let row = 0; row < caseCode.length; row++) if (fits(row)) ends[caseCode[row]! + 1]!++;
  for (let c = 0; c < cases; c++) ends[c + 1]! += ends[c]!;
  const grouped = new Int32Array(ends[cases]!);
  const next = ends.slice();
  for (let row = 0; row < caseCode.length; row++) if (fits(row)) grouped[next[caseCode[row]!]!++] = row;
  const compare = ties
    ? (a: number, b: number) => time[a]! - time[b]! || ties[a]! - ties[b]! || a - b
    : (a: number, b: number) => time[a]! - time[b]! || a - b;
  for (let c = 0; c < cases; c++) {
    const rows = grouped.subarray(ends[c]!, ends[c + 1]!);
    if (rows.some((row, i) => i > 0 && compare(rows[i - 1]!, row) > 0)) rows.sort(compare);
    yield rows;
  }
}

function reportLoose(
  { caseCode, activity, time, report, lineOf }: LifecycleRows,
  kind: Uint8Array,
  startOf: Int32Array,
  paired: Uint8Array,
): void {
  for (let row = 0; row < kind.length; row++) {
    if (caseCode[row]! < 0 || activity[row]! < 0 || Number.isNaN(time[row]!)) continue; // found missing by others
    if (kind[row] === START && paired[row] === 0) {
      report.add("start without complete", () => `${place(row, lineOf)} is a start that nothing completes: kept`);
    } else if (kind[row] === COMPLETE && startOf[row]! < 0) {
      report.add("complete without start", () => `${place(row, lineOf)} is a complete that nothing started: kept`);
    }
  }
}

function place(row: number, lineOf: ((row: number) => number) | undefined): string {
  return lineOf ? `line ${lineOf(row)}` : `event ${row + 1} of the file`;
}
