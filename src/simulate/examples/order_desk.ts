/** The order desks' interaction log: what clerks do on screen while the ERP sees only the moments of opening and saving. */
import { DAY, secondsOf } from "../engine/calendar.ts";
import { callAction, type OrderFacts, scriptOf, strayAction } from "./order_desk_routines.ts";
import type { DeskWork, Order } from "./company.ts";
import { type DeskDials, turnDials } from "./desk_dials.ts";
import type { OrderToCash } from "./order_to_cash.ts";
import { clockAt } from "./work.ts";
import type { Interaction, OrderDesk, TaskInstance } from "./desk_recording.ts";
import { chance, gamma, pick, type Random, randomStream, uniformInteger } from "../../base/random.ts";
import { byCodeUnit } from "../../base/text_codes.ts";

export type { Interaction, OrderDesk, TaskInstance };

export interface OrderDeskOptions {
  /** @default 7 */
  seed?: number;
  /** First day recorded. @default "2025-02-03" */
  from?: string;
  /** Days recorded, weekends counted. @default 12 */
  days?: number;
  /** What makes it hard to tell which order a piece of work belongs to. @default none: all dials at 0 */
  dials?: DeskDials;
}

/** Chance of something done in between that belongs to no task, per action. */
const STRAY = 0.03;
/** No gap between two actions of an instance is longer than this many seconds of work; longer ones are breaks. */
const LONGEST_GAP = 170;

/**
 * Simulates what a recorder on the clerks' machines would log, for some days of a simulated order-to-cash process.
 *
 * Every instance belongs to an event of that log: the ERP's start and time lie within it. Copied values are pasted
 * unchanged. Instances overlap where one was put aside for another.
 *
 * @throws InputError if `from` is no date; OptionError if a dial is no share.
 * @example
 * ```ts
 * import { simulateOrderDesk, simulateOrderToCash } from "tracebook";
 * const orders = simulateOrderToCash({ seed: 7, cases: 300 });
 * const desk = simulateOrderDesk(orders, { seed: 7, from: "2025-01-07", days: 1 });
 * console.log(desk.interactions.length > 100); // true
 * ```
 */
export function simulateOrderDesk(process: OrderToCash, options: OrderDeskOptions = {}): OrderDesk {
  const { seed = 7, from = "2025-02-03", days = 12 } = options;
  const begin = secondsOf(from);
  const end = begin + days * DAY;
  const orders = new Map(process.orders.map((order) => [order.case, order]));
  const recorded = process.deskWork.filter((work) => begin <= work.begin && work.end < end && orders.has(work.case));

  const interactions: Interaction[] = [];
  const instances = recorded.map((work, i): TaskInstance => {
    const random = randomStream(seed, "instance", work.case, work.begin);
    const rows = recordInstance(work, orders.get(work.case)!, i + 1, random);
    interactions.push(...rows);
    return {
      segment: i + 1,
      task: work.task,
      case: work.case,
      user: work.person,
      team: work.team,
      way: work.way,
      begin: work.begin,
      end: work.end,
      erpStart: clockAt(work, work.lead),
      erpTime: clockAt(work, work.work - work.tail),
      pauses: work.breaks.filter(({ reason }) => reason === "pause").length,
      putAside: work.breaks.filter(({ reason }) => reason === "put aside").length,
      interactions: rows.filter((row) => row.segment !== undefined).length,
    };
  });
  for (const call of process.calls) {
    if (call.begin < begin || call.end >= end) continue;
    const random = randomStream(seed, "call", call.person, call.begin);
    if (!chance(random, 0.6)) continue;
    const action = callAction(random, `${pick(random, process.orders).case}`);
    interactions.push({
      ...action,
      time: uniformInteger(random, call.begin, call.end - 1),
      user: call.person,
      team: call.team,
    });
  }
  const rows = interactions.sort((a, b) => a.time - b.time || byCodeUnit(a.user, b.user));
  return turnDials({ interactions: rows, instances }, seed, options.dials ?? {});
}

function recordInstance(work: DeskWork, order: Order, segment: number, random: Random): Interaction[] {
  const script = scriptOf(work.task, work.way, factsOf(order), random);
  const { user, team, task } = { user: work.person, team: work.team, task: work.task };
  const gaps = [
    ...spread(work.lead, script.lead.length, random),
    ...spread(work.work - work.lead - work.tail, script.erp.length - 1, random),
    ...spread(work.tail, script.tail.length, random),
  ];
  const rows: Interaction[] = [];
  let second = 0;
  [...script.lead, ...script.erp, ...script.tail].forEach((action, i) => {
    if (i > 0) {
      const gap = gaps[i - 1]!;
      if (gap > 4 && chance(random, STRAY)) {
        const time = clockAt(work, second + uniformInteger(random, 1, gap - 1));
        rows.push({ ...strayAction(random), time, user, team });
      }
      second += gap;
    }
    rows.push({ ...action, time: clockAt(work, second), user, team, segment, task });
  });
  return rows;
}

/** Splits whole seconds into so many gaps, at random, none longer than `LONGEST_GAP` where that can be. */
function spread(seconds: number, gaps: number, random: Random): number[] {
  const weights = Array.from({ length: gaps }, () => 0.15 + gamma(random, 1.5, 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const ends: number[] = [];
  let sum = 0;
  for (const weight of weights) ends.push(Math.round(seconds * (sum += weight) / total));
  const split = ends.map((end, i) => end - (ends[i - 1] ?? 0));
  let excess = 0;
  for (let i = 0; i < gaps; i++) {
    excess += Math.max(0, split[i]! - LONGEST_GAP);
    split[i] = Math.min(split[i]!, LONGEST_GAP);
  }
  for (let i = 0; i < gaps && excess > 0; i++) {
    const room = Math.min(excess, LONGEST_GAP - split[i]!);
    split[i]! += room;
    excess -= room;
  }
  if (excess > 0) split[gaps - 1]! += excess;
  return split;
}

/** What the clerk reads about an order: the same at every visit, because it is drawn from the order's own number. */
function factsOf(order: Order): OrderFacts {
  const random = randomStream(order.case, "facts");
  const day = new Date((order.received + uniformInteger(random, 5, 20) * DAY) * 1000).toISOString().slice(0, 10);
  const street = pick(random, [
    "Mill Lane",
    "Station Road",
    "High Street",
    "Harbour Way",
    "Church Row",
    "Market Square",
  ]);
  const city = pick(
    random,
    order.region === "North" ? ["Norden", "Kiel", "Aarhus", "Umea"] : ["Como", "Nice", "Graz", "Bern"],
  );
  return {
    order: `${order.case}`,
    customer: order.customer,
    value: `${order.value}`,
    street: `${street} ${uniformInteger(random, 1, 90)}`,
    city,
    deliveryDate: day,
    balance: `${uniformInteger(random, 100, 9000)}`,
    creditLimit: `${uniformInteger(random, 1, 20) * 500}`,
    articles: Array.from({ length: uniformInteger(random, 1, 4) }, () => ({
      number: `A${uniformInteger(random, 100, 999)}`,
      quantity: `${uniformInteger(random, 1, 40)}`,
    })),
  };
}
