import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { alignTraces, alignTracesSync } from "../../../src/mining/conformance/align_traces.ts";
import { movesOf } from "../../../src/mining/conformance/alignment.ts";
import { traceVariants } from "../../../src/mining/variants.ts";
import { treeToNet } from "../../../src/models/convert/tree_to_net.ts";
import { parsePnml } from "../../../src/models/files/pnml.ts";
import { parseProcessTree } from "../../../src/models/parse_tree.ts";
import { PetriNet } from "../../../src/models/petri_net.ts";
import { readLog } from "../../../src/log/read_log.ts";
import { tinyLog } from "../../support/logs.ts";
import { random } from "../../support/random.ts";
import { reference } from "../../support/reference.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";
import { randomTree } from "../../support/trees.ts";
import { bruteForceCost, countsOf, expectReplayable, randomNet, randomTrace } from "./align_brute_force.ts";

const netOf = (tree: string) => treeToNet(parseProcessTree(tree));

describe("costs are the least, by brute force", () => {
  test("on random nets of every kind", () => {
    const names = ["a", "b", "c", "d", "e"];
    let compared = 0;
    for (let seed = 0; seed < 700; seed++) {
      const net = randomNet(seed), chance = random(seed + 10_000);
      if (net.initial.size === 0 || net.final.size === 0) continue;
      if (!net.transitions.some(({ label }) => label !== undefined)) continue;
      const traces = [["a", "b", "c", "d"], ...Array.from({ length: 4 }, () => randomTrace(chance, 7, names)), []];
      const costs = traces.map((trace) => bruteForceCost(net, trace));
      // A net that takes brute force too far may be without bounds.
      if (costs.some((cost) => cost === undefined)) continue;
      const counts = countsOf(...traces);
      const alignments = alignTracesSync(counts, net);
      expect({ seed, costs: alignments.variants.map(({ cost }) => cost) }).toEqual({ seed, costs });
      expect(alignments.optimal).toBe(true);
      expectReplayable(alignments);
      compared++;
    }
    expect(compared).toBeGreaterThan(300);
  });

  test("on nets of random trees", () => {
    let compared = 0;
    for (let seed = 0; seed < 300; seed++) {
      const net = treeToNet(randomTree({ seed, activities: 7, tau: 0.4 })), chance = random(seed);
      const names = ["a", "b", "c", "d", "e", "f", "g", "x"];
      const traces = [["a"], ...Array.from({ length: 5 }, () => randomTrace(chance, 9, names)), []];
      const costs = traces.map((trace) => bruteForceCost(net, trace, 100_000));
      if (costs.some((cost) => cost === undefined)) continue;
      const alignments = alignTracesSync(countsOf(...traces), net);
      expect({ seed, costs: alignments.variants.map(({ cost }) => cost) }).toEqual({ seed, costs });
      expectReplayable(alignments);
      compared++;
    }
    expect(compared).toBeGreaterThan(250);
  });
});
