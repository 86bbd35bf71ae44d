/** From examples to a program that was verified on others. */
import { OptionError } from "../../../base/errors.ts";
import { shareInterval } from "../../../base/statistics/proportions.ts";
import { randomStream, shuffle } from "../../../base/random.ts";
import { logChance } from "./chance.ts";
import { countsOf } from "./counts.ts";
import { bitsOf } from "./description_length.ts";
import { programOfFew } from "./few_examples.ts";
import { inputsOf, type Program, withInputs } from "./program.ts";
import { type Examples, takeExamples } from "./search/examples.ts";
import { learn, outputsOf } from "./search/learn.ts";
import { tableOf } from "./search/lookups.ts";

export interface ByExampleOptions {
  /** Least share of the held-back values that a program has to get right. @default 0.8 */
  readonly least?: number;
  /** A probability: shuffled outputs give a claim at most so often. @default 0.0001 */
  readonly alpha?: number;
  /** Seed of the drawing of examples. @default 1 */
  readonly seed?: number;
}

/** A value that a program gets wrong. */
export interface CounterExample {
  /** Index of the example. */
  readonly row: number;
  readonly inputs: readonly (string | null)[];
  readonly expected: string;
  /** Null where the program gives nothing. */
  readonly found: string | null;
}

/** A value that a program gets right. */
export interface RightExample {
  /** Index of the example. */
  readonly row: number;
  readonly inputs: readonly (string | null)[];
  readonly output: string;
}

/** A program with what speaks for it. */
export interface VerifiedProgram {
  readonly program: Program;
  /** Examples that have an output and all inputs that the program reads. */
  readonly support: number;
  /**
   * Examples that were not searched: at least half of all, or each of them in turn; those without an input that is read
   * do not count.
   */
  readonly heldOutTotal: number;
  readonly heldOutRight: number;
  /** Of all examples, at most five; such as differ in their outputs come first. */
  readonly examples: readonly RightExample[];
  /** Of all examples, at most ten. */
  readonly counterExamples: readonly CounterExample[];
  /** Upper bound on the probability that shuffled outputs would agree as often. */
  readonly chance: number;
}

const LEAST_EXAMPLES = 4, MOST_COUNTER_EXAMPLES = 10, MOST_EXAMPLES = 5;

/**
 * The simplest program that makes the outputs of the inputs, searched from one half of the examples and verified on the
 * other; undefined where there is none that shuffled outputs would not give, too.
 *
 * The search follows Gulwani (POPL 2011), its order the ranking of FlashMeta (Polozov & Gulwani, OOPSLA 2015); examples may
 * be wrong (typing errors) or lack inputs. A program counts if at least `least` of the held-back values are right, and if
 * agreement by chance is less likely than `alpha`. Of few examples, all count, but then the bound is multiplied by the
 * number of programs that are as short (Occam's bound). Of up to sixty examples, tables and limits are also looked for with
 * all of them, and each is held back in turn. A constant counts if it is always the same.
 *
 * Masks stand for what they hide only as wholes: call it with values as `findPrograms` does, or with plain ones.
 *
 * Cost: linear in the examples for verifying; the search looks at no more than 200 of them.
 *
 * @param inputs a row for each example; missing values are empty texts.
 * @param outputs one for each row; empty ones are left out.
 * @example
 * ```ts
 * import { programByExample } from "tracebook";
 * const names = "Ada Lovelace,Grace Hopper,Emmy Noether,Marie Curie,Jane Goodall,Lise Meitner,Vera Rubin,Hedy Lamarr";
 * const full = `${names},Dorothy Hodgkin,Mary Somerville`.split(",");
 * const sorted = full.map((name) => [name.split(" ").reverse().join(", ")]);
 * // Ten examples are few: five are held back, and five agree by chance once in 120 times.
 * const found = programByExample(sorted, full, { alpha: 0.01 });
 * found?.heldOutRight;
 * ```
 * @throws OptionError if inputs and outputs differ in number, or an option is out of range.
 */
export function programByExample(
  inputs: readonly (readonly string[])[],
  outputs: readonly string[],
  options: ByExampleOptions = {},
): VerifiedProgram | undefined {
  if (inputs.length !== outputs.length) {
    throw new OptionError(
      `Expected as many outputs as rows of inputs but found ${outputs.length} and ${inputs.length}. Give one for each row.`,
    );
  }
  const width = inputs.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, index) => inputs.map((row) => row[index] || undefined));
  return verifiedProgram({ rows: outputs.length, inputs: columns, outputs }, options);
}

/** As `programByExample`, from columns. */
export function verifiedProgram(given: Examples, options: ByExampleOptions = {}): VerifiedProgram | undefined {
  const { least = 0.8, alpha = 1e-4, seed = 1 } = options;
  if (!(least > 0 && least <= 1)) {
    throw new OptionError(`Expected least to be a share above 0, at most 1, but found ${least}`);
  }
  if (!(alpha > 0 && alpha < 1)) {
    throw new OptionError(`Expected alpha to be a probability from 0 to 1 but found ${alpha}`);
  }
  const rows: number[] = [];
  for (let row = 0; row < given.rows; row++) if (given.outputs[row] !== "") rows.push(row);
  if (rows.length < LEAST_EXAMPLES) return undefined;
  const all = takeExamples(given, rows);
  const constant = constantProgram(all);
  if (constant !== undefined) return { ...constant, ...shownExamples(constant.program, all, rows) };
  const order = shuffle(randomStream(seed, "held out"), Array.from({ length: all.rows }, (_, row) => row));
  const half = Math.floor(all.rows / 2);
  const found = learn(takeExamples(all, order.slice(0, half)), seed);
  const byHalves = found && found.op !== "constant"
    ? verified(found, all, rows, order.slice(half), { least, alpha })
    : undefined;
  return byHalves ?? fromFew(all, rows, { least, alpha });
}

