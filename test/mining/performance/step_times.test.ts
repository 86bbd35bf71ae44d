import { describe, expect, test } from "vitest";
import { calendarsBy } from "../../../src/log/calendar/calendars_by.ts";
import { workingCalendar } from "../../../src/log/calendar/working_calendar.ts";
import { filterThroughput } from "../../../src/log/events/filter/throughput.ts";
import type { EventLog } from "../../../src/log/events/event_log.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { directlyFollows } from "../../../src/mining/directly_follows.ts";
import { caseArrivals } from "../../../src/mining/performance/arrivals.ts";
import { eventTimes } from "../../../src/mining/performance/event_times.ts";
import { stepTimes } from "../../../src/mining/performance/step_times.ts";
import { caseDurations, caseSeconds } from "../../../src/mining/performance/throughput.ts";
import { officeSeconds } from "../../support/hours.ts";
import { randomLog, tinyLog, traces } from "../../support/logs.ts";

const office = workingCalendar({ hours: "Mo-Fr 09:00-17:00" });
const at = (time: string) => new Date(`2026-01-${time}Z`);
const rowsOf = (...rows: [activity: string, start: string, end: string, resource?: string][]) =>
  logFromRows(
    rows.map(([activity, start, end, resource = "Ann"]) => ({
      case: "1",
      activity,
      time: at(end),
      ...(start === "" ? {} : { start: at(start) }),
      resource,
    })),
    { mapping: { case: "case", activity: "activity", timestamp: "time", start: "start", resource: "resource" } },
  );
const waits = (log: ReturnType<typeof rowsOf>, options = {}) => {
  const { from, waiting, service, sojourn } = eventTimes(log, options);
  return Object.fromEntries(
    Array.from(from, (cause, i) => [log.activities[log.activity[i]!]!, {
      after: cause < 0 ? null : log.activities[log.activity[cause]!]!,
      wait: waiting[i]! / 3600,
      work: service[i]! / 3600,
      both: sojourn[i]! / 3600,
    }]),
  );
};

