/** The picture of a log at a glance, whatever kind of log it is. */
import { utcTickInterval, utcTicks } from "d3";
import { countOf, formatCount, formatDate, formatDuration, formatShare } from "../../base/format.ts";
import { type Markup, markupText } from "../kit/markup.ts";
import { chartWidth, frame } from "../kit/frame.ts";
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
  /** What the counts count. */
  readonly noun: string;
}

const VALUE = 22, LABEL = 10.5;
const LIST_ROWS = 5, LINE = 20, COLUMN_GAP = 32;

export function drawSummary(parts: SummaryParts): string {
  const marks: Markup[] = [];
  let y = drawFigures(marks, parts, 0);
  y = drawStrip(marks, parts, y + 26);
  y = drawColumns(
    y + 30,
    parts.lists.map((list) => (x: number, top: number, width: number) => drawList(marks, list, x, top, width)),
  );
  y = drawMapping(marks, parts, y + 20);
  y = drawFindings(marks, parts, y + 18);
  return markupText(frame(chartWidth, y, marks));
}

function heading(x: number, y: number, text: string): Markup {
  return mark("text", { x, y: y + 9, class: "tbc-muted", "font-size": 10.5 }, text);
}

function drawFigures(marks: Markup[], { figures }: SummaryParts, top: number): number {
  const wanted = figures.map(([label, value]) => Math.max(textWidth(value, VALUE), textWidth(label, LABEL)));
  const sum = wanted.reduce((total, width) => total + width, 0);
  const gap = Math.max(10, (chartWidth - sum) / Math.max(1, figures.length));
  const scale = Math.min(1, chartWidth / (sum + gap * (figures.length - 1)));
  let x = 0;
  figures.forEach(([label, value, title], i) => {
    marks.push(mark(
      "g",
      {},
      ...(title === undefined ? [] : [mark("title", {}, title)]),
      mark("text", { x, y: top + 20, class: "tbc-ink tbc-num", "font-size": VALUE * scale, "font-weight": 500 }, value),
      mark("text", { x, y: top + 38, class: "tbc-muted", "font-size": LABEL * scale }, label),
    ));
    x += (wanted[i]! + gap) * scale;
  });
  return top + 42;
}

