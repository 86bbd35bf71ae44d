/**
 * When a process changed, how sure that is, and what is different since.
 *
 * The question and how it is scored: Bose, van der Aalst, Žliobaitė & Pechenizkiy, "Dealing with concept drifts in process
 * mining", IEEE Transactions on Neural Networks and Learning Systems 25, 2014; Adams, Pitsch, Brockhoff & van der Aalst,
 * "An experimental evaluation of process concept drift detection", VLDB 2023. The method is our own: change points of a
 * series of cases (`change_points.ts`), with one setting for all logs.
 */
import { OptionError } from "../../base/errors.ts";
import type { TypedTable } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { eventSpan } from "../../log/events/event_span.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { arrivalSeries } from "./arrival_series.ts";
import { type CaseStateOptions, caseStates, RUNNING } from "../outcomes/case_states.ts";
import { type CaseOrder, caseOrder, casesSeenWhole, firstFrom } from "./case_order.ts";
import { type ChangePointOptions, changePoints, likeliestChange } from "./change_points.ts";
import { type Drift, DRIFT_PERSPECTIVES, type DriftPerspective } from "./found_drift.ts";
import { type DriftRow, driftSentence, driftTable } from "./drift_words.ts";
import { flowSeries } from "./flow_series.ts";
import type { Series } from "./series.ts";
import { timeSeries } from "./time_series.ts";
import { joinSteps, type Transition } from "./transitions.ts";
import { changedArrivals, type ChangedFigure, changedFlow, changedTimes, type Sides } from "./what_changed.ts";
import { inWords } from "../../base/inspect.ts";

export interface DriftOptions extends Pick<CaseStateOptions, "ends" | "until"> {
  /** What is looked at. @default ["flow", "times", "arrivals"] */
  perspectives?: readonly DriftPerspective[];
  /**
   * The share of logs without any change that give an alarm, for each perspective, 0.005 to 0.2.
   * @default 0.01
   */
  level?: number;
  /**
   * Smaller changes are left out, however sure they are: a difference of shares of cases, or for times and arrivals how
   * much more often than not a later one is longer; 0 to 1. @default 0.05
   */
  leastEffect?: number;
  /** Cases that must begin before and after a change. @default 25 */
  leastCases?: number;
}

export interface DriftReport {
  readonly sentence: string;
  /** In the order of time. */
  readonly changes: readonly Drift[];
  /** Columns: `perspective`, `case`, `time`, `p`, `from`, `to`, `before`, `after`, `effect`, `pAdjusted`. */
  readonly table: TypedTable<DriftRow>;
  readonly cases: number;
  /** First and last event of the log, in milliseconds UTC; NaN where it has none. */
  readonly span: readonly [first: number, last: number];
  readonly perspectives: readonly DriftPerspective[];
  readonly level: number;
}

const SHUFFLES = 199;
const SEED = 1;
/** Passages, and periods in cycles, that must lie on each side of a change. */
const LEAST_PASSAGES = 50;
const LEAST_CYCLES = 3;
const LEAST_PERIODS = 10;

/**
 * Finds when the process of a log changed: in the order of activities, in times, and in arrivals.
 *
 * Cases are ordered by their first event. A change is reported where the cases before and after it differ more than those
 * of nearly all shuffled logs do, and the difference is not small. Cases that begin together and are alike are shuffled
 * together. Where a change shows bit by bit, because cases ran while it came, its steps are told as one.
 *
 * A log that ends while cases run makes the last ones look short. So the last cases are left out of the flow where many
 * of them still run (as `caseStates` finds, or by `ends`), and passages that could not have been seen if they took long
 * are left out of the times.
 *
 * @throws OptionError for options out of range; InputError if `log` is none.
 * @example
 * ```ts
 * import { discoverDrift, readLog } from "tracebook";
 * const { sentence, changes } = discoverDrift(await readLog("data/order-to-cash.csv"), { perspectives: ["flow"] });
 * ```
 */
export function discoverDrift(log: EventLog, options: DriftOptions = {}): DriftReport {
  requireEventLog(log);
  const { perspectives, level, leastEffect, least } = checked(options);
  const order = caseOrder(log);
  const search = { level, least, shuffles: SHUFFLES, seed: SEED };
  const look: Readonly<Record<DriftPerspective, () => Drift[]>> = {
    flow: () => flowDrift(log, seenWhole(log, order, options, leastEffect), search, leastEffect),
    times: () => log.source.untimed ? [] : timesDrift(log, order, search, leastEffect),
    arrivals: () => log.source.untimed ? [] : arrivalsDrift(order, search, leastEffect),
  };
  const changes = DRIFT_PERSPECTIVES.filter((one) => perspectives.includes(one)).flatMap((one) => look[one]())
    .sort((a, b) => a.time - b.time);
  const found = {
    changes,
    cases: log.cases,
    span: log.events > 0 ? eventSpan(log) : [NaN, NaN] as const,
    perspectives,
    level,
  };
  const sentence = driftSentence(found);
  return inWords({ sentence, ...found, table: driftTable(changes), toString: () => sentence });
}

