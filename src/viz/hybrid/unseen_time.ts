/** Time seen and unseen by step, and work before and after the system knows. */
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import {
  type TaskLinks,
  type UnseenOptions,
  type UnseenStepRow,
  type UnseenTime,
  unseenTime,
} from "../../hybrid/mod.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { chartFrame, forBothWidths } from "../kit/chart_frame.ts";
import { wholeNumber } from "../kit/options.ts";
import { type StackedSection, stackedSections } from "./stacked_rows.ts";

export interface UnseenViewOptions extends UnseenOptions {
  /** Most steps and kinds of task shown, 1 to 40. @default 12 */
  readonly top?: number;
}

/**
 * Where time goes that no system saw: steps of the process with the time that each log saw, and the observed work before,
 * during and after the events that recorded it. Pass links, or what `unseenTime` gave.
 *
 * @throws InputError or OptionError as `unseenTime` does.
 * @example
 * ```ts
 * import { linkTasks, readInteractions, readLog, segmentTasks, viewUnseenTime } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const desk = await readInteractions("data/order-desk.csv");
 * viewUnseenTime(linkTasks(segmentTasks(desk, { instance: "segment" }), log));
 * ```
 */
export function viewUnseenTime(source: TaskLinks | UnseenTime, options: UnseenViewOptions = {}): Figure {
  const top = wholeNumber("top", options.top ?? 12, 1, 40);
  const found = "segmentation" in source ? unseenTime(source, options) : source;
  const steps = found.steps.rows();
  const sections = [stepSection(steps, top), workSection(found, top)];
  return figure({
    kind: "unseen-time",
    behaviour: "picture",
    title: "Time that no system saw",
    caption: found.toString(),
    ...forBothWidths((width) => {
      const { marks, bottom } = stackedSections(sections, width);
      return chartFrame(width, bottom, marks);
    }),
    alt: found.sentence,
    table: {
      columns: [
        ...["from", "to", "cases", "elapsed, seconds", "worked, seconds", "worked share", "in the system, seconds"],
        "unseen share",
      ],
      rows: steps.map((step) => [
        ...[step.from, step.to, step.cases, step.elapsedSeconds, step.workedSeconds, step.workedShare],
        ...[step.systemSeconds, step.unseenShare],
      ]),
    },
    text: textTable([
      ["step", "cases", "elapsed", "worked", "seen work", "unseen"],
      ...steps.map((step) => [
        ...[`${step.from} → ${step.to}`, formatCount(step.cases), formatDuration(step.elapsedSeconds)],
        ...[formatDuration(step.workedSeconds), formatShare(step.workedShare), formatShare(step.unseenShare)],
      ]),
    ]),
  });
}

function stepSection(steps: readonly UnseenStepRow[], top: number): StackedSection {
  const shown = steps.filter(({ elapsedSeconds }) => elapsedSeconds > 0);
  return {
    heading: "Between two steps of a case, all cases together",
    columns: ["cases", "mean", "seen work", "unseen"],
    legend: [["worked", "somebody was at a task"], ["system", "an event ran"], ["unseen", "seen by neither log"]],
    none: "No step lies within the recorded time.",
    left: Math.max(0, shown.length - top),
    rows: shown.slice(0, top).map((step) => {
      const { elapsedSeconds: elapsed, unseenShare } = step;
      const unseen = unseenShare === null ? elapsed - step.systemSeconds : elapsed * unseenShare;
      // Time that both saw is drawn once, as work.
      const worked = step.workedSeconds ?? 0, system = Math.max(0, elapsed - unseen - worked);
      return {
        name: `${step.from} → ${step.to}`,
        parts: [
          { kind: "worked", size: worked },
          { kind: "system", size: system },
          { kind: "unseen", size: Math.max(0, unseen) },
        ],
        figures: [
          ...[formatCount(step.cases), formatDuration(elapsed / step.passages)],
          ...[formatShare(step.workedShare), formatShare(unseenShare)],
        ],
        title: [
          `${step.from} → ${step.to}`,
          `cases\t${formatCount(step.cases)}`,
          `elapsed\t${formatDuration(elapsed)}`,
          `somebody at a task\t${step.workedSeconds === null ? "too few people to show" : formatDuration(worked)}`,
          `an event ran\t${formatDuration(step.systemSeconds)}`,
          `seen by neither\t${formatShare(unseenShare)}`,
        ].join("\n"),
      };
    }),
  };
}

function workSection({ work }: UnseenTime, top: number): StackedSection {
  const all = work.rows(), shown = all.filter(({ workedSeconds }) => workedSeconds !== null);
  return {
    heading: "Observed work, by what the event log shows of it",
    columns: ["tasks", "work", "not shown"],
    legend: [
      ["before", "before the event begins, or without an event"],
      ["during", "during the event"],
      ["after", "after it is completed"],
    ],
    none: all.length === 0
      ? "No task is linked to a case."
      : "Fewer people did each kind of task than figures are shown of.",
    left: all.length - Math.min(top, shown.length),
    leftWords: `… and ${countOf(all.length - Math.min(top, shown.length), "further kind")} of task`,
    rows: shown.slice(0, top).map((row) => {
      const worked = row.workedSeconds!;
      const name = row.activity === null
        ? `${row.task} (no event)`
        : row.task === row.activity
        ? row.task
        : `${row.task} → ${row.activity}`;
      return {
        name,
        parts: row.activity === null ? [{ kind: "before", size: worked }] : [
          { kind: "before", size: row.beforeSeconds! },
          { kind: "during", size: row.duringSeconds! },
          { kind: "after", size: row.afterSeconds! },
        ],
        figures: [formatCount(row.instances), formatDuration(worked), formatShare(row.outsideShare)],
        title: [
          name,
          countOf(row.instances, "task"),
          `work\t${formatDuration(worked)}`,
          ...(row.activity === null ? [] : [
            `before the event\t${formatDuration(row.beforeSeconds)}`,
            `during it\t${formatDuration(row.duringSeconds)}`,
            `after it\t${formatDuration(row.afterSeconds)}`,
          ]),
        ].join("\n"),
      };
    }),
  };
}
