/** The card of a program whose step few people do. */
import { expect, test } from "vitest";
import { findPrograms, taskInstances } from "../../../src/taskmining/mod.ts";
import { viewProgram } from "../../../src/viz/mod.ts";
import { formWork, valueOf } from "../../support/form_work.ts";
import { interactionsOf } from "../../support/interactions.ts";

test("a card says why there are no figures, and repeats no value", () => {
  const rows = Array.from({ length: 90 }, (_, k) => {
    const about = { user: k % 3 === 0 ? "P-9" : `P-${k % 7}`, segment: `s${k}`, task: k % 3 === 0 ? "rare" : "often" };
    const by = { ...about, app: "ERP", window: about.task };
    return [
      { ...by, at: k * 300, action: "copy", element: "Number", clipboard: valueOf(k) },
      { ...by, at: k * 300 + 9, action: "edit", element: "Case", value: k % 30 === 0 ? "wrong" : `CASE-${valueOf(k)}` },
    ];
  }).flat();
  const { programs } = findPrograms(taskInstances(interactionsOf(rows), { instance: "segment", task: "task" }));
  const card = (task: string) => viewProgram(programs.find((one) => one.task === task)!);
  const few = card("rare"), all = `${few}${few.toSVG()}${JSON.stringify(few.parts.table)}`;
  expect(`${few}`).toContain("fewer people do the step than figures and examples are shown of");
  expect(all).toContain('"CASE-"'.replaceAll('"', "&quot;"));
  expect(all).not.toMatch(/K7\d{3}|NaN|held-back/);
  expect(few.toHTML()).not.toMatch(/K7\d{3}/);
  expect(`${card("often")}`).toMatch(/held-back values right/);
});

test("a recording of few people in all shows them", () => {
  const { programs } = findPrograms(taskInstances(formWork({ instances: 40, people: 2 }), { instance: "segment" }));
  expect(programs.every(({ suppressed }) => !suppressed)).toBe(true);
});
