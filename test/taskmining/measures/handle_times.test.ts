import { OptionError } from "../../../src/base/errors.ts";
import { expect, test } from "vitest";
import { asText } from "../../../src/base/text_codes.ts";
import { textAt } from "../../../src/io/interactions/text_columns.ts";
import type { InteractionLog } from "../../../src/log/interactions/interaction_log.ts";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { handleTimes, idleSensitivity } from "../../../src/taskmining/measures/handle_times.ts";
import { segmentTasks } from "../../../src/taskmining/segmentation/segment_tasks.ts";
import { taskInstances } from "../../../src/taskmining/instances/task_instances.ts";
import { variability } from "../../../src/taskmining/measures/variability.ts";
import { type InteractionRow, interactionsOf, randomInteractions } from "../../support/interactions.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";

const STUDENT_RECORD = "interaction/student-record-truth.csv";

/** The only row. */
function only(log: InteractionLog, options: Parameters<typeof handleTimes>[1] = { instance: "segment" }) {
  const times = handleTimes(log, options);
  expect(times.numRows()).toBe(1);
  return times.object() as Record<string, number>;
}

test.skipIf(lacksSharedLogs)("StudentRecord by its truth: the figures of TASKMINING.md", async () => {
  const log = await readInteractions(sharedLog(STUDENT_RECORD));
  const times = only(log, { idleSeconds: 30, instance: "caseID" });
  expect(times["instances"]).toBe(50);
  expect(times["meanHandleSeconds"]).toBeCloseTo(72.22, 2);
  expect(times["medianHandleSeconds"]).toBeCloseTo(69.32, 2);
  expect(times["cvHandle"]).toBeCloseTo(0.144, 3);
  expect(times["meanActiveSeconds"]).toBeCloseTo(71.18, 2);
  expect(times["cvActive"]).toBeCloseTo(0.114, 3);
  const { about } = handleTimes(log, { instance: "case" });
  expect([about.idleSeconds, about.instanceColumn, about.instances]).toEqual([180, "case", 50]);
  expect(about.notes[0]).toBe('An instance is a value of "case", by user.');
});

test.skipIf(lacksSharedLogs)("one pause of 24 minutes changes handle times, not active times", async () => {
  const log = await readInteractions(sharedLog(STUDENT_RECORD));
  const { names, events, offsets } = taskInstances(log, { instance: "caseID" });
  const rows: InteractionRow[] = [];
  names.forEach((segment, k) => {
    for (let e = offsets[k]!; e < offsets[k + 1]!; e++) {
      const seconds = (log.time[events[e]!]! - log.time[0]!) / 1000;
      const pause = k > 7 || (k === 7 && e >= offsets[k]! + 10) ? 24 * 60 : 0;
      rows.push({ at: seconds + pause, app: "ERP", segment });
    }
  });
  const [before, after] = [only(log, { instance: "caseID" }), only(interactionsOf(rows))];
  expect(after["meanHandleSeconds"]).toBeCloseTo(before["meanHandleSeconds"]! + 24 * 60 / 50, 6);
  expect(after["cvHandle"]).toBeGreaterThan(1);
  expect(after["cvActive"]).toBeLessThan(0.16);
  expect(after["totalActiveSeconds"]).toBeLessThan(before["totalActiveSeconds"]!);
  expect(after["totalActiveSeconds"]).toBeGreaterThan(before["totalActiveSeconds"]! - 60);
});

test("handle, active and idle time by hand", () => {
  const log = interactionsOf([0, 10, 200, 380, 381].map((at) => ({ at, user: "Ada", app: "ERP", segment: "1" })));
  const { handleSeconds, activeSeconds, idleTimeSeconds, awaySeconds } = taskInstances(log, { instance: "segment" });
  expect([...handleSeconds, ...activeSeconds, ...idleTimeSeconds, ...awaySeconds]).toEqual([381, 191, 190, 0]);
  expect(only(log)).toMatchObject({ instances: 1, idleShare: expect.closeTo(190 / 381, 12), cvActive: 0 });
});

test("work on another instance is not active time of this one; work on none does not part it", () => {
  const at = (seconds: number, segment: string | undefined) => ({ at: seconds, user: "Ada", app: "ERP", segment });
  const rows = [at(0, "1"), at(10, "1"), at(15, "2"), at(30, "2"), at(40, "1"), at(50, undefined), at(60, "1")];
  const { names, handleSeconds, activeSeconds, awaySeconds, eventsWithoutInstance, offsets, events } = taskInstances(
    interactionsOf(rows),
    { instance: "segment" },
  );
  expect(names).toEqual(["1", "2"]);
  expect([...handleSeconds]).toEqual([60, 15]);
  expect([...activeSeconds]).toEqual([30, 15]);
  expect([...awaySeconds]).toEqual([30, 0]);
  expect(eventsWithoutInstance).toBe(1);
  expect([...events.subarray(offsets[0]!, offsets[1]!)]).toEqual([0, 1, 4, 6]);
});

