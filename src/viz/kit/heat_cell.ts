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

/** The count in the middle of its cell; left out where it does not fit: the cell's title has it. */
export function countInCell(
  { x, y, width, height }: CellBox,
  count: number,
  onDark: boolean,
  { font, margin }: { readonly font: number; readonly margin: number },
): Markup[] {
  const written = formatCount(count);
  // Digits are as wide in most fonts: no room is kept for wider ones.
  if (textWidth(written, font) / 1.12 > width - margin) return [];
  return [mark("text", {
    x: x + width / 2,
    y: y + height / 2,
    dy: "0.35em",
    "text-anchor": "middle",
    "font-size": font,
    class: `${onDark ? "tbc-on-heat" : "tbc-ink"} tbc-num`,
  }, written)];
}
