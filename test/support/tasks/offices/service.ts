/** Insurance claims, tickets and the meters of a utility. */
import type { Desk, Screen } from "./desk.ts";
import { FIRST_NAMES, NAMES, newMail, type OfficeTask, search, signIn, workbook } from "./shared_steps.ts";

const claims = (screen: string): Screen => ({ app: "ClaimCenter", window: `${screen} - ClaimCenter` });

export const claimTriage: OfficeTask = { name: "claim triage", play: triage };

function triage(desk: Desk): void {
  const claim = desk.id("CL-", 7), policy = desk.id("P", 8);
  const queue = claims("Queue"), file = claims(`Claim ${claim}`);
  signIn(desk, queue);
  desk.click(queue, desk.chance("taken from the top", 0.7) ? "Next claim" : "Claim");
  for (let n = desk.times("papers", 1, 6); n > 0; n--) {
    desk.click(file, "Document", "row");
    const viewer: Screen = { app: "Document Viewer", window: `${desk.id("SCAN", 6)}.tif - Document Viewer` };
    desk.open(viewer);
    if (desk.chance("paper turned", 0.2)) desk.click(viewer, "Rotate");
    desk.close(viewer);
  }
  if (desk.chance("policy checked", 0.7)) {
    desk.copy(file, "Policy number", policy);
    const policies: Screen = { app: "PolicyAdmin", window: "Policy Search - PolicyAdmin" };
    signIn(desk, policies);
    desk.paste(policies, "Policy number", policy);
    desk.click(policies, "Search");
    desk.click({ app: "PolicyAdmin", window: `Policy ${policy} - PolicyAdmin` }, "Coverage", "tab");
  }
  desk.select(file, "Line of business", desk.of(["Household", "Liability", "Motor"]));
  desk.select(file, "Severity", desk.of(["Low", "Medium", "High"]));
  desk.think(8);
  switch (desk.choice("way of the claim", ["pay", "assign", "assign", "refuse"])) {
    case "pay":
      desk.type(file, "Reserve", desk.amount());
      desk.click(file, "Fast track");
      break;
    case "assign":
      desk.type(file, "Reserve", desk.amount());
      desk.click(file, "Assign");
      desk.select(file, "Adjuster", desk.of(NAMES));
      desk.click(file, "OK");
      break;
    case "refuse":
      desk.click(file, "Letters", "tab");
      desk.select(file, "Letter", "Refusal");
      desk.click(file, "Print");
      break;
  }
  desk.click(file, "Save");
  if (desk.chance("claim closed", 0.5)) desk.click(file, "Close");
}

export const claimPayment: OfficeTask = { name: "claim payment", play: payClaim };

/** In the same systems as the triage. */
function payClaim(desk: Desk): void {
  const claim = desk.id("CL-", 7), queue = claims("Queue"), file = claims(`Claim ${claim}`);
  signIn(desk, queue);
  search(desk, queue, "Claim number", claim);
  desk.click(file, "Payments", "tab");
  for (let n = desk.times("payments", 1, 3); n > 0; n--) {
    desk.click(file, "New payment");
    desk.type(file, "Payee", desk.of(NAMES));
    desk.type(file, "Amount", desk.amount());
    desk.select(file, "Kind", desk.of(["Repair", "Goods", "Expert"]));
    desk.click(file, "OK");
  }
  if (desk.chance("reserve lowered", 0.5)) desk.type(file, "Reserve", desk.amount());
  if (desk.chance("second signature", 0.25)) {
    desk.click(file, "Assign");
    desk.select(file, "Adjuster", desk.of(NAMES));
    desk.click(file, "OK");
  }
  desk.click(file, "Save");
}

const tickets = (title: string): Screen => ({ app: "ServiceDesk", window: `${title} - ServiceDesk` });

export const ticketHandling: OfficeTask = { name: "ticket handling", play: handleTicket };

function handleTicket(desk: Desk): void {
  const ticket = desk.id("INC", 7), list = tickets("My queue"), form = tickets(ticket);
  desk.click(list, "Ticket", "row");
  desk.click(form, "Take over");
  desk.think(10);
  if (desk.chance("knowledge looked up", 0.5)) {
    const base: Screen = { app: "Firefox", window: "Knowledge base", url: "https://kb.nordwind.example/search" };
    for (let n = desk.times("searches", 1, 3); n > 0; n--) {
      search(desk, base, "Query", desk.of(["vpn", "printer", "mfa"]));
    }
    desk.click({ ...base, url: `https://kb.nordwind.example/articles/${desk.id("", 4)}` }, "Article", "link");
  }
  if (desk.chance("remote session", 0.3)) {
    const remote: Screen = { app: "TeamViewer", window: "TeamViewer" };
    desk.type(remote, "Partner ID", desk.id("", 9));
    desk.click(remote, "Connect");
    desk.think(60);
    desk.close(remote);
  }
  desk.type(form, "Work notes", `Looked into it for ${desk.of(FIRST_NAMES)}`);
  switch (desk.choice("ticket's end", ["solved", "solved", "forwarded", "waiting"])) {
    case "solved":
      desk.select(form, "State", "Resolved");
      desk.select(form, "Close code", desk.of(["User error", "Fixed", "Workaround"]));
      desk.click(form, "Resolve");
      break;
    case "forwarded":
      desk.select(form, "Assignment group", desk.of(["Network", "SAP", "Client"]));
      desk.click(form, "Save");
      break;
    case "waiting":
      desk.select(form, "State", "On hold");
      desk.click(form, "Save");
      break;
  }
  if (desk.chance("back to the queue", 0.6)) desk.click(form, "Back");
}

