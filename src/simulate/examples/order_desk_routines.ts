/** What the clerks of an order desk do, step by step, in each of their tasks. */
import type { DeskTask } from "./order_to_cash_parameters.ts";
import { chance, pick, type Random, uniformInteger } from "../../base/random.ts";

export type Application = "Mail" | "ERP" | "Spreadsheet" | "Terminal" | "Browser";

/** One interaction, without its time and person. */
export interface Action {
  readonly application: Application;
  readonly window: string;
  readonly url: string;
  readonly element: string;
  /** Row of a spreadsheet. */
  readonly row: string;
  readonly action: "open" | "click" | "copy" | "paste" | "type" | "delete" | "key" | "scroll";
  readonly value: string;
}

/** The actions of one task instance: before the ERP screen is open, up to saving (the last of `erp`), and after it. */
export interface Script {
  readonly lead: readonly Action[];
  readonly erp: readonly Action[];
  readonly tail: readonly Action[];
}

/** What the clerk reads on the screen about an order. */
export interface OrderFacts {
  readonly order: string;
  readonly customer: string;
  readonly value: string;
  /** Address as first received, and as it should be. */
  readonly street: string;
  readonly city: string;
  readonly deliveryDate: string;
  /** What the customer owes, whole euros. */
  readonly balance: string;
  readonly creditLimit: string;
  readonly articles: readonly { readonly number: string; readonly quantity: string }[];
}

/** Writes down one instance: which steps are taken depends on the way, some of them on chance. */
export function scriptOf(task: DeskTask, way: string, facts: OrderFacts, random: Random): Script {
  switch (task) {
    case "Enter order":
      return way === "direct" ? enterFromMail(facts, random) : enterBySpreadsheet(facts, random);
    case "Confirm order":
      return confirmOrder(facts, random);
    case "Correct address":
      return correctAddress(way, facts, random);
    case "Chase delivery date":
      return chaseDeliveryDate(facts, random);
    case "Resolve credit hold":
      return resolveCreditHold(way, facts, random);
  }
}

/** Values go straight from the mail into the ERP. */
function enterFromMail(facts: OrderFacts, random: Random): Script {
  const { order, customer, articles } = facts;
  const message = mailWindow(`Order from ${customer}`);
  const screen = erpWindow("New order");
  const carry = (element: string, value: string) => [message("Body", "copy", value), screen(element, "paste", value)];
  return {
    lead: [INBOX("Message", "click", customer), message("Body", "scroll")],
    erp: [
      screen("New order", "click"),
      ...carry("Customer", customer),
      ...articles.flatMap((
        { number, quantity },
      ) => [...carry("Article", number), screen("Quantity", "type", quantity)]),
      ...carry("Delivery date", facts.deliveryDate),
      ...(chance(random, 0.3) ? [screen("Check total", "click", facts.value)] : []),
      screen("Save", "click", order),
    ],
    tail: [
      ...(chance(random, 0.5) ? [message("Reply", "click", order)] : []),
      INBOX("Move to done", "click", customer),
    ],
  };
}

/** A detour: values are collected in a spreadsheet, the customer is looked up in the terminal, some values are retyped. */
function enterBySpreadsheet(facts: OrderFacts, random: Random): Script {
  const { order, customer, articles, value } = facts;
  const message = mailWindow(`Order from ${customer}`);
  const screen = erpWindow("New order");
  const sheet = ordersSheet(uniformInteger(random, 2, 60));
  const collect = (
    column: string,
    text: string,
  ) => [message("Body", "copy", text), sheet(column, "paste", text)];
  const carry = (column: string, element: string, text: string) =>
    chance(random, 0.35)
      ? retype(screen, element, text, random)
      : [sheet(column, "copy", text), screen(element, "paste", text)];
  return {
    lead: [
      INBOX("Message", "click", customer),
      message("Body", "scroll"),
      ...collect("Customer", customer),
      ...articles.flatMap(({ number }) => collect("Article", number)),
      ...collect("Amount", value),
      CUSTOMER_SCREEN("Customer", "type", customer),
      CUSTOMER_SCREEN("Enter", "key", ""),
      sheet("Credit limit", "type", facts.creditLimit),
    ],
    erp: [
      screen("New order", "click"),
      ...carry("Customer", "Customer", customer),
      ...articles.flatMap((
        { number, quantity },
      ) => [...carry("Article", "Article", number), screen("Quantity", "type", quantity)]),
      ...retype(screen, "Delivery date", facts.deliveryDate, random),
      screen("Check total", "click", value),
      screen("Save", "click", order),
    ],
    tail: [sheet("Order", "type", order), INBOX("Move to done", "click", customer)],
  };
}

