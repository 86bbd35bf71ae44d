/** Pointing at the nodes of a drawn graph, by pointer and by keys: Tab comes to it, arrows go from node to node. */
import { onTap } from "./taps.ts";
import type { Zoom } from "./zoom.ts";

export interface Pointing {
  /** CSS selector of the elements that can be pointed at. */
  readonly selector: string;
  /** The nodes between which the arrow keys move. */
  nodes(): Iterable<SVGElement>;
  /** Called for the element pointed at, with a place in the window near which to show its card. */
  point(target: SVGElement, x: number, y: number): void;
  rest(): void;
  /** Called for what is clicked, or focused when Enter is pressed; undefined for a click beside everything. */
  pick?(target: SVGElement | undefined): void;
}

export function pointable(canvas: SVGSVGElement, zoom: Zoom, { selector, nodes, point, rest, pick }: Pointing): void {
  const pointed = (event: Event) => (event.target as Element).closest<SVGElement>(selector);
  const show = (event: PointerEvent) => {
    const target = zoom.dragging() ? null : pointed(event);
    target ? point(target, event.clientX, event.clientY) : rest();
  };
  canvas.addEventListener("pointermove", (event) => event.pointerType !== "touch" && show(event));
  canvas.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && rest());
  onTap(canvas, show, rest);
  // What is shown beside the finger's place would stay behind when the picture moves on.
  zoom.frame.addEventListener("scroll", rest);
  canvas.addEventListener("focusin", (event) => {
    const target = pointed(event);
    if (!target?.matches(":focus-visible")) return;
    const { right, top } = target.getBoundingClientRect();
    point(target, right - 6, top);
  });
  canvas.addEventListener("focusout", rest);
  if (pick) onPick(canvas, (event) => pick(pointed(event) ?? undefined));
  canvas.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return rest();
    if ((event.key === "Enter" || event.key === " ") && pick && pointed(event)) {
      event.preventDefault();
      return pick(pointed(event)!);
    }
    if (event.key === "+" || event.key === "-") return zoom.by(event.key === "+" ? 1.3 : 1 / 1.3);
    const way = ({ ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] } as const)[
      event.key as "ArrowUp"
    ];
    const target = pointed(event);
    if (!way || !target) return;
    event.preventDefault();
    event.stopPropagation();
    const next = neighbour(target, nodes(), way[0], way[1]);
    if (!next) return;
    target.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
}

/** Clicks that end no drag. */
function onPick(canvas: SVGSVGElement, picked: (event: MouseEvent) => void): void {
  let from = [0, 0];
  canvas.addEventListener("pointerdown", ({ clientX, clientY }) => from = [clientX, clientY]);
  canvas.addEventListener("click", (event) => {
    if (Math.hypot(event.clientX - from[0]!, event.clientY - from[1]!) < 5) picked(event);
  });
}

/** The nearest node in a direction, sideways distance counted double. */
function neighbour(from: SVGElement, nodes: Iterable<SVGElement>, wayX: number, wayY: number): SVGElement | undefined {
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
