/** Bars over an axis, of all and of what is selected; a drag across them, or keys, choose a range of bars. */
import { formatCount } from "../../../base/format.ts";
import { html } from "../../page/controls.ts";
import type { Tooltip } from "../../page/tooltip.ts";
import { type Card, card } from "./card.ts";

export interface HistogramData {
  /** Of the whole log. */
  readonly all: Float64Array;
  readonly selected: Float64Array;
  /** Each bar in words. */
  readonly words: readonly string[];
  /** Places from 0 to 1, and what stands there. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

export interface HistogramPanel extends Card {
  show(data: HistogramData): void;
  /** What is shown. */
  data(): HistogramData | undefined;
}

const height = 120;

/** @param choose Called with the first and the last bar of a range. */
export function histogram(
  name: string,
  title: string,
  noun: string,
  tip: Tooltip,
  choose: (first: number, last: number) => void,
): HistogramPanel {
  const panel = card(name, title);
  const bars = html("div", { class: "tbx-plot", tabindex: "0", role: "group" });
  const brush = html("div", { class: "tbx-brush", hidden: "" });
  const axis = html("div", { class: "tbx-axis", "aria-hidden": "true" });
  const spoken = html("span", { class: "tbx-spoken", role: "status" });
  panel.body.append(bars, axis, spoken);
  let data: HistogramData | undefined;
  let begun = -1, at = -1;

  const count = () => data?.all.length ?? 0;
  const barAt = (x: number) => {
    const { left, width } = bars.getBoundingClientRect();
    return Math.max(0, Math.min(count() - 1, Math.floor((x - left) / width * count())));
  };
  const range = () => [Math.min(begun, at), Math.max(begun, at)] as const;
  const mark = () => {
    brush.hidden = begun < 0;
    const [first, last] = range();
    brush.style.left = `${100 * first / count()}%`;
    brush.style.width = `${100 * (last + 1 - first) / count()}%`;
  };
  const say = () => {
    const [first, last] = range();
    const words = first === last ? data!.words[first]! : `${data!.words[first]} to ${data!.words[last]}`;
    spoken.textContent = `${words}: ${formatCount(sum(data!.selected, first, last))} ${noun}. Enter selects.`;
  };
  const end = (chosen: boolean) => {
    const [first, last] = range();
    begun = at = -1;
    mark();
    tip.hide();
    if (chosen) choose(first, last);
  };

  bars.addEventListener("pointerdown", (event) => {
    if (!data || event.button !== 0) return;
    bars.setPointerCapture(event.pointerId);
    begun = at = barAt(event.clientX);
    mark();
  });
  bars.addEventListener("pointermove", (event) => {
    if (!data) return;
    const bar = barAt(event.clientX);
    if (begun >= 0) {
      at = bar;
      mark();
    }
    const [first, last] = begun >= 0 ? range() : [bar, bar];
    const words = first === last ? data.words[first]! : `${data.words[first]} to ${data.words[last]}`;
    tip.show(
      words,
      [
        ["Selected", `${formatCount(sum(data.selected, first, last))} ${noun}`],
        ["In all", formatCount(sum(data.all, first, last))],
      ],
      event.clientX,
      event.clientY,
    );
  });
  bars.addEventListener("pointerleave", () => begun < 0 && tip.hide());
  bars.addEventListener("pointerup", () => begun >= 0 && end(true));
  bars.addEventListener("pointercancel", () => end(false));
  bars.addEventListener("blur", () => begun >= 0 && end(false));
  bars.addEventListener("keydown", (event) => {
    if (!data) return;
    const to = ({ ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: count() - 1 } as Record<string, number>)[
      event.key
    ];
    if (event.key === "Enter" && begun >= 0) return end(true);
    if (event.key === "Escape" && begun >= 0) return end(false);
    if (to === undefined) return;
    event.preventDefault();
    at = Math.max(0, Math.min(count() - 1, to));
    if (!event.shiftKey || begun < 0) begun = at;
    mark();
    say();
  });

  return {
    ...panel,
    data: () => data,
    show(shown) {
      data = shown;
      bars.setAttribute(
        "aria-label",
        `${title}, ${shown.all.length} bars. Arrow keys choose a bar, with Shift a range; Enter selects it.`,
      );
      bars.replaceChildren(picture(shown), brush);
      // Few of many cases would be a line at the bottom: each has a scale of its own, and shapes are compared.
      const part = sum(shown.selected, 0, shown.all.length - 1) < sum(shown.all, 0, shown.all.length - 1);
      panel.note(part ? "blue: selected; grey: all, in a scale of its own" : "");
      axis.replaceChildren(
        ...shown.ticks.map(({ at, text }) =>
          html(
            "span",
            { style: `left:${100 * at}%`, class: at <= 0.02 ? "tbx-first" : at >= 0.98 ? "tbx-last" : "" },
            text,
          )
        ),
      );
    },
  };
}

const SVG = "http://www.w3.org/2000/svg";

function picture({ all, selected }: HistogramData): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const bars = all.length;
  svg.setAttribute("viewBox", `0 0 ${bars} ${height}`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const path = (counts: Float64Array, name: string) => {
    const most = counts.reduce((most, value) => Math.max(most, value), 1);
    let d = "";
    counts.forEach((count, i) => {
      if (count === 0) return;
      const tall = Math.max(1.5, (height - 6) * count / most);
      d += `M${i + 0.08} ${height}v${-tall}h.84v${tall}z`;
    });
    const element = document.createElementNS(SVG, "path");
    element.setAttribute("class", name);
    element.setAttribute("d", d);
    return element;
  };
  svg.append(path(all, "tbx-all"), path(selected, "tbx-some"));
  return svg;
}

function sum(counts: Float64Array, first: number, last: number): number {
  let total = 0;
  for (let i = first; i <= last; i++) total += counts[i] ?? 0;
  return total;
}
