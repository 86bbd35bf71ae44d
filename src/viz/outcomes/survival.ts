/** How many cases are still open at each age. */
import * as Plot from "@observablehq/plot";
import { formatShareInterval } from "../../base/estimates_in_words.ts";
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { formatP } from "../../base/p_value.ts";
import { textTable } from "../../base/text_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { caseSurvival, type CaseSurvivalOptions, type SurvivalGroup } from "../../mining/mod.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { logCaption } from "../kit/caption.ts";
import { forBothWidths, isNarrow, TEXT } from "../kit/chart_frame.ts";
import { durationTicks } from "../kit/duration_ticks.ts";
import { clipText } from "../kit/fit_text.ts";
import { signal } from "../kit/frame.ts";
import { wholeNumber } from "../kit/options.ts";
import { categoricalColour } from "../kit/palette.ts";
import { plotText } from "../kit/plot_chart.ts";

export interface SurvivalViewOptions extends CaseSurvivalOptions {
  /** Most groups drawn, the largest first. @default 6 */
  top?: number;
}

/** Points of a curve that are drawn: more could not be told apart. */
const MOST_POINTS = 300;
/** The curve is drawn up to the age at which so few cases of the largest group are still watched. */
const LEAST_WATCHED = 0.01;

interface Point {
  readonly group: string;
  readonly seconds: number;
  readonly open: number;
  readonly low: number;
  readonly high: number;
  readonly title: string;
}

/**
 * The share of cases that are still open, by age: cases that run count for as long as they have been seen.
 *
 * Bands are 95 % intervals. With `by`, a curve for each group, and the log-rank test in the caption.
 *
 * @throws InputError if the log has no attribute named `by`, or no times.
 * @example
 * ```ts
 * import { readLog, viewSurvival } from "tracebook";
 * viewSurvival(await readLog("data/order-to-cash.csv"), { by: "region" });
 * ```
 */
export function viewSurvival(log: EventLog, options: SurvivalViewOptions = {}): Figure {
  requireEventLog(log);
  const { top: given, ...survivalOptions } = options;
  const top = wholeNumber("top", given ?? 6, 1, 9);
  const survival = caseSurvival(log, survivalOptions);
  const { by } = options;
  const groups = survival.groups.slice(0, top).filter(({ cases }) => cases > 0);
  const left = survival.groups.length - groups.length + survival.leftOut.length;
  return figure({
    kind: "survival",
    behaviour: "picture",
    title: by === undefined ? "Cases still open" : `Cases still open, by ${by}`,
    caption: `Share of cases that have not ended, by their age; bands hold the true share 95 times of 100. ${
      testInWords(survival.p, survival.degreesOfFreedom)
    }${left > 0 ? `${countOf(left, "smaller group")} not drawn. ` : ""}${survival.states.criterion} ${logCaption(log)}`,
    ...forBothWidths((width) => pictureOf(groups, width)),
    alt: groups.map((group) =>
      `${nameOf(group)}: ${countOf(group.cases, "case")}, ${medianInWords(group)}`
    ).join("; ") ||
      "No cases.",
    table: {
      columns: ["group", "cases", "finished", "median, seconds"],
      rows: survival.groups.map((one) => [nameOf(one), one.cases, one.finished, one.medianSeconds]),
    },
    text: textTable([
      [by ?? "", "cases", "finished", "half have ended after"],
      ...survival.groups.map((one) => [
        nameOf(one),
        formatCount(one.cases),
        formatCount(one.finished),
        formatDuration(one.medianSeconds),
      ]),
    ]),
  });
}

function testInWords(p: number, degreesOfFreedom: number): string {
  if (degreesOfFreedom < 1) return "";
  const said = formatP(p);
  return p < 0.05
    ? `The groups differ in how long their cases take (log-rank test, ${said}). `
    : `No difference between the groups is sure (log-rank test, ${said}). `;
}

function nameOf({ group }: SurvivalGroup): string {
  return group ?? "all cases";
}

function medianInWords({ medianSeconds }: SurvivalGroup): string {
  return Number.isNaN(medianSeconds)
    ? "more than half are still open at the end"
    : `half have ended after ${formatDuration(medianSeconds)}`;
}

