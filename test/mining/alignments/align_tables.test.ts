import { expect, test } from "vitest";
import {
  alignmentActivities,
  alignmentCases,
  alignmentDeviations,
} from "../../../src/mining/alignments/align_tables.ts";
import { alignTracesSync } from "../../../src/mining/alignments/align_traces.ts";
import { filterVariants } from "../../../src/mining/filter_variants.ts";
import { traceVariants } from "../../../src/mining/variants.ts";
import { treeToNet } from "../../../src/models/convert/tree_to_net.ts";
import { parseProcessTree } from "../../../src/models/parse_tree.ts";
import { tinyLog } from "../../support/logs.ts";

const net = treeToNet(parseProcessTree("->( 'a', 'b', 'c', 'd' )"));
const log = tinyLog("2× a b c d", "a d c", "b c d a x");
const alignments = alignTracesSync(log, net);

test("cases, in the order of the log", () => {
  expect(alignmentCases(log, alignments).objects()).toMatchObject([
    {
      case: "0001",
      events: 4,
      cost: 0,
      fitness: 1,
      fits: true,
      synchronous: 4,
      inserted: 0,
      skipped: 0,
      outOfPlace: 0,
    },
    { case: "0002", fits: true },
    {
      case: "0003",
      events: 3,
      cost: 3,
      fitness: 1 - 3 / 7,
      fits: false,
      synchronous: 2,
      inserted: 1,
      skipped: 2,
      outOfPlace: 1,
    },
    {
      case: "0004",
      events: 5,
      cost: 3,
      synchronous: 3,
      inserted: 2,
      skipped: 1,
      outOfPlace: 1,
      lowerBound: 3,
      optimal: true,
    },
  ]);
});

test("variants, where only these are known", () => {
  expect(alignmentCases(traceVariants(log), alignments).objects()).toMatchObject([
    { variant: 1, cases: 2, cost: 0 },
    { variant: 2, cases: 1, cost: 3 },
    { variant: 3, cases: 1, cost: 3 },
  ]);
});

test("activities, most deviations first", () => {
  const rows = alignmentActivities(alignments).objects() as { activity: string; skipped: number; inserted: number }[];
  expect(rows.find(({ activity }) => activity === "a")).toEqual({
    activity: "a",
    synchronous: 3,
    skipped: 1,
    inserted: 1,
    casesSkipped: 1,
    casesInserted: 1,
    casesOutOfPlace: 1,
    fittingShare: 3 / 5,
  });
  expect(rows.find(({ activity }) => activity === "x")).toMatchObject({ synchronous: 0, inserted: 1, fittingShare: 0 });
  const deviations = rows.map(({ skipped, inserted }) => skipped + inserted);
  expect(deviations).toEqual(deviations.toSorted((a, b) => b - a));
  expect(deviations.reduce((sum, n) => sum + n)).toBe(alignments.totalCost);
});

test("single deviations, with their places", () => {
  const rows = alignmentDeviations(log, alignments).objects();
  expect(rows).toHaveLength(alignments.totalCost);
  expect(rows.filter((row) => (row as { case: string }).case === "0004")).toEqual([
    { case: "0004", activity: "a", deviation: "skipped", position: 1 },
    { case: "0004", activity: "a", deviation: "inserted", position: 4 },
    { case: "0004", activity: "x", deviation: "inserted", position: 5 },
  ]);
});

test("a filtered log takes its rows from the alignments of the whole", () => {
  const part = filterVariants(log, { top: 1 });
  expect(alignmentCases(part, alignments).array("case")).toEqual(["0001", "0002"]);
  expect(() => alignmentCases(tinyLog("a a"), alignments)).toThrow(/a case that was not aligned: "a", "a"/);
});
