import { expect, test } from "vitest";
import { findings } from "../../../src/mining/findings/findings.ts";
import type { FindingQuestion } from "../../../src/mining/mod.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import type { EventLog } from "../../../src/log/events/event_log.ts";
import { filterCaseSize, readLog } from "../../../src/log/mod.ts";
import { exponential, lognormal, randomStream } from "../../../src/base/random.ts";
import { workingCalendar } from "../../../src/mod.ts";
import { changingLog } from "../../support/changing_log.ts";
import type { PlantedFacts } from "../../../src/simulate/examples/planted_facts.ts";

const HOUR = 3_600_000;

/** Cases of one path whose times depend on nothing; or on the region, or with a step at which some stay. */
function oneWay(
  { seed, cases = 240, slowInSouth = 1, lost = 0 }: {
    seed: number;
    cases?: number;
    slowInSouth?: number;
    lost?: number;
  },
): EventLog {
  const random = randomStream(seed, "one way");
  const rows: Record<string, unknown>[] = [];
  let begun = Date.UTC(2026, 0, 5);
  for (let c = 0; c < cases; c++) {
    begun += exponential(random, 2 * HOUR);
    const region = random() < 0.5 ? "North" : "South", customer = random() < 0.5 ? "new" : "old";
    const stays = random() < lost;
    let time = begun;
    for (const activity of ["ask", "check", "decide", "tell"]) {
      if (activity !== "ask") time += lognormal(random, 4 * HOUR, 0.6) * (region === "South" ? slowInSouth : 1);
      rows.push({ case: `c${c}`, activity, time: new Date(time), region, customer });
      if (stays && activity === "check") break;
    }
  }
  return logFromRows(rows, {
    name: `one way ${seed}`,
    mapping: { case: "case", activity: "activity", timestamp: "time" },
  });
}

const answer = (log: EventLog, about: FindingQuestion) => findings(log).findings.find((one) => one.about === about)!;

test("the facts planted in the orders are found at their place", async () => {
  const log = await readLog("data/order-to-cash.csv");
  const truth: PlantedFacts = JSON.parse(await Deno.readTextFile("data/truth.json"));
  const found = findings(log);
  const of = (about: FindingQuestion) => found.findings.find((one) => one.about === about)!;
  const { bottleneck, stuck } = truth.orderToCash;
  expect(of("time").measures).toBe(`of all time: ${bottleneck.from} → ${bottleneck.to}`);
  expect(of("time").bars[0]!.value).toBeCloseTo(bottleneck.share, 2);
  // Holds that never ended are all that can be stuck when the log was taken, but for the youngest of them.
  expect(found.stuck!.stuck).toBeLessThanOrEqual(stuck.neverEnded);
  expect(of("stuck").sentence).toContain("all of them at Resolve credit hold");
  expect(of("slow").measures).toContain("credit hold");
  expect(of("change").found).toBe(false);
  // What stands out is first.
  expect(found.findings.map(({ about }) => about)).toEqual(["time", "stuck", "paths", "slow", "change"]);
});

test("a slow region is what sets slow cases apart, and cases that stay at a step are stuck there", () => {
  const slow = answer(oneWay({ seed: 3, slowInSouth: 2 }), "slow");
  expect(slow).toMatchObject({ found: true, measures: "are slow with region = South" });
  expect(slow.sentence).toMatch(/A small tree tells slow cases that it has not seen from others/);
  const stuck = answer(oneWay({ seed: 4, lost: 0.2 }), "stuck");
  expect(stuck.found).toBe(true);
  expect(stuck.sentence).toContain("at check, where");
  expect(stuck.bars.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12);
});

test("where nothing is planted, few logs have something that sets slow cases apart, or a change", () => {
  let slow = 0, change = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const found = findings(oneWay({ seed }));
    if (found.slow!.heldOut.better) slow++;
    if (found.findings.find(({ about }) => about === "change")!.found) change++;
  }
  // One in twenty, and 1 % for each of three kinds of change; more than so many has a probability below 0.001.
  expect(slow).toBeLessThanOrEqual(8);
  expect(change).toBeLessThanOrEqual(6);
});

test("a change is told with its day, before and after", () => {
  const log = changingLog({ seed: 2, cases: 400, change: { from: 200, check: 0.02 } });
  const { found, figure, bars, sentence } = answer(log, "change");
  expect(found).toBe(true);
  const begins = Array.from(log.caseIds, (_, c) => log.time[log.offsets[c]!]!).sort((a, b) => a - b);
  expect(Math.abs(Date.parse(figure) - begins[200]!)).toBeLessThan(48 * HOUR);
  expect(bars.map(({ name }) => name)).toEqual(["before", "after"]);
  expect(sentence).toContain(`On ${figure} the order of activities changed`);
});

test("the share of the main path is that of finished cases", () => {
  const rows = ["a b d", "a b d", "a b d", "a c d", "a b"].flatMap((path, c) =>
    path.split(" ").map((activity, i) => ({
      case: `${c}`,
      activity,
      time: new Date(Date.UTC(2026, 0, 1 + c, i)),
    }))
  );
  const found = findings(logFromRows(rows), { ends: ["d"] });
  const paths = found.findings.find(({ about }) => about === "paths")!;
  expect(paths.bars[0]!.value).toBe(3 / 4);
  expect(paths.sentence).toMatch(/^75 % \(30 to 95 %\) of finished cases take the main path \(a → b → d\)/);
});

test("with a calendar time lost is working time", async () => {
  const log = await readLog("data/order-to-cash.csv");
  const calendar = workingCalendar({ hours: "Mo-Fr 08:00-18:00" });
  expect(findings(log, { calendar }).findings[0]!.sentence).toMatch(/lost .*: [\d,]+ h a month/);
});

test("no case, one case, equal times, no times: a clear answer each", () => {
  const rows = (cases: number) =>
    Array.from({ length: cases }, (_, c) =>
      ["a", "b"].map((activity, i) => ({
        case: `${c}`,
        activity,
        time: new Date(Date.UTC(2026, 0, 1 + c, i)),
      }))).flat();
  const one = logFromRows(rows(1));
  const nothing = findings(filterCaseSize(one, { min: 99 }));
  expect(nothing.sentence).toBe("The log has no cases.");
  expect(nothing.findings.every(({ found, sentence }) => !found && sentence === "The log has no cases.")).toBe(true);
  expect(answer(one, "slow").sentence).toBe("1 finished case is too few to tell slow ones from others.");
  expect(answer(one, "paths").sentence).toContain("One finished case shows no main path.");
  const equal = logFromRows(rows(60));
  expect(answer(equal, "slow").sentence).toBe("All cases take about the same time: none is slow.");
  expect(answer(equal, "time").sentence).toContain("Every step takes the same time in all of its passages.");
  expect(answer(equal, "stuck").sentence).toContain("No case is stuck");
  for (const log of [one, equal]) expect(String(findings(log))).not.toMatch(/NaN|undefined|null|Infinity/);
});
