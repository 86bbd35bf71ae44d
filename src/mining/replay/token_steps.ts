/** What happens to the tokens when an activity is replayed: found once for all markings that agree where it matters. */
import type { NetArrays } from "../../models/nets/net_arrays.ts";
import { endGoal, labelGoals, type TokenGoal, type TokenNet, tokenNet } from "./token_net.ts";
import { type SearchResult, silentSearch } from "./token_search.ts";
import { type TokenTable, tokenTable } from "../conformance/token_table.ts";

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

/**
 * Markings that all searches together may meet, then each `SPARE_BUDGET` only: in a net whose silent steps can add
 * tokens without end every failing search would take its whole budget.
 */
const ALLOWANCE = 3_000_000, SPARE_BUDGET = 100;

export function tokenSteps(net: NetArrays, budget: number): TokenSteps {
  const work: Work = { left: ALLOWANCE, budget };
  const labels: (Finder | undefined)[] = net.labels.map(() => undefined);
  const goals = labelGoals(net);
  const finderOf = (label: number) => labels[label] ??= finder(net, goals[label]!, work);
  const ends = finder(net, [endGoal(net)], work);
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

interface Work {
  left: number;
  readonly budget: number;
}

function finder(net: NetArrays, goals: readonly TokenGoal[], work: Work): Finder {
  const part = tokenNet(net, goals), search = silentSearch(part);
  const key = new Int32Array(part.reads);
  const known: TokenTable = tokenTable(part.reads);
  const nexts: (TokenStep | undefined)[] = [];
  const others: (TokenAlternatives | undefined)[] = [];
  const make = stepMaker(net, part, goals);
  const direct = goals.map((_, g) => make.step(Int32Array.of(part.silent + g)));
  const searched = (find: (start: Int32Array, budget: number) => SearchResult, most: number) => {
    const result = find(key, work.left > 0 ? most : Math.min(most, SPARE_BUDGET));
    work.left -= result.met;
    return result;
  };
  const idOf = (marking: Int32Array) => {
    for (let i = 0; i < part.reads; i++) key[i] = marking[part.places[i]!]!;
    return known.intern(key);
  };
  return {
    next(marking) {
      for (let g = 0; g < goals.length; g++) if (enables(marking, goals[g]!)) return direct[g]!;
      const id = idOf(marking);
      const step = nexts[id];
      if (step !== undefined) return step;
      const path = searched(search.shortest, work.budget).paths[0];
      return nexts[id] = path
        ? make.step(path)
        : make.forced(searched(search.nearest, Math.min(work.budget, NEAREST_BUDGET)).paths[0]!, marking);
    },
    alternatives(marking) {
      const id = idOf(marking);
      const found = others[id];
      if (found !== undefined) return found;
      const { paths, complete } = searched(search.all, work.budget);
      return others[id] = { steps: paths.map(make.step), complete };
    },
  };
}

function enables(marking: Int32Array, { places, weights }: TokenGoal): boolean {
  for (let i = 0; i < places.length; i++) if (marking[places[i]!]! < weights[i]!) return false;
  return true;
}

/** Steps of paths with local transitions, the goal last; the same step for the same path. */
function stepMaker(net: NetArrays, part: TokenNet, goals: readonly TokenGoal[]) {
  const steps = new Map<string, TokenStep>();
  const change = new Int32Array(net.places);
  const touched: number[] = [];
  const add = (place: number, tokens: number) => {
    touched.push(place);
    change[place]! += tokens;
  };

  const tally = (path: Int32Array) => {
    let produced = 0, consumed = 0;
    for (const local of path) {
      const t = part.transitions[local]!;
      const goal = goals[local - part.silent];
      if (goal) {
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
    return { produced, consumed };
  };

  /** What the path changes, and forgets it. */
  const changed = () => {
    const places: number[] = [], changes: number[] = [];
    for (const place of touched) {
      if (change[place] === 0) continue;
      places.push(place);
      changes.push(change[place]!);
      change[place] = 0;
    }
    touched.length = 0;
    return { places: Int32Array.from(places), changes: Int32Array.from(changes) };
  };

  const made = (path: Int32Array, missingAt: readonly number[]): TokenStep => {
    const counts = tally(path);
    let missing = 0;
    for (let i = 0; i < missingAt.length; i += 2) {
      missing += missingAt[i + 1]!;
      add(missingAt[i]!, missingAt[i + 1]!);
    }
    return {
      run: path.map((local) => part.transitions[local]!).filter((t) => t < net.transitions),
      ...changed(),
      ...counts,
      missing,
      missingAt: Int32Array.from(missingAt),
    };
  };

  const remembered = (path: Int32Array, missingAt: readonly number[]) => {
    const key = `${path.join()} ${missingAt.join()}`;
    let step = steps.get(key);
    if (!step) steps.set(key, step = made(path, missingAt));
    return step;
  };

  return {
    step: (path: Int32Array) => remembered(path, []),
    /** The goal may lack tokens at the marking, after the silent steps before it. */
    forced(path: Int32Array, marking: Int32Array) {
      const goal = goals[path.at(-1)! - part.silent]!;
      tally(path.subarray(0, -1));
      const missingAt = [...goal.places].flatMap((place, i) => {
        const lacking = goal.weights[i]! - marking[place]! - change[place]!;
        return lacking > 0 ? [place, lacking] : [];
      });
      changed();
      return remembered(path, missingAt);
    },
  };
}
