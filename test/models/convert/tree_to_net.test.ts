import { describe, expect, test } from "vitest";
import { treeToNet } from "../../../src/models/convert/tree_to_net.ts";
import { checkFreeChoice } from "../../../src/models/check/free_choice.ts";
import { checkSoundness } from "../../../src/models/check/soundness.ts";
import { parseProcessTree } from "../../../src/models/parse_tree.ts";
import { isSoundByBruteForce, netLanguage } from "../../support/nets.ts";
import { reference } from "../../support/reference.ts";
import { lacksSharedLogs } from "../../support/shared.ts";
import { languageOf, randomTree, wildTree } from "../../support/trees.ts";

const OPERATORS = ["sequence", "choice", "parallel", "loop", "inclusive"] as const;

describe("a net made of a process tree", () => {
  test("has the tree's language", () => {
    for (let seed = 0; seed < 300; seed++) {
      const tree = randomTree({ seed, activities: 5, operators: OPERATORS, tau: 0.4 });
      expect(netLanguage(treeToNet(tree), 6), `${seed}: ${tree}`).toEqual(languageOf(tree, 6));
    }
  });

  test("has it also where operators stand below their own kind, are silent, or repeat activities", () => {
    for (let seed = 0; seed < 150; seed++) {
      const tree = wildTree(seed);
      expect(netLanguage(treeToNet(tree), 4), `${seed}: ${tree}`).toEqual(languageOf(tree, 4));
    }
  });

  test("has one place without a way in and one without a way out, with the only tokens", () => {
    for (let seed = 0; seed < 200; seed++) {
      const net = treeToNet(wildTree(seed));
      const targets = new Set(net.arcs.map(({ target }) => target)), sources = new Set(net.arcs.map((a) => a.source));
      expect(net.places.filter(({ id }) => !targets.has(id)).map(({ id }) => id)).toEqual(["source"]);
      expect(net.places.filter(({ id }) => !sources.has(id)).map(({ id }) => id)).toEqual(["sink"]);
      expect([...net.initial]).toEqual([["source", 1]]);
      expect([...net.final]).toEqual([["sink", 1]]);
    }
  });

  test("is sound", () => {
    for (let seed = 0; seed < 300; seed++) {
      const net = treeToNet(wildTree(seed, 2));
      expect(isSoundByBruteForce(net), `${seed}: ${wildTree(seed, 2)}`).toBe(true);
      expect(checkSoundness(treeToNet(wildTree(seed))).isSound, `${seed}: ${wildTree(seed)}`).toBe(true);
    }
  });

  test("is a free-choice net if the tree has no inclusive choice", () => {
    for (let seed = 0; seed < 200; seed++) {
      expect(checkFreeChoice(treeToNet(randomTree({ seed, activities: 9, tau: 0.4 }))).conflicts).toEqual([]);
    }
  });

  test.skipIf(lacksSharedLogs).each(["running-example", "receipt"])(
    "of %s has no more nodes than PM4Py's",
    async (log) => {
      for (const miner of ["inductive_im", "inductive_imf_0.2"]) {
        const { tree, petri } = await reference<{ tree: string; petri: Record<string, number> }>(log, miner);
        const { places, transitions, arcs } = treeToNet(parseProcessTree(tree));
        expect(places.length).toBeLessThanOrEqual(petri["places"]!);
        expect(transitions.length).toBeLessThanOrEqual(petri["transitions"]!);
        expect(arcs.length).toBeLessThanOrEqual(petri["arcs"]!);
      }
    },
  );
});
