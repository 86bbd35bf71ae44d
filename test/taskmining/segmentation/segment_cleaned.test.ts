// @slow: segments two recordings
import { describe, expect, test } from "vitest";
import { readInteractions } from "../../../src/log/mod.ts";
import { cleanInteractions, scoreSegmentation, segmentTasks, taskInstances } from "../../../src/taskmining/mod.ts";
import { segmentCleaned } from "../../../src/taskmining/segmentation/segment_cleaned.ts";
import { filterApplications } from "../../../src/log/mod.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";

const TRUTH = { instance: "truth_case", task: "truth_task" };

describe.skipIf(lacksSharedLogs)("an accountant's log, cleaned", async () => {
  const recording = await readInteractions(sharedLog("interaction/accountant.csv"));
  const clean = cleanInteractions(recording);
  const whole = segmentTasks(recording);
  const found = segmentCleaned(clean, () => whole)!;

  test("has the tasks of its recording, and as many of them right", () => {
    expect(clean.interactions).toBeLessThan(0.9 * recording.interactions);
    const [before, after] = [scoreSegmentation(whole, TRUTH), scoreSegmentation(found, TRUTH)];
    expect(Math.abs(found.count - whole.count) / whole.count).toBeLessThanOrEqual(0.02);
    expect(Math.abs(after.exactShare - before.exactShare)).toBeLessThanOrEqual(0.03);
    expect(found.tasks.map(({ name }) => name).sort()).toEqual(whole.tasks.map(({ name }) => name).sort());
  });

  test("is a segmentation of its own: parts add up, instances stand in order", () => {
    expect(found.log).toBe(clean);
    expect(found.owner.length).toBe(clean.interactions);
    expect(found.tasks.reduce((sum, { instances }) => sum + instances, 0)).toBe(found.count);
    for (let k = 0; k < found.count; k++) {
      const own = [...found.events.subarray(found.offsets[k]!, found.offsets[k + 1]!)];
      expect(own.length).toBeGreaterThan(0);
      expect(own.every((i) => found.owner[i] === k)).toBe(true);
      if (k > 0) expect(own[0]!).toBeGreaterThan(found.events[found.offsets[k - 1]!]!);
      expect(found.tasks[found.task[k]!]!.medoid).toBeLessThan(found.count);
    }
    for (const [i, row] of clean.rows.entries()) {
      const at = recording.rows.indexOf(row);
      if ((found.owner[i]! < 0) !== (whole.owner[at]! < 0)) throw new Error(`row ${row}`);
    }
  });

  test("measures of a cleaned log find the same instances", () => {
    expect(taskInstances(clean).count).toBe(found.count);
  });

  test("a log that was not cleaned, or a part of a cleaned one, is segmented as it is", () => {
    expect(segmentCleaned(recording, () => whole)).toBeUndefined();
    expect(segmentCleaned(filterApplications(clean, ["EXCEL.EXE"]), () => whole)).toBeUndefined();
  });
});
