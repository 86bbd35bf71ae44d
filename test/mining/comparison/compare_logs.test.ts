// @slow: many small logs with nothing planted, to count false alarms
import { expect, test } from "vitest";
import { caseStates } from "../../../src/mining/outcomes/case_states.ts";
import { changingLog } from "../../support/changing_log.ts";
import { fisherExact } from "../../../src/base/statistics/independence.ts";
import { shareDifference } from "../../../src/base/statistics/proportions.ts";
import { filterCaseAttribute } from "../../../src/log/events/filter/case_attribute.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { compareGroups } from "../../../src/mining/comparison/compare_groups.ts";
import { compareLogs } from "../../../src/mining/comparison/compare_logs.ts";
import { randomLog, tinyLog, traces } from "../../support/logs.ts";
import { plantedGroups } from "../../support/planted_groups.ts";

test("a planted difference of regions stands first among activities, on every seed", () => {
  const firsts = new Set<string>();
  let covered = 0;
  for (let seed = 1; seed <= 15; seed++) {
    const log = plantedGroups({ seed, cases: 600, checksInSouth: 0.6 });
    const { activities, edges } = compareGroups(log, { by: "region", groups: ["South", "North"] });
    const [row] = activities.rows();
    firsts.add(`${row!.activity}: ${row!.pAdjusted < 0.05 && row!.low > 0 ? "surely more" : "unsure"}`);
    firsts.add(`step from ${edges.rows()[0]!.from}`);
    if (row!.low <= 0.3 && 0.3 <= row!.high) covered++;
  }
  expect([...firsts].sort()).toEqual(["check: surely more", "step from receive"]);
  expect(covered).toBeGreaterThanOrEqual(12);
});

test("a planted slow team is found in the times of cases, on every seed", () => {
  const missed: number[] = [];
  for (let seed = 1; seed <= 15; seed++) {
    const log = plantedGroups({ seed, cases: 500, slowTeam: 1.6 });
    const [row] = compareGroups(log, { by: "team", groups: ["Blue"] }).times.rows();
    if (!(row!.measure === "throughput" && row!.low > 0 && row!.deltaLow > 0 && row!.pAdjusted < 0.05)) {
      missed.push(seed);
    }
  }
  expect(missed).toEqual([]);
});

test("with nothing planted each kind of look has seldom a false alarm", () => {
  const alarms = { figures: 0, activities: 0, edges: 0, variants: 0, times: 0 };
  const seeds = 80;
  for (let seed = 1; seed <= seeds; seed++) {
    const found = compareGroups(plantedGroups({ seed, cases: 200 }), { by: "customer" });
    for (const kind of Object.keys(alarms) as (keyof typeof alarms)[]) {
      const rows: readonly { readonly pAdjusted: number }[] = found[kind].rows();
      if (rows.some(({ pAdjusted }) => pAdjusted < 0.05)) alarms[kind]++;
    }
  }
  // 5 %, with room for three standard errors of 80 draws.
  expect(Object.entries(alarms).filter(([, count]) => count > 10)).toEqual([]);
});

test("shares of activities, steps and variants are those of counting by hand", () => {
  const [a, b] = [randomLog({ seed: 1, cases: 60 }), randomLog({ seed: 2, cases: 45, activities: 7 })];
  const found = compareLogs(a, b, { leastCases: 1 });
  const paths = [a, b].map((log) => traces(log).map(({ events }) => events.map(({ activity }) => activity)));
  const share = (side: number, has: (path: string[]) => boolean) =>
    paths[side]!.filter(has).length / paths[side]!.length;
  const wrong: unknown[] = [];
  const check = (row: { a: number; b: number; difference: number }, has: (path: string[]) => boolean) => {
    const [first, second] = [share(0, has), share(1, has)];
    if (row.a !== first || row.b !== second || Math.abs(row.difference - (first - second)) > 1e-12) wrong.push(row);
  };
  for (const row of found.activities.rows()) {
    check(row, (path) => path.includes(row.activity));
    if (row.repeatedA !== share(0, (path) => path.indexOf(row.activity) !== path.lastIndexOf(row.activity))) {
      wrong.push(row);
    }
  }
  for (const row of found.edges.rows()) {
    check(row, (path) => path.some((activity, i) => activity === row.from && path[i + 1] === row.to));
  }
  for (const row of found.variants.rows()) check(row, (path) => path.join() === row.activities.join());
  expect(wrong).toEqual([]);
  expect(found.activities.numRows()).toBe(7);
  expect(found.variants.rows().reduce((sum, row) => sum + row.casesA, 0)).toBe(60);
});

