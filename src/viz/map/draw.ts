/** Draws a process map. The kernel writes what comes out as text, the page builds elements of it. */
import { formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { mixColours } from "../kit/palette.ts";
import { type Markup, markup } from "../kit/markup.ts";
import type { Theme } from "../kit/theme.ts";
import { placeLabels } from "./label_places.ts";
import type { EdgeRoute, Layout } from "./layout.ts";
import {
  endHeight,
  endWidth,
  type MapEdge,
  type MapMeasure,
  type MapModel,
  type MapNode,
  type MapShow,
} from "./model.ts";

export interface MapLook {
  readonly show: MapShow;
  readonly measure: MapMeasure;
  readonly theme: Theme;
  /** Differences between two groups, which stand in the place of the numbers. */
  readonly differences?: MapDifferences;
}

/** What a node or an edge says of a difference: −1 to 1, how strong it is told; 0 stands back. */
export interface MapDifference {
  readonly text: string;
  readonly strength: number;
}

export interface MapDifferences {
  node(id: number): MapDifference | undefined;
  edge(id: number): MapDifference | undefined;
}

const font = `-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", system-ui, sans-serif`;
const margin = 16;
/** Of the numbers; names are larger. The page never shows them smaller than can be read. */
export const smallest = 12;

/** A picture, and how many numbers found no room on it. */
export interface MapPicture {
  readonly svg: Markup;
  readonly withoutRoom: number;
}

/** Size of the picture of a layout. */
export function mapSize(layout: Layout): { width: number; height: number } {
  return { width: layout.width + 2 * margin, height: layout.height + 2 * margin };
}

/**
 * The complete picture of one position.
 *
 * @param where A still picture has titles, which show where the pointer rests; the page has a card of its own for that.
 */
export function drawMap(model: MapModel, layout: Layout, look: MapLook, where: "still" | "page" = "still"): MapPicture {
  const { width, height } = mapSize(layout);
  const { theme, show, measure } = look;
  // The table has the numbers too: titles of very many lines would outweigh the picture.
  const titled = where === "still" && layout.edges.length <= 60;
  const labels = layout.edges.map(({ id }) =>
    look.differences ? look.differences.edge(id)?.text ?? "" : edgeLabel(model.edges[id]!, { show, measure })
  );
  const strengths = edgeStrengths(model, layout, look);
  // The strongest on top, and the first to choose places for their labels.
  const order = strengths.map((_, i) => i).sort((a, b) => strengths[a]! - strengths[b]! || a - b);
  const places = placeLabels(layout, labels.map(labelSize), nodeBoxes(model, layout), order.toReversed(), margin);
  const svg = markup(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "font-family": font,
      "font-size": 13,
    },
    markup("rect", { width, height, fill: theme.background }),
    markup(
      "g",
      { transform: `translate(${margin} ${margin})` },
      markup(
        "g",
        { class: "tb-edges", fill: "none" },
        ...order.map((i) => drawEdge(model, layout.edges[i]!, strengths[i]!, look, titled)),
      ),
      markup(
        "g",
        { class: "tb-labels", "font-size": smallest, "text-anchor": "middle" },
        ...order.filter((i) => places[i]).map((i) => drawLabel(labels[i]!, places[i]!, layout.edges[i]!.id, theme)),
      ),
      markup("g", { class: "tb-nodes" }, ...drawNodes(model, layout, look, titled, where)),
    ),
  );
  return { svg, withoutRoom: labels.filter((text, i) => text !== "" && !places[i]).length };
}

function drawLabel(text: string, [x, y]: readonly [number, number], edge: number, theme: Theme): Markup {
  const [width, height] = labelSize(text);
  return markup(
    "g",
    { "data-edge": edge },
    markup("rect", { x: x - width / 2, y: y - height / 2, width, height, rx: 4, fill: theme.background }),
    markup("text", { x, y: y + 4, fill: theme.ink }, text),
  );
}

/** From 0 to 1, in proportion to the largest between activities; starts and ends do not outdo those. */
function edgeStrengths(model: MapModel, layout: Layout, look: MapLook): number[] {
  const n = model.nodes.length;
  if (look.differences) {
    return layout.edges.map(({ id }) => Math.abs(look.differences!.edge(id)?.strength ?? 0));
  }
  const edges = layout.edges.map(({ id }) => model.edges[id]!);
  const inner = edges.filter(({ from, to }) => from < n && to < n);
  const most = largest((inner.length > 0 ? inner : edges).map((edge) => edgeValue(edge, look)));
  return edges.map((edge) => most === 0 ? 0 : Math.min(1, (edgeValue(edge, look) || 0) / most));
}

