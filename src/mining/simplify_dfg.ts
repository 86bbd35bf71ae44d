/**
 * The most frequent part of a directly-follows graph that still holds together.
 *
 * A plain threshold leaves activities that nothing leads to. Here, whatever is kept lies on a way from the start of a
 * case to its end: each activity keeps its widest way, the one whose rarest step is the most frequent (Pollack, "The
 * maximum capacity through a network", Operations Research 1960; found as Dijkstra finds shortest ways). That these
 * strongest connections stay is the idea of Günther & van der Aalst, "Fuzzy Mining", BPM 2007; numbers are never
 * changed: an edge says how often one activity directly followed the other in the log, whatever is hidden.
 */
import type { Dfg } from "../models/dfg.ts";

/** A step of the graph, its start and end included: activity `start(dfg)` stands before all, `end(dfg)` after. */
export interface FlowEdge {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** The part of a graph around its most frequent activities. Numbers are indices into `dfg.activities` and `flowEdges`. */
export interface FrequentPart {
  /** Ascending. */
  readonly activities: readonly number[];
  /** Every edge between the activities kept, in the order in which they come in. */
  readonly edges: readonly number[];
  /** How many edges, the first so many, hold the activities together. */
  readonly leastEdges: number;
}

/** All steps: the graph's edges in their order, then the starts, then the ends, by activity. */
export function flowEdges(dfg: Dfg): FlowEdge[] {
  const n = dfg.activities.length;
  const edges: FlowEdge[] = dfg.edges.map(({ from, to, count }) => ({ from, to, count }));
  dfg.starts.forEach((count, to) => count > 0 && edges.push({ from: n, to, count }));
  dfg.ends.forEach((count, from) => count > 0 && edges.push({ from, to: n + 1, count }));
  return edges;
}

/**
 * Ranks the parts of a graph: a function that gives the part around so many of its activities.
 *
 * - The most frequent activities are kept (ties: by name), and with them those on their widest ways from the start and
 *   to the end. Hence there may be more than were asked for.
 * - The edges of these ways come first, then the most frequent ones (ties: by from, then to). Show the first so many,
 *   but at least `leastEdges`: in a graph that comes from a log, every activity is then on a way from start to end.
 *
 * More activities keep all that fewer keep.
 *
 * Cost: quadratic in the activities once, then linear in the edges, plus sorting them.
 *
 * @example
 * ```ts
 * import { directlyFollows, frequentParts, readLog } from "tracebook";
 * const graph = directlyFollows(await readLog("data/order-to-cash.csv"));
 * frequentParts(graph)(5).activities.map((activity) => graph.activities[activity]);
 * ```
 */
export function frequentParts(dfg: Dfg): (activities: number) => FrequentPart {
  const n = dfg.activities.length;
  const steps = flowEdges(dfg);
  const ranked = byFrequency(dfg);
  const ways = [
    { step: widestSteps(steps, n + 2, n, false), onwards: (edge: number) => steps[edge]!.from },
    { step: widestSteps(steps, n + 2, n + 1, true), onwards: (edge: number) => steps[edge]!.to },
  ];
  return (activities) => {
    const kept = new Uint8Array(n + 2);
    const least = new Uint8Array(steps.length);
    kept[n] = kept[n + 1] = 1;
    const wanted = ranked.slice(0, Math.max(1, activities));
    for (const activity of wanted) kept[activity] = 1;
    for (const { step, onwards } of ways) {
      const walked = new Uint8Array(n + 2);
      for (const activity of wanted) {
        // The ways form a tree: beyond a node that was walked, all was.
        for (let at = activity; step[at]! >= 0 && !walked[at]; at = onwards(step[at]!)) {
          walked[at] = kept[at] = 1;
          least[step[at]!] = 1;
        }
      }
    }
    const edges = steps.map((_, i) => i).filter((i) => kept[steps[i]!.from] && kept[steps[i]!.to])
      .sort((a, b) =>
        least[b]! - least[a]! || steps[b]!.count - steps[a]!.count || steps[a]!.from - steps[b]!.from ||
        steps[a]!.to - steps[b]!.to
      );
    return {
      activities: dfg.activities.map((_, i) => i).filter((i) => kept[i]),
      edges,
      leastEdges: least.reduce((sum, edge) => sum + edge, 0),
    };
  };
}

/** Activities by how many events carry them, ties by name. */
export function byFrequency(dfg: Dfg): number[] {
  const { activities, events } = dfg;
  return activities.map((_, i) => i)
    .sort((a, b) => events[b]! - events[a]! || (activities[a]! < activities[b]! ? -1 : 1));
}

/**
 * The edge by which each node is reached from the root (or reaches it, backwards) on its widest way, -1 where none does.
 * Of ways equally wide the one of fewer steps, then of the lower edge.
 */
function widestSteps(steps: readonly FlowEdge[], nodes: number, root: number, backwards: boolean): Int32Array {
  const out: number[][] = Array.from({ length: nodes }, () => []);
  steps.forEach(({ from, to }, i) => from !== to && out[backwards ? to : from]!.push(i));
  const width = new Float64Array(nodes);
  const length = new Float64Array(nodes).fill(Infinity);
  const step = new Int32Array(nodes).fill(-1);
  const done = new Uint8Array(nodes);
  width[root] = Infinity;
  length[root] = 0;
  for (;;) {
    let best = -1;
    for (let node = 0; node < nodes; node++) {
      if (done[node] || width[node] === 0) continue;
      if (best < 0 || better(width[node]!, length[node]!, best)) best = node;
    }
    if (best < 0) return step;
    done[best] = 1;
    for (const edge of out[best]!) {
      const { from, to, count } = steps[edge]!;
      const next = backwards ? from : to;
      const narrow = Math.min(width[best]!, count);
      if (done[next] || !better(narrow, length[best]! + 1, next)) continue;
      width[next] = narrow;
      length[next] = length[best]! + 1;
      step[next] = edge;
    }
  }

  function better(wide: number, long: number, than: number): boolean {
    return wide !== width[than] ? wide > width[than]! : long < length[than]!;
  }
}
