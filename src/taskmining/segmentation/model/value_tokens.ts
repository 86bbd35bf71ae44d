/** The values of interactions as codes: whole values, their words and numbers, numbers in titles and addresses, rows. */
import { valueAt } from "../../../base/column.ts";
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";
import { VALUES } from "./priors.ts";

/** Tokens of interaction i are those from `offsets[i]` up to, not including, `offsets[i + 1]`; no two are equal. */
export interface Tokens {
  readonly offsets: Int32Array;
  /** Interaction of each token. */
  readonly at: Int32Array;
  readonly code: Int32Array;
  /** In which way it was found: `WAYS` many. */
  readonly way: Uint8Array;
  /** Number of codes. */
  readonly count: number;
}

const WHOLE = 0, PART = 1, TITLE = 2, ROW = 3;
export const WAYS = 4;

export function tokensOf(log: InteractionLog): Tokens {
  const codes = new Map<string, number>();
  const codeOf = (token: string) => {
    let code = codes.get(token);
    if (code === undefined) codes.set(token, code = codes.size);
    return code;
  };
  const columns = [
    ...["valueNew", "valueOld", "clipboard"].map((name) => columnTokens(log, name, wordsOfValue, codeOf)),
    ...["windowTitle", "url", "elementName", "elementLabel", "elementPath"].map((name) =>
      columnTokens(log, name, numbersOfTitle, codeOf)
    ),
    rowTokens(log, codeOf),
  ].filter((column) => column !== undefined);
  const n = log.interactions, offsets = new Int32Array(n + 1);
  const at: number[] = [], code: number[] = [], way: number[] = [];
  for (let i = 0; i < n; i++) {
    for (const tokens of columns) {
      for (const [token, found] of tokens(i)) {
        let isNew = true;
        for (let e = offsets[i]!; e < code.length && isNew; e++) isNew = code[e] !== token;
        if (!isNew) continue;
        at.push(i);
        code.push(token);
        way.push(found);
      }
    }
    offsets[i + 1] = code.length;
  }
  return {
    offsets,
    at: Int32Array.from(at),
    code: Int32Array.from(code),
    way: Uint8Array.from(way),
    count: codes.size,
  };
}

type Token = readonly [code: number, way: number];
const NONE: readonly Token[] = [];

function columnTokens(
  log: InteractionLog,
  name: string,
  split: (value: string) => Iterable<[string, number]>,
  codeOf: (token: string) => number,
): ((i: number) => readonly Token[]) | undefined {
  const column = log.attribute(name);
  if (!column) return undefined;
  const tokensOfValue = (value: string): readonly Token[] =>
    Array.from(split(value), ([token, way]) => [codeOf(token), way]);
  if (column.kind === "text") {
    const known: (readonly Token[])[] = [];
    return (i) => {
      const code = column.codes[i]!;
      return code < 0 ? NONE : known[code] ??= tokensOfValue(column.dictionary[code]!);
    };
  }
  return (i) => {
    const value = valueAt(column, i);
    return value === undefined || value === null ? NONE : tokensOfValue(String(value));
  };
}

/** Rows of the same number in different windows or sheets are different rows. */
function rowTokens(
  log: InteractionLog,
  codeOf: (token: string) => number,
): ((i: number) => readonly Token[]) | undefined {
  const row = log.attribute("rowKey");
  if (!row) return undefined;
  const { codes, dictionary } = log.window;
  return (i) => {
    const value = valueAt(row, i);
    if (value === undefined || value === null || value === "") return NONE;
    return [[codeOf(`row ${value} of ${dictionary[codes[i]!] ?? ""}`), ROW]];
  };
}

function* wordsOfValue(value: string): Generator<[string, number]> {
  const plain = value.slice(0, VALUES.characters).trim().toLowerCase();
  if (plain === "") return;
  yield [plain, WHOLE];
  for (const [word] of plain.matchAll(/\p{L}{4,}|\d{2,}/gu)) if (word !== plain) yield [word, PART];
}

/** Titles and addresses are mostly words of the application: only numbers of records tell. */
function* numbersOfTitle(value: string): Generator<[string, number]> {
  for (const [number] of value.slice(0, VALUES.characters).matchAll(/\d{3,}/g)) yield [number, TITLE];
}
