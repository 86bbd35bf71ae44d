/** How many cases keep a rule, break it, or may still do either; by group and over time. */
import { InputError, OptionError } from "../../base/errors.ts";
import { inWords } from "../../base/inspect.ts";
import { shareInterval } from "../../base/statistics/proportions.ts";
import { summarise } from "../../base/statistics/summary.ts";
import { tableOfRows } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { eventSpan } from "../../log/events/event_span.ts";
import { activityCode } from "../../log/filter/options.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";
import { type Period, periodsFrom } from "../change/work_in_progress.ts";
import { groupCases } from "../group_cases.ts";
import { statesOf, type StatesOption } from "../outcomes/states_option.ts";
import {
  BROKEN,
  judgeCount,
  judgeTime,
  KEPT,
  limitSeconds,
  OPEN,
  OUTSIDE,
  type ServiceCalendar,
  type Verdicts,
} from "./judge_cases.ts";
import { parseServiceRule } from "./parse_rule.ts";
import { limitText, type RulePoint, ruleText, type ServiceRule } from "./service_rule.ts";
import type { ServiceCounts, ServiceGroupRow, ServiceLevel, ServicePeriodRow } from "./service_figures.ts";
import { serviceSentence } from "./service_sentence.ts";

export interface ServiceLevelOptions {
  /** Case attribute whose values make the groups; without it all cases are one. */
  readonly by?: string;
  /** Which time is working time: for rules that say "working". `workingCalendar` makes one. */
  readonly calendar?: ServiceCalendar;
  /** How long a working day is, where the calendar does not tell it. */
  readonly workingDaySeconds?: number;
  /** Length of the periods, in UTC; weeks begin on Monday. Without it the shortest of which there are at most 40. */
  readonly every?: Period;
  /** Which cases are finished, running and stuck. @default what `caseStates` finds */
  readonly states?: StatesOption;
}

const COUNT_COLUMNS = ["kept", "broken", "open", "never", "due", "share", "low", "high", "medianSeconds", "p90Seconds"];
const DAY = 86_400_000, MOST_PERIODS = 40;
const LENGTHS: Readonly<Record<Period, number>> = { hour: 1 / 24, day: 1, week: 7, month: 30 };

/**
 * Judges a rule, such as `from Register to Approve within 5 working days`, for each case.
 *
 * - `from A to B within 5 days`, `B after A within 5 days`, `A within 2 hours of start`, `case within 10 days`: time runs
 *   from the first A (or the start of the case) to the end of the first B after it. `A | C` is whichever comes first.
 * - `B at most 3 times`, `B after A at most 3 times`.
 *
 * Kept: the event came in time. Broken: it came late, its time is over, or the case ended without it. Open: the case may
 * still keep the rule. The share is that of cases whose time was up when the log ends, so that the latest cases, of which
 * only fast ones are known, do not flatter it.
 *
 * Names of activities stand in quotes where a rule could be read in two ways.
 *
 * @throws InputError if the rule cannot be understood, the log has no times, or not the attribute `by`.
 * @throws OptionError if a rule of working time comes without a calendar, or an option has none of its values.
 * @example
 * ```ts
 * import { readLog, serviceLevel } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const level = serviceLevel(log, "case within 30 days", { by: "region", every: "month" });
 * level.sentence;
 * level.groups.print();
 * ```
 */
