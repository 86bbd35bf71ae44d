/** Finds a figure in the page and puts its interactive picture in the place of the still one. */

import { frameStyle } from "../kit/figure_frame.ts";
import { holdTable } from "./menu/held_table.ts";

/** Draws a figure into an empty element. If it throws, the still picture stays. */
export type Show<Data> = (stage: HTMLElement, data: Data) => void;

/** The still form within a figure that the live one takes the place of: its picture, unless a behaviour says else. */
export type Place = (root: Element) => HTMLElement | null;

const picture: Place = (root) => root.querySelector("img");

/**
 * Notebooks may share one page, show a figure twice, or render it again: the first root with this id that has not
 * been taken is the one. Roots taken are remembered outside the document, so that a saved page starts afresh; of a
 * behaviour that has a place of its own within a figure, the still form there is what is taken.
 */
export function mount<Data>(id: string, data: Data, show: Show<Data>, place?: Place, triesLeft = 20): void {
  const taken = ((globalThis.__tracebook ??= {}).taken ??= new WeakSet()) as WeakSet<Element>;
  const found = [...document.querySelectorAll(`figure[id="${CSS.escape(id)}"]`)].map((root) => ({
    root,
    still: (place ?? picture)(root),
  })).find(({ root, still }) => !taken.has(place && still ? still : root));
  const still = found?.still;
  if (!found || !still) {
    if (triesLeft > 0) setTimeout(() => mount(id, data, show, place, triesLeft - 1), 100);
    return;
  }
  taken.add(place ? still : found.root);
  const frame = still.closest(".tb-frame");
  for (const old of (frame ?? still).parentElement!.querySelectorAll(":scope > .tb-live")) old.remove();
  const stage = document.createElement("div");
  stage.className = "tb-live";
  // JupyterLab's shortcuts would take the arrow keys from sliders and pictures, and cut the cell at an x. It asks the
  // focused element itself first: a word further up would come too late.
  stage.addEventListener("focusin", (event) => {
    (event.target as Element).setAttribute("data-lm-suppress-shortcuts", "true");
  });
  // What is too wide scrolls inside the stage, below its controls.
  stage.style.cssText = frameStyle.replace("overflow:auto", "overflow:clip");
  frame?.replaceWith(still);
  still.after(stage);
  try {
    show(stage, data);
    still.style.display = "none";
    if (place) holdTable(found.root, data);
  } catch (error) {
    stage.remove();
    still.style.display = place ? "" : "block";
    if (frame) {
      still.replaceWith(frame);
      frame.append(still);
    }
    console.error("Tracebook: the still form stays,", error);
  }
}
