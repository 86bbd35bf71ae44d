/** How numbers, durations and dates are written in every view. */

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
