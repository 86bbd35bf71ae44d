/** What names and contents of a column tell, from a sample of its rows. */
import type { Column } from "../../base/column.ts";
import { valueOf } from "../bytes/byte_column.ts";
import { clockKindOf } from "../time/clock_text.ts";
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
  /** It holds times of day, as far as its contents tell: digits may be anything. */
  readonly clock: ReturnType<typeof clockKindOf>;
  /** It holds days without a time of day. */
  readonly days: boolean;
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
  const some = [...seen].slice(0, 50);
  const sample = column.kind === "text" ? some.map((code) => valueOf(column, code)) : [];
  const numeric = column.kind === "number" ||
    (sample.length > 0 && sample.every((text) => /^-?\d+([.,]\d+)?$/.test(text)));
  const times = column.kind === "time" || (sample.length > 0 && shareOfTimes(sample) >= 0.5)
    ? "times"
    : numeric && isLikeTime(column.kind === "number" ? some : sample.map((text) => Number(text.replace(",", "."))))
    ? "numbers"
    : "none";
  const clock = clockKindOf(
    column.kind === "text" ? sample : column.kind === "boolean" ? [] : some.map(
      column.kind === "number" ? String : (ms) => new Date(ms).toISOString(),
    ),
  );
  const days = clock !== "text" && (column.kind === "time" ? areDays(some) : areDayTexts(sample, some, column.kind));
  return { column, index, words, whole: words.join(""), known, distinct: seen.size, times, numeric, clock, days };
}

/** Epochs of any unit, spreadsheet days, and dates written without separators. */
function isLikeTime(numbers: readonly number[]): boolean {
  const middle = numbers.slice().sort((a, b) => a - b)[numbers.length >> 1]!;
  return middle >= 1e8 || (middle >= 20_000 && middle < 80_000) || (middle > 1.9e7 && middle < 2.1e7);
}

const DAY = 86_400_000, HOUR = 3_600_000;

/** Midnights of one zone, which may be an hour apart in summer. */
function areDays(times: readonly number[]): boolean {
  const hours = [...new Set(times.map((ms) => ((ms % DAY) + DAY) % DAY))].sort((a, b) => a - b);
  if (hours.length === 0 || hours.some((ms) => ms % (HOUR / 4) !== 0)) return false;
  return hours.length === 1 && (hours[0] === 0 || times.length > 1) ||
    hours.length === 2 && times.length > 2 && [HOUR, DAY - HOUR].includes(hours[1]! - hours[0]!);
}

function areDayTexts(sample: readonly string[], values: readonly number[], kind: Column["kind"]): boolean {
  const texts = kind === "number" ? values.map(String) : sample;
  return texts.length > 0 && texts.every((text) => isDayText(text));
}

/** A day in any shape without a time of day, or with midnight: 05.01.2024, 20240105, 45296, 2024-01-05 00:00:00. */
export function isDayText(text: string): boolean {
  const { day } = splitMidnight(text.trim());
  if (/^(19|20)\d{6}$/.test(day) || /^[2-7]\d{4}(\.0+)?$/.test(day)) return true;
  return !/:|\dT\d/.test(day) && shareOfTimes([day]) === 1;
}

/** The text of a day without the midnight that some exports put behind it, and the zone of that, if there is one. */
export function splitMidnight(text: string): { readonly day: string; readonly zone: string } {
  const found = /[T ]+(?:00:00(?::00(?:\.0+)?)?|12:00(?::00)? ?AM)(Z|[+-]\d\d:?\d\d)?$/i.exec(text);
  return found ? { day: text.slice(0, found.index), zone: found[1] ?? "" } : { day: text, zone: "" };
}

export function wordsOf(name: string): string[] {
  return name.normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