/** A table or a limit, verified by holding back each example in turn. */
function fromFew(
  all: Examples,
  rows: readonly number[],
  { least, alpha }: { least: number; alpha: number },
): VerifiedProgram | undefined {
  const found = programOfFew(all);
  if (!found || found.chance > Math.log(alpha)) return undefined;
  const { program, heldOut } = found;
  const right = heldOut.filter((value, row) => value === all.outputs[row]).length;
  if (right < least * all.rows || shareInterval(right, all.rows, 0.9).low < 0.5 * least) return undefined;
  const usual = usualAgreement(all.outputs, heldOut);
  if (!beatsUsual({ total: all.rows, right, usual })) return undefined;
  return {
    program,
    support: all.rows,
    heldOutTotal: all.rows,
    heldOutRight: right,
    ...shownExamples(program, all, rows),
    chance: Math.exp(found.chance),
  };
}

function verified(
  found: Program,
  all: Examples,
  rows: readonly number[],
  heldOut: readonly number[],
  { least, alpha }: { least: number; alpha: number },
): VerifiedProgram | undefined {
  const own = score(found, takeExamples(all, heldOut));
  const total = score(found, all);
  if (own.total === 0 || own.right < least * own.total) return undefined;
  // A program that needs what is seldom there says little of the step.
  if (total.total < 0.5 * all.rows) return undefined;
  if (shareInterval(own.right, own.total, 0.9).low < 0.5 * least) return undefined;
  const whole = total.chance + bitsOf(found) * Math.LN2;
  const chance = Math.min(own.chance, whole);
  if (chance > Math.log(alpha)) return undefined;
  if (!beatsUsual(own)) return undefined;
  const program = completed(found, all);
  return {
    program,
    support: total.total,
    heldOutTotal: own.total,
    heldOutRight: own.right,
    ...shownExamples(program, all, rows),
    chance: Math.exp(chance),
  };
}

interface Score {
  readonly total: number;
  readonly right: number;
  readonly chance: number;
  /** Expected agreements of shuffled outputs. */
  readonly usual: number;
}

/** Right values, and how likely they are by chance; rows without an input that is read do not count. */
function score(program: Program, examples: Examples): Score {
  const needed = program.op === "choose" ? [] : inputsOf(program);
  const rows: number[] = [];
  for (let row = 0; row < examples.rows; row++) {
    if (needed.every((index) => examples.inputs[index]![row] !== undefined)) rows.push(row);
  }
  const chosen = takeExamples(examples, rows), given = outputsOf(program, chosen);
  let right = 0;
  given.forEach((value, row) => value === chosen.outputs[row] && right++);
  const usual = usualAgreement(chosen.outputs, given);
  return { total: rows.length, right, chance: logChance(chosen.outputs, given, right), usual };
}

function usualAgreement(outputs: readonly string[], given: readonly (string | undefined)[]): number {
  const counts = countsOf(outputs);
  return given.reduce((sum, value) => sum + (counts.get(value ?? "") ?? 0) / outputs.length, 0);
}

/** Cohen's kappa of at least .6: most of what chance leaves open is explained. */
function beatsUsual({ total, right, usual }: Pick<Score, "total" | "right" | "usual">): boolean {
  return right - usual >= 0.6 * (total - usual);
}

/** A constant that nearly all outputs are; typing errors are allowed. */
function constantProgram(all: Examples): Omit<VerifiedProgram, "counterExamples" | "examples"> | undefined {
  const counts = countsOf(all.outputs);
  const [text, most] = [...counts].reduce((a, b) => b[1] > a[1] ? b : a);
  // Another value that recurs is another choice, not a typing error.
  const other = [...counts].some(([value, n]) => value !== text && n > Math.max(1, 0.03 * all.rows));
  if (other || most < 0.9 * all.rows) return undefined;
  const heldOut = all.outputs.slice(Math.floor(all.rows / 2));
  return {
    program: { op: "constant", text },
    support: all.rows,
    heldOutTotal: heldOut.length,
    heldOutRight: heldOut.filter((output) => output === text).length,
    chance: 1,
  };
}

/** The same program; a lookup knows all pairs that were seen, once it is verified. */
function completed(program: Program, all: Examples): Program {
  if (program.op !== "lookup") return program;
  const table = tableOf(outputsOf(program.of, all), all.outputs);
  return table ? { ...program, table } : program;
}

function shownExamples(program: Program, all: Examples, rows: readonly number[]) {
  const counterExamples: CounterExample[] = [], right: RightExample[] = [], more: RightExample[] = [];
  const needed = inputsOf(program), outputs = new Set<string>();
  outputsOf(program, all).forEach((value, row) => {
    if (program.op !== "choose" && needed.some((index) => all.inputs[index]![row] === undefined)) return;
    const inputs = needed.map((index) => all.inputs[index]![row] ?? null), output = all.outputs[row]!;
    if (value !== output) {
      if (counterExamples.length < MOST_COUNTER_EXAMPLES) {
        counterExamples.push({ row: rows[row]!, inputs, expected: output, found: value ?? null });
      }
      return;
    }
    const list = outputs.has(output) ? more : right;
    if (list.length < MOST_EXAMPLES) list.push({ row: rows[row]!, inputs, output });
    outputs.add(output);
  });
  return { examples: [...right, ...more].slice(0, MOST_EXAMPLES), counterExamples };
}

/** A program over inputs of its own, from 0 on, with the indices that these had. */
export function ownInputs(program: Program): { program: Program; sources: number[] } {
  const sources = inputsOf(program);
  return { program: withInputs(program, (index) => sources.indexOf(index)), sources };
}
