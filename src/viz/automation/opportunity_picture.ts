/** Factors as bars that get shorter, and steps with their time and verdict. */
import { formatCount } from "../../base/format.ts";
import { textWidth } from "../../base/text_width.ts";
import type { Range } from "../../taskmining/mod.ts";
import { chartFrame, isNarrow, TEXT } from "../kit/chart_frame.ts";
import type { Markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { wrapLines, wrapText } from "../kit/wrap_text.ts";

export interface FactorRow {
  readonly name: string;
  readonly range: string;
  readonly source: string;
  /** Hours a year that are left with this factor and those above; NaN for none. */
  readonly hours: number;
}

export interface StepRow {
  readonly name: string;
  readonly seconds: number;
  readonly time: string;
  readonly verdict: string;
  readonly right: string;
  readonly kind: "machine" | "person" | "unknown";
  readonly card: string;
}

export interface OpportunityPicture {
  readonly factors: readonly FactorRow[];
  readonly hours: Range | undefined;
  readonly result: string;
  readonly steps: readonly StepRow[];
}

const LINE = 15, GAP = 16;

interface Drawn {
  readonly marks: readonly Markup[];
  readonly bottom: number;
}

export function drawOpportunity(picture: OpportunityPicture, width: number): Markup {
  const factors = drawFactors(picture, width);
  const steps = drawSteps(picture.steps, factors.bottom + 24, width);
  return chartFrame(width, steps.bottom, [...factors.marks, ...steps.marks]);
}

function drawFactors({ factors, hours, result }: OpportunityPicture, width: number): Drawn {
  const narrow = isNarrow(width),
    most = Math.max(1e-9, ...factors.map((one) => Number.isNaN(one.hours) ? 0 : one.hours));
  const bars = hours === undefined ? 0 : narrow ? width : 250;
  const at = narrow ? { text: 0, room: width } : { text: bars + (bars > 0 ? GAP : 0), room: width - bars - GAP };
  const marks: Markup[] = [];
  let y = 0;
  factors.forEach((row, i) => {
    const head = `${row.name}: ${row.range}`;
    const heads = wrapText(head, TEXT, at.room, 3), sources = wrapLines(row.source, TEXT, at.room, 5);
    marks.push(
      ...heads.map((line, l) =>
        mark("text", { x: at.text, y: y + 12 + l * LINE, class: "tbc-ink tbc-num", "font-weight": 600 }, line)
      ),
      ...sources.map((line, l) =>
        mark(
          "text",
          { x: at.text, y: y + 12 + (heads.length + l) * LINE, class: "tbc-muted" },
          line,
        )
      ),
    );
    const text = (heads.length + sources.length) * LINE;
    if (!Number.isNaN(row.hours)) {
      const top = narrow ? y + text + 4 : y;
      marks.push(...hoursBar(row.hours, most, top, bars, i === factors.length - 1 ? hours : undefined));
    }
    y += text + (narrow && !Number.isNaN(row.hours) ? 40 : 14);
  });
  if (result !== "") {
    const words = `hours a year that a machine would do: ${result}`;
    const lines = wrapText(words, 14, width, 2);
    marks.push(
      mark("line", { x1: 0, x2: width, y1: y + 0.5, y2: y + 0.5, class: "tbc-line" }),
      ...lines.map((line, l) =>
        mark("text", { x: 0, y: y + 22 + l * 18, class: "tbc-ink tbc-num", "font-size": 14, "font-weight": 600 }, line)
      ),
    );
    y += 14 + lines.length * 18;
  }
  return { marks, bottom: y };
}

function hoursBar(hours: number, most: number, top: number, room: number, ends: Range | undefined): Markup[] {
  const scale = room / most, words = `${formatCount(hours, hours < 10 ? 1 : 0)} h`;
  const inside = hours * scale > textWidth(words, TEXT) + 12;
  return [
    mark("rect", { x: 0, y: top, width: room, height: 22, rx: 3, class: "tbc-track", opacity: 0.5 }),
    mark("rect", { x: 0, y: top, width: Math.max(1, hours * scale), height: 22, rx: 3, class: "tbc-bar" }),
    mark(
      "text",
      {
        x: inside ? 6 : hours * scale + 6,
        y: top + 11,
        dy: "0.35em",
        class: `${inside ? "tbc-on-heat" : "tbc-ink"} tbc-num`,
      },
      words,
    ),
    ...(ends && ends.high > ends.low
      ? [mark("path", {
        d: `M${ends.low * scale} ${top + 26}H${Math.min(room, ends.high * scale)}`,
        class: "tbc-whisker",
        "stroke-width": 2,
        fill: "none",
      })]
      : []),
  ];
}

function drawSteps(steps: readonly StepRow[], top: number, width: number): Drawn {
  const narrow = isNarrow(width), most = Math.max(1e-9, ...steps.map(({ seconds }) => seconds));
  const names = narrow ? width : 340, verdicts = narrow ? 0 : 150, times = narrow ? 70 : 80;
  const bar = narrow
    ? { x: 0, room: width - times - 110 }
    : { x: names + GAP + times + GAP, room: width - names - times - verdicts - 50 - 3 * GAP };
  const at = { verdict: bar.x + bar.room + GAP, right: width };
  const marks: Markup[] = [
    mark("text", { x: 0, y: top + 12, class: "tbc-muted" }, "step"),
    ...(narrow ? [] : [
      mark("text", { x: names + GAP + times, y: top + 12, "text-anchor": "end", class: "tbc-muted" }, "time"),
      mark("text", { x: at.verdict, y: top + 12, class: "tbc-muted" }, "verdict"),
      mark("text", { x: at.right, y: top + 12, "text-anchor": "end", class: "tbc-muted" }, "right"),
    ]),
    mark("line", { x1: 0, x2: width, y1: top + 20.5, y2: top + 20.5, class: "tbc-line" }),
  ];
  let y = top + 24;
  for (const step of steps) {
    const lines = wrapLines(step.name, TEXT, names, 2);
    const height = narrow ? lines.length * LINE + 28 : Math.max(24, lines.length * LINE + 8);
    const middle = narrow ? y + lines.length * LINE + 10 : y + height / 2;
    const first = narrow ? y + 12 : middle - (lines.length - 1) / 2 * LINE;
    const ink = step.kind === "person" ? "tbc-ink" : "tbc-muted";
    marks.push(mark(
      "g",
      {},
      mark("title", {}, step.card),
      mark("rect", { x: 0, y, width, height, fill: "#ffffff", "fill-opacity": 0 }),
      ...lines.map((line, l) =>
        mark("text", { x: 0, y: first + l * LINE, ...(narrow ? {} : { dy: "0.35em" }), class: "tbc-ink" }, line)
      ),
      mark("text", {
        x: narrow ? width : names + GAP + times,
        y: middle,
        dy: "0.35em",
        "text-anchor": "end",
        class: "tbc-ink tbc-num",
      }, step.time),
      ...stepBar(step, bar.x, middle, bar.room / most),
      mark("text", {
        x: narrow ? width - times : at.verdict,
        y: middle,
        dy: "0.35em",
        ...(narrow ? { "text-anchor": "end" } : {}),
        class: ink,
        ...(step.kind === "person" ? { "font-weight": 600 } : {}),
      }, step.verdict),
      ...(narrow ? [] : [
        mark(
          "text",
          { x: at.right, y: middle, dy: "0.35em", "text-anchor": "end", class: "tbc-muted tbc-num" },
          step.right,
        ),
      ]),
    ));
    y += height;
  }
  return { marks, bottom: y };
}

/** What a machine does is filled, what a person does is an outline; what is not known is pale. */
function stepBar({ kind, seconds }: StepRow, x: number, middle: number, scale: number): Markup[] {
  const shape = { x: x + 0.75, y: middle - 5, width: Math.max(1, seconds * scale - 1.5), height: 10, rx: 2 };
  if (kind === "machine") return [mark("rect", { ...shape, class: "tbc-bar" })];
  if (kind === "unknown") return [mark("rect", { ...shape, class: "tbc-aside" })];
  return [mark("rect", { ...shape, class: "tbc-whisker", fill: "none", "stroke-width": 1.5 })];
}
