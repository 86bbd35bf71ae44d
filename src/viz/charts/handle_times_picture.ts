/**
 * The picture of handle times: two box plots a group, dots for instances, what of the mean is active and what idle, and
 * the table of idle thresholds.
 */
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { type Markup, markup, markupText } from "../kit/markup.ts";
import { light } from "../kit/theme.ts";
import { type DurationAxis, durationAxis } from "../kit/duration_axis.ts";
import { chartFrame, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { chartWidth } from "../kit/frame.ts";
import { boxOf, jitter, thinned } from "../kit/spread.ts";
import { mark, rounded } from "../kit/svg.ts";
import { clipText } from "../kit/fit_text.ts";
import { BOLD } from "../kit/wrap_text.ts";

export interface TimedGroup {
  readonly name: string;
  /** Seconds of each instance, ascending. */
  readonly active: Float64Array;
  readonly handle: Float64Array;
  /** Parts of the handle time, in any order. */
  readonly idle: Float64Array;
  readonly away: Float64Array;
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
export function idleShare({ handle, idle }: TimedGroup): number {
  return shareOf(idle, handle);
}

/** Share of the handle time of all instances in which they were put aside for others. */
export function awayShare({ handle, away }: TimedGroup): number {
  return shareOf(away, handle);
}

function shareOf(part: Float64Array, whole: Float64Array): number {
  const total = whole.reduce((sum, seconds) => sum + seconds, 0);
  return total > 0 ? part.reduce((sum, seconds) => sum + seconds, 0) / total : 0;
}

const LANE = 24, MOST_DOTS = 160;

/** Where things stand, in pixels. */
interface Places {
  readonly width: number;
  readonly narrow: boolean;
  /** The plot's left edge, and its width. */
  readonly left: number;
  readonly plot: number;
  /** Right edge of the medians. */
  readonly median: number;
  /** Left edge of the means and their width: on a scale of their own, since they add up, which medians do not. */
  readonly means: number;
  readonly meansWidth: number;
  /** Height of a group, and of its words above the lanes. */
  readonly band: number;
  readonly words: number;
}

function placesFor(width: number): Places {
  if (isNarrow(width)) {
    const left = 50, right = 76;
    return {
      width,
      narrow: true,
      left,
      plot: width - left - right,
      median: width,
      means: 0,
      meansWidth: width,
      band: 2 * LANE + 100,
      words: 40,
    };
  }
  const left = 190, right = 88, meansWidth = 184;
  return {
    width,
    narrow: false,
    left,
    plot: width - left - right - meansWidth - 16,
    median: width - meansWidth - 16,
    means: width - meansWidth,
    meansWidth,
    band: 2 * LANE + 22,
    words: 0,
  };
}

const awayStyle = `.tbi-away{fill:${light.quiet};fill:var(--quiet,${light.quiet});fill-opacity:.45}`;
const style = `.tbi-idle{fill:${light.quiet};fill:var(--quiet,${light.quiet});fill-opacity:.18}` +
  `.tbi-hatch{fill:none;stroke:${light.quiet};stroke:var(--quiet,${light.quiet});stroke-opacity:.7}`;

/** On a phone the words of a group stand above its box plots, and its means below them. */
export function drawHandleTimes(
  groups: readonly TimedGroup[],
  sensitivity: readonly Sensitivity[],
  scale: "auto" | "linear" | "log",
  width: number = chartWidth,
): string {
  const places = placesFor(width);
  const all = Float64Array.from(groups.flatMap(({ handle }) => [...handle])).sort();
  const axis = durationAxis(all, places.plot, scale);
  const head = axis.logarithmic && places.narrow ? 44 : 28;
  const bottom = head + groups.length * places.band;
  const longest = Math.max(...groups.map(({ handle }) => meanOf(handle)), 0);
  const putAside = groups.some((group) => awayShare(group) > 0);
  const marks = [
    markup("style", {}, putAside ? style + awayStyle : style),
    ...drawAxis(axis, bottom, places, putAside),
    ...groups.flatMap((group, i) => {
      const top = head + i * places.band;
      return [
        ...drawGroup(group, axis, top, places),
        ...drawMeans(group, longest, top + (places.narrow ? places.words + 2 * LANE + 4 : 0), places),
      ];
    }),
  ];
  const table = drawSensitivity(sensitivity, bottom + 40, places);
  return markupText(chartFrame(width, table.bottom, [...marks, ...table.marks]));
}

function drawAxis(
  axis: DurationAxis,
  bottom: number,
  { left, median, means, narrow }: Places,
  putAside: boolean,
): Markup[] {
  const head = (x: number, y: number, words: string, anchor = "start") =>
    mark("text", { x, y, class: "tbc-muted", "text-anchor": anchor }, words);
  return [
    ...axis.ticks.flatMap((tick) => {
      const x = left + axis.at(tick);
      return [
        mark("line", { x1: x, x2: x, y1: narrow && axis.logarithmic ? 32 : 16, y2: bottom, class: "tbc-line" }),
        head(x, bottom + 16, formatDuration(tick), "middle"),
      ];
    }),
    head(median, 10, "median", "end"),
    ...(narrow ? [] : [head(means, 10, putAside ? "mean = active + put aside + idle" : "mean = active + idle")]),
    ...(axis.logarithmic ? [head(left, narrow ? 26 : 10, "logarithmic scale")] : []),
  ];
}

function drawGroup(group: TimedGroup, axis: DurationAxis, top: number, places: Places): Markup[] {
  const { name, active, handle } = group;
  const { left, plot, width, narrow } = places;
  const count = countOf(active.length, "instance"), idle = `${formatShare(idleShare(group))} idle`;
  const facts = narrow ? [`${count}, ${idle}`] : [count, idle];
  const room = narrow ? width : left + plot - 6;
  const lanes = top + places.words;
  return [
    mark(
      "g",
      {},
      mark("title", {}, name),
      mark(
        "text",
        { x: 0, y: narrow ? top + 14 : top - 1, class: "tbc-ink", "font-weight": 600 },
        clipText(name, TEXT, room / BOLD),
      ),
      ...facts.map((words, i) =>
        mark("text", { x: 0, y: narrow ? top + 31 : top + 17 + i * 16, class: "tbc-muted" }, words)
      ),
    ),
    ...drawLane(`${name}: active time`, "active", active, axis, lanes, "tbc-bar", places),
    ...drawLane(`${name}: handle time`, "handle", handle, axis, lanes + LANE, "tbc-aside", places),
  ];
}

function drawLane(
  title: string,
  label: string,
  sorted: Float64Array,
  axis: DurationAxis,
  top: number,
  kind: string,
  { left, plot, median: medianRight }: Places,
): Markup[] {
  const middle = top + LANE / 2 + 1;
  const at = (seconds: number) => left + axis.at(seconds);
  const words = (text: string, x: number) =>
    mark(
      "text",
      { x, y: middle, dy: "0.35em", class: "tbc-muted tbc-num", "text-anchor": "end" },
      text,
    );
  if (sorted.length === 0) return [words(label, left - 8)];
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
    words(label, left - 8),
    mark(
      "g",
      {},
      mark("title", {}, [title, ...lines.map(([what, seconds]) => `${what}\t${formatDuration(seconds)}`)].join("\n")),
      mark("rect", {
        x: left,
        y: top,
        width: plot,
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
    words(formatDuration(median), medianRight),
  ];
}

/** A bar as long as the mean handle time: active solid, put aside pale, idle hatched. */
function drawMeans(
  group: TimedGroup,
  longest: number,
  top: number,
  { means, meansWidth, narrow }: Places,
): Markup[] {
  const { name, active, handle } = group;
  if (handle.length === 0 || longest === 0) return [];
  const whole = meanOf(handle), busy = meanOf(active), away = meanOf(group.away);
  const idle = Math.max(0, whole - busy - away);
  const scale = meansWidth / longest;
  const turned = busy * scale, split = (busy + away) * scale, end = whole * scale, height = 16, y = top + 6;
  let strokes = "";
  for (let s = 5; s < end - split + height; s += 6) {
    const a = Math.min(s, end - split), b = Math.max(0, s - height);
    strokes += `M${rounded(means + split + a)},${rounded(y + s - a)}L${rounded(means + split + b)},${
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
        ...(away > 0 ? [`put aside for another\t${formatDuration(away)}`] : []),
        `idle\t${formatDuration(idle)}`,
        `idle share\t${formatShare(idleShare(group))}`,
      ].join("\n"),
    ),
    mark("rect", { x: means, y, width: Math.max(1, turned), height, rx: 2, class: "tbc-bar" }),
    ...(split - turned >= 1
      ? [mark("rect", { x: means + turned, y, width: split - turned, height, rx: 2, class: "tbi-away" })]
      : []),
    ...(end - split >= 1
      ? [
        mark("rect", { x: means + split, y, width: end - split, height, rx: 2, class: "tbi-idle" }),
        mark("path", { d: strokes, class: "tbi-hatch" }),
      ]
      : []),
    mark(
      "text",
      { x: means, y: y + 31, class: "tbc-muted tbc-num" },
      (narrow ? `mean ${formatDuration(whole)}${away > 0 ? ": " : " = "}` : "") +
        (away > 0
          ? `${formatShare(away / whole)} put aside, ${formatShare(idle / whole)} idle`
          : [busy, ...(idle > 0 ? [idle] : [])].map(formatDuration).join(" + ") + (narrow && idle > 0 ? " idle" : "")),
    ),
  )];
}

function meanOf(seconds: Float64Array): number {
  return seconds.length > 0 ? seconds.reduce((sum, value) => sum + value, 0) / seconds.length : 0;
}

/** A column for each threshold; on a phone, where they would not fit, a row for each. */
function drawSensitivity(
  rows: readonly Sensitivity[],
  top: number,
  { width, left, narrow }: Places,
): { marks: Markup[]; bottom: number } {
  const labels = narrow
    ? ["idle threshold", "mean active", "variation", "idle"]
    : ["with an idle threshold of", "mean active time", "its coefficient of variation", "idle share"];
  const cells = rows.map((row) => [
    formatDuration(row.idleSeconds),
    formatDuration(row.meanActiveSeconds),
    formatCount(row.cvActive, 2),
    formatShare(row.idleShare),
  ]);
  const columns = Math.max(1, rows.length), column = Math.min(120, (width - left) / columns);
  const rights = narrow ? [86, 182, 252, width] : rows.map((_, i) => left + (i + 1) * column - 30);
  const value = (x: number, y: number, text: string, chosen: boolean) =>
    mark("text", {
      x,
      y,
      "text-anchor": "end",
      class: chosen ? "tbc-ink tbc-num" : "tbc-muted tbc-num",
      ...(chosen ? { "font-weight": 600 } : {}),
    }, text);
  const line = (i: number) => top + 12 + i * 19;
  const marks = narrow
    ? [
      ...labels.map((label, i) => value(rights[i]!, line(0), label, false)),
      ...rows.flatMap(({ chosen }, r) => cells[r]!.map((text, i) => value(rights[i]!, line(r + 1), text, chosen))),
    ]
    : labels.flatMap((label, i) => [
      mark("text", { x: 0, y: line(i), class: "tbc-muted" }, label),
      ...rows.map(({ chosen }, r) => value(rights[r]!, line(i), cells[r]![i]!, chosen)),
    ]);
  return { marks, bottom: line(narrow ? rows.length : labels.length - 1) + 6 };
}
