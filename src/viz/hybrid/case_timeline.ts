/** One case in both logs. */
import { countOf, formatDate, formatDuration } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import { type CaseTimeline, caseTimeline, type TaskLinks, type WorkOptions } from "../../hybrid/mod.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { drawTimeline } from "./case_timeline_picture.ts";

/**
 * A case with what the event log and the recording know of it: its episodes to one scale, and the time between them that
 * neither saw. Pass links and the case's id, or what `caseTimeline` gave.
 *
 * @throws InputError as `caseTimeline` does.
 * @example
 * ```ts
 * import { linkTasks, readInteractions, readLog, segmentTasks, viewCaseTimeline } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const desk = await readInteractions("data/order-desk.csv");
 * const links = linkTasks(segmentTasks(desk, { instance: "segment" }), log);
 * viewCaseTimeline(links, links.links.rows()[3]!.case);
 * ```
 */
export function viewCaseTimeline(links: TaskLinks, id: string, options?: WorkOptions): Figure;
export function viewCaseTimeline(timeline: CaseTimeline): Figure;
export function viewCaseTimeline(source: TaskLinks | CaseTimeline, id = "", options: WorkOptions = {}): Figure {
  const timeline = "segmentation" in source ? caseTimeline(source, id, options) : source;
  const rows = timeline.rows.rows(), events = rows.filter(({ log }) => log === "events").length;
  const tasks = new Set(rows.flatMap(({ instance }) => instance === null ? [] : [instance])).size;
  const sentence =
    `Case "${timeline.case}" took ${formatDuration(timeline.elapsedSeconds)}: ${countOf(events, "event")} and ` +
    `${countOf(tasks, "recorded task")}. People were observed at it for ${
      formatDuration(timeline.workedSeconds)
    }, events ran ` +
    `for ${formatDuration(timeline.systemSeconds)}, and ${
      formatDuration(timeline.unseenSeconds)
    } were seen by neither log.`;
  return figure({
    kind: "case-timeline",
    behaviour: "picture",
    title: `Case "${timeline.case}" in both logs`,
    caption: `${sentence} Episodes are drawn to one scale; the time between them is not.`,
    ...forBothWidths((width) => drawTimeline(timeline, width)),
    alt: sentence,
    table: {
      columns: ["log", "what", "who", "start", "end", "task", "probability"],
      rows: rows.map((
        row,
      ) => [
        row.log,
        row.what,
        row.who,
        formatDate(row.start.getTime(), "second"),
        formatDate(row.end.getTime(), "second"),
        row.instance,
        row.probability,
      ]),
    },
    text: textTable(
      rows.map(({ log, what, who, start, end }) => [
        formatDate(start.getTime(), "second"),
        log,
        what,
        who ?? "",
        formatDuration((end.getTime() - start.getTime()) / 1000),
      ]),
      { left: [0, 1, 2, 3] },
    ),
  });
}
