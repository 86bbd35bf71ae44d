/** Plot's legends, which are HTML, as part of a picture. */
import { textWidth } from "../../base/text_width.ts";
import { elementText } from "../kit/document.ts";
import { escapeText } from "../kit/markup.ts";

/** A scale of colours as it is, or swatches in rows; `written` gives the text of an attribute. */
export function drawLegend(
  legend: Element,
  width: number,
  written: (name: string, value: string) => string,
): { svg: string; height: number } {
  if (legend.localName === "svg") {
    const style = [...legend.children].find(({ localName }) => localName === "style");
    const marks = [...legend.children].filter((child) => child !== style)
      .map((child) => elementText(child, written)).join("");
    return {
      svg: `<g class="tbp" fill="currentColor" font-size="10">${marks}</g>`,
      height: Number(legend.getAttribute("height") ?? 50),
    };
  }
  let x = 0, y = 0, svg = "";
  for (const swatch of legend.querySelectorAll("svg")) {
    const label = (swatch.parentElement?.textContent ?? "").trim();
    const size = Number(swatch.getAttribute("width") ?? 15);
    const step = size + 6 + textWidth(label, FONT) + 14;
    if (x > 0 && x + step > width) [x, y] = [0, y + ROW];
    const middle = y + ROW / 2;
    const box = elementText(swatch, written)
      .replace(
        /^<svg/,
        `<svg x="${x}" y="${middle - Number(swatch.getAttribute("height") ?? 15) / 2}" overflow="visible"`,
      );
    svg += `${box}<text x="${Math.round(x + size + 6)}" y="${middle}" dy="0.35em" fill="currentColor" ` +
      `font-size="${FONT}">${escapeText(label)}</text>`;
    x += Math.round(step);
  }
  return { svg, height: y + ROW };
}

const FONT = 11;
const ROW = 22;
