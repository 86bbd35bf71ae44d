/** Keys to colours below a chart: swatches with names, in as many columns as fit. */
import { textWidth } from "../../base/text_width.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { TEXT } from "../kit/chart_frame.ts";
import { clipText } from "../kit/fit_text.ts";
import { mark } from "../kit/svg.ts";

export interface LegendEntry {
  readonly name: string;
  /** Stands behind the name, quieter. */
  readonly aside?: string;
  readonly ink?: string;
  readonly opacity?: number;
  /** Begins a row. */
  readonly newRow?: boolean;
  /** What the page shows beside the pointer. */
  readonly title?: string;
}

const SWATCH = 12, GAP = 7, BETWEEN = 22, LINE = 20;

/** Entries one after the other, row below row. */
export function drawLegend(
  entries: readonly LegendEntry[],
  top: number,
  width: number,
): { marks: Markup[]; bottom: number } {
  let x = 0, y = top;
  const marks = entries.map(({ name, aside = "", ink, opacity, title, newRow }) => {
    const tail = aside === "" ? 0 : textWidth(` ${aside}`, TEXT);
    const words = clipText(name, TEXT, width - SWATCH - GAP - tail);
    const wide = SWATCH + GAP + textWidth(words, TEXT) + tail;
    if (x > 0 && (newRow || x + wide > width)) [x, y] = [0, y + LINE];
    const entry = mark(
      "g",
      { class: "tbc-key" },
      ...(title === undefined ? [] : [markup("title", {}, title)]),
      mark("rect", {
        ...{ x, y: y + 3, width: SWATCH, height: SWATCH, rx: 2 },
        ...(ink === undefined
          ? { class: "tbc-ink" }
          : { fill: ink, class: opacity === undefined ? "tbc-edge" : undefined }),
        "fill-opacity": opacity,
      }),
      mark(
        "text",
        { x: x + SWATCH + GAP, y: y + 13, class: "tbc-ink" },
        words,
        ...(aside === "" ? [] : [mark("tspan", { class: "tbc-muted tbc-num", dx: 5 }, aside)]),
      ),
    );
    x += wide + BETWEEN;
    return entry;
  });
  return { marks, bottom: entries.length === 0 ? top : y + LINE };
}
