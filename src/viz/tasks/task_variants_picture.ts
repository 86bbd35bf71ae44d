/** The picture of a task's ways: the dominant one on top with where others leave it, the others below it. */
import { chartWidth, frame } from "../kit/frame.ts";
import { markedChevron, NOTCH, writtenChevron } from "../kit/marked_chevron.ts";
import { columnHeads, pointedNumbers } from "../kit/number_columns.ts";
import { clipText } from "../kit/fit_text.ts";
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

const SMALL = 10, TINY = 9.5;
const AT = { rank: 14, instances: 60, share: 104, bar: 112, barWidth: 38, median: 226, trace: 240 };
const HEAD = 28, GAP = 10, LINE_GAP = 4, LEAVE = 18;
/** Pixels of a chevron that its words cannot use. */
const MARGIN = 2 * NOTCH + 6;
/** Most pixels that words on a chevron may take: seven of them fill a line. */
export const chevronRoom = Math.floor((chartWidth - AT.trace - NOTCH) / 7) - MARGIN;

const style =
  `.tbw-added{fill:${inserted};fill-opacity:.24;stroke:${inserted};stroke-width:1.6px;stroke-dasharray:4 2.5}` +
  `.tbw-skipped{fill:${skipped};fill-opacity:.12;stroke:${skipped};stroke-width:1.6px}` +
  `.tbw-hatch{fill:none;stroke:${skipped};stroke-opacity:.55}.tbw-pale{fill-opacity:.32}` +
  `.tbw-halo{stroke:${light.background};stroke:var(--back,${light.background});stroke-width:3px;paint-order:stroke;stroke-linejoin:round}` +
  `.tbw-leave{fill:${skipped}}` +
  `.tbw-same{fill:none;stroke:${light.quiet};stroke:var(--quiet,${light.quiet});stroke-width:1.6px;stroke-dasharray:1.5 3}`;

export function drawTaskVariants(picture: TaskVariantPicture): Markup {
  const marks: Markup[] = [markup("style", {}, style), ...drawHead(picture)];
  let y = HEAD;
  picture.rows.forEach((row, index) => {
    const { marks: drawn, bottom } = drawRow(picture, row, index, y);
    marks.push(drawn);
    y = bottom + GAP;
    if (index === 0 && picture.rows.length > 1) {
      marks.push(mark("line", { x1: 0, x2: picture.width, y1: y - 1.5, y2: y - 1.5, class: "tbc-line" }));
      y += 6;
    }
  });
  marks.push(mark("text", { x: AT.trace, y: y + 11, class: "tbc-muted" }, picture.remainder));
  if (picture.rows.length > 1) {
    marks.push(drawKinds(y + 40));
    y += 36;
  }
  const apps = drawApps(picture, y + 40);
  const names = drawLegend({ activities: picture.actions, width: picture.width }, picture.unclear, apps.bottom + 22);
  const bottom = picture.unclear.length > 0 ? names.bottom : apps.bottom;
  return frame(picture.width, bottom, [
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
    const words = clipText(name, 11, 300), room = 20 + textWidth(words, 11) + 14;
    if (x + room > width + 14 && x > 0) [x, y] = [0, y + 20];
    marks.push(
      mark("rect", { x, y: y - 6, width: 14, height: 12, rx: 2, fill: colour }),
      mark("text", { x: x + 20, y, dy: "0.35em", class: "tbc-ink" }, words),
    );
    x += room;
  }
  return { marks, bottom: apps.length > 0 ? y + 8 : top - 14 };
}

function drawHead({ width }: TaskVariantPicture): Markup[] {
  return columnHeads(width, [
    [AT.instances, "instances"],
    [AT.share, "share"],
    [AT.median, "median time"],
    [AT.trace, "dominant way, its steps numbered, and where others leave it", "start"],
  ]);
}

function drawRow(
  picture: TaskVariantPicture,
  row: WayRow,
  index: number,
  top: number,
): { marks: Markup; bottom: number } {
  const { chevronHeight } = picture;
  const chevronWidth = widthOf(picture);
  const dominant = index === 0;
  const lineHeight = chevronHeight + LINE_GAP + (dominant ? LEAVE : 0);
  const perLine = Math.max(1, Math.floor((picture.width - AT.trace - NOTCH) / chevronWidth));
  const place = (step: number) => ({
    x: AT.trace + (step % perLine) * chevronWidth,
    y: top + Math.floor(step / perLine) * lineHeight,
  });
  const lines = Math.max(1, Math.ceil((row.steps.length + (row.more > 0 ? 1 : 0)) / perLine));
  const numbers = pointedNumbers({
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
        { "text-anchor": "middle", "font-size": TINY },
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

function widthOf(picture: TaskVariantPicture): number {
  return Math.max(58, Math.ceil(picture.textWidth) + MARGIN);
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
      y: y + picture.chevronHeight + 10,
      "text-anchor": "middle",
      class: "tbc-muted tbc-num",
      "font-size": 9,
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
    mark("text", { x: centre, y: middle + 3.5, class: "tbc-muted" }, words),
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
    const left = x + (last ? chevronWidth : 0) + 4, tip = y + chevronHeight + 3;
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

/** What the forms mean. */
function drawKinds(y: number): Markup {
  const kinds: [StepKind, string][] = [
    ["same", "as in the dominant way"],
    ["added", "+ added"],
    ["skipped", "− skipped"],
  ];
  const places = [0, 200, 310];
  return mark(
    "g",
    {},
    ...kinds.flatMap(([kind, text], i) => [
      ...markedChevron(forms[kind], { x: places[i]!, y: y - 9, width: 24, height: 18 }, "#44aa99", paleClasses),
      mark("text", { x: places[i]! + 40, y, dy: "0.35em", class: "tbc-ink" }, text),
    ]),
    mark("path", { d: `M440,${y - 4}h12l-6,9z`, class: "tbw-leave" }),
    mark("text", { x: 460, y, dy: "0.35em", class: "tbc-ink" }, "instances whose first deviation is here"),
  );
}
