/** What happens to the tokens when an activity is replayed: found once for all markings that agree where it matters. */
import type { NetArrays } from "../../models/net_arrays.ts";
import { endGoal, labelGoals, type TokenGoal, tokenNet } from "./token_net.ts";
import { type SearchResult, silentSearch } from "./token_search.ts";
import { type TokenTable, tokenTable } from "./token_table.ts";

/** Silent steps, then the activity, or the end. */
export interface TokenStep {
  /** Transitions in the order they fire; the end is none. */
  readonly run: Int32Array;
  /** Places whose tokens change, missing tokens added, and by how much. */
  readonly places: Int32Array;
  readonly changes: Int32Array;
  readonly produced: number;
  readonly consumed: number;
  /** Tokens that had to be added, and where: places and tokens in pairs. */
  readonly missing: number;
  readonly missingAt: Int32Array;
}

export interface TokenSteps {
  /** By the shortest silent path; where none enables the label, with the fewest missing tokens. */
  next(marking: Int32Array, label: number): TokenStep;
  /** Silent steps to the final marking, and its tokens taken away. */
  end(marking: Int32Array): TokenStep;
  /** Ways of replaying the label without missing tokens that a case could go on from differently. */
  alternatives(marking: Int32Array, label: number): TokenAlternatives;
}

export interface TokenAlternatives {
  readonly steps: readonly TokenStep[];
  /** False where the budget ended the search for more. */
  readonly complete: boolean;
}

/** Markings that the search for the fewest missing tokens looks at: it serves traces that deviate anyway. */
const NEAREST_BUDGET = 500;

export function tokenSteps(net: NetArrays, budget: number): TokenSteps {
  const labels: (Finder | undefined)[] = net.labels.map(() => undefined);
  const goals = labelGoals(net);
  const finderOf = (label: number) => labels[label] ??= finder(net, goals[label]!, budget);
  const ends = finder(net, [endGoal(net)], budget);
  return {
    next: (marking, label) => finderOf(label).next(marking),
    end: (marking) => ends.next(marking),
    alternatives: (marking, label) => finderOf(label).alternatives(marking),
  };
}

export function applyStep(marking: Int32Array, step: TokenStep, offset = 0): void {
  const { places, changes } = step;
  for (let i = 0; i < places.length; i++) marking[offset + places[i]!]! += changes[i]!;
}

interface Finder {
  next(marking: Int32Array): TokenStep;
  alternatives(marking: Int32Array): TokenAlternatives;
}

function finder(net: NetArrays, goals: readonly TokenGoal[], budget: number): Finder {
  const part = tokenNet(net, goals), search = silentSearch(part);
  const key = new Int32Array(part.places.length);
  const known: TokenTable = tokenTable(part.reads);
  const nexts: (TokenStep | undefined)[] = [];
  const others: (TokenAlternatives | undefined)[] = [];
  const goalOf = new Map(goals.map((goal) => [goal.transition, goal]));
  const idOf = (marking: Int32Array) => {
    for (let i = 0; i < part.reads; i++) key[i] = marking[part.places[i]!]!;
    return known.intern(key);
  };
  const steps = (marking: Int32Array, { paths }: SearchResult) =>
    paths.map((path) => stepOf(net, marking, path.map((t) => part.transitions[t]!), goalOf));
  return {
    next(marking) {
      const id = idOf(marking);
      const step = nexts[id];
      if (step !== undefined) return step;
      const enabling = search.shortest(key, budget);
      const found = enabling.paths.length > 0 ? enabling : search.nearest(key, Math.min(budget, NEAREST_BUDGET));
      return nexts[id] = steps(marking, found)[0]!;
    },
    alternatives(marking) {
      const id = idOf(marking);
      const found = others[id];
      if (found !== undefined) return found;
      const result = search.all(key, budget);
      return others[id] = { steps: steps(marking, result), complete: result.complete };
    },
  };
}

function stepOf(
  net: NetArrays,
  marking: Int32Array,
  path: Int32Array,
  goalOf: ReadonlyMap<number, TokenGoal>,
): TokenStep {
  const change = new Map<number, number>();
  const missingAt: number[] = [];
  let produced = 0, consumed = 0, missing = 0;
  const add = (place: number, tokens: number) => change.set(place, (change.get(place) ?? 0) + tokens);
  for (const t of path) {
    const goal = goalOf.get(t);
    if (goal) {
      goal.places.forEach((place, i) => {
        const lacking = goal.weights[i]! - marking[place]! - (change.get(place) ?? 0);
        if (lacking <= 0) return;
        missing += lacking;
        missingAt.push(place, lacking);
        add(place, lacking);
      });
      goal.weights.forEach((tokens, i) => {
        consumed += tokens;
        add(goal.places[i]!, -tokens);
      });
    } else {
      for (let i = net.inOffsets[t]!; i < net.inOffsets[t + 1]!; i++) {
        consumed += net.inWeights[i]!;
        add(net.inPlaces[i]!, -net.inWeights[i]!);
      }
    }
    if (t === net.transitions) continue;
    for (let i = net.outOffsets[t]!; i < net.outOffsets[t + 1]!; i++) {
      produced += net.outWeights[i]!;
      add(net.outPlaces[i]!, net.outWeights[i]!);
    }
  }
  const changed = [...change].filter(([, tokens]) => tokens !== 0);
  return {
    run: path.filter((t) => t < net.transitions),
    places: Int32Array.from(changed, ([place]) => place),
    changes: Int32Array.from(changed, ([, tokens]) => tokens),
    produced,
    consumed,
    missing,
    missingAt: Int32Array.from(missingAt),
  };
}
