/**
 * Filtering a directly-follows graph by how frequent its activities and paths are, without the log.
 *
 * The parts of `frequentParts`, which the process map shows; see there for the idea and its sources.
 */
import { InputError } from "../../base/errors.ts";
import type { Dfg } from "../../models/dfg.ts";
import { shareOf } from "../declarative_options.ts";
import { flowEdges, frequentParts } from "../simplify_dfg.ts";
import { requireKind } from "../../models/given_model.ts";

export interface FilterDfgOptions {
  /** Share of the activities to keep, the most frequent ones, 0 to 1; at least one is kept. @default 1 */
  readonly activities?: number;
  /** Share of the steps to keep beyond those that hold the graph together, 0 to 1. @default 1 */
  readonly paths?: number;
}

/**
 * Keeps the most frequent activities and steps, such that every activity kept is still on a way from start to end.
 *
 * For that, activities on the widest ways of those asked for are kept too, and the steps of these ways: there may be
 * more of both than the shares say. With 1 for both nothing is left out. Numbers of what stays are those of the whole
 * log, never changed: an activity's events may be more than its steps account for.
 *
 * @throws InputError if a share lies outside 0 to 1, or the graph has no activity.
 * @example
 * ```ts
 * import { directlyFollows, filterDfg, readLog } from "tracebook";
 * const graph = directlyFollows(await readLog("data/order-to-cash.csv"));
 * filterDfg(graph, { activities: 0.6, paths: 0.2 }).edges.length;
 * ```
 */
export function filterDfg(dfg: Dfg, options: FilterDfgOptions = {}): Dfg {
  requireKind("directly-follows graph", dfg);
  const activityShare = shareOf("activities", options.activities ?? 1);
  const pathShare = shareOf("paths", options.paths ?? 1);
  const n = dfg.activities.length;
  if (n === 0) throw new InputError("Expected a directly-follows graph with activities but found none.");
  const { activities, edges, leastEdges } = frequentParts(dfg)(Math.max(1, Math.round(activityShare * n)));
  const kept = edges.slice(0, leastEdges + Math.round(pathShare * (edges.length - leastEdges)));
  const steps = flowEdges(dfg);
  const starts = new Float64Array(n), ends = new Float64Array(n);
  for (const edge of kept) {
    const { from, to, count } = steps[edge]!;
    if (from === n) starts[to] = count;
    else if (to === n + 1) ends[from] = count;
  }
  const index = new Int32Array(n).fill(-1);
  activities.forEach((activity, i) => index[activity] = i);
  const those = (values: Float64Array) => Float64Array.from(activities, (activity) => values[activity]!);
  return {
    activities: activities.map((activity) => dfg.activities[activity]!),
    events: those(dfg.events),
    cases: those(dfg.cases),
    starts: those(starts),
    ends: those(ends),
    meanServiceSeconds: those(dfg.meanServiceSeconds),
    medianServiceSeconds: those(dfg.medianServiceSeconds),
    edges: kept.filter((edge) => edge < dfg.edges.length).sort((a, b) => a - b)
      .map((edge) => dfg.edges[edge]!)
      .map((edge) => ({ ...edge, from: index[edge.from]!, to: index[edge.to]! })),
    totalCases: dfg.totalCases,
  };
}
