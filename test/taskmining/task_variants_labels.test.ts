import { expect, test } from "vitest";
import { actionLabels } from "../../src/taskmining/task_variants_labels.ts";

test("labels are short where they tell actions apart", () => {
  const actions = ["click Save @ ERP / A", "click Save @ ERP / B", "click Save @ Web / B", "type Name @ ERP / A"];
  expect(actionLabels({ actions })).toEqual([
    "click Save (A)",
    "click Save @ ERP / B",
    "click Save @ Web / B",
    "type Name",
  ]);
});
