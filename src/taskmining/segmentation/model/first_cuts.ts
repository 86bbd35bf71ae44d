/**
 * Where to begin the search: sets of simple rules such as "an instance begins at each `openFile`", judged by the evidence
 * of the segments they make.
 */
import { goOn } from "../../../base/stop.ts";
import { stickyEvidence } from "./chains/beginnings.ts";
import { againEvidence } from "./chains/chains.ts";
import { choiceEvidence, logGamma, outcomeEvidence } from "./evidence.ts";
import { LateChoices } from "./late_choices.ts";
import { placesOf } from "./places.ts";
import { CHOICES, RULES, SAMPLES, SIGNALS } from "./priors.ts";
import { roundsCost } from "./round_cost.ts";
import { ValueCounts } from "./value_evidence.ts";
import { edgeEvidence } from "./signals.ts";
import { sampleOf, type Streams } from "./streams.ts";

/** An instance begins `offset` interactions before each interaction of this action. */
interface Rule {
  readonly action: number;
  readonly offset: number;
}

/**
 * Where instances begin by the local optima of a hill climb over sets of rules, from several sets at first. With
 * `unlinked`, a rule makes no beginning that a value spans.
 */
export function firstCuts(streams: Streams, unlinked = false): Uint8Array[] {
  const sample = sampleOf(streams, SAMPLES.rules), places = placesOf(streams.action, streams.actions);
  const found = new Map<string, Uint8Array>();
  for (const rules of ruleSets(sample, unlinked)) {
    const begins = streamBegins(streams);
    for (const rule of rules) for (const at of cutsOf(streams, places, rule, unlinked)) begins[at] = 1;
    found.set(begins.join(""), begins);
  }
  return [...found.values()];
}

/** Sets of rules, the best first. */
function ruleSets(streams: Streams, unlinked: boolean): Rule[][] {
  const { action, actions: S } = streams, n = action.length, places = placesOf(streams.action, streams.actions);
  const isBegin = streamBegins(streams);
  const evaluate = evaluator(streams);
  const marks = new Int16Array(n);
  const score = () => evaluate((i) => marks[i]! > 0 || isBegin[i] === 1);

  const fewest = Math.max(RULES.fewest, Math.floor(n / RULES.oneIn));
  const rules: { rule: Rule; cuts: Int32Array }[] = [];
  for (const offset of RULES.offsets) {
    for (let t = 0; t < S; t++) {
      const rule = { action: t, offset }, cuts = cutsOf(streams, places, rule, unlinked);
      if (cuts.length >= fewest) rules.push({ rule, cuts });
    }
  }
  const mark = (r: number, by: number) => {
    for (const at of rules[r]!.cuts) marks[at]! += by;
  };
  const singles = rules.map((_, r) => {
    mark(r, 1);
    const evidence = score();
    mark(r, -1);
    return { r, evidence };
  }).sort((a, b) => b.evidence - a.evidence || a.r - b.r);

  const found: { rules: Rule[]; evidence: number }[] = [{ rules: [], evidence: score() }];
  for (const { r, evidence } of singles.slice(0, RULES.grown)) {
    const chosen = new Set([r]);
    mark(r, 1);
    // A single rule may be right even if the simple model prefers several.
    found.push({ rules: [rules[r]!.rule], evidence });
    let best = evidence;
    for (let round = 0; round < RULES.rounds; round++) {
      let better = best + RULES.leastGain, which = -1;
      // Later rules are tried among the promising ones only.
      for (const { r: other } of singles.slice(0, RULES.tried)) {
        goOn();
        const by = chosen.has(other) ? -1 : 1;
        if (by < 0 && chosen.size === 1) continue;
        mark(other, by);
        const trial = score();
        mark(other, -by);
        if (trial > better) {
          better = trial;
          which = other;
        }
      }
      if (which < 0) break;
      if (chosen.delete(which)) mark(which, -1);
      else {
        chosen.add(which);
        mark(which, 1);
      }
      best = better;
    }
    if (chosen.size > 1 || !chosen.has(r)) {
      found.push({ rules: [...chosen].map((c) => rules[c]!.rule), evidence: best });
    }
    for (const c of chosen) mark(c, -1);
  }
  return found.sort((a, b) => b.evidence - a.evidence).map(({ rules }) => rules);
}

function streamBegins({ action, offsets }: Streams): Uint8Array {
  const begins = new Uint8Array(action.length);
  for (const from of offsets.subarray(0, -1)) begins[from] = 1;
  return begins;
}

/** Where a rule makes instances begin. */
function cutsOf({ action, link }: Streams, places: number[][], { action: t, offset }: Rule, unlinked: boolean) {
  const isFree = (at: number) => at >= 0 && at < action.length && !(unlinked && link[at]);
  return Int32Array.from(places[t]!.map((i) => i - offset).filter(isFree));
}

