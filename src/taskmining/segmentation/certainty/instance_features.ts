/** What tells whether an instance is right: features of each, all of them free of the length of the log. */
import type { Learnt } from "../model/learn.ts";
import type { Parse } from "../model/parse.ts";
import type { Streams } from "../model/streams.ts";
import { agreement, type Instances } from "./agreement.ts";
import { mean } from "../../../base/statistics/summary.ts";
import { smoothedLogit } from "./logistic.ts";

/** Names of the features, in their order. */
export const INSTANCE_FEATURES = [
  // Logits of the shares of samples, and of other ends of the search, that have exactly this instance, or its beginning.
  "sameInSamples",
  "beginsInSamples",
  "sameInRivals",
  "beginsInRivals",
  "overlapInRivals",
  // Logarithm of the share of its kind that has its rarest action; share of steps that fewer than a fifth of them have.
  "rarest",
  "oddSteps",
  // Share of its steps that a value ties to the one before.
  "tied",
  // Logarithm of how much longer or shorter it is than the median of its kind; nats per step below the median.
  "lengthOff",
  "natsBelowUsual",
  // Whether it begins or ends with what is no step of it.
  "strayEdge",
  // Means over the log: a model that does not fit it is wrong in many places.
  "logBeginsInSamples",
  "logStrayEdge",
  "logLengthOff",
] as const;

export interface Found extends Instances {
  readonly task: Int32Array;
  readonly stray: Uint8Array;
}

/**
 * Rows of `INSTANCE_FEATURES`, one for each instance.
 *
 * @param rivals where else the search came to rest, and by how much they are worse.
 */
export function instanceFeatures(
  streams: Streams,
  found: Found,
  { chains }: Pick<Learnt, "chains">,
  samples: readonly Parse[],
  rivals: readonly Parse[],
): Float64Array[] {
  const { offsets, events, task, stray } = found, { action } = streams, count = offsets.length - 1;
  const inSamples = agreement(found, samples), inRivals = agreement(found, rivals);
  const steps = Array.from({ length: count }, (_, k) => events.subarray(offsets[k]!, offsets[k + 1]!));
  const nats = natsPerStep(streams, found, chains), usual = medianByKind(nats, task);
  const lengths = Float64Array.from(steps, ({ length }) => length), usualLength = medianByKind(lengths, task);
  const { rarest, odd } = raritiesInKind(steps, action, task);
  const begins = Float64Array.from(inSamples.begins, (times) => smoothedLogit(times, samples.length));
  const lengthOff = lengths.map((length, k) => Math.min(MOST_OFF, Math.abs(Math.log(length / usualLength[task[k]!]!))));
  const strayEdge = Float64Array.from(steps, (own) => stray[own[0]!]! || stray[own.at(-1)!]! ? 1 : 0);
  const logBegins = mean(begins), logStrayEdge = mean(strayEdge), logLengthOff = mean(lengthOff);
  return steps.map((own, k) =>
    Float64Array.of(
      smoothedLogit(inSamples.same[k]!, samples.length),
      begins[k]!,
      smoothedLogit(inRivals.same[k]!, rivals.length),
      smoothedLogit(inRivals.begins[k]!, rivals.length),
      inRivals.overlap[k]!,
      rarest[k]!,
      odd[k]!,
      own.reduce((sum, i, e) => sum + (e > 0 ? streams.link[i]! : 0), 0) / own.length,
      lengthOff[k]!,
      Math.min(MOST_BELOW, Math.max(0, usual[task[k]!]! - nats[k]!)),
      strayEdge[k]!,
      logBegins,
      logStrayEdge,
      logLengthOff,
    )
  );
}

/** Beyond these, odd is odd: a length e² times the usual one; nats per step; a logarithm of a share. */
const MOST_OFF = 2, MOST_BELOW = 3, LEAST_SHARE = -5;

/** Logarithm of the probability of an instance's steps under the chains, for each step. */
function natsPerStep({ action }: Streams, { offsets, events, stray }: Found, chains: Learnt["chains"]): Float64Array {
  const width = chains.actions + 1, nats = new Float64Array(offsets.length - 1);
  for (let k = 0; k < nats.length; k++) {
    let state = -1, sum = 0, steps = 1;
    for (let e = offsets[k]!; e < offsets[k + 1]!; e++) {
      const i = events[e]!, t = action[i]!;
      if (stray[i]) continue;
      sum += state < 0 ? chains.start[t]! : chains.step[state * width + t]!;
      state = state < 0 ? chains.first[t]! : chains.next[state * chains.actions + t]!;
      steps++;
    }
    if (state >= 0) sum += chains.step[state * width + chains.actions]!;
    nats[k] = sum / steps;
  }
  return nats;
}

function medianByKind(values: Float64Array, task: Int32Array): Float64Array {
  const medians: number[] = [];
  Map.groupBy(values.keys(), (k) => task[k]!).forEach((own, t) => {
    medians[t] = own.map((k) => values[k]!).sort((a, b) => a - b)[own.length >> 1]!;
  });
  return Float64Array.from(medians);
}

/** Of each instance: logarithm of the share of its kind that has its rarest action, and share of its rare steps. */
function raritiesInKind(steps: readonly Int32Array[], action: Int32Array, task: Int32Array) {
  const counts = new Map<number, number>(), sizes = new Map<number, number>();
  const key = (k: number, t: number) => task[k]! * 65536 + t;
  steps.forEach((own, k) => {
    for (const t of new Set(own.map((i) => action[i]!))) counts.set(key(k, t), (counts.get(key(k, t)) ?? 0) + 1);
    sizes.set(task[k]!, (sizes.get(task[k]!) ?? 0) + 1);
  });
  const rarest = new Float64Array(steps.length), odd = new Float64Array(steps.length);
  steps.forEach((own, k) => {
    let least = 1, rare = 0;
    for (const i of own) {
      const share = counts.get(key(k, action[i]!))! / sizes.get(task[k]!)!;
      least = Math.min(least, share);
      if (share < RARE) rare++;
    }
    rarest[k] = Math.max(LEAST_SHARE, Math.log(least));
    odd[k] = rare / own.length;
  });
  return { rarest, odd };
}

/** Share of a kind's instances below which one of its actions is rare. */
const RARE = 0.2;
