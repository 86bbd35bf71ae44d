/** The answer in one or two sentences. */
import { countOf, formatCount, formatShare } from "../../../base/format.ts";
import { upperFirst } from "../../segmentation/names/verbs.ts";
import type { Costs } from "./money.ts";
import type { Opportunity } from "./opportunity.ts";
import type { Range } from "./ranges.ts";

interface About {
  readonly costs: Costs;
  readonly days: number;
  readonly draws: number;
  readonly hasTimes: boolean;
  /** Kinds of task of few people. */
  readonly left: number;
}

export function opportunitySentence(opportunities: readonly Opportunity[], about: About): string {
  const [first, second] = opportunities;
  if (!first) {
    return about.left > 0
      ? "No kind of task may be shown: too few people do each of them."
      : "The log has no task instance, so there is nothing to automate in it.";
  }
  if (!about.hasTimes) {
    return `Hours are not known, because the log has no times. Of the steps of ${nameOf(first)}, ${
      formatShare(first.automatableShare.base)
    } could be done by a machine.`;
  }
  const instances = opportunities.reduce((sum, { evidence }) => sum + evidence.instances, 0);
  if (instances === 1) {
    return `The log has one task instance (${
      nameOf(first)
    }). One tells neither how often it comes nor what is the same each time, so no opportunity is claimed.`;
  }
  if (!(first.hoursPerYear.base > 0)) {
    return `Nothing stands out: of none of the ${
      countOf(opportunities.length, "kind of task", "kinds of task")
    } could a machine do steps that take time, in instances that follow a main way.`;
  }
  const stable = `is first in ${formatShare(first.holdsRank)} of ${formatCount(about.draws)} draws`;
  if (!(first.value.base > 0)) {
    return `No automation pays within ${about.costs.years} years. ${upperFirst(nameOf(first))} comes nearest: ${
      hoursInWords(first.hoursPerYear)
    } a year against ${formatCount(first.effortDays, 1)} days of development.`;
  }
  return `${upperFirst(nameOf(first))} is worth most: a machine could do ${
    hoursInWords(first.hoursPerYear)
  } a year of it, which pays back in ${monthsInWords(first.paybackMonths)}; it ${stable}.` +
    (second && second.value.base > 0
      ? ` Next is ${nameOf(second)} with ${hoursInWords(second.hoursPerYear)} a year.`
      : " No other pays.");
}

/** `312 h (210 to 440 h)`. */
export function hoursInWords({ low, base, high }: Range): string {
  const write = (hours: number) => formatCount(hours, hours < 10 ? 1 : 0);
  return Number.isNaN(low) ? `${write(base)} h` : `${write(base)} h (${write(low)} to ${write(high)} h)`;
}

function monthsInWords({ base }: Range): string {
  if (!Number.isFinite(base)) return "no time";
  return base < 1 ? "less than a month" : countOf(Math.round(base), "month");
}

export function nameOf({ task, routine }: Pick<Opportunity, "task" | "routine">): string {
  const name = task === null ? "the task" : `“${task}”`;
  return routine === null ? name : `the part ${routine} of ${name}`;
}
