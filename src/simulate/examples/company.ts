/** What a simulated company does, and what is recorded and what is true of it. */
import type { DeskTask, Region, Segment } from "./order_to_cash_parameters.ts";
import type { Simulation } from "../engine/queueing.ts";

/** One event. Times are whole seconds since 1970 UTC; `start` is absent where no person worked. */
export interface OrderEvent {
  readonly case: number;
  readonly activity: string;
  readonly start?: number;
  readonly time: number;
  readonly resource: string;
  readonly team: string;
}

/** What is true of one order. */
export interface Order {
  /** Order number, from 10001 on. */
  readonly case: number;
  readonly region: Region;
  readonly segment: Segment;
  readonly customer: string;
  /** Whole euros. */
  readonly value: number;
  readonly byMail: boolean;
  readonly received: number;
  creditChecks: number;
  addressCorrected: boolean;
  invoiceCorrected: boolean;
  /** When the order was put on credit hold and when the hold ended; no end: it never did. */
  holdFrom?: number;
  holdTo?: number;
  outcome: "paid" | "cancelled" | "open";
}

/** One piece of work of an order desk on one order, with what the ERP does not see. */
export interface DeskWork {
  readonly case: number;
  readonly task: DeskTask;
  readonly way: string;
  readonly region: Region;
  readonly team: string;
  readonly person: string;
  /** From the first to the last thing done, whole seconds. */
  readonly begin: number;
  readonly end: number;
  /** Seconds of work, breaks left out; the ERP part lies between `lead` and `work - tail`. */
  readonly work: number;
  readonly lead: number;
  readonly tail: number;
  /** Breaks: after how many seconds of work, and how long. */
  readonly breaks: readonly DeskBreak[];
}

export interface DeskBreak {
  readonly after: number;
  readonly seconds: number;
  readonly reason: "pause" | "put aside";
}

/** A call: time of a desk that leaves no event. */
export interface Call {
  readonly person: string;
  readonly team: string;
  readonly begin: number;
  readonly end: number;
}

/** A company at work: what has happened so far. */
export interface Company {
  readonly simulation: Simulation;
  readonly seed: number;
  readonly events: OrderEvent[];
  readonly deskWork: DeskWork[];
  readonly calls: Call[];
}

/** Records an event that no person worked on. */
export function record(company: Company, order: Order, activity: string): number {
  const time = company.simulation.now;
  company.events.push({ case: order.case, activity, time, resource: "ERP", team: "ERP" });
  return time;
}
