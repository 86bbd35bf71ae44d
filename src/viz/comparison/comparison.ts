/** Two groups compared: activities, steps, variants and times, each with its difference and how sure it is. */
import { formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { textWidth } from "../../base/text_width.ts";
import type { LogComparison } from "../../mining/comparison/compare_logs.ts";
import { points, timeName } from "../../mining/comparison/comparison_words.ts";
import type { ShareComparison } from "../../mining/comparison/share_rows.ts";
import type { ComparedTimeRow } from "../../mining/comparison/time_rows.ts";
import { pWords } from "../../mining/factors/factor_words.ts";
import { type Figure, figure, type FigureTable } from "../figure/figure.ts";
import { clipText } from "../kit/fit_text.ts";
import { chartFrame, forBothWidths, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { wholeNumber } from "../kit/options.ts";
import { mark } from "../kit/svg.ts";
import { differenceStyle, groupColours } from "./difference_colours.ts";
import { drawSection, type DumbbellRow, type DumbbellSection, sectionHeight } from "./dumbbell_rows.ts";

export interface ComparisonViewOptions {
  /** Most rows of each kind: the surest and largest differences. @default 8 */
  readonly top?: number;
  /** @default the names of the two groups */
  readonly title?: string;
}

/**
 * Shows what differs between two groups: for each activity, step and variant the shares of their cases, for times the
 * medians, and beside them the difference with its interval. What may be chance is pale.
 *
 * @throws InputError if `top` is out of its range.
 * @example
 * ```ts
 * import { compareGroups, readLog, viewComparison } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * viewComparison(compareGroups(log, { by: "region", groups: ["North", "South"] }));
 * ```
 */
export function viewComparison(comparison: LogComparison, options: ComparisonViewOptions = {}): Figure {
  const top = wholeNumber("top", options.top ?? 8, 1, 40);
  const { names: [a, b], notes } = comparison;
  const sections = sectionsOf(comparison, top);
  return figure({
    kind: "comparison",
    behaviour: "picture",
    title: options.title ?? `${a} and ${b} compared`,
    caption: `${comparison.sentence} Differences are those of ${a} less ${b}, with ${
      formatShare(comparison.confidence)
    } intervals; what is pale may be chance, given how many things were looked at (Benjamini-Hochberg). ${
      notes[0] ?? ""
    }`,
    ...forBothWidths((width) => draw(comparison.names, sections, width)),
    alt: comparison.sentence,
    table: tableOf(comparison),
    text: comparison.toString(),
  });
}

function draw(names: readonly [string, string], sections: readonly DumbbellSection[], width: number): Markup {
  const legend = drawLegend(names, width);
  let height = legend.height;
  const drawn = sections.map((section) => {
    const top = height;
    height += sectionHeight(section, width);
    return drawSection(section, top, width);
  });
  return chartFrame(width, height - 14, [markup("style", {}, differenceStyle), ...legend.marks, ...drawn]);
}

/** The two groups beside each other; on a phone one below the other. */
function drawLegend([a, b]: readonly [string, string], width: number): { marks: Markup[]; height: number } {
  const narrow = isNarrow(width);
  const room = narrow ? width - 18 : 380;
  const first = clipText(a, TEXT, room), second = clipText(b, TEXT, room);
  const [x, y] = narrow ? [1.5, 19] : [18 + textWidth(first, TEXT) * 1.08 + 28, 0];
  const words = (x: number, y: number, text: string) => mark("text", { x, y, class: "tbc-ink" }, text);
  return {
    height: 40 + y,
    marks: [
      mark("circle", { cx: 6, cy: 11, r: 5, fill: groupColours.a }),
      words(18, 15, first),
      mark("rect", { x, y: y + 6.5, width: 9, height: 9, fill: groupColours.b }),
      words(x + 16.5, y + 15, second),
    ],
  };
}

function sectionsOf({ names, confidence, ...tables }: LogComparison, top: number): DumbbellSection[] {
  const shares = <R extends ShareComparison>(title: string, rows: readonly R[], nameOf: (row: R) => string) =>
    shareSection(title, rows, nameOf, { top, names, confidence });
  return [
    shares("Activities", tables.activities.rows(), ({ activity }) => activity),
    shares("Steps", tables.edges.rows(), ({ from, to }) => `${from} → ${to}`),
    shares("Variants", tables.variants.rows(), ({ activities }) => activities.join(" → ")),
    timeSection(tables.times.rows(), { top, names, confidence }),
  ].filter(({ rows }) => rows.length > 0);
}

interface Settings {
  readonly top: number;
  readonly names: readonly [string, string];
  readonly confidence: number;
}

function shareSection<R extends ShareComparison>(
  title: string,
  all: readonly R[],
  nameOf: (row: R) => string,
  { top, names: [a, b], confidence }: Settings,
): DumbbellSection {
  const rows = all.slice(0, top);
  const reach = niceReach(Math.max(0.01, ...rows.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)])));
  return {
    title,
    axes: ["share of the cases", "more in"],
    sides: [b, a],
    ...(title === "Variants" ? { namesAbove: true } : {}),
    ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, words: `${at * 100} %` })),
    end: formatCount(reach * 100, 1),
    ...leftOf(all.length - rows.length),
    rows: rows.map((row): DumbbellRow => ({
      name: nameOf(row),
      a: row.a,
      b: row.b,
      difference: row.difference / reach,
      low: row.low / reach,
      high: row.high / reach,
      words: `${points(row.difference)} pts`,
      sure: row.pAdjusted <= 1 - confidence,
      facts: [
        [a, `${formatShare(row.a)}, ${formatCount(row.casesA)} cases`],
        [b, `${formatShare(row.b)}, ${formatCount(row.casesB)} cases`],
        ["Difference", `${points(row.difference)} points (${points(row.low)} to ${points(row.high)})`],
        ["p, adjusted", pWords(row.pAdjusted)],
      ],
    })),
  };
}

