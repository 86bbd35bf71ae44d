/**
 * Petri nets with labels, silent transitions and an initial and a final marking ("accepting Petri nets").
 *
 * van der Aalst, "Process Mining: Data Science in Action", 2nd ed. 2016, section 3.2.2.
 */
import { formatCount } from "../base/format.ts";
import { InputError } from "../base/errors.ts";
import { inspectSymbol } from "../base/inspect.ts";

export interface Place {
  readonly id: string;
  readonly name: string;
}

export interface Transition {
  readonly id: string;
  /** The activity; `undefined` for a silent step. */
  readonly label: string | undefined;
}

/** From a place to a transition or the other way, by their ids. */
export interface Arc {
  readonly source: string;
  readonly target: string;
  /** Tokens, at least 1. */
  readonly weight: number;
}

/** Tokens by id of the place; places without tokens are left out. */
export type Marking = ReadonlyMap<string, number>;

export interface PetriNetParts {
  readonly name?: string;
  readonly places: readonly Place[];
  readonly transitions: readonly Transition[];
  readonly arcs: readonly (Omit<Arc, "weight"> & { readonly weight?: number })[];
  /** Empty where nothing is known of it. */
  readonly initial?: Marking;
  readonly final?: Marking;
}

/** A Petri net. Immutable; ids are distinct over places and transitions together. */
export class PetriNet {
  readonly name: string;
  readonly places: readonly Place[];
  readonly transitions: readonly Transition[];
  readonly arcs: readonly Arc[];
  readonly initial: Marking;
  readonly final: Marking;

  /** @throws InputError for an id twice, an arc that does not join a place and a transition, an impossible marking. */
  constructor(parts: PetriNetParts) {
    this.name = parts.name ?? "net";
    this.places = [...parts.places];
    this.transitions = [...parts.transitions];
    this.arcs = parts.arcs.map(({ source, target, weight = 1 }) => ({ source, target, weight }));
    this.initial = withTokens(parts.initial);
    this.final = withTokens(parts.final);
    this.#check();
  }

  toString(): string {
    const silent = this.transitions.filter(({ label }) => label === undefined).length;
    return `Petri net "${this.name}": ${formatCount(this.places.length)} places, ${
      formatCount(this.transitions.length)
    } transitions ` +
      `(${formatCount(silent)} silent), ${formatCount(this.arcs.length)} arcs`;
  }

  [inspectSymbol](): string {
    return this.toString();
  }

  #check(): void {
    const kinds = new Map<string, "place" | "transition">();
    const add = (kind: "place" | "transition", id: string) => {
      if (kinds.has(id)) {
        throw new InputError(`Expected each id of the net "${this.name}" once but found "${id}" twice.`);
      }
      kinds.set(id, kind);
    };
    for (const { id } of this.places) add("place", id);
    for (const { id } of this.transitions) add("transition", id);
    for (const { source, target, weight } of this.arcs) {
      const from = kinds.get(source), to = kinds.get(target);
      const words = `the arc from "${source}" to "${target}" of the net "${this.name}"`;
      if (from === undefined || to === undefined) {
        throw new InputError(
          `Expected ${words} to join nodes of it but found no "${from === undefined ? source : target}".`,
        );
      }
      if (from === to) {
        throw new InputError(`Expected ${words} to join a place and a transition but found two ${from}s.`);
      }
      if (!(Number.isInteger(weight) && weight > 0)) {
        throw new InputError(`Expected ${words} to have a whole weight from 1 but found ${weight}.`);
      }
    }
    for (const [which, marking] of [["initial", this.initial], ["final", this.final]] as const) {
      for (const [id, tokens] of marking) {
        if (kinds.get(id) !== "place") {
          throw new InputError(`Expected the ${which} marking of "${this.name}" to name places but found "${id}".`);
        }
        if (!(Number.isInteger(tokens) && tokens > 0)) {
          throw new InputError(`Expected whole tokens in the ${which} marking of "${this.name}" but found ${tokens}.`);
        }
      }
    }
  }
}

function withTokens(marking: Marking = new Map()): Marking {
  return new Map([...marking].filter(([, tokens]) => tokens !== 0));
}