export const passwordReset: OfficeTask = { name: "password reset", play: resetPassword };

function resetPassword(desk: Desk): void {
  const ticket = desk.id("INC", 7), user = desk.id("U", 5), form = tickets(ticket);
  if (desk.chance("on the phone", 0.5)) {
    desk.click(tickets("My queue"), "New ticket");
    desk.type(tickets("New ticket"), "Caller", desk.of(NAMES));
    desk.select(tickets("New ticket"), "Category", "Password");
    desk.click(tickets("New ticket"), "Save");
  } else desk.click(tickets("My queue"), "Ticket", "row");
  desk.copy(form, "Caller ID", user);
  const directory: Screen = { app: "mmc", window: "Active Directory Users and Computers" };
  desk.paste(directory, "Find", user);
  desk.click(directory, "Find now");
  desk.click(directory, "Reset password", "menu item");
  desk.type(directory, "Password", "********");
  if (desk.chance("account locked", 0.4)) desk.click(directory, "Unlock account", "checkbox");
  desk.click(directory, "OK");
  desk.type(form, "Work notes", "Password has been reset");
  desk.select(form, "State", "Resolved");
  desk.click(form, "Resolve");
}

const UTILITY = "https://utility.nordwind.example";
const utility = (title: string, path: string): Screen => ({ app: "Chrome", window: title, url: UTILITY + path });

export const meterReading: OfficeTask = { name: "meter reading", play: enterReading };

function enterReading(desk: Desk): void {
  const list = workbook("Readings", "Route 7"), row = desk.nextRow("readings"), meter = desk.id("1EMH", 8);
  const finder = utility("Meters", "/meters"), form = utility(`Meter ${meter}`, `/meters/${meter}/reading`);
  signIn(desk, utility("Utility", ""));
  desk.copy(list, "A", meter, row);
  desk.paste(finder, "Meter number", meter);
  desk.click(finder, "Search");
  if (desk.chance("two tariffs", 0.35)) {
    desk.carry(list, "B", form, "Day tariff", desk.id("", 5), row);
    desk.carry(list, "C", form, "Night tariff", desk.id("", 5), row);
  } else desk.carry(list, "B", form, "Reading", desk.id("", 5), row);
  desk.type(form, "Read on", "31.03.2026");
  desk.click(form, "Save");
  if (desk.chance("not plausible", 0.15)) {
    desk.select(form, "Reason", desk.of(["Checked", "Vacancy", "New device"]));
    desk.click(form, "Confirm");
  }
  if (desk.chance("ticked off", 0.7)) desk.write(list, "E", row, "x");
}

export const moveIn: OfficeTask = { name: "move-in", play: registerMoveIn };

function registerMoveIn(desk: Desk): void {
  const meter = desk.id("1EMH", 8), contract = desk.id("V", 6);
  const finder = utility("Meters", "/meters"), form = utility("New contract", "/contracts/new");
  signIn(desk, utility("Utility", ""));
  search(desk, finder, "Meter number", meter);
  desk.click(utility(`Meter ${meter}`, `/meters/${meter}`), "Move in", "link");
  desk.type(form, "First name", desk.of(FIRST_NAMES));
  desk.type(form, "Last name", desk.of(NAMES));
  if (desk.chance("flat shared", 0.3)) {
    desk.click(form, "Add person");
    desk.type(form, "Second name", desk.of(NAMES));
  }
  desk.select(form, "Product", desk.of(["Basic", "Green", "Night"]));
  desk.type(form, "Reading", desk.id("", 5));
  desk.type(form, "Read on", "31.03.2026");
  desk.click(form, "Next");
  if (desk.chance("direct debit", 0.6)) {
    desk.type(form, "IBAN", desk.id("DE", 20));
    desk.click(form, "Mandate given", "checkbox");
  }
  desk.click(form, "Save");
  if (desk.chance("letter sent", 0.4)) desk.click(utility(`Contract ${contract}`, `/contracts/${contract}`), "Print");
  else newMail(desk, "tenant@example.org", `Contract ${contract}`);
}
