/** The picture of applications: a row each, its bar of time on the left, its switches to the others on the right. */
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { type Markup, markupText } from "../kit/markup.ts";
import { chartWidth, frame } from "../kit/frame.ts";
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

const SMALL = 10.5, ROW = 26;
/** Left edge of bars; right edges of numbers; left edge of the matrix. */
const AT = { bar: 176, barWidth: 106, time: 372, share: 416, visits: 468, matrix: 500 };

export function drawApplications(apps: readonly Application[], switches: readonly Switch[]): string {
  if (apps.length === 0) {
    return markupText(frame(chartWidth, 30, [mark("text", { x: 0, y: 18, class: "tbc-muted" }, "No applications.")]));
  }
  const wide = (aside: number) => Math.max(18, Math.min(72, (chartWidth - AT.matrix - 4 - aside) / apps.length));
  const names = apps.map(({ app }) => clipText(app, SMALL, 110));
  const slanted = names.some((name) => textWidth(name, SMALL) > wide(0) - 6);
  // The last slanted name leans out to the right.
  const cell = wide(slanted ? Math.max(0, textWidth(names.at(-1)!, SMALL) * 0.71 - 20) : 0);
  const head = slanted ? 34 + Math.max(...names.map((name) => textWidth(name, SMALL))) * 0.71 : 34;
  const marks = [
    ...drawHead(apps, names, cell, head, slanted),
    ...apps.flatMap((app, i) => drawRow(app, apps[0]!.seconds, head + i * ROW)),
    ...drawMatrix(apps, switches, cell, head),
  ];
  return markupText(frame(chartWidth, head + apps.length * ROW, marks));
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
    label(AT.matrix, 9, "switches from the application of the row to", "start"),
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

function drawRow({ app, seconds, share, visits }: Application, most: number, top: number): Markup[] {
  const middle = top + ROW / 2 - 2;
  const number = (x: number, text: string, kind = "tbc-ink") =>
    mark("text", { x, y: middle, dy: "0.35em", class: `${kind} tbc-num`, "text-anchor": "end" }, text);
  return [mark(
    "g",
    {},
    mark(
      "title",
      {},
      `${app}\nactive time\t${formatDuration(seconds)}\nshare\t${formatShare(share)}\nvisits\t${
        formatCount(visits)
      }\na visit\t${formatDuration(visits ? seconds / visits : NaN)}`,
    ),
    mark("text", { x: 0, y: middle, dy: "0.35em", class: "tbc-ink" }, clipText(app, 11, AT.bar - 8)),
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
      mark(
        "title",
        {},
        `${from} → ${to}\nswitches\t${countOf(count, "time")}\nstraight back\t${formatCount(pingPongs)}`,
      ),
      mark("rect", { ...box, class: "tbc-heat", "fill-opacity": heat }),
      ...countInCell(box, count, isDark(heat), { font: SMALL, margin: 4 }),
    );
  });
  return [...empty, ...filled];
}
