import { describe, expect, test } from "vitest";
import { readLog } from "../../../../src/log/events/read_log.ts";
import { directlyFollows } from "../../../../src/mining/directly_follows.ts";
import { discoverInductive } from "../../../../src/mining/discovery/inductive/inductive.ts";
import { type DfgCounts, discoverInductiveFromDfg } from "../../../../src/mining/discovery/inductive/inductive_dfg.ts";
import type { ProcessTree } from "../../../../src/models/process_tree.ts";
import { reduceTree } from "../../../../src/models/reduce_tree.ts";
import { canonicalTree } from "../../../../src/models/tree_equality.ts";
import { tinyLog } from "../../../support/logs.ts";
import { random } from "../../../support/random.ts";
import { lacksSharedLogs, sharedLog } from "../../../support/shared.ts";
import { randomTree } from "../../../support/trees.ts";
import { completeLog, followsOf } from "../../../support/complete_log.ts";
import { leavesOf, randomWords, type Word } from "../inductive_support.ts";

const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** Counted from words, by the definition. */
function graphOf(words: readonly Word[], order = [...new Set(words.flat())].sort()): DfgCounts {
  const counts = new Map<string, number>();
  const pairs = words.flatMap((word) => word.slice(1).map((name, i) => `${word[i]} ${name}`));
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return {
    activities: order,
    starts: order.map((name) => words.filter((word) => word[0] === name).length),
    ends: order.map((name) => words.filter((word) => word.at(-1) === name).length),
    edges: [...counts].map(([pair, count]) => {
      const [from, to] = pair.split(" ").map((name) => order.indexOf(name));
      return { from: from!, to: to!, count };
    }),
  };
}

function mined(text: string, noise = 0): string {
  return discoverInductiveFromDfg(directlyFollows(tinyLog(...text.split(", "))), { noise }).toString();
}

function isRediscoverable(tree: ProcessTree): boolean {
  const loops = tree.operator !== "loop" ||
    followsOf(tree.children[0]!).starts.isDisjointFrom(followsOf(tree.children[0]!).ends);
  return !tree.isTau && loops && tree.children.every(isRediscoverable);
}

describe("the inductive miner on a directly-follows graph", () => {
  test("rediscovers trees of its class from nothing but the relation", () => {
    const trees = seeds(1500).map((seed) => randomTree({ seed, activities: 9, tau: 0 })).filter(isRediscoverable);
    expect(trees.filter((tree) => tree.operator === "loop").length).toBeGreaterThan(25);
    for (const tree of trees) {
      const { starts, ends, pairs } = followsOf(tree);
      const activities = leavesOf(tree).sort();
      const found = discoverInductiveFromDfg({
        activities,
        starts: activities.map((name) => Number(starts.has(name))),
        ends: activities.map((name) => Number(ends.has(name))),
        edges: [...pairs].map((pair) => {
          const [from, to] = pair.split(" ").map((name) => activities.indexOf(name));
          return { from: from!, to: to!, count: 1 };
        }),
      });
      expect(canonicalTree(reduceTree(found)).toString()).toBe(canonicalTree(reduceTree(tree)).toString());
    }
  });

  test("finds what the miner finds on complete logs", () => {
    for (const seed of seeds(300)) {
      const tree = randomTree({ seed, activities: 8, tau: 0 });
      if (!isRediscoverable(tree)) continue;
      const log = completeLog(tree, { seed: seed });
      const words = log.sequences.map((sequence) => Array.from(sequence, (code) => log.activities[code]!));
      expect(discoverInductiveFromDfg(graphOf(words))).toEqual(discoverInductive(log));
    }
  });

  test("holds each activity once, with and without noise", () => {
    for (const seed of seeds(400)) {
      const words = randomWords(seed, seed % 2 ? randomTree({ seed, activities: 9 }) : undefined)
        .filter((word) => word.length > 0);
      if (words.length === 0) continue;
      for (const noise of [0, 0.2, 0.5, 1]) {
        const leaves = leavesOf(discoverInductiveFromDfg(graphOf(words), { noise })).sort();
        expect(leaves).toEqual([...new Set(words.flat())].sort());
      }
    }
  });

  test("does not depend on the order of activities and edges, nor on unused ones", () => {
    for (const seed of seeds(100)) {
      const { shuffled } = random(seed);
      const words = [...randomWords(seed, randomTree({ seed, activities: 9 })), ["z"]].filter((word) =>
        word.length > 0
      );
      const other = graphOf(words, shuffled([...new Set(words.flat()), "unused"]));
      expect(discoverInductiveFromDfg({ ...other, edges: shuffled([...other.edges]) }, { noise: 0.1 }))
        .toEqual(discoverInductiveFromDfg(graphOf(words), { noise: 0.1 }));
    }
  });

  test("parts that edges, starts or ends go past can be skipped", () => {
    expect(mined("a b c, a c")).toBe("->( 'a', X( tau, 'b' ), 'c' )");
    expect(mined("a b, b")).toBe("->( X( tau, 'a' ), 'b' )");
    expect(mined("a b, a")).toBe("->( 'a', X( tau, 'b' ) )");
  });

  test("a part starts where cases start or come in from any earlier part", () => {
    // c is entered from a, d from b: their part starts with both.
    expect(mined("a c d, a d c, a b d c")).toBe("->( 'a', X( tau, 'b' ), +( 'c', 'd' ) )");
  });

  test("fall-throughs: rounds after an end, rounds before a start, the flower", () => {
    expect(mined("a, a a")).toBe("*( 'a', tau )");
    expect(mined("a b, a b a b")).toBe("*( ->( 'a', 'b' ), tau )");
    expect(mined("b a c b, c a a c b")).toBe("*( ->( X( 'b', 'c' ), X( tau, *( 'a', tau ) ) ), tau )");
    expect(mined("1 a, 2 a, 2 b, 3 b, 3 c, 1 c")).toBe("*( tau, X( '1', '2', '3', 'a', 'b', 'c' ) )");
  });

  test("rare edges and starts are left out where there is no cut", () => {
    expect(mined("99× a b c, 1× b c a", 0.2)).toBe("->( 'a', 'b', 'c' )");
    expect(mined("70× a b c, 30× b c a", 0.2)).not.toBe("->( 'a', 'b', 'c' )");
  });

  test("says what a graph lacks", () => {
    const graph = graphOf([["a", "b"]]);
    expect(() => discoverInductiveFromDfg({ ...graph, starts: [0, 0] })).toThrow(/counts in starts but all 2 are 0/);
    expect(() => discoverInductiveFromDfg({ ...graph, ends: [0, 0] })).toThrow(/counts in ends but all 2 are 0/);
    expect(() => discoverInductiveFromDfg(graph, { noise: 2 })).toThrow(/noise to be a number from 0/);
  });
});

test.skipIf(lacksSharedLogs)("the textbook log: the tree of the miner", async () => {
  const log = await readLog(sharedLog("process/running-example.csv"));
  expect(discoverInductiveFromDfg(directlyFollows(log))).toEqual(discoverInductive(log));
});
