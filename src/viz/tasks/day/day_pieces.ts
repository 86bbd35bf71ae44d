/** Idle time and task instances of a day, as marks. */
import { clipText } from "../../kit/fit_text.ts";
import { mark, rounded } from "../../kit/svg.ts";
import type { Markup } from "../../kit/markup.ts";
import { formatDuration } from "../../../base/format.ts";
import { textWidth } from "../../../base/text_width.ts";
import { type DayPicture, type DayRow, inside, SMALL } from "./day_places.ts";

/** Dashed boxes with strokes in them, and how long they are where there is room. */
export function drawIdle(
  spans: readonly (readonly [x: number, end: number, seconds: number])[],
  top: number,
  height: number,
): Markup[] {
  let boxes = "", strokes = "";
  const words: Markup[] = [];
  for (const [x, end, seconds] of spans) {
    const width = end - x;
    if (width < 1.5) continue;
    boxes += `M${rounded(x + 0.5)},${top + 0.5}h${rounded(width - 1)}v${height - 1}h${rounded(1 - width)}z`;
    for (let s = 6; s < width + height; s += 7) {
      const a = Math.min(s, width), b = Math.max(0, s - height);
      strokes += `M${rounded(x + a)},${rounded(top + s - a)}l${rounded(b - a)},${rounded(a - b)}`;
    }
    const text = [`idle ${formatDuration(seconds)}`, "idle"].find((one) => textWidth(one, SMALL) < width - 10);
    if (text === undefined) continue;
    const room = textWidth(text, SMALL) + 8, centre = x + width / 2;
    words.push(
      mark("rect", { x: centre - room / 2, y: top + 3, width: room, height: height - 6, rx: 3, class: "tbc-paper" }),
      mark("text", { x: centre, y: top + height / 2, dy: "0.35em", class: "tbc-muted" }, text),
    );
  }
  if (boxes === "") return [];
  return [
    mark("path", { d: boxes, class: "tbt-edge" }),
    mark("path", { d: strokes, class: "tbt-edge tbt-stroke" }),
    ...(words.length > 0 ? [mark("g", { "text-anchor": "middle", "font-size": SMALL }, ...words)] : []),
  ];
}

export function drawPieces(
  { instances, tasks }: DayPicture,
  { pieces }: DayRow,
  top: number,
  height: number,
  from: number,
  to: number,
  at: (seconds: number) => number,
): Markup[] {
  const bars: Markup[] = [], links: Markup[] = [];
  const narrow = new Map<string, string>();
  const last = new Map<number, number>();
  for (const [a, b, k] of pieces) {
    const { name, colour } = tasks[instances[k]![1]]!;
    const before = last.get(k);
    last.set(k, b);
    if (before !== undefined && a >= from && before <= to && at(a) - at(before) > 0.5) {
      const y = top + height + 2.5;
      const d = `M${rounded(at(before) - 1)},${top + height}V${y}H${rounded(at(a) + 1)}V${top + height}`;
      links.push(mark("path", { d, fill: "none", stroke: colour, "stroke-width": 1.5 }));
    }
    if (b < from || a > to) continue;
    const x = at(a), width = Math.max(1.5, at(b) - x);
    if (width <= 4) {
      const d = `M${rounded(x)},${top}h${rounded(width)}v${height}h${rounded(-width)}z`;
      narrow.set(colour, (narrow.get(colour) ?? "") + d);
      continue;
    }
    bars.push(mark("rect", { x: x + 0.5, y: top, width: width - 1, height, rx: width > 8 ? 3 : 1, fill: colour }));
    const words = textWidth(name, SMALL) < width - 8 ? name : width > 60 ? clipText(name, SMALL, width - 8) : "";
    if (words !== "") bars.push(inside(words, x + width / 2, top + height / 2, colour));
  }
  return [...links, ...[...narrow].map(([fill, d]) => mark("path", { d, fill })), ...bars];
}
