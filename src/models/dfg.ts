/** The directly-follows graph: which activity comes right after which, how often, and how long it takes. */

/** One edge. Times are seconds from the end of `from` to the beginning of `to` (its start where known, else its time). */
export interface DfgEdge {
  /** Indices into `activities`. */
  readonly from: number;
  readonly to: number;
  /** How often, over all cases. */
  readonly count: number;
  /** In how many cases. */
  readonly cases: number;
  readonly meanSeconds: number;
  readonly medianSeconds: number;
  readonly totalSeconds: number;
  readonly minSeconds: number;
  readonly maxSeconds: number;
}

export interface Dfg {
  readonly activities: readonly string[];
  /** Events of each activity. */
  readonly events: Float64Array;
  /** Cases in which each activity occurs. */
  readonly cases: Float64Array;
  /** Cases that start, and that end, with each activity. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Mean and median seconds from start to completion of each activity; NaN where no start is known. */
  readonly meanServiceSeconds: Float64Array;
  readonly medianServiceSeconds: Float64Array;
  /** Sorted by `from`, then `to`. */
  readonly edges: readonly DfgEdge[];
  /** Cases in the log. */
  readonly totalCases: number;
}
