/** What was planted in the example logs, and how it came out: for tests, lessons and benchmarks to check against. */
import { isoSeconds } from "../engine/calendar.ts";
import type { OrderDesk, TaskInstance } from "./order_desk.ts";
import type { DeskWork, Order, OrderEvent } from "./company.ts";
import type { OrderToCash } from "./order_to_cash.ts";
import {
  CALL_MEAN_MINUTES,
  CALLS,
  DELAYS,
  DESK_HABITS,
  DESK_WAYS,
  RATES,
  SERVICE_BOUNDS,
  SERVICE_TIMES,
} from "./order_to_cash_parameters.ts";

/** Idle threshold of the active times below, in seconds. */
const IDLE_SECONDS = 180;
/** A credit hold of at least this many days counts as stuck. */
export const STUCK_DAYS = 14;

/** Parameters as planted, and the facts as they came out in this run. Shares are 0 to 1, durations as the names say. */
export interface PlantedFacts {
  readonly seed: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly orderToCash: {
    readonly cases: number;
    readonly events: number;
    readonly takenAt: string;
    readonly casesByRegion: Readonly<Record<string, number>>;
    readonly outcomes: Readonly<Record<string, number>>;
    /** Credit check repeated, address corrected or invoice corrected. */
    readonly reworkedCases: number;
    readonly reworked: Readonly<Record<"creditCheckRepeated" | "addressCorrected" | "invoiceCorrected", number>>;
    readonly held: Readonly<Record<string, number>>;
    /** Holds of at least `stuckDays`, counting to the day the log was taken where they never ended. */
    readonly stuck: { readonly days: number; readonly cases: number; readonly neverEnded: number };
    /** The directly-follows pair on which most time passes, from the end of one to the beginning of the other. */
    readonly bottleneck: WaitingTime;
    readonly waits: readonly WaitingTime[];
    /** The desk task on which the teams differ, as the event log shows it. */
    readonly slowTeam: {
      readonly team: string;
      readonly task: string;
      readonly medianServiceSeconds: Readonly<Record<string, number>>;
      readonly ratio: number;
    };
  };
  readonly orderDesk: {
    readonly interactions: number;
    readonly stray: number;
    readonly instances: number;
    readonly putAside: number;
    readonly paused: number;
    readonly idleSeconds: number;
    readonly handle: readonly HandleTime[];
    /** Share of the handle time that the ERP sees, from start to completion of its event. */
    readonly seenByErp: Readonly<Record<string, number>>;
  };
}

export interface WaitingTime {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly meanSeconds: number;
  /** Share of the sum of all throughput times. */
  readonly share: number;
}

export interface HandleTime {
  readonly team: string;
  readonly task: string;
  readonly instances: number;
  readonly meanHandleSeconds: number;
  readonly medianHandleSeconds: number;
  readonly meanActiveSeconds: number;
  /** Instances by the way they were done. */
  readonly ways: Readonly<Record<string, number>>;
}

export function plantedFacts(process: OrderToCash, desk: OrderDesk, seed: number): PlantedFacts {
  const { orders, events, takenAt } = process;
  const held = orders.filter((order) => order.holdFrom !== undefined);
  const heldSeconds = (order: Order) => (order.holdTo ?? takenAt) - order.holdFrom!;
  const waits = waitingTimes(events);
  return {
    seed,
    parameters: {
      note: "Service times are lognormal with the given median and sigma, times the person's pace, cut to the bounds.",
      serviceTimes: SERVICE_TIMES,
      serviceBounds: SERVICE_BOUNDS,
      deskWays: DESK_WAYS,
      deskHabits: DESK_HABITS,
      rates: RATES,
      delays: DELAYS,
      calls: { ...CALLS, meanMinutes: CALL_MEAN_MINUTES },
    },
    orderToCash: {
      cases: orders.length,
      events: events.length,
      takenAt: isoSeconds(takenAt),
      casesByRegion: countBy(orders, (order) => order.region),
      outcomes: countBy(orders, (order) => order.outcome),
      reworkedCases: orders.filter((o) => o.creditChecks > 1 || o.addressCorrected || o.invoiceCorrected).length,
      reworked: {
        creditCheckRepeated: orders.filter((order) => order.creditChecks > 1).length,
        addressCorrected: orders.filter((order) => order.addressCorrected).length,
        invoiceCorrected: orders.filter((order) => order.invoiceCorrected).length,
      },
      held: countBy(held, (order) => order.region),
      stuck: {
        days: STUCK_DAYS,
        cases: held.filter((order) => heldSeconds(order) >= STUCK_DAYS * 86400).length,
        neverEnded: held.filter((order) => order.holdTo === undefined).length,
      },
      bottleneck: waits[0]!,
      waits: waits.slice(0, 8),
      slowTeam: slowTeam(events),
    },
    orderDesk: {
      interactions: desk.interactions.length,
      stray: desk.interactions.filter((row) => row.segment === undefined).length,
      instances: desk.instances.length,
      putAside: desk.instances.filter((instance) => instance.putAside > 0).length,
      paused: desk.instances.filter((instance) => instance.pauses > 0).length,
      idleSeconds: IDLE_SECONDS,
      handle: handleTimes(desk),
      seenByErp: Object.fromEntries(
        groups(desk.instances, (instance) => instance.team).map(([team, rows]) => [
          team,
          rounded(sum(rows, (r) => r.erpTime - r.erpStart) / sum(rows, (r) => r.end - r.begin)),
        ]),
      ),
    },
  };
}

