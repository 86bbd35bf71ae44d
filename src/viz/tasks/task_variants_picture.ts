/** The picture of a task's ways: the dominant one on top with where others leave it, the others below it. */
import { frame } from "../charts/frame.ts";
import { markedChevron, NOTCH, writtenChevron } from "../charts/marked_chevron.ts";
import { mark, rounded } from "../charts/svg.ts";
import { drawLegend, type PicturedActivity, traceWidth } from "../charts/variant_picture.ts";
import { formatCount } from "../format.ts";
import { inserted, skipped } from "../models/graph_picture.ts";
import { type Markup, markup } from "../runtime/markup.ts";
import { light } from "../runtime/theme.ts";
import { textWidth } from "../text_width.ts";
import type { StepKind } from "./way_steps.ts";

/** All that the picture needs, worked out before. */
export interface TaskVariantPicture {
  readonly actions: readonly Omit<PicturedActivity, "counts">[];
  /** The dominant way is the first. */
  readonly rows: readonly WayRow[];
  /** Instances that leave the dominant way before each of its steps, and after the last. */
  readonly leaving: readonly number[];
  readonly chevronWidth: number;
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
  /** Index into the actions; -1 of several steps of the dominant way, shown as one. */
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
const AT = { rank: 24, instances: 78, share: 122, bar: 132, barWidth: 64, median: 282, trace: 300 };
const HEAD = 28, GAP = 9, LINE_GAP = 3, LEAVE = 17;

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
  const used = [...new Set(picture.rows.flatMap(({ steps }) => steps.map(({ action }) => action)))].filter((action) =>
    action >= 0
  ).sort((a, b) => a - b);
  const legend = drawLegend({ activities: picture.actions, width: picture.width }, used, y + 42);
  return frame(picture.width, legend.bottom, [...marks, legend.group]);
}

function drawHead({ width }: TaskVariantPicture): Markup[] {
  const label = (x: number, text: string, anchor = "end") =>
    mark("text", { x, y: 12, "text-anchor": anchor, class: "tbc-muted", "font-size": SMALL }, text);
  return [
    label(AT.instances, "instances"),
    label(AT.share, "share"),
    label(AT.median, "median time"),
    label(AT.trace, "dominant way, and where others leave it", "start"),
    mark("line", { x1: 0, x2: width, y1: 19.5, y2: 19.5, class: "tbc-line" }),
  ];
}

function drawRow(
  picture: TaskVariantPicture,
  row: WayRow,
  index: number,
  top: number,
): { marks: Markup; bottom: number } {
  const { chevronWidth, chevronHeight, leaving } = picture;
  const dominant = index === 0;
  const lineHeight = chevronHeight + LINE_GAP + (dominant && leaving.some((n) => n > 0) ? LEAVE : 0);
  const perLine = Math.max(1, Math.floor(traceWidth(picture.width) / chevronWidth));
  const place = (step: number) => ({
    x: AT.trace + (step % perLine) * chevronWidth,
    y: top + Math.floor(step / perLine) * lineHeight,
  });
  const middle = top + chevronHeight / 2;
  const written = (x: number, text: string, kind: string) =>
    mark("text", { x, y: middle, dy: "0.35em", "text-anchor": "end", class: `${kind} tbc-num` }, text);
  const lines = Math.max(1, Math.ceil((row.steps.length + (row.more > 0 ? 1 : 0)) / perLine));
  const numbers = mark(
    "g",
    {},
    markup("title", {}, row.title),
    // The whole of it can be pointed at.
    mark("rect", { x: 0, y: top, width: AT.median, height: chevronHeight, fill: "#ffffff", "fill-opacity": 0 }),
    written(AT.rank, row.rankText, "tbc-muted"),
    written(AT.instances, row.instancesText, "tbc-ink"),
    written(AT.share, row.shareText, "tbc-ink"),
    mark("rect", { x: AT.bar, y: middle - 4, width: AT.barWidth, height: 8, rx: 1.5, class: "tbc-track" }),
    mark("rect", {
      x: AT.bar,
      y: middle - 4,
      width: Math.max(1, row.share * AT.barWidth),
      height: 8,
      rx: 1.5,
      class: "tbc-bar",
    }),
    written(AT.median, row.medianText, "tbc-muted"),
  );
  return {
    marks: mark(
      "g",
      { "data-variant": String(index) },
      numbers,
      mark(
        "g",
        { "text-anchor": "middle", "font-size": chevronHeight > 24 ? TINY : SMALL },
        ...row.steps.map((step, s) => drawStep(picture, step, place(s), dominant)),
      ),
      ...(dominant ? drawLeaving(picture, row, place) : []),
      ...(row.more > 0
        ? [mark("text", {
          x: place(row.steps.length).x + 12,
          y: place(row.steps.length).y + chevronHeight / 2,
          dy: "0.35em",
          class: "tbc-muted",
          "font-size": SMALL,
        }, `… ${formatCount(row.more)} more`)]
        : []),
    ),
    bottom: top + lines * lineHeight - LINE_GAP,
  };
}

function drawStep(
  picture: TaskVariantPicture,
  step: WayStep,
  { x, y }: { x: number; y: number },
  dominant: boolean,
): Markup {
  const { chevronHeight: height } = picture;
  if (step.action < 0) return drawSeveral(picture, step, x, y);
  const { label, ink, colour } = picture.actions[step.action]!;
  const { kind, times, title } = step;
  const box = { x, y, width: picture.chevronWidth - 3, height };
  return writtenChevron(box, markedChevron(forms[kind], box, colour, dominant ? classes : paleClasses), {
    sign: stepSigns[kind],
    label,
    times,
    title,
    text: kind === "same" && dominant ? { fill: ink } : { class: kind === "skipped" ? "tbc-ink tbw-halo" : "tbc-ink" },
  });
}

/** Filled as in the dominant way (pale in the others), dashed where added, hatched where skipped. */
const forms = { same: "filled", added: "added", skipped: "left out" } as const;
const classes = { added: "tbw-added", leftOut: "tbw-skipped", hatch: "tbw-hatch" };
const paleClasses = { ...classes, filled: "tbw-pale" };

/** A dotted line for steps that are as in the dominant way. */
function drawSeveral({ chevronWidth, chevronHeight }: TaskVariantPicture, step: WayStep, x: number, y: number): Markup {
  const words = `${step.times} steps`, middle = y + chevronHeight / 2;
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
  { leaving, chevronHeight, chevronWidth }: TaskVariantPicture,
  { steps, more }: WayRow,
  place: (step: number) => { x: number; y: number },
): Markup[] {
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
