/** Cases that go back and forth between two activities, or between two people. */
import { formatShareInterval } from "../../base/estimates_in_words.ts";
import { OptionError } from "../../base/errors.ts";
import { countOf, formatCount, formatDuration } from "../../base/format.ts";
import { inWords } from "../../base/inspect.ts";
import { shareInterval } from "../../base/statistics/proportions.ts";
import { median } from "../../base/statistics/summary.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";

export interface PingPongOptions {
  /** Visits in a row that make a ping-pong: 4 is A, B, A, B. At least 3. @default 4 */
  readonly leastVisits?: number;
}

export interface PingPongRow {
  /** The two names, in the order of the alphabet. */
  readonly first: string;
  readonly second: string;
  readonly cases: number;
  /** Of all cases, with Wilson's 95 % interval. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** How often: a case may have several. */
  readonly count: number;
  /** Changes from one to the other. */
  readonly changes: number;
  /** From the first event of a ping-pong to its last: the median, and the sum. */
  readonly medianSeconds: number;
  readonly totalSeconds: number;
}

export interface PingPong {
  readonly sentence: string;
  readonly cases: number;
  readonly leastVisits: number;
  readonly activities: TypedTable<PingPongRow>;
  /** Between people; without rows where the log names none. */
  readonly resources: TypedTable<PingPongRow>;
  readonly resourcesKnown: boolean;
}

const COLUMNS = [
  ...["first", "second", "cases", "share", "low", "high", "count", "changes", "medianSeconds", "totalSeconds"],
];

/**
 * Finds what goes back and forth: A, B, A, B and so on, as long as it lasts.
 *
 * Several events in a row of one activity, or by one person, are one visit. Events of which nobody knows who did them
 * end what went before. Cost: linear in the events. Times are NaN for a log without times.
 *
 * @throws OptionError if `leastVisits` is no whole number from 3.
 * @example
 * ```ts
 * import { pingPong, readLog } from "tracebook";
 * const { activities, resources } = pingPong(await readLog("data/order-to-cash.csv"));
 * resources.print();
 * ```
 */
export function pingPong(log: EventLog, options: PingPongOptions = {}): PingPong {
  requireEventLog(log);
  const { leastVisits = 4 } = options;
  if (!Number.isInteger(leastVisits) || leastVisits < 3) {
    throw new OptionError(`Expected leastVisits to be a whole number from 3 but found ${leastVisits}.`);
  }
  const activities = between(log, log.activity, log.activities, leastVisits);
  const { resource, resources } = log;
  const people = resource && resources ? between(log, resource, resources, leastVisits) : [];
  const sentence = [
    sentenceOf(log.cases, activities, "activities"),
    resource ? sentenceOf(log.cases, people, "people") : "The log names no people.",
  ].join(" ");
  const result = {
    cases: log.cases,
    leastVisits,
    activities: tableOfRows<PingPongRow>(activities, COLUMNS),
    resources: tableOfRows<PingPongRow>(people, COLUMNS),
    resourcesKnown: resource !== undefined,
  };
  return inWords({ ...result, sentence, toString: () => `${sentence}\n${result.activities}\n${result.resources}` });
}

interface Pair {
  cases: number;
  lastCase: number;
  changes: number;
  readonly seconds: number[];
}

function between(log: EventLog, codes: Int32Array, names: readonly string[], least: number): PingPongRow[] {
  const { offsets, time } = log;
  const pairs = new Map<number, Pair>();
  const record = (c: number, a: number, b: number, visits: number, from: number, to: number) => {
    if (visits < least) return;
    const key = Math.min(a, b) * names.length + Math.max(a, b);
    const pair = pairs.get(key) ?? { cases: 0, lastCase: -1, changes: 0, seconds: [] };
    pairs.set(key, pair);
    if (pair.lastCase !== c) pair.cases++;
    pair.lastCase = c;
    pair.changes += visits - 1;
    pair.seconds.push(log.source.untimed ? NaN : Math.max(0, time[to]! - time[from]!) / 1000);
  };
  for (let c = 0; c < log.cases; c++) {
    // The run so far: the code before the last, the last, its visits, where it began, where its last visit began.
    let before = -1, last = -1, visits = 0, from = -1, visitFrom = -1;
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      const code = codes[i]!;
      if (code === last && code >= 0) continue;
      if (code >= 0 && code === before) visits++;
      else {
        if (visits > 1) record(c, before, last, visits, from, i - 1);
        const goesOn = code >= 0 && last >= 0;
        from = goesOn ? visitFrom : i;
        visits = code < 0 ? 0 : goesOn ? 2 : 1;
      }
      before = code < 0 ? -1 : last;
      last = code;
      visitFrom = i;
    }
    if (visits > 1) record(c, before, last, visits, from, offsets[c + 1]! - 1);
  }
  return [...pairs].map(([key, pair]): PingPongRow => {
    const { value: share, low, high } = shareInterval(pair.cases, log.cases);
    return {
      first: names[Math.floor(key / names.length)]!,
      second: names[key % names.length]!,
      cases: pair.cases,
      ...{ share, low, high },
      count: pair.seconds.length,
      changes: pair.changes,
      medianSeconds: median(pair.seconds),
      totalSeconds: pair.seconds.reduce((sum, seconds) => sum + seconds, 0),
    };
  }).sort((a, b) =>
    b.cases - a.cases || b.changes - a.changes ||
    (a.first === b.first ? (a.second < b.second ? -1 : 1) : a.first < b.first ? -1 : 1)
  );
}

function sentenceOf(cases: number, rows: readonly PingPongRow[], what: string): string {
  const [top] = rows;
  if (!top) return `No case goes back and forth between two ${what}.`;
  const time = Number.isNaN(top.medianSeconds) ? "" : `, for ${formatDuration(top.medianSeconds)} in the median`;
  return `Between ${what}, most cases go back and forth between ${top.first} and ${top.second}: ` +
    `${formatShareInterval(shareInterval(top.cases, cases))} of ${countOf(cases, "case")} (95 % interval), ` +
    `${formatCount(top.changes)} changes${time}.`;
}
