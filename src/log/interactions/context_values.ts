/**
 * Telling context from data within one attribute: which of its words say where something was done, and which on which
 * record. After the idea of Leno et al. 2021 (section 4.1) that context is what recurs; here decided word by word.
 */
import type { TextColumn } from "../../base/column.ts";

/** Groups with fewer rows or values are too small to judge. */
const LEAST_ROWS = 30, LEAST_VALUES = 10;
/** A value is local where most of its occurrences lie within this share of the rows. */
const LOCAL = 0.1;
/** A word is common to the local values if at least this share of them has it. */
const FEW = 0.1;
/** What "most" is: a stray occurrence elsewhere does not count. */
const MOST = 0.7;

export interface ContextRules {
  /** Whether a value of nothing but data may become `#`, in a group of that many distinct local values. */
  readonly pure: (values: number) => boolean;
}

/**
 * The column with words that are data as `#`: "Order Miller - Sales" and "Order Smith - Sales" become
 * "Order # - Sales".
 *
 * Rows are in the order of time, and judged within their group. A value or a word is local if it occurs within a short
 * stretch of its group only, as a record does that is worked on once; what is context comes again and again. Values
 * lose their local words where at least ten of them are then alike, and what they have in common is spread over the
 * group. A value of local words only is left as it is, but in a group where nearly all are so.
 */
export function contextValues(column: TextColumn, groups: Int32Array, rules: ContextRules): TextColumn {
  if (column.dictionary.length < LEAST_VALUES) return column;
  const codes = column.codes.slice();
  const dictionary = [...column.dictionary];
  const codeOf = new Map(dictionary.map((value, code) => [value, code]));
  for (const rows of rowsByGroup(column.codes, groups)) {
    if (rows.length < LEAST_ROWS) continue;
    const masked = maskedValues(rows, column, rules);
    if (masked.size === 0) continue;
    for (const row of rows) {
      const value = masked.get(column.codes[row]!);
      if (value === undefined) continue;
      if (!codeOf.has(value)) {
        codeOf.set(value, dictionary.length);
        dictionary.push(value);
      }
      codes[row] = codeOf.get(value)!;
    }
  }
  return { ...column, codes, dictionary };
}

/** Share of the rows with a value whose value is not local in its group; 0 where no group is large enough to judge. */
export function spreadShare(column: TextColumn, groups: Int32Array): number {
  let spread = 0, all = 0;
  for (const rows of rowsByGroup(column.codes, groups)) {
    all += rows.length;
    for (const at of placesByCode(rows, column.codes).values()) {
      if (!isLocal(at, rows.length)) spread += at.length;
    }
  }
  return all === 0 ? 0 : spread / all;
}

function rowsByGroup(codes: Int32Array, groups: Int32Array): number[][] {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < codes.length; row++) {
    if (codes[row]! < 0) continue;
    const own = rows.get(groups[row]!);
    if (own) own.push(row);
    else rows.set(groups[row]!, [row]);
  }
  return [...rows.values()];
}

/** Where in the group each value stands. */
function placesByCode(rows: readonly number[], codes: Int32Array): Map<number, number[]> {
  const places = new Map<number, number[]>();
  rows.forEach((row, at) => {
    const own = places.get(codes[row]!);
    if (own) own.push(at);
    else places.set(codes[row]!, [at]);
  });
  return places;
}

/** Whether most of the places, ascending, lie within a short stretch; two, of which one may be a stray, say nothing. */
function isLocal(at: readonly number[], length: number): boolean {
  if (at.length <= 2) return true;
  const needed = Math.min(at.length, Math.max(2, Math.floor(at.length * MOST)));
  for (let i = 0; i + needed <= at.length; i++) {
    if (at[i + needed - 1]! - at[i]! < length * LOCAL) return true;
  }
  return false;
}

/** The new value of each code that changes. */
function maskedValues(rows: readonly number[], { codes, dictionary }: TextColumn, rules: ContextRules) {
  const places = placesByCode(rows, codes);
  const masked = new Map<number, string>();
  const local = [...places].filter(([, at]) => isLocal(at, rows.length));
  if (local.length < LEAST_VALUES) return masked;

  const isLocalWord = localWords(places, new Set(local.map(([code]) => code)), dictionary, rows.length);
  const alike = new Map<string, { codes: number[]; at: number[] }>();
  for (const [code, at] of local) {
    const template = wordsOf(dictionary[code]!).map((word) => isLocalWord(word) ? "#" : word).join("")
      .replace(/#(?:[^\p{L}\p{N}#]*#)+/gu, "#");
    const own = alike.get(template) ?? { codes: [], at: [] };
    alike.set(template, own);
    own.codes.push(code);
    for (const place of at) own.at.push(place);
  }
  const localRows = local.reduce((sum, [, at]) => sum + at.length, 0);
  for (const [template, { codes, at }] of alike) {
    if (codes.length < LEAST_VALUES || isLocal(at.sort((a, b) => a - b), rows.length)) continue;
    const isPure = !/[\p{L}\p{N}]/u.test(template);
    if (isPure && (localRows < 0.9 * rows.length || !rules.pure(local.length))) continue;
    for (const code of codes) if (template !== dictionary[code]) masked.set(code, template);
  }
  return masked;
}

/** Letters, digits, and what stands between them. */
function wordsOf(value: string): string[] {
  return value.match(/\p{L}+|\p{N}+|[^\p{L}\p{N}]+/gu) ?? [];
}

/** Words that occur in local values only: together in a short stretch, or each in few of them, as names do. */
function localWords(
  places: ReadonlyMap<number, readonly number[]>,
  local: ReadonlySet<number>,
  dictionary: readonly string[],
  length: number,
): (word: string) => boolean {
  const context = new Set<string>();
  const values = new Map<string, number>();
  const at = new Map<string, number[]>();
  for (const [code, own] of places) {
    for (const word of new Set(wordsOf(dictionary[code]!))) {
      if (!local.has(code)) {
        context.add(word);
        continue;
      }
      values.set(word, (values.get(word) ?? 0) + 1);
      if (at.has(word)) at.get(word)!.push(...own);
      else at.set(word, [...own]);
    }
  }
  const known = new Map<string, boolean>();
  return (word) => {
    if (context.has(word) || !/[\p{L}\p{N}]/u.test(word)) return false;
    if ((values.get(word) ?? 0) <= local.size * FEW) return true;
    if (!known.has(word)) known.set(word, isLocal((at.get(word) ?? []).sort((a, b) => a - b), length));
    return known.get(word)!;
  };
}
