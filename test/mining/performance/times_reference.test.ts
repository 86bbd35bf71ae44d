/** Waits, work, arrivals and overlap against what other tools computed on the same logs. */
import { describe, expect, test } from "vitest";
import { workingCalendar } from "../../../src/log/calendar/working_calendar.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { caseArrivals } from "../../../src/mining/performance/arrivals.ts";
import { eventTimes } from "../../../src/mining/performance/event_times.ts";
import { stepTimes } from "../../../src/mining/performance/step_times.ts";
import { caseDurations } from "../../../src/mining/performance/throughput.ts";
import { reference, REFERENCE_FILES } from "../../support/reference.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";

const office = workingCalendar({ hours: "Mo-Fr 09:00-17:00" });

describe.skipIf(lacksSharedLogs)("against PM4Py", () => {
  test.each(Object.entries(REFERENCE_FILES))("arrivals and overlap of %s", async (name, files) => {
    const log = await readLog(sharedLog(`process/${files[0]}`));
    const { case_arrival_average_s: between } = await reference<{ case_arrival_average_s: number }>(
      name,
      "arrival_cycle",
    );
    const { overlap } = await reference<{ overlap: { n: number; sum: number; max: number } }>(name, "case_overlap");
    const found = caseArrivals(log);
    expect(found.meanSecondsBetween).toBeCloseTo(between, 3);
    expect([found.overlap.length, found.overlap.reduce((sum, n) => sum + n, 0), found.maxOverlap])
      .toEqual([overlap.n, overlap.sum, overlap.max]);
  });

  /** pm4py 2.7.23: statistics.service_time, .overlap.cases and .traces.cycle_time with start_timestamp. */
  test("service times, overlap and cycle time of a log of intervals", async () => {
    const log = await readLog(sharedLog("process/interval_event_log.xes.gz"));
    const told = {
      "cancel order": [155230, 787],
      "confirm payment": [948689, 446],
      "make delivery": [2375124, 1459],
      pay: [810988, 352],
      "place order": [3192661, 568],
      "prepare delivery": [1978240, 437],
      "send invoice": [1016698, 380],
      "send reminder": [1134509, 1107.5],
    };
    const rows = stepTimes(log).table.rows();
    expect(Object.fromEntries(rows.map((row) => [row.group, [row.totalServiceSeconds, row.medianServiceSeconds]])))
      .toEqual(told);
    const { overlap, maxOverlap, cycleSeconds, cases } = caseArrivals(log);
    expect([overlap.reduce((sum, n) => sum + n, 0), maxOverlap]).toEqual([313478, 443]);
    // PM4Py leaves out the last stretch of work, after which none begins.
    const last = lastStretch(log);
    expect(cycleSeconds - last / cases).toBeCloseTo(5283.124012638231, 6);
  });

  /** pm4py.discover_performance_dfg(…, business_hours=True) with Monday to Friday, 9 to 17. */
  test("waits in business hours of the running example", async () => {
    const log = await readLog(sharedLog("process/running-example.xes"));
    const rows = stepTimes(log, { per: "transition", calendar: office }).table.rows();
    const found = Object.fromEntries(
      rows.map((row) => [row.group, [row.totalSojournSeconds, row.medianSojournSeconds]]),
    );
    expect(found).toMatchObject({
      "check ticket → decide": [172560, 13620],
      "check ticket → examine casually": [19860, 9930],
      "check ticket → examine thoroughly": [21240, 21240],
      "decide → pay compensation": [373560, 144000],
      "decide → reinitiate request": [81480, 34200],
      "decide → reject request": [135960, 39960],
    });
    expect([...caseDurations(log, { calendar: office })].sort((a, b) => a - b))
      .toEqual([117720, 183480, 184920, 196080, 329280, 363360]);
  });

  test("waits of a simulated log are those from when its simulator let a step begin", async () => {
    const log = await readLog(sharedLog("simulation/LoanApp_simplified_test.csv.gz"), {
      mapping: { case: "case_id", activity: "activity", start: "start_time", end: "end_time", resource: "resource" },
    });
    const found = eventTimes(log), given = eventTimes(log, { enabled: "enabled_time" });
    const differing = new Set<string>();
    let known = 0;
    for (let i = 0; i < log.events; i++) {
      if (Number.isNaN(found.waiting[i]!)) continue;
      known++;
      if (Math.abs(found.waiting[i]! - given.waiting[i]!) < 1) continue;
      const [a, b] = [found.from[i]!, i].map((event) => log.activities[log.activity[event]!]);
      differing.add(`${a} → ${b}`);
    }
    expect(known).toBe(log.events - log.cases);
    // The model has timers there (the applicant is waited for), which no event of the log tells.
    expect([...differing].sort()).toEqual([
      "Approve loan offer → Approve application",
      "Approve loan offer → Cancel application",
      "Assess loan risk → Reject application",
    ]);
  });
});

/** Seconds of work after the last moment at which nobody was at work. */
function lastStretch({ start, time }: { start?: Float64Array; time: Float64Array }): number {
  const spans = Array.from(time, (end, i) => [start![i]!, end] as const).sort((a, b) => b[0] - a[0]);
  let from = Infinity;
  const last = Math.max(...time);
  for (const [begin] of spans) {
    if (!spans.some(([other, end]) => other < begin && end >= begin)) return (last - begin) / 1000;
    from = begin;
  }
  return (last - from) / 1000;
}