test("one value of two users is two instances", () => {
  const at = (seconds: number, user: string) => ({ at: seconds, user, app: "ERP", segment: "1" });
  const log = interactionsOf([at(0, "Ada"), at(5, "Ada"), at(90, "Bo"), at(100, "Bo")]);
  expect(handleTimes(log, { instance: "segment", by: "user", individuals: true }).objects()).toMatchObject([
    { group: "Ada", instances: 1, meanHandleSeconds: 5 },
    { group: "Bo", instances: 1, meanHandleSeconds: 10 },
  ]);
});

test("intervals count as their union, overlaps once, and gaps after them not at all", () => {
  const rows = [[0, 100], [20, 40], [90, 120], [130, 140]].map(([at, until]) => ({
    at: at!,
    until,
    user: "Ada",
    app: "ERP",
    segment: "1",
  }));
  const log = interactionsOf(rows);
  expect(only(log)).toMatchObject({ meanHandleSeconds: 140, meanActiveSeconds: 130 });
});

test("what the recorder calls idle is not active, be it an interval or a moment", () => {
  const row = (at: number, action: string, until?: number) => ({
    at,
    until,
    user: "Ada",
    app: "ERP",
    action,
    segment: "1",
  });
  const interval = interactionsOf([row(0, "window", 100), row(40, "afk", 70), row(100, "window", 110)]);
  expect(only(interval)).toMatchObject({ meanHandleSeconds: 110, meanActiveSeconds: 80 });
  const moment = interactionsOf([
    row(0, "click"),
    row(10, "idle"),
    row(15, "idle"),
    row(60, "click"),
    row(65, "click"),
  ]);
  expect(only(moment)).toMatchObject({ meanHandleSeconds: 65, meanActiveSeconds: 15 });
});

test.each([
  { intervals: false, idle: false },
  { intervals: false, idle: true },
  { intervals: true, idle: false },
  { intervals: true, idle: true },
])("active time equals the seconds counted one by one (%o)", (kind) => {
  for (let seed = 1; seed <= 60; seed++) {
    const log = interactionsOf(randomInteractions({ seed, ...kind }));
    const instances = taskInstances(log, { instance: "segment", idleSeconds: 40 });
    for (let k = 0; k < instances.count; k++) {
      const events = instances.events.subarray(instances.offsets[k]!, instances.offsets[k + 1]!);
      expect(instances.activeSeconds[k]).toBeCloseTo(activeByCounting(log, [...events], 40), 6);
      const { idleTimeSeconds, activeSeconds, awaySeconds, handleSeconds } = instances;
      expect(idleTimeSeconds[k]! + activeSeconds[k]! + awaySeconds[k]!).toBeCloseTo(handleSeconds[k]!, 6);
      expect(idleTimeSeconds[k]!).toBeGreaterThanOrEqual(0);
    }
  }
});

/** The definition, second by second: whole seconds are all that random logs have. */
function activeByCounting(log: InteractionLog, events: number[], idleSeconds: number): number {
  const seconds = (ms: number) => ms / 1000;
  const from = (i: number) => seconds(log.time[i]!);
  const isPoint = (i: number) => !log.end || Number.isNaN(log.end[i]!);
  const to = (i: number) => isPoint(i) ? from(i) : seconds(log.end![i]!);
  const isIdle = (i: number) => log.actionClassAt(i) === "idle";
  const segment = log.attribute("segment")!;
  const segmentOf = (i: number) => segment.kind === "text" ? segment.codes[i]! : -1;
  const own = [...log.time.keys()].filter((i) => log.user[i] === log.user[events[0]!]);

  const spans: [number, number][] = events.filter((i) => !isIdle(i)).map((i) => [from(i), to(i)]);
  events.forEach((event, e) => {
    const earlier = events.slice(0, e);
    if (earlier.length === 0) return;
    const frontier = Math.max(...earlier.map(to));
    const opener = earlier.findLast((i) => to(i) === frontier)!;
    const between = own.filter((i) => i > earlier.at(-1)! && i < event && segmentOf(i) >= 0);
    const gap = from(event) - frontier;
    if (between.length === 0 && isPoint(opener) && !isIdle(opener) && gap <= idleSeconds) {
      spans.push([frontier, from(event)]);
    }
  });
  const idle = own.filter(isIdle).map((i) => {
    const next = own.find((later) => later > i && !isIdle(later));
    return isPoint(i) ? [from(i), next === undefined ? from(i) : from(next)] : [from(i), to(i)];
  });
  let count = 0;
  for (let second = Math.min(...events.map(from)); second < Math.max(...events.map(to)); second++) {
    const within = ([begin, end]: number[]) => begin! <= second && second < end!;
    if (spans.some(within) && !idle.some(within)) count++;
  }
  return count;
}

