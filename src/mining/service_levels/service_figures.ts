/** What a service level gives. */
import type { TypedTable } from "../../base/typed_table.ts";
import type { Period } from "../change/work_in_progress.ts";
import type { ServiceRule } from "./service_rule.ts";

/** Counts of cases; those of which the rule asks nothing are left out. */
export interface ServiceCounts {
  readonly kept: number;
  readonly broken: number;
  /** Neither yet: the time is not up, and the case may still come to it. */
  readonly open: number;
  /** Of the broken ones, those that ended without the event. */
  readonly never: number;
  /** Cases whose time was up by the end of the log, and of them the share that kept the rule, with its 95 % interval. */
  readonly due: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** What it took where the event came; NaN for rules of counts. Working time for rules that count it. */
  readonly medianSeconds: number;
  readonly p90Seconds: number;
}

export interface ServiceGroupRow extends ServiceCounts {
  readonly group: string;
}

export interface ServicePeriodRow extends ServiceCounts {
  /** Begin of the period in which the clock began to run. */
  readonly begin: Date;
}

export interface ServiceLevel extends ServiceCounts {
  readonly sentence: string;
  readonly rule: ServiceRule;
  /** The rule as it was understood. */
  readonly words: string;
  readonly limit: string;
  readonly cases: number;
  /** Cases of which the rule asks nothing, since they lack the event from which time runs. */
  readonly outside: number;
  readonly by: string | null;
  readonly every: Period;
  readonly groups: TypedTable<ServiceGroupRow>;
  readonly periods: TypedTable<ServicePeriodRow>;
}
