/** A change of a process, as it was found. */
import type { ChangedFigure } from "./what_changed.ts";

/**
 * - `flow`: which activity comes directly after which, and in what share of the cases.
 * - `times`: how long it takes from one activity to the next.
 * - `arrivals`: how many cases begin.
 */
export type DriftPerspective = "flow" | "times" | "arrivals";

export const DRIFT_PERSPECTIVES: readonly DriftPerspective[] = ["flow", "times", "arrivals"];

/** A moment from which on a process is different. */
export interface Drift {
  readonly perspective: DriftPerspective;
  /** How many cases began before it: the 0-based number of the first case after it, by order of first event. */
  readonly case: number;
  /** When that was, in milliseconds UTC. */
  readonly time: number;
  /** Over which time it came about, in milliseconds UTC; equal where it came at once. */
  readonly from: number;
  readonly to: number;
  /** The share of logs without a change that look at least as uneven; at least 0.005. */
  readonly p: number;
  /** What surely differs, largest first. */
  readonly what: readonly ChangedFigure[];
}
