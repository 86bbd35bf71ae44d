/** The picture of a day: drawn in the kernel for the still figure, and again in the page when it is zoomed. */
import { chartWidth, frame } from "../../kit/frame.ts";
import { clipText } from "../../kit/fit_text.ts";
import { mark, rounded } from "../../kit/svg.ts";
import { formatDuration } from "../../../base/format.ts";
import { inkOn } from "../../kit/palette.ts";
import { type Markup, markup } from "../../kit/markup.ts";
import { light } from "../../kit/theme.ts";
import { textWidth } from "../../../base/text_width.ts";

/** All that the picture needs, worked out in the kernel; JSON. Times are seconds after the first one shown. */
export interface DayPicture {
  readonly apps: readonly Named[];
  readonly windows: readonly string[];
  /** Empty where the log was not segmented. */
  readonly tasks: readonly Named[];
  readonly instances: readonly DayInstance[];
  readonly rows: readonly DayRow[];
  /** Seconds from the first to the last moment shown. */
  readonly seconds: number;
  /** What the clock on the wall says at second 0: seconds after midnight. */
  readonly clock: number;
  /** Where the clock was changed: at which second, and by how many it went forward. */
  readonly change?: readonly [at: number, by: number];
  /** Pixels that names of people take at the left. */
  readonly left: number;
}

/** What the clock on the wall says at a second: seconds after midnight. */
export function clockAt({ clock, change }: Pick<DayPicture, "clock" | "change">, second: number): number {
  return clock + second + (change !== undefined && second >= change[0] ? change[1] : 0);
}

export interface Named {
  readonly name: string;
  readonly colour: string;
}

export interface DayRow {
  readonly label: string;
  /** Under the label. */
  readonly note: string;
  readonly visits: readonly DayVisit[];
  readonly idle: readonly (readonly [from: number, to: number])[];
  readonly pieces: readonly (readonly [from: number, to: number, instance: number])[];
}

/** Application and window are indices, -1 where unknown. */
export type DayVisit = readonly [from: number, to: number, app: number, window: number, actions: number];

/** Number as in the segmentation, from 1; then its kind, first and last moment, active seconds, interactions. */
export type DayInstance = readonly [
  number: number,
  task: number,
  from: number,
  to: number,
  activeSeconds: number,
  actions: number,
];

/** Places in pixels, the same for drawing and for pointing. */
export const dayPlaces = { top: 26, app: 20, task: 16, between: 3, gap: 14 } as const;

/** Pixels that the time shown takes. */
export function dayWidth({ left }: Pick<DayPicture, "left">): number {
  return chartWidth - left;
}

const LEAST_LEFT = 112, MOST_LEFT = 200;

/** Room for the names of people. */
export function roomForNames(names: readonly string[]): number {
  const widest = Math.max(0, ...names.map((name) => textWidth(name, 11.5) * BOLD));
  return Math.round(Math.max(LEAST_LEFT, Math.min(MOST_LEFT, widest + 12)));
}

/** How much wider bold letters are. */
const BOLD = 1.06;

export function rowHeight({ tasks }: Pick<DayPicture, "tasks">): number {
  const { app, task, between, gap } = dayPlaces;
  return app + (tasks.length > 0 ? between + task + 5 : 0) + gap;
}

const style = [
  [".tbt-idle", "fill", light.quiet, "quiet"],
  [".tbt-edge", "stroke", light.quiet, "quiet"],
  [".tbt-split", "stroke", light.background, "back"],
  [".tbt-change", "stroke", light.ink, "ink"],
].map(([selector, property, colour, name]) => `${selector}{${property}:${colour};${property}:var(--${name},${colour})}`)
  .join("") +
  ".tbt-idle{fill-opacity:.5}.tbt-change{fill:none;stroke-width:1.2px;stroke-dasharray:5 3}.tbt-edge{fill:none;stroke-dasharray:3 2;stroke-opacity:.7}.tbt-stroke{stroke-dasharray:none;stroke-opacity:.25}.tbt-split{stroke-width:1px;fill:none}";

/** Half a pixel shows the application that was there longest. */
const SLOT = 0.5;
const SMALL = 10;

/** Draws what lies between two moments. */
export function drawDay(picture: DayPicture, from: number, to: number): Markup {
  const { top } = dayPlaces, { left } = picture, width = dayWidth(picture);
  const at = (seconds: number) => left + (seconds - from) / (to - from) * width;
  const height = rowHeight(picture);
  const bottom = top + picture.rows.length * height - dayPlaces.gap + 6;
  const legend = drawLegends(picture, bottom + 26, hasShares(picture, from, to));
  const marks = [
    markup("style", {}, style),
    ...drawClock(picture, from, to, at, bottom),
    ...picture.rows.flatMap((row, r) => drawRow(picture, row, top + r * height, from, to, at)),
    ...legend.marks,
  ];
  return frame(chartWidth, legend.bottom, marks);
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600];

