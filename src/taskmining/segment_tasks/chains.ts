/**
 * The model of a task: a Markov chain with a beginning and an end whose states are the last action, split by what came
 * before wherever that tells more of what follows (as in variable-length Markov chains: Rissanen, IEEE Trans. Inf.
 * Theory 1983; Bühlmann & Wyner, Annals of Statistics 1999). A blank button thus becomes as many states as it has
 * roles. Stray interactions leave the state as it is.
 */
import { ALPHA, choiceEvidence, logGamma, outcomeEvidence, totalEvidence } from "./evidence.ts";
import { type Parse, stepsOf } from "./parse.ts";
import type { Streams } from "./streams.ts";

export interface Chains {
  /** Number of chains. */
  readonly kinds: number;
  readonly actions: number;
  /** Number of states of all chains. The first `kinds * actions` are kind × action; split ones follow. */
  readonly states: number;
  /** Of each state. */
  readonly kindOf: Int32Array;
  readonly actionOf: Int32Array;
  /** State after action t in state s: `next[s * actions + t]`. */
  readonly next: Int32Array;
  /** Logarithm of the probability of action t in state s; the last column is the end. */
  readonly step: Float64Array;
  /** Logarithm of the probability that an instance is of chain k and begins with t: `start[k * actions + t]`. */
  readonly start: Float64Array;
  /** State after that beginning. */
  readonly first: Int32Array;
  /** Logarithm of the probability that an interaction is stray, for each action. */
  readonly stray: Float64Array;
  /** Logarithm of the probability that it is not. */
  readonly proper: number;
  /** Logarithms of the probabilities that an instance is put aside at a step, and that it is not. */
  readonly aside: number;
  readonly stay: number;
}

export interface Fit {
  readonly chains: Chains;
  /** Logarithm of the evidence of the parse, in nats: the larger, the better. */
  readonly evidence: number;
}

export interface FitOptions {
  readonly kinds: number;
  /** Whether states are split by what came before. */
  readonly split: boolean;
}

/** Nats that an action costs that was already done in the same instance: decides between one instance and many. */
const REPEAT = 0.05;
const SKIP = 0.05;

export function fitChains(streams: Streams, parse: Parse, { kinds, split }: FitOptions): Fit {
  const { action, actions: S } = streams, width = S + 1;
  const { offsets, steps } = stepsOf(parse);
  const instances = parse.kind.length;
  const base = kinds * S;
  const splits = new Map<number, number>();
  const kindOf: number[] = [], actionOf: number[] = [];
  for (let k = 0; k < kinds; k++) {
    for (let t = 0; t < S; t++) {
      kindOf.push(k);
      actionOf.push(t);
    }
  }
  let evidence = 0;
  if (split) evidence += splitStates(streams, parse.kind, offsets, steps, splits, kindOf, actionOf);
  const states = kindOf.length;

  const counts = new Float64Array(states * width), skipped = new Float64Array(base * width);
  const start = new Float64Array(base);
  const seen = new Int32Array(states).fill(-1);
  let repeats = 0;
  for (let c = 0; c < instances; c++) {
    const k = parse.kind[c]!, from = offsets[c]!, to = offsets[c + 1]!;
    let s = -1, before = -1;
    for (let e = from; e < to; e++) {
      const t = action[steps[e]!]!, key = s < 0 ? -(k * S + t) - 1 : s * S + t;
      const arrived = splits.get(key) ?? k * S + t;
      if (s < 0) start[k * S + t]!++;
      else {
        counts[s * width + t]!++;
        if (before >= 0) skipped[before * width + t]!++;
      }
      if (seen[arrived] === c) repeats++;
      seen[arrived] = c;
      before = s < 0 ? -1 : k * S + actionOf[s]!;
      s = arrived;
    }
    if (s >= 0) counts[s * width + S]!++;
    if (before >= 0) skipped[before * width + S]!++;
  }

  for (let s = 0; s < states; s++) evidence += choiceEvidence(counts.subarray(s * width, (s + 1) * width), width);
  evidence += choiceEvidence(start, base) - REPEAT * repeats;
  const noise = strayCounts(streams, parse);
  evidence += noise.evidence;
  const turns = steps.length - instances;
  const p = parse.interruptions;
  evidence += logGamma(p + 1) + logGamma(turns - p + 60) - logGamma(turns + 61) + Math.log(60);

  // Probabilities. A split state is smoothed towards its action, and an action towards what follows one step later:
  // a step may have been left out.
  const step = new Float64Array(states * width), next = new Int32Array(states * S), first = new Int32Array(base);
  const pooled = new Float64Array(base * width);
  for (let s = 0; s < states; s++) {
    const b = kindOf[s]! * S + actionOf[s]!;
    for (let t = 0; t < width; t++) pooled[b * width + t]! += counts[s * width + t]!;
  }
  const mean = new Float64Array(width);
  for (let b = 0; b < base; b++) {
    const row = b * width;
    let total = 0;
    for (let t = 0; t < width; t++) {
      mean[t] = pooled[row + t]! + SKIP * skipped[row + t]! + ALPHA;
      total += mean[t]!;
    }
    for (let t = 0; t < width; t++) pooled[row + t] = mean[t]! / total;
  }
  for (let s = 0; s < states; s++) {
    const row = s * width, b = (kindOf[s]! * S + actionOf[s]!) * width;
    let total = 0;
    for (let t = 0; t < width; t++) total += counts[row + t]!;
    for (let t = 0; t < width; t++) {
      step[row + t] = Math.log(
        s < base && total === 0 ? pooled[b + t]! : (counts[row + t]! + pooled[b + t]!) / (total + 1),
      );
    }
    for (let t = 0; t < S; t++) next[s * S + t] = splits.get(s * S + t) ?? kindOf[s]! * S + t;
  }
  for (let q = 0; q < base; q++) first[q] = splits.get(-q - 1) ?? q;
  const begun = instances + ALPHA * base;
  return {
    evidence,
    chains: {
      kinds,
      actions: S,
      states,
      kindOf: Int32Array.from(kindOf),
      actionOf: Int32Array.from(actionOf),
      next,
      step,
      start: start.map((count) => Math.log((count + ALPHA) / begun)),
      first,
      stray: noise.log,
      proper: noise.proper,
      aside: Math.log((p + 1) / (turns + 61)),
      stay: Math.log((turns - p + 60) / (turns + 61)),
    },
  };
}