export function serviceLevel(
  log: EventLog,
  rule: string | ServiceRule,
  options: ServiceLevelOptions = {},
): ServiceLevel {
  requireEventLog(log);
  requireTimes(log, "a service level");
  if (log.cases === 0) throw new InputError(`${log.name}: expected cases but found none: no rule can be judged.`);
  const read = typeof rule === "string" ? parseServiceRule(rule, log.activities) : checked(log, rule);
  const { by, every: given } = options;
  if (given !== undefined && !Object.hasOwn(LENGTHS, given)) {
    throw new OptionError(
      `Expected every to be ${Object.keys(LENGTHS).join(", ")} but found ${JSON.stringify(given)}.`,
    );
  }
  const limit = read.kind === "time" ? limitSeconds(read, options.calendar, options.workingDaySeconds) : NaN;
  const states = statesOf(log, options.states)!;
  const [, until] = eventSpan(log);
  const verdicts = read.kind === "time"
    ? judgeTime(log, read, limit, options.calendar, states, until)
    : judgeCount(log, read, states);
  const all = Array.from({ length: log.cases }, (_, c) => c);
  const groups = groupCases(log, by).map(({ group, cases }): ServiceGroupRow => ({
    group,
    ...counted(verdicts, cases),
  }));
  const { every, rows } = byPeriod(verdicts, given, all);
  const total = counted(verdicts, all);
  const result = {
    ...total,
    rule: read,
    words: ruleText(read),
    limit: limitText(read),
    cases: log.cases,
    outside: log.cases - total.kept - total.broken - total.open,
    by: by ?? null,
    every,
    groups: tableOfRows<ServiceGroupRow>(groups, ["group", ...COUNT_COLUMNS]),
    periods: tableOfRows<ServicePeriodRow>(rows, ["begin", ...COUNT_COLUMNS]),
  };
  const sentence = serviceSentence(result);
  return inWords({ ...result, sentence, toString: () => `${sentence}\n${result.groups}` });
}

/** A rule that was not read from text. @throws InputError */
function checked(log: EventLog, rule: ServiceRule): ServiceRule {
  const kind = (rule as ServiceRule | undefined)?.kind;
  if (kind !== "time" && kind !== "count") {
    throw new InputError(`Expected a rule as text, or what parseServiceRule gives, but found ${JSON.stringify(rule)}.`);
  }
  const points: (RulePoint | undefined)[] = rule.kind === "time"
    ? [rule.from, rule.to]
    : [{ activities: rule.activities }, rule.after];
  for (const point of points) {
    if (typeof point === "object") { for (const name of point.activities) activityCode(log, name); }
  }
  return rule;
}

function counted({ verdict, never, due, seconds }: Verdicts, cases: readonly number[]): ServiceCounts {
  const counts = [0, 0, 0, 0];
  let neverCame = 0, dueCases = 0, dueKept = 0;
  const took: number[] = [];
  for (const c of cases) {
    const v = verdict[c]!;
    if (v === OUTSIDE) continue;
    counts[v]!++;
    neverCame += never[c]!;
    if (due[c]) {
      dueCases++;
      if (v === KEPT) dueKept++;
    }
    if (!Number.isNaN(seconds[c]!)) took.push(seconds[c]!);
  }
  const { value: share, low, high } = shareInterval(dueKept, dueCases);
  const { median, p90 } = summarise(took);
  return {
    kept: counts[KEPT]!,
    broken: counts[BROKEN]!,
    open: counts[OPEN]!,
    never: neverCame,
    due: dueCases,
    ...{ share, low, high },
    medianSeconds: median,
    p90Seconds: p90,
  };
}

/** By the period in which the clock began to run. */
function byPeriod(
  verdicts: Verdicts,
  given: Period | undefined,
  all: readonly number[],
): { every: Period; rows: ServicePeriodRow[] } {
  let first = Infinity, last = -Infinity;
  for (const time of verdicts.begun) {
    if (time < first) first = time;
    if (time > last) last = time;
  }
  const days = (last - first) / DAY;
  const every = given ??
    (Object.keys(LENGTHS) as Period[]).find((period) => days / LENGTHS[period] <= MOST_PERIODS) ?? "month";
  if (!(last >= first)) return { every, rows: [] };
  const begins = periodsFrom(first, last, every);
  const members = Array.from({ length: begins.length - 1 }, (): number[] => []);
  for (const c of all) {
    const at = verdicts.begun[c]!;
    if (Number.isNaN(at)) continue;
    let low = 0, high = begins.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (begins[middle]! <= at) low = middle;
      else high = middle;
    }
    members[low]!.push(c);
  }
  return { every, rows: members.map((cases, k) => ({ begin: new Date(begins[k]!), ...counted(verdicts, cases) })) };
}
