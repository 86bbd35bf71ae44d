/** One opportunity explained: from all hours of the task to those that a machine would do, and step by step. */
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import { InputError } from "../../base/errors.ts";
import { formatShareInterval } from "../../base/estimates_in_words.ts";
import type { AutomationOpportunities, Opportunity, Range, StepWork } from "../../taskmining/mod.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { hoursRange, opportunityName, paysBack, rangeInWords } from "./opportunity_words.ts";
import { drawOpportunity, type FactorRow, type OpportunityPicture, type StepRow } from "./opportunity_picture.ts";

/**
 * The page that explains an opportunity: all hours of the task, and what each factor leaves of them; where each factor
 * comes from; then its steps in their usual order, with the time that goes into each and whether a machine can do it.
 *
 * @param source one of `automationOpportunities(…).opportunities`, or all of them: then the first by rank.
 * @throws InputError if there is none.
 * @example
 * ```ts
 * import { automationOpportunities, readInteractions, segmentTasks, viewOpportunity } from "tracebook";
 * const segmentation = segmentTasks(await readInteractions("data/order-desk.csv"));
 * viewOpportunity(automationOpportunities(segmentation).opportunities[0]!);
 * ```
 */
export function viewOpportunity(source: Opportunity | AutomationOpportunities): Figure {
  const one = "opportunities" in source ? source.opportunities[0] : source;
  if (!one) {
    throw new InputError(
      "Expected an opportunity but found none. Give one of automationOpportunities(segmentation).opportunities.",
    );
  }
  const name = opportunityName(one), picture = pictureOf(one);
  const factors = picture.factors.map(({ name, range, source }) => [name, range, source]);
  return figure({
    kind: "opportunity",
    behaviour: "picture",
    title: `Opportunity ${one.rank}: ${name}`,
    caption:
      `${sentenceOf(one)} Each bar is what the factor beside it leaves of the hours above. The time of a step is ` +
      `that before it, since the step before; a program's share is that of held-back values that it gets right. Days to ` +
      `develop: ${one.effortInWords}.`,
    ...forBothWidths((width) => drawOpportunity(picture, width)),
    alt: `${name}: ${factors.map(([factor, range]) => `${factor} ${range}`).join("; ")}.`,
    table: {
      columns: ["step", "instances with it", "seconds", "verdict", "right", "low", "high", "in words"],
      rows: one.steps.map((step) => [
        step.target,
        step.withStep,
        step.seconds,
        VERDICTS[step.verdict],
        step.right.base,
        step.right.low,
        step.right.high,
        step.found?.words ?? step.why ?? "",
      ]),
      units: {
        right: "share",
        low: "share",
        high: "share",
        seconds: one.weighedBy === "seconds" ? "duration" : "number",
      },
    },
    text: `${textTable(factors, { left: [0, 1, 2], most: 140 })}\n\n${
      textTable(
        picture.steps.map(({ name, time, verdict, right }) => [name, time, verdict, right]),
        { left: [0, 2] },
      )
    }`,
  });
}

export const VERDICTS = {
  fixed: "fixed",
  program: "by a rule",
  constant: "always the same",
  decision: "a person decides",
  unknown: "not known",
} as const satisfies Record<StepWork["verdict"], string>;

function sentenceOf(one: Opportunity): string {
  if (Number.isNaN(one.hoursPerYear.base)) {
    return `Hours are not known without times; a machine could do ${
      formatShare(one.automatableShare.base)
    } of the steps.`;
  }
  return `A machine would do ${hoursRange(one)} a year, and takes ${
    formatCount(one.effortDays, 1)
  } days to develop; it ` +
    `${paysBack(one)}. It has its rank in ${formatShare(one.holdsRank)} of the draws.`;
}

function pictureOf(one: Opportunity): OpportunityPicture {
  const share = ({ low, base, high }: Range) =>
    Number.isNaN(low) ? formatShare(base) : formatShareInterval({ value: base, low, high });
  const { instancesPerYear, activeSeconds, automatableShare, adherence, exceptionShare, sources } = one;
  const all = instancesPerYear.base * activeSeconds.base / 3600;
  const machine = all * automatableShare.base, followed = machine * adherence.base;
  const left = followed * (1 - exceptionShare.base);
  const row = (name: string, range: string, source: string, hours: number): FactorRow => ({
    name,
    range,
    source,
    hours,
  });
  const known = !Number.isNaN(all);
  return {
    factors: [
      row("instances a year", rangeInWords(instancesPerYear, (n) => formatCount(n)), sources.instancesPerYear, NaN),
      row("active time of one", rangeInWords(activeSeconds, formatDuration), sources.activeSeconds, known ? all : NaN),
      row("automatable", share(automatableShare), sources.automatableShare, known ? machine : NaN),
      row("follow the main way", share(adherence), sources.adherence, known ? followed : NaN),
      row("of those, exceptions", share(exceptionShare), sources.exceptionShare, known ? left : NaN),
    ],
    hours: known ? one.hoursPerYear : undefined,
    result: known ? hoursRange(one) : "",
    steps: stepRows(one),
  };
}

/** Most steps drawn; the others are in the table. */
const MOST_STEPS = 40;

function stepRows(one: Opportunity): StepRow[] {
  const write = (seconds: number) =>
    one.weighedBy === "seconds" ? formatDuration(seconds) : `${formatCount(seconds, 2)} times`;
  const rows = one.steps.slice(0, MOST_STEPS).map((step): StepRow => ({
    name: step.target,
    seconds: step.seconds,
    time: write(step.seconds),
    verdict: VERDICTS[step.verdict],
    right: step.verdict === "program" || step.verdict === "constant" ? formatShare(step.right.base) : "",
    kind: step.verdict === "decision" ? "person" : step.verdict === "unknown" ? "unknown" : "machine",
    card: [
      step.target,
      `verdict\t${VERDICTS[step.verdict]}`,
      `in\t${formatCount(step.withStep)} of ${countOf(step.instances, "instance")}`,
      `time\t${write(step.seconds)}`,
      ...(step.found ? [`value\t${step.found.words}`] : step.why ? [`why\t${step.why}`] : []),
    ].join("\n"),
  }));
  const rest = one.steps.slice(MOST_STEPS).reduce((sum, { seconds }) => sum + seconds, one.otherSeconds);
  if (rest <= 0.0005 * one.activeSeconds.base) return rows;
  const name = one.steps.length > MOST_STEPS
    ? "other steps, most of them in the table"
    : "steps of few people, or in few instances";
  const machine = one.steps.slice(MOST_STEPS)
    .reduce((sum, { seconds, right }) => sum + seconds * right.base, one.otherMachineSeconds);
  return [...rows, {
    name,
    seconds: rest,
    time: write(rest),
    verdict: machine > 0.005 * rest ? `a machine ${formatShare(machine / rest)}` : "not by a machine",
    right: "",
    kind: "unknown",
    card: `${name}\ntime\t${write(rest)}`,
  }];
}
