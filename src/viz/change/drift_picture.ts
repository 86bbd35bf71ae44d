/** The picture of changes over time: a lane for each perspective, then what changed. */
import { formatDate } from "../../base/format.ts";
import { textWidth } from "../../base/text_width.ts";
import { relationInWords } from "../../mining/change/drift_words.ts";
import type { ChangedFigure, Drift, DriftPerspective } from "../../mining/mod.ts";
import { chartFrame, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { clipText } from "../kit/fit_text.ts";
import { signal } from "../kit/frame.ts";
import type { Markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { figureValue, PERSPECTIVE_NAMES } from "./drift_values.ts";

const LANE = 46;
const ROW = 24;
/** On a phone the figures stand below the name. */
const NARROW_ROW = 38;
const HEAD = 30;

/** @param span First and last time of the log, in milliseconds. */
export function driftPicture(
  changes: readonly Drift[],
  perspectives: readonly DriftPerspective[],
  [first, last]: readonly [number, number],
  width: number,
): Markup {
  const narrow = isNarrow(width);
  const left = narrow ? 0 : 190;
  const x = (time: number) => left + (last > first ? (time - first) / (last - first) : 0.5) * (width - left - 12) + 4;
  const lanes = perspectives.flatMap((perspective, lane) =>
    laneOf(perspective, lane * LANE, changes, { x, left, first, last, narrow })
  );
  const axis = perspectives.length * LANE + 4;
  const ends = [first, last].map((time, end) =>
    words(
      formatDate(time, "day"),
      end === 0 ? left + 4 : width - 8,
      axis + 10,
      end === 0 ? "start" : "end",
      "tbc-muted",
    )
  );
  const details: Markup[] = [];
  let y = axis + 34;
  changes.forEach((change, c) => {
    details.push(...detailsOf(change, c, y, width));
    y += HEAD + change.what.length * (narrow ? NARROW_ROW : ROW) + 10;
  });
  return chartFrame(width, changes.length === 0 ? axis + 20 : y, [...lanes, ...ends, ...details]);
}

interface Lanes {
  readonly x: (time: number) => number;
  readonly left: number;
  readonly first: number;
  readonly last: number;
  readonly narrow: boolean;
}

function laneOf(
  perspective: DriftPerspective,
  top: number,
  changes: readonly Drift[],
  { x, left, first, last, narrow }: Lanes,
): Markup[] {
  const y = top + (narrow ? 20 : 12), height = narrow ? 18 : 22;
  const own = changes.map((change, c) => ({ change, c })).filter(({ change }) => change.perspective === perspective);
  const bounds = [first, ...own.map(({ change }) => change.time), last];
  const stretches = bounds.slice(1).map((to, s) =>
    mark("rect", {
      ...{ x: x(bounds[s]!), y, width: Math.max(1, x(to) - x(bounds[s]!) - 1), height, rx: 3 },
      class: "tbc-heat",
      "fill-opacity": own.length === 0 ? 0.14 : s % 2 === 0 ? 0.18 : 0.4,
    })
  );
  const name = PERSPECTIVE_NAMES[perspective];
  const label = own.length === 0 ? `${name}: no change` : name;
  const title = narrow
    ? words(label, 0, top + 10, "start", "tbc-ink")
    : words(clipText(label, TEXT, left - 12), left - 8, y + height / 2, "end", "tbc-ink");
  const marks = own.map(({ change, c }) => {
    const at = x(change.time);
    const took = change.to > change.from
      ? [mark("rect", {
        ...{ x: x(change.from), y: y - 3, width: Math.max(2, x(change.to) - x(change.from)), height: height + 6 },
        fill: signal,
        "fill-opacity": 0.3,
      })]
      : [];
    return mark(
      "g",
      {},
      mark("title", {}, titleOf(change, c)),
      ...took,
      mark("rect", { x: at - 1, y: y - 4, width: 2, height: height + 8, fill: signal }),
      mark("circle", { cx: at, cy: y + height / 2, r: 9, fill: signal }),
      mark("text", {
        ...{ x: at, y: y + height / 2, dy: "0.35em", "text-anchor": "middle", "font-size": TEXT },
        fill: "#ffffff",
        "font-weight": 600,
      }, String(c + 1)),
    );
  });
  return [title, ...stretches, ...marks];
}

function titleOf({ perspective, time, p }: Drift, c: number): string {
  return `Change ${c + 1}: ${PERSPECTIVE_NAMES[perspective]}\nfrom\t${formatDate(time)}\np\t${pInWords(p)}`;
}

function pInWords(p: number): string {
  return p <= 0.005 ? "≤ 0.005" : p.toFixed(3);
}

function detailsOf(change: Drift, c: number, top: number, width: number): Markup[] {
  const narrow = isNarrow(width);
  const { perspective, what } = change;
  const head = [
    mark("circle", { cx: 9, cy: top + 9, r: 9, fill: signal }),
    mark("text", {
      ...{ x: 9, y: top + 9, dy: "0.35em", "text-anchor": "middle", "font-size": TEXT, fill: "#ffffff" },
      "font-weight": 600,
    }, String(c + 1)),
    mark(
      "text",
      { x: 26, y: top + 9, dy: "0.35em", "font-size": TEXT, class: "tbc-ink", "font-weight": 600 },
      `${formatDate(change.time, "day")}: ${PERSPECTIVE_NAMES[perspective]}`,
    ),
    ...(narrow ? [] : [words(`p ${pInWords(change.p)}; before → after`, width - 4, top + 9, "end", "tbc-muted")]),
  ];
  const values = what.map((one) => `${figureValue(perspective, one.before)} → ${figureValue(perspective, one.after)}`);
  const right = Math.max(...values.map((text) => textWidth(text, TEXT)), 0) + 12;
  const names = narrow
    ? 0
    : Math.min(width * 0.55, Math.max(...what.map((one) => textWidth(nameOf(one), TEXT)), 0) + 34);
  const from = narrow ? width : names + 18, to = width - right;
  const place = scaleOf(perspective, what);
  const rows = what.flatMap((one, r): Markup[] => {
    const y = top + HEAD + r * (narrow ? NARROW_ROW : ROW) + 6;
    const at = (value: number) => from + (to - from) * place(value);
    const room = narrow ? width - 30 : names - 26;
    const dumbbell = narrow || to - from < 60 ? [] : [
      mark("line", { x1: from, x2: to, y1: y, y2: y, class: "tbc-line", "stroke-opacity": 0.6 }),
      mark("line", { ...{ x1: at(one.before), x2: at(one.after), y1: y, y2: y }, stroke: signal, "stroke-width": 3 }),
      mark("circle", { cx: at(one.before), cy: y, r: 4.5, class: "tbc-aside" }),
      mark("circle", { cx: at(one.after), cy: y, r: 5, fill: signal }),
    ];
    return [mark(
      "g",
      {},
      mark(
        "title",
        {},
        `${nameOf(one)}\nbefore\t${figureValue(perspective, one.before)}\nafter\t${
          figureValue(perspective, one.after)
        }`,
      ),
      mark("rect", { x: 0, y: y - ROW / 2, width, height: ROW, fill: "transparent" }),
      words(clipText(nameOf(one), TEXT, room), 26, y, "start", "tbc-ink"),
      ...dumbbell,
      narrow
        ? words(values[r]!, 26, y + 15, "start", "tbc-muted tbc-num")
        : words(values[r]!, width - 4, y, "end", "tbc-ink tbc-num"),
    )];
  });
  return [...head, ...rows];
}

/** Shares from 0 to 1; durations and rates by how many times as large they are, since they span from seconds to months. */
function scaleOf(perspective: DriftPerspective, what: readonly ChangedFigure[]): (value: number) => number {
  if (perspective === "flow") return (value) => value;
  const values = what.flatMap((one) => [one.before, one.after]).filter((value) => value > 0);
  const low = Math.log(Math.min(...values)), high = Math.log(Math.max(...values));
  return (value) => value > 0 && high > low ? (Math.log(value) - low) / (high - low) : value > 0 ? 0.5 : 0;
}

function nameOf({ relation }: ChangedFigure): string {
  return relationInWords(relation);
}

function words(text: string, x: number, y: number, anchor: "start" | "middle" | "end", kind: string): Markup {
  return mark("text", { x, y, dy: "0.35em", "text-anchor": anchor, "font-size": TEXT, class: kind }, text);
}