test("groups by name, the unknown last; several columns stand beside the joined name", () => {
  const row = (segment: string, team: string | undefined, task: string, at: number): InteractionRow => ({
    at,
    user: "Ada",
    app: "ERP",
    segment,
    task,
    ...(team && { team }),
  });
  const log = interactionsOf([
    row("1", "South", "Enter", 0),
    row("1", "South", "Enter", 10),
    row("2", undefined, "Enter", 20),
    row("2", undefined, "Enter", 50),
    row("3", "North", "Check", 60),
    row("3", "North", "Check", 80),
  ]);
  expect(
    handleTimes(log, { instance: "segment", by: "team" }).objects({ limit: 9 }).map((row) =>
      Object.values(row).slice(0, 3)
    ),
  )
    .toEqual([["North", 1, 20], ["South", 1, 10], [null, 1, 30]]);
  expect(handleTimes(log, { instance: "segment", by: ["task", "team"] }).objects()).toMatchObject([
    { group: "Check · North", task: "Check", team: "North", meanActiveSeconds: 20 },
    { group: "Enter · South", task: "Enter", team: "South", meanActiveSeconds: 10 },
    { group: "Enter · (unknown)", task: "Enter", team: null, meanActiveSeconds: 30 },
  ]);
  expect(() => handleTimes(log, { instance: "segment", by: "taem" })).toThrow(
    /expected a column "taem".*Did you mean .*"team"/,
  );
  expect(() => handleTimes(log, { instance: "seg" })).toThrow(/"seg".*"segment"/);
});

test("the idle threshold's weight: five rows, or four where the chosen one is among them", () => {
  const log = interactionsOf([0, 20, 65, 165, 405].map((at) => ({ at, app: "ERP", segment: "1" })));
  const table = idleSensitivity(log, { instance: "segment", idleSeconds: 90 });
  expect(table.array("idleSeconds")).toEqual([30, 60, 90, 180, 300]);
  expect(table.array("meanActiveSeconds")).toEqual([20, 65, 65, 165, 405]);
  expect(table.array("chosen")).toEqual([false, false, true, false, false]);
  expect(idleSensitivity(log, { instance: "segment" }).array("idleSeconds")).toEqual([30, 60, 180, 300]);
  expect(() => idleSensitivity(log, { instance: "segment", idleSeconds: -1 })).toThrow(OptionError);
});

/** Two tasks, each over and over, with a truth that says something else. */
function twoTasks(truth: boolean) {
  const row = (k: number, i: number, element: string): InteractionRow => ({
    at: k * 60 + i * 5,
    user: "Ada",
    app: "ERP",
    action: "click",
    element,
    ...(truth ? { segment: String(k * 5 + i >> 4), task: "one", case: "all" } : {}),
  });
  return interactionsOf(
    Array.from({ length: 60 }, (_, k) => [...(k % 3 === 0 ? "xyzuv" : "abcd")].map((element, i) => row(k, i, element)))
      .flat(),
  );
}

test("no column of segments, cases or tasks counts that is not named, and it is said that there is one", () => {
  const [log, bare] = [twoTasks(true), twoTasks(false)];
  const times = handleTimes(log, { by: "task" });
  expect(times.objects()).toEqual(handleTimes(bare, { by: "task" }).objects());
  expect(times.array("group")).not.toContain("one");
  expect(times.about.instanceColumn).toBeNull();
  expect(times.about.notes[0]).toMatch(/found from what people did.*"segment" and "case".*the option instance/);
  expect(handleTimes(bare).about.notes[0]).toBe("Instances and kinds of task are found from what people did.");
  expect(handleTimes(log, { by: "task", instance: "segment" }).array("group")).toEqual(["one"]);
  expect(() => handleTimes(log, { task: "task" })).toThrow(/the option task beside the option instance/);
});

test("what is found in a log is found once", () => {
  const log = twoTasks(true);
  const { segmentation } = taskInstances(log);
  expect(taskInstances(log, { idleSeconds: 30 }).segmentation).toBe(segmentation);
  expect(segmentation!.owner).toEqual(segmentTasks(log).owner);
});

