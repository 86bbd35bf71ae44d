/** When which application was in front of a person, and when nothing happened. */
import type { TextColumn } from "../../../base/column.ts";
import { textAt } from "../../../io/interactions/text_columns.ts";
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";
import { isIdle } from "../../../taskmining/instances/idle_periods.ts";

/** A stay in one window of one application. */
export interface Visit {
  /** Milliseconds UTC. */
  readonly from: number;
  to: number;
  /** Code of the application, -1 where unknown. */
  readonly app: number;
  readonly window: string | undefined;
  /** Interactions begun in it. */
  actions: number;
}

export interface Presence {
  /** In order of time, not overlapping. */
  readonly visits: readonly Visit[];
  /** Spans without interaction, longer than the threshold or called idle by the recorder. */
  readonly idle: readonly (readonly [from: number, to: number])[];
}

/**
 * The stays of one user, by the rule of `applications`: a gap of at most `idle` milliseconds belongs to the application
 * of the interaction that opens it; intervals count as long as they last, the last begun being in front.
 *
 * @param windows `log.window`.
 * @param indices Interactions of one user, in order.
 * @param until Nothing lasts beyond this time.
 */
export function presence(
  log: InteractionLog,
  windows: TextColumn,
  indices: readonly number[],
  idle: number,
  until: number,
): Presence {
  const away = saidIdle(log, indices, until);
  const work = indices.filter((i) => !isIdle(log, i));
  const visits: Visit[] = [];
  const counted = new Set<number>();
  const emit = (from: number, to: number, at: number) => {
    const window = textAt(windows, at);
    const last = visits.at(-1);
    const actions = counted.has(at) ? 0 : 1;
    counted.add(at);
    if (last && last.to === from && last.app === log.app[at] && last.window === window) {
      last.to = to;
      last.actions += actions;
    } else visits.push({ from, to, app: log.app[at]!, window, actions });
  };
  for (const { from, to, at } of focus(log, work, idle, until)) {
    for (const [a, b] of without(from, to, away)) emit(a, b, at);
  }
  const gaps: [number, number][] = [];
  for (let v = 1; v < visits.length; v++) {
    const from = visits[v - 1]!.to, to = visits[v]!.from;
    if (to > from && (to - from > idle || away.some(([a, b]) => a < to && b > from))) gaps.push([from, to]);
  }
  return { visits, idle: gaps };
}

interface Span {
  from: number;
  to: number;
  at: number;
}

function focus({ time, end }: InteractionLog, work: readonly number[], idle: number, until: number): Span[] {
  const spans: Span[] = [];
  const open: { at: number; until: number }[] = [];
  let now = 0;
  const advance = (to: number) => {
    while (open.length > 0 && now < to) {
      const top = open.at(-1)!;
      const stop = Math.min(top.until, to);
      if (stop > now) spans.push({ from: now, to: stop, at: top.at });
      now = Math.max(now, stop);
      if (top.until <= now) open.pop();
    }
  };
  work.forEach((i, e) => {
    const next = work[e + 1];
    if (open.length === 0) now = time[i]!;
    const gap = next === undefined ? 0 : time[next]! - time[i]!;
    const interval = end !== undefined && !Number.isNaN(end[i]!);
    const lasts = Math.min(until, interval ? end[i]! : time[i]! + (gap <= idle ? gap : 0));
    // What takes no time is there all the same.
    if (lasts <= time[i]!) spans.push({ from: time[i]!, to: time[i]!, at: i });
    else open.push({ at: i, until: lasts });
    advance(next === undefined ? Infinity : time[next]!);
    now = next === undefined ? now : time[next]!;
  });
  return spans;
}

/** What the recorder calls idle: intervals as they are, moments until the next work. */
function saidIdle(log: InteractionLog, indices: readonly number[], until: number): [number, number][] {
  const { time, end } = log;
  const found: [number, number][] = [];
  let resumed = NaN;
  for (const i of [...indices].reverse()) {
    if (!isIdle(log, i)) {
      resumed = time[i]!;
      continue;
    }
    const to = end && !Number.isNaN(end[i]!) ? end[i]! : Number.isNaN(resumed) ? time[i]! : resumed;
    found.push([time[i]!, Math.min(to, until)]);
  }
  return found.reverse();
}

function without(from: number, to: number, holes: readonly (readonly [number, number])[]): [number, number][] {
  let left: [number, number][] = [[from, to]];
  for (const [a, b] of holes) {
    if (b <= from || a >= to) continue;
    left = left.flatMap(([x, y]): [number, number][] => {
      if (b <= x || a >= y) return [[x, y]];
      const parts: [number, number][] = [[x, Math.min(a, y)], [Math.max(b, x), y]];
      return parts.filter(([p, q]) => q > p);
    });
  }
  return left;
}
