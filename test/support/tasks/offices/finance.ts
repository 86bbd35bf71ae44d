/** Accounts payable and treasury: an ERP system on the desktop, mail, PDF, workbooks and a banking portal. */
import type { Desk, Screen } from "./desk.ts";
import { inbox, NAMES, newMail, type OfficeTask, readMail, replyTo, search, signIn, workbook } from "./shared_steps.ts";

const erp = (screen: string): Screen => ({ app: "ERP", window: `${screen} - ERP` });
const home = erp("Home");

export const invoiceEntry: OfficeTask = { name: "invoice entry", play: enterInvoice };

function enterInvoice(desk: Desk): void {
  const invoice = desk.id("RE-", 6), vendor = desk.of(NAMES), order = desk.id("45", 8);
  const byMail = desk.chance("invoice by mail", 0.8);
  const pdf: Screen = { app: "Acrobat Reader", window: `${invoice}.pdf - Acrobat Reader` };
  if (byMail) {
    const mail = readMail(desk, `Invoice ${invoice}`);
    desk.click(mail, "Attachment", "link");
  }
  desk.open(pdf);
  signIn(desk, home);
  desk.click(home, "Enter invoice", "tree item");
  const form = erp("Enter Incoming Invoice");
  if (desk.chance("vendor looked up", 0.35)) {
    const list = erp("Vendor Search");
    search(desk, list, "Vendor name", vendor);
    desk.click(list, "OK");
  } else desk.carry(pdf, "Text", form, "Vendor", vendor);
  desk.carry(pdf, "Text", form, "Reference", invoice);
  desk.type(form, "Invoice date", `${1 + desk.of([3, 9, 14, 20])}.03.2026`);
  desk.carry(pdf, "Text", form, "Amount", desk.amount());
  desk.select(form, "Currency", "EUR");
  if (desk.chance("against an order", 0.6)) {
    desk.click(form, "PO reference", "tab");
    desk.carry(pdf, "Text", form, "Purchase order", order);
    desk.click(form, "Propose items");
  } else {
    for (let n = desk.times("lines of account", 1, 5); n > 0; n--) {
      desk.type(form, "G/L account", desk.id("47", 4));
      desk.type(form, "Line amount", desk.amount());
      desk.select(form, "Tax code", desk.of(["V1", "V2", "V0"]));
    }
  }
  desk.click(form, "Simulate");
  if (desk.chance("not balanced", 0.15)) {
    desk.type(form, "Amount", desk.amount());
    desk.click(form, "Simulate");
  }
  if (desk.chance("invoice parked", 0.12)) {
    desk.click(form, "Park");
    newMail(desk, "purchasing@nordwind.example", `Question on ${invoice}`);
  } else desk.save(form, "Post");
  desk.close(pdf);
  if (byMail && desk.chance("mail filed", 0.7)) desk.click(inbox, "Move to Done", "menu item");
}

export const purchaseApproval: OfficeTask = { name: "purchase order approval", play: approvePurchase };

function approvePurchase(desk: Desk): void {
  const order = desk.id("45", 8);
  signIn(desk, home);
  const list = erp("Purchase Orders to Release");
  if (desk.chance("list opened anew", 0.5)) desk.click(home, "Release purchase orders", "tree item");
  else desk.click(list, "Refresh");
  desk.click(list, "Order", "row");
  const form = erp(`Purchase Order ${order}`);
  for (let n = desk.times("items looked at", 1, 4); n > 0; n--) {
    desk.click(form, "Item", "row");
    if (desk.chance("conditions looked at", 0.3)) desk.click(form, "Conditions", "tab");
  }
  if (desk.chance("budget looked up", 0.4)) {
    const budget = workbook("Budget 2026", "Cost centres");
    const centre = desk.id("10", 3);
    desk.copy(form, "Cost centre", centre);
    desk.open(budget);
    desk.paste(budget, "Find", centre);
    desk.click(budget, "Remaining", "cell");
  }
  desk.think(6);
  switch (desk.choice("purchase decision", ["release", "release", "release", "reject", "ask"])) {
    case "release":
      desk.click(form, "Release");
      desk.save(form);
      break;
    case "reject":
      desk.click(form, "Reject");
      desk.select(form, "Reason", desk.of(["Budget", "Vendor blocked", "Duplicate"]));
      desk.type(form, "Note", "Not within the budget");
      desk.click(form, "OK");
      break;
    case "ask":
      newMail(desk, "requester@nordwind.example", `Purchase order ${order}`);
      break;
  }
  desk.click(form, "Back");
}

export const bankReconciliation: OfficeTask = { name: "bank reconciliation", play: reconcile };

function reconcile(desk: Desk): void {
  const row = desk.nextRow("open items"), amount = desk.amount(), invoice = desk.id("RE-", 6);
  const items = workbook("Open items", "March");
  const bank: Screen = {
    app: "Chrome",
    window: "Transactions - Handelsbank",
    url: "https://banking.handelsbank.example/accounts/DE44/transactions",
  };
  desk.click(items, "A", "cell");
  signIn(desk, { app: "Chrome", window: "Handelsbank", url: "https://banking.handelsbank.example" });
  desk.carry(items, "D", bank, "Amount from", amount, row);
  desk.click(bank, "Search");
  if (desk.chance("several payments", 0.3)) {
    desk.carry(items, "B", bank, "Purpose", invoice, row);
    desk.click(bank, "Search");
  }
  if (desk.chance("payment found", 0.8)) {
    const payment = { ...bank, window: "Payment details - Handelsbank", url: `${bank.url}/${desk.id("", 9)}` };
    desk.click(bank, "Payment", "row");
    const reference = desk.id("BR", 8);
    desk.copy(payment, "Booking reference", reference);
    desk.paste(items, "F", reference, row);
    desk.write(items, "G", row, "ok");
    if (desk.chance("receipt saved", 0.25)) desk.click(payment, "Download");
  } else {
    desk.write(items, "G", row, "open");
    if (desk.chance("customer reminded", 0.4)) newMail(desk, "customer@example.org", `Open invoice ${invoice}`);
  }
  if (desk.chance("workbook saved", 0.5)) desk.save(items);
}

export const paymentQuestion: OfficeTask = { name: "payment question", play: answerPaymentQuestion };

/** Shares mail, the ERP system and its search with the entry of invoices. */
function answerPaymentQuestion(desk: Desk): void {
  const invoice = desk.id("RE-", 6);
  const mail = readMail(desk, `When will ${invoice} be paid?`);
  desk.copy(mail, "Message body", invoice);
  signIn(desk, home);
  desk.click(home, "Vendor line items", "tree item");
  const items = erp("Vendor Line Items");
  if (desk.chance("by vendor", 0.4)) desk.type(items, "Vendor", desk.of(NAMES));
  desk.paste(items, "Reference", invoice);
  desk.click(items, "Search");
  if (desk.chance("document opened", 0.7)) {
    const document = erp(`Document ${desk.id("19", 8)}`);
    desk.click(items, "Document", "row");
    desk.copy(document, "Clearing date", `${1 + desk.of([4, 11, 18])}.04.2026`);
    desk.click(document, "Back");
  }
  replyTo(desk, mail, "It will be paid with the next run");
  if (desk.chance("question filed", 0.6)) desk.click(inbox, "Move to Done", "menu item");
}
