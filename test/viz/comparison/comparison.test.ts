import { expect, test } from "vitest";
import { compareGroups } from "../../../src/mining/comparison/compare_groups.ts";
import { compareLogs } from "../../../src/mining/comparison/compare_logs.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { factorsOf } from "../../../src/mining/factors/factors_of.ts";
import { viewDifferenceMap } from "../../../src/viz/comparison/difference_map.ts";
import { viewFactors } from "../../../src/viz/comparison/factors.ts";
import { viewComparison } from "../../../src/viz/comparison/comparison.ts";
import { tinyLog } from "../../support/logs.ts";
import { plantedGroups } from "../../support/planted_groups.ts";
import { expectWellFormed, gallery } from "../golden.ts";

const regions = () =>
  compareGroups(plantedGroups({ seed: 1, cases: 600, checksInSouth: 0.6, slowTeam: 1.5 }), {
    by: "region",
    groups: ["South", "North"],
  });

gallery("comparison: two regions", () => viewComparison(regions(), { top: 6 }));
gallery(
  "comparison: one case against others, with long names",
  () =>
    viewComparison(
      compareLogs(tinyLog("a b"), tinyLog("30× a an-activity-of-a-very-long-name-that-nobody-can-read-at-once c"), {
        names: ["a group with a name of many words that takes its room", "the others"],
      }),
    ),
);

test("the table holds every row, and the picture says how many it leaves out", () => {
  const found = regions();
  const { parts } = viewComparison(found, { top: 3 });
  const rows = (["figures", "activities", "edges", "variants", "times"] as const)
    .reduce((sum, kind) => sum + found[kind].numRows(), 0);
  expect(parts.table.rows).toHaveLength(rows);
  expect(parts.svg).toContain(`${found.edges.numRows() - 3} more in the table`);
  expect(parts.caption).toContain("Differences are those of South less North");
});

test("what may be chance is pale", () => {
  const same = viewComparison(compareLogs(tinyLog("20× a b", "20× a"), tinyLog("20× a b", "20× a"))).parts.svg;
  expect(same.match(/<g class="tbd-pale">/g)!.length).toBe(same.match(/<title>/g)!.length);
  expect(viewComparison(regions()).parts.svg).toMatch(/<g><title>check/);
});

test("names of any letters stay text in every picture", () => {
  const rows = (activity: string, from: number) =>
    Array.from({ length: 30 }, (_, c) => [
      { case: `${from + c}`, activity: "a\tb\nc", time: new Date(Date.UTC(2026, 0, 1, c)), "<i>&": activity },
      { case: `${from + c}`, activity, time: new Date(Date.UTC(2026, 0, 2, c)), "<i>&": activity },
    ]).flat();
  const log = logFromRows([...rows("<script>&\"'", 100), ...rows("\u0007😀 שלום", 200)], {
    mapping: { case: "case", activity: "activity", timestamp: "time" },
  });
  const found = compareGroups(log, { by: "<i>&" });
  const factors = factorsOf(log, { outcome: (c) => c % 3 === 0 || c < 20, name: "<b>" });
  for (const figure of [viewComparison(found), viewDifferenceMap(found), viewFactors(factors)]) {
    expectWellFormed(figure.toSVG());
    expect(figure.toHTML({ script: false })).not.toContain("<script>&");
  }
});

test("options out of range are errors", () => {
  expect(() => viewComparison(regions(), { top: 0 })).toThrow(/Expected top to be a whole number from 1 to 40/);
});
