/**
 * Start and complete rows of the lifecycle extension (IEEE 1849, `lifecycle:transition`) become intervals.
 */
import type { Column, TextColumn } from "../../base/column.ts";
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
  /** `lifecycle:transition`; upper and lower case are one. */
  readonly transition: TextColumn;
  /** `concept:instance`: tells apart work on the same activity that overlaps. */
  readonly instance?: Column;
  /** Milliseconds, NaN where unknown. */
  readonly time: Float64Array;
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
}

/**
 * Says which rows are events, and which of them begin with an earlier row.
 *
 * A complete ends the oldest start (by time, then file order) of its case and activity that is still open. Where both
 * rows have a `concept:instance`, it must be the same. A start without a complete and a complete without a start stay
 * events of their own, and the report counts them. Rows without case, activity or time are not paired.
 * A log without any start is left as it is. Other transitions than start and complete are attributes like any other.
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
  const rows = new Int32Array(kind.length).map((_, row) => row).filter((row) => paired[row] === 0);
  return { rows, startRows: rows.map((row) => startOf[row]!) };
}

const OTHER = 0, START = 1, COMPLETE = 2;

function allRows(count: number): PairedRows {
  return { rows: new Int32Array(count).map((_, row) => row), startRows: new Int32Array(count).fill(-1) };
}

function kindOfRows(transition: TextColumn): Uint8Array {
  const kindOfCode = transition.dictionary.map((text) => {
    const value = text.trim().toLowerCase();
    return value === "start" ? START : value === "complete" ? COMPLETE : OTHER;
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
    const found = value === undefined ? "has no lifecycle:transition" : `has lifecycle:transition "${value}"`;
    return `${place(left, lineOf)} ${found}; only completed events were asked for`;
  }, kind.length - rows.length);
  return { rows, startRows: new Int32Array(rows.length).fill(-1) };
}

/** The rows of each case by time, ties in file order; without the rows that cannot be paired. */
function* rowsOfCases({ caseCode, activity, time }: LifecycleRows): Generator<Int32Array> {
  const cases = caseCode.reduce((most, code) => Math.max(most, code), -1) + 1;
  const fits = (row: number) => caseCode[row]! >= 0 && activity[row]! >= 0 && !Number.isNaN(time[row]!);
  const ends = new Int32Array(cases + 1);
  for (let row = 0; row < caseCode.length; row++) if (fits(row)) ends[caseCode[row]! + 1]!++;
  for (let c = 0; c < cases; c++) ends[c + 1]! += ends[c]!;
  const grouped = new Int32Array(ends[cases]!);
  const next = ends.slice();
  for (let row = 0; row < caseCode.length; row++) if (fits(row)) grouped[next[caseCode[row]!]!++] = row;
  for (let c = 0; c < cases; c++) {
    const rows = grouped.subarray(ends[c]!, ends[c + 1]!);
    if (rows.some((row, i) => i > 0 && time[row]! < time[rows[i - 1]!]!)) {
      rows.sort((a, b) => time[a]! - time[b]! || a - b);
    }
    yield rows;
  }
}

/** Starts of one case that nothing has ended yet: queues by activity, and by activity and instance. */
class OpenStarts {
  readonly #activity: Int32Array;
  readonly #instance: Int32Array | undefined;
  readonly #queues = new Map<number, { rows: number[]; head: number }>();
  readonly #closed: Uint8Array;
  readonly #instances: number;

  constructor({ activity, instance }: LifecycleRows) {
    this.#activity = activity;
    const codes = instance && codesOf(instance);
    this.#instance = codes?.codes;
    this.#instances = codes?.count ?? 0;
    this.#closed = new Uint8Array(activity.length);
  }

  clear(): void {
    this.#queues.clear();
  }

  open(row: number): void {
    this.#push(this.#key(row, ANY), row);
    if (this.#instance) this.#push(this.#key(row, this.#instance[row]!), row);
  }

  /** Takes out the start that this complete ends; -1 if there is none. */
  close(row: number): number {
    const instance = this.#instance ? this.#instance[row]! : NONE;
    if (instance === NONE) return this.#take(this.#key(row, ANY));
    const same = this.#take(this.#key(row, instance));
    return same >= 0 ? same : this.#take(this.#key(row, NONE));
  }

  #key(row: number, instance: number): number {
    return this.#activity[row]! * (this.#instances + 2) + instance + 2;
  }

  #push(key: number, row: number): void {
    const queue = this.#queues.get(key);
    if (queue) queue.rows.push(row);
    else this.#queues.set(key, { rows: [row], head: 0 });
  }

  #take(key: number): number {
    const queue = this.#queues.get(key);
    if (!queue) return -1;
    // Each start stands in two queues. One that was taken from the other queue is passed over here.
    while (queue.head < queue.rows.length) {
      const row = queue.rows[queue.head++]!;
      if (this.#closed[row] === 1) continue;
      this.#closed[row] = 1;
      return row;
    }
    return -1;
  }
}

/** In place of an instance's code: every start of the activity; those without an instance. */
const ANY = -2, NONE = -1;

function codesOf(column: Column): { codes: Int32Array; count: number } {
  if (column.kind === "text") return { codes: column.codes, count: column.dictionary.length };
  if (column.kind === "boolean") return { codes: Int32Array.from(column.values), count: 2 };
  const codeOf = new Map<number, number>();
  const codes = new Int32Array(column.values.length);
  for (let row = 0; row < codes.length; row++) {
    const value = column.values[row]!;
    let code = Number.isNaN(value) ? NONE : codeOf.get(value);
    if (code === undefined) codeOf.set(value, code = codeOf.size);
    codes[row] = code;
  }
  return { codes, count: codeOf.size };
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
