/** A model in the page: zoom, and what a node is joined to. */
import { controlsStyle, html } from "../controls.ts";
import { picturedBefore, takeTitles } from "../still_picture.ts";
import { pointable } from "../pointing.ts";
import { drawInTheme } from "../../kit/theme.ts";
import { tooltip, tooltipStyle } from "../tooltip.ts";
import { zoomable, zoomStyle } from "../zoom.ts";

/** Its smallest words are of 11 pixels. */
const legible = 1;

/** The still picture is the model; `label` says what it is. */
export function show(stage: HTMLElement, label: string): void {
  const { svg } = picturedBefore(stage);
  const width = Number(svg.getAttribute("width")), height = Number(svg.getAttribute("height"));
  const canvas = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const content = document.createElementNS("http://www.w3.org/2000/svg", "g");
  for (const name of ["class", "font-family", "font-size"]) canvas.setAttribute(name, svg.getAttribute(name) ?? "");
  canvas.classList.add("tb-canvas");
  canvas.setAttribute("role", "group");
  // Chromium makes it a stop of the Tab key of its own accord, because it listens for focus.
  canvas.setAttribute("tabindex", "-1");
  canvas.setAttribute("aria-label", `${label}; arrow keys go from node to node`);
  content.append(...svg.childNodes);
  canvas.append(content);
  const words = takeTitles(content);
  const zoom = zoomable(canvas, legible);
  const note = html("span");
  stage.classList.add("tb-model");
  stage.append(html("style", {}, style), zoom.frame, html("div", { class: "tb-foot" }, note, zoom.buttons));
  const tip = tooltip(stage);
  drawInTheme(stage, () => {});
  const nodes = [...content.querySelectorAll<SVGElement>("[data-node]")];
  const edges = [...content.querySelectorAll<SVGElement>("[data-edge]")];
  for (const node of nodes) {
    node.setAttribute("role", "img");
    node.setAttribute("aria-label", (words.get(node) ?? "").replaceAll("\t", ": ").replaceAll("\n", ", "));
  }
  nodes[0]?.setAttribute("tabindex", "0");
  zoom.fit(width, height, beginning(nodes, edges));
  const tell = () =>
    note.textContent = `${zoom.cut() ? "Scroll or drag to see the rest. " : ""}Point at a node, or tap it.`;
  tell();
  new ResizeObserver(tell).observe(canvas);

  pointable(canvas, zoom, { selector: "[data-node]", nodes: () => nodes, point, rest });

  function point(node: SVGElement, x: number, y: number): void {
    const id = node.dataset.node!;
    const near = new Set([id]);
    content.classList.add("tb-focus");
    for (const edge of edges) {
      const ends = edge.dataset.edge!.split(" ");
      const lit = ends.includes(id);
      edge.classList.toggle("tb-lit", lit);
      if (lit) { for (const end of ends) near.add(end); }
    }
    for (const each of nodes) each.classList.toggle("tb-lit", near.has(each.dataset.node!));
    const [title = "", ...lines] = (words.get(node) ?? "").split("\n");
    tip.show(title, lines.map((line): [string, string] => [line.split("\t")[0]!, line.split("\t")[1] ?? ""]), x, y);
  }

  function rest(): void {
    content.classList.remove("tb-focus");
    tip.hide();
  }
}

/** The middle of the first node that nothing leads to: there the model begins. */
function beginning(nodes: readonly SVGElement[], edges: readonly SVGElement[]): [number, number] {
  const reached = new Set(edges.map(({ dataset }) => dataset.edge!.split(" ")[1]));
  const first = nodes.find(({ dataset }) => !reached.has(dataset.node)) ?? nodes[0];
  const [x = 0, y = 0] = (first?.getAttribute("transform") ?? "").match(/-?[\d.]+/g)?.map(Number) ?? [];
  return [x, y];
}

const style = `.tb-model{${controlsStyle}${zoomStyle}` +
  `.tb-foot{display:flex;justify-content:space-between;align-items:center;gap:12px;padding:6px 10px;` +
  `border-top:1px solid var(--line);color:var(--quiet);font-size:12px}.tb-foot>span{flex:1;contain:inline-size}` +
  `[data-node]{outline:none;cursor:default}` +
  `[data-node]:focus-visible :is(rect,circle,path){stroke:var(--accent);stroke-width:3px}` +
  `.tb-focus [data-node],.tb-focus [data-edge]{opacity:.25}.tb-focus .tb-lit{opacity:1}` +
  `@media(prefers-reduced-motion:no-preference){[data-node],[data-edge]{transition:opacity .15s}}}` + tooltipStyle;
