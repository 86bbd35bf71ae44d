/** The open times of a calendar over some years, with sums, so that any interval is measured in two look-ups. */
import type { Clock } from "../../io/time/time_zone.ts";
import type { WeeklySpan } from "./hours.ts";

const MINUTE = 60_000, DAY = 86_400_000, BUCKET = DAY / 4;

export class OpenTimes {
  /** The years that are laid out, in UTC: from `low` up to `high`. */
  readonly low: number;
  readonly high: number;
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  /** Open milliseconds before each start. */
  readonly #before: Float64Array;
  /** For each quarter of a day, the last open time that has begun when it begins; −1 for none. */
  readonly #index: Int32Array;

  /** @param closings in UTC, ordered by their begin. */
  constructor(
    spans: readonly WeeklySpan[],
    clock: Clock,
    closings: readonly { from: number; to: number }[],
    firstYear: number,
    lastYear: number,
  ) {
    this.low = Date.UTC(firstYear, 0, 1);
    this.high = Date.UTC(lastYear + 1, 0, 1);
    const open = without(openSpans(spans, clock, this.low, this.high), closings);
    this.#starts = Float64Array.from(open, ({ from }) => from);
    this.#ends = Float64Array.from(open, ({ to }) => to);
    this.#before = new Float64Array(open.length);
    for (let i = 1; i < open.length; i++) {
      this.#before[i] = this.#before[i - 1]! + this.#ends[i - 1]! - this.#starts[i - 1]!;
    }
    this.#index = new Int32Array(Math.ceil((this.high - this.low) / BUCKET) + 1);
    for (let b = 0, i = -1; b < this.#index.length; b++) {
      while (i + 1 < open.length && this.#starts[i + 1]! <= this.low + b * BUCKET) i++;
      this.#index[b] = i;
    }
  }

  /** Open milliseconds from `low` to a time between `low` and `high`. */
  until(time: number): number {
    const i = this.#begun(time);
    return i < 0 ? 0 : this.#before[i]! + Math.min(time, this.#ends[i]!) - this.#starts[i]!;
  }

  isOpen(time: number): boolean {
    const i = this.#begun(time);
    return i >= 0 && time < this.#ends[i]!;
  }

  /** The first time at which so many open milliseconds have passed since `low`; undefined if they pass later. */
  reach(milliseconds: number): number | undefined {
    let low = -1, high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#before[middle]! < milliseconds) low = middle;
      else high = middle;
    }
    if (low < 0) return this.#starts[0];
    const time = this.#starts[low]! + milliseconds - this.#before[low]!;
    return time <= this.#ends[low]! ? time : undefined;
  }

  #begun(time: number): number {
    let i = this.#index[Math.floor((time - this.low) / BUCKET)]!;
    while (i + 1 < this.#starts.length && this.#starts[i + 1]! <= time) i++;
    return i;
  }
}

interface Span {
  from: number;
  to: number;
}

/** The weekly hours in UTC between two times; those that touch or overlap are one. */
function openSpans(spans: readonly WeeklySpan[], clock: Clock, low: number, high: number): Span[] {
  const byDay = Array.from({ length: 7 }, (_, day) => spans.filter((span) => span.day === day));
  const open: Span[] = [];
  // A day earlier, for hours that go past midnight, and a day for the zone.
  for (let midnight = low - 2 * DAY; midnight < high + DAY; midnight += DAY) {
    // The first of January 1970 was a Thursday.
    const weekday = (((midnight / DAY + 3) % 7) + 7) % 7;
    for (const span of byDay[weekday]!) {
      const from = Math.max(low, toUtc(clock, midnight + span.from * MINUTE));
      const to = Math.min(high, toUtc(clock, midnight + span.to * MINUTE));
      if (to <= from) continue;
      const last = open[open.length - 1];
      if (last && from <= last.to) last.to = Math.max(last.to, to);
      else open.push({ from, to });
    }
  }
  return open;
}

/** Where clocks go forward over a time that begins or ends work, the moment of the change stands for it. */
export function toUtc(clock: Clock, local: number): number {
  if (!clock.isOdd(local)) return clock.toUtc(local);
  const [first, , change] = clock.readings(local);
  return change ?? first!;
}

function without(open: readonly Span[], closings: readonly Span[]): Span[] {
  const left: Span[] = [];
  let first = 0;
  for (const { from, to } of open) {
    let begin = from;
    while (first < closings.length && closings[first]!.to <= from) first++;
    for (let k = first; k < closings.length && closings[k]!.from < to; k++) {
      const closing = closings[k]!;
      if (closing.from > begin) left.push({ from: begin, to: closing.from });
      begin = Math.max(begin, closing.to);
    }
    if (begin < to) left.push({ from: begin, to });
  }
  return left;
}
