import { expect, test } from "vitest";
import { directlyFollows } from "../../src/mining/directly_follows.ts";
import { randomLog, traces } from "../support/logs.ts";

test("counts, cases and durations of edges equal a count by hand over random logs", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const log = randomLog({ seed, intervals: seed % 2 === 0 });
    const graph = directlyFollows(log);
    const edges = new Map<string, { seconds: number[]; cases: Set<string> }>();
    for (const { id, events } of traces(log)) {
      for (let i = 1; i < events.length; i++) {
        const key = `${events[i - 1]!.activity}→${events[i]!.activity}`;
        const edge = edges.get(key) ?? { seconds: [], cases: new Set() };
        edges.set(key, edge);
        edge.seconds.push(Math.max(0, (events[i]!.start ?? events[i]!.time) - events[i - 1]!.time) / 1000);
        edge.cases.add(id);
      }
    }
    expect(graph.edges.length).toBe(edges.size);
    for (const edge of graph.edges) {
      const truth = edges.get(`${graph.activities[edge.from]}→${graph.activities[edge.to]}`)!;
      const sorted = truth.seconds.toSorted((a, b) => a - b);
      const middle = sorted.length >> 1;
      expect(edge.count).toBe(sorted.length);
      expect(edge.cases).toBe(truth.cases.size);
      expect(edge.minSeconds).toBeCloseTo(sorted[0]!, 6);
      expect(edge.maxSeconds).toBeCloseTo(sorted.at(-1)!, 6);
      expect(edge.totalSeconds).toBeCloseTo(sorted.reduce((a, b) => a + b, 0), 6);
      expect(edge.meanSeconds).toBeCloseTo(edge.totalSeconds / edge.count, 6);
      expect(edge.medianSeconds)
        .toBeCloseTo(sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2, 6);
    }
  }
});

test("what comes in goes out: an activity's events equal its incoming edges and starts, its outgoing edges and ends", () => {
  for (let seed = 100; seed < 140; seed++) {
    const { activities, edges, events, starts, ends } = directlyFollows(randomLog({ seed }));
    activities.forEach((_, a) => {
      const into = edges.filter((edge) => edge.to === a).reduce((sum, edge) => sum + edge.count, 0);
      const outOf = edges.filter((edge) => edge.from === a).reduce((sum, edge) => sum + edge.count, 0);
      expect(into + starts[a]!).toBe(events[a]);
      expect(outOf + ends[a]!).toBe(events[a]);
    });
  }
});

test("a log of very many activities is counted like one of few", () => {
  const wide = randomLog({ seed: 3, cases: 300, activities: 2500 });
  const graph = directlyFollows(wide);
  expect(graph.edges.reduce((sum, edge) => sum + edge.count, 0)).toBe(wide.events - wide.cases);
  const keys = graph.edges.map(({ from, to }) => from * graph.activities.length + to);
  expect(keys).toEqual(keys.toSorted((a, b) => a - b));
});

test("service times are those of the activity's own intervals", () => {
  const log = randomLog({ seed: 8, intervals: true });
  const graph = directlyFollows(log);
  graph.activities.forEach((name, a) => {
    const seconds = traces(log).flatMap(({ events }) =>
      events.filter((event) => event.activity === name && event.start !== undefined)
        .map((event) => (event.time - event.start!) / 1000)
    );
    expect(graph.meanServiceSeconds[a]).toBeCloseTo(seconds.reduce((sum, s) => sum + s, 0) / seconds.length, 6);
  });
});

test("a log without cases has a graph without edges", () => {
  const graph = directlyFollows(randomLog({ seed: 1, cases: 0 }));
  expect(graph.edges).toEqual([]);
  expect(graph.totalCases).toBe(0);
});
