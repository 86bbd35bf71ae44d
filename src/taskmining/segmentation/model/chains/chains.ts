/**
 * The model of a task: a Markov chain with a beginning and an end whose states are the last action, split by what came
 * before wherever that tells more of what follows (as in variable-length Markov chains: Rissanen, IEEE Trans. Inf.
 * Theory 1983; Bühlmann & Wyner, Annals of Statistics 1999). A blank button thus becomes as many states as it has
 * roles. Stray interactions leave the state as it is.
 */
import { LateChoices } from "../late_choices.ts";
import { ALPHA, choiceEvidence, logGamma, RARE, rareEvidence } from "../evidence.ts";
import { type Parse, stepsOf } from "../parse.ts";
import { edgeEvidence, linkEvidence, outsetEvidence, pauseEvidence } from "../signals.ts";
import { splitStates } from "./split_states.ts";
import type { Streams } from "../streams.ts";

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
  /** Nats for a step to an action that was done before in the same instance, and to a new one, as in `step`. */
  readonly again: Float64Array;
  readonly anew: Float64Array;
  /** Nats for beginning an instance after no pause, a long one, a very long one. */
  readonly pause: Float64Array;
  /** Nats for beginning an instance, while none waits, where no value spans the boundary, and where one does. */
  readonly link: Float64Array;
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
  /** Least share of stray interactions that the next parse is to expect. @default 0 */
  readonly strayShare?: number;
}

/** Nats that an action costs that was already done in the same instance: decides between one instance and many. */
export const REPEAT = 0.1;
/** Nats that an interruption costs beside its rate: some of the noise could else be told as one. */
const INTERRUPTION = 1;
/** Nats that an instance of so many steps costs: one or two that stand by themselves are strays rather than a task. */
export const SHORT: readonly number[] = [0, 6, 3, 0];
/**
 * How much it counts that an action is repeated in an instance where it usually is not. Below 1, for the actions of a
 * round are repeated together.
 */
const AGAIN = 0.3;
const SKIP = 0.05;

/** Evidence of `again` repeated and `anew` first steps along one edge. */
export function againEvidence(again: number, anew: number): number {
  return AGAIN * rareEvidence(anew, again);
}

export function fitChains(streams: Streams, parse: Parse, { kinds, split, strayShare = 0 }: FitOptions): Fit {
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
  if (split) evidence += splitStates(streams, parse.kind, kinds, offsets, steps, splits, kindOf, actionOf);
  const states = kindOf.length;

  const counts = new Float64Array(states * width), skipped = new Float64Array(base * width);
  const start = new Float64Array(base), cutOff = instancesCutOff(streams, parse);
  const seen = new Int32Array(states).fill(-1);
  const done = new Int32Array(S).fill(-1),
    againCount = new Float64Array(states * S),
    anewCount = new Float64Array(states * S);
  let repeats = 0, short = 0;
  for (let c = 0; c < instances; c++) {
    const k = parse.kind[c]!, from = offsets[c]!, to = offsets[c + 1]!;
    let s = -1, before = -1;
    short += SHORT[to - from] ?? 0;
    const isCutOff = cutOff[c]!;
    for (let e = from; e < to; e++) {
      const t = action[steps[e]!]!, key = s < 0 ? -(k * S + t) - 1 : s * S + t;
      const arrived = splits.get(key) ?? k * S + t;
      if (s < 0) start[k * S + t]! += isCutOff & 1 ? 0 : 1;
      else {
        counts[s * width + t]!++;
        if (before >= 0) skipped[before * width + t]!++;
      }
      if (seen[arrived] === c) repeats++;
      seen[arrived] = c;
      if (s >= 0) {
        if (done[t] === c) againCount[s * S + t]!++;
        else anewCount[s * S + t]!++;
      }
      done[t] = c;
      before = s < 0 ? -1 : k * S + actionOf[s]!;
      s = arrived;
    }
    if (s >= 0 && !(isCutOff & 2)) counts[s * width + S]!++;
    if (before >= 0) skipped[before * width + S]!++;
  }

  for (let s = 0; s < states; s++) evidence += choiceEvidence(counts.subarray(s * width, (s + 1) * width), width);
  evidence += beginEvidence(parse, start, offsets, steps, action, S) - REPEAT * repeats - short;
  const noise = strayCounts(streams, parse, strayShare);
  evidence += noise.evidence;
  for (let e = 0; e < againCount.length; e++) {
    const r = againCount[e]!, f = anewCount[e]!;
    if (r + f > 0) evidence += againEvidence(r, f);
  }
  const pause = pauseEvidence(streams, parse);
  evidence += pause.evidence;
  const link = linkEvidence(streams, parse);
  evidence += link.evidence;
  evidence += signalEvidence(streams, parse, offsets, steps);
  const turns = steps.length - instances;
  const p = parse.interruptions;
  evidence += logGamma(p + 1) + logGamma(turns - p + 60) - logGamma(turns + 61) + Math.log(60) - INTERRUPTION * p;

  // Most parses that are tried need their evidence only.
  let made: Chains | undefined;
  const chains = (): Chains => {
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
    const again = new Float64Array(states * S).fill(AGAIN * Math.log(RARE / (1 + RARE)) - REPEAT);
    const anew = new Float64Array(states * S);
    for (let e = 0; e < again.length; e++) {
      const r = againCount[e]!, f = anewCount[e]!;
      if (r + f === 0) continue;
      again[e] = AGAIN * Math.log((r + RARE) / (r + f + 1 + RARE)) - REPEAT;
      anew[e] = AGAIN * Math.log((f + 1) / (r + f + 1 + RARE));
    }
    const begun = instances + ALPHA * base;
    return {
      kinds,
      actions: S,
      states,
      kindOf: Int32Array.from(kindOf),
      actionOf: Int32Array.from(actionOf),
      next,
      step,
      start: start.map((count) => Math.log((count + ALPHA) / begun)),
      first,
      again,
      anew,
      pause: pause.ratio,
      link: link.ratio,
      stray: noise.log,
      proper: noise.proper,
      aside: Math.log((p + 1) / (turns + 61)) - INTERRUPTION,
      stay: Math.log((turns - p + 60) / (turns + 61)),
    };
  };
  return {
    evidence,
    get chains() {
      return made ??= chains();
    },
  };
}

