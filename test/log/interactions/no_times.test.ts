import { expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import {
  applications,
  applicationSwitches,
  filterPeriod,
  handleTimes,
  idleSensitivity,
  InteractionLog,
  readInteractions,
  ripeSteps,
  segmentTable,
  segmentTasks,
  taskInstances,
  taskLog,
  transfers,
  viewApplications,
  viewApplicationSwitches,
  viewDay,
  viewHandleTimes,
  viewSegments,
  viewSummary,
  writeInteractions,
} from "../../../src/mod.ts";

const STEPS = [["Mail", "open", "Inbox"], ["ERP", "click", "New"], ["ERP", "edit", "Name"], ["ERP", "click", "Save"]];

/** Orders, entered one after the other by two people, without times. */
const CSV = "user,app,action,element,value,team\n" +
  ["ada", "bo"].flatMap((user) =>
    Array.from(
      { length: 40 },
      (_, i) =>
        STEPS.map(([app, action, element]) =>
          `${user},${app},${action},${element},${element === "Name" ? `Order ${i + 4000}` : ""},north`
        ),
    ).flat()
  ).join("\n");

const bytes = (text: string) => new TextEncoder().encode(text);
const read = () => readInteractions(bytes(CSV), { name: "orders.csv", privacy: false });

test("a table without times is read in the order of its rows, and the report says so", async () => {
  const log = await read();
  expect(log).toBeInstanceOf(InteractionLog);
  expect(log.hasTimes).toBe(false);
  expect(log.interactions).toBe(320);
  expect([...log.rows.slice(0, 4)]).toEqual([0, 1, 2, 3]);
  const found = log.source.findings.find(({ rule }) => rule === "no times")!;
  expect(found.example).toContain("no times; the order of the rows is used, and handle times are not told");
});

test("no measure of time gives a number, and each says why", async () => {
  const log = await read();
  const segmentation = segmentTasks(log);
  const times = handleTimes(log, { by: "task" });
  const figures = times.rows().flatMap((row) =>
    Object.entries(row).filter(([name]) => /Seconds|Share|cv|To/.test(name)).map(([, value]) => value)
  );
  expect(figures.length).toBeGreaterThan(5);
  expect(figures.every((value) => value === null || Number.isNaN(value))).toBe(true);
  const why = expect.arrayContaining([expect.stringContaining("The log has no times, only an order")]);
  expect(times.about.notes).toEqual(why);
  expect([...taskInstances(log).awaySeconds].every(Number.isNaN)).toBe(true);
  expect(idleSensitivity(log).rows().every(({ idleShare }) => idleShare === null || Number.isNaN(idleShare))).toBe(
    true,
  );
  const apps = applications(log, { individuals: true, k: 1 });
  expect(apps.rows().map(({ seconds, share }) => [seconds, share])).toEqual([[null, null], [null, null]]);
  expect(apps.rows().map(({ app, visits }) => [app, visits])).toEqual([["ERP", 80], ["Mail", 80]]);
  expect(apps.about.notes).toEqual(why);
  expect(applicationSwitches(log, { k: 1, individuals: true }).about.pingPongs).toBeNaN();
  expect(segmentation.tasks.every(({ medianSeconds }) => Number.isNaN(medianSeconds))).toBe(true);
  expect(segmentation.notes).toEqual(why);
  expect(segmentTable(segmentation).rows().every(({ time }) => time === null)).toBe(true);
  expect(taskLog(segmentation).source.untimed).toBe(true);
  expect(ripeSteps(segmentation).notes).toEqual(why);
  expect(ripeSteps(segmentation).steps.every(({ secondsPerWeek }) => !(secondsPerWeek! >= 0))).toBe(true);
  expect(transfers(log).about).toBeDefined();
});

test("no picture has a clock", async () => {
  const log = await read();
  const segmentation = segmentTasks(log);
  const figures = [
    viewHandleTimes(log),
    viewApplications(log),
    viewApplicationSwitches(log),
    viewSegments(segmentation),
    viewSummary(log),
  ];
  for (const { parts } of figures) {
    const all = JSON.stringify([parts.caption, parts.alt, parts.text, parts.table, parts.svg]);
    expect(all).not.toMatch(/1970-|NaN|\b0 s\b/);
    expect(parts.caption).toContain("no times");
  }
  expect(() => viewDay(log, { individuals: true })).toThrow(InputError);
  expect(() => filterPeriod(log, { from: "2026-01-01" })).toThrow(/order only/);
});

test("written as CSV and read again it has no times either", async () => {
  const log = await read();
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  await writeInteractions(log, path);
  const again = await readInteractions(path, { privacy: false });
  expect([again.hasTimes, again.interactions, again.actions]).toEqual([false, log.interactions, log.actions]);
  await expect(writeInteractions(log, path.replace(/csv$/, "jsonocel"))).rejects.toThrow(InputError);
  await Deno.remove(path);
});

test("a column that is called a time but holds none is an error", async () => {
  await expect(readInteractions(bytes("time,app,action\nsoon,ERP,click\nlater,ERP,click\n"))).rejects
    .toThrow(/line 2, column "time": expected/);
});
