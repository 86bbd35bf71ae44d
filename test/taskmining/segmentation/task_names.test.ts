import { expect, test } from "vitest";
import { randomTasks } from "../../support/tasks/random_tasks.ts";
import { actionWords } from "../../../src/taskmining/segmentation/action_words.ts";
import { renameTasks } from "../../../src/taskmining/segmentation/rename_tasks.ts";
import { segmentTasks } from "../../../src/taskmining/segmentation/segment_tasks.ts";
import { nameTasks } from "../../../src/taskmining/segmentation/task_types.ts";
import type { TextColumn } from "../../../src/base/column.ts";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { suggestedNames } from "../../../src/taskmining/segmentation/suggested_names.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";
import { taskVariants } from "../../../src/taskmining/measures/task_variants.ts";
import { type InteractionRow, interactionsOf } from "../../support/interactions.ts";

type Step = readonly [app: string, window: string | undefined, action: string, element: string | undefined];

/** Kinds of task of the names given, each of them done three times, one after the other. */
function named(...kinds: readonly (readonly Step[])[]) {
  const rows: InteractionRow[] = [];
  const sizes: number[] = [], task: number[] = [];
  for (let round = 0; round < 3; round++) {
    kinds.forEach((steps, k) => {
      sizes.push(steps.length);
      task.push(k);
      for (const [app, windowTitle, action, elementName] of steps) {
        rows.push({ at: rows.length * 5, user: "Ada", app, windowTitle, action, elementName });
      }
    });
  }
  const log = interactionsOf(rows);
  const offsets = Int32Array.from([0, ...sizes.map((_, c) => sizes.slice(0, c + 1).reduce((sum, n) => sum + n, 0))]);
  const instances = { offsets, events: Int32Array.from(rows.keys()), stray: new Uint8Array(rows.length) };
  return nameTasks(log, instances, Int32Array.from(task), kinds.length);
}

const MAIL: Step = ["Mail", "Inbox", "click", "Message"];

test("a task is called by the verb that completes it and the thing of its window, page or form", () => {
  const names = named(
    [MAIL, ["ERP", "New order", "edit", "Customer"], ["ERP", "New order", "click", "Save"]],
    [MAIL, ["ERP", "Order 11354", "open", "Header"], ["ERP", "Order 11354", "click", "Confirm"]],
    [MAIL, ["Web", "forms.example/a/b/form/NewRecord/123456", "click", "Submit"]],
    [MAIL, ["CRM", "Case 100200", "edit", "Red flag indicators"]],
    [["Excel", "StudentRecords.xlsx", "copy", "A"], ["Web", undefined, "edit", "Email"], [
      "Web",
      undefined,
      "edit",
      "Phone",
    ]],
    [["Acrobat", "INV-4711.pdf - Adobe Acrobat Reader", "window", undefined], [
      "saplogon.exe",
      "Enter Vendor Invoice: Company Code 1000",
      "window",
      undefined,
    ], ["saplogon.exe", "Document 190012 was posted", "window", undefined]],
  ).map(({ name }) => name);
  expect(names).toEqual([
    "Create order",
    "Confirm order",
    "Create record",
    "Update case",
    "Enter email and phone",
    "Post vendor invoice",
  ]);
});

test("verbs and things are read in other languages, and stand in their order", () => {
  const names = (window: string, button: string, app = "ERP") =>
    named([[app, window, "edit", "X1"], [app, window, "click", button]])[0]!.name;
  expect(names("Eingangsrechnung 4711", "Buchen")).toBe("Eingangsrechnung buchen");
  expect(names("Bestellung erfassen", "Weiter")).toBe("Bestellung erfassen");
  expect(names("Neue Bestellung", "Speichern")).toBe("Bestellung anlegen");
  expect(names("Commande 4711", "Valider")).toBe("Valider Commande");
  expect(names("Factuur 12345", "Opslaan")).toBe("Factuur opslaan");
  expect(names("Pedido 4711", "Aprobar")).toBe("Aprobar Pedido");
  expect(names("注文 4711", "保存")).toBe("注文を保存");
});

test("names of pages and widgets in one word are read as words; what was done, in the middle of a title", () => {
  const names = named(
    [["Web", "https://x.example/hr/approveLeaveRequest/12345", "click", "btnApprove"]],
    [["SAP", "Post Outgoing Payments: Header Data", "edit", "Amount"], [
      "SAP",
      "Document 15000 was posted in company code 1000",
      "window",
      undefined,
    ]],
    [["Excel", "Book1.xlsx - Excel", "click", "Save"]],
  ).map(({ name }) => name);
  expect(names).toEqual(["Approve leave request", "Post outgoing payments", "Work in Excel"]);
});

