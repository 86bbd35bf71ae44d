/** What the figures of a column are, told by its name, and how each is written for people. */
import { formatCount, formatDate, formatDuration, formatShare } from "../../base/format.ts";

/** One cell: times are milliseconds UTC, durations seconds, shares 0 to 1. */
export type Cell = string | number | null;

/**
 * - `duration`: seconds, written `1 d 5 h`.
 * - `share`: 0 to 1, written `34 %`.
 * - `count`: whole numbers with their thousands separated.
 * - `number`: other numbers, to three places.
 * - `probability`: p values, which are never written as nothing: `<0.001`.
 * - `date`: milliseconds UTC, written to the minute; `day`: to the day.
 * - `plain`: numbers that name something (ids, years): no separators.
 * - `text`: as it is.
 */
export type TableUnit = typeof tableUnits[number];

export const tableUnits = [
  "duration",
  "share",
  "count",
  "number",
  "probability",
  "date",
  "day",
  "plain",
  "text",
] as const;

/** The unit of a column, from its name and its values; `siblings` are the names of all columns. */
export function unitOf(name: string, values: readonly Cell[], siblings: readonly string[]): TableUnit {
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length === 0) return "text";
  if (isSeconds(name)) return "duration";
  const words = wordsOf(name);
  const within = (least: number) => numbers.every((n) => !(n < least || n > 1));
  if (/(?:^|[ ,])share(?: of .*)?$|^share (?:low|high)$/.test(words) && within(-1)) return "share";
  if (/^(?:low|high|lower|upper)$/.test(words) && siblings.some((other) => wordsOf(other) === "share") && within(-1)) {
    return "share";
  }
  if (/^p$|(?:^| )p (?:value|adjusted)$|^pvalue$/.test(words) && within(0)) return "probability";
  if (
    /(?:^| )(?:time|timestamp|date|begin|begins|start|end|first|last|since|at)$/.test(words) && numbers.every(isMoment)
  ) {
    return numbers.every((ms) => Number.isNaN(ms) || ms % 86_400_000 === 0) ? "day" : "date";
  }
  if (!numbers.every((n) => Number.isInteger(n))) return "number";
  return /(?:^| )(?:id|ids|year|case|number|no|nr|zip|code|index)$/.test(words) ? "plain" : "count";
}

/** Whether the figures of a column of this name are seconds: `medianSeconds`, `duration_seconds`, `wait, seconds`. */
export function isSeconds(name: string): boolean {
  return /(?:^|[\W_])seconds$|[a-z\d]Seconds$/.test(name);
}

/** The cell as people read it. */
export function writeCell(value: Cell | undefined, unit: TableUnit): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") {
    // Past 2^53 a number would lose digits: it comes as text.
    return unit === "count" && /^-?\d+$/.test(value) ? value.replace(/\B(?=(\d{3})+$)/g, ",").replace("-", "−") : value;
  }
  if (!Number.isFinite(value)) return formatCount(value);
  switch (unit) {
    case "duration":
      return formatDuration(value);
    case "share":
      return value < 0 ? `−${formatShare(-value)}` : formatShare(value);
    case "probability":
      return value < 0.001 ? "<0.001" : formatCount(value, 3);
    case "date":
      return formatDate(value);
    case "day":
      return formatDate(value, "day");
    case "plain":
    case "text":
      return String(value);
    case "count":
    case "number":
      // What is not nothing is not written as nothing.
      return value !== 0 && Math.abs(value) < 0.0005 ? String(Number(value.toPrecision(2))) : formatCount(value, 3);
  }
}

/** The cell as programs read it: all digits, times in ISO 8601. */
export function exactCell(value: Cell | undefined, unit: TableUnit): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Number.isNaN(value)) return "";
  return isTime(unit) && Math.abs(value) <= 8.64e15 ? new Date(value).toISOString() : String(value);
}

/** What hovering over a cell tells: the exact figure, where the cell does not write all of it. */
export function exactBehind(value: Cell | undefined, unit: TableUnit): string | undefined {
  if (typeof value !== "number" || !Number.isFinite(value)) return undefined;
  const exact = exactCell(value, unit);
  const written = writeCell(value, unit).replaceAll(",", "").replace("−", "-");
  return written === exact || (unit === "day" && exact.startsWith(written)) ? undefined : exact;
}

/** Whether the columns of a unit are those of figures, which keep to the right. */
export function isFigure(unit: TableUnit): boolean {
  return unit !== "text";
}

function isTime(unit: TableUnit): boolean {
  return unit === "date" || unit === "day";
}

/** From 1973 to 2128: smaller numbers are counts, positions or seconds. */
function isMoment(ms: number): boolean {
  return Number.isNaN(ms) || (ms >= 1e11 && ms <= 5e12);
}

/** `pAdjusted` and `p_adjusted` as `p adjusted`. */
function wordsOf(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/[_\s]+/g, " ").trim().toLowerCase();
}
