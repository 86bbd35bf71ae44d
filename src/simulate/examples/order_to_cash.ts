/** A company's orders, from receipt to payment, in two regions that share a credit and a billing team. */
import { OptionError } from "../../base/errors.ts";
import { DAY, HOUR, isWorkday, MINUTE, nextWorkingTime, secondsOf } from "../engine/calendar.ts";
import { takeCalls } from "./calls.ts";
import { type Call, type Company, type DeskWork, type Order, type OrderEvent, record } from "./company.ts";
import {
  BILLING,
  CREDIT,
  DELAYS,
  type DeskTask,
  HOLIDAYS,
  type OfficeTask,
  RATES,
  type Region,
  SALES_SOUTH,
  type Segment,
  WAREHOUSES,
} from "./order_to_cash_parameters.ts";
import { createSimulation, type Process, type Step, type Team } from "../engine/queueing.ts";
import {
  categorical,
  chance,
  exponential,
  lognormal,
  type Random,
  randomStream,
  uniformInteger,
} from "../../base/random.ts";
import { deskWork, officeWork } from "./work.ts";

export interface OrderToCashOptions {
  /** @default 7 */
  seed?: number;
  /** Orders in the log. More orders make a longer log, not a busier company. @default 3000 */
  cases?: number;
  /** Day of the first orders. @default "2025-01-06" */
  firstDay?: string;
  /** Days after the last order's receipt at which the log was taken; what comes later is not in it. @default 91 */
  followUpDays?: number;
}

export interface OrderToCash {
  /** By case, then time. */
  readonly events: readonly OrderEvent[];
  readonly orders: readonly Order[];
  /** By begin. */
  readonly deskWork: readonly DeskWork[];
  readonly calls: readonly Call[];
  /** When the log was taken, whole seconds since 1970 UTC. */
  readonly takenAt: number;
}

/**
 * Simulates an order-to-cash process with known truth.
 *
 * Waiting times follow from limited people and their hours: see `order_to_cash_parameters.ts` for all that is planted.
 * Orders keep coming for six weeks after the last one in the log, so that its load does not thin out at the end.
 *
 * @throws OptionError if `cases` is no whole number above 0, or `firstDay` no date.
 * @example
 * ```ts
 * import { simulateOrderToCash } from "tracebook";
 * const { events, orders } = simulateOrderToCash({ seed: 7, cases: 100 });
 * console.log(orders.length, events[0]!.activity); // 100 "Receive order"
 * ```
 */
export function simulateOrderToCash(options: OrderToCashOptions = {}): OrderToCash {
  const { seed = 7, cases = 3000, firstDay = "2025-01-06", followUpDays = 91 } = options;
  if (!(Number.isInteger(cases) && cases > 0)) {
    throw new OptionError(`Expected cases to be a whole number above 0 but found ${cases}.`);
  }
  const simulation = createSimulation();
  const company: Company = { simulation, seed, events: [], deskWork: [], calls: [] };
  const orders: Order[] = [];
  const arrivals = arrivalTimes(randomStream(seed, "arrivals"), secondsOf(firstDay));
  let takenAt = Infinity;
  for (let number = 10001;; number++) {
    const received = arrivals.next().value;
    const logged = orders.length < cases;
    if (!logged && received > orders.at(-1)!.received + 42 * DAY) break;
    const random = randomStream(seed, "order", number);
    const order = drawOrder(random, number, received);
    if (logged) orders.push(order);
    if (orders.length === cases && logged) takenAt = received + followUpDays * DAY;
    simulation.start(received, handleOrder(company, order, random));
  }
  for (const region of ["North", "South"] as const) {
    simulation.start(secondsOf(firstDay), takeCalls(company, region, takenAt));
  }
  simulation.run(takenAt);

  const last = orders.at(-1)!.case;
  const events = company.events.filter((event) => event.case <= last && event.time < takenAt);
  return {
    events: events.sort((a, b) => a.case - b.case || a.time - b.time),
    orders,
    deskWork: company.deskWork.sort((a, b) => a.begin - b.begin || a.case - b.case),
    calls: company.calls,
    takenAt,
  };
}

/** Arrivals with a rate that changes by hour and day: thinning, Lewis & Shedler, Naval Research Logistics 26(3), 1979. */
function* arrivalTimes(random: Random, from: number): Generator<number, never> {
  const share = [0, 0, 0, 0, 0, 0, 0, 2, 8, 12, 12, 10, 7, 9, 11, 10, 8, 5, 3, 2, 1, 0, 0, 0];
  const total = share.reduce((sum, weight) => sum + weight, 0);
  const most = (Math.max(...share) / total) * RATES.ordersPerWorkday / HOUR;
  for (let time = from;;) {
    time += exponential(random, 1 / most);
    const day = Math.floor(time / DAY);
    const perDay = isWorkday(day, HOLIDAYS.North) ? RATES.ordersPerWorkday : RATES.ordersPerFreeDay;
    const rate = perDay * share[Math.floor((time - day * DAY) / HOUR)]! / total / HOUR;
    if (chance(random, rate / most)) yield Math.floor(time);
  }
}

function drawOrder(random: Random, number: number, received: number): Order {
  const region = chance(random, RATES.southShare) ? "South" : "North";
  const segment = categorical(random, RATES.segments);
  const median = { Key: 5200, Trade: 1600, Retail: 420 }[segment];
  return {
    case: number,
    region,
    segment,
    customer: customerNumber(random, region, segment),
    value: Math.max(20, Math.round(lognormal(random, median, 0.8))),
    byMail: chance(random, RATES.byMail[region]),
    received,
    creditChecks: 0,
    addressCorrected: false,
    invoiceCorrected: false,
    outcome: "open",
  };
}

