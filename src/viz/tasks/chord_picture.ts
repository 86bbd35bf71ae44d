/**
 * The picture of switches as a chord diagram: Krzywinski et al., "Circos: an information aesthetic for comparative
 * genomics", Genome Research 19, 2009; angles by d3-chord.
 */
import { chordDirected } from "d3";
import { clipText } from "../kit/fit_text.ts";
import { chartFrame, emptyChart, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { chartWidth } from "../kit/frame.ts";
import { wrapLines } from "../kit/wrap_text.ts";
import { mark, rounded } from "../kit/svg.ts";
import { countOf, formatCount, formatShare } from "../../base/format.ts";
import { neutral } from "../kit/palette.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { markedFrom, type SwitchPicture } from "./switch_matrix_picture.ts";

/** Radians: half of the widest point of a ribbon. */
const POINT = 0.09;
const RING = 12, TIP = 9;

const style = `.tbh-ribbon{fill-opacity:.62}.tbh-back{fill-opacity:.3;stroke-width:1.6px;stroke-dasharray:4 2.5}`;

/** Ribbons are as wide as their count, in the colour of the application left, with a point where they arrive. */
export function drawChord(
  { names, colours, counts, pingPongs, others }: SwitchPicture,
  width: number = chartWidth,
): Markup {
  if (names.length === 0) {
    return emptyChart("No switches.");
  }
  const chords = chordDirected().padAngle(Math.min(0.06, 1.2 / names.length))(counts.map((row) => [...row]));
  const colour = (i: number) => others && i === names.length - 1 ? neutral : colours[i]!;
  const narrow = isNarrow(width), radius = narrow ? 92 : 190;
  const cx = width / 2, cy = radius + RING + 30;
  // The few on top of the many.
  const ribbons = [...chords].sort((a, b) => b.source.value - a.source.value || a.source.index - b.source.index);
  const marks: Markup[] = [
    markup("style", {}, style),
    mark(
      "g",
      { transform: `translate(${cx},${cy})` },
      ...ribbons.map(({ source, target }) => {
        const from = source.index, to = target.index;
        const back = pingPongs[from]![to]!, share = back / source.value;
        return mark(
          "g",
          {},
          mark(
            "title",
            {},
            `${names[from]} → ${names[to]}\nswitches\t${countOf(source.value, "time")}\nstraight back\t${
              formatCount(back)
            } (${formatShare(share)})`,
          ),
          mark("path", {
            d: ribbon(source, target, radius),
            fill: colour(from),
            class: share >= markedFrom ? "tbh-back" : "tbh-ribbon",
            ...(share >= markedFrom ? { stroke: colour(from) } : {}),
          }),
        );
      }),
      ...chords.groups.flatMap(({ index, startAngle, endAngle, value }) => {
        const middle = (startAngle + endAngle) / 2;
        const x = Math.sin(middle) * (radius + RING + 10), y = -Math.cos(middle) * (radius + RING + 10);
        const end = Math.sin(middle) < -0.2, begin = Math.sin(middle) > 0.2;
        return [
          mark(
            "g",
            {},
            mark("title", {}, `${names[index]}\nswitches from and to it\t${formatCount(value)}`),
            mark("path", { d: arc(startAngle, endAngle, radius), fill: colour(index), class: "tbc-edge" }),
          ),
          mark("text", {
            x,
            y,
            dy: "0.35em",
            "text-anchor": end ? "end" : begin ? "start" : "middle",
            class: "tbc-ink",
          }, clipText(names[index]!, TEXT, Math.min(200, end || begin ? width / 2 - Math.abs(x) : width / 2))),
        ];
      }),
    ),
    ...drawKey(2 * cy + 2, width),
  ];
  const lines = keyLines(width).flat().length;
  return chartFrame(width, 2 * cy + 2 + (narrow ? lines * 17 : 10), marks);
}

/** What forms and colours of ribbons mean: side by side, or on a phone one below the other. */
function keyLines(width: number): [dashed: string[], colour: string[]] {
  const room = isNarrow(width) ? width - 30 : width;
  return [
    wrapLines("dashed: half of these switches or more go straight back (ping-pong)", TEXT, room),
    wrapLines("a ribbon has the colour of the application left, its point is where it goes", TEXT, room),
  ];
}

function drawKey(y: number, width: number): Markup[] {
  const narrow = isNarrow(width), [dashed, colour] = keyLines(width);
  const text = (x: number, y: number, words: string, kind: string, anchor = "start") =>
    mark("text", { x, y, dy: "0.35em", "text-anchor": anchor, class: kind }, words);
  return [
    mark("rect", { x: 0, y: y - 6, width: 22, height: 12, class: "tbh-back", fill: neutral, stroke: neutral }),
    ...dashed.map((line, i) => text(30, y + i * 16, line, "tbc-ink")),
    ...colour.map((line, i) =>
      narrow ? text(30, y + (dashed.length + i) * 16 + 4, line, "tbc-muted") : text(width, y, line, "tbc-muted", "end")
    ),
  ];
}

interface Angles {
  readonly startAngle: number;
  readonly endAngle: number;
}

const at = (angle: number, radius: number) =>
  `${rounded(Math.sin(angle) * radius)},${rounded(-Math.cos(angle) * radius)}`;

function arc(from: number, to: number, radius: number): string {
  const large = to - from > Math.PI ? 1 : 0, outer = radius + RING;
  return `M${at(from, radius)}A${radius},${radius} 0 ${large} 1 ${at(to, radius)}L${at(to, outer)}` +
    `A${outer},${outer} 0 ${large} 0 ${at(from, outer)}z`;
}

/** The point is no wider than an arrow's, however wide the ribbon. */
function ribbon(source: Angles, target: Angles, radius: number): string {
  const inner = radius - 2, back = inner - TIP, tip = (target.startAngle + target.endAngle) / 2;
  const half = Math.min((target.endAngle - target.startAngle) / 2, POINT);
  const large = (from: number, to: number) => to - from > Math.PI ? 1 : 0;
  const shoulder = (from: number, to: number) => `A${back},${back} 0 ${large(from, to)} 1 ${at(to, back)}`;
  return `M${at(source.startAngle, inner)}A${inner},${inner} 0 ${large(source.startAngle, source.endAngle)} 1 ${
    at(source.endAngle, inner)
  }Q0,0 ${at(target.startAngle, back)}` + (half < POINT ? "" : shoulder(target.startAngle, tip - half)) +
    `L${at(tip, inner)}L${at(tip + half, back)}` + (half < POINT ? "" : shoulder(tip + half, target.endAngle)) +
    `Q0,0 ${at(source.startAngle, inner)}z`;
}
