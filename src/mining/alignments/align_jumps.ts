/**
 * Jumps: from a marking by moves of the model alone to a step with a given label, and by that step on.
 *
 * An alignment can be brought into an order in which moves of the log alone come as early as possible, and moves of the
 * model alone as late as possible: only if a later step of the model with an event depends on them, or at the end. So
 * a search need not know the markings between: from the marking after one event's step it jumps to one after another's.
 * On the way no step with the same label is passed over: the event could as well have been put to that one.
 *
 * Jumps are found in portions, by their cost, when they are asked for, and kept for all traces.
 */
import type { NetArrays } from "../../models/nets/net_arrays.ts";
import { enlarged, type Markings } from "../../models/nets/markings.ts";
import type { StubbornSets } from "../../models/nets/stubborn_sets.ts";

/** Markings that are looked at for the first portion. Each further portion looks at up to twice as many. */
const FIRST_PORTION = 64;

/** The jumps from one marking to one label that have been found so far. */
export interface JumpList {
  readonly label: number;
  /** Markings after the step, by cost, then by silent steps. */
  readonly targets: number[];
  /** The node from which the step is taken, and the transition that it is. */
  readonly origins: number[];
  readonly steps: number[];
  /** Of each portion: its cost, where its jumps end, and how many markings were looked at for it. */
  readonly costs: number[];
  readonly ends: number[];
  readonly efforts: number[];
  /** There are jumps that cannot be taken, because a place would hold more tokens than can be counted. */
  cut: boolean;
  /** Markings on the way. The first is the start; each has the one before it and the transition from there. */
  readonly nodes: number[];
  readonly before: number[];
  readonly via: number[];
  /** Markings of the current cost that have not been looked at: reached by steps that cost 1, and by silent steps. */
  cost: number;
  seeds: Arrival[];
  found: Arrival[];
  /** Markings that cost one more. */
  waiting: Arrival[];
}

interface Arrival {
  readonly marking: number;
  /** Node and transition from which it was reached. */
  readonly before: number;
  readonly via: number;
  /** Silent steps so far. */
  readonly silent: number;
}

export class Jumps {
  /** Numbers in all lists. */
  #size = 0;
  readonly #net: NetArrays;
  readonly #markings: Markings;
  readonly #stubborn: StubbornSets;
  readonly #lists: JumpList[] = [];
  /** Number of the list of each marking and label, plus 1. */
  #index = new Int32Array(0);
  /** Where a marking is among the nodes or targets of the list at hand. */
  #stamp = 0;
  #nodeStamps = new Int32Array(0);
  #targetStamps = new Int32Array(0);

  constructor(net: NetArrays, markings: Markings, stubborn: StubbornSets) {
    this.#net = net;
    this.#markings = markings;
    this.#stubborn = stubborn;
  }

  /** Roughly how much memory the lists take. */
  get bytes(): number {
    return this.#size * 8 + this.#index.byteLength;
  }

  /** The number of the list from a marking to a label. */
  from(marking: number, label: number): number {
    const labels = this.#net.labels.length, at = marking * labels + label;
    if (at >= this.#index.length) {
      this.#index = enlarged(this.#index, Math.max(1024, this.#markings.count * 2 * labels));
    }
    const known = this.#index[at]!;
    if (known > 0) return known - 1;
    const list: JumpList = {
      label,
      targets: [],
      origins: [],
      steps: [],
      costs: [],
      ends: [],
      efforts: [],
      cut: false,
      nodes: [],
      before: [],
      via: [],
      cost: 0,
      seeds: [{ marking, before: -1, via: -1, silent: 0 }],
      found: [],
      waiting: [],
    };
    this.#index[at] = this.#lists.push(list);
    this.#size += 40;
    return this.#lists.length - 1;
  }

