/** The picture of a log at a glance, whatever kind of log it is. */
import { utcTickInterval } from "d3";
import { countOf, formatCount, formatDate, formatDuration, formatShare } from "../../base/format.ts";
import { type Markup, markupText } from "../kit/markup.ts";
import { chartFrame, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { chartWidth } from "../kit/frame.ts";
import { ticksOver } from "../kit/time_ticks.ts";
import { wrapLines } from "../kit/wrap_text.ts";
import { mark } from "../kit/svg.ts";
import { textWidth } from "../../base/text_width.ts";
import { clipText } from "../kit/fit_text.ts";

export interface SummaryParts {
  /** Label, value in words, and what the page shows beside the pointer. */
  readonly figures: readonly (readonly [label: string, value: string, title?: string])[];
  /** Milliseconds UTC of all events, in any order. */
  readonly times: Float64Array;
  /** What one of them is called. */
  readonly noun: string;
  readonly lists: readonly SummaryList[];
  readonly mapping: readonly (readonly [role: string, column: string])[];
  readonly findings: readonly { readonly rule: string; readonly count: number; readonly example: string }[];
}

export interface SummaryList {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly count: number; readonly share: number; colour?: string }[];
  /** What is not among the rows, in words. */
  readonly note?: string;
  /** What the counts count. */
  readonly noun: string;
}

const VALUE = 22, LABEL = TEXT;
const LIST_ROWS = 5, LINE = 21, COLUMN_GAP = 32;

/** On a phone the figures stand in rows of two, lists and findings one below the other. */
export function drawSummary(parts: SummaryParts, width: number = chartWidth): string {
  const marks: Markup[] = [];
  let y = drawFigures(marks, parts, 0, width);
  y = drawStrip(marks, parts, y + 26, width);
  y = drawColumns(
    y + 30,
    width,
    parts.lists.map((list) => (x: number, top: number, room: number) => drawList(marks, list, x, top, room)),
  );
  y = drawMapping(marks, parts, y + 20, width);
  y = drawFindings(marks, parts, y + 18, width);
  return markupText(chartFrame(width, y, marks));
}

function heading(x: number, y: number, text: string): Markup {
  return mark("text", { x, y: y + 10, class: "tbc-muted" }, text);
}

/** As many figures in a row as fit, in rows of as many each as can be. */
function drawFigures(marks: Markup[], { figures }: SummaryParts, top: number, width: number): number {
  const wanted = figures.map(([label, value]) => Math.max(textWidth(value, VALUE), textWidth(label, LABEL)));
  const gap = 14;
  const sum = wanted.reduce((total, own) => total + own + gap, -gap), widest = Math.max(0, ...wanted);
  const most = sum <= width ? figures.length : Math.max(1, Math.floor((width + gap) / (widest + gap)));
  const rows = Math.ceil(figures.length / Math.max(1, most)), perRow = Math.ceil(figures.length / Math.max(1, rows));
  // One row takes the room that its figures need; several stand in columns.
  const spare = (width - wanted.reduce((sum, own) => sum + own, 0)) / Math.max(1, figures.length);
  let x = 0;
  figures.forEach(([label, value, title], i) => {
    if (rows > 1) x = (i % perRow) * width / perRow;
    const y = top + Math.floor(i / perRow) * 52;
    marks.push(mark(
      "g",
      {},
      ...(title === undefined ? [] : [mark("title", {}, title)]),
      mark("text", { x, y: y + 20, class: "tbc-ink tbc-num", "font-size": VALUE, "font-weight": 500 }, value),
      mark("text", { x, y: y + 38, class: "tbc-muted" }, label),
    ));
    x += wanted[i]! + spare;
  });
  return top + 42 + (rows - 1) * 52;
}

