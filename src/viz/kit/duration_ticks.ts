/** Ticks of a linear axis of durations. */
import { roundStep } from "./duration_bins.ts";

/** Round durations from 0 to `end`, about `most` of them. */
export function durationTicks(end: number, most: number): number[] {
  const step = roundStep(end / Math.max(1, most));
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, i) => i * step);
}