  /** What the jumps of a portion cost; Infinity if there is none. Portions come one by one. */
  cost(number: number, portion: number): number {
    const { costs, cost, seeds, found, waiting } = this.#lists[number]!;
    if (portion < costs.length) return costs[portion]!;
    return seeds.length + found.length > 0 ? cost : waiting.length > 0 ? cost + 1 : Infinity;
  }

  /** The list, extended up to this portion. */
  upTo(number: number, portion: number): JumpList {
    const list = this.#lists[number]!;
    while (list.costs.length <= portion) this.#extend(list);
    return list;
  }

  /** Transitions of a jump, in order; the last is the step with the label. */
  path(number: number, jump: number): number[] {
    const list = this.#lists[number]!;
    const path = [list.steps[jump]!];
    for (let node = list.origins[jump]!; list.before[node]! >= 0; node = list.before[node]!) path.push(list.via[node]!);
    return path.reverse();
  }

  /** Breadth first over silent steps, from what visible ones led to at the cost before. */
  #extend(list: JumpList): void {
    const { nodes, targets } = list;
    const stamp = ++this.#stamp, sizeBefore = nodes.length + targets.length;
    for (const marking of nodes) this.#meetNode(marking, stamp);
    for (const marking of targets) this.#meetTarget(marking, stamp);
    if (list.seeds.length + list.found.length === 0) {
      list.seeds = list.waiting.sort((a, b) => a.silent - b.silent);
      list.waiting = [];
      list.cost++;
    }
    const { seeds, found } = list, end = nodes.length + FIRST_PORTION * 2 ** Math.min(6, list.costs.length);
    let s = 0, f = 0;
    while ((s < seeds.length || f < found.length) && nodes.length < end) {
      const seeded = s < seeds.length && (f === found.length || seeds[s]!.silent <= found[f]!.silent);
      const next = seeded ? seeds[s++]! : found[f++]!;
      if (!this.#meetNode(next.marking, stamp)) continue;
      nodes.push(next.marking);
      list.before.push(next.before);
      list.via.push(next.via);
      this.#look(list, next, stamp);
    }
    list.seeds = seeds.slice(s);
    list.found = found.slice(f);
    list.costs.push(list.cost);
    list.ends.push(targets.length);
    list.efforts.push(nodes.length + targets.length - sizeBefore);
    this.#size += 6 * (nodes.length + targets.length - sizeBefore);
  }

  /** The steps from the last node. */
  #look(list: JumpList, { marking, silent }: Arrival, stamp: number): void {
    const { label } = this.#net, stubborn = this.#stubborn, markings = this.#markings;
    const node = list.nodes.length - 1;
    stubborn.towards(marking, list.label);
    for (let e = 0; e < stubborn.size; e++) {
      const t = stubborn.enabled[e]!;
      const next = markings.fire(marking, t);
      if (next < 0) list.cut = true;
      else if (label[t] === list.label) {
        if (!this.#meetTarget(next, stamp)) continue;
        list.targets.push(next);
        list.origins.push(node);
        list.steps.push(t);
      } else if (!(next < this.#nodeStamps.length && this.#nodeStamps[next] === stamp)) {
        const isSilent = label[t] === -1;
        (isSilent ? list.found : list.waiting)
          .push({ marking: next, before: node, via: t, silent: isSilent ? silent + 1 : silent });
      }
    }
  }

  /** Whether a marking is met for the first time. */
  #meetNode(marking: number, stamp: number): boolean {
    if (marking >= this.#nodeStamps.length) this.#nodeStamps = enlarged(this.#nodeStamps, this.#markings.count * 2);
    if (this.#nodeStamps[marking] === stamp) return false;
    this.#nodeStamps[marking] = stamp;
    return true;
  }

  #meetTarget(marking: number, stamp: number): boolean {
    if (marking >= this.#targetStamps.length) {
      this.#targetStamps = enlarged(this.#targetStamps, this.#markings.count * 2);
    }
    if (this.#targetStamps[marking] === stamp) return false;
    this.#targetStamps[marking] = stamp;
    return true;
  }
}
