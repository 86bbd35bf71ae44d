/** The canvas of a map in the page: what is pointed at is told, what is clicked is selected. */
import { edgeFacts, nodeFacts, nodeName } from "../map/draw.ts";
import type { Layout } from "../map/layout.ts";
import type { MapModel } from "../map/model.ts";
import { choiceOf, nextOf } from "./map_selection.ts";
import { selecting } from "./menu/selecting.ts";
import { pointable } from "./pointing.ts";
import type { Tooltip } from "./tooltip.ts";
import type { Zoom } from "./zoom.ts";

export function emptyCanvas(): { canvas: SVGSVGElement; content: SVGGElement } {
  const canvas = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  canvas.setAttribute("class", "tb-canvas");
  canvas.setAttribute("role", "group");
  // Chromium makes it a stop of the Tab key of its own accord, because it listens for focus.
  canvas.setAttribute("tabindex", "-1");
  canvas.setAttribute(
    "aria-label",
    "Process map; arrow keys go from activity to activity, Enter selects one, Enter again its arrows, Escape lets go",
  );
  const content = document.createElementNS("http://www.w3.org/2000/svg", "g");
  canvas.append(content);
  return { canvas, content };
}

export interface MapParts {
  readonly stage: HTMLElement;
  readonly canvas: SVGSVGElement;
  readonly content: SVGElement;
  readonly zoom: Zoom;
  readonly tip: Tooltip;
  readonly model: MapModel;
  /** As it is shown now. */
  layout(): Layout;
}

/** @returns `drawn`: to be called when the content is drawn anew. */
export function pointAtMap({ stage, canvas, content, zoom, tip, model, layout }: MapParts): { drawn(): void } {
  /** What is selected: `n3` is an activity, `e7` an arrow. */
  let chosen = "";
  const mark = (next: string) => {
    chosen = next;
    markChosen(content, chosen);
  };
  const selection = selecting(stage, () => mark(""));
  pointable(canvas, zoom, {
    selector: "[data-node],[data-edge]",
    nodes: () => content.querySelectorAll<SVGElement>("[data-node]"),
    point(target, x, y) {
      lightAround(target, content, model, layout());
      const { node, edge } = target.dataset;
      if (node !== undefined) return tip.show(nodeName(model, Number(node)), nodeFacts(model, Number(node)), x, y);
      const found = model.edges[Number(edge)]!;
      tip.show(`${nodeName(model, found.from)} → ${nodeName(model, found.to)}`, edgeFacts(model, found), x, y);
    },
    rest() {
      content.classList.remove("tb-focus");
      tip.hide();
    },
    pick(target) {
      const { node, edge } = target?.dataset ?? {};
      const next = node !== undefined
        ? nextOf(model, layout(), Number(node), chosen, target!.matches(":focus-visible"))
        : edge !== undefined && chosen !== `e${edge}`
        ? `e${edge}`
        : "";
      const choice = choiceOf(model, next);
      selection.choose(choice);
      mark(choice ? next : "");
    },
  });
  return { drawn: () => markChosen(content, chosen) };
}

/** A line of one pixel is hard to point at: an invisible one lies over it. */
export function widenLines(content: SVGElement): void {
  for (const line of content.querySelectorAll(".tb-edges path:first-of-type")) {
    const wide = line.cloneNode() as SVGElement;
    wide.setAttribute("class", "tb-hit");
    line.after(wide);
  }
}

/** Lights an activity with its edges, or an edge with its activities. */
function lightAround(
  { dataset: { node, edge } }: SVGElement,
  content: SVGElement,
  model: MapModel,
  layout: Layout,
): void {
  const lit = new Set([node !== undefined ? `n${node}` : `e${edge}`]);
  const edges = node === undefined ? [Number(edge)] : layout.edges.map(({ id }) => id);
  for (const id of edges) {
    const { from, to } = model.edges[id]!;
    if (node === undefined || from === Number(node) || to === Number(node)) {
      lit.add(`e${id}`).add(`n${from}`).add(`n${to}`);
    }
  }
  content.classList.add("tb-focus");
  for (const element of content.querySelectorAll<SVGElement>("[data-node],[data-edge]")) {
    const { node, edge } = element.dataset;
    element.classList.toggle("tb-lit", lit.has(node !== undefined ? `n${node}` : `e${edge}`));
  }
}

function markChosen(content: SVGElement, chosen: string): void {
  for (const old of content.querySelectorAll(".tb-chosen")) old.classList.remove("tb-chosen");
  if (chosen === "") return;
  const name = chosen[0] === "n" ? "node" : "edge";
  for (const each of content.querySelectorAll(`[data-${name}="${chosen.slice(1)}"]`)) each.classList.add("tb-chosen");
}

export const mapStyle = `.tb-canvas [data-node]{outline:none}.tb-canvas :is([data-node],[data-edge]){cursor:pointer}` +
  `.tb-canvas [data-node]:focus-visible rect{stroke:var(--accent);stroke-width:3}.tb-labels{pointer-events:none}` +
  `.tb-canvas .tb-chosen[data-node] rect{stroke:var(--accent);stroke-width:3.5}` +
  `.tb-edges .tb-chosen path{stroke:var(--accent)}.tb-edges .tb-chosen path:last-of-type{fill:var(--accent)}` +
  `.tb-labels .tb-chosen text{font-weight:700;fill:var(--accent)}` +
  `.tb-hit{stroke:#0000!important;stroke-width:14px!important;pointer-events:stroke}` +
  `.tb-focus [data-node],.tb-focus [data-edge]{opacity:.2}.tb-focus .tb-lit{opacity:1}` +
  `@media(prefers-reduced-motion:no-preference){.tb-canvas [data-node],.tb-canvas [data-edge]{transition:opacity .15s}}`;
