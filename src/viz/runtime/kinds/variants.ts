/** Variants in the page: more or fewer rows, and where an activity occurs. */
import type { VariantsViewData } from "../../charts/variants.ts";
import { drawVariants } from "../../charts/variant_picture.ts";
import { markupElement } from "../markup.ts";
import { slider, sliderStyle } from "../slider.ts";
import { drawInTheme } from "../theme.ts";
import { tooltip, tooltipStyle } from "../tooltip.ts";

const style = `.tb-live svg{max-width:100%;height:auto}.tb-live .tb-dim .tb-chevron:not(.tb-on),` +
  `.tb-live .tb-dim .tb-entry:not(.tb-on){opacity:.18}.tb-live .tb-chevron,.tb-live .tb-entry{cursor:default}` +
  `.tb-live .tb-entry:focus-visible{outline:2px solid var(--accent);outline-offset:2px}${sliderStyle}${tooltipStyle}`;

export function show(stage: HTMLElement, { picture, top }: VariantsViewData): void {
  const sheet = document.createElement("style");
  sheet.textContent = style;
  const held = document.createElement("div");
  stage.append(sheet);
  if (picture.rows.length > 1) {
    stage.append(slider({
      label: "Variants",
      min: 1,
      max: picture.rows.length,
      value: top,
      words: (rows) => `${rows} of ${picture.variants}, ${picture.rows[rows - 1]!.coveredText} of the cases`,
      onInput: draw,
    }));
  }
  stage.append(held);
  const tip = tooltip(stage);
  drawInTheme(stage, () => {});
  draw(top);

  function draw(rows: number): void {
    const svg = markupElement(drawVariants(picture, rows)) as SVGSVGElement;
    for (const title of svg.querySelectorAll("title")) title.remove();
    for (const entry of svg.querySelectorAll(".tb-entry")) entry.setAttribute("tabindex", "0");
    held.replaceChildren(svg);
    svg.addEventListener("pointermove", (event) => point(svg, event.target as Element, event.clientX, event.clientY));
    svg.addEventListener("pointerleave", () => leave(svg));
    svg.addEventListener("focusin", (event) => {
      const box = (event.target as Element).getBoundingClientRect();
      point(svg, event.target as Element, box.left, box.bottom);
    });
    svg.addEventListener("focusout", () => leave(svg));
    svg.addEventListener("keydown", (event) => {
      if (event.key === "Escape") leave(svg);
    });
  }

  function point(svg: SVGSVGElement, target: Element, x: number, y: number): void {
    const found = target.closest("[data-activity]");
    if (!found) return leave(svg);
    const activity = Number(found.getAttribute("data-activity"));
    svg.classList.add("tb-dim");
    for (const each of svg.querySelectorAll("[data-activity]")) {
      each.classList.toggle("tb-on", Number(each.getAttribute("data-activity")) === activity);
    }
    const { name, counts } = picture.activities[activity]!;
    const lines: [string, string][] = [["in the log", counts]];
    const step = found.getAttribute("data-step");
    const variant = found.closest("[data-variant]")?.getAttribute("data-variant");
    if (step !== null && variant != null) lines.unshift(...position(Number(variant), Number(step)));
    tip.show(name, lines, x, y);
  }

  function position(variant: number, step: number): [string, string][] {
    const { steps, casesText, shareText } = picture.rows[variant]!;
    const before = steps.slice(0, step).reduce((sum, [, times]) => sum + times, 0);
    const times = steps[step]![1];
    const all = steps.reduce((sum, [, n]) => sum + n, 0);
    return [
      [`variant ${variant + 1}`, `${casesText} cases, ${shareText}`],
      ["position", `${before + 1}${times > 1 ? ` to ${before + times}` : ""} of ${all}`],
    ];
  }

  function leave(svg: SVGSVGElement): void {
    svg.classList.remove("tb-dim");
    tip.hide();
  }
}