/** Evidence of contiguous segments under one chain without split states, in one pass. */
export function evaluator(streams: Streams) {
  const { action, actions: S, outset, pause, values } = streams;
  const n = action.length, width = S + 1;
  const pairs = new Map<number, number>();
  const pairAt = new Int32Array(n), rowOf: number[] = [];
  for (let i = 1; i < n; i++) {
    const key = action[i - 1]! * S + action[i]!;
    let p = pairs.get(key);
    if (p === undefined) {
      p = rowOf.push(action[i - 1]!) - 1;
      pairs.set(key, p);
    }
    pairAt[i] = p;
  }
  const count = new Int32Array(rowOf.length),
    again = new Int32Array(2 * rowOf.length),
    anewOn = new Int32Array(2 * rowOf.length),
    ends = new Int32Array(S),
    starts = new Int32Array(S);
  const rows = new Int32Array(S);
  for (let i = 0; i < n; i++) rows[action[i]!]!++;
  // The totals of the rows do not depend on the cuts.
  const prior = CHOICES.outcome * width;
  let fixed = 0;
  for (let t = 0; t < S; t++) if (rows[t]! > 0) fixed += logGamma(prior) - logGamma(rows[t]! + prior);
  const allPauses = new Int32Array(3), pauses = new Int32Array(3);
  for (const p of pause) allPauses[p]!++;
  const together = choiceEvidence(allPauses, 3);
  const counts = new ValueCounts(S);
  const last = new Int32Array(S), repeatedIn = new Int32Array(S), anew = new Int32Array(S);
  const lately = new LateChoices(S);
  return (begins: (i: number) => boolean): number => {
    lately.clear();
    count.fill(0);
    again.fill(0);
    anewOn.fill(0);
    let round = 0;
    ends.fill(0);
    starts.fill(0);
    last.fill(-1);
    repeatedIn.fill(-1);
    anew.fill(0);
    pauses.fill(0);
    counts.clear();
    let lastBegin = -1, same = 0;
    let from = 0, rounds = 0, repeating = 0, distinct = 0, repeated = 0, roundCost = 0, sum = 0, cuts = 0;
    for (let i = 0; i < n; i++) {
      const t = action[i]!;
      if (i === 0 || begins(i)) {
        starts[t]!++;
        if (t === lastBegin) same++;
        else anew[t]!++;
        lastBegin = t;
        lately.add(t);
        sum += outset[i]!;
        cuts++;
        pauses[pause[i]!]!++;
        if (i > 0) ends[action[i - 1]!]!++;
        from = i;
        round = i;
        roundCost += roundsCost(rounds, repeated, distinct);
        repeating =
          rounds =
          distinct =
          repeated =
            0;
      } else {
        count[pairAt[i]!]!++;
        const isAgain = last[t]! >= from ? 1 : 0;
        (isAgain ? again : anewOn)[repeating * rowOf.length + pairAt[i]!]!++;
        repeating = isAgain;
        if (last[t]! >= round) {
          if (action[i - 1] !== t) rounds++;
          round = i;
        }
        if (isAgain && action[i - 1] !== t && repeatedIn[t]! < from) {
          repeatedIn[t] = i;
          repeated++;
        }
      }
      if (last[t]! < from) distinct++;
      last[t] = i;
      for (let e = values.offsets[i]!; e < values.offsets[i + 1]!; e++) {
        const p = values.before[e]!;
        if (p >= 0 && values.at[p]! >= from) {
          counts.repeat(t, e - p);
        } else {
          counts.fresh[t]!++;
          if (p < 0) counts.changed[t]!++;
          else counts.coincide(t, values.same[e]!, values.chance[e]!, e - p);
        }
      }
    }
    if (n > 0) ends[action[n - 1]!]!++;
    sum = SIGNALS.outset * sum + edgeEvidence(streams, starts, ends);
    const apart = choiceEvidence(pauses, 3) + choiceEvidence(allPauses.map((n, p) => n - pauses[p]!), 3);
    const longer = pauses[0]! * n < allPauses[0]! * cuts;
    sum += longer ? Math.max(apart, together) : together;
    sum += counts.evidence();
    sum += fixed - roundCost - roundsCost(rounds, repeated, distinct) +
      Math.max(choiceEvidence(starts, S), stickyEvidence(anew, same, S), lately.evidence) - Math.log(3);
    for (let p = 0; p < count.length; p++) {
      if (count[p]! === 0) continue;
      sum += outcomeEvidence(count[p]!) + againEvidence(again[p]!, anewOn[p]!) +
        againEvidence(again[p + count.length]!, anewOn[p + count.length]!);
    }
    for (const c of ends) if (c > 0) sum += outcomeEvidence(c);
    return sum;
  };
}
