/**
 * How many cases begin, end and are in progress over time, and whether these figures agree.
 *
 * Little, "A proof for the queuing formula L = λW", Operations Research 9, 1961; for finite spans Little, "Little's law as
 * viewed on its 50th anniversary", Operations Research 59, 2011, section 4.
 */
import { InputError, OptionError } from "../../base/errors.ts";
import { formatCount, formatDate, formatDuration } from "../../base/format.ts";
import { inWords } from "../../base/inspect.ts";
import { median } from "../../base/statistics/summary.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import { caseSpans } from "../../log/events/case_spans.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { firstAfter } from "./case_order.ts";
import { type CaseStateOptions, caseStates, FINISHED } from "../outcomes/case_states.ts";

export type Period = "hour" | "day" | "week" | "month";

export interface WorkInProgressOptions extends CaseStateOptions {
  /** Length of the periods, in UTC; weeks begin on Monday. Without it the shortest of which there are at most 200. */
  every?: Period;
}

/** What happened in a period. */
export interface ProgressRow {
  readonly begin: Date;
  readonly arrivals: number;
  /** Cases that finished. */
  readonly completions: number;
  /** Mean number of cases in progress over the period. */
  readonly inProgress: number;
  /** Median time of the cases that finished in it, in seconds; NaN where none did. */
  readonly medianSeconds: number;
}

export interface WorkInProgress {
  readonly sentence: string;
  readonly every: Period;
  /** In order, without gaps; the first and the last may be cut by the ends of the log. */
  readonly periods: TypedTable<ProgressRow>;
  /** Little's law over the whole span. */
  readonly little: {
    /** Mean number of cases in progress. */
    readonly inProgress: number;
    readonly arrivalsADay: number;
    /** Mean time of finished cases, in seconds. */
    readonly meanSeconds: number;
    /**
     * Cases in progress over arrivals × mean time: 1 where the process is in balance; more where cases pile up that have
     * not finished, less where it is emptied.
     */
    readonly ratio: number;
  };
}

const LENGTHS: Readonly<Record<Period, number>> = { hour: 1 / 24, day: 1, week: 7, month: 30 };
const MOST_PERIODS = 200;
const DAY = 86_400_000;

/**
 * Arrivals, completions and work in progress by period.
 *
 * A case is in progress from its first event until its last if it is finished, else until the log ends.
 *
 * @throws InputError if the log has no cases or no times.
 * @example
 * ```ts
 * import { readLog, workInProgress } from "tracebook";
 * workInProgress(await readLog("data/order-to-cash.csv"), { every: "week" }).periods.print();
 * ```
 */
