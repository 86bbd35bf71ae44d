/**
 * The joins of Split Miner.
 *
 * Augusto, Conforti, Dumas, La Rosa & Polyvyanyy, "Split miner", Knowledge and Information Systems 59, 2019, section 4.5:
 * joins are inclusive at first, and become exclusive or parallel where that is the same. What is the same is decided here
 * by following the tokens: meaning of inclusive joins after OMG BPMN 2.0.2, section 13.4.3; replacing them after Favre &
 * Völzer, "The difficulty of replacing an inclusive OR-join", BPM 2012.
 */
import { checkSoundness } from "../../../models/check/soundness.ts";
import { type Arc, PetriNet } from "../../../models/petri_net.ts";
import type { Region, RegionFlow } from "../../../models/nets/regions.ts";
import type { FlowGraph } from "./split_miner_splits.ts";
import { decompose, type JoinTree } from "./split_miner_patterns.ts";

/** States of a part of the process after which it counts as unsound, and tokens looked at after which it is unclear. */
const STATES = 20_000, TOKENS = 1_000_000;

/**
 * What each join of a region does, or `undefined` where concurrent tokens in a loop leave no way to tell, so that the
 * concurrency has to go.
 *
 * Where there is no loop, inclusive joins may remain: those are met by all tokens that can still come.
 */
export function decideJoins(graph: FlowGraph, region: Region): Map<number, JoinTree> | undefined {
  const joins = region.nodes.filter((node) => graph.kinds[node] === "join");
  const inputs = new Map(joins.map((join): [number, RegionFlow[]] => [join, []]));
  for (const flow of region.flows) inputs.get(flow.to)?.push(flow);
  const all = (kind: "xor" | "or") =>
    new Map(joins.map((join): [number, JoinTree] => [
      join,
      { kind, parts: inputs.get(join)!.map(({ last }): JoinTree => ({ kind: "flow", edge: last })) },
    ]));
  if (!region.nodes.some((node) => graph.kinds[node] === "and")) return all("xor");
  const cyclic = hasCycle(region);
  const patterns = followTokens(graph, region, joins);
  if (patterns === undefined) return cyclic ? undefined : all("or");
  const trees = new Map(joins.map((join): [number, JoinTree] => [
    join,
    decompose(inputs.get(join)!.map(({ last }) => last), patterns.get(join)!),
  ]));
  if (!cyclic) return trees;
  if ([...trees.values()].some(isInclusive)) return undefined;
  return checkSoundness(netOf(graph, region, trees), { maxStates: STATES }).isSound ? trees : undefined;
}

function isInclusive(tree: JoinTree): boolean {
  return tree.kind !== "flow" && (tree.kind === "or" || tree.parts.some(isInclusive));
}

function hasCycle({ nodes, flows }: Region): boolean {
  const out = flowsBy(flows, "from");
  const waiting = new Map([...flowsBy(flows, "to")].map(([node, some]) => [node, some.length]));
  const ready = [flows[0]!];
  let passed = 0;
  while (ready.length > 0) {
    const { to } = ready.pop()!;
    if (to < 0) continue;
    waiting.set(to, waiting.get(to)! - 1);
    if (waiting.get(to) !== 0) continue;
    passed++;
    for (const f of out.get(to)!) ready.push(flows[f]!);
  }
  return passed < nodes.length;
}

/**
 * Which sets of edges, as bits of each join's inputs, bring tokens to each join when it may go on.
 *
 * Splits act at once, whatever else happens; then joins that no token can still reach by another edge. `undefined` if two
 * tokens meet on one edge, none can move, one is left behind, or it takes too long.
 */
