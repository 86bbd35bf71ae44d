import { expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { discoverPrefixTree } from "../../../src/mining/discovery/prefix_tree.ts";
import { discoverTransitionSystem } from "../../../src/mining/discovery/transition_system.ts";
import { traceVariants } from "../../../src/mining/variants.ts";
import { randomLog, randomRows, tinyLog, traces } from "../../support/logs.ts";
import { random } from "../../support/random.ts";

test("states and transitions are those that the cases, written out, go through", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const log = randomLog({ seed, cases: 15, activities: 3 });
    for (const view of ["sequence", "multiset", "set"] as const) {
      for (const direction of ["past", "future"] as const) {
        for (const window of [1, 2, 3, Infinity]) {
          const visits = new Map<string, number>(), steps = new Map<string, number>();
          const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
          const starts = new Set<string>(), ends = new Set<string>();
          for (const { events } of traces(log)) {
            const word = events.map(({ activity }) => activity);
            const states = Array.from({ length: word.length + 1 }, (_, i) => {
              const some = direction === "past" ? word.slice(0, i).slice(-window) : word.slice(i).slice(0, window);
              if (view === "sequence") return some.join();
              return (view === "set" ? [...new Set(some)] : some).sort().join();
            });
            states.forEach((state) => add(visits, state));
            word.forEach((activity, i) => add(steps, [states[i], activity, states[i + 1]].join(" | ")));
            starts.add(states[0]!);
            ends.add(states.at(-1)!);
          }
          const system = discoverTransitionSystem(log, { view, direction, window });
          const key = (i: number) => system.states[i]!.activities.join();
          expect(new Map(system.states.map((state, i) => [key(i), state.visits]))).toEqual(visits);
          expect(system.states.length).toBe(visits.size);
          expect(
            new Map(
              system.transitions.map((
                { from, activity, to, count },
              ) => [[key(from), activity, key(to)].join(" | "), count]),
            ),
          ).toEqual(steps);
          expect(new Set(system.initial.map(key))).toEqual(starts);
          expect(new Set(system.final.map(key))).toEqual(ends);
        }
      }
    }
  }
});

test("a prefix tree holds every case, and the whole past as a sequence is the same tree", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const log = randomLog({ seed, cases: 20, activities: 3 });
    const tree = discoverPrefixTree(log);
    const words = traces(log).map(({ events }) => events.map(({ activity }) => activity));
    const prefixes = new Set(
      words.flatMap((word) => Array.from({ length: word.length + 1 }, (_, i) => JSON.stringify(word.slice(0, i)))),
    );
    expect(new Set(tree.nodes.map((_, i) => JSON.stringify(tree.prefix(i))))).toEqual(prefixes);
    expect(tree.nodes.length).toBe(prefixes.size);
    tree.nodes.forEach((node, i) => {
      const prefix = tree.prefix(i);
      const like = words.filter((word) => prefix.every((activity, k) => word[k] === activity));
      expect(node.cases).toBe(like.length);
      expect(node.ends).toBe(like.filter((word) => word.length === prefix.length).length);
      expect(tree.find(prefix)).toBe(node);
      for (const child of node.children) expect(tree.nodes[child]!.parent).toBe(i);
    });
    expect(tree.find(["nothing"])).toBeUndefined();
    const system = discoverTransitionSystem(log, { window: Infinity });
    expect(system.states.map(({ activities, visits, ends }) => [activities, visits, ends])).toEqual(
      tree.nodes.map(({ cases, ends }, i) => [tree.prefix(i), cases, ends]),
    );
  }
});

test("they say what they are", () => {
  const log = tinyLog("2× a b a", "a c");
  expect(String(discoverTransitionSystem(log, { view: "multiset", window: 3 }))).toBe(
    [
      "Transition system: 5 states (multiset; 1 initial, 2 final), 4 transitions",
      "  [] —a→ [a]: 3",
      "  [a] —b→ [a, b]: 2",
      "  [a, b] —a→ [a², b]: 2",
      "  [a] —c→ [a, c]: 1",
    ].join("\n"),
  );
  expect(String(discoverPrefixTree(log))).toBe(
    ["Prefix tree of 3 cases: 5 nodes", "  a (3)", "    b (2)", "      a (2, 2 end)", "    c (1, 1 end)"].join("\n"),
  );
});

test("the order of rows changes nothing", () => {
  const rows = randomRows({ seed: 12 });
  const log = logFromRows(rows), shuffled = logFromRows(random(3).shuffled(rows));
  expect(discoverTransitionSystem(shuffled)).toEqual(discoverTransitionSystem(log));
  expect(discoverPrefixTree(traceVariants(shuffled))).toEqual(discoverPrefixTree(log));
});

test("options not known and empty logs are errors", () => {
  const log = tinyLog("a");
  const none = { activities: [], sequences: [], counts: new Float64Array() };
  expect(() => discoverTransitionSystem(log, { view: "bag" as "set" })).toThrow(InputError);
  expect(() => discoverTransitionSystem(log, { direction: "back" as "past" })).toThrow('"past" or "future"');
  expect(() => discoverTransitionSystem(log, { window: 0 })).toThrow("from 1");
  expect(() => discoverTransitionSystem(none)).toThrow("one case");
  expect(() => discoverPrefixTree(none)).toThrow("one case");
});
