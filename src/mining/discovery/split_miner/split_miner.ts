/**
 * Split Miner.
 *
 * Augusto, Conforti, Dumas, La Rosa & Polyvyanyy, "Split miner: automated discovery of accurate and simple business
 * process models from event logs", Knowledge and Information Systems 59, 2019.
 */
import { OptionError } from "../../../base/errors.ts";
import type { EventLog } from "../../../log/events/event_log.ts";
import { Bpmn, type BpmnFlow, type BpmnKind, type BpmnNode } from "../../../models/bpmn.ts";
import type { Dfg } from "../../../models/dfg.ts";
import type { TraceCounts } from "../../../models/trace_variants.ts";
import { type FollowCounts, followCounts, prunedGraph } from "./split_miner_graph.ts";
import { decideJoins } from "./split_miner_joins.ts";
import type { JoinTree } from "./split_miner_patterns.ts";
import { type Region, regionsOf } from "../../../models/nets/regions.ts";
import { type FlowGraph, flowGraph } from "./split_miner_splits.ts";
import { requireEventLog } from "../../../log/require_log.ts";

export interface SplitMinerOptions {
  /** Percentile of the most frequent edges below which edges are left out, 0 to 1; 0 keeps all. @default 0.4 */
  readonly eta?: number;
  /**
   * Two activities that follow each other are concurrent if their counts differ by less than this share of their sum,
   * 0 to 1; of other pairs the less frequent order is left out. 0 takes both orders of all pairs as they are. @default 0.1
   */
  readonly epsilon?: number;
}

/**
 * Discovers a BPMN process that is sound: from whatever happens the end can be reached, and nothing is left behind then.
 *
 * From the directly-follows graph edges of concurrent activities and rare edges are taken out, all activities staying on
 * a path from start to end; activities get split gateways by which of their successors are concurrent; joins become
 * exclusive or parallel gateways where it is certain which tokens come, and stay inclusive where it is not.
 *
 * The paper's nets may leave tokens behind where concurrent branches enter or leave a loop at several places. Where no
 * choice of exclusive and parallel joins is sound there, the least observed concurrency is taken back: the two activities
 * follow each other in either order instead.
 *
 * `bpmnToNet` makes a sound Petri net of it, inclusive joins included.
 *
 * Loops of two activities are told from concurrency by a b a in a case, of which a directly-follows graph knows nothing.
 *
 * Cost: a pass over the variants; then what the graph costs.
 *
 * @throws OptionError if an option lies outside 0 to 1.
 * @throws InputError if there are no events.
 * @example
 * ```ts
 * import { discoverSplit, readLog } from "tracebook";
 * discoverSplit(await readLog("data/order-to-cash.csv"), { eta: 0.2 }); // BPMN process "split miner": …
 * ```
 */
export function discoverSplit(log: EventLog | TraceCounts | Dfg, options: SplitMinerOptions = {}): Bpmn {
  requireEventLog(log, "sequences", "edges");
  const { eta = 0.4, epsilon = 0.1 } = options;
  for (const [name, value] of Object.entries({ eta, epsilon })) {
    if (!(value >= 0 && value <= 1)) throw new OptionError(`Expected ${name} from 0 to 1 but found ${value}.`);
  }
  const counts = followCounts(log);
  const ordered = new Set<number>();
  for (let round = 0;; round++) {
    const graph = flowGraph(counts, prunedGraph(counts, eta, epsilon, ordered), ordered);
    const joins = new Map<number, JoinTree>();
    const before = ordered.size;
    for (const region of regionsOf(graph.kinds.length, graph.edges, counts.start, counts.end)) {
      const decided = decideJoins(graph, region);
      if (decided) { for (const [join, tree] of decided) joins.set(join, tree); }
      else for (const pair of leastConcurrent(counts, graph, region, batch(round))) ordered.add(pair);
    }
    if (ordered.size === before) return bpmnOf(counts, graph, joins);
  }
}

/** One pair at a time at first; where that leads nowhere twice as many with every round, lest a dense graph take hours. */
function batch(round: number): number {
  return 2 ** Math.max(0, round - 8);
}

/** Of the pairs that a region's AND splits take for concurrent those that were least seen in both orders. */
function leastConcurrent(
  { nodes, after }: FollowCounts,
  { branches }: FlowGraph,
  region: Region,
  most: number,
): number[] {
  const seen = new Map<number, number>();
  for (const node of region.nodes) {
    const some = branches.get(node) ?? [];
    some.forEach((branch, i) => {
      for (const y of some.slice(i + 1).flat()) {
        for (const x of branch) {
          const pair = Math.min(x, y) * nodes + Math.max(x, y);
          seen.set(pair, Math.min(after[x]!.get(y) ?? 0, after[y]!.get(x) ?? 0));
        }
      }
    });
  }
  return [...seen].sort(([a, some], [b, others]) => some - others || a - b).slice(0, most).map(([pair]) => pair);
}

const GATEWAYS = { xor: "exclusiveGateway", and: "parallelGateway", or: "inclusiveGateway" } as const;

function bpmnOf(counts: FollowCounts, graph: FlowGraph, joins: ReadonlyMap<number, JoinTree>): Bpmn {
  const nodes: BpmnNode[] = [];
  const flows: Omit<BpmnFlow, "name">[] = [];
  const add = (kind: BpmnKind, name = "") => {
    const stem = kind === "startEvent" || kind === "endEvent"
      ? kind.slice(0, -5)
      : kind === "task"
      ? "task"
      : "gateway";
    const id = stem === "start" || stem === "end" ? stem : `${stem}_${nodes.length}`;
    nodes.push({ id, kind, name });
    return id;
  };
  const connect = (source: string, target: string) => flows.push({ id: `flow_${flows.length + 1}`, source, target });

  // By which node of the process each edge of the graph leaves its source and comes to its target.
  const leaves: string[] = [], enters: string[] = [];
  const into = new Map(graph.edges.map(({ target }, e) => [target, e]));
  const gather = (tree: JoinTree, to: string) => {
    if (tree.kind === "flow") {
      enters[tree.edge] = to;
      return;
    }
    const gate = add(GATEWAYS[tree.kind]);
    connect(gate, to);
    for (const part of tree.parts) gather(part, gate);
  };
  graph.kinds.forEach((kind, node) => {
    if (kind === "join") {
      const tree = joins.get(node)!;
      if (tree.kind === "flow") throw new Error("Expected a join of several edges.");
      const gate = add(GATEWAYS[tree.kind]);
      for (const part of tree.parts) gather(part, gate);
      leaves[node] = gate;
    } else if (kind === "task" && counts.loops.has(node)) {
      const join = add("exclusiveGateway"), task = add("task", counts.activities[node]!);
      const split = add("exclusiveGateway");
      connect(join, task);
      connect(task, split);
      connect(split, join);
      enters[into.get(node)!] = join;
      leaves[node] = split;
    } else {
      const gateway = kind === "xor" || kind === "and";
      const id = gateway
        ? add(GATEWAYS[kind])
        : add(kind === "task" ? "task" : `${kind}Event`, counts.activities[node] ?? "");
      if (into.has(node)) enters[into.get(node)!] = id;
      leaves[node] = id;
    }
  });
  graph.edges.forEach(({ source }, e) => connect(leaves[source]!, enters[e]!));
  return new Bpmn({ name: "split miner", nodes, flows });
}
