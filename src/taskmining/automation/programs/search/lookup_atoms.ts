/** Pieces of outputs that an input tells by a table: a country's code before a number, a department after a name. */
import type { Program } from "../program.ts";
import { applied } from "../run_program.ts";
import { lookUp } from "../runtime.ts";
import type { AtomPool } from "./atoms.ts";
import type { Examples } from "./examples.ts";
import { tableOf } from "./lookups.ts";

const MOST_ENTRIES = 40;
const OUTPUT: Program = { op: "input", index: 0 };
/** Pieces of the output that a table may tell. */
const PIECES: readonly Extract<Program, { readonly of: Program }>[] = [
  { op: "token", of: OUTPUT, token: "nonspace", nth: 0 },
  { op: "token", of: OUTPUT, token: "nonspace", nth: -1 },
  { op: "token", of: OUTPUT, token: "letters", nth: 0 },
  { op: "token", of: OUTPUT, token: "letters", nth: -1 },
  { op: "token", of: OUTPUT, token: "word", nth: 0 },
  { op: "token", of: OUTPUT, token: "word", nth: -1 },
];

/** Known by what it was asked for: the same tables serve all attempts at one output. */
const KNOWN = new WeakMap<Examples, Program[]>();

/** @param few the rows that the pool is about. */
export function offerLookups(pool: AtomPool, all: Examples, few: Examples): void {
  let programs = KNOWN.get(all);
  if (!programs) KNOWN.set(all, programs = tablesOf(all));
  for (const program of programs) {
    if (program.op !== "lookup" || program.of.op !== "input") continue;
    pool.offer(program, few.inputs[program.of.index]!.map((value) => lookUp(value, program.table)));
  }
}

function tablesOf({ inputs, outputs, rows }: Examples): Program[] {
  const pieces = PIECES.map((piece) => outputs.map((output) => applied(piece, output) ?? ""));
  return inputs.flatMap((values, index) => {
    const distinct = new Set(values).size;
    if (distinct > MOST_ENTRIES || distinct > 0.4 * rows || distinct < 2) return [];
    return pieces.flatMap((piece): Program[] => {
      const table = tableOf(values, piece);
      // Pieces that are the values themselves need no table.
      if (!table || Object.entries(table).every(([value, output]) => value === output)) return [];
      return [{ op: "lookup", of: { op: "input", index }, table }];
    });
  });
}