function confirmOrder({ order, customer, deliveryDate }: OrderFacts, random: Random): Script {
  const screen = erpWindow(`Order ${order}`);
  return {
    lead: [WORKLIST("Order", "click", order)],
    erp: [
      screen("Header", "open", order),
      screen("Items", "click"),
      ...(chance(random, 0.4) ? [screen("Delivery date", "click", deliveryDate)] : []),
      screen("Confirm", "click", order),
    ],
    tail: [mailWindow("New message")("Send", "click", customer)],
  };
}

function correctAddress(way: string, facts: OrderFacts, random: Random): Script {
  const { order, customer, street, city } = facts;
  const message = mailWindow(`Address ${order}`);
  const screen = erpWindow(`Order ${order}`);
  const lookUp = way === "direct"
    ? []
    : [CUSTOMER_SCREEN("Customer", "type", customer), CUSTOMER_SCREEN("Enter", "key")];
  const enter = (element: string, text: string) =>
    way === "direct"
      ? [message("Body", "copy", text), screen(element, "paste", text)]
      : retype(screen, element, text, random);
  return {
    lead: [INBOX("Message", "click", order), message("Body", "scroll"), ...lookUp],
    erp: [
      screen("Header", "open", order),
      screen("Address", "click"),
      ...enter("Street", street),
      ...enter("City", city),
      screen("Save", "click", order),
    ],
    tail: [message("Reply", "click", order), ...(way === "direct" ? [] : [CUSTOMER_SCREEN("Address", "type", street)])],
  };
}

function chaseDeliveryDate(facts: OrderFacts, random: Random): Script {
  const { order, deliveryDate } = facts;
  const screen = erpWindow(`Order ${order}`);
  const supplier = browserWindow("Supplier portal", `https://supplier.example/orders/${order}`);
  const asks = Array.from({ length: uniformInteger(random, 1, 3) }, () => supplier("Refresh", "click"));
  return {
    lead: [
      WORKLIST("Order", "copy", order),
      supplier("Search", "paste", order),
      supplier("Result", "click", order),
      ...asks,
      supplier("Delivery date", "copy", deliveryDate),
    ],
    erp: [
      screen("Header", "open", order),
      screen("Items", "click"),
      screen("Delivery date", "paste", deliveryDate),
      screen("Save", "click", order),
    ],
    tail: [
      mailWindow("New message")("Body", "paste", deliveryDate),
      mailWindow("New message")("Send", "click", facts.customer),
    ],
  };
}

