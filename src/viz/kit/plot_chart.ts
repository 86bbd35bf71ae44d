/** Charts drawn by Observable Plot, on the paper and in the inks of all charts. */
import * as Plot from "@observablehq/plot";
import { document, svgText } from "./document.ts";
import { TEXT } from "./chart_frame.ts";
import { chartFont, chartStyle, chartWidth, padding } from "./frame.ts";
import { rounded } from "./svg.ts";

/**
 * A complete `<svg>` of a plot. Plot's own style sheet and its class names, which count up, are replaced by ours.
 *
 * @param options As of `Plot.plot`; width and height are those within the padding.
 */
export function plotText(options: Plot.PlotOptions & { height: number }): string {
  const root = Plot.plot({
    width: chartWidth,
    ...options,
    document,
    className: "tbc-chart",
    style: { fontFamily: chartFont, fontSize: `${TEXT}px` },
  } as Plot.PlotOptions);
  const svg = root as unknown as SVGSVGElement;
  const width = (options.width ?? chartWidth) + 2 * padding, height = options.height + 2 * padding;
  svg.setAttribute("viewBox", `${-padding} ${-padding} ${width} ${height}`);
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  svg.removeAttribute("style");
  svg.setAttribute("font-family", chartFont);
  svg.setAttribute("font-size", String(TEXT));
  const style = svg.querySelector("style")!;
  style.textContent = chartStyle;
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const box = { class: "tbc-paper", x: -padding, y: -padding, width, height, rx: 8 };
  for (const [name, value] of Object.entries(box)) paper.setAttribute(name, String(value));
  style.after(paper);
  return svgText(svg).replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => rounded(Number(number)));
}
