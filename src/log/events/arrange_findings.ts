/** Findings about the order of events within their cases: equal times, and starts that would order them otherwise. */
import type { ReadingReport } from "../../io/report/reading_report.ts";
import type { Arrangement } from "./arrange.ts";

/** By what the events of a case are ordered: when they were completed (or happened), or when they began. */
export type EventOrder = "completion" | "start";

export interface ArrangedEvents {
  /** File, for examples. */
  readonly name: string;
  readonly report: ReadingReport;
  readonly arrangement: Arrangement;
  readonly orderBy: EventOrder;
  /** The arrays below have an entry an event, in the order before arranging. */
  readonly activity: Int32Array;
  readonly activities: readonly string[];
  /** Milliseconds of completion. */
  readonly time: Float64Array;
  /** Milliseconds of the start, or of the completion where no start is known; absent where none is known. */
  readonly begin?: Float64Array;
  /** What decides between equal times: the smaller one comes first. */
  readonly ties?: Float64Array;
  /** The same in words. */
  readonly tieWords: string;
}

/**
 * Adds to the report how many events share their time with an event of another activity in the same case, and what put
 * them in order; and how many cases would have another order by start than by completion.
 */
export function reportArrangement(events: ArrangedEvents): void {
  reportTies(events);
  if (events.begin) reportChoice(events, events.begin);
}

function reportTies(events: ArrangedEvents): void {
  const { arrangement: { offsets, order, caseIds }, activity, time, begin, report, name } = events;
  let count = 0, example: [c: number, a: number, b: number] | undefined;
  for (let c = 0; c < caseIds.length; c++) {
    const end = offsets[c + 1]!;
    for (let from = offsets[c]!, to = from; from < end; from = to) {
      const first = order[from]!;
      let differs = -1;
      for (to = from + 1; to < end; to++) {
        const next = order[to]!;
        if (time[next] !== time[first] || (begin && begin[next] !== begin[first])) break;
        if (differs < 0 && activity[next] !== activity[first]) differs = next;
      }
      if (differs < 0) continue;
      example ??= [c, first, differs];
      count += to - from;
    }
  }
  report.add("same time", () => {
    const [c, a, b] = example!;
    const named = (event: number) => JSON.stringify(events.activities[activity[event]!]);
    return `${name}: ${named(a)} and ${named(b)} of case ${JSON.stringify(caseIds[c])} have the same time; ` +
      events.tieWords;
  }, count);
}

function reportChoice(events: ArrangedEvents, begin: Float64Array): void {
  const { arrangement: { offsets, order, caseIds }, time, ties, orderBy, report, name } = events;
  const isByStart = orderBy === "start";
  const [first, second] = isByStart ? [time, begin] : [begin, time];
  const inOtherOrder = (a: number, b: number) =>
    first[a]! - first[b]! || second[a]! - second[b]! || (ties ? ties[a]! - ties[b]! : 0) || a - b;
  let count = 0, example: [c: number, a: number, b: number] | undefined;
  for (let c = 0; c < caseIds.length; c++) {
    for (let i = offsets[c]! + 1; i < offsets[c + 1]!; i++) {
      if (inOtherOrder(order[i - 1]!, order[i]!) <= 0) continue;
      example ??= [c, order[i - 1]!, order[i]!];
      count++;
      break;
    }
  }
  report.add("order of events", () => {
    const [c, a, b] = example!;
    const named = (event: number) => JSON.stringify(events.activities[events.activity[event]!]);
    const [now, other] = isByStart ? ["start", "completion"] : ["completion", "start"];
    const verbs = isByStart ? ["began", "was completed"] : ["was completed", "began"];
    return `${name}: events are ordered by ${now}; by ${other} these cases would have another order, as ` +
      `${JSON.stringify(caseIds[c])}, where ${named(a)} ${verbs[0]} before ${named(b)} but ${verbs[1]} after it. ` +
      `Choose with orderBy: "${other}" or --order-by ${other}`;
  }, count);
}
