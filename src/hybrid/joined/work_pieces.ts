/** When somebody was at work on a task instance: from interaction to interaction, pauses and other tasks left out. */
import { OptionError } from "../../base/errors.ts";
import type { TaskLinks } from "../links/task_links.ts";

/** From and to, milliseconds. */
export type Span = readonly [from: number, to: number];

export interface WorkOptions {
  /** A longer gap between two interactions is no work. @default 180 */
  readonly idleSeconds?: number;
}

/** Spans of work of each instance, in order, by the clock of the event log: as `taskInstances` counts active time. */
export function workPieces({ segmentation, clockOffsetSeconds }: TaskLinks, options: WorkOptions): Span[][] {
  const { log, owner, offsets, events, count } = segmentation, ahead = clockOffsetSeconds * 1000;
  const { idleSeconds = 180 } = options;
  if (!(idleSeconds > 0)) throw new OptionError(`Expected idleSeconds to be above 0 but found ${idleSeconds}.`);
  const longest = idleSeconds * 1000;
  return Array.from({ length: count }, (_, k) => {
    const pieces: [number, number][] = [];
    let until = -Infinity;
    for (let e = offsets[k]!; e < offsets[k + 1]!; e++) {
      const i = events[e]!, before = e > offsets[k]! ? events[e - 1]! : -1;
      const end = log.end?.[i], to = end === undefined || Number.isNaN(end) ? log.time[i]! : end;
      const goesOn = before >= 0 && log.time[i]! - until <= longest && !turnedAway(owner, before, i, k);
      if (goesOn) pieces.at(-1)![1] = Math.max(pieces.at(-1)![1], to);
      else pieces.push([log.time[i]!, to]);
      until = Math.max(until, to);
    }
    return pieces.map(([from, to]): Span => [from + ahead, to + ahead]);
  });
}

function turnedAway(owner: Int32Array, before: number, i: number, k: number): boolean {
  for (let j = before + 1; j < i; j++) if (owner[j]! >= 0 && owner[j] !== k) return true;
  return false;
}

/** Seconds of spans within bounds; spans that overlap count once. They are put in order. */
export function secondsWithin(spans: readonly Span[], from: number, to: number): number {
  let seconds = 0, until = from;
  for (const [a, b] of spans.toSorted((x, y) => x[0] - y[0])) {
    const begin = Math.max(a, until), end = Math.min(b, to);
    if (end <= begin) continue;
    seconds += (end - begin) / 1000;
    until = end;
  }
  return seconds;
}
