import { expect, test } from "vitest";
import { applications } from "../../../src/taskmining/applications.ts";
import { viewDay } from "../../../src/viz/tasks/day.ts";
import type { DayPicture } from "../../../src/viz/tasks/day_picture.ts";
import { presence } from "../../../src/viz/tasks/focus_spans.ts";
import { dayOf, dayRange, zoneNamed } from "../../../src/viz/tasks/local_days.ts";
import { interactionsOf, randomInteractions } from "../../support/interactions.ts";
import { gallery } from "../golden.ts";
import { aDay } from "./support.ts";

gallery("day: two people with tasks, an interruption and pauses", () => viewDay(aDay(), { individuals: true }));
gallery("day: one person, applications only", () => viewDay(aDay().log, { user: "Bo", timeZone: "Asia/Kolkata" }));

test("whose day it is must be said in a recording of several people", () => {
  expect(() => viewDay(aDay())).toThrow(/user: "…".*individuals: true/);
  expect(() => viewDay(aDay(), { user: "Add" })).toThrow(/found "Add".*Did you mean "Ada"/);
  const alone = interactionsOf([{ at: 0, user: "Ada", app: "A" }, { at: 9, user: "Ada", app: "B" }]);
  expect(viewDay(alone).parts.title).toContain("Ada");
  expect(viewDay(interactionsOf([{ at: 0, app: "A" }])).toString()).toContain("knows no users");
});

test("nobody but those asked for is in any part of the figure", () => {
  const bo = JSON.stringify(viewDay(aDay(), { user: "Bo" }).parts);
  expect(bo).toMatch(/\bBo\b/);
  expect(bo).not.toMatch(/\bAda\b/);
  expect(JSON.stringify(viewDay(aDay(), { individuals: true, top: 1 }).parts)).not.toMatch(/\bBo\b/);
});

test("seconds of visits are those of applications, for points and for intervals that overlap", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const log = interactionsOf(
      randomInteractions({ seed, rows: 80, intervals: seed % 2 === 0, idle: seed % 4 > 1 }).map((row) => ({
        ...row,
        user: "Ada",
      })),
    );
    const idle = 25;
    const { visits } = presence(log, log.window, [...log.time.keys()], idle * 1000, Infinity);
    const seconds = new Map<string | null, number>();
    for (const { from, to, app } of visits) {
      const name = log.apps[app] ?? null;
      seconds.set(name, (seconds.get(name) ?? 0) + (to - from) / 1000);
    }
    for (const row of applications(log, { idleSeconds: idle }).objects() as { app: string | null; seconds: number }[]) {
      expect(seconds.get(row.app) ?? 0, `seed ${seed}, ${row.app}`).toBeCloseTo(row.seconds, 6);
    }
    for (let v = 1; v < visits.length; v++) expect(visits[v]!.from).toBeGreaterThanOrEqual(visits[v - 1]!.to);
  }
});

test("an instance is in parts where it was put aside and where nothing happened", () => {
  const { rows, instances, tasks } = viewDay(aDay(), { user: "Ada" }).parts.data as DayPicture;
  const parts = instances.map((_, k) => rows[0]!.pieces.filter((piece) => piece[2] === k).length);
  // a1, a2 (put aside for r1), r1, a3, a4 (a pause of 20 minutes)
  expect(parts).toEqual([1, 2, 1, 1, 2]);
  expect(tasks[instances[2]![1]]!.name).toBe("Reply");
  // Two parts of 30 s and 120 s; the reply between them is not its own.
  expect(instances[1]![4]).toBe(150);
  expect(rows[0]!.idle.some(([from, to]) => to - from === 1230)).toBe(true);
});

test("days begin by the clock of the zone, also where it is changed", () => {
  const berlin = zoneNamed("Europe/Berlin");
  expect(dayRange("2025-03-30", berlin).map((ms) => new Date(ms).toISOString())).toEqual([
    "2025-03-29T23:00:00.000Z",
    "2025-03-30T22:00:00.000Z",
  ]);
  expect(dayOf(Date.UTC(2025, 0, 1, 23, 30), berlin)).toBe("2025-01-02");
  expect(() => zoneNamed("Europe/Nowhere")).toThrow(/Europe\/Nowhere/);
  expect(() => dayRange("2025-02-30", berlin)).toThrow(/2025-02-30/);
});

test("a day without interactions says which days have some", () => {
  expect(() => viewDay(aDay(), { user: "Ada", day: "2026-01-07" })).toThrow(/2026-01-07.*2026-01-05/);
});

test("the same log gives the same figure, and a long day stays within what a notebook carries", () => {
  expect(viewDay(aDay(), { individuals: true }).toHTML()).toBe(viewDay(aDay(), { individuals: true }).toHTML());
  const rows = Array.from(
    { length: 12_000 },
    (_, i) => ({ at: i * 3, user: "Ada", app: `app ${i * 7 % 5}`, windowTitle: `w ${i % 90}` }),
  );
  const html = viewDay(interactionsOf(rows)).toHTML();
  expect(html.length).toBeLessThan(330_000);
  expect(html).toContain("<script>");
  expect(html).toMatch(/stays shorter than \d+ s are joined/);
  const { rows: [row], seconds } = viewDay(interactionsOf(rows)).parts.data as DayPicture;
  expect(row!.visits.reduce((sum, visit) => sum + visit[4], 0)).toBe(12_000);
  expect(row!.visits.reduce((sum, [from, to]) => sum + to - from, 0)).toBe(seconds);
});
