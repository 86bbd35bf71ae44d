/** The most probable moves of one stream: Viterbi's algorithm with a beam, over the hypotheses of each moment. */
import type { Chains } from "../chains/chains.ts";
import { BEAM, SIGNALS, STEPS } from "../priors.ts";
import type { Streams } from "../streams.ts";
import { logOf } from "../value_evidence.ts";
import { Hypotheses } from "./hypotheses.ts";
import { BEGIN, beginning, FIRST, GO_ON, PUT_ASIDE, SECOND, STRAY, SWAP, TAKE_UP, takingUp } from "./moves.ts";
import { Trail } from "./trail.ts";

/** Steps that are many enough not to cost anything; more are not counted. */
const LONG = STEPS.shortInstance.length - 1;
const SHORT = Float64Array.from(STEPS.shortInstance);
/** In the place of a state: no instance waits there. */
const NONE = -1;

export class StreamDecoder {
  readonly #streams: Streams;
  readonly #chains: Chains;
  readonly #interruptions: boolean;
  /** States that follow an action are rows of so many columns; the last one is the end. */
  readonly #columns: number;
  readonly #trail = new Trail();
  /** Of the moment before, and of this one. */
  #before = new Hypotheses();
  #now = new Hypotheses();
  /** Latest interaction of each action, before this one. */
  readonly #latest: Int32Array;

  // What holds for this moment, whatever the hypothesis.
  /** The interaction. */
  #at = 0;
  #action = 0;
  /** The interaction before this one that had the same action; -1 if there is none. */
  #seen = NONE;
  /** Nats of a stray that begins a run, that is the same as the stray before, and that is another one. */
  #stray = 0;
  #sameStray = 0;
  #otherStray = 0;
  /** Nats of a beginning by its surroundings, and by its values. */
  #pause = 0;
  #valuesBegun = 0;
  /** Scores below these are not worth a hypothesis; the second is for those in which an instance waits. */
  #limit = 0;
  #waitingLimit = 0;

  constructor(streams: Streams, chains: Chains, interruptions: boolean) {
    this.#streams = streams;
    this.#chains = chains;
    this.#interruptions = interruptions;
    this.#columns = chains.actions + 1;
    this.#latest = new Int32Array(chains.actions).fill(NONE);
  }

