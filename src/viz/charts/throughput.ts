/** How long cases take, as a histogram. */
import { EventLog } from "../../log/events/event_log.ts";
import { groupCases } from "../../mining/group_cases.ts";
import { caseDurations } from "../../mining/performance/throughput.ts";
import { OptionError } from "../../base/errors.ts";
import { summarise } from "../../base/statistics/summary.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { logCaption } from "../kit/caption.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { countOf, formatCount, formatDuration } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import { countInBins, type DurationBins, durationBins, type DurationScale } from "../kit/duration_bins.ts";
import { oneOf, wholeNumber } from "../kit/options.ts";
import type { Calendar } from "../../log/calendar/calendars_by.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";
import { binName, manyHistograms, oneHistogram, type TimedCases } from "./throughput_picture.ts";

export interface ThroughputViewOptions {
  /** What counts as time. Without one all time that passes does. */
  calendar?: Calendar;
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

/** A log, or several by the names that they are to have. */
export type ThroughputSource = EventLog | Readonly<Record<string, EventLog>>;

/**
 * The distribution of throughput times: from the first start or event of a case to its last event.
 *
 * Median and 90th percentile are marked. Bins have round widths that suit the log; the caption says where they grow, and
 * the last bin where it holds everything longer. Groups, and logs given by name, stand over one another on one axis with
 * the same bins, each as shares of its own cases.
 *
 * @throws InputError if the log has no attribute `by`, or an option is out of its range; OptionError if `by` is given
 * for several logs.
 * @example
 * ```ts
 * import { filterTimeFrame, readLog, viewThroughput } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * viewThroughput(log, { by: "region" });
 * const middle = (log.time[0]! + log.time.at(-1)!) / 2;
 * viewThroughput({
 *   earlier: filterTimeFrame(log, { to: middle, mode: "started" }),
 *   later: filterTimeFrame(log, { from: middle, mode: "started" }),
 * });
 * ```
 */
export function viewThroughput(source: ThroughputSource, options: ThroughputViewOptions = {}): Figure {
  const count = wholeNumber("bins", options.bins ?? 24, 2, 100);
  const scale = oneOf("scale", options.scale ?? "auto", ["auto", "linear", "growing"]);
  const top = wholeNumber("top", options.top ?? 8, 1, 40);
  const { by } = options;
  const several = severalLogs(source);
  if (several && by !== undefined) {
    throw new OptionError(
      `Expected either several logs or the option by, but found both: by ${JSON.stringify(by)} of the logs ${
        Object.keys(several).join(", ")
      }. Give one log, or leave by out.`,
    );
  }
  const named = several ? Object.entries(several) : [["", source as EventLog] as const];
  for (const [, log] of named) {
    requireEventLog(log);
    requireTimes(log, "a picture of throughput times");
  }
  const timed = named.flatMap(([name, log]): [string, Float64Array][] => {
    const seconds = caseDurations(log, options.calendar === undefined ? {} : { calendar: options.calendar });
    if (several) return [[name, seconds]];
    return groupCases(log, by).map(({ group, cases }) => [group, Float64Array.from(cases, (c) => seconds[c]!)]);
  });
  const bins = durationBins(Float64Array.from(timed.flatMap(([, seconds]) => [...seconds])).sort(), count, scale);
  const all = timed.map(([name, seconds]): TimedCases => ({
    name,
    summary: summarise(seconds),
    counts: countInBins(seconds, bins),
  }));
  const groups = all.slice(0, top);
  const grouped = by ?? (several ? "log" : undefined);
  return figure({
    kind: "throughput",
    behaviour: "picture",
    title: by !== undefined
      ? `Throughput times by ${by}`
      : several
      ? `Throughput times: ${named.map(([name]) => name).join(", ")}`
      : "Throughput times",
    caption: `${captionOf(bins, grouped, all.length - groups.length)}${
      options.calendar === undefined ? "" : " Only working time counts."
    } ${named.map(([name, log]) => (several ? `${name}: ` : "") + logCaption(log)).join(" ")}`,
    ...forBothWidths((width) =>
      grouped === undefined ? oneHistogram(groups[0]!, bins, width) : manyHistograms(groups, bins, width)
    ),
    alt: altText(groups, grouped),
    table: {
      columns: [
        "group",
        "cases",
        "mean, seconds",
        "median, seconds",
        "90 % within, seconds",
        "shortest, seconds",
        "longest, seconds",
      ],
      rows: all.map(({ name, summary: s }) => [
        grouped === undefined ? "all" : name,
        s.count,
        s.mean,
        s.median,
        s.p90,
        s.min,
        s.max,
      ]),
    },
    text: textOf(all, bins, grouped),
  });
}

/** The logs by name, if it is several that are given. */
function severalLogs(source: ThroughputSource): Readonly<Record<string, EventLog>> | undefined {
  if (source === null || typeof source !== "object" || "offsets" in source || "source" in source) return undefined;
  const logs = Object.values(source);
  return logs.length > 0 && logs.every((log) => log instanceof EventLog)
    ? source as Readonly<Record<string, EventLog>>
    : undefined;
}

function captionOf(bins: DurationBins, by: string | undefined, left: number): string {
  const shape = bins.growing
    ? "Bins grow from left to right."
    : `Bins of ${formatDuration(bins.edges[1]! - bins.edges[0]!)}.`;
  const overflow = bins.overflow
    ? ` The last bar holds all cases of ${formatDuration(bins.edges.at(-1))} and longer.`
    : "";
  const heights = by === undefined ? "" : " Heights are shares of each group's own cases.";
  const others = left > 0 ? ` ${countOf(left, "smaller group")} not drawn (in the table).` : "";
  return `From the first event of a case to its last. ${shape}${overflow}${heights}${others}`;
}

function altText(groups: readonly TimedCases[], by: string | undefined): string {
  const words = groups.slice(0, 8).map(({ name, summary: s }) =>
    `${by === undefined ? "" : `${name}: `}${countOf(s.count, "case")}, median ${formatDuration(s.median)}, ` +
    `90 % within ${formatDuration(s.p90)}, longest ${formatDuration(s.max)}`
  );
  return `Histogram${by === undefined ? "" : `s by ${by}`} of throughput times. ${words.join("; ")}.`;
}

function textOf(groups: readonly TimedCases[], bins: DurationBins, by: string | undefined): string {
  const summary = textTable([
    [by ?? "", "cases", "mean", "median", "90 % within", "shortest", "longest"],
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
