/**
 * How long cases stay open, with those that have not ended yet counted for as long as they have been seen.
 *
 * The mean or median of finished cases alone is too short, since the long ones are those that still run. Methods in
 * `base/statistics/survival.ts`; for processes see also van der Aalst, "Process Mining", 2nd ed. 2016, section 9.4, on
 * partial cases.
 */
import { OptionError } from "../../base/errors.ts";
import { countOf, formatCount, formatDuration } from "../../base/format.ts";
import { inWords } from "../../base/inspect.ts";
import {
  cumulativeIncidence,
  type IncidenceStep,
  logRankTest,
  survivalCurve,
  survivalQuantile,
  type SurvivalStep,
} from "../../base/statistics/survival.ts";
import { caseSpans } from "../../log/events/case_spans.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { groupCases } from "../group_cases.ts";
import { type CaseStateOptions, type CaseStates, caseStates, FINISHED } from "./case_states.ts";

export interface CaseSurvivalOptions extends CaseStateOptions {
  /** Case attribute whose values make the groups; without it all cases are one group. */
  by?: string;
  /** Groups of fewer cases are left out of curves and test. @default 10 */
  leastCases?: number;
  /** What `caseStates` gives for this log, where it is known already; then the options of states are not used. */
  states?: CaseStates;
}

export interface SurvivalGroup {
  /** Null: cases without a value, or all cases where there are no groups. */
  readonly group: string | null;
  readonly cases: number;
  readonly finished: number;
  /** Median time to the end, in seconds; NaN where fewer than half are known to have ended. */
  readonly medianSeconds: number;
  /** Times in seconds since the case began. */
  readonly curve: readonly SurvivalStep[];
  /** For each of `ends`, the share of cases that has ended there by a time. */
  readonly incidence: readonly IncidenceStep[];
}

export interface CaseSurvival {
  /** Largest group first. */
  readonly groups: readonly SurvivalGroup[];
  /** Activities that end cases, most frequent first: the ways of `incidence`. */
  readonly ends: readonly string[];
  /** The log-rank test of the groups; NaN where there are fewer than two. */
  readonly p: number;
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** Groups that were too small, and the number of their cases. */
  readonly leftOut: readonly { readonly group: string | null; readonly cases: number }[];
  readonly states: CaseStates;
}

/**
 * The share of cases that are still open at each age, with groups compared.
 *
 * @throws InputError if the log has no attribute named `by`, or no times.
 * @example
 * ```ts
 * import { caseSurvival, readLog } from "tracebook";
 * const { groups, p } = caseSurvival(await readLog("data/order-to-cash.csv"), { by: "region" });
 * ```
 */
export function caseSurvival(log: EventLog, options: CaseSurvivalOptions = {}): CaseSurvival {
  const { by, leastCases = 10, states = caseStates(log, options) } = options;
  if (!(leastCases >= 1)) throw new OptionError(`leastCases: expected a number from 1 on but found ${leastCases}.`);
  const { begun, ended } = caseSpans(log);
  const ends = states.activities.filter((row) => row.ends && row.lastOf > 0).map(({ activity }) => activity);
  const wayOf = new Map(ends.map((name, w): [number, number] => [log.activities.indexOf(name), w + 1]));
  const seconds = new Float64Array(log.cases), way = new Int32Array(log.cases);
  for (let c = 0; c < log.cases; c++) {
    const finished = states.state[c] === FINISHED;
    seconds[c] = Math.max(0, (finished ? ended[c]! : states.until) - begun[c]!) / 1000;
    way[c] = finished ? wayOf.get(log.activity[log.offsets[c + 1]! - 1]!)! : 0;
  }

  const all = groupCases(log, by);
  const asked = by === undefined ? all : all.filter(({ cases }) => cases.length >= leastCases);
  const groups = asked.map(({ group, cases }): SurvivalGroup => {
    const times = Float64Array.from(cases, (c) => seconds[c]!), ways = Int32Array.from(cases, (c) => way[c]!);
    const curve = survivalCurve(times, ways.map((w) => w > 0 ? 1 : 0));
    return {
      group: by === undefined ? null : group,
      cases: cases.length,
      finished: ways.reduce((n, w) => n + (w > 0 ? 1 : 0), 0),
      medianSeconds: survivalQuantile(curve),
      curve,
      incidence: cumulativeIncidence(times, ways),
    };
  });
  const members = asked.flatMap(({ cases }, g) => Array.from(cases, (c) => ({ c, g })));
  const test = logRankTest(
    members.map(({ c }) => seconds[c]!),
    members.map(({ c }) => way[c]! > 0),
    members.map(({ g }) => g),
  );
  return inWords({
    groups,
    ends,
    p: test.p,
    chiSquare: test.chiSquare,
    degreesOfFreedom: test.degreesOfFreedom,
    leftOut: all.filter((one) => !asked.includes(one)).map(({ group, cases }) => ({ group, cases: cases.length })),
    states,
    toString: () => groups.map((group) => medianOf(group)).join("\n"),
  });
}

function medianOf({ group, cases, finished, medianSeconds }: SurvivalGroup): string {
  const half = Number.isNaN(medianSeconds)
    ? "more than half are still open at the end"
    : `half have ended after ${formatDuration(medianSeconds)}`;
  return `${group ?? "All cases"}: ${countOf(cases, "case")}, ${formatCount(finished)} finished; ${half}.`;
}
