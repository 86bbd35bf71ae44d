/** Which beginnings of traces a net can replay without missing tokens, whatever silent steps and duplicates they need. */
import type { NetArrays } from "../../models/nets/net_arrays.ts";
import { applyStep, type TokenStep, type TokenSteps } from "./token_steps.ts";
import { tokenTable } from "../conformance/token_table.ts";

/** Markings in which a case can be after a beginning of a trace; none if the net cannot replay it. */
export interface TokenStates {
  /** The same for the same markings. */
  readonly id: number;
  /** Numbers of markings, in the order they were found. */
  readonly markings: readonly number[];
  /** Of each: which marking of the states before it came from, and by which step. */
  readonly before: readonly number[];
  readonly steps: readonly TokenStep[];
  /** False where a budget has ended a search for more. */
  readonly complete: boolean;
}

export interface TokenLanguage {
  readonly start: TokenStates;
  /** After one more activity. */
  next(states: TokenStates, label: number): TokenStates;
  /** Labels by which a case can go on. */
  enabled(states: TokenStates): ReadonlySet<number>;
  /** The silent steps from one of the markings, `index` among them, to the final one; no run if there are none. */
  finish(states: TokenStates): { index: number; run: Int32Array | undefined; complete: boolean };
}

/** The markings after one of them, and how each is reached. */
interface Successors {
  readonly markings: readonly number[];
  readonly steps: readonly TokenStep[];
  readonly complete: boolean;
}

/** Searches meet at most `budget` markings; at most `width` are kept for one beginning of a trace. */
export function tokenLanguage(net: NetArrays, steps: TokenSteps, budget: number, width: number): TokenLanguage {
  const table = tokenTable(net.places);
  const marking = new Int32Array(net.places);
  const successors = new Map<number, Successors>();
  const ids = new Map<string, number>();
  const nexts = new Map<number, TokenStates>();
  const enabledAt = new Map<number, number[]>(), enabledIn = new Map<number, ReadonlySet<number>>();
  const endings = new Map<number, { run: Int32Array | undefined; complete: boolean }>();
  const toEnd = finalSearch(net, budget);

  const successorsOf = (id: number, label: number) => {
    const key = id * net.labels.length + label;
    let found = successors.get(key);
    if (found) return found;
    table.read(id, marking);
    const after = new Map<number, TokenStep>();
    const here = marking.slice();
    const alternatives = steps.alternatives(here, label);
    for (const step of alternatives.steps) {
      marking.set(here);
      applyStep(marking, step);
      const next = table.intern(marking);
      if (!after.has(next)) after.set(next, step);
    }
    found = { markings: [...after.keys()], steps: [...after.values()], complete: alternatives.complete };
    successors.set(key, found);
    return found;
  };

  const statesOf = (markings: number[], before: number[], steps: TokenStep[], complete: boolean): TokenStates => {
    const key = complete ? markings.join() : `${markings.join()} and more`;
    let id = ids.get(key);
    if (id === undefined) ids.set(key, id = ids.size);
    return { id, markings, before, steps, complete };
  };

  const after = (states: TokenStates, label: number): TokenStates => {
    const markings: number[] = [], before: number[] = [], taken: TokenStep[] = [];
    const seen = new Set<number>();
    let complete = states.complete;
    for (let i = 0; i < states.markings.length; i++) {
      const found = successorsOf(states.markings[i]!, label);
      complete &&= found.complete;
      for (let k = 0; k < found.markings.length; k++) {
        if (seen.has(found.markings[k]!)) continue;
        if (markings.length === width) return statesOf(markings, before, taken, false);
        seen.add(found.markings[k]!);
        markings.push(found.markings[k]!);
        before.push(i);
        taken.push(found.steps[k]!);
      }
    }
    return statesOf(markings, before, taken, complete);
  };

  return {
    start: statesOf([table.intern(net.initial)], [-1], [], true),
    next(states, label) {
      const key = states.id * net.labels.length + label;
      let found = nexts.get(key);
      if (!found) nexts.set(key, found = after(states, label));
      return found;
    },
    enabled(states) {
      const known = enabledIn.get(states.id);
      if (known) return known;
      const labels = new Set<number>();
      for (const id of states.markings) {
        let here = enabledAt.get(id);
        if (!here) {
          table.read(id, marking);
          here = net.labels.flatMap((_, label) => steps.next(marking, label).missing === 0 ? [label] : []);
          enabledAt.set(id, here);
        }
        for (const label of here) labels.add(label);
      }
      enabledIn.set(states.id, labels);
      return labels;
    },
    finish(states) {
      let complete = states.complete;
      for (let index = 0; index < states.markings.length; index++) {
        const id = states.markings[index]!;
        let ending = endings.get(id);
        if (!ending) {
          table.read(id, marking);
          endings.set(id, ending = toEnd(marking));
        }
        if (ending.run) return { index, run: ending.run, complete: true };
        complete &&= ending.complete;
      }
      return { index: -1, run: undefined, complete };
    },
  };
}

