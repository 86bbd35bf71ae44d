/** One case in both logs: its events, the tasks behind them, and the time between that neither saw. */
import { countOf, formatDuration } from "../../base/format.ts";
import { InputError } from "../../base/errors.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import type { TaskLinks } from "../links/task_links.ts";
import { recordedSpan, requireLinkedTimes, systemSpan } from "./linked_times.ts";
import { linkedWork } from "./linked_work.ts";
import { secondsWithin, type Span, type WorkOptions, workPieces } from "./work_pieces.ts";

/** A row of `rows`: an event, or a piece of work. */
export interface TimelineRow {
  readonly log: "events" | "recording";
  /** Activity, or kind of task. */
  readonly what: string;
  /** Resource, or user. */
  readonly who: string | null;
  readonly start: Date;
  readonly end: Date;
  /** Of a piece of work: number of the instance, and the probability that it is of this case. */
  readonly instance: number | null;
  readonly probability: number | null;
}

export interface CaseTimeline {
  readonly case: string;
  /** By start. An instance that was put aside or paused has a row for each piece. */
  readonly rows: TypedTable<TimelineRow>;
  readonly from: Date;
  readonly to: Date;
  readonly elapsedSeconds: number;
  readonly workedSeconds: number;
  readonly systemSeconds: number;
  readonly unseenSeconds: number;
  /** The part of the time that was recorded: outside of it nothing is known of work. */
  readonly recorded: readonly [from: Date, to: Date];
  readonly sentence: string;
}

/**
 * What both logs know of a case, by time.
 *
 * @example
 * ```ts
 * import { caseTimeline, linkTasks, readInteractions, readLog, segmentTasks } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const desk = await readInteractions("data/order-desk.csv");
 * const links = linkTasks(segmentTasks(desk, { instance: "segment" }), log);
 * caseTimeline(links, links.links.rows()[0]!.case).rows;
 * ```
 * @throws InputError if the log has no such case, or one of the logs has no times.
 */
export function caseTimeline(links: TaskLinks, id: string, options: WorkOptions = {}): CaseTimeline {
  requireLinkedTimes(links);
  const { log, segmentation } = links;
  const c = log.caseIds.indexOf(id);
  if (c < 0) {
    const near = nearestNames(id, log.caseIds);
    throw new InputError(
      `${log.name}: expected a case of the log but found "${id}".${
        near.length > 0 ? ` Did you mean ${near.map((one) => `"${one}"`).join(", ")}?` : ""
      }`,
    );
  }
  const events = Array.from({ length: log.offsets[c + 1]! - log.offsets[c]! }, (_, n) => log.offsets[c]! + n);
  const work = linkedWork(links, workPieces(links, options)).filter((one) => one.case === c);
  const spans = events.map((event) => systemSpan(links, event));
  const pieces = work.flatMap((one) => one.pieces);
  const from = Math.min(...[...spans, ...pieces].map(([a]) => a));
  const to = Math.max(...[...spans, ...pieces].map(([, b]) => b));
  const rows = [
    ...events.map((event, n): TimelineRow => ({
      ...row("events", spans[n]!, log.activities[log.activity[event]!]!, log.resources?.[log.resource?.[event] ?? -1]),
      ...{ instance: null, probability: null },
    })),
    ...work.flatMap(({ instance, user, probability, pieces }) =>
      pieces.map((piece): TimelineRow => ({
        ...row(
          "recording",
          piece,
          segmentation.tasks[segmentation.task[instance]!]!.name,
          segmentation.log.users[user],
        ),
        ...{ instance: instance + 1, probability },
      }))
    ),
  ].sort((a, b) => a.start.getTime() - b.start.getTime() || a.end.getTime() - b.end.getTime());
  const [first, last] = recordedSpan(links);
  const times = {
    elapsedSeconds: (to - from) / 1000,
    workedSeconds: secondsWithin(pieces, from, to),
    systemSeconds: secondsWithin(spans, from, to),
    unseenSeconds: (to - from) / 1000 - secondsWithin([...pieces, ...spans], from, to),
  };
  return {
    case: id,
    rows: tableOfRows(rows, ["log", "what", "who", "start", "end", "instance", "probability"]),
    from: new Date(from),
    to: new Date(to),
    ...times,
    recorded: [new Date(first), new Date(last)],
    sentence: `Case "${id}" took ${formatDuration(times.elapsedSeconds)}: ${countOf(events.length, "event")} and ` +
      `${
        countOf(new Set(work.map(({ instance }) => instance)).size, "recorded task")
      }. People were observed at it for ` +
      `${formatDuration(times.workedSeconds)}, events ran for ${formatDuration(times.systemSeconds)}, and ` +
      `${formatDuration(times.unseenSeconds)} were seen by neither log.`,
  };
}

function row(log: TimelineRow["log"], [start, end]: Span, what: string, who: string | undefined) {
  return { log, what, who: who ?? null, start: new Date(start), end: new Date(end) };
}
