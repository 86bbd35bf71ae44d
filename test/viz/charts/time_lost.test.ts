import { expect, test } from "vitest";
import { workingCalendar } from "../../../src/log/calendar/working_calendar.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { bottlenecks } from "../../../src/mining/performance/bottlenecks.ts";
import { timeParts } from "../../../src/mining/performance/time_parts.ts";
import { caseDurations } from "../../../src/mining/performance/throughput.ts";
import { viewBottlenecks } from "../../../src/viz/charts/bottlenecks.ts";
import { viewWaterfall } from "../../../src/viz/charts/waterfall.ts";
import { randomLog, tinyLog } from "../../support/logs.ts";
import { waitingLog } from "../../support/waiting_log.ts";
import { gallery } from "../golden.ts";

const HOUR = 3_600_000;
const slow = () =>
  waitingLog({ seed: 1, cases: 300, hours: [4, 8, 2], alike: 3, slow: { step: 2, team: "south", times: 5 } });

/** Orders that are checked and packed side by side, then sent. */
function orders() {
  const at = (hours: number) => new Date(Date.UTC(2026, 0, 5, 8) + hours * HOUR);
  const rows = [0, 1, 2].flatMap((c) => [
    { case: `order ${c}`, activity: "enter", start: at(24 * c), time: at(24 * c + 1) },
    { case: `order ${c}`, activity: "check the customer's credit", start: at(24 * c + 3), time: at(24 * c + 5) },
    { case: `order ${c}`, activity: "pack", start: at(24 * c + 2), time: at(24 * c + 4) },
    { case: `order ${c}`, activity: "send", start: at(24 * c + 7 + c), time: at(24 * c + 8 + c) },
  ]);
  return logFromRows(rows, {
    name: "orders.csv",
    mapping: { case: "case", activity: "activity", timestamp: "time", start: "start" },
  });
}

gallery("bottlenecks: a slow team", () => viewBottlenecks(slow(), { by: "resource" }));
gallery("bottlenecks: no intervals", () => viewBottlenecks(waitingLog({ seed: 1, cases: 4, hours: [9, 1] })));
gallery("bottlenecks: nothing to rank", () => viewBottlenecks(tinyLog("a", "b")));
gallery("waterfall: work side by side", () => viewWaterfall(orders()));
gallery("waterfall: one case of completions", () => viewWaterfall(slow(), { case: "000007" }));

test("the parts of a case add up to its throughput time, whatever overlaps and whatever the calendar", () => {
  const calendar = workingCalendar({ hours: "Mo-Fr 08:00-18:00" });
  for (const options of [{}, { calendar }, { assume: "service" as const }]) {
    for (const intervals of [false, true]) {
      const log = randomLog({ seed: 4, intervals, cases: 25 });
      const { parts, totalSeconds } = timeParts(log, options);
      const mean = caseDurations(log, options).reduce((sum, seconds) => sum + seconds, 0) / log.cases;
      expect(totalSeconds).toBeCloseTo(mean, 3);
      expect(parts.rows().reduce((sum, row) => sum + row.seconds, 0)).toBeCloseTo(mean, 3);
      const one = timeParts(log, { ...options, case: log.caseIds[3]! });
      expect(one.totalSeconds).toBeCloseTo(caseDurations(log, options)[3]!, 3);
    }
  }
});

test("waits, work and what is done side by side stand by hand", () => {
  const { parts } = timeParts(orders());
  expect(parts.rows().map(({ from, activity, kind, seconds }) => [from, activity, kind, seconds / 3600])).toEqual([
    [null, "enter", "work", 1],
    ["enter", "pack", "waiting", 1],
    [null, "pack", "work", 2],
    ["enter", "check the customer's credit", "waiting", 2],
    [null, "check the customer's credit", "work", 2],
    ["check the customer's credit", "send", "waiting", 3],
    [null, "send", "work", 1],
    [null, null, "side by side", -3],
  ]);
});

test("a case that is not there, and a log without cases, are refused", () => {
  expect(() => viewWaterfall(orders(), { case: "order 9" })).toThrow("order 1");
  expect(viewWaterfall(tinyLog("a")).parts.caption).toContain("no time passes");
});

test("the picture of what was found is that of the log, and smaller ones are counted", () => {
  const log = slow();
  expect(viewBottlenecks(bottlenecks(log)).toSVG()).toBe(viewBottlenecks(log).toSVG());
  const { parts } = viewBottlenecks(log, { by: "resource", top: 2 });
  expect(parts.table.rows.length).toBe(9);
  expect(parts.caption).toContain("7 smaller steps");
  expect(() => viewBottlenecks(log, { top: 0 })).toThrow("top");
});
