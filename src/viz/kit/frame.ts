/** What all charts share: their paper, their inks in light and dark, and their root element. */
import { type Markup, markup } from "./markup.ts";
import { dark, light, type Theme } from "./theme.ts";
import { mark } from "./svg.ts";

export { signal } from "./palette.ts";

/** Width of a chart's content in pixels; pages scale charts down to fit. */
export const chartWidth = 880;

/** Space between the edge of the paper and the content. */
export const padding = 16;

export const chartFont = "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif";

/**
 * Inks by class. By itself (in an `<img>`, where the root of the document is the picture) a chart is light or dark as
 * the page asks; inside a page it takes the variables of the element that holds it. Class names begin with `tbc-`, since
 * styles inside a page hold for all of it; the literal colours come first, for readers that know no variables.
 */
export const chartStyle = [
  [".tbc-chart", "color", light.ink, "ink"],
  [".tbc-ink", "fill", light.ink, "ink"],
  [".tbc-muted", "fill", light.quiet, "quiet"],
  [".tbc-paper", "fill", light.background, "back"],
  [".tbc-bar", "fill", light.accent, "accent"],
  [".tbc-aside", "fill", light.quiet, "quiet"],
  [".tbc-heat", "fill", light.accent, "accent"],
  [".tbc-on-heat", "fill", light.background, "back"],
  [".tbc-whisker", "stroke", light.ink, "ink"],
  [".tbc-median", "stroke", light.ink, "ink"],
  [".tbc-dots.tbc-bar", "stroke", light.accent, "accent"],
  [".tbc-dots.tbc-aside", "stroke", light.quiet, "quiet"],
  [".tbc-line", "stroke", light.line, "line"],
  [".tbc-track", "fill", light.line, "line"],
].map(([selector, property, colour, name]) => `${selector}{${property}:${colour};${property}:var(--${name},${colour})}`)
  .join("") +
  ".tbc-bar{fill-opacity:.75}.tbc-aside{fill-opacity:.45}.tbc-dots{fill:none;stroke-width:3px;stroke-linecap:round;stroke-opacity:.35}" +
  ".tbc-median{stroke-width:2px}.tbc-whisker{stroke-opacity:.6}.tbc-num{font-variant-numeric:tabular-nums}" +
  `@media(prefers-color-scheme:dark){:root.tbc-chart{${variables(dark)}}}`;

function variables({ ink, quiet, background, accent, line }: Theme): string {
  return `--ink:${ink};--quiet:${quiet};--back:${background};--accent:${accent};--line:${line}`;
}

/** The root of a chart, on paper; width and height are those of the content inside the padding. */
export function frame(width: number, height: number, marks: readonly Markup[]): Markup {
  const w = Math.ceil(width + 2 * padding), h = Math.ceil(height + 2 * padding);
  return markup(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${w} ${h}`,
      width: w,
      height: h,
      class: "tbc-chart",
      "font-family": chartFont,
      "font-size": 11,
    },
    markup("style", {}, chartStyle),
    mark("rect", { class: "tbc-paper", width: w, height: h, rx: 8 }),
    mark("g", { transform: `translate(${padding},${padding})` }, ...marks),
  );
}
