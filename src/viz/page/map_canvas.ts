/** The canvas of a process map: where it is drawn, what lights up, and how it moves to the next picture. */
import type { Layout } from "../map/layout.ts";
import type { MapModel } from "../map/model.ts";

export function emptyCanvas(): { canvas: SVGSVGElement; content: SVGGElement } {
  const canvas = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  canvas.setAttribute("class", "tb-canvas");
  canvas.setAttribute("role", "group");
  // Chromium makes it a stop of the Tab key of its own accord, because it listens for focus.
  canvas.setAttribute("tabindex", "-1");
  canvas.setAttribute("aria-label", "Process map; arrow keys go from activity to activity");
  const content = document.createElementNS("http://www.w3.org/2000/svg", "g");
  canvas.append(content);
  return { canvas, content };
}

/** Activities slide from where they were; everything else fades in. */
export function slide(
  content: SVGElement,
  from: ReadonlyMap<number, { x: number; y: number }>,
  to: readonly { id: number; x: number; y: number }[],
): void {
  const timing = { duration: 320, easing: "ease-out" };
  for (const { id, x, y } of to) {
    const before = from.get(id);
    const node = content.querySelector(`[data-node="${id}"]`);
    if (before) {
      node?.animate({ transform: [`translate(${before.x}px,${before.y}px)`, `translate(${x}px,${y}px)`] }, timing);
    } else node?.animate({ opacity: [0, 1] }, timing);
  }
  for (const group of content.querySelectorAll(".tb-edges,.tb-labels")) {
    group.animate({ opacity: [0, 0, 1] }, { ...timing, duration: 420 });
  }
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
export function lightAround(
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

/** Style sheet of the canvas; nest it in the class of the stage. */
export const canvasStyle = `.tb-canvas [data-node]{outline:none;cursor:default}` +
  `.tb-canvas [data-node]:focus-visible rect{stroke:var(--accent);stroke-width:3}.tb-labels{pointer-events:none}` +
  `.tb-hit{stroke:#0000!important;stroke-width:14px!important;pointer-events:stroke}` +
  `.tb-focus [data-node],.tb-focus [data-edge]{opacity:.2}.tb-focus .tb-lit{opacity:1}`;
