import { describe, expect, test } from "vitest";
import { OptionError } from "../../../src/base/errors.ts";
import type { EventLog } from "../../../src/log/events/event_log.ts";
import { filterCases } from "../../../src/log/events/filter/cases.ts";
import { readLog } from "../../../src/log/events/read_log.ts";
import { activityRework } from "../../../src/mining/rework/activity_rework.ts";
import { loops } from "../../../src/mining/rework/loops.ts";
import { pingPong } from "../../../src/mining/rework/ping_pong.ts";
import { skippedSteps } from "../../../src/mining/rework/skipped_steps.ts";
import { randomLog, tinyLog, traces } from "../../support/logs.ts";
import { reference, REFERENCE_FILES } from "../../support/reference.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";

const randomLogs = Array.from({ length: 20 }, (_, k) => randomLog({ seed: k + 1, activities: 5, ties: k % 3 === 0 }));

test.skipIf(lacksSharedLogs)("cases with rework are those that PM4Py counts", async () => {
  for (const [name, [file]] of Object.entries(REFERENCE_FILES)) {
    const log = await readLog(sharedLog(`process/${file}`));
    const { cases_per_activity } = await reference<{ cases_per_activity: Record<string, number> }>(name, "rework");
    const rows = activityRework(log).activities.rows();
    expect(Object.fromEntries(rows.map(({ activity, cases }) => [activity, cases]))).toEqual(cases_per_activity);
    for (const row of rows) expect(row.share).toBe(row.cases / log.cases);
  }
});

test("repetitions, people and times of random logs, as brute force counts them", () => {
  for (const log of randomLogs) {
    const found = activityRework(log);
    const of = eventsByCase(log);
    for (const row of found.activities.rows()) {
      const own = of.map((events) => events.filter(({ activity }) => activity === row.activity));
      const repeated = own.filter((events) => events.length > 1);
      const spans = repeated.map((events) => (events.at(-1)!.time - events[0]!.time) / 1000).sort((a, b) => a - b);
      const steps = own.flatMap((events) => events.slice(1).map((event, k) => event.person === events[k]!.person));
      expect(row).toMatchObject({
        cases: repeated.length,
        repetitions: own.reduce((sum, events) => sum + Math.max(0, events.length - 1), 0),
        bySame: steps.filter((same) => same).length,
        byOther: steps.filter((same) => !same).length,
        ofActivity: repeated.length / own.filter((events) => events.length > 0).length,
      });
      expect(row.totalSeconds).toBeCloseTo(spans.reduce((sum, s) => sum + s, 0), 3);
      const middle = (spans.length - 1) / 2;
      expect(row.medianSeconds).toBeCloseTo((spans[Math.floor(middle)]! + spans[Math.ceil(middle)]!) / 2, 3);
    }
    expect(found.casesWithRework).toBe(
      of.filter((events) => new Set(events.map((e) => e.activity)).size < events.length).length,
    );
  }
});

function eventsByCase(log: EventLog) {
  return traces(log).map(({ events }, c) =>
    events.map((event, k) => ({ ...event, person: log.resource ? log.resource[log.offsets[c]! + k]! : -1 }))
  );
}

describe("loops", () => {
  test("the way back, its extra events and its time", () => {
    // Back from C to A, with A, B, C again; then D is new. A minute between events.
    const { loops: found, casesWithLoops } = loops(tinyLog("A B C A B C D", "A B C D", "A A"));
    expect(casesWithLoops).toBe(2);
    expect(
      found.rows().map(({ from, to, cases, count, extraEvents, totalSeconds }) => ({
        ...{ from, to, cases, count, extraEvents, totalSeconds },
      })),
    ).toEqual([
      { from: "A", to: "A", cases: 1, count: 1, extraEvents: 1, totalSeconds: 60 },
      { from: "C", to: "A", cases: 1, count: 1, extraEvents: 3, totalSeconds: 180 },
    ]);
  });

  test("every repeated event belongs to one way back", () => {
    for (const log of randomLogs) {
      const extra = loops(log).loops.rows().reduce((sum, row) => sum + row.extraEvents, 0);
      expect(extra).toBe(activityRework(log).repetitions);
      expect(loops(log).casesWithLoops).toBe(activityRework(log).casesWithRework);
    }
  });
});

