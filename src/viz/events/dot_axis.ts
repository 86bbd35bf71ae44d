/** The four x-axes of a dotted chart. */
import { formatCount, formatDate, formatDuration } from "../../base/format.ts";
import { textWidth } from "../../base/text_width.ts";
import type { CaseSpans } from "../../log/events/case_spans.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { TEXT } from "../kit/chart_frame.ts";
import { durationAxis } from "../kit/duration_axis.ts";
import { ticksOver } from "../kit/time_ticks.ts";
import type { Zone } from "../tasks/day/local_days.ts";
import { type DotScale, type DotsX, WEEKDAYS } from "./grid_data.ts";

export interface DotAxis {
  readonly scale: DotScale;
  /** Where each event stands: 0 at the left end of the axis, 1 at its right end. */
  readonly shares: Float64Array;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  /** Pixels at which a line crosses the plot. */
  readonly lines: readonly number[];
  /** An axis of few steps has a column for each. */
  readonly columns?: number;
}

/** What an axis is made of. */
export interface AxisParts {
  readonly log: EventLog;
  readonly spans: CaseSpans;
  readonly x: DotsX;
  readonly scale: "auto" | "linear" | "log";
  readonly zone: Zone;
}

/** An axis of so many pixels. */
export function dotAxis(parts: AxisParts, width: number): DotAxis {
  switch (parts.x) {
    case "time":
      return timeAxis(parts.log, width);
    case "age":
      return ageAxis(parts, width);
    case "position":
      return positionAxis(parts.log, width);
    case "week":
      return weekAxis(parts.log, width, parts.zone);
  }
}

/** The longest case takes so many times as long as 95 % of them: on a linear axis the rest would be squeezed. */
const SQUEEZED = 4;

function timeAxis({ time }: EventLog, width: number): DotAxis {
  let from = Infinity, to = -Infinity;
  for (let i = 0; i < time.length; i++) {
    if (time[i]! < from) from = time[i]!;
    if (time[i]! > to) to = time[i]!;
  }
  if (from === to) return momentAxis(from, time.length, width);
  const shares = new Float64Array(time.length);
  for (let i = 0; i < time.length; i++) shares[i] = (time[i]! - from) / (to - from);
  const ticks = ticksOver(from, to, (at) => (at - from) / (to - from) * width, width);
  return { scale: { unit: "time", from, to }, shares, ticks, lines: ticks.map((tick) => tick.x) };
}

/** All events in the middle. */
function momentAxis(moment: number, events: number, width: number): DotAxis {
  const x = width / 2;
  return {
    scale: { unit: "time", from: moment - 1000, to: moment + 1000 },
    shares: new Float64Array(events).fill(0.5),
    ticks: [{ x, text: formatDate(moment, "second") }],
    lines: [x],
  };
}

function ageAxis({ log, spans: { begun, ended }, scale }: AxisParts, width: number): DotAxis {
  const { offsets, time } = log;
  const shares = new Float64Array(log.events);
  for (let c = 0; c < log.cases; c++) {
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) shares[i] = (time[i]! - begun[c]!) / 1000;
  }
  const longest = Float64Array.from(ended, (end, c) => (end - begun[c]!) / 1000).sort();
  // Where none takes any time, all stand at the begin of a second.
  const some = longest.at(-1)! > 0 ? longest : Float64Array.of(1);
  const squeezed = some.at(-1)! > SQUEEZED * some[Math.floor(0.95 * (some.length - 1))]!;
  const axis = durationAxis(some, width, scale === "auto" && squeezed ? "log" : scale);
  const { from, to, logarithmic } = axis;
  for (let i = 0; i < shares.length; i++) shares[i] = axis.at(shares[i]!) / width;
  const places = axis.ticks.map((tick) => ({ x: axis.at(tick), text: formatDuration(tick) }));
  // The first events of all cases stand at the left end, which is no zero on such an axis.
  if (logarithmic) places[0] = { ...places[0]!, text: `≤ ${places[0]!.text}` };
  return {
    scale: { unit: "age", from, to, ...(logarithmic ? { logarithmic } : {}) },
    shares,
    ticks: withRoom(places, width),
    lines: places.map(({ x }) => x),
  };
}

function positionAxis({ offsets, cases, events }: EventLog, width: number): DotAxis {
  let longest = 1;
  for (let c = 0; c < cases; c++) longest = Math.max(longest, offsets[c + 1]! - offsets[c]!);
  const shares = new Float64Array(events);
  for (let c = 0; c < cases; c++) {
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) shares[i] = (i - offsets[c]! + 0.5) / longest;
  }
  const places = (every: number) =>
    Array.from({ length: Math.floor((longest - 1) / every) + 1 }, (_, k) => {
      // 1, 5, 10, 15 rather than 1, 6, 11, 16.
      const position = every === 1 ? k + 1 : Math.max(1, k * every);
      return { x: (position - 0.5) / longest * width, text: formatCount(position) };
    });
  const room = textWidth(formatCount(longest), TEXT) + 12;
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 500_000]
    .find((step) => step / longest * width >= room) ?? longest;
  return {
    scale: { unit: "position", from: 1, to: longest + 1 },
    shares,
    ticks: withRoom(places(every), width),
    lines: [],
    columns: longest,
  };
}

const DAY = 86_400_000;

function weekAxis({ time }: EventLog, width: number, zone: Zone): DotAxis {
  const shares = new Float64Array(time.length);
  for (let i = 0; i < time.length; i++) {
    // 1970-01-01 was a Thursday, three days into the week.
    const days = (time[i]! + zone.offset(time[i]!)) / DAY + 3;
    shares[i] = (days - Math.floor(days / 7) * 7) / 7;
  }
  const letters = width / 7 < textWidth("Wednesday", TEXT) + 8 ? 3 : 9;
  return {
    scale: { unit: "week", from: 0, to: 7 * DAY },
    shares,
    ticks: WEEKDAYS.map((day, i) => ({ x: (i + 0.5) / 7 * width, text: day.slice(0, letters) })),
    lines: [1, 2, 3, 4, 5, 6].map((day) => day / 7 * width),
  };
}

/** Words at the ends of an axis stay inside it. */
export function tickAnchor(x: number, text: string, width: number): "start" | "middle" | "end" {
  const half = textWidth(text, TEXT) / 2;
  return x < half ? "start" : x > width - half ? "end" : "middle";
}

/** Ticks whose words do not meet those before them. */
function withRoom(ticks: readonly { x: number; text: string }[], width: number): { x: number; text: string }[] {
  let end = -Infinity;
  return ticks.filter(({ x, text }) => {
    const wide = textWidth(text, TEXT);
    const from = x - wide * { start: 0, middle: 0.5, end: 1 }[tickAnchor(x, text, width)];
    if (from < end + 10) return false;
    end = from + wide;
    return true;
  });
}
