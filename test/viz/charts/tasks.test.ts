import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { applications } from "../../../src/taskmining/friction/applications.ts";
import { viewApplications } from "../../../src/viz/charts/applications.ts";
import { durationAxis } from "../../../src/viz/kit/duration_axis.ts";
import { viewHandleTimes } from "../../../src/viz/charts/handle_times.ts";
import { boxOf, jitter, thinned } from "../../../src/viz/kit/spread.ts";
import { gallery } from "../golden.ts";
import { deskLog, readText } from "./interactions.ts";

gallery(
  "handle times by team",
  async () => viewHandleTimes(await deskLog({ seed: 3 }), { instance: "segment", by: "team", k: 1 }),
);
gallery("applications by time, with switches", async () => viewApplications(await deskLog({ seed: 3 })));
gallery("applications with long names", async () =>
  viewApplications(
    await deskLog({ seed: 5, apps: ["Microsoft Outlook – Inbox", "SAP Logon 760 for Windows", "Excel", "Chrome"] }),
  ));

test("the box of Tukey's rule, worked by hand", () => {
  // Quartiles of 1..9 by linear interpolation are 3, 5 and 7; whiskers reach at most 6 further; 30 stands apart.
  expect(boxOf(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9))).toEqual({ q1: 3, median: 5, q3: 7, low: 1, high: 9 });
  expect(boxOf(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 30)).high).toBe(8);
  expect(boxOf(Float64Array.of(4))).toEqual({ q1: 4, median: 4, q3: 4, low: 4, high: 4 });
});

test("dots keep the ends of the sample and stay in their lane", () => {
  const sorted = Float64Array.from({ length: 1000 }, (_, i) => i);
  const few = thinned(sorted, 50);
  expect([few.length, few[0], few[49]]).toEqual([50, 0, 999]);
  for (let i = 0; i < 1000; i++) expect(Math.abs(jitter(i))).toBeLessThanOrEqual(0.5);
});

test("axes place all durations in order between their ends", () => {
  for (const scale of ["auto", "linear", "log"] as const) {
    const sorted = Float64Array.of(0, 0.4, 3, 70, 71, 4000, 90_000);
    const axis = durationAxis(sorted, 500, scale);
    const at = [...sorted].map(axis.at);
    expect(at[0]).toBe(0);
    expect(at.every((x, i) => x <= 500 && (i === 0 || x >= at[i - 1]!))).toBe(true);
    expect(axis.ticks.length).toBeGreaterThan(1);
  }
});

test("the threshold, its sensitivity, and what an instance is are said", async () => {
  const figure = viewHandleTimes(await deskLog({ seed: 3 }), {
    instance: "segment",
    by: "team",
    idleSeconds: 60,
    k: 1,
  });
  expect(figure.parts.caption).toContain("A gap of more than 1 min counts as idle");
  expect(figure.toString()).toMatch(/30 s .*\n1 min \(chosen\)/);
  expect(figure.toSVG()).toContain("with an idle threshold of");
});

test("groups left out of the picture are counted and stand in the table", async () => {
  const log = await deskLog({ seed: 9, teams: ["a", "b", "c", "d"] });
  const figure = viewHandleTimes(log, { instance: "segment", by: "team", top: 1, k: 1 });
  expect(figure.parts.caption).toContain("3 smaller groups not drawn");
  expect(figure.parts.table.rows.length).toBe(4);
});

test("groups of few people are in no part of the figure but its notes", async () => {
  const log = await deskLog({ seed: 9, teams: ["a", "b", "c", "d"] });
  const figure = viewHandleTimes(log, { instance: "segment", by: "team" });
  expect(figure.parts.caption).toContain("4 of 4 groups without figures");
  expect(figure.toSVG()).not.toContain("active time\nlongest");
  for (const row of figure.parts.table.rows) expect(row.slice(1, -1).every((cell) => cell === null)).toBe(true);
});

test("bars and table say what the miner found", async () => {
  const log = await deskLog({ seed: 8 });
  const rows = applications(log).objects() as { app: string; seconds: number }[];
  const figure = viewApplications(log);
  expect(figure.parts.table.rows.slice(0, 3).map((row) => [row[0], row[2]])).toEqual(
    rows.map((r) => [r.app, r.seconds]),
  );
});

test("a log of one application, or of none, has a figure", async () => {
  const rows = [["timestamp", "user", "application", "action", "segment"], [
    "2026-01-05T08:00:00Z",
    "u",
    "Mail",
    "click",
    "s",
  ]];
  expect(viewApplications(await readText(rows)).toString()).toContain("No switches.");
  const without = rows.map((row) => row.filter((_, i) => i !== 2));
  expect(viewApplications(await readText(without)).toString()).toContain("knows no applications");
});

const truth = new URL("../../../../shared/logs/interaction/student-record-truth.csv", import.meta.url);
test.skipIf(!existsSync(truth) && !Deno.env.get("CI"))("StudentRecord: median and variation as published", async () => {
  const figure = viewHandleTimes(await readInteractions(truth.pathname), {
    idleSeconds: 30,
    instance: "caseID",
  });
  const row = Object.fromEntries(figure.parts.table.columns.map((name, i) => [name, figure.parts.table.rows[0]![i]]));
  expect(row.instances).toBe(50);
  expect(row["mean handle, seconds"]).toBeCloseTo(72.22, 2);
  expect(row["median handle, seconds"]).toBeCloseTo(69.32, 2);
  expect(row["variation of handle"]).toBeCloseTo(0.144, 3);
  expect(row["mean active, seconds"]).toBeCloseTo(71.18, 2);
  expect(row["variation of active"]).toBeCloseTo(0.114, 3);
});
