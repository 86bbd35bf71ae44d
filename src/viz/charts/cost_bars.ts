/** Rows of a ranked bar chart with intervals: name, bar with whiskers, figures; on a phone figures stand below the name. */
import { textWidth } from "../../base/text_width.ts";
import { chartFrame, emptyChart, isNarrow, TEXT } from "../kit/chart_frame.ts";
import type { Markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { wrapLines } from "../kit/wrap_text.ts";

export interface CostBar {
  readonly name: string;
  readonly value: number;
  /** Ends of the interval; NaN where there is none. */
  readonly low: number;
  readonly high: number;
  readonly cost: string;
  readonly share: string;
  readonly rank: string;
  /** What the card says: names and values. */
  readonly facts: readonly (readonly [string, string])[];
}

const LINE = 15, BAR = 12, NAMES = 300, SHARE = 92, RANK = 52, GAP = 14;

export function drawCosts(bars: readonly CostBar[], heading: string, width: number): Markup {
  if (bars.length === 0) return emptyChart("No step with a known time.");
  const longest = Math.max(...bars.map(({ value, high }) => Number.isNaN(high) ? value : high), 1e-9);
  return isNarrow(width) ? forPhone(bars, longest, width) : wide(bars, heading, longest, width);
}

function wide(bars: readonly CostBar[], heading: string, longest: number, width: number): Markup {
  const costs = Math.max(textWidth(heading, TEXT), ...bars.map(({ cost }) => textWidth(cost, TEXT))) + GAP;
  const at = { cost: width - RANK - SHARE, share: width - RANK, bar: NAMES + GAP };
  const room = at.cost - costs - at.bar - GAP;
  const head = (x: number, words: string, anchor: string) =>
    mark("text", { x, y: 12, "text-anchor": anchor, class: "tbc-muted" }, words);
  const marks: Markup[] = [
    head(0, "step", "start"),
    head(at.cost, heading, "end"),
    head(at.share, "of all time", "end"),
    head(width, "rank", "end"),
    mark("line", { x1: 0, x2: width, y1: 20.5, y2: 20.5, class: "tbc-line" }),
  ];
  let y = 24;
  for (const bar of bars) {
    const lines = wrapLines(bar.name, TEXT, NAMES, 2);
    const height = Math.max(28, lines.length * LINE + 12), middle = y + height / 2;
    marks.push(mark(
      "g",
      {},
      mark("title", {}, cardOf(bar)),
      mark("rect", { x: 0, y, width, height, fill: "#ffffff", "fill-opacity": 0 }),
      ...lines.map((line, i) =>
        mark("text", { x: 0, y: middle + (i - (lines.length - 1) / 2) * LINE, dy: "0.35em", class: "tbc-ink" }, line)
      ),
      ...barMarks(bar, at.bar, middle, room / longest),
      ...[[at.cost, bar.cost, "tbc-ink"], [at.share, bar.share, "tbc-muted"], [width, bar.rank, "tbc-ink"]].map(
        ([x, words, kind]) =>
          mark("text", { x, y: middle, dy: "0.35em", "text-anchor": "end", class: `${kind} tbc-num` }, String(words)),
      ),
    ));
    y += height;
  }
  return chartFrame(width, y, marks);
}

function forPhone(bars: readonly CostBar[], longest: number, width: number): Markup {
  const marks: Markup[] = [];
  let y = 0;
  for (const bar of bars) {
    const room = width - textWidth(bar.cost, TEXT) - GAP;
    const lines = wrapLines(bar.name, TEXT, width - 4, 3);
    const height = lines.length * LINE + 44;
    marks.push(mark(
      "g",
      {},
      mark("title", {}, cardOf(bar)),
      mark("rect", { x: 0, y, width, height, fill: "#ffffff", "fill-opacity": 0 }),
      ...lines.map((line, i) => mark("text", { x: 0, y: y + 12 + i * LINE, class: "tbc-ink" }, line)),
      ...barMarks(bar, 0, y + lines.length * LINE + 9, room / longest),
      mark(
        "text",
        { x: width, y: y + lines.length * LINE + 9, dy: "0.35em", "text-anchor": "end", class: "tbc-ink tbc-num" },
        bar.cost,
      ),
      mark(
        "text",
        { x: 0, y: y + lines.length * LINE + 29, class: "tbc-muted tbc-num" },
        `${bar.share} of all time, rank ${bar.rank}`,
      ),
    ));
    y += height;
  }
  return chartFrame(width, y - 8, marks);
}

function barMarks({ value, low, high }: CostBar, x: number, middle: number, scale: number): Markup[] {
  const bar = mark("rect", {
    x,
    y: middle - BAR / 2,
    width: Math.max(1, value * scale),
    height: BAR,
    rx: 2,
    class: "tbc-bar",
  });
  if (Number.isNaN(low) || !(high > low)) return [bar];
  const [from, to] = [x + low * scale, x + high * scale];
  const path = `M${r(from)} ${r(middle)}H${r(to)}M${r(from)} ${r(middle - 4)}V${r(middle + 4)}M${r(to)} ${
    r(middle - 4)
  }V${r(middle + 4)}`;
  return [bar, mark("path", { d: path, class: "tbc-whisker", fill: "none", "stroke-width": 1.5 })];
}

function r(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function cardOf({ name, facts, share, rank }: CostBar): string {
  return [name, ...[...facts, ["of all time", share], ["rank", rank]].map(([what, value]) => `${what}\t${value}`)].join(
    "\n",
  );
}
