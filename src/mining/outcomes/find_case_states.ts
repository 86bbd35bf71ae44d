/**
 * Which cases are finished, which still run, and which are stuck.
 *
 * For each activity the times until the next event of the case are put on a Kaplan-Meier curve, with cases that show no
 * further event watched until the log ends. The share that stays for good says whether the activity ends cases; how long
 * those that go on take says which silence is no longer usual.
 */
import { OptionError } from "../../base/errors.ts";
import { countOf, formatCount } from "../../base/format.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import { openShareAt } from "../../base/statistics/survival.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { eventSpan } from "../../log/events/event_span.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";

export interface CaseStateOptions {
  /** Activities after which a case is finished; without them they are found. */
  ends?: readonly string[];
  /**
   * A case is stuck once it has been silent for longer than all but this share of those that went on from the same
   * activity. @default 0.01
   */
  unusual?: number;
  /** Until when the log tells, as a date or milliseconds; without it the time of its last event. */
  until?: Date | number;
}

/**
 * - `finished`: the last event is of an activity that ends cases.
 * - `stuck`: it is not, and the silence since then is beyond the usual.
 * - `running`: it is not, and something may still come.
 */
export type CaseState = "finished" | "running" | "stuck";

/** What happens after an activity. */
export interface EndRow {
  readonly activity: string;
  readonly events: number;
  /** Cases whose last event it is. */
  readonly lastOf: number;
  /** The share of its events after which nothing comes, for those watched long enough; 0 to 1. */
  readonly endsShare: number;
  readonly ends: boolean;
  /** The silence after which a case is stuck here, in seconds; NaN for activities that end cases. */
  readonly usualSeconds: number;
}

export interface CaseStates {
  /** Aligned with `caseIds` of the log: 0 finished, 1 running, 2 stuck; `CASE_STATES` names them. */
  readonly state: Uint8Array;
  /** Seconds from the last event of each case to the end of the log. */
  readonly silentSeconds: Float64Array;
  /** Each activity of the log that occurs in it, most often last of a case first. */
  readonly activities: readonly EndRow[];
  /** Until when the log tells, in milliseconds UTC. */
  readonly until: number;
  readonly finished: number;
  readonly running: number;
  readonly stuck: number;
  /** What counts as finished and as stuck, in words. */
  readonly criterion: string;
}

export const CASE_STATES: readonly CaseState[] = ["finished", "running", "stuck"];
export const FINISHED = 0, RUNNING = 1, STUCK = 2;

/** Where most cases stay for good they end. */
const ENDS = 0.5;
/** The curve is read where this share of those that go on have gone on. */
const NEARLY_ALL = 0.95;
/** With fewer that went on, what is usual is taken from all activities together. */
const LEAST_CONTINUED = 20;
/** A silence is never unusual before this many times the longest one seen, where few have been seen. */
const FEW_FACTOR = 3;

/** `caseStates` without what consoles show of it, so that a page can ask it too. */
export function findCaseStates(
  log: EventLog,
  options: CaseStateOptions = {},
): CaseStates & { toString(): string } {
  requireEventLog(log);
  requireTimes(log, "which cases are finished");
  const unusual = options.unusual ?? 0.01;
  if (!(unusual > 0 && unusual < 1)) {
    throw new OptionError(`unusual: expected a share between 0 and 1, such as 0.01, but found ${unusual}.`);
  }
  const given = options.ends === undefined ? undefined : codesOf(log, options.ends);
  const { offsets, activity, time, activities } = log;
  const [, lastTime] = eventSpan(log);
  const until = options.until === undefined ? lastTime : Math.max(lastTime, Number(options.until));

  const gaps = gapsAfter(log, until);
  const few = gaps.some(({ wentOn }) => wentOn.length < LEAST_CONTINUED);
  const pooled = few ? quantileOfLongest(pooledOf(gaps), unusual) : NaN;
  const rows = gaps.map((gap, a): EndRow => {
    const { wentOn, stayed } = gap;
    const endsShare = shareThatEnds(gap);
    const ends = given ? given.has(a) : endsShare >= ENDS;
    const usual = wentOn.length < LEAST_CONTINUED ? pooled : quantileOfLongest(wentOn, unusual);
    return {
      activity: activities[a]!,
      events: wentOn.length + stayed.length,
      lastOf: stayed.length,
      endsShare,
      ends,
      usualSeconds: ends ? NaN : usual,
    };
  });

  const state = new Uint8Array(log.cases);
  const silentSeconds = new Float64Array(log.cases);
  const counts = [0, 0, 0];
  for (let c = 0; c < log.cases; c++) {
    const last = offsets[c + 1]! - 1;
    const row = rows[activity[last]!]!;
    silentSeconds[c] = (until - time[last]!) / 1000;
    state[c] = row.ends ? FINISHED : silentSeconds[c]! > row.usualSeconds ? STUCK : RUNNING;
    counts[state[c]!]!++;
  }
  const criterion = criterionOf(rows, given !== undefined, unusual);
  return {
    state,
    silentSeconds,
    activities: rows.filter(({ events }) => events > 0)
      .sort((a, b) => b.lastOf - a.lastOf || (a.activity < b.activity ? -1 : 1)),
    until,
    finished: counts[FINISHED]!,
    running: counts[RUNNING]!,
    stuck: counts[STUCK]!,
    criterion,
    toString: () =>
      `Of ${countOf(log.cases, "case")} ${formatCount(counts[FINISHED]!)} are finished, ${
        formatCount(counts[RUNNING]!)
      } run, ${formatCount(counts[STUCK]!)} are stuck. ${criterion}`,
  };
}

