/** The picture of switches as a matrix: people leave the application of the row for that of the column; sums stand at the edges. */
import { clipText } from "../kit/fit_text.ts";
import { chartFrame, emptyChart, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { chartWidth } from "../kit/frame.ts";
import { type CellBox, countInCell, heatOf, isDark } from "../kit/heat_cell.ts";
import { mark, rounded } from "../kit/svg.ts";
import { countOf, formatCount, formatShare } from "../../base/format.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { light } from "../kit/theme.ts";
import { textWidth } from "../../base/text_width.ts";

export interface SwitchPicture {
  /** The last one stands for several if `others`. */
  readonly names: readonly string[];
  readonly colours: readonly string[];
  readonly others: boolean;
  readonly counts: readonly (readonly number[])[];
  readonly pingPongs: readonly (readonly number[])[];
}

/** A cell is marked from this share of ping-pongs on. */
export const markedFrom = 0.5;

const SMALL = TEXT, LEAST_NAMES = 110, MOST_NAMES = 230, SUM = 62, BAR = 110;
/** On a phone the matrix scrolls; then names are cut earlier, and no bars stand beside the sums. */
const PHONE_NAMES = 128, PHONE_CELL = 36;

export const switchStyle =
  `.tbp-back{fill:none;stroke:${light.ink};stroke:var(--ink,${light.ink});stroke-width:1.4px}` +
  `.tbp-on{stroke:${light.background};stroke:var(--back,${light.background})}`;

export function drawSwitchMatrix(picture: SwitchPicture, wide: number = chartWidth): Markup {
  const { names, counts, pingPongs } = picture;
  if (names.length === 0) {
    return emptyChart("No switches.");
  }
  const n = names.length;
  const widest = Math.max(...names.map((name) => textWidth(name, TEXT)));
  const narrow = isNarrow(wide);
  const side = Math.round(Math.max(narrow ? 0 : LEAST_NAMES, Math.min(narrow ? PHONE_NAMES : MOST_NAMES, widest + 16)));
  const bar = narrow ? 0 : BAR;
  const largest = Math.max(1, ...counts.flat(), ...counts.map((row) => row.reduce((sum, value) => sum + value, 0)));
  const least = Math.max(PHONE_CELL, Math.ceil(textWidth(formatCount(largest), TEXT) / 1.12) + 8);
  const cell = Math.max(narrow ? least : 20, Math.min(84, (wide - side - SUM - bar) / n));
  const height = Math.max(24, Math.min(34, cell));
  const labels = names.map((name) => clipText(name, SMALL, 150));
  const slanted = labels.some((label) => textWidth(label, SMALL) > cell - 6);
  const head = 24 + (slanted ? 12 + Math.max(...labels.map((label) => textWidth(label, SMALL))) * 0.71 : 16);
  const right = side + n * cell;
  const out = counts.map((row) => row.reduce((sum, value) => sum + value, 0));
  const into = names.map((_, j) => counts.reduce((sum, row) => sum + row[j]!, 0));
  const most = Math.max(1, ...counts.flat());
  const marks: Markup[] = [
    markup("style", {}, switchStyle),
    mark("text", { x: 0, y: head - 8, class: "tbc-muted", "font-size": SMALL }, "from ↓  to →"),
    mark(
      "text",
      { x: right + SUM - 8, y: head - 8, class: "tbc-muted", "font-size": SMALL, "text-anchor": "end" },
      "all",
    ),
    ...labels.map((label, i) => {
      const x = side + (i + 0.5) * cell - (slanted ? 4 : 0), y = head - 8;
      return mark("text", {
        x,
        y,
        class: "tbc-ink",
        "font-size": SMALL,
        "text-anchor": slanted ? "start" : "middle",
        transform: slanted ? `rotate(-45 ${rounded(x)} ${rounded(y)})` : undefined,
      }, label);
    }),
  ];
  names.forEach((_, i) => {
    const y = head + i * height, middle = y + height / 2 - 1;
    marks.push(
      mark(
        "text",
        { x: side - 10, y: middle, dy: "0.35em", "text-anchor": "end", class: "tbc-ink" },
        clipText(names[i]!, TEXT, side - 14),
      ),
      sum(right + SUM - 8, middle, out[i]!),
      ...(narrow ? [] : [mark("rect", {
        x: right + SUM,
        y: middle - 5,
        width: Math.max(out[i]! > 0 ? 1 : 0, out[i]! / Math.max(1, ...out) * (BAR - 4)),
        height: 10,
        rx: 2,
        class: "tbc-bar",
      })]),
    );
    counts[i]!.forEach((count, j) =>
      marks.push(
        ...drawCell(names, i, j, count, pingPongs[i]![j]!, most, {
          x: side + j * cell,
          y,
          width: cell - 2,
          height: height - 2,
        }),
      )
    );
  });
  const foot = head + n * height;
  marks.push(
    mark("text", {
      x: side - 10,
      y: foot + 12,
      dy: "0.35em",
      "text-anchor": "end",
      class: "tbc-muted",
      "font-size": SMALL,
    }, "all"),
    ...into.map((value, j) => sum(side + (j + 0.5) * cell - 1, foot + 12, value, "middle")),
    ...drawKey(narrow ? 0 : side, foot + 44, narrow),
  );
  const last = labels.at(-1)!;
  const leans = slanted ? right - cell / 2 + textWidth(last, SMALL) * 0.71 : 0;
  return chartFrame(narrow ? Math.max(wide, right + SUM, leans) : wide, foot + (narrow ? 74 : 52), marks);
}

function sum(x: number, y: number, value: number, anchor = "end"): Markup {
  return mark(
    "text",
    { x, y, dy: "0.35em", "text-anchor": anchor, class: "tbc-muted tbc-num", "font-size": SMALL },
    formatCount(value),
  );
}

function drawCell(
  names: readonly string[],
  i: number,
  j: number,
  count: number,
  back: number,
  most: number,
  box: CellBox,
): Markup[] {
  if (count === 0) return [mark("rect", { ...box, rx: 2, class: "tbc-track", opacity: i === j ? 0.15 : 0.35 })];
  const heat = heatOf(count, most), dark = isDark(heat);
  return [mark(
    "g",
    {},
    mark(
      "title",
      {},
      `${names[i]} → ${names[j]}\nswitches\t${countOf(count, "time")}\nstraight back\t${formatCount(back)} (${
        formatShare(back / count)
      })`,
    ),
    mark("rect", { ...box, rx: 2, class: "tbc-heat", "fill-opacity": heat }),
    ...countInCell(box, count, dark, { font: TEXT, margin: 4 }),
    ...(back > 0
      ? [mark("rect", {
        x: box.x + 2,
        y: box.y + box.height - 4,
        width: Math.max(1.5, back / count * (box.width - 4)),
        height: 2.5,
        class: dark ? "tbc-on-heat" : "tbc-ink",
      })]
      : []),
    ...(back / count >= markedFrom ? [returning(box.x + box.width, box.y, dark)] : []),
  )];
}

/** An arrow that turns back, in the upper right corner. */
function returning(right: number, top: number, onDark: boolean): Markup {
  const d = `M${rounded(right - 11)},${rounded(top + 4)}h4.5a2.2,2.2 0 0 1 0,4.4h-4.5m2.2,-2l-2.2,2l2.2,2`;
  return mark("path", { d, class: onDark ? "tbp-back tbp-on" : "tbp-back" });
}

function drawKey(left: number, y: number, narrow: boolean): Markup[] {
  const words = (x: number, y: number, text: string) => mark("text", { x, y, dy: "0.35em", class: "tbc-ink" }, text);
  const [x2, y2] = narrow ? [left, y + 24] : [left + 320, y];
  const cell = (x: number, y: number) =>
    mark("rect", { x, y: y - 8, width: 26, height: 16, rx: 2, class: "tbc-heat", "fill-opacity": 0.35 });
  return [
    cell(left, y),
    mark("rect", { x: left + 2, y: y + 4, width: 9, height: 2.5, class: "tbc-ink" }),
    words(left + 34, y, "share that goes straight back (ping-pong)"),
    cell(x2, y2),
    returning(x2 + 24, y2 - 7, false),
    words(x2 + 34, y2, "half of them or more"),
  ];
}
