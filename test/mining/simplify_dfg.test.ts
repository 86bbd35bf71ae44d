import { expect, test } from "vitest";
import { directlyFollows } from "../../src/mining/directly_follows.ts";
import { byFrequency, type FlowEdge, flowEdges, frequentParts } from "../../src/mining/simplify_dfg.ts";
import { randomLog, tinyLog } from "../support/logs.ts";

/** Nodes met from one, over edges in their direction or against it. */
function reach(root: number, edges: readonly FlowEdge[], backwards: boolean): Set<number> {
  const met = new Set([root]);
  for (const node of met) {
    for (const { from, to } of edges) {
      if ((backwards ? to : from) === node) met.add(backwards ? from : to);
    }
  }
  return met;
}

const logs = Array.from(
  { length: 60 },
  (_, seed) => randomLog({ seed, cases: 1 + (seed * 7) % 45, activities: 1 + seed % 14 }),
);

test("whatever the number of activities and paths, each activity shown lies on a way from start to end", () => {
  const wrong: string[] = [];
  for (const log of logs) {
    const dfg = directlyFollows(log);
    const n = dfg.activities.length;
    const steps = flowEdges(dfg);
    const part = frequentParts(dfg);
    for (let count = 1; count <= n; count++) {
      const { activities, edges, leastEdges } = part(count);
      for (const shown of [leastEdges, Math.ceil((leastEdges + edges.length) / 2), edges.length]) {
        const between = edges.slice(0, shown).map((edge) => steps[edge]!);
        const fromStart = reach(n, between, false), toEnd = reach(n + 1, between, true);
        for (const activity of activities) {
          if (!fromStart.has(activity) || !toEnd.has(activity)) {
            wrong.push(`${log.name}, ${count} activities, ${shown} paths: no way through ${activity}`);
          }
        }
        for (const node of between.flatMap(({ from, to }) => [from, to])) {
          if (node < n && !activities.includes(node)) wrong.push(`${log.name}, ${count} activities: ${node} is hidden`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("the most frequent activities are kept, all of them at the end, and more keep all that fewer keep", () => {
  for (const log of logs) {
    const dfg = directlyFollows(log);
    const part = frequentParts(dfg);
    const ranked = byFrequency(dfg);
    let before: readonly number[] = [];
    for (let count = 1; count <= ranked.length; count++) {
      const { activities } = part(count);
      expect(activities).toEqual(expect.arrayContaining(ranked.slice(0, count)));
      expect(activities).toEqual(expect.arrayContaining([...before]));
      before = activities;
    }
    const { activities, edges } = part(ranked.length);
    expect(activities.length).toBe(dfg.activities.length);
    expect(edges.length).toBe(flowEdges(dfg).length);
  }
});

test("each activity keeps a way whose rarest step is as frequent as on any way", () => {
  for (const log of logs) {
    const dfg = directlyFollows(log);
    const n = dfg.activities.length;
    const steps = flowEdges(dfg);
    const { activities, edges, leastEdges } = frequentParts(dfg)(Math.ceil(n / 2));
    const kept = edges.slice(0, leastEdges).map((edge) => steps[edge]!);
    for (const [root, backwards] of [[n, false], [n + 1, true]] as const) {
      const best = widths(root, steps, backwards), shown = widths(root, kept, backwards);
      for (const activity of byFrequency(dfg).slice(0, Math.ceil(n / 2))) {
        expect(activities).toContain(activity);
        expect(shown.get(activity)).toBe(best.get(activity));
      }
    }
  }
});

/** Brute force: a node's width is the largest threshold under which it is still reached. */
function widths(root: number, edges: readonly FlowEdge[], backwards: boolean): Map<number, number> {
  const found = new Map<number, number>();
  for (const count of [...new Set(edges.map((edge) => edge.count))].sort((a, b) => a - b)) {
    for (const node of reach(root, edges.filter((edge) => edge.count >= count), backwards)) found.set(node, count);
  }
  return found;
}

test("beyond what holds it together, paths come in by how often they were taken", () => {
  const dfg = directlyFollows(tinyLog("9× a b c", "4× a c", "2× b c", "1× c"));
  const steps = flowEdges(dfg);
  const name = (i: number) => dfg.activities[i] ?? (i === 3 ? "start" : "end");
  const { edges, leastEdges } = frequentParts(dfg)(3);
  const named = edges.map((edge) => `${name(steps[edge]!.from)} ${name(steps[edge]!.to)} ${steps[edge]!.count}`);
  expect(named.slice(0, leastEdges)).toEqual(["c end 16", "start a 13", "b c 11", "a b 9"]);
  expect(named.slice(leastEdges)).toEqual(["a c 4", "start b 2", "start c 1"]);
});

test("a log without cases has an empty part", () => {
  const none = { activities: [], events: new Float64Array(), cases: new Float64Array(), edges: [] };
  const times = { meanServiceSeconds: new Float64Array(), medianServiceSeconds: new Float64Array() };
  const ends = { starts: new Float64Array(), ends: new Float64Array(), totalCases: 0 };
  expect(frequentParts({ ...none, ...times, ...ends })(5)).toEqual({ activities: [], edges: [], leastEdges: 0 });
});
