/** Programs in plain English. */
import type { Condition, Position, Program, TokenKind } from "./program.ts";

/**
 * A program as a sentence would say it, without a full stop.
 *
 * @param names of the inputs, in their order; by default "input 1", "input 2", …
 */
export function programInWords(program: Program, names: readonly string[] = []): string {
  const say = (one: Program): string => programInWords(one, names);
  const name = (index: number) => names[index] ?? `input ${index + 1}`;
  switch (program.op) {
    case "input":
      return name(program.index);
    case "constant":
      return quoted(program.text);
    case "concat":
      return program.parts.map(say).join(", then ");
    case "slice":
      return sliceInWords(program.from, program.to, say(program.of));
    case "part":
      return `${nthInWords(program.nth)} part of ${say(program.of)} between ${delimiterInWords(program.delimiter)}`;
    case "token":
      return `${nthInWords(program.nth)} ${TOKENS[program.token]} of ${say(program.of)}`;
    case "case":
      return `${say(program.of)} in ${CASES[program.as]}`;
    case "clean":
      return CLEANED[program.keep](say(program.of));
    case "replace":
      return `${say(program.of)} with ${quoted(program.by)} for each ${quoted(program.find)}`;
    case "initials":
      return `the initials of ${say(program.of)}${program.join === "" ? "" : ` with ${quoted(program.join)} between`}`;
    case "pad":
      return `${say(program.of)} with ${quoted(program.fill)} put before it up to ${program.width} characters`;
    case "number":
      return numberInWords(program, say(program.of));
    case "arithmetic":
      return `${say(program.left)} ${OPERATORS[program.operator]} ${say(program.right)}`;
    case "date":
      return `the date of ${say(program.of)}${laterInWords(program.plusDays)} written as ${program.write}` +
        (program.language ? ` in ${LANGUAGES[program.language]}` : "");
    case "pattern":
      return `the ${program.keep} of ${say(program.of)}` +
        (program.strip.length > 0 ? ` without ${program.strip.map(quoted).join(" or ")} at the beginning` : "") +
        (/[^#]/.test(program.pattern) ? `, grouped as ${program.pattern}` : "");
    case "lookup": {
      const entries = Object.entries(program.table), shown = entries.slice(0, 3);
      return `what belongs to ${say(program.of)} in a table of ${entries.length} (${
        shown.map(([key, value]) => `${quoted(key)} → ${quoted(value)}`).join(", ")
      }${entries.length > shown.length ? ", …" : ""})`;
    }
    case "choose":
      return `if ${conditionInWords(program.when, name(program.when.index))}: ${say(program.then)}; otherwise: ${
        say(program.otherwise)
      }`;
  }
}

const TOKENS: Readonly<Record<TokenKind, string>> = {
  digits: "run of digits",
  letters: "run of letters",
  upper: "run of capitals",
  lower: "run of small letters",
  capitalised: "capitalised word",
  word: "word",
  nonspace: "piece without spaces",
  number: "number",
};
const CASES = { upper: "capitals", lower: "small letters", title: "title case", sentence: "sentence case" };
const LANGUAGES = { en: "English", de: "German", fr: "French", es: "Spanish", it: "Italian" };
const OPERATORS = { "+": "plus", "-": "minus", "*": "times", "/": "divided by" };
const CLEANED = {
  trim: (text: string) => `${text} without spaces around it`,
  "single spaces": (text: string) => `${text} with single spaces`,
  "no spaces": (text: string) => `${text} without spaces`,
  digits: (text: string) => `the digits of ${text}`,
  letters: (text: string) => `the letters of ${text}`,
  "letters and digits": (text: string) => `the letters and digits of ${text}`,
  ascii: (text: string) => `${text} without accents`,
  german: (text: string) => `${text} with ae, oe, ue and ss for umlauts`,
};

function quoted(text: string): string {
  return JSON.stringify(text);
}

function delimiterInWords(delimiter: string): string {
  return delimiter === " " ? "spaces" : quoted(delimiter);
}

function nthInWords(nth: number): string {
  const words = ["first", "second", "third", "fourth", "fifth"];
  if (nth >= 0) return `the ${words[nth] ?? `${nth + 1}th`}`;
  return nth === -1 ? "the last" : `the ${words[-nth - 1] ?? `${-nth}th`} last`;
}

function sliceInWords(from: Position, to: Position, of: string): string {
  const starts = "at" in from && from.at === 0 && from.from === "start";
  const ends = "at" in to && to.at === 0 && to.from === "end";
  if (starts && "at" in to && to.from === "start") return `the first ${characters(to.at)} of ${of}`;
  if (ends && "at" in from && from.from === "end") return `the last ${characters(from.at)} of ${of}`;
  const words = [starts ? "" : `from ${positionInWords(from)}`, ends ? "to the end" : `up to ${positionInWords(to)}`];
  return `${of} ${words.filter(Boolean).join(" ")}`;
}

function positionInWords(position: Position): string {
  if ("at" in position) {
    return position.from === "start"
      ? `${characters(position.at)} from its start`
      : `${characters(position.at)} before its end`;
  }
  const what = "near" in position ? TOKENS[position.near] : quoted(position.text);
  return `${position.edge} ${nthInWords(position.nth)} ${what}`;
}

function characters(n: number): string {
  return n === 1 ? "1 character" : `${n} characters`;
}

function numberInWords({ write, times, plus }: Extract<Program, { op: "number" }>, of: string): string {
  const changed = `the number of ${of}${times === undefined ? "" : ` times ${times}`}${
    plus === undefined ? "" : plus < 0 ? ` minus ${-plus}` : ` plus ${plus}`
  }`;
  const decimals = write.decimals === "shortest" || write.decimals === 0
    ? write.decimals === 0 ? "without decimals" : ""
    : `with ${write.decimals} decimals behind ${quoted(write.decimal)}`;
  const groups = write.thousands === "" ? "" : `with ${quoted(write.thousands)} between thousands`;
  return [changed, [decimals, groups].filter(Boolean).join(" and ")].filter(Boolean).join(" ");
}

function laterInWords(days: number | undefined): string {
  if (days === undefined) return "";
  return ` ${Math.abs(days)} ${Math.abs(days) === 1 ? "day" : "days"} ${days > 0 ? "later" : "earlier"}`;
}

function conditionInWords(when: Condition, name: string): string {
  switch (when.test) {
    case "equals":
      return `${name} is ${quoted(when.text)}`;
    case "contains":
      return `${name} contains ${quoted(when.text)}`;
    case "starts":
      return `${name} begins with ${quoted(when.text)}`;
    case "empty":
      return `${name} is empty`;
    case "words":
      return `${name} has ${when.count} ${when.count === 1 ? "word" : "words"}`;
    case "length":
      return `${name} has ${characters(when.count)}`;
    case "above":
      return `${name} is above ${when.limit}`;
  }
}
