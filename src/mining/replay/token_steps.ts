/** What happens to the tokens when an activity is replayed: found once for all markings that agree where it matters. */
import { MarkingTable } from "../../models/nets/markings.ts";
import { type NetArrays, type NetOrder, orderAsListed } from "../../models/nets/net_arrays.ts";
import { EndSearch } from "./end_search.ts";
import { stepMaker, type TokenStep } from "./step_maker.ts";
import { endGoal, finalNet, goalNet, labelGoals, type TokenGoal, type TokenNet } from "./token_net.ts";
import { GoalSearch } from "./token_search.ts";

export interface TokenSteps {
  /** By the silent path that misses the fewest tokens; of those see `token_search.ts`. */
  next(marking: Int32Array, label: number): TokenStep;
  /**
   * Silent steps towards the final marking, whose tokens are taken away. Where tokens had to be added in the case
   * before, the end is replayed as an activity is; else as few tokens as can be are left over, see `end_search.ts`.
   */
  end(marking: Int32Array, hasDeviated: boolean): TokenStep;
  /** Silent steps to exactly the final marking. */
  exactEnd(marking: Int32Array): { readonly run: Int32Array | undefined; readonly complete: boolean };
  /** Ways of replaying the label without missing tokens that a case could go on from differently. */
  alternatives(marking: Int32Array, label: number): TokenAlternatives;
}

export interface TokenAlternatives {
  readonly steps: readonly TokenStep[];
  /** False where there were more markings than are looked at. */
  readonly complete: boolean;
}

/** The share of markings that searches for the fewest missing tokens look at: they serve cases that deviate anyway. */
const NEAREST_SHARE = 1 / 20, NEAREST_END_SHARE = 1 / 5;

/**
 * Markings that all searches together may meet, then each `SPARE_STATES` only: in a net whose silent steps can add
 * tokens without end every search that fails would meet as many as it may.
 */
const ALLOWANCE = 3_000_000, SPARE_STATES = 100;

/** Of equal silent paths the first in this order is taken. */
export function tokenSteps(net: NetArrays, maxStates: number, order: NetOrder = orderAsListed(net)): TokenSteps {
  const shared: Shared = { net, order, effort: new Effort(maxStates), make: stepMaker(net) };
  const goals = labelGoals(net, order).map((some) => new GoalSteps(shared, some));
  const end = endGoal(net), ends = new EndSteps(shared, end), forcedEnds = new GoalSteps(shared, [end]);
  return {
    next: (marking, label) => goals[label]!.next(marking),
    end: (marking, hasDeviated) => (hasDeviated ? forcedEnds : ends).next(marking),
    exactEnd: (marking) => ends.exact(marking),
    alternatives: (marking, label) => goals[label]!.alternatives(marking),
  };
}

export function applyStep(marking: Int32Array, step: TokenStep, offset = 0): void {
  const { places, changes } = step;
  for (let i = 0; i < places.length; i++) marking[offset + places[i]!]! += changes[i]!;
}

/** What searches have met so far. */
class Effort {
  readonly #maxStates: number;
  #left = ALLOWANCE;

  constructor(maxStates: number) {
    this.#maxStates = maxStates;
  }

