/** Exercises of the course: a cell that says whether the reader's answer is right. */
import { treesEqual } from "../models/tree_equality.ts";
import { ProcessTree } from "../models/process_tree.ts";
import { TracebookError } from "../base/errors.ts";
import { escapeMarkdown, type Note, note } from "./figure/note.ts";

/** The answer, or what says of an answer whether it is right: `true`, or what is wrong with it. */
export type Expected<T> = T | ((answer: T) => boolean | string);

export interface ExerciseWords {
  /**
   * Shown beside a wrong answer and where there is none yet. Of several the first stands where there is no answer, and
   * beside the first wrong one; the next beside the next other wrong answer, and so on: each says more.
   */
  readonly hint?: string | readonly string[];
  /** Shown beside the right answer: why it is right, what follows from it. */
  readonly because?: string;
}

/**
 * Says whether an answer is right, without telling the right one.
 *
 * Numbers may differ by a thousandth of the expected one; texts in case and outer blanks; lists must have the same
 * elements in the same order; process trees may order the children of commutative operators as they like. `undefined` is
 * no answer yet, which is no mistake: a notebook with open exercises still runs. Text without quotes is told how it is
 * written. `sealed` takes an expected text that readers should not see in the cell.
 *
 * @example
 * ```ts
 * import { checkAnswer, readLog, variants } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * checkAnswer(undefined as number | undefined, variants(log).numRows(), {
 *   hint: ["A table knows its rows.", "It is a method: numRows()."],
 * });
 * ```
 */
export function checkAnswer<T>(answer: T | undefined, expected: Expected<T>, words: ExerciseWords = {}): Note {
  const hints = [words.hint ?? []].flat();
  if (answer === undefined) return verdict("…", "Not answered yet.", spaced(hints[0]));
  const unquoted = wordsWithoutQuotes(answer);
  if (unquoted !== undefined) return verdict("✗", `Not yet: ${howToWrite(unquoted, expected)}`, "");
  const found = typeof expected === "function"
    ? judged(expected as (answer: T) => boolean | string, answer)
    : sameAnswer(answer, expected);
  if (found === true) return verdict("✓", "Right.", spaced(words.because));
  const hint = hints[Math.min(hints.length - 1, wrongBefore(hints, answer))];
  return verdict("✗", found === false ? "Not yet." : `Not yet: ${found}`, spaced(hint));
}

/** Whether an answer is the text of which this is the seal, as `sealOf` makes it: the cell does not show the text. */
export function sealed(seal: string): (answer: string) => boolean {
  return (answer) => typeof answer === "string" && sealOf(answer) === seal;
}

/** FNV-1a of a text without regard to case and outer blanks: enough to keep an eye from reading it. */
export function sealOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(`tracebook ${text.trim().toLowerCase()}`)) {
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

/** What a check says that cannot make anything of the answer, such as a parser, is what is wrong with it. */
function judged<T>(check: (answer: T) => boolean | string, answer: T): boolean | string {
  try {
    return check(answer);
  } catch (error) {
    if (error instanceof TracebookError) return error.message;
    if (error instanceof TypeError) return `another kind of answer is asked for than a ${typeof answer}.`;
    throw error;
  }
}

/** The kernel hands on as an object what stood without quotes; see `unquoted_answer.ts`. */
function wordsWithoutQuotes(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null) return undefined;
  const words = (answer as Record<symbol, unknown>)[Symbol.for("tracebook.unquoted")];
  return typeof words === "string" ? words : undefined;
}

function howToWrite(words: string, expected: unknown): string {
  const number = /^-?\d[\d.,]*/.exec(words)?.[0];
  if (typeof expected === "number" || number !== undefined && number !== words && typeof expected !== "string") {
    return number === undefined
      ? `a number is expected, and ${JSON.stringify(words)} is text or a name that nothing has.`
      : `a number stands alone, without a unit: ${number}.`;
  }
  return `text stands in quotes. Write ${JSON.stringify(words)}.`;
}

/** Wrong answers to each exercise, which its hints tell from others; the same answer again counts once. */
const wrong = new Map<string, string[]>();

/** How many other wrong answers came before this one. */
function wrongBefore(hints: readonly string[], answer: unknown): number {
  const exercise = hints.join("\n");
  const known = wrong.get(exercise) ?? [];
  wrong.set(exercise, known);
  const text = `${typeof answer} ${answer instanceof ProcessTree ? answer : JSON.stringify(answer) ?? answer}`;
  const at = known.indexOf(text);
  if (at >= 0) return at;
  known.push(text);
  return known.length - 1;
}

function spaced(words: string | undefined): string {
  return words === undefined ? "" : ` ${words}`;
}

function verdict(sign: string, judgement: string, more: string): Note {
  return note(`${sign} ${judgement}${more}`, `**${sign} ${escapeMarkdown(judgement)}**${escapeMarkdown(more)}`);
}

function sameAnswer(answer: unknown, expected: unknown): boolean {
  if (typeof answer === "number" && typeof expected === "number") {
    return Math.abs(answer - expected) <= Math.abs(expected) / 1000;
  }
  if (typeof answer === "string" && typeof expected === "string") {
    return answer.trim().toLowerCase() === expected.trim().toLowerCase();
  }
  if (answer instanceof ProcessTree && expected instanceof ProcessTree) return treesEqual(answer, expected);
  if (Array.isArray(answer) && Array.isArray(expected)) {
    return answer.length === expected.length && answer.every((one, i) => sameAnswer(one, expected[i]));
  }
  return Object.is(answer, expected);
}
