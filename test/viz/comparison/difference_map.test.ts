import { expect, test } from "vitest";
import { compareGroups } from "../../../src/mining/comparison/compare_groups.ts";
import { compareLogs } from "../../../src/mining/comparison/compare_logs.ts";
import { viewDifferenceMap } from "../../../src/viz/comparison/difference_map.ts";
import { groupColours } from "../../../src/viz/comparison/difference_colours.ts";
import { randomLog, tinyLog } from "../../support/logs.ts";
import { plantedGroups } from "../../support/planted_groups.ts";
import { gallery } from "../golden.ts";

const regions = () =>
  compareGroups(plantedGroups({ seed: 1, cases: 600, checksInSouth: 0.6 }), {
    by: "region",
    groups: ["South", "North"],
  });

gallery("difference map: two regions", () => viewDifferenceMap(regions()));
gallery(
  "difference map: paths of one group only",
  () =>
    viewDifferenceMap(
      compareLogs(tinyLog("30× a b d", "10× a c d"), tinyLog("30× a b d", "20× a e a d"), { names: ["old", "new"] }),
    ),
);

test("what more cases of the first group do is blue, of the second orange, what may be chance neither", () => {
  const onlyB = viewDifferenceMap(compareLogs(tinyLog("40× a c"), tinyLog("40× a b c"))).parts.svg;
  expect(onlyB).toContain(groupColours.a);
  const edge = (svg: string, colour: string) => svg.split("data-edge").filter((part) => part.includes(colour)).length;
  expect(edge(onlyB, `stroke:${groupColours.b}`)).toBe(2);
  expect(edge(onlyB, `stroke:${groupColours.a}`)).toBe(1);
  const same = viewDifferenceMap(compareLogs(tinyLog("40× a b"), tinyLog("40× a b"))).parts.svg;
  expect(edge(same, `stroke:${groupColours.a}`) + edge(same, `stroke:${groupColours.b}`)).toBe(0);
});

test("the table holds every step, starts and ends with it, however few are drawn", () => {
  const found = compareLogs(
    randomLog({ seed: 3, cases: 80, activities: 12 }),
    randomLog({ seed: 4, cases: 80, activities: 12 }),
  );
  const { parts } = viewDifferenceMap(found, { activities: 4 });
  expect(parts.table.rows).toHaveLength(found.edges.numRows() + found.starts.numRows() + found.ends.numRows());
  expect(parts.caption).toMatch(/\d+ are drawn, between the \d+ most frequent of 12 activities/);
});

test("options out of range are errors", () => {
  expect(() => viewDifferenceMap(regions(), { activities: 0 })).toThrow(
    /Expected activities to be a whole number from 1/,
  );
});
