import { expect, test } from "vitest";
import { segmentationJson, segmentationText } from "../../src/cli/commands/recordings/segment.ts";
import { aDay, anUnsureDay } from "../viz/tasks/support.ts";

test("tb segment says how sure each kind is, and the whole", () => {
  const day = anUnsureDay();
  const orders = [...day.certainty!.instance].filter((_, k) => day.task[k] === 0);
  const mean = orders.reduce((sum, one) => sum + one, 0) / orders.length;
  const text = segmentationText(day);
  expect(text).toMatch(/^7 task instances\n\ntask +instances +median time +sure/);
  expect(text).toMatch(new RegExp(`Enter order +6 .* ${Math.round(100 * mean)} %`));
  const { certainty, tasks } = segmentationJson(day) as {
    certainty: number;
    tasks: { certainty: { kind: number; instances: number } }[];
  };
  // (.98 + .7 + .95 + .9 + .3 + .99 + .55) / 7
  expect(certainty).toBeCloseTo(5.37 / 7, 10);
  expect(tasks[0]!.certainty.kind).toBe(0.9);
  expect(tasks[0]!.certainty.instances).toBeCloseTo(mean, 10);
});

test("where a column told the instances nothing is said of it", () => {
  expect(segmentationText(aDay())).not.toContain("sure");
  expect(segmentationJson(aDay())).toMatchObject({
    certainty: null,
    tasks: [{ certainty: null }, { certainty: null }],
  });
});
