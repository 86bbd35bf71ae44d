/** Cells of matrices of counts: how strong they are, and the count in them. */
import { formatCount } from "../../base/format.ts";
import type { Markup } from "./markup.ts";
import { textWidth } from "../../base/text_width.ts";
import { mark } from "./svg.ts";

export interface CellBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Opacity of a cell: by root, so that the rare ones can still be told from nothing. */
export function heatOf(count: number, most: number): number {
  return 0.12 + 0.88 * Math.sqrt(count / most);
}

/** Whether what is written in a cell stands on dark ground. */
export function isDark(heat: number): boolean {
  return heat > 0.6;
}

/** The count in the middle of its cell, as small as it has to be to leave a margin; left out where nobody could read it. */
export function countInCell(
  { x, y, width, height }: CellBox,
  count: number,
  onDark: boolean,
  { font, margin }: { readonly font: number; readonly margin: number },
): Markup[] {
  const written = formatCount(count);
  const size = Math.min(font, font * (width - margin) / textWidth(written, font));
  if (size < 7) return [];
  return [mark("text", {
    x: x + width / 2,
    y: y + height / 2,
    dy: "0.35em",
    "text-anchor": "middle",
    "font-size": size,
    class: `${onDark ? "tbc-on-heat" : "tbc-ink"} tbc-num`,
  }, written)];
}
