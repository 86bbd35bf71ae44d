/** The picture of a task's ways: the dominant one on top with where others leave it, the others below it. */
import { chartFrame, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { chartWidth } from "../kit/frame.ts";
import { markedChevron, NOTCH, writtenChevron } from "../kit/marked_chevron.ts";
import { columnHeads, pointedNumbers } from "../kit/number_columns.ts";
import { clipText } from "../kit/fit_text.ts";
import { wrapLines } from "../kit/wrap_text.ts";
import { CHEVRON_TEXT } from "../charts/variant_layout.ts";
import { mark, rounded } from "../kit/svg.ts";
import { drawLegend, type PicturedActivity } from "../charts/variant_picture.ts";
import { formatCount } from "../../base/format.ts";
import { inserted, skipped } from "../models/graph_picture.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { light } from "../kit/theme.ts";
import { textWidth } from "../../base/text_width.ts";
import { moreText } from "../../base/lists.ts";
import type { StepKind } from "./way_steps.ts";

/** All that the picture needs, worked out before. */
export interface TaskVariantPicture {
  readonly actions: readonly Omit<PicturedActivity, "counts">[];
  /** The dominant way is the first. */
  readonly rows: readonly WayRow[];
  /** Instances that leave the dominant way before each of its steps, and after the last. */
  readonly leaving: readonly number[];
  /** Colours of the chevrons; empty where the log knows no applications. */
  readonly apps: readonly { readonly name: string; readonly colour: string }[];
  /** Actions whose whole names stand below. */
  readonly unclear: readonly number[];
  /** Pixels that the widest line on a chevron takes. */
  readonly textWidth: number;
  readonly chevronHeight: number;
  readonly width: number;
  /** Said under the rows. */
  readonly remainder: string;
}

export interface WayRow {
  readonly rankText: string;
  readonly instancesText: string;
  readonly shareText: string;
  /** 0 to 1. */
  readonly share: number;
  readonly medianText: string;
  readonly title: string;
  readonly steps: readonly WayStep[];
  /** Steps after these, left out because there are very many. */
  readonly more: number;
}

export interface WayStep {
  readonly kind: StepKind;
  /** Index into the actions; -1 of several steps, done as in the dominant way or skipped, shown as one. */
  readonly action: number;
  /** How often in a row; or how many. */
  readonly times: number;
  /** Step of the dominant way, from 0. */
  readonly at: number;
  /** For the pointer; empty where there are too many. */
  readonly title: string;
}

/** What stands before the name of an action, for those who cannot tell the colours. */
export const stepSigns: Readonly<Record<StepKind, string>> = { same: "", added: "+ ", skipped: "− " };

const SMALL = TEXT;
const AT = { rank: 16, instances: 74, share: 120, bar: 128, barWidth: 34, median: 252, trace: 266 };
const HEAD = 30, GAP = 10, LINE_GAP = 4, LEAVE = 20;
/** Height of the numbers of a row where they stand above it, on a phone. */
const PHONE_LINE = 20;
/** Pixels of a chevron that its words cannot use. */
const MARGIN = 2 * NOTCH + 6;
/** Most pixels that words on a chevron may take: six of them fill a line. */
export const chevronRoom = Math.floor((chartWidth - AT.trace - NOTCH) / 6) - MARGIN;

const style =
  `.tbw-added{fill:${inserted};fill-opacity:.24;stroke:${inserted};stroke-width:1.6px;stroke-dasharray:4 2.5}` +
  `.tbw-skipped{fill:${skipped};fill-opacity:.12;stroke:${skipped};stroke-width:1.6px}` +
  `.tbw-hatch{fill:none;stroke:${skipped};stroke-opacity:.55}.tbw-pale{fill-opacity:.32}` +
  `.tbw-halo{stroke:${light.background};stroke:var(--back,${light.background});stroke-width:3px;paint-order:stroke;stroke-linejoin:round}` +
  `.tbw-leave{fill:${skipped}}` +
  `.tbw-same{fill:none;stroke:${light.quiet};stroke:var(--quiet,${light.quiet});stroke-width:1.6px;stroke-dasharray:1.5 3}`;

export function drawTaskVariants(given: TaskVariantPicture, width: number = given.width): Markup {
  const picture = { ...given, width };
  const narrow = isNarrow(width);
  const marks: Markup[] = [markup("style", {}, style), ...drawHead(picture)];
  let y = narrow ? 20 + (phoneHead(width).length - 1) * 16 : HEAD;
  picture.rows.forEach((row, index) => {
    const { marks: drawn, bottom } = drawRow(picture, row, index, y);
    marks.push(drawn);
    y = bottom + GAP;
    if (index === 0 && picture.rows.length > 1) {
      marks.push(mark("line", { x1: 0, x2: picture.width, y1: y - 1.5, y2: y - 1.5, class: "tbc-line" }));
      y += 6;
    }
  });
  for (const line of wrapLines(picture.remainder, TEXT, width - traceLeft(width))) {
    marks.push(mark("text", { x: traceLeft(width), y: y + 12, class: "tbc-muted" }, line));
    y += 16;
  }
  y -= 16;
  if (picture.rows.length > 1) {
    const kinds = drawKinds(y + 40, width);
    marks.push(kinds.mark);
    y = kinds.bottom - 4;
  }
  const apps = drawApps(picture, y + 40);
  const names = drawLegend({ activities: picture.actions, width: picture.width }, picture.unclear, apps.bottom + 22);
  const bottom = picture.unclear.length > 0 ? names.bottom : apps.bottom;
  return chartFrame(width, bottom, [
    ...marks,
    ...apps.marks,
    ...(picture.unclear.length > 0 ? [names.group] : []),
  ]);
}

/** Whose colours the chevrons have. */
function drawApps({ apps, width }: TaskVariantPicture, top: number): { marks: Markup[]; bottom: number } {
  const marks: Markup[] = [];
  let x = 0, y = top;
  for (const { name, colour } of apps) {
    const words = clipText(name, TEXT, Math.min(300, width - 20)), room = 20 + textWidth(words, TEXT) + 14;
    if (x + room > width + 14 && x > 0) [x, y] = [0, y + 20];
    marks.push(
      mark("rect", { x, y: y - 6, width: 14, height: 12, rx: 2, fill: colour, class: "tbc-edge" }),
      mark("text", { x: x + 20, y, dy: "0.35em", class: "tbc-ink" }, words),
    );
    x += room;
  }
  return { marks, bottom: apps.length > 0 ? y + 8 : top - 14 };
}

const TOLD = "dominant way, its steps numbered, and where others leave it";

function phoneHead(width: number): string[] {
  return wrapLines(TOLD, TEXT, width);
}

function drawHead({ width }: TaskVariantPicture): Markup[] {
  if (isNarrow(width)) {
    return phoneHead(width).map((line, i) => mark("text", { x: 0, y: 12 + i * 16, class: "tbc-muted" }, line));
  }
  return columnHeads(width, [
    [AT.instances, "instances"],
    [AT.share, "share"],
    [AT.median, "median time"],
    [AT.trace, TOLD, "start"],
  ]);
}

function drawRow(
  picture: TaskVariantPicture,
  row: WayRow,
  index: number,
  rowTop: number,
): { marks: Markup; bottom: number } {
  const { chevronHeight } = picture;
  const narrow = isNarrow(picture.width), left = traceLeft(picture.width);
  const top = narrow ? rowTop + PHONE_LINE : rowTop;
  const chevronWidth = widthOf(picture);
  const dominant = index === 0;
  const lineHeight = chevronHeight + LINE_GAP + (dominant ? LEAVE : 0);
  const perLine = Math.max(1, Math.floor((picture.width - left - NOTCH) / chevronWidth));
  const place = (step: number) => ({
    x: left + (step % perLine) * chevronWidth,
    y: top + Math.floor(step / perLine) * lineHeight,
  });
  const lines = Math.max(1, Math.ceil((row.steps.length + (row.more > 0 ? 1 : 0)) / perLine));
  const numbers = narrow ? phoneNumbers(row, rowTop, picture.width) : pointedNumbers({
    top,
    height: chevronHeight,
    numbers: [
      [AT.rank, row.rankText, "muted"],
      [AT.instances, row.instancesText],
      [AT.share, row.shareText],
      [AT.median, row.medianText, "muted"],
    ],
    before: 3,
    bar: { x: AT.bar, width: AT.barWidth, share: row.share, least: 1 },
  }, row.title);
  return {
    marks: mark(
      "g",
      { "data-variant": String(index) },
      numbers,
      mark(
        "g",
        { "text-anchor": "middle", "font-size": CHEVRON_TEXT },
        ...row.steps.map((step, s) => drawStep(picture, step, place(s), dominant)),
      ),
      ...(dominant ? [...drawPlaces(picture, row, place), ...drawLeaving(picture, row, place)] : []),
      ...(row.more > 0
        ? [mark("text", {
          x: place(row.steps.length).x + 12,
          y: place(row.steps.length).y + chevronHeight / 2,
          dy: "0.35em",
          class: "tbc-muted",
          "font-size": SMALL,
        }, moreText(row.more))]
        : []),
    ),
    bottom: top + lines * lineHeight - LINE_GAP,
  };
}

function traceLeft(width: number): number {
  return isNarrow(width) ? 0 : AT.trace;
}

/** The numbers of a row on a line above it. */
function phoneNumbers({ rankText, instancesText, shareText, medianText, title }: WayRow, top: number, width: number) {
  const y = top + 13;
  return mark(
    "g",
    {},
    markup("title", {}, title),
    mark("rect", { x: 0, y: top, width, height: PHONE_LINE, fill: "#ffffff", "fill-opacity": 0 }),
    mark("text", { x: 0, y, class: "tbc-muted tbc-num" }, rankText),
    mark(
      "text",
      { x: 22, y, class: "tbc-ink tbc-num" },
      `${instancesText} ${instancesText === "1" ? "instance" : "instances"}, ${shareText}`,
    ),
    mark("text", { x: width, y, "text-anchor": "end", class: "tbc-muted tbc-num" }, `median ${medianText}`),
  );
}

/** As many in a line as their words allow, three at most on a phone, and together as wide as the line. */
function widthOf(picture: TaskVariantPicture): number {
  const wanted = Math.max(58, Math.ceil(picture.textWidth) + MARGIN);
  const room = picture.width - traceLeft(picture.width) - NOTCH;
  const most = isNarrow(picture.width) ? 3 : 9;
  return Math.floor(room / Math.max(1, Math.min(most, Math.floor(room / wanted))));
}

function drawStep(
  picture: TaskVariantPicture,
  step: WayStep,
  { x, y }: { x: number; y: number },
  dominant: boolean,
): Markup {
  const { chevronHeight: height } = picture;
  const { kind, times, title } = step;
  if (step.action < 0 && kind === "same") return drawSeveral(picture, step, x, y);
  const { label, ink, colour } = step.action < 0
    ? { label: [times === 1 ? "step" : "steps", whichSteps(step)], ink: "", colour: "" }
    : picture.actions[step.action]!;
  const box = { x, y, width: widthOf(picture) - 3, height };
  return writtenChevron(box, markedChevron(forms[kind], box, colour, dominant ? classes : paleClasses), {
    sign: stepSigns[kind],
    label,
    times: step.action < 0 ? 1 : times,
    lineHeight: 13,
    title,
    text: kind === "same" && dominant ? { fill: ink } : { class: kind === "skipped" ? "tbc-ink tbw-halo" : "tbc-ink" },
  });
}

function whichSteps({ at, times }: WayStep): string {
  return times > 1 ? `${at + 1}–${at + times}` : String(at + 1);
}

/** Numbers of the steps of the dominant way, by which the other ways name them. */
function drawPlaces(
  picture: TaskVariantPicture,
  { steps }: WayRow,
  place: (step: number) => { x: number; y: number },
): Markup[] {
  return steps.map((step, s) => {
    const { x, y } = place(s);
    return mark("text", {
      x: x + (widthOf(picture) - 3 + 2 * NOTCH) / 2,
      y: y + picture.chevronHeight + 13,
      "text-anchor": "middle",
      class: "tbc-muted tbc-num",
      "font-size": SMALL,
    }, whichSteps(step));
  });
}

/** Filled as in the dominant way (pale in the others), dashed where added, hatched where skipped. */
const forms = { same: "filled", added: "added", skipped: "left out" } as const;
const classes = { added: "tbw-added", leftOut: "tbw-skipped", hatch: "tbw-hatch" };
const paleClasses = { ...classes, filled: "tbw-pale" };

/** A dotted line and their numbers for steps that are as in the dominant way. */
function drawSeveral(picture: TaskVariantPicture, step: WayStep, x: number, y: number): Markup {
  const { chevronHeight } = picture, chevronWidth = widthOf(picture);
  const words = whichSteps(step), middle = y + chevronHeight / 2;
  const half = textWidth(words, SMALL) / 2 + 2, centre = x + (chevronWidth - 3 + 2 * NOTCH) / 2;
  return mark(
    "g",
    {},
    markup("title", {}, step.title),
    mark("rect", { x, y, width: chevronWidth, height: chevronHeight, fill: "#ffffff", "fill-opacity": 0 }),
    mark("path", {
      d: `M${rounded(x + NOTCH)},${rounded(middle)}H${rounded(centre - half)}M${rounded(centre + half)},${
        rounded(middle)
      }H${rounded(x + chevronWidth + 2)}`,
      class: "tbw-same",
    }),
    mark("text", { x: centre, y: middle + 4, class: "tbc-muted" }, words),
  );
}

/** Arrows under the dominant way, before the steps at which instances leave it. */
function drawLeaving(
  picture: TaskVariantPicture,
  { steps, more }: WayRow,
  place: (step: number) => { x: number; y: number },
): Markup[] {
  const { leaving, chevronHeight } = picture, chevronWidth = widthOf(picture);
  const most = Math.max(1, ...leaving);
  const marks: Markup[] = [];
  const sums = new Map<number, number>();
  leaving.forEach((count, at) => {
    if (count === 0) return;
    // Steps in a row are one chevron: what leaves among them leaves under it.
    const found = steps.findIndex((step) => at < step.at + step.times);
    const s = found >= 0 ? found : more > 0 ? -1 : steps.length;
    if (s >= 0) sums.set(s, (sums.get(s) ?? 0) + count);
  });
  for (const [s, count] of sums) {
    const last = s === steps.length;
    const { x, y } = place(last ? s - 1 : s);
    const left = x + (last ? chevronWidth : 0) + 6, tip = y + chevronHeight + 4;
    const size = 3 + 3 * Math.sqrt(count / most);
    marks.push(mark(
      "g",
      {},
      markup(
        "title",
        {},
        `${formatCount(count)} leave the dominant way here\n${
          last ? "after its last step" : `at step ${steps[s]!.at + 1}`
        }\t`,
      ),
      mark("path", {
        d: `M${rounded(left - size)},${rounded(tip)}h${rounded(2 * size)}l${rounded(-size)},${rounded(size + 3)}z`,
        class: "tbw-leave",
      }),
      mark(
        "text",
        { x: left + size + 3, y: tip + 5, dy: "0.3em", class: "tbc-ink tbc-num", "font-size": SMALL },
        formatCount(count),
      ),
    ));
  }
  return marks;
}

/** What the forms mean: in a line, or on a phone one below the other. */
function drawKinds(top: number, width: number): { mark: Markup; bottom: number } {
  const kinds: [StepKind, string][] = [
    ["same", "as in the dominant way"],
    ["added", "+ added"],
    ["skipped", "− skipped"],
  ];
  const narrow = isNarrow(width);
  const place = (i: number) => narrow ? [0, top + i * 24] as const : [[0, 210, 326, 456][i]!, top] as const;
  const words = (i: number, text: string) =>
    mark("text", { x: place(i)[0] + 40, y: place(i)[1], dy: "0.35em", class: "tbc-ink" }, text);
  const [x, y] = place(3);
  return {
    mark: mark(
      "g",
      {},
      ...kinds.flatMap(([kind, text], i) => [
        ...markedChevron(
          forms[kind],
          { x: place(i)[0], y: place(i)[1] - 9, width: 24, height: 18 },
          "#44aa99",
          paleClasses,
        ),
        words(i, text),
      ]),
      mark("path", { d: `M${x + 14},${y - 4}h12l-6,9z`, class: "tbw-leave" }),
      words(3, "instances whose first deviation is here"),
    ),
    bottom: place(3)[1],
  };
}
