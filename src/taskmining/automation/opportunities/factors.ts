/** The factors of an estimate, each with its range and where it comes from. */
import { countInterval, dispersionOf } from "../../../base/statistics/count_interval.ts";
import { CONFIDENCE, studentErrors } from "../../../base/statistics/distributions.ts";
import { shareInterval } from "../../../base/statistics/proportions.ts";
import { mean, standardDeviation } from "../../../base/statistics/summary.ts";
import { countOf, formatCount, formatDuration } from "../../../base/format.ts";
import type { Candidate } from "./candidates.ts";
import { mapRange, product, type Range, rangeOf, without } from "./ranges.ts";

/** The counts and sums from which all factors follow. */
export interface Evidence {
  readonly instances: number;
  /** Days (UTC) on which anybody did something in the recording. */
  readonly days: number;
  /** How many times as large as by chance the variance of instances a day is; 1 for fewer than five days. */
  readonly dispersion: number;
  /** Sample standard deviation of the active seconds of an instance. */
  readonly activeDeviation: number;
  /** Half the interval of the automatable share that comes from the instances at hand. */
  readonly automatableMargin: number;
  /** How often a machine would have to ask a person in an instance, on average. */
  readonly asks: number;
  readonly following: number;
  /** Of those that follow. */
  readonly excepted: number;
}

export interface Factors {
  readonly instancesPerYear: Range;
  readonly activeSeconds: Range;
  readonly automatableShare: Range;
  readonly adherence: Range;
  readonly exceptionShare: Range;
}

/** How the instances of a recording spread over its days, and what a year is. */
export interface Days {
  /** Day of each instance of the work, from 0. */
  readonly dayOf: Int32Array;
  readonly days: number;
  readonly perYear: number;
}

const LEAST_DAYS = 5;

export function evidenceOf(candidate: Candidate, { dayOf, days }: Days): Evidence {
  const { members, active, automatable, asks, follows, excepted, facts } = candidate, n = members.length;
  const perDay = new Float64Array(days);
  if (days > 0) { for (const k of members) perDay[dayOf[facts.instances[k]!]!]!++; }
  return {
    instances: n,
    days,
    dispersion: days >= LEAST_DAYS ? dispersionOf(perDay) : 1,
    activeDeviation: facts.weighedBy === "seconds" ? sampleDeviation(active) : NaN,
    automatableMargin: ratioError(automatable.base, active) * studentErrors(CONFIDENCE, n - 1),
    asks: sum(asks) / n,
    following: sum(follows),
    excepted: sum(excepted),
  };
}

export function factorsOf(candidate: Candidate, evidence: Evidence, { perYear, days }: Days, timed: boolean): Factors {
  const { active, automatable } = candidate, { instances, following, excepted } = evidence;
  const seconds = mean(active),
    margin = evidence.activeDeviation / Math.sqrt(instances) *
      studentErrors(CONFIDENCE, instances - 1);
  const share = (end: keyof Range) => sum(active) > 0 ? sum(automatable[end]) / sum(active) : 0;
  return {
    instancesPerYear: mapRange(
      rangeOf(countInterval(instances, evidence.dispersion)),
      (count) => timed ? count * perYear / days : NaN,
    ),
    activeSeconds: !timed
      ? { low: NaN, base: NaN, high: NaN }
      : candidate.facts.weighedBy === "steps"
      ? { low: 0, base: 0, high: 0 }
      : { low: Math.max(0, seconds - margin), base: seconds, high: seconds + margin },
    automatableShare: {
      low: Math.max(0, share("low") - evidence.automatableMargin),
      base: Math.max(0, share("base")),
      high: Math.min(1, Math.max(0, share("high") + evidence.automatableMargin)),
    },
    adherence: rangeOf(shareInterval(following, instances)),
    exceptionShare: following === 0 ? { low: 0, base: 0, high: 1 } : rangeOf(shareInterval(excepted, following)),
  };
}

/** Instances a year × active hours × automatable share × adherence × (1 − exceptions). */
export function hoursOf(
  { instancesPerYear, activeSeconds, automatableShare, adherence, exceptionShare }: Factors,
): Range {
  const hours = mapRange(activeSeconds, (seconds) => seconds / 3600);
  return product([instancesPerYear, hours, automatableShare, adherence, without(exceptionShare)]);
}

/** Where each factor comes from, in words. */
export function sourcesOf(
  candidate: Candidate,
  evidence: Evidence,
  { perYear }: Days,
  handoverSeconds: number,
): Readonly<Record<keyof Factors, string>> {
  const { instances, days, dispersion, activeDeviation, asks, following, excepted } = evidence;
  const { steps, facts, way } = candidate;
  const of = countOf(instances, "instance");
  const right = steps.filter((step) => step.right.base > 0).length;
  return {
    instancesPerYear: `${of} on ${countOf(days, "day")} with interactions, times ${formatCount(perYear, 1)} working ` +
      `days a year; interval of a count${
        dispersion > 1 ? `, ${dispersion.toFixed(1)} times as wide in variance because days differ` : ""
      }`,
    activeSeconds: `mean of ${of}${
      Number.isNaN(activeDeviation) ? "" : `, standard deviation ${formatDuration(activeDeviation)}`
    }; interval by Student's t`,
    automatableShare: `${right} of ${countOf(steps.length, "step")} by their verdicts, weighted by ${
      facts.weighedBy === "seconds" ? "their time" : "how often they are done, for no times are known"
    }; programs by the held-back values that they get right${
      asks > 0 && facts.weighedBy === "seconds"
        ? `; less ${handoverSeconds} s each time that a person is asked, ${formatCount(asks, 1)} times an instance`
        : ""
    }`,
    adherence: `${formatCount(following)} of ${of} follow the main way of ${
      countOf(way.length, "step")
    }; Wilson's interval`,
    exceptionShare: `${formatCount(excepted)} of ${formatCount(following)} that follow it have a step that few have; ` +
      "Wilson's interval",
  };
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

function sampleDeviation(values: Float64Array): number {
  return values.length < 2 ? NaN : standardDeviation(values) * Math.sqrt(values.length / (values.length - 1));
}

/** Standard error of a ratio of sums: Cochran, "Sampling Techniques", 3rd ed. 1977, section 6.4. */
function ratioError(part: Float64Array, whole: Float64Array): number {
  const n = whole.length, all = sum(whole);
  if (n < 2) return NaN;
  if (all === 0) return 0;
  const ratio = sum(part) / all;
  const squares = part.reduce((total, own, i) => total + (own - ratio * whole[i]!) ** 2, 0);
  return Math.sqrt(squares / (n - 1) / n) / (all / n);
}
