/** Human resources: a portal, the directory's console, a list of new starters, travel expenses. */
import type { Desk, Screen } from "./desk.ts";
import {
  FIRST_NAMES,
  NAMES,
  newMail,
  type OfficeTask,
  readMail,
  replyTo,
  search,
  signIn,
  workbook,
} from "./shared_steps.ts";

const PORTAL = "https://hr.nordwind.example";
const portal = (title: string, path = ""): Screen => ({
  app: "Edge",
  window: `${title} - HR Portal`,
  url: PORTAL + path,
});
const console_: Screen = { app: "mmc", window: "Active Directory Users and Computers" };

export const newStarter: OfficeTask = { name: "new starter", play: startEmployee };

function startEmployee(desk: Desk): void {
  const list = workbook("New starters", "2026"), row = desk.nextRow("starters");
  const first = desk.of(FIRST_NAMES), last = desk.of(NAMES), number = desk.id("8", 4);
  signIn(desk, portal("Home"));
  if (desk.chance("list filtered", 0.3)) desk.click(list, "Filter");
  desk.click(portal("Home"), "Add employee");
  const form = portal("Add employee", "/employees/new");
  desk.carry(list, "A", form, "First name", first, row);
  desk.carry(list, "B", form, "Last name", last, row);
  desk.carry(list, "C", form, "Start date", "01.04.2026", row);
  desk.select(form, "Department", desk.of(["Sales", "Finance", "IT", "Logistics"]));
  desk.select(form, "Contract", desk.of(["Permanent", "Fixed term"]));
  if (desk.chance("a manager given", 0.6)) desk.type(form, "Manager", desk.of(NAMES));
  desk.click(form, "Save");
  const record = portal(`${first} ${last}`, `/employees/${number}`);
  desk.copy(record, "Personnel number", number);
  desk.click(console_, "New user", "menu item");
  desk.type(console_, "First name", first);
  desk.type(console_, "Last name", last);
  desk.type(console_, "Logon name", `${first[0]}${last}`.toLowerCase());
  desk.paste(console_, "Employee ID", number);
  desk.type(console_, "Password", "********");
  desk.click(console_, "Next");
  desk.click(console_, "Finish");
  for (let n = desk.times("groups", 1, 6); n > 0; n--) {
    desk.click(console_, "Add to a group", "menu item");
    desk.type(console_, "Group", desk.of(["GG-VPN", "GG-Sales", "GG-Print", "GG-Teams"]));
    desk.click(console_, "OK");
  }
  desk.paste(list, "F", number, row);
  desk.write(list, "G", row, "done");
  if (desk.chance("list saved", 0.6)) desk.save(list);
  if (desk.chance("manager told", 0.5)) newMail(desk, "manager@nordwind.example", `Account for ${first} ${last}`);
}

export const travelExpense: OfficeTask = { name: "travel expense claim", play: claimExpenses };

function claimExpenses(desk: Desk): void {
  const receipts: Screen = { app: "Acrobat Reader", window: "Receipts.pdf - Acrobat Reader" };
  const claim = desk.id("TE", 6);
  signIn(desk, portal("Home"));
  desk.click(portal("Home"), "Travel expenses", "link");
  const list = portal("Travel expenses", "/travel");
  desk.click(list, "New claim");
  const form = portal(`Claim ${claim}`, `/travel/${claim}`);
  desk.type(form, "Destination", desk.of(["Bremen", "Gent", "Porto"]));
  desk.select(form, "Purpose", desk.of(["Customer", "Training", "Fair"]));
  desk.type(form, "From", "02.03.2026");
  desk.type(form, "To", "04.03.2026");
  for (let n = desk.times("receipts", 1, 5); n > 0; n--) {
    desk.click(form, "Add receipt");
    desk.click(receipts, "Page", "page");
    const kind = desk.choice("kind of receipt", ["Hotel", "Train", "Meal", "Car"]);
    desk.select(form, "Type of cost", kind);
    if (kind === "Car") desk.type(form, "Kilometres", desk.id("1", 2));
    else desk.carry(receipts, "Text", form, "Amount", desk.amount());
    if (kind === "Hotel" && desk.chance("breakfast", 0.6)) desk.click(form, "Breakfast included", "checkbox");
    desk.click(form, "OK");
  }
  if (desk.chance("claim saved first", 0.3)) desk.click(form, "Save");
  desk.click(form, "Submit");
  desk.click(form, desk.chance("claim printed", 0.2) ? "Print" : "Close");
}

export const leaveRequest: OfficeTask = { name: "leave correction", play: correctLeave };

/** Short, and nearly all of it occurs in the other tasks of the department. */
function correctLeave(desk: Desk): void {
  const number = desk.id("8", 4);
  const mail = desk.chance("asked by mail", 0.6) ? readMail(desk, "My days of leave") : undefined;
  signIn(desk, portal("Home"));
  const finder = portal("Employees", "/employees");
  search(desk, finder, "Personnel number", number);
  const record = portal(`Leave of ${number}`, `/employees/${number}/leave`);
  desk.click(record, "Leave", "tab");
  desk.type(record, "Days", desk.of(["1", "2", "0.5"]));
  if (desk.chance("a reason", 0.5)) desk.select(record, "Reason", desk.of(["Illness", "Wrong entry"]));
  desk.click(record, "Save");
  if (mail) replyTo(desk, mail, "It is corrected");
}
