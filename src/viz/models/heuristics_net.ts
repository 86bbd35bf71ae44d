/** A heuristics net as a picture. */
import type { Binding, HeuristicsEdge, HeuristicsNet } from "../../models/heuristics_net.ts";
import { logCaption } from "../kit/caption.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { countOf, formatCount } from "../../base/format.ts";
import { placeLabels } from "../map/label_places.ts";
import { layOut } from "../map/layout.ts";
import { textWidth } from "../../base/text_width.ts";
import { textTable } from "../../base/text_table.ts";
import { curveOf, type GraphEdge, type GraphNode, graphSvg } from "./graph_picture.ts";
import { coloursOf } from "./model_colours.ts";
import { directionOf, type GraphViewOptions } from "./model_options.ts";
import { positions } from "./net_picture.ts";
import { circle, labelOf, labelText, taskBox } from "./shapes.ts";
import { requireKind } from "../../models/given_model.ts";

const endSize = 26;

/**
 * Shows a heuristics net: activities with their events, and on each line how far one depends on the other.
 *
 * Lines are wider where one activity follows the other more often, dashed where only the wish to connect all activities
 * has kept them. Pointing at an activity tells which others come together after and before it.
 *
 * @example
 * ```ts
 * import { discoverHeuristics, readLog, viewHeuristicsNet } from "tracebook";
 * viewHeuristicsNet(discoverHeuristics(await readLog("data/order-to-cash.csv")));
 * ```
 */
export function viewHeuristicsNet(net: HeuristicsNet, options: GraphViewOptions = {}): Figure {
  requireKind("heuristics net", net, "viewModel(model) shows a model of any kind.");
  const { log, title } = options;
  const { activities, edges } = net;
  const n = activities.length, start = n, end = n + 1;
  const across = directionOf(options) === "right";
  const colour = coloursOf(activities, log);
  const labels = activities.map((name, a) => labelOf(name, [formatCount(net.events[a])]));
  const ends = activities.flatMap((_, a) => [
    ...(net.starts[a]! > 0 ? [{ from: start, to: a, count: net.starts[a]! }] : []),
    ...(net.ends[a]! > 0 ? [{ from: a, to: end, count: net.ends[a]! }] : []),
  ]);
  const lines: Line[] = [...edges, ...ends];
  const layout = layOut(
    [start, ...activities.keys(), end].map((id) => ({
      id,
      width: labels[id]?.width ?? endSize,
      height: labels[id]?.height ?? endSize,
      shape: id < n ? "box" : "circle",
    })),
    lines.map(({ from, to }, id) => ({ id, from, to, backwards: false, weight: 1 })),
    {
      graph: `rankdir=${across ? "LR" : "TB"},nodesep=0.35,ranksep=0.9,splines=true,nslimit=4,mclimit=1`,
      pinned: true,
    },
  );
  const at = positions(layout);
  const most = edges.reduce((a, { count }) => Math.max(a, count), 1);
  const nodes = [...activities.keys(), start, end].map((id): GraphNode => {
    const [x, y] = at.get(id)!;
    if (id >= n) {
      const facts: [string, string][] = ends.filter(({ from, to }) => from === id || to === id)
        .map(({ from, to, count }) => [activities[from === id ? to : from]!, countOf(count, "case")]);
      const marks = [circle(endSize / 2 - 1, `tbm-paper tbm-outline${id === end ? " tbm-thick" : ""}`)];
      return { x, y, name: id === start ? "Start" : "End", facts, marks };
    }
    return {
      x,
      y,
      name: activities[id]!,
      facts: [
        ["Events", formatCount(net.events[id])],
        ["After it", bindingsInWords(net.outputs[id] ?? [], activities)],
        ["Before it", bindingsInWords(net.inputs[id] ?? [], activities)],
      ],
      marks: [taskBox(labels[id]!.width, labels[id]!.height, colour(activities[id]!)), ...labelText(labels[id]!)],
    };
  });
  const texts = layout.edges.map(({ id }) => {
    const { dependency } = lines[id]!;
    return dependency === undefined ? "" : twoPlaces(dependency);
  });
  const places = placeLabels(
    layout,
    texts.map((text): [number, number] => text === "" ? [0, 0] : [textWidth(text, 11) + 6, 15]),
    [start, ...activities.keys(), end].map((id) => ({
      x: at.get(id)![0],
      y: at.get(id)![1],
      width: labels[id]?.width ?? endSize,
      height: labels[id]?.height ?? endSize,
    })),
    layout.edges.map((_, i) => i).sort((a, b) => lines[layout.edges[b]!.id]!.count - lines[layout.edges[a]!.id]!.count),
  );
  const drawn = layout.edges.map((route, i): GraphEdge => {
    const { from, to, count, dependency, kept } = lines[route.id]!;
    const place = places[i];
    return {
      from,
      to,
      ...curveOf(route),
      width: dependency === undefined ? 1.2 : 1.2 + 4 * Math.sqrt(count / most),
      dashed: dependency === undefined || kept === "connection",
      label: place && { x: place[0], y: place[1] + 4, text: texts[i]! },
    };
  });
  const rows = edges.map(({ from, to, count, dependency, kept }) =>
    [activities[from]!, activities[to]!, dependency, count, keptWords[kept!]] as const
  );
  return figure({
    kind: "model",
    behaviour: "model",
    title: title ?? "Heuristics net",
    caption: [
      ...(log ? [logCaption(log)] : []),
      `${countOf(n, "activity", "activities")}, ${countOf(edges.length, "dependency", "dependencies")}.`,
      "Numbers on lines are dependencies, below 1; wider lines were followed more often.",
      "Dashed: starts, ends, and what only connects.",
    ].join(" "),
    svg: graphSvg({ width: layout.width, height: layout.height, nodes, edges: drawn }),
    alt: `Heuristics net with ${countOf(n, "activity", "activities")} and ${
      countOf(edges.length, "dependency", "dependencies")
    }. Most frequent: ${
      [...rows].sort((a, b) => b[3] - a[3]).slice(0, 5).map(([from, to]) => `${from} → ${to}`).join(", ") || "none"
    }.`,
    table: { columns: ["from", "to", "dependency", "times", "kept for"], rows },
    text: textTable([
      ["from", "to", "dependency", "times"],
      ...rows.map(([from, to, dependency, count]) => [from, to, dependency.toFixed(3), formatCount(count)]),
    ], { left: [0, 1] }),
    data: "Heuristics net",
  });
}

/** Never rounded up to 1, which no dependency reaches. */
function twoPlaces(dependency: number): string {
  return dependency >= 0.995 ? ">0.99" : dependency.toFixed(2).replace("-", "−");
}

type Line = Pick<HeuristicsEdge, "from" | "to" | "count"> & Partial<Pick<HeuristicsEdge, "dependency" | "kept">>;

const keptWords = { dependency: "its dependency", loopOfTwo: "a loop of two", connection: "connecting all" };

/** `pack and bill, or cancel`. */
function bindingsInWords(bindings: readonly Binding[], activities: readonly string[]): string {
  const sets = bindings.filter((binding) => binding.length > 0)
    .map((binding) => binding.map((a) => activities[a]).join(" and "));
  return sets.length === 0 ? "nothing" : sets.slice(0, 5).join(", or ") + (sets.length > 5 ? ", or …" : "");
}
