/** The picture of a funnel. */
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { textWidth } from "../../base/text_width.ts";
import type { Funnel, FunnelDropRow, FunnelRow } from "../../mining/mod.ts";
import { chartFrame, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { signal } from "../kit/frame.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { wrapLines } from "../kit/wrap_text.ts";
import { words } from "./bar_rows.ts";

const LINE = 16, BAR = 26;

/** Lost cases are of the colour of what went wrong, but lighter than the words. */
const style = `.tbp-lost{fill:${signal};fill-opacity:.55}`;

export function drawFunnel(found: Funnel, width: number): Markup {
  const narrow = isNarrow(width), rows = found.steps.rows();
  const left = narrow ? 0 : 220, right = narrow ? 0 : 190;
  const scale = (width - left - right) / Math.max(1, found.cases);
  const marks: Markup[] = [markup("style", {}, style), ...legend(rows, width, left)];
  let y = 34;
  for (const [k, row] of rows.entries()) {
    const label = wrapLines(row.milestone, TEXT, (narrow ? width : left - 16) / 1.11, 3);
    const figures = `${formatCount(row.cases)}, ${formatShare(row.share)}`;
    const top = y;
    if (narrow) {
      label.forEach((line, i) => marks.push(words(0, y + 12 + i * LINE, line, "tbc-ink", "start", true)));
      y += label.length * LINE + 4;
    } else {
      label.forEach((line, i) =>
        marks.push(words(0, y + BAR / 2 + 4 + (i - (label.length - 1) / 2) * LINE, line, "tbc-ink", "start", true))
      );
    }
    const segments = [
      { cases: row.cases, kind: "tbc-bar" },
      { cases: row.running, kind: "tbc-aside" },
      { cases: row.dropped + row.stuck + row.late, kind: "tbp-lost" },
    ];
    let x = left;
    const bars = segments.filter(({ cases }) => cases > 0).map(({ cases, kind }) => {
      const drawn = mark("rect", { x, y, width: Math.max(1, cases * scale - 1), height: BAR, rx: 2, class: kind });
      x += cases * scale;
      return drawn;
    });
    const lines = factsOf(row, rows[k - 1], found).flatMap((line) =>
      wrapLines(line, TEXT, narrow ? width : width - left, 3)
    );
    const bottom = y + BAR + (narrow ? LINE : 0) + lines.length * LINE + 18;
    marks.push(mark(
      "g",
      {},
      mark("title", {}, titleOf(row, found)),
      mark("rect", { x: 0, y: top, width, height: bottom - top, fill: "none", "pointer-events": "all" }),
      ...bars,
      narrow
        ? words(0, y + BAR + LINE, `${countOf(row.cases, "case")}, ${formatShare(row.share)} of all`)
        : words(Math.min(x + 8, width - textWidth(figures, TEXT) - 2), y + BAR / 2 + 4, figures),
      ...lines.map((line, i) => words(left, y + BAR + (narrow ? LINE : 0) + LINE + i * LINE, line, "tbc-muted")),
    ));
    y = bottom;
  }
  return chartFrame(width, y - 12, marks);
}

function legend(rows: readonly FunnelRow[], width: number, left: number): Markup[] {
  const shown = [
    { text: "reach it", kind: "tbc-bar", any: true },
    { text: "still run before it", kind: "tbc-aside", any: rows.some(({ running }) => running > 0) },
    { text: "lost before it", kind: "tbp-lost", any: rows.some((row) => row.dropped + row.stuck + row.late > 0) },
  ].filter(({ any }) => any);
  let x = isNarrow(width) ? 0 : left;
  return shown.flatMap(({ text, kind }) => {
    const at = x;
    x += textWidth(text, TEXT) + 32;
    return [
      mark("rect", { x: at, y: 2, width: 12, height: 12, rx: 2, class: kind }),
      words(at + 17, 12, text, "tbc-muted"),
    ];
  });
}

/** The line below a bar: how long it took, and what became of the others. */
function factsOf(row: FunnelRow, before: FunnelRow | undefined, found: Funnel): string[] {
  const time = before === undefined || Number.isNaN(row.medianSeconds) ? [] : [
    `${formatDuration(row.medianSeconds)} since ${before.milestone} in the median, nine in ten within ${
      formatDuration(row.p90Seconds)
    }`,
  ];
  const lost = [
    [row.dropped, "ended without it"],
    [row.stuck, "stuck before it"],
    [row.late, "too late"],
    [row.running, "still running"],
  ].filter(([cases]) => cases !== 0).map(([cases, text]) => `${formatCount(cases as number)} ${text}`);
  const rest = restOf(row, found)[0];
  const where = rest === undefined ? "" : `; ${formatShare(rest.share)} of the lost rest at ${rest.activity}`;
  return [...time, ...(lost.length > 0 ? [lost.join(", ") + where] : [])];
}

function restOf({ milestone }: FunnelRow, found: Funnel): FunnelDropRow[] {
  return found.restAt.rows().filter(({ before }) => before === milestone);
}

function titleOf(row: FunnelRow, found: Funnel): string {
  const went = found.wentTo.rows().filter(({ before }) => before === row.milestone).slice(0, 3);
  return [
    row.milestone,
    `reach it\t${countOf(row.cases, "case")}`,
    `of all cases\t${formatShare(row.share)}`,
    `95 % interval\t${formatShare(row.low)} to ${formatShare(row.high)}`,
    `of those before\t${formatShare(row.ofPrevious)}`,
    `ended without it\t${formatCount(row.dropped)}`,
    `stuck before it\t${formatCount(row.stuck)}`,
    ...(row.late > 0 ? [`too late\t${formatCount(row.late)}`] : []),
    `still running\t${formatCount(row.running)}`,
    ...(Number.isNaN(row.medianSeconds)
      ? []
      : [`median time\t${formatDuration(row.medianSeconds)}`, `90 % within\t${formatDuration(row.p90Seconds)}`]),
    ...went.map(({ activity, cases }) => `lost, went to ${activity}\t${formatCount(cases)}`),
    ...restOf(row, found).slice(0, 3).map(({ activity, cases }) => `lost, rest at ${activity}\t${formatCount(cases)}`),
  ].join("\n");
}
