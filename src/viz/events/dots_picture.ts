/** The picture of a dotted chart: dots where there are few, filled cells of pixels where there are many. */
import { countOf, formatCount, formatShare } from "../../base/format.ts";
import { chartFrame, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { clipText } from "../kit/fit_text.ts";
import { padding } from "../kit/frame.ts";
import { type Markup, markupText } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { textWidth } from "../../base/text_width.ts";
import { countCells, type DotCells, levelOf, levelsOf } from "./dot_cells.ts";
import { type AxisParts, type DotAxis, dotAxis, tickAnchor } from "./dot_axis.ts";
import { drawCells } from "./draw_cells.ts";
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

/** Sides of a cell in pixels: the first whose picture is small enough. */
const SIDES = [3, 4, 5, 6, 8, 10];
/** Characters that paths and cells may take, in base64 and as they are. */
const MOST_WIDE = 140_000, MOST_NARROW = 55_000;
/** So many events in rows so high are round dots, larger than their cells. */
const FEW_DOTS = 2500, LEAST_LINE = 5;
const HEAD = 24, AXIS = 22, NAME_GAP = 12;

export function drawDots(parts: DotsParts, width: number): DrawnDots {
  const { log, rows, colours } = parts;
  const narrow = isNarrow(width);
  const names = rowNames(parts, narrow);
  const left = Math.ceil(Math.max(0, ...names.map(({ text }) => textWidth(text, TEXT) + NAME_GAP)));
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
  // In a column for each position all cells hold as many events as their row has cases.
  const draw = () => {
    const levels = cells.columns === axis.columns ? 1 : levelsOf(cells.most);
    return drawCells({ cells, levels, inks: colours.inks, round: few }, room, height);
  };
  let drawn = draw();
  for (const side of few ? [] : SIDES.slice(1)) {
    if (weightOf(drawn.marks, packCells(cells.counts, cells.colour), narrow) <= (narrow ? MOST_NARROW : MOST_WIDE)) {
      break;
    }
    cells = at(side);
    drawn = draw();
  }
  const { marks: keys, bottom } = drawLegend(legendOf(parts, cells, drawn.strengths), HEAD + height + AXIS + 26, width);
  const title = axisTitle(parts);
  const marks = [
    mark("text", { x: 0, y: 12, class: "tbc-muted" }, clipText(headOf(parts), TEXT, width)),
    mark("g", { transform: `translate(${left},${HEAD})` }, ...ground(axis, room, height), ...drawn.marks),
    ...names.map(({ y, text }) =>
      mark(
        "text",
        { x: left - NAME_GAP, y: HEAD + y * height, dy: "0.35em", "text-anchor": "end", class: "tbc-muted" },
        text,
      )
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
      cells: packCells(cells.counts, cells.colour),
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
function legendOf({ log, colours }: DotsParts, cells: DotCells, strengths: readonly number[]): LegendEntry[] {
  const own = (level: number) => {
    const counts: number[] = [];
    for (const count of new Set(cells.counts)) {
      if (count > 0 && levelOf(count, cells.most, strengths.length) === level) counts.push(count);
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
