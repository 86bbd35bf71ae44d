// @slow: discovers models of long cases and deep trees
import { describe, expect, test } from "vitest";
import { readLog } from "../../../../src/log/events/read_log.ts";
import { discoverInductive } from "../../../../src/mining/discovery/inductive/inductive.ts";
import { variantsOf } from "../../../../src/mining/variants.ts";
import { parseProcessTree } from "../../../../src/models/parse_tree.ts";
import { ProcessTree } from "../../../../src/models/process_tree.ts";
import { reduceTree } from "../../../../src/models/reduce_tree.ts";
import { canonicalTree, treesEqual } from "../../../../src/models/tree_equality.ts";
import { tinyLog } from "../../../support/logs.ts";
import { random } from "../../../support/random.ts";
import { reference, REFERENCE_FILES } from "../../../support/reference.ts";
import { lacksSharedLogs, sharedLog } from "../../../support/shared.ts";
import { languageOf, randomTree } from "../../../support/trees.ts";
import { completeLog, followsOf } from "../../../support/complete_log.ts";
import { accepts, leavesOf, randomWords, traceCounts, wordsOf } from "../inductive_support.ts";

const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** No silent steps, no activity twice, and no loop whose body can start and end with the same activity. */
function isRediscoverable(tree: ProcessTree): boolean {
  const { starts, ends } = tree.operator === "loop" ? followsOf(tree.children[0]!) : followsOf(ProcessTree.TAU);
  return !tree.isTau && starts.isDisjointFrom(ends) && tree.children.every(isRediscoverable);
}

function mined(text: string, noise = 0): string {
  return discoverInductive(tinyLog(...text.split(", ")), { noise }).toString();
}

describe("the inductive miner", () => {
  test("rediscovers trees of its class from directly-follows-complete logs", () => {
    const trees = seeds(1500).map((seed) => randomTree({ seed, activities: 9, tau: 0 })).filter(isRediscoverable);
    expect(trees.filter((tree) => tree.toString().includes("*(")).length).toBeGreaterThan(50);
    trees.forEach((tree, i) => {
      const found = discoverInductive(completeLog(tree, { seed: i }));
      expect(canonicalTree(reduceTree(found)).toString()).toBe(canonicalTree(reduceTree(tree)).toString());
    });
  });

  test("rediscovers the language, word by word", () => {
    const trees = seeds(400).map((seed) => randomTree({ seed, activities: 5, tau: 0 })).filter(isRediscoverable);
    for (const tree of trees) {
      expect(languageOf(discoverInductive(completeLog(tree, { seed: 1 })), 7)).toEqual(languageOf(tree, 7));
    }
  });

  test("accepts every case of its log, and holds each activity once", () => {
    for (const seed of seeds(400)) {
      const tree = randomTree({ seed, activities: 8 });
      const words = randomWords(seed, seed % 3 === 0 ? undefined : tree);
      const found = discoverInductive(traceCounts(words));
      expect(leavesOf(found).sort()).toEqual([...new Set(words.flat())].sort());
      for (const word of words) expect(accepts(found, word), `${found} allows ${word}`).toBe(true);
    }
  });

  test("with noise holds no activity twice, and none that the log lacks", () => {
    for (const seed of seeds(300)) {
      const words = randomWords(seed, randomTree({ seed, activities: 8 }));
      for (const noise of [0.05, 0.3, 1]) {
        const leaves = leavesOf(discoverInductive(traceCounts(words), { noise }));
        expect(new Set(leaves).size).toBe(leaves.length);
        expect(new Set(leaves).isSubsetOf(new Set(words.flat()))).toBe(true);
      }
    }
  });

  test("does not depend on the order of cases, nor on how activities are numbered", () => {
    for (const seed of seeds(200)) {
      const { shuffled, below } = random(seed);
      const words = randomWords(seed, randomTree({ seed, activities: 8 }));
      const rows = words.map((word) => ({ word, count: 1 + below(9) }));
      const mine = (some: typeof rows, order: string[]) =>
        [0, 0.2].map((noise) =>
          discoverInductive(traceCounts(some.map(({ word }) => word), some.map(({ count }) => count), order), { noise })
            .toString()
        );
      const names = [...new Set(words.flat())].sort();
      expect(mine(shuffled(rows), shuffled([...names, "unused"]))).toEqual(mine(rows, names));
    }
  });

  test("counts variants as their cases", () => {
    for (const seed of seeds(100)) {
      const { below } = random(seed);
      const words = randomWords(seed), counts = words.map(() => 1 + below(4));
      const spread = words.flatMap((word, i) => Array.from({ length: counts[i]! }, () => word));
      expect(discoverInductive(traceCounts(words, counts), { noise: 0.2 }))
        .toEqual(discoverInductive(traceCounts(spread), { noise: 0.2 }));
    }
  });

  test("stays within the stack on long cases, many activities and deep trees", () => {
    const long = Array.from({ length: 300_000 }, (_, i) => "abc"[i % 3]!);
    expect(discoverInductive(traceCounts([long])).toString()).toBe("*( ->( 'a', 'b', 'c' ), tau )");
    const many = Array.from({ length: 2_000 }, (_, i) => `a${String(i).padStart(4, "0")}`);
    expect(discoverInductive(traceCounts([many])).children).toHaveLength(2_000);
    const some = many.slice(0, 150);
    let tree = discoverInductive(traceCounts(some.map((_, i) => some.slice(0, i + 1))));
    for (let depth = 0; depth < 149; depth++) {
      expect(tree.operator).toBe("sequence");
      expect(tree.children[1]!.children[0]!.isTau).toBe(true);
      tree = tree.children[1]!.children[1]!;
    }
    expect(tree.activity).toBe(some.at(-1));
  });
});