test("sessions are instances where they are named", () => {
  const log = interactionsOf([0, 5, 4000, 4010].map((at) => ({ at, user: "Ada", app: "ERP" })));
  const times = handleTimes(log, { instance: "session" });
  expect(times.object()).toMatchObject({ group: "all", instances: 2, meanHandleSeconds: 7.5 });
});

test("no users: one person's stream, and it is said", () => {
  const log = interactionsOf([0, 5].map((at) => ({ at, app: "ERP", segment: "1" })));
  expect(handleTimes(log, { instance: "segment", by: "user", individuals: true }).objects()).toMatchObject([{
    group: null,
    instances: 1,
    meanActiveSeconds: 5,
  }]);
  expect(handleTimes(log, { instance: "segment" }).about.notes).toContain(
    "The log knows no users: all interactions count as one person's.",
  );
});

test("one interaction takes no time, and shares of nothing are 0", () => {
  expect(only(interactionsOf([{ at: 3, user: "Ada", app: "ERP", segment: "1" }])))
    .toMatchObject({
      instances: 1,
      meanHandleSeconds: 0,
      meanActiveSeconds: 0,
      cvHandle: NaN,
      cvActive: NaN,
      idleShare: 0,
    });
});

test("equal times throughout take no time", () => {
  const log = interactionsOf(
    Array.from({ length: 9 }, (_, i) => ({ at: 1, user: "Ada", app: "ERP", segment: `${i % 2}` })),
  );
  expect(only(log)).toMatchObject({ instances: 2, meanHandleSeconds: 0, meanActiveSeconds: 0, idleShare: 0 });
});

test("no instance at all: no groups", () => {
  const log = interactionsOf([{ at: 0, user: "Ada", app: "ERP", segment: undefined }]);
  const times = handleTimes(log, { instance: "segment" });
  expect(times.numRows()).toBe(0);
  expect(times.about.eventsWithoutInstance).toBe(1);
});

test("variability is without a unit", () => {
  expect(variability([10, 20, 30, 40, 50])).toEqual({
    cv: Math.sqrt(200) / 30,
    iqrToMedian: 20 / 30,
    p90ToP50: 46 / 30,
  });
  expect(variability([0, 0])).toEqual({ cv: NaN, iqrToMedian: NaN, p90ToP50: NaN });
  expect(variability([])).toEqual({ cv: NaN, iqrToMedian: NaN, p90ToP50: NaN });
});

test("the bundled order desk: each segment takes as long as its truth says", async () => {
  const log = await readInteractions("data/order-desk.csv");
  const { names, handleSeconds, awaySeconds } = taskInstances(log, { instance: "segment" });
  const found = new Map(names.map((name, k) => [name, k]));
  const truth = await readInteractions("data/order-desk-truth.csv", {
    mapping: { timestamp: "begin", end: "end", action: "task" },
  });
  const [segment, putAside] = ["segment", "putAside"].map((name) => asText(truth.attribute(name)!));
  expect(names.length).toBe(truth.interactions);
  for (let i = 0; i < truth.interactions; i++) {
    const k = found.get(textAt(segment!, i)!)!;
    expect(handleSeconds[k]).toBe((truth.end![i]! - truth.time[i]!) / 1000);
    if (textAt(putAside!, i) === "0") expect(awaySeconds[k]).toBe(0);
  }
});

test("what is put aside for another instance is no idle time, and a locked screen is", () => {
  const row = (at: number, segment: string, more: Partial<InteractionRow> = {}) => ({
    at,
    user: "Ada",
    app: "ERP",
    action: "click",
    segment,
    ...more,
  });
  const log = interactionsOf([
    row(0, "1"),
    row(10, "1"),
    row(100, "2"),
    row(160, "2"),
    row(200, "1"),
    row(230, "1", { app: "LockApp.exe", action: "focus", window: "Windows Default Lock Screen" }),
    row(330, "1"),
    row(340, "1"),
  ]);
  const { handleSeconds, activeSeconds, awaySeconds, idleTimeSeconds } = taskInstances(log, { instance: "segment" });
  expect([handleSeconds, activeSeconds, awaySeconds, idleTimeSeconds].map((seconds) => seconds[0])).toEqual(
    [340, 10 + 30 + 10, 190, 100],
  );
  expect(only(log)).toMatchObject({
    idleShare: expect.closeTo(100 / 400, 12),
    interruptedShare: expect.closeTo(190 / 400, 12),
  });
});