describe("waits by hand", () => {
  test("a step waits for the last completion before its start, not for work beside it", () => {
    const log = rowsOf(
      ["A", "05T09:00", "05T10:00"],
      ["B", "05T10:00", "05T12:00"],
      ["C", "05T11:00", "05T13:00"],
      ["D", "05T13:30", "05T14:00"],
    );
    expect(waits(log)).toEqual({
      A: { after: null, wait: NaN, work: 1, both: NaN },
      B: { after: "A", wait: 0, work: 2, both: 2 },
      C: { after: "A", wait: 1, work: 2, both: 3 },
      D: { after: "C", wait: 0.5, work: 0.5, both: 1 },
    });
  });

  test("of two steps side by side neither waits for the other, also where one happens to end first", () => {
    const rows: { case: string; activity: string; time: Date; start: Date }[] = [];
    for (let c = 0; c < 5; c++) {
      // In one case of five, B is done before C begins; in the others both overlap.
      const [from, to] = c === 0 ? ["05T12:00", "05T13:00"] : ["05T11:00", "05T13:00"];
      for (
        const [activity, start, end] of [["A", "05T09:00", "05T10:00"], ["B", "05T10:00", "05T11:30"], [
          "C",
          from!,
          to!,
        ]]
      ) {
        rows.push({ case: String(c), activity: activity!, start: at(start!), time: at(end!) });
      }
    }
    const log = logFromRows(rows, {
      mapping: { case: "case", activity: "activity", timestamp: "time", start: "start" },
    });
    const { waiting } = eventTimes(log);
    expect([...waiting].map((seconds) => seconds / 3600).slice(0, 6)).toEqual([NaN, 0, 2, NaN, 0, 1]);
  });

  test("the order of the log does not matter", () => {
    const rows: Parameters<typeof rowsOf> = [
      ["A", "05T09:00", "05T10:00"],
      ["Long", "05T09:30", "05T20:00"],
      ["B", "05T11:00", "05T12:00"],
    ];
    const log = rowsOf(...rows);
    const byStart = logFromRows(
      rows.map(([activity, start, end]) => ({ case: "1", activity, time: at(end), start: at(start) })),
      { mapping: { case: "case", activity: "activity", timestamp: "time", start: "start" }, orderBy: "start" },
    );
    expect(waits(byStart)).toEqual(waits(log));
    // Nothing had ended when Long began: it has waited since the case began.
    expect(waits(log)["Long"]).toEqual({ after: null, wait: 0.5, work: 10.5, both: 11 });
    expect(waits(log)["B"]).toEqual({ after: "A", wait: 1, work: 1, both: 2 });
  });

  test("where a start is missing, waiting and work are not told apart unless something is assumed", () => {
    const log = rowsOf(["A", "05T09:00", "05T10:00"], ["B", "", "05T12:00"]);
    expect(waits(log)["B"]).toEqual({ after: "A", wait: NaN, work: NaN, both: 2 });
    expect(waits(log, { assume: "waiting" })["B"]).toEqual({ after: "A", wait: 2, work: 0, both: 2 });
    expect(waits(log, { assume: "service" })["B"]).toEqual({ after: "A", wait: 0, work: 2, both: 2 });
    expect(eventTimes(log).basis).toMatchObject({ events: 2, starts: 1, assumed: null });
    expect(stepTimes(log).sentence).toContain("not told apart");
    expect(stepTimes(log, { assume: "waiting" }).sentence).toContain("as assumed");
    expect(() => stepTimes(log, { assume: "work" as never })).toThrow("waiting or service");
  });

  test("each counts by the calendar of who does it", () => {
    const log = rowsOf(["A", "05T09:00", "05T10:00", "Ann"], ["B", "06T02:00", "06T03:00", "Bob"]);
    const calendar = calendarsBy({
      by: "resource",
      calendars: { Bob: workingCalendar({ hours: "Mo-Fr 00:00-08:00" }) },
      otherwise: office,
    });
    expect(waits(log, { calendar })["B"]).toEqual({ after: "A", wait: 2, work: 1, both: 3 });
    expect(waits(log, { calendar: office })["B"]).toEqual({ after: "A", wait: 7, work: 0, both: 7 });
    expect(caseDurations(log, { calendar })[0]! / 3600).toBe(8);
    expect(caseSeconds(log, "service", { calendar })[0]! / 3600).toBe(2);
    expect(() => stepTimes(log, { calendar: calendarsBy({ by: "teem", calendars: {}, otherwise: office }) }))
      .toThrow("teem");
    expect(() => stepTimes(log, { calendar: "Mo-Fr 9-17" as never })).toThrow("workingCalendar");
  });
});

