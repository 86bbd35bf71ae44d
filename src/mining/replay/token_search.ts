/**
 * Silent steps that enable a goal: exact searches that try independent steps in one order only (stubborn sets).
 *
 * Of the ways to a goal that miss equally few tokens the one with the fewest steps is taken; of those the one that
 * leaves the fewest tokens in the net, then the fewest on top of another in one of the places that the search reads, then
 * the one whose silent transitions, sorted by their ids, come first, then the goal that does.
 */
import { Markings } from "../../models/nets/markings.ts";
import { StubbornSets } from "../../models/nets/stubborn_sets.ts";
import { goalDistance } from "./goal_distance.ts";
import type { TokenGoal, TokenNet } from "./token_net.ts";
import { comparedWays, TokenWays } from "./token_ways.ts";

export interface SearchResult {
  readonly paths: readonly GoalPath[];
  /** False where there were more markings than are looked at: there may be other or better paths. */
  readonly complete: boolean;
  /** Markings that were met. */
  readonly met: number;
}

export interface GoalPath {
  /** Transitions of the whole net. */
  readonly silent: Int32Array;
  readonly goal: TokenGoal;
}

/** A marking from which a goal fires. */
interface Candidate {
  readonly node: number;
  readonly goal: number;
  readonly missing: number;
  /** Tokens in the net after it, apart from those that no silent step touches. */
  readonly tokens: number;
}

export class GoalSearch {
  readonly #net: TokenNet;
  readonly #goals: readonly TokenGoal[];
  readonly #markings: Markings;
  readonly #stubborn: StubbornSets;
  readonly #distance: ReturnType<typeof goalDistance>;
  readonly #ways = new TokenWays();
  readonly #start: Int32Array;

  /** `goals` are those of the net. */
  constructor(net: TokenNet, goals: readonly TokenGoal[]) {
    this.#net = net;
    this.#goals = goals;
    this.#markings = new Markings(net.arrays);
    this.#stubborn = new StubbornSets(net.arrays, this.#markings);
    this.#distance = goalDistance(net);
    this.#start = new Int32Array(net.arrays.places);
  }