function drawStrip(marks: Markup[], { times, noun }: SummaryParts, top: number, width: number): number {
  const bins = binTimes(times);
  if (!bins) return top;
  const { edges, counts } = bins;
  const height = 54, base = top + 18 + height;
  const most = Math.max(...counts);
  const from = edges[0]!, span = edges.at(-1)! - from;
  const at = (time: number) => (time - from) / span * width;
  const said = `${noun}s over time (a bar is ${widthOf(edges)})`, highest = `highest ${formatCount(most)}`;
  const both = textWidth(said, TEXT) + textWidth(highest, TEXT) + 12 <= width;
  marks.push(heading(0, top, said));
  if (both) {
    marks.push(
      mark(
        "text",
        { x: width, y: top + 10, class: "tbc-muted", "text-anchor": "end" },
        highest,
      ),
    );
  }
  counts.forEach((count, i) => {
    if (count === 0) return;
    const x = at(edges[i]!), wide = at(edges[i + 1]!) - x;
    const tall = Math.max(0.75, count / most * height);
    marks.push(mark(
      "rect",
      { x, y: base - tall, width: Math.max(0.5, wide - Math.min(1, wide * 0.15)), height: tall, class: "tbc-bar" },
      mark("title", {}, `${formatDate(edges[i]!)} to ${formatDate(edges[i + 1]!)}\n${countOf(count, noun)}`),
    ));
  });
  marks.push(mark("line", { x1: 0, x2: width, y1: base + 0.5, y2: base + 0.5, class: "tbc-line" }));
  for (const { x, text } of ticksOver(from, edges.at(-1)!, at, width)) {
    marks.push(
      mark("line", { x1: x, x2: x, y1: base, y2: base + 4, class: "tbc-line" }),
      mark("text", { x, y: base + 16, class: "tbc-muted", "text-anchor": "middle" }, text),
    );
  }
  return base + 18;
}

/** Months and years are not all of one length: what the first bin spans, in the calendar's words. */
function widthOf(edges: readonly number[]): string {
  const [from, to] = edges.slice(0, 2).map((edge) => new Date(edge)) as [Date, Date];
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const whole = from.getUTCDate() === 1 && to.getUTCDate() === 1 && months > 0 && from.getUTCHours() === 0;
  if (!whole) return formatDuration((to.getTime() - from.getTime()) / 1000);
  return months % 12 === 0 ? countOf(months / 12, "year") : countOf(months, "month");
}

/** About a hundred bins whose edges are round times. */
export function binTimes(times: Float64Array): { edges: number[]; counts: Float64Array } | undefined {
  let first = Infinity, last = -Infinity;
  for (const time of times) {
    if (time < first) first = time;
    if (time > last) last = time;
  }
  if (first > last) return undefined;
  const interval = first === last ? null : utcTickInterval(new Date(first), new Date(last), 100);
  const edges = interval
    ? interval.range(interval.floor(new Date(first)), new Date(last + 1)).map((edge) => edge.getTime())
    : [first];
  edges.push(interval ? interval.offset(new Date(edges.at(-1)!), 1).getTime() : first + 1000);
  if (edges.at(-1)! <= last) edges.push(interval!.offset(new Date(edges.at(-1)!), 1).getTime());
  const counts = new Float64Array(edges.length - 1);
  for (const time of times) {
    let low = 0, high = counts.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (edges[middle + 1]! <= time) low = middle + 1;
      else high = middle;
    }
    counts[low]!++;
  }
  return { edges, counts };
}

type Drawer = (x: number, top: number, width: number) => number;

function drawColumns(top: number, width: number, drawers: readonly Drawer[]): number {
  if (isNarrow(width)) return drawers.reduce((y, draw, i) => draw(0, i === 0 ? y : y + 18, width), top);
  const room = (width - COLUMN_GAP * (drawers.length - 1)) / Math.max(1, drawers.length);
  return Math.max(top, ...drawers.map((draw, i) => draw(i * (room + COLUMN_GAP), top, room)));
}

