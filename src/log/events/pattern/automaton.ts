/**
 * Automata over activities, made of patterns.
 *
 * Thompson, "Regular expression search algorithm", CACM 11, 1968 (from pattern to automaton); Rabin & Scott, "Finite
 * automata and their decision problems", IBM Journal 3, 1959 (states that are sets), each made when it is first reached.
 */
import { OptionError } from "../../../base/errors.ts";
import { GAP, type PatternNode } from "./pattern_steps.ts";

/** Begin and end of a case are symbols, too; all activities that no pattern names are one. */
export interface Alphabet {
  /** Symbol of each activity code. */
  readonly ofActivity: Int32Array;
  readonly ofName: ReadonlyMap<string, number>;
  readonly begin: number;
  readonly end: number;
  readonly size: number;
}

export function alphabetOf(activities: readonly string[], names: readonly string[]): Alphabet {
  const ofName = new Map(names.map((name, k) => [name, k + 1]));
  return {
    ofActivity: Int32Array.from(activities, (name) => ofName.get(name) ?? 0),
    ofName,
    begin: names.length + 1,
    end: names.length + 2,
    size: names.length + 3,
  };
}

const MOST_PARTS = 20_000, MOST_STATES = 20_000;

/** States of which several may hold at once. */
class Nondeterministic {
  readonly free: number[][] = [];
  readonly on: { readonly symbols: Uint8Array; readonly to: number }[][] = [];

  constructor(readonly alphabet: Alphabet, readonly backwards: boolean) {}

  state(): number {
    if (this.free.length >= MOST_PARTS) {
      throw new OptionError(`Expected a simpler pattern: sets and repetitions make this one too large to be matched.`);
    }
    this.on.push([]);
    return this.free.push([]) - 1;
  }

  /** Adds a node that is entered in `from`; gives the state in which it is done. */
  add(node: PatternNode, from: number): number {
    switch (node.kind) {
      case "begin":
        return this.#step(from, this.#only(this.alphabet.begin));
      case "end":
        return this.#step(from, this.#only(this.alphabet.end));
      case "event":
        return this.#step(from, this.#event(node.names, node.not));
      case "sequence":
        return (this.backwards ? node.parts.toReversed() : node.parts).reduce((at, part) => this.add(part, at), from);
      case "choice":
        return this.#join(node.parts.map((part) => this.add(part, from)));
      case "set":
        return this.#inAnyOrder(node.parts, node.gaps, from);
      case "repeat":
        return this.#repeat(node.part, node.min, node.max, from);
    }
  }

  #step(from: number, symbols: Uint8Array): number {
    const to = this.state();
    this.on[from]!.push({ symbols, to });
    return to;
  }

  #only(symbol: number): Uint8Array {
    const symbols = new Uint8Array(this.alphabet.size);
    symbols[symbol] = 1;
    return symbols;
  }

  #event(names: readonly string[], not: boolean): Uint8Array {
    const { size, begin, end, ofName } = this.alphabet;
    const symbols = new Uint8Array(size).fill(not ? 1 : 0);
    for (const name of names) symbols[ofName.get(name)!] = not ? 0 : 1;
    symbols[begin] = symbols[end] = 0;
    return symbols;
  }

  #join(states: readonly number[]): number {
    const to = this.state();
    for (const state of states) this.free[state]!.push(to);
    return to;
  }

  /** A state for each subset that is done; `2^n` of them. */
  #inAnyOrder(parts: readonly PatternNode[], gaps: boolean, from: number): number {
    const all = 2 ** parts.length - 1;
    const done = Array.from({ length: all + 1 }, (_, set) => set === 0 ? from : this.state());
    for (let set = 0; set < all; set++) {
      const at = gaps && set > 0 ? this.add(GAP, done[set]!) : done[set]!;
      parts.forEach((part, k) => {
        if (!(set & (1 << k))) this.free[this.add(part, this.#fork(at))]!.push(done[set | (1 << k)]!);
      });
    }
    return done[all]!;
  }

  #fork(from: number): number {
    const to = this.state();
    this.free[from]!.push(to);
    return to;
  }

  #repeat(part: PatternNode, min: number, max: number, from: number): number {
    let at = from;
    for (let k = 0; k < min; k++) at = this.add(part, at);
    if (max === Infinity) {
      const loop = this.#fork(at);
      this.free[this.add(part, loop)]!.push(loop);
      return this.#fork(loop);
    }
    const ends = [at];
    for (let k = min; k < max; k++) ends.push(at = this.add(part, this.#fork(at)));
    return this.#join(ends);
  }
}

/**
 * An automaton that is in one state at a time; it begins in state 0.
 *
 * `table[state * size + symbol]` is the next state, -1 where it has not been asked for yet: then call `next`.
 */
export class Automaton {
  readonly #parts: Nondeterministic;
  readonly #entry: number;
  readonly #goal: number;
  readonly #anywhere: boolean;
  #ids = new Map<string, number>();
  #sets: Int32Array[] = [];
  table: Int32Array;
  accepts: Uint8Array;
  readonly size: number;

  /** @param anywhere A match may begin at every symbol; else it has to begin at the first. */
  constructor(node: PatternNode, alphabet: Alphabet, { anywhere = false, backwards = false }) {
    this.size = alphabet.size;
    this.#parts = new Nondeterministic(alphabet, backwards);
    this.#entry = this.#parts.state();
    this.#goal = this.#parts.add(node, this.#entry);
    this.#anywhere = anywhere;
    this.table = new Int32Array(16 * this.size).fill(-1);
    this.accepts = new Uint8Array(16);
    this.#number(this.#closed([this.#entry]));
  }

  /** The state after a symbol. Numbers given before may be void afterwards. */
  next(state: number, symbol: number): number {
    const reached: number[] = this.#anywhere ? [this.#entry] : [];
    for (const part of this.#sets[state]!) {
      for (const { symbols, to } of this.#parts.on[part]!) if (symbols[symbol]) reached.push(to);
    }
    const set = this.#closed(reached);
    if (this.#sets.length >= MOST_STATES && !this.#ids.has(set.join())) {
      this.#ids = new Map();
      this.#sets = [];
      this.table.fill(-1);
      this.#number(this.#closed([this.#entry]));
      return this.#number(set);
    }
    const to = this.#number(set);
    this.table[state * this.size + symbol] = to;
    return to;
  }

  /** Whether nothing that follows can be accepted. */
  isDead(state: number): boolean {
    return this.#sets[state]!.length === 0;
  }

  #closed(states: readonly number[]): Int32Array {
    const seen = new Set(states);
    for (const state of seen) for (const to of this.#parts.free[state]!) seen.add(to);
    return Int32Array.from(seen).sort();
  }

  #number(set: Int32Array): number {
    const key = set.join();
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#sets.push(set) - 1;
    this.#ids.set(key, id);
    if (id >= this.accepts.length) this.#grow();
    this.accepts[id] = set.includes(this.#goal) ? 1 : 0;
    return id;
  }

  #grow(): void {
    const table = new Int32Array(this.table.length * 2).fill(-1), accepts = new Uint8Array(this.accepts.length * 2);
    table.set(this.table);
    accepts.set(this.accepts);
    this.table = table;
    this.accepts = accepts;
  }
}
