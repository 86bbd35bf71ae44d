/** Rows of a comparison: two dots on one axis, and beside them the difference with its interval. */
import { clipText } from "../kit/fit_text.ts";
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
  /** What the axis of values says, and what lies to the left and to the right of no difference. */
  readonly axes: readonly [values: string, left: string, right: string];
  readonly ticks: readonly { readonly at: number; readonly words: string }[];
  /** The difference at the end of its axis. */
  readonly end: string;
  readonly rows: readonly DumbbellRow[];
  /** Names stand over their rows, with the whole width for them. */
  readonly namesAbove?: boolean;
  /** Said under the rows, where some are not drawn. */
  readonly left?: string;
}

/** Where the columns are, in pixels. */
const LABEL = 246, VALUES = [262, 506] as const, DIFFERENCE = [568, 776] as const, WORDS = 880;
const ROW = 26, NAME = 17, HEAD = 52, FOOT = 12;

const rowHeight = ({ namesAbove }: DumbbellSection) => ROW + (namesAbove ? NAME : 0);

export const sectionHeight = (section: DumbbellSection): number =>
  HEAD + section.rows.length * rowHeight(section) + FOOT + (section.left ? 18 : 0) + 14;

export function drawSection(section: DumbbellSection, top: number): Markup[] {
  const { title, axes, ticks, end, rows, left } = section;
  const each = rowHeight(section);
  const bottom = HEAD + rows.length * each;
  const x = (at: number) => VALUES[0] + at * (VALUES[1] - VALUES[0]);
  const middle = (DIFFERENCE[0] + DIFFERENCE[1]) / 2, half = (DIFFERENCE[1] - DIFFERENCE[0]) / 2;
  const line = (at: number, kind: string, from = HEAD - 8) =>
    mark("line", { x1: at, x2: at, y1: from, y2: bottom, class: kind, "stroke-width": 1 });
  const note = (at: number, y: number, anchor: string, words: string) =>
    mark("text", { x: at, y, class: "tbc-muted", "text-anchor": anchor }, words);
  return [
    mark(
      "g",
      { transform: `translate(0,${top})` },
      mark("text", { x: 0, y: 14, class: "tbc-ink", "font-weight": 600, "font-size": 13 }, title),
      note(VALUES[0], 14, "start", axes[0]),
      note(middle - 7, 14, "end", axes[1]),
      note(middle + 7, 14, "start", axes[2]),
      ...ticks.flatMap(({ at, words }) => [line(x(at), "tbc-line"), note(x(at), HEAD - 14, "middle", words)]),
      ...[-1, 1].map((side) => note(middle + side * half, HEAD - 14, "middle", `${side < 0 ? "−" : "+"}${end}`)),
      line(middle, "tbc-whisker"),
      note(middle, HEAD - 14, "middle", "0"),
      ...rows.map((row, i) => drawRow(row, section, HEAD + (i + 1) * each - ROW / 2, x, (d) => middle + d * half)),
      ...(left ? [note(0, bottom + 18, "start", left)] : []),
    ),
  ];
}

function drawRow(
  row: DumbbellRow,
  section: DumbbellSection,
  y: number,
  x: (at: number) => number,
  d: (difference: number) => number,
): Markup {
  const { a, b, difference, low, high, sure } = row;
  const colour = difference >= 0 ? groupColours.a : groupColours.b;
  const clip = (value: number) => Math.min(1, Math.max(-1, value));
  const hasInterval = Number.isFinite(low) && Number.isFinite(high);
  const dot = (at: number, of: "a" | "b") => [
    of === "a"
      ? mark("circle", { cx: x(at), cy: y, r: 5, fill: groupColours.a })
      : mark("rect", { x: x(at) - 4.5, y: y - 4.5, width: 9, height: 9, fill: groupColours.b }),
  ];
  return mark(
    "g",
    { class: sure ? undefined : pale },
    mark("title", {}, [[row.name], ...row.facts].map((cells) => cells.map(oneLine).join("\t")).join("\n")),
    // What a pointer can hit, over the whole row.
    mark("rect", {
      x: 0,
      y: y + ROW / 2 - rowHeight(section),
      width: WORDS,
      height: rowHeight(section),
      fill: "transparent",
    }),
    section.namesAbove
      ? mark("text", { x: 0, y: y - 12, class: "tbc-ink tbd-halo" }, clipText(oneLine(row.name), 11, WORDS))
      : mark(
        "text",
        { x: LABEL, y: y + 4, class: "tbc-ink", "text-anchor": "end", "font-size": 12 },
        clipText(oneLine(row.name), 12, LABEL),
      ),
    mark("line", { x1: x(a), x2: x(b), y1: y, y2: y, class: "tbc-whisker", "stroke-width": 2 }),
    ...dot(b, "b"),
    ...dot(a, "a"),
    ...(hasInterval
      ? [mark("line", {
        x1: d(clip(low)),
        x2: d(clip(high)),
        y1: y,
        y2: y,
        stroke: colour,
        "stroke-width": 4,
        "stroke-opacity": 0.45,
        "stroke-linecap": "round",
      })]
      : []),
    mark("circle", { cx: d(clip(difference)), cy: y, r: 4, fill: colour }),
    mark("text", { x: WORDS, y: y + 4, class: "tbc-ink tbc-num", "text-anchor": "end", "font-size": 12 }, row.words),
  );
}

/** Tabs and line ends part the words of a card; names may hold them too. */
function oneLine(text: string): string {
  return text.replace(/[\t\n\r]+/g, " ");
}