function waitingTimes(events: readonly OrderEvent[]): WaitingTime[] {
  const edges = new Map<string, { from: string; to: string; count: number; total: number }>();
  let throughput = 0;
  let caseBegin = 0;
  events.forEach((event, i) => {
    const before = events[i - 1];
    if (before?.case !== event.case) {
      caseBegin = event.start ?? event.time;
      return;
    }
    if (events[i + 1]?.case !== event.case) throughput += event.time - caseBegin;
    const key = `${before.activity}\n${event.activity}`;
    let edge = edges.get(key);
    if (!edge) edges.set(key, edge = { from: before.activity, to: event.activity, count: 0, total: 0 });
    edge.count++;
    edge.total += (event.start ?? event.time) - before.time;
  });
  return [...edges.values()].sort((a, b) => b.total - a.total).map(({ from, to, count, total }) => ({
    from,
    to,
    count,
    meanSeconds: rounded(total / count),
    share: rounded(total / throughput),
  }));
}

function slowTeam(events: readonly OrderEvent[]): PlantedFacts["orderToCash"]["slowTeam"] {
  const task = "Enter order";
  const teams = groups(events.filter((event) => event.activity === task), (event) => event.team)
    .map(([team, rows]) => [team, median(rows.map((row) => row.time - row.start!))] as const)
    .sort((a, b) => b[1] - a[1]);
  return {
    team: teams[0]![0],
    task,
    medianServiceSeconds: Object.fromEntries(teams),
    ratio: rounded(teams[0]![1] / teams.at(-1)![1]),
  };
}

function handleTimes(desk: OrderDesk): HandleTime[] {
  const active = new Map<number, number>();
  const last = new Map<number, number>();
  for (const { segment, time } of desk.interactions) {
    if (segment === undefined) continue;
    const gap = time - (last.get(segment) ?? time);
    last.set(segment, time);
    if (gap <= IDLE_SECONDS) active.set(segment, (active.get(segment) ?? 0) + gap);
  }
  const handle = (instance: TaskInstance) => instance.end - instance.begin;
  return groups(desk.instances, ({ team, task }) => `${team}\n${task}`).map(([key, rows]) => ({
    team: key.split("\n")[0]!,
    task: key.split("\n")[1]!,
    instances: rows.length,
    meanHandleSeconds: rounded(sum(rows, handle) / rows.length),
    medianHandleSeconds: median(rows.map(handle)),
    meanActiveSeconds: rounded(sum(rows, (row) => active.get(row.segment) ?? 0) / rows.length),
    ways: countBy(rows, (row: Pick<DeskWork, "way">) => row.way),
  }));
}

function groups<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const group = found.get(key(item));
    if (group) group.push(item);
    else found.set(key(item), [item]);
  }
  return [...found].sort(([a], [b]) => a < b ? -1 : 1);
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  return Object.fromEntries(groups(items, key).map(([name, rows]) => [name, rows.length]));
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function rounded(value: number): number {
  return Math.round(value * 10000) / 10000;
}
