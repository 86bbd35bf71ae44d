/** Behind each activity of a process: the kinds of task that it stands for, their times, applications and ways. */
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { summarise } from "../../base/statistics/summary.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import { hiddenGroups, leastShown, type ShownPeople } from "../../taskmining/people.ts";
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
  /**
   * Applications by their share of the active time, the largest first. The share is null where fewer people used the
   * application in these tasks than figures are shown of, and those of the others are of the time without it, so that
   * nobody computes it back; all are null where fewer people did these tasks.
   */
  readonly applications: readonly { readonly app: string; readonly share: number | null }[];
  /** Different sequences of actions. */
  readonly ways: number;
}

/** The rows, and what they say. */
export type TasksBehind = TypedTable<TaskBehindRow> & { readonly sentence: string };

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
export function tasksBehind(links: TaskLinks, options: WorkOptions & ShownPeople = {}): TasksBehind {
  const { log, segmentation } = links;
  const pieces = workPieces(links, options);
  const groups = workBehind(links, pieces);
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
      applications: applicationsOf(links, instances, pieces, hidden[g] ? undefined : options),
      ways: waysOf(links, work),
    };
  });
  const columns = ["activity", "task", "instances", "cases", "shareOfEvents", "medianSeconds", "applications", "ways"];
  return Object.assign(tableOfRows(rows, columns), { sentence: sentenceOf(rows, links) });
}

/** Linked work by activity (-1: no event recorded it) and kind of task, most tasks first. */
export function workBehind(links: TaskLinks, pieces: ReturnType<typeof workPieces>) {
  const { log, segmentation } = links;
  return [...Map.groupBy(linkedWork(links, pieces), ({ instance, event }) => {
    return `${event < 0 ? -1 : log.activity[event]} ${segmentation.task[instance]}`;
  })].map(([key, work]) => {
    const [activity, task] = key.split(" ").map(Number) as [number, number];
    return { activity, task, work };
  }).sort((a, b) => b.work.length - a.work.length || a.activity - b.activity || a.task - b.task);
}

/** Events of each activity within the recorded time. */
function eventsRecorded(links: TaskLinks): Int32Array {
  const { log } = links, [from, to] = recordedSpan(links);
  const counts = new Int32Array(log.activities.length);
  log.time.forEach((ms, i) => from <= ms && ms <= to && counts[log.activity[i]!]!++);
  return counts;
}

/** @param shown undefined: no share may be shown. */
function applicationsOf(
  { segmentation: { log, offsets, events }, clockOffsetSeconds }: TaskLinks,
  instances: readonly number[],
  pieces: ReturnType<typeof workPieces>,
  shown: ShownPeople | undefined,
): TaskBehindRow["applications"] {
  const spentIn = new Map<string, { seconds: number; readonly people: Set<number> }>(),
    ahead = clockOffsetSeconds * 1000;
  for (const k of instances) {
    for (let e = offsets[k]!; e + 1 < offsets[k + 1]!; e++) {
      const i = events[e]!, app = log.apps[log.app[i]!];
      const spent = secondsWithin(pieces[k]!, log.time[i]! + ahead, log.time[events[e + 1]!]! + ahead);
      if (app === undefined || spent === 0) continue;
      let own = spentIn.get(app);
      if (!own) spentIn.set(app, own = { seconds: 0, people: new Set() });
      own.seconds += spent;
      own.people.add(log.user[i]!);
    }
  }
  const apps = [...spentIn].sort((a, b) => b[1].seconds - a[1].seconds || (a[0] < b[0] ? -1 : 1));
  if (!shown) return apps.map(([app]) => app).sort().map((app) => ({ app, share: null }));
  const least = leastShown(log, shown);
  const told = apps.filter(([, { people }]) => people.size >= least);
  const all = told.reduce((sum, [, { seconds }]) => sum + seconds, 0);
  return [
    ...told.map(([app, { seconds }]) => ({ app, share: seconds / all })),
    ...apps.filter(([, { people }]) => people.size < least).map(([app]) => app).sort().map((app) => ({
      ...{ app, share: null },
    })),
  ];
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

function sentenceOf(rows: readonly TaskBehindRow[], links: TaskLinks): string {
  const open = new Set(rows.flatMap(({ activity }) => activity === null ? [] : [activity]));
  if (rows.length === 0) return links.sentence;
  const most = rows.find(({ activity }) => activity !== null);
  const without = rows.filter(({ activity }) => activity === null).reduce((sum, { instances }) => sum + instances, 0);
  return [
    `Recorded tasks stand behind ${formatCount(open.size)} of ${
      countOf(links.log.activities.length, "activity", "activities")
    }.`,
    ...(most
      ? [
        `Behind "${most.activity}" it is "${most.task}" most often: ${countOf(most.instances, "task")}${
          most.medianSeconds === null ? "" : `, ${formatDuration(most.medianSeconds)} in the median`
        }, for ${formatShare(most.shareOfEvents)} of its events.`,
      ]
      : []),
    ...(without > 0 ? [`${countOf(without, "task")} of cases ${without === 1 ? "has" : "have"} no event at all.`] : []),
  ].join(" ");
}
