/** A map in the page: what is pointed at is told, what is clicked is selected. */
import type { Layout } from "../map/layout.ts";
import type { MapModel } from "../map/model.ts";
import { canvasStyle } from "./map_canvas.ts";
import { tellOfPart } from "./map_telling.ts";
import { choiceOf, nextOf } from "./map_selection.ts";
import { selecting } from "./menu/selecting.ts";
import { pointable } from "./pointing.ts";
import type { Tooltip } from "./tooltip.ts";
import type { Zoom } from "./zoom.ts";

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
  canvas.setAttribute(
    "aria-label",
    "Process map; arrow keys go from activity to activity, Enter selects one, Enter again its arrows, Escape lets go",
  );
  const selection = selecting(stage, () => mark(""));
  pointable(canvas, zoom, {
    selector: "[data-node],[data-edge]",
    nodes: () => content.querySelectorAll<SVGElement>("[data-node]"),
    point(target, x, y) {
      tellOfPart(target, { content, model, layout: layout(), tip }, x, y);
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

function markChosen(content: SVGElement, chosen: string): void {
  for (const old of content.querySelectorAll(".tb-chosen")) old.classList.remove("tb-chosen");
  if (chosen === "") return;
  const name = chosen[0] === "n" ? "node" : "edge";
  for (const each of content.querySelectorAll(`[data-${name}="${chosen.slice(1)}"]`)) each.classList.add("tb-chosen");
}

export const mapStyle = `${canvasStyle}.tb-canvas :is([data-node],[data-edge]){cursor:pointer}` +
  `.tb-canvas .tb-chosen[data-node] rect{stroke:var(--accent);stroke-width:3.5}` +
  `.tb-edges .tb-chosen path{stroke:var(--accent)}.tb-edges .tb-chosen path:last-of-type{fill:var(--accent)}` +
  `.tb-labels .tb-chosen text{font-weight:700;fill:var(--accent)}` +
  `@media(prefers-reduced-motion:no-preference){.tb-canvas [data-node],.tb-canvas [data-edge]{transition:opacity .15s}}`;
