/** Where the time of a case goes: its waits and its work, one after the other. */
import { InputError } from "../../base/errors.ts";
import { countOf, formatShare, formatWorkTime } from "../../base/format.ts";
import { inWords } from "../../base/inspect.ts";
import { byCodeUnit } from "../../base/text_codes.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { suggestion } from "../../log/filter/options.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";
import { eventTimes, type TimeBasis, type WaitOptions } from "./event_times.ts";
import { caseDurations } from "./throughput.ts";

export interface TimePartsOptions extends WaitOptions {
  /** The id of one case. Without it the mean of all cases. */
  case?: string;
}

export type TimePartKind = "waiting" | "work" | "waiting or work" | "side by side" | "unknown";

/** A wait before a step, or the work on it. */
export interface TimePartRow {
  /** The activity that was waited for; null where none was, and of work. */
  readonly from: string | null;
  /** The activity; null of `side by side` and `unknown`. */
  readonly activity: string | null;
  readonly kind: TimePartKind;
  /** In how many cases, and how often in all. */
  readonly cases: number;
  readonly count: number;
  /** Seconds a case, in the mean of all cases; below 0 only of what was done side by side, and would count twice. */
  readonly seconds: number;
  /** Of the whole time. */
  readonly share: number;
}

export interface TimeParts {
  /** In the order in which they come in a case, in the mean. Their seconds sum up to `totalSeconds`. */
  readonly parts: TypedTable<TimePartRow>;
  /** Throughput time of the case, or in the mean of all cases. */
  readonly totalSeconds: number;
  readonly cases: number;
  readonly case: string | null;
  readonly basis: TimeBasis;
  readonly sentence: string;
}

/**
 * The time of one case, or of a case in the mean, by waits and work.
 *
 * Work that is done side by side counts as often as it is done; the part `side by side` takes it off again, so that the
 * parts add up to the throughput time.
 *
 * @throws InputError if the log has no times or no cases, or not the one asked for.
 * @example
 * ```ts
 * import { readLog, timeParts } from "tracebook";
 * timeParts(await readLog("data/order-to-cash.csv")).sentence;
 * ```
 */
export function timeParts(log: EventLog, options: TimePartsOptions = {}): TimeParts {
  requireEventLog(log);
  requireTimes(log, "where the time of cases goes");
  if (log.cases === 0) throw new InputError(`${log.name}: expected cases whose time to take apart but found none.`);
  const only = options.case === undefined ? -1 : log.caseIds.indexOf(options.case);
  if (options.case !== undefined && only < 0) {
    throw new InputError(
      `${log.name}: expected the id of a case but found "${options.case}". ${suggestion(options.case, log.caseIds)}`,
    );
  }
  const times = eventTimes(log, options);
  const [low, high] = only < 0 ? [0, log.cases] : [only, only + 1];
  const sums = summed(log, times, low, high);
  const cases = high - low;
  const seconds = caseDurations(log, options).subarray(low, high);
  const totalSeconds = seconds.reduce((sum, value) => sum + value, 0) / cases;
  const rows = sums.map(({ order: _, seconds, ...part }): TimePartRow => ({
    ...part,
    seconds: seconds / cases,
    share: totalSeconds > 0 ? seconds / cases / totalSeconds : NaN,
  }));
  const rest = totalSeconds - rows.reduce((sum, row) => sum + row.seconds, 0);
  // Sums of fractions leave traces.
  if (Math.abs(rest) > 1e-6 * totalSeconds) {
    rows.push({
      from: null,
      activity: null,
      kind: rest < 0 ? "side by side" : "unknown",
      cases,
      count: cases,
      seconds: rest,
      share: rest / totalSeconds,
    });
  }
  const parts = tableOfRows<TimePartRow>(rows, ["from", "activity", "kind", "cases", "count", "seconds", "share"]);
  const sentence = `${sentenceOf(rows, totalSeconds, cases, options.case, times.basis)} ${times.basis.sentence}`;
  const result = { parts, totalSeconds, cases, case: options.case ?? null, basis: times.basis, sentence };
  return inWords({ ...result, toString: () => `${sentence}\n${parts}` });
}

interface Part extends Omit<TimePartRow, "share"> {
  /** Where in its case it stands, 0 to 1, in the mean. */
  readonly order: number;
}

function summed(log: EventLog, times: ReturnType<typeof eventTimes>, low: number, high: number): Part[] {
  const { offsets, activity, activities } = log;
  const found = new Map<
    string,
    { part: Omit<Part, "order">; seconds: number; count: number; cases: number; place: number; last: number }
  >();
  const add = (c: number, place: number, from: number, i: number, kind: TimePartKind, seconds: number) => {
    if (!(seconds > 0)) return;
    const a = activity[i]!, cause = kind === "work" || from < 0 ? -1 : activity[from]!;
    const key = `${kind} ${cause} ${a}`;
    let one = found.get(key);
    if (!one) {
      const part = {
        from: cause < 0 ? null : activities[cause]!,
        activity: activities[a]!,
        kind,
        cases: 0,
        count: 0,
        seconds: 0,
      };
      found.set(key, one = { part, seconds: 0, count: 0, cases: 0, place: 0, last: -1 });
    }
    one.seconds += seconds;
    one.count++;
    one.place += place;
    if (one.last !== c) one.cases++;
    one.last = c;
  };
  for (let c = low; c < high; c++) {
    const length = offsets[c + 1]! - offsets[c]!;
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      const place = (i - offsets[c]!) / length;
      const told = !Number.isNaN(times.service[i]!);
      if (told) {
        add(c, place, times.from[i]!, i, "waiting", times.waiting[i]!);
        add(c, place + 0.5 / length, -1, i, "work", times.service[i]!);
      } else add(c, place, times.from[i]!, i, "waiting or work", times.sojourn[i]!);
    }
  }
  return [...found.values()].map(({ part, seconds, count, cases, place }) => ({
    ...part,
    cases,
    count,
    seconds,
    order: place / count,
  })).sort((a, b) =>
    a.order - b.order || byCodeUnit(`${a.from} ${a.activity} ${a.kind}`, `${b.from} ${b.activity} ${b.kind}`)
  );
}

function sentenceOf(
  rows: readonly TimePartRow[],
  totalSeconds: number,
  cases: number,
  id: string | undefined,
  { calendar }: TimeBasis,
): string {
  const who = id === undefined
    ? `A case takes ${formatWorkTime(totalSeconds, calendar !== null)} in the mean of ${countOf(cases, "case")}`
    : `Case ${id} took ${formatWorkTime(totalSeconds, calendar !== null)}`;
  const longest = rows.filter(({ activity }) => activity !== null).toSorted((a, b) => b.seconds - a.seconds)[0];
  if (!longest) return `${who}: no time passes between its events.`;
  const name = longest.kind === "work"
    ? `work on ${longest.activity}`
    : longest.from === null
    ? `the wait for ${longest.activity}`
    : `the time from ${longest.from} to ${longest.activity}`;
  return `${who}; most of it is ${name} (${formatShare(longest.share)}).`;
}