  search<R extends { readonly met: number }>(find: (maxStates: number) => R, share = 1): R {
    const most = Math.ceil(this.#maxStates * share);
    const result = find(this.#left > 0 ? most : Math.min(most, SPARE_STATES));
    this.#left -= result.met;
    return result;
  }
}

/** The tokens of the places that a part of the net reads, under numbers. */
class Keys {
  readonly values: Int32Array;
  readonly #places: Int32Array;
  readonly #table: MarkingTable;

  constructor({ places, reads }: TokenNet) {
    this.#places = places.subarray(0, reads);
    this.values = new Int32Array(reads);
    this.#table = new MarkingTable(reads);
  }

  /** Leaves the tokens in `values`. */
  of(marking: Int32Array): number {
    for (let i = 0; i < this.values.length; i++) this.values[i] = marking[this.#places[i]!]!;
    return this.#table.numberOf(this.values);
  }
}

interface Shared {
  readonly net: NetArrays;
  readonly order: NetOrder;
  readonly effort: Effort;
  readonly make: ReturnType<typeof stepMaker>;
}

/** Replaying an event by one of several transitions. What searches need is made when the first one begins. */
class GoalSteps {
  readonly #shared: Shared;
  readonly #goals: readonly TokenGoal[];
  readonly #direct: readonly TokenStep[];
  readonly #nexts: (TokenStep | undefined)[] = [];
  readonly #others: (TokenAlternatives | undefined)[] = [];
  #search: { readonly keys: Keys; readonly goals: GoalSearch } | undefined;

  constructor(shared: Shared, goals: readonly TokenGoal[]) {
    this.#shared = shared;
    this.#goals = goals;
    this.#direct = goals.map((goal) => shared.make.step(NONE, goal));
  }

  next(marking: Int32Array): TokenStep {
    const direct = this.#directAt(marking);
    if (direct) return direct;
    const { keys, goals } = this.#opened(), { effort, make } = this.#shared;
    const id = keys.of(marking), known = this.#nexts[id];
    if (known) return known;
    const [path] = effort.search((most) => goals.shortest(keys.values, most)).paths;
    if (path) return this.#nexts[id] = make.step(path.silent, path.goal);
    const { paths, complete } = effort.search((most) => goals.nearest(keys.values, most), NEAREST_SHARE);
    return this.#nexts[id] = make.forced(paths[0]!.silent, paths[0]!.goal, marking, complete);
  }

  alternatives(marking: Int32Array): TokenAlternatives {
    const { keys, goals } = this.#opened(), { effort, make } = this.#shared;
    const id = keys.of(marking), known = this.#others[id];
    if (known) return known;
    const { paths, complete } = effort.search((most) => goals.all(keys.values, most));
    return this.#others[id] = { steps: paths.map(({ silent, goal }) => make.step(silent, goal)), complete };
  }

  /** Without silent steps, unless several goals can fire that leave equally many tokens. */
  #directAt(marking: Int32Array): TokenStep | undefined {
    const goals = this.#goals, first = goals.findIndex((goal) => enables(marking, goal));
    for (let g = first + 1; g < goals.length && goals[g]!.gain === goals[first]?.gain; g++) {
      if (enables(marking, goals[g]!)) return undefined;
    }
    return this.#direct[first];
  }

  #opened() {
    if (this.#search) return this.#search;
    const part = goalNet(this.#shared.net, this.#shared.order, this.#goals);
    return this.#search = { keys: new Keys(part), goals: new GoalSearch(part, this.#goals) };
  }
}

/** The end of a case that has not deviated. */
class EndSteps {
  readonly #shared: Shared;
  readonly #goal: TokenGoal;
  readonly #direct: TokenStep;
  readonly #exact: ({ readonly path: Int32Array | undefined; readonly complete: boolean } | undefined)[] = [];
  readonly #ends: (TokenStep | undefined)[] = [];
  #search: { readonly keys: Keys; readonly ends: EndSearch; readonly untaken: Int32Array } | undefined;

  constructor(shared: Shared, goal: TokenGoal) {
    this.#shared = shared;
    this.#goal = goal;
    this.#direct = shared.make.step(NONE, goal);
  }

  next(marking: Int32Array): TokenStep {
    const { net, effort, make } = this.#shared;
    if (marking.every((tokens, p) => tokens === net.final[p])) return this.#direct;
    const { keys, ends } = this.#opened();
    const id = keys.of(marking), known = this.#ends[id];
    if (known) return known;
    const { path } = this.#exactFrom(id);
    if (path) return this.#ends[id] = make.step(path, this.#goal);
    const near = effort.search((most) => ends.nearest(keys.values, most), NEAREST_END_SHARE);
    return this.#ends[id] = make.forced(near.path, this.#goal, marking, near.complete);
  }

  exact(marking: Int32Array): { run: Int32Array | undefined; complete: boolean } {
    const { keys, untaken } = this.#opened();
    for (const p of untaken) if (marking[p] !== 0) return { run: undefined, complete: true };
    const { path, complete } = this.#exactFrom(keys.of(marking));
    return { run: path, complete };
  }

  /** For the tokens in the keys, whose number is known. */
  #exactFrom(id: number) {
    const { keys, ends } = this.#opened();
    return this.#exact[id] ??= this.#shared.effort.search((most) => ends.exact(keys.values, most));
  }

  #opened() {
    if (this.#search) return this.#search;
    const { net, order } = this.#shared, part = finalNet(net, order);
    const read = new Set(part.places.subarray(0, part.reads));
    // Tokens there stay: no silent step takes them, nor does the end.
    const untaken = order.places.filter((p) => !read.has(p));
    return this.#search = { keys: new Keys(part), ends: new EndSearch(part), untaken };
  }
}

const NONE = new Int32Array(0);

function enables(marking: Int32Array, { places, weights }: TokenGoal): boolean {
  for (let i = 0; i < places.length; i++) if (marking[places[i]!]! < weights[i]!) return false;
  return true;
}
