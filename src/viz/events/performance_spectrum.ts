/** The performance spectrum as a picture (Denisov et al. 2018): lines of single passages, or bars of many. */
import { formatCount, formatDate, formatDuration } from "../../base/format.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";
import {
  type PerformanceSpectrum,
  performanceSpectrum,
  type SpectrumOptions,
  type SpectrumRow,
} from "../../mining/spectrum/performance_spectrum.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { logCaption } from "../kit/caption.ts";
import { emptyChart, forBothWidths } from "../kit/chart_frame.ts";
import { markupText } from "../kit/markup.ts";
import { oneOf } from "../kit/options.ts";
import type { SpectrumCount } from "./spectrum_bins.ts";
import { type DrawnSpectrum, drawSpectrum, type SpectrumParts } from "./spectrum_picture.ts";

export interface SpectrumViewOptions extends SpectrumOptions {
  /**
   * `lines`: a line for each passage; where they are too many, those that fall on one another are one. `bars`: passages
   * counted by bins of time. `auto`: lines for up to 20,000 passages. @default "auto"
   */
  show?: "auto" | "lines" | "bars";
  /**
   * What bars count: passages that begin in a bin of time (`begun`), that end in it (`ended`), or that are under way at
   * some time in it (`pending`). @default "begun"
   */
  count?: SpectrumCount;
}

/**
 * How cases pass along a path, over time: from the line of an activity to that of the next one, each passage as a line
 * from when it began to when it ended. Its colour is the quarter of all passages of this step to which its duration
 * belongs.
 *
 * Lines side by side that never cross are a queue that serves in order. Lines that end in one point are a batch. Lines
 * that grow steep or flat together say when the step was fast or slow, and crossing lines that some overtake others.
 *
 * @throws InputError if the log has no activity of the path, no times, or no case of two events; OptionError if the path
 * has fewer than two activities.
 * @example
 * ```ts
 * import { readLog, viewPerformanceSpectrum } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * viewPerformanceSpectrum(log, { path: ["Receive order", "Check credit", "Confirm order"], steps: "eventually" });
 * ```
 */
export function viewPerformanceSpectrum(log: EventLog, options: SpectrumViewOptions = {}): Figure {
  requireEventLog(log);
  const show = oneOf("show", options.show ?? "auto", ["auto", "lines", "bars"]);
  const count = oneOf("count", options.count ?? "begun", ["begun", "ended", "pending"]);
  const spectrum = performanceSpectrum(log, options);
  const rows = spectrum.table.rows();
  const passages = rows.reduce((sum, row) => sum + row.passages, 0);
  const title = `Performance spectrum: ${spectrum.path[0]} to ${spectrum.path.at(-1)}`;
  const table = tableOf(rows);
  if (passages === 0) {
    return figure({
      kind: "performance-spectrum",
      behaviour: "picture",
      title,
      caption: `${spectrum.sentence} ${stepNote(spectrum)} ${logCaption(log)}`,
      svg: markupText(emptyChart("No case passes along this path.")),
      alt: spectrum.sentence,
      table,
      text: String(spectrum),
    });
  }
  const as = show === "auto" ? passages <= MOST_LINES ? "lines" : "bars" : show;
  const parts: SpectrumParts = { spectrum, rows, ...spanOf(spectrum), as, count };
  const drawn: DrawnSpectrum[] = [];
  const pictures = forBothWidths((width) => {
    drawn.push(drawSpectrum(parts, width));
    return drawn.at(-1)!.picture;
  });
  return figure({
    kind: "performance-spectrum",
    behaviour: "picture",
    title,
    caption: captionOf(log, parts, Math.max(...drawn.map(({ most }) => most))),
    ...pictures,
    alt: altText(parts),
    table,
    text: String(spectrum),
  });
}

const MOST_LINES = 20_000;

function spanOf({ segments }: PerformanceSpectrum): { from: number; to: number } {
  let from = Infinity, to = -Infinity;
  for (const { begun, ended } of segments) {
    if (begun.length > 0 && begun[0]! < from) from = begun[0]!;
    for (const time of ended) if (time > to) to = time;
  }
  return { from, to };
}

function captionOf(log: EventLog, { spectrum, as, count }: SpectrumParts, most: number): string {
  const bars = { begun: "that begin in it", ended: "that end in it", pending: "that are under way in it" }[count];
  const drawn = as === "lines"
    ? `A line goes from when a case had the upper activity to when it had the lower one${
      most > 1 ? `; it stands for up to ${formatCount(most)} passages` : ""
    }.`
    : `A bar counts the passages ${bars}; all steps have one scale.`;
  const back = spectrum.backwards === 0
    ? ""
    : ` ${formatCount(spectrum.backwards)} passages end before they begin by their times, and are left out.`;
  return [
    `${spectrum.sentence} ${drawn} ${stepNote(spectrum)}${back}`,
    ...(spectrum.chosen === "" ? [] : [spectrum.chosen]),
    ...(log.start === undefined ? [] : ["Events stand where they end."]),
    logCaption(log),
  ].join(" ");
}

function stepNote({ stepsAre }: PerformanceSpectrum): string {
  return stepsAre === "directly"
    ? "Only cases count in which the lower activity comes right after the upper one."
    : "Other activities may come between the two.";
}

function tableOf(rows: readonly SpectrumRow[]) {
  return {
    columns: [
      ...["from", "to", "passages", "cases", "shortest, seconds", "a quarter within, seconds", "median, seconds"],
      ...["three quarters within, seconds", "longest, seconds", "overtaken, share"],
    ],
    rows: rows.map((row) =>
      [
        ...[row.from, row.to, row.passages, row.cases, row.minSeconds, row.lowerQuartileSeconds, row.medianSeconds],
        ...[row.upperQuartileSeconds, row.maxSeconds, row.overtakenShare],
      ].map((value) => typeof value === "number" && Number.isNaN(value) ? null : value)
    ),
  };
}

function altText({ spectrum, rows, from, to }: SpectrumParts): string {
  const words = rows.map(({ from, to, passages, medianSeconds }) =>
    `${from} to ${to} ${formatCount(passages)} passages, median ${formatDuration(medianSeconds)}`
  );
  return `Performance spectrum from ${formatDate(from, "day")} to ${formatDate(to, "day")}. ${spectrum.sentence} ` +
    `Steps: ${words.join("; ")}.`;
}
