/** The card of a program: rule, verdict, examples, counter-examples. */
import type { Estimate } from "../../base/statistics/proportions.ts";
import { chartFrame, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { signal } from "../kit/frame.ts";
import { clipText } from "../kit/fit_text.ts";
import type { Markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { wrapLines, wrapText } from "../kit/wrap_text.ts";

export interface ExampleRow {
  readonly inputs: readonly (string | null)[];
  readonly output: string;
  /** What the program gives instead; null for nothing. */
  readonly gives?: string | null;
}

export interface ProgramPicture {
  readonly words: string;
  readonly verdict: string;
  readonly sure: string;
  readonly share: Estimate | undefined;
  readonly sources: readonly string[];
  readonly examples: readonly ExampleRow[];
  readonly wrong: readonly ExampleRow[];
}

const LINE = 16, RULE = 15, MOST_WRONG = 5;

export function drawProgram(picture: ProgramPicture, width: number): Markup {
  const marks: Markup[] = [];
  let y = 20;
  marks.push(mark("text", { x: 0, y: 12, class: "tbc-muted" }, picture.share ? "what is entered" : "verdict"));
  for (const line of wrapText(picture.words, RULE, width, 8)) {
    marks.push(mark("text", { x: 0, y: y + 16, class: "tbc-ink", "font-size": RULE, "font-weight": 600 }, line));
    y += 21;
  }
  y += 10;
  const narrow = isNarrow(width), room = narrow ? width : 300;
  if (picture.share) {
    marks.push(...shareBar(picture.share, y, room));
    if (narrow) y += 16;
  }
  const at = narrow || !picture.share ? 0 : room + 16;
  for (const line of wrapLines(`${picture.verdict}: ${picture.sure}`, TEXT, width - at, 3)) {
    marks.push(mark("text", { x: at, y: y + 11, class: "tbc-ink tbc-num" }, line));
    y += LINE;
  }
  y += 8;
  if (picture.examples.length > 0) {
    y = examples(
      marks,
      picture,
      picture.examples,
      picture.sources.length === 1 ? `examples of “${picture.sources[0]}”` : "examples",
      y,
      width,
    );
  }
  const wrong = picture.wrong.slice(0, MOST_WRONG);
  if (wrong.length > 0) {
    const more = picture.wrong.length - wrong.length;
    y = examples(marks, picture, wrong, `wrong${more > 0 ? ` (${more} more in the table)` : ""}`, y + 6, width);
  }
  return chartFrame(width, y, marks);
}

function shareBar({ value, low, high }: Estimate, y: number, room: number): Markup[] {
  return [
    mark("rect", { x: 0, y: y + 2, width: room, height: 10, rx: 2, class: "tbc-track", opacity: 0.6 }),
    mark("rect", { x: 0, y: y + 2, width: Math.max(1, room * value), height: 10, rx: 2, class: "tbc-bar" }),
    mark("line", { x1: room * low, x2: room * high, y1: y + 7, y2: y + 7, class: "tbc-whisker", "stroke-width": 1.5 }),
  ];
}

/** What was read on the left, an arrow, what was entered on the right; on a phone one below the other. */
function examples(
  marks: Markup[],
  { sources }: ProgramPicture,
  rows: readonly ExampleRow[],
  heading: string,
  top: number,
  width: number,
): number {
  const narrow = isNarrow(width), left = narrow ? width : width * 0.52, right = narrow ? 18 : left + 28;
  const text = (x: number, y: number, words: string, kind = "tbc-ink") => mark("text", { x, y, class: kind }, words);
  let y = top;
  marks.push(
    text(0, y + 12, clipText(heading, TEXT, left - 8), "tbc-muted"),
    ...(narrow ? [] : [text(right, y + 12, "entered", "tbc-muted")]),
    mark("line", { x1: 0, x2: width, y1: y + 18.5, y2: y + 18.5, class: "tbc-line" }),
  );
  y += 24;
  for (const { inputs, output, gives } of rows) {
    const said = inputs.length === 0
      ? ["(always the same)"]
      : inputs.map((input, i) => (sources.length > 1 ? `${sources[i]}: ` : "") + quoted(input));
    const lefts = said.flatMap((words) => wrapLines(words, TEXT, left - 8, 3));
    const rights = wrapLines(quoted(output), TEXT, width - right, 3);
    const others = gives === undefined ? [] : wrapLines(
      gives === null ? "the rule gives nothing" : `the rule gives ${quoted(gives)}`,
      TEXT,
      width - right,
      3,
    );
    marks.push(...lefts.map((line, i) => text(0, y + 12 + i * LINE, line)));
    const below = narrow ? y + lefts.length * LINE : y;
    marks.push(
      text(narrow ? 0 : left + 4, below + 12, "→", "tbc-muted"),
      ...rights.map((line, i) => text(right, below + 12 + i * LINE, line)),
      ...others.map((line, i) =>
        mark("text", { x: right, y: below + 12 + (rights.length + i) * LINE, fill: signal }, line)
      ),
    );
    const own = rights.length + others.length;
    y += (narrow ? lefts.length + own : Math.max(lefts.length, own)) * LINE + 8;
  }
  return y;
}

function quoted(value: string | null): string {
  return value === null ? "(missing)" : `"${value}"`;
}