test("a row holds the interval and the test of its counts", () => {
  const [row] = compareLogs(tinyLog("2× a b", "10× a c"), tinyLog("8× a b", "2× a c")).activities.rows()
    .filter(({ activity }) => activity === "b");
  const { low, high } = shareDifference({ count: 2, total: 12 }, { count: 8, total: 10 });
  expect(row).toMatchObject({ casesA: 2, casesB: 8, b: 0.8, low, high, p: fisherExact(2, 10, 8, 2) });
  // Two activities are looked at: the third is in all cases, and cannot differ.
  expect(row!.pAdjusted).toBeCloseTo(row!.p, 12);
});

test("what is in one log only is said", () => {
  const found = compareLogs(tinyLog("6× a b", "6× a"), tinyLog("12× a c"));
  expect(Object.fromEntries(found.activities.rows().map(({ activity, only }) => [activity, only])))
    .toEqual({ a: null, b: "a", c: "b" });
  expect(found.variants.rows().map(({ activities, only }) => `${activities.join(" ")}: ${only}`).sort())
    .toEqual(["a b: a", "a c: b", "a: a"]);
});

test("rare variants are counted, not dropped in silence", () => {
  const found = compareLogs(tinyLog("8× a", "a b", "a c"), tinyLog("9× a", "a d"));
  expect(found.variants.rows().map(({ activities }) => activities.join(" "))).toEqual(["a"]);
  expect(found.notes.join()).toContain("3 variants of fewer than 5 cases in both together, which 20 % of the cases");
  expect(found.figures.rows().find(({ figure }) => figure === "variants")).toMatchObject({ a: 3, b: 2, difference: 1 });
});

test("a log against itself: no difference at all, and it is said that the cases are the same", () => {
  const log = plantedGroups({ seed: 7, cases: 80 });
  const found = compareLogs(log, log);
  expect(found.figures.rows().every(({ difference }) => difference === 0)).toBe(true);
  expect(found.times.rows().every(({ difference, delta }) => difference === 0 && delta === 0)).toBe(true);
  expect(found.notes.join()).toContain("80 cases stand in both");
  expect(found.sentence).toContain("nothing differs more than chance would have it");
});

test("groups of one log are those that its filters give", () => {
  const log = plantedGroups({ seed: 8, cases: 120 });
  const [south, north] = ["South", "North"].map((region) => filterCaseAttribute(log, "region", region));
  const byFilters = compareLogs(south!, north!, { names: ["South", "North"] });
  const byGroups = compareGroups(log, { by: "region", groups: ["South", "North"] });
  for (const kind of ["figures", "activities", "edges", "variants", "times"] as const) {
    expect(byGroups[kind].objects()).toEqual(byFilters[kind].objects());
  }
});

test("one group is compared with all others; a moment parts cases by their beginning", () => {
  const log = plantedGroups({ seed: 9, cases: 120 });
  const cases = (found: ReturnType<typeof compareGroups>) => {
    const { a, b } = found.figures.rows()[0]!;
    return a + b;
  };
  expect(cases(compareGroups(log, { by: "region", groups: ["South"] }))).toBe(120);
  const periods = compareGroups(log, { at: "2026-02-15" });
  expect(cases(periods)).toBe(120);
  expect(periods.names).toEqual(["before 2026-02-15", "since 2026-02-15"]);
  expect(periods.figures.rows()[0]!.a).toBe(
    log.caseIds.filter((_, c) => log.time[log.offsets[c]!]! < Date.UTC(2026, 1, 15)).length,
  );
});

