/** The ranking in rows: place, name, hours with their interval as a bar, days, payback, how sure. */
import { formatCount } from "../../base/format.ts";
import { isNarrow, TEXT } from "../kit/chart_frame.ts";
import type { Markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { wrapLines } from "../kit/wrap_text.ts";
import type { QuadrantBubble } from "./quadrant_bubble.ts";

const LINE = 15, NAMES = 280, HOURS = 130;

export function drawRanking(
  bubbles: readonly QuadrantBubble[],
  top: number,
  width: number,
): { readonly marks: readonly Markup[]; readonly bottom: number } {
  return isNarrow(width) ? narrowRows(bubbles, top, width) : wideRows(bubbles, top, width);
}

function wideRows(bubbles: readonly QuadrantBubble[], top: number, width: number) {
  const columns = { days: width - 210, payback: width - 96, sure: width, hours: 26 + NAMES + HOURS + 14 };
  const bar = { x: columns.hours + 12, room: columns.days - 80 - columns.hours - 12 };
  const most = Math.max(1e-9, ...bubbles.map(({ hours }) => Number.isNaN(hours.high) ? hours.base : hours.high));
  const head = (x: number, words: string, anchor: string) =>
    mark("text", { x, y: top + 12, "text-anchor": anchor, class: "tbc-muted" }, words);
  const marks: Markup[] = [
    head(26, "task", "start"),
    head(columns.hours, "hours a year", "end"),
    head(columns.days, "days to develop", "end"),
    head(columns.payback, "pays back in", "end"),
    head(columns.sure, "in first three", "end"),
    mark("line", { x1: 0, x2: width, y1: top + 20.5, y2: top + 20.5, class: "tbc-line" }),
  ];
  let y = top + 24;
  for (const one of bubbles) {
    const lines = wrapLines(one.name, TEXT, NAMES, 3), height = Math.max(26, lines.length * LINE + 11);
    const middle = y + height / 2, scale = bar.room / most;
    const cell = (x: number, words: string, kind = "tbc-ink", anchor = "end") =>
      mark("text", { x, y: middle, dy: "0.35em", "text-anchor": anchor, class: `${kind} tbc-num` }, words);
    marks.push(
      cell(14, String(one.rank), "tbc-ink"),
      ...lines.map((line, i) =>
        mark("text", { x: 26, y: middle + (i - (lines.length - 1) / 2) * LINE, dy: "0.35em", class: "tbc-ink" }, line)
      ),
      cell(columns.hours, one.hoursInWords),
      mark("rect", {
        x: bar.x,
        y: middle - 5,
        width: Math.max(1, one.hours.base * scale),
        height: 10,
        rx: 2,
        class: one.part ? "tbc-aside" : "tbc-bar",
      }),
      ...(one.hours.high > one.hours.low
        ? [mark("line", {
          x1: bar.x + one.hours.low * scale,
          x2: bar.x + one.hours.high * scale,
          y1: middle,
          y2: middle,
          class: "tbc-whisker",
          "stroke-width": 1.5,
        })]
        : []),
      cell(columns.days, formatCount(one.days, 1)),
      cell(columns.payback, one.payback),
      cell(columns.sure, one.firstThree, "tbc-muted"),
    );
    y += height;
  }
  return { marks, bottom: y };
}

function narrowRows(bubbles: readonly QuadrantBubble[], top: number, width: number) {
  const marks: Markup[] = [];
  let y = top;
  for (const one of bubbles) {
    const lines = wrapLines(one.name, TEXT, width - 26, 4);
    const facts = wrapLines(
      `${one.hoursInWords} a year, ${
        formatCount(one.days, 1)
      } days to develop, pays back: ${one.payback}; in the first ` +
        `three in ${one.firstThree} of draws`,
      TEXT,
      width - 26,
      4,
    );
    marks.push(
      mark(
        "text",
        { x: 14, y: y + 12, "text-anchor": "end", class: "tbc-ink tbc-num", "font-weight": 600 },
        String(one.rank),
      ),
      ...lines.map((line, i) => mark("text", { x: 26, y: y + 12 + i * LINE, class: "tbc-ink" }, line)),
      ...facts.map((line, i) =>
        mark("text", { x: 26, y: y + 12 + (lines.length + i) * LINE, class: "tbc-muted tbc-num" }, line)
      ),
    );
    y += (lines.length + facts.length) * LINE + 12;
  }
  return { marks, bottom: y - 8 };
}
