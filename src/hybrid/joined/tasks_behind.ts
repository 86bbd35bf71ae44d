/** Behind each activity of a process: the kinds of task that it stands for, their times, applications and ways. */
import { summarise } from "../../base/statistics/summary.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import { hiddenGroups, type ShownPeople } from "../../taskmining/people.ts";
import type { TaskLinks } from "../links/task_links.ts";
import { recordedSpan } from "./linked_times.ts";
import { type LinkedWork, linkedWork } from "./linked_work.ts";
import { secondsWithin, type WorkOptions, workPieces } from "./work_pieces.ts";

/** A row: tasks of one kind behind one activity. */
export interface TaskBehindRow {
  /** null: no event recorded these tasks. */
  readonly activity: string | null;
  readonly task: string;
  readonly instances: number;
  /** Cases that they belong to. */
  readonly cases: number;
  /** Share of the activity's events in the recorded time that have such a task; null for tasks without an event. */
  readonly shareOfEvents: number | null;
  /** Median active time; null: fewer people did it than figures are shown of. */
  readonly medianSeconds: number | null;
  /** Applications by their share of the active time, the largest first. */
  readonly applications: readonly { readonly app: string; readonly share: number }[];
  /** Different sequences of actions. */
  readonly ways: number;
}

/**
 * What people do behind the steps of a process: a row for each activity and kind of task that links join.
 *
 * @example
 * ```ts
 * import { linkTasks, readInteractions, readLog, segmentTasks, tasksBehind } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const desk = await readInteractions("data/order-desk.csv");
 * tasksBehind(linkTasks(segmentTasks(desk, { instance: "segment" }), log));
 * ```
 * @throws OptionError if an option is out of its range.
 */
export function tasksBehind(links: TaskLinks, options: WorkOptions & ShownPeople = {}): TypedTable<TaskBehindRow> {
  const { log, segmentation } = links;
  const pieces = workPieces(links, options);
  const groups = [...Map.groupBy(linkedWork(links, pieces), ({ instance, event }) => {
    return `${event < 0 ? -1 : log.activity[event]} ${segmentation.task[instance]}`;
  })].map(([key, work]) => {
    const [activity, task] = key.split(" ").map(Number) as [number, number];
    return { activity, task, work };
  }).sort((a, b) => b.work.length - a.work.length || a.activity - b.activity || a.task - b.task);
  const hidden = hiddenGroups(
    segmentation.log,
    groups.map(({ activity, task, work }) => ({
      values: [`${activity}`, `${task}`],
      people: work.map(({ user }) => user),
      size: work.length,
    })),
    options,
  );
  const eventsOf = eventsRecorded(links);
  const rows = groups.map(({ activity, task, work }, g): TaskBehindRow => {
    const instances = [...new Set(work.map(({ instance }) => instance))];
    const seconds = work.map((one) => secondsWithin(one.pieces, -Infinity, Infinity));
    return {
      activity: activity < 0 ? null : log.activities[activity]!,
      task: segmentation.tasks[task]!.name,
      instances: instances.length,
      cases: new Set(work.map((one) => one.case)).size,
      shareOfEvents: activity < 0
        ? null
        : Math.min(1, new Set(work.map(({ event }) => event)).size / eventsOf[activity]!),
      medianSeconds: hidden[g] ? null : summarise(Float64Array.from(seconds)).median,
      applications: applicationsOf(links, instances, pieces),
      ways: waysOf(links, work),
    };
  });
  return tableOfRows(rows, [
    ...["activity", "task", "instances", "cases", "shareOfEvents", "medianSeconds", "applications", "ways"],
  ]);
}

/** Events of each activity within the recorded time. */
function eventsRecorded(links: TaskLinks): Int32Array {
  const { log } = links, [from, to] = recordedSpan(links);
  const counts = new Int32Array(log.activities.length);
  log.time.forEach((ms, i) => from <= ms && ms <= to && counts[log.activity[i]!]!++);
  return counts;
}

function applicationsOf(
  { segmentation: { log, offsets, events }, clockOffsetSeconds }: TaskLinks,
  instances: readonly number[],
  pieces: ReturnType<typeof workPieces>,
) {
  const seconds = new Map<string, number>(), ahead = clockOffsetSeconds * 1000;
  let all = 0;
  for (const k of instances) {
    for (let e = offsets[k]!; e + 1 < offsets[k + 1]!; e++) {
      const i = events[e]!, app = log.apps[log.app[i]!];
      const spent = secondsWithin(pieces[k]!, log.time[i]! + ahead, log.time[events[e + 1]!]! + ahead);
      if (app === undefined || spent === 0) continue;
      seconds.set(app, (seconds.get(app) ?? 0) + spent);
      all += spent;
    }
  }
  return [...seconds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([app, s]) => ({
    app,
    share: s / all,
  }));
}

function waysOf({ segmentation: { log, offsets, events, stray } }: TaskLinks, work: readonly LinkedWork[]): number {
  const ways = new Set<string>();
  for (const { instance: k } of work) {
    const actions: number[] = [];
    for (let e = offsets[k]!; e < offsets[k + 1]!; e++) if (!stray[events[e]!]) actions.push(log.action[events[e]!]!);
    ways.add(actions.join());
  }
  return ways.size;
}
