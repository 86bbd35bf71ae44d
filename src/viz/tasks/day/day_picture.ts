/** The picture of a day: drawn in the kernel for the still figure, and again in the page when it is zoomed. */
import { chartFrame, TEXT } from "../../kit/chart_frame.ts";
import { wrapLines } from "../../kit/wrap_text.ts";
import { clipText } from "../../kit/fit_text.ts";
import { mark, rounded } from "../../kit/svg.ts";
import { type Markup, markup } from "../../kit/markup.ts";
import { light } from "../../kit/theme.ts";
import { textWidth } from "../../../base/text_width.ts";
import { drawIdle, drawPieces } from "./day_pieces.ts";
import {
  BOLD,
  clockAt,
  type DayPicture,
  dayPlaces,
  dayRight,
  type DayRow,
  dayWidth,
  hand,
  type Named,
  nameHeight,
  rowHeight,
  SMALL,
} from "./day_places.ts";
import { drawVisits, hasShares } from "./day_visits.ts";

const style = [
  [".tbt-idle", "fill", light.quiet, "quiet"],
  [".tbt-edge", "stroke", light.quiet, "quiet"],
  [".tbt-split", "stroke", light.background, "back"],
  [".tbt-change", "stroke", light.ink, "ink"],
].map(([selector, property, colour, name]) => `${selector}{${property}:${colour};${property}:var(--${name},${colour})}`)
  .join("") +
  ".tbt-idle{fill-opacity:.5}.tbt-change{fill:none;stroke-width:1.2px;stroke-dasharray:5 3}.tbt-edge{fill:none;stroke-dasharray:3 2;stroke-opacity:.7}.tbt-stroke{stroke-dasharray:none;stroke-opacity:.25}.tbt-split{stroke-width:1px;fill:none}";

/** Draws what lies between two moments. */
export function drawDay(picture: DayPicture, from: number, to: number): Markup {
  const { top } = dayPlaces, { left } = picture, width = dayWidth(picture);
  const at = (seconds: number) => left + (seconds - from) / (to - from) * width;
  const height = rowHeight(picture);
  const bottom = top + picture.rows.length * height - dayPlaces.gap + 6;
  const legend = drawLegends(picture, bottom + 26, hasShares(picture, from, to));
  const marks = [
    markup("style", {}, style),
    ...drawClock(picture, from, to, at, bottom),
    ...picture.rows.flatMap((row, r) => drawRow(picture, row, top + r * height, from, to, at)),
    ...legend.marks,
  ];
  return chartFrame(dayRight(picture), legend.bottom, marks);
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600];

function drawClock(
  picture: DayPicture,
  from: number,
  to: number,
  at: (seconds: number) => number,
  bottom: number,
): Markup[] {
  const { change } = picture, width = dayWidth(picture);
  const step = STEPS.find((seconds) => (to - from) / seconds <= width / 66) ?? 43_200;
  const marks: Markup[] = [];
  const stretches = change === undefined || change[0] <= from || change[0] >= to
    ? [[from, to]]
    : [[from, change[0]], [change[0], to]];
  let last = -Infinity;
  stretches.forEach(([begin, end], s) => {
    // The moment of the change itself is told by the clock that holds from then on.
    const shift = clockAt(picture, begin!) - begin!, until = end! + shift - (s + 1 < stretches.length ? 0.001 : 0);
    for (let t = Math.ceil((begin! + shift) / step) * step; t <= until; t += step) {
      const x = at(t - shift);
      marks.push(mark("line", { x1: x, x2: x, y1: 17, y2: bottom, class: "tbc-line" }));
      if (x - last < 42) continue;
      last = x;
      const text = hand(t, step), half = textWidth(text, SMALL) / 2;
      const centre = Math.max(half - 12, Math.min(x, dayRight(picture) + 12 - half));
      marks.push(
        mark(
          "text",
          { x: centre, y: 11, "text-anchor": "middle", class: "tbc-muted tbc-num", "font-size": SMALL },
          text,
        ),
      );
    }
  });
  if (stretches.length > 1) {
    marks.push(mark("path", { d: `M${rounded(at(change![0]))},15V${rounded(bottom)}`, class: "tbt-change" }));
  }
  return marks;
}

function drawRow(
  picture: DayPicture,
  row: DayRow,
  rowTop: number,
  from: number,
  to: number,
  at: (seconds: number) => number,
): Markup[] {
  const { app, task, between } = dayPlaces, { left } = picture, right = dayRight(picture);
  const top = rowTop + nameHeight(picture);
  const clamp = (x: number) => Math.min(right, Math.max(left, x));
  const seen = (a: number, b: number) => b >= from && a <= to;
  const above = left === 0, note = clipText(row.note, SMALL, above ? right / 2 : left - 10);
  const room = above ? right - textWidth(note, SMALL) - 12 : left - 8;
  const marks: Markup[] = [
    mark(
      "text",
      { x: 0, y: rowTop + 14, class: "tbc-ink", "font-weight": 600 },
      clipText(row.label, TEXT, room / BOLD),
    ),
    mark(
      "text",
      above
        ? { x: right, y: rowTop + 14, class: "tbc-muted tbc-num", "text-anchor": "end" }
        : { x: 0, y: top + 30, class: "tbc-muted tbc-num" },
      note,
    ),
    mark("line", { x1: left, x2: right, y1: top + app, y2: top + app, class: "tbc-line" }),
  ];
  marks.push(...drawIdle(
    row.idle.filter(([a, b]) => seen(a, b)).map(([a, b]) => [clamp(at(a)), clamp(at(b)), b - a]),
    top,
    app,
  ));
  marks.push(...drawVisits(picture, row.visits.filter(([a, b]) => seen(a, b)), top, (seconds) => clamp(at(seconds))));
  if (picture.tasks.length === 0) return marks;
  return [...marks, ...drawPieces(picture, row, top + app + between, task, from, to, (seconds) => clamp(at(seconds)))];
}

function drawLegends(picture: DayPicture, top: number, shares: boolean): { marks: Markup[]; bottom: number } {
  const marks: Markup[] = [];
  let y = top;
  const line = (title: string, names: readonly Named[], round: boolean) => {
    if (names.length === 0) return;
    let x = picture.left;
    marks.push(mark("text", { x: 0, y, dy: "0.35em", class: "tbc-muted", "font-size": SMALL }, title));
    if (x === 0) y += 20;
    for (const { name, colour } of names) {
      const words = clipText(name, TEXT, dayWidth(picture) - 40);
      const width = 20 + textWidth(words, TEXT) + 12;
      if (x + width > dayRight(picture) + 12 && x > picture.left) [x, y] = [picture.left, y + 19];
      marks.push(
        mark("rect", { x, y: y - 6, width: 14, height: 12, rx: round ? 5 : 1, fill: colour, class: "tbc-edge" }),
        mark("text", { x: x + 20, y, dy: "0.35em", class: "tbc-ink" }, words),
      );
      x += width;
    }
    y += 22;
  };
  line(picture.tasks.length > 0 ? "above: application" : "application", picture.apps, false);
  line("below: task", picture.tasks, true);
  if (shares) {
    const words = "Where people change applications faster than can be drawn, heights are shares of the time.";
    const lines = wrapLines(words, TEXT, dayWidth(picture));
    lines.forEach((line, i) =>
      marks.push(mark("text", { x: picture.left, y: y + i * 17, dy: "0.35em", class: "tbc-muted" }, line))
    );
    y += 5 + lines.length * 17;
  }
  return { marks, bottom: y - 12 };
}
