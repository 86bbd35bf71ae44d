/**
 * Dotted charts.
 *
 * Song & van der Aalst, "Supporting process mining by showing events at a glance", WITS 2007.
 */
import { countOf, formatCount, formatDate, formatShare } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import { caseSpans } from "../../log/events/case_spans.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { logCaption } from "../kit/caption.ts";
import { emptyChart, forBothWidths } from "../kit/chart_frame.ts";
import { markupText } from "../kit/markup.ts";
import { oneOf, wholeNumber } from "../kit/options.ts";
import { zoneNamed } from "../tasks/day/local_days.ts";
import { type ColourValue, dotColours } from "./dot_colours.ts";
import type { DotCells } from "./dot_cells.ts";
import { type DotRows, dotRows } from "./dot_rows.ts";
import { drawDots, type DrawnDots } from "./dots_picture.ts";
import type { DotsData, DotsX } from "./grid_data.ts";

export interface DotsOptions {
  /**
   * What stands along the x-axis.
   *
   * - `time`: when the event happened.
   * - `age`: how long after the begin of its case.
   * - `position`: 1 for the first event of a case, 2 for the second, …
   * - `week`: the weekday and the time of day.
   *
   * @default "time"
   */
  x?: DotsX;
  /**
   * In which order cases stand from the top: `begin`, `end`, `throughput`, `events` (how many they have), or a column,
   * of which a case has its first value. @default what shows most along the axis: `throughput` with `age`, `events`
   * with `position`, else `begin`
   */
  sort?: "begin" | "end" | "throughput" | "events" | (string & Record<never, never>);
  /** What colours stand for: `activity`, `resource`, or a column. @default "activity" */
  colour?: "activity" | "resource" | (string & Record<never, never>);
  /** Most values with a colour of their own, the most frequent first; the rest share one. 1 to 20. @default 9 */
  top?: number;
  /** The axis of `age`; `auto` is logarithmic where a few cases take far longer than the rest. @default "auto" */
  scale?: "auto" | "linear" | "log";
  /** IANA name of the zone whose clocks tell the time of the week. @default "UTC" */
  timeZone?: string;
}

/**
 * All events of a log at a glance: a row a case, a dot an event.
 *
 * Batches stand out as vertical lines, arrivals as the upper edge, pauses as gaps, and cases that are worked unlike the
 * others as rows of other colours. Where there are more events than pixels a dot stands for several: it has the colour of
 * most of them, and is stronger the more they are; the caption says how many. So the output stays small for logs of any
 * size, at a cost of a few passes over the events.
 *
 * @throws InputError if the log has no column of the name given, no resources to colour by, no times for an axis of
 * times, or an option is out of its range.
 * @example
 * ```ts
 * import { readLog, viewDots } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * viewDots(log);
 * viewDots(log, { x: "week", colour: "resource", timeZone: "Europe/Berlin" });
 * ```
 */
export function viewDots(log: EventLog, options: DotsOptions = {}): Figure {
  requireEventLog(log);
  const x = oneOf("x", options.x ?? "time", ["time", "age", "position", "week"]);
  const { sort = DEFAULT_SORT[x], colour = "activity" } = options;
  const top = wholeNumber("top", options.top ?? 9, 1, 20);
  const scale = oneOf("scale", options.scale ?? "auto", ["auto", "linear", "log"]);
  const zone = zoneNamed(options.timeZone ?? "UTC");
  if (x !== "position" || sort === "throughput") requireTimes(log, "a dotted chart over times");
  const title = `Dotted chart: ${TITLES[x]}${colour === "activity" ? "" : `, by ${colour}`}`;
  if (log.events === 0) return noDots(log, title);
  const spans = caseSpans(log), rows = dotRows(log, spans, sort), colours = dotColours(log, colour, top);
  const drawn: DrawnDots[] = [];
  const { svg, data: phone } = forBothWidths((width) => {
    const dots = drawDots({ log, spans, rows, colours, x, scale, zone }, width);
    drawn.push(dots);
    return dots.svg;
  });
  const [wide, narrow] = drawn as [DrawnDots, DrawnDots];
  const data: DotsData = {
    wide: wide.data,
    narrow: narrow.data,
    cases: log.cases,
    ...(wide.cells.rows === log.cases ? { ids: Array.from(rows.order, (c) => log.caseIds[c]!) } : {}),
    names: colours.names,
  };
  const meaning = dotMeaning(wide.cells, narrow.cells, log);
  return figure({
    kind: "dots",
    behaviour: "dots",
    title,
    caption: `${meaning} ${wide.data.scale.logarithmic ? "The axis is logarithmic. " : ""}${timesNote(log, x)}${
      logCaption(log)
    }`,
    svg,
    data: { ...phone, ...data },
    alt: altText(log, rows, colours.values, colour, x),
    table: valuesTable(log, colours.values, colour),
    text: valuesText(log, colours.values, colour),
  });
}

