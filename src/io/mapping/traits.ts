/** What names and contents of a column tell, from a sample of its rows. */
import type { Column } from "../../base/column.ts";
import { valueOf } from "../bytes/byte_column.ts";
import { shareOfTimes } from "../time/timestamps.ts";

/** What the choice of a column goes by: the words of its name, and what it holds. */
export interface Traits {
  readonly column: Column;
  readonly index: number;
  readonly words: readonly string[];
  readonly whole: string;
  /** Known values among the rows looked at, and how many different ones. */
  readonly known: number;
  readonly distinct: number;
  readonly times: "times" | "numbers" | "none";
  readonly numeric: boolean;
}

const SAMPLE_ROWS = 5000;

export function traitsOf(column: Column, index: number): Traits {
  const words = wordsOf(column.name);
  const seen = new Set<number>();
  let known = 0;
  const values = column.kind === "text" ? column.codes : column.values;
  for (let row = 0; row < Math.min(values.length, SAMPLE_ROWS); row++) {
    const value = values[row]!;
    if (Number.isNaN(value) || (value < 0 && (column.kind === "text" || column.kind === "boolean"))) continue;
    known++;
    seen.add(value);
  }
  const sample = column.kind === "text" ? [...seen].slice(0, 50).map((code) => valueOf(column, code)) : [];
  const numeric = column.kind === "number" ||
    (sample.length > 0 && sample.every((text) => /^-?\d+([.,]\d+)?$/.test(text)));
  const times = column.kind === "time" || (sample.length > 0 && shareOfTimes(sample) >= 0.5)
    ? "times"
    : numeric && isLikeTime(
        column.kind === "number" ? [...seen].slice(0, 50) : sample.map((text) => Number(text.replace(",", "."))),
      )
    ? "numbers"
    : "none";
  return { column, index, words, whole: words.join(""), known, distinct: seen.size, times, numeric };
}

/** Epochs of any unit, spreadsheet days, and dates written without separators. */
function isLikeTime(numbers: readonly number[]): boolean {
  const middle = numbers.slice().sort((a, b) => a - b)[numbers.length >> 1]!;
  return middle >= 1e8 || (middle >= 20_000 && middle < 80_000) || (middle > 1.9e7 && middle < 2.1e7);
}

export function wordsOf(name: string): string[] {
  return name.normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
