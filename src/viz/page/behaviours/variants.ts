/** Variants in the page: more or fewer rows, and where an activity occurs. */
import type { VariantsViewData } from "../../charts/variants.ts";
import { drawVariants } from "../../charts/variant_picture.ts";
import { controlsStyle, html, slider } from "../controls.ts";
import { formatCount } from "../../../base/format.ts";
import { markupElement } from "../../kit/markup.ts";
import { drawInTheme } from "../../kit/theme.ts";
import { drawAtWidth } from "../fit_width.ts";
import { pointAt } from "../point_at.ts";
import { type Choice, selecting } from "../menu/selecting.ts";
import { tooltip, tooltipStyle } from "../tooltip.ts";

const style = `.tb-variants{${controlsStyle}svg.tbc-chart{display:block;margin:0 auto;max-width:100%;height:auto}` +
  `.tbc-dim .tbc-chevron:not(.tbc-on),.tbc-dim .tbc-entry:not(.tbc-on){opacity:.18}` +
  `.tbc-chart :is(.tbc-entry,.tbc-variant):focus-visible{outline:2px solid var(--accent);outline-offset:2px}` +
  `:is(.tbc-entry,.tbc-variant){cursor:pointer;outline:none}.tb-chosen :is(text.tbc-ink,text.tbc-muted){fill:var(--accent)}` +
  `.tb-chosen-row{fill:var(--accent);fill-opacity:.16;stroke:var(--accent);stroke-width:1.5px}}${tooltipStyle}`;

/** Longer variants are told by their rank: their names would fill the page. */
const mostNamed = 60;

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
  /** A variant `v3`, or an activity `a5`. */
  let chosen = "";
  const mark = (next: string) => {
    chosen = next;
    markChosen(held, chosen);
  };
  const selection = selecting(stage, () => mark(""));
  const pick = (target: Element) => {
    const entry = target.closest(".tbc-entry")?.getAttribute("data-activity");
    const variant = target.closest("[data-variant]")?.getAttribute("data-variant");
    const next = entry != null ? `a${entry}` : variant != null ? `v${variant}` : "";
    const kept = next === chosen ? "" : next;
    selection.choose(kept === "" ? undefined : choiceOf(kept));
    mark(kept);
  };
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
    for (const entry of svg.querySelectorAll<SVGElement>(".tbc-entry,.tbc-variant")) {
      entry.setAttribute("tabindex", "0");
      entry.setAttribute("role", "button");
      entry.setAttribute("aria-label", choiceOf(keyOf(entry))!.words);
    }
    held.replaceChildren(svg);
    markChosen(held, chosen);
    svg.addEventListener("click", (event) => pick(event.target as Element));
    pointAt(svg, (target, x, y) => point(svg, target, x, y), () => leave(svg));
    svg.addEventListener("focusin", (event) => {
      const box = (event.target as Element).getBoundingClientRect();
      point(svg, event.target as Element, box.left, box.bottom);
    });
    svg.addEventListener("focusout", () => leave(svg));
    svg.addEventListener("keydown", (event) => {
      if (event.key === "Escape") leave(svg);
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      pick(event.target as Element);
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

  function choiceOf(key: string): Choice | undefined {
    const at = Number(key.slice(1));
    if (key[0] === "a") {
      const { name, counts } = picture.activities[at]!;
      return { words: `${name}: ${counts}`, selected: { kind: "activity", activity: name } };
    }
    const { steps, more, casesText, shareText } = picture.rows[at]!;
    const activities = steps.flatMap(([a, times]) => Array<string>(times).fill(picture.activities[a]!.name));
    return {
      words: `Variant ${at + 1}: ${casesText} ${casesText === "1" ? "case" : "cases"} (${shareText})`,
      selected: more > 0 || activities.length > mostNamed
        ? { kind: "rank", rank: at + 1 }
        : { kind: "variant", activities },
    };
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

function keyOf(element: SVGElement): string {
  const { variant, activity } = element.dataset;
  return variant === undefined ? `a${activity}` : `v${variant}`;
}

function markChosen(held: HTMLElement, chosen: string): void {
  for (const old of held.querySelectorAll(".tb-chosen")) old.classList.remove("tb-chosen");
  held.querySelector(".tb-chosen-row")?.remove();
  if (chosen === "") return;
  const at = chosen.slice(1);
  const found = held.querySelector<SVGGElement>(
    chosen[0] === "v" ? `[data-variant="${at}"]` : `.tbc-entry[data-activity="${at}"]`,
  );
  if (!found) return;
  found.classList.add("tb-chosen");
  const { x, y, width, height } = found.getBBox();
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ x: x - 5, y: y - 4, width: width + 10, height: height + 8, rx: 5 })) {
    paper.setAttribute(name, String(value));
  }
  paper.setAttribute("class", "tb-chosen-row");
  found.prepend(paper);
}