function followTokens(
  { kinds }: FlowGraph,
  { flows }: Region,
  joins: readonly number[],
): Map<number, Set<bigint>> | undefined {
  const out = flowsBy(flows, "from"), into = flowsBy(flows, "to");
  const known = new Map<string, Uint8Array>();
  let work = 0;
  /** Flows whose tokens a join has to wait for when it has those of some of its inputs. */
  const awaited = (join: number, here: bigint) => {
    const key = `${join} ${here}`;
    if (!known.has(key)) {
      const inputs = into.get(join)!;
      const [marked, empty] = [1n, 0n].map((bit) =>
        leadingTo(flows, into, join, inputs.filter((_, i) => ((here >> BigInt(i)) & 1n) === bit))
      );
      known.set(key, empty!.map((leads, f) => leads & (1 - marked![f]!)));
      work += flows.length;
    }
    return known.get(key)!;
  };
  const patterns = new Map(joins.map((join) => [join, new Set<bigint>()]));
  const seen = new Set<string>();
  const open: number[][] = [[0]];
  /** False if there is a token already. */
  const give = (tokens: Set<number>, to: readonly number[]) => to.every((f) => tokens.size < tokens.add(f).size);
  while (open.length > 0) {
    const state = open.pop()!;
    const key = state.join();
    if (seen.has(key)) continue;
    seen.add(key);
    if ((work += state.length) > TOKENS) return undefined;
    const split = state.find((f) => flows[f]!.to >= 0 && kinds[flows[f]!.to] !== "join");
    const rest = new Set(state);
    if (split !== undefined) {
      rest.delete(split);
      const node = flows[split]!.to;
      const ways = kinds[node] === "and" ? [out.get(node)!] : out.get(node)!.map((f) => [f]);
      for (const way of ways) {
        const next = new Set(rest);
        if (!give(next, way)) return undefined;
        open.push([...next].sort((a, b) => a - b));
      }
      continue;
    }
    if (state.some((f) => flows[f]!.to < 0)) {
      if (state.length > 1) return undefined;
      continue;
    }
    let moved = false;
    for (const join of new Set(state.map((f) => flows[f]!.to))) {
      let here = 0n;
      into.get(join)!.forEach((f, i) => here |= rest.has(f) ? 1n << BigInt(i) : 0n);
      const waits = awaited(join, here);
      work += state.length;
      if (state.some((f) => waits[f])) continue;
      patterns.get(join)!.add(here);
      for (const f of into.get(join)!) rest.delete(f);
      if (!give(rest, out.get(join)!)) return undefined;
      moved = true;
      break;
    }
    if (!moved) return undefined;
    open.push([...rest].sort((a, b) => a - b));
  }
  return patterns;
}

/** For each flow, whether it leads to one of the join's inputs without passing the join. */
function leadingTo(
  flows: readonly RegionFlow[],
  into: ReadonlyMap<number, readonly number[]>,
  join: number,
  inputs: readonly number[],
): Uint8Array {
  const leads = new Uint8Array(flows.length);
  const open = [...inputs];
  while (open.length > 0) {
    const f = open.pop()!;
    if (leads[f]) continue;
    leads[f] = 1;
    const { from } = flows[f]!;
    if (from >= 0 && from !== join) open.push(...into.get(from)!);
  }
  return leads;
}

/** Indices of the flows by the node that they come from, or go to. */
function flowsBy(flows: readonly RegionFlow[], side: "from" | "to"): Map<number, number[]> {
  const by = new Map<number, number[]>();
  flows.forEach((flow, f) => {
    if (by.has(flow[side])) by.get(flow[side])!.push(f);
    else by.set(flow[side], [f]);
  });
  return by;
}

/** The region as a net: a place for each flow, and for each join within a join. */
function netOf({ kinds }: FlowGraph, { nodes, flows }: Region, trees: ReadonlyMap<number, JoinTree>): PetriNet {
  const transitions: { id: string; label: undefined }[] = [];
  const arcs: Omit<Arc, "weight">[] = [];
  const step = (take: readonly number[], give: readonly number[]) => {
    const id = `t${transitions.length}`;
    transitions.push({ id, label: undefined });
    for (const place of take) arcs.push({ source: `p${place}`, target: id });
    for (const place of give) arcs.push({ source: id, target: `p${place}` });
  };
  let places = flows.length;
  const byLast = new Map(flows.map(({ last }, f) => [last, f]));
  const byFrom = flowsBy(flows, "from"), byTo = flowsBy(flows, "to");
  const output = (tree: JoinTree, target?: number): number => {
    if (tree.kind === "flow") return byLast.get(tree.edge)!;
    const inputs = tree.parts.map((part) => output(part));
    const to = target ?? places++;
    if (tree.kind === "and") step(inputs, [to]);
    else for (const input of inputs) step([input], [to]);
    return to;
  };
  for (const node of nodes) {
    const out = byFrom.get(node)!, into = byTo.get(node)!;
    if (kinds[node] === "join") output(trees.get(node)!, out[0]!);
    else if (kinds[node] === "and") step(into, out);
    else for (const way of out) step(into, [way]);
  }
  const exit = flows.findIndex(({ to }) => to < 0);
  return new PetriNet({
    places: Array.from({ length: places }, (_, i) => ({ id: `p${i}`, name: "" })),
    transitions,
    arcs,
    initial: new Map([["p0", 1]]),
    final: new Map([[`p${exit}`, 1]]),
  });
}