function timeSection(all: readonly ComparedTimeRow[], { top, names: [a, b], confidence }: Settings): DumbbellSection {
  const rows = all.slice(0, top);
  const axis = durationPlaces(rows.flatMap((row) => [row.a, row.b]).filter((seconds) => seconds >= 0));
  return {
    title: "Times",
    axes: ["median", "longer in"],
    sides: [b, a],
    ticks: axis.ticks,
    end: "1",
    ...leftOf(all.length - rows.length),
    rows: rows.map((row): DumbbellRow => ({
      name: timeName(row),
      a: axis.place(row.a),
      b: axis.place(row.b),
      difference: row.delta,
      low: row.deltaLow,
      high: row.deltaHigh,
      words: `${row.difference > 0 ? "+" : ""}${formatDuration(row.difference)}`,
      sure: row.pAdjusted <= 1 - confidence,
      facts: [
        [a, `${formatDuration(row.a)}, ${formatCount(row.casesA)} cases`],
        [b, `${formatDuration(row.b)}, ${formatCount(row.casesB)} cases`],
        ["Difference", `${formatDuration(row.difference)} (${formatDuration(row.low)} to ${formatDuration(row.high)})`],
        ["Cliff's delta", `${row.delta.toFixed(2)} (${row.deltaLow.toFixed(2)} to ${row.deltaHigh.toFixed(2)})`],
        ["p, adjusted", pWords(row.pAdjusted)],
      ],
    })),
  };
}

function leftOf(count: number): { left?: string } {
  return count > 0 ? { left: `${formatCount(count)} more in the table, less sure or smaller` } : {};
}

/** The next of 1, 2, 5, 10 … hundredths. */
function niceReach(value: number): number {
  return [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.75].find((reach) => reach >= value) ?? 1;
}

const DURATIONS = [1, 10, 60, 600, 3600, 6 * 3600, 86_400, 7 * 86_400, 30 * 86_400, 365 * 86_400, 3650 * 86_400];

/** Places of durations on a logarithmic axis between round ones; what is shorter than the first stands at its beginning. */
function durationPlaces(seconds: readonly number[]) {
  const known = seconds.filter((value) => value > 0);
  const least = Math.min(...known, Infinity), most = Math.max(...known, 0);
  const first = Math.max(0, DURATIONS.findLastIndex((value) => value <= least));
  const after = DURATIONS.findIndex((value) => value >= most);
  const last = Math.max(first + 1, after < 0 ? DURATIONS.length - 1 : after);
  const [low, high] = [Math.log(DURATIONS[first]!), Math.log(DURATIONS[last]!)];
  const place = (value: number) => value > 0 ? Math.min(1, Math.max(0, (Math.log(value) - low) / (high - low))) : 0;
  const every = last - first > 5 ? 2 : 1;
  const ticks = DURATIONS.slice(first, last + 1).filter((_, i) => i % every === 0)
    .map((value) => ({ at: place(value), words: formatDuration(value) }));
  return { place, ticks };
}

function tableOf({ activities, edges, variants, times, figures }: LogComparison): FigureTable {
  const number = (value: number) => Number.isNaN(value) ? null : value;
  const row = (
    kind: string,
    name: string,
    { a, b, difference, low, high, pAdjusted }: Pick<
      ShareComparison,
      "a" | "b" | "difference" | "low" | "high" | "pAdjusted"
    >,
  ) => [kind, name, ...[a, b, difference, low, high, pAdjusted].map(number)];
  return {
    columns: ["kind", "name", "a", "b", "difference", "low", "high", "p adjusted"],
    rows: [
      ...figures.rows().map((one) => row("figure", one.figure, one)),
      ...activities.rows().map((one) => row("activity (share)", one.activity, one)),
      ...edges.rows().map((one) => row("step (share)", `${one.from} → ${one.to}`, one)),
      ...variants.rows().map((one) => row("variant (share)", one.activities.join(" → "), one)),
      ...times.rows().map((one) => row("time (median seconds)", timeName(one), one)),
    ],
  };
}
