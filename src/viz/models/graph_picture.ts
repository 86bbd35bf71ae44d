/** Pictures of models: nodes and edges on paper, each with what a pointer on it is told. */
import { frame, signal } from "../kit/frame.ts";
import { mark, rounded } from "../kit/svg.ts";
import type { EdgeRoute } from "../map/layout.ts";
import { type Markup, markup, markupText } from "../kit/markup.ts";
import { light } from "../kit/theme.ts";

export interface GraphNode {
  /** Middle, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly name: string;
  /** What is known of it, as label and value. */
  readonly facts: readonly (readonly [string, string])[];
  /** Drawn around the middle. */
  readonly marks: readonly Markup[];
  /** Never used: stands back. */
  readonly faded?: boolean | undefined;
}

export interface GraphEdge {
  /** Indices of nodes. */
  readonly from: number;
  readonly to: number;
  /** SVG path of the line, without the arrow's head. */
  readonly path: string;
  /** Where the line ends, and the tip of the arrow; none without a head. */
  readonly head?: readonly [x: number, y: number, tipX: number, tipY: number] | undefined;
  /** Pixels. @default 1.3 */
  readonly width?: number | undefined;
  readonly dashed?: boolean | undefined;
  /** Instead of the quiet ink of all lines; must read on light and dark paper. */
  readonly colour?: string | undefined;
  readonly label?: { readonly x: number; readonly y: number; readonly text: string } | undefined;
  readonly faded?: boolean | undefined;
}

export interface GraphPicture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Drawn below the graph, in its own coordinates. */
  readonly legend?: { readonly width: number; readonly height: number; readonly marks: readonly Markup[] } | undefined;
}

/** Deviations, in colours that the colour-blind tell apart; signs and hatching say the same. */
export const inserted = "#d99a1c";
export const skipped = "#9657c9";

/** Classes of models begin with `tbm-`; inks are the charts' variables. */
const modelStyle = [
  [".tbm-edge", "stroke", light.quiet, "quiet"],
  [".tbm-head", "fill", light.quiet, "quiet"],
  [".tbm-paper", "fill", light.background, "back"],
  [".tbm-outline", "stroke", light.ink, "ink"],
  [".tbm-silent", "fill", light.ink, "ink"],
  [".tbm-halo", "stroke", light.background, "back"],
].map(([selector, property, colour, name]) => `${selector}{${property}:${colour};${property}:var(--${name},${colour})}`)
  .join("") +
  ".tbm-edge{fill:none;stroke-width:1.3px}.tbm-box{fill-opacity:.24;stroke-width:2px}.tbm-outline{stroke-width:1.4px}.tbm-thick{stroke-width:3px}.tbm-name{font-weight:600;font-size:12px}" +
  ".tbm-head{stroke:none}.tbm-note{font-size:11px;font-weight:400;font-variant-numeric:tabular-nums}.tbm-halo{stroke-width:6px;stroke-linejoin:round;paint-order:stroke}" +
  `.tbm-wait{fill:${signal}}` + ".tbm-faded{opacity:.45}.tbm-node{text-anchor:middle}";

/** The complete picture as text. */
export function graphSvg({ width, height, nodes, edges, legend }: GraphPicture): string {
  const gap = legend ? 18 : 0;
  return markupText(frame(
    Math.max(width, legend?.width ?? 0),
    height + gap + (legend?.height ?? 0),
    [
      markup("style", {}, modelStyle),
      markup("g", { class: "tbm-edge" }, ...edges.map(drawEdge)),
      markup("g", { class: "tbm-node tbc-ink tbm-name" }, ...nodes.map(drawNode)),
      ...(legend ? [mark("g", { transform: `translate(0,${Math.round(height + gap)})` }, ...legend.marks)] : []),
    ],
  ));
}

/** The line of a route that Graphviz made, in whole pixels, and the arrow at its end. */
export function curveOf({ points }: EdgeRoute): Pick<GraphEdge, "path" | "head"> {
  let [x, y] = points as unknown as [number, number];
  let path = `M${x} ${y}`;
  for (let i = 2; i + 7 < points.length; i += 6) {
    path += `c${points.slice(i, i + 6).map((value, k) => value - (k % 2 === 0 ? x : y)).join(" ")}`;
    [x, y] = [points[i + 4]!, points[i + 5]!];
  }
  return { path, head: points.slice(-4) as unknown as [number, number, number, number] };
}

function drawEdge({ from, to, path, head, width, dashed, colour, label, faded }: GraphEdge): Markup {
  const style = [
    ...(colour === undefined ? [] : [`stroke:${colour}`]),
    ...(width === undefined ? [] : [`stroke-width:${rounded(width)}px`]),
  ];
  return markup(
    "g",
    { "data-edge": `${from} ${to}`, class: faded ? "tbm-faded" : undefined },
    mark("path", {
      d: path,
      style: style.length === 0 ? undefined : style.join(";"),
      "stroke-dasharray": dashed ? "4 3" : undefined,
    }),
    ...(head
      ? [markup("path", {
        class: "tbm-head",
        style: colour === undefined ? undefined : `fill:${colour}`,
        d: arrowHead(head, width ?? 1.3),
      })]
      : []),
    ...(label
      ? [
        mark(
          "text",
          { x: label.x, y: label.y, class: "tbc-ink tbm-halo tbm-note", "text-anchor": "middle" },
          label.text,
        ),
      ]
      : []),
  );
}

/** From where the line ends to the tip, wider for wider lines. */
function arrowHead([x, y, tipX, tipY]: readonly [number, number, number, number], width: number): string {
  const far = Math.hypot(tipX - x, tipY - y) || 1;
  const ux = (tipX - x) / far, uy = (tipY - y) / far;
  const half = 2.9 + width * 0.7, length = Math.max(far, 6 + width * 0.7);
  const baseX = tipX - ux * length, baseY = tipY - uy * length;
  const tenth = (value: number) => Math.round(value * 10) / 10 || 0;
  return `M${tenth(tipX)} ${tenth(tipY)}l${tenth(baseX - uy * half - tipX)} ${tenth(baseY + ux * half - tipY)}` +
    `l${tenth(2 * uy * half)} ${tenth(-2 * ux * half)}z`;
}

function drawNode({ x, y, name, facts, marks, faded }: GraphNode, i: number): Markup {
  return mark(
    "g",
    {
      "data-node": String(i),
      transform: `translate(${rounded(x)} ${rounded(y)})`,
      class: faded ? "tbm-faded" : undefined,
    },
    markup("title", {}, [[name], ...facts].map((line) => line.map(oneLine).join("\t")).join("\n")),
    ...marks,
  );
}

/** Tabs and line ends part the words of a card; names may hold them too. */
function oneLine(text: string): string {
  return text.replace(/[\t\n\r]+/g, " ");
}
