/** Columns of numbers at the left of rows of chevrons, and their heads. */
import { type Markup, markup } from "./markup.ts";
import { TEXT } from "./chart_frame.ts";
import { mark } from "./svg.ts";

/** Heads of columns by the edge that they keep to, and the line below them. */
export function columnHeads(
  width: number,
  heads: readonly (readonly [x: number, text: string, anchor?: "start" | "end"])[],
): Markup[] {
  return [
    ...heads.map(([x, text, anchor = "end"]) =>
      mark("text", { x, y: 12, "text-anchor": anchor, class: "tbc-muted", "font-size": TEXT }, text)
    ),
    mark("line", { x1: 0, x2: width, y1: 20.5, y2: 20.5, class: "tbc-line" }),
  ];
}

export interface NumberRow {
  readonly top: number;
  readonly height: number;
  /** Numbers by their right edge, the bar among them; muted ones stand back. */
  readonly numbers: readonly (readonly [x: number, text: string, muted?: "muted"])[];
  readonly bar: { readonly x: number; readonly width: number; readonly share: number; readonly least: number };
  /** How many of the numbers stand before the bar. */
  readonly before: number;
}

/** The numbers of a row, and a bar for one of them. */
export function rowNumbers({ top, height, numbers, bar, before }: NumberRow, track: boolean): Markup[] {
  const middle = top + height / 2;
  const written = numbers.map(([x, text, muted]) =>
    mark(
      "text",
      { x, y: middle, dy: "0.35em", "text-anchor": "end", class: `${muted ? "tbc-muted" : "tbc-ink"} tbc-num` },
      text,
    )
  );
  const box = (width: number, kind: string) =>
    mark("rect", { x: bar.x, y: middle - 4, width, height: 8, rx: 1.5, class: kind });
  return [
    ...written.slice(0, before),
    ...(track ? [box(bar.width, "tbc-track")] : []),
    box(Math.max(bar.least, bar.share * bar.width), "tbc-bar"),
    ...written.slice(before),
  ];
}

/** The same as one mark, all of which can be pointed at. */
export function pointedNumbers(row: NumberRow, title: string): Markup {
  const right = Math.max(...row.numbers.map(([x]) => x));
  return mark(
    "g",
    {},
    markup("title", {}, title),
    mark("rect", { x: 0, y: row.top, width: right, height: row.height, fill: "#ffffff", "fill-opacity": 0 }),
    ...rowNumbers(row, true),
  );
}
