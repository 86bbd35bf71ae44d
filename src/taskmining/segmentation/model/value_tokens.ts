/** What of an interaction may name the thing worked on: identifiers, names, rows, in values, titles and addresses. */
import { valueAt } from "../../../base/column.ts";
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";
import { VALUES } from "./priors.ts";

/** Tokens of interaction i are those from `offsets[i]` up to, not including, `offsets[i + 1]`; no two are equal. */
export interface Tokens {
  readonly offsets: Int32Array;
  readonly code: Int32Array;
  /** Number of codes. */
  readonly count: number;
}

export function tokensOf(log: InteractionLog): Tokens {
  const codes = new Map<string, number>(), words: string[] = [];
  const codeOf = (token: string) => {
    let code = codes.get(token);
    if (code === undefined) {
      codes.set(token, code = codes.size);
      words.push(token);
    }
    return code;
  };
  const columns = [
    ...["valueNew", "valueOld", "clipboard"].map((name) => columnTokens(log, name, tokensOfValue, codeOf)),
    ...["windowTitle", "url", "elementName", "elementLabel", "elementPath"].map((name) =>
      columnTokens(log, name, tokensOfTitle, codeOf)
    ),
    rowTokens(log, codeOf),
  ].filter((column) => column !== undefined);
  const n = log.interactions, offsets = new Int32Array(n + 1), code: number[] = [];
  const names = log.actions.map((name) => name.toLowerCase());
  const parts: Map<number, boolean>[] = [];
  /** A word of the action's own name says where something is done, not on what. */
  const isPartOf = (action: number, token: number): boolean => {
    const known = parts[action] ??= new Map();
    let is = known.get(token);
    if (is === undefined) {
      known.set(token, is = /^\p{L}+$/u.test(words[token]!) && names[action]!.includes(words[token]!));
    }
    return is;
  };
  for (let i = 0; i < n; i++) {
    for (const tokens of columns) {
      for (const token of tokens(i)) {
        if (isPartOf(log.action[i]!, token)) continue;
        let isNew = true;
        for (let e = offsets[i]!; e < code.length && isNew; e++) isNew = code[e] !== token;
        if (isNew && code.length - offsets[i]! < VALUES.most) code.push(token);
      }
    }
    offsets[i + 1] = code.length;
  }
  return { offsets, code: Int32Array.from(code), count: codes.size };
}

const NONE: readonly number[] = [];

function columnTokens(
  log: InteractionLog,
  name: string,
  split: (value: string) => Iterable<string>,
  codeOf: (token: string) => number,
): ((i: number) => readonly number[]) | undefined {
  const column = log.attribute(name);
  if (!column) return undefined;
  const tokensOfText = (value: string) => Array.from(split(value.slice(0, VALUES.characters)), codeOf);
  if (column.kind === "text") {
    const known: (readonly number[])[] = [];
    return (i) => {
      const code = column.codes[i]!;
      return code < 0 ? NONE : known[code] ??= tokensOfText(column.dictionary[code]!);
    };
  }
  return (i) => {
    const value = valueAt(column, i);
    return value === undefined || value === null ? NONE : tokensOfText(String(value));
  };
}

/** Rows of the same number in different windows or sheets are different rows. */
function rowTokens(
  log: InteractionLog,
  codeOf: (token: string) => number,
): ((i: number) => readonly number[]) | undefined {
  const row = log.attribute("rowKey");
  if (!row) return undefined;
  const { codes, dictionary } = log.window;
  return (i) => {
    const value = valueAt(row, i);
    if (value === undefined || value === null || value === "") return NONE;
    return [codeOf(`row ${value} of ${dictionary[codes[i]!] ?? ""}`)];
  };
}

/** A short value is itself a token if it has no number in it; a longer text is its words. */
function* tokensOfValue(value: string): Generator<string> {
  const plain = value.trim().toLowerCase();
  if (plain === "") return;
  const numbers = [...numbersOf(plain)];
  yield* numbers;
  if (numbers.length === 0) yield plain;
  if (plain.length > VALUES.short || /\s/.test(plain)) yield* wordsOf(plain);
}

function* tokensOfTitle(title: string): Generator<string> {
  const plain = title.toLowerCase();
  yield* numbersOf(plain);
  yield* wordsOf(plain);
}

function* wordsOf(text: string): Generator<string> {
  for (const [word] of text.matchAll(/\p{L}{3,}/gu)) yield word;
}

/**
 * Numbers of records without what forms put around them: "INV-0087702" and "87702" are one. Dates, times and amounts stay
 * whole.
 */
function* numbersOf(text: string): Generator<string> {
  for (const [word] of text.matchAll(/\d[\d.,:/-]*\d|\d/g)) {
    if (/^\d+$/.test(word)) {
      if (word.length > 2) yield word.replace(/^0+(?=\d{3})/, "");
    } else if (/[.,:]/.test(word)) yield word;
    else for (const part of word.split(/[/-]/)) if (part.length > 2) yield part.replace(/^0+(?=\d{3})/, "");
  }
}
