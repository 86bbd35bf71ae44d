/** One attempt: the shortest program that a few examples have in common, with places chosen by more of them. */
import type { Program } from "../program.ts";
import { runProgram } from "../run_program.ts";
import { type Atom, AtomPool } from "./atoms.ts";
import { shortestConcatenation } from "./concatenation.ts";
import { offerDates } from "./date_atoms.ts";
import { type Examples, rowOf, takeExamples } from "./examples.ts";
import { formatsIn, numbersOf, offerArithmetic, offerNumbers } from "./number_atoms.ts";
import { offerLookups } from "./lookup_atoms.ts";
import { offerPatterns } from "./pattern_atoms.ts";
import { offerTexts } from "./text_atoms.ts";

/** How many longer or rarer ways to tell a place are tried against all rows. */
const MOST_ALTERNATIVES = 8;

/**
 * @param chosen rows that the program has to get right.
 * @param sample further rows, by which places that agree on the chosen ones are told apart.
 * @param sources inputs to look at, the most promising first.
 */
export function programOfSubset(
  all: Examples,
  chosen: readonly number[],
  sample: readonly number[],
  sources: readonly number[],
): Program | undefined {
  const few = takeExamples(all, [...chosen, ...sample]);
  const pool = new AtomPool(few.outputs, chosen.length);
  const numbers = sources.flatMap((index) => numbersOf({ op: "input", index }, few.inputs[index]!));
  const formats = formatsIn(few.outputs);
  for (const index of sources) {
    const source: Program = { op: "input", index }, values = few.inputs[index]!;
    offerTexts(pool, source, values);
    offerDates(pool, source, values);
    offerPatterns(pool, source, values);
  }
  offerLookups(pool, all, few);
  for (const one of numbers) offerNumbers(pool, one, formats);
  offerArithmetic(pool, numbers, formats);
  const pieces = shortestConcatenation(few.outputs.slice(0, chosen.length), pool.groups());
  if (!pieces) return undefined;
  const slots = pieces.map((piece) => "constant" in piece ? piece.constant : piece.atoms);
  const first = slots.map((slot): Program =>
    typeof slot === "string" ? { op: "constant", text: slot } : slot[0]!.program
  );
  return joined(refined(all, slots, first));
}

/** In each place the way to tell it that gets most rows right. */
function refined(all: Examples, slots: readonly (string | readonly Atom[])[], start: readonly Program[]): Program[] {
  const parts = [...start], rows = Array.from({ length: all.rows }, (_, row) => row);
  const given = rows.map((row) => rowOf(all, row));
  const values = parts.map((one) => given.map((inputs) => runProgram(one, inputs)));
  const right = (at: number, own: readonly (string | undefined)[]) => {
    let n = 0;
    for (const row of rows) {
      let text = "";
      for (let p = 0; p < parts.length && text !== undefined; p++) {
        const value = p === at ? own[row] : values[p]![row];
        text = value === undefined ? undefined! : text + value;
      }
      if (text === all.outputs[row]) n++;
    }
    return n;
  };
  for (const [at, slot] of slots.entries()) {
    if (typeof slot === "string" || slot.length === 1) continue;
    let most = right(at, values[at]!);
    for (const { program } of slot.slice(1, MOST_ALTERNATIVES)) {
      if (most === all.rows) break;
      const own = given.map((inputs) => runProgram(program, inputs));
      const n = right(at, own);
      if (n <= most) continue;
      most = n;
      parts[at] = program;
      values[at] = own;
    }
  }
  return parts;
}

/** One program of parts; neighbouring fields of one date become one date. */
function joined(parts: readonly Program[]): Program {
  const merged: Program[] = [];
  for (const part of parts) {
    merged.push(part);
    mergeDates(merged);
  }
  return merged.length === 1 ? merged[0]! : { op: "concat", parts: merged };
}

function mergeDates(parts: Program[]): void {
  const last = parts.at(-1)!;
  if (last.op !== "date") return;
  const between = parts.at(-2);
  const literal = between?.op === "constant" && !/\p{L}/u.test(between.text) ? between.text : undefined;
  const first = literal === undefined ? between : parts.at(-3);
  if (first?.op !== "date" || first.read !== last.read || first.plusDays !== last.plusDays) return;
  if (JSON.stringify(first.of) !== JSON.stringify(last.of)) return;
  const languages = new Set(
    [first, last].filter((one) => /MMM|EEE/.test(one.write)).map((one) => one.language ?? "en"),
  );
  if (languages.size > 1) return;
  const language = [...languages][0];
  const { language: _, ...rest } = first;
  const write = first.write + (literal ?? "") + last.write;
  parts.splice(literal === undefined ? -2 : -3, 3, {
    ...rest,
    write,
    ...(language !== undefined && language !== "en" && { language }),
  });
}
