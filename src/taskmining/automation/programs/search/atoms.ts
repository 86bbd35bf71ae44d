/** Pieces of an output that inputs explain: what a concatenation is put together from. */
import { bitsOf } from "../description_length.ts";
import type { Program } from "../program.ts";
import { applied } from "../run_program.ts";

/** A program with what it gives on the rows of a sample. */
export interface Atom {
  readonly program: Program;
  readonly values: readonly (string | undefined)[];
  readonly bits: number;
  /** Share of the sample's rows whose output contains the value. */
  readonly share: number;
}

/** Atoms that give the same on the first rows, the most promising first. */
export type AtomGroup = readonly Atom[];

const MOST_ALTERNATIVES = 10;

/**
 * Collects atoms. The first `examples` rows are those that a program has to get right; an atom counts only if its value
 * stands, not empty, in each of their outputs. The rest of the rows tells which of several that agree there goes on so.
 */
export class AtomPool {
  readonly #groups = new Map<string, Atom[]>();
  readonly outputs: readonly string[];
  readonly #lowered: readonly string[];
  readonly examples: number;

  constructor(outputs: readonly string[], examples: number) {
    this.outputs = outputs;
    this.#lowered = outputs.map((output) => output.toLowerCase());
    this.examples = examples;
  }

  /** Whether a value may stand in the output of an example, in upper or lower case. */
  mayFit(value: string | undefined, row: number): boolean {
    return value !== undefined && value !== "" && this.#lowered[row]!.includes(value.toLowerCase());
  }

  /** Takes a program's values, as they are and in other cases, if they fit. */
  offer(program: Program, values: readonly (string | undefined)[]): void {
    for (let row = 0; row < this.examples; row++) if (!this.mayFit(values[row], row)) return;
    this.#take(program, values);
    if (!/\p{L}/u.test(values[0]!)) return;
    for (const as of ["lower", "upper", "title", "sentence"] as const) {
      const cased: Program = { op: "case", of: program, as };
      const changed = values.map((value) => applied(cased, value));
      if (changed.slice(0, this.examples).some((value, row) => value !== values[row])) this.#take(cased, changed);
    }
  }

  groups(): AtomGroup[] {
    return [...this.#groups.values()].map((atoms) =>
      atoms.sort((a, b) => promise(a) - promise(b)).slice(0, MOST_ALTERNATIVES)
    );
  }

  #take(program: Program, values: readonly (string | undefined)[]): void {
    for (let row = 0; row < this.examples; row++) if (!this.outputs[row]!.includes(values[row]!)) return;
    let hits = 0;
    for (let row = 0; row < values.length; row++) {
      const value = values[row];
      if (value !== undefined && value !== "" && this.outputs[row]!.includes(value)) hits++;
    }
    const key = values.slice(0, this.examples).join("\u0001");
    const atom = { program, values, bits: bitsOf(program), share: hits / values.length };
    const known = this.#groups.get(key);
    if (!known) this.#groups.set(key, [atom]);
    else known.push(atom);
  }
}

/** Less is better: bits, and what it would cost to spell the outputs that do not contain the value. */
export function promise({ bits, share }: Atom): number {
  return bits + 40 * (1 - share);
}
