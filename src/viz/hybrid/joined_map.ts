/** A process map whose steps are open: the tasks behind each, and on the way between two the time that no log saw. */
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import {
  enrichLog,
  type StepBehindRow,
  stepsBehind,
  type TaskBehindRow,
  type TaskLinks,
  tasksBehind,
  type UnseenOptions,
  unseenTime,
} from "../../hybrid/mod.ts";
import { activityOfTask } from "../../hybrid/joined/enrich_log.ts";
import { directlyFollows } from "../../mining/mod.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { wholeNumber } from "../kit/options.ts";
import { forBothWidths, isNarrow } from "../kit/chart_frame.ts";
import type { JoinedMapData, OpenTask } from "../page/behaviours/joined-map.ts";
import { appsInWords, fewUsersNote, type MapStep } from "./joined_map_boxes.ts";
import { drawJoinedMapForPhone } from "./joined_map_phone.ts";
import { drawJoinedMap, type MapEdge } from "./joined_map_picture.ts";

export interface JoinedMapOptions extends UnseenOptions {
  /** Most steps on the map, 2 to 40: those with tasks first, then the most frequent. @default 12 */
  readonly top?: number;
}

/**
 * The process as the event log has it, with the tasks of the recording inside its steps: kinds, median time, applications
 * and ways. In the page a click opens a task and shows the steps of its main way. Steps that only the recording knows have a dashed border. Edges say how much of the time between two steps
 * neither log saw.
 *
 * @throws InputError where one of the logs has no times; OptionError if an option is out of its range.
 * @example
 * ```ts
 * import { linkTasks, readInteractions, readLog, segmentTasks, viewJoinedMap } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const desk = await readInteractions("data/order-desk.csv");
 * viewJoinedMap(linkTasks(segmentTasks(desk, { instance: "segment" }), log));
 * ```
 */
export function viewJoinedMap(links: TaskLinks, options: JoinedMapOptions = {}): Figure {
  const top = wholeNumber("top", options.top ?? 12, 2, 40);
  const behind = tasksBehind(links, options).rows(), unseen = unseenTime(links, options);
  const { steps, edges, left } = mapOf(links, behind, unseen.steps.rows(), top);
  const open = steps.filter(({ tasks }) => tasks.length > 0), tasks = open.length;
  const sentence = `${countOf(tasks, "of 1 step has", `of ${steps.length} steps have`)} recorded tasks behind ${
    tasks === 1 ? "it" : "them"
  }. ${links.sentence}`;
  const { svg, data } = forBothWidths((width) =>
    isNarrow(width) ? drawJoinedMapForPhone(steps, edges, width) : drawJoinedMap(steps, edges)
  );
  const ways = Map.groupBy(
    stepsBehind(links, options).rows(),
    ({ activity, task }) => JSON.stringify([activity, task]),
  );
  const stepsOf = ({ activity, task }: TaskBehindRow) => ways.get(JSON.stringify([activity, task])) ?? [];
  return figure({
    kind: "joined-map",
    behaviour: "joined-map",
    title: "Process and tasks in one map",
    caption:
      `${sentence} The number beside a step counts its events; times in boxes are medians of active time; lines say what neither log saw between two steps, in the ` +
      `mean of those within the recorded time.${left > 0 ? ` ${countOf(left, "further step")} not drawn.` : ""}${
        fewUsersNote(behind)
      }`,
    svg,
    data: { ...data, tasks: behind.map((row) => openTask(row, stepsOf(row))) } satisfies JoinedMapData,
    alt: `${sentence} ${
      open.map(({ name, tasks }) =>
        `${name}: ${tasks.map(({ task, medianSeconds }) => `${task}, ${formatDuration(medianSeconds)}`).join("; ")}`
      ).join(". ")
    }`,
    table: {
      columns: [
        "activity",
        "task",
        "tasks",
        "cases",
        "share of events",
        "median active time, seconds",
        "ways",
        "applications",
        "main way",
      ],
      rows: behind.map((row) => [
        ...[row.activity, row.task, row.instances, row.cases, row.shareOfEvents, row.medianSeconds, row.ways],
        appsInWords(row, 6),
        stepsOf(row).map(({ step, what }) => `${step} ${what}`).join(", "),
      ]),
    },
    text: textTable([
      ["activity", "task", "tasks", "median", "applications"],
      ...behind.map((row) => [
        ...[row.activity ?? "(no event)", row.task, formatCount(row.instances), formatDuration(row.medianSeconds)],
        appsInWords(row, 3),
      ]),
    ], { left: [0, 1, 4] }),
  });
}

