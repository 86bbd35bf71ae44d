/** How many cases reach each of several milestones, and what becomes of the others. */
import { InputError, OptionError } from "../../base/errors.ts";
import { inWords } from "../../base/inspect.ts";
import { type Estimate, shareInterval } from "../../base/statistics/proportions.ts";
import { summarise } from "../../base/statistics/summary.ts";
import { tableOfRows } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { eventSpan } from "../../log/events/event_span.ts";
import { type CompiledPattern, compilePattern } from "../../log/events/pattern/compile_pattern.ts";
import type { PathPattern } from "../../log/events/pattern/pattern_steps.ts";
import type { MatchOptions } from "../../log/filter/options.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";
import { FINISHED, STUCK } from "../outcomes/case_states.ts";
import { statesOf, type StatesOption } from "../outcomes/states_option.ts";
import type { Funnel, FunnelDropRow, FunnelRow } from "./funnel_result.ts";
import { funnelSentence } from "./funnel_sentence.ts";
import { CASE_ENDS } from "./around_path.ts";

/** An activity or pattern, alone or with a name of its own and a limit. */
export type Milestone = PathPattern | {
  readonly pattern: PathPattern;
  /** @default the pattern */
  readonly name?: string;
  /** Greatest time since the milestone before: who comes later does not reach it. @default none */
  readonly withinSeconds?: number;
};

export interface FunnelOptions extends Pick<MatchOptions, "missing"> {
  /** Which cases are finished, running and stuck. @default what `caseStates` finds */
  readonly states?: StatesOption;
}

const DROP_COLUMNS = ["before", "activity", "cases", "share"] as const;

/**
 * Counts the cases that reach each milestone in order, and tells where the others went.
 *
 * A milestone is reached with the event that completes its pattern, at the first time after the milestone before. Times
 * run from event to event. A running case whose time is not up has not dropped out: it is counted apart.
 *
 * @throws InputError if there is no milestone, a pattern cannot be understood, or an activity is unknown.
 * @throws OptionError if a limit is no number of seconds above 0.
 * @example
 * ```ts
 * import { funnel, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const milestones = log.activities.slice(0, 2);
 * funnel(log, milestones).steps.print();
 * funnel(log, [milestones[0]!, { name: "in time", pattern: milestones[1]!, withinSeconds: 5 * 86400 }]).sentence;
 * ```
 */
export function funnel(log: EventLog, milestones: readonly Milestone[], options: FunnelOptions = {}): Funnel {
  requireEventLog(log);
  const steps = stepsOf(log, milestones, options);
  const states = statesOf(log, options.states);
  const [, until] = eventSpan(log);
  const tallies = steps.map((): Tally => ({
    ...{ reached: 0, dropped: 0, stuck: 0, late: 0, running: 0 },
    seconds: [],
    wentTo: new Map(),
    restAt: new Map(),
  }));
  for (let c = 0; c < log.cases; c++) walk(log, c, steps, tallies, states?.[c], until);
  const rows = tallies.map((tally, k) => rowOf(log, steps[k]!.name, tally, log.source.untimed));
  const result = {
    cases: log.cases,
    steps: tableOfRows<FunnelRow>(rows, ROW_COLUMNS),
    wentTo: tableOfRows(tallies.flatMap((tally, k) => dropRows(steps[k]!.name, tally.wentTo)), DROP_COLUMNS),
    restAt: tableOfRows(tallies.flatMap((tally, k) => dropRows(steps[k]!.name, tally.restAt)), DROP_COLUMNS),
    runningKnown: states !== undefined,
  };
  const sentence = funnelSentence(result);
  return inWords({ ...result, sentence, toString: () => sentence });
}

const ROW_COLUMNS = [
  ...["milestone", "cases", "share", "low", "high", "ofPrevious", "ofPreviousLow", "ofPreviousHigh"],
  ...["dropped", "stuck", "late", "running", "medianSeconds", "p90Seconds"],
];

