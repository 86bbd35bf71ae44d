/** A chart of the explorer as a picture of its own, with its title and its axis. */
import { type Markup, markup } from "../../kit/markup.ts";
import { mixColours } from "../../kit/palette.ts";
import type { Theme } from "../../kit/theme.ts";
import type { HistogramData } from "./histogram.ts";

const width = 720, height = 260, left = 20, right = 20, top = 52, bottom = 34;

export function chartPicture(title: string, note: string, data: HistogramData, theme: Theme): Markup {
  const { all, selected, ticks } = data;
  const wide = width - left - right, base = height - bottom;
  const bars = (counts: Float64Array, fill: string): Markup => {
    const most = counts.reduce((most, value) => Math.max(most, value), 1);
    const step = wide / counts.length;
    let d = "";
    counts.forEach((count, i) => {
      if (count === 0) return;
      const tall = Math.max(1.5, (base - top) * count / most);
      d += `M${(left + (i + 0.08) * step).toFixed(2)} ${base}v${(-tall).toFixed(2)}h${
        (0.84 * step).toFixed(2)
      }V${base}z`;
    });
    return markup("path", { d, fill });
  };
  return markup(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "font-family": "system-ui, sans-serif",
      "font-size": 12,
    },
    markup("rect", { width, height, fill: theme.background }),
    markup("text", { x: left, y: 26, fill: theme.ink, "font-size": 15, "font-weight": 600 }, title),
    ...(note === "" ? [] : [markup("text", { x: left, y: 43, fill: theme.quiet, "font-size": 11 }, note)]),
    bars(all, mixColours(theme.background, theme.quiet, 0.22)),
    bars(selected, mixColours(theme.background, theme.accent, 0.72)),
    markup("path", { d: `M${left} ${base}.5H${width - right}`, stroke: theme.line, fill: "none" }),
    ...ticks.map(({ at, text }) =>
      markup("text", {
        x: left + at * wide,
        y: base + 19,
        fill: theme.quiet,
        "text-anchor": at <= 0.02 ? "start" : at >= 0.98 ? "end" : "middle",
      }, text)
    ),
  );
}
