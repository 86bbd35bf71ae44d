/** Axes of durations: linear, or logarithmic where a few are very long. */
import { DURATION_LADDER, roundStep } from "./duration_bins.ts";

export interface DurationAxis {
  /** Pixels from the left. Longer than the axis: its right end; shorter: its left end. */
  at(seconds: number): number;
  readonly ticks: readonly number[];
  readonly logarithmic: boolean;
  /** Seconds at both ends. */
  readonly from: number;
  readonly to: number;
}

/**
 * An axis over the durations given, for `width` pixels.
 *
 * `auto` is logarithmic where the longest is more than twelve times as long as three of four are.
 */
export function durationAxis(sorted: Float64Array, width: number, scale: "auto" | "linear" | "log"): DurationAxis {
  const longest = sorted.at(-1) ?? 1;
  const usual = sorted[Math.floor(0.75 * (sorted.length - 1))] ?? 1;
  return scale === "log" || (scale === "auto" && usual > 0 && longest > 12 * usual)
    ? logarithmic(sorted, width)
    : linear(Math.max(longest, 1e-3), width);
}

function linear(longest: number, width: number): DurationAxis {
  const step = roundStep(longest / Math.max(2, width / 90));
  const end = Math.ceil(longest / step) * step;
  const ticks = Array.from({ length: Math.round(end / step) + 1 }, (_, i) => i * step);
  return { at: (seconds) => Math.min(1, seconds / end) * width, ticks, logarithmic: false, from: 0, to: end };
}

function logarithmic(sorted: Float64Array, width: number): DurationAxis {
  const longest = sorted.at(-1)!;
  const least = Math.max(sorted.find((seconds) => seconds > 0)!, longest / 1e7);
  const from = DURATION_LADDER.findLast((edge) => edge > 0 && edge <= least) ?? least;
  const to = DURATION_LADDER.find((edge) => edge >= longest) ?? longest;
  const span = Math.log(to / from) || 1;
  const at = (seconds: number) => Math.log(Math.min(to, Math.max(from, seconds)) / from) / span * width;
  const ticks: number[] = [];
  for (const edge of DURATION_LADDER) {
    if (edge < from || edge > to) continue;
    if (ticks.length === 0 || at(edge) - at(ticks.at(-1)!) >= 64) ticks.push(edge);
  }
  return { at, ticks, logarithmic: true, from, to };
}