interface Step {
  readonly name: string;
  readonly pattern: CompiledPattern;
  readonly withinSeconds: number;
}

interface Tally {
  reached: number;
  dropped: number;
  stuck: number;
  late: number;
  running: number;
  readonly seconds: number[];
  readonly wentTo: Map<string, number>;
  readonly restAt: Map<string, number>;
}

function stepsOf(log: EventLog, milestones: readonly Milestone[], options: FunnelOptions): Step[] {
  if (!Array.isArray(milestones) || milestones.length === 0) {
    throw new InputError(
      `Expected a list of milestones, such as ["Check", "Approve"], but found ${JSON.stringify(milestones)}.`,
    );
  }
  return milestones.map((milestone, k): Step => {
    const isStep = typeof milestone === "object" && !Array.isArray(milestone) && "pattern" in milestone;
    const { pattern, name, withinSeconds = Infinity } = isStep ? milestone : { pattern: milestone as PathPattern };
    if (!(withinSeconds > 0)) {
      throw new OptionError(`Expected withinSeconds to be a number of seconds above 0 but found ${withinSeconds}.`);
    }
    if (k === 0 && withinSeconds !== Infinity) {
      throw new OptionError(`Expected withinSeconds from the second milestone on but found it at the first.`);
    }
    if (withinSeconds !== Infinity) requireTimes(log, "a time limit of a milestone");
    const compiled = compilePattern(log, pattern, options);
    const only = typeof pattern === "string" && log.activities.includes(pattern) ? pattern : compiled.words;
    return { name: name ?? only, pattern: compiled, withinSeconds };
  });
}

/** Follows a case from milestone to milestone until it reaches no further one. */
function walk(
  log: EventLog,
  c: number,
  steps: readonly Step[],
  tallies: readonly Tally[],
  state: number | undefined,
  until: number,
): void {
  const { offsets, time } = log;
  let at = -1;
  for (const [k, { pattern, withinSeconds }] of steps.entries()) {
    const tally = tallies[k]!;
    const end = pattern.endFrom(c, at < 0 ? offsets[c]! : at + 1);
    const since = at < 0 ? NaN : time[at]!;
    const took = end < 0 ? (until - since) / 1000 : Math.max(0, time[end]! - since) / 1000;
    // Only the first milestone has no time before it, and no limit.
    const late = took > withinSeconds;
    if (end >= 0 && !late) {
      tally.reached++;
      if (!Number.isNaN(took)) tally.seconds.push(took);
      at = end;
      continue;
    }
    if (late && (end >= 0 || (state !== FINISHED && state !== STUCK))) tally.late++;
    else if (state === STUCK) tally.stuck++;
    else if (state === FINISHED || state === undefined) tally.dropped++;
    else {
      tally.running++;
      return;
    }
    const next = at + 1;
    const first = at < 0 ? offsets[c]! : next;
    count(tally.wentTo, first < offsets[c + 1]! ? log.activities[log.activity[first]!]! : CASE_ENDS);
    count(tally.restAt, log.activities[log.activity[offsets[c + 1]! - 1]!]!);
    return;
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function rowOf(log: EventLog, milestone: string, tally: Tally, untimed: true | undefined): FunnelRow {
  const { reached, dropped, stuck, late, running, seconds } = tally;
  const all: Estimate = shareInterval(reached, log.cases);
  const previous: Estimate = shareInterval(reached, reached + dropped + stuck + late);
  const { median, p90 } = summarise(untimed ? [] : seconds);
  return {
    milestone,
    cases: reached,
    share: all.value,
    low: all.low,
    high: all.high,
    ofPrevious: previous.value,
    ofPreviousLow: previous.low,
    ofPreviousHigh: previous.high,
    ...{ dropped, stuck, late, running },
    medianSeconds: median,
    p90Seconds: p90,
  };
}

function dropRows(before: string, counts: ReadonlyMap<string, number>): FunnelDropRow[] {
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([activity, cases]) => ({ before, activity, cases, share: cases / all }));
}
