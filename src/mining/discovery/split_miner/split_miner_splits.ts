/**
 * The split gateways of Split Miner.
 *
 * Augusto, Conforti, Dumas, La Rosa & Polyvyanyy, "Split miner", Knowledge and Information Systems 59, 2019, section 4.4
 * (algorithms 3 to 5). That splits with equal successors and equal futures become one gateway is in the authors' program.
 */
import type { FollowCounts, PrunedGraph } from "./split_miner_graph.ts";

export type FlowKind = "start" | "end" | "task" | "xor" | "and" | "join";

/** A process before its joins are decided. No node both joins and splits. */
export interface FlowGraph {
  readonly kinds: FlowKind[];
  /** Code of each task's activity; -1 for other nodes. */
  readonly activity: number[];
  readonly edges: { source: number; target: number }[];
  /** Of AND splits: the activities that each branch leads to first. */
  readonly branches: Map<number, readonly (readonly number[])[]>;
}

/** Successors under one gateway. */
interface SplitItem {
  /** Activities it covers, C, and those it is concurrent with, F; ascending. */
  readonly covers: readonly number[];
  readonly future: readonly number[];
  readonly gate: "xor" | "and" | undefined;
  readonly parts: readonly SplitItem[];
  /** F, and C with F. */
  readonly futureKey: string;
  readonly allKey: string;
  readonly all: ReadonlySet<number>;
}

function splitItem(
  { covers, future, gate, parts }: Pick<SplitItem, "covers" | "future" | "gate" | "parts">,
): SplitItem {
  const all = ascending([...covers, ...future]);
  return { covers, future, gate, parts, futureKey: future.join(), allKey: all.join(), all: new Set(all) };
}

/** @param ordered Pairs `a * nodes + b` (a < b) that never stand under one AND split. */
export function flowGraph(counts: FollowCounts, pruned: PrunedGraph, ordered: ReadonlySet<number>): FlowGraph {
  const { nodes, start, end } = counts;
  const kinds = Array.from({ length: nodes }, (_, v): FlowKind => v === start ? "start" : v === end ? "end" : "task");
  const graph: FlowGraph = {
    kinds,
    activity: kinds.map((kind, v) => kind === "task" ? v : -1),
    edges: [],
    branches: new Map(),
  };
  const concurrent = (a: number, b: number) => pruned.concurrent.has(a * nodes + b);
  const apart = (some: SplitItem, other: SplitItem) =>
    some.covers.some((a) => other.covers.some((b) => ordered.has(Math.min(a, b) * nodes + Math.max(a, b))));
  const known = new Map<string, number>();
  const place = (source: number, item: SplitItem) => {
    if (item.gate === undefined) {
      graph.edges.push({ source, target: item.covers[0]! });
      return;
    }
    const name = signature(item);
    const same = known.get(name);
    const gate = same ?? kinds.push(item.gate) - 1;
    graph.edges.push({ source, target: gate });
    if (same !== undefined) return;
    graph.activity.push(-1);
    known.set(name, gate);
    if (item.gate === "and") graph.branches.set(gate, item.parts.map(({ covers }) => covers));
    for (const part of item.parts) place(gate, part);
  };
  for (const node of [start, ...Array.from({ length: start }, (_, a) => a)]) {
    const successors = pruned.after[node]!;
    place(node, hierarchy(successors, concurrent, apart));
  }
  addJoins(graph);
  return graph;
}

/**
 * Exclusive successors are those with the same future; concurrent ones have the same successors and future together.
 * Where neither is found the two that differ least are taken for concurrent.
 */
function hierarchy(
  successors: readonly number[],
  concurrent: (a: number, b: number) => boolean,
  apart: (some: SplitItem, other: SplitItem) => boolean,
): SplitItem {
  let items = successors.map((a) =>
    splitItem({
      covers: [a],
      future: successors.filter((b) => b !== a && concurrent(a, b)),
      gate: undefined,
      parts: [],
    })
  );
  const merge = (some: readonly SplitItem[], gate: "xor" | "and", future: readonly number[]) => {
    const parts = some.flatMap((item) => item.gate === gate ? item.parts : [item]);
    const covers = ascending(some.flatMap((item) => item.covers));
    const merged = splitItem({ covers, future: ascending(future).filter((a) => !covers.includes(a)), gate, parts });
    items = [...items.filter((item) => !some.includes(item)), merged].sort(bySignature);
  };
  while (items.length > 1) {
    const exclusive = alike(items, "futureKey");
    if (exclusive) {
      merge(exclusive, "xor", exclusive[0]!.future);
      continue;
    }
    const together = alike(items, "allKey");
    if (together && !together.some((x, i) => together.slice(i + 1).some((y) => apart(x, y)))) {
      merge(
        together,
        "and",
        together.reduce((all, { future }) => all.filter((a) => future.includes(a)), together[0]!.future),
      );
      continue;
    }
    let nearest: [SplitItem, SplitItem] = [items[0]!, items[1]!], least = Infinity;
    items.forEach((x, i) => {
      for (const y of items.slice(i + 1)) {
        let distance = x.all.size + y.all.size;
        for (const a of x.all) if (y.all.has(a)) distance -= 2;
        if (distance < least) [nearest, least] = [[x, y], distance];
      }
    });
    merge(nearest, apart(...nearest) ? "xor" : "and", nearest.flatMap(({ future }) => future));
  }
  return items[0]!;
}

/** The first of the items that have equal keys, and all that are equal to it, if there are any. */
function alike(items: readonly SplitItem[], key: "futureKey" | "allKey"): SplitItem[] | undefined {
  const groups = Map.groupBy(items, (item) => item[key]);
  return groups.size === items.length ? undefined : [...groups.values()].find((same) => same.length > 1);
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** Gateways over the same successors are the same if they also branch alike. */
function signature({ covers, future, gate, parts }: SplitItem): string {
  return `${gate ?? ""}(${parts.length === 0 ? covers.join() : parts.map(signature).join(" ")}|${future.join()})`;
}

function bySignature(some: SplitItem, others: SplitItem): number {
  return some.covers[0]! - others.covers[0]!;
}

/** A join, of a kind yet unknown, before each node that several edges lead to. */
function addJoins({ kinds, activity, edges }: FlowGraph): void {
  const into = kinds.map((): { source: number; target: number }[] => []);
  for (const edge of edges) into[edge.target]!.push(edge);
  into.forEach((some, node) => {
    if (some.length < 2) return;
    const join = kinds.push("join") - 1;
    activity.push(-1);
    for (const edge of some) edge.target = join;
    edges.push({ source: join, target: node });
  });
}