function codesOf(log: EventLog, names: readonly string[]): Set<number> {
  return new Set(names.map((name) => {
    const code = log.activities.indexOf(name);
    if (code >= 0) return code;
    const near = nearestNames(name, log.activities)[0];
    throw new OptionError(
      `ends: expected activities of the log but found ${JSON.stringify(name)}.` +
        (near === undefined ? "" : ` Did you mean ${JSON.stringify(near)}?`),
    );
  }));
}

interface Gaps {
  /** Seconds until the next event of the case, ascending. */
  readonly wentOn: Float64Array;
  /** Seconds until the log ended, where no event of the case came, ascending. */
  readonly stayed: Float64Array;
}

function gapsAfter({ offsets, activity, activities, time, cases }: EventLog, until: number): Gaps[] {
  const went = new Int32Array(activities.length), stayed = new Int32Array(activities.length);
  const isLast = (i: number, c: number) => i + 1 === offsets[c + 1]!;
  const each = (visit: (a: number, i: number, last: boolean) => void) => {
    for (let c = 0; c < cases; c++) {
      for (let i = offsets[c]!; i < offsets[c + 1]!; i++) visit(activity[i]!, i, isLast(i, c));
    }
  };
  each((a, _, last) => last ? stayed[a]!++ : went[a]!++);
  const gaps = activities.map((_, a): Gaps => ({
    wentOn: new Float64Array(went[a]!),
    stayed: new Float64Array(stayed[a]!),
  }));
  each((a, i, last) => {
    if (last) gaps[a]!.stayed[--stayed[a]!] = (until - time[i]!) / 1000;
    else gaps[a]!.wentOn[--went[a]!] = (time[i + 1]! - time[i]!) / 1000;
  });
  for (const gap of gaps) (gap.wentOn.sort(), gap.stayed.sort());
  return gaps;
}

/**
 * The share after which nothing comes: what is still open when nearly all that go on have gone on, less those that will
 * (Maller & Zhou, "Survival Analysis with Long-Term Survivors", 1996, chapter 4: the level of the curve where it is flat).
 * Nearly all and not all, since at its very end a curve rests on one observation.
 */
function shareThatEnds({ wentOn, stayed }: Gaps): number {
  if (wentOn.length + stayed.length === 0) return NaN;
  if (wentOn.length === 0) return 1;
  const rank = Math.ceil(NEARLY_ALL * wentOn.length);
  const open = openShareAt(wentOn, stayed, wentOn[rank - 1]!);
  return Math.min(1, Math.max(0, 1 - (1 - open) * wentOn.length / rank));
}

/** The value that a share of the values exceeds; ascending. Of few values it lies beyond the largest. */
function quantileOfLongest(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return Infinity;
  // With n values the rank (n + 1)(1 − share) leaves that share of further values above it, on average.
  const rank = Math.ceil((sorted.length + 1) * (1 - share));
  return rank <= sorted.length ? sorted[rank - 1]! : sorted.at(-1)! * FEW_FACTOR;
}

function pooledOf(gaps: readonly Gaps[]): Float64Array {
  const all = new Float64Array(gaps.reduce((sum, { wentOn }) => sum + wentOn.length, 0));
  let at = 0;
  for (const { wentOn } of gaps) (all.set(wentOn, at), at += wentOn.length);
  return all.sort();
}

function criterionOf(rows: readonly EndRow[], given: boolean, unusual: number): string {
  const ends = rows.filter((row) => row.ends && row.lastOf > 0).sort((a, b) => b.lastOf - a.lastOf);
  const names = ends.slice(0, 4).map(({ activity }) => activity).join(", ") +
    (ends.length > 4 ? ` and ${ends.length - 4} more` : "");
  const finished = ends.length === 0
    ? "No activity ends cases"
    : given
    ? `Finished: the last event is ${names} (given)`
    : `Finished: the last event is ${names}, after which most cases show nothing more`;
  const percent = Number((unusual * 100).toPrecision(3));
  return `${finished}. Stuck: any other last event, and silence for longer than all but ${percent} % of the cases ` +
    `that went on from there.`;
}