/** Boxes of the nodes in the order of the layout; x and y are their middles. */
export function nodeBoxes(
  model: MapModel,
  layout: Layout,
): { id: number; x: number; y: number; width: number; height: number }[] {
  return Array.from({ length: layout.nodes.length / 3 }, (_, i) => {
    const [id, x, y] = layout.nodes.slice(i * 3, i * 3 + 3) as [number, number, number];
    const { width, height } = model.nodes[id] ?? { width: endWidth, height: endHeight };
    return { id, x, y, width, height };
  });
}

/** Room that a label takes, halo included. */
export function labelSize(text: string): [number, number] {
  return text === "" ? [0, 0] : [2 * Math.ceil(text.length * 3.6) + 4, 16];
}

/** What an edge says of itself; nothing where there is no time to say. */
export function edgeLabel(edge: MapEdge, { show, measure }: Pick<MapLook, "show" | "measure">): string {
  if (show === "duration") return edge.seconds ? formatDuration(edge.seconds[measure]) : "";
  return formatCount(show === "cases" ? edge.cases : edge.count);
}

/** Everything known about an edge, as label and value. */
export function edgeFacts(model: MapModel, edge: MapEdge): [string, string][] {
  const facts: [string, string][] = [
    ["Times", formatCount(edge.count)],
    ["Cases", `${formatCount(edge.cases)} (${formatShare(edge.cases / model.totalCases)})`],
  ];
  const { seconds } = edge;
  if (!seconds) return facts;
  for (const name of ["median", "mean", "min", "max", "total"] as const) {
    facts.push([capital(name), formatDuration(seconds[name])]);
  }
  return facts;
}

/** Everything known about an activity, as label and value. */
export function nodeFacts(model: MapModel, id: number): [string, string][] {
  const node = model.nodes[id];
  const { totalCases } = model;
  const ofCases = (cases: number) => `${formatCount(cases)} (${formatShare(cases / totalCases)})`;
  if (!node) return [["Cases", formatCount(totalCases)]];
  const facts: [string, string][] = [["Events", formatCount(node.events)], ["Cases", ofCases(node.cases)]];
  if (node.starts > 0) facts.push(["Cases that start here", ofCases(node.starts)]);
  if (node.ends > 0) facts.push(["Cases that end here", ofCases(node.ends)]);
  if (node.median !== null) facts.push(["Median duration", formatDuration(node.median)]);
  if (node.mean !== null) facts.push(["Mean duration", formatDuration(node.mean)]);
  return facts;
}

export function nodeName(model: MapModel, id: number): string {
  return model.nodes[id]?.name ?? (id === model.nodes.length ? "Start" : "End");
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

function edgeValue(edge: MapEdge, { show, measure }: MapLook): number {
  if (show === "duration") return edge.seconds?.[measure] ?? NaN;
  return show === "cases" ? edge.cases : edge.count;
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => value > most ? value : most, 0);
}

function drawEdge(model: MapModel, route: EdgeRoute, strength: number, look: MapLook, titled: boolean): Markup {
  const { theme, show } = look;
  const edge = model.edges[route.id]!;
  const { from, to } = edge;
  const ends = from >= model.nodes.length || to >= model.nodes.length;
  const difference = look.differences && (look.differences.edge(route.id)?.strength ?? 0);
  const colour = difference !== undefined
    ? difference === 0 ? theme.edgeLittle : difference > 0 ? theme.accent : theme.slowMuch
    : show === "duration"
    ? ends ? theme.line : mixColours(theme.slowLittle, theme.slowMuch, strength ** 0.5)
    : mixColours(theme.edgeLittle, theme.edgeMuch, strength ** 0.6);
  const width = 1.2 + (ends ? show === "duration" ? 0 : 1.4 : 5) * strength ** 0.7;
  const { points } = route;
  let [x, y] = points as unknown as [number, number];
  let path = `M${x} ${y}`;
  for (let i = 2; i + 7 < points.length; i += 6) {
    path += `c${points.slice(i, i + 6).map((value, k) => value - (k % 2 === 0 ? x : y)).join(" ")}`;
    [x, y] = [points[i + 4]!, points[i + 5]!];
  }
  const head = arrowHead(points.slice(-4) as [number, number, number, number], width);
  return markup(
    "g",
    { "data-edge": route.id, "data-from": from, "data-to": to },
    ...(titled ? [markup("title", {}, edgeTitle(model, edge))] : []),
    markup("path", {
      d: path,
      stroke: colour,
      "stroke-width": rounded(width),
      "stroke-linecap": ends ? "butt" : "round",
      "stroke-dasharray": ends ? "4 3" : undefined,
    }),
    markup("path", { d: head, fill: colour, stroke: colour, "stroke-width": 0.8, "stroke-linejoin": "round" }),
  );
}

