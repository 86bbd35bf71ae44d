/** A picture in the page as it is: marks that carry a `<title>` show it beside the pointer. */
import { controlsStyle, html } from "../controls.ts";
import { picturedBefore, takeTitles } from "../still_picture.ts";
import { drawInTheme } from "../../kit/theme.ts";
import { onTap } from "../taps.ts";
import { tooltip, tooltipStyle } from "../tooltip.ts";

const style = `.tb-live svg.tbc-chart{display:block;margin:0 auto;max-width:none}.tb-scroll{overflow-x:auto}` +
  `.tbc-chart:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}` +
  `.tbc-chart .tbc-on{stroke:var(--ink);stroke-width:1.5px}`;

/**
 * Titles become cards: their first line is the heading, the others are a label and a value each where a tab stands
 * between. Arrow keys go from mark to mark.
 */
export function show(stage: HTMLElement): void {
  const { svg, alt } = picturedBefore(stage);
  svg.setAttribute("tabindex", "0");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", alt);
  stage.append(html("style", {}, controlsStyle, tooltipStyle, style), html("div", { class: "tb-scroll" }, svg));
  const tip = tooltip(stage);
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
  const point = (event: PointerEvent) => {
    let mark: Element | null = event.target as Element;
    while (mark && mark !== svg && !words.has(mark)) mark = mark.parentElement;
    if (mark && words.has(mark)) enter(mark, event.clientX, event.clientY);
    else leave();
  };
  svg.addEventListener("pointermove", (event) => event.pointerType !== "touch" && point(event));
  svg.addEventListener("pointerleave", (event) => event.pointerType !== "touch" && leave());
  onTap(svg, point, leave);
  svg.addEventListener("blur", leave);
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
  drawInTheme(stage, () => {});
}
