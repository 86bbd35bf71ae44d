/** Charts that can be read at every width of a page: drawn wide, and again for a phone. */
import { chartWidth, frame, padding } from "./frame.ts";
import { type Markup, markup, markupText } from "./markup.ts";
import { mark } from "./svg.ts";
import { light } from "./theme.ts";

/** Size of a chart's text. A page may show a wide chart a twelfth smaller, and its text is still 11 pixels high. */
export const TEXT = 12;

/** Width of the content of a chart that is drawn for a phone. */
export const phoneWidth = 320;

/** Whether a width is that of a phone: rows then wrap, and what stands side by side stands one below the other. */
export function isNarrow(width: number): boolean {
  return width < 560;
}

/** The content's width in a place of the page that is so many pixels wide. */
export function contentWidth(room: number): number {
  return Math.max(280, Math.min(chartWidth, Math.floor(room) - 2 * padding));
}

/** As `frame`, with text of the size that charts have. */
export function chartFrame(width: number, height: number, marks: readonly Markup[]): Markup {
  const root = frame(width, height, [markup("style", {}, edgeStyle), ...marks]);
  return { ...root, attributes: { ...root.attributes, "font-size": TEXT } };
}

/** A small text that stands in for a chart without content. */
export function emptyChart(words: string): Markup {
  return chartFrame(chartWidth, 30, [mark("text", { x: 0, y: 18, class: "tbc-muted" }, words)]);
}

/** What the page is given beside the picture: the same for a phone. Left out where it would outweigh a notebook. */
export interface PhonePicture {
  readonly phone?: string;
}

/** Around colours of the palette, some of which are nearly as dark as dark paper. */
const edgeStyle =
  `.tbc-edge{stroke:${light.quiet};stroke:var(--quiet,${light.quiet});stroke-opacity:.55;stroke-width:.8px}`;

/** With the still picture in base64, and room for the table, within what a notebook carries. */
const MOST_CHARACTERS = 220_000;

/** A picture in both widths, as the figure takes it. */
export function forBothWidths(draw: (width: number) => Markup | string): { svg: string; data: PhonePicture } {
  const text = (width: number) => {
    const drawn = draw(width);
    return typeof drawn === "string" ? drawn : markupText(drawn);
  };
  const svg = text(chartWidth), phone = text(phoneWidth);
  return { svg, data: svg.length * 4 / 3 + phone.length > MOST_CHARACTERS ? {} : { phone } };
}
