import { expect, test } from "vitest";
import { readLog } from "../../../src/log/events/read_log.ts";
import { directlyFollows } from "../../../src/mining/directly_follows.ts";
import { caseSeconds } from "../../../src/mining/performance/throughput.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";

test.skipIf(lacksSharedLogs)("events of an XES file that carry their start are intervals", async () => {
  const log = await readLog(sharedLog("process/interval_event_log.xes.gz"));
  expect(log.source.mapping.start).toBe("start_timestamp");
  expect([log.cases, log.events]).toEqual([1266, 8109]);
  expect(log.start!.every((start, i) => start <= log.time[i]!)).toBe(true);
  expect(directlyFollows(log).meanServiceSeconds.every((seconds) => seconds >= 0)).toBe(true);
});

test.skipIf(lacksSharedLogs)("standard start and complete events are paired, kept, or complete ones only", async () => {
  const file = sharedLog("process/reviewing.xes.gz");
  const [pairs, all, complete] = [
    await readLog(file),
    await readLog(file, { lifecycle: "all" }),
    await readLog(file, { lifecycle: "complete" }),
  ];
  expect(all.events).toBe(3730);
  expect(all.start).toBeUndefined();
  expect(complete.events).toBe(pairs.events);
  const worked = caseSeconds(pairs, "handle").filter((seconds) => !Number.isNaN(seconds));
  // The sum of all intervals, as PM4Py's interval conversion has it.
  expect(worked.reduce((sum, seconds) => sum + seconds, 0)).toBeCloseTo(315_187_200, 3);
});

test.skipIf(lacksSharedLogs)("status codes that are no start or complete stay attributes", async () => {
  const log = await readLog(sharedLog("process/bpic2013-incidents.xes.gz"));
  expect([log.cases, log.events]).toEqual([7554, 65533]);
});

test("a mapping that is given goes before the one inferred", async () => {
  const log = await readLog("data/order-to-cash.csv", { mapping: { activity: "team" } });
  expect(log.source.mapping).toMatchObject({ case: "case", activity: "team" });
  expect(log.activities).toContain("Credit");
});
