/** What is recorded of the order desks, and what is true of it. */
import type { Action } from "./order_desk_routines.ts";
import type { DeskTask } from "./order_to_cash_parameters.ts";

/** One row of the log, with its truth: the instance and task it belongs to; both are absent for what belongs to none. */
export interface Interaction extends Action {
  /** Whole seconds since 1970 UTC. */
  readonly time: number;
  readonly user: string;
  readonly team: string;
  readonly segment?: number;
  readonly task?: DeskTask | "Compile report";
}

/** What is true of one task instance. */
export interface TaskInstance {
  /** 1, 2, … in the order in which instances begin. */
  readonly segment: number;
  readonly task: DeskTask | "Compile report";
  /** Absent: the work belongs to no order. */
  readonly case?: number;
  /** Further orders that the same instance worked on. */
  readonly alsoCases?: readonly number[];
  readonly user: string;
  readonly team: string;
  readonly way: string;
  readonly begin: number;
  readonly end: number;
  /** When the ERP recorded start and completion: the event of the order-to-cash log. NaN where it recorded nothing. */
  readonly erpStart: number;
  readonly erpTime: number;
  readonly pauses: number;
  readonly putAside: number;
  readonly interactions: number;
}

export interface OrderDesk {
  /** By time; at equal times by user, then in the order done. */
  readonly interactions: readonly Interaction[];
  readonly instances: readonly TaskInstance[];
}
