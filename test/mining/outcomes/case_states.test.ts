import { expect, test } from "vitest";
import { OptionError } from "../../../src/base/errors.ts";
import { chance, exponential, randomStream } from "../../../src/base/random.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { CASE_STATES, caseStates } from "../../../src/mining/outcomes/case_states.ts";
import { stuckCases } from "../../../src/mining/outcomes/stuck_cases.ts";
import { caseSurvival } from "../../../src/mining/outcomes/case_survival.ts";
import { tinyLog } from "../../support/logs.ts";

const HOUR = 3_600_000;

/** Orders of which a share is held for good; the export is made while some run. */
function ordersLog(seed: number, { held = 0.2, cases = 400, whole = false } = {}) {
  const random = randomStream(seed, "stuck");
  const rows: { case: string; activity: string; time: Date; region: string }[] = [];
  const truth = new Map<string, string>();
  const until = whole ? cases + 2000 : cases;
  for (let c = 0; c < cases; c++) {
    const id = `order ${c}`;
    const region = chance(random, 0.5) ? "north" : "south";
    let hour = c;
    const stuck = chance(random, held);
    const path = ["order", "hold", ...(stuck ? [] : ["ship", chance(random, 0.7) ? "pay" : "return"])];
    let shown = 0;
    for (const activity of path) {
      if (activity !== "order") hour += exponential(random, region === "north" ? 4 : 12);
      if (hour > until) break;
      rows.push({ case: id, activity, time: new Date(hour * HOUR), region });
      shown++;
    }
    truth.set(id, stuck && shown === 2 ? "stuck" : shown === path.length ? "finished" : "running");
  }
  return { log: logFromRows(rows), truth, until: new Date(until * HOUR) };
}

test("held orders are stuck, and those that run are running, as was planted", () => {
  for (const seed of [1, 2, 3]) {
    const { log, truth, until } = ordersLog(seed);
    const states = caseStates(log, { until });
    const ends = states.activities.filter((row) => row.ends).map(({ activity }) => activity).sort();
    expect(ends).toEqual(["pay", "return"]);
    let wrong = 0;
    log.caseIds.forEach((id, c) => {
      const found = CASE_STATES[states.state[c]!]!;
      // A case that fell silent lately may be either: until the silence is unusual it counts as running.
      if (truth.get(id) === "stuck" ? found === "finished" : found !== truth.get(id)) wrong++;
    });
    // One of a hundred silences of cases that go on is longer than the limit.
    expect(wrong).toBeLessThanOrEqual(3);
    const hold = states.activities.find(({ activity }) => activity === "hold")!;
    expect(hold.endsShare).toBeCloseTo(0.2, 1);
    const report = stuckCases(log, { until });
    const [top] = report.steps.rows();
    expect(top!.activity).toBe("hold");
    const planted = [...truth.values()].filter((state) => state === "stuck").length;
    expect(report.stuck / planted).toBeGreaterThan(0.7);
  }
});

test("the interval of the share that is stuck covers the truth as often as it says", () => {
  let covered = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const { log, until } = ordersLog(seed, { cases: 100, whole: true });
    const { share, running } = stuckCases(log, { until });
    if (share.low <= 0.2 && share.high >= 0.2) covered++;
    expect(running).toBe(0);
  }
  // 95 % of 200 are 190; four standard errors less are 178.
  expect(covered).toBeGreaterThanOrEqual(178);
});

test("ends that are given are taken, and an unknown one is refused with the nearest", () => {
  const log = tinyLog("20× a b", "5× a");
  expect(caseStates(log, { ends: ["a"] })).toMatchObject({ finished: 5 });
  expect(caseStates(log, { ends: [] })).toMatchObject({ finished: 0 });
  expect(caseStates(log, { ends: [] }).criterion).toContain("No activity ends cases");
  expect(() => caseStates(log, { ends: ["c"] })).toThrow(OptionError);
  expect(() => caseStates(tinyLog("pay close"), { ends: ["clsoe"] })).toThrow('Did you mean "close"?');
  expect(() => caseStates(log, { unusual: 1 })).toThrow(OptionError);
});

test("a log without cases, and one of one case", () => {
  expect(stuckCases(logFromRows([], { columns: ["case", "activity", "timestamp"] } as never)).sentence)
    .toBe("The log has no cases.");
  expect(stuckCases(tinyLog("a b"))).toMatchObject({ finished: 1, running: 0, stuck: 0 });
});

test("a process in which nothing was ever finished has no median, and says so", () => {
  const survival = caseSurvival(tinyLog("30× a b"), { ends: [] });
  expect(survival.groups[0]).toMatchObject({ finished: 0, medianSeconds: NaN });
  expect(survival.ends).toEqual([]);
});

test("a slower group is told apart, equal groups are not", () => {
  const { log, until } = ordersLog(4, { held: 0, cases: 300 });
  const { p, groups } = caseSurvival(log, { by: "region", until });
  expect(p).toBeLessThan(1e-6);
  const median = new Map(groups.map((group) => [group.group, group.medianSeconds]));
  expect(median.get("south")! / median.get("north")!).toBeGreaterThan(2);
});

test("running cases lengthen the median and never shorten it", () => {
  const { log, until } = ordersLog(5, { held: 0.4 });
  const [all] = caseSurvival(log, { until }).groups;
  const states = caseStates(log, { until });
  const finished = [...log.caseIds.keys()].filter((c) => states.state[c] === 0);
  const seconds = finished.map((c) => (log.time[log.offsets[c + 1]! - 1]! - log.time[log.offsets[c]!]!) / 1000).sort((
    a,
    b,
  ) => a - b);
  expect(all!.medianSeconds).toBeGreaterThan(seconds[Math.floor(seconds.length / 2)]!);
});

test("states and survival say themselves in words", () => {
  const log = tinyLog("20× a b", "5× a");
  expect(String(caseStates(log))).toMatch(/^Of 25 cases 20 are finished, \d run, \d are stuck\. Finished: the last/);
  expect(String(caseSurvival(log))).toMatch(/^All cases: 25 cases, 20 finished; half have ended after/);
});