function drawList(
  marks: Markup[],
  { title, rows, noun, note }: SummaryList,
  x: number,
  top: number,
  width: number,
): number {
  marks.push(heading(x, top, title));
  const barWidth = isNarrow(width - 100) ? 70 : 90, numbers = 46;
  let y = top + 19;
  for (const { name, count, share, colour } of rows.slice(0, LIST_ROWS)) {
    const words = `${name}\n${countOf(count, noun)} (${formatShare(share)})`;
    const bar = { x: x + width - barWidth - numbers, y: y + 4, height: 9, rx: 1.5 };
    marks.push(mark(
      "g",
      {},
      mark("title", {}, words),
      ...(colour ? [mark("rect", { x, y: y + 3, width: 11, height: 11, rx: 2, fill: colour, class: "tbc-edge" })] : []),
      mark(
        "text",
        { x: x + (colour ? 18 : 0), y: y + 13, class: "tbc-ink" },
        clipText(name, TEXT, width - barWidth - numbers - (colour ? 26 : 8)),
      ),
      mark("rect", { ...bar, width: barWidth, class: "tbc-track", opacity: 0.5 }),
      mark("rect", { ...bar, width: Math.max(0.75, share * barWidth), class: "tbc-bar" }),
      mark("text", { x: x + width, y: y + 13, class: "tbc-ink tbc-num", "text-anchor": "end" }, formatShare(share)),
    ));
    y += LINE;
  }
  const left = rows.slice(LIST_ROWS);
  if (left.length > 0) {
    const share = left.reduce((sum, row) => sum + row.share, 0);
    marks.push(
      mark(
        "text",
        { x, y: y + 13, class: "tbc-muted" },
        `${formatCount(left.length)} more, ${formatShare(Math.min(1, share))}`,
      ),
    );
    y += LINE;
  }
  if (note !== undefined) {
    const lines = wrapLines(note, TEXT, width);
    lines.forEach((line, i) => marks.push(mark("text", { x, y: y + 13 + i * 16, class: "tbc-muted" }, line)));
    y += LINE + (lines.length - 1) * 16;
  }
  return y;
}

/** In as many columns as hold the names of columns whole, if there are such. */
function drawMapping(marks: Markup[], { mapping }: SummaryParts, top: number, width: number): number {
  marks.push(heading(0, top, "columns used"));
  const widest = Math.max(0, ...mapping.map(([role, column]) => textWidth(role, TEXT) + textWidth(column, TEXT) + 24));
  const columns = Math.max(1, Math.min(5, mapping.length, Math.floor(width / Math.max(1, widest))));
  const room = width / columns;
  mapping.forEach(([role, column], i) => {
    const x = (i % columns) * room, y = top + 31 + Math.floor(i / columns) * 20;
    const begin = textWidth(role, TEXT) + 6;
    marks.push(mark(
      "g",
      {},
      mark("title", {}, `${role}\n${column}`),
      mark("text", { x, y, class: "tbc-muted" }, role),
      mark("text", { x: x + begin, y, class: "tbc-ink" }, clipText(column, TEXT, room - begin - 8)),
    ));
  });
  return top + 19 + Math.ceil(mapping.length / columns) * 20;
}

/** The rule, how often, and below it an example, whole as far as nine lines go. */
function drawFindings(marks: Markup[], { findings }: SummaryParts, top: number, width: number): number {
  marks.push(heading(0, top, findings.length > 0 ? "found while reading" : "found while reading: nothing amiss"));
  const numbers = Math.max(0, ...findings.map(({ count }) => textWidth(formatCount(count), TEXT)));
  const left = numbers + 10, rules = Math.max(0, ...findings.map(({ rule }) => textWidth(rule, TEXT))) + 16;
  // Examples stand beside their rules where all of them fit there.
  const beside = findings.every(({ example }) => left + rules + textWidth(example, TEXT) <= width);
  let y = top + 31;
  for (const { rule, count, example } of findings) {
    const ruleLines = wrapLines(rule, TEXT, width - left, 3);
    const lines = beside || example === "" ? [] : wrapLines(example, TEXT, width - left, 9);
    marks.push(mark(
      "g",
      {},
      mark("title", {}, `${formatCount(count)} × ${rule}\n${example}`),
      mark("text", { x: numbers, y, class: "tbc-ink tbc-num", "text-anchor": "end" }, formatCount(count)),
      ...ruleLines.map((line, i) => mark("text", { x: left, y: y + i * 16, class: "tbc-ink" }, line)),
      ...(beside ? [mark("text", { x: left + rules, y, class: "tbc-muted" }, example)] : []),
      ...lines.map((line, i) =>
        mark("text", { x: left, y: y + (ruleLines.length + i) * 16, class: "tbc-muted" }, line)
      ),
    ));
    y += 20 + (ruleLines.length - 1 + lines.length) * 16;
  }
  return y - 15;
}
