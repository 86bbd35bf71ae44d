/** The picture of a performance spectrum: a band a step, from the line of its activity to that of the next one. */
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { textWidth } from "../../base/text_width.ts";
import type { PerformanceSpectrum, SpectrumRow } from "../../mining/spectrum/performance_spectrum.ts";
import type { Passages } from "../../mining/spectrum/passages.ts";
import { chartFrame, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { clipText } from "../kit/fit_text.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { neutral } from "../kit/palette.ts";
import { mark, rounded } from "../kit/svg.ts";
import { ticksOver } from "../kit/time_ticks.ts";
import { BOLD, boldWidth, wrapText } from "../kit/wrap_text.ts";
import { drawLegend } from "./legend.ts";
import { CLASSES, type SpectrumBin, spectrumBins, type SpectrumCount } from "./spectrum_bins.ts";
import { type SpectrumLines, spectrumLines } from "./spectrum_lines.ts";
import { binInWords, binWidth, timeBins } from "./time_bins.ts";

export interface SpectrumParts {
  readonly spectrum: PerformanceSpectrum;
  readonly rows: readonly SpectrumRow[];
  /** Milliseconds UTC of the first begin and the last end of a passage. */
  readonly from: number;
  readonly to: number;
  readonly as: "lines" | "bars";
  readonly count: SpectrumCount;
}

export interface DrawnSpectrum {
  readonly picture: Markup;
  /** Most passages that a line stands for; 1 of bars. */
  readonly most: number;
}

/** By class. Blue is fast and red is slow, in steps that colour-blind readers can tell apart on light and dark paper. */
export const CLASS_INKS = ["#3f74b8", "#76b5dc", "#f0a04b", "#cf3d31", neutral];
export const CLASS_NAMES = [
  "fastest quarter of its step",
  "second quarter",
  "third quarter",
  "slowest quarter",
  "as long as usual",
];
/** The slow ones are drawn first: they cover most, and the others can be seen on them. */
const DRAWN = [3, 2, 4, 1, 0];
const AXIS = 22, TITLE = 18, NAME_LINE = 15, MOST_NAME = 170;
/** Characters of all lines, and bins that tell what is in them. */
const LINES_WIDE = 58_000, LINES_NARROW = 32_000, BINS_WIDE = 320, BINS_NARROW = 150;

export function drawSpectrum(parts: SpectrumParts, width: number): DrawnSpectrum {
  const { spectrum: { segments, path }, from, to } = parts;
  const narrow = isNarrow(width), n = segments.length;
  const left = narrow ? 0 : nameWidth(parts), room = width - left;
  const strip = narrow ? 24 : 0, band = bandHeight(n, narrow);
  const topOf = (k: number) => (narrow ? 4 : 10) + k * (band + strip) + strip;
  const bottom = topOf(n - 1) + band + (narrow ? 22 : 0);
  const at = (time: number) => to > from ? (time - from) / (to - from) * room : room / 2;
  const edges = timeBins(from, to, Math.max(8, Math.min(90, Math.floor((narrow ? BINS_NARROW : BINS_WIDE) / n))));
  const binned = segments.map((segment) => spectrumBins(segment, edges, parts.as === "bars" ? parts.count : "begun"));
  const lines = parts.as === "lines" ? fittingLines(segments, at, band, narrow ? LINES_NARROW : LINES_WIDE) : undefined;
  const highest = Math.max(1, ...binned.flatMap((bins) => bins.map(({ total }) => total)));
  const drawn = segments.map((_, k) =>
    mark(
      "g",
      { transform: `translate(${left},${rounded(topOf(k))})` },
      ...(lines ? drawLines(lines[k]!) : drawBars(binned[k]!, edges, at, room, band, highest)),
      ...drawTips(parts, k, binned[k]!, edges, at, room, band),
    )
  );
  const ticks = ticksOver(from, to, at, room);
  const { marks: keys, bottom: end } = drawLegend(legendOf(segments), bottom + AXIS + TITLE + 8, width);
  const picture = chartFrame(width, end, [
    ...segments.flatMap((_, k) =>
      ticks.map(({ x }) =>
        mark("line", { x1: left + x, x2: left + x, y1: topOf(k), y2: topOf(k) + band, class: "tbc-line" })
      )
    ),
    ...drawn,
    ...path.flatMap((name, k) => {
      const above = k === 0 ? undefined : topOf(k - 1) + band, below = k === n ? undefined : topOf(k);
      return drawActivity(name, above, below, narrow, left, width);
    }),
    ...parts.rows.flatMap((row, k) => drawFacts(row, narrow, width, topOf(k), band)),
    ...ticks.map(({ x, text }) =>
      mark("text", { x: left + x, y: bottom + 16, "text-anchor": "middle", class: "tbc-muted tbc-num" }, text)
    ),
    mark("text", { x: width, y: bottom + AXIS + 12, "text-anchor": "end", class: "tbc-muted" }, "time (UTC)"),
    ...(lines ? [] : [mark("text", { x: 0, y: bottom + AXIS + 12, class: "tbc-muted" }, barNote(highest, edges))]),
    ...keys,
  ]);
  return { picture, most: lines ? Math.max(...lines.map(({ most }) => most)) : 1 };
}

function barNote(highest: number, edges: readonly number[]): string {
  return `a bar is ${binWidth(edges)}, the highest ${formatCount(highest)}`;
}

function bandHeight(steps: number, narrow: boolean): number {
  return Math.round(Math.max(56, Math.min(narrow ? 84 : 110, 480 / steps)));
}

function nameWidth({ spectrum: { path }, rows }: SpectrumParts): number {
  const facts = Math.max(...rows.flatMap((row) => factsOf(row).map((text) => textWidth(text, TEXT))));
  const names = Math.max(...path.map((name) => boldWidth(name, TEXT)));
  return Math.ceil(Math.max(facts, Math.min(names, MOST_NAME)) + 12);
}

/** The finest lines that the output has room for. */
function fittingLines(
  segments: readonly Passages[],
  at: (time: number) => number,
  band: number,
  most: number,
): SpectrumLines[] {
  for (let step = 1;; step++) {
    const lines = segments.map((segment) => spectrumLines(segment, at, band, step));
    if (lines.reduce((sum, { paths }) => sum + paths.join("").length, 0) <= most) return lines;
  }
}

function drawLines({ paths, lines }: SpectrumLines): Markup[] {
  const opacity = lines > 1500 ? 0.5 : lines > 300 ? 0.65 : 0.85;
  return DRAWN.filter((k) => paths[k] !== "").map((k) =>
    mark("path", { d: paths[k], fill: "none", stroke: CLASS_INKS[k], "stroke-opacity": opacity, "stroke-width": 1 })
  );
}

/** Bars on the line of the next activity, the fast below the slow; one scale for all steps. */
function drawBars(
  bins: readonly SpectrumBin[],
  edges: readonly number[],
  at: (time: number) => number,
  room: number,
  band: number,
  highest: number,
): Markup[] {
  const scale = (band - 6) / highest;
  const paths = new Array<string>(CLASSES).fill("");
  bins.forEach(({ counts }, b) => {
    const { x, width } = binBox(edges, b, at, room);
    const gap = width > 4 ? 1 : 0;
    let y = band;
    for (const k of [0, 1, 4, 2, 3]) {
      const tall = counts[k]! * scale;
      if (tall === 0) continue;
      y -= tall;
      paths[k] += `M${rounded(x)} ${rounded(y)}h${rounded(width - gap)}v${rounded(tall)}h${rounded(gap - width)}z`;
    }
  });
  return paths.flatMap((d, k) => d === "" ? [] : [mark("path", { d, fill: CLASS_INKS[k] })]);
}

/** The first and the last bin end where the axis does. */
function binBox(edges: readonly number[], b: number, at: (time: number) => number, room: number) {
  const x = Math.max(0, Math.min(room, at(edges[b]!))), end = Math.max(0, Math.min(room, at(edges[b + 1]!)));
  return { x, width: Math.max(0, end - x) };
}

/** What is pointed at: the passages of a step in a bin of time. */
function drawTips(
  { spectrum: { segments }, as, count }: SpectrumParts,
  k: number,
  bins: readonly SpectrumBin[],
  edges: readonly number[],
  at: (time: number) => number,
  room: number,
  band: number,
): Markup[] {
  const { from, to } = segments[k]!;
  const what = as === "lines" || count === "begun" ? "begun" : count === "ended" ? "ended" : "under way";
  return bins.flatMap(({ counts, total, median }, b) => {
    const { x, width } = binBox(edges, b, at, room);
    if (total === 0 || width === 0) return [];
    const words = [
      `${from} → ${to}`,
      `${what}\t${binInWords(edges[b]!, edges[b + 1]!)}`,
      `passages\t${formatCount(total)}`,
      ...(Number.isNaN(median) ? [] : [`median\t${formatDuration(median)}`]),
      `in the slowest quarter\t${formatShare(counts[3]! / total)}`,
    ];
    return [mark(
      "rect",
      { x, y: 0, width, height: band, fill: "#888", "fill-opacity": 0, class: "tbc-tip" },
      markup("title", {}, words.join("\n")),
    )];
  });
}

/**
 * The line of an activity and its name: at the left, or on a phone between the line of the band above and that of the
 * band below.
 */
function drawActivity(
  name: string,
  above: number | undefined,
  below: number | undefined,
  narrow: boolean,
  left: number,
  width: number,
): Markup[] {
  const lines = [...new Set([above, below])].flatMap((y) =>
    y === undefined ? [] : [mark("line", { x1: left, x2: width, y1: y, y2: y, class: "tbc-whisker" })]
  );
  const words = (text: string, y: number, dy?: string) =>
    mark("text", { x: 0, y, dy, class: "tbc-ink", "font-weight": 600 }, text);
  if (narrow) {
    return [...lines, words(clipText(name, TEXT * BOLD, width * 0.6), above === undefined ? below! - 8 : above + 16)];
  }
  const wrapped = wrapText(name, TEXT, left - 12, 2), y = above ?? below!;
  return [...lines, ...wrapped.map((text, i) => words(text, y + (i - (wrapped.length - 1) / 2) * NAME_LINE, "0.35em"))];
}

function factsOf({ passages, medianSeconds, overtakenShare }: SpectrumRow): string[] {
  return passages === 0
    ? ["no passage"]
    : [`median ${formatDuration(medianSeconds)}`, `${formatShare(overtakenShare)} overtaken`];
}

/** At the left of a band, or above it on a phone. */
function drawFacts(row: SpectrumRow, narrow: boolean, width: number, top: number, band: number): Markup[] {
  const facts = factsOf(row);
  if (narrow) return [mark("text", { x: width, y: top - 8, "text-anchor": "end", class: "tbc-muted" }, facts[0]!)];
  const lines = facts.slice(0, band < 76 ? 1 : 2);
  return lines.map((text, i) =>
    mark("text", {
      ...{ x: 0, y: top + band / 2 + (i - (lines.length - 1) / 2) * NAME_LINE, dy: "0.35em", class: "tbc-muted" },
    }, text)
  );
}

function legendOf(segments: readonly Passages[]) {
  const counts = new Float64Array(CLASSES);
  for (const { classes } of segments) for (const k of classes) counts[k]!++;
  return CLASS_NAMES.map((name, k) => ({
    name,
    ink: CLASS_INKS[k]!,
    title: `${name}\npassages\t${countOf(counts[k]!, "passage")}`,
  })).filter((_, k) => k < 4 || counts[k]! > 0);
}
