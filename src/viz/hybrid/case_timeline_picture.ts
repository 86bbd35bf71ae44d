/** Episodes of a case to one scale, one below the other; the time between them is a line of text. */
import { formatDate, formatDuration } from "../../base/format.ts";
import { textWidth } from "../../base/text_width.ts";
import type { CaseTimeline, TimelineRow } from "../../hybrid/mod.ts";
import { chartFrame, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { clipText } from "../kit/fit_text.ts";
import type { Markup } from "../kit/markup.ts";
import { mark, rounded } from "../kit/svg.ts";
import { words } from "../paths/bar_rows.ts";
import { legendMarks, seenClass, seenStyle } from "./stacked_rows.ts";

/** Time without an event or task in which nothing is unseen for long: what is so near is one episode. */
const NEAR = 10 * 60_000;
const NAMES = 236, ROW = 25, BAR = 13, LINE = 15, MOST = 60;

/** One line of an episode: an event, or the pieces of one task instance. */
interface Line {
  readonly row: TimelineRow;
  readonly spans: readonly (readonly [number, number])[];
}

interface Episode {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly Line[];
}

export function drawTimeline(timeline: CaseTimeline, width: number): Markup {
  const narrow = isNarrow(width);
  const episodes = episodesOf(timeline.rows.rows());
  const keys = legendMarks(
    [["system", "event log"], ["worked", "recording: somebody at a task"], ["unseen", "seen by neither log"]],
    width,
    0,
  );
  const marks: Markup[] = [seenStyle, ...keys.marks];
  let y = keys.bottom + 4, lines = 0;
  const longest = Math.max(60_000, ...episodes.map(({ from, to }) => to - from));
  for (const [e, episode] of episodes.entries()) {
    const before = episodes[e - 1];
    if (before) {
      marks.push(...gapMarks(before.to, episode.from, timeline, width, y));
      y += 34;
    }
    marks.push(words(0, y + 13, formatDate(episode.from, "minute"), "tbc-ink", "start", true));
    y += 20;
    for (const line of episode.lines) {
      if (lines++ >= MOST) break;
      marks.push(lineMarks(line, episode, longest, width, y, narrow));
      y += narrow ? ROW + LINE + 2 : ROW;
    }
  }
  if (lines > MOST) {
    marks.push(words(0, y + 14, `… and more in the table`, "tbc-muted"));
    y += 18;
  }
  return chartFrame(width, y + 2, marks);
}

function lineMarks({ row, spans }: Line, episode: Episode, longest: number, width: number, y: number, narrow: boolean) {
  const seconds = spans.reduce((sum, [a, b]) => sum + (b - a) / 1000, 0);
  const time = seconds === 0 ? formatDate(spans[0]![0], "second").slice(11) : formatDuration(seconds);
  const right = 92, begin = narrow ? 0 : NAMES, room = width - begin - (narrow ? 2 : right);
  const at = (ms: number) => begin + (ms - episode.from) / longest * room;
  const kind = row.log === "events" ? "system" : "worked";
  const bar = narrow ? y + LINE + 4 : y + (ROW - BAR) / 2;
  const name = row.who === null ? row.what : `${row.what}, ${row.who}`;
  const text = clipText(name, TEXT, narrow ? width - textWidth(time, TEXT) - 14 : NAMES - 12);
  const title = [
    name,
    `recorded by\t${row.log === "events" ? "the event log" : "the recording"}`,
    `from\t${formatDate(spans[0]![0], "second")}`,
    `to\t${formatDate(spans.at(-1)![1], "second")}`,
    `time\t${formatDuration(seconds)}`,
    ...(row.probability === null ? [] : [`probability of this case\t${row.probability.toFixed(2)}`]),
  ].join("\n");
  const middle = narrow ? y + 12 : y + ROW / 2 + 4;
  return mark(
    "g",
    {},
    mark("title", {}, title),
    mark("rect", { x: 0, y, width, height: narrow ? ROW + LINE : ROW, fill: "none", "pointer-events": "all" }),
    words(0, middle, text, row.log === "events" ? "tbc-muted" : "tbc-ink"),
    words(width, middle, time, "tbc-muted", "end"),
    ...spans.map(([a, b]) =>
      b === a ? mark("path", { d: diamond(at(a), bar + BAR / 2), class: seenClass(kind) }) : mark("rect", {
        x: at(a),
        y: bar,
        width: Math.max(2, at(b) - at(a)),
        height: BAR,
        rx: 2,
        class: seenClass(kind),
      })
    ),
  );
}

function diamond(x: number, y: number): string {
  const centre = Math.max(6, x);
  const corners = [[centre, y - 6], [centre + 6, y], [centre, y + 6], [centre - 6, y]] as const;
  return `M${corners.map(([x, y]) => `${rounded(x)} ${rounded(y)}`).join("L")}Z`;
}

function gapMarks(from: number, to: number, { recorded }: CaseTimeline, width: number, y: number): Markup[] {
  const isRecorded = recorded[0].getTime() <= from && to <= recorded[1].getTime();
  const text = `${formatDuration((to - from) / 1000)} ${
    isRecorded ? "that neither log saw" : "without an event, not all of it recorded"
  }`;
  return [
    mark("rect", { x: 0.5, y: y + 5.5, width: width - 1, height: 22, rx: 4, class: seenClass("unseen") }),
    words(width / 2, y + 21, text, "tbc-ink", "middle"),
  ];
}

/** Events and tasks that overlap or follow soon. */
function episodesOf(rows: readonly TimelineRow[]): Episode[] {
  const episodes: { from: number; to: number; rows: TimelineRow[] }[] = [];
  for (const row of rows) {
    const [from, to] = [row.start.getTime(), row.end.getTime()], last = episodes.at(-1);
    if (last && from <= last.to + NEAR) {
      last.rows.push(row);
      last.to = Math.max(last.to, to);
    } else episodes.push({ from, to, rows: [row] });
  }
  return episodes.map(({ from, to, rows }) => ({
    from,
    to,
    lines: [...Map.groupBy(rows, (row) => row.instance === null ? row : `${row.instance}`).values()].map((
      own,
    ): Line => ({
      row: own[0]!,
      spans: own.map(({ start, end }) => [start.getTime(), end.getTime()] as const),
    })),
  }));
}
