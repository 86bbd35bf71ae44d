/** The instances of a task as an event log, so that everything that reads one works on tasks. */
import type { Column } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import { ReadingReport } from "../../io/report/reading_report.ts";
import { buildEventLog } from "../../log/events/build.ts";
import { EventLog } from "../../log/events/event_log.ts";
import { openLogDatabase } from "../../log/events/log_database.ts";
import { type InstanceSteps, stepsOf, type TaskWork } from "../instances/steps.ts";

/**
 * One kind of task as an event log: a case an instance, an activity an action, by its readable label. `start` and
 * `resource` are there where the interactions are intervals and their users known; `action`, `app` and `task` are
 * attributes. What the interactions were filtered by stands in its `filters`.
 *
 * @param task name of the kind. By default all kinds, each instance a case.
 * @example
 * ```ts
 * import { readInteractions, segmentTasks, taskLog, viewProcessMap } from "tracebook";
 * const segmentation = segmentTasks(await readInteractions("data/order-desk.csv"));
 * viewProcessMap(taskLog(segmentation, segmentation.tasks[0]!.name));
 * ```
 * @throws InputError if there is no such kind.
 */
export function taskLog(work: TaskWork, task?: string): EventLog {
  const steps = stepsOf(work);
  const { log } = steps;
  const instances = task === undefined
    ? Int32Array.from({ length: steps.count }, (_, k) => k)
    : instancesOf(steps, task);
  const width = String(steps.count).length;
  const caseNames = Array.from(instances, (k) => String(k + 1).padStart(width, "0"));
  const rows: number[] = [], cases: number[] = [], kinds: number[] = [];
  instances.forEach((k, c) => {
    for (let e = steps.offsets[k]!; e < steps.offsets[k + 1]!; e++) {
      rows.push(steps.events[e]!);
      cases.push(c);
      kinds.push(steps.task[k]!);
    }
  });
  const text = (name: string, codes: ArrayLike<number>, dictionary: readonly string[]): Column => ({
    kind: "text",
    name,
    codes: Int32Array.from(codes),
    dictionary: [...dictionary],
  });
  const times = (name: string, of: (row: number) => number): Column => ({
    kind: "time",
    name,
    values: Float64Array.from(rows, of),
  });
  const endOf = (row: number) => {
    const end = log.end?.[row] ?? NaN;
    return Number.isNaN(end) ? log.time[row]! : end;
  };
  const of = (codes: Int32Array) => rows.map((row) => codes[row]!);
  const hasUsers = log.users.length > 0;
  const events = {
    rows: rows.length,
    columns: [
      text("instance", cases, caseNames),
      text("label", of(log.action), log.actionLabels),
      times("time", endOf),
      ...(log.end ? [times("start", (row) => log.time[row]!)] : []),
      ...(hasUsers ? [text("user", of(log.user), log.users)] : []),
      text("action", of(log.action), log.actions),
      text("app", of(log.app), log.apps),
      ...(steps.tasks.some((name) => name !== null)
        ? [text("task", kinds, steps.tasks.map((name) => name ?? ""))]
        : []),
    ],
  };
  const mapping = {
    case: "instance",
    activity: "label",
    timestamp: "time",
    ...(log.end ? { start: "start" } : {}),
    ...(hasUsers ? { resource: "user" } : {}),
  };
  const name = task === undefined ? `tasks in ${log.name}` : `${task} in ${log.name}`;
  const raw = { name, events, report: new ReadingReport(), ...(log.hasTimes ? {} : { untimed: true as const }) };
  const built = buildEventLog(raw, { mapping }, openLogDatabase({ events }));
  return new EventLog(built, built.source, log.filters);
}

/** @throws InputError if there is no such kind. */
export function instancesOf({ count, task, tasks, log }: InstanceSteps, name: string | null): Int32Array {
  const kind = kindNamed(log, tasks, name);
  return Int32Array.from({ length: count }, (_, k) => k).filter((k) => task[k] === kind);
}

/** Index of a kind of task. @throws InputError if there is none of that name. */
export function kindNamed(
  log: { readonly name: string },
  tasks: readonly (string | null)[],
  name: string | null,
): number {
  const kind = tasks.indexOf(name);
  if (kind >= 0) return kind;
  const known = tasks.filter((one) => one !== null);
  const near = nearestNames(name ?? "", known);
  throw new InputError(
    `${log.name}: expected a kind of task but found "${name}". ` +
      (known.length > 0 ? `The kinds are ${known.map((one) => `"${one}"`).join(", ")}.` : "The log tells no kinds.") +
      (near.length > 0 ? ` Did you mean "${near[0]}"?` : ""),
  );
}