function drawClock(
  picture: DayPicture,
  from: number,
  to: number,
  at: (seconds: number) => number,
  bottom: number,
): Markup[] {
  const { change } = picture, width = dayWidth(picture);
  const step = STEPS.find((seconds) => (to - from) / seconds <= width / 62) ?? 43_200;
  const marks: Markup[] = [];
  const stretches = change === undefined || change[0] <= from || change[0] >= to
    ? [[from, to]]
    : [[from, change[0]], [change[0], to]];
  let last = -Infinity;
  stretches.forEach(([begin, end], s) => {
    // The moment of the change itself is told by the clock that holds from then on.
    const shift = clockAt(picture, begin!) - begin!, until = end! + shift - (s + 1 < stretches.length ? 0.001 : 0);
    for (let t = Math.ceil((begin! + shift) / step) * step; t <= until; t += step) {
      const x = at(t - shift);
      marks.push(mark("line", { x1: x, x2: x, y1: 17, y2: bottom, class: "tbc-line" }));
      if (x - last < 34) continue;
      last = x;
      const text = hand(t, step), centre = Math.min(x, chartWidth + 12 - textWidth(text, SMALL) / 2);
      marks.push(
        mark(
          "text",
          { x: centre, y: 11, "text-anchor": "middle", class: "tbc-muted tbc-num", "font-size": SMALL },
          text,
        ),
      );
    }
  });
  if (stretches.length > 1) {
    marks.push(mark("path", { d: `M${rounded(at(change![0]))},15V${rounded(bottom)}`, class: "tbt-change" }));
  }
  return marks;
}

/** What a clock shows. */
export function hand(seconds: number, step = 60): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const whole = ((Math.floor(seconds) % 86_400) + 86_400) % 86_400;
  const text = `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}`;
  return step < 60 ? `${text}:${two(whole % 60)}` : text;
}

function drawRow(
  picture: DayPicture,
  row: DayRow,
  top: number,
  from: number,
  to: number,
  at: (seconds: number) => number,
): Markup[] {
  const { app, task, between } = dayPlaces, { left } = picture;
  const clamp = (x: number) => Math.min(chartWidth, Math.max(left, x));
  const seen = (a: number, b: number) => b >= from && a <= to;
  const marks: Markup[] = [
    mark(
      "text",
      { x: 0, y: top + 13, class: "tbc-ink", "font-weight": 600 },
      clipText(row.label, 11.5, (left - 8) / BOLD),
    ),
    mark("text", { x: 0, y: top + 28, class: "tbc-muted", "font-size": SMALL }, clipText(row.note, SMALL, left - 10)),
    mark("line", { x1: left, x2: chartWidth, y1: top + app, y2: top + app, class: "tbc-line" }),
  ];
  marks.push(...drawIdle(
    row.idle.filter(([a, b]) => seen(a, b)).map(([a, b]) => [clamp(at(a)), clamp(at(b)), b - a]),
    top,
    app,
  ));
  marks.push(...drawVisits(picture, row.visits.filter(([a, b]) => seen(a, b)), top, (seconds) => clamp(at(seconds))));
  if (picture.tasks.length === 0) return marks;
  return [...marks, ...drawPieces(picture, row, top + app + between, task, from, to, (seconds) => clamp(at(seconds)))];
}

/** Dashed boxes with strokes in them, and how long they are where there is room. */
function drawIdle(
  spans: readonly (readonly [x: number, end: number, seconds: number])[],
  top: number,
  height: number,
): Markup[] {
  let boxes = "", strokes = "";
  const words: Markup[] = [];
  for (const [x, end, seconds] of spans) {
    const width = end - x;
    if (width < 1.5) continue;
    boxes += `M${rounded(x + 0.5)},${top + 0.5}h${rounded(width - 1)}v${height - 1}h${rounded(1 - width)}z`;
    for (let s = 6; s < width + height; s += 7) {
      const a = Math.min(s, width), b = Math.max(0, s - height);
      strokes += `M${rounded(x + a)},${rounded(top + s - a)}l${rounded(b - a)},${rounded(a - b)}`;
    }
    const text = [`idle ${formatDuration(seconds)}`, "idle"].find((one) => textWidth(one, SMALL) < width - 10);
    if (text === undefined) continue;
    const room = textWidth(text, SMALL) + 8, centre = x + width / 2;
    words.push(
      mark("rect", { x: centre - room / 2, y: top + 3, width: room, height: height - 6, rx: 3, class: "tbc-paper" }),
      mark("text", { x: centre, y: top + height / 2, dy: "0.35em", class: "tbc-muted" }, text),
    );
  }
  if (boxes === "") return [];
  return [
    mark("path", { d: boxes, class: "tbt-edge" }),
    mark("path", { d: strokes, class: "tbt-edge tbt-stroke" }),
    ...(words.length > 0 ? [mark("g", { "text-anchor": "middle", "font-size": SMALL }, ...words)] : []),
  ];
}