function resolveCreditHold(way: string, facts: OrderFacts, random: Random): Script {
  const { order, customer, balance, value } = facts;
  const screen = erpWindow(`Order ${order}`);
  const sheet = holdsSheet(uniformInteger(random, 2, 90));
  const pages = Array.from({ length: uniformInteger(random, 1, 4) }, () => OPEN_ITEMS("Page down", "key"));
  const message = mailWindow("New message");
  const lookUp = [
    OPEN_ITEMS("Customer", "type", customer),
    OPEN_ITEMS("Enter", "key"),
    ...pages,
    OPEN_ITEMS("Balance", "copy", balance),
    sheet("Balance", "paste", balance),
    sheet("Amount", "type", value),
    OPEN_ITEMS("Credit limit", "copy", facts.creditLimit),
    sheet("Credit limit", "paste", facts.creditLimit),
    sheet("Due", "scroll"),
  ];
  const inErp = [screen("Credit", "click", customer), screen("Open items", "click", balance)];
  return {
    lead: [
      sheet("Order", "copy", order),
      ...(way === "direct" ? [sheet("Customer", "click", customer), INBOX("Search", "type", customer)] : lookUp),
      INBOX("Message", "click", customer),
      mailWindow(`Payment ${customer}`)("Body", "scroll"),
    ],
    erp: [
      screen("Header", "open", order),
      ...inErp,
      ...(way === "direct" ? [] : [
        ...retype(screen, "Balance", balance, random),
        screen("Items", "click"),
        screen("Header", "open", order),
        ...inErp,
      ]),
      message("To", "type", customer),
      message("Body", "type", `Balance ${balance}`),
      message("Send", "click", customer),
      ...retype(screen, "Note", `paid? ${balance}`, random),
      screen("Save", "click", order),
    ],
    tail: [
      sheet("State", "type", "mailed"),
      ...(way === "direct" ? [] : [OPEN_ITEMS("Note", "type", order), OPEN_ITEMS("Enter", "key")]),
      sheet("Save", "click"),
    ],
  };
}

/** Figures of the day are collected in a sheet and mailed: work that belongs to no order. */
export function reportScript(random: Random): Action[] {
  const sheet = windowOf("Spreadsheet", "figures.xlsx", { row: `${uniformInteger(random, 2, 40)}` });
  const portal = browserWindow("Figures", "https://intranet.example/figures");
  const message = mailWindow("Figures of the day");
  const total = `${uniformInteger(random, 2000, 90000)}`;
  return [
    portal("Page", "open"),
    portal("Orders", "copy", `${uniformInteger(random, 20, 90)}`),
    sheet("Orders", "paste"),
    ...(chance(random, 0.5) ? [portal("Turnover", "copy", total)] : []),
    sheet("Turnover", "type", total),
    message("Body", "type", `Turnover ${total}`),
    message("Send", "click", "head office"),
  ];
}

/** Things done in between that belong to no task. */
export function strayAction(random: Random): Action {
  return pick(random, [
    INBOX("Newsletter", "click"),
    INBOX("Inbox", "scroll"),
    mailWindow("Calendar")("Today", "click"),
    browserWindow("News", "https://news.example/")("Page", "scroll"),
    browserWindow("Canteen", "https://canteen.example/menu")("Page", "open"),
    erpWindow("Start")("Refresh", "click"),
  ]);
}

/** What is seen of a call: the caller's orders are looked up. It belongs to no task either. */
export function callAction(random: Random, order: string): Action {
  return chance(random, 0.5)
    ? erpWindow("Find order")("Order", "type", order)
    : mailWindow("Calendar")("Note", "type", "call back");
}

type Window = (element: string, action: Action["action"], value?: string) => Action;

function windowOf(application: Application, window: string, { url = "", row = "" } = {}): Window {
  return (element, action, value = "") => ({ application, window, url, element, row, action, value });
}

const mailWindow = (subject: string) => windowOf("Mail", subject);
const erpWindow = (screen: string) => windowOf("ERP", screen);
const browserWindow = (title: string, url: string) => windowOf("Browser", title, { url });
const INBOX = mailWindow("Inbox");
const WORKLIST = erpWindow("Worklist");
const ordersSheet = (row: number) => windowOf("Spreadsheet", "orders.xlsx", { row: `${row}` });
const holdsSheet = (row: number) => windowOf("Spreadsheet", "holds.xlsx", { row: `${row}` });
const CUSTOMER_SCREEN = windowOf("Terminal", "CU02 Customer");
const OPEN_ITEMS = windowOf("Terminal", "FI31 Open items");

/** Typed by hand; now and then mistyped first, deleted and typed again. */
function retype(window: Window, element: string, text: string, random: Random): Action[] {
  const typed = window(element, "type", text);
  if (!chance(random, 0.12)) return [typed];
  const at = uniformInteger(random, 0, text.length - 1);
  return [window(element, "type", text.slice(0, at) + text.slice(at + 1)), window(element, "delete"), typed];
}
