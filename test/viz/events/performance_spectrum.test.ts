import { expect, test } from "vitest";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { passagesOf } from "../../../src/mining/spectrum/passages.ts";
import { viewPerformanceSpectrum } from "../../../src/viz/events/performance_spectrum.ts";
import { spectrumBins } from "../../../src/viz/events/spectrum_bins.ts";
import { spectrumLines } from "../../../src/viz/events/spectrum_lines.ts";
import { binInWords, binWidth, timeBins } from "../../../src/viz/events/time_bins.ts";
import { changingLog } from "../../support/changing_log.ts";
import { largeLog } from "../../support/large_log.ts";
import { randomLog, tinyLog } from "../../support/logs.ts";
import { random } from "../../support/random.ts";
import { gallery } from "../golden.ts";

const HOUR = 3_600_000, DAY = 24 * HOUR;

/** A queue in order, then a batch a week, then a step that takes the same time for all. */
function batches() {
  return logFromRows(
    Array.from({ length: 80 }, (_, c) => {
      const begun = Date.UTC(2026, 0, 5) + c * 9 * HOUR, served = begun + (2 + c % 5) * HOUR;
      const sent = Math.ceil(served / (7 * DAY)) * 7 * DAY;
      return [["Receive", begun], ["Check what was received", served], ["Send", sent], ["Archive", sent + DAY]]
        .map(([activity, time]) => ({ case: `c${c}`, activity, time: new Date(time as number) }));
    }).flat(),
    { name: "batches" },
  );
}

gallery("performance spectrum: queue, batch and equal times", () => viewPerformanceSpectrum(batches()));
gallery(
  "performance spectrum: bars of what is under way",
  () => viewPerformanceSpectrum(changingLog({ seed: 2, cases: 400 }), { show: "bars", count: "pending" }),
);
gallery(
  "performance spectrum: a path that nobody takes",
  () => viewPerformanceSpectrum(tinyLog("2× a b"), { path: ["b", "a"] }),
);
gallery("performance spectrum: one passage without time", () => {
  const time = new Date(0);
  return viewPerformanceSpectrum(logFromRows([{ case: "1", activity: "a", time }, { case: "1", activity: "b", time }]));
});

test("bins count what begins, ends and is under way in them", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const log = randomLog({ seed, activities: 2, cases: 60 });
    const passages = passagesOf(log, 0, 1, "eventually");
    const { begun, ended, classes } = passages;
    const edges = timeBins(Math.min(...begun), Math.max(...ended), 4 + seed % 20);
    const inside = {
      begun: (i: number, from: number, to: number) => begun[i]! >= from && begun[i]! < to,
      ended: (i: number, from: number, to: number) => ended[i]! >= from && ended[i]! < to,
      pending: (i: number, from: number, to: number) => begun[i]! < to && ended[i]! >= from,
    };
    for (const what of ["begun", "ended", "pending"] as const) {
      const bins = spectrumBins(passages, edges, what);
      const brute = edges.slice(1).map((to, b) =>
        [0, 1, 2, 3, 4].map((k) =>
          Array.from(begun, (_, i) => i).filter((i) => classes[i] === k && inside[what](i, edges[b]!, to)).length
        )
      );
      expect(bins.map(({ counts }) => [...counts])).toEqual(brute);
      expect(bins.map(({ total }) => total)).toEqual(brute.map((own) => own.reduce((a, b) => a + b, 0)));
    }
  }
});

test("bins of time have round edges, are no more than asked for, and hold both ends", () => {
  const { next, below } = random(6);
  for (let round = 0; round < 300; round++) {
    const from = Math.floor(next() * 1.8e12), to = from + Math.floor(10 ** (next() * 12.5)), most = 8 + below(80);
    const edges = timeBins(from, to, most);
    expect(edges.length - 1).toBeLessThanOrEqual(most);
    expect(edges[0]! <= from && to < edges.at(-1)!).toBe(true);
    expect(edges.slice(1).every((edge, i) => edge > edges[i]!)).toBe(true);
    // Not far too few either, but for the long steps from one round size to the next.
    if (to - from > most) expect(edges.length - 1).toBeGreaterThan(most / 5 - 1);
  }
  const day = Date.UTC(2026, 0, 5);
  expect(binInWords(day, day + 7 * DAY)).toBe("2026-01-05 to 2026-01-11");
  expect(binInWords(day, day + DAY)).toBe("2026-01-05");
  expect(binInWords(Date.UTC(2026, 1, 1), Date.UTC(2026, 2, 1))).toBe("2026-02");
  expect(binWidth([Date.UTC(2026, 1, 1), Date.UTC(2026, 4, 1)])).toBe("3 months");
  expect(binWidth([Date.UTC(2026, 0, 1), Date.UTC(2028, 0, 1)])).toBe("2 years");
  expect(binWidth([day, day + 7 * DAY])).toBe("7 d");
  expect(binInWords(day + 8 * HOUR, day + 9 * HOUR)).toBe("2026-01-05 08:00 to 09:00");
});

test("each passage is on a line between the pixels of its begin and its end", () => {
  const passages = passagesOf(randomLog({ seed: 3, activities: 2, cases: 80 }), 0, 1, "eventually");
  const at = (time: number) => (time - passages.begun[0]!) / 1e10 * 700;
  for (const step of [1, 3]) {
    const { paths, lines, most } = spectrumLines(passages, at, 50, step);
    const drawn = paths.flatMap((d, k) => {
      let x = 0, y = 0;
      return [...d.matchAll(/([Mml])(-?\d+) (-?\d+)/g)].flatMap(([, letter, dx, dy]) => {
        const begin = x;
        x = Number(dx) + (letter === "M" ? 0 : x);
        y = Number(dy) + (letter === "M" ? 0 : y);
        expect(y).toBe(letter === "l" ? 50 : 0);
        return letter === "l" ? [`${k} ${begin} ${x}`] : [];
      });
    });
    const round = (time: number) => Math.round(at(time) / step) * step;
    const brute = Array.from(
      passages.begun,
      (time, i) => `${passages.classes[i]} ${round(time)} ${round(passages.ended[i]!)}`,
    );
    expect(drawn.toSorted()).toEqual([...new Set(brute)].sort());
    expect(lines).toBe(drawn.length);
    expect(most).toBe(Math.max(...drawn.map((line) => brute.filter((own) => own === line).length)));
  }
});

test("few passages are lines, many are bars", () => {
  expect(viewPerformanceSpectrum(tinyLog("9× a b c")).parts.caption).toContain("A line goes");
  expect(viewPerformanceSpectrum(largeLog(30_000)).parts.caption).toContain(
    "A bar counts the passages that begin in it",
  );
});

test("options are checked", () => {
  expect(() => viewPerformanceSpectrum(tinyLog("a b"), { show: "dots" as "bars" })).toThrow(/but found "dots"/);
  expect(() => viewPerformanceSpectrum(tinyLog("a b"), { count: "all" as "begun" })).toThrow(/but found "all"/);
});
