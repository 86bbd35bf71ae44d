/** Stays in applications as bars: side by side where they are wide enough, as shares of the time where they are not. */
import { mark, rounded } from "../../kit/svg.ts";
import type { Markup } from "../../kit/markup.ts";
import { textWidth } from "../../../base/text_width.ts";
import { type DayPicture, dayPlaces, type DayVisit, dayWidth, inside, SMALL } from "./day_places.ts";

/** Half a pixel shows the application that was there longest. */
const SLOT = 0.5;

/** Runs of slots of the same application as one path a colour, and names where they fit; shares where it is crowded. */
export function drawVisits(
  picture: DayPicture,
  visits: readonly DayVisit[],
  top: number,
  at: (seconds: number) => number,
): Markup[] {
  const { app: height } = dayPlaces, { left, apps } = picture;
  const slots = Math.ceil(dayWidth(picture) / SLOT);
  const inSlots = (seconds: number) => (at(seconds) - left) / SLOT;
  const { owner, weights } = shareOut(visits, apps.length, slots, inSlots);
  const paths = apps.map(() => "");
  drawShares(denseColumns(visits, slots, inSlots), weights, owner, paths, { left, top, height });
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
    ...apps.flatMap(({ colour }, a) =>
      paths[a] === "" ? [] : [mark("path", { d: paths[a], fill: colour, class: "tbt-bar" })]
    ),
    ...(splits.length > 0 ? [mark("path", { d: splits.join(""), class: "tbt-split" })] : []),
    ...runs.flatMap(([app, from, to]) => {
      const { name, colour } = apps[app]!;
      if (textWidth(name, SMALL) > (to - from) * SLOT - 6) return [];
      return [inside(name, left + (from + to) / 2 * SLOT, top + height / 2, colour)];
    }),
  ];
}

/** How much of each slot each application has, and which has most of it; -1 where none is. */
function shareOut(
  visits: readonly DayVisit[],
  apps: number,
  slots: number,
  inSlots: (seconds: number) => number,
): { owner: Int32Array; weights: Map<number, number>[] } {
  const best = new Float64Array(slots), owner = new Int32Array(slots).fill(-1);
  const weights = Array.from({ length: apps }, () => new Map<number, number>());
  for (const [from, to, app] of visits) {
    const x0 = inSlots(from), x1 = Math.max(x0 + 0.01, inSlots(to));
    for (let slot = Math.floor(x0); slot < x1 && slot < slots; slot++) {
      const share = Math.min(slot + 1, x1) - Math.max(slot, x0);
      const sum = (weights[app]!.get(slot) ?? 0) + share;
      weights[app]!.set(slot, sum);
      if (sum > best[slot]!) [best[slot], owner[slot]] = [sum, app];
    }
  }
  return { owner, weights };
}

/** Adds columns of shares to the paths of the applications, and takes their slots from who had them. */
function drawShares(
  dense: readonly boolean[],
  weights: readonly ReadonlyMap<number, number>[],
  owner: Int32Array,
  paths: string[],
  { left, top, height }: { left: number; top: number; height: number },
): void {
  const slots = owner.length;
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
}

/** Whether some bars of what is shown are drawn as shares. */
export function hasShares({ rows, ...picture }: DayPicture, from: number, to: number): boolean {
  const slots = Math.ceil(dayWidth(picture) / SLOT);
  const at = (seconds: number) => Math.min(slots, Math.max(0, (seconds - from) / (to - from) * slots));
  return rows.some(({ visits }) =>
    denseColumns(visits.filter(([a, b]) => b >= from && a <= to), slots, at).includes(true)
  );
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
