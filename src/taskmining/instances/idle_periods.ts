/** When users were away according to the recorder: interactions of class `idle`. */
import { countBelow } from "../../base/sorted.ts";
import { ACTION_CLASSES } from "../../io/interactions/action_class.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";

const IDLE = ACTION_CLASSES.indexOf("idle");

export function isIdle(log: InteractionLog, index: number): boolean {
  return log.actionClass[index] === IDLE;
}

/** Whether the recorder tells that somebody was away, or that a screen was locked. */
export function hasIdle(log: InteractionLog): boolean {
  return log.actionClass.includes(IDLE);
}

/**
 * Milliseconds of idleness of one user within a span of time; undefined where the log has no idle interaction.
 *
 * An idle interval lasts as it says; an idle moment lasts until the user's next interaction of another class. The user
 * is that of interaction `at`.
 */
export function idleWithin(log: InteractionLog): ((at: number, from: number, to: number) => number) | undefined {
  if (!hasIdle(log)) return undefined;
  const periods = idlePeriods(log);
  return (at, from, to) => {
    const own = periods.get(log.user[at]!);
    return own && to > from ? idleBefore(own, to) - idleBefore(own, from) : 0;
  };
}

interface Periods {
  /** Disjoint, ascending. */
  readonly from: number[];
  readonly to: number[];
  /** Milliseconds of all periods before each. */
  readonly before: number[];
}

function idlePeriods(log: InteractionLog): Map<number, Periods> {
  const { time, end, user } = log;
  const resumed = timesOfNextWork(log);
  const all = new Map<number, Periods>();
  for (let i = 0; i < time.length; i++) {
    if (!isIdle(log, i)) continue;
    const until = end && !Number.isNaN(end[i]!) ? end[i]! : resumed[i]!;
    let own = all.get(user[i]!);
    if (!own) all.set(user[i]!, own = { from: [], to: [], before: [] });
    const last = own.from.length - 1;
    if (last >= 0 && time[i]! <= own.to[last]!) {
      own.to[last] = Math.max(own.to[last]!, until);
    } else {
      own.before.push(last < 0 ? 0 : own.before[last]! + own.to[last]! - own.from[last]!);
      own.from.push(time[i]!);
      own.to.push(until);
    }
  }
  return all;
}

/** When each user's next interaction begins that is not idle; its own time where none follows. */
function timesOfNextWork(log: InteractionLog): Float64Array {
  const { time, user } = log;
  const next = time.slice();
  for (let i = time.length - 2; i >= 0; i--) {
    if (user[i] === user[i + 1]) next[i] = isIdle(log, i + 1) ? next[i + 1]! : time[i + 1]!;
  }
  return next;
}

/** Milliseconds of idleness before a time. */
function idleBefore({ from, to, before }: Periods, time: number): number {
  const low = countBelow(from, time);
  return low === 0 ? 0 : before[low - 1]! + Math.min(time, to[low - 1]!) - from[low - 1]!;
}
