/** When in the week something happens: by weekday and hour of the day. */
import { OptionError } from "../../base/errors.ts";
import { formatCount, formatShare } from "../../base/format.ts";
import { inWords } from "../../base/inspect.ts";
import { clockOffset } from "../../base/time_zone.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import { caseSpans } from "../../log/events/case_spans.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { eventSpan } from "../../log/events/event_span.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";

/** - `arrivals`: first events of cases. - `last`: their last events. - `events`: all of them. */
export type SeasonalityOf = "arrivals" | "last" | "events";

export interface SeasonalityOptions {
  /** What is counted. @default "events" */
  of?: SeasonalityOf;
  /** Only events of this activity, with `of: "events"`. */
  activity?: string;
  /** IANA name of the zone whose clocks tell the hour. @default "UTC" */
  timeZone?: string;
}

/** An hour of the week. */
export interface SeasonalityRow {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
  readonly count: number;
  /** How often this hour of the week came in the span of the log. */
  readonly hours: number;
  /** Mean count each time it came; NaN where it never did. */
  readonly perHour: number;
}

export interface Seasonality {
  readonly sentence: string;
  readonly of: SeasonalityOf;
  readonly timeZone: string;
  readonly count: number;
  /** All 168 hours of the week, from Monday 0:00. */
  readonly hours: TypedTable<SeasonalityRow>;
}

const QUARTER = 900_000;
const HOUR = 4 * QUARTER;
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/**
 * Counts events, arrivals or last events by hour of the week, against how often each hour came.
 *
 * @throws OptionError for an unknown time zone or activity; InputError if the log has no times.
 * @example
 * ```ts
 * import { readLog, seasonality } from "tracebook";
 * seasonality(await readLog("data/order-to-cash.csv"), { of: "arrivals", timeZone: "Europe/Berlin" }).sentence;
 * ```
 */
export function seasonality(log: EventLog, options: SeasonalityOptions = {}): Seasonality {
  requireEventLog(log);
  requireTimes(log, "when in the week something happens");
  const { of = "events", activity, timeZone = "UTC" } = options;
  const times = timesOf(log, of, activity);
  const hourOfWeek = weekHours(timeZone);
  const count = new Float64Array(168), hours = new Float64Array(168);
  const [first, last] = eventSpan(log);
  for (const time of times) count[hourOfWeek(time)]!++;
  for (let quarter = Math.floor(first / QUARTER) * QUARTER; quarter <= last; quarter += QUARTER) {
    hours[hourOfWeek(quarter)]! += 0.25;
  }
  const rows = Array.from(count, (n, h): SeasonalityRow => ({
    weekday: Math.floor(h / 24) + 1,
    hour: h % 24,
    count: n,
    hours: hours[h]!,
    perHour: n / hours[h]!,
  }));
  const sentence = sentenceOf(rows, times.length, of, timeZone);
  return inWords({
    sentence,
    ...{ of, timeZone, count: times.length },
    hours: tableOfRows(rows, ["weekday", "hour", "count", "hours", "perHour"]),
    toString: () => sentence,
  });
}

function timesOf(log: EventLog, of: SeasonalityOf, activity: string | undefined): Float64Array {
  if (of === "arrivals") return Float64Array.from(caseSpans(log).begun);
  if (of === "last") return Float64Array.from(caseSpans(log).ended);
  if (of !== "events") {
    throw new OptionError(`of: expected arrivals, last or events but found ${JSON.stringify(of)}.`);
  }
  if (activity === undefined) return log.time;
  const code = log.activities.indexOf(activity);
  if (code < 0) throw new OptionError(`activity: expected one of the log but found ${JSON.stringify(activity)}.`);
  return log.time.filter((_, i) => log.activity[i] === code);
}

/** From a time to the hour of the week on the clocks of a zone. */
function weekHours(timeZone: string): (time: number) => number {
  const offset = clockOffset(timeZone);
  if (!offset) {
    throw new OptionError(
      `timeZone: expected the name of a zone such as Europe/Berlin but found ${JSON.stringify(timeZone)}.`,
    );
  }
  return (time) => {
    // 1970-01-01 was a Thursday, three days into the week.
    const hours = Math.floor((time + offset(time)) / HOUR) + 72;
    return ((hours % 168) + 168) % 168;
  };
}

function sentenceOf(rows: readonly SeasonalityRow[], count: number, of: SeasonalityOf, timeZone: string): string {
  const what = { arrivals: "arrivals", last: "last events", events: "events" }[of];
  if (count === 0) return `There are no ${what}.`;
  const most = rows.reduce((top, row) => (row.perHour || 0) > (top.perHour || 0) ? row : top);
  const within = (fits: (row: SeasonalityRow) => boolean) =>
    rows.filter(fits).reduce((sum, row) => sum + row.count, 0) / count;
  return `Most ${what} an hour come on ${WEEKDAYS[most.weekday - 1]} from ${most.hour}:00 to ${most.hour + 1}:00 (${
    formatCount(most.perHour, 1)
  }); ${formatShare(within(({ weekday }) => weekday <= 5))} of all ${formatCount(count)} come from Monday to Friday, ${
    formatShare(within(({ hour }) => hour >= 8 && hour < 18))
  } between 8:00 and 18:00 (${timeZone}).`;
}
