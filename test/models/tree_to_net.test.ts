import { describe, expect, test } from "vitest";
import { treeToNet } from "../../src/models/convert/tree_to_net.ts";
import { ProcessTree, type TreeOperator } from "../../src/models/process_tree.ts";
import { netLanguage } from "../support/nets.ts";
import { random } from "../support/random.ts";
import { languageOf, randomTree } from "../support/trees.ts";

const OPERATORS = ["sequence", "choice", "parallel", "loop", "inclusive"] as const;

describe("a net made of a process tree", () => {
  test("has the tree's language", () => {
    for (let seed = 0; seed < 300; seed++) {
      const tree = randomTree({ seed, activities: 5, operators: OPERATORS, tau: 0.4 });
      expect(netLanguage(treeToNet(tree), 6), `${seed}: ${tree}`).toEqual(languageOf(tree, 6));
    }
  });

  test("has it also where operators stand below their own kind, are silent, or repeat activities", () => {
    for (let seed = 0; seed < 300; seed++) {
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
});

/** Trees as nobody would draw them. */
function wildTree(seed: number): ProcessTree {
  const { below, next, pick } = random(seed);
  const build = (depth: number): ProcessTree => {
    if (depth === 0 || next() < 0.25) return next() < 0.3 ? ProcessTree.TAU : ProcessTree.leaf(pick(["a", "b", "c"]));
    const operator: TreeOperator = pick([...OPERATORS, "loop", "sequence"]);
    const count = operator === "loop" ? 2 + below(2) : 1 + below(3);
    return ProcessTree.node(operator, Array.from({ length: count }, () => build(depth - 1)));
  };
  return build(3);
}
