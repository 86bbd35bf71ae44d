/** Columns of any kind as dictionary-encoded text, which is how logs hold cases, activities and resources. */
import { type Column, type TextColumn, valueAt } from "./column.ts";

/** The column itself where it is text; otherwise its values written out (numbers without exponent noise, times in ISO 8601). */
export function asText(column: Column): TextColumn {
  if (column.kind === "text") return column;
  const n = column.values.length;
  const codes = new Int32Array(n);
  const dictionary: string[] = [];
  const known = new Map<number, number>();
  for (let row = 0; row < n; row++) {
    const raw = column.values[row]!;
    const value = valueAt(column, row);
    if (value === null) {
      codes[row] = -1;
      continue;
    }
    let code = known.get(raw);
    if (code === undefined) {
      code = dictionary.push(value instanceof Date ? value.toISOString() : String(value)) - 1;
      known.set(raw, code);
    }
    codes[row] = code;
  }
  return { kind: "text", name: column.name, codes, dictionary };
}

/**
 * The values of `codes` that occur, renumbered in code-unit order of their text, so that codes compare as names do.
 * Values of equal text share a code; -1 stays -1.
 */
export function sortedCodes(codes: Int32Array, dictionary: readonly string[]): { codes: Int32Array; names: string[] } {
  const used = new Uint8Array(dictionary.length);
  for (let i = 0; i < codes.length; i++) if (codes[i]! >= 0) used[codes[i]!] = 1;
  const names = [...new Set(dictionary.filter((_, code) => used[code]))].sort(byCodeUnit);
  const rank = new Map(names.map((name, index) => [name, index]));
  const next = Int32Array.from(dictionary, (name, code) => used[code] ? rank.get(name)! : -1);
  const renumbered = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i++) renumbered[i] = codes[i]! < 0 ? -1 : next[codes[i]!]!;
  return { codes: renumbered, names };
}

/** As `sortedCodes`, but keeps the dictionary and its order if no value stands in it twice and every value occurs. */
export function distinctCodes(
  codes: Int32Array,
  dictionary: readonly string[],
): { codes: Int32Array; names: readonly string[] } {
  const used = new Uint8Array(dictionary.length);
  for (let i = 0; i < codes.length; i++) if (codes[i]! >= 0) used[codes[i]!] = 1;
  if (!used.includes(0) && new Set(dictionary).size === dictionary.length) return { codes, names: dictionary };
  return sortedCodes(codes, dictionary);
}

/** Order of strings by UTF-16 code unit: the same everywhere, whatever the locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