test("only finished cases are compared where they are given", () => {
  const log = plantedGroups({ seed: 10, cases: 120 });
  const found = compareGroups(log, { by: "customer", finished: (c) => c % 3 !== 0 });
  const figure = (name: string) => found.figures.rows().find(({ figure }) => figure === name)!;
  expect(figure("cases").a + figure("cases").b).toBe(80);
  expect(figure("runningCases").a + figure("runningCases").b).toBe(40);
  expect(found.notes[0]).toContain("Only finished cases are compared");
  expect(compareGroups(log, { by: "customer" }).notes[0]).toContain("later activities look rare");
});

test("a group of one and equal times throughout claim nothing", () => {
  const one = compareLogs(tinyLog("a b"), tinyLog("30× a c"));
  expect(one.times.rows().every(({ p }) => Number.isNaN(p))).toBe(true);
  expect(one.activities.rows().every(({ p }) => Number.isNaN(p))).toBe(true);
  expect(one.notes.join()).toContain("has only 1 case");
  const equal = compareLogs(tinyLog("20× a b"), tinyLog("20× a b"));
  expect(equal.times.rows()).toMatchObject([{ difference: 0, low: 0, high: 0, p: 1 }, { difference: 0, p: 1 }]);
  expect(equal.sentence).toContain("nothing differs");
});

test("a log without times is compared by what it has", async () => {
  const untimed = async (path: string) => {
    const events = path.split(" ").map((name) => `<event><string key="concept:name" value="${name}"/></event>`).join(
      "",
    );
    const cases = Array.from(
      { length: 8 },
      (_, c) => `<trace><string key="concept:name" value="${c}"/>${events}</trace>`,
    ).join("");
    const file = await Deno.makeTempFile({ suffix: ".xes" });
    await Deno.writeTextFile(file, `<log>${cases}</log>`);
    return await readLog(file).finally(() => Deno.remove(file));
  };
  const found = compareLogs(await untimed("a b"), await untimed("a c"));
  expect(found.times.numRows()).toBe(0);
  expect(found.activities.rows().map(({ activity }) => activity).sort()).toEqual(["a", "b", "c"]);
  expect(found.figures.rows().map(({ figure }) => figure)).toEqual(["cases", "events", "variants", "eventsPerCase"]);
});

test("what cannot be compared is an error that says why", () => {
  const log = plantedGroups({ seed: 11, cases: 60 });
  expect(() => compareGroups(log, { by: "regoin", groups: ["South", "North"] })).toThrow(/found no "regoin".*"region"/);
  expect(() => compareGroups(log, { by: "region", groups: ["South", "Nord"] })).toThrow(/found "Nord"/);
  expect(() => compareGroups(log, { by: "region" })).toThrow(/Expected groups, two values of "region".*it has 4/);
  expect(() => compareGroups(log, { by: "region", groups: ["South", "South"] })).toThrow(/two different ones/);
  expect(() => compareGroups(log, {})).toThrow(/either by, a case attribute, or at, a moment, but found neither/);
  expect(() => compareGroups(log, { at: "2030-01-01" })).toThrow(/found none in since 2030-01-01/);
  expect(() => compareGroups(log, { at: "soon" })).toThrow(/ISO 8601/);
  expect(() => compareLogs(log, log, { finished: [() => true, () => false] })).toThrow(/that is finished/);
  expect(() => compareLogs(log, log, { confidence: 95 })).toThrow(/confidence between 0 and 1/);
});

test("cases that still run do not make the later group look fast", () => {
  // One case an hour, nine hours each in the median: the export is made while the last ones run.
  const log = changingLog({ seed: 3, cases: 120, untilHour: 118 });
  const found = compareGroups(log, { at: new Date(Date.UTC(2026, 0, 5) + 110 * 3_600_000) });
  const { running } = caseStates(log);
  expect(running).toBeGreaterThan(4);
  const times = found.times.rows().find((row) => row.measure === "throughput")!;
  expect(times.casesA + times.casesB).toBe(caseStates(log).finished);
  expect(found.notes[0]).toContain("Throughput is that of finished cases");
});