function customerNumber(random: Random, region: Region, segment: Segment): string {
  const first = { North: 10000, South: 50000 }[region] + { Key: 0, Trade: 1000, Retail: 2000 }[segment];
  return `C${first + uniformInteger(random, 1, segment === "Key" ? 30 : 400)}`;
}

/** The way of one order through the company. */
function* handleOrder(company: Company, order: Order, random: Random): Process {
  const { region, segment } = order;
  const automatic = (activity: string) => record(company, order, activity);
  const desk = (task: DeskTask) => deskWork(company, order, task, random);
  const office = (task: OfficeTask, team: Team) => officeWork(company, order, task, team, random);

  automatic("Receive order");
  if (order.byMail) yield desk("Enter order");

  yield office("Check credit", CREDIT);
  order.creditChecks++;
  while (chance(random, RATES.creditCheckRepeated)) {
    yield waitDays(company, random, DELAYS.creditFileMissingDays);
    yield office("Check credit", CREDIT);
    order.creditChecks++;
  }
  if (chance(random, RATES.creditHold[region][segment])) {
    order.holdFrom = automatic("Set credit hold");
    let outcome: keyof typeof RATES.holdOutcomes;
    for (;;) {
      yield desk("Resolve credit hold");
      outcome = categorical(random, RATES.holdOutcomes);
      if (outcome !== "worked on again") break;
      yield { until: company.simulation.now + DELAYS.holdWorkedOnAgainDays * DAY };
    }
    if (outcome === "never ends") return;
    yield waitDays(company, random, DELAYS.customerPaysOldDebtDays);
    if (outcome === "cancelled") {
      order.holdTo = automatic("Cancel order");
      order.outcome = "cancelled";
      return;
    }
    yield office("Release credit hold", CREDIT);
    order.holdTo = company.simulation.now;
  }
  if (region === "South" && order.value > RATES.approvalAbove) yield office("Approve order", SALES_SOUTH);

  if (region === "South") yield desk("Confirm order");
  else {
    yield { until: company.simulation.now + uniformInteger(random, 5, 90) };
    automatic("Confirm order");
  }
  if (chance(random, RATES.cancelled)) {
    yield { until: company.simulation.now + uniformInteger(random, HOUR, 2 * DAY) };
    automatic("Cancel order");
    order.outcome = "cancelled";
    return;
  }
  const addressIsWrong = chance(random, RATES.addressCorrected[region]);
  const foundLate = addressIsWrong && chance(random, RATES.addressFoundAfterShipping);
  if (addressIsWrong && !foundLate) {
    yield desk("Correct address");
    order.addressCorrected = true;
  }
  if (chance(random, RATES.backorder)) {
    yield waitDays(company, random, DELAYS.backorderDays);
    yield desk("Chase delivery date");
    yield waitDays(company, random, DELAYS.backorderDays);
  }
  yield { all: [ship(company, order, foundLate, random), invoice(company, order, random)] };

  if (segment === "Key") {
    const due = company.simulation.now +
      Math.round(lognormal(random, DELAYS.onAccountDays.median, DELAYS.onAccountDays.sigma) * DAY);
    if (chance(random, RATES.paymentReminded)) {
      yield {
        until: nextWorkingTime(
          company.simulation.now + DELAYS.reminderAfterDays * DAY,
          [[6 * HOUR, 6 * HOUR + 60]],
          HOLIDAYS.North,
        ),
      };
      automatic("Send reminder");
      yield waitDays(company, random, DELAYS.customerPaysOldDebtDays);
    }
    yield { until: bankDay(due, random) };
  } else {
    const { median, sigma } = DELAYS.directDebitMinutes;
    yield { until: company.simulation.now + Math.round(lognormal(random, median, sigma) * MINUTE) };
  }
  automatic("Receive payment");
  order.outcome = "paid";
}

function* ship(company: Company, order: Order, foundLate: boolean, random: Random): Process {
  yield officeWork(company, order, "Pick goods", WAREHOUSES[order.region], random);
  yield { until: carrierAt(company.simulation.now, order.region, random) };
  record(company, order, "Ship goods");
  if (!foundLate) return;
  yield waitDays(company, random, DELAYS.returnedGoodsDays);
  yield deskWork(company, order, "Correct address", random);
  order.addressCorrected = true;
  yield { until: carrierAt(company.simulation.now, order.region, random) };
  record(company, order, "Ship goods");
}

function* invoice(company: Company, order: Order, random: Random): Process {
  yield officeWork(company, order, "Create invoice", BILLING, random);
  if (!chance(random, RATES.invoiceCorrected)) return;
  yield waitDays(company, random, DELAYS.invoiceComplaintDays);
  yield officeWork(company, order, "Correct invoice", BILLING, random);
  order.invoiceCorrected = true;
}

/** The carrier comes at the end of each working day. */
function carrierAt(time: number, region: Region, random: Random): number {
  const pickup: [number, number][] = [[16.5 * HOUR, 16.5 * HOUR + 1]];
  return nextWorkingTime(time, pickup, HOLIDAYS[region]) + uniformInteger(random, 0, 25 * MINUTE);
}

/** Payments are booked in the early morning of a working day. */
function bankDay(time: number, random: Random): number {
  return nextWorkingTime(time, [[5 * HOUR, 5 * HOUR + 1]], HOLIDAYS.North) + uniformInteger(random, 0, HOUR);
}

function waitDays(company: Company, random: Random, days: { readonly median: number; readonly sigma: number }): Step {
  return { until: company.simulation.now + Math.round(lognormal(random, days.median, days.sigma) * DAY) };
}
