/**
 * Silent steps at the end of a case: to the final marking, or as near to it as they can come.
 *
 * Of all markings that silent steps reach, the one from which the fewest tokens are missing is taken; of those one with
 * the fewest tokens left over, then the fewest steps, then the steps that come first by name.
 */
import { Markings } from "../../models/nets/markings.ts";
import { StubbornSets } from "../../models/nets/stubborn_sets.ts";
import type { TokenNet } from "./token_net.ts";
import { comparedWays, TokenWays } from "./token_ways.ts";

export interface EndResult {
  /** Transitions of the whole net. */
  readonly path: Int32Array;
  /** False where there were more markings than are looked at: another path may end nearer. */
  readonly complete: boolean;
  /** Markings that were met. */
  readonly met: number;
}

/** How far a marking is from the final one. */
interface Rest {
  readonly node: number;
  readonly missing: number;
  readonly over: number;
}

export class EndSearch {
  readonly #net: TokenNet;
  readonly #markings: Markings;
  readonly #stubborn: StubbornSets;
  readonly #ways = new TokenWays();
  readonly #start: Int32Array;

  constructor(net: TokenNet) {
    this.#net = net;
    this.#markings = new Markings(net.arrays);
    this.#stubborn = new StubbornSets(net.arrays, this.#markings);
    this.#start = new Int32Array(net.arrays.places);
  }

  /** The shortest path to exactly the final marking, breadth first; none if there is none. */
  exact(start: Int32Array, maxStates: number): Omit<EndResult, "path"> & { readonly path: Int32Array | undefined } {
    this.#begin(start);
    const markings = this.#markings, stubborn = this.#stubborn;
    for (let node = 0; node < markings.count; node++) {
      if (this.#isFinal(node)) {
        return { path: this.#pathTo(node), complete: true, met: markings.count };
      }
      stubborn.towardsFinal(node);
      for (let e = 0; e < stubborn.size; e++) this.#step(node, stubborn.enabled[e]!);
      if (markings.count > maxStates) return { path: undefined, complete: false, met: markings.count };
    }
    return { path: undefined, complete: true, met: markings.count };
  }

  /** The best path of all, breadth first; where there are too many markings, the best of what two searches meet. */
  nearest(start: Int32Array, maxStates: number): EndResult {
    this.#begin(start);
    const markings = this.#markings, stubborn = this.#stubborn;
    let best = this.#restOf(0);
    for (let node = 0; node < markings.count; node++) {
      best = this.#better(best, this.#restOf(node));
      stubborn.towardsNearerFinal(node);
      for (let e = 0; e < stubborn.size; e++) this.#step(node, stubborn.enabled[e]!);
      if (markings.count <= maxStates) continue;
      const path = this.#pathTo(best.node), met = markings.count;
      const other = this.#eager(start, maxStates);
      const isBetter = (other.rest.missing - best.missing || other.rest.over - best.over) < 0;
      return { path: isBetter ? other.path : path, complete: false, met: met + markings.count };
    }
    return { path: this.#pathTo(best.node), complete: true, met: markings.count };
  }

  /** Always goes on from the last marking that is as near as any: it gets far in nets of many concurrent branches. */
  #eager(start: Int32Array, maxStates: number): { path: Int32Array; rest: Rest } {
    this.#begin(start);
    const markings = this.#markings, stubborn = this.#stubborn;
    let best = this.#restOf(0);
    const open: number[][] = [];
    open[best.missing + best.over] = [0];
    for (let away = 0; away < open.length && markings.count <= maxStates; away++) {
      const node = open[away]?.pop();
      if (node === undefined) continue;
      stubborn.towardsNearerFinal(node);
      for (let e = stubborn.size - 1; e >= 0; e--) {
        const before = markings.count, next = this.#step(node, stubborn.enabled[e]!);
        if (next !== before) continue;
        const rest = this.#restOf(next);
        best = this.#better(best, rest);
        (open[rest.missing + rest.over] ??= []).push(next);
      }
      away = -1;
    }
    return { path: this.#pathTo(best.node), rest: best };
  }

  #begin(start: Int32Array): void {
    this.#start.set(start.subarray(0, this.#net.reads));
    this.#markings.clear();
    this.#markings.numberOf(this.#start);
    this.#ways.begin();
  }

  #pathTo(node: number): Int32Array {
    return Int32Array.from(this.#ways.to(node), (t) => this.#net.transitions[t]!);
  }

  #step(node: number, t: number): number {
    const next = this.#markings.fire(node, t);
    if (next >= 0) this.#ways.note(node, t, next);
    return next;
  }

  #isFinal(node: number): boolean {
    const { places, final } = this.#net.arrays, { tokens } = this.#markings;
    for (let p = 0; p < places; p++) if (tokens[node * places + p] !== final[p]) return false;
    return true;
  }

  #restOf(node: number): Rest {
    const { places, final } = this.#net.arrays, { tokens } = this.#markings;
    let missing = 0, over = 0;
    for (let p = 0; p < places; p++) {
      const more = tokens[node * places + p]! - final[p]!;
      if (more < 0) missing -= more;
      else over += more;
    }
    return { node, missing, over };
  }

  #better(a: Rest, b: Rest): Rest {
    const { steps } = this.#ways;
    const compared = a.missing - b.missing || a.over - b.over || steps[a.node]! - steps[b.node]! ||
      comparedWays(this.#ways.to(a.node), this.#ways.to(b.node));
    return compared <= 0 ? a : b;
  }
}
