/**
 * The picture of handle times: two box plots a group, dots for instances, what of the mean is active and what idle, and
 * the table of idle thresholds.
 */
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { type Markup, markup, markupText } from "../kit/markup.ts";
import { light } from "../kit/theme.ts";
import { type DurationAxis, durationAxis } from "../kit/duration_axis.ts";
import { chartWidth, frame } from "../kit/frame.ts";
import { boxOf, jitter, thinned } from "../kit/spread.ts";
import { mark, rounded } from "../kit/svg.ts";
import { clipText } from "../kit/fit_text.ts";

export interface TimedGroup {
  readonly name: string;
  /** Seconds of each instance, ascending. */
  readonly active: Float64Array;
  readonly handle: Float64Array;
}

/** A row of `idleSensitivity`. */
export interface Sensitivity {
  readonly idleSeconds: number;
  readonly chosen: boolean;
  readonly meanActiveSeconds: number;
  readonly medianActiveSeconds: number;
  readonly cvActive: number;
  readonly idleShare: number;
}

/** Share of the handle time of all instances that is idle. */
export function idleShare(active: Float64Array, handle: Float64Array): number {
  const total = handle.reduce((sum, seconds) => sum + seconds, 0);
  return total > 0 ? 1 - active.reduce((sum, seconds) => sum + seconds, 0) / total : 0;
}

const LEFT = 190, RIGHT = 84, LANE = 22, BAND = 2 * LANE + 20, MOST_DOTS = 160;
/** Room for the means, on a scale of their own: they add up, which medians do not. */
const MEANS = 196, MEANS_LEFT = chartWidth - MEANS + 16;
const PLOT = chartWidth - LEFT - RIGHT - MEANS;

const style = `.tbi-idle{fill:${light.quiet};fill:var(--quiet,${light.quiet});fill-opacity:.18}` +
  `.tbi-hatch{fill:none;stroke:${light.quiet};stroke:var(--quiet,${light.quiet});stroke-opacity:.7}`;

export function drawHandleTimes(
  groups: readonly TimedGroup[],
  sensitivity: readonly Sensitivity[],
  scale: "auto" | "linear" | "log",
): string {
  const all = Float64Array.from(groups.flatMap(({ handle }) => [...handle])).sort();
  const axis = durationAxis(all, PLOT, scale);
  const bottom = 26 + groups.length * BAND;
  const longest = Math.max(...groups.map(({ handle }) => meanOf(handle)), 0);
  const marks = [
    markup("style", {}, style),
    ...drawAxis(axis, bottom),
    ...groups.flatMap((group, i) => [
      ...drawGroup(group, axis, 26 + i * BAND),
      ...drawMeans(group, longest, 26 + i * BAND),
    ]),
  ];
  const table = drawSensitivity(sensitivity, bottom + 38);
  return markupText(frame(chartWidth, bottom + 38 + 18 * 4 + 10, [...marks, ...table]));
}

function drawAxis(axis: DurationAxis, bottom: number): Markup[] {
  return [
    ...axis.ticks.flatMap((tick) => {
      const x = LEFT + axis.at(tick);
      return [
        mark("line", { x1: x, x2: x, y1: 16, y2: bottom, class: "tbc-line" }),
        mark(
          "text",
          { x, y: bottom + 15, class: "tbc-muted", "font-size": 10.5, "text-anchor": "middle" },
          formatDuration(tick),
        ),
      ];
    }),
    mark(
      "text",
      { x: chartWidth - MEANS, y: 9, class: "tbc-muted", "font-size": 10.5, "text-anchor": "end" },
      "median",
    ),
    mark("text", { x: MEANS_LEFT, y: 9, class: "tbc-muted", "font-size": 10.5 }, "mean handle = active + idle"),
    ...(axis.logarithmic
      ? [mark("text", { x: LEFT, y: 9, class: "tbc-muted", "font-size": 10.5 }, "logarithmic scale")]
      : []),
  ];
}

function drawGroup({ name, active, handle }: TimedGroup, axis: DurationAxis, top: number): Markup[] {
  const count = countOf(active.length, "instance");
  return [
    mark(
      "g",
      {},
      mark("title", {}, name),
      mark("text", { x: 0, y: top - 1, class: "tbc-ink", "font-weight": 600 }, clipText(name, 11.5, LEFT + PLOT - 6)),
      mark("text", { x: 0, y: top + 16, class: "tbc-muted", "font-size": 10.5 }, count),
      mark(
        "text",
        { x: 0, y: top + 30, class: "tbc-muted", "font-size": 10.5 },
        `${formatShare(idleShare(active, handle))} idle`,
      ),
    ),
    ...drawLane(`${name}: active time`, "active", active, axis, top, "tbc-bar"),
    ...drawLane(`${name}: handle time`, "handle", handle, axis, top + LANE, "tbc-aside"),
  ];
}

