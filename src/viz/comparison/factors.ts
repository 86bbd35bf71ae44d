/** What sets a group of cases apart: lifts with their intervals, and the tree. */
import { formatCount, formatShare } from "../../base/format.ts";
import type { Factors } from "../../mining/factors/factors_of.ts";
import { factorName, type FactorRow } from "../../mining/factors/factor_rows.ts";
import { pWords, times, treeWords } from "../../mining/factors/factor_words.ts";
import type { FactorTree } from "../../mining/factors/tree/factor_tree.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { clipText } from "../kit/fit_text.ts";
import { chartFrame, forBothWidths, isNarrow, phoneWidth, TEXT } from "../kit/chart_frame.ts";
import { chartWidth } from "../kit/frame.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { wholeNumber } from "../kit/options.ts";
import { mark } from "../kit/svg.ts";
import { differenceStyle, groupColours, pale } from "./difference_colours.ts";
import { drawTree, treeList } from "./tree_picture.ts";

export interface FactorsViewOptions {
  /** Most factors drawn: the first of the ranking that say something of their own. @default 12 */
  readonly top?: number;
  /** @default what the group is called */
  readonly title?: string;
}

/**
 * Shows what sets a group of cases apart: for each factor how many times the share of all cases it has, with its
 * interval; and below it the tree, where that is better than chance on cases it has not seen.
 *
 * @throws InputError if `top` is out of its range.
 * @example
 * ```ts
 * import { factorsOf, filterThroughput, readLog, viewFactors } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * viewFactors(factorsOf(log, { outcome: filterThroughput(log, { minSeconds: 20 * 86400 }), name: "slow orders" }));
 * ```
 */
export function viewFactors(factors: Factors, options: FactorsViewOptions = {}): Figure {
  const top = wholeNumber("top", options.top ?? 12, 1, 40);
  const { name, heldOut, confidence, notes } = factors;
  const all = factors.factors.rows();
  const own = all.filter(({ sameAs }) => sameAs === null);
  const sure = own.filter(({ pAdjusted }) => pAdjusted <= 1 - confidence);
  // With nothing sure, a few of the others show what was looked at.
  const rows = (sure.length > 0 ? sure : own.slice(0, 6)).slice(0, top);
  const tree = heldOut.better && factors.tree.split ? factors.tree : undefined;
  return figure({
    kind: "factors",
    behaviour: "picture",
    title: options.title ?? `What goes along with: ${name}`,
    caption: `${factors.sentence} A lift of 2 is twice the share of all cases. ${drawnWords(rows.length, sure, all)} ${
      formatShare(confidence)
    } intervals; p is corrected for all ${formatCount(all.length)} factors (Benjamini-Hochberg).${
      tree ? " The tree asks for the factors that part the cases best." : ""
    } ${notes[0] ?? ""}`,
    ...forBothWidths((width) => draw(rows, factors, tree, width)),
    alt: `${factors.sentence} ${treeWords(factors)}`,
    table: {
      columns: ["factor", "known", "cases", "share", "others", "lift", "low", "high", "p adjusted", "same as"],
      rows: all.map((row) => [
        factorName(row),
        row.known,
        row.cases,
        row.share,
        row.otherShare,
        ...[row.lift, row.low, row.high, row.pAdjusted].map((value) => Number.isFinite(value) ? value : null),
        row.sameAs,
      ]),
    },
    text: factors.toString(),
  });
}

function drawnWords(drawn: number, sure: readonly FactorRow[], all: readonly FactorRow[]): string {
  if (sure.length === 0) return "Pale: none of these is more than chance would have it.";
  const told = all.filter(({ sameAs }) => sameAs !== null).length;
  const same = told > 0 ? `; ${formatCount(told)} more say nearly the same as one of these` : "";
  return `Drawn: ${formatCount(drawn)} of ${formatCount(sure.length)} factors that surely go along with it${same}.`;
}

function draw(
  rows: readonly FactorRow[],
  { share, confidence }: Factors,
  tree: FactorTree | undefined,
  width: number,
): Markup {
  const forest = drawForest(rows, share, confidence, isNarrow(width) ? PHONE : WIDE);
  const drawn = tree && (isNarrow(width) ? treeList(tree, width) : drawTree(tree));
  const top = forest.height + 26;
  return chartFrame(width, forest.height + (drawn ? 50 + drawn.height : 0), [
    markup("style", {}, differenceStyle),
    ...forest.marks,
    ...(drawn
      ? [
        mark("text", { x: 0, y: top, class: "tbc-ink", "font-weight": 600, "font-size": 13 }, "Tree"),
        mark("text", { x: 38, y: top, class: "tbc-muted" }, "share of the group after each answer"),
        mark("g", { transform: `translate(0,${top + 18})` }, ...drawn.marks),
      ]
      : []),
  ]);
}

/** Where the columns are, in pixels. On a phone names stand over their rows; when a factor is known its card tells. */
interface Columns {
  readonly width: number;
  readonly label?: number;
  readonly axis: readonly [number, number];
  readonly lift: number;
  readonly share: number;
  readonly cases: number;
  readonly known?: number;
}