/** 1 for instances whose beginning the sample does not hold, 2 for their end, 3 for both. */
function instancesCutOff({ offsets, cutOff }: Streams, { owner, kind, stray }: Parse): Uint8Array {
  const found = new Uint8Array(kind.length);
  if (!cutOff) return found;
  for (let s = 0; s + 1 < offsets.length; s++) {
    let from = offsets[s]!, to = offsets[s + 1]! - 1;
    while (from < to && (stray[from] || owner[from]! < 0)) from++;
    while (from < to && (stray[to] || owner[to]! < 0)) to--;
    if (cutOff[s]! & 1 && owner[from]! >= 0) found[owner[from]!]! |= 1;
    if (cutOff[s]! & 2 && owner[to]! >= 0) found[owner[to]!]! |= 2;
  }
  return found;
}

function signalEvidence(streams: Streams, { owner, kind }: Parse, offsets: Int32Array, steps: Int32Array): number {
  const { action, actions, outset } = streams;
  const begins = new Float64Array(actions), ends = new Float64Array(actions);
  for (let c = 0; c < kind.length; c++) {
    if (offsets[c] === offsets[c + 1]) continue;
    begins[action[steps[offsets[c]!]!]!]!++;
    ends[action[steps[offsets[c + 1]! - 1]!]!]!++;
  }
  let sum = 0, count = 0, latest = -1;
  for (let i = 0; i < owner.length; i++) {
    if (owner[i]! <= latest) continue;
    latest = owner[i]!;
    sum += outset[i]!;
    count++;
  }
  return outsetEvidence(sum, count) + edgeEvidence(streams, begins, ends);
}

/**
 * Evidence of what the instances begin with: chosen anew each time, or mostly as the one before, or as some of those
 * before. Tasks come in blocks as well as in turn.
 */
function beginEvidence(
  { kind }: Parse,
  start: Float64Array,
  offsets: Int32Array,
  steps: Int32Array,
  action: Int32Array,
  S: number,
): number {
  const plain = choiceEvidence(start, start.length);
  const anew = new Float64Array(start.length), lately = new LateChoices(start.length);
  let same = 0, before = -1;
  for (let c = 0; c < kind.length; c++) {
    if (offsets[c]! === offsets[c + 1]!) continue;
    const q = kind[c]! * S + action[steps[offsets[c]!]!]!;
    if (q === before) same++;
    else anew[q]!++;
    lately.add(q);
    before = q;
  }
  return Math.max(plain, stickyEvidence(anew, same, start.length), lately.evidence) - Math.log(3);
}

/** Evidence of beginnings of which `same` are that of the instance before and the others chosen anew. */
export function stickyEvidence(anew: ArrayLike<number>, same: number, outcomes: number): number {
  let chosen = 0;
  for (let q = 0; q < anew.length; q++) chosen += anew[q]!;
  return choiceEvidence(Array.from(anew), outcomes) + logGamma(same + 1) + logGamma(chosen + 1) -
    logGamma(same + chosen + 2);
}

/** Strays are any action of the log, those more that were stray before; one in fifty is expected to be. */
function strayCounts({ action, actions: S }: Streams, { stray }: Parse, least: number) {
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
  const share = Math.max(least, (strays + 1) / (n + 51)), rate = Math.log(share);
  for (let t = 0; t < S; t++) {
    const p = weight * (prior[t]! + 0.5) / (n + 0.5 * S);
    if (count[t]! > 0) evidence += logGamma(count[t]! + p) - logGamma(p);
    log[t] = rate + Math.log((count[t]! + p) / (strays + weight));
  }
  return { evidence, log, proper: Math.log(1 - share) };
}
