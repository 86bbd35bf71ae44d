/** How well a program does on examples, and what that is worth against its length. */
import { bitsOf, textBits } from "../description_length.ts";
import type { Program } from "../program.ts";
import { runProgram } from "../run_program.ts";
import { type Examples, rowOf } from "./examples.ts";

export interface Candidate {
  readonly program: Program;
  /** 1 for each row whose output it gives. */
  readonly right: Uint8Array;
  readonly rightRows: number;
  /** Bits of the program, and of spelling the outputs that it gets wrong (minimum description length). */
  readonly bits: number;
}

export function candidateOf(program: Program, examples: Examples): Candidate {
  const right = new Uint8Array(examples.rows);
  let rightRows = 0, bits = bitsOf(program);
  for (let row = 0; row < examples.rows; row++) {
    const output = examples.outputs[row]!;
    if (runProgram(program, rowOf(examples, row)) === output) {
      right[row] = 1;
      rightRows++;
    } else bits += 14 + Math.min(60, textBits(output));
  }
  return { program, right, rightRows, bits };
}

export function better(a: Candidate | undefined, b: Candidate | undefined): Candidate | undefined {
  return a === undefined || (b !== undefined && b.bits < a.bits) ? b : a;
}
