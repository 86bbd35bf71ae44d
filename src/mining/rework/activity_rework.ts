/** Which activities are repeated, in how many cases, and what that costs in time. */
import { formatShareInterval } from "../../base/estimates_in_words.ts";
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { inWords } from "../../base/inspect.ts";
import { shareInterval } from "../../base/statistics/proportions.ts";
import { median } from "../../base/statistics/summary.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { previousOfActivity } from "./repetitions.ts";

export interface ActivityReworkRow {
  readonly activity: string;
  /** Cases in which it occurs more than once. */
  readonly cases: number;
  /** Of all cases, with Wilson's 95 % interval. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Of the cases that have the activity. */
  readonly ofActivity: number;
  /** Events beyond the first in each case. */
  readonly repetitions: number;
  /** Repetitions by the person who did it the time before, and by another; where both are known. */
  readonly bySame: number;
  readonly byOther: number;
  /** From the first of its events in a case to the last: the median of cases that repeat it, and the sum over all. */
  readonly medianSeconds: number;
  readonly totalSeconds: number;
}

export interface ActivityRework {
  readonly sentence: string;
  readonly cases: number;
  /** Cases in which any activity is repeated. */
  readonly casesWithRework: number;
  /** Events beyond the first of their activity in their case. */
  readonly repetitions: number;
  /** Of all events. */
  readonly shareOfEvents: number;
  /** Activities that are repeated, those of most cases first. */
  readonly activities: TypedTable<ActivityReworkRow>;
}

const COLUMNS = [
  ...["activity", "cases", "share", "low", "high", "ofActivity", "repetitions", "bySame", "byOther"],
  ...["medianSeconds", "totalSeconds"],
];

/**
 * Counts repeated activities. That a case repeats an activity need not be a fault: it is for the reader to judge.
 *
 * Cost: linear in the events. `seconds` are NaN for a log without times; `bySame` and `byOther` are 0 where nobody is
 * named.
 *
 * @example
 * ```ts
 * import { activityRework, readLog } from "tracebook";
 * const { activities, sentence } = activityRework(await readLog("data/order-to-cash.csv"));
 * activities.print();
 * ```
 */
export function activityRework(log: EventLog): ActivityRework {
  requireEventLog(log);
  const { offsets, activity, activities, time, resource } = log;
  const n = activities.length;
  const previous = previousOfActivity(log);
  const casesWith = new Int32Array(n), cases = new Int32Array(n), repetitions = new Int32Array(n);
  const bySame = new Int32Array(n), byOther = new Int32Array(n);
  const seconds = Array.from({ length: n }, (): number[] => []);
  // The repetition that a later one of the same case goes on from holds the time since the first.
  const since = new Float64Array(log.events);
  let casesWithRework = 0, all = 0;
  for (let c = 0; c < log.cases; c++) {
    let any = false;
    const own = new Map<number, number>();
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      const a = activity[i]!, before = previous[i]!;
      if (before < 0) {
        casesWith[a]!++;
        since[i] = time[i]!;
        continue;
      }
      any = true;
      all++;
      since[i] = since[before]!;
      own.set(a, Math.max(0, time[i]! - since[i]!) / 1000);
      if (previous[before]! < 0) cases[a]!++;
      repetitions[a]!++;
      if (resource && resource[i]! >= 0 && resource[before]! >= 0) {
        (resource[i] === resource[before] ? bySame : byOther)[a]!++;
      }
    }
    if (any) casesWithRework++;
    for (const [a, spent] of own) seconds[a]!.push(log.source.untimed ? NaN : spent);
  }
  const order = Array.from({ length: n }, (_, a) => a).filter((a) => cases[a]! > 0)
    .sort((a, b) => cases[b]! - cases[a]! || repetitions[b]! - repetitions[a]! || a - b);
  const rows = order.map((a): ActivityReworkRow => {
    const { value: share, low, high } = shareInterval(cases[a]!, log.cases);
    return {
      activity: activities[a]!,
      cases: cases[a]!,
      ...{ share, low, high },
      ofActivity: cases[a]! / casesWith[a]!,
      repetitions: repetitions[a]!,
      bySame: bySame[a]!,
      byOther: byOther[a]!,
      medianSeconds: median(seconds[a]!),
      totalSeconds: seconds[a]!.reduce((sum, s) => sum + s, 0),
    };
  });
  const result = {
    cases: log.cases,
    casesWithRework,
    repetitions: all,
    shareOfEvents: log.events > 0 ? all / log.events : NaN,
    activities: tableOfRows<ActivityReworkRow>(rows, COLUMNS),
  };
  const sentence = sentenceOf(result);
  return inWords({ ...result, sentence, toString: () => `${sentence}\n${result.activities}` });
}

function sentenceOf(
  { cases, casesWithRework, repetitions, shareOfEvents, activities }: Omit<ActivityRework, "sentence">,
): string {
  if (cases === 0) return "The log has no cases, so nothing is repeated.";
  const top = activities.rows()[0];
  if (!top) return `No activity is repeated in any of ${countOf(cases, "case")}.`;
  const time = Number.isNaN(top.medianSeconds)
    ? ""
    : `, with ${formatDuration(top.medianSeconds)} from the first to the last time in the median`;
  const people = top.bySame + top.byOther > 0
    ? ` ${
      formatShare(top.byOther / (top.bySame + top.byOther))
    } of its repetitions are by another person than the time before.`
    : "";
  return `${formatShareInterval(shareInterval(casesWithRework, cases))} of ${
    countOf(cases, "case")
  } repeat an activity ` +
    `(95 % interval); ${countOf(repetitions, "event")} (${formatShare(shareOfEvents)} of all) ${
      repetitions === 1 ? "is a repetition" : "are repetitions"
    }. ` +
    `Most cases repeat ${top.activity}: ${countOf(top.cases, "case")}, ${
      formatCount(top.repetitions)
    } times${time}.${people}`;
}
