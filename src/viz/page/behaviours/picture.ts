/** A picture in the page as it is: marks that carry a `<title>` show it beside the pointer, or where they are tapped. */
import { contentWidth, isNarrow, type PhonePicture } from "../../kit/chart_frame.ts";
import { drawInTheme } from "../../kit/theme.ts";
import { controlsStyle, html } from "../controls.ts";
import { drawAtWidth, scrollStyle } from "../fit_width.ts";
import { pointAt } from "../point_at.ts";
import { parsePicture, picturedBefore, takeTitles } from "../still_picture.ts";
import { type Tooltip, tooltip, tooltipStyle } from "../tooltip.ts";

/** Wide charts shrink by a twelfth at most, so that their text stays 11 pixels high; what is still wider scrolls. */
const LEAST_TEXT = 11;

const style = `.tb-picture{${controlsStyle}svg.tbc-chart{display:block;margin:0 auto;height:auto}` +
  `.tbc-chart:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}` +
  `.tbc-chart:focus:not(:focus-visible){outline:none}` +
  `.tbc-chart .tbc-on{stroke:var(--ink);stroke-width:1.5px}.tbc-on text:not(.tbm-halo){stroke:none}${scrollStyle}}${tooltipStyle}`;

/** What is told of a place of the picture: a heading, and labels with values. */
export interface Card {
  readonly title: string;
  readonly lines: readonly (readonly [label: string, value: string])[];
}

/** The card of a place that no mark with a title covers, in pixels of the picture; asked for nowhere when left. */
export type CardAt = (svg: SVGSVGElement, isPhone: boolean, x: number, y: number) => Card | undefined;

/**
 * Titles become cards: their first line is the heading, the others are a label and a value each where a tab stands
 * between. Arrow keys go from mark to mark. Where the place is as narrow as a phone, the picture drawn for one is shown.
 */
export function show(stage: HTMLElement, { phone }: PhonePicture = {}, cardAt?: CardAt): void {
  const { svg: wide, alt } = picturedBefore(stage);
  const narrow = phone === undefined ? undefined : parsePicture(phone);
  const holder = html("div", { class: "tb-scroll" });
  stage.classList.add("tb-picture");
  stage.append(html("style", {}, style), holder);
  const tip = tooltip(stage);
  for (const svg of [wide, narrow]) {
    if (svg) prepare(svg, alt, tip, cardAt && ((x, y) => cardAt(svg, svg === narrow, x, y)));
  }
  drawInTheme(stage, () => {});
  drawAtWidth(stage, (width) => {
    const shown = narrow && isNarrow(width) ? narrow : wide;
    const drawn = Number(shown.getAttribute("width"));
    const room = width < contentWidth(Infinity) ? stage.clientWidth : drawn;
    const least = drawn * Math.min(1, LEAST_TEXT / Number(shown.getAttribute("font-size") ?? LEAST_TEXT));
    shown.style.width = `${Math.min(drawn, Math.max(room, least))}px`;
    if (shown.parentNode !== holder) holder.replaceChildren(shown);
  });
}

function prepare(
  svg: SVGSVGElement,
  alt: string,
  tip: Tooltip,
  cardAt: (x: number, y: number) => Card | undefined = () => undefined,
): void {
  svg.setAttribute("tabindex", "0");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", alt);
  const words = takeTitles(svg);
  const marks = [...words.keys()];
  let at = -1;
  const leave = () => {
    marks[at]?.classList.remove("tbc-on");
    at = -1;
    tip.hide();
  };
  const enter = (mark: Element, x: number, y: number) => {
    if (marks[at] !== mark) {
      leave();
      at = marks.indexOf(mark);
      mark.classList.add("tbc-on");
    }
    const [title = "", ...lines] = words.get(mark)!.split("\n");
    tip.show(title, lines.map((line): [string, string] => [line.split("\t")[0]!, line.split("\t")[1] ?? ""]), x, y);
  };
  pointAt(svg, (target, x, y) => {
    let mark: Element | null = target;
    while (mark && mark !== svg && !words.has(mark)) mark = mark.parentElement;
    if (mark && words.has(mark)) return enter(mark, x, y);
    leave();
    const box = svg.getBoundingClientRect(), scale = Number(svg.getAttribute("width")) / box.width;
    const card = cardAt((x - box.left) * scale, (y - box.top) * scale);
    if (card) tip.show(card.title, card.lines, x, y);
  }, () => {
    leave();
    cardAt(NaN, NaN);
  });
  svg.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return leave();
    const step = event.key === "ArrowRight" || event.key === "ArrowDown"
      ? 1
      : event.key === "ArrowLeft" || event.key === "ArrowUp"
      ? -1
      : 0;
    if (step === 0 || marks.length === 0) return;
    event.preventDefault();
    const next = marks[at < 0 ? (step > 0 ? 0 : marks.length - 1) : (at + step + marks.length) % marks.length]!;
    const box = next.getBoundingClientRect();
    enter(next, box.left + box.width / 2, box.top + box.height / 2);
  });
}
