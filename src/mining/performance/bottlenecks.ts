/**
 * Where time is lost: transitions and activities ranked by what they cost beyond what is usual for them.
 *
 * Ranking by the share of the whole time is the Pareto analysis of Dumas, La Rosa, Mendling, Reijers, "Fundamentals of
 * Business Process Management", 2nd ed. 2018, section 6.4. A step that is always slow is part of the process; what a
 * step costs here is the time by which passages exceed its own median.
 */
import { OptionError } from "../../base/errors.ts";
import { inWords } from "../../base/inspect.ts";
import { rankIntervals } from "../../base/statistics/rank_intervals.ts";
import { byCodeUnit } from "../../base/text_codes.ts";
import { tableOfRows } from "../../base/typed_table.ts";
import { codesOf } from "../../log/calendar/calendars_by.ts";
import { caseSpans } from "../../log/events/case_spans.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";
import type { BottleneckRow, Bottlenecks, WorkRow } from "./bottleneck_rows.ts";
import { bottleneckNotes, bottleneckSentence } from "./bottleneck_sentence.ts";
import { eventTimes, type WaitOptions } from "./event_times.ts";
import { groupedValues } from "./grouped_values.ts";
import { openWaits } from "./open_waits.ts";
import { type Passages, stepCosts } from "./step_costs.ts";
import { transitionCodes } from "./step_times.ts";
import { caseDurations } from "./throughput.ts";

export interface BottleneckOptions extends WaitOptions {
  /**
   * Ranks each step in each group: `resource`, or an attribute of events or cases, such as a team. A wait belongs to
   * the group of the event that is waited for. What is usual for a step is the same for all groups.
   */
  by?: string;
  /** What is usual for a step: the time that this share of its passages take at most. @default 0.5, the median */
  usual?: number;
  /** Activities that end a case. Without it those that are more often the last of their case than not. */
  ends?: readonly string[];
}

/** Days of a month, in the mean. */
const MONTH = 30.436875 * 86_400_000;

/**
 * Ranks steps by what they cost: how often they are passed, times how much longer that took than is usual for the step.
 *
 * A passage of A → B is the time from the end of A to the begin of B; where B has no start, to its end, and then it is
 * waiting or work, not told apart. A is the event that B waited for, see `stepTimes`. Usual is the median of the step
 * itself, so that a step which is slow for all cases shows in `share`, and one that is slow for some in `excessSeconds`.
 *
 * Intervals come from a bootstrap over cases, since passages of one case are alike: 500 draws from a fixed seed. Where
 * there are over 1,000 cases they are put into 1,000 blocks at random, which vary in sum as the cases do. With fewer
 * than 10 cases every rank is possible.
 *
 * @throws InputError if the log has no times, or not the column that an option names.
 * @throws OptionError if `usual` is no share.
 * @example
 * ```ts
 * import { bottlenecks, readLog, workingCalendar } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const found = bottlenecks(log, { calendar: workingCalendar({ hours: "Mo-Fr 08:00-18:00" }) });
 * found.sentence;
 * found.steps.rows()[0]?.excessPerMonthSeconds;
 * ```
 */
export function bottlenecks(log: EventLog, options: BottleneckOptions = {}): Bottlenecks {
  requireEventLog(log);
  requireTimes(log, "where time is lost");
  const { usual = 0.5, by } = options;
  if (!(usual >= 0 && usual < 1)) {
    throw new OptionError(`Expected usual to be a share from 0 to below 1, such as 0.5, but found ${usual}.`);
  }
  const times = eventTimes(log, options);
  const totalSeconds = caseDurations(log, options).reduce((sum, seconds) => sum + seconds, 0);
  const months = spanOf(log) / MONTH;
  const groups = by === undefined ? undefined : codesOf(log, by);
  const { codes, keys } = transitionCodes(log.activity, log.activities.length, times.from, log.events);
  const n = log.activities.length;
  const name = (a: number) => log.activities[a]!;
  // Where no start is known, the whole time up to the completion stands for the wait.
  const waits = times.waiting.map((seconds, i) => Number.isNaN(times.service[i]!) ? times.sojourn[i]! : seconds);
  const context = { log, groups, usual, totalSeconds, months, service: times.service };
  const steps = ranked(context, codes, keys.length, waits).map(({ step, told, ...figures }): BottleneckRow => ({
    from: name(Math.floor(keys[step]! / n)),
    to: name(keys[step]! % n),
    ...figures,
    what: told === figures.count
      ? "waiting"
      : told === 0 && times.basis.assumed === null
      ? "waiting or work"
      : "waiting, in part with work",
  }));
  const activities = ranked(context, log.activity, n, times.service)
    .map(({ step, told: _, ...figures }): WorkRow => ({ activity: name(step), ...figures, what: "work" }));
  const open = openWaits(log, options);
  const result = {
    steps: tableOfRows(sorted(steps, (row) => `${row.from}\0${row.to}\0${row.group}`), STEP_COLUMNS),
    activities: tableOfRows(sorted(activities, (row) => `${row.activity}\0${row.group}`), WORK_COLUMNS),
    open,
    totalSeconds,
    months,
    usual,
    by: by ?? null,
    basis: times.basis,
  };
  const sentence = bottleneckSentence(result), notes = bottleneckNotes(log, result);
  return inWords({
    ...result,
    sentence,
    notes,
    toString: () => [sentence, ...notes, String(result.steps)].join("\n"),
  });
}

