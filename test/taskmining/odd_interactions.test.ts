/** Logs without users, applications or values, with one interaction, or with equal times: each gets an answer. */
import { expect, test } from "vitest";
import { rework } from "../../src/taskmining/friction/rework.ts";
import { ripeSteps } from "../../src/taskmining/friction/ripe_steps.ts";
import { discoverRoutines } from "../../src/taskmining/routines/routines.ts";
import { segmentTasks } from "../../src/taskmining/segmentation/segment_tasks.ts";
import { sequenceVariability } from "../../src/taskmining/measures/sequence_variability.ts";
import { taskInstances } from "../../src/taskmining/instances/task_instances.ts";
import { taskVariants } from "../../src/taskmining/measures/task_variants.ts";
import { taskLog } from "../../src/taskmining/measures/task_variants_log.ts";
import { transfers } from "../../src/taskmining/friction/transfers.ts";
import { type InteractionRow, interactionsOf } from "../support/interactions.ts";

const steps = ["open Form", "copy Cell", "paste Name", "click Save"];
const rows = (n: number, more: (i: number) => Partial<InteractionRow> = () => ({})): InteractionRow[] =>
  Array.from({ length: n }, (_, i) => {
    const [action, element] = steps[i % 4]!.split(" ");
    return { at: i * 5, action: action!, element: element!, ...more(i) };
  });

const odd: [string, InteractionRow[]][] = [
  ["no users, no applications", rows(80)],
  ["one interaction", rows(1)],
  ["equal times", rows(80, () => ({ at: 0, user: "Ada" }))],
  ["overlapping intervals", rows(80, (i) => ({ until: i * 5 + 40, user: "Ada", app: i % 3 ? "ERP" : "Mail" }))],
  [
    "some users and applications unknown",
    rows(80, (i) => ({ user: i % 5 ? "Ada" : undefined, app: i % 4 ? "ERP" : undefined })),
  ],
];

for (const [name, log] of odd) {
  test(`${name}: every measure answers, with numbers or nulls`, () => {
    const interactions = interactionsOf(log);
    for (const work of [segmentTasks(interactions), taskInstances(interactions)]) {
      const { routines, coverage } = discoverRoutines(work);
      expect(coverage).toBeGreaterThanOrEqual(0);
      expect(coverage).toBeLessThanOrEqual(1);
      expect(routines.every(({ medianSeconds }) => !(medianSeconds < 0))).toBe(true);
      const found = taskVariants(work);
      expect(found.variants.reduce((sum, { instances }) => sum + instances, 0)).toBe(found.instances);
      expect(taskLog(work).cases).toBeLessThanOrEqual(work.count);
      expect(sequenceVariability(work).numRows()).toBeGreaterThanOrEqual(0);
      expect(rework(work).numRows()).toBeGreaterThanOrEqual(0);
      for (const { secondsPerWeek, figure } of ripeSteps(work).steps) {
        expect(Number.isFinite(figure)).toBe(true);
        expect(secondsPerWeek === null || secondsPerWeek >= 0).toBe(true);
      }
    }
    expect(transfers(interactions).about.notes.join()).toContain("no values");
  });
}
