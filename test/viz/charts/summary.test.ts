import { expect, test } from "vitest";
import { binTimes } from "../../../src/viz/charts/summary_picture.ts";
import { viewSummary } from "../../../src/viz/charts/summary.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { randomLog, tinyLog } from "../../support/logs.ts";
import { random } from "../../support/random.ts";
import { gallery } from "../golden.ts";
import { deskLog } from "./interactions.ts";

gallery("summary of an event log", () => viewSummary(randomLog({ seed: 2, cases: 120 })));
gallery("summary of an interaction log", async () => viewSummary(await deskLog({ seed: 3 })));

test("bins of time hold every event once, between round edges", () => {
  const { below, next } = random(6);
  for (let round = 0; round < 200; round++) {
    const span = 10 ** (1 + below(11));
    const times = Float64Array.from({ length: 1 + below(60) }, () => Date.UTC(2026, 0, 5) + Math.floor(next() * span));
    const { edges, counts } = binTimes(times)!;
    const brute = edges.slice(1).map((edge, i) => times.filter((time) => time >= edges[i]! && time < edge).length);
    expect([...counts]).toEqual(brute);
    expect(brute.reduce((sum, n) => sum + n, 0)).toBe(times.length);
    expect(counts.length).toBeLessThan(260);
  }
});

test("the numbers are the log's", () => {
  const text = viewSummary(tinyLog("4× a b c", "1× a c")).toString();
  expect(text).toMatch(/cases +5\nevents +14\nactivities +3\nvariants +2/);
  expect(text).toMatch(/first activity of cases\n +a +5 +100 %/);
});

test("a log without events has a figure", () => {
  expect(viewSummary(logFromRows([])).toString()).toContain("No events.");
});
