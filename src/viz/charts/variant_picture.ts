/** The picture of variants: drawn in the kernel for the still figure, and again in the page when rows are added. */
import { countOf } from "../../base/format.ts";
import type { Markup } from "../kit/markup.ts";
import { frame } from "../kit/frame.ts";
import { columnHeads, rowNumbers } from "../kit/number_columns.ts";
import { mark } from "../kit/svg.ts";
import { textWidth } from "../../base/text_width.ts";
import { moreText } from "../../base/lists.ts";

/** All that the picture needs, worked out in the kernel; JSON. */
export interface VariantPicture {
  readonly activities: readonly PicturedActivity[];
  readonly rows: readonly PicturedVariant[];
  /** All variants of the log, also those that are not among `rows`. */
  readonly variants: number;
  /** Pixels of one chevron, the same in every row so that positions line up. */
  readonly chevronWidth: number;
  readonly chevronHeight: number;
  readonly width: number;
}

export interface PicturedActivity {
  readonly name: string;
  /** What stands in its chevrons: one or two lines. */
  readonly label: readonly string[];
  readonly colour: string;
  /** Colour of text on `colour`. */
  readonly ink: string;
  /** How many events and cases of the log it has, in words. */
  readonly counts: string;
}

export interface PicturedVariant {
  readonly share: number;
  readonly casesText: string;
  readonly shareText: string;
  readonly medianText: string;
  /** Share of the cases that this and all more frequent variants cover. */
  readonly coveredText: string;
  /** Activity, and how often it occurs there in a row. */
  readonly steps: readonly (readonly [activity: number, times: number])[];
  /** Events after these steps, left out because the trace is very long. */
  readonly more: number;
}

const SMALL = 10, TINY = 9.5;
/** Right edges of the columns of numbers, left edges of bars and traces. */
const AT = { rank: 24, cases: 78, share: 122, bar: 132, barWidth: 64, median: 282, trace: 300 };
const HEAD = 28, GAP = 8, LINE_GAP = 3, NOTCH = 7, LEGEND_LINE = 21;

/** Pixels that a line of chevrons may take. */
export function traceWidth(width: number): number {
  return width - AT.trace - NOTCH;
}

/** Pixels of a chevron that its label cannot use. */
export const chevronMargin = 2 * NOTCH + 8;

/** The page's picture tells its parts apart, for the pointer; the still one is lighter. */
type Where = "still" | "page";

/** Draws the first `shown` rows, and the legend of the activities in them. */
export function drawVariants(picture: VariantPicture, shown: number, where: Where): Markup {
  const rows = picture.rows.slice(0, shown);
  const perLine = Math.max(1, Math.floor(traceWidth(picture.width) / picture.chevronWidth));
  const most = Math.max(...rows.map((row) => row.share), 0);
  const marks = drawHead(picture);
  let y = HEAD;
  rows.forEach((row, index) => {
    const lines = Math.max(1, Math.ceil((row.steps.length + (row.more > 0 ? 1 : 0)) / perLine));
    marks.push(drawRow(picture, row, { index, y, perLine, most, where }));
    y += lines * (picture.chevronHeight + LINE_GAP) - LINE_GAP + GAP;
  });
  marks.push(mark("text", { x: AT.trace, y: y + 11, class: "tbc-muted" }, remainder(picture, rows)));
  const used = [...new Set(rows.flatMap((row) => row.steps.map(([activity]) => activity)))];
  const legend = drawLegend(picture, used, y + 36);
  return frame(picture.width, legend.bottom, [...marks, legend.group]);
}

function drawHead(picture: VariantPicture): Markup[] {
  return columnHeads(picture.width, [
    [AT.cases, "cases"],
    [AT.share, "share"],
    [AT.median, "median time"],
    [AT.trace, "activities in order", "start"],
  ]);
}

