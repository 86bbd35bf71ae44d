/**
 * An order of the activities in which as few cases as possible run backwards.
 *
 * Eades, Lin & Smyth, "A fast and effective heuristic for the feedback arc set problem", Information Processing Letters
 * 1993, with edges weighted by how often they were taken. Ties: the lower index.
 */
import type { FlowEdge } from "../../mining/simplify_dfg.ts";

/** The place of each node: an edge to a lower place runs backwards. The last two nodes are the start and the end. */
export function flowOrder(nodes: number, edges: readonly FlowEdge[]): Int32Array {
  const place = new Int32Array(nodes).fill(-1);
  const out = new Float64Array(nodes), into = new Float64Array(nodes);
  const outgoing: FlowEdge[][] = Array.from({ length: nodes }, () => []);
  const incoming: FlowEdge[][] = Array.from({ length: nodes }, () => []);
  for (const edge of edges) {
    if (edge.from === edge.to) continue;
    outgoing[edge.from]!.push(edge);
    incoming[edge.to]!.push(edge);
    out[edge.from]! += edge.count;
    into[edge.to]! += edge.count;
  }
  let first = 0, last = nodes - 1;
  const take = (node: number, at: number) => {
    place[node] = at;
    for (const { to, count } of outgoing[node]!) into[to]! -= count;
    for (const { from, count } of incoming[node]!) out[from]! -= count;
  };
  take(nodes - 2, first++);
  take(nodes - 1, last--);
  while (first <= last) {
    let source = -1, sink = -1, fullest = -1;
    for (let node = 0; node < nodes; node++) {
      if (place[node]! >= 0) continue;
      if (source < 0 && into[node] === 0) source = node;
      if (out[node] === 0) sink = node;
      if (fullest < 0 || out[node]! - into[node]! > out[fullest]! - into[fullest]!) fullest = node;
    }
    if (source >= 0) take(source, first++);
    else if (sink >= 0) take(sink, last--);
    else take(fullest, first++);
  }
  return place;
}