function drawStrip(marks: Markup[], { times, noun }: SummaryParts, top: number): number {
  const bins = binTimes(times);
  if (!bins) return top;
  const { edges, counts } = bins;
  const height = 54, base = top + 18 + height;
  const most = Math.max(...counts);
  const from = edges[0]!, span = edges.at(-1)! - from;
  const at = (time: number) => (time - from) / span * chartWidth;
  marks.push(heading(0, top, `${noun}s over time (a bar is ${widthOf(edges)})`));
  marks.push(
    mark(
      "text",
      { x: chartWidth, y: top + 9, class: "tbc-muted", "font-size": 10.5, "text-anchor": "end" },
      `highest ${formatCount(most)}`,
    ),
  );
  counts.forEach((count, i) => {
    if (count === 0) return;
    const x = at(edges[i]!), width = at(edges[i + 1]!) - x;
    const tall = Math.max(0.75, count / most * height);
    marks.push(mark(
      "rect",
      { x, y: base - tall, width: Math.max(0.5, width - Math.min(1, width * 0.15)), height: tall, class: "tbc-bar" },
      mark("title", {}, `${formatDate(edges[i]!)} to ${formatDate(edges[i + 1]!)}\n${countOf(count, noun)}`),
    ));
  });
  marks.push(mark("line", { x1: 0, x2: chartWidth, y1: base + 0.5, y2: base + 0.5, class: "tbc-line" }));
  const ticks = utcTicks(new Date(from), new Date(edges.at(-1)!), 7);
  const exact = ticks.every((tick) => tick.getTime() % 86_400_000 === 0) ? "day" : "minute";
  for (const tick of ticks) {
    const x = at(tick.getTime());
    const text = formatDate(tick.getTime(), exact);
    const half = textWidth(text, 10.5) / 2;
    if (x < half || x > chartWidth - half) continue;
    marks.push(
      mark("line", { x1: x, x2: x, y1: base, y2: base + 4, class: "tbc-line" }),
      mark("text", { x, y: base + 16, class: "tbc-muted", "font-size": 10.5, "text-anchor": "middle" }, text),
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

function drawColumns(top: number, drawers: readonly Drawer[]): number {
  const width = (chartWidth - COLUMN_GAP * (drawers.length - 1)) / Math.max(1, drawers.length);
  return Math.max(top, ...drawers.map((draw, i) => draw(i * (width + COLUMN_GAP), top, width)));
}

function drawList(marks: Markup[], { title, rows, noun }: SummaryList, x: number, top: number, width: number): number {
  marks.push(heading(x, top, title));
  const barWidth = 90, numbers = 44;
  let y = top + 18;
  for (const { name, count, share, colour } of rows.slice(0, LIST_ROWS)) {
    const words = `${name}\n${countOf(count, noun)} (${formatShare(share)})`;
    const bar = { x: x + width - barWidth - numbers, y: y + 4, height: 9, rx: 1.5 };
    marks.push(mark(
      "g",
      {},
      mark("title", {}, words),
      ...(colour ? [mark("rect", { x, y: y + 3, width: 11, height: 11, rx: 2, fill: colour })] : []),
      mark(
        "text",
        { x: x + (colour ? 18 : 0), y: y + 12.5, class: "tbc-ink" },
        clipText(name, 11, width - barWidth - numbers - (colour ? 28 : 10)),
      ),
      mark("rect", { ...bar, width: barWidth, class: "tbc-track", opacity: 0.5 }),
      mark("rect", { ...bar, width: Math.max(0.75, share * barWidth), class: "tbc-bar" }),
      mark("text", { x: x + width, y: y + 12.5, class: "tbc-ink tbc-num", "text-anchor": "end" }, formatShare(share)),
    ));
    y += LINE;
  }
  const left = rows.slice(LIST_ROWS);
  if (left.length > 0) {
    const share = left.reduce((sum, row) => sum + row.share, 0);
    marks.push(
      mark("text", { x, y: y + 12.5, class: "tbc-muted" }, `${left.length} more, ${formatShare(Math.min(1, share))}`),
    );
    y += LINE;
  }
  return y;
}

function drawMapping(marks: Markup[], { mapping }: SummaryParts, top: number): number {
  marks.push(heading(0, top, "columns used"));
  const columns = Math.min(5, Math.max(1, mapping.length)), width = chartWidth / columns;
  mapping.forEach(([role, column], i) => {
    const x = (i % columns) * width, y = top + 30 + Math.floor(i / columns) * 19;
    const begin = textWidth(role, 10.5) + 6;
    marks.push(mark(
      "g",
      {},
      mark("title", {}, `${role}\n${column}`),
      mark("text", { x, y, class: "tbc-muted", "font-size": 10.5 }, role),
      mark("text", { x: x + begin, y, class: "tbc-ink" }, clipText(column, 11, width - begin - 10)),
    ));
  });
  return top + 18 + Math.ceil(mapping.length / columns) * 19;
}

function drawFindings(marks: Markup[], { findings }: SummaryParts, top: number): number {
  marks.push(heading(0, top, findings.length > 0 ? "found while reading" : "found while reading: nothing amiss"));
  const numbers = Math.max(0, ...findings.map(({ count }) => textWidth(formatCount(count), 11)));
  const begin = numbers + 10 + Math.max(0, ...findings.map(({ rule }) => textWidth(rule, 11))) + 14;
  findings.forEach(({ rule, count, example }, i) => {
    const y = top + 30 + i * 18;
    marks.push(mark(
      "g",
      {},
      mark("title", {}, `${formatCount(count)} × ${rule}\n${example}`),
      mark("text", { x: numbers, y, class: "tbc-ink tbc-num", "text-anchor": "end" }, formatCount(count)),
      mark("text", { x: numbers + 10, y, class: "tbc-ink" }, rule),
      mark("text", { x: begin, y, class: "tbc-muted", "font-size": 10.5 }, clipText(example, 10.5, chartWidth - begin)),
    ));
  });
  return top + 16 + findings.length * 18;
}
