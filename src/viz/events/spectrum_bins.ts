/** Passages of a step, by bins of time. */
import { medianInPlace } from "../../base/quickselect.ts";
import type { Passages } from "../../mining/spectrum/passages.ts";
import { countByBin } from "./time_bins.ts";

/** - `begun`: passages that begin in the bin. - `ended`: that end in it. - `pending`: that are under way at some time in it. */
export type SpectrumCount = "begun" | "ended" | "pending";

/** Classes of passages: four quarters, and what takes as long as usual. */
export const CLASSES = 5;

export interface SpectrumBin {
  /** Passages of each class. */
  readonly counts: Float64Array;
  readonly total: number;
  /** Median seconds of these passages. */
  readonly median: number;
}

export function spectrumBins(passages: Passages, edges: readonly number[], what: SpectrumCount): SpectrumBin[] {
  const bins = edges.length - 1;
  const counts = Array.from({ length: bins }, () => new Float64Array(CLASSES));
  const seconds: number[][] = Array.from({ length: bins }, () => []);
  const { begun, ended, classes } = passages;
  const took = (i: number) => (ended[i]! - begun[i]!) / 1000;
  if (what !== "pending") {
    countByBin(edges, what === "begun" ? begun : ended, (bin, i) => {
      counts[bin]![classes[i]!]!++;
      seconds[bin]!.push(took(i));
    });
    return counts.map((own, b) => binOf(own, seconds[b]!));
  }
  // One more from the bin of the begin on, one less after that of the end.
  const first = new Int32Array(begun.length);
  countByBin(edges, begun, (bin, i) => first[i] = bin);
  const change = Array.from({ length: bins + 1 }, () => new Float64Array(CLASSES));
  countByBin(edges, ended, (bin, i) => {
    change[first[i]!]![classes[i]!]!++;
    change[bin + 1]![classes[i]!]!--;
  });
  const running = new Float64Array(CLASSES);
  return counts.map((_, b) => {
    change[b]!.forEach((by, k) => running[k]! += by);
    return binOf(running.slice(), []);
  });
}

function binOf(counts: Float64Array, seconds: readonly number[]): SpectrumBin {
  return { counts, total: counts.reduce((sum, n) => sum + n, 0), median: medianInPlace(Float64Array.from(seconds)) };
}