function edgeTitle(model: MapModel, edge: MapEdge): string {
  return [
    `${nodeName(model, edge.from)} → ${nodeName(model, edge.to)}`,
    ...edgeFacts(model, edge).map(([label, value]) => `${label}: ${value}`),
  ].join("\n");
}

/** From where the line ends to the tip, wider for wider lines. */
function arrowHead([x, y, tipX, tipY]: [number, number, number, number], width: number): string {
  const far = Math.hypot(tipX - x, tipY - y) || 1;
  const [ux, uy] = [(tipX - x) / far, (tipY - y) / far];
  const half = 3.4 + width * 0.72;
  const length = Math.max(far, 7 + width * 0.6);
  const [baseX, baseY] = [tipX - ux * length, tipY - uy * length];
  return `M${rounded(tipX)} ${rounded(tipY)}L${rounded(baseX - uy * half)} ${rounded(baseY + ux * half)}` +
    `L${rounded(baseX + uy * half)} ${rounded(baseY - ux * half)}Z`;
}

function drawNodes(
  model: MapModel,
  layout: Layout,
  look: MapLook,
  titled: boolean,
  where: "still" | "page",
): Markup[] {
  const shown = nodeBoxes(model, layout);
  const most = largest(shown.map(({ id }) => model.nodes[id] ? nodeValue(model.nodes[id], look) : 0));
  return shown.map((place) => {
    const node = model.nodes[place.id];
    const drawn = node
      ? drawActivity(node, place.id, most, look)
      : drawEnd(place.id === model.nodes.length, look.theme);
    const facts = nodeFacts(model, place.id).map(([label, value]) => `${label}: ${value}`);
    const title = [nodeName(model, place.id), ...facts].join("\n");
    return markup(
      "g",
      {
        "data-node": place.id,
        transform: `translate(${place.x} ${place.y})`,
        role: where === "page" ? "img" : undefined,
        "aria-label": where === "page" ? title.replaceAll("\n", ", ") : undefined,
      },
      ...(titled ? [markup("title", {}, title)] : []),
      ...drawn,
    );
  });
}

function nodeValue(node: MapNode, { show, measure }: MapLook): number {
  if (show === "duration") return (measure === "mean" ? node.mean : node.median) ?? 0;
  return show === "cases" ? node.cases : node.events;
}

function drawActivity(node: MapNode, id: number, most: number, look: MapLook): Markup[] {
  const { theme, show, measure } = look;
  const strength = most > 0 ? nodeValue(node, look) / most : 0;
  const difference = look.differences && (look.differences.node(id) ?? { text: "", strength: 0 });
  const fill = difference
    ? mixColours(
      theme.plain,
      difference.strength > 0 ? theme.much : theme.slowNodeMuch,
      Math.abs(difference.strength) ** 0.6,
    )
    : show === "duration"
    ? strength > 0 ? mixColours(theme.slowNode, theme.slowNodeMuch, strength ** 0.8) : theme.plain
    : mixColours(theme.little, theme.much, strength ** 0.8);
  const { onScale } = theme;
  const seconds = measure === "mean" ? node.mean : node.median;
  const number = difference
    ? difference.text
    : show === "duration"
    ? seconds === null ? "" : formatDuration(seconds)
    : formatCount(show === "cases" ? node.cases : node.events);
  const lines = node.lines.length;
  const top = -((lines - 1) * 16 + (number === "" ? 0 : 17)) / 2;
  return [
    markup("rect", {
      x: -node.width / 2,
      y: -node.height / 2,
      width: node.width,
      height: node.height,
      rx: 9,
      fill,
      stroke: mixColours(fill, theme.dark ? "#ffffff" : "#0b2545", 0.28),
    }),
    markup(
      "text",
      { "text-anchor": "middle", "font-weight": 600, fill: onScale, style: "unicode-bidi:plaintext" },
      ...node.lines.map((line, i) => markup("tspan", { x: 0, y: rounded(top + i * 16 + 4.5) }, line)),
    ),
    ...(number === "" ? [] : [
      markup("text", {
        y: rounded(top + lines * 16 + 5.5),
        "text-anchor": "middle",
        "font-size": smallest,
        fill: onScale,
      }, number),
    ]),
  ];
}

function drawEnd(isStart: boolean, theme: Theme): Markup[] {
  const ink = theme.background;
  return [
    markup("rect", {
      x: -endWidth / 2,
      y: -endHeight / 2,
      width: endWidth,
      height: endHeight,
      rx: endHeight / 2,
      fill: theme.quiet,
    }),
    markup("path", { d: isStart ? "M-23-5.5v11l9-5.5z" : "M-23-4.5h9v9h-9z", fill: ink }),
    markup("text", { x: -8, y: 4.5, "font-weight": 600, fill: ink }, isStart ? "Start" : "End"),
  ];
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
