/**
 * How long a program is to write down, in bits: what "simplest first" means here.
 *
 * The weights play the part of the ranking functions of Polozov & Gulwani, "FlashMeta", OOPSLA 2015: few operations before
 * many, whole inputs before pieces, places told by what stands there before counted ones, short constants before long.
 */
import type { Condition, Position, Program } from "./program.ts";

export function bitsOf(program: Program): number {
  switch (program.op) {
    case "input":
      return 3;
    case "constant":
      return constantBits(program.text);
    case "concat":
      return program.parts.reduce((sum, one) => sum + bitsOf(one), 1);
    case "choose":
      return 10 + conditionBits(program.when) + bitsOf(program.then) + bitsOf(program.otherwise);
    case "arithmetic":
      return 10 + bitsOf(program.left) + bitsOf(program.right);
    case "lookup": {
      // Keys and values are seen in the data: only which belong together has to be told.
      return 4 + bitsOf(program.of) + 7 * Object.keys(program.table).length;
    }
    default:
      return ownBits(program) + bitsOf(program.of);
  }
}

/** A constant within others: to begin it, and each of its characters. */
export const CONSTANT_BEGINS = 4;

export function constantBits(text: string): number {
  return CONSTANT_BEGINS + textBits(text);
}

export function textBits(text: string): number {
  let bits = 0;
  for (const letter of text) bits += characterBits(letter);
  return bits;
}

export function characterBits(letter: string): number {
  return /[\p{L}\p{N}]/u.test(letter) ? 5 : 2.5;
}

function ownBits(program: Extract<Program, { readonly of: Program }>): number {
  switch (program.op) {
    case "slice":
      return 3 + positionBits(program.from) + positionBits(program.to);
    case "part":
      return 4 + nthBits(program.nth) + 2 * program.delimiter.length;
    case "token":
      return 5 + nthBits(program.nth) + (program.token === "number" ? 1 : 0);
    case "case":
      return 3;
    case "clean":
      return 4;
    case "replace":
      return 5 + textBits(program.find) + textBits(program.by);
    case "initials":
      return 5 + textBits(program.join);
    case "pad":
      return 6;
    case "number":
      return 8 + (program.times === undefined ? 0 : 4 + 2 * String(program.times).length) +
        (program.plus === undefined ? 0 : 6 + 4 * String(program.plus).length);
    case "date":
      return 9 + (program.plusDays === undefined ? 0 : 8);
    case "pattern":
      return 6 + 1.5 * program.pattern.length + 3 * program.strip.length;
    default:
      return 0;
  }
}

export function positionBits(position: Position): number {
  if ("at" in position) return position.at === 0 ? 1 : 4 + Math.log2(position.at);
  if ("near" in position) return 5 + nthBits(position.nth);
  return 4 + nthBits(position.nth) + (position.text.length === 1 ? 0 : 1.5 * position.text.length);
}

function nthBits(nth: number): number {
  return nth === 0 ? 0.5 : nth === -1 ? 1 : 1 + Math.log2(1 + Math.abs(nth));
}

export function conditionBits(condition: Condition): number {
  switch (condition.test) {
    case "empty":
      return 3;
    case "equals":
      return 4 + Math.min(16, textBits(condition.text));
    case "contains":
    case "starts":
      return 5 + textBits(condition.text);
    case "words":
    case "length":
      return 6 + Math.log2(1 + condition.count);
    case "above":
      return 10;
  }
}
