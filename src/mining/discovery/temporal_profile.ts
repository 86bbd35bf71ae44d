/**
 * Discovery of temporal profiles.
 *
 * Stertz, Mangler, Rinderle-Ma, "Temporal conformance checking at runtime based on time-infused process models", 2020
 * (arXiv:2008.07262). Means and deviations are merged as in Chan, Golub, LeVeque, "Updating formulae and a pairwise
 * algorithm for computing sample variances", 1979.
 */
import { InputError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { type TemporalPair, TemporalProfile } from "../../models/temporal_profile.ts";
import { emptyLogWords } from "../declarative_options.ts";
import { beginTimes, eachCase } from "../event_spans.ts";
import { requireEventLog, requireTimes } from "../../log/require_log.ts";

/**
 * Discovers mean and standard deviation of the time between any two activities of which one follows the other.
 *
 * Every pair of events of a case counts, not only neighbours and not only the first of each activity. The time runs
 * from the end of one (its time) to the beginning of the other (its start where known, else its time); a pair counts
 * if the other begins no earlier. Events at one moment follow each other in the log's order.
 *
 * Cost: for each event one step for each activity of its case, however long the case is.
 *
 * @throws InputError if the log has no case, or more than 2,000 activities.
 * @example
 * ```ts
 * import { discoverTemporalProfile, readLog } from "tracebook";
 * const profile = discoverTemporalProfile(await readLog("data/order-to-cash.csv"));
 * profile.pairs.filter(({ sdSeconds, meanSeconds }) => sdSeconds > 3 * meanSeconds);
 * ```
 */
export function discoverTemporalProfile(log: EventLog): TemporalProfile {
  requireEventLog(log);
  requireTimes(log, "a temporal profile");
  if (log.cases === 0) throw new InputError(emptyLogWords(log));
  const { activities, activity, time } = log;
  const n = activities.length;
  if (n > 2_000) {
    throw new InputError(
      `Expected at most 2000 activities for times between any two but found ${n}.\n` +
        `Keep those that matter first, with filterActivities, and merge rare variants of a name.`,
    );
  }
  const begin = beginTimes(log);
  const pairs = new Moments(n * n), seen = new Moments(n);
  eachCase(log, begin, (_, { begun, ended }, length) => {
    const here: number[] = [];
    const zero = time[ended[0]!]!;
    let done = 0;
    for (let k = 0; k < length; k++) {
      const event = begun[k]!, began = begin[event]!;
      // Never the event itself or one after it: those end later, or at this moment but stand behind it.
      while (done < length && ended[done] !== event && time[ended[done]!]! <= began) {
        const before = ended[done++]!, a = activity[before]!;
        if (seen.count[a] === 0) here.push(a);
        seen.add(a, 1, time[before]! - zero, 0);
      }
      const to = activity[event]!;
      for (const a of here) {
        pairs.add(a * n + to, seen.count[a]!, began - zero - seen.mean[a]!, seen.squares[a]!);
      }
    }
    for (const a of here) seen.clear(a);
  });
  return new TemporalProfile(profilePairs(activities, pairs));
}

/** Count, mean and sum of squared deviations of many samples, in milliseconds. */
class Moments {
  readonly count: Float64Array;
  readonly mean: Float64Array;
  readonly squares: Float64Array;

  constructor(size: number) {
    this.count = new Float64Array(size);
    this.mean = new Float64Array(size);
    this.squares = new Float64Array(size);
  }

  /** Merges another sample, of this count, mean and sum of squared deviations. */
  add(at: number, count: number, mean: number, squares: number): void {
    const had = this.count[at]!, all = had + count;
    const apart = mean - this.mean[at]!;
    this.count[at] = all;
    this.mean[at]! += apart * count / all;
    this.squares[at]! += squares + apart * apart * had * count / all;
  }

  clear(at: number): void {
    this.count[at] = this.mean[at] = this.squares[at] = 0;
  }
}

function profilePairs(activities: readonly string[], { count, mean, squares }: Moments): TemporalPair[] {
  const found: TemporalPair[] = [];
  activities.forEach((from, a) =>
    activities.forEach((to, b) => {
      const at = a * activities.length + b;
      if (count[at] === 0) return;
      const sdSeconds = count[at]! > 1 ? Math.sqrt(squares[at]! / (count[at]! - 1)) / 1000 : 0;
      found.push({ from, to, count: count[at]!, meanSeconds: mean[at]! / 1000, sdSeconds });
    })
  );
  return found;
}
