import { expect, test } from "vitest";
import type { InteractionLog } from "../../../src/log/interactions/interaction_log.ts";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { type InteractionRow, interactionsOf } from "../../support/interactions.ts";
import { random } from "../../support/random.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";

const NAMES =
  ("Miller Smith Jones Brown Taylor Wilson Evans Thomas Roberts Walker Wright Hughes Green Lewis Edwards Hall " +
    "Turner Hill Cooper Ward Moore Clark Lee Baker Harris King Davis James Allen Cook").split(" ");

/** One case a name: the window and, in the list, the element have it; `stray` of 100 rows are of another case. */
function casesOf(cases: number, { stray = 0, seed = 1 } = {}): InteractionRow[] {
  const { below, pick } = random(seed);
  const rows = NAMES.slice(0, cases).flatMap((name, i) => [
    { app: "CRM", action: "click", element: name, window: "Customers" },
    { app: "CRM", action: "edit", element: "Phone", window: `Customer ${name} - CRM` },
    { app: "CRM", action: "edit", element: "Email", window: `Customer ${name} - CRM` },
    { app: "CRM", action: "click", element: "Notes", window: `Customer ${name} - CRM` },
    { app: "Sheet", action: "edit", element: "State", window: `Ticket ${i + 1}.xlsx` },
    { app: "CRM", action: "click", element: "Save", window: `Customer ${name} - CRM` },
  ]);
  const noisy = rows.flatMap((row) => below(100) < stray ? [pick(rows), row] : [row]);
  return noisy.map((row, at) => ({ at, user: "Ada", ...row }));
}

const actions = (log: InteractionLog) => [...log.actions];

test("names of records in titles and lists are data, whatever words they are", () => {
  const expected = [
    "click # @ CRM / Customers",
    "click Notes @ CRM / Customer # - CRM",
    "click Save @ CRM / Customer # - CRM",
    "edit Email @ CRM / Customer # - CRM",
    "edit Phone @ CRM / Customer # - CRM",
    "edit State @ Sheet / Ticket #.xlsx",
  ];
  expect(actions(interactionsOf(casesOf(30)))).toEqual(expected);
});

test("a few stray interactions do not make data of context, nor context of data", () => {
  const clean = new Set(actions(interactionsOf(casesOf(30))));
  for (let seed = 1; seed <= 10; seed++) {
    expect(actions(interactionsOf(casesOf(30, { stray: 10, seed }))).filter((one) => !clean.has(one))).toEqual([]);
  }
});

test("rows of a list that all differ are one element", () => {
  const rows = Array.from({ length: 60 }, (_, i) => [
    { action: "select row", element: `${NAMES[i % 30]} ${NAMES[(i * 7 + (i < 30 ? 0 : 3)) % 30]}${i}`, window: "List" },
    { action: "click", element: "Open", window: "List" },
    { action: "edit", element: "State", window: "Form" },
    { action: "click", element: "Save", window: "Form" },
  ]).flat().map((row, at) => ({ at, app: "CRM", ...row }));
  expect(actions(interactionsOf(rows))).toEqual([
    "click Open @ CRM / List",
    "click Save @ CRM / Form",
    "edit State @ CRM / Form",
    "select row # @ CRM / List",
  ]);
});

test("one case of many fields has no data to tell: each field stays", () => {
  const rows = Array.from(
    { length: 60 },
    (_, i) => ({ at: i, app: "Web", action: "edit", element: `Field ${NAMES[i % 30]} ${i}` }),
  );
  expect(interactionsOf(rows).actions.length).toBe(60);
});

test("tasks one after the other keep their fields and windows", () => {
  const rows = ["Order", "Claim", "Leave"].flatMap((task) =>
    Array.from({ length: 20 }, () =>
      ["Name", "Date", "Sum", "Note", "Send"].map((field) => ({
        app: "Web",
        action: "edit",
        element: `${task} ${field}`,
        window: `${task} form`,
      }))).flat()
  ).map((row, at) => ({ at, ...row }));
  expect(interactionsOf(rows).actions.length).toBe(15);
});

test.skipIf(lacksSharedLogs)("the published logs: no context is lost", async () => {
  const counts = { "cpn1.csv": 13, "cpn4.csv": 14, "cpn5.csv": 14, "cpn6.csv": 14, "student-record-truth.csv": 29 };
  for (const [name, count] of Object.entries(counts)) {
    const log = await readInteractions(sharedLog(`interaction/${name}`));
    expect([name, log.actions.length]).toEqual([name, count]);
    expect(log.actions.filter((action) => action.includes("#"))).toEqual([]);
  }
});

