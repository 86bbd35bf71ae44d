/**
 * Where the nodes and edges of a map go.
 *
 * Graphviz's dot computes positions. What it is given stands in a fixed order, so that the same graph has the same
 * picture.
 */
import { graphvizJson } from "../../models/layout/graphviz.ts";

export interface LayoutNode {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  /** Outline at which edges end. @default "box" */
  readonly shape?: "box" | "circle" | "diamond";
}

export interface LayoutEdge {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  /** Runs against the flow: drawn from below to above. */
  readonly backwards: boolean;
  /** Whole, from 1: how straight and short it wants to be. */
  readonly weight: number;
  /** Least number of rows from the upper end to the lower. @default 1 */
  readonly rows?: number | undefined;
}

export interface LayoutSettings {
  /** Attributes of the graph, as Graphviz names them. */
  readonly graph: string;
  /** The first node stands alone at the beginning, the last at the end. */
  readonly pinned: boolean;
}

const mapSettings: LayoutSettings = {
  graph: "rankdir=TB,nodesep=0.3,ranksep=0.6,splines=true,nslimit=4,nslimit1=4,mclimit=1",
  pinned: true,
};

/** Whole pixels from the upper left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** id, x, y of the middle, node after node. */
  readonly nodes: readonly number[];
  readonly edges: readonly EdgeRoute[];
}

export interface EdgeRoute {
  readonly id: number;
  /** Cubic Bézier curve: x, y of the first point, then of three points a piece, and last of the arrow's tip. */
  readonly points: readonly number[];
}

/** Lays a graph out, edges in the order given; as a map, from top to bottom, where nothing else is said. */
export function layOut(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  settings: LayoutSettings = mapSettings,
): Layout {
  const drawn = JSON.parse(graphvizJson(dotSource(nodes, edges, settings))) as Drawn;
  const [, , width, height] = drawn.bb.split(",").map(Number) as [number, number, number, number];
  const flip = (x: number, y: number): [number, number] => [Math.round(x), Math.round(height - y)];
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: (drawn.objects ?? []).flatMap(({ name, pos }) => {
      if (!pos) return [];
      const [x, y] = pos.split(",").map(Number) as [number, number];
      return [Number(name), ...flip(x, y)];
    }),
    edges: (drawn.edges ?? []).map(({ id, pos, dir }) => ({
      id: Number(id),
      points: route(pos, dir === "back").flatMap(([x, y]) => flip(x, y)),
    })),
  };
}

interface Drawn {
  readonly bb: string;
  readonly objects?: readonly { readonly name: string; readonly pos?: string }[];
  readonly edges?: readonly {
    readonly id: string;
    readonly pos: string;
    readonly dir?: string;
  }[];
}

/** Labels are not Graphviz's: room kept for them bends the lines. They go on the lines, see `label_places.ts`. */
function dotSource(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  { graph, pinned }: LayoutSettings,
): string {
  const inches = (pixels: number) => (pixels / 72).toFixed(4);
  return [
    `digraph{graph[${graph}]`,
    'node[shape=box,fixedsize=true,label=""]edge[arrowsize=0.9]',
    ...(pinned && nodes.length > 1 ? [`{rank=source;${nodes[0]!.id}}{rank=sink;${nodes[nodes.length - 1]!.id}}`] : []),
    ...nodes.map(({ id, width, height, shape }) =>
      `${id}[width=${inches(width)},height=${inches(height)}${shape ? `,shape=${shape}` : ""}]`
    ),
    ...edges.map(({ id, from, to, backwards, weight, rows = 1 }) => {
      const ends = backwards ? `${to}->${from}` : `${from}->${to}`;
      const least = rows > 1 ? `,minlen=${rows}` : "";
      return `${ends}[id="${id}",weight=${weight}${least}${backwards ? ",dir=back" : ""}]`;
    }),
    "}",
  ].join("\n");
}

/** Points from tail to head, the arrow's tip last. Graphviz gives `s,x,y` or `e,x,y` for the tip, then the curve. */
function route(pos: string, reversed: boolean): [number, number][] {
  const curve: [number, number][] = [];
  let tip: [number, number] | undefined;
  for (const part of pos.split(" ")) {
    const [a, b, c] = part.split(",");
    if (a === "e" || a === "s") tip = [Number(b), Number(c)];
    else curve.push([Number(a), Number(b)]);
  }
  if (reversed) curve.reverse();
  return [...curve, tip ?? curve[curve.length - 1]!];
}
