/**
 * Silent steps that enable what comes next: exact search that leaves out orders of independent steps.
 *
 * At each marking only a stubborn set of transitions is tried: the goals; for a disabled one, all that could fill one of
 * its empty inputs; for an enabled one, all that compete for its inputs. Whatever leads to the goal can be reordered to
 * begin in this set, so that goals stay reachable, by paths as short as before. Valmari, "Stubborn Sets for Reduced
 * State Space Generation", 1991; Schmidt, "Stubborn Sets for Standard Properties", 1999, for goals.
 */
import type { TokenNet } from "./token_net.ts";
import { type TokenTable, tokenTable } from "./token_table.ts";

export interface SilentSearch {
  /** The shortest silent path that enables a goal; ties by order of the transitions in the net. */
  shortest(start: Int32Array, budget: number): SearchResult;
  /** One path to each goal at each marking from which a case might go on differently; shortest first. */
  all(start: Int32Array, budget: number): SearchResult;
  /** The path after which a goal misses the fewest tokens; ties by length, then by order of the transitions. */
  nearest(start: Int32Array, budget: number): SearchResult;
}

export interface SearchResult {
  /** Local transitions, the goal last. */
  readonly paths: readonly Int32Array[];
  /** False where the budget of markings ended the search: there may be other or better paths. */
  readonly complete: boolean;
  /** Markings it has met. */
  readonly met: number;
}

export function silentSearch(net: TokenNet): SilentSearch {
  const width = net.places.length, transitions = net.transitions.length;
  let table: TokenTable | undefined;
  const parents: number[] = [], via: number[] = [];
  const current = new Int32Array(width);
  const stubborn = new Int32Array(transitions), enabled = new Int32Array(transitions);
  const stamp = new Int32Array(transitions);
  let round = 0, met = 1;

  const emptiest = (t: number): number => {
    const places = net.inputs[t]!, weights = net.inputWeights[t]!;
    let found = -1;
    for (let i = 0; i < places.length; i++) {
      const p = places[i]!;
      if (current[p]! >= weights[i]!) continue;
      if (found < 0 || net.producers[p]!.length < net.producers[found]!.length) found = p;
    }
    return found;
  };

  /** Enabled transitions of the stubborn set in `enabled`, in order; with `wide`, all empty inputs of goals count. */
  const enabledOnes = (wide: boolean): number => {
    round++;
    let size = 0, found = 0;
    const include = (some: Int32Array) => {
      for (const t of some) {
        if (stamp[t] === round) continue;
        stamp[t] = round;
        stubborn[size++] = t;
      }
    };
    for (let t = net.silent; t < transitions; t++) {
      stamp[t] = round;
      stubborn[size++] = t;
    }
    for (let i = 0; i < size; i++) {
      const t = stubborn[i]!;
      const empty = emptiest(t);
      if (empty < 0) {
        enabled[found++] = t;
        for (const p of net.inputs[t]!) include(net.consumers[p]!);
      } else if (wide && t >= net.silent) {
        const places = net.inputs[t]!, weights = net.inputWeights[t]!;
        for (let k = 0; k < places.length; k++) {
          if (current[places[k]!]! < weights[k]!) include(net.producers[places[k]!]!);
        }
      } else {
        include(net.producers[empty]!);
      }
    }
    if (found > 1) enabled.subarray(0, found).sort();
    return found;
  };

  const pathTo = (node: number, goal: number): Int32Array => {
    const path = [goal];
    for (let n = node; n > 0; n = parents[n]!) path.push(via[n]!);
    return Int32Array.from(path.reverse());
  };

  /** Visits markings breadth first until `visit` returns true. Returns whether all were visited, or it did. */
  const explore = (
    start: Int32Array,
    budget: number,
    wide: boolean,
    visit: (node: number, found: number) => boolean,
  ) => {
    current.fill(0);
    current.set(start.subarray(0, net.reads));
    met = 1;
    let found = enabledOnes(wide);
    if (visit(0, found)) return true;
    if (found === 0 || enabled[0]! >= net.silent) return true;
    table ??= tokenTable(width);
    table.clear();
    table.intern(current);
    parents.length = via.length = 1;
    for (let node = 0; node < table.size; node++) {
      met = table.size;
      if (node > 0) {
        table.read(node, current);
        found = enabledOnes(wide);
        if (visit(node, found)) return true;
      }
      for (let i = 0; i < found && enabled[i]! < net.silent; i++) {
        const t = enabled[i]!;
        move(net, current, t, 1);
        const before = table.size;
        if (table.intern(current) === before) {
          parents.push(node);
          via.push(t);
        }
        move(net, current, t, -1);
        if (table.size > budget) return false;
      }
    }
    return true;
  };

  return {
    shortest(start, budget) {
      let path: Int32Array | undefined;
      const complete = explore(start, budget, false, (node, found) => {
        for (let i = 0; i < found; i++) {
          if (enabled[i]! < net.silent) continue;
          path = pathTo(node, enabled[i]!);
          return true;
        }
        return false;
      });
      return { paths: path ? [path] : [], complete, met };
    },
    all(start, budget) {
      const paths: Int32Array[] = [];
      const complete = explore(start, budget, false, (node, found) => {
        for (let i = 0; i < found; i++) if (enabled[i]! >= net.silent) paths.push(pathTo(node, enabled[i]!));
        return false;
      });
      return { paths, complete, met };
    },
    nearest(start, budget) {
      let fewest = Infinity;
      let path = new Int32Array(0);
      const complete = explore(start, budget, true, (node) => {
        for (let t = net.silent; t < transitions; t++) {
          const missing = missingTokens(net, current, t);
          if (missing >= fewest) continue;
          fewest = missing;
          path = pathTo(node, t) as Int32Array<ArrayBuffer>;
        }
        return fewest === 0;
      });
      return { paths: [path], complete, met };
    },
  };
}

function move(net: TokenNet, marking: Int32Array, t: number, sign: number): void {
  const inputs = net.inputs[t]!, outputs = net.outputs[t]!;
  const taken = net.inputWeights[t]!, given = net.outputWeights[t]!;
  for (let i = 0; i < inputs.length; i++) marking[inputs[i]!]! -= sign * taken[i]!;
  for (let i = 0; i < outputs.length; i++) marking[outputs[i]!]! += sign * given[i]!;
}

function missingTokens(net: TokenNet, marking: Int32Array, t: number): number {
  const places = net.inputs[t]!, weights = net.inputWeights[t]!;
  let missing = 0;
  for (let i = 0; i < places.length; i++) missing += Math.max(0, weights[i]! - marking[places[i]!]!);
  return missing;
}