function pictureOf(groups: readonly SurvivalGroup[], width: number): string {
  const narrow = isNarrow(width);
  const end = Math.max(...groups.map(({ curve }) => lastDrawn(curve)), 1);
  const points = groups.flatMap((group) => pointsOf(group, end));
  const colour = new Map(groups.map((group, g) => [nameOf(group), groups.length === 1 ? "" : categoricalColour(g)]));
  const legend = groups.length > 1 ? groups.map(nameOf) : [];
  const marginTop = 12 + 18 * legend.length;
  const height = (narrow ? 220 : 260) + marginTop + 34;
  const marginLeft = 46, marginRight = 16;
  const medians = groups.filter(({ medianSeconds }) => medianSeconds <= end)
    .map((group) => ({ group: nameOf(group), x: group.medianSeconds, y: 0.5, words: medianInWords(group) }));
  const stroke = (name: string) => colour.get(name) || "var(--accent, #1b6ac9)";
  return plotText({
    width,
    height,
    ...{ marginLeft, marginRight, marginTop, marginBottom: 34 },
    x: { domain: [0, end], axis: null },
    y: { domain: [0, 1], label: null, grid: true, ticks: [0, 0.25, 0.5, 0.75, 1], tickFormat: formatShare },
    marks: [
      Plot.axisX(durationTicks(end, Math.floor((width - marginLeft - marginRight) / 74)), {
        tickFormat: (seconds: number) => formatDuration(seconds),
        label: null,
      }),
      ...groups.flatMap((group) => {
        const name = nameOf(group), own = points.filter((point) => point.group === name);
        return [
          Plot.areaY(own, {
            ...{ x: "seconds", y1: "low", y2: "high", curve: "step-after" },
            fill: stroke(name),
            fillOpacity: 0.18,
          }),
          Plot.lineY(own, { x: "seconds", y: "open", curve: "step-after", stroke: stroke(name), strokeWidth: 2 }),
        ];
      }),
      Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.5 }),
      Plot.dot(medians, { x: "x", y: "y", r: 4, fill: signal, title: (one) => `${one.group}\n${one.words}` }),
      ...(groups.length === 1 && medians.length === 1
        ? [Plot.text(medians, {
          ...{ x: "x", y: "y", text: "words", textAnchor: "start", dx: 9, dy: -8 },
          fill: "currentColor",
        })]
        : []),
      // Wide and unseen, so that pointing near the line is enough.
      Plot.ruleX(points.filter((_, i) => i % Math.ceil(points.length / 120 || 1) === 0), {
        ...{ x: "seconds", y1: 0, y2: 1, strokeOpacity: 0, strokeWidth: 8, title: "title" },
        stroke: "currentColor",
      }),
      ...legend.flatMap((name, g) => [
        Plot.text([name], {
          frameAnchor: "top-left",
          ...{ dx: 20, dy: -marginTop + 6 + 18 * g, textAnchor: "start", lineAnchor: "top" },
          text: () =>
            clipText(`${name}: ${medianInWords(groups[g]!)} (${countOf(groups[g]!.cases, "case")})`, TEXT, width - 70),
          fill: "currentColor",
        }),
        Plot.dot([name], {
          frameAnchor: "top-left",
          ...{ dx: 8, dy: -marginTop + 12 + 18 * g, r: 5 },
          fill: stroke(name),
        }),
      ]),
    ],
  });
}

/** The age up to which a curve says something. */
function lastDrawn(curve: SurvivalGroup["curve"]): number {
  const watched = curve[0]?.atRisk ?? 0;
  return curve.findLast(({ atRisk }) => atRisk >= LEAST_WATCHED * watched)?.time ?? 0;
}

function pointsOf(group: SurvivalGroup, end: number): Point[] {
  const name = nameOf(group);
  const drawn = group.curve.filter(({ time }) => time <= end);
  const every = Math.max(1, Math.ceil(drawn.length / MOST_POINTS));
  const steps = drawn.filter((_, i) => i % every === 0 || i === drawn.length - 1);
  return [
    { group: name, seconds: 0, open: 1, low: 1, high: 1, title: "" },
    ...steps.map(({ time, open, low, high, atRisk }) => ({
      ...{ group: name, seconds: time, open, low, high },
      title:
        `${name}, after ${formatDuration(time)}\nstill open\t${formatShareInterval({ value: open, low, high })}\n` +
        `watched so long\t${countOf(atRisk, "case")}`,
    })),
  ].filter(({ title }, i) => i === 0 || title !== "");
}
