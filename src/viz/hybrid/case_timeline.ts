/** One case in both logs. */
import { formatDate, formatDuration } from "../../base/format.ts";
import { tableOfRows } from "../../base/typed_table.ts";
import { textTable } from "../../base/text_table.ts";
import { type CaseTimeline, caseTimeline, type TaskLinks, tellingCase, type WorkOptions } from "../../hybrid/mod.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { emptyChart, forBothWidths } from "../kit/chart_frame.ts";
import { markupText } from "../kit/markup.ts";
import { drawTimeline } from "./case_timeline_picture.ts";

export interface CaseTimelineViewOptions extends WorkOptions {
  /** Says who worked. An event beside a task tells whose pseudonym is whose, so it has to be asked for. @default false */
  readonly individuals?: boolean;
}

/**
 * A case with what the event log and the recording know of it: its episodes to one scale, and the time between them that
 * neither saw. Pass links and the case's id, or what `caseTimeline` gave. Without an id it is that of `tellingCase`.
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
export function viewCaseTimeline(links: TaskLinks, id?: string, options?: CaseTimelineViewOptions): Figure;
export function viewCaseTimeline(timeline: CaseTimeline, options?: CaseTimelineViewOptions): Figure;
export function viewCaseTimeline(
  source: TaskLinks | CaseTimeline,
  second: string | CaseTimelineViewOptions = "",
  third: CaseTimelineViewOptions = {},
): Figure {
  const [id, options] = typeof second === "string" ? [second, third] : ["", second];
  const chosen = "segmentation" in source && id === "" ? tellingCase(source) : id;
  if (chosen === undefined) return noCase(source as TaskLinks);
  const whole = "segmentation" in source ? caseTimeline(source, chosen, options) : source;
  const timeline = options.individuals ? whole : withoutPeople(whole);
  const rows = timeline.rows.rows(), { sentence } = timeline;
  return figure({
    kind: "case-timeline",
    behaviour: "picture",
    title: `Case "${timeline.case}" in both logs`,
    caption: `${sentence} Episodes are drawn to one scale; the time between them is not.${
      chosen === id ? "" : " It is the case with most kinds of task, and of these with most tasks."
    }`,
    ...forBothWidths((width) => drawTimeline(timeline, width)),
    alt: sentence,
    table: {
      columns: ["log", "what", ...(options.individuals ? ["who"] : []), "start", "end", "task", "probability"],
      rows: rows.map((row) => [
        ...[row.log, row.what, ...(options.individuals ? [row.who] : [])],
        ...[formatDate(row.start.getTime(), "second"), formatDate(row.end.getTime(), "second")],
        ...[row.instance, row.probability],
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

function withoutPeople(timeline: CaseTimeline): CaseTimeline {
  const rows = timeline.rows.rows().map((row) => ({ ...row, who: null }));
  return { ...timeline, rows: tableOfRows(rows, timeline.rows.columnNames()) };
}

function noCase(links: TaskLinks): Figure {
  return figure({
    kind: "case-timeline",
    title: "A case in both logs",
    caption: links.sentence,
    svg: markupText(emptyChart("No task is linked to a case, so there is none to show.")),
    alt: links.sentence,
    table: { columns: ["case"], rows: [] },
    text: "",
  });
}
