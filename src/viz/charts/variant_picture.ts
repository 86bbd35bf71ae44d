/** The picture of variants: drawn in the kernel for the still figure, and again in the page when rows are added. */
import { countOf } from "../../base/format.ts";
import type { Markup } from "../kit/markup.ts";
import { chartFrame, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { columnHeads, rowNumbers } from "../kit/number_columns.ts";
import { mark } from "../kit/svg.ts";
import { textWidth } from "../../base/text_width.ts";
import { moreText } from "../../base/lists.ts";
import { wrapLines } from "../kit/wrap_text.ts";
import { CHEVRON_TEXT, type LaidChevron, layVariants, type RowLayout } from "./variant_layout.ts";

/** All that the picture needs, worked out in the kernel; JSON. */
export interface VariantPicture {
  readonly activities: readonly VariantActivity[];
  readonly rows: readonly PicturedVariant[];
  /** All variants of the log, also those that are not among `rows`. */
  readonly variants: number;
  /** Of the still picture's content. */
  readonly width: number;
}

/** An activity as legends name it. */
export interface PicturedActivity {
  readonly name: string;
  /** What stands for it elsewhere: lines of its name, or a short one. */
  readonly label: readonly string[];
  readonly colour: string;
  /** Colour of text on `colour`. */
  readonly ink: string;
  /** How many events and cases of the log it has, in words. */
  readonly counts: string;
}

/** An activity of variants. */
export interface VariantActivity extends Omit<PicturedActivity, "label"> {
  /** What stands in chevrons that are too narrow for the name. */
  readonly short: string;
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

const SMALL = TEXT;
/** Right edges of the columns of numbers, left edges of bars and traces. */
const WIDE = { rank: 22, cases: 80, share: 128, bar: 138, barWidth: 60, median: 280, trace: 298 };
const HEAD = 30, GAP = 9, LINE_GAP = 3, NOTCH = 7, LEGEND_LINE = 22, PHONE_LINE = 21;

/** Pixels that a line of chevrons may take beside the numbers. */
export function traceWidth(width: number): number {
  return width - WIDE.trace - NOTCH;
}

/** Pixels of a chevron that its label cannot use. */
export const chevronMargin = 2 * NOTCH + 8;

/** The page's picture tells its parts apart, for the pointer; the still one is lighter. */
type Where = "still" | "page";

/** Draws the first `shown` rows, and the legend of the activities in them; for a phone, numbers stand above the rows. */
export function drawVariants(picture: VariantPicture, shown: number, where: Where, width = picture.width): Markup {
  const rows = picture.rows.slice(0, shown);
  const narrow = isNarrow(width);
  const left = narrow ? 0 : WIDE.trace;
  const laid = layVariants(picture.activities, rows, width - left);
  const most = Math.max(...rows.map((row) => row.share), 0);
  const marks = narrow ? [] : drawHead(width);
  const bars = narrow ? phoneBars(rows, width) : undefined;
  let y = narrow ? 0 : HEAD;
  rows.forEach((row, index) => {
    const place: RowPlace = { index, y, left, most, where, bars, width, height: laid.chevronHeight };
    marks.push(drawRow(picture, row, laid.rows[index]!, place));
    y += laid.rows[index]!.lines * (laid.chevronHeight + LINE_GAP) - LINE_GAP + GAP + (narrow ? PHONE_LINE + 3 : 0);
  });
  const words = narrow ? wrapLines(remainder(picture, rows), TEXT, width) : [remainder(picture, rows)];
  words.forEach((line, i) => marks.push(mark("text", { x: left, y: y + 12 + i * 16, class: "tbc-muted" }, line)));
  y += (words.length - 1) * 16;
  const used = [...new Set(rows.flatMap((row) => row.steps.map(([activity]) => activity)))];
  const shortened = new Set(
    rows.flatMap(({ steps }, r) => steps.flatMap(([a], s) => laid.rows[r]!.chevrons[s]!.whole ? [] : [a])),
  );
  const activities = picture.activities.map((activity, a) => ({
    ...activity,
    label: [shortened.has(a) ? activity.short : activity.name],
  }));
  const legend = drawLegend({ activities, width }, used, y + 38);
  return chartFrame(width, legend.bottom, [...marks, legend.group]);
}

function drawHead(width: number): Markup[] {
  return columnHeads(width, [
    [WIDE.cases, "cases"],
    [WIDE.share, "share"],
    [WIDE.median, "median time"],
    [WIDE.trace, "activities in order", "start"],
  ]);
}

interface RowPlace {
  readonly index: number;
  readonly y: number;
  /** Left edge of the chevrons. */
  readonly left: number;
  /** The largest share. */
  readonly most: number;
  readonly where: Where;
  /** On a phone, where numbers stand above the chevrons. */
  readonly bars: PhoneBars | undefined;
  readonly width: number;
  /** Of a chevron. */
  readonly height: number;
}

function drawRow(
  picture: VariantPicture,
  row: PicturedVariant,
  laid: RowLayout,
  { index, y, left, most, where, bars, width, height }: RowPlace,
): Markup {
  const top = bars ? y + PHONE_LINE : y;
  const lineTop = (line: number) => top + line * (height + LINE_GAP);
  const bar = { share: most > 0 ? row.share / most : 0, least: most > 0 ? 1 : 0 };
  return mark(
    "g",
    { class: "tbc-variant", "data-variant": String(index) },
    ...(bars ? phoneNumbers(row, index, y, width, bars, bar) : rowNumbers({
      top: y,
      height,
      numbers: [
        [WIDE.rank, String(index + 1), "muted"],
        [WIDE.cases, row.casesText],
        [WIDE.share, row.shareText],
        [WIDE.median, row.medianText, "muted"],
      ],
      before: 3,
      bar: { x: WIDE.bar, width: WIDE.barWidth, ...bar },
    }, false)),
    mark(
      "g",
      { "text-anchor": "middle", "font-size": CHEVRON_TEXT },
      ...row.steps.flatMap((_, step) => {
        const { x, line } = laid.chevrons[step]!;
        return drawChevron(picture, row, step, laid.chevrons[step]!, { x: left + x, y: lineTop(line), height }, where);
      }),
    ),
    ...(row.more > 0
      ? [mark("text", {
        x: left + laid.end.x + 8,
        y: lineTop(laid.end.line) + height / 2,
        dy: "0.35em",
        class: "tbc-muted",
        "font-size": SMALL,
      }, moreText(row.more))]
      : []),
  );
}

/** The numbers of a row on a line of their own; `bars` is where their bars begin, and how long the longest is. */
function phoneNumbers(
  { casesText, shareText, medianText }: PicturedVariant,
  index: number,
  top: number,
  width: number,
  { left, room }: PhoneBars,
  { share, least }: { share: number; least: number },
): Markup[] {
  const y = top + 12;
  return [
    mark("text", { x: 0, y, class: "tbc-muted tbc-num" }, String(index + 1)),
    mark("text", { x: RANK, y, class: "tbc-ink tbc-num" }, casesInWords(casesText, shareText)),
    ...(room < 16 ? [] : [mark("rect", {
      x: left,
      y: y - 8,
      width: Math.max(least, share * room),
      height: 8,
      rx: 1.5,
      class: "tbc-bar",
    })]),
    mark("text", { x: width, y, "text-anchor": "end", class: "tbc-muted tbc-num" }, `median ${medianText}`),
  ];
}

interface PhoneBars {
  readonly left: number;
  readonly room: number;
}

/** Between the widest words at the left and at the right. */
function phoneBars(rows: readonly PicturedVariant[], width: number): PhoneBars {
  const words = rows.map(({ casesText, shareText }) => textWidth(casesInWords(casesText, shareText), TEXT));
  const times = rows.map(({ medianText }) => textWidth(`median ${medianText}`, TEXT));
  const left = RANK + Math.max(0, ...words) + 4;
  return { left, room: Math.min(60, width - left - Math.max(0, ...times) - 8) };
}

const RANK = 26;

function casesInWords(casesText: string, shareText: string): string {
  return `${casesText} ${casesText === "1" ? "case" : "cases"}, ${shareText}`;
}

function drawChevron(
  { activities }: VariantPicture,
  row: PicturedVariant,
  step: number,
  { label, width: room }: LaidChevron,
  { x, y, height }: { x: number; y: number; height: number },
  where: Where,
): Markup[] {
  const [activity] = row.steps[step]!;
  const { colour, ink } = activities[activity]!;
  const width = room - 2;
  const notch = step === 0 ? 0 : NOTCH;
  const outline = `M${x},${y}h${width}l${NOTCH},${height / 2}l${-NOTCH},${height / 2}h${-width}` +
    (notch > 0 ? `l${notch},${-height / 2}z` : "z");
  const centre = x + (width + NOTCH + notch) / 2 - (notch > 0 ? 1.5 : 3), middle = y + height / 2;
  const drawn = [
    mark("path", { d: outline, fill: colour, class: "tbc-edge" }),
    ...label.map((line, i) =>
      mark("text", { x: centre, y: middle + 4 + (i - (label.length - 1) / 2) * 13, fill: ink }, line)
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

/** Colours and labels of some activities, and what they stand for: a swatch holds the label where it is not the name. */
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
  const short = entries.filter(({ label, name }) => label.join(" ") !== name).map(({ label }) => label.join(" "));
  const swatch = short.length > 0 ? Math.max(14, ...short.map((label) => textWidth(label, SMALL) + 12)) : 14;
  const room = picture.width - swatch - 7;
  const named = entries.map((entry) => ({ ...entry, lines: wrapLines(entry.name, TEXT, room, 4) }));
  const widest = Math.max(...named.flatMap(({ lines }) => lines.map((line) => textWidth(line, TEXT)))) + swatch + 28;
  const columns = Math.max(1, Math.min(entries.length, Math.floor((picture.width + 21) / widest)));
  const perColumn = Math.ceil(entries.length / columns);
  let bottom = top, y = top;
  const drawn = named.map(({ a, name, label, colour, ink, lines }, i) => {
    if (i % perColumn === 0) y = top;
    const x = Math.floor(i / perColumn) * widest, at = y;
    y += LEGEND_LINE + (lines.length - 1) * NAME_LINE;
    bottom = Math.max(bottom, y);
    return mark(
      "g",
      { class: "tbc-entry", "data-activity": String(a) },
      mark("rect", { x, y: at - 9, width: swatch, height: 18, rx: 2, fill: colour, class: "tbc-edge" }),
      ...(label.join(" ") === name ? [] : [mark("text", {
        x: x + swatch / 2,
        y: at,
        dy: "0.35em",
        "text-anchor": "middle",
        fill: ink,
        "font-size": SMALL,
      }, label.join(" "))]),
      ...lines.map((line, l) =>
        mark(
          "text",
          { x: x + swatch + 7, y: at + l * NAME_LINE, dy: "0.35em", class: "tbc-ink", "font-size": SMALL },
          line,
        )
      ),
    );
  });
  return { group: mark("g", { class: "tbc-legend" }, ...drawn), bottom: bottom - 10 };
}

const NAME_LINE = 15;
