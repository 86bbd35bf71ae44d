/** The cheapest way from a marking to the final one by moves of the model alone: of the visible steps, then all steps. */
import type { NetArrays } from "../../models/net_arrays.ts";
import type { Bounds } from "./align_bounds.ts";
import { enlarged, type Markings } from "./align_markings.ts";
import type { StubbornSets } from "./align_stubborn.ts";

/** Markings that one search may look at. */
const MOST_NODES = 300_000;
const UNKNOWN = -1, NONE = -2, GAVE_UP = -3;

export class Completions {
  readonly #net: NetArrays;
  readonly #markings: Markings;
  readonly #stubborn: StubbornSets;
  readonly #bounds: Bounds;
  readonly #final: number;
  /** Of each marking what is known: visible and silent steps, and the first of them with the marking after it. */
  #cost = new Int32Array(0);
  #silent = new Int32Array(0);
  #step = new Int32Array(0);
  #next = new Int32Array(0);

  constructor(net: NetArrays, markings: Markings, stubborn: StubbornSets, bounds: Bounds) {
    this.#net = net;
    this.#markings = markings;
    this.#stubborn = stubborn;
    this.#bounds = bounds;
    this.#final = markings.numberOf(net.final);
    this.#grow();
    this.#cost[this.#final] = 0;
  }

  /** Visible steps; Infinity if there is no way; NaN if the search was given up. */
  cost(marking: number): number {
    this.#grow();
    if (this.#cost[marking] === UNKNOWN) this.#search(marking);
    const cost = this.#cost[marking]!;
    return cost >= 0 ? cost : cost === NONE ? Infinity : NaN;
  }

  path(marking: number): number[] {
    const path: number[] = [];
    if (!(this.cost(marking) < Infinity)) throw new RangeError("Expected a marking with a known way to the final one.");
    for (let m = marking; m !== this.#final; m = this.#next[m]!) path.push(this.#step[m]!);
    return path;
  }

  /** Dijkstra by visible and then silent steps; where the rest of the way is known, the search ends. */
  #search(start: number): void {
    const { label } = this.#net;
    const nodes = [start], before = [-1], via = [-1], visible = [0], silent = [0];
    const node = new Map([[start, 0]]);
    const closed = [false];
    const queue = new Queue();
    queue.push(this.#bounds.boundToFinal(start), 0, 0);
    for (let at = queue.pop(); at >= 0; at = queue.pop()) {
      if (closed[at]) continue;
      closed[at] = true;
      const marking = nodes[at]!;
      if (this.#cost[marking]! >= 0) return this.#keep(nodes, before, via, at);
      if (nodes.length > MOST_NODES) {
        this.#cost[start] = GAVE_UP;
        return;
      }
      if (this.#cost[marking] === NONE) continue;
      this.#stubborn.towardsFinal(marking);
      const steps = this.#stubborn.enabled.slice(0, this.#stubborn.size);
      for (const t of steps) {
        const next = this.#markings.fire(marking, t);
        if (next < 0) continue;
        this.#grow();
        const cost = visible[at]! + (label[t] === -1 ? 0 : 1), quiet = silent[at]! + (label[t] === -1 ? 1 : 0);
        let to = node.get(next);
        if (to !== undefined && (visible[to]! < cost || (visible[to] === cost && silent[to]! <= quiet))) continue;
        const known = this.#cost[next]!;
        const rest = known >= 0 ? known : known === NONE ? Infinity : this.#bounds.boundToFinal(next);
        if (rest === Infinity) continue;
        if (to === undefined) {
          to = nodes.push(next) - 1;
          node.set(next, to);
        }
        closed[to] = false;
        before[to] = at;
        via[to] = t;
        visible[to] = cost;
        silent[to] = quiet;
        queue.push(cost + rest, quiet + (known >= 0 ? this.#silent[next]! : 0), to);
      }
    }
    // Nothing that was reached leads to the end.
    for (const marking of nodes) this.#cost[marking] = NONE;
  }

  #keep(nodes: number[], before: number[], via: number[], end: number): void {
    for (let at = end; before[at]! >= 0; at = before[at]!) {
      const next = nodes[at]!, marking = nodes[before[at]!]!, step = via[at]!;
      const isSilent = this.#net.label[step] === -1;
      this.#cost[marking] = this.#cost[next]! + (isSilent ? 0 : 1);
      this.#silent[marking] = this.#silent[next]! + (isSilent ? 1 : 0);
      this.#step[marking] = step;
      this.#next[marking] = next;
    }
  }

  #grow(): void {
    const { count } = this.#markings;
    if (this.#cost.length >= count) return;
    this.#cost = enlarged(this.#cost, count * 2, UNKNOWN);
    this.#silent = enlarged(this.#silent, count * 2);
    this.#step = enlarged(this.#step, count * 2);
    this.#next = enlarged(this.#next, count * 2);
  }
}

/** Numbers by two small keys, the one put in last first. */
class Queue {
  readonly #buckets: (number[][] | undefined)[] = [];
  #least = 0;

  push(key: number, second: number, value: number): void {
    const bucket = this.#buckets[key] ??= [];
    (bucket[second] ??= []).push(value);
    this.#least = Math.min(this.#least, key);
  }

  /** -1 if there is none. */
  pop(): number {
    for (; this.#least < this.#buckets.length; this.#least++) {
      const bucket = this.#buckets[this.#least];
      const turn = bucket?.findIndex((values) => values !== undefined && values.length > 0) ?? -1;
      if (turn >= 0) return bucket![turn]!.pop()!;
    }
    return -1;
  }
}
