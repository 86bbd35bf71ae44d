/** A small card beside the pointer, or beside what has the keyboard's focus. */

export interface Tooltip {
  /** Lines of label and value, under a title; at a point of the page's viewport. */
  show(title: string, lines: readonly (readonly [string, string])[], x: number, y: number): void;
  hide(): void;
}

/** Style sheet of the card, for the stage that holds it. */
export const tooltipStyle =
  `.tb-tip{position:fixed;inset:auto;margin:0;z-index:1000;pointer-events:none;max-width:340px;padding:8px 11px;border-radius:8px;` +
  `background:var(--back);color:var(--ink);border:1px solid var(--line);box-shadow:0 4px 16px #0003;` +
  `font:12px/1.5 system-ui,sans-serif}.tb-tip[hidden]{display:none}.tb-tip b{display:block;overflow-wrap:anywhere}` +
  `.tb-tip div{display:flex;justify-content:space-between;gap:18px}.tb-tip i{font-style:normal;color:var(--quiet)}` +
  `.tb-tip div span{font-variant-numeric:tabular-nums;text-align:right}`;

export function tooltip(stage: HTMLElement): Tooltip {
  const card = document.createElement("div");
  card.className = "tb-tip";
  card.setAttribute("role", "status");
  // Above all else, and placed by the viewport, even where a front end moves its cells by transforms.
  const layered = typeof card.showPopover === "function";
  if (layered) card.popover = "manual";
  card.hidden = true;
  stage.append(card);
  return {
    show(title, lines, x, y) {
      card.replaceChildren(
        part("b", title),
        ...lines.map(([label, value]) => {
          const line = document.createElement("div");
          line.append(part("i", label), part("span", value));
          return line;
        }),
      );
      card.hidden = false;
      if (layered && !card.matches(":popover-open")) card.showPopover();
      const { width, height } = card.getBoundingClientRect();
      const left = x + 16 + width > innerWidth - 8 ? x - 16 - width : x + 16;
      const top = y + 16 + height > innerHeight - 8 ? y - 16 - height : y + 16;
      card.style.left = `${Math.max(8, left)}px`;
      card.style.top = `${Math.max(8, top)}px`;
    },
    hide() {
      if (layered && card.matches(":popover-open")) card.hidePopover();
      card.hidden = true;
    },
  };
}

function part(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
