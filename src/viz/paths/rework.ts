/** Repeated activities, ways back and steps left out, as ranked bars. */
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";
import {
  activityRework,
  type ActivityReworkRow,
  type LoopRow,
  loops,
  type SkippedStepRow,
  skippedSteps,
  type SkippedStepsOptions,
} from "../../mining/mod.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { logCaption } from "../kit/caption.ts";
import { chartFrame, forBothWidths } from "../kit/chart_frame.ts";
import { wholeNumber } from "../kit/options.ts";
import { type BarRow, barSections } from "./bar_rows.ts";

export interface ReworkViewOptions extends SkippedStepsOptions {
  /** Most rows of each kind. @default 8 */
  readonly top?: number;
}

/**
 * What cases do again, from where they go back, and what they leave out: the share of cases with its interval, how often,
 * and how long it takes.
 *
 * @throws InputError if `top` is out of its range; OptionError as `skippedSteps`.
 * @example
 * ```ts
 * import { readLog, viewRework } from "tracebook";
 * viewRework(await readLog("data/order-to-cash.csv"));
 * ```
 */
export function viewRework(log: EventLog, options: ReworkViewOptions = {}): Figure {
  requireEventLog(log);
  const { top: given = 8, ...skipOptions } = options;
  const top = wholeNumber("top", given, 1, 40);
  const repeated = activityRework(log), back = loops(log), skipped = skippedSteps(log, skipOptions);
  const repeats = repeated.activities.rows(), ways = back.loops.rows();
  const left = skipped.steps.rows().filter(({ cases }) => cases > 0);
  const sections = [
    {
      heading: "Activities done again",
      columns: ["cases", "share", "repetitions", "first to last (median)"],
      rows: repeats.slice(0, top).map(repeatRow),
      none: "No case does an activity again.",
      left: repeats.length - Math.min(top, repeats.length),
    },
    {
      heading: "Ways back",
      columns: ["cases", "share", "extra events", "time (median)"],
      rows: ways.slice(0, top).map(loopRow),
      none: "No case goes back.",
      left: ways.length - Math.min(top, ways.length),
    },
    {
      heading: "Usual steps left out",
      columns: ["cases", "share", "median without", "median with"],
      rows: left.slice(0, top).map(skipRow),
      none: skipped.finished === 0 ? "No case is finished." : "No finished case leaves out a usual step.",
      left: left.length - Math.min(top, left.length),
    },
  ];
  return figure({
    kind: "rework",
    behaviour: "picture",
    title: "Rework and skipped steps",
    caption:
      `${repeated.sentence} ${skipped.sentence} Bars are shares of cases, with 95 % intervals; left-out steps are ` +
      `those of finished cases. ${logCaption(log)}`,
    ...forBothWidths((width) => {
      const { marks, bottom } = barSections(sections, width);
      return chartFrame(width, bottom, marks);
    }),
    alt: `${repeated.sentence} ${back.sentence} ${skipped.sentence}`,
    table: {
      columns: ["kind", "what", "cases", "share", "low", "high", "events", "median, seconds", "total, seconds"],
      rows: [
        ...repeats.map((row) => tableRow("done again", row.activity, row, row.repetitions, row)),
        ...ways.map((row) => tableRow("way back", `${row.from} → ${row.to}`, row, row.extraEvents, row)),
        ...left.map((row) =>
          tableRow("left out", row.activity, row, null, { medianSeconds: row.medianSecondsWithout })
        ),
      ],
    },
    text: [
      repeated.sentence,
      back.sentence,
      skipped.sentence,
      textTable([
        ["done again", "cases", "share", "repetitions"],
        ...repeats.slice(0, top).map((row) => [
          row.activity,
          formatCount(row.cases),
          formatShare(row.share),
          formatCount(row.repetitions),
        ]),
      ]),
    ].join("\n"),
  });
}

type Shared = Pick<ActivityReworkRow, "cases" | "share" | "low" | "high">;

function tableRow(
  kind: string,
  what: string,
  { cases, share, low, high }: Shared,
  events: number | null,
  { medianSeconds, totalSeconds }: { readonly medianSeconds: number; readonly totalSeconds?: number },
): (string | number | null)[] {
  return [kind, what, cases, share, low, high, events, medianSeconds, totalSeconds ?? null];
}

function repeatRow(row: ActivityReworkRow): BarRow {
  return {
    ...bar(row, row.activity),
    facts: [
      formatCount(row.cases),
      formatShare(row.share),
      formatCount(row.repetitions),
      formatDuration(row.medianSeconds),
    ],
    title: [
      row.activity,
      ...shareLines(row),
      `of cases that have it\t${formatShare(row.ofActivity)}`,
      `repetitions\t${formatCount(row.repetitions)}`,
      ...(row.bySame + row.byOther > 0
        ? [`by the same person\t${formatCount(row.bySame)}`, `by another person\t${formatCount(row.byOther)}`]
        : []),
      `from first to last, median\t${formatDuration(row.medianSeconds)}`,
      `the same, all cases\t${formatDuration(row.totalSeconds)}`,
    ].join("\n"),
  };
}

function loopRow(row: LoopRow): BarRow {
  const name = row.from === row.to ? `${row.from}, again at once` : `${row.from} → ${row.to}`;
  return {
    ...bar(row, name),
    facts: [
      formatCount(row.cases),
      formatShare(row.share),
      formatCount(row.extraEvents),
      formatDuration(row.medianSeconds),
    ],
    title: [
      name,
      ...shareLines(row),
      `times\t${formatCount(row.count)}`,
      `extra events\t${formatCount(row.extraEvents)}`,
      `time, median\t${formatDuration(row.medianSeconds)}`,
      `time, all cases\t${formatDuration(row.totalSeconds)}`,
    ].join("\n"),
  };
}

function skipRow(row: SkippedStepRow): BarRow {
  return {
    ...bar(row, row.activity),
    facts: [
      formatCount(row.cases),
      formatShare(row.share),
      formatDuration(row.medianSecondsWithout),
      formatDuration(row.medianSecondsWith),
    ],
    title: [
      `without ${row.activity}`,
      ...shareLines(row),
      `median time without\t${formatDuration(row.medianSecondsWithout)}`,
      `median time with\t${formatDuration(row.medianSecondsWith)}`,
    ].join("\n"),
  };
}

function bar({ share, low, high }: Shared, label: string): Omit<BarRow, "facts" | "title"> {
  return { label, value: share, low, high };
}

function shareLines({ cases, share, low, high }: Shared): string[] {
  return [
    countOf(cases, "case"),
    `share\t${formatShare(share)}`,
    `95 % interval\t${formatShare(low)} to ${formatShare(high)}`,
  ];
}
