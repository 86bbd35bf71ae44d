/** What a funnel gives. */
import type { TypedTable } from "../../base/typed_table.ts";

/** A milestone. Cases that reach the one before are those that reach this one, too late, not, or perhaps still. */
export interface FunnelRow {
  readonly milestone: string;
  /** Cases that reach it, after those before. */
  readonly cases: number;
  /** Of all cases, with Wilson's 95 % interval. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Of the cases that reach the milestone before, the running ones left out; with its interval. */
  readonly ofPrevious: number;
  readonly ofPreviousLow: number;
  readonly ofPreviousHigh: number;
  /** Cases that ended without it. */
  readonly dropped: number;
  /** Cases that are stuck before it. */
  readonly stuck: number;
  /** Cases whose time for it was over, whether or not they came to it later. */
  readonly late: number;
  /** Cases that run and may still reach it. */
  readonly running: number;
  /** Time since the milestone before; NaN for the first. */
  readonly medianSeconds: number;
  readonly p90Seconds: number;
}

/** Cases that dropped out, stuck, or late: where they went after their last milestone, or where they rest now. */
export interface FunnelDropRow {
  /** The milestone that they did not reach. */
  readonly before: string;
  readonly activity: string;
  readonly cases: number;
  /** Of all that did not reach it. */
  readonly share: number;
}

export interface Funnel {
  readonly sentence: string;
  readonly cases: number;
  readonly steps: TypedTable<FunnelRow>;
  /** The activity directly after the last milestone that was reached; `(no event)` where none came. */
  readonly wentTo: TypedTable<FunnelDropRow>;
  /** The last activity of the case. */
  readonly restAt: TypedTable<FunnelDropRow>;
  /** Whether running cases are known. */
  readonly runningKnown: boolean;
}
