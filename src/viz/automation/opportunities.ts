/** What to automate first: value against ease, and the ranking. */
import { formatCount, formatShare } from "../../base/format.ts";
import { textTable } from "../../base/text_table.ts";
import {
  type AutomationOpportunities,
  automationOpportunities,
  type Opportunity,
  type OpportunityOptions,
} from "../../taskmining/mod.ts";
import type { TaskWork } from "../../taskmining/instances/steps.ts";
import { requireInteractionLog } from "../../log/require_log.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { wholeNumber } from "../kit/options.ts";
import { hoursRange, opportunityName, paybackInWords } from "./opportunity_words.ts";
import type { QuadrantBubble } from "./quadrant_bubble.ts";
import { drawQuadrant } from "./quadrant_picture.ts";

export interface OpportunitiesViewOptions extends OpportunityOptions {
  /** Most opportunities drawn, the first by rank. @default 12 */
  top?: number;
}

/**
 * Opportunities as bubbles: the further up, the more hours a machine would do a year; the further right, the fewer days it
 * takes to develop. Numbers are ranks; lines are 95 % intervals; above the dashed line an automation pays back within a
 * year. Below stands the ranking, with how often each is among the first three when the recording is drawn again.
 *
 * @param source what `automationOpportunities` gave, or a segmentation, task instances or a log for it.
 * @throws OptionError as `automationOpportunities` does.
 * @example
 * ```ts
 * import { readInteractions, segmentTasks, viewOpportunities } from "tracebook";
 * viewOpportunities(segmentTasks(await readInteractions("data/order-desk.csv")));
 * ```
 */
export function viewOpportunities(
  source: AutomationOpportunities | TaskWork,
  options: OpportunitiesViewOptions = {},
): Figure {
  const { top: given, ...others } = options, top = wholeNumber("top", given ?? 12, 1, 40);
  requireInteractionLog(source, "opportunities", "tasks", "names");
  const found = "opportunities" in source ? source : automationOpportunities(source, others);
  const { opportunities, costs, notes } = found;
  const drawn = opportunities.slice(0, top).filter(({ hoursPerYear }) => !Number.isNaN(hoursPerYear.base));
  const left = opportunities.length - drawn.length;
  const breakEven = (days: number) =>
    costs.hourlyRate > 0
      ? (days * costs.dayRate + costs.buildCost + costs.runCostPerYear) / costs.hourlyRate
      : Infinity;
  return figure({
    kind: "opportunities",
    behaviour: "picture",
    title: "What to automate first",
    caption: [
      found.sentence,
      "Numbers are ranks by savings over",
      `${
        formatCount(costs.years, 1)
      } years less the cost of development; bubbles grow with the instances a year, and stand side by side where they would hide each other. Above the dashed line an automation pays back within a year.`,
      left > 0 ? `${left} more in the table.` : "",
      ...notes,
    ].filter((words) => words !== "").join(" "),
    ...forBothWidths((width) => drawQuadrant(drawn.map(bubbleOf), { breakEven, width })),
    alt: `Opportunities by rank: ${
      drawn.map((one) => `${one.rank}. ${opportunityName(one)}, ${hoursRange(one)} a year`).join("; ") || "none"
    }.`,
    table: tableOf(opportunities, costs.unit),
    text: textTable([
      ["", "task", "hours a year", "days to develop", "pays back in", "among the first three"],
      ...opportunities.map((one) => [
        String(one.rank),
        opportunityName(one),
        hoursRange(one),
        formatCount(one.effortDays, 1),
        paybackInWords(one),
        formatShare(one.firstThree),
      ]),
    ], { left: [0, 1] }),
  });
}

function bubbleOf(one: Opportunity): QuadrantBubble {
  return {
    rank: one.rank,
    name: opportunityName(one),
    label: one.routine === null ? opportunityName(one) : `part of ${one.task ?? "the task"}`,
    days: one.effortDays,
    hours: one.hoursPerYear,
    size: one.instancesPerYear.base,
    part: one.routine !== null,
    hoursInWords: hoursRange(one),
    payback: paybackInWords(one),
    firstThree: formatShare(one.firstThree),
    facts: [
      ["hours a year", hoursRange(one)],
      ["days to develop", formatCount(one.effortDays, 1)],
      ["pays back in", paybackInWords(one)],
      ["instances a year", formatCount(one.instancesPerYear.base)],
      ["automatable", formatShare(one.automatableShare.base)],
      ["follow the main way", formatShare(one.adherence.base)],
      ["of those with exceptions", formatShare(one.exceptionShare.base)],
    ],
  };
}

function tableOf(opportunities: readonly Opportunity[], unit: "money" | "hours") {
  const finite = (figure: number) => Number.isFinite(figure) ? figure : null;
  const ends = [
    ["instances a year", "instancesPerYear"],
    ["active, seconds", "activeSeconds"],
    ["automatable share", "automatableShare"],
    ["main way, share", "adherence"],
    ["exceptions, share", "exceptionShare"],
    ["hours a year", "hoursPerYear"],
    [unit === "hours" ? "saved a year, hours" : "saved a year", "savingsPerYear"],
    ["payback, months", "paybackMonths"],
    ["value", "value"],
  ] as const;
  const shares = ends.flatMap(([name]) => name.includes("share") ? [name, `${name}, low`, `${name}, high`] : []);
  return {
    columns: [
      ...["rank", "task", "part", "people"],
      ...ends.flatMap(([name]) => [name, `${name}, low`, `${name}, high`]),
      ...["days to develop", "cost of building", "holds its rank, share", "first three, share"],
    ],
    rows: opportunities.map((one) => [
      ...[one.rank, one.task, one.routine, one.people],
      ...ends.flatMap(([, field]) => [finite(one[field].base), finite(one[field].low), finite(one[field].high)]),
      ...[one.effortDays, one.buildCost, one.holdsRank, one.firstThree],
    ]),
    units: Object.fromEntries(
      [...shares, "holds its rank, share", "first three, share"].map((name) => [name, "share" as const]),
    ),
  };
}
