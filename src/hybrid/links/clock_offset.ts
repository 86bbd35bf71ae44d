/**
 * By how much the clock of the event log is ahead of the recording's: minutes of a clock that is wrong, or the hours of a
 * time zone. Events are recorded when somebody does something, so that at the right offset most events that belong to
 * tasks have an interaction in the same seconds; at every other offset only as many as chance gives.
 */
import { countBelow } from "../../base/sorted.ts";
import { median } from "../../base/statistics/summary.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { sameName } from "./people.ts";
import { MISSPELT, type NamedCases } from "./task_identifiers.ts";
import type { TaskTimes } from "./task_times.ts";

const SECOND = 1000, MINUTE = 60_000, HOUR = 60 * MINUTE;
/** Clocks are at most so far apart. */
const FARTHEST = 15 * HOUR;
/** Widths in which agreement is looked for: events that know the second, and events that know the minute. */
const WIDTHS = [4 * SECOND, MINUTE];
/** Events that are looked at. */
const MOST_EVENTS = 2000;
/** So far above the second best offset must the best one be, in standard deviations; and so many events must agree. */
const LEAST_DEVIATIONS = 5, LEAST_EVENTS = 8;
/** Less is the time that a system takes to record, and no difference of clocks. */
const LEAST_OFFSET = 20 * SECOND;
/** An offset this near to a quarter of an hour is a time zone's. */
const ZONE = 15 * MINUTE, NEAR_ZONE = 20 * SECOND;

/** Times at which one event may have been made, and the moments of interactions that may have made it, in order. */
interface Trial {
  readonly time: number;
  readonly moments: Float64Array;
}

/** Milliseconds; 0 where the clocks agree or nothing tells. */
export function clockOffset(
  log: EventLog,
  times: TaskTimes,
  named: readonly NamedCases[],
): number {
  for (const trials of [byIdentifier(log, times, named), byName(log, times), byAnybody(log, times)]) {
    for (const width of WIDTHS) {
      const found = bestOffset(trials, width);
      if (found !== undefined) return found;
    }
  }
  return 0;
}

/** Events of cases that instances name. */
function byIdentifier(log: EventLog, { moments, offsets }: TaskTimes, named: readonly NamedCases[]): Trial[] {
  const workOn = new Map<number, number[]>();
  named.forEach(({ levels }, k) => {
    for (const [c, level] of levels) if (level <= MISSPELT) workOn.set(c, [...workOn.get(c) ?? [], k]);
  });
  const cases = evenly([...workOn.keys()].sort((a, b) => a - b), MOST_EVENTS / 4);
  return cases.flatMap((c) => {
    const own = Float64Array.from(workOn.get(c)!.flatMap((k) => [...moments.subarray(offsets[k]!, offsets[k + 1]!)]))
      .sort();
    return [...new Set(log.time.subarray(log.offsets[c]!, log.offsets[c + 1]!))].map((time) => ({
      time,
      moments: own,
    }));
  });
}

/** Events of people who have one name in both logs. */
function byName(log: EventLog, times: TaskTimes): Trial[] {
  const namesakes = (log.resources ?? []).map((resource) =>
    times.users.flatMap((user, u) => user !== "" && sameName(user, resource) ? [u] : [])
  );
  if (namesakes.every((own) => own.length === 0)) return [];
  const momentsOf = namesakes.map((users) => momentsOfUsers(times, (u) => users.includes(u)));
  const known = new Set<string>();
  const events = Array.from(log.time.keys()).filter((i) => {
    const r = log.resource![i]!, key = `${r} ${log.time[i]}`;
    if (r < 0 || momentsOf[r]!.length === 0 || !isWithin(times, log.time[i]!) || known.has(key)) return false;
    known.add(key);
    return true;
  });
  return evenly(events, MOST_EVENTS).map((i) => ({ time: log.time[i]!, moments: momentsOf[log.resource![i]!]! }));
}

/** All events: where neither identifiers nor names tell, many of them must agree. */
function byAnybody(log: EventLog, times: TaskTimes): Trial[] {
  const moments = momentsOfUsers(times, () => true);
  const seen = [...new Set(log.time)].filter((time) => isWithin(times, time));
  return evenly(seen.sort((a, b) => a - b), MOST_EVENTS).map((time) => ({ time, moments }));
}

function momentsOfUsers({ user, moments, offsets }: TaskTimes, isOne: (u: number) => boolean): Float64Array {
  const own: number[] = [];
  user.forEach((u, k) => {
    if (isOne(u)) { for (let e = offsets[k]!; e < offsets[k + 1]!; e++) own.push(moments[e]!); }
  });
  return Float64Array.from(own).sort();
}

function isWithin({ span: [from, to] }: TaskTimes, time: number): boolean {
  return from - FARTHEST <= time && time <= to + FARTHEST;
}

function evenly<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, i) => all[Math.floor(i * all.length / most)]!);
}

/** The offset at which events agree with interactions, far more often than at any other; undefined: there is none. */
function bestOffset(trials: readonly Trial[], width: number): number | undefined {
  const bins = Math.ceil(2 * FARTHEST / width) + 1;
  // Bins that overlap by half, so that no offset lies at the edge of all bins that hold it.
  const agree = [new Int32Array(bins), new Int32Array(bins)];
  for (const { time, moments } of trials) {
    const last = [-1, -1];
    // From the latest moment to the earliest: differences grow.
    for (let n = countBelow(moments, time + FARTHEST) - 1; n >= 0 && moments[n]! >= time - FARTHEST; n--) {
      for (const half of [0, 1]) {
        const bin = Math.floor((time - moments[n]! + FARTHEST + half * width / 2) / width);
        if (bin === last[half] || bin < 0 || bin >= bins) continue;
        last[half] = bin;
        agree[half]![bin]!++;
      }
    }
  }
  const middle = (half: number, bin: number) => (bin + 0.5) * width - half * width / 2 - FARTHEST;
  let best = { offset: 0, count: -1 };
  agree.forEach((own, half) =>
    own.forEach((count, bin) => count > best.count && (best = { offset: middle(half, bin), count }))
  );
  const apart = Math.max(2 * MINUTE, 2 * width);
  let second = 0;
  agree.forEach((own, half) =>
    own.forEach((count, bin) => {
      if (count > second && Math.abs(middle(half, bin) - best.offset) > apart) second = count;
    })
  );
  if (best.count < LEAST_EVENTS || best.count - second < LEAST_DEVIATIONS * Math.sqrt(second + 1)) return undefined;
  const least = Math.max(LEAST_OFFSET, 1.5 * width);
  if (Math.abs(best.offset) < least) return 0;
  return rounded(refined(trials, best.offset, width));
}

/** The middle of the differences about an offset. */
function refined(trials: readonly Trial[], offset: number, width: number): number {
  const differences = trials.flatMap(({ time, moments }) => {
    const next = countBelow(moments, time - offset);
    const near = [next - 1, next].filter((n) => n >= 0 && n < moments.length).map((n) => time - moments[n]!);
    return near.filter((difference) => Math.abs(difference - offset) <= width);
  });
  return median(differences);
}

function rounded(offset: number): number {
  const zone = Math.round(offset / ZONE) * ZONE;
  return zone !== 0 && Math.abs(offset - zone) <= NEAR_ZONE ? zone : Math.round(offset / SECOND) * SECOND;
}
