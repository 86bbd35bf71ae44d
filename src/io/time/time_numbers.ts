/** Numbers that stand for times: epochs, spreadsheet days, dates without separators. Decided over the whole column. */
import { dayMs, isDay } from "./time_text.ts";

/** What the numbers of a column were taken for. */
export interface NumberTimes {
  /** In words, for findings. */
  readonly unit: string;
  /** Milliseconds in the order of the texts: UTC, or local time as if it were UTC. */
  readonly times: Float64Array;
  readonly local: boolean;
  /** For each text, milliseconds below which its scientific notation says nothing: 0 where it is exact. */
  readonly blur: (index: number) => number;
}

/** Takes texts that are all plain numbers for what all of them can be; undefined where that is no time. */
export function timesOfNumbers(texts: readonly string[]): NumberTimes | undefined {
  if (texts.length === 0) return undefined;
  const compact = Float64Array.from(texts, compactMs);
  const exact = () => 0;
  if (!compact.some(Number.isNaN)) {
    return { unit: "dates written without separators", times: compact, local: true, blur: exact };
  }
  const values = Float64Array.from(texts, (text) => Number(text.trim().replace(",", ".")));
  const middle = Math.abs(values.slice().sort()[values.length >> 1]!);
  if (middle >= 20_000 && middle < 80_000) {
    // Day 25,569 of spreadsheets that count from 1899-12-30 is 1970-01-01; they know nothing finer than milliseconds.
    const times = values.map((value) => Math.round((value - 25_569) * 86_400_000));
    return { unit: "spreadsheet serial numbers", times, local: true, blur: exact };
  }
  const [unit, unitMs] = unitOf(middle);
  if (unit === undefined) return undefined;
  const times = values.map((value) =>
    unit === "seconds"
      ? Math.round(value * 1e6) / 1e3
      : unit === "milliseconds"
      ? value
      : unit === "microseconds"
      ? value / 1e3
      : Math.trunc(value / 1e3) / 1e3
  );
  return { unit: `epoch ${unit}`, times, local: false, blur: (index) => lastDigit(texts[index]!) * unitMs };
}

function unitOf(middle: number): readonly [unit: string | undefined, ms: number] {
  if (middle < 1e8) return [undefined, NaN];
  if (middle < 1e11) return ["seconds", 1000];
  if (middle < 1e14) return ["milliseconds", 1];
  return middle < 1e17 ? ["microseconds", 1e-3] : ["nanoseconds", 1e-6];
}

/** What the last digit before an exponent is worth: 1,000,000 in 1.72E+8. 0 without an exponent. */
function lastDigit(text: string): number {
  const match = /^\s*-?\d+(?:[.,](\d+))?[eE]\+?(\d+)\s*$/.exec(text);
  return match ? 10 ** (Number(match[2]) - (match[1]?.length ?? 0)) : 0;
}

/** 20251231, 202512311405, 20251231140533 */
function compactMs(text: string): number {
  const match = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/.exec(text);
  if (!match) return NaN;
  const [year, month, day, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  if (!isDay(year!, month!, day!) || hours > 23 || minutes > 59 || seconds > 59) return NaN;
  return dayMs(year!, month!, day!) + hours * 3_600_000 + minutes * 60_000 + seconds * 1000;
}
