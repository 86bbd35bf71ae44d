/**
 * What a query's values become in JavaScript, the same with either driver.
 *
 * | DuckDB | JavaScript |
 * | --- | --- |
 * | BOOLEAN | boolean |
 * | integers, HUGEINT, DECIMAL without decimal places | number; bigint beyond ±2^53 |
 * | FLOAT, DOUBLE, other DECIMAL | number |
 * | VARCHAR, ENUM, UUID | string |
 * | DATE, TIMESTAMP, TIMESTAMP WITH TIME ZONE | Date (UTC, whole milliseconds, rounded down) |
 * | TIME | string, "09:30:00" or "09:30:00.25" |
 * | INTERVAL | number of seconds, counted as DuckDB's `epoch` does: a year 365.25 days, a month 30 |
 * | LIST, ARRAY | array |
 * | STRUCT, MAP | object |
 * | BLOB | Uint8Array |
 * | NULL | null |
 */

/** A whole number as a number where that is exact, else as a bigint. */
export function exactInteger(value: bigint | number): number | bigint {
  if (typeof value === "number") return value;
  return value >= -MAX_EXACT && value <= MAX_EXACT ? Number(value) : value;
}
const MAX_EXACT = 2n ** 53n;

/** A DECIMAL of its digits without the point. Without decimal places it is a whole number like any other. */
export function decimalOf(digits: bigint | number, scale: number): number | bigint {
  return scale === 0 ? exactInteger(digits) : Number(digits) / 10 ** scale;
}

export function dateOf(milliseconds: number): Date {
  return new Date(Math.floor(milliseconds));
}

/** Seconds of an interval, by the rule of DuckDB's `epoch`. */
export function intervalSeconds(months: number, days: number, microseconds: number): number {
  const years = Math.trunc(months / 12);
  return years * 31_557_600 + (months - years * 12) * 2_592_000 + days * 86_400 + microseconds / 1e6;
}

/** A time of day as DuckDB writes it. */
export function timeOfDay(microseconds: number): string {
  const seconds = Math.floor(microseconds / 1e6);
  const two = (n: number) => String(n).padStart(2, "0");
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":");
  const rest = microseconds - seconds * 1e6;
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(6, "0").replace(/0+$/, "")}`;
}

/** Keys and values of a MAP as an object; a key that is no text is written as text. */
export function objectOfEntries(entries: Iterable<readonly [unknown, unknown]>): Record<string, unknown> {
  const pairs: [string, unknown][] = [];
  for (const [key, value] of entries) pairs.push([key instanceof Date ? key.toISOString() : String(key), value]);
  return Object.fromEntries(pairs);
}