const labelled = (row: Partial<InteractionRow>) => interactionsOf([{ at: 0, ...row }]).actionLabels[0];

test("labels are words for a person", () => {
  const cases: [Partial<InteractionRow>, string][] = [
    [
      { app: "Chrome", action: "clickButton", elementLabel: "Submit", url: "https://a.example/form" },
      "Click Submit in Chrome",
    ],
    [
      { app: "Excel", action: "copyCell", elementId: "A", window: "Book.xlsx", sheet: "Sheet1" },
      "Copy cell A in Book.xlsx / Sheet1",
    ],
    [{ app: "Excel", action: "copyRange", elementId: "A:C", window: "Book.xlsx" }, "Copy columns A:C in Book.xlsx"],
    [{ app: "ERP", action: "typeText", elementId: "txt17", elementLabel: "City" }, "Edit City in ERP"],
    [{ app: "Chrome", action: "paste", element: "Email" }, "Paste into Email in Chrome"],
    [{ app: "Chrome", action: "clickButton" }, "Click a button in Chrome"],
    [{ app: "Chrome", action: "click", elementType: "checkbox" }, "Click a checkbox in Chrome"],
    [
      { app: "Chrome", action: "click", elementId: "/html/body/div/button", elementType: "BUTTON" },
      "Click a button in Chrome",
    ],
    [{ app: "Mail", action: "focus window", window: "Inbox" }, "Switch to Inbox in Mail"],
    [{ app: "Excel", action: "openWorkbook", window: "Book.xlsx" }, "Open workbook Book.xlsx in Excel"],
    [{ app: "Chrome", action: "goToUrl", url: "https://a.example/list?page=2" }, "Go to a.example/list in Chrome"],
    [{ app: "ERP", action: "hotkey", element: "ctrl + s" }, "Press ctrl + s in ERP"],
    [{ app: "ERP", action: "delete", element: "Note" }, "Delete Note in ERP"],
    [{ action: "click" }, "Click"],
    [{ app: "ERP" }, "View in ERP"],
    [{ action: "waitResponse", app: "Web" }, "Wait response in Web"],
    [{ app: "Web", action: "submit", window: "Order 47110815" }, "Submit in Web"],
  ];
  for (const [row, label] of cases) expect(labelled(row)).toBe(label);
});

test("no two labels are equal, and what differs is what is added; data does not come in by them", () => {
  const log = interactionsOf([
    { at: 0, app: "ERP", action: "click", element: "Save", window: "Order 12345" },
    { at: 1, app: "ERP", action: "click", element: "Save", window: "Invoice 12345" },
    { at: 2, app: "ERP", action: "press", element: "Save", window: "Invoice 12345" },
    { at: 3, app: "ERP", action: "click", element: "", window: "Invoice 12345" },
    { at: 4, app: "ERP", action: "click", elementId: "a1", elementLabel: "Edit", window: "List" },
    { at: 5, app: "ERP", action: "click", elementId: "a2", elementLabel: "Edit", window: "List" },
  ]);
  expect(Object.fromEntries(log.actions.map((action, i) => [action, log.actionLabels[i]]))).toEqual({
    "click Save @ ERP / Order #": "Click Save in ERP (Order #)",
    "click Save @ ERP / Invoice #": "Click Save in ERP (Invoice #) (click)",
    "press Save @ ERP / Invoice #": "Click Save in ERP (Invoice #) (press)",
    "click @ ERP / Invoice #": "Click in ERP",
    "click a1 @ ERP / List": "Click Edit in ERP (a1)",
    "click a2 @ ERP / List": "Click Edit in ERP (a2)",
  });
  expect(log.actionLabels.join()).not.toContain("12345");
});

test("labels of random logs are distinct, one for each action", async () => {
  const desk = await readInteractions("data/order-desk.csv");
  expect(new Set(desk.actionLabels).size).toBe(desk.actions.length);
  for (let seed = 1; seed <= 30; seed++) {
    const { pick } = random(seed);
    const rows = Array.from({ length: 80 }, (_, at) => ({
      at,
      app: pick(["ERP", undefined]),
      action: pick(["click", "press", "edit", "focus", "openFile"]),
      element: pick(["Save", "/a/b", undefined]),
      elementId: pick(["A", "x1", undefined]),
      window: pick(["ERP", "List", undefined]),
    }));
    const log = interactionsOf(rows);
    expect(log.actionLabels.length).toBe(log.actions.length);
    expect(new Set(log.actionLabels).size).toBe(log.actions.length);
  }
});
