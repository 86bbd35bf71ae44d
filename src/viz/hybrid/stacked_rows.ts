/** Rows of bars in parts: name, bar, figures; on a phone the name stands above the bar, and the figures below it. */
import { textWidth } from "../../base/text_width.ts";
import { isNarrow, TEXT } from "../kit/chart_frame.ts";
import { signal } from "../kit/frame.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { light } from "../kit/theme.ts";
import { wrapLines } from "../kit/wrap_text.ts";
import { words } from "../paths/bar_rows.ts";

/** What a part is: of time, seen in the recording, seen by the system, or by neither; of tasks, with a case or without. */
export type Seen = "worked" | "system" | "unseen" | "before" | "during" | "after" | "sure" | "likely" | "none";

/** A kind of part, or a colour of the palette, such as that of an application. */
export type PartFill = Seen | { readonly colour: string };

export interface StackedRow {
  readonly name: string;
  /** Words in place of a bar. */
  readonly instead?: string | undefined;
  readonly parts: readonly { readonly kind: PartFill; readonly size: number }[];
  /** At the end of the row, under the headings. */
  readonly figures: readonly string[];
  readonly title: string;
}

export interface StackedSection {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly legend: Legend;
  readonly rows: readonly StackedRow[];
  readonly none: string;
  /** How many rows are not drawn. */
  readonly left: number;
  /** Why they are not. @default they are in the table only */
  readonly leftWords?: string | undefined;
}

export type Legend = readonly (readonly [PartFill, string])[];

const LINE = 15, BAR = 14, NAMES = 248;
const CLASSES: Record<Seen, string> = {
  worked: "tbc-bar",
  system: "tbc-aside",
  unseen: "tbh-unseen",
  before: "tbh-outside",
  during: "tbc-aside",
  after: "tbh-late",
  sure: "tbc-bar",
  likely: "tbh-likely",
  none: "tbh-unseen",
};

/** Unseen time is an empty box; work that the system does not show has the colour of a warning. */
export const seenStyle = markup(
  "style",
  {},
  ".tbh-unseen{fill:#8894a4;fill-opacity:.16;stroke:#8894a4;stroke-opacity:.6;stroke-dasharray:3 2}" +
    `.tbh-outside{fill:${signal};fill-opacity:.8}.tbh-late{fill:${signal};fill-opacity:.4}` +
    `.tbh-likely{fill:${light.accent};fill:var(--accent,${light.accent});fill-opacity:.4}`,
);

export function seenClass(kind: Seen): string {
  return CLASSES[kind];
}

function fillOf(kind: PartFill): { class: string; fill?: string } {
  return typeof kind === "string" ? { class: CLASSES[kind] } : { class: "tbc-edge", fill: kind.colour };
}

export function stackedSections(
  sections: readonly StackedSection[],
  width: number,
): { marks: Markup[]; bottom: number } {
  const marks: Markup[] = [seenStyle];
  let y = 0;
  for (const section of sections) {
    const drawn = drawSection(section, width, y);
    marks.push(...drawn.marks);
    y = drawn.bottom + 26;
  }
  return { marks, bottom: y - 26 };
}

function drawSection(section: StackedSection, width: number, top: number) {
  const { heading, columns, legend, rows, none, left, leftWords = `… and ${left} more in the table` } = section;
  const narrow = isNarrow(width);
  const headings = wrapLines(heading, TEXT, width / 1.11, 3);
  const marks: Markup[] = headings.map((line, i) => words(0, top + 12 + i * LINE, line, "tbc-ink", "start", true));
  let y = top + headings.length * LINE + 6;
  if (rows.length === 0) return { marks: [...marks, words(0, y + 12, none, "tbc-muted")], bottom: y + 18 };
  const keys = legendMarks(legend, width, y);
  marks.push(...keys.marks);
  y = keys.bottom;
  const rights: number[] = [];
  let right = width;
  for (let i = columns.length - 1; i >= 0; i--) {
    rights[i] = right;
    right -= Math.max(...[
      columns[i]!,
      ...rows.map(({ figures }) => figures[i]!),
    ].map((text) => textWidth(text, TEXT))) + 18;
  }
  if (!narrow) {
    columns.forEach((name, i) => marks.push(words(rights[i]!, y + 12, name, "tbc-muted", "end")));
    y += 22;
  }
  const begin = narrow ? 0 : NAMES, room = narrow ? width : right - NAMES - 6;
  const longest = Math.max(...rows.map(({ parts }) => parts.reduce((sum, { size }) => sum + size, 0)), 1e-9);
  for (const row of rows) {
    const lines = wrapLines(row.name, TEXT, narrow ? width - 4 : NAMES - 14, narrow ? 3 : 2);
    const below = narrow
      ? wrapLines(columns.map((name, i) => `${name} ${row.figures[i]}`).join(", "), TEXT, width, 3)
      : [];
    const height = narrow ? (lines.length + below.length) * LINE + BAR + 18 : Math.max(26, lines.length * LINE + 9);
    const bar = narrow ? y + lines.length * LINE + 5 : y + (height - BAR) / 2;
    const middle = y + height / 2 + 4;
    marks.push(mark(
      "g",
      {},
      mark("title", {}, row.title),
      mark("rect", { x: 0, y, width, height, fill: "none", "pointer-events": "all" }),
      ...lines.map((line, i) =>
        words(0, narrow ? y + 12 + i * LINE : middle + (i - (lines.length - 1) / 2) * LINE, line)
      ),
      ...partsOf(row, begin, bar, room / longest),
      ...(row.instead === undefined ? [] : [words(begin, bar + BAR / 2 + 4, row.instead, "tbc-muted")]),
      ...(narrow
        ? below.map((line, i) => words(0, bar + BAR + 14 + i * LINE, line, "tbc-muted"))
        : row.figures.map((text, i) =>
          words(rights[i]!, middle, text, i === columns.length - 1 ? "tbc-ink" : "tbc-muted", "end")
        )),
    ));
    y += height;
  }
  if (left > 0) {
    for (const line of wrapLines(leftWords, TEXT, width, 3)) {
      marks.push(words(0, y + 14, line, "tbc-muted"));
      y += 18;
    }
  }
  return { marks, bottom: y };
}

function partsOf({ parts }: StackedRow, x: number, y: number, scale: number): Markup[] {
  let at = x;
  return parts.filter(({ size }) => size > 0).map(({ kind, size }) => {
    const wide = size * scale;
    const drawn = mark("rect", {
      x: at,
      y,
      width: Math.max(1, wide - 0.5),
      height: BAR,
      rx: wide > 4 ? 2 : 0,
      ...fillOf(kind),
    });
    at += wide;
    return drawn;
  });
}

export function legendMarks(legend: Legend, width: number, top: number) {
  const marks: Markup[] = [];
  let x = 0, y = top;
  for (const [kind, text] of legend) {
    const needed = textWidth(text, TEXT) + 38;
    if (x > 0 && x + needed - 18 > width) [x, y] = [0, y + 20];
    marks.push(
      mark("rect", { x: x + 0.5, y: y + 2.5, width: 13, height: 11, rx: 2, ...fillOf(kind) }),
      words(x + 20, y + 12, text, "tbc-muted"),
    );
    x += needed;
  }
  return { marks, bottom: y + 24 };
}
