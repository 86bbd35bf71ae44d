/** The files under data/: two logs, the truth beside them, and the planted facts. */
import { isoSeconds } from "../engine/calendar.ts";
import { type Cell, csvText } from "../engine/csv_text.ts";
import type { Order } from "./company.ts";
import { type OrderDesk, simulateOrderDesk } from "./order_desk.ts";
import { type OrderToCash, simulateOrderToCash } from "./order_to_cash.ts";
import { plantedFacts } from "./planted_facts.ts";

/** File name and text, in the order in which they are written. */
export function exampleFiles(options: { readonly seed: number; readonly cases: number }): [string, string][] {
  const process = simulateOrderToCash(options);
  const desk = simulateOrderDesk(process, { seed: options.seed });
  return [
    ["order-to-cash.csv", processLog(process)],
    ["order-to-cash-truth.csv", processTruth(process.orders)],
    ["order-desk.csv", deskLog(desk)],
    ["order-desk-truth.csv", deskTruth(desk)],
    ["truth.json", JSON.stringify(plantedFacts(process, desk, options.seed), null, 2) + "\n"],
  ];
}

function processLog({ events, orders }: OrderToCash): string {
  const orderOf = new Map(orders.map((order) => [order.case, order]));
  return csvOf(events, {
    case: (event) => event.case,
    activity: (event) => event.activity,
    start: (event) => time(event.start),
    timestamp: (event) => time(event.time),
    resource: (event) => event.resource,
    team: (event) => event.team,
    region: (event) => orderOf.get(event.case)!.region,
    customer_group: (event) => orderOf.get(event.case)!.segment,
    value: (event) => orderOf.get(event.case)!.value,
  });
}

function processTruth(orders: readonly Order[]): string {
  return csvOf(orders, {
    case: (order) => order.case,
    region: (order) => order.region,
    customer: (order) => order.customer,
    byMail: (order) => Number(order.byMail),
    creditChecks: (order) => order.creditChecks,
    addressCorrected: (order) => Number(order.addressCorrected),
    invoiceCorrected: (order) => Number(order.invoiceCorrected),
    holdFrom: (order) => time(order.holdFrom),
    holdTo: (order) => time(order.holdTo),
    outcome: (order) => order.outcome,
  });
}

function deskLog({ interactions }: OrderDesk): string {
  return csvOf(interactions, {
    timestamp: (interaction) => time(interaction.time),
    user: (interaction) => interaction.user,
    team: (interaction) => interaction.team,
    application: (interaction) => interaction.application,
    window: (interaction) => interaction.window,
    url: (interaction) => interaction.url,
    element: (interaction) => interaction.element,
    row: (interaction) => interaction.row,
    action: (interaction) => interaction.action,
    value: (interaction) => interaction.value,
    segment: (interaction) => interaction.segment,
    task: (interaction) => interaction.task,
  });
}

function deskTruth({ instances }: OrderDesk): string {
  return csvOf(instances, {
    segment: (instance) => instance.segment,
    task: (instance) => instance.task,
    case: (instance) => instance.case,
    user: (instance) => instance.user,
    team: (instance) => instance.team,
    way: (instance) => instance.way,
    begin: (instance) => time(instance.begin),
    end: (instance) => time(instance.end),
    erpStart: (instance) => time(instance.erpStart),
    erpTime: (instance) => time(instance.erpTime),
    pauses: (instance) => instance.pauses,
    putAside: (instance) => instance.putAside,
    interactions: (instance) => instance.interactions,
  });
}

/** CSV text of rows, from the name of each column and what it holds. */
function csvOf<Row>(rows: readonly Row[], columns: Readonly<Record<string, (row: Row) => Cell>>): string {
  const cells = Object.values(columns);
  return csvText(Object.keys(columns), rows.map((row) => cells.map((cell) => cell(row))));
}

function time(seconds: number | undefined): string | undefined {
  return seconds === undefined || Number.isNaN(seconds) ? undefined : isoSeconds(seconds);
}
