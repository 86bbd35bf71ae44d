/**
 * Silent steps that enable what comes next: exact search that leaves out orders of independent steps.
 *
 * At each marking only a stubborn set of transitions is tried: the goals; for a disabled one, all that could fill one of
 * its empty inputs; for an enabled one, all that compete for its inputs. Whatever leads to the goal can be reordered to
 * begin in this set, so that goals stay reachable, by paths as short as before. Valmari, "Stubborn Sets for Reduced
 * State Space Generation", 1991; Schmidt, "Stubborn Sets for Standard Properties", 1999, for goals.
 */
import type { TokenNet } from "./token_net.ts";
import { type TokenTable, tokenTable } from "../conformance/token_table.ts";

export interface SilentSearch {
  /** A shortest silent path that enables a goal; of equals, what is met first trying transitions in the net's order. */
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
  const parents: number[] = [], via: number[] = [], steps: number[] = [];
  const distance = goalDistance(net);
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

  const begin = (start: Int32Array) => {
    current.fill(0);
    current.set(start.subarray(0, net.reads));
  };

  const restart = (): TokenTable => {
    table ??= tokenTable(width);
    table.clear();
    table.intern(current);
    parents.length = via.length = steps.length = 1;
    steps[0] = 0;
    return table;
  };

  /** Visits markings breadth first. Returns whether all were visited. */
  const explore = (start: Int32Array, budget: number, wide: boolean, visit: (node: number, found: number) => void) => {
    begin(start);
    met = 1;
    let found = enabledOnes(wide);
    visit(0, found);
    if (found === 0 || enabled[0]! >= net.silent) return true;
    const table = restart();
    for (let node = 0; node < table.size; node++) {
      if (node > 0) {
        table.read(node, current);
        found = enabledOnes(wide);
        visit(node, found);
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
        met = table.size;
        if (met > budget) return false;
      }
    }
    return true;
  };

  /** A*: markings by silent steps so far and the least still needed, then in the order they were met. */
  const enabling = (start: Int32Array, budget: number): { path: Int32Array | undefined; complete: boolean } => {
    begin(start);
    met = 1;
    const least = distance(current);
    if (least === Infinity) return { path: undefined, complete: true };
    const table = restart();
    const open: number[][] = [];
    open[least] = [0];
    const done: boolean[] = [], more = [least];
    for (let length = least; length < open.length; length++) {
      for (const node of open[length] ?? []) {
        if (done[node]) continue;
        done[node] = true;
        table.read(node, current);
        const found = enabledOnes(false);
        if (found > 0 && enabled[found - 1]! >= net.silent) {
          let goal = found - 1;
          while (goal > 0 && enabled[goal - 1]! >= net.silent) goal--;
          return { path: pathTo(node, enabled[goal]!), complete: true };
        }
        const after = steps[node]! + 1;
        for (let i = 0; i < found; i++) {
          const t = enabled[i]!;
          move(net, current, t, 1);
          const before = table.size, next = table.intern(current);
          if (next === before) more[next] = distance(current);
          if (more[next]! < Infinity && (next === before || after < steps[next]!)) {
            steps[next] = after;
            parents[next] = node;
            via[next] = t;
            (open[after + more[next]!] ??= []).push(next);
          }
          move(net, current, t, -1);
        }
        met = table.size;
        if (met > budget) return { path: undefined, complete: false };
      }
    }
    return { path: undefined, complete: true };
  };

  return {
    shortest(start, budget) {
      const { path, complete } = enabling(start, budget);
      return { paths: path ? [path] : [], complete, met };
    },
    all(start, budget) {
      const paths: Int32Array[] = [];
      begin(start);
      met = 1;
      const complete = distance(current) === Infinity || explore(start, budget, false, (node, found) => {
        for (let i = 0; i < found; i++) if (enabled[i]! >= net.silent) paths.push(pathTo(node, enabled[i]!));
      });
      return { paths, complete, met };
    },
    nearest(start, budget) {
      let fewest = Infinity;
      let path: Int32Array = new Int32Array(0);
      const look = (node: number) => {
        for (let t = net.silent; t < transitions; t++) {
          const missing = missingTokens(net, current, t);
          if (missing >= fewest) continue;
          fewest = missing;
          path = pathTo(node, t);
        }
      };
      begin(start);
      met = 1;
      look(0);
      const complete = fewest <= 1 || explore(start, budget, true, look);
      return { paths: [path], complete, met };
    },
  };
}

/**
 * How many silent steps at least a goal still needs at a marking: if steps took no tokens away and all that can fire
 * fired together, the rounds until the goal has its inputs. Infinity where it never has them: then it cannot be enabled.
 * Bonet & Geffner, "Planning as heuristic search", 2001 (h-max).
 */
function goalDistance(net: TokenNet): (marking: Int32Array) => number {
  const width = net.places.length;
  const needed = Int32Array.from({ length: net.silent }, (_, t) => net.inputs[t]!.length);
  const takers = net.consumers.map((some) => some.filter((t) => t < net.silent));
  const sources = Array.from(needed.keys()).filter((t) => needed[t] === 0);
  const lacking = new Int32Array(net.silent), level = new Int32Array(width), reached = new Int32Array(width);
  const goals = net.inputs.slice(net.silent), weights = net.inputWeights.slice(net.silent);
  const wanted = new Uint8Array(width);
  for (const places of goals) for (const p of places) wanted[p] = 1;
  let size = 0, nearest = Infinity;

  const fire = (t: number, after: number) => {
    for (const p of net.outputs[t]!) {
      if (level[p] !== -1) continue;
      level[p] = after;
      reached[size++] = p;
      if (wanted[p] === 1 && nearest === Infinity && goals.some((places) => places.every((q) => level[q] !== -1))) {
        nearest = after;
      }
    }
  };

  return (marking) => {
    for (let g = 0; g < goals.length; g++) if (covers(marking, goals[g]!, weights[g]!)) return 0;
    lacking.set(needed);
    size = 0;
    nearest = Infinity;
    for (let p = 0; p < width; p++) {
      level[p] = marking[p]! > 0 ? 0 : -1;
      if (level[p] === 0) reached[size++] = p;
    }
    // Marked, but with too few tokens: at least one step.
    for (const places of goals) if (places.every((p) => level[p] === 0)) return 1;
    for (const t of sources) fire(t, 1);
    for (let i = 0; i < size && nearest === Infinity; i++) {
      const p = reached[i]!, after = level[p]! + 1, some = takers[p]!;
      for (let k = 0; k < some.length; k++) if (--lacking[some[k]!]! === 0) fire(some[k]!, after);
    }
    return nearest;
  };
}

function covers(marking: Int32Array, places: Int32Array, weights: Int32Array): boolean {
  for (let i = 0; i < places.length; i++) if (marking[places[i]!]! < weights[i]!) return false;
  return true;
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
