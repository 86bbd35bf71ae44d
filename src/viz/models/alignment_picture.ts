/** The picture of alignments: a row of chevrons for each variant, its moves told apart by form, sign and colour. */
import type { MoveKind } from "../../mining/alignments/alignment.ts";
import { frame } from "../kit/frame.ts";
import { markedChevron, NOTCH, writtenChevron } from "../kit/marked_chevron.ts";
import { columnHeads, pointedNumbers } from "../kit/number_columns.ts";
import { mark, rounded } from "../kit/svg.ts";
import { drawLegend, type PicturedActivity, traceWidth } from "../charts/variant_picture.ts";
import { moreText } from "../../base/lists.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { light } from "../kit/theme.ts";
import { inserted, skipped } from "./graph_picture.ts";

/** All that the picture needs, worked out before. */
export interface AlignmentPicture {
  readonly activities: readonly Omit<PicturedActivity, "counts">[];
  readonly rows: readonly AlignedRow[];
  readonly chevronWidth: number;
  readonly chevronHeight: number;
  readonly width: number;
  /** Said under the rows. */
  readonly remainder: string;
}

export interface AlignedRow {
  /** Number of the variant in the log. */
  readonly rankText: string;
  readonly casesText: string;
  readonly shareText: string;
  /** 0 to 1. */
  readonly fitness: number;
  readonly fitnessText: string;
  readonly costText: string;
  readonly optimal: boolean;
  readonly title: string;
  readonly moves: readonly PicturedMove[];
  /** Moves after these, left out because there are very many. */
  readonly more: number;
}

export interface PicturedMove {
  readonly kind: MoveKind;
  /** Index into the activities; -1 of silent moves. */
  readonly activity: number;
  /** How often in a row. */
  readonly times: number;
  /** For the pointer; empty where there are too many. */
  readonly title: string;
}

const SMALL = 10, TINY = 9.5;
const AT = { rank: 24, cases: 74, share: 124, bar: 136, barWidth: 38, fitness: 230, cost: 284, trace: 300 };
const HEAD = 28, GAP = 8, LINE_GAP = 3, TICK = 11;

/** What stands before the name of an activity, for those who cannot tell the colours. */
export const moveSigns: Readonly<Record<MoveKind, string>> = { sync: "", log: "+ ", model: "− ", silent: "" };

const style =
  `.tba-log{fill:${inserted};fill-opacity:.2;stroke:${inserted};stroke-width:1.6px;stroke-dasharray:4 2.5}` +
  `.tba-model{fill:${skipped};fill-opacity:.16;stroke:${skipped};stroke-width:1.6px}` +
  `.tba-hatch{fill:none;stroke:${skipped};stroke-opacity:.55}` +
  `.tba-tick{fill:none;stroke:${light.quiet};stroke:var(--quiet,${light.quiet});stroke-width:1.5px}` +
  `.tba-halo{stroke:${light.background};stroke:var(--back,${light.background});stroke-width:3px;paint-order:stroke;stroke-linejoin:round}`;

export function drawAlignments(picture: AlignmentPicture): Markup {
  const marks: Markup[] = [markup("style", {}, style), ...drawHead(picture)];
  let y = HEAD;
  picture.rows.forEach((row, index) => {
    const { marks: drawn, bottom } = drawRow(picture, row, index, y);
    marks.push(drawn);
    y = bottom + GAP;
  });
  marks.push(mark("text", { x: AT.trace, y: y + 11, class: "tbc-muted" }, picture.remainder));
  marks.push(drawKinds(picture, y + 42));
  const used = [...new Set(picture.rows.flatMap(({ moves }) => moves.map(({ activity }) => activity)))]
    .filter((activity) => activity >= 0);
  const legend = drawLegend(picture, used, y + 82);
  return frame(picture.width, legend.bottom, [...marks, legend.group]);
}

function drawHead({ width }: AlignmentPicture): Markup[] {
  return columnHeads(width, [
    [AT.cases, "cases"],
    [AT.share, "share"],
    [AT.fitness, "fitness"],
    [AT.cost, "cost"],
    [AT.trace, "log and model, move by move", "start"],
  ]);
}

