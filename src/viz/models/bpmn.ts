/** A BPMN process as a picture. */
import { countOf } from "../../base/format.ts";
import { firstNames } from "../../base/lists.ts";
import type { Bpmn, BpmnKind, BpmnLayout, BpmnNode, BpmnPoint } from "../../models/bpmn.ts";
import { layOutBpmn } from "../../models/layout/bpmn_layout.ts";
import { mark } from "../kit/svg.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { wrapText } from "../kit/wrap_text.ts";
import type { Markup } from "../kit/markup.ts";
import { type GraphEdge, type GraphNode, graphSvg } from "./graph_picture.ts";
import { coloursOf } from "./model_colours.ts";
import type { ModelViewOptions } from "./model_options.ts";
import { circle, gateway, labelText, taskBox } from "./shapes.ts";
import { type ConvertibleModel, modelAs } from "../../models/convert/model_as.ts";

/**
 * Shows a BPMN process as its diagram draws it; one without a diagram is laid out from left to right. Other models
 * are shown as the BPMN that `modelAs` makes of them.
 *
 * @example
 * ```ts
 * import { Bpmn, viewBpmn } from "tracebook";
 * viewBpmn(
 *   new Bpmn({
 *     nodes: [
 *       { id: "start", kind: "startEvent", name: "" },
 *       { id: "pay", kind: "task", name: "pay" },
 *       { id: "end", kind: "endEvent", name: "" },
 *     ],
 *     flows: [{ id: "f1", source: "start", target: "pay" }, { id: "f2", source: "pay", target: "end" }],
 *   }),
 * );
 * ```
 */
export function viewBpmn(model: ConvertibleModel, { log, title }: ModelViewOptions = {}): Figure {
  const bpmn = modelAs(model, "bpmn");
  const colour = coloursOf(bpmn.nodes.flatMap(({ kind, name }) => kind === "task" ? [name] : []), log);
  const layout = bpmn.layout ?? layOutBpmn(bpmn);
  const { left, top, width, height } = extent(bpmn, layout);
  const index = new Map(bpmn.nodes.map(({ id }, i) => [id, i]));
  const around = neighbours(bpmn);
  const nodes = bpmn.nodes.map((node): GraphNode => {
    const box = layout.nodes.get(node.id)!;
    const { from, to } = around(node.id);
    return {
      x: box.x - left + box.width / 2,
      y: box.y - top + box.height / 2,
      name: titleOf(node),
      facts: [["After", from.join(", ") || "none"], ["Before", to.join(", ") || "none"]],
      marks: shapeOf(node, box.width, box.height, colour),
    };
  });
  const edges = bpmn.flows.map(({ id, source, target, name }): GraphEdge => {
    const points = layout.flows.get(id)!.map(({ x, y }) => ({ x: x - left, y: y - top }));
    const { line, head } = withHead(points);
    const middle = longestPiece(points);
    return {
      from: index.get(source)!,
      to: index.get(target)!,
      path: roundedLine(line),
      head,
      label: name === "" ? undefined : { ...middle, y: middle.y - 5, text: name },
    };
  });
  const rows = bpmn.nodes.map((node) => {
    const { from, to } = around(node.id);
    return [node.name, kinds[node.kind], from.join(", "), to.join(", ")];
  });
  return figure({
    kind: "model",
    behaviour: "model",
    title: title ?? `BPMN: ${bpmn.name}`,
    caption: `${sizeInWords(bpmn)} ${bpmn.layout ? "Drawn as its diagram is. " : ""}` +
      "× goes one way, + all ways, ○ one or more.",
    svg: graphSvg({ width, height, nodes, edges }),
    alt: altText(bpmn),
    table: { columns: ["node", "kind", "after", "before"], rows },
    text: rows.map(([name, kind, , to]) => `${name ? `${name} (${kind})` : kind} → ${to || "none"}`).join("\n"),
    data: "BPMN diagram",
  });
}

/** Font size in tasks, whose boxes are as diagrams have them. */
const taskSize = 11;

const kinds: Record<BpmnKind, string> = {
  task: "task",
  startEvent: "start event",
  endEvent: "end event",
  intermediateEvent: "intermediate event",
  exclusiveGateway: "exclusive gateway",
  parallelGateway: "parallel gateway",
  inclusiveGateway: "inclusive gateway",
};

function titleOf({ name, kind }: BpmnNode): string {
  return name === "" ? kinds[kind][0]!.toUpperCase() + kinds[kind].slice(1) : name;
}

