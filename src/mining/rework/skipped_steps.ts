/** Steps that most cases have, and some left out. */
import { formatShareInterval } from "../../base/estimates_in_words.ts";
import { OptionError } from "../../base/errors.ts";
import { countOf, formatDuration, formatShare } from "../../base/format.ts";
import { inWords } from "../../base/inspect.ts";
import { wordList } from "../../base/lists.ts";
import { shareInterval } from "../../base/statistics/proportions.ts";
import { median } from "../../base/statistics/summary.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { activityCode } from "../../log/filter/options.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { FINISHED } from "../outcomes/case_states.ts";
import { statesOf, type StatesOption } from "../outcomes/states_option.ts";
import { caseDurations } from "../performance/throughput.ts";

export interface SkippedStepsOptions {
  /** A step is usual if at least this share of finished cases has it, 0.5 to 1. @default 0.8 */
  readonly usual?: number;
  /** The steps that are usual, instead of finding them. */
  readonly steps?: readonly string[];
  /** Which cases are finished, running and stuck. @default what `caseStates` finds */
  readonly states?: StatesOption;
}

export interface SkippedStepRow {
  readonly activity: string;
  /** Finished cases without it. */
  readonly cases: number;
  /** Of the finished cases, with Wilson's 95 % interval. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Throughput time of finished cases without it, and with it. */
  readonly medianSecondsWithout: number;
  readonly medianSecondsWith: number;
}

export interface SkippedSteps {
  readonly sentence: string;
  /** Cases that are judged: the finished ones; all of a log without times. */
  readonly finished: number;
  /** Cases that left out a usual step. */
  readonly casesWithSkips: number;
  readonly usualSteps: readonly string[];
  /** Usual steps, most left out first. */
  readonly steps: TypedTable<SkippedStepRow>;
  /** How many cases left out just these steps. */
  readonly combinations: TypedTable<{ readonly steps: readonly string[]; readonly cases: number }>;
}

const COLUMNS = ["activity", "cases", "share", "low", "high", "medianSecondsWithout", "medianSecondsWith"] as const;

/**
 * Counts the finished cases that left out a usual step. Cases that still run, or are stuck, may yet do it.
 *
 * @throws InputError if the log has not one of the `steps`.
 * @throws OptionError if `usual` is no share from 0.5 to 1.
 * @example
 * ```ts
 * import { readLog, skippedSteps } from "tracebook";
 * skippedSteps(await readLog("data/order-to-cash.csv"), { usual: 0.9 }).steps.print();
 * ```
 */
export function skippedSteps(log: EventLog, options: SkippedStepsOptions = {}): SkippedSteps {
  requireEventLog(log);
  const { usual = 0.8 } = options;
  if (!(usual >= 0.5 && usual <= 1)) {
    throw new OptionError(`Expected usual to be a share from 0.5 to 1 but found ${usual}.`);
  }
  const given = options.steps?.map((name) => activityCode(log, name));
  const states = statesOf(log, options.states);
  const seconds = log.source.untimed ? undefined : caseDurations(log);
  const judged: number[] = [];
  for (let c = 0; c < log.cases; c++) if (!states || states[c] === FINISHED) judged.push(c);
  const seenIn = seenInCase(log);
  const counts = new Int32Array(log.activities.length);
  for (const c of judged) seenIn(c, (a) => counts[a]!++);
  const codes = given ??
    Array.from(counts, (_, a) => a).filter((a) => counts[a]! > 0 && counts[a]! >= usual * judged.length);

  const without = codes.map((): number[] => []), withIt = codes.map((): number[] => []);
  const combinations = new Map<string, number>();
  const present = new Uint8Array(log.activities.length);
  for (const c of judged) {
    present.fill(0);
    seenIn(c, (a) => present[a] = 1);
    codes.forEach((a, k) => (present[a] ? withIt : without)[k]!.push(seconds ? seconds[c]! : NaN));
    const left = codes.filter((a) => !present[a]).join();
    if (left !== "") combinations.set(left, (combinations.get(left) ?? 0) + 1);
  }
  const rows = codes.map((a, k): SkippedStepRow => {
    const { value: share, low, high } = shareInterval(without[k]!.length, judged.length);
    return {
      activity: log.activities[a]!,
      cases: without[k]!.length,
      ...{ share, low, high },
      medianSecondsWithout: median(without[k]!),
      medianSecondsWith: median(withIt[k]!),
    };
  }).sort((a, b) => b.cases - a.cases || (a.activity < b.activity ? -1 : 1));
  const together = [...combinations].map(([key, cases]) => ({
    steps: key.split(",").map((a) => log.activities[Number(a)]!),
    cases,
  })).sort((a, b) => b.cases - a.cases || (a.steps.join() < b.steps.join() ? -1 : 1));
  const result = {
    finished: judged.length,
    casesWithSkips: together.reduce((sum, { cases }) => sum + cases, 0),
    usualSteps: codes.map((a) => log.activities[a]!),
    steps: tableOfRows<SkippedStepRow>(rows, COLUMNS),
    combinations: tableOfRows(together, ["steps", "cases"]),
  };
  const rule = given ? "" : ` Usual is what at least ${formatShare(usual)} of finished cases have.`;
  const sentence = sentenceOf(log, result, states === undefined) + rule;
  return inWords({ ...result, sentence, toString: () => `${sentence}\n${result.steps}` });
}

/** Calls back once for each activity of a case. */
function seenInCase({ offsets, activity, activities }: EventLog): (c: number, each: (a: number) => void) => void {
  const seen = new Int32Array(activities.length).fill(-1);
  let call = 0;
  return (c, each) => {
    call++;
    for (let i = offsets[c]!; i < offsets[c + 1]!; i++) {
      const a = activity[i]!;
      if (seen[a] === call) continue;
      seen[a] = call;
      each(a);
    }
  };
}

function sentenceOf(log: EventLog, found: Omit<SkippedSteps, "sentence">, untimed: boolean): string {
  const { finished, casesWithSkips, usualSteps, steps } = found;
  if (log.cases === 0) return "The log has no cases, so none left out a step.";
  if (finished === 0) return "No case is finished, so none can be said to have left out a step.";
  if (usualSteps.length === 0) return "No step is usual: cases have too little in common.";
  const cases = countOf(finished, untimed ? "case" : "finished case");
  if (casesWithSkips === 0) return `None of ${cases} left out a usual step (${wordList(usualSteps)}).`;
  const [top] = steps.rows();
  const time = Number.isNaN(top!.medianSecondsWith) || Number.isNaN(top!.medianSecondsWithout)
    ? ""
    : ` They take ${formatDuration(top!.medianSecondsWithout)} in the median, those with it ${
      formatDuration(top!.medianSecondsWith)
    }.`;
  return `${formatShareInterval(shareInterval(casesWithSkips, finished))} of ${cases} left out a usual step ` +
    `(95 % interval), most often ${top!.activity}: ${countOf(top!.cases, "case")}.${time}`;
}
