/** Task instances: the interactions of one execution of a task by one person, and the time it took. */
import type { TextColumn } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import { textAt } from "../../io/interactions/text_columns.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { eventsByOwner } from "../events_by_owner.ts";
import { foundTasks, instanceColumns } from "./found_tasks.ts";
import { idleWithin, isIdle } from "./idle_periods.ts";
import { instanceColumn, secondsAbove0, textAttribute } from "../options.ts";
import type { TaskSegmentation } from "../segmentation/segmentation.ts";
import { requireInteractionLog } from "../../log/require_log.ts";

export interface TaskInstanceOptions {
  /**
   * What tells the instances: `"behaviour"`, that is what `segmentTasks` finds from what people did, or the name of a
   * column, such as `"segment"` or `"case"`; `"session"` for a user's work without a long pause. No column is used that
   * is not named.
   * @default "behaviour"
   */
  readonly instance?: string;
  /**
   * Column that names the kind of task, beside `instance`.
   * @default none: all instances that a column names are of one kind, without a name
   */
  readonly task?: string;
  /** A longer gap between two interactions is idle time. @default 180 */
  readonly idleSeconds?: number;
}

/** One entry for each instance in every array; instances stand by user and then by their first interaction. */
export interface TaskInstances {
  readonly log: InteractionLog;
  /** The threshold that was used. */
  readonly idleSeconds: number;
  /** Column that names the instances; undefined for those that a segmentation found. */
  readonly instanceColumn: string | undefined;
  /** What found the instances; undefined where a column names them. */
  readonly segmentation: TaskSegmentation | undefined;
  /** Column that names the kinds of task; undefined where none was named. */
  readonly taskColumn: string | undefined;
  /** What an instance is here, in words: to be shown with every number made of it. */
  readonly note: string;
  readonly count: number;
  /** Value of the instance column; for those of a segmentation their number, from 1. */
  readonly names: readonly string[];
  /** Code of the user in `log.users`, -1 where unknown. */
  readonly user: Int32Array;
  /** Interactions of instance k are `events[offsets[k]]` up to, not including, `events[offsets[k + 1]]`, in order. */
  readonly offsets: Int32Array;
  readonly events: Int32Array;
  /** From the first beginning to the last end. */
  readonly handleSeconds: Float64Array;
  readonly activeSeconds: Float64Array;
  /** Nothing was recorded for longer than `idleSeconds`, or the screen was locked: handle time less active and away. */
  readonly idleTimeSeconds: Float64Array;
  /** The instance was put aside: time between two interactions of it in which the user turned to another instance. */
  readonly awaySeconds: Float64Array;
  /** Interactions that belong to no instance. */
  readonly eventsWithoutInstance: number;
  /**
   * An attribute of each instance (`team`, `task`, `user`, any column): that of its first interaction that has one.
   * @throws InputError if the log has no such attribute.
   */
  attribute(name: string): (string | null)[];
}

/**
 * The task instances of a log, with handle and active time.
 *
 * If a log is given, `segmentTasks` finds the instances (once for each log); if a segmentation is given, they are its
 * own. The attribute `task` is then their kind. If `instance` names a column, an instance is what one user did under one
 * of its values. A value that two users share makes two instances, because nobody handles a task while it waits for a
 * colleague. The interactions of an instance need not be contiguous.
 *
 * Handle time runs from the first to the last. Active time is the sum of
 * - the gaps of at most `idleSeconds` between one interaction and the next of the instance, unless the user turned to
 *   another instance in between: that time is the other's, or nobody's (interactions of no instance do not part it);
 * - where interactions are intervals, their union instead, without the gaps that an interval leaves behind;
 * both less what interactions of class `idle` cover. What else there is of the handle time is away, where the user
 * turned to another instance, or idle.
 *
 * Of a log without times all of these are NaN.
 *
 * Cost: linear in the interactions, beside finding the instances.
 *
 * @example
 * ```ts
 * import { readInteractions, taskInstances } from "tracebook";
 * const log = await readInteractions("data/order-desk.csv");
 * const found = taskInstances(log).count;
 * const named = taskInstances(log, { instance: "segment", task: "task" }).count;
 * ```
 * @throws InputError if the log has no such column; OptionError if `idleSeconds` is not above 0.
 */
export function taskInstances(
  source: InteractionLog | TaskSegmentation,
  options: TaskInstanceOptions = {},
): TaskInstances {
  requireInteractionLog(source, "tasks");
  const idleSeconds = secondsAbove0("idleSeconds", options.idleSeconds ?? 180);
  const column = instanceColumn(options.instance);
  const isLog = !("owner" in source);
  const log = isLog ? source : source.log;
  checkNamed(isLog, options);
  const segmentation = !isLog ? source : column === undefined ? foundTasks(source) : undefined;
  const { owner, count, names } = segmentation
    ? ownersBySegmentation(segmentation)
    : ownersByColumn(log, textAttribute(log, column!));
  const { offsets, events } = eventsByOwner(owner, count);
  const times = measure(log, owner, count, idleSeconds * 1000);
  return {
    log,
    idleSeconds,
    instanceColumn: column,
    segmentation,
    taskColumn: options.task,
    note: segmentation ? foundNote(segmentation, isLog) : `An instance is a value of "${column}", by user.`,
    count,
    names,
    user: Int32Array.from({ length: count }, (_, k) => log.user[events[offsets[k]!]!]!),
    offsets,
    events,
    ...times,
    eventsWithoutInstance: owner.length - events.length,
    attribute: (name) =>
      segmentation && name === "task"
        ? Array.from(segmentation.task, (task) => segmentation.tasks[task]!.name)
        : attributeOf(textAttribute(log, name === "task" ? options.task ?? name : name), offsets, events),
  };
}