function drawRow(
  picture: AlignmentPicture,
  row: AlignedRow,
  index: number,
  top: number,
): { marks: Markup; bottom: number } {
  const { chevronWidth, chevronHeight } = picture;
  const right = AT.trace + traceWidth(picture.width);
  const moves: Markup[] = [];
  let x = AT.trace, y = top;
  for (const move of row.moves) {
    const room = move.kind === "silent" ? TICK : chevronWidth;
    if (x + room > right && x > AT.trace) [x, y] = [AT.trace, y + chevronHeight + LINE_GAP];
    moves.push(drawMove(picture, move, x, y));
    x += room;
  }
  if (row.more > 0) {
    if (x + 80 > right) [x, y] = [AT.trace, y + chevronHeight + LINE_GAP];
    moves.push(mark("text", {
      x: x + 12,
      y: y + chevronHeight / 2,
      dy: "0.35em",
      "text-anchor": "start",
      class: "tbc-muted",
    }, moreText(row.more)));
  }
  const numbers = pointedNumbers({
    top,
    height: chevronHeight,
    numbers: [
      [AT.rank, row.rankText, "muted"],
      [AT.cases, row.casesText],
      [AT.share, row.shareText],
      [AT.fitness, row.fitnessText],
      [AT.cost, row.costText],
    ],
    before: 3,
    bar: { x: AT.bar, width: AT.barWidth, share: row.fitness, least: 0 },
  }, row.title);
  return {
    marks: mark(
      "g",
      { "data-variant": String(index) },
      numbers,
      mark("g", { "text-anchor": "middle", "font-size": chevronHeight > 24 ? TINY : SMALL }, ...moves),
    ),
    bottom: y + chevronHeight,
  };
}

function drawMove(picture: AlignmentPicture, move: PicturedMove, x: number, y: number): Markup {
  const { chevronHeight: height } = picture;
  const { kind, title, times } = move;
  if (kind === "silent") {
    return mark("g", {}, ...(title === "" ? [] : [markup("title", {}, title)]), ...silentTick(x, y, height));
  }
  const { label, ink, colour } = picture.activities[move.activity]!;
  const box = { x, y, width: picture.chevronWidth - 3, height };
  return writtenChevron(box, markedChevron(forms[kind], box, colour, classes), {
    sign: moveSigns[kind],
    label,
    times,
    title,
    text: kind === "sync" ? { fill: ink } : { class: kind === "model" ? "tbc-ink tba-halo" : "tbc-ink" },
  });
}

/** Filled where both move, dashed where only the log does, hatched where only the model does. */
const forms = { sync: "filled", log: "added", model: "left out" } as const;
const classes = { added: "tba-log", leftOut: "tba-model", hatch: "tba-hatch" };

function silentTick(x: number, y: number, height: number): Markup[] {
  return [
    mark("rect", { x, y, width: TICK, height, fill: "#ffffff", "fill-opacity": 0 }),
    mark("path", {
      d: `M${rounded(x + 1)},${rounded(y + 1)}l${NOTCH},${rounded(height / 2 - 1)}l${-NOTCH},${
        rounded(height / 2 - 1)
      }`,
      class: "tba-tick",
    }),
  ];
}

/** What the forms mean. */
function drawKinds(picture: AlignmentPicture, y: number): Markup {
  const silent = picture.rows.some(({ moves }) => moves.some(({ kind }) => kind === "silent"));
  const kinds: [MoveKind, string][] = [
    ["sync", "log and model move together"],
    ["log", "+ in the log only"],
    ["model", "− in the model only: skipped"],
    ...(silent ? [["silent", "silent step of the model"] as [MoveKind, string]] : []),
  ];
  const places = [0, 215, 372, 586];
  return mark(
    "g",
    {},
    ...kinds.flatMap(([kind, text], i) => {
      const x = places[i]!;
      return [
        ...(kind === "silent"
          ? silentTick(x + 12, y - 9, 18)
          : markedChevron(forms[kind], { x, y: y - 9, width: 24, height: 18 }, "#44aa99", classes)),
        mark("text", { x: x + 40, y, dy: "0.35em", class: "tbc-ink" }, text),
      ];
    }),
  );
}
