/** The picture of a service level: counts above, the share with its band below, and groups as bars. */
import { countOf, formatCount, formatDate, formatDuration, formatShare } from "../../base/format.ts";
import { textWidth } from "../../base/text_width.ts";
import type { ServiceCounts, ServiceLevel, ServicePeriodRow } from "../../mining/mod.ts";
import { chartFrame, emptyChart, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { signal } from "../kit/frame.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { mark, rounded } from "../kit/svg.ts";
import { type BarSection, barSections, words } from "./bar_rows.ts";

/** Groups that are drawn; the table has all. */
const MOST_GROUPS = 12;
const HEADING = "share that kept the rule, of those whose time is up";
const COUNTS = 110, SHARES = 120;

const style = `.tbp-lost{fill:${signal};fill-opacity:.7}.tbp-band{fill:currentColor;fill-opacity:.13}` +
  `.tbp-line{fill:none;stroke:currentColor;stroke-width:1.75px}`;

export function periodName(begin: Date, every: ServiceLevel["every"]): string {
  if (every === "month") return formatDate(begin.getTime(), "day").slice(0, 7);
  return formatDate(begin.getTime(), every === "hour" ? "minute" : "day");
}

export function drawServiceLevel(found: ServiceLevel, width: number): Markup {
  const rows = found.periods.rows();
  if (rows.length === 0) return emptyChart("The rule asks nothing of any case.");
  const left = isNarrow(width) ? 44 : 56;
  const step = (width - left) / rows.length;
  const top = 50, middle = top + COUNTS, lower = middle + 44, bottom = lower + SHARES;
  const most = Math.max(1, ...rows.map((row) => row.kept + row.broken + row.open));
  const marks = [
    markup("style", {}, style),
    ...legend(found),
    words(0, 34, "cases", "tbc-ink", "start", true),
    ...gridAt(top, middle, [0, most], (value) => value / most, formatCount, left, width),
    words(0, lower - 12, isNarrow(width) ? "share that kept the rule" : HEADING, "tbc-ink", "start", true),
    ...gridAt(lower, bottom, [0, 0.5, 1], (value) => value, formatShare, left, width),
    ...bandOf(rows, left, step, lower),
    ...rows.flatMap((row, k) => columnOf(row, k, { found, left, step, most, top, middle, bottom })),
    ...axis(rows, found.every, left, step, bottom, width),
  ];
  if (found.by === null) return chartFrame(width, bottom + 26, marks);
  const groups = barSections([groupSection(found)], width, bottom + 48, 1);
  return chartFrame(width, groups.bottom, [...marks, ...groups.marks]);
}

function legend(found: ServiceLevel): Markup[] {
  let x = 0;
  return [
    { text: "kept", kind: "tbc-bar", cases: found.kept },
    { text: "broken", kind: "tbp-lost", cases: found.broken },
    { text: "still open", kind: "tbc-aside", cases: found.open },
  ].flatMap(({ text, kind, cases }) => {
    const label = `${text}: ${formatCount(cases)}`, at = x;
    x += textWidth(label, TEXT) + 34;
    return [
      mark("rect", { x: at, y: 1, width: 12, height: 12, rx: 2, class: kind }),
      words(at + 17, 11, label, "tbc-muted"),
    ];
  });
}

function gridAt(
  top: number,
  bottom: number,
  ticks: readonly number[],
  share: (value: number) => number,
  write: (value: number) => string,
  left: number,
  width: number,
): Markup[] {
  return ticks.flatMap((value) => {
    const y = bottom - share(value) * (bottom - top);
    return [
      mark("line", { x1: left, x2: width, y1: y, y2: y, class: "tbc-line" }),
      words(left - 6, y + 4, write(value), "tbc-muted", "end"),
    ];
  });
}

/** The stretches of periods of which a share is known: band and line. */
function bandOf(rows: readonly ServicePeriodRow[], left: number, step: number, top: number): Markup[] {
  const marks: Markup[] = [];
  const y = (share: number) => rounded(top + SHARES * (1 - share));
  const x = (k: number) => rounded(left + (k + 0.5) * step);
  for (let from = 0; from < rows.length;) {
    let to = from;
    while (to < rows.length && rows[to]!.due > 0) to++;
    const known = Array.from({ length: to - from }, (_, i) => from + i);
    if (known.length > 1) {
      const upper = known.map((k) => `${x(k)},${y(rows[k]!.high)}`).join("L");
      const lower = known.toReversed().map((k) => `${x(k)},${y(rows[k]!.low)}`).join("L");
      marks.push(
        mark("path", { d: `M${upper}L${lower}Z`, class: "tbp-band" }),
        mark("path", { d: `M${known.map((k) => `${x(k)},${y(rows[k]!.share)}`).join("L")}`, class: "tbp-line" }),
      );
    }
    for (const k of known) {
      // A period that stands alone has no band: its interval is a line.
      if (known.length === 1) {
        marks.push(mark("path", { d: `M${x(k)},${y(rows[k]!.low)}V${y(rows[k]!.high)}`, class: "tbc-whisker" }));
      }
      marks.push(mark("circle", { cx: x(k), cy: y(rows[k]!.share), r: 2.5, class: "tbc-ink" }));
    }
    from = to + 1;
  }
  return marks;
}

interface ColumnPlace {
  readonly found: ServiceLevel;
  readonly left: number;
  readonly step: number;
  readonly most: number;
  readonly top: number;
  readonly middle: number;
  readonly bottom: number;
}

/** The stacked counts of a period, and what pointing at it tells. */
function columnOf(row: ServicePeriodRow, k: number, place: ColumnPlace): Markup[] {
  const { found, left, step, most, top, middle, bottom } = place;
  const scale = (middle - top) / most;
  const x = left + k * step, gap = step > 5 ? 1 : 0;
  let y = middle;
  const bars = [[row.kept, "tbc-bar"], [row.broken, "tbp-lost"], [row.open, "tbc-aside"]] as const;
  return [mark(
    "g",
    {},
    mark("title", {}, `${found.every} of ${periodName(row.begin, found.every)}\n${titleOf(row)}`),
    mark("rect", { x, y: top, width: step, height: bottom - top, fill: "none", "pointer-events": "all" }),
    ...bars.filter(([cases]) => cases > 0).map(([cases, kind]) => {
      y -= cases * scale;
      return mark("rect", { x, y, width: Math.max(0.5, step - gap), height: cases * scale, class: kind });
    }),
  )];
}

function titleOf(row: ServiceCounts): string {
  return [
    `kept\t${countOf(row.kept, "case")}`,
    `broken\t${formatCount(row.broken)}`,
    `still open\t${formatCount(row.open)}`,
    `share in time\t${formatShare(row.share)}`,
    ...(row.due > 0 ? [`95 % interval\t${formatShare(row.low)} to ${formatShare(row.high)}`] : []),
    ...(Number.isNaN(row.medianSeconds)
      ? []
      : [`median\t${formatDuration(row.medianSeconds)}`, `90 % within\t${formatDuration(row.p90Seconds)}`]),
  ].join("\n");
}

/** Names of as many periods as there is room for. */
function axis(
  rows: readonly ServicePeriodRow[],
  every: ServiceLevel["every"],
  left: number,
  step: number,
  bottom: number,
  width: number,
): Markup[] {
  const names = rows.map(({ begin }) => periodName(begin, every));
  const room = textWidth(names[0]!, TEXT) + 18;
  const skip = Math.max(1, Math.ceil(room / step));
  return names.flatMap((name, k) => {
    if (k % skip !== 0) return [];
    const half = textWidth(name, TEXT) / 2;
    const x = Math.min(Math.max(left + (k + 0.5) * step, half), width - half);
    return [words(x, bottom + 18, name, "tbc-muted", "middle")];
  });
}

function groupSection(found: ServiceLevel): BarSection {
  const groups = found.groups.rows();
  return {
    heading: `share that kept the rule, by ${found.by}`,
    columns: ["share", "kept", "broken", "open", "median"],
    rows: groups.slice(0, MOST_GROUPS).map((row) => ({
      label: row.group,
      value: row.due > 0 ? row.share : 0,
      ...(row.due > 0 ? { low: row.low, high: row.high } : {}),
      facts: [
        formatShare(row.share),
        formatCount(row.kept),
        formatCount(row.broken),
        formatCount(row.open),
        formatDuration(row.medianSeconds),
      ],
      title: `${row.group}\n${titleOf(row)}`,
    })),
    none: "No group.",
    left: Math.max(0, groups.length - MOST_GROUPS),
  };
}
