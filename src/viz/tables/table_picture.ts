/** The first rows of a table as a picture, for GitHub, print and wherever HTML is not shown. */
import type { FigureTable } from "../figure/figure_parts.ts";
import { formatCount } from "../../base/format.ts";
import { textWidth } from "../../base/text_width.ts";
import { chartFrame, emptyChart, TEXT } from "../kit/chart_frame.ts";
import { clipText } from "../kit/fit_text.ts";
import { chartWidth } from "../kit/frame.ts";
import { type Markup, markupText } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { barOf, columnsOf, type TableColumn } from "./columns.ts";
import { isFigure, writeCell } from "./units.ts";

const rowHeight = 24;
const gap = 20;
const barWidth = 60;
const leastText = 70, mostText = 420;

export function tablePicture(table: FigureTable, most: number): string {
  const columns = columnsOf(table);
  const rows = table.rows.slice(0, most);
  if (columns.length === 0) return markupText(emptyChart("A table without columns."));
  const written = rows.map((row) => columns.map(({ unit }, i) => writeCell(row[i], unit).replace(/\s+/g, " ")));
  const widths = widthsOf(columns, written);
  const lefts = widths.map((_, i) => widths.slice(0, i).reduce((sum, width) => sum + width + gap, 0));
  const marks: Markup[] = columns.slice(0, widths.length).flatMap((column, i) => [
    textAt(column, column.head, lefts[i]!, widths[i]!, 12, "tbc-muted"),
    ...rows.flatMap((row, r) => {
      const y = 20 + (r + 0.5) * rowHeight;
      const bar = barOf(row[i], column.full);
      return [
        ...(bar === undefined ? [] : [mark("rect", {
          x: lefts[i]!,
          y: y - 4,
          width: Math.max(1, bar * barWidth),
          height: 8,
          rx: 1.5,
          class: "tbc-bar",
        })]),
        ...(written[r]![i] === "" ? [] : [textAt(column, written[r]![i]!, lefts[i]!, widths[i]!, y + 4, "tbc-ink")]),
      ];
    }),
  ]);
  const width = lefts.at(-1)! + widths.at(-1)!;
  const rest = restInWords((table.total ?? table.rows.length) - rows.length, columns.length - widths.length);
  const bottom = 20 + rows.length * rowHeight;
  return markupText(chartFrame(Math.max(width, 200), bottom + (rest === "" ? 0 : 22), [
    ...Array.from(
      { length: rows.length + 1 },
      (_, r) =>
        mark("line", { x1: 0, x2: width, y1: 20.5 + r * rowHeight, y2: 20.5 + r * rowHeight, class: "tbc-line" }),
    ),
    ...marks,
    ...(rest === "" ? [] : [mark("text", { x: 0, y: bottom + 18, class: "tbc-muted" }, rest)]),
  ]));
}

function textAt(column: TableColumn, text: string, left: number, width: number, y: number, ink: string): Markup {
  const right = isFigure(column.unit);
  return mark("text", {
    x: right ? left + width : left,
    y,
    class: right ? `${ink} tbc-num` : ink,
    "text-anchor": right ? "end" : undefined,
  }, clipText(text, TEXT, width));
}

/** What each column takes; texts give way, then the last columns are left out. */
function widthsOf(columns: readonly TableColumn[], written: readonly (readonly string[])[]): number[] {
  const natural = columns.map(({ head, unit, full }, i) => {
    const texts = written.map((row) => row[i]!);
    const bar = full === null ? 0 : barWidth + 8;
    const most = Math.max(
      textWidth(head, TEXT),
      ...texts.map((text) => textWidth(text.slice(0, 120), TEXT) + bar),
    );
    return Math.ceil(isFigure(unit) ? most : Math.min(most, mostText)) + 1;
  });
  const widths: number[] = [];
  const least = natural.map((width, i) => isFigure(columns[i]!.unit) ? width : Math.min(width, leastText));
  for (let i = 0, used = 0; i < natural.length; i++) {
    used += least[i]! + (i === 0 ? 0 : gap);
    if (i > 0 && used > chartWidth) break;
    widths.push(least[i]!);
  }
  let room = chartWidth - widths.reduce((sum, width) => sum + width + gap, -gap);
  // The room that is left goes to texts in equal parts, to each no more than it needs.
  let wanting = widths.flatMap((width, i) => width < natural[i]! ? [i] : []);
  while (room > 1 && wanting.length > 0) {
    const part = room / wanting.length;
    for (const i of wanting) {
      const more = Math.min(part, natural[i]! - widths[i]!);
      widths[i]! += more;
      room -= more;
    }
    wanting = wanting.filter((i) => natural[i]! - widths[i]! > 0.5);
  }
  return widths;
}

function restInWords(rows: number, columns: number): string {
  const parts = [
    ...(rows > 0 ? [`${formatCount(rows)} more ${rows === 1 ? "row" : "rows"}`] : []),
    ...(columns > 0 ? [`${formatCount(columns)} more ${columns === 1 ? "column" : "columns"}`] : []),
  ];
  return parts.length === 0 ? "" : `… and ${parts.join(" and ")}`;
}
