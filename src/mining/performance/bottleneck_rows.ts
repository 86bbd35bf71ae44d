/** What `bottlenecks` gives. */
import type { TypedTable } from "../../base/typed_table.ts";
import type { TimeBasis } from "./event_times.ts";
import type { OpenWaitRow } from "./open_waits.ts";

/** What a transition costs, or with `by` what it costs in a group. Seconds of the calendar. */
export interface BottleneckRow {
  readonly from: string;
  readonly to: string;
  /** The value of `by`; null without it, and where an event has none. */
  readonly group: string | null;
  readonly cases: number;
  readonly count: number;
  readonly medianSeconds: number;
  readonly totalSeconds: number;
  /** `totalSeconds` of the throughput time of all cases, 0 to 1. */
  readonly share: number;
  /** What is usual for the step, in all groups. */
  readonly usualSeconds: number;
  /** Time beyond what is usual, over all passages, with its 95 % interval. */
  readonly excessSeconds: number;
  readonly excessLow: number;
  readonly excessHigh: number;
  /** `excessSeconds` in a month of the log. */
  readonly excessPerMonthSeconds: number;
  /** Ranks that the step may truly have by its excess, 1 for the most: 95 % interval. */
  readonly rankLow: number;
  readonly rankHigh: number;
  /** `waiting`, `waiting or work` where starts are unknown, `waiting, in part with work` where some are. */
  readonly what: string;
}

/** What the work on an activity costs, where its start is known: as `BottleneckRow`. */
export interface WorkRow extends Omit<BottleneckRow, "from" | "to"> {
  readonly activity: string;
}

export interface Bottlenecks {
  /** Transitions, the costliest first. */
  readonly steps: TypedTable<BottleneckRow>;
  /** Activities whose service time is known, ranked among themselves. */
  readonly activities: TypedTable<WorkRow>;
  /** Cases that have not ended, by the activity after which they wait. Their time is in no other figure. */
  readonly open: TypedTable<OpenWaitRow>;
  /** Throughput time of all cases. */
  readonly totalSeconds: number;
  /** How long the log is, in months of 30.4 days. */
  readonly months: number;
  readonly usual: number;
  readonly by: string | null;
  readonly basis: TimeBasis;
  readonly sentence: string;
  /** What else is to be known: the work that costs most, cases that have not ended. */
  readonly notes: readonly string[];
}
