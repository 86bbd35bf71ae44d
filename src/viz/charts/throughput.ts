/** How long cases take, as a histogram. */
import * as Plot from "@observablehq/plot";
import type { EventLog } from "../../log/events/event_log.ts";
import { groupCases } from "../../mining/group_cases.ts";
import { caseDurations } from "../../mining/throughput.ts";
import { summarise, type Summary } from "../../base/statistics/summary.ts";
import { logCaption } from "../kit/caption.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import { binPosition, countInBins, type DurationBins, durationBins, type DurationScale } from "../kit/duration_bins.ts";
import { chartWidth, signal } from "../kit/frame.ts";
import { oneOf, wholeNumber } from "../kit/options.ts";
import { plotText } from "../kit/plot_chart.ts";
import { textWidth } from "../../base/text_width.ts";
import { clipText } from "../kit/fit_text.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";

export interface ThroughputViewOptions {
  /** Case attribute: a histogram for each of its values, the largest groups first. */
  by?: string;
  /** About how many bins of equal width, 2 to 100. @default 24 */
  bins?: number;
  /**
   * `linear`: equal bins, and one for the longest cases where they would squeeze the rest; `growing`: each bin about
   * twice as wide as the one before; `auto`: whichever shows more. @default "auto"
   */
  scale?: DurationScale;
  /** Most groups shown. @default 8 */
  top?: number;
}

interface Bar {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly overflow: boolean;
  readonly title: string;
}

interface Group {
  readonly name: string;
  readonly seconds: Float64Array;
  readonly summary: Summary;
  readonly counts: Float64Array;
}

/**
 * The distribution of throughput times: from the first start or event of a case to its last event.
 *
 * Median and 90th percentile are marked. Bins have round widths that suit the log; the caption says where they grow, and
 * the last bin where it holds everything longer.
 *
 * @throws InputError if the log has no attribute `by`, or an option is out of its range.
 * @example
 * ```ts
 * import { readLog, viewThroughput } from "tracebook";
 * viewThroughput(await readLog("data/order-to-cash.csv"), { by: "region" });
 * ```
 */
export function viewThroughput(log: EventLog, options: ThroughputViewOptions = {}): Figure {
  requireEventLog(log);
  requireTimes(log, "a picture of throughput times");
  const count = wholeNumber("bins", options.bins ?? 24, 2, 100);
  const scale = oneOf("scale", options.scale ?? "auto", ["auto", "linear", "growing"]);
  const top = wholeNumber("top", options.top ?? 8, 1, 40);
  const { by } = options;
  const seconds = caseDurations(log);
  const bins = durationBins(seconds.slice().sort(), count, scale);
  const all = groupCases(log, by).map(({ group, cases }): Group => {
    const values = Float64Array.from(cases, (c) => seconds[c]!);
    return { name: group, seconds: values, summary: summarise(values), counts: countInBins(values, bins) };
  });
  const groups = all.slice(0, top);
  return figure({
    kind: "throughput",
    behaviour: "picture",
    title: by === undefined ? "Throughput times" : `Throughput times by ${by}`,
    caption: captionOf(log, bins, by, all.length - groups.length),
    svg: by === undefined ? single(groups[0]!, bins) : multiples(groups, bins),
    alt: altText(groups, by),
    table: {
      columns: ["group", "cases", "mean seconds", "median seconds", "p90 seconds", "min seconds", "max seconds"],
      rows: all.map(({ name, summary: s }) => [name, s.count, s.mean, s.median, s.p90, s.min, s.max]),
    },
    text: textOf(all, bins, by),
  });
}

function captionOf(log: EventLog, bins: DurationBins, by: string | undefined, left: number): string {
  const shape = bins.growing
    ? "Bins grow from left to right."
    : `Bins of ${formatDuration(bins.edges[1]! - bins.edges[0]!)}.`;
  const overflow = bins.overflow
    ? ` The last bar holds all cases of ${formatDuration(bins.edges.at(-1))} and longer.`
    : "";
  const heights = by === undefined ? "" : " Each group's bars are drawn to its own highest.";
  const others = left > 0 ? ` ${countOf(left, "smaller group")} not drawn (in the table).` : "";
  return `From the first event of a case to its last. ${shape}${overflow}${heights}${others} ${logCaption(log)}`;
}

/** Bars at positions 0, 1, 2 …; the overflow stands apart by half a bar. */
function bars(counts: Float64Array, bins: DurationBins, total: number, unit = 1): Bar[] {
  const regular = bins.edges.length - 1;
  return Array.from(counts, (count, i) => {
    const overflow = i === regular;
    const at = overflow ? i + OVERFLOW_GAP : i;
    return {
      x1: at,
      x2: at + 1,
      y: count / unit,
      overflow,
      title: `${binName(i, bins)}\n${countOf(count, "case")} (${formatShare(total ? count / total : 0)})`,
    };
  });
}

const OVERFLOW_GAP = 0.4;

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

function binName(i: number, { edges, overflow }: DurationBins): string {
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
  const labels = bins.edges.map((edge) => textWidth(formatDuration(edge), 11) + 14);
  for (const every of [1, 2, 3, 4, 5, 6, 8, 10, 12, 20, 50]) {
    // The last edge would stand too close to the overflow's own label.
    const chosen = bins.edges.map((_, i) => i).slice(0, bins.overflow ? -1 : undefined).filter((i) => i % every === 0);
    if (Math.max(...chosen.map((i) => labels[i]!)) <= every * width / end) return chosen;
  }
  return [0];
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
        text: (edge: number) => `≥ ${formatDuration(edge)}`,
        frameAnchor: "bottom",
        dy: 18,
        fill: "currentColor",
        fillOpacity: 0.75,
      })]
      : []),
  ];
}