/** Runs of slots of the same application as one path a colour, and names where they fit; shares where it is crowded. */
function drawVisits(
  picture: DayPicture,
  visits: readonly DayVisit[],
  top: number,
  at: (seconds: number) => number,
): Markup[] {
  const { app: height } = dayPlaces, { left, apps } = picture;
  const slots = Math.ceil(dayWidth(picture) / SLOT);
  const best = new Float64Array(slots), owner = new Int32Array(slots).fill(-1);
  const weights = apps.map(() => new Map<number, number>());
  for (const [from, to, app] of visits) {
    const x0 = (at(from) - left) / SLOT, x1 = Math.max(x0 + 0.01, (at(to) - left) / SLOT);
    for (let slot = Math.floor(x0); slot < x1 && slot < slots; slot++) {
      const share = Math.min(slot + 1, x1) - Math.max(slot, x0);
      const sum = (weights[app]!.get(slot) ?? 0) + share;
      weights[app]!.set(slot, sum);
      if (sum > best[slot]!) [best[slot], owner[slot]] = [sum, app];
    }
  }
  const paths = apps.map(() => "");
  const dense = denseColumns(visits, slots, (seconds) => (at(seconds) - left) / SLOT);
  for (let c = 0; c < dense.length;) {
    if (!dense[c]) {
      c++;
      continue;
    }
    const heights = stacked(weights, c, height);
    let end = c + 1;
    while (end < dense.length && dense[end] && stacked(weights, end, height).join() === heights.join()) end++;
    owner.fill(-2, c * COLUMN, end * COLUMN);
    const x = left + c * COLUMN * SLOT, width = Math.min((end - c) * COLUMN, slots - c * COLUMN) * SLOT;
    let y = top;
    heights.forEach((tall, app) => {
      if (tall > 0) paths[app] += `M${rounded(x)},${y}h${rounded(width)}v${tall}h${rounded(-width)}z`;
      y += tall;
    });
    c = end;
  }
  const runs: [app: number, from: number, to: number][] = [];
  for (let slot = 0; slot < slots;) {
    const app = owner[slot]!;
    let end = slot + 1;
    while (end < slots && owner[end] === app) end++;
    if (app >= 0) {
      const width = Math.max((end - slot) * SLOT, end < slots && owner[end] === -1 ? 1 : 0);
      paths[app] += `M${rounded(left + slot * SLOT)},${top}h${rounded(width)}v${height}h${rounded(-width)}z`;
      runs.push([app, slot, end]);
    }
    slot = end;
  }
  const splits = visits.flatMap(([from, to, app], v) => {
    const next = visits[v + 1];
    return next && next[0] === to && next[2] === app && at(to) - at(from) > 5 && at(next[1]) - at(to) > 5
      ? [`M${rounded(at(to))},${top}v${height}`]
      : [];
  });
  return [
    ...apps.flatMap(({ colour }, a) => paths[a] === "" ? [] : [mark("path", { d: paths[a], fill: colour })]),
    ...(splits.length > 0 ? [mark("path", { d: splits.join(""), class: "tbt-split" })] : []),
    ...runs.flatMap(([app, from, to]) => {
      const { name, colour } = apps[app]!;
      if (textWidth(name, SMALL) > (to - from) * SLOT - 6) return [];
      return [inside(name, left + (from + to) / 2 * SLOT, top + height / 2, colour)];
    }),
  ];
}

/** Columns of so many slots in which so many applications follow each other are too narrow for bars side by side. */
const COLUMN = 8, CROWD = 6;

function denseColumns(visits: readonly DayVisit[], slots: number, at: (seconds: number) => number): boolean[] {
  const count = new Int32Array(Math.ceil(slots / COLUMN));
  let before = -1;
  for (const [from, to, app] of visits) {
    const last = Math.min(count.length - 1, Math.floor(at(to) / COLUMN));
    for (let c = Math.floor(at(from) / COLUMN) + (app === before ? 1 : 0); c <= last; c++) count[c]!++;
    before = app;
  }
  return Array.from(count, (n) => n >= CROWD);
}

