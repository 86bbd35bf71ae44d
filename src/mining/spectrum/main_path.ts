/** The path that a picture shows if none is named. */
import type { EventLog } from "../../log/events/event_log.ts";
import { formatShare } from "../../base/format.ts";
import { directlyFollows } from "../directly_follows.ts";
import { endActivities, startActivities } from "../statistics.ts";
import { traceVariants } from "../variants.ts";

export interface MainPath {
  /** Codes of activities; fewer than two if no case has two events. */
  readonly path: readonly number[];
  /** How it was chosen, in words. */
  readonly chosen: string;
}

/** A variant stands for the log if so many of its cases follow it. */
const LEAST_SHARE = 0.02;

/**
 * The most frequent variant of at least two events; where it is rare, the way from the most frequent first activity over
 * the most frequent successors, each activity once.
 *
 * @param most longest path; it is cut there.
 */
export function mainPath(log: EventLog, most: number): MainPath {
  const { sequences, counts } = traceVariants(log);
  const v = sequences.findIndex((sequence) => sequence.length > 1);
  if (v < 0) return { path: [], chosen: "" };
  const share = counts[v]! / log.cases;
  if (share < LEAST_SHARE) {
    return cut(mainWay(log), most, "The path goes from each activity to its most frequent successor");
  }
  return cut(
    [...sequences[v]!],
    most,
    `The path is that of the most frequent variant (${formatShare(share)} of the cases)`,
  );
}

function cut(path: readonly number[], most: number, chosen: string): MainPath {
  const shown = path.slice(0, most);
  return { path: shown, chosen: shown.length < path.length ? `${chosen}, up to its activity ${most}.` : `${chosen}.` };
}

function mainWay(log: EventLog): number[] {
  const { edges } = directlyFollows(log);
  const most = (own: typeof edges) => own.toSorted((a, b) => b.count - a.count || a.from - b.from || a.to - b.to)[0];
  const ends = new Map(endActivities(log).rows().map(({ activity, cases }) => [activity, cases]));
  const path = [log.activities.indexOf(startActivities(log).rows()[0]!.activity)];
  for (;;) {
    const here = path.at(-1)!;
    const next = most(edges.filter(({ from, to }) => from === here && !path.includes(to)));
    // Where more cases end than go on, the way ends.
    if (!next || (path.length > 1 && next.count < (ends.get(log.activities[here]!) ?? 0))) break;
    path.push(next.to);
  }
  if (path.length > 1) return path;
  const first = most(edges)!;
  return [first.from, first.to];
}