/** Longer ways go on in the table. */
const MOST_STEPS = 60;

function openTask(row: TaskBehindRow, steps: readonly StepBehindRow[]): OpenTask {
  return {
    title: row.activity === null ? `${row.task} (no event)` : `${row.task} behind ${row.activity}`,
    facts: [
      countOf(row.instances, "task"),
      row.medianSeconds === null
        ? "too few people to show times"
        : `${formatDuration(row.medianSeconds)} of active time in the median`,
      row.ways === 1 ? "1 way" : `${formatCount(row.ways)} ways, the main one below`,
      ...(appsInWords(row, 6) === "" ? [] : [appsInWords(row, 6)]),
    ],
    steps: steps.slice(0, MOST_STEPS).map(({ what, share, repeats }) => ({
      ...{ what, repeats, words: formatShare(share), share: Math.round(share * 1000) / 1000 },
    })),
    left: Math.max(0, steps.length - MOST_STEPS),
  };
}

function mapOf(
  links: TaskLinks,
  behind: readonly TaskBehindRow[],
  unseen: readonly { from: string; to: string; elapsedSeconds: number; passages: number; unseenShare: number | null }[],
  top: number,
) {
  const joined = enrichLog(links.log, links), dfg = directlyFollows(joined);
  const original = new Set(links.log.activities);
  const tasksOf = Map.groupBy(
    behind.map((row, id) => ({ ...row, id })),
    (row) => row.activity ?? activityOfTask(row.task, original),
  );
  const all = joined.activities.map((name, id) => ({
    name,
    id,
    events: dfg.events[id]!,
    tasks: tasksOf.get(name) ?? [],
  }));
  const kept = all.toSorted((a, b) =>
    Number(b.tasks.length > 0) - Number(a.tasks.length > 0) || b.events - a.events || a.id - b.id
  ).slice(0, top).sort((a, b) => a.id - b.id);
  const place = meanPlaces(joined);
  const steps = kept.map(({ name, id, events, tasks }): MapStep => ({
    ...{ name, events, tasks, offSystem: !original.has(name), place: place[id]! },
  }));
  const index = new Map(kept.map(({ id }, i) => [id, i]));
  const times = new Map(unseen.map((row) => [`${row.from}\n${row.to}`, row]));
  const flows: { from: number; to: number; count: number }[] = [];
  for (const { from, to, count } of dfg.edges) {
    const [a, b] = [index.get(from), index.get(to)];
    if (a !== undefined && b !== undefined && a !== b) flows.push({ from: a, to: b, count });
  }
  const shown = mainFlows(flows, steps.length);
  const edges = shown.map(({ from, to, count }): MapEdge => {
    const row = times.get(`${steps[from]!.name}\n${steps[to]!.name}`);
    const seconds = row && row.unseenShare !== null ? row.elapsedSeconds * row.unseenShare / row.passages : undefined;
    return { from, to, count, unseenSeconds: seconds };
  });
  return { steps, edges, left: all.length - kept.length };
}

/** Of each step its most frequent ways in and out, and all that are nearly as frequent as those. */
function mainFlows<F extends { from: number; to: number; count: number }>(flows: readonly F[], steps: number): F[] {
  const kept = new Set<F>();
  for (let step = 0; step < steps; step++) {
    for (const end of ["from", "to"] as const) {
      const own = flows.filter((flow) => flow[end] === step).sort((a, b) => b.count - a.count);
      for (const flow of own) if (flow.count >= 0.4 * own[0]!.count) kept.add(flow);
    }
  }
  return flows.filter((flow) => kept.has(flow));
}

/** How early in its cases each activity stands: 0 first, 1 last. */
function meanPlaces(log: TaskLinks["log"]): Float64Array {
  const sum = new Float64Array(log.activities.length), count = new Float64Array(log.activities.length);
  for (let c = 0; c < log.cases; c++) {
    const from = log.offsets[c]!, to = log.offsets[c + 1]!;
    for (let i = from; i < to; i++) {
      sum[log.activity[i]!]! += to - from === 1 ? 0 : (i - from) / (to - from - 1);
      count[log.activity[i]!]!++;
    }
  }
  return sum.map((value, a) => value / count[a]!);
}
