/** What gets stuck, where, since when, and how unusual that is. */
import { formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { formatShareInterval } from "../../base/estimates_in_words.ts";
import { inWords } from "../../base/inspect.ts";
import { type Estimate, shareInterval } from "../../base/statistics/proportions.ts";
import { openShareAt } from "../../base/statistics/survival.ts";
import { median } from "../../base/statistics/summary.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import { caseSpans } from "../../log/events/case_spans.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { type CaseStateOptions, type CaseStates, caseStates, FINISHED, STUCK } from "./case_states.ts";

/** A step at which cases are stuck. */
export interface StuckRow {
  /** The last activity of these cases. */
  readonly activity: string;
  readonly cases: number;
  /** Of all cases with this activity, the share that is stuck at it, with its interval. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Median time since the cases began. */
  readonly medianAgeSeconds: number;
  /** Median time since their last event. */
  readonly medianSilentSeconds: number;
  /** When the first of them fell silent. */
  readonly since: Date;
  /** The share of finished cases that took less time than the median age; NaN where none is finished. */
  readonly olderThan: number;
}

export interface StuckReport {
  readonly sentence: string;
  readonly cases: number;
  readonly finished: number;
  readonly running: number;
  readonly stuck: number;
  /** The share of cases that are stuck, with its interval. */
  readonly share: Estimate;
  readonly criterion: string;
  /** Most cases first. */
  readonly steps: TypedTable<StuckRow>;
  readonly states: CaseStates;
}

const COLUMNS = [
  ...["activity", "cases", "share", "low", "high", "medianAgeSeconds", "medianSilentSeconds", "since", "olderThan"],
];

/**
 * Counts cases that never reach an end, by the step at which they are.
 *
 * @throws InputError if the log has no times; OptionError for an activity in `ends` that it does not have.
 * @example
 * ```ts
 * import { readLog, stuckCases } from "tracebook";
 * stuckCases(await readLog("data/order-to-cash.csv")).steps.print();
 * ```
 */
export function stuckCases(log: EventLog, options: CaseStateOptions = {}): StuckReport {
  const states = caseStates(log, options);
  const { begun, ended } = caseSpans(log);
  const finishedSeconds = Float64Array.from(
    Array.from(log.caseIds, (_, c) => c).filter((c) => states.state[c] === FINISHED),
    (c) => (ended[c]! - begun[c]!) / 1000,
  ).sort();
  const at = new Map<number, number[]>();
  for (let c = 0; c < log.cases; c++) {
    if (states.state[c] !== STUCK) continue;
    const last = log.activity[log.offsets[c + 1]! - 1]!;
    const own = at.get(last);
    if (own) own.push(c);
    else at.set(last, [c]);
  }
  const casesWith = countCasesWith(log);
  const rows = [...at].map(([activity, cases]): StuckRow => {
    const { value: share, low, high } = shareInterval(cases.length, casesWith[activity]!);
    const medianAgeSeconds = median(Float64Array.from(cases, (c) => (states.until - begun[c]!) / 1000));
    return {
      activity: log.activities[activity]!,
      cases: cases.length,
      ...{ share, low, high, medianAgeSeconds },
      medianSilentSeconds: median(Float64Array.from(cases, (c) => states.silentSeconds[c]!)),
      since: new Date(cases.reduce((first, c) => Math.min(first, log.time[log.offsets[c + 1]! - 1]!), Infinity)),
      olderThan: finishedSeconds.length === 0 ? NaN : 1 - openShareAt(finishedSeconds, [], medianAgeSeconds),
    };
  }).sort((a, b) => b.cases - a.cases || (a.activity < b.activity ? -1 : 1));
  const { finished, running, stuck, criterion } = states;
  const share = shareInterval(stuck, log.cases);
  const sentence = sentenceOf(log.cases, { finished, running, stuck, share, rows, criterion });
  return inWords({
    sentence,
    cases: log.cases,
    ...{ finished, running, stuck, share, criterion, states },
    steps: tableOfRows(rows, COLUMNS),
    toString: () => sentence,
  });
}

function sentenceOf(
  cases: number,
  { finished, running, stuck, share, rows, criterion }: {
    readonly finished: number;
    readonly running: number;
    readonly stuck: number;
    readonly share: Estimate;
    readonly rows: readonly StuckRow[];
    readonly criterion: string;
  },
): string {
  if (cases === 0) return "The log has no cases.";
  const open = `${formatCount(running)} still run`;
  if (stuck === 0) {
    return `No case is stuck: ${formatCount(finished)} of ${formatCount(cases)} are finished, ${open}. ${criterion}`;
  }
  const [top] = rows;
  const where = top!.cases === stuck
    ? `all of them at ${top!.activity}`
    : `${formatShare(top!.cases / stuck)} of them at ${top!.activity}`;
  return `${formatShareInterval(share)} of cases are stuck (${formatCount(stuck)} of ${
    formatCount(cases)
  }), ${where}, silent there for ${formatDuration(top!.medianSilentSeconds)} in the median; ${open}. ${criterion}`;
}

function countCasesWith({ activities, activity, offsets, cases }: EventLog): Int32Array {
  const count = new Int32Array(activities.length), seen = new Int32Array(activities.length).fill(-1);
  for (let c = 0; c < cases; c++) {
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      if (seen[activity[i]!] === c) continue;
      seen[activity[i]!] = c;
      count[activity[i]!]!++;
    }
  }
  return count;
}