/**
 * The shortest silent path to exactly the final marking. Tried at each marking: what can fill a place that lacks tokens
 * or empty one that has too many, and what that needs (stubborn sets as in `silentSearch`).
 */
function finalSearch(net: NetArrays, budget: number) {
  const silent = Array.from(net.label.keys()).filter((t) => net.label[t] === -1);
  const producers: number[][] = Array.from({ length: net.places }, () => []);
  const consumers: number[][] = Array.from({ length: net.places }, () => []);
  for (const t of silent) {
    for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) consumers[net.inPlaces[i]!]!.push(t);
    for (let i = net.outOffsets[t]!; i < net.outOffsets[t + 1]!; i++) producers[net.outPlaces[i]!]!.push(t);
  }
  const current = new Int32Array(net.places);

  const firstSteps = (): readonly number[] | undefined => {
    let least: readonly number[] | undefined;
    for (let p = 0; p < net.places; p++) {
      if (current[p] === net.final[p]) continue;
      const some = current[p]! < net.final[p]! ? producers[p]! : consumers[p]!;
      if (!least || some.length < least.length) least = some;
    }
    return least;
  };

  const emptyInput = (t: number): number => {
    for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) {
      if (current[net.inPlaces[i]!]! < net.inWeights[i]!) return net.inPlaces[i]!;
    }
    return -1;
  };

  return (start: Int32Array): { run: Int32Array | undefined; complete: boolean } => {
    const table = tokenTable(net.places);
    table.intern(start);
    const parents = [-1], via = [-1];
    for (let node = 0; node < table.size; node++) {
      table.read(node, current);
      const first = firstSteps();
      if (!first) {
        const run: number[] = [];
        for (let n = node; n > 0; n = parents[n]!) run.push(via[n]!);
        return { run: Int32Array.from(run.reverse()), complete: true };
      }
      const tried = new Set(first), enabled: number[] = [];
      for (const t of tried) {
        const empty = emptyInput(t);
        if (empty >= 0) {
          for (const other of producers[empty]!) tried.add(other);
          continue;
        }
        enabled.push(t);
        for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) {
          for (const other of consumers[net.inPlaces[i]!]!) tried.add(other);
        }
      }
      for (const t of enabled.sort((a, b) => a - b)) {
        fire(net, current, t, 1);
        const before = table.size;
        if (table.intern(current) === before) {
          parents.push(node);
          via.push(t);
        }
        fire(net, current, t, -1);
        if (table.size > budget) return { run: undefined, complete: false };
      }
    }
    return { run: undefined, complete: true };
  };
}

function fire(net: NetArrays, marking: Int32Array, t: number, sign: number): void {
  for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) {
    marking[net.inPlaces[i]!]! -= sign * net.inWeights[i]!;
  }
  for (let i = net.outOffsets[t]!; i < net.outOffsets[t + 1]!; i++) {
    marking[net.outPlaces[i]!]! += sign * net.outWeights[i]!;
  }
}
