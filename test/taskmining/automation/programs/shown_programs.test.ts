/** Programs of steps that few people do: found, and without figures and values. */
import { expect, test } from "vitest";
import { automationOpportunities, findPrograms, taskInstances } from "../../../../src/taskmining/mod.ts";
import { type InteractionRow, interactionsOf } from "../../../support/interactions.ts";

/** Of twelve people, all do the task "often" and three of them "rare"; every ninth value is typed wrong. */
const rows = Array.from({ length: 120 }, (_, k): InteractionRow[] => {
  const rare = k % 2 === 0, user = `P-${rare ? k % 3 : k % 12}`;
  const about = { user, segment: `s${k}`, task: rare ? "rare" : "often" };
  const read = `K${(k * 7919) % 90_000 + 10_000}`, typed = k % 9 === 0 ? `${read}x` : read;
  return [
    { ...about, at: k * 300, app: "Mail", action: "copy", element: `Body ${about.task}`, clipboard: read },
    { ...about, at: k * 300 + 9, app: "ERP", action: "edit", element: `Customer ${about.task}`, value: `C-${typed}` },
  ];
}).flat();
const work = taskInstances(interactionsOf(rows), { instance: "segment", task: "task" });
const by = (found: ReturnType<typeof findPrograms>, task: string) => found.programs.find((one) => one.task === task)!;

test("figures, examples and counter-examples of few people are not shown; the rule is", () => {
  const found = findPrograms(work), rare = by(found, "rare"), often = by(found, "often");
  expect([rare.people, rare.suppressed, often.people, often.suppressed]).toEqual([3, true, 6, false]);
  expect(rare.words).toBe(often.words.replace("often", "rare"));
  expect([rare.support, rare.heldOutRight, rare.heldOutTotal]).toEqual([NaN, NaN, NaN]);
  expect([rare.examples, rare.counterExamples, rare.counterInstances]).toEqual([[], [], []]);
  expect(often.counterExamples.length).toBeGreaterThan(0);
  expect(found.rows().find(({ task }) => task === "rare")).toMatchObject({
    ...{ people: 3, support: null, heldOutRight: null, heldOutTotal: null },
  });
  expect(JSON.stringify(found.steps.filter(({ task }) => task === "rare"))).not.toMatch(/K\d{5}/);
  expect(found.notes.join()).toContain(
    "1 of 2 programs without figures and examples: fewer than 5 people do the step.",
  );
});

test("all are shown to those who may see them", () => {
  for (const options of [{ k: 3 }, { individuals: true }]) {
    const rare = by(findPrograms(work, options), "rare");
    expect([rare.suppressed, rare.heldOutTotal]).toEqual([false, 30]);
    expect(rare.heldOutRight).toBeLessThan(30);
  }
});

test("estimates are of all figures, and suppressed themselves: the same with programs given as without", () => {
  const options = { hourlyRate: 40, dayRate: 600 };
  const own = automationOpportunities(work, options);
  const given = automationOpportunities(work, { ...options, programs: findPrograms(work) });
  expect(given.table.rows()).toEqual(own.table.rows());
  expect(JSON.stringify(own.table.rows())).not.toContain("rare");
});
