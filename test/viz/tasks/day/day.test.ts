import { expect, test } from "vitest";
import { applications } from "../../../../src/taskmining/friction/applications.ts";
import { viewDay } from "../../../../src/viz/tasks/day/day.ts";
import type { DayPicture } from "../../../../src/viz/tasks/day/day_places.ts";
import { presence } from "../../../../src/viz/tasks/day/focus_spans.ts";
import { clockChange, dayOf, dayRange, zoneNamed } from "../../../../src/viz/tasks/day/local_days.ts";
import { BEGIN, interactionsOf, randomInteractions } from "../../../support/interactions.ts";
import { gallery } from "../../golden.ts";
import { aDay } from "../support.ts";

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

/** Interactions each quarter of an hour from some hours before the clock is changed, UTC, to some after. */
function nightOf(utc: number) {
  const from = (utc - BEGIN) / 1000;
  return interactionsOf(Array.from({ length: 17 }, (_, i) => ({ at: from + i * 900, user: "Ada", app: `A${i % 2}` })));
}

test("on a day of a clock change hours are told by the clock, before and after", () => {
  const ticks = (svg: string) => [...svg.matchAll(/>(\d\d:\d\d)</g)].map(([, text]) => text);
  const options = { timeZone: "Europe/Berlin", idleSeconds: 1000 };
  const spring = viewDay(nightOf(Date.UTC(2026, 2, 28, 23)), { ...options, day: "2026-03-29" });
  expect(spring.parts.caption).toContain("At the dashed line the clock goes forward from 02:00 to 03:00.");
  expect(ticks(spring.toSVG())).toEqual([
    "00:00",
    "00:30",
    "01:00",
    "01:30",
    "03:00",
    "03:30",
    "04:00",
    "04:30",
    "05:00",
  ]);
  const { clock, change, rows } = spring.parts.data as DayPicture;
  expect([clock, change]).toEqual([0, [7200, 3600]]);
  expect(rows[0]!.note).toBe("00:00 to 05:00");
  // The table tells the same: the interaction at 01:00 UTC is one of three o'clock.
  expect(spring.parts.table.rows[8]![1]).toBe("03:00:00");
  const autumn = viewDay(nightOf(Date.UTC(2026, 9, 24, 22)), { ...options, day: "2026-10-25" });
  expect(autumn.parts.caption).toContain("goes back from 03:00 to 02:00");
  expect(ticks(autumn.toSVG())).toEqual([
    "00:00",
    "00:30",
    "01:00",
    "01:30",
    "02:00",
    "02:30",
    "02:00",
    "02:30",
    "03:00",
  ]);
  expect(viewDay(nightOf(Date.UTC(2026, 2, 27, 23)), options).parts.data).not.toHaveProperty("change");
});

test("the clock is changed where the zone says", () => {
  const [at, by] = clockChange(Date.UTC(2026, 2, 28), Date.UTC(2026, 2, 30), zoneNamed("Europe/Berlin"))!;
  expect([new Date(at).toISOString(), by]).toEqual(["2026-03-29T01:00:00.000Z", 3_600_000]);
  expect(clockChange(Date.UTC(2026, 2, 28), Date.UTC(2026, 2, 29, 0, 59), zoneNamed("Europe/Berlin"))).toBeUndefined();
  // By half an hour.
  expect(clockChange(Date.UTC(2026, 3, 4), Date.UTC(2026, 3, 5), zoneNamed("Australia/Lord_Howe"))![1]).toBe(
    -1_800_000,
  );
  expect(clockChange(0, 1e9, zoneNamed("UTC"))).toBeUndefined();
});

test("one interaction, or all at one moment: a day of that moment", () => {
  for (const rows of [[{ at: 0, app: "A" }], [{ at: 0, app: "A" }, { at: 0, app: "B" }, { at: 0, app: "A" }]]) {
    const { caption, data } = viewDay(interactionsOf(rows)).parts;
    expect(caption).not.toContain("joined");
    expect((data as DayPicture).rows[0]!.visits.reduce((sum, visit) => sum + visit[4], 0)).toBe(rows.length);
  }
});

test("applications that change faster than can be drawn are drawn by their shares, none hidden", () => {
  // Three seconds of A, one of B, all day long.
  const rows = Array.from(
    { length: 6000 },
    (_, i) => ({ at: i * 2 + (i % 2), user: "Ada", app: i % 2 === 0 ? "A" : "B" }),
  );
  const svg = viewDay(interactionsOf(rows)).toSVG();
  expect(svg).toContain("heights are shares of the time");
  const heights = (colour: string) =>
    [...svg.matchAll(new RegExp(`<path d="([^"]*)" fill="${colour}"`, "g"))].flatMap(([, d]) =>
      [...d!.matchAll(/h([\d.]+)v(\d+)/g)].map(([, width, height]) => Number(width) * Number(height))
    ).reduce((sum, area) => sum + area, 0);
  const [a, b] = ["#44aa99", "#cc6677"].map(heights) as [number, number];
  expect(a / (a + b)).toBeCloseTo(0.75, 1);
  expect((a + b) / 20).toBeCloseTo(768, -1);
  const slow = rows.slice(0, 40).map((row) => ({ ...row, at: row.at * 40 }));
  expect(viewDay(interactionsOf(slow)).toSVG()).not.toContain("heights are shares");
});

test("many people of long names: as many as are asked for, by their names as far as there is room", () => {
  const rows = Array.from({ length: 30 * 40 }, (_, i) => ({
    at: i * 4,
    user: `Maximiliana von und zu Hohenlohe-Schillingsfürst ${String(i % 30).padStart(2, "0")}`,
    app: `app ${i % 13}`,
  }));
  const figure = viewDay(interactionsOf(rows), { individuals: true, top: 30 });
  const picture = figure.parts.data as DayPicture;
  expect(picture.rows.length).toBe(30);
  expect(picture.left).toBe(200);
  expect(figure.toHTML().length).toBeLessThan(330_000);
  expect(new Set(picture.rows.map(({ label }) => label)).size).toBe(30);
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
