import { expect, test } from "vitest";
import { filterTask } from "../../../src/taskmining/instances/filter_task.ts";
import { interactionsFromTable, readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { segmentTasks } from "../../../src/taskmining/segmentation/segment_tasks.ts";
import { text } from "../../support/interactions.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";

/** Ten orders: number typed, opened, copied; a country in all; a password; a date; words. */
function orders(privacy?: { readonly values: "hash" }) {
  const rows = Array.from({ length: 10 }, (_, k) => {
    const order = String(40_000 + 37 * k);
    return [
      ["Search", "ERP", "edit", "Number", order],
      [`Order ${order} - ERP`, "ERP", "edit", "Country", "Land 49001"],
      [`Order ${order} - ERP`, "ERP", "edit", "Delivery date", "2025-03-04"],
      [`Order ${order} - ERP`, "ERP", "edit", "Amount", `${100 + k}.50`],
      [`Order ${order} - ERP`, "ERP", "edit", "Remark", "please deliver"],
      ["Sign in", "ERP", "edit", "Password", `geheim${k}99`],
      [`re_${order}.pdf`, "Reader", "copy", "Text", `X-${900 + k}`],
    ].map((cells) => [`case ${k}`, ...cells]);
  }).flat();
  const column = (name: string, c: number) => text(name, rows.map((cells) => cells[c]));
  const at = text("timestamp", rows.map((_, i) => new Date(Date.UTC(2025, 2, 4, 8) + i * 9000).toISOString()));
  const columns = [
    at,
    column("case", 0),
    column("window", 1),
    column("application", 2),
    column("action", 3),
    column("element", 4),
    column("value", 5),
  ];
  return interactionsFromTable({ rows: rows.length, columns }, { name: "orders", ...(privacy ? { privacy } : {}) });
}

test("keys are the identifiers that recur in an instance, or stand in few others: the most telling first", () => {
  const { keys, count } = segmentTasks(orders(), { instance: "case" });
  expect(count).toBe(10);
  keys.forEach((own, k) => {
    expect(own[0]).toBe(String(40_000 + 37 * k));
    expect(own).toContain(`X-${900 + k}`);
    expect(own.length).toBeLessThanOrEqual(8);
    for (const key of own) expect(key).not.toMatch(/49001|geheim|2025|\.50|deliver|Order|ERP/);
  });
});

test("hashed values tie instances as the values did, and nothing of them is shown", () => {
  const { keys } = segmentTasks(orders({ values: "hash" }), { instance: "case" });
  expect(new Set(keys.flat().filter((key) => key.startsWith("[value "))).size).toBeGreaterThan(9);
  for (const key of keys.flat()) expect(key).not.toMatch(/X-9|geheim/);
});

test("the instances that a filter keeps keep their keys", () => {
  const whole = segmentTasks(orders(), { instance: "case" });
  const kept = filterTask(whole, whole.tasks[0]!.name);
  const all = whole.keys.filter((_, k) => whole.task[k] === 0);
  expect(kept.keys).toEqual(all);
});

test.skipIf(lacksSharedLogs)("the invoice and the ticket of a case are its first key", async () => {
  for (const [file, wanted] of [["accountant", /^INV-\d+/], ["support-desk", /^4[89]\d{3}$/]] as const) {
    const log = await readInteractions(sharedLog(`interaction/${file}.csv`));
    const { keys } = segmentTasks(log, { instance: "truth_case" });
    const hits = keys.filter((own) => own.some((key) => wanted.test(key))).length;
    // Bank lines (70 of 200) have no invoice, and calls that end without a ticket (27 of 201) have none.
    expect(hits / keys.length).toBeGreaterThan(0.6);
  }
});
