// @slow: hundreds of small logs with known truth
import { expect, test } from "vitest";
import { randomStream } from "../../../src/base/random.ts";
import { rankIntervals } from "../../../src/base/statistics/rank_intervals.ts";
import { summarise } from "../../../src/base/statistics/summary.ts";
import { workingCalendar } from "../../../src/log/calendar/working_calendar.ts";
import { filterThroughput } from "../../../src/log/events/filter/throughput.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { directlyFollows } from "../../../src/mining/directly_follows.ts";
import { bottlenecks } from "../../../src/mining/performance/bottlenecks.ts";
import { stepTimes } from "../../../src/mining/performance/step_times.ts";
import { caseDurations } from "../../../src/mining/performance/throughput.ts";
import { randomLog, tinyLog, traces } from "../../support/logs.ts";
import { waitingLog } from "../../support/waiting_log.ts";

test("costs equal those counted by hand", () => {
  for (const seed of [1, 2]) {
    const log = randomLog({ seed, cases: 30, activities: 3 });
    const waits = new Map<string, { seconds: number; case: number }[]>();
    traces(log).forEach(({ events }, c) =>
      events.slice(1).forEach(({ activity, time }, k) => {
        const key = `${events[k]!.activity} → ${activity}`;
        waits.set(key, [...waits.get(key) ?? [], { seconds: (time - events[k]!.time) / 1000, case: c }]);
      })
    );
    const { steps, totalSeconds } = bottlenecks(log);
    expect(totalSeconds).toBeCloseTo(caseDurations(log).reduce((sum, seconds) => sum + seconds, 0), 3);
    expect(steps.numRows()).toBe(waits.size);
    let last = Infinity;
    for (const row of steps.rows()) {
      const own = waits.get(`${row.from} → ${row.to}`)!;
      const usual = summarise(own.map(({ seconds }) => seconds)).median;
      const total = own.reduce((sum, { seconds }) => sum + seconds, 0);
      const excess = own.reduce((sum, { seconds }) => sum + Math.max(0, seconds - usual), 0);
      expect([row.count, row.cases]).toEqual([own.length, new Set(own.map((one) => one.case)).size]);
      expect([row.usualSeconds, row.totalSeconds, row.excessSeconds, row.share * totalSeconds])
        .toEqual([usual, total, excess, total].map((seconds) => expect.closeTo(seconds, 3)));
      expect(row.excessSeconds).toBeLessThanOrEqual(last);
      last = row.excessSeconds;
    }
    // Without a start, the whole time of an edge is the passage's.
    const edges = directlyFollows(log).edges.reduce((sum, edge) => sum + edge.totalSeconds, 0);
    expect(steps.rows().reduce((sum, row) => sum + row.totalSeconds, 0)).toBeCloseTo(edges, 3);
  }
});

test("a slow team is found at its step, and ranks first beyond doubt", () => {
  for (const seed of [1, 2, 3]) {
    const log = waitingLog({
      seed,
      cases: 400,
      hours: [4, 4, 4],
      alike: 3,
      slow: { step: 2, team: "south", times: 5 },
    });
    const { steps, sentence } = bottlenecks(log, { by: "resource" });
    const first = steps.rows()[0]!;
    expect([first.from, first.to, first.group, first.rankLow, first.rankHigh])
      .toEqual(["step 1", "step 2", "south", 1, 1]);
    expect(sentence).toContain("step 1 and step 2 in group south");
    expect(sentence).toContain("beyond doubt");
    expect(bottlenecks(log).steps.rows()[0]).toMatchObject({ from: "step 1", to: "step 2" });
  }
});

test("where no step is slower than another, none is called first beyond doubt more often than it may", () => {
  let alarms = 0;
  const seeds = 200;
  for (let seed = 1; seed <= seeds; seed++) {
    const { steps } = bottlenecks(waitingLog({ seed, cases: 40, hours: [5, 5, 5], alike: 3 }));
    if (steps.rows()[0]!.rankHigh === 1) alarms++;
  }
  // 5 %, and twice its standard error over 200 seeds.
  expect(alarms / seeds).toBeLessThanOrEqual(0.05 + 2 * Math.sqrt(0.05 * 0.95 / seeds));
});

test("intervals of sums hold the true sum as often as they say, ranks at least as often", () => {
  const items = 4, clusters = 80, runs = 300;
  const means = [3, 2.8, 2, 1];
  let sums = 0, ranks = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const random = randomStream(seed, "sums");
    const values = new Float64Array(clusters * items), totals = new Float64Array(items);
    for (let g = 0; g < clusters; g++) {
      // Common to all items of a cluster, as a case is slow or fast as a whole.
      const common = random();
      for (let s = 0; s < items; s++) totals[s]! += values[g * items + s] = means[s]! * (common + random());
    }
    const compared = [0, 1, 2, 3], errors = new Float64Array(items), sizes = new Int32Array(clusters).fill(1);
    const found = rankIntervals({ sums: values, compared, errors, sizes }, totals);
    for (let s = 0; s < items; s++) {
      if (found.low[s]! <= means[s]! * clusters && means[s]! * clusters <= found.high[s]!) sums++;
      if (found.rankLow[s]! <= s + 1 && s + 1 <= found.rankHigh[s]!) ranks++;
    }
  }
  const error = Math.sqrt(0.05 * 0.95 / runs);
  expect(Math.abs(sums / runs / items - 0.95)).toBeLessThan(3 * error);
  expect(ranks / runs / items).toBeGreaterThan(0.95 - 3 * error);
});

