/** Ranked bars with their intervals, a row each, in sections; on a phone the words stand above the bar. */
import { textWidth } from "../../base/text_width.ts";
import { isNarrow, TEXT } from "../kit/chart_frame.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { wrapLines } from "../kit/wrap_text.ts";

export interface BarRow {
  readonly label: string;
  /** What the bar is as long as, and the ends of its interval, if it has one. */
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** The figures at the end of the row; on a phone those that fit, the first of them first. */
  readonly facts: readonly string[];
  /** What a mark tells when it is pointed at. */
  readonly title: string;
}

export interface BarSection {
  readonly heading: string;
  /** Names of the facts. */
  readonly columns: readonly string[];
  readonly rows: readonly BarRow[];
  /** What stands in place of rows where there are none. */
  readonly none: string;
  /** How many rows are not drawn. */
  readonly left?: number;
}

const LINE = 15, BAR = 14;

/**
 * Draws sections one below the other from `top` on, their bars to one scale.
 *
 * @param full The value of a bar that takes all the room; without it the greatest, or the end of its interval.
 */
export function barSections(
  sections: readonly BarSection[],
  width: number,
  top = 0,
  full?: number,
): { marks: Markup[]; bottom: number } {
  const most = full ?? Math.max(1e-9, ...sections.flatMap(({ rows }) => rows.map(({ value, high }) => high ?? value)));
  const marks: Markup[] = [];
  const rights = columnRights(sections, width);
  let y = top;
  for (const section of sections) {
    const drawn = isNarrow(width) ? forPhone(section, most, width, y) : wide(section, most, width, y, rights);
    marks.push(...drawn.marks);
    y = drawn.bottom + 22;
  }
  return { marks, bottom: y - 22 };
}

function wide(
  { heading, columns, rows, none, left = 0 }: BarSection,
  most: number,
  width: number,
  top: number,
  { rights, begin }: Columns,
) {
  const label = 250, bar = Math.max(40, begin - label - 24);
  const marks = [
    words(0, top + 12, heading, "tbc-ink", "start", true),
    ...(rows.length > 0 ? columns.map((name, i) => words(rights[i]!, top + 12, name, "tbc-muted", "end")) : []),
  ];
  let y = top + 24;
  for (const row of rows) {
    const lines = wrapLines(row.label, TEXT, label - 14, 2);
    const height = Math.max(24, lines.length * LINE + 8), middle = y + height / 2;
    marks.push(mark(
      "g",
      {},
      mark("title", {}, row.title),
      mark("rect", { x: 0, y, width, height, fill: "none", "pointer-events": "all" }),
      ...lines.map((line, i) => words(0, middle + 4 + (i - (lines.length - 1) / 2) * LINE, line)),
      ...barOf(row, label, middle - BAR / 2, bar / most),
      ...row.facts.map((fact, i) => words(rights[i]!, middle + 4, fact, i === 0 ? "tbc-ink" : "tbc-muted", "end")),
    ));
    y += height;
  }
  return ending(marks, rows.length, none, left, y);
}

function forPhone({ heading, columns, rows, none, left = 0 }: BarSection, most: number, width: number, top: number) {
  const headings = wrapLines(heading, TEXT, width / 1.11, 3);
  const marks = headings.map((line, i) => words(0, top + 12 + i * LINE, line, "tbc-ink", "start", true));
  let y = top + 20 + (headings.length - 1) * LINE;
  for (const row of rows) {
    const [first = "", ...others] = row.facts;
    const lines = wrapLines(row.label, TEXT, width - textWidth(first, TEXT) - 12, 3);
    const more = packed(others.map((fact, i) => `${columns[i + 1]} ${fact}`), width);
    const height = lines.length * LINE + BAR + more.length * LINE + 16;
    const bar = y + lines.length * LINE + 6;
    marks.push(mark(
      "g",
      {},
      mark("title", {}, row.title),
      mark("rect", { x: 0, y, width, height, fill: "none", "pointer-events": "all" }),
      ...lines.map((line, i) => words(0, y + 13 + i * LINE, line)),
      words(width, y + 13, first, "tbc-ink", "end"),
      ...barOf(row, 0, bar, width / most),
      ...more.map((line, i) => words(0, bar + BAR + (i + 1) * LINE - 1, line, "tbc-muted")),
    ));
    y += height;
  }
  return ending(marks, rows.length, none, left, y);
}

function barOf({ value, low, high }: BarRow, x: number, y: number, scale: number): Markup[] {
  const middle = y + BAR / 2;
  return [
    mark("rect", { x, y, width: Math.max(1, value * scale), height: BAR, rx: 2, class: "tbc-bar" }),
    ...(low === undefined || high === undefined || Number.isNaN(low) ? [] : [mark("path", {
      d: `M${round(x + low * scale)},${round(middle)}H${round(x + high * scale)}M${round(x + low * scale)},${
        round(middle - 3)
      }v6M${round(x + high * scale)},${round(middle - 3)}v6`,
      class: "tbc-whisker",
      fill: "none",
    })]),
  ];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function ending(marks: Markup[], count: number, none: string, left: number, y: number) {
  const text = count === 0 ? none : left > 0 ? `… and ${left} more in the table` : "";
  if (text === "") return { marks, bottom: y };
  return { marks: [...marks, words(0, y + 12, text, "tbc-muted")], bottom: y + 18 };
}

interface Columns {
  /** Right edge of each column of figures, and where the first of them begins. */
  readonly rights: readonly number[];
  readonly begin: number;
}

/** The same in all sections, so that their figures stand below one another. */
function columnRights(sections: readonly BarSection[], width: number): Columns {
  const rights: number[] = [];
  let right = width;
  for (let i = Math.max(0, ...sections.map(({ columns }) => columns.length)) - 1; i >= 0; i--) {
    rights[i] = right;
    const texts = sections.flatMap(({ columns, rows }) =>
      rows.length === 0 ? [] : [columns[i] ?? "", ...rows.map(({ facts }) => facts[i] ?? "")]
    );
    right -= Math.max(0, ...texts.map((text) => textWidth(text, TEXT))) + 20;
  }
  return { rights, begin: right + 20 };
}

/** Lines of facts that break between two facts. */
function packed(facts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const fact of facts) {
    const longer = lines.length === 0 ? fact : `${lines.at(-1)}, ${fact}`;
    if (lines.length > 0 && textWidth(longer, TEXT) <= width) lines[lines.length - 1] = longer;
    else lines.push(fact);
  }
  return lines;
}

/** A line of text of a chart. */
export function words(
  x: number,
  y: number,
  text: string,
  kind = "tbc-ink",
  anchor: "start" | "middle" | "end" = "start",
  bold = false,
): Markup {
  return markup("text", {
    x: round(x),
    y: round(y),
    class: `${kind} tbc-num`,
    "text-anchor": anchor,
    ...(bold ? { "font-weight": 600 } : {}),
  }, text);
}