function checkNamed(isLog: boolean, { instance, task }: TaskInstanceOptions): void {
  if (!isLog && instance !== undefined) {
    throw new InputError(
      `Expected no option instance beside a segmentation, which tells the instances, but found "${instance}".`,
    );
  }
  if (instanceColumn(instance) !== undefined || task === undefined) return;
  throw new InputError(
    `Expected the option task beside the option instance only, for what finds the instances finds their kinds, too, ` +
      `but found "${task}". Name the column of the instances as well, or leave it out.`,
  );
}

/** Says that no column was used, and which columns could be. */
function foundNote({ log }: TaskSegmentation, isLog: boolean): string {
  if (!isLog) return "An instance is what the segmentation took for one.";
  const columns = instanceColumns(log).map((name) => `"${name}"`).join(" and ");
  return "Instances and kinds of task are found from what people did." +
    (columns === "" ? "" : ` The log has ${columns}, too: the option instance uses such a column.`);
}

interface Owners {
  /** Instance of each interaction, -1 for none. */
  readonly owner: Int32Array;
  readonly count: number;
  readonly names: readonly string[];
}

function ownersBySegmentation({ owner, count }: TaskSegmentation): Owners {
  return { owner, count, names: Array.from({ length: count }, (_, k) => String(k + 1)) };
}

function ownersByColumn({ user }: InteractionLog, column: TextColumn): Owners {
  const owner = new Int32Array(user.length).fill(-1);
  const instance = new Int32Array(column.dictionary.length).fill(-1);
  const names: string[] = [];
  let firstOfUser = 0;
  for (let i = 0; i < owner.length; i++) {
    if (i > 0 && user[i] !== user[i - 1]) firstOfUser = names.length;
    const code = column.codes[i]!;
    if (code < 0) continue;
    if (instance[code]! < firstOfUser) {
      instance[code] = names.length;
      names.push(column.dictionary[code]!);
    }
    owner[i] = instance[code]!;
  }
  return { owner, count: names.length, names };
}

function measure(log: InteractionLog, owner: Int32Array, count: number, idle: number) {
  if (!log.hasTimes) {
    const unknown = new Float64Array(count).fill(NaN);
    return { handleSeconds: unknown, activeSeconds: unknown, idleTimeSeconds: unknown, awaySeconds: unknown };
  }
  const { time, end, user } = log;
  const idleOf = idleWithin(log);
  const first = new Float64Array(count).fill(NaN);
  /** The latest end of the instance so far, and whether an interaction without an end of its own stands there. */
  const until = new Float64Array(count);
  const open = new Uint8Array(count);
  const active = new Float64Array(count);
  const away = new Float64Array(count);
  let current = -1;
  for (let i = 0; i < time.length; i++) {
    const k = owner[i]!;
    if (i > 0 && user[i] !== user[i - 1]) current = -1;
    if (k < 0) continue;
    const from = time[i]!;
    if (Number.isNaN(first[k]!)) {
      first[k] = from;
      until[k] = from;
    }
    const gap = from - until[k]!;
    if (gap > 0) {
      if (current !== k) away[k]! += gap;
      else if (open[k] === 1 && gap <= idle) active[k]! += idleOf ? gap - idleOf(i, until[k]!, from) : gap;
    }
    const isInterval = end !== undefined && !Number.isNaN(end[i]!);
    const to = isInterval ? end[i]! : from;
    const fresh = Math.max(from, until[k]!);
    const idling = idleOf !== undefined && isIdle(log, i);
    if (to > fresh && !idling) active[k]! += idleOf ? to - fresh - idleOf(i, fresh, to) : to - fresh;
    if (to >= until[k]!) {
      until[k] = to;
      open[k] = isInterval || idling ? 0 : 1;
    }
    current = k;
  }
  const handleSeconds = until.map((ms, k) => (ms - first[k]!) / 1000);
  const activeSeconds = active.map((ms) => ms / 1000);
  return {
    handleSeconds,
    activeSeconds,
    idleTimeSeconds: until.map((ms, k) => Math.max(0, ms - first[k]! - active[k]! - away[k]!) / 1000),
    awaySeconds: away.map((ms) => ms / 1000),
  };
}

function attributeOf(column: TextColumn, offsets: Int32Array, events: Int32Array): (string | null)[] {
  return Array.from({ length: offsets.length - 1 }, (_, k) => {
    for (let e = offsets[k]!; e < offsets[k + 1]!; e++) {
      const value = textAt(column, events[e]!);
      if (value !== undefined) return value;
    }
    return null;
  });
}