describe.each([undefined, office])("on random logs with calendar %s", (calendar) => {
  const options = calendar ? { calendar } : {};
  const between = (from: number, to: number) => calendar ? officeSeconds(from, to) : (to - from) / 1000;

  test("times equal those found by trying all pairs of events", () => {
    for (const seed of [1, 2, 3]) {
      const log = randomLog({ seed, intervals: true, ties: seed === 2, cases: 6 });
      const { waiting, service, sojourn } = eventTimes(log, options);
      const isParallel = parallelByHand(log);
      let i = 0;
      for (const { events } of traces(log)) {
        const first = Math.min(...events.map(({ start, time }) => start ?? time));
        events.forEach(({ start, time }, k) => {
          const ended = events.filter((other, j) =>
            j !== k && other.time <= start! && (other.time < time || j < k) &&
            !isParallel(other.activity, events[k]!.activity)
          );
          const ready = ended.length > 0 ? Math.max(...ended.map((other) => other.time)) : start! > first ? first : NaN;
          expect(service[i]).toBeCloseTo(between(start!, time), 6);
          if (Number.isNaN(ready)) expect([waiting[i], sojourn[i]]).toEqual([NaN, NaN]);
          else {
            expect(waiting[i]).toBeCloseTo(between(ready, start!), 6);
            expect(sojourn[i]).toBeCloseTo(between(ready, time), 6);
          }
          i++;
        });
      }
    }
  });

  test("transitions of a log with completions only are the edges of the directly-follows graph", () => {
    const log = randomLog({ seed: 5, cases: 12 });
    const graph = directlyFollows(log, options);
    const edges = graph.edges.map(({ from, to, count, totalSeconds, medianSeconds }) => [
      `${graph.activities[from]} → ${graph.activities[to]}`,
      count,
      totalSeconds.toFixed(3),
      medianSeconds.toFixed(3),
    ]);
    const rows = stepTimes(log, { per: "transition", ...options }).table.rows();
    expect(
      rows.map((
        row,
      ) => [row.group, row.events, row.totalSojournSeconds.toFixed(3), row.medianSojournSeconds.toFixed(3)])
        .sort(),
    ).toEqual(edges.sort());
    for (const { events } of traces(log)) expect(events.length).toBeGreaterThan(0);
    const total = traces(log).reduce((sum, { events }) => sum + between(events[0]!.time, events.at(-1)!.time), 0);
    expect(rows.reduce((sum, row) => sum + row.totalSojournSeconds, 0)).toBeCloseTo(total, 3);
    expect(caseDurations(log, options).reduce((sum, s) => sum + s, 0)).toBeCloseTo(total, 3);
  });

  test("a case's waiting is its throughput less the time in which anybody works on it", () => {
    const log = randomLog({ seed: 8, intervals: true, cases: 5 });
    const waiting = caseSeconds(log, "waiting", options), service = caseSeconds(log, "service", options);
    traces(log).forEach(({ events }, c) => {
      const edges = [...new Set(events.flatMap(({ start, time }) => [start!, time]))].sort((a, b) => a - b);
      let idle = 0;
      for (let k = 1; k < edges.length; k++) {
        const busy = events.some(({ start, time }) => start! <= edges[k - 1]! && time >= edges[k]!);
        if (!busy) idle += between(edges[k - 1]!, edges[k]!);
      }
      expect(waiting[c]).toBeCloseTo(idle, 3);
      expect(service[c]).toBeCloseTo(events.reduce((sum, { start, time }) => sum + between(start!, time), 0), 3);
    });
  });
});

test("a filter by throughput counts working time, and says so", () => {
  // Friday 16:00 to Monday 10:00: two hours of work.
  const log = rowsOf(["A", "09T16:00", "09T16:00"], ["B", "12T10:00", "12T10:00"]);
  expect(filterThroughput(log, { maxSeconds: 7200, calendar: office }).cases).toBe(1);
  expect(filterThroughput(log, { minSeconds: 7201, calendar: office }).cases).toBe(0);
  expect(filterThroughput(log, { maxSeconds: 7200, calendar: office }).filters[0]).toContain("Mo-Fr 09:00-17:00");
});

test("logs without a second event, without times or without resources give an answer or an error", () => {
  const single = stepTimes(tinyLog("a", "b"));
  expect(single.sentence).toContain("No wait is known");
  expect(single.table.rows().map(({ sojourns, medianSojournSeconds }) => [sojourns, medianSojournSeconds]))
    .toEqual([[0, NaN], [0, NaN]]);
  expect(() => stepTimes(tinyLog("a b"), { per: "resource" })).toThrow("no resources");
  expect(() => stepTimes(tinyLog("a b"), { per: "colour" })).toThrow("colour");
  const none = filterThroughput(tinyLog("a b"), { minSeconds: 1e9 });
  expect(stepTimes(none).table.numRows()).toBe(0);
  expect(caseArrivals(none).sentence).toContain("no case");
  expect(caseArrivals(tinyLog("a b")).sentence).toContain("one case");
});

/** Pairs of activities that overlap in a tenth of the cases that have both. */
function parallelByHand(log: EventLog): (a: string, b: string) => boolean {
  return (a, b) => {
    const both = traces(log).map(({ events }) => events)
      .filter((events) => [a, b].every((name) => events.some(({ activity }) => activity === name)));
    const overlapping = both.filter((events) =>
      events.some((x) =>
        x.activity === a &&
        events.some((y) => y !== x && y.activity === b && x.start! < y.time && y.start! < x.time)
      )
    );
    return a !== b && overlapping.length > 0 && overlapping.length >= 0.1 * both.length;
  };
}
