// @slow: many small logs with nothing planted, to count false alarms
import { expect, test } from "vitest";
import { randomStream } from "../../../src/base/random.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { filterCaseAttribute } from "../../../src/log/events/filter/case_attribute.ts";
import { type Factors, factorsOf } from "../../../src/mining/factors/factors_of.ts";
import { caseDurations } from "../../../src/mining/performance/throughput.ts";
import { plantedGroups } from "../../support/planted_groups.ts";
import { tinyLog } from "../../support/logs.ts";

/** The fifth of the cases that take longest. */
function slowest(log: ReturnType<typeof plantedGroups>): (c: number) => boolean {
  const seconds = caseDurations(log);
  const bound = seconds.slice().sort()[Math.floor(log.cases * 0.8)]!;
  return (c) => seconds[c]! > bound;
}

/** Marks that have nothing to do with anything. */
function marksOfChance(cases: number, share: number, seed: number): Uint8Array {
  const random = randomStream(seed, "marks of chance");
  return Uint8Array.from({ length: cases }, () => random() < share ? 1 : 0);
}

const named = ({ factors }: Factors) => factors.rows().map(({ column, value }) => `${column}: ${value}`);

test("a planted slow team stands first, on every seed", () => {
  const firsts = new Set<string>();
  for (let seed = 1; seed <= 15; seed++) {
    const log = plantedGroups({ seed, cases: 600, slowTeam: 1.6 });
    firsts.add(named(factorsOf(log, { outcome: slowest(log) }))[0]!);
  }
  expect([...firsts]).toEqual(["team: Blue"]);
});

test("a planted difference of regions stands first among what is known at the start, on every seed", () => {
  const firsts = new Set<string>();
  for (let seed = 1; seed <= 15; seed++) {
    const log = plantedGroups({ seed, cases: 600, checksInSouth: 0.65 });
    const check = log.activities.indexOf("check");
    const checked = (c: number) => log.activity.subarray(log.offsets[c], log.offsets[c + 1]).includes(check);
    firsts.add(named(factorsOf(log, { outcome: checked, knownAtStart: true }))[0]!);
  }
  expect([...firsts]).toEqual(["region: South"]);
});

test("with nothing planted there is seldom a false alarm, and seldom a tree called better than chance", () => {
  let alarms = 0, better = 0;
  const seeds = 60;
  for (let seed = 1; seed <= seeds; seed++) {
    const log = plantedGroups({ seed, cases: 250 });
    const { factors, heldOut } = factorsOf(log, { outcome: marksOfChance(log.cases, 0.25, seed) });
    if (factors.rows().some(({ pAdjusted }) => pAdjusted < 0.05)) alarms++;
    if (heldOut.better) better++;
  }
  // 5 % and 2.5 %, with room for three standard errors of 60 draws.
  expect(alarms).toBeLessThanOrEqual(8);
  expect(better).toBeLessThanOrEqual(5);
});

test("the interval of a lift covers the true one as often as it says", () => {
  // Region South has the outcome with probability 0.5, others with 0.2: the share of all is 0.275.
  let covered = 0;
  const seeds = 150;
  for (let seed = 1; seed <= seeds; seed++) {
    const random = randomStream(seed, "lift");
    const rows = Array.from({ length: 200 }, (_, c) => ({
      case: `${1000 + c}`,
      activity: "a",
      time: new Date(Date.UTC(2026, 0, 1, c)),
      region: c % 4 === 0 ? "South" : "North",
    }));
    const outcome = rows.map(({ region }) => random() < (region === "South" ? 0.5 : 0.2));
    const row = factorsOf(logFromRows(rows), { outcome }).factors.rows()
      .find(({ column, value }) => column === "region" && value === "South")!;
    if (row.low <= 0.5 / 0.275 && 0.5 / 0.275 <= row.high) covered++;
  }
  expect(covered / seeds).toBeGreaterThan(0.9);
});

test("shares and lifts are those of counting by hand", () => {
  const rows = (case_: string, region: string, ...path: string[]) =>
    path.map((activity, i) => ({ case: case_, activity, time: new Date(Date.UTC(2026, 0, 5, 8, i)), region }));
  const log = logFromRows([
    ...rows("1", "N", "a", "b"),
    ...rows("2", "N", "a", "b", "b"),
    ...rows("3", "S", "a", "c"),
    ...rows("4", "S", "a", "c"),
    ...rows("5", "S", "a", "b"),
    ...rows("6", "S", "a", "c"),
  ]);
  const found = factorsOf(log, { outcome: new Set(["1", "3", "4"]), leastCases: 1 });
  expect(found).toMatchObject({ cases: 6, marked: 3, share: 0.5 });
  const of = (column: string, value: string) =>
    found.factors.rows().find((row) => row.column === column && row.value === value)!;
  expect(of("region", "S")).toMatchObject({ cases: 4, share: 0.5, otherShare: 0.5, lift: 1, excess: 0 });
  expect(of("activity", "c")).toMatchObject({ cases: 3, share: 2 / 3, otherShare: 1 / 3 });
  expect(of("activity", "c").lift).toBeCloseTo(4 / 3, 12);
  expect(of("step", "a → b")).toMatchObject({ cases: 3, share: 1 / 3, known: "way" });
  expect(of("repeated activity", "b")).toMatchObject({ cases: 1, share: 0 });
  expect(of("number of events", "3")).toMatchObject({ cases: 1, share: 0 });
  expect(of("region", "S").known).toBe("start");
});

