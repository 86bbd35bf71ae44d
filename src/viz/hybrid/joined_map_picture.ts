/** Steps as boxes that hold their tasks, laid out by Graphviz. */
import { formatDuration } from "../../base/format.ts";
import { textWidth } from "../../base/text_width.ts";
import { layOut } from "../map/layout.ts";
import { curveOf, graphSvg } from "../models/graph_picture.ts";
import { boxOf, boxStyle, factsOf, type MapStep } from "./joined_map_boxes.ts";

export interface MapEdge {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly unseenSeconds: number | undefined;
}

export function drawJoinedMap(steps: readonly MapStep[], edges: readonly MapEdge[]): string {
  const boxes = steps.map((step) => boxOf(step)), labels = edges.map(labelOf);
  // A label has a place of its own in the layout, so that no box covers it: its line comes in two pieces.
  const pieces = edges.flatMap((edge, e): Piece[] => {
    const place = steps.length + e;
    if (labels[e] === "") return [{ edge, from: edge.from, to: edge.to, head: true }];
    return [{ edge, from: edge.from, to: place, head: false }, { edge, from: place, to: edge.to, head: true }];
  });
  const layout = layOut(
    [
      ...boxes.map(({ width, height }, id) => ({ id, width, height })),
      ...labels.flatMap((label, e) =>
        label === "" ? [] : [{ id: steps.length + e, width: textWidth(label, 11) + 6, height: 14 }]
      ),
    ],
    pieces.map(({ edge, from, to }, id) => {
      const backwards = steps[edge.from]!.place > steps[edge.to]!.place;
      return { id, from, to, backwards, weight: Math.max(1, Math.round(Math.log2(edge.count + 1))) };
    }),
    { graph: "rankdir=TB,nodesep=0.25,ranksep=0.24,splines=true,nslimit=4,nslimit1=4,mclimit=1", pinned: false },
  );
  const at = new Map<number, readonly [number, number]>();
  for (let i = 0; i < layout.nodes.length; i += 3) {
    at.set(layout.nodes[i]!, [layout.nodes[i + 1]!, layout.nodes[i + 2]!]);
  }
  const most = Math.max(1, ...edges.map(({ count }) => count));
  return graphSvg({
    width: layout.width,
    height: layout.height,
    nodes: steps.map((step, i) => ({
      x: at.get(i)![0],
      y: at.get(i)![1],
      name: step.name,
      facts: factsOf(step),
      marks: [...(i === 0 ? [boxStyle] : []), ...boxes[i]!.marks],
    })),
    edges: layout.edges.map((route) => {
      const { edge, from, to, head } = pieces[route.id]!, curve = curveOf(route), e = edges.indexOf(edge);
      const place = at.get(steps.length + e);
      return {
        ...{ from: edge.from, to: edge.to, path: curve.path },
        head: head ? curve.head : undefined,
        width: 1 + 3 * edge.count / most,
        ...(place && (to >= steps.length || from === to)
          ? { label: { x: place[0], y: place[1] + 4, text: labels[e]! } }
          : {}),
      };
    }),
  });
}

interface Piece {
  readonly edge: MapEdge;
  readonly from: number;
  readonly to: number;
  readonly head: boolean;
}

/** Less than a minute is not worth a label. */
export function labelOf({ unseenSeconds }: MapEdge): string {
  return unseenSeconds === undefined || unseenSeconds < 60 ? "" : `${formatDuration(unseenSeconds)} unseen`;
}
