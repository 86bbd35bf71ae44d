import { describe, expect, test } from "vitest";
import { InputError, OptionError } from "../../../../src/base/errors.ts";
import type { EventLog } from "../../../../src/log/events/event_log.ts";
import { filterFollows, filterStepTime } from "../../../../src/log/events/filter/follows.ts";
import { filterFourEyes } from "../../../../src/log/events/filter/four_eyes.ts";
import { filterLastStep } from "../../../../src/log/events/filter/last_step.ts";
import { filterRework } from "../../../../src/log/events/filter/rework.ts";
import { filterPrefix, filterSegments, filterSuffix } from "../../../../src/log/events/filter/segments.ts";
import { filterState } from "../../../../src/mining/filter_state.ts";
import { caseStates } from "../../../../src/mining/outcomes/case_states.ts";
import { randomLog, tinyLog, type TraceEvent, traces } from "../../../support/logs.ts";

const A = "activity 0", B = "activity 1";
const DAY = 86_400;

/** Random logs, with starts and with equal times, and what is true of each. */
function everyLog(check: (log: EventLog, seed: number) => void): void {
  for (let seed = 1; seed <= 24; seed++) {
    check(randomLog({ seed, activities: 4, intervals: seed % 2 === 0, ties: seed % 3 === 0 }), seed);
  }
}

/** Cases left by a filter are those for which brute force says so, whole and in order. */
function expectCases(log: EventLog, filtered: EventLog, holds: (events: TraceEvent[], c: number) => boolean): void {
  expect(traces(filtered)).toEqual(traces(log).filter(({ events }, c) => holds(events, c)));
}

/** Parts left are those that brute force cuts out, by case. */
function expectParts(log: EventLog, filtered: EventLog, cut: (events: TraceEvent[]) => TraceEvent[]): void {
  const expected = traces(log).map(({ id, events }) => ({ id, events: cut(events) })).filter(({ events }) =>
    events.length > 0
  );
  const byId = (a: { id: string }, b: { id: string }) => a.id < b.id ? -1 : 1;
  expect(traces(filtered).sort(byId)).toEqual(expected.sort(byId));
}

/** Every A with the next B after it. */
function pairs(events: TraceEvent[], directly: boolean): number[] {
  return events.flatMap((a, i) => {
    if (a.activity !== A) return [];
    const j = events.findIndex((b, k) => k > i && b.activity === B);
    if (j < 0 || (directly && j !== i + 1)) return [];
    return [Math.max(0, (events[j]!.start ?? events[j]!.time) - a.time) / 1000];
  });
}

describe("follows and step times", () => {
  test("directly and at any time, within, beyond and between bounds, as counted by hand", () => {
    everyLog((log) => {
      for (const directly of [false, true]) {
        for (
          const bounds of [{}, { maxSeconds: 20 * DAY }, { minSeconds: 20 * DAY }, { minSeconds: 5, maxSeconds: 9e5 }]
        ) {
          for (const drop of [false, true]) {
            const fits = (s: number) =>
              s >= ((bounds as { minSeconds?: number }).minSeconds ?? 0) &&
              s <= ((bounds as { maxSeconds?: number }).maxSeconds ?? Infinity);
            const filtered = filterFollows(log, [A, B], { directly, drop, ...bounds });
            expectCases(log, filtered, (events) => pairs(events, directly).some(fits) !== drop);
          }
        }
      }
      expectCases(
        log,
        filterStepTime(log, [A, B], { minSeconds: 7 * DAY }),
        (events) => pairs(events, true).some((s) => s >= 7 * DAY),
      );
    });
  });

  test("say what they did, and refuse what they cannot do", () => {
    const log = tinyLog("A B C", "A C B");
    expect(filterFollows(log, ["A", "B"], { maxSeconds: 5 * DAY }).filters).toEqual(["B any time after A in ≤ 5 d"]);
    expect(filterFollows(log, ["A", "B"], { directly: true, drop: true }).filters).toEqual(["not B directly after A"]);
    expect(filterStepTime(log, ["A", "B"], { minSeconds: 60, maxSeconds: 60 }).filters).toEqual([
      "step A → B takes 1 min",
    ]);
    expect(() => filterFollows(log, ["A", "X"])).toThrow(/activity of tiny log but found "X"/);
    expect(() => filterFollows(log, ["A"] as never)).toThrow(InputError);
    expect(() => filterStepTime(log, ["A", "B"], {})).toThrow(/Expected minSeconds, maxSeconds or both/);
    expect(() => filterFollows(log, ["A", "B"], { minSeconds: 5, maxSeconds: 1 })).toThrow(/at most/);
  });
});