const FIGURES = [
  "group",
  "cases",
  "count",
  "medianSeconds",
  "totalSeconds",
  "share",
  "usualSeconds",
  "excessSeconds",
  "excessLow",
  "excessHigh",
  "excessPerMonthSeconds",
  "rankLow",
  "rankHigh",
  "what",
];
const STEP_COLUMNS = ["from", "to", ...FIGURES], WORK_COLUMNS = ["activity", ...FIGURES];

interface Context {
  readonly log: EventLog;
  readonly groups: { readonly codes: ArrayLike<number>; readonly names: readonly string[] } | undefined;
  readonly usual: number;
  readonly totalSeconds: number;
  readonly months: number;
  readonly service: Float64Array;
}

interface Ranked extends Omit<BottleneckRow, "from" | "to" | "what"> {
  readonly step: number;
  /** Passages in which waiting and work are told apart. */
  readonly told: number;
}

/** The costs of each step that has passages of a known time, in each group, with the intervals of their ranks. */
function ranked(context: Context, steps: ArrayLike<number>, n: number, seconds: Float64Array): Ranked[] {
  const { log, groups, usual, totalSeconds, months, service } = context;
  const passages = passagesOf(steps, n, seconds, groups?.codes);
  const costs = stepCosts(log, passages, usual);
  const intervals = rankIntervals(costs.blocks, costs.excess);
  const medians = groupedValues(passages.item, passages.items, seconds).median;
  const told = new Int32Array(passages.items);
  for (let i = 0; i < log.events; i++) {
    if (passages.item[i]! >= 0 && !Number.isNaN(service[i]!)) told[passages.item[i]!]!++;
  }
  return Array.from({ length: passages.items }, (_, item): Ranked => {
    const step = passages.stepOf[item]!, group = passages.groupOf[item]!;
    const excess = costs.excess[item]!;
    return {
      step,
      group: groups && group >= 0 ? groups.names[group]! : null,
      cases: costs.cases[item]!,
      count: costs.count[item]!,
      medianSeconds: medians[item]!,
      totalSeconds: costs.total[item]!,
      share: totalSeconds > 0 ? costs.total[item]! / totalSeconds : NaN,
      usualSeconds: costs.usual[step]!,
      excessSeconds: excess,
      excessLow: intervals.low[item]!,
      excessHigh: intervals.high[item]!,
      excessPerMonthSeconds: months > 0 ? excess / months : NaN,
      rankLow: intervals.rankLow[item]!,
      rankHigh: intervals.rankHigh[item]!,
      told: told[item]!,
    };
  });
}

/** Items are steps, or steps in groups, in the order in which they are met; events of unknown time have none. */
function passagesOf(
  steps: ArrayLike<number>,
  n: number,
  seconds: Float64Array,
  groups: ArrayLike<number> | undefined,
): Passages & { readonly groupOf: Int32Array } {
  const item = new Int32Array(seconds.length).fill(-1);
  const stepOf: number[] = [], groupOf: number[] = [];
  const known = new Map<number, number>();
  const plain = new Int32Array(groups ? 0 : n).fill(-1);
  for (let i = 0; i < seconds.length; i++) {
    const step = steps[i]!;
    if (step < 0 || seconds[i] !== seconds[i]) continue;
    const group = groups ? groups[i]! : -1;
    const key = (group + 1) * n + step;
    let found = groups ? known.get(key) ?? -1 : plain[step]!;
    if (found < 0) {
      found = stepOf.push(step) - 1;
      groupOf.push(group);
      if (groups) known.set(key, found);
      else plain[step] = found;
    }
    item[i] = found;
  }
  return {
    item,
    items: stepOf.length,
    stepOf: Int32Array.from(stepOf),
    steps: n,
    seconds,
    groupOf: Int32Array.from(groupOf),
  };
}

function sorted<Row extends { excessSeconds: number; totalSeconds: number }>(
  rows: readonly Row[],
  name: (row: Row) => string,
): Row[] {
  return rows.toSorted((a, b) =>
    b.excessSeconds - a.excessSeconds || b.totalSeconds - a.totalSeconds || byCodeUnit(name(a), name(b))
  );
}

function spanOf(log: EventLog): number {
  const { begun, ended } = caseSpans(log);
  let first = Infinity, last = -Infinity;
  for (let c = 0; c < log.cases; c++) {
    first = Math.min(first, begun[c]!);
    last = Math.max(last, ended[c]!);
  }
  return Math.max(0, last - first);
}