/** Pixels of each application in a column, by its share of the time there; whatever was there has one at least. */
function stacked(weights: readonly ReadonlyMap<number, number>[], column: number, height: number): number[] {
  const sums = weights.map((own) => {
    let sum = 0;
    for (let slot = column * COLUMN; slot < (column + 1) * COLUMN; slot++) sum += own.get(slot) ?? 0;
    return sum;
  });
  const total = sums.reduce((sum, value) => sum + value, 0);
  const heights = sums.map((sum) => sum === 0 ? 0 : Math.max(1, Math.round(sum / total * height)));
  // What rounding gave or took, the tallest gives or takes.
  const tallest = heights.indexOf(Math.max(...heights));
  heights[tallest]! += height - heights.reduce((sum, value) => sum + value, 0);
  return heights;
}

/** Whether some bars of what is shown are drawn as shares. */
function hasShares({ rows, ...picture }: DayPicture, from: number, to: number): boolean {
  const slots = Math.ceil(dayWidth(picture) / SLOT);
  const at = (seconds: number) => Math.min(slots, Math.max(0, (seconds - from) / (to - from) * slots));
  return rows.some(({ visits }) =>
    denseColumns(visits.filter(([a, b]) => b >= from && a <= to), slots, at).includes(true)
  );
}

function drawPieces(
  { instances, tasks }: DayPicture,
  { pieces }: DayRow,
  top: number,
  height: number,
  from: number,
  to: number,
  at: (seconds: number) => number,
): Markup[] {
  const bars: Markup[] = [], links: Markup[] = [];
  const narrow = new Map<string, string>();
  const last = new Map<number, number>();
  for (const [a, b, k] of pieces) {
    const { name, colour } = tasks[instances[k]![1]]!;
    const before = last.get(k);
    last.set(k, b);
    if (before !== undefined && a >= from && before <= to && at(a) - at(before) > 0.5) {
      const y = top + height + 2.5;
      const d = `M${rounded(at(before) - 1)},${top + height}V${y}H${rounded(at(a) + 1)}V${top + height}`;
      links.push(mark("path", { d, fill: "none", stroke: colour, "stroke-width": 1.5 }));
    }
    if (b < from || a > to) continue;
    const x = at(a), width = Math.max(1.5, at(b) - x);
    if (width <= 4) {
      const d = `M${rounded(x)},${top}h${rounded(width)}v${height}h${rounded(-width)}z`;
      narrow.set(colour, (narrow.get(colour) ?? "") + d);
      continue;
    }
    bars.push(mark("rect", { x: x + 0.5, y: top, width: width - 1, height, rx: width > 8 ? 3 : 1, fill: colour }));
    const words = textWidth(name, SMALL) < width - 8 ? name : width > 60 ? clipText(name, SMALL, width - 8) : "";
    if (words !== "") bars.push(inside(words, x + width / 2, top + height / 2, colour));
  }
  return [...links, ...[...narrow].map(([fill, d]) => mark("path", { d, fill })), ...bars];
}

function inside(text: string, x: number, y: number, colour: string): Markup {
  return mark("text", { x, y, dy: "0.35em", "text-anchor": "middle", "font-size": SMALL, fill: inkOn(colour) }, text);
}

function drawLegends(picture: DayPicture, top: number, shares: boolean): { marks: Markup[]; bottom: number } {
  const marks: Markup[] = [];
  let y = top;
  const line = (title: string, names: readonly Named[], round: boolean) => {
    if (names.length === 0) return;
    let x = picture.left;
    marks.push(mark("text", { x: 0, y, dy: "0.35em", class: "tbc-muted", "font-size": SMALL }, title));
    for (const { name, colour } of names) {
      const words = clipText(name, 11, dayWidth(picture) - 40);
      const width = 20 + textWidth(words, 11) + 12;
      if (x + width > chartWidth + 12 && x > picture.left) [x, y] = [picture.left, y + 19];
      marks.push(
        mark("rect", { x, y: y - 6, width: 14, height: 12, rx: round ? 5 : 1, fill: colour }),
        mark("text", { x: x + 20, y, dy: "0.35em", class: "tbc-ink" }, words),
      );
      x += width;
    }
    y += 22;
  };
  line(picture.tasks.length > 0 ? "above: application" : "application", picture.apps, false);
  line("below: task", picture.tasks, true);
  if (shares) {
    const words = "Where people change applications faster than can be drawn, heights are shares of the time.";
    marks.push(mark("text", { x: picture.left, y, dy: "0.35em", class: "tbc-muted" }, words));
    y += 22;
  }
  return { marks, bottom: y - 12 };
}
