import { expect, test } from "vitest";
import { checkLogSkeleton } from "../../../src/mining/rules/log_skeleton.ts";
import { discoverLogSkeleton } from "../../../src/mining/discovery/log_skeleton.ts";
import { traceVariants } from "../../../src/mining/variants.ts";
import { logSkeletonFromJson } from "../../../src/models/log_skeleton.ts";
import { randomLog, tinyLog, traces } from "../../support/logs.ts";

interface Row {
  case: string;
  relation: string;
  first: string;
  second: string | null;
  positions: number[];
}

test("a log keeps its own skeleton", () => {
  for (let seed = 1; seed <= 50; seed++) {
    const log = randomLog({ seed, cases: 8 });
    expect(checkLogSkeleton(log, discoverLogSkeleton(log))).toMatchObject({ logFitness: 1, fittingShare: 1 });
  }
});

test("a case breaks a relation exactly where its definition says so", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const skeleton = discoverLogSkeleton(randomLog({ seed, cases: 5, activities: 4 }));
    const log = randomLog({ seed: seed + 1000, cases: 10, activities: 5 });
    const expected = new Set<string>();
    for (const { id, events } of traces(log)) {
      const word = events.map(({ activity }) => activity);
      const times = (a: string) => word.filter((name) => name === a).length;
      const tell = (
        relation: string,
        pairs: readonly (readonly [string, string])[],
        breaks: (
          i: number,
          b: string,
        ) => boolean,
      ) => {
        for (const [a, b] of pairs) {
          const positions = word.flatMap((name, i) => name === a && breaks(i, b) ? [i + 1] : []);
          if (positions.length > 0) expected.add([id, relation, a, b, positions].join());
        }
      };
      tell("equivalence", skeleton.equivalence, (i, b) => times(word[i]!) !== times(b));
      tell("neverTogether", skeleton.neverTogether, (_, b) => word.includes(b));
      tell("alwaysAfter", skeleton.alwaysAfter, (i, b) => !word.slice(i + 1).includes(b));
      tell("alwaysBefore", skeleton.alwaysBefore, (i, b) => !word.slice(0, i).includes(b));
      tell("directlyFollows", skeleton.directlyFollows, (i, b) => word[i + 1] !== b);
      for (const name of new Set([...skeleton.activities, ...word])) {
        if (times(name) === 0 && !skeleton.activities.includes(name)) continue;
        if (skeleton.frequencies[name]?.includes(times(name))) continue;
        expected.add([id, "frequency", name, "", word.flatMap((one, i) => one === name ? [i + 1] : [])].join());
      }
    }
    const found = (checkLogSkeleton(log, skeleton).deviations.objects() as Row[])
      .map((row) => [row.case, row.relation, row.first, row.second ?? "", row.positions].join());
    expect(new Set(found)).toEqual(expected);
    expect(found.length).toBe(expected.size);
  }
});

test("deviations are named, case by case", () => {
  const skeleton = logSkeletonFromJson({
    frequencies: { register: [1], check: [1, 2], decide: [1] },
    alwaysAfter: [["check", "decide"]],
    equivalence: [["register", "decide"]],
  });
  const check = checkLogSkeleton(tinyLog("register check decide", "register decide check", "register phone"), skeleton);
  expect(check.perCase.objects()).toEqual([
    { case: "0001", asked: 5, broken: 0, fitness: 1 },
    { case: "0002", asked: 5, broken: 1, fitness: 0.8 },
    { case: "0003", asked: 5, broken: 4, fitness: 1 - 4 / 5 },
  ]);
  expect(check.deviations.array("deviation")).toEqual([
    "check is not followed by decide",
    "phone is not known",
    "register occurs once, decide never",
    "check does not occur, where 1 or 2 is expected",
    "decide does not occur, where 1 is expected",
  ]);
  const twice = checkLogSkeleton(tinyLog("register register check decide"), skeleton);
  expect(twice.deviations.objects()).toMatchObject([
    { relation: "equivalence", deviation: "register occurs 2 times, decide once", positions: [1, 2] },
    { relation: "frequency", deviation: "register occurs 2 times, where 1 is expected", positions: [1, 2] },
  ]);
  expect(check.logFitness).toBeCloseTo((1 + 0.8 + 0.2) / 3, 12);
  const byVariant = checkLogSkeleton(traceVariants(tinyLog("2× register check decide", "register decide")), skeleton);
  expect(byVariant).toMatchObject({ cases: 3, fittingShare: 2 / 3 });
  expect(byVariant.deviations.objects()).toMatchObject([{
    variant: 2,
    cases: 1,
    relation: "frequency",
    first: "check",
  }]);
  expect(String(byVariant)).toContain("check does not occur, where 1 or 2 is expected: 1 case");
});

test("a skeleton of another process is an error", () => {
  expect(() => checkLogSkeleton(tinyLog("x"), discoverLogSkeleton(tinyLog("a b")))).toThrow("no activity in common");
});
