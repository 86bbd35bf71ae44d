/** What an opportunity saves in the process whose cases it touches: a first estimate. */
import { InputError, OptionError } from "../../../base/errors.ts";
import { formatRoughDuration, formatShare } from "../../../base/format.ts";
import { inWords } from "../../../base/inspect.ts";
import { shareInterval } from "../../../base/statistics/proportions.ts";
import type { Opportunity } from "./opportunity.ts";
import { mapRange, product, type Range, rangeOf, without } from "./ranges.ts";

/** A task instance and the case that it belongs to, as `linkTasks` tells it; several rows where it belongs to several. */
export interface LinkedInstance {
  /** Number of the instance in the segmentation, from 1. */
  readonly instance: number;
  /** Null for an instance of no case. */
  readonly case: string | null;
  /** @default 1 */
  readonly probability?: number | null;
}

/** The same as plain figures. */
export interface TouchedCases {
  /** Cases in which the work is done, of all cases of the same time. */
  readonly touched: number;
  readonly cases: number;
  /** Instances of the task in a case that it touches. @default 1 */
  readonly instancesPerCase?: number;
}

export interface EffectOptions {
  /** Cases of the process in the time of the recording; needed beside links. */
  readonly cases?: number;
  /** Links that are less likely do not count. @default 0.5 */
  readonly leastProbability?: number;
  /**
   * Share of the touched cases in which nothing else goes on while the work is done, so that its time is time of the case.
   * @default not known: time saved of a case is between 0 and all of the work that is saved
   */
  readonly criticalShare?: number;
}

export interface OpportunityEffect {
  /** Share of cases that have such work. */
  readonly shareOfCases: Range;
  readonly instancesPerCase: number;
  /** Work saved in a case that is touched, and on average over all cases. */
  readonly savedSecondsPerTouchedCase: Range;
  readonly savedSecondsPerCase: Range;
  /** By how much a touched case gets shorter: at most the work saved, where that is on the critical path. */
  readonly shorterSecondsPerTouchedCase: Range;
  readonly sentence: string;
}

/**
 * What automating a task saves in each case of the process.
 *
 * The work saved in an instance is `activeSeconds` × `automatableShare` × `adherence` × (1 − `exceptionShare`); a touched
 * case has `instancesPerCase` of them. It is no forecast of throughput time: queues may get shorter by more, and waiting
 * for something else may use up what is saved. That needs a simulation.
 *
 * @example
 * ```ts
 * import { automationOpportunities, opportunityEffect, readInteractions, segmentTasks } from "tracebook";
 * const segmentation = segmentTasks(await readInteractions("data/order-desk.csv"));
 * const [best] = automationOpportunities(segmentation).opportunities;
 * if (best) opportunityEffect(best, { touched: 87, cases: 560 }).sentence;
 * ```
 * @throws OptionError if an option is out of range; InputError if no number of cases stands beside links.
 */
export function opportunityEffect(
  opportunity: Opportunity,
  links: TouchedCases | Iterable<LinkedInstance>,
  options: EffectOptions = {},
): OpportunityEffect {
  const { criticalShare } = options;
  if (criticalShare !== undefined && !(criticalShare >= 0 && criticalShare <= 1)) {
    throw new OptionError(`Expected criticalShare to be a share from 0 to 1 but found ${criticalShare}`);
  }
  const { touched, cases, instancesPerCase = 1 } = "touched" in links ? links : counted(opportunity, links, options);
  if (!(Number.isInteger(touched) && touched >= 0 && touched <= cases)) {
    throw new OptionError(`Expected touched to be a number of cases, at most ${cases}, but found ${touched}`);
  }
  const { activeSeconds, automatableShare, adherence, exceptionShare } = opportunity;
  const saved = product([activeSeconds, automatableShare, adherence, without(exceptionShare)]);
  const shareOfCases = rangeOf(shareInterval(touched, cases));
  const inTouched = touched === 0 ? { low: 0, base: 0, high: 0 } : mapRange(saved, (own) => own * instancesPerCase);
  const critical = criticalShare ?? 1;
  const shorter = mapRange(inTouched, (own) => own * critical);
  const effect = {
    shareOfCases,
    instancesPerCase,
    savedSecondsPerTouchedCase: inTouched,
    savedSecondsPerCase: product([inTouched, shareOfCases]),
    shorterSecondsPerTouchedCase: criticalShare === undefined ? { ...shorter, low: 0 } : shorter,
  };
  const sentence = touched === 0
    ? "No case has such work: nothing is saved in the process."
    : Number.isNaN(inTouched.base)
    ? `${
      formatShare(shareOfCases.base)
    } of the cases have such work; what is saved is not known, because the log has no ` +
      "times."
    : `${formatShare(shareOfCases.base)} of the cases have such work. In each of them ${
      formatRoughDuration(inTouched.base)
    } of work would be saved, and the case would get shorter by ${criticalShare === undefined ? "at most " : ""}${
      formatRoughDuration(shorter.base)
    }${criticalShare === undefined ? ", if nothing else goes on meanwhile" : ""}.`;
  return inWords({ ...effect, sentence, toString: () => sentence });
}

function counted(
  { instances }: Opportunity,
  links: Iterable<LinkedInstance>,
  { cases, leastProbability = 0.5 }: EffectOptions,
): TouchedCases {
  if (cases === undefined) {
    throw new InputError(
      "Expected the option cases beside links, the number of cases of the process in the time of the recording, but " +
        "found none. Give cases: log.cases.",
    );
  }
  const own = new Set(instances), perCase = new Map<string, Set<number>>();
  for (const { instance, case: name, probability } of links) {
    if (name === null || !own.has(instance - 1) || (probability ?? 1) < leastProbability) continue;
    perCase.set(name, (perCase.get(name) ?? new Set()).add(instance));
  }
  const linked = [...perCase.values()].reduce((sum, { size }) => sum + size, 0);
  return { touched: perCase.size, cases, instancesPerCase: perCase.size > 0 ? linked / perCase.size : 1 };
}
