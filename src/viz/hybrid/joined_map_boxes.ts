/** Steps of the joined map as boxes that hold their tasks, for the map and for a phone. */
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { textWidth } from "../../base/text_width.ts";
import type { TaskBehindRow } from "../../hybrid/mod.ts";
import { clipText } from "../kit/fit_text.ts";
import { type Markup, markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { light } from "../kit/theme.ts";

/** A kind of task behind a step; `id` is its place among those that the page can open. */
export interface MapTask extends TaskBehindRow {
  readonly id: number;
}

export interface MapStep {
  readonly name: string;
  readonly events: number;
  readonly tasks: readonly MapTask[];
  /** Only the recording knows it. */
  readonly offSystem: boolean;
  /** How early in its cases it stands, 0 to 1. */
  readonly place: number;
}

const TEXT = 12, LINE = 17, PAD = 10, OPEN = 238, MOST_TASKS = 3;

export const boxStyle = markup(
  "style",
  {},
  [
    [".tbj-closed", "fill", light.quiet, "quiet"],
    [".tbj-closed", "stroke", light.ink, "ink"],
    [".tbj-task", "fill", light.accent, "accent"],
  ].map(([selector, property, colour, name]) =>
    `${selector}{${property}:${colour};${property}:var(--${name},${colour})}`
  )
    .join("") + ".tbj-closed{fill-opacity:.08;stroke-width:1.4px;stroke-opacity:.45}.tbj-task{fill-opacity:.16}",
);

export interface StepBox {
  readonly width: number;
  readonly height: number;
  /** Drawn around the middle. */
  readonly marks: readonly Markup[];
}

/** @param wide width of the box; without it as wide as its words or its tasks need. */
export function boxOf(step: MapStep, wide?: number): StepBox {
  const events = formatCount(step.events), open = step.tasks.length > 0;
  const width = wide ??
    (open ? OPEN : Math.max(96, Math.min(OPEN, textWidth(step.name, TEXT) * 1.08 + textWidth(events, TEXT) + 34)));
  const shown = step.tasks.slice(0, MOST_TASKS), more = step.tasks.length - shown.length;
  const head = 30, each = 3 * LINE + 10;
  const height = head + (open ? shown.length * each + 4 + (more > 0 ? LINE : 0) : 0);
  const left = -width / 2, top = -height / 2;
  const text = (x: number, y: number, words: string, kind: string, anchor: "start" | "end", bold = false) =>
    mark("text", {
      ...{ x: left + x, y: top + y, class: `${kind} tbc-num`, "text-anchor": anchor },
      style: `font-size:${TEXT}px;font-weight:${bold ? 600 : 400}`,
    }, words);
  const marks: Markup[] = [
    mark("rect", {
      ...{ x: left, y: top, width, height, rx: 7, class: "tbj-closed" },
      "stroke-dasharray": step.offSystem ? "5 3" : undefined,
    }),
    text(
      PAD,
      20,
      clipText(step.name, TEXT * 1.06, width - textWidth(events, TEXT) - 3 * PAD),
      "tbc-ink",
      "start",
      true,
    ),
    text(width - PAD, 20, events, "tbc-muted", "end"),
  ];
  shown.forEach((row, i) => {
    const y = head + i * each;
    const time = row.medianSeconds === null ? "" : formatDuration(row.medianSeconds);
    const ways = row.ways === 1 ? "1 way" : `${formatCount(row.ways)} ways`;
    marks.push(mark(
      "g",
      { "data-task": String(row.id) },
      markup("title", {}, titleOf(row)),
      mark("rect", { x: left + 5, y: top + y, width: width - 10, height: each - 4, rx: 4, class: "tbj-task" }),
      text(PAD + 3, y + 16, clipText(row.task, TEXT, width - textWidth(time, TEXT) - 4 * PAD), "tbc-ink", "start"),
      text(width - PAD - 3, y + 16, time, "tbc-ink", "end"),
      text(PAD + 3, y + 16 + LINE, `${countOf(row.instances, "task")}, ${ways}`, "tbc-muted", "start"),
      text(PAD + 3, y + 16 + 2 * LINE, clipText(appsInWords(row, 3), TEXT, width - 2 * PAD - 8), "tbc-muted", "start"),
    ));
  });
  if (more > 0) marks.push(text(PAD + 3, height - 8, `… ${more} more`, "tbc-muted", "start"));
  return { width, height, marks };
}

export function factsOf({ events, tasks, offSystem }: MapStep): (readonly [string, string])[] {
  return [
    [offSystem ? "tasks without an event" : "events", formatCount(events)],
    ...tasks.flatMap((row) => [
      [row.task, `${countOf(row.instances, "task")}, ${formatDuration(row.medianSeconds)} in the median`] as const,
      ["in", appsInWords(row, 6)] as const,
    ]),
  ];
}

function titleOf(row: TaskBehindRow): string {
  return [
    row.task.replace(/[\t\n\r]+/g, " "),
    `tasks\t${formatCount(row.instances)}`,
    `median active time\t${row.medianSeconds === null ? "too few people to show" : formatDuration(row.medianSeconds)}`,
    `in\t${appsInWords(row, 6)}`,
    "steps\tclick to open",
  ].join("\n");
}

/** For captions, where some application has no share. */
export function fewUsersNote(rows: readonly TaskBehindRow[]): string {
  return rows.some(({ applications }) => applications.some(({ share }) => share === null))
    ? " Applications that few people used have no share; those of the others are of the rest of the time."
    : "";
}

/** `ERP 49 %, Mail 24 %`; only the names where so few people use an application that its share is not shown. */
export function appsInWords({ applications }: TaskBehindRow, most: number): string {
  return applications.filter(({ share }) => share === null || share >= 0.01).slice(0, most)
    .map(({ app, share }) => share === null ? app : `${app} ${formatShare(share)}`).join(", ");
}
