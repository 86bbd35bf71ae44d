import { expect, test } from "vitest";
import { randomStream } from "../../../src/base/random.ts";
import { factorsOf } from "../../../src/mining/factors/factors_of.ts";
import { caseDurations } from "../../../src/mining/performance/throughput.ts";
import { viewFactors } from "../../../src/viz/comparison/factors.ts";
import { plantedGroups } from "../../support/planted_groups.ts";
import { gallery } from "../golden.ts";

const slow = () => {
  const log = plantedGroups({ seed: 1, cases: 600, slowTeam: 1.6 });
  const seconds = caseDurations(log);
  return factorsOf(log, { outcome: (c) => seconds[c]! > 5.5 * 86_400, name: "longer than 5.5 days" });
};
const chance = () => {
  const log = plantedGroups({ seed: 2, cases: 200 });
  const random = randomStream(2, "chance");
  return factorsOf(log, { outcome: log.caseIds.map(() => random() < 0.2) });
};

gallery("factors: a slow team", () => viewFactors(slow()));
gallery("factors: nothing but chance", () => viewFactors(chance()));

test("the table holds every factor; those that say the same as another are not drawn", () => {
  const found = slow();
  const { parts } = viewFactors(found);
  expect(parts.table.rows).toHaveLength(found.factors.numRows());
  const told = found.factors.rows().filter(({ sameAs }) => sameAs !== null);
  expect(told.filter(({ column, value }) => parts.svg.includes(`<title>${column} = ${value}`))).toEqual([]);
  expect(parts.svg).toContain("<title>team = Blue");
});

test("a tree that is no better than chance is not drawn", () => {
  expect(viewFactors(slow()).parts.svg).toContain(">Tree<");
  const { svg, caption } = viewFactors(chance()).parts;
  expect(svg).not.toContain(">Tree<");
  expect(caption).toContain("none of these is more than chance would have it");
});

test("options out of range are errors", () => {
  expect(() => viewFactors(chance(), { top: 99 })).toThrow(/Expected top to be a whole number from 1 to 40/);
});