  /** The first of the shortest paths that enable a goal, by A*; none if there is none. */
  shortest(start: Int32Array, maxStates: number): SearchResult {
    this.#begin(start);
    const least = this.#distance(this.#start, 0);
    if (least === Infinity) return { paths: [], complete: true, met: 1 };
    // Markings by steps so far and least steps still needed, together; then by steps so far.
    const open: number[][][] = [];
    open[least] = [[0]];
    const more = [least], done: boolean[] = [];
    let best: Candidate | undefined;
    for (let total = least; total < open.length && !best; total++) {
      for (let steps = 0; steps < (open[total]?.length ?? 0); steps++) {
        for (const node of open[total]![steps] ?? []) {
          if (done[node] || this.#ways.steps[node] !== steps) continue;
          done[node] = true;
          if (more[node] === 0) {
            best = this.#better(best, node);
            continue;
          }
          this.#lookFrom(node, more, (next) => ((open[steps + 1 + more[next]!] ??= [])[steps + 1] ??= []).push(next));
          if (this.#markings.count > maxStates) return { paths: [], complete: false, met: this.#markings.count };
        }
      }
    }
    return { paths: best ? [this.#pathOf(best)] : [], complete: true, met: this.#markings.count };
  }

  /** One path to each goal at each marking from which a case might go on differently; shortest first. */
  all(start: Int32Array, maxStates: number): SearchResult {
    this.#begin(start);
    if (this.#distance(this.#start, 0) === Infinity) return { paths: [], complete: true, met: 1 };
    const paths: GoalPath[] = [];
    const stubborn = this.#stubborn, { silent } = this.#net;
    for (let node = 0; node < this.#markings.count; node++) {
      stubborn.towards(node, 0);
      for (let e = 0; e < stubborn.size; e++) {
        const t = stubborn.enabled[e]!;
        if (t >= silent) paths.push(this.#pathOf({ node, goal: t }));
        else this.#step(node, t);
      }
      if (this.#markings.count > maxStates) return { paths, complete: false, met: this.#markings.count };
    }
    return { paths, complete: true, met: this.#markings.count };
  }

  /** Where no goal can be enabled: the path after which one misses the fewest tokens. */
  nearest(start: Int32Array, maxStates: number): SearchResult {
    this.#begin(start);
    const stubborn = this.#stubborn, { silent } = this.#net, { steps } = this.#ways;
    let best = this.#better(undefined, 0)!;
    for (let node = 0; node < this.#markings.count; node++) {
      // One token is missing at least.
      if (best.missing === 1 && steps[node]! > steps[best.node]!) break;
      best = this.#better(best, node)!;
      stubborn.towardsFewerMissing(node, 0);
      for (let e = 0; e < stubborn.size; e++) if (stubborn.enabled[e]! < silent) this.#step(node, stubborn.enabled[e]!);
      if (this.#markings.count > maxStates) {
        return { paths: [this.#pathOf(best)], complete: false, met: this.#markings.count };
      }
    }
    return { paths: [this.#pathOf(best)], complete: true, met: this.#markings.count };
  }

  #begin(start: Int32Array): void {
    this.#start.set(start.subarray(0, this.#net.reads));
    this.#markings.clear();
    this.#markings.numberOf(this.#start);
    this.#ways.begin();
  }

  /** The steps from a marking, to others from which a goal can still be enabled. */
  #lookFrom(node: number, more: number[], found: (next: number) => void): void {
    const stubborn = this.#stubborn, markings = this.#markings;
    stubborn.towards(node, 0);
    for (let e = 0; e < stubborn.size; e++) {
      const before = markings.count, t = stubborn.enabled[e]!, next = markings.fire(node, t);
      if (next < 0) continue;
      if (next === before) more[next] = this.#distance(markings.tokens, next * markings.places);
      if (this.#ways.note(node, t, next) && more[next]! < Infinity) found(next);
    }
  }

  #step(node: number, t: number): void {
    const next = this.#markings.fire(node, t);
    if (next >= 0) this.#ways.note(node, t, next);
  }

  /** The better of a candidate and those at a marking. */
  #better(best: Candidate | undefined, node: number): Candidate | undefined {
    const { silent, arrays } = this.#net, markings = this.#markings, base = node * arrays.places;
    let tokens = 0;
    for (let p = 0; p < arrays.places; p++) tokens += markings.tokens[base + p]!;
    this.#goals.forEach(({ gain }, g) => {
      const one = { node, goal: silent + g, missing: this.#missing(node, silent + g), tokens: 0 };
      const candidate = { ...one, tokens: tokens + one.missing + gain };
      if (!best || this.#compared(candidate, best) < 0) best = candidate;
    });
    return best;
  }

  #compared(a: Candidate, b: Candidate): number {
    const { steps } = this.#ways;
    return a.missing - b.missing || steps[a.node]! - steps[b.node]! || a.tokens - b.tokens ||
      this.#piled(a) - this.#piled(b) || comparedWays(this.#ways.to(a.node), this.#ways.to(b.node)) || a.goal - b.goal;
  }

  /** Tokens on top of another in a place, after the goal has fired. */
  #piled({ node, goal }: Candidate): number {
    const { arrays, reads, gives, silent } = this.#net, { inOffsets, inPlaces, inWeights, places } = arrays;
    const after = this.#markings.tokens.slice(node * places, node * places + reads);
    for (let i = inOffsets[goal]!; i < inOffsets[goal + 1]!; i++) {
      after[inPlaces[i]!] = Math.max(0, after[inPlaces[i]!]! - inWeights[i]!);
    }
    const given = gives[goal - silent]!;
    for (let i = 0; i < given.length; i += 2) after[given[i]!]! += given[i + 1]!;
    return after.reduce((sum, tokens) => sum + Math.max(0, tokens - 1), 0);
  }

  #missing(node: number, goal: number): number {
    const { inOffsets, inPlaces, inWeights, places } = this.#net.arrays, { tokens } = this.#markings;
    let missing = 0;
    for (let i = inOffsets[goal]!; i < inOffsets[goal + 1]!; i++) {
      missing += Math.max(0, inWeights[i]! - tokens[node * places + inPlaces[i]!]!);
    }
    return missing;
  }

  #pathOf({ node, goal }: Pick<Candidate, "node" | "goal">): GoalPath {
    const silent = Int32Array.from(this.#ways.to(node), (t) => this.#net.transitions[t]!);
    return { silent, goal: this.#goals[goal - this.#net.silent]! };
  }
}
