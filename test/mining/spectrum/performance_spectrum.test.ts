import { expect, test } from "vitest";
import { InputError, OptionError } from "../../../src/base/errors.ts";
import { quantile } from "../../../src/base/statistics/summary.ts";
import type { EventLog } from "../../../src/log/events/event_log.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { performanceSpectrum } from "../../../src/mining/spectrum/performance_spectrum.ts";
import { type PassageSteps, USUAL } from "../../../src/mining/spectrum/passages.ts";
import { randomLog, tinyLog, traces } from "../../support/logs.ts";

/** Passages as the definition has them, case by case: the nearest `a` before each `b` with neither in between. */
function brutePassages(log: EventLog, from: string, to: string, steps: PassageSteps): [number, number][] {
  const found: [number, number][] = [];
  for (const { events } of traces(log)) {
    events.forEach((end, j) => {
      if (end.activity !== to) return;
      for (let i = j - 1; i >= 0; i--) {
        if (events[i]!.activity === from) {
          found.push([events[i]!.time, end.time]);
          return;
        }
        if (steps === "directly" || events[i]!.activity === to) return;
      }
    });
  }
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

test("passages, quartiles, classes and overtaking are those of brute force", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const log = randomLog({ seed, activities: 3, ties: seed % 3 === 0 });
    const [a, b, c] = log.activities as [string, string, string];
    for (const steps of ["directly", "eventually"] as const) {
      const { segments, table } = performanceSpectrum(log, { path: [a, b, b, c], steps });
      table.rows().forEach((row, k) => {
        const brute = brutePassages(log, row.from, row.to, steps);
        const { begun, ended, classes, overtaken } = segments[k]!;
        expect(Array.from(begun, (time, i) => [time, ended[i]!]).sort((p, q) => p[0]! - q[0]! || p[1]! - q[1]!))
          .toEqual(brute);
        expect([...begun]).toEqual([...begun].sort((p, q) => p - q));
        const seconds = brute.map(([p, q]) => (q - p) / 1000).sort((p, q) => p - q);
        expect([row.passages, row.medianSeconds]).toEqual([brute.length, quantile(seconds, 0.5)]);
        const late = brute.filter(([p, q]) => brute.some(([p2, q2]) => p2 > p && q2 < q)).length;
        expect(overtaken).toBe(late);
        const edges = [0.25, 0.5, 0.75].map((share) => quantile(seconds, share));
        const wrong = Array.from(classes).filter((own, i) => {
          const took = (ended[i]! - begun[i]!) / 1000;
          if (edges[0] === edges[2] && took === edges[0]) return own !== USUAL;
          return own !== edges.filter((edge) => took > edge).length;
        });
        expect(wrong).toEqual([]);
      });
    }
  }
});

const HOUR = 3_600_000;

/** Cases of two events: hours at which each begins and ends. */
function twoSteps(hours: readonly (readonly [number, number])[]) {
  return logFromRows(hours.flatMap(([begin, end], c) => [
    { case: `c${c}`, activity: "a", time: new Date(begin * HOUR) },
    { case: `c${c}`, activity: "b", time: new Date(end * HOUR) },
  ]));
}

test("a queue that serves in order overtakes nobody, a stack all but the last", () => {
  const queue = twoSteps(Array.from({ length: 20 }, (_, i) => [i, 30 + i]));
  expect(performanceSpectrum(queue).table.rows()[0]!.overtakenShare).toBe(0);
  expect(performanceSpectrum(queue).sentence).toContain("None is overtaken");
  const stack = twoSteps(Array.from({ length: 20 }, (_, i) => [i, 80 - i]));
  expect(performanceSpectrum(stack).table.rows()[0]!.overtakenShare).toBe(0.95);
  const batch = twoSteps(Array.from({ length: 20 }, (_, i) => [i, 80]));
  expect(performanceSpectrum(batch).table.rows()[0]!.overtakenShare).toBe(0);
});

test("equal times throughout: all take as long as usual", () => {
  const { segments, sentence } = performanceSpectrum(twoSteps(Array.from({ length: 12 }, (_, i) => [i, i + 2])));
  expect([...segments[0]!.classes]).toEqual(Array(12).fill(USUAL));
  expect(sentence).toBe(
    '"a" to "b": 2 h in the median of 12 passages. None is overtaken by one that began later: ' +
      "they leave in the order in which they came.",
  );
});

test("the path is the most frequent variant's; in a log without a usual one the most frequent way", () => {
  expect(performanceSpectrum(tinyLog("5× a", "3× a b c", "2× a c")).path).toEqual(["a", "b", "c"]);
  const varied = Array.from({ length: 60 }, (_, i) => `a b c ${"x ".repeat(i)}d`.trim());
  const { path, chosen } = performanceSpectrum(tinyLog(...varied));
  expect(path.slice(0, 3)).toEqual(["a", "b", "c"]);
  expect(chosen).toContain("most frequent successor");
  const long = Array.from({ length: 20 }, (_, i) => String.fromCharCode(97 + i)).join(" ");
  expect(performanceSpectrum(tinyLog(long)).path).toHaveLength(12);
  expect(performanceSpectrum(tinyLog(long)).chosen).toContain("up to its activity 12");
});

test("events ordered by start: passages whose end has the earlier time are counted, and not drawn", () => {
  const rows = [[0, 9], [1, 4], [2, 12]].flatMap(([start, end], i) => [{
    case: "1",
    activity: "abc"[i]!,
    start: new Date(start! * HOUR),
    time: new Date(end! * HOUR),
  }]);
  const log = logFromRows(rows, { orderBy: "start" });
  const { backwards, table } = performanceSpectrum(log, { path: ["a", "b", "c"] });
  expect([backwards, ...table.rows().map(({ passages }) => passages)]).toEqual([1, 0, 1]);
});

test("few passages are not read as usual times; none is said to be none", () => {
  expect(performanceSpectrum(tinyLog("3× a b")).sentence).toMatch(/At most 3 passages .* too few/);
  expect(performanceSpectrum(tinyLog("3× a b"), { path: ["b", "a"] }).sentence).toBe("No case passes along this path.");
});

test("what cannot be is an error that says what to do", () => {
  expect(() => performanceSpectrum(logFromRows([]))).toThrow(/the log has no cases/);
  expect(() => performanceSpectrum(tinyLog("4× a"))).toThrow(/all cases have one event/);
  expect(() => performanceSpectrum(tinyLog("a b"), { path: ["a"] })).toThrow(OptionError);
  expect(() => performanceSpectrum(tinyLog("approve pay"), { path: ["aprove", "pay"] })).toThrow(InputError);
  expect(() => performanceSpectrum(tinyLog("a b"), { steps: "soon" as "directly" })).toThrow(
    /directly or eventually but found "soon"/,
  );
});