/**
 * Splits states until no split raises the evidence; `splits` maps an arrival (state × action; for the first action of
 * an instance minus its kind × action, minus 1) to its own state. Returns what the splits cost.
 */
function splitStates(
  { action, actions: S }: Streams,
  kind: Int32Array,
  offsets: Int32Array,
  steps: Int32Array,
  splits: Map<number, number>,
  kindOf: number[],
  actionOf: number[],
): number {
  const width = S + 1;
  let cost = 0;
  for (let round = 0; round < 6; round++) {
    const arrivals = new Map<number, { base: number; out: Map<number, number>; total: number }>();
    for (let c = 0; c < kind.length; c++) {
      const k = kind[c]!;
      let s = -1;
      for (let e = offsets[c]!; e < offsets[c + 1]!; e++) {
        const t = action[steps[e]!]!, key = s < 0 ? -(k * S + t) - 1 : s * S + t;
        const own = splits.get(key);
        if (own === undefined) {
          let arrival = arrivals.get(key);
          if (!arrival) arrivals.set(key, arrival = { base: k * S + t, out: new Map(), total: 0 });
          const u = e + 1 < offsets[c + 1]! ? action[steps[e + 1]!]! : S;
          arrival.out.set(u, (arrival.out.get(u) ?? 0) + 1);
          arrival.total++;
        }
        s = own ?? k * S + t;
      }
    }
    const byBase = new Map<number, number[]>();
    for (const [key, { base }] of arrivals) {
      const list = byBase.get(base);
      if (list) list.push(key);
      else byBase.set(base, [key]);
    }
    let changed = false;
    for (const [base, keys] of byBase) {
      if (keys.length < 2) continue;
      const all = new Map<number, number>();
      let total = 0;
      for (const key of keys) {
        const { out, total: n } = arrivals.get(key)!;
        total += n;
        for (const [u, count] of out) all.set(u, (all.get(u) ?? 0) + count);
      }
      const whole = choiceEvidence(all.values(), width);
      let best = 0, which: number | undefined;
      for (const key of keys) {
        const { out, total: n } = arrivals.get(key)!;
        if (n < 4 || total - n < 1) continue;
        let gain = choiceEvidence(out.values(), width) - whole;
        for (const [u, count] of all) gain += outcomeEvidence(count - (out.get(u) ?? 0));
        gain += totalEvidence(total - n, width) - Math.log(keys.length) - 2;
        if (gain > best + 1e-9 || (gain === best && which !== undefined && key < which)) {
          best = gain;
          which = key;
        }
      }
      if (which === undefined) continue;
      splits.set(which, kindOf.length);
      kindOf.push(Math.floor(base / S));
      actionOf.push(base % S);
      cost -= Math.log(keys.length) + 2;
      changed = true;
    }
    if (!changed) break;
  }
  return cost;
}

/** Strays are any action of the log, those more that were stray before; one in fifty is expected to be. */
function strayCounts({ action, actions: S }: Streams, { stray }: Parse) {
  const n = action.length, prior = new Float64Array(S), count = new Float64Array(S);
  let strays = 0;
  for (let i = 0; i < n; i++) {
    prior[action[i]!]!++;
    if (!stray[i]) continue;
    count[action[i]!]!++;
    strays++;
  }
  const weight = 20;
  let evidence = logGamma(strays + 1) + logGamma(n - strays + 50) - logGamma(n + 51) + Math.log(50);
  evidence += logGamma(weight) - logGamma(strays + weight);
  const log = new Float64Array(S);
  const rate = Math.log((strays + 1) / (n + 51));
  for (let t = 0; t < S; t++) {
    const p = weight * (prior[t]! + 0.5) / (n + 0.5 * S);
    if (count[t]! > 0) evidence += logGamma(count[t]! + p) - logGamma(p);
    log[t] = rate + Math.log((count[t]! + p) / (strays + weight));
  }
  return { evidence, log, proper: Math.log((n - strays + 50) / (n + 51)) };
}
