/** Handle and active time of task instances, by group. */
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { quantile } from "../../base/statistics/summary.ts";
import {
  groupInstances,
  handleTimes,
  idleSensitivity,
  type IdleSensitivityRow,
  suppressedGroups,
} from "../../taskmining/measures/handle_times.ts";
import type { ShownPeople } from "../../taskmining/people.ts";
import { instanceColumn } from "../../taskmining/options.ts";
import type { TaskSegmentation } from "../../taskmining/segmentation/segmentation.ts";
import {
  type TaskInstanceOptions,
  type TaskInstances,
  taskInstances,
} from "../../taskmining/instances/task_instances.ts";
import { interactionCaption } from "../kit/caption.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import { drawNoTimes } from "./no_times.ts";
import { NO_TIMES_NOTE } from "../../taskmining/no_times.ts";
import { gapsAreIdle } from "../tasks/idle_words.ts";
import { awayShare, drawHandleTimes, idleShare, type Sensitivity, type TimedGroup } from "./handle_times_picture.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { columnInWords } from "../kit/plain_words.ts";
import { oneOf, wholeNumber } from "../kit/options.ts";
import { requireInteractionLog } from "../../log/require_log.ts";

export interface HandleTimesViewOptions extends TaskInstanceOptions, ShownPeople {
  /** `team`, `task`, `user` or any column, or several. @default `team` where the log has one, else `task` where known */
  by?: string | readonly string[];
  /** Most groups drawn, those of most instances. @default 12 */
  top?: number;
  /** `auto` is logarithmic where a few instances take many times as long as the others. @default "auto" */
  scale?: "auto" | "linear" | "log";
}

/**
 * Box plots of the time that task instances take: active time, and below it handle time, which includes idle time.
 *
 * A box holds the middle half of the instances, its line is the median, whiskers reach to the last instance within 1.5
 * interquartile ranges (Tukey); dots are instances. Beside them the mean handle time is told apart into what was active
 * and what idle, which is hatched. The caption says the idle threshold, and a table below the plots how much the numbers
 * depend on it. Groups stand by name: this is no ranking. Groups of fewer than `k` people are not drawn, nor are those
 * from which their figures could be computed.
 *
 * @throws InputError if the log has no column `by`, or an option is out of its range; OptionError if `idleSeconds` is not
 * above 0.
 * @example
 * ```ts
 * import { readInteractions, viewHandleTimes } from "tracebook";
 * viewHandleTimes(await readInteractions("data/order-desk.csv"), { by: "team", idleSeconds: 180 });
 * ```
 */
export function viewHandleTimes(
  source: InteractionLog | TaskSegmentation,
  options: HandleTimesViewOptions = {},
): Figure {
  requireInteractionLog(source, "tasks");
  const log = "owner" in source ? source.log : source;
  const top = wholeNumber("top", options.top ?? 12, 1, 40);
  const scale = oneOf("scale", options.scale ?? "auto", ["auto", "linear", "log"]);
  const knowsTasks = instanceColumn(options.instance) === undefined || options.task !== undefined;
  const named = options.by ?? (log.attribute("team") ? "team" : knowsTasks ? "task" : []);
  const columns = typeof named === "string" ? [named] : named;
  const by = columns.length === 0 ? undefined : columns.join(" and ");
  const shown: ShownPeople = { k: options.k ?? 5, individuals: options.individuals ?? false };
  const measure: TaskInstanceOptions & ShownPeople = {
    ...shown,
    ...(options.instance === undefined ? {} : { instance: options.instance }),
    ...(options.task === undefined ? {} : { task: options.task }),
    ...(options.idleSeconds === undefined ? {} : { idleSeconds: options.idleSeconds }),
  };
  const instances = taskInstances(source, measure);
  const times = handleTimes(source, { ...measure, by: columns });
  const groups = groupsOf(instances, columns, shown);
  const drawn = largest(groups, top);
  const sensitivity = idleSensitivity(source, measure).rows().map(withoutNulls);
  const idle = formatDuration(instances.idleSeconds);
  const left = groups.length - drawn.length;
  return figure({
    kind: "handle-times",
    behaviour: "picture",
    title: by === undefined ? "Handle times" : `Handle times by ${by}`,
    caption: [
      `${countOf(instances.count, "task instance")}.`,
      ...(log.hasTimes ? [`${gapsAreIdle(log, instances.idleSeconds, "counts as")}, not as active time.`] : []),
      ...(instances.awaySeconds.some((seconds) => seconds > 0)
        ? ["An instance is put aside while its user works on another: that is neither."]
        : []),
      ...(instances.count > 0 && instances.handleSeconds.every((seconds) => seconds === 0)
        ? ["No instance lasts any time: the times of the log tell no durations."]
        : []),
      ...times.about.notes,
      ...(left > 0 ? [`${countOf(left, "smaller group")} not drawn (in the table).`] : []),
      interactionCaption(log),
    ].join(" "),
    ...forBothWidths((width) => log.hasTimes ? drawHandleTimes(drawn, sensitivity, scale, width) : drawNoTimes(width)),
    alt: log.hasTimes ? altText(drawn, by, idle) : NO_TIMES_NOTE,
    table: tableOf(times.columnNames(), times.rows()),
    text: log.hasTimes ? textOf(groups, sensitivity, by) : NO_TIMES_NOTE,
  });
}

