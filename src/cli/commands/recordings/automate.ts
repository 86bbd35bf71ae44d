import { countOf, formatCount, formatShare } from "../../../base/format.ts";
import {
  automationOpportunities,
  type Opportunity,
  type OpportunityOptions,
} from "../../../taskmining/automation/opportunities/opportunities.ts";
import { taskInstances } from "../../../taskmining/instances/task_instances.ts";
import { InputError } from "../../../base/errors.ts";
import { onlyPositional, readArguments } from "../../command.ts";
import {
  checkInstanceOptions,
  instanceOptions,
  interactionOptions,
  readInteractionOptions,
  readNoting,
} from "../../interaction_options.ts";
import { fieldsOf, numeric, type Options, positive, seconds, whole } from "../../options.ts";
import { note, printJson, textTable } from "../../output.ts";
import type { CommandEntry } from "../../registry/entry.ts";

const amount = { fits: (n: number) => n >= 0 && Number.isFinite(n), expected: "a number from 0" };

const costOptions = {
  "hourly-rate": numeric(amount, "MONEY", {
    help: "what an hour of the work costs (default: savings are told in hours)",
    field: "hourlyRate" satisfies keyof OpportunityOptions,
  }),
  "day-rate": numeric(amount, "MONEY", {
    help: "what a day of development costs (default: eight hours at the hourly rate)",
    field: "dayRate" satisfies keyof OpportunityOptions,
  }),
  "build-cost": numeric(amount, "MONEY", {
    help: "what an automation costs to build beside its days of development (default 0)",
    field: "buildCost" satisfies keyof OpportunityOptions,
  }),
  "run-cost": numeric(amount, "MONEY", {
    help: "what an automation costs a year to run (default 0)",
    field: "runCostPerYear" satisfies keyof OpportunityOptions,
  }),
  years: positive({ help: "years over which savings are set against the cost (default 3)" }),
  "working-days": whole({
    help: "days a year on which such work is done (default 250)",
    field: "workingDaysPerYear" satisfies keyof OpportunityOptions,
  }, 366),
  idle: seconds({
    help: "a longer gap is idle time (default 180)",
    field: "idleSeconds" satisfies keyof OpportunityOptions,
  }),
} as const satisfies Options;

export const automateCommand: CommandEntry = {
  name: "automate",
  summary: "which tasks to automate first: hours a year, effort, payback, each with its range",
  usage: "UILOG [--hourly-rate MONEY [--day-rate MONEY]] [--instance COLUMN [--task COLUMN]] [--top N]",
  reads: "interaction log",
  gives: "opportunities by rank, with factors and ranges",
  functions: ["automationOpportunities", "findPrograms"],
  examples: [
    "tb automate data/order-desk.csv",
    "tb automate data/order-desk.csv --hourly-rate 45 --day-rate 700 --run-cost 1200",
  ],
  options: {
    ...interactionOptions,
    ...instanceOptions,
    ...costOptions,
    top: whole({ help: "only the first N" }),
  },

  async main(args) {
    const given = readArguments(this, args);
    const file = onlyPositional(this, given);
    const costs = fieldsOf(costOptions, given), top = given.number("top");
    checkInstanceOptions(given);
    for (const name of ["day-rate", "build-cost", "run-cost"]) {
      if (given.number(name) === undefined || given.number("hourly-rate") !== undefined) continue;
      throw new InputError(
        `--${name}: expected --hourly-rate beside it, because hours saved cannot be set against money without it.`,
      );
    }
    const log = await readNoting(file, readInteractionOptions(given));
    const found = automationOpportunities(taskInstances(log, fieldsOf(instanceOptions, given)), costs);
    for (const text of found.notes) note(text);
    const shown = found.opportunities.slice(0, top);
    if (given.flag("json")) {
      printJson({
        opportunities: shown.map(inJson),
        costs: found.costs,
        workingDaysPerYear: found.workingDaysPerYear,
        handoverSeconds: found.handoverSeconds,
        sentence: found.sentence,
      });
      return 0;
    }
    console.log(`${found.sentence}\n`);
    console.log(textTable(
      [
        "rank",
        "task",
        "a year",
        "active s",
        "automatable",
        "main way",
        "exceptions",
        "hours",
        "days",
        "payback",
        "first 3",
      ],
      shown.map(inCells),
    ));
    return 0;
  },
};

function inJson(one: Opportunity) {
  const finite = (value: number) => Number.isFinite(value) ? value : null;
  const { low, base, high } = one.hoursPerYear;
  const ranges = Object.fromEntries(
    ([
      "instancesPerYear",
      "activeSeconds",
      "automatableShare",
      "adherence",
      "exceptionShare",
      "savingsPerYear",
      "paybackMonths",
      "value",
    ] as const).map((name) => {
      const range = one[name];
      return [name, { low: finite(range.low), base: finite(range.base), high: finite(range.high) }];
    }),
  );
  return {
    task: one.task,
    routine: one.routine,
    instancesPerYear: finite(one.instancesPerYear.base),
    activeSeconds: finite(one.activeSeconds.base),
    automatableShare: one.automatableShare.base,
    adherence: one.adherence.base,
    exceptionShare: one.exceptionShare.base,
    hoursPerYear: { low: finite(low), base: finite(base), high: finite(high) },
    effortDays: one.effortDays,
    paybackMonths: finite(one.paybackMonths.base),
    rank: one.rank,
    holdsRank: one.holdsRank,
    firstThree: one.firstThree,
    instances: one.evidence.instances,
    people: one.people,
    buildCost: one.buildCost,
    effort: one.effort,
    ranges,
    sources: one.sources,
  };
}

function inCells(one: Opportunity): (string | number)[] {
  const { low, base, high } = one.hoursPerYear;
  const hours = (value: number) => formatCount(value, value < 10 ? 1 : 0);
  const months = one.paybackMonths.base;
  return [
    one.rank,
    one.routine === null ? one.task ?? "–" : `${one.task ?? "–"}: ${one.routine}`,
    formatCount(one.instancesPerYear.base),
    formatCount(one.activeSeconds.base),
    formatShare(one.automatableShare.base),
    formatShare(one.adherence.base),
    formatShare(one.exceptionShare.base),
    Number.isNaN(low) ? hours(base) : `${hours(base)} (${hours(low)}–${hours(high)})`,
    formatCount(one.effortDays, 1),
    Number.isNaN(months) ? "–" : months === Infinity ? "never" : countOf(Number(months.toFixed(1)), "month"),
    formatShare(one.firstThree),
  ];
}
