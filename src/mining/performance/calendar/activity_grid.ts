/** When things happen: by weekday and part of the day, on how many dates, in local time. */
import type { EventLog } from "../../../log/events/event_log.ts";

const MINUTE = 60_000, DAY = 86_400_000;

/** What happened in one group, or in the whole log. */
export interface Grid {
  /** Parts of a day; cells stand weekday by weekday from Monday on. */
  readonly parts: number;
  /** Starts and completions. */
  readonly points: number;
  /** Of each cell: points, and dates with any. */
  readonly count: Float64Array;
  readonly active: Int32Array;
  /** Of each date from `firstDay` on (days since 1970): points. */
  readonly firstDay: number;
  readonly daily: Int32Array;
}

/** Points in local time: the part of which day each start and completion falls in. */
export interface LocalPoints {
  /** Days since 1970, and part of the day; of events in the order of the log, starts behind completions. */
  readonly day: Int32Array;
  readonly part: Uint8Array;
  /** The event of each point. */
  readonly event: Int32Array;
  readonly parts: number;
  /** Different times of day. */
  readonly timesOfDay: number;
}

/**
 * A completion at the very begin of a part of the day belongs to the part before: the work was done there.
 *
 * @param minutes length of a part of the day.
 */
export function localPoints(log: EventLog, timeZone: string, minutes: number): LocalPoints {
  const { time, start, events } = log;
  const known = start ? start.reduce((n, s) => n + (s === s ? 1 : 0), 0) : 0;
  const day = new Int32Array(events + known), part = new Uint8Array(events + known);
  const event = new Int32Array(events + known);
  const offset = offsetsOf(timeZone), length = minutes * MINUTE;
  const times = new Set<number>();
  let n = 0;
  const add = (i: number, utc: number, back: number) => {
    const local = utc + offset(utc);
    const within = ((local % DAY) + DAY) % DAY;
    // A day begins with its first part: what is done at midnight sharp is mostly a date without a time.
    const at = back > 0 && within > 0 && within % length === 0 ? within - 1 : within;
    if (times.size < 3) times.add(within);
    day[n] = Math.floor(local / DAY);
    part[n] = Math.floor(at / length);
    event[n++] = i;
  };
  for (let i = 0; i < events; i++) add(i, time[i]!, 1);
  if (start) { for (let i = 0; i < events; i++) if (start[i] === start[i]) add(i, start[i]!, 0); }
  return { day, part, event, parts: DAY / length, timesOfDay: times.size };
}

/** Grids of the groups; `codes` tells the group of each event, −1 for none. */
export function grids(points: LocalPoints, codes: ArrayLike<number> | undefined, groups: number): Grid[] {
  const { day, part, event, parts } = points;
  const groupOf = (k: number) => codes ? codes[event[k]!]! : 0;
  const first = new Int32Array(groups).fill(2147483647), last = new Int32Array(groups).fill(-2147483648);
  const sizes = new Int32Array(groups);
  for (let k = 0; k < day.length; k++) {
    const g = groupOf(k);
    if (g < 0) continue;
    sizes[g]!++;
    if (day[k]! < first[g]!) first[g] = day[k]!;
    if (day[k]! > last[g]!) last[g] = day[k]!;
  }
  const made = Array.from(sizes, (points, g): Grid => ({
    parts,
    points,
    count: new Float64Array(7 * parts),
    active: new Int32Array(7 * parts),
    firstDay: points > 0 ? first[g]! : 0,
    daily: new Int32Array(points > 0 ? last[g]! - first[g]! + 1 : 0),
  }));
  const seen = made.map(({ daily }) => new Uint8Array(daily.length * parts));
  for (let k = 0; k < day.length; k++) {
    const g = groupOf(k);
    if (g < 0) continue;
    const { count, active, firstDay, daily } = made[g]!;
    const date = day[k]! - firstDay, cell = weekday(day[k]!) * parts + part[k]!;
    count[cell]!++;
    daily[date]!++;
    if (seen[g]![date * parts + part[k]!]) continue;
    seen[g]![date * parts + part[k]!] = 1;
    active[cell]!++;
  }
  return made;
}

/** 0 is Monday; the first of January 1970 was a Thursday. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Milliseconds to add to a time in UTC; clocks change at full quarters of an hour. */
function offsetsOf(timeZone: string): (utc: number) => number {
  if (timeZone === "UTC") return () => 0;
  const known = new Map<number, number>();
  let lastQuarter = NaN, lastOffset = 0;
  return (utc) => {
    const quarter = Math.floor(utc / (15 * MINUTE));
    if (quarter === lastQuarter) return lastOffset;
    let offset = known.get(quarter);
    if (offset === undefined) {
      const at = Temporal.Instant.fromEpochMilliseconds(quarter * 15 * MINUTE).toZonedDateTimeISO(timeZone);
      known.set(quarter, offset = at.offsetNanoseconds / 1e6);
    }
    lastQuarter = quarter;
    return lastOffset = offset;
  };
}