test("blocks of cases give the intervals that the cases give", () => {
  const rowOf = (cases: number) =>
    bottlenecks(waitingLog({ seed: 3, cases, hours: [10, 5], alike: 2 })).steps.rows()[0]!;
  const width = (row: ReturnType<typeof rowOf>) => Math.log(row.excessHigh / row.excessLow) * Math.sqrt(row.cases);
  // Below and above the limit; both by chance, within a tenth of each other.
  expect(width(rowOf(4000)) / width(rowOf(1000))).toBeGreaterThan(0.8);
  expect(width(rowOf(4000)) / width(rowOf(1000))).toBeLessThan(1.25);
});

test("with more items than are compared, the largest keep their ranks and the small ones a range", () => {
  const people = 300;
  const random = randomStream(1);
  const rows = Array.from({ length: 6000 }, (_, i) => {
    const person = i % people;
    const hours = (person === 7 ? 40 : 1) * (0.5 + random());
    return [0, hours].map((at, k) => ({
      case: `${i}`.padStart(5, "0"),
      activity: `step ${k}`,
      time: new Date(Date.UTC(2026, 0, 5) + i * 60_000 + at * 3_600_000),
      team: `person ${person}`,
    }));
  }).flat();
  const log = logFromRows(rows, {
    mapping: { case: "case", activity: "activity", timestamp: "time" },
  });
  const steps = bottlenecks(log, { by: "team" }).steps.rows();
  expect(steps.length).toBeGreaterThan(200);
  expect(steps[0]!.group).toBe("person 7");
  expect(steps[0]!.rankHigh).toBe(1);
  expect(steps.every(({ rankLow, rankHigh }, k) => rankLow <= k + 1 && k + 1 <= rankHigh)).toBe(true);
});

test("nights and weekends cost nothing in working time", () => {
  const log = waitingLog({ seed: 1, cases: 60, hours: [30, 5] });
  const calendar = workingCalendar({ hours: "Mo-Fr 09:00-17:00" });
  const all = bottlenecks(log), working = bottlenecks(log, { calendar });
  expect(working.totalSeconds).toBeCloseTo(caseDurations(log, { calendar }).reduce((sum, s) => sum + s, 0), 3);
  expect(working.totalSeconds).toBeLessThan(all.totalSeconds / 3);
  expect(working.basis.calendar).toContain("Mo-Fr 09:00-17:00");
});

test("cases that have not ended are counted, and are in no other figure", () => {
  const log = waitingLog({ seed: 2, cases: 200, hours: [5, 5], stopping: 0.2 });
  const { open, steps, notes } = bottlenecks(log);
  const ended = traces(log).filter(({ events }) => events.at(-1)!.activity === "step 2").length;
  expect(open.rows().reduce((sum, { cases }) => sum + cases, 0)).toBe(200 - ended);
  expect(steps.rows().reduce((sum, { count }) => sum + count, 0)).toBe(log.events - log.cases);
  expect(notes.join(" ")).toContain(`${200 - ended} cases`);
  expect(bottlenecks(log, { ends: ["step 0", "step 1", "step 2"] }).open.numRows()).toBe(0);
  expect(() => bottlenecks(log, { ends: ["stepp 2"] })).toThrow("step 2");
});

test("odd logs have an answer or an error that says why", () => {
  expect(bottlenecks(tinyLog("a", "b")).sentence).toContain("no case has two events");
  const none = filterThroughput(tinyLog("a b"), { minSeconds: 1e9 });
  expect(bottlenecks(none).steps.numRows()).toBe(0);
  // Each step takes a minute every time.
  const equal = bottlenecks(tinyLog("20× a b c"));
  expect(equal.steps.rows().map(({ excessSeconds }) => excessSeconds)).toEqual([0, 0]);
  expect(equal.sentence).toContain("No step costs more than usual");
  const atOnce = logFromRows(["a", "b"].map((activity) => ({ case: "1", activity, time: new Date(0) })));
  expect(bottlenecks(atOnce).sentence).toContain("No step takes any time");
  expect(stepTimes(atOnce).sentence).toContain("No step takes any time");
  const sundays = workingCalendar({ hours: "Su 09:00-10:00" });
  const monday = tinyLog("20× a b c");
  expect(bottlenecks(monday, { calendar: sundays }).sentence).toContain("No step takes any working time");
  expect(stepTimes(monday, { calendar: sundays }).sentence).toContain("No step takes any working time");
  // Of few cases nothing is said about ranks.
  const few = bottlenecks(waitingLog({ seed: 1, cases: 4, hours: [50, 1] }));
  expect(few.steps.rows().map(({ rankLow, rankHigh }) => [rankLow, rankHigh])).toEqual([[1, 2], [1, 2]]);
  expect(few.sentence).toContain("Too few cases");
  expect(() => bottlenecks(tinyLog("a b"), { by: "resource" })).toThrow("no resources");
  expect(() => bottlenecks(tinyLog("a b"), { usual: 1 })).toThrow("usual");
});

test("the same log gives the same answer", () => {
  const log = waitingLog({ seed: 5, cases: 50, hours: [5, 4], alike: 2 });
  expect(JSON.stringify(bottlenecks(log).steps.rows())).toBe(JSON.stringify(bottlenecks(log).steps.rows()));
});
