/** Programs with cases: which of several programs is right, told by a condition on an input (a decision list). */
import { countsOf } from "../counts.ts";
import type { Condition, Program } from "../program.ts";
import { holds, readNumber } from "../runtime.ts";
import { type Candidate, candidateOf } from "./scores.ts";
import type { Examples } from "./examples.ts";

const LEAST_ROWS = 4, MOST_BRANCHES = 4, LEAST_PRECISION = 0.85;

/**
 * The decision list over candidates that needs fewest bits; undefined where no condition tells them apart.
 *
 * @param candidates programs that are each right on some of the rows.
 */
export function bestChoice(examples: Examples, candidates: readonly Candidate[]): Candidate | undefined {
  if (candidates.length < 2) return undefined;
  const conditions = conditionsOf(examples);
  const branches: { when: Condition; then: Program }[] = [];
  let left = Array.from({ length: examples.rows }, (_, row) => row);
  let best: Candidate | undefined;
  for (let round = 0; round < MOST_BRANCHES; round++) {
    const found = bestBranch(conditions, candidates, left);
    if (!found) break;
    branches.push({ when: found.condition.when, then: found.candidate.program });
    left = left.filter((row) => found.condition.holds[row] === 0);
    if (left.length === 0) break;
    const rest = mostRight(candidates, left).candidate.program;
    const program = branches.reduceRight<Program>((otherwise, one) => ({ op: "choose", ...one, otherwise }), rest);
    const made = candidateOf(program, examples);
    if (best === undefined || made.bits < best.bits) best = made;
  }
  return best;
}

interface Tested {
  readonly when: Condition;
  readonly holds: Uint8Array;
}

/** The condition and the program that gain most over the best program for all rows that are left. */
function bestBranch(conditions: readonly Tested[], candidates: readonly Candidate[], left: readonly number[]) {
  const usual = mostRight(candidates, left);
  let best: { condition: Tested; candidate: Candidate; gain: number } | undefined;
  for (const condition of conditions) {
    const inside = left.filter((row) => condition.holds[row] === 1);
    if (inside.length < LEAST_ROWS || inside.length > left.length - LEAST_ROWS) continue;
    const own = mostRight(candidates, inside);
    if (own.rows < LEAST_PRECISION * inside.length) continue;
    const outside = mostRight(candidates, left.filter((row) => condition.holds[row] === 0));
    const gain = own.rows + outside.rows - usual.rows - 0.2 * simplicity(condition.when);
    if (gain >= 2 && (best === undefined || gain > best.gain)) best = { condition, candidate: own.candidate, gain };
  }
  return best;
}

function simplicity({ test }: Condition): number {
  return ["equals", "empty", "starts", "contains", "words", "length", "above"].indexOf(test);
}

function mostRight(candidates: readonly Candidate[], rows: readonly number[]) {
  let best = candidates[0]!, most = -1;
  for (const candidate of candidates) {
    let n = 0;
    for (const row of rows) n += candidate.right[row]!;
    if (n > most) (best = candidate, most = n);
  }
  return { candidate: best, rows: most };
}

/** Conditions on single inputs that hold of some rows and not of others. */
function conditionsOf(examples: Examples): Tested[] {
  const { inputs, rows } = examples;
  const found: Tested[] = [], known = new Set<string>();
  const add = (when: Condition) => {
    const column = inputs[when.index]!;
    const held = Uint8Array.from({ length: rows }, (_, row) => holds(column[row], when) ? 1 : 0);
    const key = held.join("");
    if (known.has(key)) return;
    known.add(key);
    found.push({ when, holds: held });
  };
  inputs.forEach((column, index) => {
    const values = column.map((value) => value ?? "");
    const counts = countsOf(values);
    const frequent = [...counts].filter(([, n]) => n >= LEAST_ROWS).sort((a, b) => b[1] - a[1]).slice(0, 12);
    if (counts.has("")) add({ test: "empty", index });
    for (const [text] of frequent) if (text !== "") add({ test: "equals", index, text });
    const words = countsOf(values.map((value) => String(value.split(/\s+/).filter(Boolean).length)));
    const lengths = countsOf(values.map((value) => String(value.length)));
    // How long a masked value is says nothing of what it hides.
    const masked = values.some((value) => /\p{Co}/u.test(value));
    const pieces = countsOf(values.flatMap((value) => [...new Set(value.match(/[^\p{L}\p{N}\s]|\p{L}{2,}/gu) ?? [])]));
    const common = [...pieces].filter(([, n]) => n >= LEAST_ROWS && n < rows).sort((a, b) => b[1] - a[1]).slice(0, 12);
    for (const [text] of common) add({ test: "contains", index, text });
    const starts = countsOf(values.flatMap((value) => [1, 2, 3].map((n) => value.slice(0, n))));
    for (const [text, n] of starts) {
      if (text !== "" && n >= LEAST_ROWS * 2 && starts.size < 60) add({ test: "starts", index, text });
    }
    if (masked) return;
    if (words.size > 1 && words.size <= 8) {
      for (const n of words.keys()) add({ test: "words", index, count: Number(n) });
    }
    if (lengths.size > 1 && lengths.size <= 8) {
      for (const n of lengths.keys()) add({ test: "length", index, count: Number(n) });
    }
    addLimits(values, index, add);
  });
  return found;
}

/** Limits between neighbouring numbers of an input, thinned out to fifty. */
function addLimits(values: readonly string[], index: number, add: (when: Condition) => void): void {
  for (const read of [".", ","] as const) {
    const numbers = values.map((value) => readNumber(value, read)).filter((value) => value !== undefined);
    if (numbers.length < 0.7 * values.length) continue;
    const sorted = [...new Set(numbers)].sort((a, b) => a - b);
    if (sorted.length < 4) continue;
    const step = Math.max(1, sorted.length / 100);
    for (let at = 1; at < sorted.length; at += step) {
      const low = sorted[Math.floor(at) - 1]!, high = sorted[Math.floor(at)]!;
      add({ test: "above", index, limit: roundBetween(low, high), read });
    }
    return;
  }
}

/** The roundest number from one, included, up to another: limits that people set are round. */
export function roundBetween(low: number, high: number): number {
  for (let power = Math.ceil(Math.log10(Math.abs(high) + 1)); power >= -4; power--) {
    const unit = 10 ** power;
    const limit = Number((Math.ceil(low / unit - 1e-9) * unit).toPrecision(12));
    if (limit >= low && limit < high) return limit;
  }
  return low;
}
