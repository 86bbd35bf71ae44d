/** Pairs of task instances and cases that may belong together, and how their fields compare. */
import { countBelow } from "../../base/sorted.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { isOneSlip } from "./identifier_forms.ts";
import type { People } from "./people.ts";
import { DISAGREES, MISSPELT, type NamedCases, NEAR, NONE } from "./task_identifiers.ts";
import { CASE_RAN, DAY_AWAY, ELSEWHEN, type TaskTimes, timeLevel } from "./task_times.ts";

/** Whether the event's resource is the instance's user. */
export const PERSON_LEVELS = ["same", "not known", "another"] as const;
export const SAME = 0, UNKNOWN = 1, ANOTHER = 2;

export interface Pair {
  readonly instance: number;
  readonly case: number;
  /** The event of the case that fits best. */
  event: number;
  readonly id: number;
  person: number;
  time: number;
  activity: number;
}

/** What pairs are made of. */
export interface Sides {
  readonly log: EventLog;
  readonly caseOf: Int32Array;
  /** As the clock of the event log shows them, which is ahead of the recording's by so many milliseconds. */
  readonly times: TaskTimes;
  readonly clockOffset: number;
  readonly hasTimes: boolean;
  readonly people: People;
  /** Kind of each instance. */
  readonly kind: Int32Array;
  readonly kinds: number;
  readonly queues: Queues;
  /** Of each case, its id without prefix, zeros and separators. */
  readonly cores: readonly (string | undefined)[];
}

/** Weight of an event among those of its case, from the levels of its fields. */
export type EventWeight = (kind: number, person: number, time: number, activity: number) => number;

const MINUTE = 60_000, DAY = 86_400_000;
/** Events of the user this long before and after an instance are candidates, and of people not known. */
const AROUND = 10 * MINUTE, AROUND_UNKNOWN = 2 * MINUTE;
const MOST_NEAR = 40;
/** Events of a long case that are looked at, around the instance. */
const MOST_OF_CASE = 64;

/**
 * Pairs by blocking: cases that an instance names, and cases with an event of the user near in time.
 *
 * @param move milliseconds by which all events are moved: what chance gives is seen with events at other times.
 * @param every 1 for pairs of all instances, 2 for those of every second.
 * @param namedBy the cases that instance k is taken to name.
 */
export function pairsOf(
  sides: Sides,
  namedBy: (k: number) => NamedCases,
  weight: EventWeight,
  move: number,
  give: (pair: Pair) => void,
  every = 1,
): void {
  const count = sides.kind.length;
  for (let k = 0; k < count; k += every) {
    const named = namedBy(k);
    const cases = new Set<number>();
    for (const [c, level] of named.levels) if (level <= MISSPELT) cases.add(c);
    if (sides.hasTimes) { for (const i of eventsNear(sides, k, move)) cases.add(sides.caseOf[i]!); }
    for (const c of cases) give(bestPair(sides, k, c, idLevel(named, sides.cores[c], c), weight, move));
  }
}

function idLevel({ levels, numbers, hasOwn }: NamedCases, core: string | undefined, c: number): number {
  const level = levels.get(c);
  if (level !== undefined && level <= MISSPELT) return level;
  if (core !== undefined) { for (const number of numbers) if (isOneSlip(number, core)) return NEAR; }
  if (level !== undefined) return level;
  return hasOwn ? DISAGREES : NONE;
}

function bestPair(sides: Sides, k: number, c: number, id: number, weight: EventWeight, move: number): Pair {
  const { log, times, kind, hasTimes } = sides;
  let best: Pair | undefined, most = -Infinity;
  const [from, to] = around(log, c, times.begin[k]! - move);
  for (let i = from; i < to; i++) {
    const person = personLevel(sides, k, i);
    const time = hasTimes ? levelOf(sides, k, i, c, move) : CASE_RAN;
    const value = weight(kind[k]!, person, time, log.activity[i]!);
    if (value > most) {
      most = value;
      best = { instance: k, case: c, event: i, id, person, time, activity: log.activity[i]! };
    }
  }
  return best!;
}

function levelOf({ log, times }: Sides, k: number, i: number, c: number, move: number): number {
  let level = timeLevel(times, k, log.time[i]! + move);
  const start = log.start?.[i];
  if (level > 0 && start !== undefined && !Number.isNaN(start)) {
    level = Math.min(level, Math.max(1, timeLevel(times, k, start + move)));
  }
  if (level <= DAY_AWAY) return level;
  const first = log.time[log.offsets[c]!]! + move, last = log.time[log.offsets[c + 1]! - 1]! + move;
  return times.end[k]! >= first - DAY && times.begin[k]! <= last + DAY ? CASE_RAN : ELSEWHEN;
}

function personLevel({ log, people, times }: Sides, k: number, i: number): number {
  const r = log.resource?.[i] ?? -1;
  if (r < 0) return UNKNOWN;
  const own = people.resourcesOf[times.user[k]!];
  if (own?.includes(r)) return SAME;
  return people.isRecorded[r] ? ANOTHER : UNKNOWN;
}

function around({ offsets, time }: EventLog, c: number, moment: number): [number, number] {
  const from = offsets[c]!, to = offsets[c + 1]!;
  if (to - from <= MOST_OF_CASE) return [from, to];
  const next = countBelow(time, moment, from, to);
  return [Math.max(from, next - MOST_OF_CASE / 2), Math.min(to, next + MOST_OF_CASE / 2)];
}

/** Events in the order of their time, of each resource and of all whom no user is known to be. */
export interface Queues {
  readonly byResource: readonly (Int32Array | undefined)[];
  readonly unknown: Int32Array;
}

export function queuesOf(log: EventLog, people: People): Queues {
  const own = new Map<number, number[]>(), unknown: number[] = [];
  for (let i = 0; i < log.events; i++) {
    const r = log.resource?.[i] ?? -1;
    if (r >= 0 && people.isRecorded[r]) {
      const list = own.get(r);
      if (list) list.push(i);
      else own.set(r, [i]);
    } else unknown.push(i);
  }
  const sorted = (list: readonly number[]) =>
    Int32Array.from(list).sort((a, b) => log.time[a]! - log.time[b]! || a - b);
  return {
    byResource: (log.resources ?? []).map((_, r) => own.has(r) ? sorted(own.get(r)!) : undefined),
    unknown: sorted(unknown),
  };
}

function* eventsNear(sides: Sides, k: number, move: number): Generator<number> {
  const { log, times, people, queues } = sides;
  const own = people.resourcesOf[times.user[k]!] ?? [];
  const lists = own.length > 0 ? own.map((r) => queues.byResource[r]) : [queues.unknown];
  const slack = own.length > 0 ? AROUND : AROUND_UNKNOWN;
  for (const list of lists) {
    if (!list) continue;
    const from = times.begin[k]! - slack - move, to = times.end[k]! + slack - move;
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (log.time[list[middle]!]! < from) low = middle + 1;
      else high = middle;
    }
    for (let n = 0; low < list.length && log.time[list[low]!]! <= to && n < MOST_NEAR; low++, n++) yield list[low]!;
  }
}
