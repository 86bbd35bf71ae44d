/** The bars of a day that can be pointed at, and which is next to which. */
import type { DayViewData } from "../tasks/day/day.ts";
import { clockAt, dayPlaces, hand, nameHeight, rowHeight } from "../tasks/day/day_places.ts";
import { formatCount, formatDuration } from "../../base/format.ts";

type Lane = "app" | "task";
export interface DayBar {
  readonly row: number;
  readonly lane: Lane;
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly lines: readonly (readonly [string, string])[];
}

export function laneTop(picture: DayViewData, { row, lane }: Pick<DayBar, "row" | "lane">): number {
  return dayPlaces.top + row * rowHeight(picture) + nameHeight(picture) +
    (lane === "task" ? dayPlaces.app + dayPlaces.between : 0);
}

/** Every bar there is, row by row, lane by lane, in order of time. */
export function laneBars(picture: DayViewData): DayBar[] {
  const clock = (seconds: number) => hand(clockAt(picture, seconds), 1);
  const span = (
    from: number,
    to: number,
  ): [string, string] => [`${clock(from)} to ${clock(to)}`, formatDuration(to - from)];
  return picture.rows.flatMap((row, r): DayBar[] => [
    ...[
      ...row.visits.map(([from, to, app, window, actions]): DayBar => ({
        row: r,
        lane: "app",
        from,
        to,
        title: picture.apps[app]!.name,
        lines: [
          ...(window >= 0 ? [["window", picture.windows[window]!] as const] : []),
          ["interactions", formatCount(actions)],
          span(from, to),
        ],
      })),
      ...row.idle.map(([from, to]): DayBar => ({
        row: r,
        lane: "app",
        from,
        to,
        title: "Idle",
        lines: [span(from, to)],
      })),
    ].sort((a, b) => a.from - b.from),
    ...row.pieces.map(([from, to, k]): DayBar => {
      const [number, task, first, last, activeSeconds, actions] = picture.instances[k]!;
      const parts = row.pieces.filter((piece) => piece[2] === k).length;
      return {
        row: r,
        lane: "task",
        from,
        to,
        title: picture.tasks[task]!.name,
        lines: [
          ["instance", formatCount(number)],
          ["interactions", formatCount(actions)],
          span(first, last),
          ["active", formatDuration(activeSeconds)],
          ...(parts > 1 ? [["in parts", `${parts}; this one ${formatDuration(to - from)}`] as const] : []),
        ],
      };
    }),
  ]);
}

/** The bar at a moment in the lane at `y`; one that is too narrow to hit counts as three pixels wide. */
export function barAt(
  picture: DayViewData,
  bars: readonly DayBar[],
  seconds: number,
  y: number,
  pixel: number,
): number | undefined {
  let best: number | undefined, nearest = 2 * pixel;
  bars.forEach((bar, i) => {
    const top = laneTop(picture, bar);
    if (y < top || y > top + dayPlaces[bar.lane] + 2) return;
    const away = Math.max(bar.from - seconds, seconds - bar.to, 0);
    if (away < nearest) [best, nearest] = [i, away];
  });
  return best;
}

/** The next bar of the lane, or the nearest of the next lane. */
export function nextBar(bars: readonly DayBar[], at: number, step: number): number {
  const { row, lane, from } = bars[at]!;
  const same = (bar: DayBar) => bar.row === row && bar.lane === lane;
  if (Math.abs(step) === 1) {
    const next = bars[at + step];
    return next && same(next) ? at + step : at;
  }
  const lanes = [...new Set(bars.map((bar) => `${bar.row} ${bar.lane}`))];
  const other = lanes[lanes.indexOf(`${row} ${lane}`) + Math.sign(step)];
  let best = at, least = Infinity;
  bars.forEach((bar, i) => {
    if (`${bar.row} ${bar.lane}` !== other || Math.abs(bar.from - from) >= least) return;
    [best, least] = [i, Math.abs(bar.from - from)];
  });
  return best;
}
