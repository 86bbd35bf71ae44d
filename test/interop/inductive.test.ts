/** Our inductive miner beside PM4Py's, on logs that are made here. */
import { expect, test } from "vitest";
import { discoverInductive } from "../../src/mining/discovery/inductive/inductive.ts";
import { parseProcessTree } from "../../src/models/parse_tree.ts";
import { canonicalTree } from "../../src/models/tree_equality.ts";
import { randomWords, traceCounts } from "../mining/discovery/inductive_support.ts";
import { random } from "../support/random.ts";
import { randomTree } from "../support/trees.ts";
import { lacksPm4py, pm4pyTrees } from "./support/pm4py.ts";

const NOISE = [0, 0.1, 0.2, 0.4];

test.skipIf(lacksPm4py)("400 random logs have the trees that PM4Py discovers, with and without noise", async () => {
  const logs = Array.from({ length: 400 }, (_, seed) => {
    const { below } = random(seed);
    const words = randomWords(seed, seed % 4 === 0 ? undefined : randomTree({ seed, activities: 9 }));
    return { words, counts: words.map(() => 1 + below(20)) };
  });
  const trees = await pm4pyTrees(logs.map(({ words, counts }) => ({
    variants: [...Map.groupBy(words.keys(), (i) => words[i]!.join("\n")).values()]
      .map((same) => [words[same[0]!]!, same.reduce((sum, i) => sum + counts[i]!, 0)] as const),
    noise: NOISE,
  })));
  for (const [i, { words, counts }] of logs.entries()) {
    for (const [n, noise] of NOISE.entries()) {
      const ours = canonicalTree(discoverInductive(traceCounts(words, counts), { noise }));
      expect(ours.toString(), `log ${i}, noise ${noise}`).toBe(
        canonicalTree(parseProcessTree(trees[i]![n]!)).toString(),
      );
    }
  }
}, 300_000);
