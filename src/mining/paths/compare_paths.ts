/** Which share of cases takes path A, which path B, and what each costs in time. */
import { formatShareInterval } from "../../base/estimates_in_words.ts";
import { countOf, formatCount, formatDuration, formatShare } from "../../base/format.ts";
import { inWords } from "../../base/inspect.ts";
import { formatP } from "../../base/p_value.ts";
import { type Estimate, shareInterval } from "../../base/statistics/proportions.ts";
import { compareRanks, medianDifference } from "../../base/statistics/ranks.ts";
import { summarise } from "../../base/statistics/summary.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { type CompiledPattern, compilePattern, type PathSpan } from "../../log/events/pattern/compile_pattern.ts";
import type { PathPattern } from "../../log/events/pattern/pattern_steps.ts";
import type { MatchOptions } from "../../log/filter/options.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { FINISHED, RUNNING } from "../outcomes/case_states.ts";
import { statesOf, type StatesOption } from "../outcomes/states_option.ts";
import { caseDurations } from "../performance/throughput.ts";
import { AROUND_COLUMNS, aroundPath, type AroundRow } from "./around_path.ts";

export interface ComparePathsOptions extends Pick<MatchOptions, "missing"> {
  /** A pattern, see `filterPath`. */
  readonly a: PathPattern;
  readonly b: PathPattern;
  /** Which cases are finished, running and stuck. @default what `caseStates` finds */
  readonly states?: StatesOption;
}

export interface PathFigures {
  /** The pattern as it was understood. */
  readonly pattern: string;
  readonly cases: number;
  /** Of all cases, 0 to 1, with Wilson's 95 % interval. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Of the cases that take it. */
  readonly finished: number;
  readonly running: number;
  readonly stuck: number;
  /** Throughput time of its finished cases; NaN where there is none. */
  readonly medianSeconds: number;
  readonly p90Seconds: number;
  /** From the first event of the path to its last, in all its cases. */
  readonly pathMedianSeconds: number;
}

export interface PathComparison {
  readonly sentence: string;
  readonly cases: number;
  readonly a: PathFigures;
  readonly b: PathFigures;
  readonly both: number;
  readonly neither: number;
  /** Of the cases that take just one of the two, the share that takes A. */
  readonly aOfEither: Estimate;
  /** How much longer finished cases that take A alone take in the median than those of B alone, in seconds. */
  readonly medianDifferenceSeconds: Estimate;
  /** That both take equally long, by the rank test of Mann and Whitney; NaN where one has no finished case. */
  readonly p: number;
  /** What happens directly before and after each. */
  readonly around: TypedTable<AroundRow>;
}

/**
 * Compares two paths: the share of cases that take each, with intervals, what they cost in time, and what happens around.
 *
 * A case may take both. Times are compared between finished cases that take one of them alone: a running case is never
 * counted as fast. Where a case takes a path several times, the one that is complete first counts.
 *
 * Cost: linear in the events.
 *
 * @throws InputError if a pattern cannot be understood, or names an activity that the log has not.
 * @example
 * ```ts
 * import { comparePaths, readLog } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * const [first, second] = log.activities as [string, string];
 * const { a, b, sentence } = comparePaths(log, { a: [first], b: [second, "…", "$"] });
 * ```
 */
export function comparePaths(log: EventLog, options: ComparePathsOptions): PathComparison {
  requireEventLog(log);
  const a = compilePattern(log, options.a, options), b = compilePattern(log, options.b, options);
  const states = statesOf(log, options.states);
  const seconds = log.source.untimed ? undefined : caseDurations(log);
  const inA = taken(log, a), inB = taken(log, b);
  let both = 0, neither = 0, onlyA = 0, onlyB = 0;
  const timesA: number[] = [], timesB: number[] = [];
  for (let c = 0; c < log.cases; c++) {
    const isA = inA.takes[c] === 1, isB = inB.takes[c] === 1;
    if (isA && isB) both++;
    else if (!isA && !isB) neither++;
    else {
      if (isA) onlyA++;
      else onlyB++;
      if (seconds && states?.[c] === FINISHED) (isA ? timesA : timesB).push(seconds[c]!);
    }
  }
  const result = {
    cases: log.cases,
    a: figuresOf(log, inA, states, seconds),
    b: figuresOf(log, inB, states, seconds),
    both,
    neither,
    aOfEither: shareInterval(onlyA, onlyA + onlyB),
    medianDifferenceSeconds: medianDifference(timesA, timesB),
    p: compareRanks(timesA, timesB).p,
    around: tableOfRows([...aroundPath(log, "a", inA.spans), ...aroundPath(log, "b", inB.spans)], AROUND_COLUMNS),
  };
  const sentence = sentenceOf(result, { a: timesA.length, b: timesB.length }, states === undefined);
  return inWords({ ...result, sentence, toString: () => sentence });
}

