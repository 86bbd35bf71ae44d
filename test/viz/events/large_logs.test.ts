// @slow: draws logs of hundreds of thousands of events
/** Pictures of single events stay within what a notebook carries, whatever the log. */
import { expect, test } from "vitest";
import { viewDots } from "../../../src/viz/events/dotted_chart.ts";
import { viewPerformanceSpectrum } from "../../../src/viz/events/performance_spectrum.ts";
import { outputBytes } from "../../../src/viz/figure/figure_html.ts";
import type { Figure } from "../../../src/viz/figure/figure.ts";
import { largeLog } from "../../support/large_log.ts";

/** Interactive, with the picture for phones, and with the whole table. */
function expectFits(figure: Figure) {
  const html = figure.toHTML();
  const bytes = new TextEncoder().encode(html).length;
  expect([bytes > 20_000, bytes <= outputBytes]).toEqual([true, true]);
  expect(html).not.toMatch(/Too large|The first \d+ of/);
  expect((figure.parts.data as { phone?: string }).phone).toBeDefined();
}

for (const noise of [false, true]) {
  const kind = noise ? "a log of noise" : "a log of usual cases";
  const log = largeLog(250_000, { noise });

  test(`dotted charts of ${kind}`, () => {
    for (const x of ["time", "age", "position", "week"] as const) expectFits(viewDots(log, { x }));
  });

  test(`performance spectra of ${kind}`, () => {
    const path = ["receive", "check", "enter", "approve", "send", "pay", "close", "receive", "write", "close", "pay"];
    for (const show of ["lines", "bars"] as const) {
      expectFits(viewPerformanceSpectrum(log, { show }));
      expectFits(viewPerformanceSpectrum(log, { show, path, count: "pending", steps: "eventually" }));
    }
  });
}

test("a log is drawn in about the time that its events take to be counted", () => {
  const log = largeLog(500_000);
  for (const view of [() => viewDots(log), () => viewPerformanceSpectrum(log)]) {
    view();
    const begun = performance.now();
    view();
    // A tenth of it on an idle machine.
    expect(performance.now() - begun).toBeLessThan(5000);
  }
});
