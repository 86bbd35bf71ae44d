/**
 * The pruned directly-follows graph of Split Miner: loops, concurrency and rare edges taken out.
 *
 * Augusto, Conforti, Dumas, La Rosa & Polyvyanyy, "Split miner: automated discovery of accurate and simple business
 * process models from event logs", Knowledge and Information Systems 59, 2019, sections 4.1 to 4.3.
 */
import { InputError } from "../../../base/errors.ts";
import type { EventLog } from "../../../log/events/event_log.ts";
import type { Dfg } from "../../../models/dfg.ts";
import type { TraceCounts } from "../../../models/trace_variants.ts";
import { variantsOf } from "../../variants.ts";

/** How often activities follow each other; node `n` is the start, `n + 1` the end of a case. */
export interface FollowCounts {
  /** In order of code units; all of them occur. */
  readonly activities: readonly string[];
  /** Nodes, with start and end. */
  readonly nodes: number;
  readonly start: number;
  readonly end: number;
  /** For each node its successors and how often they follow, sorted; without loops of one activity. */
  readonly after: readonly ReadonlyMap<number, number>[];
  /** Activities that follow themselves. */
  readonly loops: ReadonlySet<number>;
  /** Pairs `a * nodes + b` with a < b that are a loop of two. */
  readonly shortLoops: ReadonlySet<number>;
}

export function followCounts(log: EventLog | TraceCounts | Dfg): FollowCounts {
  return "edges" in log ? ofGraph(log) : ofTraces(variantsOf(log));
}

function ofTraces({ activities, sequences, counts }: TraceCounts): FollowCounts {
  const occurs = new Set(sequences.flatMap((sequence) => [...new Set(sequence)]));
  const { code, add, finish } = counting(activities.filter((_, a) => occurs.has(a)));
  const codes = Int32Array.from(activities, (name) => code.get(name) ?? -1);
  const turns = new Set<number>();
  const n = code.size, nodes = n + 2;
  sequences.forEach((sequence, v) => {
    let before = n, twoBefore = -1;
    for (let i = 0; i < sequence.length; i++) {
      const a = codes[sequence[i]!]!;
      add(before, a, counts[v]!);
      if (a === before) continue;
      if (a === twoBefore) turns.add(Math.min(a, before) * nodes + Math.max(a, before));
      [twoBefore, before] = [before, a];
    }
    if (sequence.length > 0) add(before, n + 1, counts[v]!);
  });
  return finish(turns);
}

function ofGraph({ activities, events, starts, ends, edges }: Dfg): FollowCounts {
  const { code, add, finish } = counting(activities.filter((_, a) => events[a]! > 0));
  const n = code.size;
  activities.forEach((name, a) => {
    if (starts[a]! > 0) add(n, code.get(name)!, starts[a]!);
    if (ends[a]! > 0) add(code.get(name)!, n + 1, ends[a]!);
  });
  for (const { from, to, count } of edges) {
    if (count > 0) add(code.get(activities[from]!)!, code.get(activities[to]!)!, count);
  }
  return finish(new Set());
}

function counting(occurring: readonly string[]) {
  const names = [...occurring].sort();
  const n = names.length;
  if (n === 0) throw new InputError("Expected a log with events to discover a model from but found none.");
  const after = Array.from({ length: n + 2 }, () => new Map<number, number>());
  const loops = new Set<number>();
  return {
    code: new Map(names.map((name, a) => [name, a])),
    add(from: number, to: number, count: number) {
      if (from === to) loops.add(from);
      else after[from]!.set(to, (after[from]!.get(to) ?? 0) + count);
    },
    /** Where one of the two follows itself as well, a b a may come from concurrency. */
    finish(turns: ReadonlySet<number>): FollowCounts {
      const nodes = n + 2;
      const shortLoops = new Set([...turns].filter((pair) => {
        const a = Math.floor(pair / nodes), b = pair % nodes;
        return after[a]!.has(b) && after[b]!.has(a) && !loops.has(a) && !loops.has(b);
      }));
      const sorted = after.map((row) => new Map([...row].sort(([a], [b]) => a - b)));
      return { activities: names, nodes, start: n, end: n + 1, after: sorted, loops, shortLoops };
    },
  };
}

