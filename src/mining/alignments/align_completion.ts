/** The cheapest way from a marking to the final one by moves of the model alone: of the visible steps, then all steps. */
import type { NetArrays } from "../../models/nets/net_arrays.ts";
import { MarkingEquation } from "./align_equation.ts";
import type { Bounds } from "./align_bounds.ts";
import type { Markings } from "../../models/nets/markings.ts";
import type { StubbornSets } from "../../models/nets/stubborn_sets.ts";

/** Markings that one search looks at. The search from the initial marking looks at more: every fitness needs its result. */
const MOST_NODES = 20_000;
export const MOST_NODES_FROM_START = 300_000;
/** Markings that are looked at before the marking equation is asked. */
const EASY_NODES = 200;
/** Work on the marking equation for one search: some hundredths of a second. */
const EQUATION_WORK = 5e7;

/** The way from a marking to the final one: its `steps`, of which `cost` are visible. */
interface Completion {
  /** Infinity if there is no way; NaN if the search was given up. */
  readonly cost: number;
  readonly steps: readonly number[];
  /** Markings that were looked at. */
  readonly effort: number;
}

export class Completions {
  readonly #net: NetArrays;
  readonly #markings: Markings;
  readonly #stubborn: StubbornSets;
  readonly #bounds: Bounds;
  readonly #final: number;
  /** Of nets that state machines do not cover. */
  readonly #equation: MarkingEquation | undefined;
  readonly #known = new Map<number, Completion>();
  readonly #tried = new Map<number, Completion>();

  constructor(net: NetArrays, markings: Markings, stubborn: StubbornSets, bounds: Bounds) {
    this.#net = net;
    this.#markings = markings;
    this.#stubborn = stubborn;
    this.#bounds = bounds;
    this.#final = markings.numberOf(net.final);
    this.#equation = bounds.coverAll ? undefined : new MarkingEquation(net, markings, EQUATION_WORK);
  }

  /** The way from a marking. No search uses the results of another, so that results do not depend on their order. */
  of(marking: number): Completion {
    const known = this.#known.get(marking);
    if (known) return known;
    const found = this.#search(marking);
    this.#known.set(marking, found);
    return found;
  }

  /** The same, or undefined if a short search does not find it. */
  easily(marking: number): Completion | undefined {
    if (!this.#equation || this.#known.has(marking)) return this.of(marking);
    let found = this.#tried.get(marking);
    if (!found) this.#tried.set(marking, found = this.#searchBy(marking, EASY_NODES, undefined));
    return Number.isNaN(found.cost) ? undefined : found;
  }

  #search(start: number): Completion {
    const most = start === 0 ? MOST_NODES_FROM_START : MOST_NODES;
    if (!this.#equation) return this.#searchBy(start, most, undefined);
    const easy = this.easily(start);
    if (easy) return easy;
    this.#equation.prepare(new Int32Array(0));
    return this.#searchBy(start, most, this.#equation);
  }

  /** A* by visible and then silent steps. */
  #searchBy(start: number, most: number, equation: MarkingEquation | undefined): Completion {
    const { label } = this.#net, stubborn = this.#stubborn;
    const nodes = [start], before = [-1], via = [-1], visible = [0], silent = [0], closed = [false];
    const rests = [this.#bounds.boundToFinal(start)], asked = [false];
    const node = new Map([[start, 0]]);
    const queue = new Queue();
    if (rests[0] === Infinity) return { cost: Infinity, steps: [], effort: 0 };
    let overflow = false, effort = 0;
    queue.push(rests[0]!, 0, 0);
    for (let at = queue.pop(); at >= 0; at = queue.pop()) {
      if (closed[at]) continue;
      if (equation && !asked[at]) {
        asked[at] = true;
        equation.improve(nodes[at]!, 0);
        const rest = equation.bound(nodes[at]!, 0);
        if (rest > rests[at]!) {
          rests[at] = rest;
          if (rest < Infinity) queue.push(visible[at]! + rest, silent[at]!, at);
          continue;
        }
      }
      closed[at] = true;
      if (nodes[at] === this.#final) {
        const steps: number[] = [];
        for (let n = at; n > 0; n = before[n]!) steps.push(via[n]!);
        return { cost: visible[at]!, steps: steps.reverse(), effort };
      }
      if (++effort > most) return { cost: NaN, steps: [], effort };
      stubborn.towardsFinal(nodes[at]!);
      for (let e = 0; e < stubborn.size; e++) {
        const t = stubborn.enabled[e]!, isSilent = label[t] === -1;
        const next = this.#markings.fire(nodes[at]!, t);
        if (next < 0) {
          overflow = true;
          continue;
        }
        const cost = visible[at]! + (isSilent ? 0 : 1), quiet = silent[at]! + (isSilent ? 1 : 0);
        let to = node.get(next);
        if (to === undefined) {
          to = nodes.push(next) - 1;
          node.set(next, to);
          rests[to] = Math.max(this.#bounds.boundToFinal(next), equation?.bound(next, 0) ?? 0);
        } else if (visible[to]! < cost || (visible[to] === cost && silent[to]! <= quiet)) {
          continue;
        }
        closed[to] = false;
        before[to] = at;
        via[to] = t;
        visible[to] = cost;
        silent[to] = quiet;
        if (rests[to]! < Infinity) queue.push(cost + rests[to]!, quiet, to);
      }
    }
    return { cost: overflow ? NaN : Infinity, steps: [], effort };
  }
}

/** A priority queue of numbers by two small keys; of equal ones the last one put in comes first. */
class Queue {
  readonly #buckets: (Bucket | undefined)[] = [];
  #least = 0;

  push(key: number, second: number, value: number): void {
    const bucket = this.#buckets[key] ??= { stacks: [], least: second };
    (bucket.stacks[second] ??= []).push(value);
    bucket.least = Math.min(bucket.least, second);
    this.#least = Math.min(this.#least, key);
  }

  /** -1 if there is none. */
  pop(): number {
    for (; this.#least < this.#buckets.length; this.#least++) {
      const bucket = this.#buckets[this.#least];
      if (bucket === undefined) continue;
      for (; bucket.least < bucket.stacks.length; bucket.least++) {
        const value = bucket.stacks[bucket.least]?.pop();
        if (value !== undefined) return value;
      }
    }
    return -1;
  }
}

interface Bucket {
  readonly stacks: (number[] | undefined)[];
  /** No stack before this one holds anything. */
  least: number;
}
