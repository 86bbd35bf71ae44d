/** A company's orders, from receipt to payment, in two regions that share a credit and a billing team. */
import { DAY, HOUR, isWorkday, MINUTE, nextWorkingTime, secondsOf } from "./calendar.ts";
import {
  BILLING,
  CALL_MEAN_MINUTES,
  CALLS,
  CREDIT,
  DELAYS,
  DESK_HABITS,
  DESK_WAYS,
  DESKS,
  type DeskTask,
  HOLIDAYS,
  type OfficeTask,
  PEAK_MONTHS,
  RATES,
  type Region,
  SALES_SOUTH,
  type Segment,
  SERVICE_BOUNDS,
  SERVICE_TIMES,
  URGENCY,
  WAREHOUSES,
  type Way,
} from "./order_to_cash_parameters.ts";
import { createSimulation, type Person, type Process, type Simulation, type Step, type Team } from "./queueing.ts";
import {
  categorical,
  chance,
  exponential,
  gamma,
  lognormal,
  type Random,
  randomStream,
  uniformInteger,
} from "./random.ts";

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
 * @example
 * ```ts
 * import { simulateOrderToCash } from "tracebook";
 * const { events, orders } = simulateOrderToCash({ seed: 7, cases: 100 });
 * console.log(orders.length, events[0]!.activity); // 100 "Receive order"
 * ```
 */
export function simulateOrderToCash(options: OrderToCashOptions = {}): OrderToCash {
  const { seed = 7, cases = 3000, firstDay = "2025-01-06", followUpDays = 91 } = options;
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

interface Company {
  readonly simulation: Simulation;
  readonly seed: number;
  readonly events: OrderEvent[];
  readonly deskWork: DeskWork[];
  readonly calls: Call[];
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
  order.addressCorrected = chance(random, RATES.addressCorrected[region]);
  const foundLate = order.addressCorrected && chance(random, RATES.addressFoundAfterShipping);
  if (order.addressCorrected && !foundLate) yield desk("Correct address");
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
  yield { until: carrierAt(company.simulation.now, order.region, random) };
  record(company, order, "Ship goods");
}

function* invoice(company: Company, order: Order, random: Random): Process {
  yield officeWork(company, order, "Create invoice", BILLING, random);
  if (!chance(random, RATES.invoiceCorrected)) return;
  order.invoiceCorrected = true;
  yield waitDays(company, random, DELAYS.invoiceComplaintDays);
  yield officeWork(company, order, "Correct invoice", BILLING, random);
}

/** Records an event that no person worked on. */
function record(company: Company, order: Order, activity: string): number {
  const time = company.simulation.now;
  company.events.push({ case: order.case, activity, time, resource: "ERP", team: "ERP" });
  return time;
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

function officeWork(company: Company, order: Order, task: OfficeTask, team: Team, random: Random): Step {
  const { medianMinutes, sigma } = SERVICE_TIMES[task];
  return {
    work: {
      team,
      urgency: 1,
      serve: (person) => ({
        seconds: serviceSeconds(random, medianMinutes, sigma, person),
        finished: (start, time) =>
          company.events.push({
            case: order.case,
            activity: task,
            start,
            time,
            resource: person.name,
            team: team.name,
          }),
      }),
    },
  };
}

function serviceSeconds(random: Random, medianMinutes: number, sigma: number, person: Person): number {
  const factor = Math.min(Math.max(lognormal(random, 1, sigma), SERVICE_BOUNDS.least), SERVICE_BOUNDS.most);
  return Math.round(medianMinutes * MINUTE * factor * person.pace);
}

function deskWork(company: Company, order: Order, task: DeskTask, random: Random): Step {
  const team = DESKS[order.region];
  return {
    work: {
      team,
      urgency: URGENCY[task],
      serve: (person) => {
        const way = categorical(random, DESK_HABITS[order.region][task]);
        const { medianMinutes, sigma, leadShare, tailShare } = (DESK_WAYS[task] as Record<string, Way>)[way]!;
        const work = serviceSeconds(random, medianMinutes, sigma, person);
        const lead = Math.round(work * leadShare);
        const tail = Math.round(work * tailShare);
        const pauses: DeskBreak[] = [];
        if (chance(random, RATES.pause)) {
          const after = uniformInteger(random, 10, work - tail - 10);
          pauses.push({ after, seconds: uniformInteger(random, 240, 900), reason: "pause" });
        }
        // Put aside only before the ERP screen is open: an ERP locks an order for one person at a time.
        const aside = pauses.length === 0 && chance(random, RATES.putAside) ? Math.round(lead * 0.6) : undefined;
        const seconds = work + (pauses[0]?.seconds ?? 0);
        return {
          seconds,
          ...(aside !== undefined && { asideAfter: aside }),
          finished: (begin, end, away) => {
            const breaks = away > 0 ? [{ after: aside!, seconds: away, reason: "put aside" as const }] : pauses;
            const done = {
              case: order.case,
              task,
              way,
              region: order.region,
              team: team.name,
              person: person.name,
              begin,
              end,
              work,
              lead,
              tail,
              breaks,
            };
            company.deskWork.push(done);
            company.events.push({
              case: order.case,
              activity: task,
              start: clockAt(done, lead),
              time: clockAt(done, work - tail),
              resource: person.name,
              team: team.name,
            });
          },
        };
      },
    },
  };
}

/** The time at which a piece of desk work has come to the given second of work; a break comes after its second. */
export function clockAt(work: DeskWork, second: number): number {
  return work.begin + second + work.breaks.reduce((sum, { after, seconds }) => sum + (second > after ? seconds : 0), 0);
}

/** Calls come while the desk is open, and go first. */
function* takeCalls(company: Company, region: Region, until: number): Process {
  const random = randomStream(company.seed, "calls", region);
  const team = DESKS[region];
  const open: [number, number][] = [[8 * HOUR, 17 * HOUR]];
  for (let time = company.simulation.now; time < until;) {
    const month = new Date(time * 1000).getUTCMonth() + 1;
    const { perHour, perHourInPeak } = CALLS[region];
    const gap = () => Math.ceil(exponential(random, HOUR / (PEAK_MONTHS.includes(month) ? perHourInPeak : perHour)));
    const next = time + gap();
    const opened = nextWorkingTime(next, open, team.isHoliday);
    time = opened === next ? next : opened + gap();
    yield { until: time };
    company.simulation.start(time, oneCall(company, team, random));
  }
}

function* oneCall(company: Company, team: Team, random: Random): Process {
  const seconds = Math.max(30, Math.round(gamma(random, 2, CALL_MEAN_MINUTES * MINUTE / 2)));
  yield {
    work: {
      team,
      urgency: URGENCY.call,
      serve: (person) => ({
        seconds,
        finished: (begin, end) => company.calls.push({ person: person.name, team: team.name, begin, end }),
      }),
    },
  };
}
