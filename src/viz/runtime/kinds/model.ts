/** A model in the page: zoom, and what a node is joined to. */
import { controlsStyle, html } from "../controls.ts";
import { picturedBefore, takeTitles } from "../picture.ts";
import { drawInTheme } from "../theme.ts";
import { tooltip, tooltipStyle } from "../tooltip.ts";
import { zoomable, zoomStyle } from "../zoom.ts";

const tallest = 820;
/** Below this scale labels cannot be read. */
const legible = 0.7;

/** The still picture is the model; `label` says what it is. */
export function show(stage: HTMLElement, label: string): void {
  const { svg } = picturedBefore(stage);
  const width = Number(svg.getAttribute("width")), height = Number(svg.getAttribute("height"));
  const canvas = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const content = document.createElementNS("http://www.w3.org/2000/svg", "g");
  for (const name of ["class", "font-family", "font-size"]) canvas.setAttribute(name, svg.getAttribute(name) ?? "");
  canvas.classList.add("tb-canvas");
  canvas.setAttribute("role", "group");
  canvas.setAttribute("aria-label", `${label}; arrow keys go from node to node`);
  content.append(...svg.childNodes);
  canvas.append(content);
  const words = takeTitles(content);
  const zoom = zoomable(canvas, () => content);
  const note = html("span");
  stage.classList.add("tb-model");
  stage.append(html("style", {}, style), canvas, html("div", { class: "tb-foot" }, note, zoom.buttons));
  const tip = tooltip(stage);
  const size = () => {
    const across = Math.min(1, (stage.clientWidth || width) / width);
    note.textContent = across < legible
      ? "Point at a node for its figures. Double-click, + or Ctrl with the wheel come nearer; drag to move."
      : "";
    canvas.style.height = `${Math.round(Math.min(tallest, Math.max(height < 260 ? height : 260, height * across)))}px`;
  };
  size();
  new ResizeObserver(size).observe(stage);
  drawInTheme(stage, () => {});
  zoom.fit(width, height);

  const nodes = [...content.querySelectorAll<SVGElement>("[data-node]")];
  const edges = [...content.querySelectorAll<SVGElement>("[data-edge]")];
  for (const node of nodes) {
    node.setAttribute("role", "img");
    node.setAttribute("aria-label", (words.get(node) ?? "").replaceAll("\t", ": ").replaceAll("\n", ", "));
  }
  nodes[0]?.setAttribute("tabindex", "0");

  const pointed = (event: Event) => (event.target as Element).closest<SVGElement>("[data-node]");
  canvas.addEventListener("pointermove", (event) => {
    const node = zoom.dragging() ? null : pointed(event);
    node ? point(node, event.clientX, event.clientY) : rest();
  });
  canvas.addEventListener("pointerleave", rest);
  canvas.addEventListener("focusin", (event) => {
    const node = pointed(event);
    if (!node?.matches(":focus-visible")) return;
    const { right, top } = node.getBoundingClientRect();
    point(node, right - 4, top);
  });
  canvas.addEventListener("focusout", rest);
  canvas.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return rest();
    if (event.key === "+" || event.key === "-") return zoom.by(event.key === "+" ? 1.3 : 1 / 1.3);
    const way = ({ ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] } as const)[
      event.key as "ArrowUp"
    ];
    const node = pointed(event);
    if (!way || !node) return;
    event.preventDefault();
    event.stopPropagation();
    const next = neighbour(node, way[0], way[1]);
    if (!next) return;
    node.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });

  /** The nearest node in a direction, sideways distance counted double. */
  function neighbour(from: SVGElement, wayX: number, wayY: number): SVGElement | undefined {
    const middle = (node: SVGElement) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return [x + width / 2, y + height / 2] as const;
    };
    const [hereX, hereY] = middle(from);
    let best: SVGElement | undefined, least = Infinity;
    for (const node of nodes) {
      const [x, y] = middle(node);
      const along = (x - hereX) * wayX + (y - hereY) * wayY;
      const aside = Math.abs((x - hereX) * wayY) + Math.abs((y - hereY) * wayX);
      if (along > 1 && along + 2 * aside < least) [best, least] = [node, along + 2 * aside];
    }
    return best;
  }

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

const style = `.tb-model{${controlsStyle}${zoomStyle}` +
  `.tb-foot{display:flex;justify-content:space-between;align-items:center;gap:12px;padding:6px 10px;` +
  `border-top:1px solid var(--line);color:var(--quiet);font-size:12px}` +
  `.tb-foot .tb-zoom{position:static;flex-direction:row;margin-left:auto}.tb-canvas{display:block;width:100%;cursor:grab;user-select:none;outline:none}` +
  `[data-node]{outline:none;cursor:default}` +
  `[data-node]:focus-visible :is(rect,circle,path){stroke:var(--accent);stroke-width:3px}` +
  `.tb-focus [data-node],.tb-focus [data-edge]{opacity:.25}.tb-focus .tb-lit{opacity:1}` +
  `@media(prefers-reduced-motion:no-preference){[data-node],[data-edge]{transition:opacity .15s}}}` + tooltipStyle;