/** Figures that may not be shown are no numbers. */
function withoutNulls(row: IdleSensitivityRow): Sensitivity {
  return {
    idleSeconds: row.idleSeconds,
    chosen: row.chosen,
    meanActiveSeconds: row.meanActiveSeconds ?? NaN,
    medianActiveSeconds: row.medianActiveSeconds ?? NaN,
    cvActive: row.cvActive ?? NaN,
    idleShare: row.idleShare ?? NaN,
  };
}

/** Those that may be shown. */
function groupsOf(instances: TaskInstances, by: readonly string[], shown: ShownPeople): TimedGroup[] {
  const { activeSeconds, handleSeconds, idleTimeSeconds, awaySeconds } = instances;
  const groups = groupInstances(instances, by);
  const hidden = suppressedGroups(instances, groups, shown);
  return groups.filter((_, i) => hidden[i] === 0).map(({ group, members }) => ({
    name: by.length === 0 ? "all" : group ?? "(unknown)",
    active: Float64Array.from(members, (k) => activeSeconds[k]!).sort(),
    handle: Float64Array.from(members, (k) => handleSeconds[k]!).sort(),
    idle: Float64Array.from(members, (k) => idleTimeSeconds[k]!),
    away: Float64Array.from(members, (k) => awaySeconds[k]!),
  }));
}

/** Those of most instances, in the order that they had. */
function largest(groups: readonly TimedGroup[], top: number): TimedGroup[] {
  const sizes = groups.map(({ active }, i) => ({ size: active.length, i })).sort((a, b) =>
    b.size - a.size || a.i - b.i
  );
  const kept = new Set(sizes.slice(0, top).map(({ i }) => i));
  return groups.filter((_, i) => kept.has(i));
}

function tableOf(columns: string[], rows: readonly object[]) {
  const cell = (value: unknown) =>
    typeof value === "number" || value === null ? value : value === false ? "" : value === true ? "yes" : String(value);
  return {
    columns: columns.map(columnInWords),
    rows: rows.map((row) => columns.map((name) => cell(Reflect.get(row, name) ?? null))),
  };
}

function altText(groups: readonly TimedGroup[], by: string | undefined, idle: string): string {
  const words = groups.map(({ name, active, handle }) =>
    `${by === undefined ? "" : `${name}: `}${countOf(active.length, "instance")}, median active ${
      formatDuration(quantile(active, 0.5))
    }, median handle ${formatDuration(quantile(handle, 0.5))}`
  );
  return `Box plots of active and handle time${by === undefined ? "" : ` by ${by}`}, idle threshold ${idle}. ${
    words.length > 0 ? words.join("; ") : "No group has figures that are shown"
  }.`;
}

function textOf(groups: readonly TimedGroup[], sensitivity: readonly Sensitivity[], by: string | undefined): string {
  const putAside = groups.some((group) => awayShare(group) > 0);
  const boxes = textTable([
    [
      by ?? "",
      "instances",
      "median active",
      "90 % within",
      "median handle",
      "90 % within",
      "idle share",
      ...(putAside ? ["put aside"] : []),
    ],
    ...groups.map((group) => [
      group.name,
      formatCount(group.active.length),
      formatDuration(quantile(group.active, 0.5)),
      formatDuration(quantile(group.active, 0.9)),
      formatDuration(quantile(group.handle, 0.5)),
      formatDuration(quantile(group.handle, 0.9)),
      formatShare(idleShare(group)),
      ...(putAside ? [formatShare(awayShare(group))] : []),
    ]),
  ]);
  const rows = textTable([
    ["idle threshold", "mean active", "median active", "variation", "idle share"],
    ...sensitivity.map((row) => [
      `${formatDuration(row.idleSeconds)}${row.chosen ? " (chosen)" : ""}`,
      formatDuration(row.meanActiveSeconds),
      formatDuration(row.medianActiveSeconds),
      formatCount(row.cvActive, 3),
      formatShare(row.idleShare),
    ]),
  ]);
  return `${boxes}\n\n${rows}`;
}
