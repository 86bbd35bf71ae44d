/** A plot in the page: what its tips say appears beside the pointer, a finger or the keyboard's focus. */
import { controlsStyle, html } from "../controls.ts";
import { picturedBefore, takeTitles } from "../still_picture.ts";
import { drawInTheme } from "../../kit/theme.ts";
import { scrollStyle } from "../fit_width.ts";
import { pointAt } from "../point_at.ts";
import { tooltip, tooltipStyle } from "../tooltip.ts";

const style = `.tb-picture{${controlsStyle}svg.tbc-chart{display:block;margin:0 auto;height:auto}` +
  `.tbc-chart:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}` +
  `.tbc-chart .tbp-on{stroke:var(--ink);stroke-width:1.5px}${scrollStyle}}${tooltipStyle}`;

/** As far as Plot's own tips reach, in pixels. */
const reach = 40;

/**
 * Lines of a title are a label and a value where a tab stands between, else a heading. Points that lie on a line, or
 * are too small to be hit, are found from a distance, as Plot finds them.
 */
export function show(stage: HTMLElement): void {
  const { svg, alt } = picturedBefore(stage);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", alt);
  stage.classList.add("tb-picture");
  stage.append(html("style", {}, style), html("div", { class: "tb-scroll" }, svg));
  const tip = tooltip(stage);
  const words = takeTitles(svg);
  const marks = [...words.keys()];
  const points = marks.filter((mark) => mark.classList.contains("tbp-at"));
  let on: Element | undefined;
  const leave = () => {
    on?.classList.remove("tbp-on");
    on = undefined;
    tip.hide();
  };
  const enter = (mark: Element, x: number, y: number) => {
    if (on !== mark) {
      leave();
      on = mark;
      mark.classList.add("tbp-on");
    }
    const lines = words.get(mark)!.split("\n").map((line) => line.split("\t"));
    const heading = lines.filter((parts) => parts.length === 1).map(([text]) => text).join("\n");
    tip.show(heading, lines.flatMap(([label, value]) => value === undefined ? [] : [[label!, value] as const]), x, y);
  };
  const markAt = (target: Element, atX: number, atY: number): Element | undefined => {
    let mark: Element | null = target;
    while (mark && mark !== svg && !words.has(mark)) mark = mark.parentElement;
    if (mark && words.has(mark) && !points.includes(mark)) return mark;
    let nearest: Element | undefined, least = reach;
    for (const point of points) {
      const { x, y } = centre(point);
      const distance = Math.hypot(x - atX, y - atY);
      if (distance < least) [nearest, least] = [point, distance];
    }
    return nearest;
  };
  pointAt(svg, (target, x, y) => {
    const mark = markAt(target, x, y);
    if (mark) enter(mark, x, y);
    else leave();
  }, leave);
  if (marks.length > 0) {
    svg.setAttribute("tabindex", "0");
  }
  svg.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return leave();
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined || marks.length === 0) return;
    event.preventDefault();
    const at = on === undefined ? (step > 0 ? -1 : 0) : marks.indexOf(on);
    const next = marks[(at + step + marks.length) % marks.length]!;
    const { x, y } = centre(next);
    enter(next, x, y);
  });
  drawInTheme(stage, () => {});
}

function centre(mark: Element): { x: number; y: number } {
  const { left, top, width, height } = mark.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
