// @slow: segments whole logs
import { expect, test } from "vitest";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { filterUsers } from "../../../src/log/interactions/filter/interactions.ts";
import { filterTask } from "../../../src/taskmining/instances/filter_task.ts";
import { handleTimes } from "../../../src/taskmining/measures/handle_times.ts";
import { scoreSegmentation } from "../../../src/taskmining/segmentation/score_segmentation.ts";
import { segmentTasks } from "../../../src/taskmining/segmentation/segment_tasks.ts";
import { taskInstances } from "../../../src/taskmining/instances/task_instances.ts";
import { taskLog } from "../../../src/taskmining/measures/task_variants_log.ts";
import { taskVariants } from "../../../src/taskmining/measures/task_variants.ts";

const desk = await readInteractions("data/order-desk.csv");
const segmentation = segmentTasks(desk, { instance: "segment" });

test("one kind of task: its instances as they were, in a log of their own", () => {
  for (const { name, instances } of segmentation.tasks) {
    const one = filterTask(segmentation, name);
    expect([one.count, one.tasks.length, one.tasks[0]!.instances]).toEqual([instances, 1, instances]);
    expect(one.owner.every((k, i) => k >= 0 && one.log.rows[i] !== undefined)).toBe(true);
    const whole = taskVariants(segmentation, name), part = taskVariants(one);
    expect(part.variants.map((way) => [way.labels, way.instances, way.medianSeconds]))
      .toEqual(whole.variants.map((way) => [way.labels, way.instances, way.medianSeconds]));
    expect(Array.from(one.events, (i) => one.log.rows[i])).toEqual(
      [...segmentation.task.keys()].filter((k) => segmentation.tasks[segmentation.task[k]!]!.name === name).flatMap((
        k,
      ) =>
        Array.from(
          segmentation.events.subarray(segmentation.offsets[k]!, segmentation.offsets[k + 1]!),
          (i) => desk.rows[i],
        )
      ),
    );
    expect(segmentation.tasks[segmentation.task[one.tasks[0]!.medoid]!]).toBeDefined();
    expect(one.log.filters).toEqual([`task is ${name}`]);
  }
});

test("kept and dropped make the whole; an unknown kind is refused", () => {
  const name = segmentation.tasks[0]!.name;
  const [kept, dropped] = [filterTask(segmentation, name), filterTask(segmentation, name, { drop: true })];
  expect(kept.count + dropped.count).toBe(segmentation.count);
  expect(kept.events.length + dropped.events.length).toBe(segmentation.events.length);
  const times = (work: typeof kept) => taskInstances(work).handleSeconds.reduce((sum, own) => sum + own, 0);
  expect(times(kept) + times(dropped)).toBeCloseTo(times(segmentation), 6);
  expect(filterTask(segmentation, segmentation.tasks.map((task) => task.name)).count).toBe(segmentation.count);
  expect(() => filterTask(segmentation, "Nothing of that kind")).toThrow(/The kinds are/);
  expect(handleTimes(filterTask(segmentation, [], {})).numRows()).toBe(0);
});

test("a log of tasks says what its interactions were filtered by", () => {
  const log = filterUsers(desk, desk.users.slice(0, 5));
  expect(taskLog(segmentTasks(log, { instance: "segment" })).filters).toEqual(log.filters);
  expect(taskLog(filterTask(segmentation, segmentation.tasks[0]!.name)).filters).toHaveLength(1);
});

test("a segmentation is scored against columns of its log", () => {
  const truth = { instance: "segment", task: "task" };
  const own = scoreSegmentation(segmentation, truth);
  expect(own).toMatchObject({ instances: 896, found: 896, nled: 0, exactShare: 1, boundaryF1: 1, pairF1: 1, tasks: 5 });
  const found = scoreSegmentation(segmentTasks(desk), truth);
  for (const share of [found.exactShare, found.boundaryF1, found.pairF1, found.ari!, found.weightedF1!]) {
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThanOrEqual(1);
  }
  expect(found.exactShare).toBeLessThan(1);
  // Everything in one instance a user: no instance is right, but all pairs of one instance are together.
  const lump = scoreSegmentation(segmentTasks(desk, { instance: "user" }), truth);
  expect([lump.found, lump.exactShare]).toEqual([desk.users.length, 0]);
  expect(scoreSegmentation(segmentation, { instance: "segment" })).toMatchObject({ ari: null, tasks: null });
  expect(() => scoreSegmentation(segmentation, { instance: "segmnt" })).toThrow(/Did you mean "segment"/);
});
