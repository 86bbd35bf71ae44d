import { expect, test } from "vitest";
import { InputError, OptionError } from "../../../src/base/errors.ts";
import { viewDrift } from "../../../src/viz/change/drift.ts";
import { viewSeasonality } from "../../../src/viz/change/seasonality.ts";
import { viewWorkInProgress } from "../../../src/viz/change/work_in_progress.ts";
import { viewSurvival } from "../../../src/viz/outcomes/survival.ts";
import { changingLog } from "../../support/changing_log.ts";
import { tinyLog } from "../../support/logs.ts";
import { gallery } from "../golden.ts";

const changed = () => changingLog({ seed: 2, cases: 300, change: { from: 150, check: 0.05, hours: 12 } });

gallery("drift: the order and the times change", () => viewDrift(changed()));
gallery("drift: no change", () => viewDrift(tinyLog("40× a b")));
gallery("work in progress: by day", () => viewWorkInProgress(changed(), { every: "day" }));
gallery("seasonality: arrivals", () => viewSeasonality(changed(), { of: "arrivals", timeZone: "Europe/Berlin" }));
gallery("survival: all cases", () => viewSurvival(changed()));
gallery("survival: nothing ever ended", () => viewSurvival(tinyLog("10× a b"), { ends: [] }));

test("a change has its date, what it is of, and the figures before and after it", () => {
  const { parts } = viewDrift(changed());
  const [first] = parts.table.rows;
  expect(parts.table.columns).toEqual(["when", "of", "p", "what", "before", "after"]);
  expect(first![0]).toMatch(/^2026-01-\d\d$/);
  expect(parts.svg).toContain("register → decide");
  expect(parts.caption).toContain("1 % would show one");
});

test("without a change the picture says so in words", () => {
  expect(viewDrift(tinyLog("40× a b")).toString()).toContain("No change was found");
});

test("a curve says how many are still open and watched at each age", () => {
  const svg = viewSurvival(changed()).toSVG();
  expect(svg).toContain("half have ended after");
  expect(svg).toMatch(/watched so long\t[\d,]+ case/);
});

test("options out of range are refused", () => {
  expect(() => viewDrift(tinyLog("a"), { top: 0 })).toThrow(InputError);
  expect(() => viewSurvival(tinyLog("a"), { top: 100 })).toThrow(InputError);
  expect(() => viewWorkInProgress(tinyLog("a"), { every: "year" as "day" })).toThrow(OptionError);
});

test("pictures of long logs stay within what an output may carry", () => {
  const log = changingLog({ seed: 1, cases: 4000 });
  for (const view of [viewSurvival(log), viewWorkInProgress(log), viewSeasonality(log)]) {
    expect(view.toHTML().length).toBeLessThan(300_000);
  }
});