describe("base cases and fall-throughs", () => {
  test("one activity, and no activity at all", () => {
    expect(mined("a, a, a")).toBe("'a'");
    expect(discoverInductive(traceCounts([[]], [3], ["a"])).toString()).toBe("tau");
    expect(discoverInductive(traceCounts([[]], [3]), { noise: 0.2 }).toString()).toBe("tau");
  });

  test("empty traces: a choice with silence, beyond the noise", () => {
    const log = traceCounts([[], ["a"]], [1, 9]);
    expect(discoverInductive(log).toString()).toBe("X( tau, 'a' )");
    expect(discoverInductive(log, { noise: 0.09 }).toString()).toBe("X( tau, 'a' )");
    expect(discoverInductive(log, { noise: 0.1 }).toString()).toBe("'a'");
  });

  test("an activity once per trace, the first by name, is concurrent to the rest", () => {
    // A round a b c that cases enter and leave everywhere has no cut.
    expect(mined("a b c, b c a")).toBe("+( 'a', ->( 'b', 'c' ) )");
    expect(mined("x b c, b c x")).toBe("+( 'b', 'c', 'x' )");
  });

  test("an activity without which there is a cut is concurrent", () => {
    // Without x the rest is the sequence a b c; x is missing once and comes twice once, so it is in no trace once only.
    const text = "x a b c, a x b x c, a b x c, a b c x, a b c";
    expect(discoverInductive(tinyLog(...text.split(", "))).toString())
      .toBe("+( ->( 'a', 'b', 'c' ), X( tau, *( 'x', tau ) ) )");
  });

  test("rounds that end where cases end: the strict loop over silence", () => {
    expect(mined("a b, a b a b a b")).toBe("*( ->( 'a', 'b' ), tau )");
    expect(mined("a, a a a")).toBe("*( 'a', tau )");
  });

  test("rounds that begin where cases begin: the loop over silence", () => {
    // Rounds b a, c, b, c a a, c, b: all begin with b or c, but no a is an end.
    expect(mined("b a c b, c a a c b")).toBe("*( ->( X( 'b', 'c' ), X( tau, *( 'a', tau ) ) ), tau )");
  });

  test("where nothing else is left: the flower", () => {
    // A ring of pairs: no cut, not even with one activity less, and no round begins within a case.
    expect(mined("1 a, 2 a, 2 b, 3 b, 3 c, 1 c")).toBe("*( tau, X( '1', '2', '3', 'a', 'b', 'c' ) )");
  });
});

describe("infrequent behaviour", () => {
  test("rare edges and starts are left out of a sequence", () => {
    expect(mined("99× a b c, 1× b c a")).toBe("+( 'a', ->( 'b', 'c' ) )");
    expect(mined("99× a b c, 1× b c a", 0.2)).toBe("->( 'a', 'b', 'c' )");
  });

  test("what is more frequent than the noise stays", () => {
    expect(mined("70× a b c, 30× b c a", 0.2)).toBe("+( 'a', ->( 'b', 'c' ) )");
  });

  test("a case that mixes branches goes to the one with most of its events, the last of several", () => {
    expect(mined("50× a b, 50× c d, 1× b a d c, 1× d c b a", 0.2)).toBe("X( ->( 'a', 'b' ), +( 'c', 'd' ) )");
    // Of d c b a b stays b a b: the first b is out of place where a is missing, so that b comes twice.
    expect(mined("50× a b, 50× c d, 1× b a d c, 1× d c b a b", 0.2))
      .toBe("X( ->( 'a', *( 'b', tau ) ), +( 'c', 'd' ) )");
  });

  test("without noise a cut is taken as it is, however rare what makes it", () => {
    expect(mined("99× a b c, 1× a c b", 0.2)).toBe("->( 'a', +( 'b', 'c' ) )");
  });
});

describe("bad input", () => {
  test("noise is a share", () => {
    for (const noise of [-0.1, 1.1, NaN]) {
      expect(() => discoverInductive(tinyLog("a"), { noise })).toThrow(/noise to be a number from 0 .* found /);
    }
  });

  test("a log has cases", () => {
    expect(() => discoverInductive(traceCounts([]))).toThrow(/at least one case but found none/);
  });
});

describe.skipIf(lacksSharedLogs)("real logs", () => {
  for (const [name, [file]] of Object.entries(REFERENCE_FILES)) {
    test.each([[0, "inductive_im"], [0.2, "inductive_imf_0.2"]])(
      `${name}, noise %f: PM4Py's tree`,
      async (noise, key) => {
        const log = await readLog(sharedLog(`process/${file}`));
        const { tree } = await reference<{ tree: string }>(name, key);
        expect(treesEqual(discoverInductive(log, { noise }), parseProcessTree(tree))).toBe(true);
      },
    );
  }

  test.each(["receipt.csv", "bpic2013-incidents.xes.gz", "reviewing.xes.gz"])("%s: all cases fit", async (file) => {
    const variants = variantsOf(await readLog(sharedLog(`process/${file}`)));
    const tree = discoverInductive(variants);
    expect(wordsOf(variants).filter((word) => !accepts(tree, word))).toEqual([]);
  });
});
