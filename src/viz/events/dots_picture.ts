/** The picture of a dotted chart: dots where there are few, filled cells of pixels where there are many. */
import { countOf, formatCount, formatShare } from "../../base/format.ts";
import { chartFrame, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { clipText } from "../kit/fit_text.ts";
import { padding } from "../kit/frame.ts";
import { type Markup, markupText } from "../kit/markup.ts";
import { mark, rounded } from "../kit/svg.ts";
import { textWidth } from "../../base/text_width.ts";
import { cellPaths, countCells, type DotCells, levelOf, levelsOf } from "./dot_cells.ts";
import { type AxisParts, type DotAxis, dotAxis, tickAnchor } from "./dot_axis.ts";
import type { DotColours } from "./dot_colours.ts";
import type { DotRows } from "./dot_rows.ts";
import { type GridData, packCells } from "./grid_data.ts";
import { drawLegend, type LegendEntry } from "./legend.ts";

export interface DotsParts extends AxisParts {
  readonly rows: DotRows;
  readonly colours: DotColours;
}

export interface DrawnDots {
  readonly svg: string;
  readonly data: GridData;
  readonly cells: DotCells;
}

/** Opacities of the steps of strength, by how many there are. */
const STRENGTHS = [[1], [0.9], [0.65, 1], [0.58, 0.79, 1]];
/** The same of round dots, which are small and stand alone. */
const ROUND_STRENGTHS = [[1], [1], [0.8, 1], [0.75, 0.88, 1]];
/** Sides of a cell in pixels: the first whose picture is small enough. */
const SIDES = [3, 4, 5, 6, 8, 10];
/** Characters that paths and cells may take, in base64 and as they are. */
const MOST_WIDE = 140_000, MOST_NARROW = 55_000;
/** So many events in rows so high are round dots, larger than their cells. */
const FEW_DOTS = 2500, LEAST_LINE = 5;
const HEAD = 24, AXIS = 22;

export function drawDots(parts: DotsParts, width: number): DrawnDots {
  const { log, rows, colours } = parts;
  const narrow = isNarrow(width);
  const names = rowNames(parts, narrow);
  const left = Math.ceil(Math.max(0, ...names.map(({ text }) => textWidth(text, TEXT) + 8)));
  const room = width - left, height = plotHeight(log.cases, narrow);
  const axis = dotAxis(parts, room);
  const places = { offsets: log.offsets, shares: axis.shares, place: rows.place, colour: colours.of };
  const at = (side: number) =>
    countCells(
      { ...places, colours: colours.names.length },
      axis.columns !== undefined && axis.columns <= room / side ? axis.columns : Math.max(1, Math.floor(room / side)),
      Math.min(log.cases, Math.floor(height / side)),
    );
  const few = log.events <= FEW_DOTS && log.cases <= height / LEAST_LINE;
  let cells = at(few ? 1 : SIDES[0]!);
  let drawn = few ? drawRound(cells, colours, room, height) : drawFilled(cells, colours, room, height);
  for (const side of few ? [] : SIDES.slice(1)) {
    if (weightOf(drawn.marks, drawn.packed, narrow) <= (narrow ? MOST_NARROW : MOST_WIDE)) break;
    cells = at(side);
    drawn = drawFilled(cells, colours, room, height);
  }
  const { marks: keys, bottom } = drawLegend(legendOf(parts, cells), HEAD + height + AXIS + 26, width);
  const title = axisTitle(parts);
  const marks = [
    mark("text", { x: 0, y: 12, class: "tbc-muted" }, clipText(headOf(parts), TEXT, width)),
    mark("g", { transform: `translate(${left},${HEAD})` }, ...ground(axis, room, height), ...drawn.marks),
    ...names.map(({ y, text }) =>
      mark("text", { x: left - 8, y: HEAD + y * height, dy: "0.35em", "text-anchor": "end", class: "tbc-muted" }, text)
    ),
    ...separators(rows, left, room, height),
    mark("text", { x: width, y: HEAD + height + AXIS + 14, "text-anchor": "end", class: "tbc-muted" }, title),
    ...keys,
  ];
  return {
    svg: markupText(chartFrame(width, bottom, marks)),
    data: {
      box: [padding + left, padding + HEAD, room, height],
      columns: cells.columns,
      rows: cells.rows,
      reach: few ? 6 : 0,
      scale: axis.scale,
      cells: drawn.packed,
    },
    cells,
  };
}

/** A case has a line of its own where that is not too high. */
function plotHeight(cases: number, narrow: boolean): number {
  return Math.min(narrow ? 380 : 440, Math.max(40, cases * 14));
}

function weightOf(marks: readonly Markup[], packed: string, narrow: boolean): number {
  const drawn = marks.reduce((sum, { attributes }) => sum + String(attributes.d ?? "").length, 0);
  return drawn * (narrow ? 1 : 4 / 3) + packed.length;
}

/** What tells a colour and a strength apart from others. */
const kindOf = ({ counts, colour, most }: DotCells) => (cell: number) =>
  colour[cell]! * 3 + levelOf(counts[cell]!, most);

function strokeOf(kind: number, cells: DotCells, { inks }: DotColours, strengths = STRENGTHS) {
  return { stroke: inks[Math.floor(kind / 3)], "stroke-opacity": strengths[levelsOf(cells.most)]![kind % 3] };
}

function drawFilled(cells: DotCells, colours: DotColours, room: number, height: number) {
  const paths = [...cellPaths(cells, kindOf(cells))].sort(([a], [b]) => a - b);
  const marks = paths.map(([kind, d]) =>
    mark("path", {
      d,
      transform: `scale(${rounded4(room / cells.columns)},${rounded4(height / cells.rows)})`,
      ...strokeOf(kind, cells, colours),
      fill: "none",
    })
  );
  return { marks, packed: packCells(cells.counts, cells.colour) };
}

/** Four decimals: of some hundred cells two are not enough. */
function rounded4(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}

function drawRound(cells: DotCells, colours: DotColours, room: number, height: number) {
  const { columns, rows, counts } = cells;
  const line = height / rows, size = Math.max(4.5, Math.min(9, line * 0.64));
  const kind = kindOf(cells);
  const paths = new Map<number, string[]>();
  for (let cell = 0; cell < counts.length; cell++) {
    if (counts[cell] === 0) continue;
    const x = (cell % columns + 0.5) / columns * room, y = (Math.floor(cell / columns) + 0.5) * line;
    const d = `M${rounded(x)} ${rounded(y)}h0`;
    const own = paths.get(kind(cell));
    if (own) own.push(d);
    else paths.set(kind(cell), [d]);
  }
  const marks = [...paths].sort(([a], [b]) => a - b).map(([kind, parts]) =>
    mark("path", {
      d: parts.join(""),
      ...strokeOf(kind, cells, colours, ROUND_STRENGTHS),
      "stroke-width": size,
      "stroke-linecap": "round",
      fill: "none",
    })
  );
  return { marks, packed: packCells(cells.counts, cells.colour) };
}

/** Lines of the axis behind the dots, and its words below them. */
function ground({ ticks, lines }: DotAxis, room: number, height: number): Markup[] {
  return [
    ...lines.map((x) => mark("line", { x1: x, x2: x, y1: 0, y2: height, class: "tbc-line" })),
    mark("line", { x1: 0, x2: room, y1: height + 0.5, y2: height + 0.5, class: "tbc-line" }),
    ...ticks.map(({ x, text }) =>
      mark("text", { x, y: height + 17, "text-anchor": tickAnchor(x, text, room), class: "tbc-muted tbc-num" }, text)
    ),
  ];
}

/** Names at the left: of the cases where there are few, of the values by which they are sorted. */
function rowNames({ log, rows }: DotsParts, narrow: boolean): { y: number; text: string }[] {
  const most = narrow ? 84 : 150, height = plotHeight(log.cases, narrow);
  if (rows.groups) {
    let end = -Infinity;
    return rows.groups.map(({ name, from, to }) => ({
      y: (from + to) / 2 / log.cases,
      text: clipText(name, TEXT, most),
    })).filter(({ y }) => {
      if (y * height < end + 15) return false;
      end = y * height;
      return true;
    });
  }
  if (height / log.cases < 14) return [];
  return Array.from(rows.order, (c, i) => ({ y: (i + 0.5) / log.cases, text: clipText(log.caseIds[c]!, TEXT, most) }));
}

function separators({ groups = [], order }: DotRows, left: number, room: number, height: number): Markup[] {
  if (groups.length > 40) return [];
  return groups.slice(1).map(({ from }) => {
    const y = HEAD + from / order.length * height;
    return mark("line", { x1: left, x2: left + room, y1: y, y2: y, class: "tbc-whisker", "stroke-dasharray": "2 3" });
  });
}

function headOf({ log, rows }: DotsParts): string {
  return `${countOf(log.cases, "case")}, ${rows.words}`;
}

function axisTitle({ x, zone }: DotsParts): string {
  return {
    time: "time (UTC)",
    age: "time since the case began",
    position: "position of the event in its case",
    week: `time of the week (${zone.name})`,
  }[x];
}

/** Colours by how many events have them, then what strength stands for. */
function legendOf({ log, colours }: DotsParts, cells: DotCells): LegendEntry[] {
  const strengths = STRENGTHS[levelsOf(cells.most)]!;
  const own = (level: number) => {
    const counts: number[] = [];
    for (const count of new Set(cells.counts)) {
      if (count > 0 && levelOf(count, cells.most) === level) counts.push(count);
    }
    return counts;
  };
  return [
    ...colours.names.map((name, k) => ({
      name,
      aside: formatShare(colours.events[k]! / log.events),
      ink: colours.inks[k]!,
      title: `${name}\nevents\t${formatCount(colours.events[k]!)}\nshare\t${
        formatShare(colours.events[k]! / log.events)
      }`,
    })),
    ...(strengths.length < 2 ? [] : strengths.flatMap((opacity, level) => {
      const counts = own(level);
      if (counts.length === 0) return [];
      const [least, most] = [Math.min(...counts), Math.max(...counts)];
      const range = least === most ? formatCount(most) : `${formatCount(least)} to ${formatCount(most)}`;
      return [{ name: `${range} ${most === 1 ? "event" : "events"}`, opacity, newRow: level === 0 }];
    })),
  ];
}
