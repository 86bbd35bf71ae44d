/** What a path of silent steps and an activity, or the end, does to the tokens. */
import type { NetArrays } from "../../models/nets/net_arrays.ts";
import type { TokenGoal } from "./token_net.ts";

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
  /** False where more markings might have shown a way that misses or leaves fewer tokens. */
  readonly complete: boolean;
}

/** Steps of silent transitions and a goal; the same step for the same ones. */
export function stepMaker(net: NetArrays) {
  const steps = new Map<string, TokenStep>();
  const change = new Changes(net);

  const made = (run: Int32Array, missingAt: readonly number[], ends: boolean, complete: boolean): TokenStep => {
    let { produced, consumed } = change.fireAll(run), missing = 0;
    if (ends) consumed += change.takeFinal();
    for (let i = 0; i < missingAt.length; i += 2) {
      missing += missingAt[i + 1]!;
      change.add(missingAt[i]!, missingAt[i + 1]!);
    }
    return { run, ...change.taken(), produced, consumed, missing, missingAt: Int32Array.from(missingAt), complete };
  };

  const remembered = (silent: Int32Array, goal: TokenGoal, missingAt: readonly number[], complete: boolean) => {
    const key = `${silent.join()} ${goal.transition} ${missingAt.join()} ${complete}`;
    let step = steps.get(key);
    if (!step) {
      const ends = goal.transition === net.transitions;
      const run = ends ? silent : Int32Array.of(...silent, goal.transition);
      steps.set(key, step = made(run, missingAt, ends, complete));
    }
    return step;
  };

  return {
    /** Silent steps that enable the goal, and the goal. */
    step: (silent: Int32Array, goal: TokenGoal): TokenStep => remembered(silent, goal, [], true),
    /** The goal may lack tokens at the marking, after the silent steps. */
    forced(silent: Int32Array, goal: TokenGoal, marking: Int32Array, complete: boolean): TokenStep {
      change.fireAll(silent);
      const missingAt = [...goal.places].flatMap((place, i) => {
        const lacks = goal.weights[i]! - change.after(marking, place);
        return lacks > 0 ? [place, lacks] : [];
      });
      change.taken();
      return remembered(silent, goal, missingAt, complete);
    },
  };
}

/** Tokens by place that firing adds or takes. */
class Changes {
  readonly #net: NetArrays;
  readonly #tokens: Int32Array;
  readonly #touched: number[] = [];

  constructor(net: NetArrays) {
    this.#net = net;
    this.#tokens = new Int32Array(net.places);
  }

  add(place: number, tokens: number): void {
    this.#touched.push(place);
    this.#tokens[place]! += tokens;
  }

  fireAll(run: Int32Array): { produced: number; consumed: number } {
    const { inOffsets, inPlaces, inWeights, outOffsets, outPlaces, outWeights } = this.#net;
    let produced = 0, consumed = 0;
    for (const t of run) {
      for (let i = inOffsets[t]!; i < inOffsets[t + 1]!; i++) {
        consumed += inWeights[i]!;
        this.add(inPlaces[i]!, -inWeights[i]!);
      }
      for (let i = outOffsets[t]!; i < outOffsets[t + 1]!; i++) {
        produced += outWeights[i]!;
        this.add(outPlaces[i]!, outWeights[i]!);
      }
    }
    return { produced, consumed };
  }

  /** Takes away the final marking. How many tokens that are. */
  takeFinal(): number {
    let taken = 0;
    this.#net.final.forEach((tokens, p) => {
      if (tokens === 0) return;
      taken += tokens;
      this.add(p, -tokens);
    });
    return taken;
  }

  after(marking: Int32Array, place: number): number {
    return marking[place]! + this.#tokens[place]!;
  }

  /** What has changed, and forgets it. */
  taken(): { places: Int32Array; changes: Int32Array } {
    const places: number[] = [], changes: number[] = [];
    for (const place of this.#touched) {
      if (this.#tokens[place] === 0) continue;
      places.push(place);
      changes.push(this.#tokens[place]!);
      this.#tokens[place] = 0;
    }
    this.#touched.length = 0;
    return { places: Int32Array.from(places), changes: Int32Array.from(changes) };
  }
}
