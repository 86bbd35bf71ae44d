/** Arrivals, completions, cases in progress and times over time, on one axis. */
import * as Plot from "@observablehq/plot";
import { countOf, formatCount, formatDate, formatDuration } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { type ProgressRow, type WorkInProgress, workInProgress, type WorkInProgressOptions } from "../../mining/mod.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { logCaption } from "../kit/caption.ts";
import { forBothWidths, isNarrow } from "../kit/chart_frame.ts";
import { signal } from "../kit/frame.ts";
import { plotText } from "../kit/plot_chart.ts";

/**
 * How many cases are in progress over time, how many begin and end, and how long those that end have taken.
 *
 * @throws InputError if the log has no cases or no times.
 * @example
 * ```ts
 * import { readLog, viewWorkInProgress } from "tracebook";
 * viewWorkInProgress(await readLog("data/order-to-cash.csv"), { every: "week" });
 * ```
 */
export function viewWorkInProgress(log: EventLog, options: WorkInProgressOptions = {}): Figure {
  requireEventLog(log);
  const progress = workInProgress(log, options);
  const rows = progress.periods.rows();
  return figure({
    kind: "work-in-progress",
    behaviour: "picture",
    title: "Work in progress",
    caption: `${progress.sentence} A period is a ${progress.every}, in UTC. ${logCaption(log)}`,
    ...forBothWidths((width) => pictureOf(rows, progress.every, width)),
    alt: progress.sentence,
    table: {
      columns: ["begin", "begun", "ended", "in progress, mean", "median, seconds"],
      rows: rows.map((row) => [
        formatDate(row.begin.getTime()),
        row.arrivals,
        row.completions,
        row.inProgress,
        row.medianSeconds,
      ]),
    },
    text: textTable([
      [progress.every, "begun", "ended", "in progress", "median time"],
      ...rows.map((row) => [
        periodName(row, progress.every),
        formatCount(row.arrivals),
        formatCount(row.completions),
        formatCount(row.inProgress, 1),
        formatDuration(row.medianSeconds),
      ]),
    ]),
  });
}

function periodName({ begin }: ProgressRow, every: WorkInProgress["every"]): string {
  if (every === "month") return formatDate(begin.getTime(), "day").slice(0, 7);
  return formatDate(begin.getTime(), every === "hour" ? "minute" : "day");
}

function pictureOf(rows: readonly ProgressRow[], every: WorkInProgress["every"], width: number): string {
  const narrow = isNarrow(width);
  const data = rows.map((row, i) => {
    const next = rows[i + 1]?.begin ?? new Date(row.begin.getTime() + lengthOf(rows));
    const begun = countOf(row.arrivals, "case"), ended = countOf(row.completions, "case");
    return {
      ...row,
      next,
      middle: new Date((row.begin.getTime() + next.getTime()) / 2),
      title:
        `${every} of ${periodName(row, every)}\nin progress\t${formatCount(row.inProgress, 1)}\nbegun\t${begun}\n` +
        `ended\t${ended}\nmedian time of these\t${formatDuration(row.medianSeconds)}`,
    };
  });
  const heights = [130, 110, 100], gap = 34;
  const marginLeft = narrow ? 44 : 56, marginRight = 12;
  const most = Math.max(1, ...rows.map(({ inProgress }) => inProgress));
  const flow = Math.max(1, ...rows.map((row) => Math.max(row.arrivals, row.completions)));
  const known = rows.map(({ medianSeconds }) => medianSeconds).filter((seconds) => !Number.isNaN(seconds));
  const slowest = Math.max(1, ...known);
  // Three scales on one axis of time: each panel maps its own values to pixels, from the top.
  const tops = heights.map((_, p) => heights.slice(0, p).reduce((a, b) => a + b + gap, 0) + 20);
  const total = tops[2]! + heights[2]!;
  const at = (panel: number, share: number) => tops[panel]! + heights[panel]! * (1 - share);
  const ticks = [
    ...[0, most].map((value) => ({ y: at(0, value / most), text: formatCount(value, value < 10 ? 1 : 0) })),
    ...[-1, 0, 1].map((value) => ({ y: at(1, (value + 1) / 2), text: formatCount(Math.abs(value) * flow) })),
    ...[0, slowest].map((value) => ({ y: at(2, value / slowest), text: formatDuration(value) })),
  ];
  const headings = ["cases in progress", "cases begun (up) and ended (down)", "median time of cases that ended"];
  return plotText({
    width,
    height: total + 32,
    ...{ marginLeft, marginRight, marginTop: 0, marginBottom: 32 },
    x: { type: "utc", domain: [data[0]!.begin, data.at(-1)!.next], axis: null },
    y: { domain: [total, 0], axis: null },
    marks: [
      Plot.axisX({ ticks: narrow ? 3 : 7, label: null, tickSize: 4 }),
      Plot.text(headings, {
        frameAnchor: "left",
        ...{ y: (_: string, p: number) => tops[p]! - 12, textAnchor: "start", dx: -marginLeft + 2, fontWeight: 600 },
        text: (d: string) => d,
        fill: "currentColor",
      }),
      Plot.ruleY(ticks, { y: "y", stroke: "currentColor", strokeOpacity: 0.15 }),
      Plot.text(ticks, {
        ...{ frameAnchor: "left", y: "y", text: "text", textAnchor: "end", dx: -6 },
        fill: "currentColor",
        fillOpacity: 0.75,
      }),
      Plot.rect(data, {
        ...{ x1: "begin", x2: "next", y1: at(0, 0), y2: (d: ProgressRow) => at(0, d.inProgress / most) },
        className: "tbc-bar",
        insetRight: gapOf(rows.length, width),
      }),
      Plot.rect(data, {
        ...{ x1: "begin", x2: "next", y1: at(1, 0.5), y2: (d: ProgressRow) => at(1, 0.5 + d.arrivals / flow / 2) },
        className: "tbc-bar",
        insetRight: gapOf(rows.length, width),
      }),
      Plot.rect(data, {
        ...{ x1: "begin", x2: "next", y1: at(1, 0.5), y2: (d: ProgressRow) => at(1, 0.5 - d.completions / flow / 2) },
        className: "tbc-aside",
        insetRight: gapOf(rows.length, width),
      }),
      Plot.line(data, {
        ...{ x: "middle", y: (d: ProgressRow) => at(2, d.medianSeconds / slowest), stroke: signal, strokeWidth: 1.75 },
      }),
      Plot.dot(data.filter(({ medianSeconds }) => !Number.isNaN(medianSeconds)), {
        ...{ x: "middle", y: (d: ProgressRow) => at(2, d.medianSeconds / slowest), fill: signal },
        r: data.length <= 60 ? 2.5 : 1.5,
      }),
      Plot.rect(data, {
        ...{ x1: "begin", x2: "next", y1: 0, y2: total, fill: "currentColor", fillOpacity: 0, title: "title" },
      }),
    ],
  });
}

/** Milliseconds of the period before the last, for the last one, which has none after it. */
function lengthOf(rows: readonly ProgressRow[]): number {
  const [before, last] = [rows.at(-2), rows.at(-1)!];
  return before ? last.begin.getTime() - before.begin.getTime() : 86_400_000;
}

function gapOf(count: number, width: number): number {
  return width / count > 4 ? 1 : 0;
}
