/** What can be asked of something that was clicked: a short list beside it. */
import { html } from "../../page/controls.ts";

export interface MenuItem {
  readonly words: string;
  readonly run: () => void;
}

export interface Menu {
  /** Opens at a place in the window; the first item takes the focus. */
  open(title: string, items: readonly MenuItem[], x: number, y: number): void;
  close(): void;
  /** Whether it stands or is about to go: what gets the focus back from it must not show a card of its own then. */
  busy(): boolean;
}

export function menuIn(stage: HTMLElement): Menu {
  const list = html("div", { class: "tbx-menu", role: "menu", popover: "auto" });
  stage.append(list);
  let opener: Element | null = null;
  let busy = false;
  list.addEventListener("beforetoggle", () => busy = true);
  list.addEventListener("toggle", (event) => busy = (event as ToggleEvent).newState === "open");
  const close = () => {
    if (!list.matches(":popover-open")) return;
    list.hidePopover();
    if (opener instanceof HTMLElement || opener instanceof SVGElement) opener.focus({ preventScroll: true });
  };
  list.addEventListener("keydown", (event) => {
    const items = [...list.querySelectorAll<HTMLElement>("[role=menuitem]")];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = ({ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 } as Record<string, number>)[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    items.at(to % items.length)?.focus();
  });
  return {
    open(title, items, x, y) {
      opener = document.activeElement;
      list.setAttribute("aria-label", title);
      list.replaceChildren(
        html("b", {}, title),
        ...items.map(({ words, run }) => {
          const item = html("button", { type: "button", role: "menuitem", tabindex: "-1" }, words);
          item.addEventListener("click", () => {
            close();
            run();
          });
          return item;
        }),
      );
      list.showPopover();
      const { width, height } = list.getBoundingClientRect();
      list.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
      list.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
      list.querySelector<HTMLElement>("[role=menuitem]")?.focus({ preventScroll: true });
    },
    close,
    busy: () => busy,
  };
}
