import { expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { directlyFollows } from "../../../src/mining/directly_follows.ts";
import { filterDfg } from "../../../src/mining/discovery/filter_dfg.ts";
import type { Dfg } from "../../../src/models/dfg.ts";
import { randomLog, tinyLog } from "../../support/logs.ts";

/** Edges by name, with starts and ends. */
function steps({ activities, starts, ends, edges }: Dfg): Map<string, number> {
  return new Map([
    ...edges.map(({ from, to, count }) => [`${activities[from]} → ${activities[to]}`, count] as const),
    ...activities.flatMap((name, a) => starts[a]! > 0 ? [[`start → ${name}`, starts[a]!] as const] : []),
    ...activities.flatMap((name, a) => ends[a]! > 0 ? [[`${name} → end`, ends[a]!] as const] : []),
  ]);
}

/** Names met from one, over steps in their direction or against it. */
function reach(root: string, pairs: readonly string[], backwards: boolean): Set<string> {
  const met = new Set([root]);
  for (const name of met) {
    for (const pair of pairs) {
      const [from, to] = pair.split(" → ");
      if ((backwards ? to : from) === name) met.add((backwards ? from : to)!);
    }
  }
  return met;
}

const graphs = Array.from(
  { length: 60 },
  (_, seed) =>
    directlyFollows(
      randomLog({ seed, cases: 1 + (seed * 7) % 45, activities: 1 + seed % 14, intervals: seed % 2 === 0 }),
    ),
);

test("whatever the shares, each activity kept lies on a way from start to end, with the numbers it had", () => {
  for (const dfg of graphs) {
    const before = steps(dfg);
    for (const activities of [0, 0.3, 0.7, 1]) {
      for (const paths of [0, 0.5, 1]) {
        const part = filterDfg(dfg, { activities, paths });
        const kept = steps(part);
        const fromStart = reach("start", [...kept.keys()], false), toEnd = reach("end", [...kept.keys()], true);
        for (const [a, name] of part.activities.entries()) {
          expect(fromStart.has(name) && toEnd.has(name), `${name} of ${part.activities}`).toBe(true);
          const had = dfg.activities.indexOf(name);
          expect([part.events[a], part.cases[a], part.medianServiceSeconds[a]]).toEqual([
            dfg.events[had],
            dfg.cases[had],
            dfg.medianServiceSeconds[had],
          ]);
        }
        for (const [step, count] of kept) expect(count, step).toBe(before.get(step));
        expect(part.activities.length).toBeGreaterThanOrEqual(Math.round(activities * dfg.activities.length));
        expect(part.edges).toEqual([...part.edges].sort((a, b) => a.from - b.from || a.to - b.to));
      }
    }
  }
});

test("shares of 1 keep everything, larger shares all that smaller ones keep", () => {
  for (const dfg of graphs) {
    expect(filterDfg(dfg)).toEqual(dfg);
    const [few, more] = [0.2, 0.6].map((paths) => [...steps(filterDfg(dfg, { activities: 0.5, paths })).keys()]);
    expect(more).toEqual(expect.arrayContaining(few!));
  }
});

test("an edge keeps its times under its new numbers", () => {
  const part = filterDfg(directlyFollows(tinyLog("9× b d", "1× a d", "1× c")), { activities: 0.5, paths: 0 });
  expect(part.activities).toEqual(["b", "d"]);
  expect(part.edges).toMatchObject([{ from: 0, to: 1, count: 9, meanSeconds: 60 }]);
  expect([...part.starts, ...part.ends]).toEqual([9, 0, 0, 10]);
});

test("shares out of range and empty graphs are errors", () => {
  expect(() => filterDfg(graphs[1]!, { activities: 30 })).toThrow(InputError);
  expect(() => filterDfg(graphs[1]!, { paths: -1 })).toThrow("paths to be a share from 0 to 1 but found -1");
  const none = new Float64Array();
  const empty = { activities: [], events: none, cases: none, starts: none, ends: none, edges: [], totalCases: 0 };
  expect(() => filterDfg({ ...empty, meanServiceSeconds: none, medianServiceSeconds: none })).toThrow("found none");
});