test("things told twice are told once: what has the same cases, and parts that add nothing, refer to the first", () => {
  const log = plantedGroups({ seed: 3, cases: 800, checksInSouth: 0.65 });
  const check = log.activities.indexOf("check");
  const random = randomStream(9, "late");
  const late = Uint8Array.from(log.caseIds, (_, c) => {
    const checked = log.activity.subarray(log.offsets[c], log.offsets[c + 1]).includes(check);
    return random() < (checked ? 0.6 : 0.1) ? 1 : 0;
  });
  const rows = factorsOf(log, { outcome: late }).factors.rows();
  expect(rows[0]).toMatchObject({ column: "activity", value: "check", sameAs: null });
  for (const value of ["receive → check", "check → pick", "check → invoice"]) {
    expect(rows.find((row) => row.column === "step" && row.value === value)!.sameAs).toBe("activity = check");
  }
  expect(rows.filter(({ column, sameAs, pAdjusted }) => column === "step" && sameAs === null && pAdjusted < 0.01))
    .toEqual([]);
});

test("the outcome by another name is told as such, and kept out of the tree", () => {
  const log = plantedGroups({ seed: 4, cases: 300 });
  const found = factorsOf(log, { outcome: filterCaseAttribute(log, "region", "South") });
  expect(found.factors.rows()[0]).toMatchObject({ column: "region", value: "South", sameAsOutcome: true });
  expect(found.heldOut.better).toBe(false);
  expect(found.name).toBe("region is South");
  expect(JSON.stringify(found.tree)).not.toContain("South");
});

test("each way of giving the outcome gives the same answer", () => {
  const log = plantedGroups({ seed: 5, cases: 200 });
  const filtered = filterCaseAttribute(log, "customer", "new");
  const ids = new Set(filtered.caseIds);
  const answers = [filtered, ids, log.caseIds.map((id) => ids.has(id)), (c: number) => ids.has(log.caseIds[c]!)]
    .map((outcome) => JSON.stringify(factorsOf(log, { outcome, name: "new" }).factors.rows()));
  expect(new Set(answers).size).toBe(1);
});

test("running cases are left out where the finished ones are given", () => {
  const log = plantedGroups({ seed: 6, cases: 200 });
  const found = factorsOf(log, { outcome: slowest(log), finished: (c) => c % 2 === 0 });
  expect(found.cases).toBe(100);
  expect(found.notes.join()).toContain("100 cases that still run");
});

test("weekdays and hours are those of the time zone", () => {
  // Sunday 23:30 UTC is Monday 00:30 in Berlin.
  const rows = Array.from({ length: 40 }, (_, c) => ({
    case: `${100 + c}`,
    activity: "a",
    time: new Date(Date.UTC(2026, 0, c % 2 === 0 ? 4 : 6, c % 2 === 0 ? 23 : 12, 30, c)),
  }));
  const outcome = rows.map((_, c) => c % 4 === 0);
  const values = (timeZone: string) =>
    factorsOf(logFromRows(rows), { outcome, timeZone }).factors.rows()
      .filter(({ column }) => column === "weekday of start").map(({ value }) => value).sort();
  expect(values("UTC")).toEqual(["Sunday", "Tuesday"]);
  expect(values("Europe/Berlin")).toEqual(["Monday", "Tuesday"]);
  expect(() => values("Europe/Berlim")).toThrow(/time zone/);
});

test("what cannot be answered is an error that says why", () => {
  const log = tinyLog("20× a b", "20× a c");
  expect(() => factorsOf(log, { outcome: () => false })).toThrow(/marks none of 40 cases/);
  expect(() => factorsOf(log, { outcome: () => true })).toThrow(/marks each of 40 cases/);
  expect(() => factorsOf(log, { outcome: new Set(["nobody"]) })).toThrow(/found "nobody", which is none of them/);
  expect(() => factorsOf(log, { outcome: [true] })).toThrow(/mark for each of the 40 cases of tiny log but found 1/);
  expect(() => factorsOf(log, { outcome: () => true, finished: () => false })).toThrow(/none of 0 cases/);
  expect(() => factorsOf(log, { outcome: (c) => c < 20, leastCases: 0 })).toThrow(/leastCases/);
  expect(() => factorsOf(log, { outcome: Promise.resolve() as never })).toThrow(/a promise: write await before it/);
  expect(() => factorsOf(log, {} as never)).toThrow(/Expected outcome/);
});

test("a log of two cases, and one without times or resources, have an answer", async () => {
  const two = factorsOf(tinyLog("a b", "a c"), { outcome: (c) => c === 0 });
  expect(two.factors.numRows()).toBe(0);
  expect(two.tree).toEqual({ cases: 2, share: 0.5 });
  expect(String(two)).toContain("Of 0 factors looked at, none");
  const cases = Array.from(
    { length: 40 },
    (_, c) =>
      `<trace><string key="concept:name" value="${c}"/><event><string key="concept:name" value="${
        c % 2 ? "a" : "b"
      }"/></event></trace>`,
  ).join("");
  const file = await Deno.makeTempFile({ suffix: ".xes" });
  await Deno.writeTextFile(file, `<log>${cases}</log>`);
  const untimed = await readLog(file).finally(() => Deno.remove(file));
  const found = factorsOf(untimed, { outcome: (c) => c < 10 });
  expect(found.notes.join()).toContain("the log has no times");
  expect(found.factors.rows().map(({ column }) => column)).toContain("first activity");
});

test("a group of one and equal times throughout have an answer that claims nothing", () => {
  const log = tinyLog("30× a b", "30× a c");
  const found = factorsOf(log, { outcome: (c) => c === 7 });
  expect(found.sentence).toContain("none goes along with it more than chance would have it");
  expect(found.sentence).toContain("too few cases to judge a tree");
  expect(found.heldOut.auc).toBeNaN();
});
