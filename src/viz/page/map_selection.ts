/** What can be selected on a process map, and which cases it stands for. */
import { formatCount, formatShare } from "../../base/format.ts";
import { nodeName } from "../map/draw.ts";
import type { Layout } from "../map/layout.ts";
import type { MapModel } from "../map/model.ts";
import type { Choice } from "./menu/selecting.ts";

/**
 * What to select when a node is picked. By key it is the node first, then its outgoing arrows one by one, the most
 * frequent first, since keys reach no arrows of themselves; then nothing. By pointer it is the node or nothing.
 */
export function nextOf(model: MapModel, layout: Layout, node: number, before: string, byKey: boolean): string {
  const self = node < model.nodes.length ? [`n${node}`] : [];
  const arrows = !byKey ? [] : layout.edges.map(({ id }) => id).filter((id) => model.edges[id]!.from === node)
    .sort((a, b) => model.edges[b]!.count - model.edges[a]!.count || a - b).map((id) => `e${id}`);
  const order = [...self, ...arrows];
  return order[order.indexOf(before) + 1] ?? "";
}

/** Undefined for what stands for all cases: the start, the end, and the arrow between them. */
export function choiceOf(model: MapModel, chosen: string): Choice | undefined {
  const id = Number(chosen.slice(1)), n = model.nodes.length;
  const words = (name: string, cases: number) =>
    `${name}: ${formatCount(cases)} ${cases === 1 ? "case" : "cases"} (${formatShare(cases / model.totalCases)})`;
  if (chosen[0] === "n") {
    const node = model.nodes[id];
    return node && { words: words(node.name, node.cases), selected: { kind: "activity", activity: node.name } };
  }
  const edge = chosen[0] === "e" ? model.edges[id] : undefined;
  if (!edge || (edge.from >= n && edge.to >= n)) return undefined;
  const from = nodeName(model, edge.from), to = nodeName(model, edge.to);
  return {
    words: words(`${from} → ${to}`, edge.cases),
    selected: edge.from >= n
      ? { kind: "start", activity: to }
      : edge.to >= n
      ? { kind: "end", activity: from }
      : { kind: "path", from, to },
  };
}
