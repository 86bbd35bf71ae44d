/** A customer centre: everything in the browser, and workbooks. */
import type { Desk, Screen } from "./desk.ts";
import {
  CITIES,
  FIRST_NAMES,
  inbox,
  NAMES,
  newMail,
  type OfficeTask,
  readMail,
  replyTo,
  search,
  signIn,
  STREETS,
  workbook,
} from "./shared_steps.ts";

const CRM = "https://crm.nordwind.example";
const page = (title: string, path: string): Screen => ({ app: "Chrome", window: `${title} - CRM`, url: CRM + path });
const home: Screen = { app: "Chrome", window: "Home - CRM", url: CRM };

/** Finds a customer by one of the ways there are, and ends on their page. */
function findCustomer(desk: Desk, customer: string): Screen {
  signIn(desk, home);
  const finder = page("Customers", "/customers");
  if (desk.chance("menu used", 0.5)) desk.click(home, "Customers", "link");
  if (desk.chance("found by number", 0.6)) search(desk, finder, "Customer number", customer);
  else {
    search(desk, finder, "Last name", desk.of(NAMES));
    desk.click(finder, "Result", "link");
  }
  return page(`Customer ${customer}`, `/customers/${customer}`);
}

export const onboarding: OfficeTask = { name: "customer onboarding", play: onboard };

function onboard(desk: Desk): void {
  const row = desk.nextRow("applications"), last = desk.of(NAMES), first = desk.of(FIRST_NAMES);
  const list = workbook("Applications", "New"), customer = desk.id("1", 5);
  signIn(desk, home);
  desk.click(home, "New customer");
  const form = page("New customer", "/customers/new");
  desk.select(form, "Salutation", desk.of(["Ms", "Mr"]));
  desk.carry(list, "A", form, "First name", first, row);
  desk.carry(list, "B", form, "Last name", last, row);
  desk.carry(list, "C", form, "Street", `${desk.of(STREETS)} ${desk.id("", 2)}`, row);
  desk.carry(list, "D", form, "City", desk.of(CITIES), row);
  desk.select(form, "Country", "Germany");
  if (desk.chance("a phone number", 0.6)) desk.carry(list, "E", form, "Phone", desk.id("+49 30 ", 7), row);
  const check: Screen = { app: "Chrome", window: "VerifyNow", url: "https://portal.verifynow.example/check" };
  for (let n = desk.times("identity checks", 1, 3); n > 0; n--) {
    desk.goTo(check);
    desk.type(check, "Name", `${first} ${last}`);
    desk.type(check, "Document number", desk.id("L", 8));
    desk.click(check, "Check");
    desk.think(5);
  }
  const result = { ...check, url: `${check.url}/${desk.id("", 7)}/result` };
  const code = desk.id("VN", 6);
  desk.copy(result, "Result code", code);
  desk.paste(form, "Identity check", code);
  if (desk.chance("papers uploaded", 0.4)) desk.click(form, "Upload");
  desk.save(form);
  const saved = page(`Customer ${customer}`, `/customers/${customer}`);
  if (desk.chance("number into the list", 0.8)) {
    desk.copy(saved, "Customer number", customer);
    desk.paste(list, "F", customer, row);
  }
  if (desk.chance("welcome mail", 0.5)) newMail(desk, "new@example.org", "Welcome");
}

export const masterDataChange: OfficeTask = { name: "master data change", play: changeMasterData };

function changeMasterData(desk: Desk): void {
  const customer = desk.id("1", 5);
  const mail = desk.chance("change by mail", 0.75) ? readMail(desk, "My new address") : undefined;
  const record = findCustomer(desk, customer);
  desk.click(record, "Edit");
  const form = page(`Edit customer ${customer}`, `/customers/${customer}/edit`);
  const source = mail ?? inbox;
  switch (desk.choice("what changes", ["address", "address", "bank", "name"])) {
    case "address":
      desk.carry(source, "Message body", form, "Street", `${desk.of(STREETS)} ${desk.id("", 2)}`);
      desk.carry(source, "Message body", form, "Postcode", desk.id("", 5));
      desk.carry(source, "Message body", form, "City", desk.of(CITIES));
      break;
    case "bank":
      desk.click(form, "Payment", "tab");
      desk.carry(source, "Message body", form, "IBAN", desk.id("DE", 20));
      desk.click(form, "Mandate given", "checkbox");
      break;
    case "name":
      desk.type(form, "Last name", desk.of(NAMES));
      desk.click(form, "Upload");
      break;
  }
  desk.save(form);
  if (desk.chance("warning confirmed", 0.2)) desk.click(form, "OK");
  if (mail) replyTo(desk, mail, "We have changed it");
  else if (desk.chance("note written", 0.5)) {
    desk.type(record, "Note", "Changed on the phone");
    desk.click(record, "Add note");
  }
}

export const orderStatus: OfficeTask = { name: "order status reply", play: replyOrderStatus };

function replyOrderStatus(desk: Desk): void {
  const order = desk.id("SO-", 6), parcel = desk.id("00340", 9);
  const mail = readMail(desk, `Where is ${order}?`);
  const shop = (title: string, path: string): Screen => ({
    app: "Chrome",
    window: `${title} - Shop`,
    url: `https://shop.nordwind.example/admin${path}`,
  });
  const orders = shop("Orders", "/orders"), detail = shop(`Order ${order}`, `/orders/${order}`);
  if (desk.chance("number in the mail", 0.7)) {
    desk.copy(mail, "Message body", order);
    desk.paste(orders, "Order number", order);
    desk.click(orders, "Search");
  } else {
    findCustomer(desk, desk.id("1", 5));
    search(desk, orders, "Last name", desk.of(NAMES));
    desk.click(orders, "Result", "link");
  }
  switch (desk.choice("order state", ["sent", "sent", "packing", "late"])) {
    case "sent": {
      desk.copy(detail, "Tracking number", parcel);
      const carrier: Screen = {
        app: "Chrome",
        window: "Track and trace",
        url: `https://track.parcels.example/track?id=${parcel}`,
      };
      desk.paste(carrier, "Parcel", parcel);
      desk.click(carrier, "Search");
      if (desk.chance("history unfolded", 0.3)) desk.click(carrier, "Show history", "link");
      break;
    }
    case "packing":
      desk.click(detail, "Shipment", "tab");
      break;
    case "late":
      desk.click(detail, "Shipment", "tab");
      desk.click(detail, "Escalate");
      desk.type(detail, "Note", "Customer waits");
      desk.save(detail);
      break;
  }
  replyTo(desk, mail, `Your order ${order}`);
}
