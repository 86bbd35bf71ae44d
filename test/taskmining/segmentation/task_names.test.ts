import { expect, test } from "vitest";
import { randomTasks } from "../../support/tasks/random_tasks.ts";
import { actionWords } from "../../../src/taskmining/segmentation/action_words.ts";
import { renameTasks } from "../../../src/taskmining/segmentation/rename_tasks.ts";
import { segmentTasks } from "../../../src/taskmining/segmentation/segment_tasks.ts";
import { nameTasks } from "../../../src/taskmining/segmentation/task_types.ts";
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

test("a task is called by the button that completes it and its window, or by the words that tell it", () => {
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
  ).map(({ name }) => name);
  expect(names).toEqual([
    "Save · New order",
    "Confirm · Order",
    "Submit · NewRecord",
    "Red flag indicators",
    "Phone, Email · Web",
  ]);
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
      expect([...name].length).toBeLessThanOrEqual(36);
      expect(name.trim()).toBe(name);
      for (const label of labels) expect(description).toContain(label);
    }
  }
});

test("kinds that nothing tells apart are numbered; a log that tells nothing has names all the same", () => {
  const same: Step[] = [MAIL];
  expect(named(same, same).map(({ name }) => name)).toEqual(["Message · Inbox", "Message · Inbox (2)"]);
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
