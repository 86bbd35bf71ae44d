/** The tree over the factors of a log: which columns it may use, and what its nodes are called. */
import { randomStream, shuffle } from "../../../base/random.ts";
import { type Bits, hasBit } from "../bits.ts";
import type { Candidate, FactorKnown, NumberOfCases } from "../candidate.ts";
import { cutsOf, partOf, sortedKnown } from "../number_factors.ts";
import { type CartNode, growTree, type TreeColumn, type TreeLimits } from "./cart.ts";
import { type HeldOut, judgeTree } from "./held_out.ts";

/** A question of the tree, and what follows where it is answered by yes or by no. A leaf has no `split`. */
export interface FactorTree {
  readonly cases: number;
  /** Of these cases, the share with the outcome. */
  readonly share: number;
  readonly split?: { readonly column: string; readonly value: string; readonly known: FactorKnown };
  readonly yes?: FactorTree;
  readonly no?: FactorTree;
}

export interface TreeSettings extends TreeLimits {
  readonly seed: number;
  readonly confidence: number;
}

/** Larger logs teach the tree by a sample: three questions are settled long before. */
const MOST_CASES = 10_000;
/** The tree looks at so many factors at most, those that part the cases most evenly. */
const MOST_FACTORS = 150;
const NUMBER_PARTS = 16;
/** Cases are parted anew so many times, for how they fall matters: small logs more often. */
const REPEATS = { small: 5, large: 3 }, SMALL = 3000;

interface Question {
  readonly column: TreeColumn;
  readonly name: string;
  readonly known: FactorKnown;
  /** The part of the value in a case of the whole log. */
  readonly of: (c: number) => number;
  /** What is asked where the cut lies above this part. */
  readonly ask: (upTo: number) => string;
  /** Yes is the lower part. */
  readonly yesIsLow: boolean;
}

export function factorTree(
  factors: readonly Candidate[],
  numbers: readonly NumberOfCases[],
  outcome: Bits,
  cases: number,
  settings: TreeSettings,
): { tree: FactorTree; heldOut: HeldOut; learned: number } {
  const all = Int32Array.from({ length: cases }, (_, c) => c);
  const learned = cases <= MOST_CASES
    ? all
    : shuffle(randomStream(settings.seed, "cases for the tree"), all).subarray(0, MOST_CASES).sort();
  const positive = Uint8Array.from(learned, (c) => hasBit(outcome, c));
  const balance = ({ cases: n }: Candidate) => n * (cases - n);
  const used = factors.map((factor, i) => ({ factor, i }))
    .sort((a, b) => balance(b.factor) - balance(a.factor) || a.i - b.i).slice(0, MOST_FACTORS)
    .sort((a, b) => a.i - b.i).map(({ factor }) => factor);
  const questions = [
    ...used.map((factor) => yesOrNo(factor, learned)),
    ...numbers.flatMap((one) => howMuch(one, learned)),
  ];
  const columns = questions.map(({ column }) => column);
  const limits = { ...settings, leastRows: Math.max(settings.leastRows, Math.ceil(learned.length / 100)) };
  const root = growTree(columns, positive, Int32Array.from(learned.keys()), limits);
  const repeats = learned.length <= SMALL ? REPEATS.small : REPEATS.large;
  return {
    tree: named(root, questions, all, outcome),
    heldOut: judgeTree(columns, positive, limits, { ...settings, repeats }),
    learned: learned.length,
  };
}

function yesOrNo({ bits, column, value, known }: Candidate, learned: Int32Array): Question {
  const of = (c: number) => hasBit(bits, c);
  return {
    column: { bins: binsOf(learned, of), count: 2 },
    name: column,
    known,
    of,
    ask: () => value,
    yesIsLow: false,
  };
}

function sampled(values: Float64Array, learned: Int32Array): Float64Array {
  const sample = new Float64Array(learned.length);
  for (let i = 0; i < sample.length; i++) sample[i] = values[learned[i]!]!;
  return sample;
}

function binsOf(learned: Int32Array, of: (c: number) => number): Uint8Array {
  const bins = new Uint8Array(learned.length);
  for (let i = 0; i < bins.length; i++) bins[i] = of(learned[i]!);
  return bins;
}

/** Unknown values lie below all others, so that a cut can part them off. */
function howMuch({ column, values, known, write }: NumberOfCases, learned: Int32Array): Question[] {
  const sorted = sortedKnown(learned.length < values.length ? sampled(values, learned) : values);
  const cuts = cutsOf(sorted, NUMBER_PARTS);
  if (cuts.length === 0) return [];
  const of = (c: number) => values[c]! === values[c]! ? 1 + partOf(values[c]!, cuts) : 0;
  const unknown = values.some((value) => value !== value);
  return [{
    column: { bins: binsOf(learned, of), count: cuts.length + 2 },
    name: column,
    known,
    of,
    ask: (upTo) => upTo === 0 ? "unknown" : `≤ ${write(cuts[upTo - 1]!)}${unknown ? " or unknown" : ""}`,
    yesIsLow: true,
  }];
}

/** The same questions with their names, and all cases of the log counted. */
function named(node: CartNode, questions: readonly Question[], cases: Int32Array, outcome: Bits): FactorTree {
  let marked = 0;
  for (const c of cases) marked += hasBit(outcome, c);
  const counted = { cases: cases.length, share: marked / cases.length };
  if (!node.split) return counted;
  const { column, upTo } = node.split;
  const { name, known, of, ask, yesIsLow } = questions[column]!;
  const low = named(node.low!, questions, cases.filter((c) => of(c) <= upTo), outcome);
  const high = named(node.high!, questions, cases.filter((c) => of(c) > upTo), outcome);
  return {
    ...counted,
    split: { column: name, value: ask(upTo), known },
    yes: yesIsLow ? low : high,
    no: yesIsLow ? high : low,
  };
}
