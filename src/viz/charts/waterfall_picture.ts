/** Rows of a waterfall: name, a bar that begins where the one above ends, time and share. */
import { textWidth } from "../../base/text_width.ts";
import type { TimePartKind } from "../../mining/performance/time_parts.ts";
import { chartFrame, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { signal } from "../kit/frame.ts";
import type { Markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { wrapLines } from "../kit/wrap_text.ts";

export interface WaterfallBar {
  readonly name: string;
  readonly kind: TimePartKind | "total";
  /** Seconds since the case began. */
  readonly from: number;
  readonly to: number;
  readonly time: string;
  readonly share: string;
  readonly facts: readonly (readonly [string, string])[];
}

const LINE = 15, BAR = 14, NAMES = 290, GAP = 12, SHARE = 48;

export function drawWaterfall(bars: readonly WaterfallBar[], width: number): Markup {
  const narrow = isNarrow(width);
  const times = Math.max(...bars.map(({ time }) => textWidth(time, TEXT))) + GAP;
  const left = narrow ? 0 : NAMES + GAP, right = narrow ? width : width - SHARE - times;
  const longest = Math.max(...bars.map(({ to }) => to), 1e-9);
  const at = (seconds: number) => left + seconds / longest * (right - left);
  const kinds = [...new Set(bars.map(({ kind }) => kind))].filter((kind) => kind !== "total");
  const { marks, height } = legend(kinds, width);
  let y = height + 4;
  bars.forEach((bar, i) => {
    const facts = `${bar.time}${bar.share === "" ? "" : `, ${bar.share}`}`;
    const lines = wrapLines(bar.name, TEXT, narrow ? width - textWidth(facts, TEXT) - GAP : NAMES, narrow ? 3 : 2);
    const tall = narrow ? lines.length * LINE + 28 : Math.max(26, lines.length * LINE + 10);
    const middle = narrow ? y + lines.length * LINE + 10 : y + tall / 2;
    const first = narrow ? y + 8 : middle - (lines.length - 1) / 2 * LINE;
    if (bar.kind === "total") {
      marks.push(mark("line", { x1: 0, x2: width, y1: y - 0.5, y2: y - 0.5, class: "tbc-line" }));
    }
    const next = bars[i + 1];
    marks.push(mark(
      "g",
      {},
      mark("title", {}, cardOf(bar)),
      mark("rect", { x: 0, y, width, height: tall, fill: "#ffffff", "fill-opacity": 0 }),
      ...lines.map((line, k) => words(0, first + k * LINE, line, "tbc-ink", "start")),
      mark("rect", {
        x: at(bar.from),
        y: middle - BAR / 2,
        width: Math.max(1, at(bar.to) - at(bar.from)),
        height: BAR,
        rx: 1.5,
        ...inkOf(bar.kind),
      }),
      ...(narrow ? [words(width, first, facts, "tbc-ink", "end")] : [
        words(width - SHARE, middle, bar.time, "tbc-ink", "end"),
        words(width, middle, bar.share, "tbc-muted", "end"),
      ]),
    ));
    // A thread to where the next bar begins.
    if (next && next.kind !== "total" && !narrow) {
      const x = at(next.kind === "side by side" ? next.to : next.from);
      marks.push(
        mark("line", {
          x1: x,
          x2: x,
          y1: middle + BAR / 2,
          y2: y + tall + 6,
          class: "tbc-whisker",
          "stroke-width": 0.8,
        }),
      );
    }
    y += tall;
  });
  return chartFrame(width, y, marks);
}

function legend(kinds: readonly WaterfallBar["kind"][], width: number): { marks: Markup[]; height: number } {
  const marks: Markup[] = [];
  let x = 0, y = 8;
  for (const kind of kinds) {
    const room = 18 + textWidth(kind, TEXT) + 18;
    if (x > 0 && x + room > width) [x, y] = [0, y + 18];
    marks.push(mark("rect", { x, y: y - 6, width: 12, height: 12, rx: 1.5, ...inkOf(kind) }));
    marks.push(words(x + 18, y, kind, "tbc-muted", "start"));
    x += room;
  }
  return { marks, height: y + 12 };
}

function inkOf(kind: WaterfallBar["kind"]): Record<string, string | number> {
  switch (kind) {
    case "waiting":
      return { fill: signal, "fill-opacity": 0.85 };
    case "work":
      return { class: "tbc-bar" };
    case "total":
      return { class: "tbc-ink", "fill-opacity": 0.7 };
    case "waiting or work":
      return { class: "tbc-aside" };
    default:
      return { fill: "none", class: "tbc-whisker", "stroke-dasharray": "3 2" };
  }
}

function words(x: number, y: number, text: string, kind: string, anchor: string): Markup {
  return mark("text", { x, y, dy: "0.35em", "text-anchor": anchor, class: `${kind} tbc-num` }, text);
}

function cardOf({ name, kind, time, share, facts }: WaterfallBar): string {
  return [
    name,
    ...[
      ...(kind === "total" ? [] : [["kind", kind]]),
      ["time", time],
      ...(share === "" ? [] : [["share", share]]),
      ...facts,
    ].map(([what, value]) => `${what}\t${value}`),
  ].join("\n");
}
