import { expect, test } from "vitest";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { ripeSteps } from "../../../src/taskmining/friction/ripe_steps.ts";
import { taskInstances } from "../../../src/taskmining/instances/task_instances.ts";
import { type InteractionRow, interactionsOf } from "../../support/interactions.ts";

/** Ten instances on each of two days: copy, paste ten seconds later, back, save after a wait. */
function desk(): InteractionRow[] {
  return Array.from({ length: 20 }, (_, k): InteractionRow[] => {
    const base = (k < 10 ? 0 : 86_400) + (k % 10) * 1000;
    const shared = { user: k % 2 ? "Ada" : "Bo", segment: `s${k}`, task: "Pay" };
    const value = `C47${String(k).padStart(2, "0")}`;
    return [
      { ...shared, at: base, app: "Mail", action: "copy", element: "Body", value },
      { ...shared, at: base + 10, app: "ERP", action: "paste", element: "Customer", value },
      { ...shared, at: base + 20, app: "Mail", action: "click", element: "Reply", value: "" },
      { ...shared, at: base + 420, app: "Mail", action: "click", element: "Send", value: "" },
    ];
  }).flat();
}

test("figures are per week of five days with interactions", () => {
  const { steps, activeDays } = ripeSteps(taskInstances(interactionsOf(desk()), { instance: "segment", task: "task" }));
  expect(activeDays).toBe(2);
  const of = (kind: string) => steps.filter((step) => step.kind === kind);
  expect(of("transfer")).toMatchObject([
    // Pasting takes the 10 s before it; what was done before copying is long ago or another instance.
    {
      task: "Pay",
      step: "Body in Mail → Customer in ERP",
      count: 20,
      people: 2,
      perWeek: 50,
      figure: 50,
      secondsPerWeek: 500,
    },
  ]);
  expect(of("ping-pong")).toMatchObject([{ step: "Mail → ERP → Mail", count: 20, people: 2, perWeek: 50 }]);
  expect(of("idle")).toMatchObject([
    { task: "Pay", step: "after Click Reply in Mail", count: 20, perWeek: 50, figure: 400, secondsPerWeek: 20_000 },
  ]);
  expect(of("rework")).toEqual([]);
  expect(steps[0]!.kind).toBe("idle");
});

test("what happens seldom is not listed", () => {
  const few = desk().slice(0, 16);
  expect(ripeSteps(taskInstances(interactionsOf(few), { instance: "segment", task: "task" })).steps).toEqual([]);
  expect(
    ripeSteps(taskInstances(interactionsOf(few), { instance: "segment", task: "task" }), { minCount: 4 }).steps.length,
  ).toBeGreaterThan(0);
});

test("a step that now and then takes long is listed with what it costs above the usual", () => {
  const rows = Array.from({ length: 20 }, (_, k): InteractionRow[] => [
    { at: k * 1000, user: "Ada", action: "click", element: "Open", segment: `s${k}` },
    { at: k * 1000 + (k < 4 ? 100 : 10), user: "Ada", action: "click", element: "Save", segment: `s${k}` },
  ]).flat();
  const { steps } = ripeSteps(taskInstances(interactionsOf(rows), { instance: "segment" }));
  expect(steps).toMatchObject([
    { kind: "variable step", step: "Click Save", count: 20, perWeek: 100, figure: 10, secondsPerWeek: 4 * 90 * 5 },
  ]);
});

test("the order desk's spreadsheet detour is what is ripe; nobody is named", async () => {
  const log = await readInteractions("data/order-desk.csv");
  const { steps, table } = ripeSteps(taskInstances(log, { instance: "segment", task: "task" }));
  expect(steps.slice(0, 2).map(({ step }) => step)).toEqual([
    "Article in Spreadsheet → Article in ERP",
    "Body in Mail → Article in Spreadsheet",
  ]);
  const text = JSON.stringify(table.objects());
  for (const user of log.users) expect(text).not.toMatch(new RegExp(`\\b${user}\\b`));
});
