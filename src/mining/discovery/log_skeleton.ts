/**
 * Discovery of log skeletons.
 *
 * Verbeek & de Carvalho, "Log skeletons: a classification approach to process discovery", 2018 (arXiv:1806.08247).
 */
import { InputError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { type ActivityPair, LogSkeleton } from "../../models/log_skeleton.ts";
import type { TraceCounts } from "../../models/trace_variants.ts";
import { casesOf, occurringActivities, shareOf } from "../declarative_options.ts";

export interface LogSkeletonOptions {
  /** Share of the cases or events that may contradict a relation, 0 to, not including, 1. @default 0 */
  readonly noise?: number;
  /**
   * `paper`: as published. `pm4py`: as PM4Py 2.7 counts, for comparing with it: equivalence asks only the cases that
   * have the first activity, and always-after and always-before compare cases with events, so that they hold for no
   * activity that repeats within a case.
   * @default "paper"
   */
  readonly definitions?: "paper" | "pm4py";
}

/**
 * Discovers which relations hold between any two activities a and b, and how often each occurs in a case.
 *
 * With noise, at most that share contradicts: of the cases with a or b (equivalence), of the events of a (always
 * after, always before, directly follows), of the cases with the rarer of both (never together). The frequencies kept
 * are the most common ones (ties: the smaller) that cover the other cases.
 *
 * Cost: one pass over the variants, for each of their events one step for each activity of the trace; then the number
 * of pairs of activities.
 *
 * @throws InputError if the log has no case, more than 2,000 activities, or `noise` is no such share.
 * @example
 * ```ts
 * import { discoverLogSkeleton, readLog } from "tracebook";
 * discoverLogSkeleton(await readLog("data/order-to-cash.csv")).neverTogether;
 * ```
 */
export function discoverLogSkeleton(log: EventLog | TraceCounts, options: LogSkeletonOptions = {}): LogSkeleton {
  const noise = shareOf("noise", options.noise ?? 0);
  if (noise === 1) throw new InputError("Expected noise below 1 but found 1, with which everything would hold.");
  const { definitions = "paper" } = options;
  if (definitions !== "paper" && definitions !== "pm4py") {
    throw new InputError(`Expected definitions to be "paper" or "pm4py" but found "${definitions}".`);
  }
  const traces = casesOf(log);
  const chosen = occurringActivities(traces);
  if (chosen.length > 2_000) {
    throw new InputError(
      `Expected at most 2000 activities for relations between any two but found ${chosen.length}.\n` +
        `Keep those that matter first, with filterActivities.`,
    );
  }
  const counts = countRelations(traces, chosen);
  const names = chosen.map((a) => traces.activities[a]!);
  const holds = definitions === "paper" ? published(counts, noise) : likePm4py(counts, noise);
  const pairs = (relation: Relation): ActivityPair[] =>
    names.flatMap((first, a) => names.flatMap((second, b): ActivityPair[] => relation(a, b) ? [[first, second]] : []));
  return new LogSkeleton({
    equivalence: pairs(holds.equivalence),
    alwaysAfter: pairs(holds.alwaysAfter),
    alwaysBefore: pairs(holds.alwaysBefore),
    neverTogether: pairs(holds.neverTogether),
    directlyFollows: pairs(holds.directlyFollows),
    frequencies: Object.fromEntries(
      names.map((name, a) => [name, commonTimes(counts.times[a]!, (1 - noise) * holds.frequencyBase)]),
    ),
  });
}

type Relation = (a: number, b: number) => boolean;

interface Relations {
  readonly equivalence: Relation;
  readonly alwaysAfter: Relation;
  readonly alwaysBefore: Relation;
  readonly neverTogether: Relation;
  readonly directlyFollows: Relation;
  /** What the frequencies must cover where there is no noise. */
  readonly frequencyBase: number;
}

function published(counts: RelationCounts, noise: number): Relations {
  const { n, events, present, together, equal, after, before, next } = counts;
  const mostly = (kept: number, all: number) => kept >= all * (1 - noise);
  return {
    equivalence: (a, b) => {
      const both = together[a * n + b]!;
      return a !== b && mostly(equal[a * n + b]!, present[a]! + present[b]! - both);
    },
    alwaysAfter: (a, b) => a !== b && mostly(after[a * n + b]!, events[a]!),
    alwaysBefore: (a, b) => a !== b && mostly(before[a * n + b]!, events[a]!),
    neverTogether: (a, b) => {
      const rarer = Math.min(present[a]!, present[b]!);
      return a !== b && mostly(rarer - together[a * n + b]!, rarer);
    },
    directlyFollows: (a, b) => a !== b && mostly(next[a * n + b]!, events[a]!),
    frequencyBase: counts.cases,
  };
}

function likePm4py(counts: RelationCounts, noise: number): Relations {
  const { n, events, together, equalEvents, afterCases, beforeCases, next } = counts;
  const mostly = (kept: number, a: number) => kept > 0 && kept >= events[a]! * (1 - noise);
  return {
    equivalence: (a, b) => a !== b && mostly(equalEvents[a * n + b]!, a),
    alwaysAfter: (a, b) => mostly(afterCases[a * n + b]!, a),
    alwaysBefore: (a, b) => mostly(beforeCases[a * n + b]!, a),
    neverTogether: (a, b) => a !== b && mostly(events[a]! - together[a * n + b]!, a),
    directlyFollows: (a, b) => mostly(next[a * n + b]!, a),
    frequencyBase: events.reduce((sum, count) => sum + count, 0),
  };
}

/** Of pairs at `a * n + b`. */
interface RelationCounts {
  readonly n: number;
  readonly cases: number;
  /** Events of each activity, and cases that have it. */
  readonly events: Float64Array;
  readonly present: Float64Array;
  /** Cases with both; those in which they occur equally often; events of a in these. */
  readonly together: Float64Array;
  readonly equal: Float64Array;
  readonly equalEvents: Float64Array;
  /** Events of a with a b some time after, some time before, right after. */
  readonly after: Float64Array;
  readonly before: Float64Array;
  readonly next: Float64Array;
  /** Cases in which some a has a b after it, and before it. */
  readonly afterCases: Float64Array;
  readonly beforeCases: Float64Array;
  /** For each activity, how many cases have it once, twice, and so on. */
  readonly times: readonly Map<number, number>[];
}

function countRelations({ activities, sequences, counts }: TraceCounts, chosen: readonly number[]): RelationCounts {
  const n = chosen.length;
  const index = new Int32Array(activities.length).fill(-1);
  chosen.forEach((code, a) => index[code] = a);
  const perPair = () => new Float64Array(n * n);
  const events = new Float64Array(n), present = new Float64Array(n);
  const together = perPair(), equal = perPair(), equalEvents = perPair();
  const after = perPair(), before = perPair(), next = perPair(), afterCases = perPair(), beforeCases = perPair();
  const times: Map<number, number>[] = chosen.map(() => new Map());
  const occurs = new Int32Array(n), firstAt = new Int32Array(n), lastAt = new Int32Array(n);
  let cases = 0;
  sequences.forEach((sequence, v) => {
    const count = counts[v]!;
    cases += count;
    const here: number[] = [];
    for (let i = 0; i < sequence.length; i++) {
      const a = index[sequence[i]!]!;
      if (occurs[a]!++ === 0) {
        here.push(a);
        firstAt[a] = i;
      }
      lastAt[a] = i;
      if (i > 0) next[index[sequence[i - 1]!]! * n + a]! += count;
    }
    for (let i = 0; i < sequence.length; i++) {
      const row = index[sequence[i]!]! * n;
      for (const b of here) {
        if (lastAt[b]! > i) after[row + b]! += count;
        if (firstAt[b]! < i) before[row + b]! += count;
      }
    }
    for (const a of here) {
      events[a]! += occurs[a]! * count;
      present[a]! += count;
      times[a]!.set(occurs[a]!, (times[a]!.get(occurs[a]!) ?? 0) + count);
      for (const b of here) {
        const at = a * n + b;
        together[at]! += count;
        if (occurs[a] === occurs[b]) {
          equal[at]! += count;
          equalEvents[at]! += occurs[a]! * count;
        }
        if (firstAt[a]! < lastAt[b]!) {
          afterCases[at]! += count;
          beforeCases[b * n + a]! += count;
        }
      }
    }
    for (const a of here) occurs[a] = 0;
  });
  times.forEach((found, a) => present[a]! < cases && found.set(0, cases - present[a]!));
  return {
    n,
    cases,
    events,
    present,
    together,
    equal,
    equalEvents,
    after,
    before,
    next,
    afterCases,
    beforeCases,
    times,
  };
}

/** The most common numbers of occurrences that cover at least so many cases. */
function commonTimes(times: ReadonlyMap<number, number>, cover: number): number[] {
  const ranked = [...times].sort(([a, n], [b, m]) => m - n || a - b);
  let covered = 0;
  const kept = ranked.findIndex(([, cases]) => (covered += cases) >= cover);
  return ranked.slice(0, kept < 0 ? undefined : kept + 1).map(([occurrences]) => occurrences);
}
