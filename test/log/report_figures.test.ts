import { beforeEach, expect, test } from "vitest";
import { HANDED_FIGURES, type HandedFigures, reportFigures } from "../../src/log/report_figures.ts";
import { logFromRows } from "../../src/log/from_rows.ts";
import { OptionError } from "../../src/base/errors.ts";

const place = globalThis as { [HANDED_FIGURES]?: HandedFigures };
beforeEach(() => {
  delete place[HANDED_FIGURES];
});

test("figures keep their units and their order; a later one stands for the one before", () => {
  reportFigures({ "Cases": 12, "Median": { seconds: 60 }, "Idle": { share: null } });
  reportFigures({ "Cases": 13, "Unknown": { seconds: NaN }, "None": null });
  expect(place[HANDED_FIGURES]).toEqual({
    figures: [
      { name: "Median", unit: "seconds", value: 60 },
      { name: "Idle", unit: "share", value: null },
      { name: "Cases", unit: "count", value: 13 },
      { name: "Unknown", unit: "seconds", value: null },
      { name: "None", unit: "count", value: null },
    ],
  });
});

test("the period is that in which cases began, and one stray case does not widen it", () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  const log = logFromRows(
    [1, ...Array.from({ length: 60 }, (_, i) => 100 + i % 20)].flatMap((day, c) => [
      { case: `${c}`, activity: "a", time: at(day) },
      { case: `${c}`, activity: "b", time: at(day + 300) },
    ]),
  );
  reportFigures({ "Cases": log.cases }, { of: log });
  const [from, to] = place[HANDED_FIGURES]!.period!;
  expect(from).toBeGreaterThanOrEqual(at(100).getTime());
  expect(to).toBeLessThanOrEqual(at(119).getTime());
});

test("what is no figure is an error that names it", () => {
  expect(() => reportFigures({ "Cases": "12" as never })).toThrow(OptionError);
  expect(() => reportFigures({ "Cases": "12" as never })).toThrow(/"Cases" to be a number, \{ seconds: … \}/);
});
