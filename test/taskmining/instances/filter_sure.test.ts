import { expect, test } from "vitest";
import { filterSure } from "../../../src/taskmining/instances/filter_sure.ts";
import { filterTask } from "../../../src/taskmining/instances/filter_task.ts";
import { handleTimes } from "../../../src/taskmining/measures/handle_times.ts";
import { taskVariants } from "../../../src/taskmining/measures/task_variants.ts";
import { discoverRoutines } from "../../../src/taskmining/routines/routines.ts";
import { segmentTable } from "../../../src/taskmining/segmentation/segment_table.ts";
import { aDay, anUnsureDay } from "../../viz/tasks/support.ts";

test("measures rest on the instances that are likely right, if asked", () => {
  const day = anUnsureDay(), sure = filterSure(day, { least: 0.8 });
  expect(sure.count).toBe(4);
  expect([...sure.certainty!.instance].every((one) => one >= 0.8)).toBe(true);
  const [all] = handleTimes(day, { individuals: true }).rows(),
    [some] = handleTimes(sure, { individuals: true }).rows();
  expect([all!.instances, some!.instances]).toEqual([7, 4]);
  expect(sure.tasks.reduce((sum, { instances }) => sum + instances, 0)).toBe(4);
  for (const { medoid } of sure.tasks) expect(medoid).toBeLessThan(4);
  expect(sure.notes.join()).toContain("4 instances of 7 that are right with a probability of 80 % or more");
  expect(filterSure(day, { least: 0 }).count).toBe(7);
  expect(filterSure(day, { least: 1 }).count).toBe(0);
  expect(filterSure(aDay(), { least: 1 }).count).toBe(7);
  expect(() => filterSure(day, { least: 80 })).toThrow(/from 0 to 1 but found 80/);
});

test("measures say how much rests on what is unsure; of instances that a column told they say nothing", () => {
  const day = anUnsureDay(), sentence = "About 77 % of these instances are likely right.";
  expect(handleTimes(day).about.notes).toContain(sentence);
  expect(discoverRoutines(day).notes).toContain(sentence);
  // Of the six orders alone: (.98 + .7 + .9 + .3 + .99 + .55) / 6 or, without the reply, another mean.
  const orders = [...day.certainty!.instance].filter((_, k) => day.task[k] === 0);
  const mean = Math.round(100 * orders.reduce((sum, one) => sum + one, 0) / orders.length);
  expect(taskVariants(day, "Enter order").notes).toContain(`About ${mean} % of these instances are likely right.`);
  expect(taskVariants(day, "Reply").notes.join()).toMatch(/This instance is right with a probability of \d+ %\./);
  for (const notes of [handleTimes(aDay()).about.notes, discoverRoutines(aDay()).notes, taskVariants(aDay()).notes]) {
    expect(notes.join()).not.toMatch(/likely right|probability/);
  }
});

test("tables and filters keep the certainty of an instance", () => {
  const day = anUnsureDay(), rows = segmentTable(day).rows();
  rows.forEach(({ segment, certainty }) => {
    expect(certainty).toBe(segment === null ? null : day.certainty!.instance[segment - 1]);
  });
  const replies = filterTask(day, "Reply");
  expect([...replies.certainty!.instance]).toEqual([...day.certainty!.instance].filter((_, k) => day.task[k] === 1));
  expect([...replies.certainty!.kind]).toEqual([0.8]);
  expect(segmentTable(aDay()).rows().every(({ certainty }) => certainty === null)).toBe(true);
});
