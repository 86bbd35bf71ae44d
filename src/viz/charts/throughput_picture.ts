/** The pictures of throughput times: one histogram, or several over one another on one axis. */
import * as Plot from "@observablehq/plot";
import type { Summary } from "../../base/statistics/summary.ts";
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { textWidth } from "../../base/text_width.ts";
import { isNarrow, TEXT } from "../kit/chart_frame.ts";
import { binPosition, type DurationBins } from "../kit/duration_bins.ts";
import { clipText } from "../kit/fit_text.ts";
import { signal } from "../kit/frame.ts";
import { plotText } from "../kit/plot_chart.ts";
import { light } from "../kit/theme.ts";
import { BOLD } from "../kit/wrap_text.ts";

export interface TimedCases {
  readonly name: string;
  readonly summary: Summary;
  /** Cases in each bin, the overflow last. */
  readonly counts: Float64Array;
}

interface Bar {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly overflow: boolean;
  readonly title: string;
}

const OVERFLOW_GAP = 0.4;

/** Bars at positions 0, 1, 2 …; the overflow stands apart by half a bar. */
function bars({ name, counts, summary }: TimedCases, bins: DurationBins, named = false): Bar[] {
  const regular = bins.edges.length - 1;
  return Array.from(counts, (count, i) => {
    const overflow = i === regular;
    const at = overflow ? i + OVERFLOW_GAP : i;
    const cases = `${countOf(count, "case")} (${formatShare(summary.count ? count / summary.count : 0)})`;
    return {
      x1: at,
      x2: at + 1,
      y: count,
      overflow,
      title: named ? `${name}\n${binName(i, bins)}\t${cases}` : `${binName(i, bins)}\n${cases}`,
    };
  });
}

/** Bars in the inks of the page, the overflow in a quieter one. */
function barMarks(data: readonly Bar[], facet: { fy?: string } = {}) {
  return [{ overflow: false, className: "tbc-bar" }, { overflow: true, className: "tbc-aside" }]
    .map(({ overflow, className }) =>
      Plot.rectY(data.filter((bar) => bar.y > 0 && bar.overflow === overflow), {
        ...facet,
        x1: "x1",
        x2: "x2",
        y: "y",
        insetLeft: 0.5,
        insetRight: 0.5,
        title: "title",
        className,
      })
    );
}

export function binName(i: number, { edges, overflow }: DurationBins): string {
  if (overflow && i === edges.length - 1) return `${formatDuration(edges[i])} and longer`;
  return `${formatDuration(edges[i])} to ${formatDuration(edges[i + 1])}`;
}

function xDomain(bins: DurationBins): [number, number] {
  return [0, bins.edges.length - 1 + (bins.overflow ? 1 + OVERFLOW_GAP : 0)];
}

function position(seconds: number, bins: DurationBins): number {
  const at = binPosition(seconds, bins);
  return bins.overflow && at > bins.edges.length - 1 ? at + OVERFLOW_GAP : at;
}

/** Edges that get a tick: as many as their labels leave room for. */
function ticks(bins: DurationBins, width: number): number[] {
  const [, end] = xDomain(bins);
  const labels = bins.edges.map((edge) => textWidth(formatDuration(edge), TEXT) + 12);
  // The overflow's own label stands under its bar, and is as wide to the left as to the right.
  const taken = bins.overflow ? textWidth(overflowName(bins), TEXT) / 2 + 10 : 0;
  const last = bins.overflow ? bins.edges.length - 1 + OVERFLOW_GAP + 0.5 - taken / (width / end) : end;
  for (const every of [1, 2, 3, 4, 5, 6, 8, 10, 12, 20, 50]) {
    const chosen = bins.edges.map((_, i) => i).filter((i) =>
      i % every === 0 && i + labels[i]! / 2 / (width / end) <= last + (bins.overflow ? 0 : 1)
    );
    if (Math.max(0, ...chosen.map((i) => labels[i]!)) <= every * width / end) return chosen;
  }
  return [0];
}

function overflowName({ edges }: DurationBins): string {
  return `≥ ${formatDuration(edges.at(-1))}`;
}

/** @param facet Facet that the axis stands under: the last one. */
function xAxis(bins: DurationBins, width: number, facet?: string) {
  return [
    Plot.axisX(ticks(bins, width), {
      tickFormat: (i: number) => formatDuration(bins.edges[i]),
      tickSize: 4,
      label: null,
      fill: "currentColor",
      fillOpacity: 0.75,
    }),
    ...(bins.overflow
      ? [Plot.text([bins.edges.at(-1)], {
        ...(facet === undefined ? {} : { fy: () => facet }),
        x: () => bins.edges.length - 1 + OVERFLOW_GAP + 0.5,
        text: () => overflowName(bins),
        frameAnchor: "bottom",
        dy: 18,
        fill: "currentColor",
        fillOpacity: 0.75,
      })]
      : []),
  ];
}

