/** The menu of a figure: save it, copy it, take its numbers or its filter along, show it on the whole screen. */
import type { TableData } from "../../tables/table_data.ts";
import { cellOf } from "../../tables/table_data.ts";
import { html } from "../controls.ts";
import { tableCsv } from "../table_text.ts";
import { copyPicture, copyText, fileName, saveFile, saveText } from "../take_away.ts";
import { fillScreen, fullScreenStyle } from "./full_screen.ts";
import { tableOf } from "./held_table.ts";
import { pictureOfTable } from "./table_picture_of.ts";
import { pictureImage, pictureOf, pictureText } from "./picture_file.ts";
import { showSelection, stripStyle } from "./selection_strip.ts";

interface Entry {
  readonly words: string;
  run(): unknown;
}

/** Puts the button at the figure's upper right corner. */
export function addMenu(root: HTMLElement, stage: HTMLElement): void {
  const code = showSelection(root);
  const panel = html("div", { class: "tb-menu", role: "menu", "aria-label": "Figure", popover: "auto" });
  const toast = html("div", { class: "tb-toast", role: "status" });
  const opener = html("button", {
    type: "button",
    class: "tb-more",
    title: "Save, copy, full screen",
    "aria-label": "Menu of the figure",
    "aria-haspopup": "menu",
    "aria-expanded": "false",
  }, dots());
  let hiding: ReturnType<typeof setTimeout> | undefined;
  const say = (words: string) => {
    toast.textContent = words;
    clearTimeout(hiding);
    hiding = setTimeout(() => toast.textContent = "", 4000);
  };
  const close = () => {
    if (panel.matches(":popover-open")) panel.hidePopover();
  };
  const open = () => {
    const entries = entriesOf(root, stage, code(), say);
    panel.replaceChildren(...entries.map(({ words, run }) => {
      const item = html("button", { type: "button", role: "menuitem", tabindex: "-1" }, words);
      item.addEventListener("click", async () => {
        close();
        opener.focus();
        try {
          await run();
        } catch (error) {
          say(`That did not work: ${(error as Error).message}`);
        }
      });
      return item;
    }));
    panel.showPopover();
    const at = opener.getBoundingClientRect(), { width, height } = panel.getBoundingClientRect();
    const top = at.bottom + 4 + height > innerHeight - 8 ? Math.max(8, at.top - height - 4) : at.bottom + 4;
    panel.style.left = `${Math.max(8, Math.min(at.right, innerWidth - 8) - width)}px`;
    panel.style.top = `${top}px`;
    (panel.firstElementChild as HTMLElement).focus();
  };
  opener.addEventListener("click", () => panel.matches(":popover-open") ? close() : open());
  opener.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    open();
  });
  opener.addEventListener("focus", () => opener.setAttribute("data-lm-suppress-shortcuts", "true"));
  panel.addEventListener("toggle", () => opener.setAttribute("aria-expanded", String(panel.matches(":popover-open"))));
  panel.addEventListener("keydown", (event) =>
    moveWithin(panel, event, () => {
      close();
      opener.focus();
    }));
  // Scrolled away, a menu that stays in its place would belong to nothing.
  addEventListener("scroll", close, { passive: true, capture: true });

  const caption = root.querySelector(":scope > figcaption");
  for (const old of root.querySelectorAll(".tb-more")) if (!old.closest(".tb-live")) old.remove();
  if (caption) caption.prepend(opener);
  else {
    opener.classList.add("tb-alone");
    stage.append(opener);
  }
  stage.append(html("style", {}, style + stripStyle + fullScreenStyle), panel, toast);
}

