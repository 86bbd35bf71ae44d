/** Bubbles of value against ease, with labels that never overlap, and the ranking below. */
import { formatCount } from "../../base/format.ts";
import { textWidth } from "../../base/text_width.ts";
import { chartFrame, emptyChart, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { clipText } from "../kit/fit_text.ts";
import type { Markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { type Box, meet } from "../map/label_places.ts";
import type { QuadrantBubble } from "./quadrant_bubble.ts";
import { drawRanking } from "./ranking_rows.ts";

export interface QuadrantSettings {
  /** Hours a year from which on so many days pay back within a year. */
  readonly breakEven: (days: number) => number;
  readonly width: number;
}

/** A bubble with its place. */
interface Placed extends QuadrantBubble {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

const HEIGHT = 340, LEFT = 56, BOTTOM = 44, LEAST_R = 11, MOST_R = 24;

export function drawQuadrant(bubbles: readonly QuadrantBubble[], { breakEven, width }: QuadrantSettings): Markup {
  if (bubbles.length === 0) return emptyChart("No opportunity whose hours are known.");
  const narrow = isNarrow(width), height = narrow ? 280 : HEIGHT, right = 8;
  const most = niceMost(Math.max(1, ...bubbles.map(({ hours }) => hours.base * 1.12)));
  const longest = niceMost(Math.max(1, ...bubbles.map(({ days }) => days * 1.12)));
  const plot = { left: LEFT, right: width - right, top: 22, bottom: height - BOTTOM };
  const x = (days: number) => plot.right - (plot.right - plot.left) * days / longest;
  const y = (hours: number) => plot.bottom - (plot.bottom - plot.top) * Math.min(1, Math.max(0, hours / most));
  const sizes = Math.max(1e-9, ...bubbles.map(({ size }) => size));
  const placed = bubbles.map((one): Placed => {
    const r = Math.max(LEAST_R, MOST_R * Math.sqrt(Math.max(0, one.size) / sizes));
    const middle = Math.min(plot.right - r, Math.max(plot.left + r, x(one.days)));
    return { ...one, x: middle, y: Math.min(plot.bottom - r - 2, y(one.hours.base)), r };
  });
  const bubblesApart = apart(placed, plot);
  const marks = [
    ...axes(plot, { x, y, most, longest, width }),
    payback(plot, { x, y, longest, breakEven }),
    ...bubblesApart.map((one) => whisker(one, y)),
    ...[...bubblesApart].sort((a, b) => b.r - a.r || a.rank - b.rank).map(drawBubble),
    ...labels(bubblesApart, plot, narrow),
  ];
  const ranking = drawRanking(bubbles, height + 14, width);
  return chartFrame(width, ranking.bottom, [...marks, ...ranking.marks]);
}

interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Bubbles of one place are moved aside until their numbers can be read; whiskers stay. */
function apart(placed: readonly Placed[], plot: Plot): Placed[] {
  const done: Placed[] = [];
  for (const one of placed) {
    let { x } = one;
    for (let tries = 0; tries < 40; tries++) {
      const near = done.find((other) =>
        Math.hypot(other.x - x, other.y - one.y) < Math.max(20, 0.8 * (one.r + other.r))
      );
      if (!near) break;
      const sign = tries % 2 === 0 ? 1 : -1;
      x = Math.min(plot.right - one.r, Math.max(plot.left + one.r, one.x + sign * 8 * (1 + (tries >> 1))));
    }
    done.push({ ...one, x });
  }
  return done;
}

function axes(
  plot: Plot,
  { x, y, most, longest, width }: {
    readonly x: (days: number) => number;
    readonly y: (hours: number) => number;
    readonly most: number;
    readonly longest: number;
    readonly width: number;
  },
): Markup[] {
  const middle = [(plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2] as const;
  const corner = (at: number, down: number, anchor: string, words: string) =>
    mark("text", { x: at, y: down, "text-anchor": anchor, class: "tbc-muted", "font-style": "italic" }, words);
  const [near, far] = [plot.left + 8, plot.right - 8];
  return [
    mark("text", { x: 0, y: 10, class: "tbc-muted" }, "hours a year that a machine would do"),
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
      mark("line", { x1: plot.left, x2: plot.right, y1: y(share * most), y2: y(share * most), class: "tbc-line" }),
      mark(
        "text",
        { x: plot.left - 8, y: y(share * most), dy: "0.35em", "text-anchor": "end", class: "tbc-muted tbc-num" },
        formatCount(share * most, 2),
      ),
    ]),
    ...[0, 0.25, 0.5, 0.75, 1].map((share) =>
      mark("text", {
        x: x(share * longest),
        y: plot.bottom + 16,
        "text-anchor": share === 0 ? "end" : share === 1 ? "start" : "middle",
        class: "tbc-muted tbc-num",
      }, formatCount(share * longest, 2))
    ),
    mark(
      "text",
      { x: plot.right, y: plot.bottom + 34, "text-anchor": "end", class: "tbc-muted" },
      "days to develop: the further right, the easier",
    ),
    mark("line", { x1: middle[0], x2: middle[0], y1: plot.top, y2: plot.bottom, class: "tbc-line" }),
    corner(far, plot.top + 16, "end", "do first"),
    corner(near, plot.top + 16, "start", "plan"),
    ...(isNarrow(width) ? [] : [
      corner(far, middle[1] + 16, "end", "quick, and small"),
      corner(near, middle[1] + 16, "start", "leave"),
    ]),
  ];
}

function payback(
  plot: Plot,
  { x, y, longest, breakEven }: {
    readonly x: (days: number) => number;
    readonly y: (hours: number) => number;
    readonly longest: number;
    readonly breakEven: (days: number) => number;
  },
): Markup {
  const points = Array.from({ length: 21 }, (_, i) => i / 20 * longest)
    .map((days) => [x(days), y(breakEven(days)), breakEven(days)] as const)
    .filter(([, at, hours]) => Number.isFinite(hours) && (at > plot.top || hours === 0));
  const path = points.map(([a, b], i) => `${i === 0 ? "M" : "L"}${a.toFixed(1)} ${b.toFixed(1)}`).join("");
  return mark(
    "g",
    {},
    mark("title", {}, "Pays back within a year above this line"),
    mark("path", { d: path || "M0 0", fill: "none", class: "tbc-whisker", "stroke-dasharray": "4 4" }),
  );
}

function whisker({ x, hours, part }: Placed, y: (hours: number) => number): Markup {
  if (Number.isNaN(hours.low)) return mark("g", {});
  return mark("line", {
    x1: x,
    x2: x,
    y1: y(hours.low),
    y2: y(hours.high),
    class: "tbc-whisker",
    "stroke-width": 1.5,
    ...(part ? { "stroke-dasharray": "2 2" } : {}),
  });
}

function drawBubble({ rank, name, facts, x, y, r, part }: Placed): Markup {
  const card = [name, ...facts.map(([what, value]) => `${what}\t${value}`)].join("\n");
  return mark(
    "g",
    {},
    mark("title", {}, card),
    mark("circle", { cx: x, cy: y, r, class: "tbc-paper" }),
    mark("circle", { cx: x, cy: y, r, class: part ? "tbc-aside" : "tbc-bar" }),
    mark("circle", { cx: x, cy: y, r, fill: "none", class: "tbc-edge" }),
    mark("text", {
      x,
      y,
      dy: "0.35em",
      "text-anchor": "middle",
      class: "tbc-on-heat tbc-num",
      "font-weight": 600,
    }, String(rank)),
  );
}

const LABEL = 150;

/** The first by rank choose first; a label without room is left out, because the ranking below has the name. */
function labels(placed: readonly Placed[], plot: Plot, narrow: boolean): Markup[] {
  const taken: Box[] = placed.map(({ x, y, r }) => ({ x, y, width: 2 * r, height: 2 * r }));
  const corners = [plot.top + 11, (plot.top + plot.bottom) / 2 + 11];
  for (const y of narrow ? corners.slice(0, 1) : corners) {
    taken.push({ x: plot.left + 30, y, width: 60, height: 16 }, { x: plot.right - 55, y, width: 110, height: 16 });
  }
  return placed.flatMap((one): Markup[] => {
    const words = clipText(one.label, TEXT, narrow ? 110 : LABEL), width = textWidth(words, TEXT) + 4, height = 16;
    const aside = one.r + 5 + width / 2, above = one.r + 4 + height / 2;
    const places = [[aside, 0], [-aside, 0], [0, -above], [0, above], [aside, above], [-aside, above], [aside, -above]];
    for (const [byX, byY] of places) {
      const box = { x: one.x + byX!, y: one.y + byY!, width, height };
      const inside = box.x - width / 2 >= plot.left && box.x + width / 2 <= plot.right &&
        box.y - height / 2 >= plot.top && box.y + height / 2 <= plot.bottom + 2;
      if (!inside || taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      const under = { x: box.x - width / 2, y: box.y - height / 2, width, height };
      return [
        mark("rect", { ...under, class: "tbc-paper", "fill-opacity": 0.85 }),
        mark("text", { x: box.x, y: box.y, dy: "0.35em", "text-anchor": "middle", class: "tbc-ink" }, words),
      ];
    }
    return [];
  });
}

/** The next number of 1, 2, 4, 6 or 8 tens: quarters of it are short. */
function niceMost(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].map((step) => step * power).find((step) => step >= value - 1e-9)!;
}
