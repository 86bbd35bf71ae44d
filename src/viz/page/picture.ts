/** The still picture made interactive as it is: marks that carry a `<title>` show it beside the pointer. */
import { controlsStyle, html } from "./controls.ts";
import { drawInTheme } from "../kit/theme.ts";
import { tooltip, tooltipStyle } from "./tooltip.ts";

const style = `.tb-live svg.tbc-chart{display:block;max-width:100%;height:auto}` +
  `.tbc-chart:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}` +
  `.tbc-chart .tbc-on{stroke:var(--ink);stroke-width:1.5px}`;

/**
 * Takes the picture out of the `<img>` before the stage. Titles become cards: their first line is the heading, the
 * others are a label and a value each where a tab stands between. Arrow keys go from mark to mark.
 */
export function showPicture(stage: HTMLElement): void {
  const { svg, alt } = picturedBefore(stage);
  svg.setAttribute("tabindex", "0");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", alt);
  stage.append(html("style", {}, controlsStyle, tooltipStyle, style), svg);
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
  svg.addEventListener("pointermove", (event) => {
    let mark: Element | null = event.target as Element;
    while (mark && mark !== svg && !words.has(mark)) mark = mark.parentElement;
    if (mark && words.has(mark)) enter(mark, event.clientX, event.clientY);
    else leave();
  });
  svg.addEventListener("pointerleave", leave);
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

/** The still picture in the `<img>` before a stage, as elements of the page, and its words. */
export function picturedBefore(stage: HTMLElement): { svg: SVGSVGElement; alt: string } {
  const image = stage.previousElementSibling as HTMLImageElement;
  return { svg: document.importNode(parse(image), true), alt: image.alt };
}

function parse(image: HTMLImageElement): SVGSVGElement {
  const bytes = Uint8Array.from(atob(image.src.slice(image.src.indexOf(",") + 1)), (unit) => unit.charCodeAt(0));
  const root = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "image/svg+xml").documentElement;
  if (root.localName !== "svg") throw new Error("the picture is not well-formed");
  return root as unknown as SVGSVGElement;
}

/** Words of each mark, in the order of the picture; the titles are taken out, lest browsers show them a second time. */
export function takeTitles(svg: SVGElement): Map<Element, string> {
  const words = new Map<Element, string>();
  for (const title of [...svg.querySelectorAll("title")]) {
    words.set(title.parentElement!, title.textContent ?? "");
    title.remove();
  }
  return words;
}