  /** Writes the moves of the stream from interaction `begin` up to, not including, `end`. */
  decode(begin: number, end: number, moves: Int32Array): void {
    /** Score and place in the trail of nothing but strays. */
    let lead = 0, leadTrail = NONE, written = begin;
    for (let i = begin; i < end; i++) {
      this.#enter(i);
      if (i - begin <= BEAM.lead) {
        this.#beginFirst(lead, leadTrail);
        lead += this.#strayAfter(i === begin ? NONE : this.#streams.action[i - 1]!);
        leadTrail = this.#trail.add(STRAY, leadTrail);
      }
      if (i > begin) this.#extend();
      this.#now.prune();
      if (!this.#trail.hasRoomFor(this.#now.size)) {
        const best = this.#before.trail[this.#before.best()]!;
        this.#trail.write(best, moves, written, i);
        this.#trail.clear();
        this.#now.keepThoseFrom(best);
        written = i;
      }
      const { size, move, trail } = this.#now;
      for (let h = 0; h < size; h++) trail[h] = this.#trail.add(move[h]!, trail[h]!);
      [this.#before, this.#now] = [this.#now, this.#before];
    }
    this.#trail.write(this.#bestEnd(), moves, written, end);
  }

  #enter(i: number): void {
    const { action, outset, pause, values } = this.#streams, chains = this.#chains;
    this.#at = i;
    this.#action = action[i]!;
    this.#seen = this.#latest[this.#action]!;
    this.#latest[this.#action] = i;
    const { strays } = chains;
    this.#stray = strays.stray[this.#action]!;
    this.#sameStray = strays.same;
    this.#otherStray = strays.other + strays.more[this.#action]!;
    this.#pause = chains.pause[pause[i]!]! + SIGNALS.outset * outset[i]!;
    let alone = 0, begun = 0;
    for (let e = values.offsets[i]!; e < values.offsets[i + 1]!; e++) {
      const chance = this.#byChance(e);
      alone += chance;
      begun += chance + chains.values.fresh[this.#action]!;
    }
    this.#valuesBegun = begun;
    this.#stray += alone;
    this.#sameStray += alone;
    this.#otherStray += alone;
    this.#now.clear();
  }

  /** The first instance begins here: all interactions before are stray. */
  #beginFirst(lead: number, leadTrail: number): void {
    const { start, first, kinds, actions, strays } = this.#chains, now = this.#now;
    const proper = leadTrail === NONE ? strays.proper : strays.over;
    for (let kind = 0; kind < kinds; kind++) {
      const entry = kind * actions + this.#action;
      const place = now.claim(first[entry]!, 0, lead + start[entry]! + proper + this.#valuesBegun);
      if (place < 0) continue;
      now.trail[place] = leadTrail;
      now.move[place] = beginning(BEGIN, kind);
      now.openSince[place] = now.roundSince[place] = this.#at;
      now.repeating[place] = 0;
      now.firstSince[place] = now.secondSince[place] = 0;
      now.steps[place] = 1;
    }
  }

  /** All that the hypotheses of the moment before lead to. */
  #extend(): void {
    const { size, open, waiting, score, steps, strayAction } = this.#before;
    const { step, aside, strays } = this.#chains, end = this.#columns - 1;
    const least = this.#leastNext();
    this.#limit = least - BEAM.nats;
    this.#waitingLimit = least - BEAM.natsWaiting;
    for (let h = 0; h < size; h++) {
      const state = open[h]!,
        proper = strayAction[h]! < 0 ? strays.proper : strays.over,
        short = SHORT[steps[h]!]!,
        ended = score[h]! + step[state * this.#columns + end]! + proper;
      this.#beStray(h);
      this.#goOn(h);
      const edge = strayAction[h]! < 0 ? strays.noneBetween : strays.someBetween;
      this.#begin(h, ended + this.#pause - short + this.#valuesBegun + edge);
      if (!this.#interruptions) continue;
      const putAside = score[h]! + aside + proper + this.#pause;
      this.#putAside(h, putAside + this.#valuesBegun + edge);
      if (waiting[h] === 0) continue;
      this.#takeUp(h, ended - short);
      this.#swap(h, putAside);
    }
  }

  /** What the best hypothesis leads to at least, so that what is far behind is never made. */
  #leastNext(): number {
    const { size, open, score, openSince, roundSince, repeating, strayAction } = this.#before,
      { step, strays, stay } = this.#chains;
    let best = -Infinity;
    for (let h = 0; h < size; h++) {
      const proper = strayAction[h]! < 0 ? strays.proper : strays.over;
      const on = step[open[h]! * this.#columns + this.#action]! + proper + stay +
        this.#recurrence(open[h]!, openSince[h]!, roundSince[h]!, repeating[h]!) +
        this.#valuesSince(openSince[h]!, this.#at);
      const next = score[h]! + Math.max(this.#strayAfter(strayAction[h]!), on);
      if (next > best) best = next;
    }
    return best;
  }

  /** Nats of a step to this action if it was done before in the round that began at `since`. */
  #recurrence(state: number, since: number, round: number, repeating: number): number {
    const { again, anew, round: rounds, actions, states } = this.#chains, edge = state * actions + this.#action;
    const row = repeating * states * actions + edge;
    if (this.#seen < since) return anew[row]!;
    return again[row]! + (this.#seen >= round ? rounds[edge]! : 0);
  }

  #byChance(e: number): number {
    const { before, same, chance } = this.#streams.values, { kept, changed } = this.#chains.values;
    if (before[e]! < 0) return changed[this.#action]!;
    return same[e] ? kept[this.#action]! - logOf(e - before[e]!) : changed[this.#action]! + chance[e]!;
  }

  /** Nats of the values here in an instance that began at `since` and was put aside before `until`. */
  #valuesSince(since: number, until: number): number {
    const { offsets, before, at } = this.#streams.values, { again, fresh } = this.#chains.values;
    let sum = 0;
    for (let e = offsets[this.#at]!; e < offsets[this.#at + 1]!; e++) {
      let p = before[e]!;
      if (p < 0) {
        sum += fresh[this.#action]! + this.#byChance(e);
        continue;
      }
      while (p >= 0 && at[p]! >= until) p = before[p]!;
      sum += p >= 0 && at[p]! >= since ? again[this.#action]! - logOf(e - p) : fresh[this.#action]! + this.#byChance(e);
    }
    return sum;
  }

  /** @param before stray action of the interaction before, or -1. */
  #strayAfter(before: number): number {
    return before < 0 ? this.#stray : before === this.#action ? this.#sameStray : this.#otherStray;
  }

  #beStray(h: number): void {
    const before = this.#before, score = before.score[h]! + this.#strayAfter(before.strayAction[h]!);
    if (score < this.#limit) return;
    const place = this.#now.claim(before.open[h]!, before.waiting[h]!, score, this.#action);
    if (place >= 0) this.#now.follow(place, before, h, STRAY);
  }

  #goOn(h: number): void {
    const before = this.#before, now = this.#now, { step, next, actions, strays, stay } = this.#chains;
    const proper = before.strayAction[h]! < 0 ? strays.proper : strays.over;
    const state = before.open[h]!, since = before.openSince[h]!;
    const score = before.score[h]! + step[state * this.#columns + this.#action]! + proper + stay +
      this.#recurrence(state, since, before.roundSince[h]!, before.repeating[h]!) + this.#valuesSince(since, this.#at);
    if (score < this.#limit) return;
    const place = now.claim(next[state * actions + this.#action]!, before.waiting[h]!, score);
    if (place < 0) return;
    now.follow(place, before, h, GO_ON);
    now.repeating[place] = this.#seen >= since ? 1 : 0;
    if (this.#seen >= before.roundSince[h]!) now.roundSince[place] = this.#at;
    now.steps[place] = Math.min(LONG, before.steps[h]! + 1);
  }

  /** @param ended score once the open instance has ended. */
  #begin(h: number, ended: number): void {
    if (ended < this.#limit) return;
    const { start, first, kinds, actions } = this.#chains, before = this.#before, now = this.#now;
    for (let kind = 0; kind < kinds; kind++) {
      const entry = kind * actions + this.#action, score = ended + start[entry]!;
      if (score < this.#limit) continue;
      const place = now.claim(first[entry]!, before.waiting[h]!, score);
      if (place < 0) continue;
      now.follow(place, before, h, beginning(BEGIN, kind));
      now.openSince[place] = now.roundSince[place] = this.#at;
      now.repeating[place] = 0;
      now.steps[place] = 1;
    }
  }

  /** @param putAside score once the open instance is put aside. */
  #putAside(h: number, putAside: number): void {
    const { start, first, kinds, actions } = this.#chains, before = this.#before, now = this.#now;
    const waits = this.#first(before.waiting[h]!);
    if (this.#second(before.waiting[h]!) !== NONE || putAside < this.#waitingLimit) return;
    const waiting = waits === NONE ? this.#pair(before.open[h]!, NONE) : this.#pair(waits, before.open[h]!);
    for (let kind = 0; kind < kinds; kind++) {
      const entry = kind * actions + this.#action, score = putAside + start[entry]!;
      if (score < this.#limit) continue;
      const place = now.claim(first[entry]!, waiting, score);
      if (place < 0) continue;
      now.follow(place, before, h, beginning(PUT_ASIDE, kind));
      if (waits === NONE) now.firstSince[place] = before.openSince[h]!;
      else now.secondSince[place] = before.openSince[h]!;
      now.openSince[place] = now.roundSince[place] = this.#at;
      now.repeating[place] = 0;
      now.steps[place] = 1;
    }
  }

  /** @param ended score once the open instance has ended. */
  #takeUp(h: number, ended: number): void {
    if (ended < this.#limit) return;
    const { waiting, firstSince, secondSince } = this.#before;
    const first = this.#first(waiting[h]!), second = this.#second(waiting[h]!);
    const score = this.#resumed(ended, first, firstSince[h]!);
    if (score >= this.#limit) {
      const place = this.#resume(h, takingUp(TAKE_UP, FIRST), first, this.#pair(second, NONE), score);
      if (place >= 0) this.#setSince(place, firstSince[h]!, secondSince[h]!, 0);
    }
    if (second === NONE) return;
    const other = this.#resumed(ended, second, secondSince[h]!);
    if (other < this.#limit) return;
    const place = this.#resume(h, takingUp(TAKE_UP, SECOND), second, this.#pair(first, NONE), other);
    if (place >= 0) this.#setSince(place, secondSince[h]!, firstSince[h]!, 0);
  }

  /** @param putAside score once the open instance is put aside. */
  #swap(h: number, putAside: number): void {
    if (putAside < this.#waitingLimit) return;
    const { open, waiting, openSince, firstSince, secondSince } = this.#before;
    const first = this.#first(waiting[h]!), second = this.#second(waiting[h]!);
    const score = this.#resumed(putAside, first, firstSince[h]!);
    if (score >= this.#waitingLimit) {
      const place = this.#resume(h, takingUp(SWAP, FIRST), first, this.#pair(open[h]!, second), score);
      if (place >= 0) this.#setSince(place, firstSince[h]!, openSince[h]!, secondSince[h]!);
    }
    if (second === NONE) return;
    const other = this.#resumed(putAside, second, secondSince[h]!);
    if (other < this.#limit) return;
    const place = this.#resume(h, takingUp(SWAP, SECOND), second, this.#pair(first, open[h]!), other);
    if (place >= 0) this.#setSince(place, secondSince[h]!, firstSince[h]!, openSince[h]!);
  }

  /** Score once an instance that waits in `state` is taken up and does this action. */
  #resumed(score: number, state: number, since: number): number {
    return score + this.#chains.step[state * this.#columns + this.#action]! +
      this.#recurrence(state, since, this.#at, 0) + this.#valuesSince(since, this.#at);
  }

  /** Claims a place for an instance that is taken up in `state`; what it costs to be short was settled before. */
  #resume(h: number, move: number, state: number, waiting: number, score: number): number {
    const { next, actions } = this.#chains, now = this.#now;
    const place = now.claim(next[state * actions + this.#action]!, waiting, score);
    if (place < 0) return place;
    now.follow(place, this.#before, h, move);
    now.steps[place] = LONG;
    return place;
  }

  #setSince(place: number, open: number, first: number, second: number): void {
    this.#now.openSince[place] = open;
    this.#now.roundSince[place] = this.#at;
    this.#now.repeating[place] = 0;
    this.#now.firstSince[place] = first;
    this.#now.secondSince[place] = second;
  }

  /** Place in the trail of the hypothesis that is best once all of its instances end; -1 for an empty stream. */
  #bestEnd(): number {
    const { size, open, waiting, score, trail } = this.#before, { step } = this.#chains, end = this.#columns - 1;
    let best = -Infinity, place = NONE;
    for (let h = 0; h < size; h++) {
      const first = this.#first(waiting[h]!), second = this.#second(waiting[h]!);
      let ended = score[h]! + step[open[h]! * this.#columns + end]!;
      if (first !== NONE) ended += step[first * this.#columns + end]!;
      if (second !== NONE) ended += step[second * this.#columns + end]!;
      if (ended <= best) continue;
      best = ended;
      place = trail[h]!;
    }
    return place;
  }

  // The states of the two instances that may wait, as one number: each plus 1, in base `states + 1`; 0 if none waits.

  #pair(first: number, second: number): number {
    return (first + 1) + (second + 1) * (this.#chains.states + 1);
  }

  #first(waiting: number): number {
    return (waiting % (this.#chains.states + 1)) - 1;
  }

  #second(waiting: number): number {
    return Math.floor(waiting / (this.#chains.states + 1)) - 1;
  }
}