function checked(
  { perspectives = DRIFT_PERSPECTIVES, level = 0.01, leastEffect = 0.05, leastCases = 25 }: DriftOptions,
) {
  const unknown = perspectives.find((one) => !DRIFT_PERSPECTIVES.includes(one));
  if (unknown !== undefined || perspectives.length === 0) {
    throw new OptionError(
      `perspectives: expected some of ${DRIFT_PERSPECTIVES.join(", ")} but found ${unknown ?? "none"}.`,
    );
  }
  if (!(level >= 1 / (SHUFFLES + 1) && level <= 0.2)) {
    throw new OptionError(`level: expected a share from ${1 / (SHUFFLES + 1)} to 0.2 but found ${level}.`);
  }
  if (!(leastEffect >= 0 && leastEffect <= 1)) {
    throw new OptionError(`leastEffect: expected a share from 0 to 1 but found ${leastEffect}.`);
  }
  if (!(Number.isInteger(leastCases) && leastCases >= 5)) {
    throw new OptionError(`leastCases: expected a whole number from 5 on but found ${leastCases}.`);
  }
  return { perspectives, level, leastEffect, least: leastCases };
}

function flowDrift(log: EventLog, order: CaseOrder, search: ChangePointOptions, leastEffect: number): Drift[] {
  const flow = flowSeries(log, order);
  const found = joinSteps(
    flow.series,
    changePoints(flow.series, search),
    order.underWay,
    (from, to) => likeliestChange(flow.series, from, to, search),
  );
  return large(found, flow.series, leastEffect, (sides) => changedFlow(flow, sides)).map(({ change, what }) => ({
    perspective: "flow",
    case: change.at,
    time: order.begun[change.at]!,
    from: order.begun[change.from]!,
    to: order.begun[change.to]!,
    p: change.p,
    what,
  }));
}

/**
 * Without the last cases, where too many of them still run: what they have not done yet is no change. What counts as
 * running is found as by `caseStates`.
 */
function seenWhole(log: EventLog, order: CaseOrder, options: DriftOptions, leastEffect: number): CaseOrder {
  if (log.source.untimed || log.cases === 0) return order;
  const { ends, until } = options;
  const { state } = caseStates(log, { ...(ends ? { ends } : {}), ...(until === undefined ? {} : { until }) });
  // Half of the least effect: with more, running cases alone could make a change that is large enough to be told.
  const whole = casesSeenWhole(order.cases, (c) => state[c] === RUNNING, leastEffect / 2);
  return { ...order, cases: order.cases.subarray(0, whole) };
}

function timesDrift(log: EventLog, order: CaseOrder, search: ChangePointOptions, leastEffect: number): Drift[] {
  const times = timeSeries(log);
  const found = atOnce(
    changePoints(times.series, { ...search, least: Math.max(search.least, LEAST_PASSAGES), alike: times.alike }),
  );
  return large(found, times.series, leastEffect, (sides) => changedTimes(times, sides)).map(({ change, what }) =>
    atTime("times", times.begun[change.at]!, order, change.p, what)
  );
}

function arrivalsDrift(order: CaseOrder, search: ChangePointOptions, leastEffect: number): Drift[] {
  const arrivals = arrivalSeries(order.begun);
  const { cycle } = arrivals;
  const least = cycle === 1 ? LEAST_PERIODS : LEAST_CYCLES * cycle;
  const found = atOnce(changePoints(arrivals.series, { ...search, least, together: cycle }));
  return large(found, arrivals.series, leastEffect, (sides) => changedArrivals(arrivals, sides)).map((
    { change, what },
  ) => atTime("arrivals", arrivals.begins[change.at]!, order, change.p, what));
}

function atTime(
  perspective: DriftPerspective,
  time: number,
  order: CaseOrder,
  p: number,
  what: readonly ChangedFigure[],
): Drift {
  return { perspective, case: firstFrom(order.begun, time), time, from: time, to: time, p, what };
}

function atOnce(changes: readonly { readonly at: number; readonly p: number }[]): Transition[] {
  return changes.map((change) => ({ ...change, from: change.at, to: change.at }));
}

/** The changes with what they changed, after the smallest are taken out one by one until all are large enough. */
function large(
  found: readonly Transition[],
  series: Series,
  least: number,
  whatChanged: (sides: Sides) => ChangedFigure[],
): { change: Transition; what: ChangedFigure[] }[] {
  let kept = [...found];
  for (;;) {
    const told = kept.map((change, j) => ({
      change,
      what: whatChanged({
        before: [kept[j - 1]?.to ?? 0, change.from],
        after: [change.to, kept[j + 1]?.from ?? series.length],
      }),
    }));
    const effects = told.map(({ what }) => Math.max(0, ...what.map(({ effect }) => effect)));
    const smallest = Math.min(...effects);
    if (told.length === 0 || smallest >= least) return told;
    const out = effects.indexOf(smallest);
    kept = kept.filter((_, j) => j !== out);
  }
}
