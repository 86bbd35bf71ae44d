/** What all charts share: their paper, their inks in light and dark, and their root element. */
import { type Markup, markup } from "../runtime/markup.ts";
import { mark, rounded } from "./svg.ts";

/** Width of charts in pixels; pages scale them down to fit. */
export const chartWidth = 920;

/** Space between the edge of the paper and the picture. */
export const padding = 16;

/** Bars and dots that stand for no activity. Reads on light and on dark paper. */
export const accent = "#5a82ad";
/** What is beside the point: idle time, overflow. */
export const quiet = "#a9b4c0";
/** Rules that are to be seen on top of bars. */
export const signal = "#c2603f";

/**
 * Literal colours, which every reader of SVG knows; the dark ones where the page asks for them. Class names begin with
 * `tb-`, since the styles of a picture inside a page hold for the whole page.
 */
const STYLE = ".tb-chart{color:#24292f}.tb-paper{fill:#ffffff}.tb-ink{fill:#24292f}.tb-muted{fill:#656d76}" +
  ".tb-rule{stroke:#d8dee4}.tb-track{fill:#eef1f4}" +
  "@media(prefers-color-scheme:dark){.tb-chart{color:#e6e8eb}.tb-paper{fill:#1b1f24}.tb-ink{fill:#e6e8eb}" +
  ".tb-muted{fill:#9ba4ae}.tb-rule{stroke:#3a414a}.tb-track{fill:#2a3037}}";

/** The root of a chart, on paper; `width` and `height` are those of the content inside the padding. */
export function frame(width: number, height: number, marks: readonly Markup[]): Markup {
  const w = rounded(width + 2 * padding), h = rounded(height + 2 * padding);
  return markup(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${w} ${h}`,
      width: w,
      height: h,
      class: "tb-chart",
      "font-family": "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif",
      "font-size": "11",
    },
    markup("style", {}, STYLE),
    mark("rect", { class: "tb-paper", width: "100%", height: "100%", rx: 8 }),
    mark("g", { transform: `translate(${padding},${padding})` }, ...marks),
  );
}
