/** The menu of a figure. It comes with every figure, beside the behaviour that draws it. */
import { addMenu } from "../menu/figure_menu.ts";

/** Adds it as soon as the figure is live; one whose still picture stays has none. */
export function start(id: string, triesLeft = 30): void {
  setTimeout(() => {
    const taken = ((globalThis.__tracebook ??= {}).menus ??= new WeakSet()) as WeakSet<Element>;
    const root = [...document.querySelectorAll<HTMLElement>(`figure[id="${CSS.escape(id)}"]`)]
      .find((each) => !taken.has(each) && each.querySelector(":scope > .tb-live"));
    if (root) {
      taken.add(root);
      addMenu(root, root.querySelector<HTMLElement>(":scope > .tb-live")!);
    } else if (triesLeft > 0) start(id, triesLeft - 1);
  }, triesLeft === 30 ? 0 : 100);
}
