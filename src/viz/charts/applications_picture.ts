/** The picture of applications: a row each, its bar of time on the left, its switches to the others on the right. */
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { type Markup, markupText } from "../kit/markup.ts";
import { chartFrame, emptyChart, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { chartWidth } from "../kit/frame.ts";
import { wrapLines } from "../kit/wrap_text.ts";
import { countInCell, heatOf, isDark } from "../kit/heat_cell.ts";
import { mark } from "../kit/svg.ts";
import { textWidth } from "../../base/text_width.ts";
import { clipText } from "../kit/fit_text.ts";

export interface Application {
  readonly app: string;
  readonly seconds: number;
  readonly visits: number;
  readonly share: number;
}

export interface Switch {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Switches that went straight back. */
  readonly pingPongs: number;
}

const SMALL = TEXT, ROW = 28;
/** Left edge of bars; right edges of numbers; left edge of the matrix. */
const AT = { bar: 176, barWidth: 96, time: 372, share: 420, visits: 476, matrix: 506 };
/** Switches that a phone lists, where a matrix has no room. */
const LISTED = 10;

export function drawApplications(
  apps: readonly Application[],
  switches: readonly Switch[],
  width: number = chartWidth,
): string {
  if (apps.length === 0) return markupText(emptyChart("No applications."));
  if (isNarrow(width)) return markupText(drawForPhone(apps, switches, width));
  const wide = (aside: number) => Math.max(18, Math.min(72, (width - AT.matrix - 4 - aside) / apps.length));
  const names = apps.map(({ app }) => clipText(app, SMALL, 130));
  const slanted = names.some((name) => textWidth(name, SMALL) > wide(0) - 6);
  // The last slanted name leans out to the right.
  const cell = wide(slanted ? Math.max(0, textWidth(names.at(-1)!, SMALL) * 0.71 - 20) : 0);
  const head = slanted ? 38 + Math.max(...names.map((name) => textWidth(name, SMALL))) * 0.71 : 38;
  const marks = [
    ...drawHead(apps, names, cell, head, slanted),
    ...apps.flatMap((app, i) => drawRow(app, apps[0]!.seconds, head + i * ROW)),
    ...drawMatrix(apps, switches, cell, head),
  ];
  return markupText(chartFrame(width, head + apps.length * ROW, marks));
}

/** Names above their bars, and switches as a list. */
function drawForPhone(apps: readonly Application[], switches: readonly Switch[], width: number): Markup {
  const marks: Markup[] = [];
  const text = (x: number, y: number, words: string, kind = "tbc-ink", anchor = "start") =>
    mark("text", { x, y, class: `${kind} tbc-num`, "text-anchor": anchor }, words);
  let y = 12;
  for (const app of apps) {
    const time = formatDuration(app.seconds);
    const facts = `${formatShare(app.share)}, ${countOf(app.visits, "visit")}`;
    const bar = width - textWidth(facts, TEXT) - 10;
    marks.push(mark(
      "g",
      {},
      mark("title", {}, titleOf(app)),
      mark("rect", { x: 0, y: y - 12, width, height: 34, fill: "#ffffff", "fill-opacity": 0 }),
      text(0, y, clipText(app.app, TEXT, width - textWidth(time, TEXT) - 10)),
      text(width, y, time, "tbc-ink", "end"),
      mark("rect", {
        x: 0,
        y: y + 7,
        width: Math.max(1, app.seconds / Math.max(1e-9, apps[0]!.seconds) * bar),
        height: 10,
        rx: 2,
        class: "tbc-bar",
      }),
      text(width, y + 16, Number.isNaN(app.visits) ? formatShare(app.share) : facts, "tbc-muted", "end"),
    ));
    y += 44;
  }
  const known = new Set(apps.map(({ app }) => app));
  const listed = switches.filter(({ from, to }) => known.has(from) && known.has(to)).slice(0, LISTED);
  if (listed.length > 0) {
    y += 8;
    marks.push(text(0, y, "most frequent switches", "tbc-muted"), text(width, y, "times", "tbc-muted", "end"));
    y += 20;
  }
  for (const one of listed) {
    const times = formatCount(one.count), room = width - textWidth(times, TEXT) - 10;
    const lines = wrapLines(`${one.from} → ${one.to}`, TEXT, room, 3);
    marks.push(mark(
      "g",
      {},
      mark("title", {}, switchTitle(one)),
      ...lines.map((line, i) => text(0, y + i * 15, line)),
      text(width, y, times, "tbc-ink", "end"),
    ));
    y += 20 + (lines.length - 1) * 15;
  }
  return chartFrame(width, y - 14, marks);
}

function titleOf({ app, seconds, share, visits }: Application): string {
  return `${app}\nactive time\t${formatDuration(seconds)}\nshare\t${formatShare(share)}\nvisits\t${
    formatCount(visits)
  }\na visit\t${formatDuration(visits ? seconds / visits : NaN)}`;
}

function switchTitle({ from, to, count, pingPongs }: Switch): string {
  return `${from} → ${to}\nswitches\t${countOf(count, "time")}\nstraight back\t${formatCount(pingPongs)}`;
}

function drawHead(
  apps: readonly Application[],
  names: readonly string[],
  cell: number,
  head: number,
  slanted: boolean,
): Markup[] {
  const label = (x: number, y: number, text: string, anchor: string) =>
    mark("text", { x, y, class: "tbc-muted", "font-size": SMALL, "text-anchor": anchor }, text);
  return [
    label(0, head - 10, "application", "start"),
    label(AT.time, head - 10, "active time", "end"),
    label(AT.share, head - 10, "share", "end"),
    label(AT.visits, head - 10, "visits", "end"),
    label(AT.matrix, 11, "switches from the application of the row to", "start"),
    ...names.map((name, i) => {
      const x = AT.matrix + (i + 0.5) * cell, y = head - 8;
      return mark(
        "text",
        {
          x,
          y,
          class: "tbc-ink",
          "font-size": SMALL,
          "text-anchor": slanted ? "start" : "middle",
          transform: slanted ? `rotate(-45 ${Math.round(x)} ${Math.round(y)})` : undefined,
        },
        ...(name === apps[i]!.app ? [] : [mark("title", {}, apps[i]!.app)]),
        name,
      );
    }),
  ];
}

function drawRow(row: Application, most: number, top: number): Markup[] {
  const { app, seconds, share, visits } = row;
  const middle = top + ROW / 2 - 2;
  const number = (x: number, text: string, kind = "tbc-ink") =>
    mark("text", { x, y: middle, dy: "0.35em", class: `${kind} tbc-num`, "text-anchor": "end" }, text);
  return [mark(
    "g",
    {},
    mark("title", {}, titleOf(row)),
    mark("text", { x: 0, y: middle, dy: "0.35em", class: "tbc-ink" }, clipText(app, TEXT, AT.bar - 8)),
    mark("rect", {
      x: AT.bar,
      y: middle - 7,
      width: most > 0 ? Math.max(1, seconds / most * AT.barWidth) : 0,
      height: 14,
      rx: 2,
      class: "tbc-bar",
    }),
    number(AT.time, formatDuration(seconds)),
    number(AT.share, formatShare(share), "tbc-muted"),
    number(AT.visits, formatCount(visits), "tbc-muted"),
  )];
}

function drawMatrix(apps: readonly Application[], switches: readonly Switch[], cell: number, head: number): Markup[] {
  const index = new Map(apps.map(({ app }, i) => [app, i]));
  const shown = switches.filter(({ from, to }) => index.has(from) && index.has(to));
  const most = Math.max(...shown.map(({ count }) => count), 1);
  const place = (row: number, column: number) => ({
    x: AT.matrix + column * cell,
    y: head + row * ROW,
    width: cell - 2,
    height: ROW - 4,
    rx: 2,
  });
  const empty = apps.flatMap((_, row) =>
    apps.map((_, column) =>
      mark("rect", { ...place(row, column), class: "tbc-track", opacity: row === column ? 0.15 : 0.35 })
    )
  );
  const filled = shown.map(({ from, to, count, pingPongs }) => {
    const box = place(index.get(from)!, index.get(to)!);
    const heat = heatOf(count, most);
    return mark(
      "g",
      {},
      mark("title", {}, switchTitle({ from, to, count, pingPongs })),
      mark("rect", { ...box, class: "tbc-heat", "fill-opacity": heat }),
      ...countInCell(box, count, isDark(heat), { font: SMALL, margin: 2 }),
    );
  });
  return [...empty, ...filled];
}
