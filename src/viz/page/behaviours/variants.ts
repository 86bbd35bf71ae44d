/** Variants in the page: more or fewer rows, and where an activity occurs. */
import type { VariantsViewData } from "../../charts/variants.ts";
import { drawVariants } from "../../charts/variant_picture.ts";
import { controlsStyle, html, slider } from "../controls.ts";
import { formatCount } from "../../../base/format.ts";
import { markupElement } from "../../kit/markup.ts";
import { drawInTheme } from "../../kit/theme.ts";
import { drawAtWidth } from "../fit_width.ts";
import { pointAt } from "../point_at.ts";
import { tooltip, tooltipStyle } from "../tooltip.ts";

const style = `.tb-variants{${controlsStyle}svg.tbc-chart{display:block;margin:0 auto;max-width:100%;height:auto}` +
  `.tbc-dim .tbc-chevron:not(.tbc-on),.tbc-dim .tbc-entry:not(.tbc-on){opacity:.18}` +
  `.tbc-entry:focus-visible{outline:2px solid var(--accent);outline-offset:2px}}${tooltipStyle}`;

export function show(stage: HTMLElement, { picture, top }: VariantsViewData): void {
  stage.classList.add("tb-variants");
  stage.append(html("style", {}, style));
  const rows = slider("Variants", (at) => {
    shown = at + 1;
    draw();
  });
  if (picture.rows.length > 1) stage.append(html("div", { class: "tb-bar" }, rows.element));
  const held = html("div");
  stage.append(held);
  const tip = tooltip(stage);
  let shown = top, width = 0;
  drawInTheme(stage, () => {});
  drawAtWidth(stage, (wide) => {
    width = wide;
    draw();
  });

  function draw(): void {
    const covered = picture.rows[shown - 1]?.coveredText ?? "";
    rows.set(
      shown - 1,
      picture.rows.length - 1,
      `${shown} of ${formatCount(picture.variants)}, ${covered} of the cases`,
    );
    const svg = markupElement(drawVariants(picture, shown, "page", width)) as SVGSVGElement;
    for (const entry of svg.querySelectorAll(".tbc-entry")) entry.setAttribute("tabindex", "0");
    held.replaceChildren(svg);
    pointAt(svg, (target, x, y) => point(svg, target, x, y), () => leave(svg));
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
    svg.classList.add("tbc-dim");
    for (const each of svg.querySelectorAll("[data-activity]")) {
      each.classList.toggle("tbc-on", Number(each.getAttribute("data-activity")) === activity);
    }
    const { name, counts } = picture.activities[activity]!;
    const lines: [string, string][] = [["in the log", counts]];
    const step = found.getAttribute("data-step");
    const variant = found.closest("[data-variant]")?.getAttribute("data-variant");
    if (step !== null && variant != null) lines.unshift(...position(Number(variant), Number(step)));
    tip.show(name, lines, x, y);
  }

  function position(variant: number, step: number): [string, string][] {
    const { steps, more, casesText, shareText } = picture.rows[variant]!;
    const before = steps.slice(0, step).reduce((sum, [, times]) => sum + times, 0);
    const times = steps[step]![1];
    const all = steps.reduce((sum, [, n]) => sum + n, more);
    return [
      [`variant ${variant + 1}`, `${casesText} case${casesText === "1" ? "" : "s"}, ${shareText}`],
      ["position", `${before + 1}${times > 1 ? ` to ${before + times}` : ""} of ${all}`],
    ];
  }

  function leave(svg: SVGSVGElement): void {
    svg.classList.remove("tbc-dim");
    tip.hide();
  }
}
