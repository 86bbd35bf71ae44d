/** How numbers, durations and dates are written, in every room. */

const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1000],
  ["ms", 1],
] as const;

/**
 * Writes a duration in its two largest units, rounded: `3 d 4 h`, `1 min 12 s`, `350 ms`; days are the largest.
 * Seconds under ten keep a decimal instead of milliseconds: `1.5 s`. Unknown durations are `–`.
 *
 * @example
 * ```ts
 * import { formatDuration } from "tracebook";
 * formatDuration(100_000); // "1 d 4 h"
 * ```
 */
export function formatDuration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined || Number.isNaN(seconds)) return "–";
  if (seconds < 0) return `−${formatDuration(-seconds)}`;
  if (seconds === Infinity) return "∞";
  const milliseconds = seconds * 1000;
  if (milliseconds === 0) return "0 s";
  if (milliseconds < 0.5) return "<1 ms";
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 9950) return `${Number((milliseconds / 1000).toFixed(1))} s`;
  for (let u = 0; u < 4; u++) {
    const [unit, size] = units[u]!;
    const [nextUnit, nextSize] = unit === "s" ? units[u]! : units[u + 1]!;
    const rounded = Math.round(milliseconds / nextSize) * nextSize;
    if (rounded < size) continue;
    const whole = Math.floor(rounded / size);
    const rest = Math.round((rounded - whole * size) / nextSize);
    return `${formatCount(whole)} ${unit}${rest > 0 ? ` ${rest} ${nextUnit}` : ""}`;
  }
  return `${Math.round(milliseconds / 1000)} s`;
}

/**
 * Writes a duration of working time, which has no days of 24 hours: `1,204 h`, `6 h 49 min`.
 *
 * @param working false: time that passes, as `formatDuration` writes it.
 */
export function formatWorkTime(seconds: number | null | undefined, working = true): string {
  if (!working || seconds === null || seconds === undefined || !(Math.abs(seconds) >= 36_000)) {
    return formatDuration(seconds);
  }
  return `${formatCount(Math.round(seconds / 3600))} h`;
}

/**
 * Writes a duration exactly, largest units first: `3 d`, `1 h 30 min`, `0.5 s`. For settings, which a reader must be
 * able to set again; `formatDuration` rounds.
 */
export function formatExactDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return String(seconds);
  const sign = seconds < 0 ? "-" : "";
  let rest = Math.abs(seconds);
  const parts: string[] = [];
  for (const [unit, milliseconds] of units.slice(0, 3)) {
    const size = milliseconds / 1000;
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  if (rest > 0 || parts.length === 0) parts.push(`${Number(rest.toFixed(6))} s`);
  return sign + parts.join(" ");
}

/** Writes a duration in one unit, for a sentence that only needs its size: `90 s`, `25 min`, `3 h`. */
export function formatRoughDuration(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}

/** Writes a count with thousands separated: `12,345`. Up to `decimals` places for what is not whole. */
export function formatCount(value: number | null | undefined, decimals = 0): string {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ",");
  const places = fraction?.replace(/0+$/, "") ?? "";
  const text = places === "" ? grouped : `${grouped}.${places}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** `1 case`, `2,000 cases`; nouns whose plural is not one more s are given with it. */
export function countOf(n: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(n)} ${n === 1 ? noun : plural}`;
}

/** Writes a number from 0 to 1 as a percentage that never claims nothing or everything where it is not: `>99.9 %`. */
export function formatShare(share: number | null | undefined): string {
  if (share === null || share === undefined || Number.isNaN(share)) return "–";
  if (share === 0 || share === 1) return `${share * 100} %`;
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return "<0.1 %";
  if (percent < 100 && percent > 99.9) return ">99.9 %";
  const nearEnds = percent > 0 && (percent < 1 || (percent > 99 && percent < 100));
  return `${nearEnds ? percent.toFixed(1) : percent.toFixed(0)} %`;
}

/** Writes a time (milliseconds UTC) as `2025-12-31 13:45`, to the day, minute or second, in UTC. */
export function formatDate(
  milliseconds: number | null | undefined,
  to: "day" | "minute" | "second" = "minute",
): string {
  if (milliseconds === null || milliseconds === undefined || Number.isNaN(milliseconds)) return "–";
  if (Math.abs(milliseconds) > 8.64e15) return "–";
  const text = new Date(milliseconds).toISOString();
  const [day, time] = text.split("T") as [string, string];
  if (to === "day") return day;
  return `${day} ${time.slice(0, to === "minute" ? 5 : 8)}`;
}

/** Writes a time (milliseconds UTC) exactly: `2026-01-05`, or where it is not midnight UTC `2026-01-05 09:30:00`. */
export function formatExactDate(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString();
  return text.endsWith("T00:00:00.000Z")
    ? text.slice(0, 10)
    : text.slice(0, -1).replace("T", " ").replace(/\.000$/, "");
}

/** Writes what lies between bounds: `≥ 3`, `≤ 5`, `3 to 5`, `3` where both are equal, `any` where there is no bound. */
export function formatRange<T>(
  min: T | undefined,
  max: T | undefined,
  write: (value: T) => string = String,
): string {
  if (min !== undefined && max !== undefined) {
    return write(min) === write(max) ? write(min) : `${write(min)} to ${write(max)}`;
  }
  if (min !== undefined) return `≥ ${write(min)}`;
  return max !== undefined ? `≤ ${write(max)}` : "any";
}
