/** Exercises of the course: a cell that says whether the reader's answer is right. */
import { treesEqual } from "../models/tree_equality.ts";
import { ProcessTree } from "../models/process_tree.ts";
import { escapeMarkdown, type Note, note } from "./figure/note.ts";

/** The answer, or what says of an answer whether it is right: `true`, or what is wrong with it. */
export type Expected<T> = T | ((answer: T) => boolean | string);

export interface ExerciseWords {
  /** Shown beside a wrong answer and where there is none yet. */
  readonly hint?: string;
  /** Shown beside the right answer: why it is right, what follows from it. */
  readonly because?: string;
}

/**
 * Says whether an answer is right, without telling the right one.
 *
 * Numbers may differ by a thousandth of the expected one; texts in case and outer blanks; lists must have the same
 * elements in the same order; process trees may order the children of commutative operators as they like. `undefined` is
 * no answer yet, which is no mistake: a notebook with open exercises still runs.
 *
 * @example
 * ```ts
 * import { checkAnswer, readLog, variants } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * checkAnswer(undefined as number | undefined, variants(log).numRows(), { hint: "A table knows its rows." });
 * ```
 */
export function checkAnswer<T>(answer: T | undefined, expected: Expected<T>, words: ExerciseWords = {}): Note {
  const hint = words.hint === undefined ? "" : ` ${words.hint}`;
  if (answer === undefined) return verdict("…", "Not answered yet.", hint);
  const found = typeof expected === "function"
    ? (expected as (answer: T) => boolean | string)(answer)
    : sameAnswer(answer, expected);
  if (found === true) return verdict("✓", "Right.", words.because === undefined ? "" : ` ${words.because}`);
  return verdict("✗", found === false ? "Not yet." : `Not yet: ${found}`, hint);
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