const DEFAULT_SORT = { time: "begin", age: "throughput", position: "events", week: "begin" } as const;

const TITLES = {
  time: "events over time",
  age: "events since their case began",
  position: "events by their position in the case",
  week: "events over the week",
} as const;

/** Values listed in the table; the rest are one row. */
const MOST_VALUES = 1000;

function noDots(log: EventLog, title: string): Figure {
  return figure({
    kind: "dots",
    behaviour: "picture",
    title,
    caption: logCaption(log),
    svg: markupText(emptyChart("There are no events to draw.")),
    alt: "A dotted chart without events.",
    table: { columns: ["events"], rows: [[0]] },
    text: "No events.",
  });
}

function dotMeaning({ most, filled, rows }: DotCells, narrow: DotCells, log: EventLog): string {
  const row = rows === log.cases ? "A row is a case" : `A row is ${rangeOf(log.cases / rows)} cases`;
  if (most === 1) return `${row}, a dot an event.`;
  return `${row}, a dot ${formatCount(log.events / filled, 1)} events on average and at most ${formatCount(most)}${
    narrow.filled < filled ? " (more on a phone)" : ""
  }; it has the colour of most of them.`;
}

/** Rows hold one case more or less. */
function rangeOf(mean: number): string {
  const [least, most] = [Math.floor(mean), Math.ceil(mean)];
  return least === most ? formatCount(most) : `${formatCount(least)} or ${formatCount(most)}`;
}

function timesNote({ start }: EventLog, x: DotsX): string {
  return start !== undefined && x !== "position" ? "Events stand where they end. " : "";
}

function valuesTable(log: EventLog, values: readonly ColourValue[], colour: string) {
  const left = values.slice(MOST_VALUES);
  const time = (milliseconds: number) => log.source.untimed ? null : formatDate(milliseconds, "second");
  return {
    columns: [colour, "events", "share of events", "cases", "first", "last"],
    rows: [
      ...values.slice(0, MOST_VALUES).map(({ name, events, cases, first, last }) => [
        name,
        events,
        events / log.events,
        cases,
        time(first),
        time(last),
      ]),
      ...(left.length === 0
        ? []
        : [[countOf(left.length, "further value"), sumOf(left), sumOf(left) / log.events, null, null, null]]),
    ],
  };
}

function sumOf(values: readonly ColourValue[]): number {
  return values.reduce((sum, { events }) => sum + events, 0);
}

function valuesText(log: EventLog, values: readonly ColourValue[], colour: string): string {
  const left = values.slice(20);
  return textTable([
    [colour, "events", "share", "cases"],
    ...values.slice(0, 20).map(({ name, events, cases }) => [
      name,
      formatCount(events),
      formatShare(events / log.events),
      formatCount(cases),
    ]),
    ...(left.length === 0
      ? []
      : [[countOf(left.length, "further value"), formatCount(sumOf(left)), formatShare(sumOf(left) / log.events), ""]]),
  ]);
}

function altText(log: EventLog, rows: DotRows, values: readonly ColourValue[], colour: string, x: DotsX): string {
  const words = values.slice(0, 5).map(({ name, events }) => `${name} ${formatShare(events / log.events)}`);
  return `Dotted chart: ${TITLES[x]}, ${countOf(log.events, "event")} of ${
    countOf(log.cases, "case")
  }, ${rows.words}. ` +
    `Most frequent ${colour}: ${words.join(", ")}.`;
}
