/** What is odd about the intervals of ActivityWatch: those that overlap, contradict each other, or last for days. */
import { formatExactDuration } from "../../base/format.ts";
import type { ReadingReport } from "../report/reading_report.ts";
import { type AwEvent, placeOf } from "./activity_watch_buckets.ts";
import { type Piece, unionOf, within } from "./periods.ts";

/** Shorter cuts are rounding. */
const LEAST_SECONDS = 0.0005;

/** Counts intervals that give way to others, wholly or in part. */
export function countOverlaps(
  events: readonly AwEvent[],
  focused: readonly Piece[],
  what: string,
  report: ReadingReport,
): void {
  const { seconds } = lengths(events, focused);
  events.forEach((event, i) => {
    const lost = (event.to - event.from) / 1000 - seconds[i]!;
    if (lost <= LEAST_SECONDS) return;
    report.add("intervals overlap", () => {
      const whole = seconds[i]! <= LEAST_SECONDS ? "all of its " : "";
      const later = events.some(({ from }) => from > event.from && from < event.to)
        ? `a later ${what}`
        : `another ${what}`;
      return `${placeOf(event)} gives way to ${later} for ${whole}${inSeconds(lost)}; ` +
        `of those that are open at once, the one that was opened last has the focus`;
    });
  });
}

/** Counts intervals of which nothing is left, and those of which only a part is left, of what had the focus. */
export function countCuts(
  events: readonly AwEvent[],
  focused: readonly Piece[],
  left: readonly Piece[],
  rule: "time away" | "window not active",
  why: string,
  report: ReadingReport,
): void {
  const before = lengths(events, focused), after = lengths(events, left);
  events.forEach((event, i) => {
    if (before.pieces[i] === 0) return;
    const lost = before.seconds[i]! - after.seconds[i]!;
    if (after.pieces[i] === 0) report.add(rule, () => `${placeOf(event)}: ${why}, so it is left out`);
    else if (lost > LEAST_SECONDS) {
      report.add("interval cut", () => `${placeOf(event)}: ${why} for ${inSeconds(lost)} of it`);
    }
  });
}

function lengths(events: readonly AwEvent[], pieces: readonly Piece[]): { seconds: Float64Array; pieces: Int32Array } {
  const seconds = new Float64Array(events.length);
  const number = new Int32Array(events.length);
  for (const { from, to, of } of pieces) {
    seconds[of]! += (to - from) / 1000;
    number[of]!++;
  }
  return { seconds, pieces: number };
}

/** A watcher of presence notes the change a moment late; what it says twice for less than this is no contradiction. */
const LEAST_CONTRADICTION_MS = 1000;

/** Counts intervals that say that the user was away while others say the contrary. These count: as in ActivityWatch. */
export function countContradictions(
  away: readonly AwEvent[],
  present: readonly AwEvent[],
  report: ReadingReport,
): void {
  const here = unionOf(present);
  for (const event of away) {
    const shared = within([{ from: event.from, to: event.to, of: 0 }], here);
    const longest = shared.toSorted((a, b) => (b.to - b.from) - (a.to - a.from))[0];
    const length = shared.reduce((sum, { from, to }) => sum + to - from, 0);
    if (!longest || length < LEAST_CONTRADICTION_MS) continue;
    report.add("presence contradicted", () => {
      const other = present.find(({ from, to }) => from < longest.to && to > longest.from);
      return `${placeOf(event)} says "${statusOf(event)}" from ${iso(longest.from)} to ${iso(longest.to)}, ` +
        `while ${other ? `event ${other.number}` : "another"} says "not-afk"; the user counts as present for these ` +
        `${inSeconds(length / 1000)}, as in ActivityWatch's own query`;
    });
  }
}

/** Counts statuses that ActivityWatch does not have. */
export function countStatuses(events: readonly AwEvent[], report: ReadingReport): void {
  for (const event of events) {
    const status = statusOf(event);
    if (status === "afk" || status === "not-afk") continue;
    report.add(
      "note",
      () => `${placeOf(event)}: expected the status afk or not-afk but found "${status}"; it counts as away`,
    );
  }
}

/** A word of small letters, as a watcher writes it; of anything else only that it is none. */
function statusOf({ data }: AwEvent): string {
  const status = data["status"];
  return typeof status === "string" && /^[a-z-]{1,20}$/.test(status) ? status : "…";
}

const DAY_MS = 86_400_000;

/** Counts intervals that are longer than a day: nobody looks at one window for so long. They are kept. */
export function countLong(events: readonly AwEvent[], what: string, report: ReadingReport): void {
  for (const event of events) {
    if (event.to - event.from <= DAY_MS) continue;
    report.add(
      "long interval",
      () =>
        `${placeOf(event)}: one ${what} for ${formatExactDuration((event.to - event.from) / 1000)}, until ${
          iso(event.to)
        }; ` +
        `it is kept as recorded, though a watcher that hung or a clock that was set is likelier`,
    );
  }
}

function inSeconds(seconds: number): string {
  return `${Number(seconds.toFixed(3))} s`;
}

function iso(time: number): string {
  return Math.abs(time) <= 8.64e15 ? new Date(time).toISOString().replace(".000Z", "Z") : "the end of time";
}