function drawRow(
  picture: VariantPicture,
  row: PicturedVariant,
  { index, y, perLine, most, where }: { index: number; y: number; perLine: number; most: number; where: Where },
): Markup {
  const { chevronHeight, chevronWidth } = picture;
  const place = (step: number) => ({
    x: AT.trace + (step % perLine) * chevronWidth,
    y: y + Math.floor(step / perLine) * (chevronHeight + LINE_GAP),
  });
  return mark(
    "g",
    { class: "tbc-variant", "data-variant": String(index) },
    ...rowNumbers({
      top: y,
      height: chevronHeight,
      numbers: [
        [AT.rank, String(index + 1), "muted"],
        [AT.cases, row.casesText],
        [AT.share, row.shareText],
        [AT.median, row.medianText, "muted"],
      ],
      before: 3,
      bar: { x: AT.bar, width: AT.barWidth, share: most > 0 ? row.share / most : 0, least: most > 0 ? 1 : 0 },
    }, false),
    mark(
      "g",
      { "text-anchor": "middle", "font-size": picture.chevronHeight > 24 ? TINY : SMALL },
      ...row.steps.flatMap((_, step) => drawChevron(picture, row, step, place(step), where)),
    ),
    ...(row.more > 0
      ? [mark("text", {
        x: place(row.steps.length).x + 8,
        y: place(row.steps.length).y + chevronHeight / 2,
        dy: "0.35em",
        class: "tbc-muted",
        "font-size": SMALL,
      }, moreText(row.more))]
      : []),
  );
}

function drawChevron(
  { activities, chevronWidth, chevronHeight: height }: VariantPicture,
  row: PicturedVariant,
  step: number,
  { x, y }: { x: number; y: number },
  where: Where,
): Markup[] {
  const [activity, times] = row.steps[step]!;
  const { label, colour, ink } = activities[activity]!;
  const width = chevronWidth - 2;
  const notch = step === 0 ? 0 : NOTCH;
  const outline = `M${x},${y}h${width}l${NOTCH},${height / 2}l${-NOTCH},${height / 2}h${-width}` +
    (notch > 0 ? `l${notch},${-height / 2}z` : "z");
  const lines = times > 1 ? [...label.slice(0, -1), `${label.at(-1)} ×${times}`] : label;
  const centre = x + (width + NOTCH + notch) / 2, middle = y + height / 2;
  const drawn = [
    mark("path", { d: outline, fill: colour }),
    ...lines.map((line, i) =>
      mark("text", { x: centre, y: middle + 3.5 + (i - (lines.length - 1) / 2) * 10.5, fill: ink }, line)
    ),
  ];
  return where === "still"
    ? drawn
    : [mark("g", { class: "tbc-chevron", "data-activity": String(activity), "data-step": String(step) }, ...drawn)];
}

function remainder(picture: VariantPicture, rows: readonly PicturedVariant[]): string {
  const further = picture.variants - rows.length;
  if (rows.length === 0) return "No cases.";
  const covered = rows.at(-1)!.coveredText;
  if (further === 0) {
    return `${rows.length === 1 ? "This is the only variant" : `These are all ${rows.length} variants`}.`;
  }
  return `… and ${countOf(further, "further variant")}; ` +
    `the ${rows.length} shown cover${rows.length === 1 ? "s" : ""} ${covered} of the cases`;
}

/** Colours and labels of some activities, and what they stand for. */
export function drawLegend(
  picture: {
    readonly activities: readonly Omit<PicturedActivity, "counts">[];
    readonly width: number;
  },
  used: readonly number[],
  top: number,
): { group: Markup; bottom: number } {
  if (used.length === 0) return { group: mark("g"), bottom: top };
  const entries = used.map((a) => ({ a, ...picture.activities[a]! }));
  const abbreviated = entries.some(({ label, name }) => label.join(" ") !== name);
  const swatch = abbreviated ? Math.max(...entries.map(({ label }) => textWidth(label.join(" "), SMALL))) + 12 : 14;
  const widest = Math.max(...entries.map(({ name }) => textWidth(name, 11))) + swatch + 28;
  const columns = Math.max(1, Math.min(entries.length, Math.floor(picture.width / widest)));
  const lines = Math.ceil(entries.length / columns);
  const drawn = entries.map(({ a, name, label, colour, ink }, i) => {
    const x = Math.floor(i / lines) * widest, y = top + (i % lines) * LEGEND_LINE;
    return mark(
      "g",
      { class: "tbc-entry", "data-activity": String(a) },
      mark("rect", { x, y: y - 8, width: swatch, height: 16, rx: 2, fill: colour }),
      ...(abbreviated
        ? [mark("text", {
          x: x + swatch / 2,
          y,
          dy: "0.35em",
          "text-anchor": "middle",
          fill: ink,
          "font-size": SMALL,
        }, label.join(" "))]
        : []),
      mark("text", { x: x + swatch + 7, y, dy: "0.35em", class: "tbc-ink" }, name),
    );
  });
  return { group: mark("g", { class: "tbc-legend" }, ...drawn), bottom: top + lines * LEGEND_LINE - 8 };
}