const WIDE: Columns = {
  width: chartWidth,
  label: 282,
  axis: [300, 600],
  lift: 660,
  share: 734,
  cases: 800,
  known: chartWidth,
};
const PHONE: Columns = { width: phoneWidth, axis: [12, 176], lift: 222, share: 270, cases: phoneWidth };
const ROW = 26, NAME = 17, HEAD = 40;

function drawForest(
  rows: readonly FactorRow[],
  share: number,
  confidence: number,
  columns: Columns,
): { marks: Markup[]; height: number } {
  const { axis, label } = columns;
  const each = ROW + (label === undefined ? NAME : 0);
  const ends = rows.flatMap(({ low, high }) => [low, high]).filter((value) => value > 0 && Number.isFinite(value));
  const most = tickAfter(Math.max(1.2, ...ends)), least = Math.max(0.02, tickBefore(Math.min(0.9, ...ends)));
  const [from, to] = [Math.log(least), Math.log(most)];
  const x = (lift: number) => {
    const at = (Math.log(Math.min(most, Math.max(least, lift))) - from) / (to - from);
    return axis[0] + at * (axis[1] - axis[0]);
  };
  const bottom = HEAD + rows.length * each;
  const note = (at: number, y: number, anchor: string, words: string) =>
    mark("text", { x: at, y, class: "tbc-muted", "text-anchor": anchor }, words);
  const spaced: number[] = [];
  // The most telling first; each where it has room.
  for (const tick of [1, 2, 0.5, 4, 0.25, 10, 0.1, 3, 1.5, 0.75, 6, 20, 50, 100, 1000, 0.05, 0.02]) {
    if (tick < least || tick > most || spaced.some((other) => Math.abs(x(other) - x(tick)) < 36)) continue;
    spaced.push(tick);
  }
  return {
    height: bottom + 4,
    marks: [
      note(
        label === undefined ? 0 : axis[0],
        12,
        "start",
        `lift: times the share of all cases, ${formatShare(share)}`,
      ),
      ...([["lift", columns.lift], ["share", columns.share], ["cases", columns.cases], [
        "known",
        columns.known,
      ]] as const)
        .flatMap(([words, at]) => at === undefined ? [] : [note(at, 30, "end", words)]),
      ...spaced.flatMap((tick) => [
        mark("line", {
          x1: x(tick),
          x2: x(tick),
          y1: HEAD - 4,
          y2: bottom,
          class: tick === 1 ? "tbc-whisker" : "tbc-line",
          "stroke-width": 1,
        }),
        note(x(tick), 30, "middle", `${tick}×`),
      ]),
      ...rows.map((row, i) =>
        drawRow(row, columns, HEAD + (i + 1) * each - ROW / 2, x, row.pAdjusted <= 1 - confidence)
      ),
    ],
  };
}

const TICKS = [0.02, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 10, 20, 50, 100, 1000];

function tickAfter(value: number): number {
  return TICKS.find((tick) => tick >= value) ?? TICKS[TICKS.length - 1]!;
}

function tickBefore(value: number): number {
  return TICKS.findLast((tick) => tick <= value) ?? TICKS[0]!;
}

function drawRow(
  row: FactorRow,
  { width, label, lift, share, cases, known }: Columns,
  y: number,
  x: (lift: number) => number,
  sure: boolean,
): Markup {
  const height = ROW + (label === undefined ? NAME : 0);
  const colour = row.lift >= 1 ? groupColours.b : groupColours.a;
  const name = factorName(row).replace(/[\t\n\r]+/g, " ");
  const facts = [
    ["Of its cases", `${formatShare(row.share)} of ${formatCount(row.cases)}`],
    ["Of the others", formatShare(row.otherShare)],
    ["Lift", `${times(row.lift)} (${times(row.low)} to ${times(row.high)})`],
    ["p, adjusted", pWords(row.pAdjusted)],
    ["Known", row.known === "start" ? "at the start" : "on the way"],
    ...(row.sameAsOutcome ? [["Beware", "nearly the group by another name"]] : []),
  ];
  const cell = (at: number, words: string, kind = "tbc-ink tbc-num") =>
    mark("text", { x: at, y: y + 4, class: kind, "text-anchor": "end" }, words);
  return mark(
    "g",
    { class: sure ? undefined : pale },
    mark("title", {}, [name, ...facts.map((cells) => cells.join("\t"))].join("\n")),
    mark("rect", { x: 0, y: y + ROW / 2 - height, width, height, fill: "transparent" }),
    label === undefined
      ? mark("text", { x: 0, y: y - 12, class: "tbc-ink tbd-halo" }, clipText(name, TEXT, width))
      : cell(label, clipText(name, TEXT, label), "tbc-ink"),
    mark("line", {
      x1: x(row.low),
      x2: x(row.high),
      y1: y,
      y2: y,
      stroke: colour,
      "stroke-width": 4,
      "stroke-opacity": 0.45,
      "stroke-linecap": "round",
    }),
    mark("circle", { cx: x(row.lift), cy: y, r: 5, fill: colour }),
    cell(lift, `${times(row.lift)}×`),
    cell(share, formatShare(row.share)),
    cell(cases, formatCount(row.cases)),
    ...(known === undefined ? [] : [cell(known, row.known === "start" ? "at start" : "on the way", "tbc-muted")]),
  );
}