function entriesOf(
  root: HTMLElement,
  stage: HTMLElement,
  code: string | undefined,
  say: (words: string) => void,
): Entry[] {
  const name = fileName(root.querySelector("figcaption strong")?.textContent ?? "", "figure");
  const numbers = tableOf(root);
  const svg = pictureOfTable(stage, numbers) ?? pictureOf(stage);
  const text = () => pictureText(stage, svg!);
  const entries: Entry[] = [];
  if (svg) {
    entries.push(
      { words: "Save as PNG", run: async () => saveFile(stage, `${name}.png`, await pictureImage(text())) },
      {
        words: "Save as SVG",
        run: () => saveFile(stage, `${name}.svg`, new Blob([text()], { type: "image/svg+xml;charset=utf-8" })),
      },
    );
  }
  if (numbers && numbers.rows.length > 0) {
    const all = numbers.rows.length === numbers.total;
    entries.push({
      words: all ? "Save numbers as CSV" : `Save first ${numbers.rows.length} rows as CSV`,
      run: () => saveText(stage, `${name}.csv`, csvOf(numbers)),
    });
  }
  if (svg) {
    entries.push({
      words: "Copy picture",
      run: async () =>
        say(
          await copyPicture(pictureImage(text()))
            ? "Copied the picture."
            : "This page may not copy pictures: save it as PNG.",
        ),
    });
  }
  if (code !== undefined) {
    entries.push({
      words: "Copy filter as code",
      run: async () =>
        say(await copyText(stage, code) ? "Copied the filter." : "The browser does not let this page copy."),
    });
  }
  if (document.fullscreenEnabled) {
    const filled = document.fullscreenElement === root;
    entries.push({ words: filled ? "Leave full screen" : "Full screen", run: () => fillScreen(root, stage) });
  }
  return entries;
}

function csvOf({ columns, rows }: TableData): string {
  return tableCsv(
    columns.map(([name, , unit]) => ({ name, unit })),
    rows.map((row) => columns.map(([, , unit], i) => cellOf(row[i], unit))),
  );
}

/** Arrow keys go round; Tab and Escape leave. */
function moveWithin(panel: HTMLElement, event: KeyboardEvent, leave: () => void): void {
  const items = [...panel.children] as HTMLElement[];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (next !== undefined) items[next % items.length]!.focus();
  else if (event.key === "Escape" || event.key === "Tab") leave();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function dots(): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of [["width", "16"], ["height", "16"], ["viewBox", "0 0 16 16"], ["aria-hidden", "true"]]) {
    svg.setAttribute(name!, value!);
  }
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M3 8h0M8 8h0M13 8h0");
  path.setAttribute("style", "stroke:currentColor;stroke-width:3;stroke-linecap:round");
  svg.append(path);
  return svg;
}

const style =
  `figure.tracebook .tb-more{float:right;display:inline-flex;align-items:center;justify-content:center;width:30px;height:26px;` +
  `margin:-3px 0 4px 10px;padding:0;border:1px solid #0000;border-radius:7px;background:none;color:inherit;opacity:.6;cursor:pointer}` +
  `figure.tracebook .tb-more:is(:hover,:focus-visible,[aria-expanded=true]){opacity:1;border-color:currentColor}` +
  `figure.tracebook .tb-more:focus-visible{outline:2px solid currentColor;outline-offset:1px}` +
  `figure.tracebook .tb-alone{position:absolute;top:4px;right:4px;margin:0;z-index:2}` +
  `@media(pointer:coarse){figure.tracebook .tb-more{width:40px;height:34px}}` +
  `.tb-live .tb-menu{position:fixed;inset:auto;margin:0;padding:5px;min-width:170px;border:1px solid var(--line);border-radius:9px;` +
  `background:var(--back);color:var(--ink);box-shadow:0 6px 22px #0003;font:13px/1.4 system-ui,sans-serif}` +
  `.tb-live .tb-menu button{display:block;width:100%;padding:6px 12px;border:0;border-radius:6px;background:none;color:var(--ink);` +
  `font:inherit;text-align:left;cursor:pointer;white-space:nowrap}` +
  `.tb-live .tb-menu button:is(:hover,:focus){background:color-mix(in srgb,var(--accent) 16%,var(--back));outline:none}` +
  `.tb-live .tb-menu button:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}` +
  `@media(pointer:coarse){.tb-live .tb-menu button{padding:10px 14px}}` +
  `.tb-live .tb-toast{position:absolute;right:10px;top:10px;z-index:3;padding:6px 12px;border-radius:8px;background:var(--ink);` +
  `color:var(--back);font:12px/1.4 system-ui,sans-serif}.tb-live .tb-toast:empty{display:none}` +
  `@media print{figure.tracebook .tb-more{display:none}}`;