function single(group: Group, bins: DurationBins): string {
  const marginLeft = 48, marginRight = 24;
  const width = chartWidth - marginLeft - marginRight;
  const data = bars(group.counts, bins, group.seconds.length);
  const marks = [
    { at: group.summary.median, words: `median ${formatDuration(group.summary.median)}`, dy: -24 },
    { at: group.summary.p90, words: `90 % within ${formatDuration(group.summary.p90)}`, dy: -10 },
  ].filter(({ at }) => !Number.isNaN(at)).map((mark) => ({ ...mark, x: position(mark.at, bins) }));
  const [, end] = xDomain(bins);
  const right = (x: number) => x > end * 0.75;
  const most = Math.max(...group.counts, 1);
  return plotText({
    height: 280,
    marginLeft,
    marginRight,
    marginTop: 40,
    marginBottom: 30,
    x: { domain: xDomain(bins), axis: null },
    y: { label: null, grid: true, ticks: Math.min(5, most), tickFormat: (n: number) => formatCount(n), nice: true },
    marks: [
      Plot.text([{}], {
        frameAnchor: "top-left",
        dx: -marginLeft + 4,
        dy: -36,
        text: () => "cases",
        fillOpacity: 0.75,
      }),
      ...barMarks(data),
      Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.5 }),
      ...xAxis(bins, width),
      ...marks.flatMap(({ x, words, dy }) => [
        Plot.ruleX([x], { stroke: signal, strokeWidth: 1.5, insetTop: dy - 2 }),
        Plot.text([x], {
          x: (d: number) => d,
          text: () => words,
          frameAnchor: "top",
          textAnchor: right(x) ? "end" : "start",
          dx: right(x) ? -5 : 5,
          dy,
          lineAnchor: "middle",
        }),
      ]),
    ],
  });
}

function multiples(groups: readonly Group[], bins: DurationBins): string {
  const names = groups.map(({ name }) => name);
  const marginLeft = 190, marginRight = 24;
  const width = chartWidth - marginLeft - marginRight;
  const data = groups.flatMap((group) =>
    bars(group.counts, bins, group.seconds.length, Math.max(...group.counts, 1))
      .map((bar) => ({ ...bar, group: group.name }))
  );
  const points = groups.map(({ name, summary, seconds }) => ({
    group: name,
    median: position(summary.median, bins),
    p90: position(summary.p90, bins),
    label: clipText(name, 11, marginLeft - 36),
    facts: `${countOf(seconds.length, "case")}\nmedian ${formatDuration(summary.median)}\n90 % within ${
      formatDuration(summary.p90)
    }`,
  }));
  const facet = 76;
  return plotText({
    height: groups.length * facet + 46,
    marginLeft,
    marginRight,
    marginTop: 16,
    marginBottom: 30,
    x: { domain: xDomain(bins), axis: null },
    y: { axis: null },
    fy: { domain: names, axis: null, padding: 0.22 },
    marks: [
      ...barMarks(data, { fy: "group" }),
      Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.5 }),
      ...xAxis(bins, width, names.at(-1)!),
      Plot.ruleX(points, { fy: "group", x: "median", stroke: signal, strokeWidth: 1.5 }),
      Plot.ruleX(points, { fy: "group", x: "p90", stroke: signal, strokeWidth: 1.5, strokeDasharray: "3 3" }),
      Plot.text(points, {
        fy: "group",
        text: "label",
        frameAnchor: "top-left",
        dx: -marginLeft + 4,
        textAnchor: "start",
        fontWeight: 600,
        title: "group",
      }),
      Plot.text(points, {
        fy: "group",
        text: "facts",
        frameAnchor: "top-left",
        dx: -marginLeft + 4,
        dy: 15,
        textAnchor: "start",
        lineHeight: 1.25,
        fillOpacity: 0.75,
      }),
    ],
  });
}

function altText(groups: readonly Group[], by: string | undefined): string {
  const words = groups.slice(0, 8).map(({ name, summary: s, seconds }) =>
    `${by === undefined ? "" : `${name}: `}${countOf(seconds.length, "case")}, median ${formatDuration(s.median)}, ` +
    `90 % within ${formatDuration(s.p90)}, longest ${formatDuration(s.max)}`
  );
  return `Histogram${by === undefined ? "" : `s by ${by}`} of throughput times. ${words.join("; ")}.`;
}

function textOf(groups: readonly Group[], bins: DurationBins, by: string | undefined): string {
  const summary = textTable([
    [by ?? "", "cases", "mean", "median", "p90", "min", "max"],
    ...groups.map(({ name, summary: s }) => [
      name,
      formatCount(s.count),
      ...[s.mean, s.median, s.p90, s.min, s.max].map((value) => formatDuration(value)),
    ]),
  ]);
  if (by !== undefined || groups.length === 0) return summary;
  const { counts } = groups[0]!;
  const most = Math.max(...counts, 1);
  const histogram = textTable(
    Array.from(counts, (count, i) => [binName(i, bins), formatCount(count), "█".repeat(Math.ceil(count / most * 40))]),
    { left: [0, 2] },
  );
  return `${summary}\n${histogram}`;
}
