/** Steps that lead back to what was done already, and what they cost. */
import { formatShareInterval } from "../../base/estimates_in_words.ts";
import { countOf, formatCount, formatDuration } from "../../base/format.ts";
import { inWords } from "../../base/inspect.ts";
import { shareInterval } from "../../base/statistics/proportions.ts";
import { median } from "../../base/statistics/summary.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";

export interface LoopRow {
  /** The activity from which the case went back. */
  readonly from: string;
  /** The activity to which it went back; the same for an activity that is repeated at once. */
  readonly to: string;
  readonly cases: number;
  /** Of all cases, with Wilson's 95 % interval. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** How often the step was taken. */
  readonly count: number;
  /** Repeated events that followed, until the case got to something new or went back once more. */
  readonly extraEvents: number;
  /** From the event before the step to the last of the extra events: the median of steps, and their sum. */
  readonly medianSeconds: number;
  readonly totalSeconds: number;
}

export interface Loops {
  readonly sentence: string;
  readonly cases: number;
  readonly casesWithLoops: number;
  /** Steps that lead back, those of most cases first. */
  readonly loops: TypedTable<LoopRow>;
}

const COLUMNS = [
  ...["from", "to", "cases", "share", "low", "high", "count", "extraEvents", "medianSeconds", "totalSeconds"],
];

interface Loop {
  cases: number;
  lastCase: number;
  extraEvents: number;
  readonly seconds: number[];
}

/**
 * Finds the steps that lead back: from an activity directly to one that the case first had before it, or to itself.
 *
 * The repeated events after such a step are its extra events, until the case does something new or goes back again. Each
 * repeated event belongs to one step, so that the extra events of all steps are the repetitions of `activityRework`.
 *
 * Cost: linear in the events. Times are NaN for a log without times.
 *
 * @example
 * ```ts
 * import { loops, readLog } from "tracebook";
 * loops(await readLog("data/order-to-cash.csv")).loops.print();
 * ```
 */
export function loops(log: EventLog): Loops {
  requireEventLog(log);
  const { offsets, activity, activities, time } = log;
  const n = activities.length;
  const found = new Map<number, Loop>();
  const first = new Int32Array(n).fill(-1);
  let casesWithLoops = 0;
  for (let c = 0; c < log.cases; c++) {
    const begin = offsets[c]!;
    let open: Loop | undefined, since = NaN, until = NaN, any = false;
    const close = () => {
      if (open) open.seconds.push(log.source.untimed ? NaN : Math.max(0, until - since) / 1000);
      open = undefined;
    };
    for (let i = begin; i < offsets[c + 1]!; i++) {
      const a = activity[i]!;
      if (first[a]! < begin) {
        first[a] = i;
        close();
        continue;
      }
      const from = activity[i - 1]!;
      if (first[a]! <= first[from]!) {
        close();
        any = true;
        const key = from * n + a;
        open = found.get(key) ?? { cases: 0, lastCase: -1, extraEvents: 0, seconds: [] };
        found.set(key, open);
        if (open.lastCase !== c) open.cases++;
        open.lastCase = c;
        since = time[i - 1]!;
      }
      open!.extraEvents++;
      until = time[i]!;
    }
    close();
    if (any) casesWithLoops++;
  }
  const rows = [...found].map(([key, loop]): LoopRow => {
    const { value: share, low, high } = shareInterval(loop.cases, log.cases);
    return {
      from: activities[Math.floor(key / n)]!,
      to: activities[key % n]!,
      cases: loop.cases,
      ...{ share, low, high },
      count: loop.seconds.length,
      extraEvents: loop.extraEvents,
      medianSeconds: median(loop.seconds),
      totalSeconds: loop.seconds.reduce((sum, seconds) => sum + seconds, 0),
    };
  }).sort((a, b) =>
    b.cases - a.cases || b.count - a.count || (a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1)
  );
  const sentence = sentenceOf(log.cases, casesWithLoops, rows);
  const table = tableOfRows<LoopRow>(rows, COLUMNS);
  return inWords({
    sentence,
    cases: log.cases,
    casesWithLoops,
    loops: table,
    toString: () => `${sentence}\n${table}`,
  });
}

function sentenceOf(cases: number, withLoops: number, rows: readonly LoopRow[]): string {
  if (cases === 0) return "The log has no cases, so none goes back.";
  const [top] = rows;
  if (!top) return `None of ${countOf(cases, "case")} goes back to a step that it had already.`;
  const way = top.from === top.to ? `repeating ${top.from} at once` : `going back from ${top.from} to ${top.to}`;
  const time = Number.isNaN(top.medianSeconds) ? "" : ` and ${formatDuration(top.medianSeconds)} in the median`;
  return `${formatShareInterval(shareInterval(withLoops, cases))} of ${
    countOf(cases, "case")
  } go back to a step that ` +
    `they had already (95 % interval). Most often by ${way}: ${countOf(top.cases, "case")}, ` +
    `${formatCount(top.count)} times, which took ${countOf(top.extraEvents, "extra event")}${time}.`;
}
