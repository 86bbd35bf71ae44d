import { describe, expect, test } from "vitest";
import { InputError, OptionError } from "../../../src/base/errors.ts";
import { filterCases } from "../../../src/log/events/filter/cases.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { comparePaths } from "../../../src/mining/paths/compare_paths.ts";
import { funnel } from "../../../src/mining/paths/funnel.ts";
import { randomLog, tinyLog, traces } from "../../support/logs.ts";
import { random } from "../../support/random.ts";

describe("one path against another", () => {
  const log = tinyLog("34× A P Z", "21× A Q X Z", "3× A P Q Z", "42× A Z");
  const finished = new Uint8Array(100);

  test("shares with Wilson's intervals, both, neither, times, before and after", () => {
    const found = comparePaths(log, { a: "A → P", b: "Q → … → Z", states: finished });
    expect(found).toMatchObject({ cases: 100, both: 3, neither: 42 });
    // statsmodels 0.14: proportion_confint(37, 100, method="wilson"), and of 24.
    expect(found.a).toMatchObject({ cases: 37, share: 0.37, medianSeconds: 120, pathMedianSeconds: 60 });
    expect(found.a.low).toBeCloseTo(0.2818, 4);
    expect(found.a.high).toBeCloseTo(0.4678, 4);
    expect(found.b).toMatchObject({ cases: 24, medianSeconds: 180, pathMedianSeconds: 120, pattern: "Q → … → Z" });
    expect(found.aOfEither.value).toBeCloseTo(34 / 55, 12);
    expect(found.medianDifferenceSeconds.value).toBe(-60);
    expect(found.p).toBeLessThan(1e-9);
    expect(found.around.rows()).toEqual([
      { path: "a", place: "before", activity: "(case begins)", cases: 37, share: 1 },
      { path: "a", place: "after", activity: "Z", cases: 34, share: 34 / 37 },
      { path: "a", place: "after", activity: "Q", cases: 3, share: 3 / 37 },
      { path: "b", place: "before", activity: "A", cases: 21, share: 21 / 24 },
      { path: "b", place: "before", activity: "P", cases: 3, share: 3 / 24 },
      { path: "b", place: "after", activity: "(no event)", cases: 24, share: 1 },
    ]);
    expect(found.sentence).toMatch(/^37 % \(28 to 47 %\) of 100 cases take path A \(A → P\) and 24 % \(17 to 33 %\)/);
    expect(found.sentence).toContain("goes along with");
  });

  test("running cases are never counted as fast", () => {
    const states = Uint8Array.from({ length: 100 }, (_, c) => c < 20 ? 1 : 0);
    const found = comparePaths(log, { a: "P", b: "Q", states });
    expect(found.a).toMatchObject({ finished: 17, running: 20, stuck: 0 });
    const open = comparePaths(log, { a: "P", b: "Q", states: new Uint8Array(100).fill(1) });
    expect(open.a.medianSeconds).toBeNaN();
    expect(open.sentence).toContain("Too few finished cases");
    expect(open.sentence).toContain("Running cases are not counted");
  });

  test("equal times are no difference", () => {
    const found = comparePaths(tinyLog("20× A P Z", "20× A Q Z"), { a: "P", b: "Q", states: new Uint8Array(40) });
    expect(found.sentence).toContain("no more than by chance");
    expect(found.p).toBe(1);
  });

  test("a path that nobody takes, one that cases lack, no cases, no times", () => {
    expect(comparePaths(log, { a: "Z → A", b: "never P", states: finished }))
      .toMatchObject({ a: { cases: 0, share: 0 }, b: { cases: 63 }, neither: 37 });
    const none = filterCases(log, () => false);
    expect(comparePaths(none, { a: "A", b: ["P"] }).sentence).toMatch(/^The log has no cases/);
    expect(funnel(none, ["A"]).sentence).toMatch(/^The log has no cases/);
    expect(() => comparePaths(log, { a: "A → Y", b: "P" })).toThrow(/position 5.*found "Y"/);
  });
});

describe("funnel", () => {
  test("reached, dropped, running, late and times, and where the others are", () => {
    const log = tinyLog("5× A B C", "2× A B X", "1× A X", "1× B", "3× A B");
    const states = Uint8Array.from([0, 0, 0, 0, 0, 0, 2, 0, 0, 1, 1, 1]);
    const { steps, wentTo, restAt, sentence } = funnel(log, ["A", "B", "C"], { states });
    const rows = steps.rows();
    expect(rows.map(({ milestone, cases, dropped, stuck, running }) => [milestone, cases, dropped, stuck, running]))
      .toEqual([["A", 11, 1, 0, 0], ["B", 10, 1, 0, 0], ["C", 5, 1, 1, 3]]);
    expect(rows[2]!.ofPrevious).toBeCloseTo(5 / 7, 12);
    expect(rows.map(({ medianSeconds }) => medianSeconds)).toEqual([NaN, 60, 60]);
    expect(wentTo.rows()).toEqual([
      { before: "A", activity: "B", cases: 1, share: 1 },
      { before: "B", activity: "X", cases: 1, share: 1 },
      { before: "C", activity: "X", cases: 2, share: 1 },
    ]);
    expect(restAt.rows().at(-1)).toEqual({ before: "C", activity: "X", cases: 2, share: 1 });
    expect(sentence).toMatch(
      /^42 % \(19 to 68 %\) of 12 cases reach C .* Most are lost before C: 2 cases \(1 ended without it, 1 stuck/,
    );
    expect(sentence).toContain("3 cases still run");
  });

  test("who comes after the limit is late, also who still runs when it is over", () => {
    const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 0, minute));
    const log = logFromRows([
      ...[["fast", "A", 0], ["fast", "B", 5], ["slow", "A", 0], ["slow", "B", 50], ["open", "A", 0]].map(
        ([id, activity, minute]) => ({ case: id, activity, time: at(minute as number) }),
      ),
      { case: "young", activity: "A", time: at(45) },
      { case: "gone", activity: "A", time: at(45) },
    ]);
    const state = Uint8Array.from(log.caseIds, (id) => ["open", "young"].includes(id) ? 1 : 0);
    const steps =
      funnel(log, ["A", { pattern: "B", withinSeconds: 600, name: "B in time" }], { states: { state } }).steps;
    expect(steps.rows()[1]).toMatchObject({ milestone: "B in time", cases: 1, late: 2, running: 1, dropped: 1 });
    expect(() => funnel(log, ["A", { pattern: "B", withinSeconds: 0 }])).toThrow(OptionError);
    expect(() => funnel(log, [{ pattern: "A", withinSeconds: 5 }])).toThrow(/second milestone/);
    expect(() => funnel(log, [])).toThrow(InputError);
  });

  test("every case is counted once at the milestone that it misses, and milestones stand in order", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const log = randomLog({ seed, activities: 4, ties: seed % 4 === 0 });
      const { below } = random(seed);
      const states = Uint8Array.from(log.caseIds, () => below(3));
      const names = ["activity 2", "activity 0", "activity 2"];
      const rows = funnel(log, names, { states }).steps.rows();
      // Brute force: how many milestones a case has as a subsequence.
      const reached = traces(log).map(({ events }) =>
        events.reduce((k, { activity }) => k + (activity === names[k] ? 1 : 0), 0)
      );
      rows.forEach((row, k) => {
        expect(row.cases).toBe(reached.filter((n) => n > k).length);
        for (const [state, name] of (["dropped", "running", "stuck"] as const).entries()) {
          expect(row[name]).toBe(reached.filter((n, c) => n === k && states[c] === state).length);
        }
      });
    }
  });
});
