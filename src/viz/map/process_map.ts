/** The process map: which activity follows which, how often, and how long it takes. */
import { OptionError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { directlyFollows } from "../../mining/directly_follows.ts";
import { byFrequency, flowEdges } from "../../mining/simplify_dfg.ts";
import type { Dfg } from "../../models/dfg.ts";
import { logCaption } from "../kit/caption.ts";
import { type Figure, figure, type FigureTable } from "../figure/figure.ts";
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { moreLines } from "../../base/lists.ts";
import { markupText } from "../kit/markup.ts";
import { light } from "../kit/theme.ts";
import { drawMap } from "./draw.ts";
import { mapModel, mostActivities, mostPaths } from "./map_model.ts";
import { type MapMeasure, type MapModel, type MapShow, measures, numbersInWords } from "./model.ts";
import { unpackLayout } from "./pack_layout.ts";
import type { Calendar } from "../../log/calendar/calendars_by.ts";
import { requireEventLog } from "../../log/require_log.ts";

export interface ProcessMapOptions {
  /** Share of the activities shown at first, the most frequent, 0 to 1. @default three quarters or more, as fits a page */
  activities?: number;
  /**
   * Share of the paths between them shown at first, the most frequent, 0 to 1; 0 is the fewest that hold the map
   * together. @default the strongest that can be read
   */
  paths?: number;
  /** What the numbers say: how often, in how many cases, or how long from one activity to the next. @default "frequency" */
  show?: MapShow;
  /** Which duration. @default "median" */
  measure?: MapMeasure;
  /** What counts as time in the durations, of a log. Without one all time that passes does. */
  calendar?: Calendar;
  /** @default "Process map" */
  title?: string;
}

/**
 * Shows the directly-follows graph of a log as a map with sliders for activities and paths.
 *
 * Every activity shown keeps its widest way from the start of a case and to its end (see `frequentParts`). Numbers are
 * those of the whole log, whatever is hidden. At most about 100 activities and 250 paths are drawn.
 *
 * @throws OptionError if a share lies outside 0 to 1, or `show` or `measure` are not known.
 * @example
 * ```ts
 * import { readLog, viewProcessMap } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * viewProcessMap(log, { activities: 0.5, show: "duration", measure: "median" });
 * ```
 */
export function viewProcessMap(source: EventLog | Dfg, options: ProcessMapOptions = {}): Figure {
  requireEventLog(source, "medianServiceSeconds");
  const { show = "frequency", measure = "median", title = "Process map" } = options;
  checkOptions(options);
  const log = "offsets" in source ? source : undefined;
  const { calendar } = options;
  if (calendar !== undefined && !("offsets" in source)) {
    throw new OptionError(
      "calendar: expected a log, whose durations are to be measured, but found a graph, whose durations are. Give the " +
        "calendar to directlyFollows.",
    );
  }
  const dfg = "offsets" in source ? directlyFollows(source, calendar === undefined ? {} : { calendar }) : source;
  const drawn = mapModel(dfg, {
    show,
    measure,
    ...(options.activities !== undefined && { activities: options.activities }),
    ...(options.paths !== undefined && { paths: options.paths }),
  });
  const [level, position] = drawn.at;
  const { layout } = drawn.levels[level]!.positions[position]!;
  const picture = drawMap(drawn, unpackLayout(drawn.layouts[layout]!), { show, measure, theme: light });
  const model: MapModel = { ...drawn, shownInWords: shownInWords(drawn, picture.withoutRoom) };
  return figure({
    kind: "process-map",
    behaviour: "process-map",
    title,
    caption: `${caption(model, log)}${calendar === undefined ? "" : " Durations count working time only."}`,
    svg: markupText(picture.svg),
    alt: alternative(dfg, model),
    table: numbers(dfg),
    text: inWords(dfg),
    data: model,
  });
}

function checkOptions({ activities, paths, show, measure }: ProcessMapOptions): void {
  for (const [name, share] of Object.entries({ activities, paths })) {
    if (share !== undefined && !(share >= 0 && share <= 1)) {
      throw new OptionError(`Expected ${name} to be a share from 0 to 1 but found ${share}.`);
    }
  }
  if (show !== undefined && !["frequency", "cases", "duration"].includes(show)) {
    throw new OptionError(`Expected show to be "frequency", "cases" or "duration" but found ${JSON.stringify(show)}.`);
  }
  if (measure !== undefined && !measures.includes(measure)) {
    throw new OptionError(`Expected measure to be one of ${measures.join(", ")} but found ${JSON.stringify(measure)}.`);
  }
}

function caption(model: MapModel, log: EventLog | undefined): string {
  return [
    log ? logCaption(log) : `${countOf(model.totalCases, "case")}.`,
    model.shownInWords,
    ...(model.totalActivities > mostActivities || model.totalPaths > mostPaths
      ? [`No more than about ${mostActivities} activities and ${mostPaths} paths are ever drawn, the most frequent.`]
      : []),
  ].join(" ");
}

function shownInWords(model: MapModel, withoutRoom: number): string {
  const [level, position] = model.at;
  const { activities, events, positions } = model.levels[level]!;
  const { paths, steps } = positions[position]!;
  return [
    `Shown: ${ofAll(activities, model.totalActivities)} activities (${formatShare(events)} of events)` +
    ` and ${ofAll(paths, model.totalPaths)} paths (${formatShare(steps)} of steps).`,
    numbersInWords(model.show, model.measure),
    ...(withoutRoom > 0 ? [`${countOf(withoutRoom, "number")} found no room; the table has them.`] : []),
  ].join(" ");
}

function ofAll(part: number, whole: number): string {
  return part === whole ? `all ${formatCount(whole)}` : `${formatCount(part)} of ${formatCount(whole)}`;
}

function alternative(dfg: Dfg, model: MapModel): string {
  const names = byFrequency(dfg).slice(0, 5).map((i) => `${dfg.activities[i]} (${formatCount(dfg.events[i])})`);
  return `Process map with ${formatCount(model.totalActivities)} activities. Most frequent: ${names.join(", ")}.`;
}

function numbers(dfg: Dfg): FigureTable {
  const rows = sortedSteps(dfg).map(({ from, to, count, edge }) => [
    from,
    to,
    count,
    edge ? edge.cases : count,
    edge ? edge.medianSeconds : null,
    edge ? edge.meanSeconds : null,
    edge ? edge.minSeconds : null,
    edge ? edge.maxSeconds : null,
  ]);
  return {
    columns: ["from", "to", "times", "cases", "median", "mean", "shortest", "longest"],
    units: { median: "duration", mean: "duration", shortest: "duration", longest: "duration" },
    rows,
    // An activity of that name would pass for the start or the end of cases.
    ...(dfg.activities.some((name) => name === "(start)" || name === "(end)") ? {} : { rowsAre: "paths" }),
  };
}

function inWords(dfg: Dfg): string {
  const few = 10;
  const steps = sortedSteps(dfg);
  const activities = byFrequency(dfg).map((i) =>
    `  ${dfg.activities[i]}: ${formatCount(dfg.events[i])} events in ${formatCount(dfg.cases[i])} cases`
  );
  const paths = steps.map(({ from, to, count, edge }) =>
    `  ${from} → ${to}: ${formatCount(count)}${edge ? `, median ${formatDuration(edge.medianSeconds)}` : ""}`
  );
  const rest = (all: readonly string[]) => moreLines(all.length - few, "  ");
  return [
    "Activities",
    ...activities.slice(0, few),
    ...rest(activities),
    "Paths",
    ...paths.slice(0, few),
    ...rest(paths),
  ]
    .join("\n");
}

/** By count descending; equal counts keep the order of the graph. */
function sortedSteps(dfg: Dfg) {
  const name = (i: number) => dfg.activities[i] ?? (i === dfg.activities.length ? "(start)" : "(end)");
  return flowEdges(dfg).map(({ from, to, count }, i) => ({ from: name(from), to: name(to), count, edge: dfg.edges[i] }))
    .sort((a, b) => b.count - a.count);
}
