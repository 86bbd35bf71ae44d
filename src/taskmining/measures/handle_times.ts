/** Handle and active time of tasks, by whom and by what. */
import { unmaskedNote } from "../../log/interactions/unmasked.ts";
import { formatCount } from "../../base/format.ts";
import { byCodeUnit } from "../../base/text_codes.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { summarise } from "../../base/statistics/summary.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import { type Hidden, hiddenGroups, leastShown, type ShownPeople, suppressionNote } from "../people.ts";
import type { TaskSegmentation } from "../segmentation/segmentation.ts";
import { type TaskInstanceOptions, type TaskInstances, taskInstances } from "../instances/task_instances.ts";
import { noTimesNotes } from "../no_times.ts";
import { certaintyNotes } from "../segmentation/certainty/certainty.ts";
import { sureNote } from "../segmentation/sure_note.ts";
import { variabilityOf } from "./variability.ts";
import { requireInteractionLog } from "../../log/require_log.ts";

export interface HandleTimeOptions extends TaskInstanceOptions, ShownPeople {
  /** `user`, `team`, `task` or any column, or several of them. @default none: one group "all" */
  readonly by?: string | readonly string[];
}

/** What the numbers rest on; to be shown with them. */
export interface HandleTimesAbout {
  readonly idleSeconds: number;
  /** Column that names the instances; null where they are found from what people did. */
  readonly instanceColumn: string | null;
  readonly instances: number;
  /** Interactions that belong to no instance. */
  readonly eventsWithoutInstance: number;
  /** Fewest people whose figures are shown. */
  readonly leastPeople: number;
  readonly notes: readonly string[];
}

/** Times of a group of instances, in seconds. */
export interface HandleTimeFigures {
  readonly instances: number;
  readonly meanHandleSeconds: number;
  readonly medianHandleSeconds: number;
  readonly p90HandleSeconds: number;
  readonly cvHandle: number;
  readonly meanActiveSeconds: number;
  readonly medianActiveSeconds: number;
  readonly p90ActiveSeconds: number;
  readonly cvActive: number;
  readonly iqrToMedianActive: number;
  readonly p90ToP50Active: number;
  readonly totalHandleSeconds: number;
  readonly totalActiveSeconds: number;
  /** Of the handle time: nothing recorded for longer than the threshold, or a locked screen. */
  readonly idleShare: number;
  /** Of the handle time: put aside for another instance. */
  readonly interruptedShare: number;
}

type PeopleFigures = HandleTimeFigures & { readonly people: number };

/** A row of `handleTimes`: a group and its figures, which are null where `suppressed`. */
export type HandleTimeRow =
  & { readonly group: string | null }
  & (PeopleFigures & { readonly suppressed: false } | Hidden<PeopleFigures> & { readonly suppressed: true });

type SensitivityFigures = Pick<
  HandleTimeFigures,
  "instances" | "meanActiveSeconds" | "medianActiveSeconds" | "cvActive" | "idleShare"
>;

/** A row of `idleSensitivity`: an idle threshold and the figures that it gives, all null where they are suppressed. */
export type IdleSensitivityRow =
  & { readonly idleSeconds: number; readonly chosen: boolean }
  & (SensitivityFigures | Hidden<SensitivityFigures>);

export type HandleTimes = TypedTable<HandleTimeRow> & { readonly about: HandleTimesAbout };

export type IdleSensitivity = TypedTable<IdleSensitivityRow> & { readonly about: HandleTimesAbout };

/**
 * Handle time (first to last interaction) and active time (without gaps over `idleSeconds`) of task instances, as
 * `taskInstances` defines them. One row a group, by name, a group without a name (null) last. If a log is given, its
 * instances are found from what people did, unless `instance` names a column.
 *
 * Columns: `group`; each column of `by` where there are several; `instances`; `meanHandleSeconds`,
 * `medianHandleSeconds`, `p90HandleSeconds`, `cvHandle`; `meanActiveSeconds`, `medianActiveSeconds`,
 * `p90ActiveSeconds`, `cvActive`, `iqrToMedianActive`, `p90ToP50Active`; `totalHandleSeconds`, `totalActiveSeconds`;
 * `idleShare` and `interruptedShare` (of the group's handle time, 0 to 1: nothing done, and put aside for another
 * instance); `people` (distinct users; an unknown one counts); `suppressed`.
 * `about` of the table says what an instance is.
 *
 * Figures of groups of fewer than `k` people are suppressed (null), and as many more as it takes that nobody computes
 * them back from the totals over any of the columns. A group of everyone recorded is always shown. So the times of
 * single users are suppressed in a recording of several, unless `individuals` asks for them.
 *
 * @example
 * ```ts
 * import { handleTimes, readInteractions } from "tracebook";
 * const log = await readInteractions("data/order-desk.csv");
 * handleTimes(log, { by: ["task", "team"], idleSeconds: 60 });
 * handleTimes(log, { by: "team", instance: "segment" }).about.notes;
 * ```
 * @throws InputError if the log has no such column; OptionError if `idleSeconds` is not above 0.
 */
