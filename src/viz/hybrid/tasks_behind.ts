/** Which tasks stand behind which activity, and in which applications they are done. */
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import { type TaskBehindRow, type TaskLinks, tasksBehind, type WorkOptions } from "../../hybrid/mod.ts";
import type { ShownPeople } from "../../taskmining/people.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { chartFrame, forBothWidths } from "../kit/chart_frame.ts";
import { wholeNumber } from "../kit/options.ts";
import { neutral } from "../kit/palette.ts";
import { applicationColours } from "../tasks/task_colours.ts";
import { appsInWords, fewUsersNote } from "./joined_map_boxes.ts";
import { type StackedRow, stackedSections } from "./stacked_rows.ts";

export interface TasksBehindViewOptions extends WorkOptions, ShownPeople {
  /** Most rows shown, 1 to 40. @default 15 */
  readonly top?: number;
}

/**
 * The tasks behind each activity of the process: how many, how much of the activity they explain, how long they take,
 * and their active time by application. Figures of few people are left out.
 *
 * @throws OptionError if an option is out of its range.
 * @example
 * ```ts
 * import { linkTasks, readInteractions, readLog, segmentTasks, viewTasksBehind } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const desk = await readInteractions("data/order-desk.csv");
 * viewTasksBehind(linkTasks(segmentTasks(desk, { instance: "segment" }), log));
 * ```
 */
export function viewTasksBehind(links: TaskLinks, options: TasksBehindViewOptions = {}): Figure {
  const top = wholeNumber("top", options.top ?? 15, 1, 40);
  const behind = tasksBehind(links, options), { sentence } = behind;
  const rows = behind.rows(), shown = rows.slice(0, top);
  const colours = applicationColours(links.segmentation.log);
  const apps = [...new Set(shown.flatMap(({ applications }) => partsOf(applications).map(({ app }) => app)))];
  const untold = rows.filter(({ medianSeconds }) => medianSeconds === null).length;
  return figure({
    kind: "tasks-behind",
    behaviour: "picture",
    title: "Tasks behind the activities",
    caption: `${sentence} Shares of events are of those within the recorded time; times are medians of active time.${
      untold > 0 ? ` ${countOf(untold, "row")} without times: too few people, or others' could be computed.` : ""
    }${fewUsersNote(rows)}`,
    ...forBothWidths((width) => {
      const { marks, bottom } = stackedSections([{
        heading: "Active time of the tasks behind an activity, by application",
        columns: ["tasks", "of its events", "median"],
        legend: [
          ...apps.map((app) => [{ colour: colours.get(app) ?? neutral }, app] as const),
        ],
        none: "No task is linked to a case.",
        left: rows.length - shown.length,
        rows: shown.map((row) => stackedRow(row, colours)),
      }], width);
      return chartFrame(width, bottom, marks);
    }),
    alt: sentence,
    table: {
      columns: [
        ...["activity", "task", "tasks", "cases", "share of events", "median active time, seconds", "ways"],
        "applications",
      ],
      rows: rows.map((row) => [
        ...[row.activity, row.task, row.instances, row.cases, row.shareOfEvents, row.medianSeconds, row.ways],
        appsInWords(row, 8),
      ]),
    },
    text: textTable([
      ["activity", "task", "tasks", "of its events", "median", "applications"],
      ...rows.map((row) => [
        ...[row.activity ?? "(no event)", row.task, formatCount(row.instances), formatShare(row.shareOfEvents)],
        ...[formatDuration(row.medianSeconds), appsInWords(row, 3)],
      ]),
    ], { left: [0, 1, 5] }),
  });
}

type Applications = TaskBehindRow["applications"];

function partsOf(applications: Applications): { app: string; share: number }[] {
  return applications.flatMap(({ app, share }) => share === null || share < 0.01 ? [] : [{ app, share }]);
}

function stackedRow(row: TaskBehindRow, colours: ReadonlyMap<string, string>): StackedRow {
  const name = row.activity === null ? `${row.task} (no event)` : `${row.activity} ← ${row.task}`;
  return {
    name: row.activity === row.task ? row.task : name,
    parts: [
      ...partsOf(row.applications).map(({ app, share }) => ({
        kind: { colour: colours.get(app) ?? neutral },
        size: share,
      })),
    ],
    instead: partsOf(row.applications).length === 0 ? "too few people to show" : undefined,
    figures: [formatCount(row.instances), formatShare(row.shareOfEvents), formatDuration(row.medianSeconds)],
    title: [
      name,
      `tasks\t${formatCount(row.instances)}`,
      `cases\t${formatCount(row.cases)}`,
      `share of its events\t${formatShare(row.shareOfEvents)}`,
      `median active time\t${
        row.medianSeconds === null ? "too few people to show" : formatDuration(row.medianSeconds)
      }`,
      `ways\t${formatCount(row.ways)}`,
      ...row.applications.slice(0, 8).map(({ app, share }) =>
        `${app}\t${share === null ? "too few people" : formatShare(share)}`
      ),
    ].join("\n"),
  };
}