function shapeOf({ kind, name }: BpmnNode, width: number, height: number, colour: (name: string) => string): Markup[] {
  if (kind === "task") {
    const lines = wrapText(name, taskSize, Math.max(20, width - 10), Math.max(1, Math.floor((height - 4) / 14)));
    return [taskBox(width, height, colour(name)), ...labelText({ lines, notes: [] }, 0, taskSize)];
  }
  const size = Math.min(width, height);
  const below = name === "" ? [] : wrapText(name, 11, 110, 3)
    .map((line, i) => mark("text", { y: size / 2 + 14 + i * 13, class: "tbc-ink tbm-halo tbm-note" }, line));
  if (kind === "exclusiveGateway") return [...gateway(size, "exclusive"), ...below];
  if (kind === "parallelGateway") return [...gateway(size, "parallel"), ...below];
  if (kind === "inclusiveGateway") return [...gateway(size, "inclusive"), ...below];
  return [
    circle(size / 2 - 1, kind === "endEvent" ? "tbm-paper tbm-outline tbm-thick" : "tbm-paper tbm-outline"),
    ...(kind === "intermediateEvent" ? [circle(size / 2 - 5)] : []),
    ...below,
  ];
}

/** The line as far as its arrow's head, and the head. */
function withHead(points: readonly BpmnPoint[]): { line: BpmnPoint[]; head: [number, number, number, number] } {
  const before = points.at(-2)!, tip = points.at(-1)!;
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  const back = length === 0 ? 0 : Math.min(7, length) / length;
  const base = { x: tenth(tip.x + (before.x - tip.x) * back), y: tenth(tip.y + (before.y - tip.y) * back) };
  return { line: [...points.slice(0, -1), base], head: [base.x, base.y, tip.x, tip.y] };
}

/** A line with its corners rounded. */
function roundedLine(points: readonly BpmnPoint[]): string {
  let path = `M${points[0]!.x} ${points[0]!.y}`;
  for (let i = 1; i + 1 < points.length; i++) {
    const [before, corner, after] = [points[i - 1]!, points[i]!, points[i + 1]!];
    const into = Math.hypot(corner.x - before.x, corner.y - before.y),
      out = Math.hypot(after.x - corner.x, after.y - corner.y);
    const bend = Math.min(8, into / 2, out / 2);
    const towards = (from: BpmnPoint, length: number) =>
      length === 0 ? `${corner.x} ${corner.y}` : (
        `${tenth(corner.x + (from.x - corner.x) * bend / length)} ${
          tenth(corner.y + (from.y - corner.y) * bend / length)
        }`
      );
    path += `L${towards(before, into)}Q${corner.x} ${corner.y} ${towards(after, out)}`;
  }
  const last = points.at(-1)!;
  return `${path}L${last.x} ${last.y}`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The middle of the longest straight piece: there a label finds room. */
function longestPiece(points: readonly BpmnPoint[]): BpmnPoint {
  let best = { x: points[0]!.x, y: points[0]!.y }, longest = -1;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length > longest) [best, longest] = [{ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, length];
  }
  return best;
}

/** What the diagram covers, names under events and gateways included. */
function extent(
  bpmn: Bpmn,
  { nodes, flows }: BpmnLayout,
): { left: number; top: number; width: number; height: number } {
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  const include = (x: number, y: number) => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  };
  for (const { id, kind, name } of bpmn.nodes) {
    const { x, y, width, height } = nodes.get(id)!;
    const under = kind !== "task" && name !== "";
    const aside = under ? Math.max(0, 58 - width / 2) : 2;
    include(x - aside, y - 2);
    include(x + width + aside, y + height + (under ? 14 + 13 * wrapText(name, 11, 110, 3).length : 2));
  }
  for (const points of flows.values()) for (const { x, y } of points) include(x, y - 2);
  if (left > right) return { left: 0, top: 0, width: 0, height: 0 };
  return { left, top, width: right - left, height: bottom - top };
}

function neighbours(bpmn: Bpmn): (id: string) => { from: string[]; to: string[] } {
  const found = new Map(bpmn.nodes.map(({ id }) => [id, { from: [] as string[], to: [] as string[] }]));
  const name = new Map(bpmn.nodes.map((node) => [node.id, node.name || kinds[node.kind]]));
  for (const { source, target } of bpmn.flows) {
    found.get(source)!.to.push(name.get(target)!);
    found.get(target)!.from.push(name.get(source)!);
  }
  return (id) => found.get(id)!;
}

function sizeInWords(bpmn: Bpmn): string {
  const count = (wanted: (kind: BpmnKind) => boolean) => bpmn.nodes.filter(({ kind }) => wanted(kind)).length;
  return `${countOf(count((kind) => kind === "task"), "task")}, ${
    countOf(count((kind) => kind.endsWith("Gateway")), "gateway")
  }, ${countOf(count((kind) => kind.endsWith("Event")), "event")}, ${countOf(bpmn.flows.length, "flow")}.`;
}

function altText(bpmn: Bpmn): string {
  const tasks = bpmn.nodes.flatMap(({ kind, name }) => kind === "task" ? [name] : []);
  return `BPMN process with ${sizeInWords(bpmn)}${tasks.length === 0 ? "" : ` Tasks: ${firstNames(tasks, 12)}.`}`;
}
