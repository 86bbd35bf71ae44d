/** Rows of a comparison: two dots on one axis, and beside them the difference with its interval. */
import { isNarrow, phoneWidth, TEXT } from "../kit/chart_frame.ts";
import { clipText } from "../kit/fit_text.ts";
import { chartWidth } from "../kit/frame.ts";
import type { Markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { groupColours, pale } from "./difference_colours.ts";

export interface DumbbellRow {
  readonly name: string;
  /** Places on the axis of values, 0 to 1. */
  readonly a: number;
  readonly b: number;
  /** On the axis of differences, −1 to 1. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** The difference in words. */
  readonly words: string;
  readonly sure: boolean;
  /** What a pointer on it is told, as label and value. */
  readonly facts: readonly (readonly [string, string])[];
}

export interface DumbbellSection {
  readonly title: string;
  /** What the axis of values says, and what to the left and the right of no difference is, before the group's name. */
  readonly axes: readonly [values: string, sides: string];
  /** The group that has more to the left, and the one that has more to the right. */
  readonly sides: readonly [string, string];
  readonly ticks: readonly { readonly at: number; readonly words: string }[];
  /** The difference at the end of its axis. */
  readonly end: string;
  readonly rows: readonly DumbbellRow[];
  /** Names stand over their rows, with the whole width for them. */
  readonly namesAbove?: boolean;
  /** Said under the rows, where some are not drawn. */
  readonly left?: string;
}

/** Where the columns are, in pixels. On a phone names stand over their rows, and every other tick is left out. */
interface Columns {
  readonly width: number;
  /** Right end of the names, where they stand beside their rows. */
  readonly label?: number;
  readonly values: readonly [number, number];
  readonly difference: readonly [number, number];
  readonly captions: number;
  readonly head: number;
}

const WIDE: Columns = {
  width: chartWidth,
  label: 246,
  values: [262, 506],
  difference: [568, 776],
  captions: 14,
  head: 52,
};
const PHONE: Columns = { width: phoneWidth, values: [12, 116], difference: [156, 228], captions: 34, head: 72 };

const ROW = 26, NAME = 17, FOOT = 12;

const columnsOf = (width: number) => isNarrow(width) ? PHONE : WIDE;
const hasNamesAbove = (section: DumbbellSection, { label }: Columns) =>
  label === undefined || section.namesAbove === true;
const rowHeight = (section: DumbbellSection, columns: Columns) => ROW + (hasNamesAbove(section, columns) ? NAME : 0);

export function sectionHeight(section: DumbbellSection, width: number): number {
  const columns = columnsOf(width);
  return columns.head + section.rows.length * rowHeight(section, columns) + FOOT + (section.left ? 18 : 0) + 14;
}

export function drawSection(section: DumbbellSection, top: number, width: number): Markup {
  const { title, axes, ticks, end, rows, left } = section;
  const columns = columnsOf(width);
  const { values, difference, captions, head } = columns;
  const each = rowHeight(section, columns);
  const bottom = head + rows.length * each;
  const x = (at: number) => values[0] + at * (values[1] - values[0]);
  const middle = (difference[0] + difference[1]) / 2, half = (difference[1] - difference[0]) / 2;
  const line = (at: number, kind: string) =>
    mark("line", { x1: at, x2: at, y1: head - 8, y2: bottom, class: kind, "stroke-width": 1 });
  const note = (at: number, y: number, anchor: string, words: string) =>
    mark("text", { x: at, y, class: "tbc-muted", "text-anchor": anchor }, words);
  const narrow = columns.label === undefined;
  const side = (name: string) => narrow ? clipText(name, TEXT, 52) : clipText(`${axes[1]} ${name}`, TEXT, 124);
  return mark(
    "g",
    { transform: `translate(0,${top})` },
    mark("text", { x: 0, y: 14, class: "tbc-ink", "font-weight": 600, "font-size": 13 }, title),
    note(narrow ? 0 : values[0], captions, "start", axes[0]),
    note(middle - 7, captions, "end", `← ${side(section.sides[0])}`),
    note(middle + 7, captions, "start", `${side(section.sides[1])} →`),
    ...ticks.filter((_, i) => !narrow || i % 2 === 0).flatMap(({ at, words }) => [
      line(x(at), "tbc-line"),
      note(x(at), head - 14, "middle", words),
    ]),
    ...[-1, 1].map((to) => note(middle + to * half, head - 14, "middle", `${to < 0 ? "−" : "+"}${end}`)),
    line(middle, "tbc-whisker"),
    note(middle, head - 14, "middle", "0"),
    ...rows.map((row, i) =>
      drawRow(row, section, columns, head + (i + 1) * each - ROW / 2, x, (d) => middle + d * half)
    ),
    ...(left ? [note(0, bottom + 18, "start", left)] : []),
  );
}

function drawRow(
  row: DumbbellRow,
  section: DumbbellSection,
  columns: Columns,
  y: number,
  x: (at: number) => number,
  d: (difference: number) => number,
): Markup {
  const { a, b, difference, low, high, sure } = row;
  const { width, label } = columns;
  const colour = difference >= 0 ? groupColours.a : groupColours.b;
  const clip = (value: number) => Math.min(1, Math.max(-1, value));
  const height = rowHeight(section, columns);
  const name = oneLine(row.name);
  const interval = mark("line", {
    x1: d(clip(low)),
    x2: d(clip(high)),
    y1: y,
    y2: y,
    stroke: colour,
    "stroke-width": 4,
    "stroke-opacity": 0.45,
    "stroke-linecap": "round",
  });
  return mark(
    "g",
    { class: sure ? undefined : pale },
    mark("title", {}, [[row.name], ...row.facts].map((cells) => cells.map(oneLine).join("\t")).join("\n")),
    // What a pointer can hit, over the whole row.
    mark("rect", { x: 0, y: y + ROW / 2 - height, width, height, fill: "transparent" }),
    label === undefined || hasNamesAbove(section, columns)
      ? mark("text", { x: 0, y: y - 12, class: "tbc-ink tbd-halo" }, clipText(name, TEXT, width))
      : mark("text", { x: label, y: y + 4, class: "tbc-ink", "text-anchor": "end" }, clipText(name, TEXT, label)),
    mark("line", { x1: x(a), x2: x(b), y1: y, y2: y, class: "tbc-whisker", "stroke-width": 2 }),
    mark("rect", { x: x(b) - 4.5, y: y - 4.5, width: 9, height: 9, fill: groupColours.b }),
    mark("circle", { cx: x(a), cy: y, r: 5, fill: groupColours.a }),
    ...(Number.isFinite(low) && Number.isFinite(high) ? [interval] : []),
    mark("circle", { cx: d(clip(difference)), cy: y, r: 4, fill: colour }),
    mark("text", { x: width, y: y + 4, class: "tbc-ink tbc-num", "text-anchor": "end" }, row.words),
  );
}

/** Tabs and line ends part the words of a card; names may hold them too. */
function oneLine(text: string): string {
  return text.replace(/[\t\n\r]+/g, " ");
}
