/**
 * Tables and limits from few examples, by an exact count of permutations.
 *
 * Half of twenty examples, held back, agree by chance too often for a claim: ten values of two kinds once in 252 times. Of
 * two small classes of programs the chance can be counted over all examples instead: tables of one input, and a limit of
 * one number. The probability that outputs in random order follow any program of a class is at most the sum over the
 * programs (Fisher's exact test, and Bonferroni's bound over them and over all inputs). How often a program is right is
 * then told by holding back each example in turn.
 */
import { logChance } from "./chance.ts";
import { countsOf } from "./counts.ts";
import type { Program } from "./program.ts";
import { readNumber } from "./runtime.ts";
import { roundBetween } from "./search/conditions.ts";
import type { Examples } from "./search/examples.ts";
import { tableOf } from "./search/lookups.ts";

export interface FewFound {
  readonly program: Program;
  /** Natural logarithm of the bound on the probability that shuffled outputs follow a program as well. */
  readonly chance: number;
  /** What each example is given by the program that the others make. */
  readonly heldOut: readonly (string | undefined)[];
}

/** From so many examples on, half of them are enough. */
export const MOST_OF_FEW = 60;
/** Outputs that differ more are no choice among a few. */
const MOST_OUTPUTS = 12;

/** The likeliest of tables and limits; undefined where there is none. */
export function programOfFew(examples: Examples): FewFound | undefined {
  const outputs = countsOf(examples.outputs).size;
  if (examples.rows > MOST_OF_FEW || outputs < 2 || outputs > MOST_OUTPUTS) return undefined;
  const numeric = examples.inputs.map((values) => numbersOf(values));
  const tests = examples.inputs.length + numeric.filter((one) => one !== undefined).length;
  const found = examples.inputs.flatMap((values, index) => [
    ...tableOfInput(examples, values, index),
    ...limitOfInput(examples, numeric[index], index),
  ]);
  const best = found.reduce<FewFound | undefined>((a, b) => a === undefined || b.chance < a.chance ? b : a, undefined);
  return best && { ...best, chance: Math.min(0, best.chance + Math.log(tests)) };
}

function tableOfInput({ outputs }: Examples, values: Examples["inputs"][number], index: number): FewFound[] {
  const table = tableOf(values, outputs);
  if (!table) return [];
  const rows = values.map((value, row) => ({ value: value ?? "", output: outputs[row]! }));
  // Each function from the values to the outputs is a program; all of them are counted.
  const functions = new Set(rows.map(({ value }) => value)).size * Math.log(countsOf(outputs).size);
  const best = new Map([...Map.groupBy(rows, ({ value }) => value)].map(([value, own]) => [value, mostOf(own)]));
  const given = rows.map(({ value }) => best.get(value)!);
  const right = given.filter((output, row) => output === outputs[row]).length;
  return [{
    program: { op: "lookup", of: { op: "input", index }, table },
    chance: functions + logChance(outputs, given, right),
    heldOut: rows.map(({ value }, k) =>
      value === "" ? undefined : mostOf(rows.filter((other, j) => j !== k && other.value === value))
    ),
  }];
}

function mostOf(rows: readonly { readonly output: string }[]): string | undefined {
  const counts = [...countsOf(rows.map(({ output }) => output))];
  return counts.reduce<[string, number] | undefined>((a, b) => a === undefined || b[1] > a[1] ? b : a, undefined)?.[0];
}

interface Numbers {
  readonly read: "." | ",";
  readonly values: readonly number[];
}

/** Undefined unless all of them are numbers. */
function numbersOf(values: Examples["inputs"][number]): Numbers | undefined {
  for (const read of [".", ","] as const) {
    const numbers = values.map((value) => readNumber(value, read));
    if (numbers.every((value) => value !== undefined)) return { read, values: numbers };
  }
  return undefined;
}

interface Limit {
  readonly low: number;
  readonly high: number;
  readonly below: string;
  readonly above: string;
  readonly right: number;
}

function limitOfInput({ outputs, rows }: Examples, numbers: Numbers | undefined, index: number): FewFound[] {
  const kinds = [...countsOf(outputs).keys()];
  if (!numbers || kinds.length !== 2) return [];
  const order = Array.from({ length: rows }, (_, row) => row);
  const found = bestLimit(numbers.values, outputs, order, kinds);
  if (!found) return [];
  const heldOut = order.map((row) => {
    const own = bestLimit(numbers.values, outputs, order.filter((other) => other !== row), kinds);
    return own && (numbers.values[row]! > (own.low + own.high) / 2 ? own.above : own.below);
  });
  const when = { test: "above", index, limit: roundBetween(found.low, found.high), read: numbers.read } as const;
  const constant = (text: string): Program => ({ op: "constant", text });
  return [{
    program: { op: "choose", when, then: constant(found.above), otherwise: constant(found.below) },
    chance: limitChance(numbers.values, outputs, kinds[0]!, found.right),
    heldOut,
  }];
}

/** The limit that parts the outputs best, the lowest of several. */
function bestLimit(
  values: readonly number[],
  outputs: readonly string[],
  rows: readonly number[],
  kinds: readonly string[],
): Limit | undefined {
  const sorted = rows.toSorted((a, b) => values[a]! - values[b]!), [one, other] = kinds as [string, string];
  const total = rows.filter((row) => outputs[row] === one).length;
  let best: Limit | undefined, below = 0;
  for (let n = 1; n < sorted.length; n++) {
    if (outputs[sorted[n - 1]!] === one) below++;
    const low = values[sorted[n - 1]!]!, high = values[sorted[n]!]!;
    if (low === high) continue;
    // With `one` below the limit and the other kind above it; or the other way round.
    const right = below + (rows.length - n) - (total - below);
    if (right > (best?.right ?? -1)) best = { low, high, below: one, above: other, right };
    if (rows.length - right > best!.right) best = { low, high, below: other, above: one, right: rows.length - right };
  }
  return best;
}

/** Summed over all limits and both ways round: the tail of a hypergeometric law each. */
function limitChance(values: readonly number[], outputs: readonly string[], one: string, right: number): number {
  const sorted = values.toSorted((a, b) => a - b), rows = sorted.length;
  const ones = outputs.filter((output) => output === one).length;
  let sum = 0;
  for (let n = 1; n < rows; n++) {
    if (sorted[n - 1] === sorted[n]) continue;
    for (let below = Math.max(0, ones - (rows - n)); below <= Math.min(n, ones); below++) {
      const agree = below + (rows - n) - (ones - below);
      const p = Math.exp(logChoose(n, below) + logChoose(rows - n, ones - below) - logChoose(rows, ones));
      if (agree >= right) sum += p;
      if (rows - agree >= right) sum += p;
    }
  }
  return Math.min(0, Math.log(sum));
}

function logChoose(n: number, k: number): number {
  let log = 0;
  for (let i = 1; i <= Math.min(k, n - k); i++) log += Math.log((n - i + 1) / i);
  return log;
}
