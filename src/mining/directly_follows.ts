/**
 * The directly-follows graph, with frequencies and durations.
 *
 * van der Aalst, "Process Mining: Data Science in Action", 2nd ed. 2016, section 5.2 (relation >_L), and
 * "A practitioner's guide to process mining: limitations of the directly-follows graph", 2019 (performance annotations).
 */
import { type Calendar, secondsOf } from "../log/calendar/calendars_by.ts";
import type { EventLog } from "../log/events/event_log.ts";
import type { Dfg, DfgEdge } from "../models/dfg.ts";
import { medianInPlace } from "../base/quickselect.ts";
import { countActivities } from "./activity_counts.ts";
import { requireEventLog } from "../log/require_log.ts";

export interface DirectlyFollowsOptions {
  /** What counts as time. Without one all time that passes does. */
  calendar?: Calendar;
}

/**
 * Discovers the directly-follows graph of a log.
 *
 * The time of an edge runs from the completion of one event to the start of the next one of its case, or to the next
 * one's time where no start is known. Where the next began before the other ended it is 0: there was no wait.
 *
 * Cost: one pass over the events, plus a selection for the medians.
 *
 * @example
 * ```ts
 * import { directlyFollows, readLog } from "tracebook";
 * const graph = directlyFollows(await readLog("data/order-to-cash.csv"));
 * graph.edges.filter((edge) => edge.count > 100);
 * ```
 */
export function directlyFollows(log: EventLog, options: DirectlyFollowsOptions = {}): Dfg {
  requireEventLog(log);
  const { activities } = log;
  const n = activities.length;
  const nodes = countActivities(log);
  const calendar = options?.calendar;
  const pairs = collectPairs(log, n, calendar);
  return { activities, ...nodes, ...serviceTimes(log, calendar), edges: summarise(pairs, n), totalCases: log.cases };
}

interface Pairs {
  /** `from * n + to` of each edge, in the order they are met. */
  readonly keys: readonly number[];
  readonly count: Int32Array;
  readonly cases: Int32Array;
  /** Milliseconds of all pairs, edge after edge. */
  readonly times: Float64Array;
}

function collectPairs(log: EventLog, n: number, calendar: Calendar | undefined): Pairs {
  const { edge, keys } = n * n <= 4_000_000 ? numberByTable(log, n) : numberByMap(log, n);
  const { offsets, time, start } = log;
  const count = new Int32Array(keys.length), cases = new Int32Array(keys.length);
  for (let i = 0; i < edge.length; i++) count[edge[i]!]!++;
  const next = new Int32Array(keys.length);
  for (let e = 1; e < keys.length; e++) next[e] = next[e - 1]! + count[e - 1]!;
  const lastCase = new Int32Array(keys.length).fill(-1);
  const times = new Float64Array(edge.length);
  const worked = calendar === undefined ? undefined : secondsOf(log, calendar);
  let p = 0;
  for (let c = 0; c < log.cases; c++) {
    for (let i = offsets[c]! + 1; i < offsets[c + 1]!; i++) {
      const e = edge[p++]!;
      const begun = start === undefined || start[i] !== start[i] ? time[i]! : start[i]!;
      const wait = begun - time[i - 1]!;
      // Where no times are known, the wait is unknown, too.
      times[next[e]!++] = wait <= 0 ? 0 : worked ? 1000 * worked(i, time[i - 1]!, begun) : wait;
      if (lastCase[e] !== c) {
        lastCase[e] = c;
        cases[e]!++;
      }
    }
  }
  return { keys, count, cases, times };
}

/** The edge of each pair of events, pairs in the order of the log. */
interface Numbered {
  readonly edge: Int32Array;
  readonly keys: number[];
}

function numberByTable({ offsets, activity, cases }: EventLog, n: number): Numbered {
  const keys: number[] = [];
  const edge = new Int32Array(Math.max(0, activity.length - cases));
  const table = new Int32Array(n * n).fill(-1);
  let p = 0;
  for (let c = 0; c < cases; c++) {
    const end = offsets[c + 1]!;
    for (let i = offsets[c]! + 1; i < end; i++) {
      const key = activity[i - 1]! * n + activity[i]!;
      let e = table[key]!;
      if (e < 0) table[key] = e = keys.push(key) - 1;
      edge[p++] = e;
    }
  }
  return { edge, keys };
}

/** Where a table of all pairs of activities would take too much memory. */
function numberByMap({ offsets, activity, cases }: EventLog, n: number): Numbered {
  const keys: number[] = [];
  const edge = new Int32Array(Math.max(0, activity.length - cases));
  const known = new Map<number, number>();
  let p = 0;
  for (let c = 0; c < cases; c++) {
    for (let i = offsets[c]! + 1; i < offsets[c + 1]!; i++) {
      const key = activity[i - 1]! * n + activity[i]!;
      let e = known.get(key);
      if (e === undefined) known.set(key, e = keys.push(key) - 1);
      edge[p++] = e;
    }
  }
  return { edge, keys };
}

function summarise({ keys, count, cases, times }: Pairs, n: number): DfgEdge[] {
  const edges: (DfgEdge & { key: number })[] = [];
  let begin = 0;
  for (let e = 0; e < keys.length; e++) {
    const span = times.subarray(begin, begin + count[e]!);
    begin += span.length;
    let total = 0, min = Infinity, max = 0;
    for (let i = 0; i < span.length; i++) {
      const ms = span[i]!;
      total += ms;
      if (ms < min) min = ms;
      if (ms > max) max = ms;
    }
    edges.push({
      key: keys[e]!,
      from: Math.floor(keys[e]! / n),
      to: keys[e]! % n,
      count: span.length,
      cases: cases[e]!,
      meanSeconds: total / span.length / 1000,
      medianSeconds: medianInPlace(span) / 1000,
      totalSeconds: total / 1000,
      minSeconds: (total === total ? min : NaN) / 1000,
      maxSeconds: (total === total ? max : NaN) / 1000,
    });
  }
  return edges.sort((a, b) => a.key - b.key).map(({ key: _, ...edge }) => edge);
}

/** Seconds from start to completion of each activity. */
function serviceTimes(
  log: EventLog,
  calendar: Calendar | undefined,
): Pick<Dfg, "meanServiceSeconds" | "medianServiceSeconds"> {
  const n = log.activities.length;
  const meanServiceSeconds = new Float64Array(n).fill(NaN), medianServiceSeconds = new Float64Array(n).fill(NaN);
  const { start, time, activity } = log;
  if (start) {
    const worked = secondsOf(log, calendar);
    const spans: number[][] = Array.from({ length: n }, () => []);
    for (let i = 0; i < activity.length; i++) {
      if (start[i] === start[i]) spans[activity[i]!]!.push(worked(i, start[i]!, time[i]!));
    }
    spans.forEach((seconds, a) => {
      if (seconds.length === 0) return;
      meanServiceSeconds[a] = seconds.reduce((sum, s) => sum + s, 0) / seconds.length;
      medianServiceSeconds[a] = medianInPlace(Float64Array.from(seconds));
    });
  }
  return { meanServiceSeconds, medianServiceSeconds };
}
