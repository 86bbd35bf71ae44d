/** Factors from the moment at which a case starts: weekday, hour, with which activity, beside how many others. */
import { formatCount } from "../../base/format.ts";
import { InputError } from "../../base/errors.ts";
import { countBelow } from "../../base/sorted.ts";
import { caseSpans } from "../../log/events/case_spans.ts";
import type { Candidates, Search } from "./candidate.ts";
import { factorsOfCases } from "./code_factors.ts";
import { factorsOfNumbers, sortedKnown } from "./number_factors.ts";

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const HOURS = ["00 to 04", "04 to 08", "08 to 12", "12 to 16", "16 to 20", "20 to 24"];

const HOUR = 3_600_000, DAY = 24 * HOUR;

export function addStart(search: Search, found: Candidates): void {
  const { log } = search;
  const about = { kind: "start", known: "start" } as const;
  const first = Int32Array.from({ length: log.cases }, (_, c) => log.activity[log.offsets[c]!]!);
  found.factors.push(...factorsOfCases(first, log.activities, { ...about, column: "first activity" }, search));
  if (log.source.untimed) {
    found.left.push({ column: "weekday and hour of start", why: "the log has no times" });
    return;
  }
  const { begun, ended } = caseSpans(log);
  const local = localTimes(begun, search.timeZone);
  // 1970-01-01 was a Thursday.
  const weekday = Int32Array.from(local, (ms) => ms === ms ? (Math.floor(ms / DAY) % 7 + 10) % 7 : -1);
  const hour = Int32Array.from(local, (ms) => ms === ms ? Math.floor((ms % DAY + DAY) % DAY / (4 * HOUR)) : -1);
  found.factors.push(
    ...factorsOfCases(weekday, WEEKDAYS, { ...about, column: "weekday of start" }, search),
    ...factorsOfCases(hour, HOURS, { ...about, column: "hour of start" }, search),
  );
  const open = {
    known: "start",
    column: "cases open at start",
    values: openAtStart(begun, ended),
    write: (value: number) => formatCount(value),
  } as const;
  found.factors.push(...factorsOfNumbers(open, "start", search));
  found.numbers.push(open);
}

/** How many other cases had begun and not ended when each began. */
function openAtStart(begun: Float64Array, ended: Float64Array): Float64Array {
  const begins = sortedKnown(begun), ends = sortedKnown(ended);
  return begun.map((ms) => ms === ms ? Math.max(0, countBelow(begins, ms) - countBelow(ends, ms)) : NaN);
}

/** Times as clocks of a zone show them, written as if they were UTC. */
export function localTimes(times: Float64Array, timeZone: string): Float64Array {
  if (timeZone === "UTC") return times;
  // The offset changes on few days: one look at each end of a day is enough for all others.
  const days = new Map<number, number>();
  return times.map((ms) => {
    if (ms !== ms) return ms;
    const day = Math.floor(ms / DAY);
    let offset = days.get(day);
    if (offset === undefined) {
      const [from, to] = [offsetAt(day * DAY, timeZone), offsetAt((day + 1) * DAY, timeZone)];
      days.set(day, offset = from === to ? from : NaN);
    }
    return ms + (offset === offset ? offset : offsetAt(ms, timeZone));
  });
}

function offsetAt(ms: number, timeZone: string): number {
  try {
    return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
  } catch {
    throw new InputError(`Expected a time zone such as UTC, Europe/Berlin or +01:00 but found "${timeZone}".`);
  }
}
