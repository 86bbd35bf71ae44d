/** The best program for examples some of which may be wrong. */
import { pick, randomStream, uniformInteger } from "../../../../base/random.ts";
import { countsOf } from "../counts.ts";
import type { Program } from "../program.ts";
import { programOfSubset } from "./by_subset.ts";
import { bestChoice } from "./conditions.ts";
import { type Examples, rowOf, takeExamples } from "./examples.ts";
import { bestLookup } from "./lookups.ts";
import { better, type Candidate, candidateOf } from "./scores.ts";
import { promisingSources } from "./sources.ts";
import { runProgram } from "../run_program.ts";

const MOST_ROWS = 200, SAMPLE = 16;
/** Share of rows right from which on no further attempt is made. */
const ENOUGH = 0.985;

/**
 * The program of fewest bits, its wrong rows included.
 *
 * Several attempts from few examples each, drawn at random, as in RANSAC (Fischler & Bolles 1981): one without a wrong
 * example finds the program, and the rest of the rows tells that it is the one. Attempts begin with whole inputs; lookups
 * and programs with cases follow where a single program is not enough.
 */
export function learn(all: Examples, seed: number): Program | undefined {
  const random = randomStream(seed, "programs");
  const few = all.rows <= MOST_ROWS ? all : takeExamples(all, spread(all.rows, MOST_ROWS));
  const candidates: Candidate[] = [];
  let best = bestOf(wholes(few));
  if (best && best.rightRows >= ENOUGH * few.rows) return best.program;
  if (best) candidates.push(best);
  best = better(best, bestLookup(few));
  const attempt = (rows: readonly number[], times: number) => {
    const sample = draw(rows, Math.min(SAMPLE, rows.length), random);
    const sources = promisingSources(few, sample);
    if (sources.length === 0) return;
    for (let time = 0, again = 0; time < times; time++) {
      const chosen = time % 2 === 0 ? draw(rows, Math.min(3, rows.length), random) : alike(few, rows, random);
      // One that the best program so far gets wrong: it is a typing error, or shows what the others do not.
      const open = best && time % 3 > 0 ? rows.filter((row) => best!.right[row] === 0) : [];
      if (open.length > 0) chosen[0] = pick(random, open.filter((row) => !chosen.includes(row)).concat(chosen[0]!));
      const program = programOfSubset(few, chosen, sample, sources);
      if (!program) continue;
      const made = candidateOf(program, few);
      if (made.rightRows <= chosen.length && few.rows > 2 * chosen.length) continue;
      candidates.push(made);
      const before = best;
      best = better(best, made);
      if (best!.rightRows >= ENOUGH * few.rows && (best!.program.op !== "lookup" || time >= 3)) return;
      again = best === before && made.rightRows === best!.rightRows ? again + 1 : 0;
      if (again >= 4 && best!.rightRows > 0.85 * few.rows) return;
    }
  };
  const rows = Array.from({ length: few.rows }, (_, row) => row);
  attempt(rows, 12);
  if (best && best.rightRows >= 0.85 * few.rows && best.rightRows >= ENOUGH * few.rows) return best.program;
  if (!best || best.rightRows < 0.97 * few.rows) {
    for (let round = 0; round < 3; round++) {
      const open = rows.filter((row) => !candidates.some((one) => one.rightRows > 4 && one.right[row] === 1));
      if (open.length < 5) break;
      attempt(open, 4);
    }
    for (const text of frequentOutputs(few)) candidates.push(candidateOf({ op: "constant", text }, few));
    best = better(best, bestChoice(few, strongest(candidates)));
  }
  if (!best) return undefined;
  return best.program.op === "lookup" && few !== all ? bestLookup(all)?.program ?? best.program : best.program;
}

/** Each input as it is. */
function wholes(examples: Examples): Candidate[] {
  return examples.inputs.map((_, index) => candidateOf({ op: "input", index }, examples))
    .filter(({ rightRows }) => rightRows > 0);
}

function bestOf(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>((best, one) => better(best, one), undefined);
}

/** The candidates that are right on most rows, each with something of its own. */
function strongest(candidates: readonly Candidate[]): Candidate[] {
  const sorted = candidates.toSorted((a, b) => b.rightRows - a.rightRows || a.bits - b.bits);
  const kept: Candidate[] = [];
  for (const one of sorted) {
    if (kept.length === 12) break;
    if (one.rightRows >= 4 && !kept.some((other) => other.right.join() === one.right.join())) kept.push(one);
  }
  return kept;
}

function frequentOutputs({ outputs, rows }: Examples): string[] {
  return [...countsOf(outputs)].filter(([, n]) => n >= Math.max(3, 0.05 * rows)).sort((a, b) => b[1] - a[1]).slice(0, 6)
    .map((
      [output],
    ) => output);
}

/** Different rows, drawn at random. */
function draw(rows: readonly number[], count: number, random: () => number): number[] {
  const left = [...rows];
  for (let i = 0; i < count; i++) {
    const at = uniformInteger(random, i, left.length - 1);
    [left[i], left[at]] = [left[at]!, left[i]!];
  }
  return left.slice(0, count);
}

/** Rows whose output has the same form as that of one drawn at random. */
function alike({ outputs }: Examples, rows: readonly number[], random: () => number): number[] {
  const first = pick(random, rows);
  const form = (row: number) => outputs[row]!.replace(/\p{L}+/gu, "a").replace(/\d+/g, "9");
  const same = rows.filter((row) => row !== first && form(row) === form(first));
  const others = same.length >= 2 ? same : rows.filter((row) => row !== first);
  return [first, ...draw(others, Math.min(2, others.length), random)];
}

function spread(rows: number, most: number): number[] {
  return Array.from({ length: most }, (_, k) => Math.floor(k * rows / most));
}

/** What a program gives on each row. */
export function outputsOf(program: Program, examples: Examples): (string | undefined)[] {
  return Array.from({ length: examples.rows }, (_, row) => runProgram(program, rowOf(examples, row)));
}