function drawLane(
  title: string,
  label: string,
  sorted: Float64Array,
  axis: DurationAxis,
  top: number,
  kind: string,
): Markup[] {
  const middle = top + LANE / 2 + 1;
  const at = (seconds: number) => LEFT + axis.at(seconds);
  const words = (text: string, x: number) =>
    mark(
      "text",
      { x, y: middle, dy: "0.35em", class: "tbc-muted tbc-num", "font-size": 10.5, "text-anchor": "end" },
      text,
    );
  if (sorted.length === 0) return [words(label, LEFT - 10)];
  const { q1, median, q3, low, high } = boxOf(sorted);
  const dots = [...thinned(sorted, MOST_DOTS)]
    .map((seconds, i) => `M${rounded(at(seconds))},${rounded(middle + jitter(i) * (LANE - 6))}h0`).join("");
  const lines: [string, number][] = [
    ["longest", sorted.at(-1)!],
    ["three quarters within", q3],
    ["median", median],
    ["a quarter within", q1],
    ["shortest", sorted[0]!],
  ];
  return [
    words(label, LEFT - 10),
    mark(
      "g",
      {},
      mark("title", {}, [title, ...lines.map(([what, seconds]) => `${what}\t${formatDuration(seconds)}`)].join("\n")),
      mark("rect", {
        x: LEFT,
        y: top,
        width: PLOT,
        height: LANE,
        fill: "none",
        "pointer-events": "all",
      }),
      mark("path", { d: dots, class: `tbc-dots ${kind}` }),
      mark("path", {
        d: `M${rounded(at(low))},${middle}H${rounded(at(q1))}M${rounded(at(q3))},${middle}H${rounded(at(high))}`,
        class: "tbc-whisker",
      }),
      mark("rect", { x: at(q1), y: middle - 6, width: Math.max(1, at(q3) - at(q1)), height: 12, rx: 2, class: kind }),
      mark("path", { d: `M${rounded(at(median))},${middle - 7}v14`, class: "tbc-median" }),
    ),
    words(formatDuration(median), chartWidth - MEANS),
  ];
}

/** A bar as long as the mean handle time: active solid, idle hatched. */
function drawMeans({ name, active, handle }: TimedGroup, longest: number, top: number): Markup[] {
  if (handle.length === 0 || longest === 0) return [];
  const whole = meanOf(handle), busy = meanOf(active), idle = Math.max(0, whole - busy);
  const scale = (chartWidth - MEANS_LEFT) / longest;
  const split = busy * scale, end = whole * scale, height = 16, y = top + 6;
  let strokes = "";
  for (let s = 5; s < end - split + height; s += 6) {
    const a = Math.min(s, end - split), b = Math.max(0, s - height);
    strokes += `M${rounded(MEANS_LEFT + split + a)},${rounded(y + s - a)}L${rounded(MEANS_LEFT + split + b)},${
      rounded(y + s - b)
    }`;
  }
  return [mark(
    "g",
    {},
    mark(
      "title",
      {},
      [
        `${name}: means`,
        `handle time\t${formatDuration(whole)}`,
        `active\t${formatDuration(busy)}`,
        `idle\t${formatDuration(idle)}`,
        `idle share\t${formatShare(idleShare(active, handle))}`,
      ].join("\n"),
    ),
    mark("rect", { x: MEANS_LEFT, y, width: Math.max(1, split), height, rx: 2, class: "tbc-bar" }),
    ...(end - split >= 1
      ? [
        mark("rect", { x: MEANS_LEFT + split, y, width: end - split, height, rx: 2, class: "tbi-idle" }),
        mark("path", { d: strokes, class: "tbi-hatch" }),
      ]
      : []),
    mark(
      "text",
      { x: MEANS_LEFT, y: y + 31, class: "tbc-muted tbc-num", "font-size": 10.5 },
      idle > 0 ? `${formatDuration(busy)} + ${formatDuration(idle)}` : formatDuration(busy),
    ),
  )];
}

function meanOf(seconds: Float64Array): number {
  return seconds.length > 0 ? seconds.reduce((sum, value) => sum + value, 0) / seconds.length : 0;
}

function drawSensitivity(rows: readonly Sensitivity[], top: number): Markup[] {
  const columns = Math.max(1, rows.length), width = Math.min(120, (chartWidth - LEFT) / columns);
  const lines: [string, (row: Sensitivity) => string][] = [
    ["with an idle threshold of", (row) => formatDuration(row.idleSeconds)],
    ["mean active time", (row) => formatDuration(row.meanActiveSeconds)],
    ["its coefficient of variation", (row) => formatCount(row.cvActive, 3)],
    ["idle share", (row) => formatShare(row.idleShare)],
  ];
  return lines.flatMap(([label, value], i) => {
    const y = top + 12 + i * 18;
    return [
      mark("text", { x: 0, y, class: "tbc-muted", "font-size": 10.5 }, label),
      ...rows.map((row, column) =>
        mark("text", {
          x: LEFT + (column + 1) * width - 30,
          y,
          "text-anchor": "end",
          class: row.chosen ? "tbc-ink tbc-num" : "tbc-muted tbc-num",
          ...(row.chosen ? { "font-weight": 600 } : {}),
        }, value(row))
      ),
    ];
  });
}
