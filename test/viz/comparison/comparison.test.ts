import { expect, test } from "vitest";
import { compareGroups } from "../../../src/mining/comparison/compare_groups.ts";
import { compareLogs } from "../../../src/mining/comparison/compare_logs.ts";
import { viewComparison } from "../../../src/viz/comparison/comparison.ts";
import { tinyLog } from "../../support/logs.ts";
import { plantedGroups } from "../../support/planted_groups.ts";
import { gallery } from "../golden.ts";

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

test("options out of range are errors", () => {
  expect(() => viewComparison(regions(), { top: 0 })).toThrow(/Expected top to be a whole number from 1 to 40/);
});
