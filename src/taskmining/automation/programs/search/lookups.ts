/** Functional dependencies: an output that one input tells, by a table of the pairs that were seen. */
import type { Program } from "../program.ts";
import { type Candidate, candidateOf } from "./scores.ts";
import type { Examples } from "./examples.ts";

const LEAST_REPEATS = 2, LEAST_AGREEMENT = 0.85;

/** The best table by one input, or by a simple part of one; undefined where no input tells the output. */
export function bestLookup(examples: Examples): Candidate | undefined {
  let best: Candidate | undefined;
  examples.inputs.forEach((values, index) => {
    const table = tableOf(values, examples.outputs);
    if (!table) return;
    const program: Program = { op: "lookup", of: { op: "input", index }, table };
    const found = candidateOf(program, examples);
    if (best === undefined || found.bits < best.bits) best = found;
  });
  return best;
}

/** The usual output of each value; undefined if values seldom repeat, or their outputs do not agree. */
export function tableOf(
  values: readonly (string | undefined)[],
  outputs: readonly string[],
): Record<string, string> | undefined {
  const counts = new Map<string, Map<string, number>>();
  values.forEach((value, row) => {
    if (value === undefined || value === "") return;
    const own = counts.get(value) ?? new Map<string, number>();
    counts.set(value, own);
    own.set(outputs[row]!, (own.get(outputs[row]!) ?? 0) + 1);
  });
  let repeats = 0, agree = 0, rows = 0;
  const table: [string, string][] = [];
  for (const [value, own] of counts) {
    const [output, most] = [...own].reduce((a, b) => b[1] > a[1] ? b : a);
    const n = [...own.values()].reduce((sum, one) => sum + one, 0);
    rows += n;
    if (n < LEAST_REPEATS) continue;
    repeats += n;
    agree += most;
    table.push([value, output]);
  }
  const varied = new Set(table.map(([, output]) => output)).size > 1;
  if (!varied || repeats < 0.6 * rows || agree < LEAST_AGREEMENT * repeats || table.length > 0.45 * rows) {
    return undefined;
  }
  return Object.fromEntries(table.sort(([a], [b]) => a < b ? -1 : 1));
}