interface Taken {
  readonly pattern: string;
  readonly takes: Uint8Array;
  /** Of each case; undefined where it does not take the path, or the pattern is that it lacks one. */
  readonly spans: (PathSpan | undefined)[];
}

function taken(log: EventLog, pattern: CompiledPattern): Taken {
  const takes = new Uint8Array(log.cases);
  const spans = new Array<PathSpan | undefined>(log.cases);
  for (let c = 0; c < log.cases; c++) {
    const span = pattern.isPath ? spans[c] = pattern.spanOf(c) : undefined;
    takes[c] = span || (!pattern.isPath && pattern.matches(c)) ? 1 : 0;
  }
  return { pattern: pattern.words, takes, spans };
}

function figuresOf(
  log: EventLog,
  { pattern, takes, spans }: Taken,
  states: Uint8Array | undefined,
  seconds: Float64Array | undefined,
): PathFigures {
  let cases = 0;
  const counts = [0, 0, 0];
  const finished: number[] = [], spent: number[] = [];
  for (let c = 0; c < log.cases; c++) {
    if (!takes[c]) continue;
    cases++;
    if (states) counts[states[c]!]!++;
    if (states?.[c] === FINISHED && seconds) finished.push(seconds[c]!);
    const span = spans[c];
    if (span && seconds) spent.push(Math.max(0, log.time[span.last]! - log.time[span.first]!) / 1000);
  }
  const { value: share, low, high } = shareInterval(cases, log.cases);
  const summary = summarise(finished);
  return {
    ...{ pattern, cases, share, low, high },
    finished: counts[FINISHED]!,
    running: counts[RUNNING]!,
    stuck: counts[2]!,
    medianSeconds: summary.median,
    p90Seconds: summary.p90,
    pathMedianSeconds: summarise(spent).median,
  };
}

/** Fewer finished cases say nothing about how long a path takes. */
const FEW = 10;

function sentenceOf(
  found: Omit<PathComparison, "sentence">,
  timed: { readonly a: number; readonly b: number },
  untimed: boolean,
): string {
  const { cases, a, b, both, neither } = found;
  if (cases === 0) return "The log has no cases, so none takes either path.";
  const estimate = ({ share, low, high }: PathFigures) => formatShareInterval({ value: share, low, high });
  const shares =
    `${estimate(a)} of ${countOf(cases, "case")} ${cases === 1 ? "takes" : "take"} path A (${a.pattern}) ` +
    `and ${estimate(b)} path B (${b.pattern}), with 95 % intervals; ${formatShare(both / cases)} take both and ` +
    `${formatShare(neither / cases)} neither.`;
  if (untimed) return `${shares} The log has no times, so what they cost is unknown.`;
  return `${shares} ${timeSentence(found, timed)}`;
}

function timeSentence(
  { medianDifferenceSeconds: difference, p, a, b }: Omit<PathComparison, "sentence">,
  timed: { readonly a: number; readonly b: number },
): string {
  const open = a.running + b.running > 0 ? " Running cases are not counted in times." : "";
  if (timed.a < FEW || timed.b < FEW) {
    return `Too few finished cases take just one of the two to compare how long they take (A alone ` +
      `${formatCount(timed.a)}, B alone ${formatCount(timed.b)}; ${FEW} of each are needed).${open}`;
  }
  const basis = `${formatCount(timed.a)} and ${countOf(timed.b, "finished case")}`;
  if (!(p < 0.05)) {
    return `How long cases of A alone and of B alone take differs no more than by chance (${
      formatP(p)
    }; ${basis}).${open}`;
  }
  const { value, low, high } = difference;
  const longer = value >= 0;
  const [least, most] = longer ? [low, high] : [-high, -low];
  return `Cases of A alone take ${formatDuration(Math.abs(value))} ${longer ? "longer" : "less"} in the median than ` +
    `those of B alone (${formatDuration(least)} to ${formatDuration(most)}, 95 % interval; ${formatP(p)}; ${basis}). ` +
    `This goes along with the path; other things may differ, too.${open}`;
}