test("ids, cells, paths and names of files are no names of tasks", () => {
  const names = named(
    [["Excel", "book_2025-04.xlsx", "copy", "B2"], ["Excel", "book_2025-04.xlsx", "paste", "C"]],
    [["Web", "https://crm.example/app/#/x/81f3", "click", "#main > div.btn:nth-child(2)"], [
      "Web",
      "https://crm.example/app/#/x/81f3",
      "edit",
      "/html/body/form/input[3]",
    ]],
    [["Word", "C:\\Users\\x\\letter.docx - Word", "click", "btnOk_17"]],
  ).flatMap(({ name, suggestions }) => [name, ...suggestions!.map((one) => one.name)]);
  for (const name of names) expect(name).not.toMatch(/[#>\\/[\]{}=@:.]|xlsx|docx|nth-child|\d{2}|\bB2\b|^C$/);
});

test("a class of applications is no part of a name, whichever programs of it were used; the file in them is", () => {
  const names = named(
    [["Chrome", "Ticket 48214 - HelpDesk - Google Chrome", "click", "Reply"], [
      "Firefox",
      "Ticket 48214 - HelpDesk — Mozilla Firefox",
      "click",
      "Reply",
    ]],
    [["Excel", "budget.xlsx - Excel", "edit", "D"], ["scalc", "budget.xlsx - LibreOffice Calc", "edit", "D"]],
    [["Word", "Book1.docx - Word", "click", "Save"], [
      "Acrobat",
      "INV-4711.pdf - Adobe Acrobat Reader",
      "window",
      undefined,
    ]],
    [["Numbers", "refunds_2025.numbers", "edit", "D"], ["Excel", "[name]_9.xlsx - Excel", "copy", "D"]],
  );
  expect(names.map(({ name }) => name)).toEqual([
    "Reply to ticket",
    "Update budget sheet",
    "Work in Word",
    "Update refunds",
  ]);
  for (const { name } of names.flatMap(({ suggestions }) => suggestions!)) {
    expect(name).not.toMatch(/browser|spreadsheet|document|pdf reader|\[|name|numbers/i);
  }
});

test("suggestions say what speaks for them, best first; they can be given to renameTasks", () => {
  const [task] = named([
    ["ERP", "Enter Credit Memo: Header Data", "edit", "Amount"],
    ["Excel", "refunds_2025.xlsx", "edit", "D"],
    ["Sales", "Customer 4711", "click", "Assign"],
  ]);
  const { name, suggestions } = task!;
  expect(suggestions![0]).toEqual({
    name,
    because: 'the title says "Enter Credit Memo: Header Data" in 100 % of its instances',
  });
  expect(name).toBe("Enter credit memo");
  expect(suggestions!.map((one) => one.name)).toContain("Update refunds");
  expect(suggestions!.length).toBeLessThanOrEqual(3);
  const found = segmentTasks(orders);
  const rows = suggestedNames(found).rows();
  expect(rows[0]).toMatchObject({ task: found.tasks[0]!.name, suggestion: found.tasks[0]!.name });
  const renamed = renameTasks(found, { [found.tasks[0]!.name]: "Other" });
  expect(suggestedNames(renamed).rows().map(({ task, suggestion }) => [task, suggestion])).toEqual(
    rows.map(({ suggestion }) => ["Other", suggestion]),
  );
});

test.skipIf(lacksSharedLogs).each([
  ["accountant", { "vendor invoice": /invoice/, "vendor question": /question/, "bank line": /bank/ }],
  ["support-desk", {
    "answer ticket": /(answer|reply|respond).*ticket/,
    "phone call": /call|ticket/,
    refund: /credit memo|refund/,
  }],
])("%s: a kind that people name has a name that says the same", async (file, wanted) => {
  const log = await readInteractions(sharedLog(`interaction/${file}.csv`));
  const found = segmentTasks(log, { instance: "truth_case" });
  const truth = log.attribute("truth_task") as TextColumn;
  for (const [kind, name] of Object.entries(wanted)) {
    const times = new Map<number, number>();
    for (let i = 0; i < log.interactions; i++) {
      if (truth.dictionary[truth.codes[i]!] !== kind || found.owner[i]! < 0) continue;
      const task = found.task[found.owner[i]!]!;
      times.set(task, (times.get(task) ?? 0) + 1);
    }
    const [task] = [...times].sort((a, b) => b[1] - a[1])[0]!;
    expect(found.tasks[task]!.name.toLowerCase()).toMatch(name);
  }
});

test("names are short, distinct, and the same each time; descriptions are longer", () => {
  for (let seed = 1; seed <= 2; seed++) {
    const rows = randomTasks({ seed, tasks: 4, instances: 40 }).rows.map(({ cells }, i): InteractionRow => ({
      at: i * 4,
      user: cells.user,
      app: cells.application,
      windowTitle: `${cells.window} with quite a long name that nobody would read`,
      action: cells.action!,
      elementName: cells.element,
    }));
    const { tasks } = segmentTasks(interactionsOf(rows));
    if (seed === 1) expect(segmentTasks(interactionsOf(rows)).tasks).toEqual(tasks);
    expect(new Set(tasks.map(({ name }) => name)).size).toBe(tasks.length);
    for (const { name, description, labels } of tasks) {
      expect([...name].length).toBeLessThanOrEqual(32);
      expect(name.trim()).toBe(name);
      for (const label of labels) expect(description).toContain(label);
    }
  }
});

test("kinds that nothing tells apart are numbered; a log that tells nothing has names all the same", () => {
  const same: Step[] = [MAIL];
  expect(named(same, same).map(({ name }) => name)).toEqual(["Work in Mail", "Work in Mail (2)"]);
  for (const { name } of named([["", undefined, "", undefined]])) expect(name).not.toBe("");
});

test("actions are taken apart: verb, element, application, place", () => {
  const log = interactionsOf([
    { at: 0, app: "SAP in the cloud", windowTitle: "Inbox in Berlin", action: "paste", elementName: "Amount in euro" },
    { at: 1, app: "Excel", windowTitle: "book.xlsx", action: "openFile" },
    { at: 2, action: "click", elementName: "Save @ home" },
  ]);
  expect([...log.action].map((a) => actionWords(log, a))).toEqual([
    { verb: "Paste", element: "Amount in euro", app: "SAP in the cloud", place: "Inbox in Berlin" },
    { verb: "Open", element: undefined, app: "Excel", place: "book.xlsx" },
    expect.objectContaining({ verb: "Click", app: undefined }),
  ]);
  const shared = interactionsOf([
    { at: 0, app: "Chrome", windowTitle: "Orders - CRM", action: "click", elementName: "Save" },
    { at: 1, app: "Edge", windowTitle: "Orders - CRM", action: "click", elementName: "Save" },
    { at: 2, windowTitle: "browser / Orders", action: "click", elementName: "Save" },
  ]);
  expect([...shared.action].map((a) => actionWords(shared, a))).toMatchObject([
    { verb: "Click", element: "Save", app: "browser", place: "Orders - CRM" },
    { verb: "Click", element: "Save", app: "browser", place: "Orders - CRM" },
    { verb: "Click", element: "Save", app: undefined },
  ]);
});

const orders = interactionsOf(
  Array.from({ length: 60 }, (_, i) => ({
    at: i * 5,
    user: "Ada",
    app: "ERP",
    windowTitle: "New order",
    action: "click",
    elementName: ["Open", "Name", "Save"][i % 3]!,
  })),
);

test("renamed tasks keep everything but their names", () => {
  const found = segmentTasks(orders);
  const [{ name: old }] = found.tasks as [typeof found.tasks[0]];
  const renamed = renameTasks(found, { [old]: "Enter order" });
  expect(renamed.tasks).toEqual([{ ...found.tasks[0]!, name: "Enter order" }, ...found.tasks.slice(1)]);
  expect(renamed.owner).toBe(found.owner);
  expect(found.tasks[0]!.name).toBe(old);
  expect(taskVariants(renamed).task).toBe("Enter order");
  expect(renameTasks(found, {}).tasks).toEqual(found.tasks);
});

test("two tasks may swap their names", () => {
  const found = segmentTasks(orders);
  const both = { ...found, tasks: [{ ...found.tasks[0]!, name: "a" }, { ...found.tasks[0]!, name: "b" }] };
  expect(renameTasks(both, { a: "b", b: "a" }).tasks.map(({ name }) => name)).toEqual(["b", "a"]);
  expect(() => renameTasks(both, { a: "b" })).toThrow(/"a" and "b" would both be "b"/);
});

test("names of no task, and no names, are refused with what to do", () => {
  const found = segmentTasks(orders);
  const { name } = found.tasks[0]!;
  expect(() => renameTasks(found, { [name.toLowerCase()]: "x" })).toThrow(
    new RegExp(`but found "${name.toLowerCase()}".*Its tasks are "${name}".*Did you mean "${name}"\\?`),
  );
  expect(() => renameTasks(found, { constructor: "x" })).toThrow(/found "constructor"/);
  expect(() => renameTasks(found, { [name]: " " })).toThrow(/Leave out tasks that keep their name/);
});