test("prefixes, suffixes and segments are the parts that brute force cuts out", () => {
  everyLog((log) => {
    for (const occurrence of ["first", "last"] as const) {
      for (const without of [false, true]) {
        const at = (events: TraceEvent[]) =>
          occurrence === "first"
            ? events.findIndex(({ activity }) => activity === A)
            : events.findLastIndex(({ activity }) => activity === A);
        expectParts(
          log,
          filterPrefix(log, A, { occurrence, without }),
          (events) => at(events) < 0 ? [] : events.slice(0, at(events) + (without ? 0 : 1)),
        );
        expectParts(
          log,
          filterSuffix(log, A, { occurrence, without }),
          (events) => at(events) < 0 ? [] : events.slice(at(events) + (without ? 1 : 0)),
        );
      }
    }
    for (const which of ["first", "all"] as const) {
      expectParts(log, filterSegments(log, A, [A, B], { which }), (events) => {
        const kept: TraceEvent[] = [];
        for (let i = 0; i < events.length; i++) {
          if (events[i]!.activity !== A) continue;
          const end = events.findIndex(({ activity }, k) => k > i && (activity === A || activity === B));
          if (end < 0) break;
          kept.push(...events.slice(i, end + 1));
          if (which === "first") break;
          i = end;
        }
        return kept;
      });
    }
  });
  const log = tinyLog("A B C");
  expect(filterPrefix(log, "B").filters).toEqual(["part of the case up to the first B"]);
  expect(filterSuffix(log, "B", { without: true, occurrence: "last" }).filters)
    .toEqual(["part of the case after the last B"]);
  expect(filterSegments(log, "A", "C").filters).toEqual(["first segment from A to C"]);
  expect(() => filterSegments(log, "A", "C", { which: "every" as never })).toThrow(OptionError);
});

test("rework is what occurs more than once", () => {
  everyLog((log) => {
    for (const least of [2, 3]) {
      const most = (events: TraceEvent[], names: readonly string[]) =>
        Math.max(...names.map((name) => events.filter(({ activity }) => activity === name).length));
      expectCases(log, filterRework(log, { least }), (events) => most(events, log.activities) >= least);
      expectCases(
        log,
        filterRework(log, { least, activities: [A, B], drop: true }),
        (events) => most(events, [A, B]) < least,
      );
    }
  });
  expect(filterRework(tinyLog("A A"), { activities: "A" }).filters).toEqual(["A occurs at least 2 times"]);
  expect(() => filterRework(tinyLog("A"), { least: 1 })).toThrow(OptionError);
});

test("four eyes: who did both, and who did not", () => {
  everyLog((log) => {
    const people = (c: number, name: string) =>
      new Set(
        Array.from({ length: log.offsets[c + 1]! - log.offsets[c]! }, (_, k) => log.offsets[c]! + k)
          .filter((i) => log.activities[log.activity[i]!] === name).map((i) => log.resources![log.resource![i]!]!),
      );
    const both = (c: number) => people(c, A).size > 0 && people(c, B).size > 0;
    const shared = (c: number) => [...people(c, A)].some((person) => people(c, B).has(person));
    expectCases(log, filterFourEyes(log, [A, B]), (_, c) => shared(c));
    expectCases(log, filterFourEyes(log, [A, B], { people: "different" }), (_, c) => both(c) && !shared(c));
    expectCases(log, filterFourEyes(log, [A, B], { drop: true }), (_, c) => !shared(c));
  });
  expect(() => filterFourEyes(tinyLog("A B"), ["A", "B"])).toThrow(/names no resources/);
  expect(() => filterFourEyes(randomLog({ seed: 1 }), [A, B], { people: "some" as never })).toThrow(OptionError);
});

test("the last known step at a moment", () => {
  everyLog((log) => {
    const moments = [undefined, ...[0.2, 0.5, 0.9].map((p) => log.time.slice().sort()[Math.floor(p * log.events)]!)];
    for (const at of moments) {
      for (const drop of [false, true]) {
        expectCases(log, filterLastStep(log, [A, B], { drop, ...(at === undefined ? {} : { at }) }), (events) => {
          const last = events.filter(({ time }) => at === undefined || time <= at).at(-1);
          return last !== undefined && [A, B].includes(last.activity) !== drop;
        });
      }
    }
  });
  expect(filterLastStep(tinyLog("A B"), "A", { at: "2026-01-05" }).filters)
    .toEqual(["last known step at 2026-01-05 is A"]);
  expect(() => filterLastStep(tinyLog("A B"), "A", { at: "soon" })).toThrow(/ISO 8601/);
});

test("cases in a state, at a step", () => {
  const log = tinyLog("40× A B", "A", "A B A");
  const { state } = caseStates(log);
  expectCases(log, filterState(log, "finished"), (_, c) => state[c] === 0);
  expectCases(
    log,
    filterState(log, ["running", "stuck"], { lastStep: "A" }),
    (events, c) => state[c] !== 0 && events.at(-1)!.activity === "A",
  );
  expect(filterState(log, "finished").cases).toBe(40);
  expect(filterState(log, ["running", "stuck"], { lastStep: "A" }).filters).toEqual(["case is running or stuck at A"]);
  expect(() => filterState(log, "done" as never)).toThrow(OptionError);
});