describe("ping-pong", () => {
  test("runs that go back and forth, in full and no further", () => {
    const log = tinyLog("A B A B C", "A A B A A B B", "A B A", "A B A B C B C B");
    const rows = pingPong(log).activities.rows();
    expect(rows.map(({ first, second, cases, count, changes, totalSeconds }) => ({
      ...{ first, second, cases, count, changes, totalSeconds },
    }))).toEqual([
      { first: "A", second: "B", cases: 3, count: 3, changes: 9, totalSeconds: 180 + 360 + 180 },
      { first: "B", second: "C", cases: 1, count: 1, changes: 4, totalSeconds: 240 },
    ]);
    expect(pingPong(log, { leastVisits: 3 }).activities.rows()[0]!.cases).toBe(4);
    expect(() => pingPong(log, { leastVisits: 2 })).toThrow(OptionError);
  });

  test("of random logs, as every stretch of each case tells, between activities and between people", () => {
    for (const log of randomLogs) {
      const { activities, resources } = pingPong(log);
      for (const [rows, nameOf] of [[activities.rows(), "activity"], [resources.rows(), "person"]] as const) {
        const expected = new Map<string, number>();
        for (const events of eventsByCase(log)) {
          const names = events.map((event) => nameOf === "activity" ? event.activity : log.resources![event.person]!);
          const visits = names.filter((name, i) => name !== names[i - 1]);
          // A change takes part if the four visits around it, somewhere, alternate between the two.
          for (let i = 1; i < visits.length; i++) {
            const pair = [visits[i - 1]!, visits[i]!];
            let from = i - 1, to = i;
            while (from > 0 && visits[from - 1] === visits[from + 1]) from--;
            while (to + 1 < visits.length && visits[to + 1] === visits[to - 1]) to++;
            if (to - from + 1 < 4) continue;
            const key = pair.sort().join(" + ");
            expected.set(key, (expected.get(key) ?? 0) + 1);
          }
        }
        expect(new Map(rows.map((row) => [`${row.first} + ${row.second}`, row.changes]))).toEqual(
          new Map([...expected].sort((a, b) =>
            rows.findIndex((r) => `${r.first} + ${r.second}` === a[0]) -
            rows.findIndex((r) => `${r.first} + ${r.second}` === b[0])
          )),
        );
      }
    }
  });

  test("without people it says so", () => {
    const found = pingPong(tinyLog("A B A B"));
    expect(found.resourcesKnown).toBe(false);
    expect(found.sentence).toContain("names no people");
  });
});

describe("skipped steps", () => {
  const log = tinyLog("16× A B C D", "3× A C D", "1× A D", "2× A B");

  test("finished cases without a step that most have", () => {
    const states = Uint8Array.from({ length: 22 }, (_, c) => c < 20 ? 0 : 1);
    const found = skippedSteps(log, { states });
    expect(found.usualSteps).toEqual(["A", "B", "C", "D"]);
    expect(found.casesWithSkips).toBe(4);
    expect(found.steps.rows().map(({ activity, cases, share }) => [activity, cases, share])).toEqual([
      ...[["B", 4, 0.2], ["C", 1, 0.05], ["A", 0, 0], ["D", 0, 0]],
    ]);
    // A minute between events: three with B, two or one without.
    expect(found.steps.rows()[0]).toMatchObject({ medianSecondsWithout: 120, medianSecondsWith: 180 });
    expect(found.combinations.rows()).toEqual([{ steps: ["B"], cases: 3 }, { steps: ["B", "C"], cases: 1 }]);
    expect(found.sentence).toMatch(/^20 % \(8 to 42 %\) of 20 finished cases left out a usual step .* most often B/);
  });

  test("steps may be given, and nothing finished is no finding", () => {
    const running = new Uint8Array(22).fill(1);
    expect(skippedSteps(log, { states: running }).sentence).toMatch(/^No case is finished/);
    expect(skippedSteps(log, { states: new Uint8Array(22), steps: ["C"] }).casesWithSkips).toBe(3);
    expect(() => skippedSteps(log, { steps: ["E"] })).toThrow(/found "E"/);
    expect(() => skippedSteps(log, { usual: 0.2 })).toThrow(OptionError);
    expect(() => skippedSteps(log, { states: new Uint8Array(3) })).toThrow(/those of another log/);
  });
});

test("a log without cases, without repetitions, with one case", () => {
  const none = filterCases(tinyLog("A B"), () => false);
  for (
    const sentence of [activityRework(none), loops(none), skippedSteps(none, { states: new Uint8Array() })].map((r) =>
      r.sentence
    )
  ) {
    expect(sentence).toMatch(/^The log has no cases/);
  }
  expect(activityRework(tinyLog("A B")).sentence).toBe("No activity is repeated in any of 1 case.");
  expect(loops(tinyLog("A B")).sentence).toBe("None of 1 case goes back to a step that it had already.");
  expect(pingPong(none).sentence).toContain("No case goes back and forth between two activities.");
});
