/**
 * The markings that a net can reach, breadth first, until all are known, a place is seen to grow without bound, or there
 * are more than are looked at.
 *
 * Unboundedness: Karp & Miller, "Parallel Program Schemata", Journal of Computer and System Sciences 3 (1969): an
 * unbounded net has a marking that covers one on the way to it. The search tree branches finitely, so that breadth first
 * comes upon one.
 */
import { Markings } from "./markings.ts";
import type { NetArrays } from "./net_arrays.ts";

export interface StateSpace {
  /** Distinct markings, tokens of each place, in the order they were found; the initial one first. */
  readonly markings: readonly Int32Array[];
  /** Marking from which each was found first, -1 for the initial one; of a shortest firing sequence. */
  readonly parent: readonly number[];
  /** Transition that led from there. */
  readonly via: readonly number[];
  /** Of each expanded marking, its successors as pairs of transition and marking, one after the other. */
  readonly successors: readonly (readonly number[])[];
  /** `complete`: all markings; `unbounded`: the last marking covers `covered`; `maxStates`: there are more. */
  readonly end: "complete" | "unbounded" | "maxStates";
  /** A marking on the way to the last one that has no more tokens anywhere and fewer somewhere. */
  readonly covered: number | undefined;
}

/** Explores the markings reachable from `initial`, at most `maxStates` of them. */
export function exploreStates(net: NetArrays, initial: Int32Array, maxStates: number): StateSpace {
  const table = new Markings({ ...net, initial });
  const markings = [initial], parent = [-1], via = [-1], totals = [sum(initial)];
  const successors: number[][] = [];
  const space = (end: StateSpace["end"], covered?: number): StateSpace => {
    return { markings, parent, via, successors, end, covered };
  };
  for (let at = 0; at < markings.length; at++) {
    const next: number[] = [];
    for (let t = 0; t < net.transitions; t++) {
      if (!table.enabled(at, t)) continue;
      const found = table.fire(at, t);
      if (found < 0 || found === maxStates) return space("maxStates");
      if (found === markings.length) {
        const after = new Int32Array(net.places);
        table.read(found, after);
        markings.push(after);
        parent.push(at);
        via.push(t);
        totals.push(sum(after));
        for (let above = at; above >= 0; above = parent[above]!) {
          if (totals[above]! < totals[found]! && covers(after, markings[above]!)) return space("unbounded", above);
        }
      }
      next.push(t, found);
    }
    successors.push(next);
  }
  return space("complete");
}

/** Transitions of the firing sequence that first led to a marking. */
export function pathTo({ parent, via }: StateSpace, marking: number): number[] {
  const path: number[] = [];
  for (let at = marking; parent[at]! >= 0; at = parent[at]!) path.push(via[at]!);
  return path.reverse();
}

export function isEnabled({ inOffsets, inPlaces, inWeights }: NetArrays, marking: Int32Array, t: number): boolean {
  for (let i = inOffsets[t]!; i < inOffsets[t + 1]!; i++) if (marking[inPlaces[i]!]! < inWeights[i]!) return false;
  return true;
}

/** The marking after an enabled transition. */
export function fire(net: NetArrays, marking: Int32Array, t: number): Int32Array {
  const after = marking.slice();
  for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) after[net.inPlaces[i]!]! -= net.inWeights[i]!;
  for (let i = net.outOffsets[t]!; i < net.outOffsets[t + 1]!; i++) after[net.outPlaces[i]!]! += net.outWeights[i]!;
  return after;
}

export function covers(marking: Int32Array, other: Int32Array): boolean {
  for (let p = 0; p < marking.length; p++) if (marking[p]! < other[p]!) return false;
  return true;
}

function sum(marking: Int32Array): number {
  return marking.reduce((total, tokens) => total + tokens, 0);
}