export function oneHistogram(group: TimedCases, bins: DurationBins, wide: number): string {
  const marginLeft = isNarrow(wide) ? 40 : 48, marginRight = 24;
  const width = wide - marginLeft - marginRight;
  const [, end] = xDomain(bins);
  // The lower words stand left of the line of the upper ones, or end before it: so no line crosses words.
  const upper = position(group.summary.p90, bins) / end * width;
  const marks = [
    {
      at: group.summary.p90,
      words: `90 % within ${formatDuration(group.summary.p90)}`,
      dy: -26,
      to: width + marginRight,
    },
    { at: group.summary.median, words: `median ${formatDuration(group.summary.median)}`, dy: -11, to: upper },
  ].filter(({ at }) => !Number.isNaN(at)).map(({ at, words, dy, to }) => {
    const x = position(at, bins), room = x / end * width, needs = textWidth(words, TEXT) + 8;
    return { x, words, dy, left: room + needs > to && room + marginLeft > needs };
  });
  const most = Math.max(...group.counts, 1);
  return plotText({
    width: wide,
    height: isNarrow(wide) ? 240 : 280,
    marginLeft,
    marginRight,
    marginTop: 56,
    marginBottom: 30,
    x: { domain: xDomain(bins), axis: null },
    y: { label: null, grid: true, ticks: Math.min(5, most), tickFormat: (n: number) => formatCount(n), nice: true },
    marks: [
      Plot.text([{}], {
        frameAnchor: "top-left",
        dx: -marginLeft + 4,
        dy: -50,
        text: () => "cases",
        fillOpacity: 0.75,
      }),
      ...barMarks(bars(group, bins)),
      Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.5 }),
      ...xAxis(bins, width),
      ...marks.map(({ x, dy }) => Plot.ruleX([x], { stroke: signal, strokeWidth: 1.5, insetTop: dy - 3 })),
      ...marks.map(({ x, words, dy, left }) =>
        Plot.text([x], {
          x: (d: number) => d,
          text: () => words,
          frameAnchor: "top",
          textAnchor: left ? "end" : "start",
          dx: left ? -5 : 5,
          dy,
          lineAnchor: "middle",
          // A line that has to cross words all the same goes behind them.
          fill: "currentColor",
          stroke: `var(--back,${light.background})`,
          strokeWidth: 4,
        })
      ),
    ],
  });
}

/**
 * Histograms over one another: the same bins, and heights that are shares of each group's own cases on one scale, so that
 * groups of different sizes can be compared.
 */
export function manyHistograms(groups: readonly TimedCases[], bins: DurationBins, wide: number): string {
  const narrow = isNarrow(wide);
  const names = groups.map(({ name }) => name);
  const marginLeft = 44, marginRight = 24, words = narrow ? 56 : 38, key = 16;
  const width = wide - marginLeft - marginRight;
  const shareOf = (group: TimedCases) => (bar: Bar) => ({
    ...bar,
    y: group.summary.count > 0 ? bar.y / group.summary.count : 0,
    group: group.name,
  });
  const data = groups.flatMap((group) => bars(group, bins, true).map(shareOf(group)));
  const highest = Math.max(...data.map(({ y }) => y), 1e-9);
  const points = groups.map(({ name, summary }) => {
    const facts = `${countOf(summary.count, "case")}, median ${formatDuration(summary.median)}, 90 % within ${
      formatDuration(summary.p90)
    }`;
    const room = wide - (narrow ? 0 : textWidth(facts, TEXT) + 16);
    return {
      group: name,
      facts,
      median: position(summary.median, bins),
      p90: position(summary.p90, bins),
      label: clipText(name, TEXT, room / BOLD),
    };
  });
  const facet = words + 76;
  const text = { fy: "group", frameAnchor: "top-left", textAnchor: "start", dx: -marginLeft } as const;
  return plotText({
    width: wide,
    height: groups.length * facet + 30 + key,
    marginLeft,
    marginRight,
    marginTop: key,
    marginBottom: 30,
    insetTop: words,
    x: { domain: xDomain(bins), axis: null },
    y: { domain: [0, highest], axis: null },
    fy: { domain: names, axis: null, padding: 0 },
    marks: [
      Plot.gridY({ ticks: 2 }),
      Plot.axisY({ ticks: 2, tickFormat: (y: number) => formatShare(y), label: null, tickSize: 0, fillOpacity: 0.75 }),
      ...barMarks(data, { fy: "group" }),
      Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.5 }),
      ...xAxis(bins, width, names.at(-1)!),
      Plot.ruleX(points, { fy: "group", x: "median", stroke: signal, strokeWidth: 2, insetTop: words - 4 }),
      Plot.ruleX(points, {
        fy: "group",
        x: "p90",
        stroke: signal,
        strokeWidth: 1.5,
        strokeDasharray: "3 3",
        insetTop: words - 4,
      }),
      Plot.text(points, { ...text, text: "label", dy: 16, fontWeight: 600, title: "group" }),
      Plot.text(points, {
        ...text,
        ...(narrow ? { dy: 33 } : { frameAnchor: "top-right", textAnchor: "end", dx: marginRight, dy: 16 }),
        text: "facts",
        fillOpacity: 0.75,
      }),
      Plot.text([{ group: names[0] }], {
        ...text,
        dy: -key + 1,
        text: () => "share of the group's cases",
        fillOpacity: 0.75,
      }),
      Plot.text([{ group: names[0] }], {
        ...text,
        frameAnchor: "top-right",
        textAnchor: "end",
        dx: marginRight,
        dy: -key + 1,
        text: () => narrow ? "│ median  ┆ 90 %" : "│ median   ┆ 90 % of the cases within",
        fill: signal,
      }),
    ],
  });
}