export function handleTimes(source: InteractionLog | TaskSegmentation, options: HandleTimeOptions = {}): HandleTimes {
  requireInteractionLog(source, "tasks");
  const instances = taskInstances(source, options);
  const by = options.by === undefined ? [] : typeof options.by === "string" ? [options.by] : [...options.by];
  const groups = groupInstances(instances, by);
  const hidden = suppressedGroups(instances, groups, options);
  const rows = groups.map(({ group, values, members }, i): HandleTimeRow => ({
    group,
    ...(by.length > 1 ? Object.fromEntries(by.map((name, c) => [name, values[c]])) : {}),
    ...(hidden[i] === 1
      ? { ...NO_TIMES, people: null, suppressed: true }
      : { ...timesOf(instances, members), people: peopleIn(instances, members).size, suppressed: false }),
  }));
  return Object.assign(tableOfRows(rows, [...GROUP, ...(by.length > 1 ? by : []), ...TIMES, "people", "suppressed"]), {
    about: aboutOf(instances, options, hidden),
  });
}

/**
 * How much the idle threshold matters: a row each for 30, 60, 180 and 300 seconds and the one chosen, ascending.
 *
 * Columns: `idleSeconds`, `chosen`, `instances`, `meanActiveSeconds`, `medianActiveSeconds`, `cvActive`, `idleShare`.
 *
 * @throws as `handleTimes`.
 */
export function idleSensitivity(
  source: InteractionLog | TaskSegmentation,
  options: TaskInstanceOptions & ShownPeople = {},
): IdleSensitivity {
  requireInteractionLog(source, "tasks");
  const chosen = taskInstances(source, options);
  const thresholds = [...new Set([30, 60, 180, 300, chosen.idleSeconds])].sort((a, b) => a - b);
  const everyone = Int32Array.from(chosen.names.keys());
  const hidden = suppressedGroups(chosen, [{ values: [], members: everyone }], options);
  const rows = thresholds.map((idleSeconds): IdleSensitivityRow => {
    if (hidden[0] === 1) return { ...NO_TIMES, idleSeconds, chosen: idleSeconds === chosen.idleSeconds };
    const instances = idleSeconds === chosen.idleSeconds ? chosen : taskInstances(source, { ...options, idleSeconds });
    return { idleSeconds, chosen: instances === chosen, ...timesOf(instances, everyone) };
  });
  const names = [
    "idleSeconds",
    "chosen",
    "instances",
    "meanActiveSeconds",
    "medianActiveSeconds",
    "cvActive",
    "idleShare",
  ];
  return Object.assign(tableOfRows(rows, names), { about: aboutOf(chosen, options, hidden) });
}

const GROUP = ["group"];
const TIMES: readonly (keyof HandleTimeFigures)[] = [
  "instances",
  "meanHandleSeconds",
  "medianHandleSeconds",
  "p90HandleSeconds",
  "cvHandle",
  "meanActiveSeconds",
  "medianActiveSeconds",
  "p90ActiveSeconds",
  "cvActive",
  "iqrToMedianActive",
  "p90ToP50Active",
  "totalHandleSeconds",
  "totalActiveSeconds",
  "idleShare",
  "interruptedShare",
];

const NO_TIMES = Object.fromEntries(TIMES.map((name) => [name, null])) as Hidden<HandleTimeFigures>;

/** 1 for each group whose figures must not be shown. */
export function suppressedGroups(
  instances: TaskInstances,
  groups: readonly Pick<Group, "values" | "members">[],
  shown: ShownPeople,
): Uint8Array {
  const people = groups.map(({ values, members }) => ({
    values,
    people: peopleIn(instances, members),
    size: members.length,
  }));
  return hiddenGroups(instances.log, people, shown);
}

function peopleIn({ user }: TaskInstances, members: Int32Array): Set<number> {
  const people = new Set<number>();
  for (const k of members) people.add(user[k]!);
  return people;
}