export interface PrunedGraph {
  /** For each node its successors, ascending. */
  readonly after: readonly (readonly number[])[];
  /** Pairs `a * nodes + b` in both orders. */
  readonly concurrent: ReadonlySet<number>;
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Two activities that follow each other about equally often are concurrent, and neither edge stays; of others that follow
 * each other the less frequent edge goes; then edges rarer than the η-percentile of each node's most frequent ones.
 * Every node stays on a path from start to end: an edge that is needed for that stays, and its pair is not concurrent.
 * An ε of 0 lets all pairs follow each other in either order, an η of 0 keeps rare edges.
 *
 * @param ordered Pairs (a < b) that are not to be taken for concurrent; both their edges stay, as in a loop of two.
 */
export function prunedGraph(
  counts: FollowCounts,
  eta: number,
  epsilon: number,
  ordered: ReadonlySet<number>,
): PrunedGraph {
  const { nodes, after } = counts;
  const out = after.map((row) => new Map(row));
  const into = out.map((): Set<number> => new Set());
  out.forEach((row, from) => [...row.keys()].forEach((to) => into[to]!.add(from)));
  const concurrent = new Set<number>();
  const removable: Edge[] = [];
  after.forEach((row, a) => {
    for (const [b, there] of row) {
      const back = after[b]!.get(a);
      const pair = a * nodes + b;
      if (b < a || back === undefined || counts.shortLoops.has(pair) || ordered.has(pair)) continue;
      if (epsilon === 0) continue;
      const balanced = Math.abs(there - back) / (there + back) < epsilon;
      if (balanced) concurrent.add(pair).add(b * nodes + a);
      if (balanced || there < back) removable.push({ from: a, to: b, count: there });
      if (balanced || back < there) removable.push({ from: b, to: a, count: back });
    }
  });
  const remove = ({ from, to }: Edge): boolean => {
    out[from]!.delete(to);
    into[to]!.delete(from);
    const connected = reaches(to, counts.start, (node) => into[node]!) &&
      reaches(from, counts.end, (node) => out[node]!.keys());
    if (connected) return true;
    out[from]!.set(to, after[from]!.get(to)!);
    into[to]!.add(from);
    return false;
  };
  for (const edge of removable.sort(byCount)) {
    const { from, to } = edge;
    if (!out[from]!.has(to) || remove(edge)) continue;
    concurrent.delete(from * nodes + to);
    concurrent.delete(to * nodes + from);
    if (out[to]!.has(from)) remove({ from: to, to: from, count: 0 });
  }
  return { after: frequent(counts, out, eta), concurrent };
}

function byCount(x: Edge, y: Edge): number {
  return x.count - y.count || x.from - y.from || x.to - y.to;
}

function reaches(from: number, goal: number, next: (node: number) => Iterable<number>): boolean {
  const seen = new Set([from]);
  const open = [from];
  while (open.length > 0) {
    const node = open.pop()!;
    if (node === goal) return true;
    for (const other of next(node)) if (!seen.has(other)) open.push((seen.add(other), other));
  }
  return false;
}

/** Section 4.3: edges on the paths of most capacity from the start and to the end, and those that are frequent enough. */
function frequent(
  { nodes, start, end }: FollowCounts,
  out: readonly ReadonlyMap<number, number>[],
  eta: number,
): number[][] {
  const edges = out.flatMap((row, from) => [...row].map(([to, count]): Edge => ({ from, to, count })));
  const best = new Set<Edge>();
  const most = (some: Map<number, Edge>, node: number, edge: Edge) => {
    if (!some.has(node) || byCount(some.get(node)!, edge) < 0) some.set(node, edge);
  };
  const mostOut = new Map<number, Edge>(), mostIn = new Map<number, Edge>();
  for (const edge of edges) {
    most(mostOut, edge.from, edge);
    most(mostIn, edge.to, edge);
  }
  for (const edge of [...mostOut.values(), ...mostIn.values()]) best.add(edge);
  const ranked = [...best].map(({ count }) => count).sort((a, b) => a - b);
  const threshold = ranked[Math.min(ranked.length - 1, Math.round(ranked.length * eta))]!;
  const needed = new Set([
    ...widest(nodes, start, edges, ({ from }) => from, ({ to }) => to),
    ...widest(nodes, end, edges, ({ to }) => to, ({ from }) => from),
  ]);
  const kept = out.map((): number[] => []);
  for (const edge of edges) {
    if (eta === 0 || edge.count >= threshold || needed.has(edge)) kept[edge.from]!.push(edge.to);
  }
  return kept.map((row) => row.sort((a, b) => a - b));
}

/**
 * The edges by which each node is reached from `root` on a path whose rarest edge is as frequent as can be; among equals
 * by the most frequent edge, then from the node that is settled first.
 */
function widest(
  nodes: number,
  root: number,
  edges: readonly Edge[],
  tail: (edge: Edge) => number,
  head: (edge: Edge) => number,
): Edge[] {
  const next = Array.from({ length: nodes }, (): Edge[] => []);
  for (const edge of edges) next[tail(edge)]!.push(edge);
  const capacity = new Float64Array(nodes).fill(-1);
  const by: (Edge | undefined)[] = Array.from({ length: nodes });
  const settled = new Uint8Array(nodes);
  capacity[root] = Infinity;
  for (;;) {
    let node = -1;
    for (let v = 0; v < nodes; v++) {
      if (!settled[v] && capacity[v]! >= 0 && (node < 0 || capacity[v]! > capacity[node]!)) node = v;
    }
    if (node < 0) return by.filter((edge) => edge !== undefined);
    settled[node] = 1;
    for (const edge of next[node]!) {
      const other = head(edge), through = Math.min(capacity[node]!, edge.count);
      if (settled[other]) continue;
      if (through > capacity[other]! || (through === capacity[other]! && edge.count > by[other]!.count)) {
        capacity[other] = through;
        by[other] = edge;
      }
    }
  }
}
