/** The work of linked task instances, given to the cases and events that it belongs to. */
import type { TaskLinks } from "../links/task_links.ts";
import type { Span } from "./work_pieces.ts";

/** Work of one instance on one case. */
export interface LinkedWork {
  /** Number of the instance, from 0. */
  readonly instance: number;
  /** Code of the user in the recording. */
  readonly user: number;
  readonly case: number;
  /** Event of the log; -1: none recorded it. */
  readonly event: number;
  readonly probability: number;
  readonly pieces: readonly Span[];
}

/**
 * By instance. An instance of several cases gives each the time up to its event, and the last what comes after.
 *
 * @param pieces of each instance, as `workPieces` gives them.
 */
export function linkedWork({ of, log, segmentation }: TaskLinks, pieces: readonly Span[][]): LinkedWork[] {
  const work: LinkedWork[] = [];
  for (let i = 0, to = 0; i < of.instance.length; i = to) {
    const instance = of.instance[i]!;
    while (to < of.instance.length && of.instance[to] === instance) to++;
    const own = Array.from({ length: to - i }, (_, n) => i + n);
    const timeOf = (n: number) => of.event[n]! < 0 ? Infinity : log.time[of.event[n]!]!;
    own.sort((a, b) => timeOf(a) - timeOf(b) || of.case[a]! - of.case[b]!);
    const user = segmentation.log.user[segmentation.events[segmentation.offsets[instance]!]!]!;
    let from = -Infinity;
    own.forEach((n, place) => {
      const until = place === own.length - 1 ? Infinity : timeOf(n);
      work.push({
        ...{ instance, user, case: of.case[n]!, event: of.event[n]!, probability: of.probability[n]! },
        pieces: own.length === 1 ? pieces[instance]! : cut(pieces[instance]!, from, until),
      });
      from = until;
    });
  }
  return work;
}

function cut(pieces: readonly Span[], from: number, to: number): Span[] {
  return pieces.flatMap(([a, b]): Span[] => {
    const begin = Math.max(a, from), end = Math.min(b, to);
    return begin < end || begin === end && a === b ? [[begin, end]] : [];
  });
}
