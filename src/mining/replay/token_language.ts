/** Which beginnings of traces a net can replay without missing tokens, whatever silent steps and duplicates they need. */
import type { NetArrays } from "../../models/nets/net_arrays.ts";
import type { TokenStep } from "./step_maker.ts";
import { applyStep, type TokenSteps } from "./token_steps.ts";
import { MarkingTable } from "../../models/nets/markings.ts";

/** Markings in which a case can be after a beginning of a trace; none if the net cannot replay it. */
export interface TokenStates {
  /** The same for the same markings. */
  readonly id: number;
  /** Numbers of markings, in the order they were found. */
  readonly markings: readonly number[];
  /** Of each: which marking of the states before it came from, and by which step. */
  readonly before: readonly number[];
  readonly steps: readonly TokenStep[];
  /** False where a search met more markings than it looks at: there may be others. */
  readonly complete: boolean;
}

/** The markings after one of them, and how each is reached. */
interface Successors {
  readonly markings: readonly number[];
  readonly steps: readonly TokenStep[];
  readonly complete: boolean;
}

/** At most `width` markings are kept for one beginning of a trace. */
export class TokenLanguage {
  readonly start: TokenStates;
  readonly #net: NetArrays;
  readonly #steps: TokenSteps;
  readonly #width: number;
  readonly #table: MarkingTable;
  readonly #marking: Int32Array;
  readonly #successors = new Map<number, Successors>();
  readonly #ids = new Map<string, number>();
  readonly #nexts = new Map<number, TokenStates>();
  readonly #enabledAt = new Map<number, number[]>();
  readonly #enabledIn = new Map<number, ReadonlySet<number>>();

  constructor(net: NetArrays, steps: TokenSteps, width: number) {
    this.#net = net;
    this.#steps = steps;
    this.#width = width;
    this.#table = new MarkingTable(net.places);
    this.#marking = new Int32Array(net.places);
    this.start = this.#statesOf([this.#table.numberOf(net.initial)], [-1], [], true);
  }

  /** After one more activity. */
  next(states: TokenStates, label: number): TokenStates {
    const key = states.id * this.#net.labels.length + label;
    let found = this.#nexts.get(key);
    if (!found) this.#nexts.set(key, found = this.#after(states, label));
    return found;
  }

  /** Labels by which a case can go on. */
  enabled(states: TokenStates): ReadonlySet<number> {
    const known = this.#enabledIn.get(states.id);
    if (known) return known;
    const labels = new Set(states.markings.flatMap((marking) => this.#enabledFrom(marking)));
    this.#enabledIn.set(states.id, labels);
    return labels;
  }

  /** The silent steps from one of the markings, `index` among them, to the final one; no run if there are none. */
  finish(states: TokenStates): { index: number; run: Int32Array | undefined; complete: boolean } {
    let complete = states.complete;
    for (let index = 0; index < states.markings.length; index++) {
      this.#table.read(states.markings[index]!, this.#marking);
      const ending = this.#steps.exactEnd(this.#marking);
      if (ending.run) return { index, run: ending.run, complete: true };
      complete &&= ending.complete;
    }
    return { index: -1, run: undefined, complete };
  }

  #after(states: TokenStates, label: number): TokenStates {
    const markings: number[] = [], before: number[] = [], taken: TokenStep[] = [];
    const seen = new Set<number>();
    let complete = states.complete;
    for (let i = 0; i < states.markings.length; i++) {
      const found = this.#successorsOf(states.markings[i]!, label);
      complete &&= found.complete;
      for (let k = 0; k < found.markings.length; k++) {
        if (seen.has(found.markings[k]!)) continue;
        if (markings.length === this.#width) return this.#statesOf(markings, before, taken, false);
        seen.add(found.markings[k]!);
        markings.push(found.markings[k]!);
        before.push(i);
        taken.push(found.steps[k]!);
      }
    }
    return this.#statesOf(markings, before, taken, complete);
  }

  #successorsOf(id: number, label: number): Successors {
    const key = id * this.#net.labels.length + label;
    let found = this.#successors.get(key);
    if (found) return found;
    const marking = this.#marking;
    this.#table.read(id, marking);
    const after = new Map<number, TokenStep>();
    const here = marking.slice();
    const alternatives = this.#steps.alternatives(here, label);
    for (const step of alternatives.steps) {
      marking.set(here);
      applyStep(marking, step);
      const next = this.#table.numberOf(marking);
      if (!after.has(next)) after.set(next, step);
    }
    found = { markings: [...after.keys()], steps: [...after.values()], complete: alternatives.complete };
    this.#successors.set(key, found);
    return found;
  }

  #statesOf(markings: number[], before: number[], steps: TokenStep[], complete: boolean): TokenStates {
    const key = complete ? markings.join() : `${markings.join()} and more`;
    let id = this.#ids.get(key);
    if (id === undefined) this.#ids.set(key, id = this.#ids.size);
    return { id, markings, before, steps, complete };
  }

  #enabledFrom(id: number): readonly number[] {
    let labels = this.#enabledAt.get(id);
    if (!labels) {
      this.#table.read(id, this.#marking);
      const isAllowed = (label: number) => this.#steps.next(this.#marking, label).missing === 0;
      labels = Array.from(this.#net.labels.keys()).filter(isAllowed);
      this.#enabledAt.set(id, labels);
    }
    return labels;
  }
}
