/** Finds a figure in the page and puts its interactive picture in the place of the still one. */

import { frameStyle } from "../kit/figure_frame.ts";

/** Draws a figure into an empty element. If it throws, the still picture stays. */
export type Show<Data> = (stage: HTMLElement, data: Data) => void;

declare global {
  var __tracebook: Record<string, unknown> | undefined;
}

/**
 * Notebooks may share one page, show a figure twice, or render it again: the first root with this id that has not
 * been taken is the one. Roots taken are remembered outside the document, so that a saved page starts afresh.
 */
export function mount<Data>(id: string, data: Data, show: Show<Data>, triesLeft = 20): void {
  const taken = ((globalThis.__tracebook ??= {}).taken ??= new WeakSet()) as WeakSet<Element>;
  const root = [...document.querySelectorAll(`figure[id="${CSS.escape(id)}"]`)].find((found) => !taken.has(found));
  const image = root?.querySelector("img");
  if (!root || !image) {
    if (triesLeft > 0) setTimeout(() => mount(id, data, show, triesLeft - 1), 100);
    return;
  }
  taken.add(root);
  for (const old of root.querySelectorAll(".tb-live")) old.remove();
  const stage = document.createElement("div");
  stage.className = "tb-live";
  // JupyterLab's shortcuts would take the arrow keys from sliders and pictures, and cut the cell at an x. It asks the
  // focused element itself first: a word further up would come too late.
  stage.addEventListener("focusin", (event) => {
    (event.target as Element).setAttribute("data-lm-suppress-shortcuts", "true");
  });
  // What is too wide scrolls inside the stage, below its controls.
  stage.style.cssText = frameStyle.replace("overflow:auto", "overflow:clip");
  const frame = image.closest(".tb-frame");
  frame?.replaceWith(image);
  image.after(stage);
  try {
    show(stage, data);
    image.style.display = "none";
  } catch (error) {
    stage.remove();
    image.style.display = "block";
    if (frame) {
      image.replaceWith(frame);
      frame.append(image);
    }
    console.error("Tracebook: the still picture stays,", error);
  }
}