export function workInProgress(log: EventLog, options: WorkInProgressOptions = {}): WorkInProgress {
  const { every: given, ...stateOptions } = options;
  if (given !== undefined && !(given in LENGTHS)) {
    throw new OptionError(`every: expected ${Object.keys(LENGTHS).join(", ")} but found ${JSON.stringify(given)}.`);
  }
  const states = caseStates(log, stateOptions);
  if (log.cases === 0) throw new InputError(`${log.name}: expected cases but found none: nothing is in progress.`);
  const { begun, ended } = caseSpans(log);
  const first = begun.reduce((a, b) => Math.min(a, b)), last = states.until;
  const days = (last - first) / DAY;
  const every = given ??
    (Object.keys(LENGTHS) as Period[]).find((period) => days / LENGTHS[period] <= MOST_PERIODS) ?? "month";
  const begins = periodsFrom(first, last, every);
  const at = (time: number) => firstAfter(begins, time) - 1;

  const n = begins.length - 1;
  const arrivals = new Float64Array(n), completions = new Float64Array(n);
  const busy = new Float64Array(n), steps = new Float64Array(n + 1);
  const times: number[][] = Array.from({ length: n }, () => []);
  let total = 0, finishedTime = 0;
  for (let c = 0; c < log.cases; c++) {
    const from = begun[c]!, finished = states.state[c] === FINISHED, to = finished ? ended[c]! : last;
    const p = Math.min(at(from), n - 1), q = Math.min(at(to), n - 1);
    arrivals[p]!++;
    total += to - from;
    if (finished) {
      completions[q]!++;
      times[q]!.push((to - from) / 1000);
      finishedTime += to - from;
    }
    if (p === q) {
      busy[p]! += to - from;
      continue;
    }
    busy[p]! += begins[p + 1]! - from;
    busy[q]! += to - begins[q]!;
    steps[p + 1]!++;
    steps[q]!--;
  }
  let through = 0;
  const rows = Array.from({ length: n }, (_, p): ProgressRow => {
    through += steps[p]!;
    const begin = Math.max(first, begins[p]!), end = Math.min(last, begins[p + 1]!);
    const whole = through * (begins[p + 1]! - begins[p]!);
    return {
      begin: new Date(begins[p]!),
      arrivals: arrivals[p]!,
      completions: completions[p]!,
      inProgress: end > begin ? (busy[p]! + whole) / (end - begin) : through,
      medianSeconds: median(times[p]!),
    };
  });
  const inProgress = last > first ? total / (last - first) : log.cases;
  const arrivalsADay = days > 0 ? log.cases / days : NaN;
  const meanSeconds = states.finished > 0 ? finishedTime / states.finished / 1000 : NaN;
  const little = { inProgress, arrivalsADay, meanSeconds, ratio: inProgress / (arrivalsADay * meanSeconds / 86_400) };
  const sentence = sentenceOf(log, rows, little, every);
  return inWords({
    sentence,
    every,
    little,
    periods: tableOfRows(rows, ["begin", "arrivals", "completions", "inProgress", "medianSeconds"]),
    toString: () => sentence,
  });
}

/** The begins of all periods, and the end of the last. */
export function periodsFrom(first: number, last: number, every: Period): Float64Array {
  const date = new Date(first);
  const begins: number[] = [];
  if (every === "month") {
    let year = date.getUTCFullYear(), month = date.getUTCMonth();
    for (;;) {
      begins.push(Date.UTC(year, month));
      if (begins.at(-1)! > last) break;
      if (++month === 12) (month = 0, year++);
    }
    return Float64Array.from(begins);
  }
  const length = LENGTHS[every] * DAY;
  // 1970-01-01 was a Thursday: weeks begin four days later.
  const shift = every === "week" ? 4 * DAY : 0;
  for (let begin = Math.floor((first - shift) / length) * length + shift;; begin += length) {
    begins.push(begin);
    if (begin > last) return Float64Array.from(begins);
  }
}

function sentenceOf(
  log: EventLog,
  rows: readonly ProgressRow[],
  { inProgress, arrivalsADay, meanSeconds, ratio }: WorkInProgress["little"],
  every: Period,
): string {
  if (Number.isNaN(arrivalsADay)) {
    return `All events are at one time (${formatDate(log.time[0]!, "minute")}), so that no case is in ` +
      `progress for any while.`;
  }
  const peak = rows.reduce((most, row) => row.inProgress > most.inProgress ? row : most);
  const base = `On average ${formatCount(inProgress, 1)} cases are in progress, most in the ${every} of ${
    formatDate(peak.begin.getTime(), every === "hour" ? "minute" : "day")
  } (${formatCount(peak.inProgress, 1)}); ${formatCount(arrivalsADay, 1)} begin a day`;
  if (Number.isNaN(meanSeconds)) return `${base}, and none of ${formatCount(log.cases)} has finished.`;
  const balance = ratio > 1.1
    ? `fewer than are in progress: cases pile up or never end`
    : ratio < 0.9
    ? `more than are in progress: the log begins or ends with hardly any work`
    : `as many as are in progress: the process is in balance`;
  return `${base} and finished ones take ${formatDuration(meanSeconds)} on average, which makes ${
    formatCount(arrivalsADay * meanSeconds / 86_400, 1)
  } by Little's law, ${balance}.`;
}