export interface Group {
  readonly group: string | null;
  readonly values: readonly (string | null)[];
  readonly members: Int32Array;
}

export function groupInstances(instances: TaskInstances, by: readonly string[]): Group[] {
  const columns = by.map((name) => instances.attribute(name));
  const groups = new Map<string, { values: (string | null)[]; members: number[] }>();
  for (let k = 0; k < instances.count; k++) {
    const values = columns.map((column) => column[k]!);
    const key = JSON.stringify(values);
    const known = groups.get(key);
    if (known) known.members.push(k);
    else groups.set(key, { values, members: [k] });
  }
  return [...groups.values()].sort((a, b) => inOrder(a.values, b.values)).map(({ values, members }) => ({
    group: nameOf(values),
    values,
    members: Int32Array.from(members),
  }));
}

/** Orders texts by code units, unknown ones last. */
function inOrder(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (let i = 0; i < a.length; i++) {
    const [left, right] = [a[i]!, b[i]!];
    if (left === right) continue;
    return left === null ? 1 : right === null ? -1 : byCodeUnit(left, right);
  }
  return 0;
}

function nameOf(values: readonly (string | null)[]): string | null {
  if (values.length === 0) return "all";
  return values.length === 1 ? values[0]! : values.map((value) => value ?? "(unknown)").join(" · ");
}

function timesOf(
  { handleSeconds, activeSeconds, idleTimeSeconds, awaySeconds }: TaskInstances,
  members: Int32Array,
): HandleTimeFigures {
  const handles = Float64Array.from(members, (k) => handleSeconds[k]!);
  const actives = Float64Array.from(members, (k) => activeSeconds[k]!);
  const handle = summarise(handles);
  const active = summarise(actives);
  const totalHandleSeconds = handles.reduce((sum, seconds) => sum + seconds, 0);
  const totalActiveSeconds = actives.reduce((sum, seconds) => sum + seconds, 0);
  const shareOf = (seconds: Float64Array) =>
    totalHandleSeconds > 0 || Number.isNaN(totalHandleSeconds)
      ? members.reduce((sum, k) => sum + seconds[k]!, 0) / totalHandleSeconds
      : 0;
  const { cv, iqrToMedian, p90ToP50 } = variabilityOf(active);
  return {
    instances: members.length,
    meanHandleSeconds: handle.mean,
    medianHandleSeconds: handle.median,
    p90HandleSeconds: handle.p90,
    cvHandle: handle.cv,
    meanActiveSeconds: active.mean,
    medianActiveSeconds: active.median,
    p90ActiveSeconds: active.p90,
    cvActive: cv,
    iqrToMedianActive: iqrToMedian,
    p90ToP50Active: p90ToP50,
    totalHandleSeconds,
    totalActiveSeconds,
    idleShare: shareOf(idleTimeSeconds),
    interruptedShare: shareOf(awaySeconds),
  };
}

function aboutOf(instances: TaskInstances, shown: ShownPeople, hidden: Uint8Array): HandleTimesAbout {
  const { idleSeconds, instanceColumn, note, count, eventsWithoutInstance, log } = instances;
  const leastPeople = leastShown(log, shown);
  const { certainty, notes: told = [] } = instances.segmentation ?? {}, unmasked = unmaskedNote(log);
  // Of all instances the segmentation says it itself; of those that were kept of them nothing does.
  const isTold = certainty !== undefined && certaintyNotes(certainty).every((one) => told.includes(one));
  const sure = isTold || !instances.segmentation ? undefined : sureNote(instances.segmentation);
  const found = [note, ...(sure === undefined ? [] : [sure]), ...told];
  const notes = [...new Set([...found, ...noTimesNotes(log), ...(unmasked === undefined ? [] : [unmasked])])];
  const suppression = suppressionNote(hidden, leastPeople);
  if (suppression !== undefined) notes.push(suppression);
  if (eventsWithoutInstance > 0) {
    notes.push(
      `${formatCount(eventsWithoutInstance)} of ${
        formatCount(log.interactions)
      } interactions belong to no instance and count in none.`,
    );
  }
  if (log.users.length === 0 && !instances.segmentation) {
    notes.push("The log knows no users: all interactions count as one person's.");
  }
  return {
    idleSeconds,
    instanceColumn: instanceColumn ?? null,
    instances: count,
    eventsWithoutInstance,
    leastPeople,
    notes,
  };
}
